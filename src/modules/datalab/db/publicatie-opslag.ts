import { sql, type Transactie } from '#platform/db/index.ts';
import type {
  Publicatie,
  Publicatiecel,
  Publicatiekeuze,
  Publicatiereikwijdte,
  Publicatietoestand,
  Publicatiewerk,
  Waarheid,
} from '../domain/publicatie.ts';

const MOMENT = (kolom: string) =>
  sql.raw<string | null>(`to_char(${kolom} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`);

const KOLOMMEN = sql`p.id, p.regio, p.code, p.titel, p.toelichting, p.toestand, p.methode, p.basis, p.ruim, p.waarborg,
  p.bewezen, p.vier_ogen as "vierOgen", p.zegel, ${MOMENT('p.gepubliceerd')} as gepubliceerd,
  ${MOMENT('p.ingetrokken')} as ingetrokken, p.reden_intrekking as "redenIntrekking",
  (select v.code from datalab.publicatie v where v.id = p.vervangen_door) as "vervangenDoor", p.versie`;

/** Releases of a region that row security shows this reader, newest first. */
export async function listPublicaties(tx: Transactie, regio: string): Promise<Publicatie[]> {
  const r = await sql<Publicatie>`select ${KOLOMMEN} from datalab.publicatie p where p.regio = ${regio}
    order by p.gepubliceerd desc nulls first, p.code limit 500`.execute(tx);
  return r.rows;
}

/** Releases that every reader finds, in print or withdrawn, newest first; of one region or of all. */
export async function listInDruk(tx: Transactie, regio: string | null): Promise<Publicatie[]> {
  const r = await sql<Publicatie>`select ${KOLOMMEN} from datalab.publicatie p
    where p.toestand in ('gepubliceerd', 'ingetrokken') and (${regio}::text is null or p.regio = ${regio}::text)
    order by p.gepubliceerd desc, p.regio, p.code limit 500`.execute(tx);
  return r.rows;
}

/** What these releases are about, as far as they are in print. */
export async function listReikwijdten(
  tx: Transactie,
  ids: readonly string[],
): Promise<(Publicatiereikwijdte & { id: string })[]> {
  const r = await sql<Publicatiereikwijdte & { id: string }>`select p.id,
      to_char(min(c.van), 'YYYY-MM-DD') as van, to_char(max(c.tot), 'YYYY-MM-DD') as tot,
      jsonb_agg(distinct jsonb_build_object('code', c.indicator, 'definitieversie', c.definitieversie)) as indicatoren,
      jsonb_agg(distinct c.plaatsnaam) as plaatsen
    from datalab.publicatie p join datalab.publicatie_cel c on c.publicatie_id = p.id
    where p.toestand = 'gepubliceerd' and p.id = any (${ids}::uuid[]) group by p.id`.execute(tx);
  return r.rows;
}

/** Regions with a release that readers find. */
export async function listRegiosInDruk(tx: Transactie): Promise<string[]> {
  const r = await sql<{ regio: string }>`select distinct regio from datalab.publicatie
    where toestand in ('gepubliceerd', 'ingetrokken') order by regio`.execute(tx);
  return r.rows.map(x => x.regio);
}

/** One release by its id, or null: not there, or not for this reader. With `slot` it is held until the end. */
export async function findPublicatie(tx: Transactie, id: string, slot = false): Promise<Publicatie | null> {
  const r = await sql<Publicatie>`select ${KOLOMMEN} from datalab.publicatie p where p.id = ${id}
    ${slot ? sql`for update` : sql``}`.execute(tx);
  return r.rows[0] ?? null;
}

/** One release by its permanent name. */
export async function findPublicatieOpCode(
  tx: Transactie,
  regio: string,
  code: string,
): Promise<Publicatie | null> {
  const r = await sql<Publicatie>`select ${KOLOMMEN} from datalab.publicatie p
    where p.regio = ${regio} and p.code = ${code}`.execute(tx);
  return r.rows[0] ?? null;
}

