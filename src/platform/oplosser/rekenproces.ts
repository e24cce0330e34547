// Runs as a process of its own, started by reken.ts from this file: it is no part of the built file.
import { readdirSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Rekenbericht, Rekenopdracht } from './rekendraad.ts';

/** What this process is asked, once. */
export interface Rekenvraag {
  readonly opdracht: Rekenopdracht;
  /** Megabytes that the reckoning may take. */
  readonly geheugen: number;
}

/** What this process says: what the thread says, and once that it ended, with the code of why when there was an error. */
export type Rekenantwoord = Rekenbericht | { readonly soort: 'gestopt'; readonly code: string | null };

const { PRIORITY_LOW } = constants.priority;

/**
 * Pages go first: every thread here takes the time that they leave, also those that clean the memory; and when the
 * machine has no memory left, this process goes before the platform does. Linux knows both for each thread and process;
 * elsewhere the process as a whole comes later.
 */
function laatVoor(): void {
  try {
    for (const draad of readdirSync('/proc/self/task')) setPriority(Number(draad), PRIORITY_LOW);
    writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    setPriority(PRIORITY_LOW);
  }
}

const zeg = (a: Rekenantwoord): void => void process.send?.(a);

function codeVan(e: unknown): string {
  const { code, name } = (e ?? {}) as { code?: string; name?: string };
  return code ?? name ?? 'onbekend';
}

function reken({ opdracht, geheugen }: Rekenvraag): void {
  const draad = new Worker(path.join(import.meta.dirname, 'rekendraad.ts'), {
    workerData: opdracht,
    resourceLimits: { maxOldGenerationSizeMb: geheugen },
  });
  let code: string | null = null;
  draad.on('message', (b: Rekenbericht) => zeg(b));
  // What the solver throws may hold counts: nothing of it goes on but its code.
  draad.once('error', e => {
    code = codeVan(e);
  });
  draad.once('exit', () => zeg({ soort: 'gestopt', code }));
}

laatVoor();
// Who asked decides when it ends, by closing the channel or by being gone; a key or signal meant for him does not.
for (const signaal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signaal, () => {});
process.once('disconnect', () => process.exit());
process.once('message', (v: Rekenvraag) => reken(v));
