import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { toonGetal, toonProcent } from '../getal.ts';
import { GrafiekKader, type GrafiekProps, SMAL, type Tekening } from './kader.tsx';
import { REGEL, rond, SvgTekst, tekstBreedte, wikkel } from './svgtekst.tsx';

/** One step: the share from this place on, with its limits where there are any. */
export interface Trede {
  x: number;
  waarde: number;
  onder?: number;
  boven?: number;
}

/** One curve: its steps in order, and how far it is drawn. */
export interface TrapReeks {
  naam: string;
  treden: Trede[];
  /** Last place of which the curve says something. */
  tot: number;
}

/** A place on the axis with a name: a vertical line, or a horizontal one for a share. */
export interface Merklijn {
  plek: number;
  tekst: string;
}

interface TrapProps extends GrafiekProps {
  /** At most three; the first carries the band of its limits. */
  reeksen: TrapReeks[];
  /** What runs along the horizontal axis: 'dagen sinds het begin'. */
  asnaam: string;
  /** Vertical line. */
  bij?: Merklijn;
  /** Horizontal line, a share. */
  hoogte?: Merklijn;
  /** What the light band is; named once, under the drawing. */
  bandNaam?: string;
}

interface Vlak {
  x: ScaleLinear<number, number>;
  y: ScaleLinear<number, number>;
  links: number;
  rechts: number;
  boven: number;
  onder: number;
}

const BOVENRAND = 3 * REGEL;

function maakVlak(props: TrapProps, breedte: number): Vlak {
  const links = tekstBreedte('100 %') + 10;
  const rechts = breedte - 12;
  const boven = BOVENRAND;
  const onder = boven + (breedte === SMAL ? 200 : 280);
  const verst = Math.max(1, props.bij?.plek ?? 0, ...props.reeksen.map(r => r.tot));
  const x = scaleLinear().domain([0, verst]).range([links, rechts]);
  return { x, y: scaleLinear().domain([0, 1]).range([onder, boven]), links, rechts, boven, onder };
}

/** A step line from the first to the last height, flat in between. */
function trap(punten: readonly { x: number; y: number }[], einde: number): string {
  const [eerste, ...rest] = punten;
  if (!eerste) return '';
  const treden = rest.map(p => `H${rond(p.x)}V${rond(p.y)}`).join('');
  return `M${rond(eerste.x)} ${rond(eerste.y)}${treden}H${rond(einde)}`;
}

/** The band between the limits: along the upper ones and back along the lower ones. */
function band(reeks: TrapReeks, v: Vlak): string {
  const met = reeks.treden.filter(t => t.onder !== undefined && t.boven !== undefined);
  const [eerste] = met;
  if (!eerste) return '';
  const heen = met.map(t => `H${rond(v.x(t.x))}V${rond(v.y(t.boven ?? 0))}`).join('');
  const terug = met
    .toReversed()
    .map(t => `V${rond(v.y(t.onder ?? 0))}H${rond(v.x(t.x))}`)
    .join('');
  const begin = `M${rond(v.x(eerste.x))} ${rond(v.y(eerste.boven ?? 0))}`;
  return `${begin}${heen}H${rond(v.x(reeks.tot))}${terug}Z`;
}

const Assen = ({ props, v }: { props: TrapProps; v: Vlak }) => (
  <g class="la-as">
    {[0, 0.25, 0.5, 0.75, 1].map(t => (
      <>
        <line
          class={t === 0 ? 'la-nul' : undefined}
          x1={rond(v.links)}
          x2={rond(v.rechts)}
          y1={rond(v.y(t))}
          y2={rond(v.y(t))}
        />
        <SvgTekst x={v.links - 8} y={v.y(t) + 5} anker="end" regels={[toonProcent(t, props.taal)]} />
      </>
    ))}
    {v.x
      .ticks(Math.max(2, Math.floor((v.rechts - v.links) / 90)))
      .filter(Number.isInteger)
      .map(t => (
        <SvgTekst x={v.x(t)} y={v.onder + 22} anker="middle" regels={[toonGetal(t, props.taal)]} />
      ))}
    <SvgTekst x={v.rechts} y={v.onder + 44} anker="end" regels={[props.asnaam]} />
  </g>
);

const Merklijnen = ({ props, v, breedte }: { props: TrapProps; v: Vlak; breedte: number }) => {
  const { bij, hoogte } = props;
  const plek = v.x(bij?.plek ?? 0);
  const rechtsom = plek < (v.links + v.rechts) / 2;
  return (
    <g class="la-jaarlijnen">
      {hoogte ? (
        <>
          <line
            class="la-breuk"
            x1={rond(v.links)}
            x2={rond(v.rechts)}
            y1={rond(v.y(hoogte.plek))}
            y2={rond(v.y(hoogte.plek))}
          />
          <SvgTekst
            klasse="la-klein"
            x={v.links + 4}
            y={v.y(hoogte.plek) - 6}
            anker="start"
            regels={[hoogte.tekst]}
          />
        </>
      ) : null}
      {bij ? (
        <>
          <line x1={rond(plek)} x2={rond(plek)} y1={rond(REGEL * 0.5)} y2={rond(v.onder)} />
          <SvgTekst
            klasse="la-klein"
            x={plek + (rechtsom ? 6 : -6)}
            y={REGEL}
            anker={rechtsom ? 'start' : 'end'}
            regels={wikkel(bij.tekst, breedte === SMAL ? 20 : 40)}
          />
        </>
      ) : null}
    </g>
  );
};

const Kromme = ({ reeks, nummer, v }: { reeks: TrapReeks; nummer: number; v: Vlak }) => {
  const punten = [{ x: v.x(0), y: v.y(0) }, ...reeks.treden.map(t => ({ x: v.x(t.x), y: v.y(t.waarde) }))];
  return (
    <g class={`la-reeks-${nummer}`}>
      {nummer === 1 ? <path class="la-band" d={band(reeks, v)} /> : null}
      <path
        class={nummer === 1 ? 'la-lijn' : 'la-lijn la-lijn--voorlopig'}
        d={trap(punten, v.x(reeks.tot))}
      />
    </g>
  );
};

function teken(props: TrapProps, breedte: number): Tekening {
  const v = maakVlak(props, breedte);
  const inhoud = (
    <>
      <Assen props={props} v={v} />
      {props.reeksen.map((reeks, i) => <Kromme reeks={reeks} nummer={i + 1} v={v} />).toReversed()}
      <Merklijnen props={props} v={v} breedte={breedte} />
    </>
  );
  return { breedte, hoogte: v.onder + 52, inhoud };
}

const Legenda = ({ props }: { props: TrapProps }) => (
  <>
    {props.reeksen.map((r, i) => (
      <p class="la-legenda__regel">
        <svg
          class={`la-legenda__lijn la-reeks-${i + 1}`}
          viewBox="0 0 24 16"
          aria-hidden="true"
          focusable="false"
        >
          <path class={i === 0 ? 'la-lijn' : 'la-lijn la-lijn--voorlopig'} d="M1 8H23" />
        </svg>{' '}
        {r.naam}
      </p>
    ))}
    {props.bandNaam === undefined ? null : (
      <p class="la-legenda__regel">
        <span class="la-legenda__band" /> {props.bandNaam}
      </p>
    )}
  </>
);

/** Shares that grow step by step over time (0 to 100 %), with limits, a place and a share that matter. */
export const TrapGrafiek = (props: TrapProps) => (
  <GrafiekKader
    grafiek={props}
    teken={breedte => teken(props, breedte)}
    legenda={<Legenda props={props} />}
  />
);
