import type { Hulpaanbod } from './hulpaanbod.ts';

/** A fault in a file with its place; the shape that the room of programmes shows. */
export interface Deelfout {
  lijst: string;
  nummer: number | null;
  code: string | null;
  veld: string;
  gebrek:
    | { code: 'verplicht' }
    | { code: 'geen_tekst' }
    | { code: 'te_lang'; hoogstens: number }
    | { code: 'geen_lijst' }
    | { code: 'dubbel' }
    | { code: 'onbekend_deel' };
}

type Gebrek = Deelfout['gebrek'];
const LIJST = 'hulpaanbod';
const REGEL = 300;
const ALINEA = 5_000;

const tekst =
  (hoogstens: number, verplicht = false) =>
  (w: unknown): Gebrek | null => {
    if (w === null || w === undefined || w === '') return verplicht ? { code: 'verplicht' } : null;
    if (typeof w !== 'string') return { code: 'geen_tekst' };
    return w.length > hoogstens ? { code: 'te_lang', hoogstens } : null;
  };
const regels = (w: unknown): Gebrek | null => {
  if (w === null || w === undefined) return null;
  if (!Array.isArray(w)) return { code: 'geen_lijst' };
  return w.map(tekst(REGEL, true)).find(g => g !== null) ?? null;
};
const bron = (w: unknown): Gebrek | null => {
  if (w === null || w === undefined) return null;
  if (typeof w !== 'object' || Array.isArray(w)) return { code: 'geen_tekst' };
  const { bestand, paragraaf, ...rest } = w as Record<string, unknown>;
  if (Object.keys(rest).length > 0) return { code: 'onbekend_deel' };
  return tekst(REGEL)(bestand) ?? tekst(REGEL)(paragraaf);
};

/** One judgement per field, in the order of the file. */
const VELDEN: Readonly<Record<keyof Hulpaanbod, (w: unknown) => Gebrek | null>> = {
  code: tekst(REGEL, true),
  naam: tekst(REGEL, true),
  aanbieder: tekst(REGEL),
  soort: tekst(REGEL),
  doelgroepen: regels,
  fasen: regels,
  gebied: tekst(REGEL),
  omschrijving: tekst(ALINEA),
  status: tekst(REGEL),
  bereikbaarheid: tekst(ALINEA),
  bron,
};

const naamloos = (w: unknown): string | null => (typeof w === 'string' && w !== '' ? w : null);

function alsHulpaanbod(ruw: Record<string, unknown>): Hulpaanbod {
  const b = ruw.bron as Record<string, unknown> | null | undefined;
  return {
    code: String(ruw.code),
    naam: String(ruw.naam),
    aanbieder: naamloos(ruw.aanbieder),
    soort: naamloos(ruw.soort),
    doelgroepen: (ruw.doelgroepen as string[] | null | undefined) ?? [],
    fasen: (ruw.fasen as string[] | null | undefined) ?? [],
    gebied: naamloos(ruw.gebied),
    omschrijving: naamloos(ruw.omschrijving),
    status: naamloos(ruw.status),
    bereikbaarheid: naamloos(ruw.bereikbaarheid),
    bron: b ? { bestand: naamloos(b.bestand), paragraaf: naamloos(b.paragraaf) } : null,
  };
}

function foutenIn(ruw: unknown, nummer: number): Deelfout[] {
  const plek = { lijst: LIJST, nummer };
  if (typeof ruw !== 'object' || ruw === null || Array.isArray(ruw)) {
    return [{ ...plek, code: null, veld: '', gebrek: { code: 'geen_tekst' } }];
  }
  const item = ruw as Record<string, unknown>;
  const code = naamloos(item.code);
  const vreemd = Object.keys(item).filter(k => !(k in VELDEN));
  return [
    ...vreemd.map(veld => ({ ...plek, code, veld, gebrek: { code: 'onbekend_deel' } as const })),
    ...Object.entries(VELDEN).flatMap(([veld, toets]) => {
      const gebrek = toets(item[veld]);
      return gebrek ? [{ ...plek, code, veld, gebrek }] : [];
    }),
  ];
}

/** Reads the list of a programme file: all offers, or every fault with its place. */
export function leesHulpaanbod(deel: unknown): { items: Hulpaanbod[]; fouten: Deelfout[] } {
  if (!Array.isArray(deel)) {
    const gebrek = { code: 'geen_lijst' } as const;
    return { items: [], fouten: [{ lijst: LIJST, nummer: null, code: null, veld: '', gebrek }] };
  }
  const fouten = deel.flatMap((ruw, i) => foutenIn(ruw, i + 1));
  if (fouten.length > 0) return { items: [], fouten };
  const items = (deel as Record<string, unknown>[]).map(alsHulpaanbod);
  items.forEach((h, i) => {
    if (items.findIndex(x => x.code === h.code) < i)
      fouten.push({ lijst: LIJST, nummer: i + 1, code: h.code, veld: 'code', gebrek: { code: 'dubbel' } });
  });
  return fouten.length > 0 ? { items: [], fouten } : { items, fouten };
}
