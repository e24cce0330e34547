import { eisPubliceerbaar } from '#kern/onthulling/index.ts';
import { maakCsv } from '#platform/documenten/index.ts';
import type { Ctx } from '#platform/http/index.ts';
import type { Cijferbeeld, Plaatsbeeld, Regel } from '../domain/cijferbeeld.ts';
import { type Waarneming, waardeVan } from '../domain/waarneming.ts';

export type Cel = string | number | null;
/** A table as a file: the same columns in CSV and JSON. */
export interface Uitvoer {
  naam: string;
  kolommen: readonly string[];
  rijen: readonly (readonly Cel[])[];
}

/** The same table as a list of objects. */
function alsJson(u: Uitvoer): string {
  const rijen = u.rijen.map(r => Object.fromEntries(u.kolommen.map((k, i) => [k, r[i] ?? null])));
  return JSON.stringify({ naam: u.naam, aantal: rijen.length, rijen }, null, 1);
}

function csvVan(u: Uitvoer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(maakCsv(u.kolommen, u.rijen));
}

export type Bestandsvorm = 'csv' | 'json';

/** Splits 'politie-incidenten-hg.csv' in its name and the kind of file; without a kind it is a page. */
export function splitsVorm(deel: string): { naam: string; vorm: Bestandsvorm | null } {
  const m = /^(.*)\.(csv|json)$/.exec(deel);
  return m ? { naam: m[1] ?? '', vorm: m[2] as Bestandsvorm } : { naam: deel, vorm: null };
}

/** As `splitsVorm`, for a page that is there on paper too. */
export function splitsPagina(deel: string): { naam: string; vorm: Bestandsvorm | 'pdf' | null } {
  return deel.endsWith('.pdf') ? { naam: deel.slice(0, -4), vorm: 'pdf' } : splitsVorm(deel);
}

/** Sends a table as a file with a name that says what it is. */
export function stuurBestand(c: Ctx, u: Uitvoer, vorm: Bestandsvorm): Response {
  const type = vorm === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8';
  return c.body(vorm === 'csv' ? csvVan(u) : alsJson(u), 200, {
    'content-type': type,
    'content-disposition': `${vorm === 'csv' ? 'attachment' : 'inline'}; filename="${u.naam}.${vorm}"`,
  });
}

const KOLOMMEN = [
  'indicator',
  'naam',
  'plaatssoort',
  'plaats',
  'plaatscode',
  'periode',
  'periode_in_bron',
  'waarde',
  'eenheid',
  'voorlopig',
  'interval_van',
  'interval_tot',
  'per_1000_inwoners',
  'openbaarheid',
  'bron',
  'uitgever',
  'datum',
  'plek',
  'definitieversie',
  'overgenomen',
  'grenzen',
  'opgeteld_uit',
  'rondingsstap',
] as const;

type Rijgrond = { naam: string; grenzen: string };

function rijVan(grond: Rijgrond, r: Pick<Regel, 'waarneming' | 'interval' | 'perDuizend'>): Cel[] {
  const w = r.waarneming;
  // A value that is called public and was not made publishable never leaves.
  if (w.cijfer.openbaarheid === 'openbaar_in_bron') eisPubliceerbaar(w.cijfer.publiceerbaar);
  return [
    w.indicator,
    grond.naam,
    w.plaats.soort,
    w.plaats.naam,
    w.plaats.code,
    w.periodeCode,
    w.periodeTekst,
    waardeVan(w.cijfer),
    w.eenheid,
    w.voorlopig ? 'ja' : 'nee',
    r.interval?.van ?? null,
    r.interval?.tot ?? null,
    r.perDuizend === null ? null : Math.round(r.perDuizend * 100) / 100,
    w.cijfer.openbaarheid,
    w.citaat.titel,
    w.citaat.van,
    w.citaat.datum,
    w.citaat.plek,
    w.definitieversie,
    w.overgenomen,
    grond.grenzen,
    w.delen ? w.delen.map(d => `${d.naam} ${d.waarde}`).join(' + ') : null,
    w.rondingsstap ?? null,
  ];
}

/** All places of a picture: municipalities, region, wider. */
export function plaatsenVan(b: Cijferbeeld): Plaatsbeeld[] {
  return [...(b.regio ? [b.regio] : []), ...b.gemeenten, ...b.breder];
}

/** The observations of some pictures as a table; `kies` leaves places out. */
export function waarnemingenUitvoer(
  naam: string,
  beelden: readonly Cijferbeeld[],
  kies: (p: Plaatsbeeld) => boolean = () => true,
): Uitvoer {
  const rijen = beelden.flatMap(b =>
    plaatsenVan(b)
      .filter(kies)
      .flatMap(p => p.regels.map(r => rijVan({ naam: b.indicator.naam.nl, grenzen: b.grenzen }, r))),
  );
  return { naam, kolommen: KOLOMMEN, rijen };
}

/** Observations as they stand, with nothing derived, as a table with the same columns. */
export function losseUitvoer(
  naam: string,
  lijst: readonly Waarneming[],
  naamVan: (code: string) => string,
): Uitvoer {
  const rijen = lijst.map(w =>
    rijVan(
      { naam: naamVan(w.indicator), grenzen: 'bron' },
      { waarneming: w, interval: null, perDuizend: null },
    ),
  );
  return { naam, kolommen: KOLOMMEN, rijen };
}
