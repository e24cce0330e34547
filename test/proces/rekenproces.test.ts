import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { beschermInProces } from '#platform/oplosser/index.ts';
import { groteVraag } from './rekenvraag.ts';

const WACHT = { timeout: 10_000, interval: 20 };

const lees = (pad: string): string => {
  try {
    return readFileSync(pad, 'utf8');
  } catch {
    return '';
  }
};

/** What the kernel says of a process or thread, from its third field on. */
const standVan = (pad: string): string[] => lees(pad).split(') ').at(-1)?.split(' ') ?? [];

/** The process that reckons for this one, or null. */
function rekenprocesVan(ouder: number): number | null {
  const gevonden = readdirSync('/proc').find(
    n => /^\d+$/.test(n) && standVan(`/proc/${n}/stat`)[1] === String(ouder) && reken(Number(n)),
  );
  return gevonden === undefined ? null : Number(gevonden);
}
const reken = (pid: number): boolean => lees(`/proc/${pid}/cmdline`).includes('rekenproces.ts');

/** The niceness of every thread of a process; its own thread and that in which is solved are among them. */
const voorrang = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`).map(t => Number(standVan(`/proc/${pid}/task/${t}/stat`)[16]));

async function begonnen(ouder: number): Promise<number> {
  await expect.poll(() => rekenprocesVan(ouder), WACHT).not.toBeNull();
  return rekenprocesVan(ouder) as number;
}

// @eis B2.5 B2.7
describe('het rekenproces', { skip: process.platform !== 'linux' }, () => {
  test('elke draad ervan komt na de pagina’s, en bij geheugennood gaat het als eerste', async () => {
    const stop = new AbortController();
    const uit = beschermInProces(groteVraag(), { signaal: stop.signal }).catch((e: unknown) => e);
    const pid = await begonnen(process.pid);
    await expect.poll(() => lees(`/proc/${pid}/oom_score_adj`).trim(), WACHT).toBe('1000');
    await expect.poll(() => new Set(voorrang(pid)), WACHT).toEqual(new Set([19]));
    expect(voorrang(pid).length).toBeGreaterThan(2);
    stop.abort();
    expect(await uit).toBeInstanceOf(Error);
    await expect.poll(() => reken(pid), WACHT).toBe(false);
  }, 30_000);

  test('valt het om, dan is er geen antwoord en leeft wie het vroeg', async () => {
    const uit = beschermInProces(groteVraag()).catch((e: unknown) => e);
    process.kill(await begonnen(process.pid), 'SIGKILL');
    expect(await uit).toMatchObject({ code: 'SIGKILL', message: 'het rekenproces stopte zonder antwoord' });
  }, 30_000);

  test('een teken dat voor wie het vroeg is bedoeld stopt het niet; is die er niet meer, dan stopt het midden in het oplossen', async () => {
    const vrager = spawn(
      process.execPath,
      ['--no-warnings', path.join(import.meta.dirname, 'rekenvrager.ts')],
      {
        stdio: 'ignore',
      },
    );
    const pid = await begonnen(vrager.pid ?? 0);
    // Under way: the thread in which is solved has used time of its own.
    await expect.poll(() => Number(standVan(`/proc/${pid}/stat`)[11]), WACHT).toBeGreaterThan(100);
    process.kill(pid, 'SIGINT');
    process.kill(pid, 'SIGTERM');
    await new Promise(k => setTimeout(k, 300));
    expect(reken(pid)).toBe(true);
    vrager.kill('SIGKILL');
    await expect.poll(() => reken(pid), WACHT).toBe(false);
  }, 30_000);
});
