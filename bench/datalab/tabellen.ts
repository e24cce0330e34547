import {
  type Aanvaller,
  type Beschermvraag,
  BUITENSTAANDER,
  type Methode,
  type Optelling,
  type Telling,
  teBeschermenBij,
} from '../../src/kern/onthulling/index.ts';

/** Draws that are the same for the same seed: numbers from 0 to 1. */
export function dobbelsteen(zaad: number): () => number {
  let s = zaad >>> 0;
  return () => {
    s = (Math.imul(s, 1_664_525) + 1_013_904_223) >>> 0;
    return s / 2 ** 32;
  };
}

/** A set of tables as a region publishes it: municipalities with their region, years out of quarters, kinds with a whole. */
export interface Maat {
  gemeenten: number;
  jaren: number;
  soorten: number;
}

const cel = (g: number | 'r', p: string, s: number | 't'): string => `c_${g}_${p}_${s}`;

/** How many counts such a set has. */
export const aantalVan = (m: Maat): number => (m.gemeenten + 1) * (m.jaren * 5) * (m.soorten + 1);

type Plaats = number | 'r';
interface Opzet {
  plaatsen: number[];
  soorten: number[];
  jaren: number[];
  waarden: Map<string, number>;
  optellingen: Optelling[];
}
const KWARTALEN = [1, 2, 3, 4];
const kwartalenVan = (g: Plaats, j: number, s: number | 't'): string[] =>
  KWARTALEN.map(k => cel(g, `${j}k${k}`, s));

/** Counts per municipality, quarter and kind: from small to large, from rare to common. */
function trek(o: Opzet, zaad: number): void {
  const d = dobbelsteen(zaad);
  for (const g of o.plaatsen)
    for (const s of o.soorten) {
      const [ver, deel] = [(g / o.plaatsen.length) ** 2, s / o.soorten.length];
      const verwacht = 6 + 90 * ver * (deel + 1 / o.soorten.length) + 14 * deel;
      for (const j of o.jaren)
        for (const naam of kwartalenVan(g, j, s))
          o.waarden.set(naam, Math.max(0, Math.round(verwacht * (0.4 + 1.2 * d()))));
    }
}

function tel(o: Opzet, som: string, delen: string[]): void {
  o.optellingen.push({ som, delen });
  const totaal = delen.reduce((n, x) => n + (o.waarden.get(x) ?? 0), 0);
  o.waarden.set(som, totaal);
}

/** Every sum that a reader can write down: years of quarters, the region of municipalities, the whole of kinds. */
function telOp(o: Opzet): void {
  const overal: Plaats[] = [...o.plaatsen, 'r'];
  const alles: (number | 't')[] = [...o.soorten, 't'];
  const perioden = o.jaren.flatMap(j => [...KWARTALEN.map(k => `${j}k${k}`), `${j}`]);
  for (const g of o.plaatsen)
    for (const s of o.soorten) for (const j of o.jaren) tel(o, cel(g, `${j}`, s), kwartalenVan(g, j, s));
  for (const p of perioden) {
    for (const s of o.soorten)
      tel(
        o,
        cel('r', p, s),
        o.plaatsen.map(g => cel(g, p, s)),
      );
    for (const g of overal)
      tel(
        o,
        cel(g, p, 't'),
        o.soorten.map(s => cel(g, p, s)),
      );
    tel(
      o,
      cel('r', p, 't'),
      o.plaatsen.map(g => cel(g, p, 't')),
    );
  }
  for (const j of o.jaren)
    for (const g of overal)
      for (const s of alles) if (g === 'r' || s === 't') tel(o, cel(g, `${j}`, s), kwartalenVan(g, j, s));
}

/** Invented counts with an outsider and the officer of every municipality, who knows her own row. */
export function maakStel(m: Maat, methode: Methode, zaad = 7): Beschermvraag {
  const o: Opzet = {
    plaatsen: [...Array(m.gemeenten).keys()],
    soorten: [...Array(m.soorten).keys()],
    jaren: [...Array(m.jaren).keys()],
    waarden: new Map(),
    optellingen: [],
  };
  trek(o, zaad);
  telOp(o);
  const tabellen = {
    tellingen: [...o.waarden].map(([naam, waarde]): Telling => ({ naam, waarde })),
    optellingen: o.optellingen,
  };
  const ambtenaren = o.plaatsen.map(
    (g): Aanvaller => ({
      naam: `ambtenaar ${g}`,
      kent: new Map([...o.waarden].filter(([naam]) => naam.startsWith(`c_${g}_`))),
    }),
  );
  return {
    methode,
    basis: 5,
    tabellen,
    gedrukt: new Set(o.waarden.keys()),
    ongeteld: [],
    optellingen: o.optellingen,
    teBeschermen: teBeschermenBij(tabellen, 5),
    nulGevoelig: new Set(),
    bekend: [],
    alGedrukt: new Map(),
    vast: new Set(),
    aanvallers: [BUITENSTAANDER, ...ambtenaren],
  };
}
