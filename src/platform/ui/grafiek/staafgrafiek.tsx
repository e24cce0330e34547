import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { toonGetal } from '../getal.ts';
import { GrafiekKader, type GrafiekProps, SMAL, type Tekening } from './kader.tsx';
import { REGEL, rond, SvgTekst, tekstBreedte, wikkel } from './svgtekst.tsx';

/** One bar. `nadruk` draws it dark and the others light: the reader's own municipality. */
export interface Staaf {
  naam: string;
  /** null: nothing to draw; `tekst` says why. */
  waarde: number | null;
  /** What stands at the end of the bar instead of the bare number: '12 van 40', 'niet gepubliceerd'. */
  tekst?: string;
  nadruk?: boolean;
  /** Limits of the interval, drawn as a thin line. */
  onder?: number;
  boven?: number;
}

interface StaafProps extends GrafiekProps {
  staven: Staaf[];
  toon?: (n: number) => string;
}

const DIKTE = 22;

/** The interval, with a light edge under it so that it also shows on a dark bar. */
const Spreiding = ({ van, tot, y }: { van: number; tot: number; y: number }) => {
  const [a, b, top] = [rond(van), rond(tot), rond(y + 6)];
  const d = `M${a} ${rond(y + DIKTE / 2)}H${b}M${a} ${top}v10M${b} ${top}v10`;
  return (
    <>
      <path class="la-spreiding la-spreiding--rand" d={d} />
      <path class="la-spreiding" d={d} />
    </>
  );
};

const StaafRij = (props: {
  staaf: Staaf;
  y: number;
  x: (n: number) => number;
  licht: boolean;
  tekst: string;
}) => {
  const { staaf, y, x, licht, tekst } = props;
  const waarde = staaf.waarde ?? 0;
  const eind = Math.max(x(waarde), staaf.boven === undefined ? 0 : x(staaf.boven));
  return (
    <>
      {staaf.waarde === null ? null : (
        <rect
          class={licht && !staaf.nadruk ? 'la-staaf la-staaf--licht' : 'la-staaf'}
          x={rond(x(0))}
          y={rond(y)}
          width={rond(Math.max(1, x(waarde) - x(0)))}
          height={DIKTE}
        />
      )}
      {staaf.onder === undefined || staaf.boven === undefined ? null : (
        <Spreiding van={x(staaf.onder)} tot={x(staaf.boven)} y={y} />
      )}
      <SvgTekst klasse={staaf.nadruk ? 'la-naam' : undefined} x={eind + 8} y={y + 16} regels={[tekst]} />
    </>
  );
};

function teken(props: StaafProps, breedte: number): Tekening {
  const toon = props.toon ?? ((n: number) => toonGetal(n, props.taal));
  const smal = breedte === SMAL;
  const tekstVan = (s: Staaf) => s.tekst ?? (s.waarde === null ? '' : toon(s.waarde));
  const namen = props.staven.map(s => wikkel(s.naam, smal ? 40 : 28));
  const links = smal ? 0 : Math.max(...namen.flat().map(tekstBreedte)) + 12;
  const rechts = breedte - Math.max(...props.staven.map(s => tekstBreedte(tekstVan(s)))) - 12;
  const hoogste = max(props.staven, s => Math.max(s.waarde ?? 0, s.boven ?? 0)) ?? 0;
  const x = scaleLinear()
    .domain([0, hoogste > 0 ? hoogste : 1])
    .range([links, rechts]);
  const licht = props.staven.some(s => s.nadruk);
  let y = 4;
  const rijen = props.staven.map((staaf, i) => {
    const regels = namen[i] ?? [];
    const staafY = smal ? y + regels.length * REGEL + 2 : y;
    const naamY = smal ? y + 14 : y + 16;
    y = Math.max(staafY + DIKTE, naamY + (regels.length - 1) * REGEL + 6) + (smal ? 14 : 12);
    return (
      <>
        <SvgTekst
          klasse={staaf.nadruk ? 'la-naam' : undefined}
          x={smal ? 0 : links - 10}
          y={naamY}
          anker={smal ? 'start' : 'end'}
          regels={regels}
        />
        <StaafRij staaf={staaf} y={staafY} x={x} licht={licht} tekst={tekstVan(staaf)} />
      </>
    );
  });
  const inhoud = (
    <>
      {rijen}
      <line class="la-nul" x1={rond(x(0))} x2={rond(x(0))} y1="0" y2={rond(y - 8)} />
    </>
  );
  return { breedte, hoogte: y, inhoud };
}

/** Horizontal bars from zero, each with its number. */
export const StaafGrafiek = (props: StaafProps) => (
  <GrafiekKader grafiek={props} teken={breedte => teken(props, breedte)} />
);
