import { metClient, startIngebed } from '#platform/db/index.ts';

/** Rows of every table that holds any, in a data folder whose application has stopped. */
export async function telRijen(dataMap: string): Promise<{ tabel: string; rijen: number }[]> {
  const server = await startIngebed(dataMap);
  try {
    return await metClient(server.beheer('lange_adem'), async c => {
      const { rows } = await c.query<{ tabel: string }>(
        `select format('%I.%I', schemaname, tablename) tabel from pg_tables
         where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
      );
      const uit: { tabel: string; rijen: number }[] = [];
      for (const { tabel } of rows) {
        const r = await c.query<{ n: string }>(`select count(*) n from ${tabel}`);
        uit.push({ tabel, rijen: Number(r.rows[0]?.n) });
      }
      return uit.filter(x => x.rijen > 0);
    });
  } finally {
    await server.stop();
  }
}
