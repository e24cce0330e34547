import type { Boom, Overtreding } from './bron.ts';
import { isCode, isTest } from './bron.ts';
import { eigenNamen } from './ontleed.ts';
import { migratiesVan } from './regels-kolommen.ts';
import { leesTabellen } from './sql.ts';
import { namenVanAnderen, schemasMetVreemdeNamen } from './uitzonderingen.ts';
import { bevat, inDelen, type Woordenlijst } from './woordenlijst.ts';

type Naam = { bestand: string; regel: number; naam: string };

function namenInCode(boom: Boom, past: (pad: string) => boolean): Naam[] {
  const uit: Naam[] = [];
  for (const [bestand, tekst] of boom) {
    if (!past(bestand)) continue;
    const kaal = bestand.slice(bestand.lastIndexOf('/') + 1).replace(/\.[a-z.]+$/, '');
    uit.push({ bestand, regel: 1, naam: kaal });
    if (isCode(bestand)) uit.push(...eigenNamen(bestand, tekst).map(n => ({ bestand, ...n })));
  }
  return uit;
}

function namenInDatabase(boom: Boom, zonderVreemd: boolean): Naam[] {
  return leesTabellen(migratiesVan(boom))
    .filter(t => !zonderVreemd || !((t.naam.split('.')[0] ?? '') in schemasMetVreemdeNamen))
    .flatMap(t =>
      [...t.naam.split('.'), ...t.kolommen.keys()].map(naam => ({ bestand: t.bestand, regel: 1, naam })),
    );
}

/** Synonyms that the list forbids, as a name in the code or the database. */
export function synoniemFouten(boom: Boom, lijst: Woordenlijst): Overtreding[] {
  const goedeWoorden = new Set(
    lijst.woorden.flatMap(w => [w.identifier, w.meervoud].map(n => inDelen(n).join(' '))),
  );
  const verboden = lijst.woorden.flatMap(w =>
    w.niet.flatMap(s => {
      const delen = inDelen(s);
      const laatste = delen.at(-1) ?? '';
      const meer = ['s', 'en'].map(e => [...delen.slice(0, -1), laatste + e]);
      const vormen = [delen, ...meer.filter(m => !goedeWoorden.has(m.join(' ')))];
      return vormen.map(d => ({ delen: d, synoniem: s, goed: w.identifier }));
    }),
  );
  const namen = [
    ...namenInCode(boom, pad => pad.startsWith('src/') && !isTest(pad)),
    ...namenInDatabase(boom, true),
  ];
  return namen.flatMap(({ bestand, regel, naam }) => {
    if (`${bestand} ${naam}` in namenVanAnderen) return [];
    const delen = inDelen(naam);
    const fout = verboden.find(v => bevat(delen, v.delen));
    return fout ? [{ bestand, regel, wat: `"${naam}": niet ${fout.synoniem}, wel ${fout.goed}` }] : [];
  });
}

/** Domain words in platform: it knows no word of the domain, save the words that the list allows it. */
export function platformWoordFouten(boom: Boom, lijst: Woordenlijst): Overtreding[] {
  const domein = lijst.woorden
    .filter(w => !w.platform)
    .flatMap(w => [inDelen(w.identifier), inDelen(w.meervoud)]);
  const inPlatform = new Map([...boom].filter(([p]) => /^src\/platform\//.test(p) && !isTest(p)));
  const namen = [...namenInCode(inPlatform, () => true), ...namenInDatabase(inPlatform, false)];
  return namen.flatMap(({ bestand, regel, naam }) => {
    const delen = inDelen(naam);
    const woord = domein.find(d => bevat(delen, d));
    return woord
      ? [{ bestand, regel, wat: `"${naam}": het domeinwoord ${woord.join(' ')} hoort hier niet` }]
      : [];
  });
}

/** Is a table name a known word, a plural of one, or a composition of known words? */
export function bekendeTabel(naam: string, lijst: Woordenlijst): boolean {
  const bekend = [
    ...lijst.woorden.flatMap(w => [inDelen(w.identifier).join('_'), inDelen(w.meervoud).join('_')]),
    ...lijst.bijwoorden,
  ];
  const past = (rest: string): boolean =>
    rest === '' ||
    bekend.some(w => (rest === w || rest.startsWith(`${w}_`)) && past(rest.slice(w.length + 1)));
  return past(naam);
}

/** Rooms and tables that the list does not know. */
export function onbekendeNamen(boom: Boom, lijst: Woordenlijst): Overtreding[] {
  const kamers = new Map<string, string>();
  for (const pad of boom.keys()) {
    const kamer = /^src\/modules\/([^/]+)\//.exec(pad)?.[1];
    if (kamer && !lijst.kamers.includes(kamer)) kamers.set(kamer, pad);
  }
  const tabellen = leesTabellen(migratiesVan(boom)).filter(t => {
    const [schema = '', naam = schema] = t.naam.split('.');
    return !(schema in schemasMetVreemdeNamen) && !bekendeTabel(naam, lijst);
  });
  return [
    ...[...kamers].map(([k, bestand]) => ({
      bestand,
      regel: 1,
      wat: `kamer "${k}" staat niet in de woordenlijst`,
    })),
    ...tabellen.map(t => ({
      bestand: t.bestand,
      regel: 1,
      wat: `tabel "${t.naam}" staat niet in de woordenlijst`,
    })),
  ];
}
