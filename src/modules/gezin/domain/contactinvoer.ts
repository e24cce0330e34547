import { type Contactweg, magcodesVoor, type VeiligContact, WIJZEN, type Wijze } from './contact.ts';
import { isEmail, isTelefoonnummer } from './lijn.ts';
import { CONTACTFOUTEN } from './teksten.ts';

/** What a record of safe contact may name: the parties in a file about this person, and his open addresses, by id. */
export interface Contactkring {
  readonly partijen: readonly string[];
  readonly adressen: readonly string[];
}

const WANNEER = 1000;
const MEE_WIE = 500;

/** What is wrong with where: a number, a mailbox, or an address of this person; '' is the one with his details. */
function waarFout(wijze: Wijze, waar: string, kring: Contactkring): string | null {
  if (waar === '') return null;
  if (wijze === 'bellen') return isTelefoonnummer(waar) ? null : CONTACTFOUTEN.nummer;
  if (wijze === 'mailen') return isEmail(waar) ? null : CONTACTFOUTEN.email;
  return kring.adressen.includes(waar) ? null : CONTACTFOUTEN.adres;
}

function wegfouten(wijze: Wijze, w: Contactweg, kring: Contactkring): Record<string, string | null> {
  const genoemd = w.meePersoon !== null && kring.partijen.includes(w.meePersoon);
  const meeGoed = w.mee === 'partij' ? genoemd : w.meePersoon === null;
  return {
    mag: magcodesVoor(wijze).includes(w.mag) ? null : CONTACTFOUTEN.mag,
    waar: waarFout(wijze, w.waar, kring),
    wanneer: w.wanneer.length <= WANNEER ? null : CONTACTFOUTEN.wanneer,
    mee: meeGoed ? null : CONTACTFOUTEN.meePersoon,
    meeWie: w.meeWie.length <= MEE_WIE ? null : CONTACTFOUTEN.meeWie,
  };
}

/** Faults of a record of safe contact by field (`bellen_waar`, `taal`); empty when it can be kept. */
export function contactfouten(c: VeiligContact, kring: Contactkring): Record<string, string> {
  const uit: Record<string, string> = {};
  for (const wijze of WIJZEN) {
    for (const [veld, fout] of Object.entries(wegfouten(wijze, c.wegen[wijze], kring)))
      if (fout !== null) uit[`${wijze}_${veld}`] = fout;
  }
  if (c.taal !== null && !/^[a-z]{2,3}$/.test(c.taal)) uit['taal'] = CONTACTFOUTEN.taal;
  return uit;
}
