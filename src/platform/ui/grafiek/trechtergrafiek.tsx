import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { GrafiekKader, type GrafiekProps, SMAL, type Tekening } from './kader.tsx';
import { rond, SvgTekst, tekstBreedte, wikkel } from './svgtekst.tsx';

/** What a point is, by its shape: within, above, below, or no statement. */
export type TrechterVorm = 'rond' | 'omhoog' | 'omlaag' | 'half';

/** One area: how large it is and what was measured. */
export interface TrechterPunt {
  naam: string;
  grootte: number;
  waarde: number;
  vorm: TrechterVorm;
}

/** The limits at one size. */
export interface TrechterGrens {
  grootte: number;
  /** The outer limits, that decide. */
  rand: { onder: number; boven: number };
  /** Limits of less certainty, for the eye. */
  binnenrand: { onder: number; boven: number };
}

export interface TrechterProps extends GrafiekProps {
  punten: TrechterPunt[];
  /** By size, smallest first. */
  grenzen: TrechterGrens[];
  /** What all areas have in common. */
  midden: number;
  /** Names of the axes. */
  grootteNaam: string;
  waardeNaam: string;
  toonGrootte: (n: number) => string;
  toonWaarde: (n: number) => string;
  /** What each shape means, in words. */
  vormen: { vorm: TrechterVorm; naam: string }[];
  /** What the lines are, in words: the outer one, the inner one, the middle. */
  lijnen: { rand: string; binnenrand: string; midden: string };
}

interface Vlak {
  x: ScaleContinuousNumeric<number, number>;
  y: ScaleContinuousNumeric<number, number>;
  links: number;
  rechts: number;
  boven: number;
  onder: number;
}

function maakVlak(props: TrechterProps, breedte: number): Vlak {
  const hoogste = Math.max(...props.punten.map(p => p.waarde), props.midden);
  // The limits of the smallest areas may run off far above every point; the widest of the large ones must fit.
  const rand = props.grenzen.at(-1)?.rand.boven ?? 0;
  const y = scaleLinear()
    .domain([0, Math.max(hoogste * 1.25, Math.min(rand * 1.1, hoogste * 2))])
    .nice(5);
  const links = Math.max(...y.ticks(5).map(t => tekstBreedte(props.toonWaarde(t)))) + 10;
  const boven = 34;
  const onder = boven + (breedte === SMAL ? 240 : 320);
  const rechts = breedte - 30;
  const groottes = props.grenzen.map(g => g.grootte);
  const x = scaleLog()
    .domain([Math.min(...groottes), Math.max(...groottes)])
    .range([links + 6, rechts]);
  return { x, y: y.range([onder, boven]), links, rechts, boven, onder };
}

/** Round sizes on the axis, no two nearer than their labels allow. */
function groottes(props: TrechterProps, { x }: Vlak): number[] {
  const [laag = 1, hoog = 1] = x.domain();
  const rondes = Array.from({ length: 12 }, (_, i) => 10 ** i).flatMap(t => [t, 2 * t, 5 * t]);
  const uit: number[] = [];
  for (const g of rondes.filter(r => r >= laag && r <= hoog)) {
    const vorige = uit.at(-1);
    const ruimte = tekstBreedte(props.toonGrootte(g)) + 8;
    if (vorige === undefined || x(g) - x(vorige) >= ruimte) uit.push(g);
  }
  return uit;
}

const Assen = ({ props, vlak }: { props: TrechterProps; vlak: Vlak }) => (
  <g class="la-as">
    <SvgTekst x={0} y={16} regels={[props.waardeNaam]} />
    {vlak.y.ticks(5).map(t => (
      <>
        <line
          class={t === 0 ? 'la-nul' : undefined}
          x1={rond(vlak.links)}
          x2={rond(vlak.rechts)}
          y1={rond(vlak.y(t))}
          y2={rond(vlak.y(t))}
        />
        <SvgTekst x={vlak.links - 8} y={vlak.y(t) + 5} anker="end" regels={[props.toonWaarde(t)]} />
      </>
    ))}
    {groottes(props, vlak).map(g => (
      <SvgTekst x={vlak.x(g)} y={vlak.onder + 20} anker="middle" regels={[props.toonGrootte(g)]} />
    ))}
    <SvgTekst x={vlak.rechts} y={vlak.onder + 42} anker="end" regels={[props.grootteNaam]} />
  </g>
);

const Lijnen = ({ props, vlak, knip }: { props: TrechterProps; vlak: Vlak; knip: string }) => {
  const pad = (kies: (g: TrechterGrens) => number) =>
    line<TrechterGrens>(
      g => rond(vlak.x(g.grootte)),
      g => rond(vlak.y(kies(g))),
    )(props.grenzen) ?? '';
  const midden = rond(vlak.y(props.midden));
  return (
    <>
      <clipPath id={knip}>
        <rect
          x={rond(vlak.links)}
          y={rond(vlak.boven)}
          width={rond(vlak.rechts - vlak.links)}
          height={rond(vlak.onder - vlak.boven)}
        />
      </clipPath>
      <g clip-path={`url(#${knip})`}>
        <path class="la-trechter" d={pad(g => g.rand.onder)} />
        <path class="la-trechter" d={pad(g => g.rand.boven)} />
        <path class="la-trechter la-trechter--binnen" d={pad(g => g.binnenrand.onder)} />
        <path class="la-trechter la-trechter--binnen" d={pad(g => g.binnenrand.boven)} />
        <line
          class="la-trechter-midden"
          x1={rond(vlak.links)}
          x2={rond(vlak.rechts)}
          y1={midden}
          y2={midden}
        />
      </g>
    </>
  );
};

