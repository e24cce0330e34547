import type { ScaleLinear } from 'd3-scale';
import { SMAL } from './kader.tsx';
import type { JaarLijn } from './lijngegevens.ts';
import type { Vlak } from './lijngrafiek.tsx';
import { REGEL, rond, SvgTekst, tekstBreedte, wikkel } from './svgtekst.tsx';

interface Label {
  lijn: JaarLijn;
  regels: string[];
  x: number;
  anker: 'start' | 'end';
  /** Height of the top of the label above the drawing area's upper edge. */
  laag: number;
}

/** Where the labels of vertical lines stand: each in the lowest row where it does not touch another. */
export function labelLagen(
  lijnen: readonly JaarLijn[],
  x: ScaleLinear<number, number>,
  breedte: number,
): { labels: Label[]; hoogte: number } {
  const bezet: number[] = [];
  const labels: Label[] = [];
  for (const lijn of lijnen.toSorted((a, b) => a.jaar - b.jaar)) {
    const plek = x(lijn.jaar - (lijn.soort === 'breuk' ? 0.5 : 0));
    const regels = wikkel(lijn.tekst, breedte === SMAL ? 20 : 28);
    const lang = Math.max(...regels.map(tekstBreedte)) + 8;
    const anker = plek + lang > breedte ? 'end' : 'start';
    const van = anker === 'start' ? plek : plek - lang;
    let laag = bezet.findIndex(tot => tot <= van);
    if (laag < 0) laag = bezet.length;
    for (let n = laag; n < laag + regels.length; n++) bezet[n] = van + lang;
    labels.push({ lijn, regels, x: plek, anker, laag: laag + regels.length });
  }
  return { labels, hoogte: bezet.length * REGEL + (bezet.length > 0 ? 8 : 0) };
}

/** Events and breaks as labelled vertical lines; a break is dashed. */
export const JaarLijnen = ({ lijnen, vlak }: { lijnen: JaarLijn[]; vlak: Vlak }) => (
  <g class="la-jaarlijnen">
    {labelLagen(lijnen, vlak.x, vlak.breedte).labels.map(l => (
      <>
        <line
          class={l.lijn.soort === 'breuk' ? 'la-breuk' : undefined}
          x1={rond(l.x)}
          x2={rond(l.x)}
          y1={rond(vlak.boven - l.laag * REGEL - 2)}
          y2={rond(vlak.onder)}
        />
        <SvgTekst
          klasse="la-klein"
          x={l.x + (l.anker === 'start' ? 6 : -6)}
          y={vlak.boven - l.laag * REGEL + 10}
          anker={l.anker}
          regels={l.regels}
        />
      </>
    ))}
  </g>
);
