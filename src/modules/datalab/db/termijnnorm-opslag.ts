import { lengteTekst, type Termijneenheid, type Termijnregel } from '#kern/termijn/index.ts';
import { sql, type Transactie } from '#platform/db/index.ts';
import type { Doorloopsoort } from '../domain/doorloop.ts';
import { type Telwijze, type Termijnnorm, termijncode } from '../domain/termijnnorm.ts';

interface Rij {
  id: string;
  regio: string | null;
  soort: Doorloopsoort;
  telwijze: Telwijze;
  lengte: number;
  eenheid: Termijneenheid;
  eerste_dag_telt: boolean;
  verschuiving: Termijnregel['verschuiving'];
  wet: string;
  artikel: string;
  bron: string;
  bevestigd: boolean;
  norm: number;
  norm_bron: string;
  norm_bevestigd: boolean;
  geldig_vanaf: string;
  geldig_tot: string | null;
}

const dag = (iso: string) => Temporal.PlainDate.from(iso);

function alsNorm(r: Rij): Termijnnorm {
  return {
    id: r.id,
    regio: r.regio,
    soort: r.soort,
    telwijze: r.telwijze,
    regel: {
      code: termijncode(r.soort, r.telwijze),
      naam: lengteTekst(r.lengte, r.eenheid),
      wet: r.wet,
      artikel: r.artikel,
      geldigVanaf: dag(r.geldig_vanaf),
      geldigTot: r.geldig_tot === null ? null : dag(r.geldig_tot),
      lengte: r.lengte,
      eenheid: r.eenheid,
      eersteDagTelt: r.eerste_dag_telt,
      verschuiving: r.verschuiving,
      bron: r.bron,
      bevestigd: r.bevestigd,
    },
    norm: r.norm,
    normBron: r.norm_bron,
    normBevestigd: r.norm_bevestigd,
  };
}

/** The terms with their norms that apply in a region: its own and the shipped ones, with all that applied before. */
export async function listTermijnnormen(tx: Transactie, regio: string): Promise<Termijnnorm[]> {
  const r =
    await sql<Rij>`select id, regio, soort, telwijze, lengte, eenheid, eerste_dag_telt, verschuiving, wet, artikel,
      bron, bevestigd, norm::float8 as norm, norm_bron, norm_bevestigd, geldig_vanaf::text as geldig_vanaf,
      geldig_tot::text as geldig_tot
    from datalab.termijnnorm where regio is null or regio = ${regio}
    order by soort desc, telwijze, regio nulls last, geldig_vanaf desc`.execute(tx);
  return r.rows.map(alsNorm);
}

/** Lets one writer at a time change the terms of a region, until the end of this transaction. */
export async function wachtOpTermijnbeurt(tx: Transactie, regio: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`lange_adem:datalab:termijn:${regio}`}, 0))`.execute(
    tx,
  );
}

/** Adds a term of a region and closes the one that applied until then. */
export async function voegTermijnnormToe(
  tx: Transactie,
  n: Omit<Termijnnorm, 'id'> & { regio: string },
  door: string,
  nu: Temporal.Instant,
): Promise<void> {
  const { regel } = n;
  const vanaf = regel.geldigVanaf.toString();
  await sql`update datalab.termijnnorm set geldig_tot = ${vanaf}::date where regio = ${n.regio} and soort = ${n.soort}
    and telwijze = ${n.telwijze} and geldig_tot is null`.execute(tx);
  await sql`insert into datalab.termijnnorm (regio, soort, telwijze, lengte, eenheid, eerste_dag_telt, verschuiving, wet,
      artikel, bron, bevestigd, norm, norm_bron, norm_bevestigd, geldig_vanaf, vastgelegd, door)
    values (${n.regio}, ${n.soort}, ${n.telwijze}, ${regel.lengte}, ${regel.eenheid}, ${regel.eersteDagTelt},
      ${regel.verschuiving}, ${regel.wet}, ${regel.artikel}, ${regel.bron}, ${regel.bevestigd}, ${n.norm}, ${n.normBron},
      ${n.normBevestigd}, ${vanaf}::date, ${nu.toString()}::timestamptz, ${door})`.execute(tx);
}
