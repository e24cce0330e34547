import { toetsVersturen, type Verzendoordeel } from '#modules/gezin/index.ts';
import { legVerwerkingVast } from '#modules/toegang/index.ts';
import { metActor, type Transactie } from '#platform/db/index.ts';
import type { Inzagerecht } from '../db/inzage.ts';
import type { Inzagedoen } from './inzage.ts';
import { LAKKER } from './inzagestof.ts';
import { ACTIVITEIT } from './verzoek.ts';

/**
 * May something be sent to the person of this request, at this moment? Asked as the system, after the right was found:
 * who carries out a request learns the findings and nothing of addresses or other files. `bevestigd`: the numbers of the
 * findings that the actor saw and accepts. Null when the person is not there any more.
 */
export function toetsVerzending(
  d: Inzagedoen,
  r: Inzagerecht,
  bevestigd: readonly string[],
): Promise<Verzendoordeel | null> {
  const door = d.actor.soort === 'persoon' ? d.actor.id : '';
  return metActor(d.db, LAKKER, d.vandaag, tx =>
    toetsVersturen(tx, d.kluis, {
      persoon: r.betrokkene,
      wijze: 'schrijven',
      besluit: { door, bevestigd },
    }),
  );
}

/** What goes out stands in the log, with the findings that this human decided on. */
export function boekVerzending(
  tx: Transactie,
  r: Inzagerecht,
  v: { soort: string; object: string; oordeel: Verzendoordeel },
): Promise<void> {
  const codes = v.oordeel.bevindingen.map(b => b.code.toLowerCase());
  return legVerwerkingVast(tx, {
    handeling: 'delen',
    soort: v.soort,
    object: v.object,
    dossier: r.dossier,
    betrokkenen: [r.betrokkene],
    activiteit: ACTIVITEIT,
    reden: codes.length === 0 ? null : `besluit_schrijven_${codes.join('_')}`.slice(0, 60),
  });
}
