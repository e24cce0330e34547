import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { toonGetal } from '../getal.ts';
import { uiTeksten } from '../teksten.ts';
import { JaarLijnen, labelLagen } from './jaarlijnen.tsx';
import { GrafiekKader, type GrafiekProps, SMAL, type Tekening } from './kader.tsx';
import {
  bereik,
  type Gemeten,
  isDicht,
  type JaarLijn,
  jaren,
  type LijnReeks,
  stukken,
} from './lijngegevens.ts';
import { REGEL, rond, SvgTekst, spreid, tekstBreedte, wikkel } from './svgtekst.tsx';

interface LijnProps extends GrafiekProps {
  /** At most four; the first is the one the title speaks of. */
  reeksen: LijnReeks[];
  jaarlijnen?: JaarLijn[];
  /** False only for figures of which zero means nothing; counts always start at zero. */
  vanNul?: boolean;
  /** What the light band is: 'het gebied waarin ook toeval kan liggen'. Named once, under the drawing. */
  bandNaam?: string;
  toon?: (n: number) => string;
}

/** Everything the parts of one drawing share. */
export interface Vlak {
  x: ScaleLinear<number, number>;
  y: ScaleLinear<number, number>;
  links: number;
  rechts: number;
  boven: number;
  onder: number;
  breedte: number;
}

function labelRegels(props: LijnProps, breedte: number): string[][] {
  const toon = props.toon ?? ((n: number) => toonGetal(n, props.taal));
  return props.reeksen.map(r => {
    const laatste = r.punten.findLast(p => p.waarde !== null)?.waarde ?? null;
    const waarde = laatste === null ? '' : toon(laatste);
    if (props.reeksen.length === 1) return [waarde];
    return wikkel(`${r.naam} ${waarde}`, breedte === SMAL ? 12 : 22);
  });
}

function maakVlak(props: LijnProps, breedte: number, labels: string[][]): Vlak {
  const { laagste, hoogste } = bereik(props.reeksen);
  const y = scaleLinear()
    .domain([props.vanNul === false ? laagste : Math.min(0, laagste), hoogste])
    .nice(5);
  const toon = props.toon ?? ((n: number) => toonGetal(n, props.taal));
  const links = Math.max(...y.ticks(5).map(t => tekstBreedte(toon(t)))) + 10;
  const rechts = breedte - Math.max(...labels.flat().map(tekstBreedte)) - 14;
  const js = jaren(props.reeksen);
  const x = scaleLinear()
    .domain([js[0]!, js.at(-1)!])
    .range([links + 14, rechts]);
  const lagen = labelLagen(props.jaarlijnen ?? [], x, breedte);
  const boven = 12 + lagen.hoogte;
  const onder = boven + (breedte === SMAL ? 200 : 280);
  y.range([onder, boven]);
  return { x, y, links, rechts, boven, onder, breedte };
}

const Assen = ({ props, vlak }: { props: LijnProps; vlak: Vlak }) => {
  const { x, y, links, rechts, onder } = vlak;
  const toon = props.toon ?? ((n: number) => toonGetal(n, props.taal));
  const js = jaren(props.reeksen);
  const stap = Math.max(1, Math.ceil((js.length * 42) / (rechts - links)));
  return (
    <g class="la-as">
      {y.ticks(5).map(t => (
        <>
          <line
            class={t === 0 ? 'la-nul' : undefined}
            x1={rond(links)}
            x2={rond(rechts + 6)}
            y1={rond(y(t))}
            y2={rond(y(t))}
          />
          <SvgTekst x={links - 8} y={y(t) + 5} anker="end" regels={[toon(t)]} />
        </>
      ))}
      {js
        .filter((_, i) => (js.length - 1 - i) % stap === 0)
        .map(j => (
          <SvgTekst x={x(j)} y={onder + 22} anker="middle" regels={[String(j)]} />
        ))}
    </g>
  );
};

