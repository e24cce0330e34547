// Protects linked tables from a JSON file, without a database; see docs/bescherm.md. Run: npm run -s bescherm -- <tabellen.json> [map]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bescherm } from '../src/modules/datalab/usecases/beschermopdracht.ts';

const thuis = process.env['INIT_CWD'] ?? process.cwd();
const [bestand, map = 'bescherming'] = process.argv.slice(2);
if (bestand === undefined) {
  console.error('Geef een bestand: npm run -s bescherm -- <tabellen.json> [map]');
  process.exit(2);
}
const { code, regels, bestanden } = await bescherm(readFileSync(path.resolve(thuis, bestand), 'utf8'));
for (const [naam, inhoud] of Object.entries(bestanden)) {
  mkdirSync(path.resolve(thuis, map), { recursive: true });
  writeFileSync(path.resolve(thuis, map, naam), inhoud, { mode: 0o600 });
}
for (const r of regels) (code === 0 ? console.log : console.error)(r);
process.exitCode = code;
