import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { leesInstellingen } from '#platform/config/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakLog } from '#platform/log/index.ts';
import type { Taken } from '#platform/taken/index.ts';
import { planKopieen } from './opslag.ts';

const map = mkdtempSync(path.join(os.tmpdir(), 'la-opslag-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const data = path.join(map, 'data');
const kopie = (naam: string) => path.join(`${data}-kopie`, naam);

/** What is registered and planned, to do it now instead of at night. */
function nachtwerk(env: Record<string, string>) {
  const werk = new Map<string, () => Promise<unknown>>();
  const gepland: string[] = [];
  const taken = {
    registreer: (naam: string, doe: () => Promise<unknown>) => werk.set(naam, doe),
    plan: (naam: string) => gepland.push(naam),
  } as unknown as Taken;
  const i = leesInstellingen({ LA_DATA: data, LA_KOPIE_DAGEN: '7', ...env });
  planKopieen(taken, i, vasteKlok('2026-11-22T03:50:00Z'), maakLog('fatal'));
  return { doe: () => werk.get('reservekopieen_opruimen')?.(), gepland };
}

// @eis C4.2
test.each([
  ['met de ingebedde database', {}],
  [
    'met een eigen PostgreSQL, voor kopieën van daarvoor',
    { DATABASE_URL: 'postgres://la_app@db.invalid/la' },
  ],
])('elke nacht gaan te oude reservekopieën weg zonder dat iemand een nieuwe maakt: %s', async (_, env) => {
  const [oud, jong] = ['lange-adem-20261115T034900Z.lakopie', 'lange-adem-20261115T035100Z.lakopie'];
  const n = nachtwerk(env);
  expect(n.gepland).toEqual(['reservekopieen_opruimen']);
  // Where no copy was ever made there is no folder either.
  rmSync(`${data}-kopie`, { recursive: true, force: true });
  await n.doe();
  mkdirSync(`${data}-kopie`, { recursive: true });
  for (const naam of [oud, jong]) writeFileSync(kopie(naam), 'LAKOPIE1rest');
  await n.doe();
  expect([oud, jong].map(naam => existsSync(kopie(naam)))).toEqual([false, true]);
});
