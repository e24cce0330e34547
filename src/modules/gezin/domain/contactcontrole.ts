import { type Bevinding, type Controle, controleer, maakControles } from '#kern/controle/index.ts';
import { isVeiligMoment, type VeiligContact, type Wijze } from './contact.ts';
import type { Contactcode } from './teksten.ts';

/** Something that would be sent, and what is known about doing so without danger. */
export interface Verzending {
  readonly wijze: Wijze;
  /** How the person can be reached; null when nobody asked yet. */
  readonly contact: VeiligContact | null;
  /** Is the address, number or mailbox also that of another party in a file about this person? */
  readonly gedeeld: 'ja' | 'nee' | 'onbekend';
  /** When it would be done, in the Netherlands; null when the time is not the writer's (a letter, something done before). */
  readonly moment: Temporal.PlainDateTime | null;
  /** What a named human decided beforehand: the numbers of the findings that he saw and accepts. */
  readonly besluit: Verzendbesluit | null;
}

/** Who decided; without a name it is no decision. */
export interface Verzendbesluit {
  readonly door: string;
  readonly bevestigd: readonly string[];
}

export interface Verzendoordeel {
  /** 'besluit_nodig': nothing forbids it, and a named human must decide. */
  readonly stand: 'mag' | 'besluit_nodig' | 'mag_niet';
  /** All findings, also those that were decided on. */
  readonly bevindingen: readonly Bevinding<Contactcode>[];
}

type ContactControle = Controle<Verzending, Contactcode>;

const weg = (v: Verzending) => v.contact?.wegen[v.wijze];
const controle = (
  code: Contactcode,
  ernst: ContactControle['ernst'],
  toets: (v: Verzending) => boolean,
): ContactControle => ({ code, ernst, velden: ['wijze'], toets });

/**
 * 101-103 and 108 forbid and nobody can decide them away; the others ask for a decision. Who reads along and is a party
 * in the file (109) has its own number: there the message reaches who must not have it.
 */
export const CONTACTCONTROLES = maakControles<Verzending, Contactcode>([
  controle('GZ101', 'fout', v => v.contact !== null),
  controle('GZ102', 'fout', v => weg(v)?.mag !== 'nee'),
  controle('GZ103', 'fout', v => weg(v)?.mag !== 'onbekend'),
  controle('GZ104', 'signalering', v => weg(v)?.mee !== 'ander'),
  controle('GZ105', 'signalering', v => weg(v)?.mee !== 'onbekend'),
  controle('GZ106', 'signalering', v => v.gedeeld !== 'ja'),
  controle('GZ107', 'signalering', v => v.gedeeld !== 'onbekend'),
  controle('GZ108', 'fout', v => weg(v)?.mag !== 'geen'),
  controle('GZ109', 'signalering', v => weg(v)?.mee !== 'partij'),
  controle('GZ110', 'signalering', v => {
    const w = weg(v);
    return !w || v.moment === null || isVeiligMoment(w, v.moment);
  }),
]);

/**
 * May this be sent? Nothing without a record of safe contact; unknown is no; where somebody reads along in this way, the
 * address is shared or not known to be unshared, or it is not a safe moment, only after a decision of a named human who
 * saw exactly these findings. Pure: call it again at the moment of sending, because an answer does not keep.
 */
export function magVersturen(v: Verzending): Verzendoordeel {
  const bevindingen = controleer(CONTACTCONTROLES, v);
  if (bevindingen.some(b => b.ernst === 'fout')) return { stand: 'mag_niet', bevindingen };
  const besluit = v.besluit && v.besluit.door !== '' ? v.besluit.bevestigd : [];
  const open = bevindingen.some(b => !besluit.includes(b.code));
  return { stand: open ? 'besluit_nodig' : 'mag', bevindingen };
}
