import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { GrafiekKader, type GrafiekProps, SMAL, type Tekening } from './kader.tsx';
import { bereik, type Gemeten, jaren, type LijnReeks, stukken } from './lijngegevens.ts';
import { rond, SvgTekst, tekstBreedte } from './svgtekst.tsx';

export interface KleineLijnenProps extends GrafiekProps {
  /** One small drawing each, in this order, all on the same axes. At least one point with a value among them. */
  reeksen: LijnReeks[];
  /** Years from which on it was counted in another way. */
  breuken?: readonly number[];
  toon: (n: number) => string;
  /** What stands in a drawing without a value. */
  leeg: string;
  /** What the light band is. */
  bandNaam?: string;
}

const HOOG = 76;
const KOP = 30;
const VOET = 26;
const RIJ = KOP + HOOG + VOET;

interface Schaal {
  x: (jaar: number) => number;
  y: (waarde: number) => number;
  top: number;
  eerste: number;
  laatste: number;
  breed: number;
}

function maakSchaal(props: KleineLijnenProps, breed: number, links: number): Schaal {
  const { hoogste } = bereik(props.reeksen);
  const y = scaleLinear()
    .domain([0, hoogste || 1])
    .nice(4);
  const js = jaren(props.reeksen);
  const [eerste = 0] = js;
  const laatste = js.at(-1) ?? eerste;
  const marge = eerste === laatste ? 0.5 : 0;
  const x = scaleLinear()
    .domain([eerste - marge, laatste + marge])
    .range([links + 8, breed - 44]);
  return { x, y: y.range([KOP + HOOG, KOP]), top: y.domain()[1] ?? 1, eerste, laatste, breed };
}

const Assen = ({ props, s, links }: { props: KleineLijnenProps; s: Schaal; links: number }) => (
  <g class="la-as">
    {[0, s.top].map(t => (
      <>
        <line
          class={t === 0 ? 'la-nul' : undefined}
          x1={rond(links)}
          x2={rond(s.breed - 36)}
          y1={rond(s.y(t))}
          y2={rond(s.y(t))}
        />
        <SvgTekst x={links - 6} y={s.y(t) + 5} anker="end" regels={[props.toon(t)]} />
      </>
    ))}
    {[...new Set([s.eerste, s.laatste])].map(j => (
      <SvgTekst x={s.x(j)} y={KOP + HOOG + 18} anker="middle" regels={[String(j)]} />
    ))}
  </g>
);

const Lijn = ({ reeks, props, s }: { reeks: LijnReeks; props: KleineLijnenProps; s: Schaal }) => {
  const pad = line<Gemeten>(
    p => rond(s.x(p.jaar)),
    p => rond(s.y(p.waarde)),
  );
  const band = area<Gemeten>()
    .defined(p => p.onder !== undefined && p.boven !== undefined)
    .x(p => rond(s.x(p.jaar)))
    .y0(p => rond(s.y(p.onder ?? 0)))
    .y1(p => rond(s.y(p.boven ?? 0)));
  const delen = stukken(reeks.punten, props.breuken ?? []);
  const laatste = delen.flat().at(-1);
  if (!laatste)
    return <SvgTekst klasse="la-klein" x={s.x(s.eerste)} y={KOP + HOOG / 2 + 5} regels={[props.leeg]} />;
  return (
    <g class="la-reeks-1">
      {delen.map(stuk => (
        <>
          <path class="la-band" d={band(stuk) ?? ''} />
          <path class="la-lijn" d={pad(stuk) ?? ''} />
        </>
      ))}
      {delen.flat().map(p => (
        <circle
          class={p.voorlopig ? 'la-punt la-punt--voorlopig' : 'la-punt'}
          cx={rond(s.x(p.jaar))}
          cy={rond(s.y(p.waarde))}
          r="3.5"
        />
      ))}
      <SvgTekst x={s.x(laatste.jaar) + 8} y={s.y(laatste.waarde) + 5} regels={[props.toon(laatste.waarde)]} />
    </g>
  );
};

/** The drawing alone, in one width. */
export function tekenKleineLijnen(props: KleineLijnenProps, breedte: number): Tekening {
  const perRij = breedte === SMAL ? 2 : 4;
  const breed = breedte / perRij;
  const top = maakSchaal(props, breed, 0).top;
  const links = Math.max(tekstBreedte(props.toon(top)), tekstBreedte(props.toon(0))) + 8;
  const s = maakSchaal(props, breed, links);
  const inhoud = (
    <>
      {props.reeksen.map((reeks, i) => (
        <g transform={`translate(${rond((i % perRij) * breed)} ${Math.floor(i / perRij) * RIJ})`}>
          <SvgTekst klasse="la-naam" x={links} y={16} regels={[reeks.naam]} />
          <Assen props={props} s={s} links={links} />
          <Lijn reeks={reeks} props={props} s={s} />
        </g>
      ))}
    </>
  );
  return { breedte, hoogte: Math.ceil(props.reeksen.length / perRij) * RIJ, inhoud };
}

/** One small line for each area, all on the same axes, so that shapes are compared and not heights hidden by scales. */
export const KleineLijnen = (props: KleineLijnenProps) => (
  <GrafiekKader
    grafiek={props}
    teken={breedte => tekenKleineLijnen(props, breedte)}
    legenda={
      props.bandNaam === undefined ? undefined : (
        <p class="la-legenda__regel">
          <span class="la-legenda__band" /> {props.bandNaam}
        </p>
      )
    }
  />
);
