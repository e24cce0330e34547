import type { Beschermvraag, Bewijsregel } from '../../src/kern/onthulling/index.ts';
import { beschermInProces, bewijsInProces } from '../../src/platform/oplosser/index.ts';
import { getal, type Tabel } from '../tabel.ts';
import { aantalVan, type Maat, maakStel } from './tabellen.ts';

const AFRONDEN: readonly Maat[] = [
  { gemeenten: 4, jaren: 1, soorten: 2 },
  { gemeenten: 7, jaren: 2, soorten: 3 },
  { gemeenten: 8, jaren: 3, soorten: 4 },
  { gemeenten: 8, jaren: 3, soorten: 7 },
];
const WEGLATEN: readonly Maat[] = [
  { gemeenten: 4, jaren: 1, soorten: 2 },
  { gemeenten: 7, jaren: 2, soorten: 3 },
  { gemeenten: 7, jaren: 3, soorten: 4 },
];

/** Slope of the straight line through the logarithms: 1 is twice the time for twice the size, 2 is four times. */
export function helling(punten: readonly (readonly [x: number, y: number])[]): number {
  const l = punten.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const gem = (k: 0 | 1) => l.reduce((n, p) => n + p[k], 0) / l.length;
  const [mx, my] = [gem(0), gem(1)];
  const teller = l.reduce((n, [x, y]) => n + (x - mx) * (y - my), 0);
  return teller / l.reduce((n, [x]) => n + (x - mx) ** 2, 0);
}

const duur = async <T>(werk: () => Promise<T>): Promise<[T, number]> => {
  const van = performance.now();
  const uit = await werk();
  return [uit, (performance.now() - van) / 1000];
};

interface Meting {
  cellen: number;
  rij: string[];
  seconden: number;
}

async function meetStel(m: Maat, v: Beschermvraag): Promise<Meting> {
  const [uit, seconden] = await duur(() => beschermInProces(v));
  const basis = [getal(aantalVan(m)), v.methode, getal(v.teBeschermen.size), getal(v.aanvallers.length)];
  if (uit.soort !== 'voorstel')
    return { cellen: aantalVan(m), rij: [...basis, getal(seconden, 1), '-', uit.soort, '-', '-'], seconden };
  const regels: Bewijsregel[] = [];
  const [bewijs, bewijsduur] = await duur(() =>
    bewijsInProces(uit.toetsvraag, [], { bewaar: r => void regels.push(r) }),
  );
  const weg = uit.cellen.filter(c => c.getoond === null).length;
  const rij = [
    getal(seconden, 1),
    getal(bewijsduur, 1),
    uit.waarborg.soort,
    bewijs.soort,
    `${uit.wijze}, ${weg} weg`,
  ];
  return { cellen: aantalVan(m), rij: [...basis, ...rij], seconden };
}

/** Protection with its audit, and the proof in whole numbers, in threads of their own, by size. */
export async function meetBeschermen(
  meet: <T>(titel: string, werk: () => Promise<T>) => Promise<T>,
): Promise<Tabel> {
  const rijen: string[][] = [];
  const hellingen: string[] = [];
  for (const [methode, maten] of [
    ['afronden', AFRONDEN],
    ['onderdrukken', WEGLATEN],
  ] as const) {
    const punten: [number, number][] = [];
    for (const m of maten) {
      const uit = await meet(`${methode}, ${aantalVan(m)} cellen`, () => meetStel(m, maakStel(m, methode)));
      rijen.push(uit.rij);
      punten.push([uit.cellen, uit.seconden]);
    }
    hellingen.push(`${methode} ${getal(helling(punten), 2)}`);
  }
  return {
    kop: 'Beschermen en bewijzen, naar grootte',
    uitleg: `Een verzonnen gekoppeld stel: gemeenten met hun regio, jaren uit kwartalen, soorten met een geheel. Doel: 1.000 cellen afgerond en getoetst binnen 15 s, het bewijs binnen 600 s; 576 cellen onderdrukt binnen 15 s. Helling (2 is vier keer zo lang voor twee keer zoveel cellen): ${hellingen.join('; ')}.`,
    kolommen: [
      'Cellen',
      'Methode',
      'Klein',
      'Aanvallers',
      'Beschermd en getoetst (s)',
      'Bewijs (s)',
      'Toets',
      'Bewijs',
      'Keuze',
    ],
    rijen,
  };
}
