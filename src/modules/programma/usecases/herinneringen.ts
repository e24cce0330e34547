import { type Databank, metActor, type Transactie } from '#platform/db/index.ts';
import { claimHerinnering } from '../db/herinnering.ts';
import { enige, type Programma, tekst } from '../domain/programma.ts';
import { herinneringOp, plichtenVan } from '../domain/rapportageplicht.ts';
import { herinneringTekst } from './herinnering-teksten.ts';
import { listProgrammas } from './lees.ts';

/** What the reminders borrow: addresses from the room of access, the outbox from the platform. */
export interface Herinneringlening {
  db: Databank;
  /** People with this role in this region today, with their address in the clear. */
  adressenVoor(rol: 'projectleider', regio: string): Promise<readonly { persoonId: string; email: string }[]>;
  /** Puts a message in the outbox within this transaction. */
  stuurMail(
    tx: Transactie,
    bericht: { soort: string; aan: string; onderwerp: string; inhoud: string },
  ): Promise<unknown>;
  basisUrl: string | null;
}

export const HERINNERINGTAAK = 'programma_herinneringen';

interface Moment {
  vandaag: Temporal.PlainDate;
  nu: Temporal.Instant;
}

async function stuurVoorRegio(l: Herinneringlening, p: Programma, m: Moment): Promise<number> {
  const rijp = plichtenVan(p, m.vandaag).flatMap(({ plicht, volgende }) => {
    const vooraf = volgende && herinneringOp(volgende, m.vandaag);
    return volgende && vooraf ? [{ plicht, vervaldag: volgende, vooraf }] : [];
  });
  if (rijp.length === 0) return 0;
  const adressen = await l.adressenVoor('projectleider', p.regio);
  // Without anyone to remind nothing is claimed: the reminder goes out as soon as there is someone.
  if (adressen.length === 0) return 0;
  return metActor(l.db, { soort: 'stelsel', taak: HERINNERINGTAAK }, m.vandaag, async tx => {
    let verzonden = 0;
    for (const { plicht, vervaldag, vooraf } of rijp) {
      const sleutel = { onderdeelId: plicht.id, vervaldag, dagenVooraf: vooraf };
      if (!(await claimHerinnering(tx, sleutel, m.nu, adressen.length))) continue;
      const bericht = herinneringTekst({
        regio: p.regio,
        regioNaam: tekst(enige(p, 'regio'), 'naam'),
        omschrijving: tekst(plicht, 'omschrijving'),
        vervaldag,
        dagen: m.vandaag.until(vervaldag, { largestUnit: 'days' }).days,
        basisUrl: l.basisUrl,
      });
      for (const { email } of adressen) {
        await l.stuurMail(tx, { soort: 'herinnering_rapportage', aan: email, ...bericht });
        verzonden++;
      }
    }
    return verzonden;
  });
}

/**
 * Reminds the project leaders of what is due, 14 days and 1 day before, from the published programme. Running
 * twice sends nothing twice: the reminder and its messages are written in one transaction. Returns the number of
 * messages.
 */
export async function stuurHerinneringen(l: Herinneringlening, m: Moment): Promise<number> {
  const programmas = await metActor(l.db, { soort: 'stelsel', taak: HERINNERINGTAAK }, m.vandaag, tx =>
    listProgrammas(tx, 'openbaar'),
  );
  let verzonden = 0;
  for (const p of programmas) verzonden += await stuurVoorRegio(l, p, m);
  return verzonden;
}
