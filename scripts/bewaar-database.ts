// Saves the database of this release for the upgrade test: node scripts/met-node.cjs script scripts/bewaar-database.ts <LA_DATA> <uitgave>
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { metClient, startIngebed } from '../src/platform/db/index.ts';
import { systeemklok } from '../src/platform/klok/index.ts';
import { bewaar } from '../test/opgeslagen/bewaard.ts';

const [map, uitgave] = process.argv.slice(2);
if (!map || !uitgave) {
  console.error('Geef de datamap en de uitgave: bewaar-database.ts <LA_DATA> <uitgave>');
  process.exit(2);
}
const server = await startIngebed(path.resolve(map));
const b = await metClient(server.beheer('lange_adem'), c =>
  bewaar(c, uitgave, systeemklok.vandaag().toString()),
);
if (!server.overgenomen) await server.stop();
const doel = path.resolve(import.meta.dirname, `../test/opgeslagen/${uitgave}.json.gz`);
writeFileSync(doel, gzipSync(JSON.stringify(b), { level: 9 }));
const rijen = Object.values(b.tabellen).reduce((n, t) => n + t.length, 0);
console.log(
  `${doel}: ${Object.keys(b.tabellen).length} tabellen, ${rijen} rijen, ${b.migraties.length} migraties.`,
);
