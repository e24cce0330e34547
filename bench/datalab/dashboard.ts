import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { metClient, startIngebed } from '../../src/platform/db/index.ts';
import { Bezoeker } from '../../test/proces/bezoeker.ts';
import { begin, gereed, stop, type Toepassing, vrijePoort } from '../../test/proces/toepassing.ts';
import { getal, mediaan, percentiel, type Tabel } from '../tabel.ts';
import { openDuckdb } from './duckdb.ts';

const REGIO = 'zaanstreek-waterland';
const WACHTWOORD = 'voorbeeld-wachtwoord';
const KEREN = 20;
const HOOGSTENS_MS = 60_000;
const PAGINAS = [
  ['dashboard van de regio', `/regio/${REGIO}/cijfers`],
  ['termijnen, elke zaak', `/datalab/termijnen?regio=${REGIO}`],
] as const;

/** Invented assessments over five years: most within five days, some late, a few still open. */
const VUL = `with i as (
    insert into datalab.doorloop_inlezing (id, regio, bron, peildatum, instroom_vanaf, aantal, door, ingelezen)
    values (gen_random_uuid(), '${REGIO}', 'Verzonnen voor een meting', '2025-12-31', '2021-01-01', $1, 'meting', now())
    returning id),
  g as (select array_agg(code order by code) codes from datalab.gemeente where regio = '${REGIO}')
  insert into datalab.doorloop (inlezing_id, rij, regio, gemeente, soort, start, eind, afloop)
  select i.id, n, '${REGIO}', g.codes[1 + n % cardinality(g.codes)], 'veiligheidsbeoordeling', d.start,
    case when d.start + d.dagen <= date '2025-12-31' then d.start + d.dagen end,
    case when d.start + d.dagen <= date '2025-12-31' then 'afgerond' end
  from i, g, generate_series(1, $1::int) n
  cross join lateral (select date '2021-01-01' + (n::bigint * 7919 % 1826)::int as start,
    (n::bigint * 104729 % 11)::int as dagen) d`;
/** The same rows, made where they are counted. */
const vulDuckdb = (codes: readonly string[], gevallen: number): string => `create table datalab.doorloop as
  select '${REGIO}' regio, 'veiligheidsbeoordeling' soort, gemeente, start,
    case when einde <= date '2025-12-31' then einde end eind,
    case when einde <= date '2025-12-31' then 'afgerond' end afloop
  from (select [${codes.map(c => `'${c}'`).join(', ')}][(1 + n % ${codes.length})::int] gemeente,
      date '2021-01-01' + (n * 7919 % 1826)::int as start,
      date '2021-01-01' + (n * 7919 % 1826)::int + (n * 104729 % 11)::int as einde
    from range(1, ${gevallen + 1}) t(n))`;
const TELLING = `select gemeente, extract(year from start) jaar, count(*),
    count(*) filter (where afloop = 'afgerond' and eind - start <= 5)
  from datalab.doorloop where regio = '${REGIO}' and soort = 'veiligheidsbeoordeling' group by 1, 2`;

const duren = async (werk: () => Promise<unknown>): Promise<number[]> => {
  const uit: number[] = [];
  for (let i = 0; i < KEREN; i++) {
    const van = performance.now();
    await werk();
    uit.push(performance.now() - van);
  }
  return uit.toSorted((a, b) => a - b);
};

const alsMs = (w: readonly number[]) => [getal(mediaan(w), 1), getal(percentiel(w, 0.95), 1)];

