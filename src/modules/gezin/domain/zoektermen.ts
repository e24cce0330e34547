import type { Adres } from './adres.ts';
import { deurVan, normaliseerPostcode } from './adres.ts';
import type { Geboortedatum } from './geboortedatum.ts';
import { waardeVan } from './graad.ts';
import { klank } from './klank.ts';
import { naamdelen, voorletter, voornamen } from './naam.ts';
import type { Bsn, Persoonsgegevens } from './persoon.ts';

export const TERMSOORTEN = ['naam', 'klank', 'geboortedatum', 'adres', 'bsn'] as const;
export type Termsoort = (typeof TERMSOORTEN)[number];

/** One normalised part of a person, before it is blinded. `deel` says of what: it is part of the blinded value. */
export interface Zoekterm {
  readonly soort: Termsoort;
  readonly deel:
    | 'achternaam'
    | 'voornaam'
    | 'voorletter'
    | 'dag'
    | 'dag_verwisseld'
    | 'dag_cijfer'
    | 'jaar'
    | 'deur'
    | 'postcode'
    | 'nummer';
  readonly waarde: string;
}

/** What of a person is looked for; every part may be missing. */
export interface Zoekbaar {
  readonly gegevens: Persoonsgegevens;
  readonly adressen: readonly Adres[];
  readonly bsn: Bsn | null;
}

const HOOGSTENS_VOORNAMEN = 4;

function naamtermen(g: Persoonsgegevens): Zoekterm[] {
  const achter = naamdelen(waardeVan(g.achternaam) ?? '');
  const eerste = waardeVan(g.voornamen) ?? '';
  const roep = waardeVan(g.roepnaam) ?? '';
  const voor = [...new Set([...voornamen(roep), ...voornamen(eerste)])].slice(0, HOOGSTENS_VOORNAMEN);
  const letters = [...new Set([voorletter(eerste), voorletter(roep)])].filter(Boolean);
  const met = (deel: 'achternaam' | 'voornaam', namen: string[]): Zoekterm[] =>
    namen.flatMap(naam => [
      { soort: 'naam', deel, waarde: naam },
      { soort: 'klank', deel, waarde: klank(naam) },
    ]);
  return [
    ...met('achternaam', achter),
    ...met('voornaam', voor),
    ...letters.map(waarde => ({ soort: 'naam', deel: 'voorletter', waarde }) as const),
  ];
}

const twee = (n: number): string => String(n).padStart(2, '0');

/**
 * The date itself; the date with day and month in either order; the date with each digit in turn left open, so that
 * two dates that differ in one digit share a term; the year alone.
 */
export function datumtermen(d: Geboortedatum): Zoekterm[] {
  const soort = 'geboortedatum';
  const jaar: Zoekterm = { soort, deel: 'jaar', waarde: String(d.jaar) };
  if (d.maand === null || d.dag === null) return [jaar];
  const cijfers = `${d.jaar}${twee(d.maand)}${twee(d.dag)}`;
  const [laag = 0, hoog = 0] = [d.maand, d.dag].sort((a, b) => a - b);
  return [
    { soort, deel: 'dag', waarde: cijfers },
    { soort, deel: 'dag_verwisseld', waarde: `${d.jaar}${twee(laag)}${twee(hoog)}` },
    ...[...cijfers].map((_, i): Zoekterm => {
      return { soort, deel: 'dag_cijfer', waarde: `${cijfers.slice(0, i)}_${cijfers.slice(i + 1)}` };
    }),
    jaar,
  ];
}

export function adrestermen(a: Adres): Zoekterm[] {
  const deur = deurVan(a);
  const postcode = normaliseerPostcode(a.postcode);
  return [
    ...(deur ? [{ soort: 'adres', deel: 'deur', waarde: deur } as const] : []),
    ...(postcode ? [{ soort: 'adres', deel: 'postcode', waarde: postcode } as const] : []),
  ];
}

/** All terms of a person, each once. */
export function zoektermenVan(z: Zoekbaar): Zoekterm[] {
  const datum = waardeVan(z.gegevens.geboortedatum);
  const termen: Zoekterm[] = [
    ...naamtermen(z.gegevens),
    ...(datum ? datumtermen(datum) : []),
    ...z.adressen.flatMap(adrestermen),
    ...(z.bsn ? [{ soort: 'bsn', deel: 'nummer', waarde: z.bsn.nummer } as const] : []),
  ];
  const uniek = new Map(termen.filter(t => t.waarde !== '').map(t => [sleutelVan(t), t]));
  return [...uniek.values()];
}

/** Term as one text: what is blinded, and what two persons must share. */
export function sleutelVan(t: Zoekterm): string {
  return `${t.deel}:${t.waarde}`;
}
