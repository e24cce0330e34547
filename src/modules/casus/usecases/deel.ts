import {
  combineerVelden,
  gelukt,
  geweigerd,
  nietGevonden,
  type Result,
  type Weigering,
} from '#kern/resultaat/index.ts';
import { legVerwerkingVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { deelDocument, findDocument } from '../db/documenten.ts';
import { deelNotitie, findNotitie } from '../db/notities.ts';
import { DEELGRONDEN } from '../domain/codes.ts';
import { leesKeuze } from '../domain/velden.ts';
import { type Doen, kenmerk, verwerking } from './doen.ts';
import { metSchrijfplaats } from './geheim.ts';
import { mensenVan } from './notitie.ts';

const SOORTEN = {
  notitie: { find: findNotitie, deel: deelNotitie },
  document: { find: findDocument, deel: deelDocument },
} as const;
export type Deelbaar = keyof typeof SOORTEN;

/**
 * Shows a note or document of the own organisation to the others in the file, on a ground; `null` takes that back.
 * Refuses `ongeldig` (no ground) and `niet_gevonden` (not there, not theirs to share).
 */
export function deel(
  d: Doen,
  casus: string,
  wat: { soort: Deelbaar; id: string },
  grond: string | null,
): Promise<Result<{ id: string }, Weigering>> {
  const object = kenmerk(wat.id);
  const { find, deel: zet } = SOORTEN[wat.soort];
  const vraag = { handeling: 'delen', soort: wat.soort, object } as const;
  return metSchrijfplaats<{ id: string }, Weigering>(
    d,
    casus,
    'dossier',
    vraag,
    async (tx: Transactie, s) => {
      const rij = await find(tx, s.casus.id, object);
      if (!rij || rij.organisatie !== s.organisatie) return geweigerd(nietGevonden());
      const goed =
        grond === null ? gelukt({ grond: null }) : combineerVelden({ grond: leesKeuze(grond, DEELGRONDEN) });
      if (!goed.ok) return goed;
      if (!(await zet(tx, object, goed.waarde.grond))) return geweigerd(nietGevonden());
      await legVerwerkingVast(
        tx,
        verwerking('delen', wat.soort, s.casus.id, {
          object,
          betrokkenen: await mensenVan(tx, s.casus.id),
          reden: goed.waarde.grond ?? 'teruggenomen',
        }),
      );
      return gelukt({ id: object });
    },
  );
}
