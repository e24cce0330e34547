import { metClient, startIngebed } from '#platform/db/index.ts';

type Client = Parameters<Parameters<typeof metClient>[1]>[0];

/** How long keeping the current figures ready takes, apart from laying figures down and from showing them. */
export interface Verversing {
  rijen: number;
  /** Milliseconds in all. */
  duur: number;
  /** Milliseconds of those in which the current figures were brought up to date. */
  bijwerken: number;
}

const NIEUW = `with w as (
  insert into datalab.waarneming (id, plaatssoort, plaats, plaatsnaam, regio, gemeente, periode, periodetekst, van, tot,
    indicator, definitieversie, bron_id, plek, openbaarheid)
  select gen_random_uuid(), 'gemeente', 'GM0392', 'Haarlem', 'kennemerland', 'GM0392', '2025', '2025', '2025-01-01',
    '2025-12-31', i.code, i.definitieversie, b.id, 'meting ' || n, 'intern'
  from generate_series(1, $1::int) n, (select id from datalab.bron limit 1) b,
    (select code, definitieversie from datalab.indicator where code = 'vt_adviezen' limit 1) i
  returning id)
insert into datalab.waarneming_versie (waarneming_id, versie, waarde, eenheid, voorlopig, overgenomen, vastgelegd, door,
  reden)
select id, 1, 100, 'aantal', false, '2026-01-01', now(), 'meting', 'meting' from w`;

/** One import of so many figures that never comes about. */
async function proefinlezing(c: Client, rijen: number): Promise<Verversing> {
  await c.query('begin');
  try {
    const van = performance.now();
    await c.query(NIEUW, [rijen]);
    const duur = performance.now() - van;
    const r = await c.query<{ us: string }>(`select current_setting('lange_adem.ververst', true) as us`);
    return { rijen, duur, bijwerken: Number(r.rows[0]?.us ?? 0) / 1000 };
  } finally {
    await c.query('rollback');
  }
}

/** Imports of several sizes in a data folder whose application has stopped; nothing of it stays. */
export async function meetVerversing(dataMap: string, maten: readonly number[]): Promise<Verversing[]> {
  const server = await startIngebed(dataMap);
  try {
    return await metClient(server.beheer('lange_adem'), async c => {
      await proefinlezing(c, 10);
      const uit: Verversing[] = [];
      for (const n of maten) uit.push(await proefinlezing(c, n));
      return uit;
    });
  } finally {
    await server.stop();
  }
}
