import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type {
  Bescherming,
  Beschermvraag,
  Bewijs,
  Bewijsregel,
  Meldvoortgang,
  Toetsvraag,
} from '#kern/onthulling/index.ts';
import { WORTEL } from '#platform/config/wortel.ts';
import type { Rekenbericht, Rekenopdracht } from './rekendraad.ts';

const DRAAD = path.join(WORTEL, 'src/platform/oplosser/rekendraad.ts');
const GEHEUGEN_MB = 1024;

/** What the caller wants to hear while it runs, and how to end it. */
export interface Rekenwens {
  meld?: Meldvoortgang;
  bewaar?: (r: Bewijsregel) => void;
  signaal?: AbortSignal;
  /** Megabytes that the thread may take; when it asks for more it ends without an answer. Default 1024. */
  geheugen?: number;
}

function reken(opdracht: Rekenopdracht, o: Rekenwens): Promise<Bescherming | Bewijs> {
  return new Promise((klaar, mis) => {
    const draad = new Worker(DRAAD, {
      workerData: opdracht,
      execArgv: ['--no-warnings'],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: o.geheugen ?? GEHEUGEN_MB },
    });
    const stop = () => void draad.terminate();
    o.signaal?.addEventListener('abort', stop, { once: true });
    if (o.signaal?.aborted) stop();
    draad.on('message', (b: Rekenbericht) => {
      if (b.soort === 'voortgang') o.meld?.(b.gedaan, b.van);
      else if (b.soort === 'regel') o.bewaar?.(b.regel);
      else klaar(b.uitkomst);
    });
    // What the solver throws may hold counts: nothing of it goes on.
    draad.once('error', e => mis(Object.assign(new Error('de rekendraad stopte'), { code: codeVan(e) })));
    draad.once('exit', () => {
      o.signaal?.removeEventListener('abort', stop);
      mis(new Error('de rekendraad stopte zonder antwoord'));
    });
  });
}

const codeVan = (e: unknown): string => {
  const { code, name } = (e ?? {}) as { code?: string; name?: string };
  return code ?? name ?? 'onbekend';
};

/**
 * Protects a set of tables in a thread of its own, so that pages are served meanwhile. @throws when the thread ends
 * without an answer: that is never an answer that something is safe.
 */
export const beschermInDraad = (vraag: Beschermvraag, o: Rekenwens = {}): Promise<Bescherming> =>
  reken({ soort: 'bescherm', vraag }, o) as Promise<Bescherming>;

/** The exact proof in a thread of its own; `bewaar` gets each line as it is found, so that it can go on later. */
export const bewijsInDraad = (
  vraag: Toetsvraag,
  al: readonly Bewijsregel[],
  o: Rekenwens = {},
): Promise<Bewijs> => reken({ soort: 'bewijs', vraag, al }, o) as Promise<Bewijs>;
