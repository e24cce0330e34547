// Runs a method of statistics on a JSON file, without a database. Run: npm run -s statistiek -- <methode> <invoer.json>
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { statistiekOpdracht } from '../src/modules/datalab/usecases/statistiek/opdracht.ts';

// npm starts scripts in the folder of the project; the analyst means a file where she stands.
const thuis = process.env['INIT_CWD'] ?? process.cwd();
const lees = (bestand: string) => readFileSync(bestand === '-' ? 0 : path.resolve(thuis, bestand), 'utf8');

const { code, uit, fout } = statistiekOpdracht(process.argv.slice(2), lees);
if (uit !== '') console.log(uit);
if (fout !== '') console.error(fout);
process.exitCode = code;
