import { type Clock, type Job, PgBoss } from 'pg-boss';
import type { Verbinding } from '#platform/db/index.ts';
import { TIJDZONE } from '#platform/klok/index.ts';
import type { Log } from '#platform/log/index.ts';
import { leesTaaklading, type Taaklading } from './taaklading.ts';

export interface Taakopties {
  /** Attempts after the first; default 5. */
  herhalingen?: number;
  /** Seconds before the first retry; doubles each time, with some jitter; default 30. */
  wachtSeconden?: number;
  /** Longest wait between two attempts in seconds; default 3600. */
  langsteWacht?: number;
  /** After so many seconds the attempt counts as failed; default 900. */
  maxDuur?: number;
  /** Never two at the same time, over all processes; default false. Cannot change once the queue exists. */
  eenTegelijk?: boolean;
  /** Also asked for once at every start, for what an earlier process left behind; default false. */
  bijStart?: boolean;
}

/** What the work learns about its own attempt. `signaal` aborts at the time limit and at stop. */
export interface Taakverloop {
  id: string;
  signaal: AbortSignal;
}

type Verwerk = (lading: Taaklading, verloop: Taakverloop) => Promise<unknown>;

export interface Taken {
  /** Names a kind of work and how it is done. Before `start`. The work must bear being repeated. */
  registreer(naam: string, verwerk: Verwerk, opties?: Taakopties): void;
  /** Runs registered work on a cron rhythm; once per occurrence over all processes. Before `start`. */
  plan(naam: string, cron: string, tijdzone?: string, lading?: Taaklading): void;
  /** Asks for work now; returns the id of the job. After `start`. */
  stuur(naam: string, lading?: Taaklading): Promise<string>;
  /** Per kind of work: waiting, running and finally failed jobs. */
  stand(): Promise<{ naam: string; wachtend: number; actief: number; mislukt: number }[]>;
  start(): Promise<void>;
  /** Lets running work finish (at most 20 s) and closes the connections. */
  stop(): Promise<void>;
}

interface Soort {
  verwerk: Verwerk;
  opties: Taakopties;
}
interface Plan {
  naam: string;
  cron: string;
  tijdzone: string;
  lading: Taaklading;
}

const NAAM = /^[a-z][a-z0-9_]{0,62}$/;

/** A short code for an error, safe to store and log: its own code, else its kind. Never its message. */
export function foutcode(e: unknown): string {
  const { code, name } = (e ?? {}) as { code?: unknown; name?: unknown };
  const ruw = [code, name].find(s => typeof s === 'string' && /^[A-Za-z0-9_]{1,63}$/.test(s));
  return String(ruw ?? 'onbekend').toLowerCase();
}

const stapel = (e: unknown): string[] =>
  String((e as Error | null)?.stack ?? '')
    .split('\n')
    .filter(r => /^\s+at /.test(r))
    .slice(0, 6);

function maakBoss(verbinding: Verbinding, poll: number, klok: Clock | undefined): PgBoss {
  const basis = typeof verbinding === 'string' ? { connectionString: verbinding } : verbinding;
  return new PgBoss({
    ...basis,
    schema: 'taken',
    createSchema: false,
    application_name: 'lange-adem-taken',
    max: 4,
    cronWorkerIntervalSeconds: Math.max(poll, 1),
    ...(klok ? { clock: klok } : {}),
  });
}

const wachtrij = (o: Taakopties) => ({
  retryLimit: o.herhalingen ?? 5,
  retryDelay: o.wachtSeconden ?? 30,
  retryBackoff: true,
  retryDelayMax: Math.max(o.langsteWacht ?? 3600, o.wachtSeconden ?? 30),
  expireInSeconds: o.maxDuur ?? 900,
  retentionSeconds: 14 * 86_400,
  deleteAfterSeconds: 7 * 86_400,
});

