import { type Beschermvraag, BUITENSTAANDER } from '#kern/onthulling/index.ts';

const MAAT = 80;

/** A table of 6,561 invented counts with its sums, which takes both solvers many seconds to protect. */
export function groteVraag(): Beschermvraag {
  const waarden = new Map<string, number>();
  const optellingen: { som: string; delen: string[] }[] = [];
  const tel = (som: string, delen: string[]) => {
    optellingen.push({ som, delen });
    waarden.set(
      som,
      delen.reduce((n, d) => n + (waarden.get(d) ?? 0), 0),
    );
  };
  const nrs = Array.from({ length: MAAT }, (_, i) => i);
  for (const r of nrs) for (const k of nrs) waarden.set(`c_${r}_${k}`, (r * 17 + k * 29 + r * k) % 41);
  for (const r of nrs)
    tel(
      `r${r}`,
      nrs.map(k => `c_${r}_${k}`),
    );
  for (const k of nrs)
    tel(
      `k${k}`,
      nrs.map(r => `c_${r}_${k}`),
    );
  tel(
    'alles',
    nrs.map(r => `r${r}`),
  );
  const tellingen = [...waarden].map(([naam, waarde]) => ({ naam, waarde }));
  return {
    methode: 'afronden',
    basis: 5,
    tabellen: { tellingen, optellingen },
    gedrukt: new Set(waarden.keys()),
    ongeteld: [],
    optellingen,
    teBeschermen: new Map(tellingen.filter(t => t.waarde > 0 && t.waarde < 5).map(t => [t.naam, 5])),
    nulGevoelig: new Set(),
    bekend: [],
    alGedrukt: new Map(),
    vast: new Set(),
    aanvallers: [BUITENSTAANDER],
  };
}
