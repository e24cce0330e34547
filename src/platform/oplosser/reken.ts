import { fork } from 'node:child_process';
import path from 'node:path';
import type {
  Bescherming,
  Beschermvraag,
  Bewijs,
  Bewijsregel,
  Meldvoortgang,
  Toetsvraag,
} from '#kern/onthulling/index.ts';
import { WORTEL } from '#platform/config/wortel.ts';
import type { Rekenopdracht } from './rekendraad.ts';
import type { Rekenantwoord, Rekenvraag } from './rekenproces.ts';

const PROCES = path.join(WORTEL, 'src/platform/oplosser/rekenproces.ts');
const GEHEUGEN_MB = 1024;

/** What the caller wants to hear while it runs, and how to end it. */
export interface Rekenwens {
  meld?: Meldvoortgang;
  bewaar?: (r: Bewijsregel) => void;
  signaal?: AbortSignal;
  /** Megabytes that the reckoning may take; when it asks for more it ends without an answer. Default 1024. */
  geheugen?: number;
}

function reken(opdracht: Rekenopdracht, o: Rekenwens): Promise<Bescherming | Bewijs> {
  return new Promise((klaar, mis) => {
    const proces = fork(PROCES, [], {
      serialization: 'advanced',
      execArgv: ['--no-warnings'],
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const stop = () => void proces.kill('SIGKILL');
    const weg = (code: string | null) => {
      o.signaal?.removeEventListener('abort', stop);
      if (proces.connected) proces.disconnect();
      mis(Object.assign(new Error('het rekenproces stopte zonder antwoord'), code ? { code } : {}));
    };
    o.signaal?.addEventListener('abort', stop, { once: true });
    if (o.signaal?.aborted) stop();
    proces.on('message', (b: Rekenantwoord) => {
      if (b.soort === 'voortgang') o.meld?.(b.gedaan, b.van);
      else if (b.soort === 'regel') o.bewaar?.(b.regel);
      else if (b.soort === 'klaar') klaar(b.uitkomst);
      else weg(b.code);
    });
    proces.once('error', e => weg((e as NodeJS.ErrnoException).code ?? null));
    proces.once('exit', (_, signaal) => weg(signaal));
    // Ended before it could be asked: its end says so.
    proces.send({ opdracht, geheugen: o.geheugen ?? GEHEUGEN_MB } satisfies Rekenvraag, () => {});
  });
}

/**
 * Protects a set of tables in a process of its own, so that pages are served meanwhile and a solver that falls over takes
 * nothing with it. @throws when it ends without an answer: that is never an answer that something is safe.
 */
export const beschermInProces = (vraag: Beschermvraag, o: Rekenwens = {}): Promise<Bescherming> =>
  reken({ soort: 'bescherm', vraag }, o) as Promise<Bescherming>;

/** The exact proof in a process of its own; `bewaar` gets each line as it is found, so that it can go on later. */
export const bewijsInProces = (
  vraag: Toetsvraag,
  al: readonly Bewijsregel[],
  o: Rekenwens = {},
): Promise<Bewijs> => reken({ soort: 'bewijs', vraag, al }, o) as Promise<Bewijs>;
