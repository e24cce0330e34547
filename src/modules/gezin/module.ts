import type { App } from '#platform/http/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';

export interface Gezinopties {
  kluis: Kluis;
}

/** The room as `app.ts` composes it. */
export interface Gezin {
  /** Adds the pages. */
  registreer(app: App): void;
}

export function maakGezin(_o: Gezinopties): Gezin {
  return { registreer: () => {} };
}
