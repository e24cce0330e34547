import type { Merkbron } from '#modules/gezin/index.ts';
import type { Postbak } from '#modules/toegang/index.ts';
import type { App } from '#platform/http/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import type { Gebied, Kennisgevinglening } from './web/kader.tsx';
import { registreer } from './web/routes.ts';

export interface Casusopties extends Kennisgevinglening {
  kluis: Kluis;
  /** Outbox for the notice of break-glass. */
  mail?: Postbak;
  /** Address of the site, for links in mail. */
  basisUrl?: string;
  /** Regions with their municipalities, to choose from. */
  gebieden?: readonly Gebied[];
  /** Marks on files, lent by the room of privacy. */
  merken?: Merkbron;
}

/** The room as `app.ts` composes it. */
export interface Casus {
  /** Adds the pages. */
  registreer(app: App): void;
}

export function maakCasus(o: Casusopties): Casus {
  const diensten = {
    kluis: o.kluis,
    beginKennisgeving: o.beginKennisgeving,
    kennisgevingpaneel: o.kennisgevingpaneel,
    ...(o.mail ? { mail: o.mail } : {}),
    basisUrl: o.basisUrl ?? '',
    gebieden: o.gebieden ?? [],
    ...(o.merken ? { merken: o.merken } : {}),
  };
  return { registreer: app => registreer(app, diensten) };
}
