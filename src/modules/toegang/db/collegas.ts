import { sql, type Transactie } from '#platform/db/index.ts';
import type { Rol } from '../domain/rollen.ts';

export interface Ploegrij {
  persoonId: string;
  organisatieId: string;
  organisatie: string;
  rollen: Rol[];
}

/** Who works in casework today for the organisations of which the actor is team leader or privacy officer. */
export async function listPloeg(tx: Transactie): Promise<Ploegrij[]> {
  const { rows } =
    await sql<Ploegrij>`select l.persoon_id as "persoonId", l.organisatie_id as "organisatieId",
      o.naam as organisatie, array_agg(distinct l.rol) as rollen
    from toegang.lidmaatschap l join toegang.organisatie o on o.id = l.organisatie_id
    where l.rol in ('professional', 'teamleider', 'intaker', 'privacyfunctionaris')
      and l.organisatie_id = any (toegang.organisaties('teamleider', 'privacyfunctionaris'))
      and l.van <= stelsel.vandaag() and (l.tot is null or l.tot > stelsel.vandaag())
    group by 1, 2, 3 order by 3, 1`.execute(tx);
  return rows;
}

/** Who has this work address and works in casework in a region of the actor; one row per organisation. */
export async function findOpIndex(
  tx: Transactie,
  index: Buffer,
): Promise<{ persoonId: string; organisatieId: string; organisatie: string }[]> {
  const { rows } = await sql<{ persoonId: string; organisatieId: string; organisatie: string }>`
    select v.persoon_id as "persoonId", v.organisatie_id as "organisatieId", o.naam as organisatie
    from toegang.vind_collega(${index}) v join toegang.organisatie o on o.id = v.organisatie_id
    order by o.naam, o.id`.execute(tx);
  return rows;
}
