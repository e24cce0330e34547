import { beforeAll, describe, expect, test } from 'vitest';
import { leesZip } from '#platform/documenten/zip.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { leesPdf } from '../../../../test/wandeling/pdftekst.ts';
import { maakDatalab } from '../module.ts';
import type { Datalabsite, Proefpersoon } from '../testing/datalabsite.ts';
import {
  beginDocument,
  doeOpDocument,
  MELDINGEN,
  maakDocumentwereld,
  DOCUMENTREGIO as REGIO,
} from '../testing/documentsite.ts';
import { doeOp } from '../testing/publicatiesite.ts';

const proef = await maakProef();
let site: Datalabsite;
let analist: Proefpersoon;
let collega: Proefpersoon;
let adviseur: Proefpersoon;
let elders: Proefpersoon;
let lid: Proefpersoon;
let publicatie: string;
let pad: string;

const OPENBAAR = `/regio/${REGIO}/documenten/evaluatie-veilig-thuis-zaanstreek-waterland-2025`;
const TEKSTEN = [
  ['uitleg_tijdigheid', 'Er kwamen mensen bij.\n\n- het team in Zaanstad\n- het team in Purmerend'],
  ['uitleg_kwaliteit', 'Partners waren tevreden.'],
  ['oordeel_regio', 'Wij gaan zo door.'],
] as const;
const metBron = () => [...TEKSTEN, ['publicaties', publicatie] as const];

beforeAll(async () => {
  const kamer = maakDatalab({ nu: () => Temporal.Instant.from('2026-11-22T10:00:00Z') });
  const wereld = await maakDocumentwereld(proef, kamer, 'Meldingen Veilig Thuis 2025');
  ({ site, analist, collega, adviseur, elders, lid, publicatie } = wereld);
}, 120_000);