/** The figures of a release as printed, in the order of its tables. */
export async function listCellen(tx: Transactie, id: string): Promise<Publicatiecel[]> {
  const r =
    await sql<Publicatiecel>`select naam, indicator, definitieversie, plaatssoort, plaats, plaatsnaam, periode,
      to_char(van, 'YYYY-MM-DD') as van, to_char(tot, 'YYYY-MM-DD') as tot, getoond, aard, nul_gevoelig as "nulGevoelig"
    from datalab.publicatie_cel where publicatie_id = ${id} order by volgorde`.execute(tx);
  return r.rows;
}

/** The work behind a release, for who may see it. */
export async function findWerk(tx: Transactie, id: string): Promise<Publicatiewerk | null> {
  const r = await sql<Publicatiewerk>`select keuze, voorbereid_door as "voorbereidDoor",
      goedgekeurd_door as "goedgekeurdDoor", oordeel, wijze, fout, gedaan, te_doen as "teDoen",
      ${MOMENT('bekeken_tot')} as "bekekenTot", reden_afwijzing as "redenAfwijzing"
    from datalab.publicatie_werk where publicatie_id = ${id}`.execute(tx);
  return r.rows[0] ?? null;
}

/** The truth behind each figure, by name, with the unit of the threshold and why it is protected, if it is. */
export async function listWaarheid(tx: Transactie, id: string): Promise<Waarheid[]> {
  const r = await sql<Waarheid>`select naam, waarde, teleenheid, reden
    from datalab.publicatie_waarheid where publicatie_id = ${id}`.execute(tx);
  return r.rows;
}

/** Is any observation behind this release revised since, or is a public figure of its indicators new? */
export async function isVeranderdSinds(
  tx: Transactie,
  id: string,
  indicatoren: readonly string[],
): Promise<boolean> {
  const r = await sql<{ veranderd: boolean }>`select
      exists (select 1 from datalab.publicatie_waarheid w
        join datalab.waarneming_versie v on v.waarneming_id = w.waarneming_id
        where w.publicatie_id = ${id} and v.versie > w.waarneming_versie)
      or exists (select 1 from datalab.waarneming o join datalab.waarneming_versie v on v.waarneming_id = o.id
        join datalab.publicatie_werk k on k.publicatie_id = ${id}
        where o.openbaarheid = 'openbaar_in_bron' and o.indicator = any (${indicatoren}::text[])
          and v.vastgelegd > k.bekeken_tot)
      or exists (select 1 from datalab.publicatie p join datalab.publicatie e on e.regio = p.regio
        join datalab.publicatie_werk k on k.publicatie_id = p.id
        where p.id = ${id} and e.methode <> 'overgenomen' and e.gepubliceerd > k.bekeken_tot) as veranderd`.execute(
    tx,
  );
  return r.rows[0]?.veranderd ?? true;
}

/** What a release was printed with before, with the truth behind it: for the audit of the next one. */
export async function listEerderGedrukt(
  tx: Transactie,
  regio: string,
): Promise<(Publicatiecel & { waarde: number; basis: number; ruim: boolean })[]> {
  const r = await sql<Publicatiecel & { waarde: number; basis: number; ruim: boolean }>`
    select c.naam, c.indicator, c.definitieversie, c.plaatssoort, c.plaats, c.plaatsnaam, c.periode,
      to_char(c.van, 'YYYY-MM-DD') as van, to_char(c.tot, 'YYYY-MM-DD') as tot, c.getoond, c.aard,
      c.nul_gevoelig as "nulGevoelig", w.waarde, p.basis, p.ruim
    from datalab.publicatie p
    join datalab.publicatie_cel c on c.publicatie_id = p.id
    join datalab.publicatie_waarheid w on w.publicatie_id = p.id and w.naam = c.naam
    where p.regio = ${regio} and p.toestand in ('gepubliceerd', 'ingetrokken')
    order by p.gepubliceerd, c.volgorde`.execute(tx);
  return r.rows;
}

