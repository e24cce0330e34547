import type { Client } from 'pg';
import type { Feiten } from './wie-casus.ts';

/** The facts of today as bare rows, read behind row security: no policy and no function of the application. */
export async function leesFeiten(c: Client): Promise<Feiten> {
  const rijen = async <T extends object>(sql: string) => (await c.query<T>(sql)).rows;
  const dossiers = await rijen<{ id: string; organisatie: string; regio: string }>(
    'select id, organisatie_id as organisatie, regio from toegang.dossier',
  );
  const betrokken = await rijen<{ dossier: string; betrokkene: string }>(
    'select dossier_id as dossier, betrokkene_id as betrokkene from toegang.betrokkenheid',
  );
  const betrokkenen = new Map<string, string[]>();
  for (const b of betrokken)
    betrokkenen.set(b.dossier, [...(betrokkenen.get(b.dossier) ?? []), b.betrokkene]);
  return {
    relaties: await rijen(
      `select persoon_id as wie, dossier_id as dossier, doel, organisatie_id as organisatie, namens
       from toegang.relatie where van <= current_date and (tot is null or tot > current_date)`,
    ),
    ooit: await rijen(
      `select persoon_id as wie, dossier_id as dossier, doel, organisatie_id as organisatie, namens
       from toegang.relatie`,
    ),
    blokkades: await rijen(
      `select persoon_id as wie, dossier_id as dossier, betrokkene_id as betrokkene
       from toegang.blokkade where van <= current_date and (tot is null or tot > current_date)`,
    ),
    nood: await rijen(
      `select persoon_id as wie, dossier_id as dossier, organisatie_id as organisatie
       from toegang.noodtoegang where tot > now()`,
    ),
    dossiers: new Map(dossiers.map(({ id, ...d }) => [id, d])),
    overdrachten: await rijen(
      `select dossier_id as dossier, naar_organisatie as naar, stand = 'aanvaard' as aanvaard
       from toegang.overdracht where stand in ('aangeboden', 'aanvaard')`,
    ),
    gedeeld: new Set(
      (
        await rijen<{ id: string }>(
          'select id from casus.notitie where gedeeld union select id from casus.document where gedeeld',
        )
      ).map(r => r.id),
    ),
    veiligThuizen: new Set(
      (await rijen<{ id: string }>(`select id from toegang.organisatie where soort = 'veilig_thuis'`)).map(
        r => r.id,
      ),
    ),
    betrokkenen,
    inzage: await rijen(
      `select dossier_id as dossier, organisatie_id as organisatie, betrokkene_id as betrokkene, door
       from privacy.verzoek where soort in ('inzage', 'afschrift') and identiteit is not null
         and betrokkene_id is not null and stand <> 'ingetrokken' and besluit is distinct from 'geweigerd'
         and (afschrift_op is null or afschrift_op = current_date)`,
    ),
  };
}
