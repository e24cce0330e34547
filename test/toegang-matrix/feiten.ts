import type { Client } from 'pg';
import type { Feiten } from './wie-casus.ts';

/** One list of bare rows per kind of fact, as JSON: one question for all of them. */
const lijst = (opdracht: string): string => `(select coalesce(json_agg(x), '[]') from (${opdracht}) x)`;
const LIJSTEN = {
  dossiers: 'select id, organisatie_id as organisatie, regio from toegang.dossier',
  betrokken: 'select dossier_id as dossier, betrokkene_id as betrokkene from toegang.betrokkenheid',
  // Every relation that ever stood there, and whether it holds today.
  ooit: `select persoon_id as wie, dossier_id as dossier, doel, organisatie_id as organisatie, namens,
      van <= $1::date and (tot is null or tot > $1::date) as nu from toegang.relatie`,
  blokkades: `select persoon_id as wie, dossier_id as dossier, betrokkene_id as betrokkene
      from toegang.blokkade where van <= $1::date and (tot is null or tot > $1::date)`,
  nood: `select persoon_id as wie, dossier_id as dossier, organisatie_id as organisatie
      from toegang.noodtoegang where tot > now()`,
  overdrachten: `select dossier_id as dossier, naar_organisatie as naar, stand = 'aanvaard' as aanvaard
      from toegang.overdracht where stand in ('aangeboden', 'aanvaard')`,
  gedeeld: 'select id from casus.notitie where gedeeld union select id from casus.document where gedeeld',
  thuizen: `select id from toegang.organisatie where soort = 'veilig_thuis'`,
  inzage: `select dossier_id as dossier, organisatie_id as organisatie, betrokkene_id as betrokkene, door
      from privacy.verzoek where soort in ('inzage', 'afschrift') and identiteit is not null
        and betrokkene_id is not null and stand <> 'ingetrokken' and besluit is distinct from 'geweigerd'
        and (afschrift_op is null or afschrift_op = $1::date)`,
} as const;
const ALLES = `select ${Object.entries(LIJSTEN)
  .map(([naam, opdracht]) => `${lijst(opdracht)} as ${naam}`)
  .join(', ')}`;

interface Rijen extends Pick<Feiten, 'blokkades' | 'nood' | 'overdrachten' | 'inzage'> {
  dossiers: { id: string; organisatie: string; regio: string }[];
  betrokken: { dossier: string; betrokkene: string }[];
  ooit: (Feiten['ooit'][number] & { nu: boolean })[];
  gedeeld: { id: string }[];
  thuizen: { id: string }[];
}

/**
 * The facts of this day (ISO) as bare rows, read behind row security: no policy and no function of the application. The
 * day is that of the house under test: the database's own is another one for part of the night.
 */
export async function leesFeiten(c: Client, dag: string): Promise<Feiten> {
  const { rows } = await c.query<Rijen>({ name: 'feiten', text: ALLES, values: [dag] });
  const r = rows[0];
  if (!r) throw new Error('geen feiten');
  const betrokkenen = new Map<string, string[]>();
  for (const b of r.betrokken) {
    const wie = betrokkenen.get(b.dossier);
    if (wie) wie.push(b.betrokkene);
    else betrokkenen.set(b.dossier, [b.betrokkene]);
  }
  return {
    relaties: r.ooit.filter(x => x.nu),
    ooit: r.ooit,
    blokkades: r.blokkades,
    nood: r.nood,
    dossiers: new Map(r.dossiers.map(({ id, ...d }) => [id, d])),
    overdrachten: r.overdrachten,
    gedeeld: new Set(r.gedeeld.map(x => x.id)),
    veiligThuizen: new Set(r.thuizen.map(x => x.id)),
    betrokkenen,
    inzage: r.inzage,
  };
}
