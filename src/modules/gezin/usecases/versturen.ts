import { legVerwerkingVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { selectAdressen } from '../db/adressen.ts';
import { selectWegVan } from '../db/contactwegen.ts';
import { selectHuishoudleden } from '../db/huishoudens.ts';
import { type Persoonrij, selectPersonen } from '../db/personen.ts';
import type { Wijze } from '../domain/contact.ts';
import {
  magVersturen,
  type Verzendbesluit,
  type Verzending,
  type Verzendoordeel,
} from '../domain/contactcontrole.ts';
import { deelDeur, deelLijn, type Lijn } from '../domain/gedeeld.ts';
import { waardeVan } from '../domain/graad.ts';
import { kaalNummer, kaalPostvak } from '../domain/lijn.ts';
import { andereBetrokkenen } from './anderen.ts';
import { readVeiligContact } from './contact.ts';
import { openWeg } from './contactweg.ts';
import { ACTIVITEIT, gegevensUit, plek } from './geheim.ts';

/** Kinds of address behind which nobody of a household lives. */
const BUITENSHUIS = ['werk', 'school'];

/**
 * Are the front doors of these people known, and does somebody else live behind that of the person? Where he chose one
 * address for his post, that door alone counts; one that does not hold any more is not known.
 */
async function adresGedeeld(
  tx: Transactie,
  persoon: string,
  anderen: readonly string[],
  gekozen: string,
): Promise<Verzending['gedeeld']> {
  const open = (await selectAdressen(tx, { personen: [persoon, ...anderen] })).filter(a => a.tot === null);
  const deur = (a: (typeof open)[number] | undefined) => a?.gelijk?.toString('base64') ?? null;
  const deuren = (wie: string) =>
    open.filter(a => a.persoon === wie).map(a => ({ soort: a.soort, deur: deur(a) }));
  const keuze = open.find(a => a.id === gekozen && a.persoon === persoon);
  const eigen = gekozen === '' ? deuren(persoon) : [{ soort: 'brief' as const, deur: deur(keuze) }];
  const samen = !BUITENSHUIS.includes(keuze?.soort ?? '') && (await woontSamen(tx, persoon));
  return deelDeur(eigen, anderen.map(deuren), samen);
}

/** Does somebody else belong to a household that the person belongs to today? */
async function woontSamen(tx: Transactie, persoon: string): Promise<boolean> {
  const eigen = (await selectHuishoudleden(tx, { persoon })).filter(l => l.tot === null);
  const leden = await selectHuishoudleden(tx, { huishoudens: eigen.map(l => l.huishouden) });
  return leden.some(l => l.persoon !== persoon && l.tot === null);
}

/** How long, in days, "has no telephone" holds without being asked again. A choice of this house: no source gives one. */
const ZONDER_LIJN_DAGEN = 365;

/**
 * Is the number or mailbox that would be used also that of somebody else? Of each of the others counts what stands with his
 * details and what he gave for safe contact; and that he has none, as long as that was said lately.
 */
async function lijnGedeeld(
  tx: Transactie,
  kluis: Kluis,
  wijze: 'bellen' | 'mailen',
  rijen: readonly Persoonrij[],
  persoon: string,
): Promise<Verzending['gedeeld']> {
  const wegen = await selectWegVan(
    tx,
    rijen.map(r => r.id),
    wijze,
    ZONDER_LIJN_DAGEN,
  );
  const kaal = wijze === 'bellen' ? kaalNummer : kaalPostvak;
  const vast = (r: Persoonrij): string => {
    const g = gegevensUit(kluis.ontsleutelOfGewist(r.gegevens, plek.gegevens(r.id)));
    return kaal(waardeVan(wijze === 'bellen' ? g.telefoon : g.email) ?? '');
  };
  const gegeven = (id: string): string => {
    const rij = wegen.find(w => w.persoon === id);
    return rij ? kaal(openWeg(kluis, rij).waar) : '';
  };
  const lijn = (r: Persoonrij): Lijn => ({
    bekend: [vast(r), gegeven(r.id)].filter(l => l !== ''),
    zonder: wegen.some(w => w.persoon === r.id && w.mag === 'geen' && w.recent),
  });
  const zelf = rijen.find(r => r.id === persoon);
  const eigen = zelf ? gegeven(persoon) || vast(zelf) : '';
  return deelLijn(eigen, rijen.filter(r => r.id !== persoon).map(lijn));
}

/**
 * Asks the question of `magVersturen` for a person in the house: gathers the record of safe contact and whether the
 * address, number or mailbox is also that of somebody else in a file about this person; what is not known is shared.
 * `moment`: now, in the Netherlands, for who is about to do it. Null when the person is not the actor's. What may be sent
 * with a decision is logged with it.
 */
export async function toetsVersturen(
  tx: Transactie,
  kluis: Kluis,
  v: { persoon: string; wijze: Wijze; besluit: Verzendbesluit | null; moment?: Temporal.PlainDateTime },
): Promise<Verzendoordeel | null> {
  const anderen = await andereBetrokkenen(tx, v.persoon);
  const rijen = await selectPersonen(tx, [v.persoon, ...anderen]);
  if (!rijen.some(r => r.id === v.persoon)) return null;
  const contact = await readVeiligContact(tx, kluis, v.persoon);
  const gedeeld =
    v.wijze === 'schrijven'
      ? await adresGedeeld(tx, v.persoon, anderen, contact?.wegen.schrijven.waar ?? '')
      : await lijnGedeeld(tx, kluis, v.wijze, rijen, v.persoon);
  return magVersturen({ ...v, contact, gedeeld, moment: v.moment ?? null });
}

/**
 * Records that a named human decided that something may be sent though these findings were there: who and when is in
 * the log of use, with the way of reaching and the numbers of the findings. It holds for this once.
 */
export async function legBesluitVast(
  tx: Transactie,
  b: { persoon: string; wijze: Wijze; bevestigd: readonly string[] },
): Promise<void> {
  await legVerwerkingVast(tx, {
    handeling: 'delen',
    soort: 'veilig_contact',
    object: b.persoon,
    dossier: null,
    betrokkenen: [b.persoon],
    activiteit: ACTIVITEIT,
    reden: `besluit_${[b.wijze, ...b.bevestigd].join('_').toLowerCase()}`.slice(0, 60),
  });
}
