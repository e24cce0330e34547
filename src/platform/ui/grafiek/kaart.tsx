import { geoIdentity, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { GrafiekKader, type GrafiekProps, SMAL, type Tekening } from './kader.tsx';
import { rond, SvgTekst, tekstBreedte } from './svgtekst.tsx';

/** How an area is coloured: four steps from light to dark, or no statement. */
export type KaartKlasse = 1 | 2 | 3 | 4 | 'geen';

/** One area of the map. */
export interface KaartGebied {
  /** Value of the key property in the geometry: 'GM0392'. */
  code: string;
  naam: string;
  klasse: KaartKlasse;
  /** Hatched over its colour: the data are too few for a statement. */
  onzeker?: boolean;
}

interface KaartProps extends GrafiekProps {
  /** Areas in longitude and latitude (WGS84). Areas that are not in `gebieden` are not drawn. */
  topologie: Topology;
  /** Name of the object in the topology: 'gemeenten'. */
  laag: string;
  /** Property that holds the code. */
  sleutel?: string;
  gebieden: KaartGebied[];
  /** What each class means, in words, light to dark. */
  klassen: { klasse: KaartKlasse; naam: string; onzeker?: boolean }[];
}

type Vorm = Feature<Geometry, Record<string, unknown>>;

/** Stretches longitudes so that a region keeps its shape: flat projection around its own latitude. */
function plat(vormen: Vorm[]): Vorm[] {
  const breedten: number[] = [];
  const loop = (c: unknown, f: (p: Position) => Position): unknown =>
    Array.isArray(c) && typeof c[0] === 'number' ? f(c as Position) : (c as unknown[]).map(d => loop(d, f));
  const elk = (f: (p: Position) => Position): Vorm[] =>
    vormen.map(v =>
      'coordinates' in v.geometry
        ? { ...v, geometry: { ...v.geometry, coordinates: loop(v.geometry.coordinates, f) } as Geometry }
        : v,
    );
  elk(p => {
    breedten.push(p[1] ?? 0);
    return p;
  });
  const midden = breedten.reduce((a, b) => a + b, 0) / breedten.length;
  const factor = Math.cos((midden * Math.PI) / 180);
  return elk(p => [(p[0] ?? 0) * factor, p[1] ?? 0]);
}

interface Naam {
  naam: string;
  x: number;
  y: number;
  klasse: KaartKlasse;
}

/** Names that fit: the largest areas first, none over another, none outside the drawing. */
function pasNamen(namen: (Naam & { oppervlak: number })[], breedte: number): Naam[] {
  const uit: Naam[] = [];
  for (const n of namen.toSorted((a, b) => b.oppervlak - a.oppervlak)) {
    const half = tekstBreedte(n.naam) / 2;
    if (n.x - half < 0 || n.x + half > breedte) continue;
    const raakt = uit.some(
      u => Math.abs(u.y - n.y) < 18 && Math.abs(u.x - n.x) < half + tekstBreedte(u.naam) / 2,
    );
    if (!raakt) uit.push(n);
  }
  return uit;
}

function vormenVan(props: KaartProps): Vorm[] {
  const object = props.topologie.objects[props.laag];
  if (object === undefined) throw new Error(`geen laag ${props.laag} in de kaart`);
  const alle = feature(props.topologie, object as GeometryCollection<Record<string, unknown>>);
  const codes = new Set(props.gebieden.map(g => g.code));
  return alle.features.filter(f => codes.has(String(f.properties?.[props.sleutel ?? 'code'])));
}

/** Strokes over an area of which nothing certain is said. */
const Arcering = ({ id }: { id: string }) => (
  <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <line class="la-arcering-onzeker" x1="0" y1="0" x2="0" y2="7" />
  </pattern>
);

/** One area as it is drawn. */
interface Vlak extends Naam {
  d: string;
  oppervlak: number;
  onzeker: boolean;
}

/** The areas in drawing units, as large as the width and the greatest height allow. */
function legNeer(props: KaartProps, vormen: Vorm[], breedte: number): { vlakken: Vlak[]; hoogte: number } {
  const verzameling: FeatureCollection = { type: 'FeatureCollection', features: vormen };
  const hoogste = breedte === SMAL ? 340 : 460;
  const projectie = geoIdentity()
    .reflectY(true)
    .fitSize([breedte - 4, 10 * breedte], verzameling);
  const [[, top], [, onderkant]] = geoPath(projectie).bounds(verzameling);
  const hoogte = Math.min(onderkant - top, hoogste);
  projectie.fitSize([breedte - 4, hoogte], verzameling);
  const [[begin]] = geoPath(projectie).bounds(verzameling);
  const [schuif, zak] = projectie.translate();
  projectie.translate([schuif - begin, zak]);
  const pad = geoPath(projectie).digits(1);
  const bij = new Map(props.gebieden.map(g => [g.code, g]));
  const vlakken = vormen.map(v => {
    const { naam, klasse, onzeker = false } = bij.get(String(v.properties[props.sleutel ?? 'code']))!;
    const [x, y] = pad.centroid(v);
    return { naam, klasse, onzeker, d: pad(v) ?? '', x, y, oppervlak: pad.area(v) };
  });
  return { vlakken, hoogte };
}

function teken(props: KaartProps, vormen: Vorm[], breedte: number): Tekening {
  const { vlakken, hoogte } = legNeer(props, vormen, breedte);
  const patroon = `${props.id}-arcering-${breedte}`;
  const onzeker = vlakken.filter(v => v.onzeker);
  const inhoud = (
    <g transform="translate(2 2)">
      {onzeker.length === 0 ? null : <Arcering id={patroon} />}
      {vlakken.map(v => (
        <path class={`la-gebied la-gebied-${v.klasse}`} d={v.d}>
          <title>{v.naam}</title>
        </path>
      ))}
      {onzeker.map(v => (
        <path fill={`url(#${patroon})`} d={v.d} />
      ))}
      {pasNamen(vlakken, breedte).map(n => (
        <SvgTekst
          klasse={`la-plaats la-plaats-${n.klasse}`}
          x={rond(n.x)}
          y={n.y + 5}
          anker="middle"
          regels={[n.naam]}
        />
      ))}
    </g>
  );
  return { breedte, hoogte: hoogte + 4, inhoud };
}

/** Areas shaded by class; the caller puts the list beside it, for a map alone can't be read by everyone. */
export const Kaart = (props: KaartProps) => {
  const vormen = plat(vormenVan(props));
  return (
    <GrafiekKader
      grafiek={props}
      teken={breedte => teken(props, vormen, breedte)}
      legenda={
        <ul class="la-legenda">
          {props.klassen.map(k => (
            <li>
              {k.onzeker === true ? (
                <svg class="la-legenda__vlak" viewBox="0 0 24 16" aria-hidden="true" focusable="false">
                  <Arcering id={`${props.id}-arcering-legenda`} />
                  <rect class={`la-gebied-${k.klasse}`} width="24" height="16" />
                  <rect fill={`url(#${props.id}-arcering-legenda)`} width="24" height="16" />
                </svg>
              ) : (
                <span class={`la-legenda__vlak la-gebied-${k.klasse}`} />
              )}{' '}
              {k.naam}
            </li>
          ))}
        </ul>
      }
    />
  );
};
