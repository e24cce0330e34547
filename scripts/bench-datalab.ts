// Measures the datalab: what protecting and proving cost by size, what each statistic costs, and how fast pages are over
// many cases beside the same count in plain SQL and in DuckDB. Prints tables; nothing here passes or fails on time.
// Run: npm run bench:datalab -- --gevallen 100000,2600000; with --zonder-dashboard without the application, with
// --alleen-tijdens only what pages take while a set is protected.
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { meetBeschermen } from '../bench/datalab/beschermen.ts';
import { meetDashboard } from '../bench/datalab/dashboard.ts';
import { meetStatistieken } from '../bench/datalab/statistieken.ts';
import { meetTijdens } from '../bench/datalab/tijdens.ts';
import { alsMarkdown, getal, type Tabel } from '../bench/tabel.ts';

const WORTEL = path.resolve(import.meta.dirname, '..');
const i = process.argv.indexOf('--gevallen');
const GEVALLEN = (i > 0 ? (process.argv[i + 1] ?? '') : '100000,2600000').split(',').map(Number);

/** One measurement: its title is what the list of proofs names. */
async function meet<T>(titel: string, werk: () => Promise<T>): Promise<T> {
  const van = performance.now();
  const uit = await werk();
  console.log(`… ${titel}: ${getal((performance.now() - van) / 1000, 1)} s`);
  return uit;
}

const druk = (t: Tabel) => console.log(`\n${alsMarkdown(t)}`);

console.log(
  `# Het datalab gemeten\n\n${os.cpus().length} kernen, ${Math.round(os.totalmem() / 2 ** 30)} GB geheugen, Node ${process.version}, belasting bij het begin ${getal(os.loadavg()[0] ?? 0, 1)}. Opdracht: npm run bench:datalab\n`,
);
// @eis B5.3 B2.7
const BEREKENEN = !['--alleen-dashboard', '--alleen-tijdens'].some(a => process.argv.includes(a));
if (BEREKENEN) druk(await meet('wat elke methode kost', async () => meetStatistieken()));
if (BEREKENEN) druk(await meetBeschermen(meet));
if (!process.argv.includes('--zonder-dashboard')) {
  const map = path.join(os.tmpdir(), `la-bench-datalab-${process.pid}`);
  try {
    druk(await meet('pagina’s terwijl er wordt beschermd', () => meetTijdens({ map })));
    if (!process.argv.includes('--alleen-tijdens'))
      druk(await meetDashboard({ map, gevallen: GEVALLEN, wortel: WORTEL }, meet));
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}
