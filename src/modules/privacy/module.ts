import type { App } from '#platform/http/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';

export interface Privacyopties {
  kluis: Kluis;
}

/** The room as `app.ts` composes it. */
export interface Privacy {
  /** Adds the pages. */
  registreer(app: App): void;
}

export function maakPrivacy(_o: Privacyopties): Privacy {
  return { registreer: () => {} };
}
