import { sql } from '#platform/db/index.ts';
import type { Rol } from '../domain/rollen.ts';
import { als, type Diensten, stelsel } from './diensten.ts';

/** The people who hold a role in a region today, with their address in the clear: for mail that they asked for. */
export function adressenVoor(
  d: Diensten,
  rol: Rol,
  regio: string,
): Promise<{ persoonId: string; email: string }[]> {
  return als(d, stelsel('herinneringen'), async tx => {
    const { rows } = await sql<{ persoon_id: string }>`
      select distinct persoon_id from toegang.lidmaatschap
      where rol = ${rol} and regio = ${regio} and van <= stelsel.vandaag() and (tot is null or tot > stelsel.vandaag())
    `.execute(tx);
    const mensen = await Promise.all(rows.map(r => d.personen.find(tx, r.persoon_id)));
    return mensen.flatMap(p => (p?.actief && p.email ? [{ persoonId: p.id, email: p.email }] : []));
  });
}
