import { beforeAll, describe, expect, test } from 'vitest';
import { controleerTeksten } from '#platform/ui/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakDatalab } from '../module.ts';
import { type Datalabsite, maakDatalabsite, type Proefpersoon } from '../testing/datalabsite.ts';
import { nl } from './teksten.ts';
import { catalogusEn, catalogusNl } from './teksten-catalogus.ts';
import { en } from './teksten-en.ts';
import { metingEn, metingNl } from './teksten-meting.ts';

const ZW = '/regio/zaanstreek-waterland';
const NHN = '/regio/noord-holland-noord';
/** A page as its words, one space between them. */
const woorden = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ');
/** The cells of the row with this name, in the first table that has it. */
function rij(html: string, naam: string): string[] {
  const gevonden = html.split('<tr').find(r => new RegExp(`<th[^>]*>(<a[^>]*>)?${naam}<`).test(r)) ?? '';
  return [...gevonden.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(m => woorden(m[1] ?? '').trim());
}

describe('openbare pagina’s over cijfers', async () => {
  const proef = await maakProef();
  let site: Datalabsite;
  let leider: Proefpersoon;
  let raadslid: Proefpersoon;
  beforeAll(async () => {
    const panelen = () => ['paneel van een andere kamer'];
    site = await maakDatalabsite(
      proef,
      maakDatalab({ nu: () => Temporal.Instant.from('2026-11-22T10:00:00Z'), panelen }),
    );
    leider = await site.persoon('projectleider', 'zaanstreek-waterland');
    raadslid = await site.persoon('raadslid', 'zaanstreek-waterland', 'GM0479');
  });

  test('Nederlands en Engels hebben dezelfde teksten', () => {
    expect(controleerTeksten(nl, en)).toEqual([]);
    expect(controleerTeksten(catalogusNl, catalogusEn)).toEqual([]);
    expect(controleerTeksten(metingNl, metingEn)).toEqual([]);
  });

  // @eis A4.4
  test.each([
    [`${ZW}/cijfers`, 'Wat de cijfers van Zaanstreek-Waterland laten zien'],
    [
      `${ZW}/cijfers/politie-incidenten-hg`,
      'Incidenten huiselijk geweld bij de politie in Zaanstreek-Waterland',
    ],
    [`${ZW}/vergelijk/politie-incidenten-hg`, 'naast elkaar'],
    [`${ZW}/cijfers/indicatoren`, 'Wat de indicatoren betekenen'],
    [`/en${ZW}/cijfers/indicatoren`, 'Versions side by side'],
    [`${ZW}/cijfers/kwaliteit`, 'Waar de bronnen van Zaanstreek-Waterland niet kloppen'],
    [`${ZW}/gemeente/zaanstad`, 'Wat we van Zaanstad weten'],
    [`${NHN}/gemeente/bergen-nh`, 'nog geen cijfers'],
    ['/regio/kennemerland/cijfers', 'nog geen eigen cijfers'],
    [`/en${ZW}/cijfers`, 'What the figures of Zaanstreek-Waterland show'],
    [`/en${ZW}/gemeente/beemster`, 'no longer exists'],
    [`/en${ZW}/vergelijk/politie-incidenten-hg`, 'Municipalities among themselves: the funnel'],
    ['/regios/cijfers', 'De regio’s naast elkaar'],
    ['/en/regios/cijfers/tijdelijk-huisverbod', 'region beside region'],
  ])('%s is er voor iedereen', async (pad, tekst) => {
    const r = await site.haal(pad);
    expect(r.status).toBe(200);
    const html = await r.text();
    expect(woorden(html)).toContain(tekst);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/[0-9a-f]{16}\.txt/);
  });

  // @eis A4.4
  test('alleen Zaanstad heeft van 2018 naar 2019 een signaal; over Wormerland (7 naar 12) is niets te zeggen', async () => {
    const html = await site.tekst(`${ZW}/vergelijk/politie-misdrijven-hg?jaar=2019`);
    expect(rij(html, 'Zaanstad').at(-1)).toContain('Signaal Mogelijk: van 165 (2018) naar 246 (2019)');
    expect(rij(html, 'Wormerland').at(-1)).toContain('Niet te zeggen Van 7 (2018) naar 12 (2019)');
    expect(html.match(/Mogelijk: van/g)).toHaveLength(1);
    expect(woorden(html)).toContain('1 gemeente in 2019 met een signaal');
  });

  // @eis A4.2
  test('bij een aantal van 1 tot en met 4 staat het aantal, en geen interval, tempo, oordeel of kleur', async () => {
    const html = await site.tekst(`${ZW}/vergelijk/politie-misdrijven-hg?jaar=2019`);
    // Bijlage 1 Politiecijfers: Waterland 3 in 2018 en 4 in 2019.
    expect(rij(html, 'Waterland').slice(1)).toEqual([
      '4',
      'te klein',
      'te klein',
      expect.stringContaining('Op een aantal van 1 tot en met 4 bouwen wij geen uitspraak.'),
    ]);
    expect(html).toMatch(/la-gebied-geen"[^>]*><title>Waterland</);
    const json = (await (await site.haal(`${ZW}/vergelijk/politie-misdrijven-hg.json?jaar=2019`)).json()) as {
      rijen: Record<string, unknown>[];
    };
    expect(json.rijen.find(r => r['gemeente'] === 'Waterland')).toMatchObject({
      waarde: 4,
      interval_van: null,
      interval_tot: null,
      per_1000_inwoners: null,
      oordeel: null,
    });
  });

  // @eis A4.4
  test('de volgorde van gemeenten is het alfabet, en dat staat er', async () => {
    const html = await site.tekst(`${ZW}/vergelijk/politie-incidenten-hg?jaar=2019`);
    const namen = [...html.matchAll(/<th[^>]*scope="row"[^>]*><a[^>]*>([^<]+)</g)].map(m => m[1]);
    expect(namen).toEqual([
      'Beemster',
      'Edam-Volendam',
      'Landsmeer',
      'Oostzaan',
      'Purmerend',
      'Waterland',
      'Wormerland',
      'Zaanstad',
    ]);
    expect(woorden(html)).toContain('Op alfabet. Dit is geen ranglijst');
  });

  // @eis A4.1
  test('op de grenzen van vandaag hoort Beemster bij Purmerend, en de pagina zegt welke grenzen zij toont', async () => {
    const html = await site.tekst(`${ZW}/vergelijk/politie-misdrijven-hg?jaar=2019&grenzen=vandaag`);
    expect(rij(html, 'Purmerend')[1]).toBe('106');
    expect(rij(html, 'Beemster')).toEqual([]);
    expect(woorden(html)).toContain('U ziet de cijfers op de grenzen van 22 november 2026');
    const bron = await site.tekst(`${ZW}/vergelijk/politie-misdrijven-hg?jaar=2019`);
    expect(rij(bron, 'Purmerend')[1]).toBe('95');
    expect(woorden(bron)).toContain('U ziet de cijfers zoals de bron ze gaf');
  });

  // @eis A4.4
  test('een indicatorpagina geeft interval in woorden, tempo per 1.000 inwoners, oordeel, bron en valkuilen', async () => {
    const tekst = woorden(await site.tekst(`${NHN}/cijfers/vt-meldingen?gemeente=alkmaar`));
    // Garwood (1936), R poisson.test(559): 513.6 to 607.3.
    expect(tekst).toContain('tussen 513 en 608 had ook toeval kunnen zijn');
    // 559 reports, 111.770 inhabitants on 1-1-2023 (CBS 37259): 5,0.
    expect(tekst).toContain('5,0');
    expect(tekst).toContain('Inventarisatie huiselijk geweld, intieme terreur en femicide');
    expect(tekst).toContain(
      'Alkmaar noemt 559 meldingen in 2023; uit de CBS-cijfers over vervolgmeldingen volgt een totaal van 815',
    );
  });

  // @eis A4.4
  test('de kwaliteitspagina noemt elke berekende tegenstrijdigheid met beide waarden', async () => {
    const zw = woorden(await site.tekst(`${ZW}/cijfers/kwaliteit`));
    expect(zw).toContain('50 % (1.1 Het probleem)');
    expect(zw).toContain('100 % (74 → 148');
    expect(zw).toContain('€ 476.715');
    expect(zw).toContain('€ 476.712');
    expect(zw).toContain('€ 186.000');
    expect(zw).toContain('€ 187.000');
    expect(zw).toContain('21,9 %');
    const nhn = woorden(await site.tekst(`${NHN}/cijfers/kwaliteit`));
    expect(nhn).toContain('559 (6 Cijfers, tabel Veilig Thuis)');
    expect(nhn).toContain('815 (CBS');
  });

  // @eis A4.4 A4.2
  test('wat aan een klein aantal raakt, ziet alleen de projectleider en de datalab-analist', async () => {
    // Wormerland: tekst 5 in het eerste kwartaal, tabel 8 tot en met mei; het verschil is 3.
    const voor = async (wie?: Proefpersoon, vorm = '') => site.tekst(`${ZW}/cijfers/kwaliteit${vorm}`, wie);
    expect(await voor(leider)).toContain('Wormerland');
    expect(await voor(leider, '.csv')).toContain('DK104');
    for (const wie of [undefined, raadslid]) {
      for (const vorm of ['', '.csv', '.json']) {
        const html = await voor(wie, vorm);
        expect(html).not.toContain('Wormerland');
        expect(html).not.toContain('DK104');
      }
    }
  });

  // @eis B4.2 B1.3
  test('de vergelijking heeft een trechter met oordeel in woorden, vals alarm en extra spreiding', async () => {
    const html = await site.tekst(`${ZW}/vergelijk/politie-incidenten-hg?jaar=2019`);
    const tekst = woorden(html);
    // R (test/vectors/statistiek/gebieden.json): phi 16,155 na afkappen van 10 procent. 1 - 0,998^8 = 1,6 procent.
    expect(tekst).toContain('in het kwadraat, 16,2 keer zo groot als toeval alleen zou geven');
    expect(tekst).toContain(
      'ook als er tussen 8 gemeenten niets aan de hand is, ligt met een kans van ongeveer 1,6 %',
    );
    // 667 incidents on 155.885 inhabitants; Garwood 617.3 to 719.6 (R), outwards 617 and 720.
    expect(tekst).toContain(
      'Zaanstad: binnen de trechter, 4,28 per 1.000 (tussen 3,96 en 4,62 had ook toeval',
    );
    expect(html.match(/<g class="la-plek /g)?.length).toBe(2 * 8 + 4);
    const lijst = [...html.matchAll(/<li[^>]*>([^<:]+): [a-z ]+, [\d,]+ per 1\.000/g)].map(m => m[1]);
    expect(lijst).toEqual([...lijst].toSorted((a, b) => (a ?? '').localeCompare(b ?? '', 'nl')));
    expect(lijst).toHaveLength(8);
    const en = woorden(await site.tekst(`/en${ZW}/vergelijk/politie-incidenten-hg?jaar=2019`));
    expect(en).toContain('Zaanstad: within the funnel, 4.28 per 1,000');
  });

  // @eis B4.2 A4.2
  test('een gemeente met 1 tot en met 4 staat in geen trechter, kaartkleur of kleine lijn, en dat staat er', async () => {
    const html = await site.tekst(`${ZW}/vergelijk/politie-misdrijven-hg?jaar=2019`);
    const tekst = woorden(html);
    expect(tekst).toContain('Waterland: te klein voor een uitspraak');
    expect(tekst).toContain('Aantallen van 1 tot en met 4 doen nergens in mee');
    const punten = [...html.matchAll(/<g class="la-plek [^"]*"><title>([^<]+)</g)].map(m => m[1]);
    expect(new Set(punten)).toEqual(
      new Set(['Beemster', 'Edam-Volendam', 'Landsmeer', 'Oostzaan', 'Purmerend', 'Wormerland', 'Zaanstad']),
    );
    const kaart = html.slice(html.indexOf('id="trechterkaart"'));
    expect(kaart).toMatch(/la-gebied-geen"[^>]*><title>Waterland</);
    // Only 2017 (11) carries a rate; of 2018 (3) and 2019 (4) the table says that they are too small.
    const verloop = html.slice(html.indexOf('id="verloop-per-gemeente"'));
    expect(rij(verloop, 'Waterland').slice(2)).toEqual(['te klein', 'te klein']);
    const json = (await (await site.haal(`${ZW}/vergelijk/politie-misdrijven-hg.json?jaar=2019`)).json()) as {
      rijen: Record<string, unknown>[];
    };
    expect(json.rijen.find(r => r['gemeente'] === 'Waterland')).toMatchObject({
      verwacht_naar_inwonertal: null,
      bijgesteld_per_1000_inwoners: null,
      trechter: null,
    });
    expect(json.rijen.find(r => r['gemeente'] === 'Zaanstad')).toMatchObject({ trechter: 'binnen' });
  });

  // @eis B4.2
  test('waar te weinig gemeenten een cijfer hebben, staat waarom er geen trechter is', async () => {
    const html = await site.tekst(`${NHN}/vergelijk/vt-meldingen`);
    expect(woorden(html)).toContain('Geen trechter: daarvoor zijn ten minste vijf gemeenten nodig');
    expect(html).not.toContain('la-plek');
  });

  // @eis B4.2
  test('een gemeente staat naast haar regio alleen waar beide uit dezelfde bron komen', async () => {
    const html = await site.tekst(`${ZW}/gemeente/zaanstad`);
    const naast = html.slice(html.indexOf('Naast de regio'));
    // Region: 1.139 incidents on 336.738 inhabitants; Garwood 1073.8 to 1207.1 (R), outwards 1073 and 1208.
    expect(rij(naast, 'Incidenten huiselijk geweld bij de politie').slice(1)).toEqual([
      '2019',
      '4,28 (3,96 tot 4,62)',
      '3,38 (3,19 tot 3,59)',
      'binnen de trechter',
    ]);
    expect(rij(naast, 'Meldingen bij Veilig Thuis')[3]).toBe(
      'geen cijfer van de regio uit deze bron en dit jaar',
    );
  });

  // @eis B4.2
  test('geen twee regio’s delen een bron: dat staat er, met de reden, en er is geen tempo', async () => {
    const html = await site.tekst('/regios/cijfers/tijdelijk-huisverbod');
    expect(rij(html, 'Kennemerland')[1]).toBe('geen openbaar cijfer van de regio als geheel');
    expect(rij(html, 'Zaanstreek-Waterland').slice(1)).toEqual([
      'geen andere regio heeft een cijfer om naast te zetten',
      '100, 2019',
    ]);
    expect(rij(html, 'Kennemerland')).toHaveLength(3);
    const json = (await (await site.haal('/regios/cijfers/tijdelijk-huisverbod.json')).json()) as {
      rijen: Record<string, unknown>[];
    };
    expect(json.rijen.map(r => [r['regio'], r['per_1000_inwoners'], r['reden']])).toEqual([
      ['Kennemerland', null, 'geen_cijfer'],
      ['Noord-Holland Noord', null, 'geen_cijfer'],
      ['Zaanstreek-Waterland', null, 'enige'],
    ]);
  });

  // @eis B4.2
  test('gemeente en vergelijking zijn er op papier, als toegankelijke PDF, voor iedereen dezelfde', async () => {
    for (const [pad, naam] of [
      [`${ZW}/gemeente/zaanstad.pdf`, 'zaanstad-zaanstreek-waterland.pdf'],
      [
        `/en${ZW}/vergelijk/politie-misdrijven-hg.pdf?jaar=2019`,
        'politie-misdrijven-hg-zaanstreek-waterland-2019.pdf',
      ],
    ] as const) {
      const [r, vanLeider] = [await site.haal(pad), await site.haal(pad, leider)];
      expect([r.status, r.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(r.headers.get('content-disposition')).toBe(`attachment; filename="${naam}"`);
      const pdf = Buffer.from(await r.arrayBuffer());
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(true);
      expect(pdf.equals(Buffer.from(await vanLeider.arrayBuffer()))).toBe(true);
    }
    expect(await site.tekst(`${ZW}/gemeente/zaanstad`)).toContain(`href="${ZW}/gemeente/zaanstad.pdf"`);
  });

  test.each([
    ['/regio/atlantis/cijfers', 'atlantis'],
    [`${ZW}/cijfers/geluk`, 'geluk'],
    [`${ZW}/cijfers/vt-meldingen?gemeente=alkmaar`, 'alkmaar'],
    [`${ZW}/gemeente/alkmaar`, 'alkmaar'],
    [`${ZW}/vergelijk/politie-misdrijven-hg?jaar=1850`, '1850'],
    [`${ZW}/vergelijk/politie-misdrijven-hg?grenzen=gisteren`, 'gisteren'],
    ['/regios/cijfers/geluk', 'geluk'],
    [`${ZW}/gemeente/alkmaar.pdf`, 'alkmaar'],
    [`${ZW}/vergelijk/geluk.pdf`, 'geluk'],
  ])('%s wordt bij naam geweigerd', async (pad, naam) => {
    const r = await site.haal(pad);
    expect(r.status).toBe(404);
    expect(woorden(await r.text())).toContain(`‘${naam}’`);
  });

  test('een onbekend bestand wordt als probleem geweigerd, bij naam', async () => {
    const r = await site.haal(`${ZW}/cijfers/geluk.json`);
    expect(r.status).toBe(404);
    expect(((await r.json()) as { detail: string }).detail).toContain('geluk');
  });

  test('de naam van een bestand komt uit de catalogus, wat er ook in het adres staat', async () => {
    for (const adres of ['%E2%80%83vt-meldingen', 'VT_meldingen', 'vt-meldingen']) {
      const r = await site.haal(`${NHN}/cijfers/${adres}.csv`);
      expect([adres, r.status, r.headers.get('content-disposition')]).toEqual([
        adres,
        200,
        'attachment; filename="vt-meldingen-noord-holland-noord.csv"',
      ]);
    }
    expect((await site.haal(`${NHN}/cijfers/%0D%0Avt-meldingen.csv`)).status).toBe(404);
    const r = await site.haal(`${NHN}/cijfers/%E2%80%83geluk%22.csv`);
    expect(r.status).toBe(404);
    expect(((await r.json()) as { detail: string }).detail).toContain('geluk');
  });

  // @eis A4.4
  test('een signaal in een reeks die meer schommelt dan toeval, zegt dat erbij, in beide talen', async () => {
    // Bijlage 1 Politiecijfers: Zaanstad 165 en 246 misdrijven; een signaal.
    const pad = `${ZW}/cijfers/politie-misdrijven-hg`;
    const zin = 'maar deze reeks schommelt vaker meer dan toeval alleen';
    expect(woorden(await site.tekst(`${pad}?gemeente=zaanstad`))).toContain(zin);
    expect(woorden(await site.tekst(`/en${pad}?gemeente=zaanstad`))).toContain(
      'but this series often varies more than chance alone',
    );
    // Oostzaan 6 en 6: geen signaal, dus ook geen mogelijk signaal.
    expect(woorden(await site.tekst(`${pad}?gemeente=oostzaan`))).not.toContain('Mogelijk: van 6 ');
  });

  // @eis A4.4
  test('elke tabel is er als CSV en JSON, met dezelfde regels en met bron', async () => {
    const csv = await site.tekst(`${ZW}/cijfers/politie-misdrijven-hg.csv?gemeente=zaanstad`);
    const json = (await (
      await site.haal(`${ZW}/cijfers/politie-misdrijven-hg.json?gemeente=zaanstad`)
    ).json()) as {
      rijen: Record<string, unknown>[];
    };
    // Bijlage 1 Politiecijfers: Zaanstad 184, 165, 246 en 89 tot en met mei.
    expect(json.rijen.map(r => [r['periode'], r['waarde']])).toEqual([
      ['2017', 184],
      ['2018', 165],
      ['2019', 246],
      ['2020-01/2020-05', 89],
    ]);
    expect(csv.trim().split('\r\n')).toHaveLength(5);
    expect(csv).toContain('Bijlage 1 Politiecijfers');
  });

  test('de pagina van een gemeente toont de panelen van andere kamers', async () => {
    expect(await site.tekst(`${ZW}/gemeente/zaanstad`)).toContain('paneel van een andere kamer');
  });
});
