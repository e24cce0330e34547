import { sql, type Transactie } from '#platform/db/index.ts';

/** A public source of a region with counts that can be taken over. */
export interface Overneembron {
  readonly regio: string;
  readonly id: string;
  readonly titel: string;
  readonly van: string | null;
  readonly datum: string | null;
}

/** A figure of a source as it would stand in a release. */
export interface Overneemcel {
  readonly indicator: string;
  readonly definitieversie: number;
  readonly plaats: string;
  readonly periode: string;
  readonly van: string;
  readonly tot: string;
  readonly getoond: number | null;
  readonly aard: string;
  readonly stap: number | null;
}

/** A taken over release in print that nothing took the place of. */
export interface Overname {
  readonly id: string;
  readonly bron: string;
}

/** Public sources that print counts of these regions. */
export async function listOverneembronnen(
  tx: Transactie,
  regios: readonly string[],
): Promise<Overneembron[]> {
  const r = await sql<Overneembron>`select distinct a.regio, b.id, b.titel, b.van, b.datum
    from datalab.actuele_waarneming a join datalab.bron b on b.id = a.bron_id
    where a.regio = any (${regios}::text[]) and b.openbaar and a.openbaarheid = 'openbaar_in_bron' and a.eenheid = 'aantal'
      and a.plaatssoort in ('gemeente', 'subregio', 'regio')
    order by a.regio, b.titel, b.id`.execute(tx);
  return r.rows;
}

/** What a source prints in public of a region, in the order of a release. */
export async function listOverneembaar(tx: Transactie, regio: string, bron: string): Promise<Overneemcel[]> {
  const r =
    await sql<Overneemcel>`select indicator, definitieversie, plaats, periode, to_char(van, 'YYYY-MM-DD') as van,
      to_char(tot, 'YYYY-MM-DD') as tot, getoond, aard, stap
    from datalab.overneembaar(${regio}, ${bron}) order by volgorde`.execute(tx);
  return r.rows;
}

/** Taken over releases of a region that stand, of this source and of others with its title and publisher; newest first. */
export async function listOvernamen(tx: Transactie, regio: string, bron: string): Promise<Overname[]> {
  const r = await sql<Overname>`select p.id, p.bron_id as bron
    from datalab.publicatie p join datalab.bron b on b.id = p.bron_id join datalab.bron z on z.id = ${bron}
    where p.regio = ${regio} and p.toestand = 'gepubliceerd' and p.vervangen_door is null
      and (b.id = z.id or (b.titel = z.titel and b.van is not distinct from z.van))
    order by p.gepubliceerd desc, p.code desc`.execute(tx);
  return r.rows;
}

/** Every taken over release that stands. */
export async function listAlleOvernamen(tx: Transactie): Promise<(Overname & { regio: string })[]> {
  const r = await sql<Overname & { regio: string }>`select id, bron_id as bron, regio from datalab.publicatie
    where methode = 'overgenomen' and toestand = 'gepubliceerd' and vervangen_door is null order by regio, id`.execute(
    tx,
  );
  return r.rows;
}

/** Makes a taken over release and fills it with what the source prints. Gives how many figures that are. */
export async function maakOvername(
  tx: Transactie,
  v: {
    id: string;
    regio: string;
    code: string;
    titel: string;
    toelichting: string;
    bron: string;
    basis: number;
  },
): Promise<number> {
  await sql`insert into datalab.publicatie (id, regio, code, titel, toelichting, toestand, methode, basis, bron_id)
    values (${v.id}, ${v.regio}, ${v.code}, ${v.titel}, ${v.toelichting}, 'concept', 'overgenomen', ${v.basis},
      ${v.bron})`.execute(tx);
  const r = await sql<{ n: number }>`select datalab.neem_over(${v.id}) as n`.execute(tx);
  return r.rows[0]?.n ?? 0;
}

/** Says of a release which one took its place. */
export async function vervang(tx: Transactie, id: string, door: string): Promise<void> {
  await sql`update datalab.publicatie set vervangen_door = ${door}, versie = versie + 1 where id = ${id}`.execute(
    tx,
  );
}

/** The public sources of which an import brought figures. */
export async function listOpenbareBronnenVan(tx: Transactie, inlezing: string): Promise<string[]> {
  const r = await sql<{ bron: string }>`select distinct w.bron_id as bron
    from datalab.waarneming w join datalab.waarneming_versie v on v.waarneming_id = w.id
    where v.inlezing_id = ${inlezing} and w.openbaarheid = 'openbaar_in_bron'`.execute(tx);
  return r.rows.map(x => x.bron);
}