// @eis B4.5
describe('een document van keuze tot vaststelling', () => {
  test('wie niets kiest krijgt te lezen wat er ontbreekt, en houdt wat al goed was', async () => {
    const uit = await site.stuur(
      '/datalab/documenten/nieuw',
      { regio: REGIO, sjabloon: 'raadsbrief nl', periode: '2025', gemeente: '' },
      adviseur,
    );
    expect(uit.status).toBe(422);
    const html = await uit.text();
    expect(html).toContain('Dit soort document gaat over een ander soort periode');
    expect(html).toContain('Kies de gemeente voor wie dit document is');
    expect(html).toContain('Kies minstens één publicatie uit de lijst');
    expect(html).toMatch(/value="raadsbrief nl"[^>]*checked/);
  });

  test('een adviseur begint een evaluatie; buiten de regio bestaat zij niet en het publiek ziet niets', async () => {
    pad = await beginDocument(site, adviseur, {
      sjabloon: 'evaluatie-veilig-thuis nl',
      periode: '2025',
      publicaties: [publicatie],
    });
    for (const wie of [undefined, lid, elders])
      expect((await site.haal(pad, wie)).status, wie?.lid.rol).toBe(404);
    expect((await site.haal(OPENBAAR)).status).toBe(404);
    expect(await site.tekst(`/regio/${REGIO}/documenten`)).toContain('nog geen document vastgesteld');
    const html = await site.tekst(pad, adviseur);
    expect(html).toContain('Evaluatie Veilig Thuis Zaanstreek-Waterland, 2025');
    expect(html).toContain('[Nog invullen: Wat vindt de regio hiervan?]');
    expect(html).toContain('Vaststellen doet de projectleider of de datalab-analist');
    expect(html).not.toContain('Stel vast en maak openbaar');
  });

  test('een concept wordt bewaard zoals het is getypt, ook als het nog niet klopt', async () => {
    const uit = await doeOpDocument(site, pad, 'bewaar', adviseur, [
      ['uitleg_tijdigheid', 'In Waterland waren het er 3.'],
      ['publicaties', publicatie],
    ]);
    expect(uit.status).toBe(303);
    const html = await site.tekst(`${pad}?bewaard=ja`, collega);
    expect(html).toContain('Het concept is bewaard');
    expect(html).toContain('In Waterland waren het er 3.');
    expect(html).toContain('[Nog invullen: Wat verklaart of Veilig Thuis op tijd was?]');
  });

  test('vaststellen met fouten noemt elk veld, en niets gaat verloren', async () => {
    const uit = await doeOpDocument(site, pad, 'stel_vast', collega);
    expect(uit.status).toBe(422);
    const html = await uit.text();
    expect(html).toContain('Het getal 3 staat los in de tekst');
    expect(html).toContain('href="#veld-oordeel_regio"');
    expect(html).toContain('In Waterland waren het er 3.');
    expect((await site.haal(OPENBAAR)).status).toBe(404);
  });

  test('twee mensen tegelijk: de tweede ziet beide teksten en houdt de zijne', async () => {
    expect((await doeOpDocument(site, pad, 'bewaar', analist, metBron())).status).toBe(303);
    const uit = await site.stuurLijst(
      pad,
      [
        ['doe', 'bewaar'],
        ['versie', '1'],
        ['uitleg_kwaliteit', 'Mijn eigen zin.'],
        ['publicaties', publicatie],
      ],
      adviseur,
    );
    expect(uit.status).toBe(422);
    const html = await uit.text();
    expect(html).toContain('Iemand anders heeft dit document intussen veranderd');
    expect(html).toContain('Partners waren tevreden.');
    expect(html).toMatch(/<textarea[^>]*>Mijn eigen zin\.<\/textarea>/);
  });

  test('een verwijzing in de tekst wordt het gepubliceerde getal met zijn noot; een vreemde wordt geweigerd', async () => {
    const html = await site.tekst(pad, analist);
    expect(html).toContain('<code>[meldingen-veilig-thuis-2025/c');
    const regio =
      /<code>(\[meldingen-veilig-thuis-2025\/c\d+\])<\/code>(?:(?!<\/tr>).)*Zaanstreek-Waterland(?:(?!<\/tr>).)*2025/s.exec(
        html,
      )?.[1];
    const met = (verwijzing: string) => [
      ...metBron().filter(([n]) => n !== 'oordeel_regio'),
      ['oordeel_regio', `Het waren er ${verwijzing}.`] as const,
    ];
    await doeOpDocument(site, pad, 'bewaar', analist, met('[andere-publicatie/c1]'));
    expect(await (await doeOpDocument(site, pad, 'stel_vast', analist)).text()).toContain(
      'De verwijzing [andere-publicatie/c1] staat niet in de gekozen publicaties',
    );
    await doeOpDocument(site, pad, 'bewaar', analist, met(regio ?? ''));
    expect(await site.tekst(pad, analist)).toMatch(/Het waren er ongeveer \d+\s*(&nbsp;)?<a[^>]*>\[1\]/);
  });

  test('een adviseur kan niet vaststellen, ook niet langs de knop', async () => {
    expect((await doeOpDocument(site, pad, 'stel_vast', adviseur)).status).toBe(404);
    expect((await site.haal(OPENBAAR)).status).toBe(404);
  });

  test('een analist stelt vast, en dan leest iedereen het', async () => {
    expect((await doeOpDocument(site, pad, 'stel_vast', analist)).status).toBe(303);
    const html = await site.tekst(OPENBAAR);
    expect(html).toContain('Wat de regio hiervan vindt');
    expect(html).not.toContain('Wat er gaat veranderen');
    expect(html).not.toContain('[Nog invullen');
    expect(await site.tekst(`/en${OPENBAAR}`)).toContain('<article class="la-stroom" lang="nl">');
    expect(await site.tekst(`/regio/${REGIO}/documenten`)).toContain('Evaluatie Veilig Thuis');
  });

  test('daarna is er niets meer te bewaren en niet nog eens vast te stellen', async () => {
    const voor = await site.tekst(OPENBAAR);
    const uit = await site.stuurLijst(
      pad,
      [
        ['doe', 'bewaar'],
        ['versie', '9'],
        ['oordeel_regio', 'Iets anders'],
      ],
      analist,
    );
    expect(uit.status).toBe(200);
    expect((await doeOpDocument(site, pad, 'stel_vast', collega)).status).toBe(422);
    expect(await site.tekst(OPENBAAR)).toBe(voor);
  });
});

