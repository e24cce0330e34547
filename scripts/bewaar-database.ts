// Saves a database of this release for the upgrade test, made anew from invented families:
// node scripts/met-node.cjs script scripts/bewaar-database.ts <uitgave>
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { metClient, startIngebed } from '../src/platform/db/index.ts';
import { systeemklok } from '../src/platform/klok/index.ts';
import { bewaar, VERZONNEN_HOOFDSLEUTEL } from '../test/opgeslagen/bewaard.ts';
import { vulDossierwerk } from '../test/proces/dossierwerk.ts';
import { begin, gereed, maakMap, stop, vrijePoort } from '../test/proces/toepassing.ts';

const uitgave = process.argv[2];
if (!uitgave) {
  console.error('Geef de uitgave: bewaar-database.ts <uitgave>');
  process.exit(2);
}
const m = maakMap();
const data = path.join(m.map, 'data');
const WACHTWOORD = 'voorbeeld-wachtwoord';
const toepassing = begin({
  LA_DATA: data,
  LA_SLEUTEL: VERZONNEN_HOOFDSLEUTEL.toString('hex'),
  LA_DEMO_WACHTWOORD: WACHTWOORD,
  PORT: String(await vrijePoort()),
});
try {
  await gereed(toepassing);
  await vulDossierwerk(toepassing.adres, WACHTWOORD);
  // What was logged is sealed and signed in stopping.
  await stop(toepassing);
  const server = await startIngebed(data);
  const vandaag = systeemklok.vandaag().toString();
  const b = await metClient(server.beheer('lange_adem'), c =>
    bewaar(c, `${data}-sleutels`, uitgave, vandaag),
  );
  await server.stop();
  const doel = path.resolve(import.meta.dirname, `../test/opgeslagen/${uitgave}.json.gz`);
  const inhoud = gzipSync(JSON.stringify(b), { level: 9 });
  writeFileSync(doel, inhoud);
  const rijen = Object.values(b.tabellen).reduce((n, t) => n + t.length, 0);
  console.log(
    `${doel}: ${inhoud.length} bytes, ${Object.keys(b.tabellen).length} tabellen, ${rijen} rijen, ${b.migraties.length} migraties, ${Object.keys(b.sleutelmap ?? {}).length} bestanden met sleutels.`,
  );
} finally {
  if (toepassing.proces.exitCode === null) await stop(toepassing);
  m.ruimOp();
}