/** The drawing of one shape around a point. */
function vormPad(vorm: TrechterVorm, x: number, y: number): string {
  const [cx, cy] = [rond(x), rond(y)];
  if (vorm === 'omhoog') return `M${cx} ${rond(cy - 8)}l8 14h-16z`;
  if (vorm === 'omlaag') return `M${cx} ${rond(cy + 8)}l8 -14h-16z`;
  return `M${rond(cx - 6)} ${cy}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z`;
}

const Vorm = (props: { vorm: TrechterVorm; x: number; y: number; titel?: string }) => {
  const { vorm, x, y, titel } = props;
  return (
    <g class={`la-plek la-plek--${vorm}`}>
      {titel === undefined ? null : <title>{titel}</title>}
      <path d={vormPad(vorm, x, y)} />
      {vorm === 'half' ? (
        <path class="la-plek__half" d={`M${rond(x)} ${rond(y - 6)}a6 6 0 0 0 0 12z`} />
      ) : null}
    </g>
  );
};

interface Plek {
  x: number;
  y: number;
  anker: 'start' | 'middle' | 'end';
}
type Vak = { x: number; y: number; breed: number; hoog: number };

const raakt = (a: Vak, b: Vak): boolean =>
  a.x < b.x + b.breed && b.x < a.x + a.breed && a.y < b.y + b.hoog && b.y < a.y + a.hoog;

function vakVan(plek: Plek, naam: string): Vak {
  const breed = tekstBreedte(naam);
  const links = plek.anker === 'start' ? plek.x : plek.anker === 'end' ? plek.x - breed : plek.x - breed / 2;
  return { x: links, y: plek.y - 13, breed, hoog: 17 };
}

/** Where each name fits beside its point, touching no other name or point; a name that fits nowhere is left out. */
function pasNamen(punten: readonly TrechterPunt[], vlak: Vlak): { naam: string; plek: Plek }[] {
  const bezet: Vak[] = punten.map(p => ({
    x: vlak.x(p.grootte) - 9,
    y: vlak.y(p.waarde) - 9,
    breed: 18,
    hoog: 18,
  }));
  return punten.flatMap(p => {
    const [x, y] = [vlak.x(p.grootte), vlak.y(p.waarde)];
    const kansen: Plek[] = [
      { x: x + 12, y: y + 5, anker: 'start' },
      { x: x - 12, y: y + 5, anker: 'end' },
      { x, y: y - 13, anker: 'middle' },
      { x, y: y + 24, anker: 'middle' },
      { x: x + 9, y: y - 9, anker: 'start' },
      { x: x - 9, y: y - 9, anker: 'end' },
      { x: x + 9, y: y + 20, anker: 'start' },
      { x: x - 9, y: y + 20, anker: 'end' },
    ];
    const plek = kansen.find(k => {
      const vak = vakVan(k, p.naam);
      const past = vak.x >= vlak.links && vak.x + vak.breed <= vlak.rechts + 28;
      return past && vak.y >= 18 && vak.y + vak.hoog <= vlak.onder && !bezet.some(b => raakt(vak, b));
    });
    if (!plek) return [];
    bezet.push(vakVan(plek, p.naam));
    return [{ naam: p.naam, plek }];
  });
}

/** The drawing alone, in one width. */
export function tekenTrechter(props: TrechterProps, breedte: number): Tekening {
  const vlak = maakVlak(props, breedte);
  const inhoud = (
    <>
      <Assen props={props} vlak={vlak} />
      <Lijnen props={props} vlak={vlak} knip={`${props.id}-knip-${breedte}`} />
      {props.punten.map(p => (
        <Vorm vorm={p.vorm} x={vlak.x(p.grootte)} y={vlak.y(p.waarde)} titel={p.naam} />
      ))}
      {pasNamen(props.punten, vlak).map(({ naam, plek }) => (
        <SvgTekst klasse="la-opzij" x={plek.x} y={plek.y} anker={plek.anker} regels={wikkel(naam, 40)} />
      ))}
    </>
  );
  return { breedte, hoogte: vlak.onder + 50, inhoud };
}

const Streep = ({ klasse }: { klasse: string }) => (
  <svg class="la-legenda__streep" viewBox="0 0 32 14" aria-hidden="true" focusable="false">
    <line class={klasse} x1="0" x2="32" y1="7" y2="7" />
  </svg>
);

const Legenda = ({ props }: { props: TrechterProps }) => (
  <ul class="la-legenda">
    {props.vormen.map(v => (
      <li>
        <svg class="la-legenda__vorm" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <Vorm vorm={v.vorm} x={10} y={10} />
        </svg>{' '}
        {v.naam}
      </li>
    ))}
    <li>
      <Streep klasse="la-trechter" /> {props.lijnen.rand}
    </li>
    <li>
      <Streep klasse="la-trechter la-trechter--binnen" /> {props.lijnen.binnenrand}
    </li>
    <li>
      <Streep klasse="la-trechter-midden" /> {props.lijnen.midden}
    </li>
  </ul>
);

/**
 * Areas against what they have in common, between limits that are wide for small areas and narrow for large ones: who
 * lies outside differs by more than chance, and nobody is ranked. The size runs by doubling (logarithmic).
 */
export const TrechterGrafiek = (props: TrechterProps) => (
  <GrafiekKader
    grafiek={props}
    teken={breedte => tekenTrechter(props, breedte)}
    legenda={<Legenda props={props} />}
  />
);