const kaal = (html: string): string =>
  html
    .slice(html.indexOf('<article'), html.indexOf('</article>'))
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ');
const woorden = (docx: Buffer): string =>
  leesZip(docx, 50_000_000)
    .get('word/document.xml')
    ?.toString('utf8')
    .replace(/<\/w:(p|t)>/g, ' ')
    .replace(/<[^>]*>/g, '') ?? '';

/** The words of a PDF, without the bytes that follow them. */
const zonderRuis = (pdf: Buffer): string => leesPdf(pdf).slice(0, -pdf.length);

async function vormen(): Promise<Record<string, string>> {
  const bestand = async (vorm: string) =>
    Buffer.from(await (await site.haal(`${OPENBAAR}.${vorm}`)).arrayBuffer());
  return {
    pagina: kaal(await site.tekst(OPENBAAR)),
    pdf: zonderRuis(await bestand('pdf')),
    docx: woorden(await bestand('docx')),
  };
}

// @eis B4.5
describe('elk getal draagt zijn publicatie, en geen getal is precies', () => {
  test('pagina, PDF en Word noemen achter de getallen de publicatie met code, versie, adres en zegel', async () => {
    for (const [vorm, tekst] of Object.entries(await vormen())) {
      const plat = tekst.replace(/\s+/g, '');
      expect(plat, vorm).toContain('Waardegetallenvandaankomen');
      expect(plat, vorm).toMatch(/Publicatiemeldingen-veilig-thuis-2025,versie\d+/);
      expect(plat, vorm).toContain(
        `http://localhost:8080/regio/${REGIO}/publicaties/meldingen-veilig-thuis-2025`,
      );
      expect(plat, vorm).toMatch(/Zegel[0-9a-f]{16}/);
      expect(plat, vorm).toMatch(/kreegin2025ongeveer\d+\[1\]meldingen/);
    }
  });

  test('de PDF is als PDF/UA gemerkt en Word is een tekstdocument', async () => {
    const pdf = Buffer.from(await (await site.haal(`${OPENBAAR}.pdf`)).arrayBuffer());
    expect(pdf.includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(true);
    const docx = await site.haal(`${OPENBAAR}.docx`);
    expect(docx.headers.get('content-type')).toContain('wordprocessingml');
  });

  test('nergens staat een echt aantal; elke cel is een veelvoud van vijf', async () => {
    const echt = Object.values(MELDINGEN).flat();
    const html = await site.tekst(OPENBAAR);
    const cellen = [...html.matchAll(/<td[^>]*>(?:<[^>]*>)*([\d.]+)</g)].map(m =>
      Number((m[1] ?? '').replaceAll('.', '')),
    );
    expect(cellen.length).toBeGreaterThanOrEqual(16);
    for (const n of cellen) expect(n % 5).toBe(0);
    for (const [vorm, tekst] of Object.entries(await vormen())) {
      const lezen = tekst.replace(/\[\d+\]|VT-\d+|\d+ november|artikel [\d.]+|\d{4}-?\d*/g, ' ');
      for (const n of echt.filter(m => m > (vorm === 'pdf' ? 100 : 25) && m % 5 !== 0))
        expect(lezen, `${vorm} ${n}`).not.toMatch(new RegExp(`(?<![\\d.,])${n}(?![\\d.,])`));
    }
  });

  test('wat geen publicatie kan geven staat er met de reden, en geen percentage is uitgerekend', async () => {
    const { pagina = '' } = await vormen();
    expect(pagina).toMatch(/een publicatie geeft alleen aantallen[^:]*:\s*VT-1 /);
    expect(pagina).toMatch(/stuurinformatie binnen één organisatie[^:]*:\s*VT-5 /);
    expect(pagina).toMatch(/niet beschikbaar, want geen van de gekozen publicaties/);
    expect(pagina).not.toMatch(/\d\s*%/);
    const procenten = pagina.match(/\d+ procent/g) ?? [];
    expect(new Set(procenten)).toEqual(new Set(['90 procent', '80 procent']));
  });
});

// @eis B4.5
describe('als een publicatie in een document wordt ingetrokken', () => {
  test('de brief van een raad heeft een kop, en zegt van wat ontbreekt waarom', async () => {
    const brief = await beginDocument(site, adviseur, {
      sjabloon: 'raadsbrief nl',
      periode: '2025-H2',
      gemeente: 'GM0852',
      publicaties: [publicatie],
    });
    const html = kaal(await site.tekst(brief, adviseur));
    expect(html).toContain('De gemeenteraad van Waterland');
    expect(html).toContain('[Nog invullen: Datum van de brief]');
    expect(html).toContain(
      'Meldingen bij Veilig Thuis in Waterland over tweede halfjaar 2025: niet beschikbaar',
    );
    expect(html).not.toContain('Purmerend');
  });

  test('openbare bronnen komen mee met hun eigen noot, en zonder publicatie', async () => {
    const bijlage = await beginDocument(site, analist, {
      sjabloon: 'indicatorenbijlage en',
      periode: '2025',
      publicaties: [],
      openbaar: true,
    });
    const html = kaal(await site.tekst(bijlage, analist));
    expect(html).toContain('as a public source printed it');
    expect(html).toContain('Where the numbers come from');
    expect(html).toMatch(/StatLine|CBS/);
  });

  test('het document zegt het bovenaan, en pagina, PDF en Word geven niets meer', async () => {
    expect((await doeOp(site, publicatie, 'trek_in', collega, 'Een gemeente telde dubbel')).status).toBe(303);
    const uit = await site.haal(OPENBAAR);
    expect(uit.status).toBe(410);
    const html = await uit.text();
    expect(html).toContain('Een publicatie in dit document is ingetrokken');
    expect(html).toContain('Een gemeente telde dubbel');
    expect(html).not.toContain('Wij gaan zo door');
    expect(await site.tekst(`/regio/${REGIO}/documenten`)).toContain('niet meer te lezen');
    for (const vorm of ['pdf', 'docx']) {
      const bestand = await site.haal(`${OPENBAAR}.${vorm}`);
      expect(bestand.status).toBe(410);
      expect(await bestand.text()).toContain('ingetrokken');
    }
    expect(await site.tekst(pad, collega)).toContain('Lezers zien de tekst en de bestanden niet meer');
  });

  test('een concept kan er niet meer op rusten, en intrekken van een document vraagt een reden', async () => {
    const lijst = await site.tekst('/datalab/documenten', analist);
    const brief =
      /href="(\/datalab\/documenten\/[0-9a-f-]{36})"[^>]*>Aanpak huiselijk/.exec(lijst)?.[1] ?? '';
    expect(await site.tekst(brief, analist)).toContain('Een publicatie in dit document is ingetrokken');
    expect(await (await doeOpDocument(site, brief, 'stel_vast', analist)).text()).toContain(
      'is ingetrokken. Kies een andere',
    );
    expect((await doeOpDocument(site, pad, 'trek_in', collega)).status).toBe(422);
    const reden = [['reden', 'Vervangen door een nieuwe evaluatie']] as const;
    expect((await doeOpDocument(site, pad, 'trek_in', collega, reden)).status).toBe(303);
    const uit = await site.haal(OPENBAAR);
    expect(uit.status).toBe(410);
    expect(await uit.text()).toContain('Vervangen door een nieuwe evaluatie');
  });
});