/** The same count in plain SQL and in DuckDB, over the same rows. */
async function meetGewoon(data: string, gevallen: number, wortel: string): Promise<string[][]> {
  const server = await startIngebed(data);
  try {
    return await metClient(server.beheer('lange_adem'), async c => {
      await c.query('truncate datalab.doorloop, datalab.doorloop_inlezing');
      await c.query(VUL, [gevallen]);
      await c.query('vacuum analyze datalab.doorloop');
      const rijen = [['telling in kale SQL', '-', ...alsMs(await duren(() => c.query(TELLING)))]];
      const duck = await openDuckdb(wortel);
      if (!duck) return [...rijen, ['telling in DuckDB', '-', 'niet te krijgen', '-']];
      const { rows } = await c.query<{ codes: string[] }>(
        `select array_agg(code order by code) codes from datalab.gemeente where regio = '${REGIO}'`,
      );
      await duck.run('create schema datalab');
      await duck.run(vulDuckdb(rows[0]?.codes ?? [], gevallen));
      rijen.push(['telling in DuckDB', '-', ...alsMs(await duren(() => duck.runAndReadAll(TELLING)))]);
      return rijen;
    });
  } finally {
    await server.stop();
  }
}

/** One page: the first answer after a start, and the middle and the p95 of those after it; a word where it does not come. */
async function meetPagina(wie: Bezoeker, pad: string): Promise<string[]> {
  const haal = async (): Promise<number> => {
    const van = performance.now();
    const r = await Promise.race([
      wie.haal(pad).then(async x => `${x.status}${(await x.text()).slice(0, 0)}`),
      new Promise<string>(klaar => setTimeout(() => klaar('te lang'), HOOGSTENS_MS).unref()),
    ]);
    if (r !== '200') throw new Error(r);
    return performance.now() - van;
  };
  try {
    const koud = await haal();
    return [getal(koud, 1), ...alsMs(await duren(haal))];
  } catch (e) {
    return [
      e instanceof Error && e.message === 'te lang' ? `meer dan ${HOOGSTENS_MS / 1000} s` : 'geen antwoord',
      '-',
      '-',
    ];
  }
}

async function start(data: string, lopend: Set<Toepassing>): Promise<Toepassing> {
  const app = begin({ PORT: String(await vrijePoort()), LA_DATA: data });
  lopend.add(app);
  await gereed(app, 120_000);
  return app;
}

async function stopApp(app: Toepassing, lopend: Set<Toepassing>): Promise<void> {
  if (app.proces.exitCode === null) await stop(app);
  lopend.delete(app);
}

/** Pages over so many cases, cold and warm, beside the same count without the platform. */
export async function meetDashboard(
  x: { map: string; gevallen: readonly number[]; wortel: string },
  meet: <T>(titel: string, werk: () => Promise<T>) => Promise<T>,
): Promise<Tabel> {
  const data = path.join(x.map, 'data');
  mkdirSync(x.map, { recursive: true, mode: 0o711 });
  const lopend = new Set<Toepassing>();
  const rijen: string[][] = [];
  try {
    await stopApp(await start(data, lopend), lopend);
    for (const gevallen of x.gevallen) {
      const n = getal(gevallen);
      const gewoon = await meet(`${n} zaken, kale SQL en DuckDB`, () => meetGewoon(data, gevallen, x.wortel));
      rijen.push(...gewoon.map(r => [n, ...r]));
      for (const [naam, pad] of PAGINAS) {
        const app = await start(data, lopend);
        const wie = new Bezoeker(app.adres);
        await wie.meldAan('datalab_analist', WACHTWOORD);
        rijen.push([n, naam, ...(await meet(`${n} zaken, ${naam}`, () => meetPagina(wie, pad)))]);
        await stopApp(app, lopend);
      }
    }
  } finally {
    for (const app of lopend) app.proces.kill('SIGKILL');
  }
  return {
    kop: 'Pagina’s over veel zaken',
    uitleg: `Koud is het eerste antwoord na een start, warm de ${KEREN} daarna, een voor een. Doel: p95 200 ms koud en 20 ms warm.`,
    kolommen: ['Zaken', 'Wat', 'Koud (ms)', 'Warm, midden (ms)', 'Warm, p95 (ms)'],
    rijen,
  };
}
