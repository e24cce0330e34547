export const HUISHOUDROLLEN = ['volwassene', 'kind', 'ouder_inwonend', 'overig'] as const;
export type Huishoudrol = (typeof HUISHOUDROLLEN)[number];

export const BETREKKINGSOORTEN = [
  'partner',
  'ex_partner',
  'ouder',
  'kind',
  'broer_of_zus',
  'verzorger',
  'familie',
  'overig',
] as const;
export type Betrekkingsoort = (typeof BETREKKINGSOORTEN)[number];

/** What the other is, seen from the other side; null where that cannot be said ('verzorger' of whom is not 'kind'). */
const OMGEKEERD: Readonly<Record<Betrekkingsoort, Betrekkingsoort | null>> = {
  partner: 'partner',
  ex_partner: 'ex_partner',
  ouder: 'kind',
  kind: 'ouder',
  broer_of_zus: 'broer_of_zus',
  verzorger: null,
  familie: 'familie',
  overig: null,
};

export function omgekeerd(soort: Betrekkingsoort): Betrekkingsoort | null {
  return OMGEKEERD[soort];
}

/** A stay from `van` up to and without `tot`, ISO days; open without `tot`. */
export interface Verblijf {
  readonly van: string;
  readonly tot: string | null;
}

/** Do two stays share a day? ISO days compare as text. */
export function overlapt(a: Verblijf, b: Verblijf): boolean {
  return (b.tot === null || a.van < b.tot) && (a.tot === null || b.van < a.tot);
}