/** Does one job. What is thrown reaches the log and the queue's table as a code, without its message. */
function uitvoering(naam: string, soort: Soort, log: Log) {
  return async (jobs: Job<object>[]): Promise<void> => {
    for (const job of jobs) {
      try {
        await soort.verwerk(leesTaaklading(job.data ?? {}), { id: job.id, signaal: job.signal });
      } catch (e) {
        const code = foutcode(e);
        log.warn({ taak: naam, job: job.id, fout: code, stapel: stapel(e) }, 'taak mislukt');
        const kaal = new Error(code);
        delete kaal.stack;
        throw kaal;
      }
    }
  };
}

async function zetKlaar(boss: PgBoss, soorten: Map<string, Soort>, plannen: Plan[], log: Log, poll: number) {
  for (const [naam, soort] of soorten) {
    const rij = wachtrij(soort.opties);
    await boss.createQueue(naam, { ...rij, policy: soort.opties.eenTegelijk ? 'singleton' : 'standard' });
    await boss.updateQueue(naam, rij);
    await boss.work(naam, { batchSize: 1, pollingIntervalSeconds: poll }, uitvoering(naam, soort, log));
  }
  for (const p of plannen) await boss.schedule(p.naam, p.cron, p.lading, { tz: p.tijdzone });
  // A rhythm that this release no longer knows would fill a queue that nobody empties.
  for (const oud of await boss.getSchedules()) {
    if (!plannen.some(p => p.naam === oud.name)) await boss.unschedule(oud.name);
  }
  for (const [naam, soort] of soorten) if (soort.opties.bijStart) await boss.send(naam, {});
}

/**
 * Background work on the database itself: no other server needed. Logs in with a role of its own that sees
 * the schema `taken` only. Failed work is retried with growing pauses, one job at a time. Any number of
 * processes may run this side by side. `poll` is the number of seconds between two looks (default 2, least 0.5).
 */
export function maakTaken(o: { verbinding: Verbinding; log: Log; poll?: number; klok?: Clock }): Taken {
  const poll = o.poll ?? 2;
  const boss = maakBoss(o.verbinding, poll, o.klok);
  boss.on('error', e => o.log.error({ fout: foutcode(e), stapel: stapel(e) }, 'achtergrondwerk'));
  boss.on('warning', w =>
    o.log.warn({ fout: foutcode({ code: (w as { type?: string }).type }) }, 'achtergrondwerk'),
  );
  const soorten = new Map<string, Soort>();
  const plannen: Plan[] = [];
  const eis = (naam: string) => {
    if (!soorten.has(naam)) throw new Error(`Onbekende taak ${naam}.`);
  };
  return {
    registreer(naam, verwerk, opties = {}) {
      if (!NAAM.test(naam) || soorten.has(naam)) throw new Error(`Taaknaam ${naam} is ongeldig of bezet.`);
      soorten.set(naam, { verwerk, opties });
    },
    plan(naam, cron, tijdzone = TIJDZONE, lading = {}) {
      eis(naam);
      if (plannen.some(p => p.naam === naam)) throw new Error(`Taak ${naam} heeft al een ritme.`);
      plannen.push({ naam, cron, tijdzone, lading: leesTaaklading(lading) });
    },
    async stuur(naam, lading = {}) {
      eis(naam);
      const id = await boss.send(naam, leesTaaklading(lading));
      if (!id) throw new Error(`Taak ${naam} is niet aangenomen.`);
      return id;
    },
    async stand() {
      const uit: Awaited<ReturnType<Taken['stand']>> = [];
      for (const naam of soorten.keys()) {
        const [s] = await boss.getQueueStats(naam, { force: true });
        uit.push({
          naam,
          wachtend: s?.queuedCount ?? 0,
          actief: s?.activeCount ?? 0,
          mislukt: s?.failedCount ?? 0,
        });
      }
      return uit;
    },
    async start() {
      await boss.start();
      await zetKlaar(boss, soorten, plannen, o.log, poll);
    },
    stop: () => boss.stop({ graceful: true, timeout: 20_000 }),
  };
}
