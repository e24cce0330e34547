import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { toonGetal } from '../getal.ts';
import { GrafiekKader, type GrafiekProps, SMAL, type Tekening } from './kader.tsx';
import { REGEL, rond, SvgTekst, tekstBreedte, wikkel } from './svgtekst.tsx';

/** One period of a control chart. */
export interface RegelPunt {
  /** The period in words, as on the axis: '2024-01'. */
  naam: string;
  waarde: number;
  onder: number;
  boven: number;
  /** Stands out by the rules of the chart. */
  valtOp: boolean;
}

/** Something that happened in a period. */
export interface RegelGebeurtenis {
  /** Name of the period in which it happened. */
  naam: string;
  tekst: string;
}

interface RegelkaartProps extends GrafiekProps {
  punten: RegelPunt[];
  midden: number;
  gebeurtenissen?: RegelGebeurtenis[];
  /** Words under the drawing for the middle, the limits and the points that stand out. */
  legenda: { midden: string; grenzen: string; valtOp: string };
}

/** Labels of events, each on a row of its own, and the room they take. */
function labelrijen(props: RegelkaartProps, breedte: number) {
  let rij = 0;
  return (props.gebeurtenissen ?? []).map(g => {
    const regels = wikkel(g.tekst, breedte === SMAL ? 24 : 60);
    rij += regels.length;
    return { ...g, regels, rij };
  });
}

function assen(props: RegelkaartProps, breedte: number) {
  const labels = labelrijen(props, breedte);
  const boven = 12 + (labels.at(-1)?.rij ?? 0) * REGEL + (labels.length > 0 ? 8 : 0);
  const onder = boven + (breedte === SMAL ? 200 : 260);
  const hoogste = Math.max(...props.punten.flatMap(p => [p.waarde, p.boven]));
  const y = scaleLinear().domain([0, hoogste]).nice(5).range([onder, boven]);
  const links = Math.max(...y.ticks(5).map(t => tekstBreedte(toonGetal(t, props.taal)))) + 10;
  const namen = props.punten.map(p => p.naam);
  const x = scalePoint<string>()
    .domain(namen)
    .range([links + 14, breedte - 14]);
  return { labels, boven, onder, x: (naam: string) => x(naam) ?? links, y, links, rechts: breedte - 8 };
}

type Assen = ReturnType<typeof assen>;

const Raster = ({ props, a }: { props: RegelkaartProps; a: Assen }) => {
  const breed = Math.max(...props.punten.map(p => tekstBreedte(p.naam))) + 12;
  const laatste = props.punten.length - 1;
  // The last label stands left of its point: half a label more than between the others.
  const stap = Math.max(1, Math.ceil((props.punten.length * breed * 1.5) / (a.rechts - a.links)));
  return (
    <g class="la-as">
      {a.y.ticks(5).map(t => (
        <>
          <line
            class={t === 0 ? 'la-nul' : undefined}
            x1={rond(a.links)}
            x2={rond(a.rechts)}
            y1={rond(a.y(t))}
            y2={rond(a.y(t))}
          />
          <SvgTekst x={a.links - 8} y={a.y(t) + 5} anker="end" regels={[toonGetal(t, props.taal)]} />
        </>
      ))}
      {props.punten
        .filter((_, i) => (laatste - i) % stap === 0)
        .map(p => (
          <SvgTekst
            x={a.x(p.naam)}
            y={a.onder + 22}
            anker={p.naam === props.punten[laatste]?.naam ? 'end' : 'middle'}
            regels={[p.naam]}
          />
        ))}
    </g>
  );
};

const Gebeurtenissen = ({ a, breedte }: { a: Assen; breedte: number }) => (
  <g class="la-jaarlijnen">
    {a.labels.map(l => {
      const plek = a.x(l.naam);
      const rechts = plek > breedte / 2;
      const top = a.boven - 8 - l.rij * REGEL;
      return (
        <>
          <line x1={rond(plek)} x2={rond(plek)} y1={rond(top)} y2={rond(a.onder)} />
          <SvgTekst
            klasse="la-klein"
            x={plek + (rechts ? -6 : 6)}
            y={top + 13}
            anker={rechts ? 'end' : 'start'}
            regels={l.regels}
          />
        </>
      );
    })}
  </g>
);

const Lijnen = ({ props, a }: { props: RegelkaartProps; a: Assen }) => {
  const pad = (waarde: (p: RegelPunt) => number) =>
    line<RegelPunt>(
      p => rond(a.x(p.naam)),
      p => rond(a.y(waarde(p))),
    )(props.punten) ?? '';
  return (
    <>
      <path class="la-regelgrens" d={pad(p => p.boven)} />
      {props.punten.some(p => p.onder > 0) ? <path class="la-regelgrens" d={pad(p => p.onder)} /> : null}
      <path class="la-regelmidden" d={pad(() => props.midden)} />
      <g class="la-reeks-1">
        <path class="la-lijn" d={pad(p => p.waarde)} />
        {props.punten.map(p =>
          p.valtOp ? (
            <rect
              class="la-opvallend"
              x={rond(a.x(p.naam) - 6)}
              y={rond(a.y(p.waarde) - 6)}
              width="12"
              height="12"
              transform={`rotate(45 ${rond(a.x(p.naam))} ${rond(a.y(p.waarde))})`}
            />
          ) : (
            <circle class="la-punt" cx={rond(a.x(p.naam))} cy={rond(a.y(p.waarde))} r="3" />
          ),
        )}
      </g>
    </>
  );
};

function teken(props: RegelkaartProps, breedte: number): Tekening {
  const a = assen(props, breedte);
  const inhoud = (
    <>
      <Raster props={props} a={a} />
      <Gebeurtenissen a={a} breedte={breedte} />
      <Lijnen props={props} a={a} />
    </>
  );
  return { breedte, hoogte: a.onder + 32, inhoud };
}

/** Control chart: counts per period with middle and limits; points that stand out are diamonds, not only a colour. */
export const Regelkaart = (props: RegelkaartProps) => (
  <GrafiekKader
    grafiek={props}
    teken={breedte => teken(props, breedte)}
    legenda={
      <>
        <p class="la-legenda__regel">
          <span class="la-legenda__midden" /> {props.legenda.midden}
        </p>
        <p class="la-legenda__regel">
          <span class="la-legenda__grens" /> {props.legenda.grenzen}
        </p>
        <p class="la-legenda__regel">
          <span class="la-legenda__ruit" /> {props.legenda.valtOp}
        </p>
      </>
    }
  />
);
