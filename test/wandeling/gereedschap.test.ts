import { Config, type HtmlElement, Parser } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakPdf } from '#platform/documenten/index.ts';
import { ELDERS, niemand, REGIO, type Vrager } from '../toegang-matrix/wie.ts';
import { leesAntwoord } from './inhoud.ts';
import { Merkboek } from './merken.ts';
import { binnenadres, leesPagina } from './pagina.ts';
import { leesPdf } from './pdftekst.ts';
import { magVragen, onterecht } from './recht.ts';
import { maakToeval } from './toeval.ts';
import { stuur, vormVan, vraagVan } from './verzoek.ts';
import { bouwWereld, type Wandelaar, type Wereld } from './wereld.ts';

let w: Wereld;
beforeAll(async () => {
  w = await bouwWereld();
}, 180_000);
afterAll(() => w?.stop());

const wandelaar = (naam: string): Wandelaar => {
  const x = w.wandelaars.find(y => y.wie.naam === naam);
  if (!x) throw new Error(`geen ${naam}`);
  return x;
};
const haal = async (naam: string, pad: string) =>
  leesAntwoord(await stuur(w.app, vraagVan(naam, pad, 'begin'), new Map(wandelaar(naam).koekjes)), pad);

/** The same by the parser of a library: links of the site, and forms with the names of their fields. */
async function metBibliotheek(html: string, pad: string) {
  const wortel = new Parser(await (await Config.fromObject([], {})).resolve()).parseHtml(html);
  const alle = (van: HtmlElement, keuze: string) => van.querySelectorAll(keuze);
  const waarde = (e: HtmlElement, naam: string) => e.getAttributeValue(naam)?.replaceAll('&amp;', '&') ?? '';
  const links = [
    ...alle(wortel, 'a, link').map(e => waarde(e, 'href')),
    ...alle(wortel, 'script, img').map(e => waarde(e, 'src')),
  ].flatMap(href => binnenadres(href, pad) ?? []);
  const vormen = alle(wortel, 'form').map(f => ({
    methode: waarde(f, 'method').toUpperCase() || 'GET',
    velden: [...new Set(alle(f, 'input, select, textarea').map(e => waarde(e, 'name')))].sort(),
    knoppen: alle(f, 'button').length,
    opties: alle(f, 'option').length,
  }));
  return { links: [...new Set(links)].sort(), vormen };
}

