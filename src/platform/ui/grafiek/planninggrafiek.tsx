import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { StatusMerk, type VasteStatus } from '../melding/statusmerk.tsx';
import type { Taal } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';
import { GrafiekKader, type GrafiekProps, SMAL, type Tekening } from './kader.tsx';
import { REGEL, rond, SvgTekst, tekstBreedte, wikkel } from './svgtekst.tsx';
import { Vorm } from './vorm.tsx';

/** A point in time that was agreed. */
export interface PlanningPunt {
  datum: Temporal.PlainDate;
  naam: string;
  status: VasteStatus;
}

/** One action: its period (when known) and its milestones. */
export interface PlanningRij {
  naam: string;
  van?: Temporal.PlainDate;
  tot?: Temporal.PlainDate;
  punten: PlanningPunt[];
}

interface PlanningProps extends GrafiekProps {
  rijen: PlanningRij[];
  vandaag: Temporal.PlainDate;
}

function kwartaalBegin(d: Temporal.PlainDate): Temporal.PlainDate {
  return d.with({ day: 1, month: Math.floor((d.month - 1) / 3) * 3 + 1 });
}

/** First days of the quarters from the first date to the last, and the first day after. */
export function kwartalen(rijen: readonly PlanningRij[], vandaag: Temporal.PlainDate): Temporal.PlainDate[] {
  const data = rijen
    .flatMap(r => [r.van, r.tot, ...r.punten.map(m => m.datum)])
    .filter(d => d !== undefined)
    .concat(vandaag)
    .sort(Temporal.PlainDate.compare);
  const uit = [kwartaalBegin(data[0] ?? vandaag)];
  const laatste = data.at(-1) ?? vandaag;
  for (let d = uit[0]!; Temporal.PlainDate.compare(d, laatste) <= 0; ) {
    d = d.add({ months: 3 });
    uit.push(d);
  }
  return uit;
}

interface Raster {
  x: (d: Temporal.PlainDate) => number;
  kwartalen: Temporal.PlainDate[];
  links: number;
  breedte: number;
}

function maakRaster(props: PlanningProps, breedte: number): Raster {
  const k = kwartalen(props.rijen, props.vandaag);
  const begin = k[0]!;
  const links = breedte === SMAL ? 0 : 232;
  const dagen = (d: Temporal.PlainDate) => begin.until(d, { largestUnit: 'day' }).days;
  const schaal: ScaleLinear<number, number> = scaleLinear()
    .domain([0, dagen(k.at(-1)!)])
    .range([links, breedte - 12]);
  return { x: d => schaal(dagen(d)), kwartalen: k, links, breedte };
}

const KwartaalAs = (props: { raster: Raster; bodem: number; taal?: Taal }) => {
  const { raster, bodem } = props;
  const kwartaalNaam = uiTeksten[props.taal ?? 'nl'].kwartaal;
  const delen = raster.kwartalen.slice(0, -1);
  const vak = (raster.breedte - 12 - raster.links) / delen.length;
  return (
    <g class="la-as">
      {delen.map((d, i) => (
        <>
          <line
            class={d.month === 1 || i === 0 ? 'la-jaar' : undefined}
            x1={rond(raster.x(d))}
            x2={rond(raster.x(d))}
            y1={d.month === 1 || i === 0 ? 0 : 24}
            y2={rond(bodem)}
          />
          {d.month === 1 || i === 0 ? (
            <SvgTekst klasse="la-naam" x={raster.x(d) + 5} y={15} regels={[String(d.year)]} />
          ) : null}
          {vak < 30 ? null : (
            <SvgTekst
              klasse="la-klein"
              x={raster.x(d) + 5}
              y={37}
              regels={[kwartaalNaam(Math.ceil(d.month / 3))]}
            />
          )}
        </>
      ))}
    </g>
  );
};

const ActieRij = (props: { rij: PlanningRij; raster: Raster; y: number; regels: string[] }) => {
  const { rij, raster, y, regels } = props;
  const smal = raster.breedte === SMAL;
  const midden = y + (smal ? regels.length * REGEL + 16 : Math.max(14, (regels.length * REGEL) / 2));
  return (
    <>
      <SvgTekst x={0} y={y + 15} regels={regels} klasse={smal ? 'la-opzij' : undefined} />
      {rij.van === undefined || rij.tot === undefined ? null : (
        <rect
          class="la-duur"
          x={rond(raster.x(rij.van))}
          y={rond(midden - 3)}
          width={rond(Math.max(2, raster.x(rij.tot) - raster.x(rij.van)))}
          height="6"
          rx="3"
        />
      )}
      {rij.punten.map(m => (
        <Vorm status={m.status} x={raster.x(m.datum)} y={midden} titel={m.naam} />
      ))}
    </>
  );
};

function teken(props: PlanningProps, breedte: number): Tekening {
  const raster = maakRaster(props, breedte);
  const smal = breedte === SMAL;
  let y = 52;
  const rijen = props.rijen.map(rij => {
    const regels = wikkel(rij.naam, smal ? 38 : 30);
    const top = y;
    y += regels.length * REGEL + (smal ? 38 : 16);
    return (
      <>
        <line class="la-rijlijn" x1="0" x2={breedte} y1={rond(top - 5)} y2={rond(top - 5)} />
        <ActieRij rij={rij} raster={raster} y={top} regels={regels} />
      </>
    );
  });
  const nu = raster.x(props.vandaag);
  const woord = uiTeksten[props.taal ?? 'nl'].vandaag;
  const naarLinks = nu + tekstBreedte(woord) + 6 > breedte;
  const inhoud = (
    <>
      <KwartaalAs raster={raster} bodem={y} taal={props.taal} />
      <line class="la-vandaag" x1={rond(nu)} x2={rond(nu)} y1="42" y2={rond(y + 4)} />
      {rijen}
      <SvgTekst
        klasse="la-naam"
        x={nu + (naarLinks ? -4 : 4)}
        y={y + 16}
        anker={naarLinks ? 'end' : 'start'}
        regels={[woord]}
      />
    </>
  );
  return { breedte, hoogte: y + 24, inhoud };
}

/** Quarters across, actions down, a line for today; the shape of a milestone tells its state. */
export const PlanningGrafiek = (props: PlanningProps) => {
  const aanwezig = new Set(props.rijen.flatMap(r => r.punten.map(m => m.status)));
  const volgorde = (['gepland', 'loopt', 'gereed', 'vertraagd', 'vervallen'] as const).filter(s =>
    aanwezig.has(s),
  );
  return (
    <GrafiekKader
      grafiek={props}
      teken={breedte => teken(props, breedte)}
      legenda={
        <p class="la-legenda">
          {volgorde.map(s => (
            <StatusMerk status={s} taal={props.taal} />
          ))}
        </p>
      }
    />
  );
};
