import type { Bewijsregel, Keuzewijze, Waarborgregel } from '#kern/onthulling/index.ts';
import { sql, type Transactie } from '#platform/db/index.ts';
import type { Publicatiecel } from '../domain/publicatie.ts';

/** What the background work goes by: the set, and the figures that are to be printed. JSON as it was kept. */
export interface Rekenwerk {
  readonly waarborg: 'veilig' | 'onveilig' | 'onbekend' | null;
  readonly bewezen: boolean;
  /** Why nothing came out, as a code. */
  readonly fout: string | null;
  /** Times that it was begun since it last got anywhere. */
  readonly begonnen: number;
  readonly vraag: unknown;
  readonly toets: unknown;
}

export async function findRekenwerk(tx: Transactie, id: string): Promise<Rekenwerk | null> {
  const r = await sql<Rekenwerk>`select p.waarborg, p.bewezen, w.fout, w.begonnen, w.vraag, w.toets
    from datalab.publicatie p join datalab.publicatie_werk w on w.publicatie_id = p.id
    where p.id = ${id} and p.toestand in ('concept', 'aangeboden')`.execute(tx);
  return r.rows[0] ?? null;
}

/** How far the work is; anybody who works on the release may look. */
export async function zetVoortgang(
  tx: Transactie,
  id: string,
  gedaan: number,
  teDoen: number,
): Promise<void> {
  await sql`update datalab.publicatie_werk set gedaan = ${gedaan}, te_doen = ${teDoen}
    where publicatie_id = ${id}`.execute(tx);
}

/** Counts a beginning, before there is one: also of work that ends the process. */
export async function telBegin(tx: Transactie, id: string): Promise<void> {
  await sql`update datalab.publicatie_werk set begonnen = begonnen + 1 where publicatie_id = ${id}`.execute(
    tx,
  );
}

/** It got somewhere, or was ended in order: what comes after is a first beginning again. */
export async function zetVerder(tx: Transactie, id: string): Promise<void> {
  await sql`update datalab.publicatie_werk set begonnen = 0 where publicatie_id = ${id} and begonnen > 0`.execute(
    tx,
  );
}

/** Nothing came out: why, as a code; null when it is tried again. */
export async function zetFout(tx: Transactie, id: string, fout: string | null): Promise<void> {
  await sql`update datalab.publicatie_werk set fout = ${fout} where publicatie_id = ${id}`.execute(tx);
}

export interface Uitkomst {
  readonly ruim: boolean;
  readonly wijze: Keuzewijze;
  readonly waarborg: 'veilig' | 'onveilig' | 'onbekend';
  readonly oordeel: readonly Waarborgregel[];
  /** What a reader knows after it, as JSON (`naarJson`): what the proof is against. */
  readonly toets: string;
  readonly optellingen: readonly { som: string; delen: readonly string[] }[];
  readonly cellen: readonly (Publicatiecel & { volgorde: number })[];
}

/** Keeps what would be printed and what the audit says of it. */
export async function bewaarUitkomst(tx: Transactie, id: string, u: Uitkomst): Promise<void> {
  await sql`delete from datalab.publicatie_bewijs where publicatie_id = ${id}`.execute(tx);
  await sql`delete from datalab.publicatie_cel where publicatie_id = ${id}`.execute(tx);
  await sql`insert into datalab.publicatie_cel (publicatie_id, naam, volgorde, indicator, definitieversie, plaatssoort,
      plaats, plaatsnaam, periode, van, tot, getoond, aard, nul_gevoelig)
    select ${id}, x.naam, x.volgorde, x.indicator, x.definitieversie, x.plaatssoort, x.plaats, x.plaatsnaam, x.periode,
      x.van, x.tot, x.getoond, x.aard, x."nulGevoelig"
    from jsonb_to_recordset(${JSON.stringify(u.cellen)}::jsonb) as x(naam text, volgorde int, indicator text,
      definitieversie int, plaatssoort text, plaats text, plaatsnaam text, periode text, van date, tot date, getoond int,
      aard text, "nulGevoelig" boolean)`.execute(tx);
  await sql`update datalab.publicatie set ruim = ${u.ruim}, waarborg = ${u.waarborg}, bewezen = false,
    optellingen = ${JSON.stringify(u.optellingen)}::jsonb, versie = versie + 1 where id = ${id}`.execute(tx);
  await sql`update datalab.publicatie_werk set toets = ${u.toets}::jsonb, oordeel = ${JSON.stringify(u.oordeel)}::jsonb,
    wijze = ${u.wijze}, fout = null, gedaan = 0, te_doen = 0 where publicatie_id = ${id}`.execute(tx);
}

/** Lines of the proof that were kept. */
export async function listBewijs(tx: Transactie, id: string): Promise<Bewijsregel[]> {
  const r = await sql<Bewijsregel>`select aanvaller, naam, drempel, laag, hoog from datalab.publicatie_bewijs
    where publicatie_id = ${id} order by aanvaller, naam`.execute(tx);
  return r.rows;
}

export async function bewaarBewijs(
  tx: Transactie,
  id: string,
  regels: readonly Bewijsregel[],
): Promise<void> {
  const json = JSON.stringify(regels);
  await sql`delete from datalab.publicatie_bewijs b using jsonb_to_recordset(${json}::jsonb) as x(aanvaller text, naam text)
    where b.publicatie_id = ${id} and b.aanvaller = x.aanvaller and b.naam = x.naam`.execute(tx);
  await sql`insert into datalab.publicatie_bewijs (publicatie_id, aanvaller, naam, drempel, laag, hoog)
    select ${id}, x.aanvaller, x.naam, x.drempel, x.laag, x.hoog
    from jsonb_to_recordset(${json}::jsonb)
      as x(aanvaller text, naam text, drempel int, laag jsonb, hoog jsonb)`.execute(tx);
}

/** The proof is complete, or it was found that there is none. */
export async function zetBewezen(tx: Transactie, id: string, bewezen: boolean): Promise<void> {
  await sql`update datalab.publicatie set bewezen = ${bewezen}, waarborg = ${bewezen ? 'veilig' : 'onveilig'},
    versie = versie + 1 where id = ${id}`.execute(tx);
}

/** Releases whose work is not done: after a stop it goes on from here. */
export async function listOnaf(tx: Transactie): Promise<string[]> {
  const r = await sql<{ id: string }>`select p.id from datalab.publicatie p
    join datalab.publicatie_werk w on w.publicatie_id = p.id
    where p.toestand = 'concept' and w.fout is null
      and (p.waarborg is null or (p.waarborg = 'veilig' and not p.bewezen)) order by w.voorbereid`.execute(
    tx,
  );
  return r.rows.map(x => x.id);
}
