import type { Publiceerbaar } from '#kern/onthulling/index.ts';
import {
  type Bevrorenpunt,
  publiceerUitslag,
  type Reeksaanbod,
  type Reeksopdracht,
  type Uitslag,
} from '#modules/datalab/index.ts';
import { heeftRol, type Lidmaatschap } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { type Evaluatierij, listEvaluatierijen } from '../db/evaluatie.ts';
import type { Evaluatierol, Evaluatietoestand, Verwachting, Vraagtekst } from '../domain/evaluatie.ts';

/** What a series was called when the question was laid down. */
export type Reeksnaam = Pick<Reeksaanbod, 'naam' | 'plaatsnaam' | 'bron'>;

/** A question as it was laid down; nothing of it ever changes. */
export interface Evaluatieinhoud extends Vraagtekst {
  readonly verwachting: Verwachting;
  readonly opdracht: Reeksopdracht;
  readonly reeks: Reeksnaam;
  readonly controle: Reeksnaam | null;
}

/** What came of it: a function of published figures only, or internal and for who may see those figures. */
export type Evaluatieuitkomst = { readonly bevroren: readonly Bevrorenpunt[] } & (
  | { readonly openbaarheid: 'openbaar_in_bron'; readonly uitslag: Publiceerbaar<Uitslag> }
  | { readonly openbaarheid: 'intern'; readonly uitslag: Uitslag }
);

export interface Evaluatie {
  readonly id: string;
  readonly nummer: number;
  /** Number of the evaluation that this is a new version of. */
  readonly vorige: number | null;
  readonly openbaarheid: 'openbaar_in_bron' | 'intern';
  readonly inhoud: Evaluatieinhoud;
  readonly bekendTot: string | null;
  /** Laid down after a result about the same series was known. */
  readonly naUitkomst: boolean;
  readonly vastgelegd: Temporal.Instant;
  readonly doorRol: string | null;
  readonly toestand: Evaluatietoestand;
  readonly standen: readonly {
    toestand: Evaluatietoestand;
    reden: string | null;
    moment: Temporal.Instant;
  }[];
  /** null: not answered yet, or not for this reader. */
  readonly uitkomst: Evaluatieuitkomst | null;
}

async function uitkomstVan(tx: Transactie, r: Evaluatierij): Promise<Evaluatieuitkomst | null> {
  if (r.uitslag === null || r.bevroren === null) return null;
  const bevroren = r.bevroren as Bevrorenpunt[];
  const uitslag = r.uitslag as Uitslag;
  if (r.openbaarheid === 'intern') return { openbaarheid: 'intern', uitslag, bevroren };
  const openbaar = await publiceerUitslag(tx, bevroren, uitslag);
  return openbaar && { openbaarheid: 'openbaar_in_bron', uitslag: openbaar, bevroren };
}

async function naarEvaluatie(tx: Transactie, r: Evaluatierij): Promise<Evaluatie> {
  return {
    id: r.id,
    nummer: r.nummer,
    vorige: r.vorige,
    openbaarheid: r.openbaarheid,
    inhoud: r.inhoud as Evaluatieinhoud,
    bekendTot: r.bekendTot,
    naUitkomst: r.naUitkomst,
    vastgelegd: Temporal.Instant.fromEpochMilliseconds(r.vastgelegd.getTime()),
    doorRol: r.doorRol,
    toestand: r.standen.at(-1)?.toestand ?? 'vastgelegd',
    standen: r.standen.map(s => ({ ...s, moment: Temporal.Instant.from(s.moment) })),
    uitkomst: await uitkomstVan(tx, r),
  };
}

/** The evaluations of an action as this reader may see them, by number. */
export async function listEvaluaties(tx: Transactie, onderdeelId: string): Promise<Evaluatie[]> {
  const uit: Evaluatie[] = [];
  for (const r of await listEvaluatierijen(tx, onderdeelId)) uit.push(await naarEvaluatie(tx, r));
  return uit;
}

/** The roles of this person that count for evaluations in a region. The same rule as the policies in SQL. */
export function evaluatierollen(lidmaatschappen: readonly Lidmaatschap[], regio: string): Evaluatierol[] {
  const rollen = ['projectleider', 'datalab_analist'] as const;
  return rollen.filter(rol => heeftRol(lidmaatschappen, [rol], { regio }));
}

/** The plain result, for who was given this evaluation. */
export function uitslagVan(u: Evaluatieuitkomst): Uitslag {
  return u.openbaarheid === 'intern' ? u.uitslag : u.uitslag.waarde;
}
