import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { begin, gereed, maakMap, stop, type Toepassing, vrijePoort } from './toepassing.ts';

const m = maakMap();
const data = path.join(m.map, 'data');
const poort = await vrijePoort();
const env = { LA_DATA: data, PORT: String(poort) };
const lopend: Toepassing[] = [];
const start = (meer: Record<string, string> = {}, opdracht?: string) => {
  const t = begin({ ...env, ...meer }, opdracht);
  lopend.push(t);
  return t;
};
const databasePid = () => Number(readFileSync(path.join(data, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);
const leeft = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const weg = async (pid: number) => {
  for (let i = 0; i < 200 && leeft(pid); i++) await new Promise(k => setTimeout(k, 50));
  return !leeft(pid);
};

afterAll(async () => {
  for (const t of lopend) if (t.proces.exitCode === null && t.proces.signalCode === null) await stop(t);
  const pid = existsSync(path.join(data, 'pg/postmaster.pid')) ? databasePid() : 0;
  if (pid && leeft(pid)) {
    process.kill(pid, 'SIGINT');
    await weg(pid);
  }
  m.ruimOp();
});

// @eis A1.2 A1.3
describe('starten op een lege map', () => {
  let t: Toepassing;
  beforeAll(async () => {
    t = start();
    await gereed(t);
  });

  test('meldt voortgang, leest de drie regio’s in en noemt het adres', () => {
    for (const regio of ['kennemerland', 'noord-holland-noord', 'zaanstreek-waterland']) {
      expect(t.uitvoer()).toContain(`Programma ${regio} ingelezen`);
    }
    expect(t.uitvoer()).toContain(`http://127.0.0.1:${poort}/`);
  });

  // @eis A1.5
  test('gezondheid antwoordt 200 met JSON', async () => {
    const r = await fetch(`${t.adres}/gezondheid`);
    expect(r.status).toBe(200);
    expect(await r.json()).toMatchObject({ status: 'gereed', database: 'ingebed', demo: true });
  });

  test('een tweede start op dezelfde map geeft één regel en een foutcode', async () => {
    const tweede = start({ PORT: String(await vrijePoort()) });
    expect(await tweede.einde).toBe(1);
    expect(tweede.uitvoer().trim().split('\n').at(-1)).toMatch(/draait al op de map/);
    expect((await fetch(`${t.adres}/gezondheid`)).status).toBe(200);
  });

  test('een bezette poort geeft één regel en een foutcode', async () => {
    const tweede = start({ LA_DATA: path.join(m.map, 'anders') });
    expect(await tweede.einde).toBe(1);
    expect(tweede.uitvoer().trim()).toMatch(
      new RegExp(`^Poort ${poort} op 127.0.0.1 is al in gebruik; kies een andere met PORT\\.$`),
    );
    expect(existsSync(path.join(m.map, 'anders'))).toBe(false);
  });

  test('na kill -9 van de toepassing neemt de volgende start de database over', async () => {
    const pid = databasePid();
    t.proces.kill('SIGKILL');
    await t.einde;
    expect(leeft(pid)).toBe(true);
    t = start();
    await gereed(t);
    expect(t.uitvoer()).toContain('overgenomen');
    expect(databasePid()).toBe(pid);
  });

  test('na kill -9 van de database, ook midden in een vraag, herstelt de toepassing zichzelf', async () => {
    let vragen = true;
    const vraag = async (pad: string) => {
      while (vragen) {
        const r = fetch(`${t.adres}${pad}`).then(a => a.text());
        await r.catch(() => new Promise(k => setTimeout(k, 50)));
      }
    };
    const vragers = ['/', '/regio/kennemerland', '/zoeken?q=melding', '/regios/cijfers'].flatMap(pad => [
      vraag(pad),
      vraag(pad),
    ]);
    for (const _ of [1, 2]) {
      const pid = databasePid();
      process.kill(pid, 'SIGKILL');
      await weg(pid);
      await gereed(t, 30_000);
      expect(databasePid()).not.toBe(pid);
    }
    vragen = false;
    await Promise.all(vragers);
    expect(t.proces.exitCode).toBeNull();
  });

  test('na kill -9 van beide start de volgende gewoon weer', async () => {
    const pid = databasePid();
    t.proces.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await Promise.all([t.einde, weg(pid)]);
    t = start();
    await gereed(t);
    const html = await (await fetch(`${t.adres}/regio/kennemerland`)).text();
    expect(html).toContain('Kennemerland');
  });

  test('Ctrl-C stopt toepassing en database', async () => {
    const pid = databasePid();
    expect(await stop(t)).toBe(0);
    expect(await weg(pid)).toBe(true);
  });

  // @eis A1.5
  test('serve weigert een demonstratiedatabase en een ontbrekende sleutel', async () => {
    const zonder = start({}, 'serve');
    expect(await zonder.einde).toBe(1);
    expect(zonder.uitvoer()).toContain('LA_SLEUTEL ontbreekt');
    const demo = start({ LA_SLEUTEL: 'ab'.repeat(32) }, 'serve');
    expect(await demo.einde).toBe(1);
    expect(demo.uitvoer()).toContain('demonstratiedatabase');
  });

  // @eis A1.5
  test('een demonstratie luistert niet buiten deze machine', async () => {
    const buiten = start({ HOST: '0.0.0.0' });
    expect(await buiten.einde).toBe(1);
    expect(buiten.uitvoer()).toContain('luistert alleen op deze machine');
  });

  test('een map van een nieuwere uitgave geeft één regel en een foutcode', async () => {
    const pad = path.join(data, 'lange-adem.json');
    const bewaard = readFileSync(pad, 'utf8');
    writeFileSync(pad, JSON.stringify({ ...JSON.parse(bewaard), formaat: 99 }));
    const t2 = start();
    expect(await t2.einde).toBe(1);
    expect(t2.uitvoer().trim()).toMatch(/nieuwere uitgave van Lange Adem/);
    expect(t2.uitvoer().trim().split('\n')).toHaveLength(1);
    writeFileSync(pad, bewaard);
  });
});

// @eis A1.3 A1.5
test('een map waarin niet te schrijven is geeft één regel en een foutcode', async () => {
  const pad = path.join(m.map, 'bestand');
  writeFileSync(pad, 'geen map');
  const t = start({ LA_DATA: path.join(pad, 'data') });
  expect(await t.einde).toBe(1);
  expect(t.uitvoer().trim()).toMatch(/niet te maken of niet te beschrijven/);
});

// @eis A1.5
test('een verkeerde instelling wordt bij naam geweigerd', async () => {
  const t = start({ PORT: 'tachtig', LA_DEMO: 'ja' });
  expect(await t.einde).toBe(1);
  expect(t.uitvoer()).toContain('Instelling PORT');
  expect(t.uitvoer()).toContain('Instelling LA_DEMO: kies 0 of 1.');
});