const Voorlopig = ({ props, vlak }: { props: LijnProps; vlak: Vlak }) => {
  const lijst = props.reeksen.flatMap(r => r.punten.filter(p => p.voorlopig).map(p => p.jaar));
  if (lijst.length === 0) return null;
  const patroon = `${props.id}-arcering-${vlak.breedte}`;
  const van = vlak.x(Math.min(...lijst) - 0.5);
  const tot = vlak.x(Math.max(...lijst)) + 8;
  return (
    <>
      <defs>
        <pattern
          id={patroon}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line class="la-arcering" x1="0" y1="0" x2="0" y2="8" />
        </pattern>
      </defs>
      <rect
        x={rond(van)}
        y={rond(vlak.boven)}
        width={rond(tot - van)}
        height={rond(vlak.onder - vlak.boven)}
        fill={`url(#${patroon})`}
      />
      <SvgTekst
        klasse="la-klein"
        x={tot - 2}
        y={vlak.onder - 8}
        anker="end"
        regels={[uiTeksten[props.taal ?? 'nl'].voorlopig]}
      />
    </>
  );
};

const Reeks = (props: { reeks: LijnReeks; nummer: number; breuken: number[]; vlak: Vlak }) => {
  const { x, y } = props.vlak;
  const pad = line<Gemeten>(
    p => rond(x(p.jaar)),
    p => rond(y(p.waarde)),
  );
  const band = area<Gemeten>()
    .defined(p => p.onder !== undefined && p.boven !== undefined)
    .x(p => rond(x(p.jaar)))
    .y0(p => rond(y(p.onder ?? 0)))
    .y1(p => rond(y(p.boven ?? 0)));
  const delen = stukken(props.reeks.punten, props.breuken);
  return (
    <g class={`la-reeks-${props.nummer}`}>
      {delen.map(stuk => (
        <>
          <path class="la-band" d={band(stuk) ?? ''} />
          <path class="la-lijn" d={pad(stuk.filter(p => !p.voorlopig)) ?? ''} />
          <path class="la-lijn la-lijn--voorlopig" d={pad(staart(stuk)) ?? ''} />
        </>
      ))}
      {delen.flat().map(p => (
        <circle
          class={p.voorlopig ? 'la-punt la-punt--voorlopig' : 'la-punt'}
          cx={rond(x(p.jaar))}
          cy={rond(y(p.waarde))}
          r={isDicht(props.reeks) ? '1.8' : '4'}
        />
      ))}
    </g>
  );
};

/** The provisional end of a piece, with the last final point before it. */
function staart(stuk: Gemeten[]): Gemeten[] {
  const begin = stuk.findIndex(p => p.voorlopig);
  return begin < 0 ? [] : stuk.slice(Math.max(0, begin - 1));
}

const Namen = ({ props, vlak, labels }: { props: LijnProps; vlak: Vlak; labels: string[][] }) => {
  const hoogte = Math.max(...labels.map(l => l.length)) * REGEL + 4;
  const gewenst = props.reeksen.map(r => {
    const laatste = r.punten.findLast(p => p.waarde !== null)?.waarde ?? 0;
    return vlak.y(laatste) + 5;
  });
  const plekken = spreid(gewenst, hoogte, vlak.onder + 5);
  return (
    <>
      {labels.map((regels, i) => (
        <SvgTekst
          klasse={`la-naam la-naam-${i + 1}`}
          x={vlak.rechts + 12}
          y={plekken[i] ?? 0}
          regels={regels}
        />
      ))}
    </>
  );
};

function teken(props: LijnProps, breedte: number): Tekening {
  const labels = labelRegels(props, breedte);
  const vlak = maakVlak(props, breedte, labels);
  const lijnen = props.jaarlijnen ?? [];
  const breuken = lijnen.filter(l => l.soort === 'breuk').map(l => l.jaar);
  const inhoud = (
    <>
      <Assen props={props} vlak={vlak} />
      <Voorlopig props={props} vlak={vlak} />
      <JaarLijnen lijnen={lijnen} vlak={vlak} />
      {props.reeksen
        .map((reeks, i) => <Reeks reeks={reeks} nummer={i + 1} breuken={breuken} vlak={vlak} />)
        .toReversed()}
      <Namen props={props} vlak={vlak} labels={labels} />
    </>
  );
  return { breedte, hoogte: vlak.onder + 32, inhoud };
}

/** Lines over the years, with interval, provisional years, events and breaks, and names at the line itself. */
export const LijnGrafiek = (props: LijnProps) => (
  <GrafiekKader
    grafiek={props}
    teken={breedte => teken(props, breedte)}
    legenda={
      props.bandNaam === undefined ? undefined : (
        <p class="la-legenda__regel">
          <span class="la-legenda__band" /> {props.bandNaam}
        </p>
      )
    }
  />
);
