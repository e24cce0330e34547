import { toetsVersturen, type Verzendoordeel } from '#modules/gezin/index.ts';
import { legVerwerkingVast } from '#modules/toegang/index.ts';
import { metActor, type Transactie } from '#platform/db/index.ts';
import type { Inzagerecht } from '../db/inzage.ts';
import type { Inzagedoen } from './inzage.ts';
import { LAKKER } from './inzagestof.ts';
import { ACTIVITEIT, type Verzoekrij } from './verzoek.ts';

const STRENG: readonly Verzendoordeel['stand'][] = ['mag', 'besluit_nodig', 'mag_niet'];

/** The strictest of both answers, with the findings of both. */
function samen(oordelen: readonly Verzendoordeel[]): Verzendoordeel {
  const stand = STRENG[Math.max(...oordelen.map(o => STRENG.indexOf(o.stand)))] ?? 'mag_niet';
  const bevindingen = new Map(oordelen.flatMap(o => o.bevindingen).map(b => [b.code, b]));
  return { stand, bevindingen: [...bevindingen.values()] };
}

/**
 * May something be sent to the person of this request, at this moment, and to who asks for him: a parent may be the one
 * from whom it must be kept. Asked as the system, after the right was found: who carries out a request learns the findings
 * and nothing of addresses or other files. `bevestigd`: the numbers of the findings that the actor saw and accepts. Null
 * when the person is not there any more, or a representative is not linked.
 */
export function toetsVerzending(
  d: Inzagedoen,
  v: Pick<Verzoekrij, 'door' | 'vertegenwoordiger'>,
  r: Inzagerecht,
  bevestigd: readonly string[],
): Promise<Verzendoordeel | null> {
  const besluit = { door: d.actor.soort === 'persoon' ? d.actor.id : '', bevestigd };
  const mensen = v.door === 'vertegenwoordiger' ? [r.betrokkene, v.vertegenwoordiger] : [r.betrokkene];
  return metActor(d.db, LAKKER, d.vandaag, async tx => {
    const uit: Verzendoordeel[] = [];
    for (const persoon of mensen) {
      const o = persoon && (await toetsVersturen(tx, d.kluis, { persoon, wijze: 'schrijven', besluit }));
      if (!o) return null;
      uit.push(o);
    }
    return samen(uit);
  });
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
