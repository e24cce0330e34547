// Writes docs/verwerkingen.md from a database made of the migrations alone.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { leesRegister, registerPagina } from '#modules/privacy/usecases/register.ts';
import { WORTEL } from '#platform/config/wortel.ts';
import { maakPool, metActor, migreer, startIngebed } from '#platform/db/index.ts';
import { systeemklok } from '#platform/klok/index.ts';

const map = mkdtempSync(path.join(os.tmpdir(), 'la-verwerkingen-'));
// The database's system user must be able to reach it.
chmodSync(map, 0o711);
const server = await startIngebed(path.join(map, 'data'), { snel: true });
try {
  await migreer(server.verbinding('eigenaar'));
  const pool = maakPool(server.verbinding('app'), 2);
  const actor = { soort: 'stelsel', taak: 'verwerkingen' } as const;
  const register = await metActor(pool.db, actor, systeemklok.vandaag(), leesRegister);
  await pool.sluit();
  writeFileSync(path.join(WORTEL, 'docs/verwerkingen.md'), registerPagina(register));
  console.log(`docs/verwerkingen.md: ${register.delen.length} activiteiten.`);
} finally {
  await server.stop();
  rmSync(map, { recursive: true, force: true });
}
