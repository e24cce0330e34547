import type { App } from '#platform/http/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';

export interface Casusopties {
  kluis: Kluis;
}

/** The room as `app.ts` composes it. */
export interface Casus {
  /** Adds the pages. */
  registreer(app: App): void;
}

export function maakCasus(_o: Casusopties): Casus {
  return { registreer: () => {} };
}
