import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { metClient, startIngebed } from '#platform/db/index.ts';
import { Bezoeker } from './bezoeker.ts';
import { begin, gereed, maakMap, stop, type Toepassing, vrijePoort } from './toepassing.ts';

const m = maakMap();
const data = path.join(m.map, 'data');
const env = { LA_DATA: data, PORT: String(await vrijePoort()) };
let lopend: Toepassing | null = null;

afterAll(async () => {
  if (lopend && lopend.proces.exitCode === null && lopend.proces.signalCode === null) await stop(lopend);
  m.ruimOp();
});

const databasePid = () => Number(readFileSync(path.join(data, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);

/** Answers one remark over and over until the application dies; returns the answers that were acknowledged. */
async function schrijf(b: Bezoeker, code: string, bevestigd: string[]): Promise<void> {
  const pad = `/programma/kennemerland/raad/${code}`;
  for (let n = 1; ; n++) {
    const antwoord = `Antwoord ${n} op ${code}`;
    try {
      const html = await (await b.haal(pad)).text();
      const r = await b.stuur(pad, {
        ...Bezoeker.verborgen(html, pad),
        antwoord,
        status: 'beantwoord',
        daarna: 'openbaar',
      });
      if (r.status === 303) bevestigd.push(antwoord);
    } catch {
      return;
    }
  }
}

// @eis A5.4 A1.3
test('na kill -9 onder belasting is elke bevestigde wijziging er nog en klopt het logboek', async () => {
  let t = begin(env);
  lopend = t;
  await gereed(t);
  const b = new Bezoeker(t.adres);
  await b.meldAan('projectleider', 'voorbeeld-wachtwoord');
  const bevestigd: string[] = [];
  const schrijvers = ['HLM-1', 'HLM-2', 'HLM-4', 'HMM-1', 'HKK-1'].map(code => schrijf(b, code, bevestigd));
  // In full flight: writes are under way while enough are acknowledged.
  while (bevestigd.length < 40) await new Promise(k => setTimeout(k, 20));
  const pid = databasePid();
  t.proces.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  await Promise.all([...schrijvers, t.einde]);

  t = begin(env);
  lopend = t;
  await gereed(t);
  await new Promise(k => setTimeout(k, 1_500));
  expect(await stop(t)).toBe(0);

  const server = await startIngebed(data);
  const opgeslagen = await metClient(server.beheer('lange_adem'), async c => {
    const r = await c.query<{ antwoord: string }>(
      "select inhoud ->> 'antwoord' antwoord from programma.onderdeel_versie",
    );
    return new Set(r.rows.map(x => x.antwoord));
  });
  await server.stop();
  expect(bevestigd.filter(a => !opgeslagen.has(a))).toEqual([]);

  const controle = begin(env, 'logboek-controleer');
  expect(await controle.einde, controle.uitvoer()).toBe(0);
  expect(controle.uitvoer()).toContain('Het logboek is in orde.');
}, 90_000);