/** One at a time per region: two releases that are each safe alone may not be so together. */
export async function wachtOpPublicatiebeurt(tx: Transactie, regio: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`lange_adem:datalab:publiceren:${regio}`}, 0))`.execute(
    tx,
  );
}

export interface NieuwConcept {
  readonly id: string;
  readonly code: string;
  readonly keuze: Publicatiekeuze;
  readonly basis: number;
  readonly organisatieId: string | null;
  /** The set as JSON (`naarJson`). */
  readonly vraag: string;
  readonly door: string;
  readonly nu: Temporal.Instant;
}

/** Keeps a draft with the set that is to be protected. */
export async function bewaarConcept(tx: Transactie, c: NieuwConcept): Promise<void> {
  const { keuze: k } = c;
  await sql`insert into datalab.publicatie (id, regio, code, titel, toelichting, toestand, methode, basis)
    values (${c.id}, ${k.regio}, ${c.code}, ${k.titel}, ${k.toelichting}, 'concept', ${k.methode}, ${c.basis})`.execute(
    tx,
  );
  await sql`insert into datalab.publicatie_werk (publicatie_id, organisatie_id, keuze, voorbereid_door, voorbereid, vraag,
      bekeken_tot)
    values (${c.id}, ${c.organisatieId}, ${JSON.stringify(k)}::jsonb, ${c.door}, ${c.nu.toString()}::timestamptz,
      ${c.vraag}::jsonb, ${c.nu.toString()}::timestamptz)`.execute(tx);
}

/** Keeps the truth behind each figure that is to be printed. */
export async function bewaarWaarheid(
  tx: Transactie,
  id: string,
  rijen: readonly (Waarheid & { waarneming_id: string | null; waarneming_versie: number | null })[],
): Promise<void> {
  await sql`insert into datalab.publicatie_waarheid (publicatie_id, naam, waarde, waarneming_id, waarneming_versie,
      teleenheid, reden)
    select ${id}, x.naam, x.waarde, x.waarneming_id, x.waarneming_versie, x.teleenheid, x.reden
    from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb)
      as x(naam text, waarde int, waarneming_id uuid, waarneming_versie int, teleenheid text, reden text)`.execute(
    tx,
  );
}

/** Names of releases of a region, to find a free one. */
export async function isCodeVrij(tx: Transactie, regio: string, code: string): Promise<boolean> {
  const r = await sql`select 1 from datalab.publicatie where regio = ${regio} and code = ${code}`.execute(tx);
  return r.rows.length === 0;
}

/** Moves a release to another state, with what belongs to that. The database checks the gate once more. */
export async function zetToestand(
  tx: Transactie,
  id: string,
  x: {
    naar: Publicatietoestand;
    zegel?: string;
    vierOgen?: boolean;
    gepubliceerd?: Temporal.Instant;
    ingetrokken?: Temporal.Instant;
    reden?: string;
  },
): Promise<void> {
  await sql`update datalab.publicatie set toestand = ${x.naar}, versie = versie + 1,
      zegel = coalesce(${x.zegel ?? null}, zegel), vier_ogen = vier_ogen or ${x.vierOgen ?? false},
      gepubliceerd = coalesce(${x.gepubliceerd?.toString() ?? null}::timestamptz, gepubliceerd),
      ingetrokken = coalesce(${x.ingetrokken?.toString() ?? null}::timestamptz, ingetrokken),
      reden_intrekking = coalesce(${x.reden ?? null}, reden_intrekking)
    where id = ${id}`.execute(tx);
}

/** Who approved, who withdrew, or why it went back. */
export async function zetWie(
  tx: Transactie,
  id: string,
  x: { goedgekeurdDoor?: string; ingetrokkenDoor?: string; redenAfwijzing?: string },
): Promise<void> {
  await sql`update datalab.publicatie_werk set
      goedgekeurd_door = coalesce(${x.goedgekeurdDoor ?? null}, goedgekeurd_door),
      ingetrokken_door = coalesce(${x.ingetrokkenDoor ?? null}, ingetrokken_door),
      reden_afwijzing = coalesce(${x.redenAfwijzing ?? null}, reden_afwijzing)
    where publicatie_id = ${id}`.execute(tx);
}
