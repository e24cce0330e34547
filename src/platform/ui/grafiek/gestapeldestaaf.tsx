import { max, sum } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { toonGetal } from '../getal.ts';
import { GrafiekKader, type GrafiekProps, SMAL, type Tekening } from './kader.tsx';
import { REGEL, rond, SvgTekst, tekstBreedte } from './svgtekst.tsx';

/** One bar: a source of money, a municipality. Parts in the order of `delen` of the chart. */
export interface StapelRij {
  naam: string;
  waarden: number[];
  /** Words for what is no number: 'en inzet van eigen personeel (PM)'. */
  woorden?: string;
}

interface StapelProps extends GrafiekProps {
  /** Names of the parts, at most four. */
  delen: string[];
  rijen: StapelRij[];
  toon?: (n: number) => string;
}

const DIKTE = 28;

interface Woord {
  nummer: number;
  tekst: string;
  x: number;
  regel: number;
}

/** Sets the words under a bar in lines that fit the width. */
function zetWoorden(teksten: { nummer: number; tekst: string }[], breedte: number): Woord[] {
  let x = 0;
  let regel = 0;
  return teksten.map(({ nummer, tekst }) => {
    const lang = tekstBreedte(tekst) + (nummer > 0 ? 18 : 0);
    if (x > 0 && x + lang > breedte) {
      x = 0;
      regel++;
    }
    const woord = { nummer, tekst, x, regel };
    x += lang + 20;
    return woord;
  });
}

const Blokken = (props: { rij: StapelRij; y: number; x: (n: number) => number }) => {
  let van = 0;
  return (
    <>
      {props.rij.waarden.map((w, i) => {
        const begin = props.x(van);
        van += w;
        return w <= 0 ? null : (
          <rect
            class={`la-deel la-deel-${i + 1}`}
            x={rond(begin)}
            y={rond(props.y)}
            width={rond(Math.max(1, props.x(van) - begin))}
            height={DIKTE}
          />
        );
      })}
    </>
  );
};

const Woorden = ({ woorden, y }: { woorden: Woord[]; y: number }) => (
  <>
    {woorden.map(w => {
      const basis = y + w.regel * (REGEL + 4);
      return (
        <>
          {w.nummer === 0 ? null : (
            <rect
              class={`la-deel la-deel-${w.nummer}`}
              x={rond(w.x)}
              y={rond(basis - 11)}
              width="12"
              height="12"
            />
          )}
          <SvgTekst x={w.x + (w.nummer === 0 ? 0 : 18)} y={basis} regels={[w.tekst]} />
        </>
      );
    })}
  </>
);

function teken(props: StapelProps, breedte: number): Tekening {
  const toon = props.toon ?? ((n: number) => toonGetal(n, props.taal));
  const hoogste = max(props.rijen, r => sum(r.waarden)) ?? 0;
  const x = scaleLinear()
    .domain([0, hoogste > 0 ? hoogste : 1])
    .range([0, breedte - 1]);
  let y = 0;
  const inhoud = props.rijen.map(rij => {
    const teksten = rij.waarden
      .map((w, i) => ({ nummer: i + 1, tekst: `${props.delen[i] ?? ''} ${toon(w)}`, w }))
      .filter(d => d.w > 0);
    const woorden = zetWoorden(
      rij.woorden === undefined ? teksten : [...teksten, { nummer: 0, tekst: rij.woorden }],
      breedte,
    );
    const top = y;
    y = top + 24 + DIKTE + 24 + (woorden.at(-1)?.regel ?? 0) * (REGEL + 4) + (breedte === SMAL ? 20 : 24);
    return (
      <>
        <SvgTekst klasse="la-naam" x={0} y={top + 16} regels={[rij.naam]} />
        <Blokken rij={rij} y={top + 24} x={x} />
        <Woorden woorden={woorden} y={top + 24 + DIKTE + 20} />
      </>
    );
  });
  return { breedte, hoogte: y - 12, inhoud: <>{inhoud}</> };
}

/** One stacked bar per source, all on one scale, with the parts named in words under each bar. */
export const GestapeldeStaaf = (props: StapelProps) => (
  <GrafiekKader grafiek={props} teken={breedte => teken(props, breedte)} />
);
