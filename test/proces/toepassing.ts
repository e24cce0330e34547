import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const WORTEL = path.resolve(import.meta.dirname, '../..');

/** A folder of its own for one test; the database's system user must be able to reach it. */
export function maakMap(): { map: string; ruimOp(): void } {
  const map = mkdtempSync(path.join(os.tmpdir(), 'la-proces-'));
  chmodSync(map, 0o711);
  return { map, ruimOp: () => rmSync(map, { recursive: true, force: true }) };
}

/** A port that is free now. */
export async function vrijePoort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(k => server.listen(0, '127.0.0.1', () => k()));
  const adres = server.address();
  await new Promise(k => server.close(k));
  if (adres === null || typeof adres === 'string') throw new Error('Geen poort.');
  return adres.port;
}

export interface Toepassing {
  proces: ChildProcess;
  adres: string;
  uitvoer(): string;
  /** Exit code, or null when it was killed. */
  einde: Promise<number | null>;
}

/** Starts the real application as its own process, as `npm start` does after installing. */
export function begin(
  env: Record<string, string>,
  opdracht = 'start',
  ...argumenten: readonly string[]
): Toepassing {
  const wat = ['--no-warnings', path.join(WORTEL, 'scripts/draai.ts'), opdracht, ...argumenten];
  const proces = spawn(process.execPath, wat, {
    cwd: WORTEL,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LA_LOG: 'warn',
      LA_DEMO_WACHTWOORD: 'voorbeeld-wachtwoord',
      ...env,
    },
  });
  let uit = '';
  proces.stdout?.on('data', d => (uit += d));
  proces.stderr?.on('data', d => (uit += d));
  return {
    proces,
    adres: `http://127.0.0.1:${env.PORT}`,
    uitvoer: () => uit,
    einde: new Promise(k => proces.once('exit', code => k(code))),
  };
}

/** Waits until it says that it is ready. */
export async function gereed(t: Toepassing, hoogstens = 120_000): Promise<void> {
  const tot = performance.now() + hoogstens;
  while (performance.now() < tot) {
    if (t.proces.exitCode !== null) throw new Error(`Gestopt met ${t.proces.exitCode}: ${t.uitvoer()}`);
    try {
      if ((await fetch(`${t.adres}/gezondheid`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise(k => setTimeout(k, 50));
  }
  throw new Error(`Niet gereed: ${t.uitvoer()}`);
}

/** Ends it as Ctrl-C does and waits. */
export async function stop(t: Toepassing): Promise<number | null> {
  t.proces.kill('SIGINT');
  return t.einde;
}