// @eis A1.4
describe('het gereedschap van de wandeling', () => {
  test('leest op echte pagina’s dezelfde links en formulieren als een bibliotheek', async () => {
    const paden = [
      '/',
      '/en',
      '/stijl',
      '/account',
      '/account/agenda',
      '/datalab/invoer',
      `/regio/${REGIO}/cijfers`,
      `/regio/${REGIO}/raad`,
      `/programma/${REGIO}/planning`,
      `/programma/${REGIO}/onderdelen`,
      `/programma/${REGIO}/onderdeel/actie/nieuw`,
      `/programma/${REGIO}/onderdeel/raadsopmerking/nieuw`,
      `/programma/${REGIO}/bestand`,
      `/programma/${REGIO}/verslag`,
    ];
    let velden = 0;
    for (const pad of paden) {
      const a = await haal('projectleider', pad);
      expect([pad, a.status]).toEqual([pad, 200]);
      const zelf = {
        links: [...(a.pagina?.links ?? [])].sort(),
        vormen: (a.pagina?.vormen ?? []).map(v => ({
          methode: v.methode,
          velden: [...new Set(v.velden.map(x => x.naam))].sort(),
          knoppen: v.knoppen.length,
          opties: v.velden.filter(x => x.soort === 'select').reduce((n, x) => n + x.opties.length, 0),
        })),
      };
      expect([pad, zelf]).toEqual([pad, await metBibliotheek(a.lijf.toString('utf8'), pad)]);
      velden += zelf.vormen.reduce((n, v) => n + v.velden.length, 0);
    }
    expect(velden).toBeGreaterThan(60);
  });

  test('leest waarden, keuzen en vinkjes zoals een browser ze zou versturen', () => {
    const p = leesPagina(
      `<html lang="nl"><h1>Kop <em>van</em> &amp; zo</h1><form method=post action="/x?a=1&amp;b=2">
       <input name=a value="&lt;b&gt;"><input type=radio name=r value=1><input type=radio name=r value=2 checked>
       <input type=checkbox name=c value=ja checked><select name=s><option>een<option value=2 selected>twee</select>
       <textarea name=t>\n&quot;tekst&quot;</textarea><button name=doe value=nu formaction=/y>Doe</button></form>
       <a href="https://elders.invalid/">x</a><a href="#plek">y</a><p onclick="x()">z</p></html>`,
      '/hier',
    );
    expect([p.kop, p.taal, p.links, p.inlijn]).toEqual(['Kop van & zo', 'nl', [], ['p onclick']]);
    const [vorm] = p.vormen;
    expect([vorm?.actie, vorm?.methode, vorm?.knoppen]).toEqual([
      '/x?a=1&b=2',
      'POST',
      [{ naam: 'doe', waarde: 'nu', actie: '/y' }],
    ]);
    expect(vorm?.velden.map(v => [v.naam, v.waarde, v.aan, v.opties.length])).toEqual([
      ['a', '<b>', false, 0],
      ['r', '2', false, 2],
      ['c', 'ja', true, 0],
      ['s', '2', false, 2],
      ['t', '"tekst"', false, 0],
    ]);
  });

  test('vindt een woord en een getal in elke vorm waarin een antwoord kan komen', async () => {
    const boek = new Merkboek();
    const m = { naam: 'proef', wie: niemand, sleutel: null, door: null };
    const woord = boek.woord(m);
    const getal = boek.getal({ ...m, naam: 'getal' });
    const pdf = await maakPdf({
      titel: 'Proef',
      taal: 'nl',
      metagegevens: [],
      blokken: [
        { soort: 'kop', niveau: 2, tekst: `Kop ${woord}` },
        { soort: 'alinea', tekst: `Er zijn ${new Intl.NumberFormat('nl-NL').format(getal)} meldingen` },
      ],
    } as Parameters<typeof maakPdf>[0]);
    const namen = (tekst: string) => [...boek.gevonden(tekst)].map(x => x.naam).sort();
    expect(namen(leesPdf(Buffer.from(pdf)))).toEqual(['getal', 'proef']);
    for (const vorm of [String(getal), `7.${String(getal).slice(1, 4)}.${String(getal).slice(4)}`])
      expect(namen(`a ${vorm}, b`)).toEqual(['getal']);
    expect(namen(`1${getal} ${getal}9 0.${getal}`)).toEqual([]);
    expect(namen(woord.toUpperCase())).toEqual(['proef']);
  });

  test('wie een concept mag zien, ziet het merk in pagina, JSON en rekenblad; het publiek nergens', async () => {
    const concepten = async (naam: string, pad: string) =>
      [...w.boek.gevonden((await haal(naam, pad)).tekst)].filter(m => m.sleutel?.startsWith(`${REGIO}|`))
        .length;
    for (const vorm of ['json', 'xlsx'])
      expect(
        await concepten('lezer', `/programma/${REGIO}/bestand/ophalen?vorm=${vorm}&versie=werk`),
      ).toBeGreaterThan(100);
    expect(await concepten('lezer', `/programma/${REGIO}/programma`)).toBeGreaterThan(5);
    expect(
      await concepten('lezer', `/programma/${REGIO}/verslag.docx?van=2021-01&tot=2021-12`),
    ).toBeGreaterThan(0);
    for (const pad of [`/regio/${REGIO}`, `/regio/${REGIO}/programma.json`, `/regio/${REGIO}/programma`])
      expect(await concepten('anoniem', pad)).toBe(0);
  });

  test('schrijft op welke rij is veranderd, en van wie en waar', async () => {
    await w.neem();
    await w.query(`select set_config('la.actor', 'persoon:00000000-0000-4000-8000-000000000001', false)`);
    await w.query(`update programma.onderdeel set volgorde = volgorde where regio = '${REGIO}'`);
    await w.query(
      `update programma.onderdeel set volgorde = volgorde + 1 where code = 'HLM-1a' or code = '1.1'`,
    );
    await w.query(`select set_config('la.actor', '', false)`);
    const wijzigingen = await w.neem();
    expect(wijzigingen.length).toBeGreaterThan(0);
    expect(new Set(wijzigingen.map(x => `${x.tabel} ${x.daad} ${x.actor.slice(0, 8)}`))).toEqual(
      new Set(['programma.onderdeel UPDATE persoon:']),
    );
    expect(wijzigingen.every(x => typeof x.na?.['regio'] === 'string')).toBe(true);
    expect(await w.neem()).toEqual([]);
  });

  test('dezelfde worpen bij hetzelfde zaad, andere bij een ander', () => {
    const worpen = (zaad: number) => {
      const d = maakToeval(zaad);
      return Array.from({ length: 40 }, () => d.getal(1000));
    };
    expect(worpen(1)).toEqual(worpen(1));
    expect(worpen(1)).not.toEqual(worpen(2));
    expect(new Set(worpen(3)).size).toBeGreaterThan(30);
  });

  test('soorten pagina’s zijn los van codes en plaatsen', () => {
    expect(vormVan(`/regio/${ELDERS}/programma/acties/1.2?b=1&a=2`)).toBe(
      '/regio/:regio/programma/acties/:x?a&b',
    );
    expect(vormVan('/en/regio/kennemerland/gemeente/haarlem')).toBe('/en/regio/:regio/gemeente/:x');
  });
});

