import { sql, type Transactie } from '#platform/db/index.ts';
import type { Weergave } from '../domain/programma.ts';
import type { Inhoud, Soortcode } from '../domain/veld.ts';

export interface Zoekrij {
  regio: string;
  soort: Soortcode;
  code: string;
  inhoud: Inhoud;
}

/**
 * Items with all words, best first, as far as the actor may read them: `openbaar` looks at published versions,
 * `werk` at working versions. `woorden` are folded; each may be the beginning of a word.
 */
export async function zoekOnderdelen(
  tx: Transactie,
  woorden: readonly string[],
  waar: { weergave: Weergave; regio: string | null },
  hoogstens: number,
): Promise<{ rijen: Zoekrij[]; totaal: number }> {
  if (woorden.length === 0) return { rijen: [], totaal: 0 };
  const deel = (w: string) =>
    sql`(to_tsquery('pg_catalog.dutch', ${`${w}:*`}) || to_tsquery('pg_catalog.simple', ${`${w}:*`}))`;
  const vraag = sql.join(woorden.map(deel), sql` && `);
  const openbaar = waar.weergave === 'openbaar';
  const { rows } = await sql<Zoekrij & { totaal: number }>`
    with vraag as (select ${vraag} q)
    select o.regio, o.soort, o.code, v.inhoud, count(*) over ()::int totaal
    from programma.onderdeel o
    join programma.onderdeel_versie v on v.onderdeel_id = o.id
      and v.versie = ${sql.ref(openbaar ? 'o.openbare_versie' : 'o.versie')}
    cross join vraag
    where (${openbaar} or not o.verwijderd) and (${waar.regio}::text is null or o.regio = ${waar.regio}::text)
      and v.zoek @@ vraag.q
    order by ts_rank_cd(v.zoek, vraag.q, 1) desc, o.regio, o.soort,
      ${sql.ref(openbaar ? 'o.openbare_volgorde' : 'o.volgorde')}
    limit ${hoogstens}`.execute(tx);
  return { rijen: rows, totaal: rows[0]?.totaal ?? 0 };
}
