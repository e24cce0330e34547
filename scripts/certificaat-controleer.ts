// Checks the certificates in a folder by adding, without a database or a solver; see docs/bescherm.md.
// Run: npm run -s certificaat:controleer -- <map>
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { controleerBestanden } from '../src/modules/datalab/usecases/beschermopdracht.ts';

const thuis = process.env['INIT_CWD'] ?? process.cwd();
const map = path.resolve(thuis, process.argv[2] ?? '.');
const bestanden = readdirSync(map)
  .filter(n => n.endsWith('certificaat.json'))
  .map(n => [n, readFileSync(path.join(map, n), 'utf8')] as const);
const { code, regels } = controleerBestanden(Object.fromEntries(bestanden));
for (const r of regels) (code === 0 ? console.log : console.error)(r);
process.exitCode = code;