// @eis A5.3 A3.10
describe('het oordeel van de wandeling', () => {
  const v = (naam: string): Vrager => wandelaar(naam).wie;
  const raad = (gemeente: string) =>
    [...w.gemeenteVan]
      .find(([s, g]) => s.startsWith(`${REGIO}|raadsopmerking|`) && g === gemeente)?.[0]
      .split('|')[2] ?? '';
  test.each([
    ['GET', '/regio/kennemerland', 'anoniem', true],
    ['GET', '/programma/kennemerland', 'anoniem', false],
    ['GET', '/programma/kennemerland', 'raadslid', false],
    ['GET', '/programma/kennemerland/planning', 'lezer', true],
    ['GET', '/programma/kennemerland/planning', 'lezer_elders', false],
    ['GET', '/programma/kennemerland/onderdeel/actie/1.1/wijzig', 'lezer', false],
    ['GET', '/programma/kennemerland/onderdeel/actie/1.1/wijzig', 'beleidsmedewerker', false],
    ['GET', '/programma/kennemerland/onderdeel/actie/1.1/wijzig', 'projectleider', true],
    ['POST', '/programma/kennemerland/hulpaanbod', 'beleidsmedewerker', false],
    ['GET', '/programma/kennemerland/hulpaanbod', 'beleidsmedewerker', true],
    ['POST', '/programma/kennemerland/programma/acties/1.1/gemeente/haarlem', 'beleidsmedewerker', true],
    ['POST', '/programma/kennemerland/programma/acties/1.1/gemeente/beverwijk', 'beleidsmedewerker', false],
    ['GET', '/datalab/invoer', 'beleidsmedewerker', false],
    ['GET', '/datalab/invoer', 'datalab_analist', true],
    ['GET', '/beheer/techniek', 'accountbeheerder', false],
    ['GET', '/beheer/accounts', 'technisch_beheerder', false],
    ['GET', '/account', 'anoniem', false],
    ['GET', '/kamer-die-er-niet-is', 'projectleider', null],
  ] as const)('%s %s door %s: %s', (methode, pad, wie, mag) => {
    expect(magVragen(v(wie), methode, pad, w)).toBe(mag);
  });

  test('een opmerking beantwoordt alleen wie het aangaat', () => {
    const mag = (wie: string, gemeente: string) =>
      magVragen(v(wie), 'POST', `/programma/${REGIO}/raad/${raad(gemeente)}`, w);
    expect([mag('beleidsmedewerker', 'GM0392'), mag('beleidsmedewerker', 'GM0375')]).toEqual([true, false]);
    expect([mag('projectleider', 'GM0375'), mag('raadslid', 'GM0392')]).toEqual([true, false]);
  });

  test.each([
    ['programma.onderdeel', { regio: REGIO, soort: 'actie' }, ['projectleider']],
    [
      'programma.onderdeel',
      { regio: REGIO, soort: 'raadsopmerking', gemeente: 'GM0392' },
      ['projectleider', 'beleidsmedewerker'],
    ],
    ['programma.onderdeel', { regio: REGIO, soort: 'raadsopmerking', gemeente: 'GM0375' }, ['projectleider']],
    ['datalab.waarneming', { regio: REGIO }, ['projectleider', 'datalab_analist']],
    [
      'datalab.waarneming',
      { regio: ELDERS },
      ['projectleider', 'datalab_analist', 'projectleider_elders', 'datalab_analist_elders'],
    ],
    [
      'toegang.lidmaatschap',
      { regio: ELDERS, persoon_id: 'x' },
      ['accountbeheerder', 'accountbeheerder_elders'],
    ],
    ['datalab.indicator', {}, []],
  ] as const)('een rij van %s %j schrijven alleen %j', (tabel, na, wie) => {
    const wat = { tabel, daad: 'INSERT' as const, actor: '', na, voor: null };
    const mogen = w.wandelaars.filter(x => onterecht(x, wat, 'POST', '/x') === null).map(x => x.wie.naam);
    expect(mogen.toSorted()).toEqual([...wie].toSorted());
    expect(w.wandelaars.every(x => onterecht(x, wat, 'GET', '/x') !== null)).toBe(true);
  });
});
