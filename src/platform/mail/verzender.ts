import { createTransport } from 'nodemailer';
import { isLoopback } from '#platform/config/index.ts';
import { type Databank, metActor, sql, type Transactie } from '#platform/db/index.ts';
import type { Klok } from '#platform/klok/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Taken } from '#platform/taken/index.ts';
import { type Afloop, foutVan, MEESTE_POGINGEN, wachtMinuten } from './afloop.ts';
import { ontsleutelBericht, type Versleutelaar, type Versleuteld } from './postbus.ts';

export interface Ronde {
  verstuurd: number;
  uitgesteld: number;
  mislukt: number;
}

export interface Verzender {
  /** Sends what is due, one by one, until nothing is due or `signaal` aborts. */
  verzend(signaal?: AbortSignal): Promise<Ronde>;
  sluit(): void;
}

export interface Verzendopties {
  db: Databank;
  versleutelaar: Versleutelaar;
  klok: Klok;
  log: Log;
  /** LA_SMTP_URL; null: nothing is sent, messages keep waiting. */
  smtpUrl: string | null;
  /** LA_AFZENDER, such as 'Lange Adem <post@voorbeeld.invalid>'. */
  afzender: string;
}

type Rij = Versleuteld & { id: string; soort: string; pogingen: number; onzeker: number };

/** For so long a message that is being sent is nobody else's; afterwards the sender counts as crashed. */
const LEASE = { minutes: 10 };
/** Attempts of which nobody knows the end. The second may make a double; a third is never made. */
const MEEST_ONZEKER = 2;
export const MAILTAAK = 'mail_versturen';

function maakTransport(smtpUrl: string) {
  return createTransport({
    url: smtpUrl,
    // Beyond this machine only over TLS: refuse rather than send in the clear.
    requireTLS: !isLoopback(new URL(smtpUrl).hostname.replace(/^\[|\]$/g, '')),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Takes one due message for this process and counts the attempt, before anything goes out. */
async function claim(tx: Transactie, nu: Temporal.Instant): Promise<Rij | null> {
  const { rows } = await sql<Rij>`
    update mail.bericht set pogingen = pogingen + 1, onzeker = least(onzeker + 1, 3),
      volgende = ${nu.add(LEASE).toString()}
    where id = (select id from mail.bericht where status = 'wacht' and volgende <= ${nu.toString()}
                order by volgende, id limit 1 for update skip locked)
    returning id, soort, aan, onderwerp, inhoud, pogingen, onzeker`.execute(tx);
  return rows[0] ?? null;
}

async function boekVerstuurd(tx: Transactie, id: string, nu: Temporal.Instant): Promise<void> {
  await sql`update mail.bericht set status = 'verstuurd', verstuurd = ${nu.toString()}, fout = null,
    aan = null, onderwerp = null, inhoud = null where id = ${id}`.execute(tx);
}

/** Books a failed attempt; returns whether it was the last. */
async function boekFout(tx: Transactie, rij: Rij, a: Afloop, nu: Temporal.Instant): Promise<boolean> {
  const einde = a.blijvend || rij.pogingen >= MEESTE_POGINGEN;
  const volgende = nu.add({ minutes: wachtMinuten(rij.pogingen) });
  await sql`update mail.bericht set status = ${einde ? 'mislukt' : 'wacht'}, fout = ${a.fout},
    onzeker = onzeker - ${a.zeker ? 1 : 0}::int, volgende = ${volgende.toString()} where id = ${rij.id}`.execute(
    tx,
  );
  return einde;
}

/** Hands one message to the server. Null when the server took it, otherwise what came of it. */
async function lever(
  o: Verzendopties,
  transport: ReturnType<typeof maakTransport>,
  rij: Rij,
): Promise<Afloop | null> {
  if (rij.onzeker > MEEST_ONZEKER) return { fout: 'afloop_onbekend', blijvend: true, zeker: false };
  let bericht: ReturnType<typeof ontsleutelBericht>;
  try {
    bericht = ontsleutelBericht(o.versleutelaar, rij.id, rij);
  } catch {
    return { fout: 'onleesbaar', blijvend: true, zeker: true };
  }
  const domein = /@([a-z0-9.-]+)/i.exec(o.afzender)?.[1] ?? 'lange-adem.invalid';
  try {
    await transport.sendMail({
      from: o.afzender,
      to: { name: '', address: bericht.aan },
      subject: bericht.onderwerp,
      text: bericht.inhoud,
      // The same on every attempt: a receiver can recognise a double.
      messageId: `<${rij.id}@${domein}>`,
      date: new Date(o.klok.nu().epochMilliseconds),
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
    return null;
  } catch (e) {
    return foutVan(e);
  }
}

/**
 * Sends the outbox over SMTP. The attempt is booked before sending and its end after it, in two transactions:
 * a crash in between leaves a message of which nobody knows whether the server took it. It is sent once more
 * after the lease, with the same Message-ID; if that end is unknown too it goes to the list of failures. So a
 * receiver gets a message never more than twice, and nothing is lost in silence.
 */
export function maakVerzender(o: Verzendopties): Verzender {
  const transport = o.smtpUrl === null ? null : maakTransport(o.smtpUrl);
  const doe = <T>(werk: (tx: Transactie) => Promise<T>) =>
    metActor(o.db, { soort: 'stelsel', taak: 'mail' }, o.klok.vandaag(), werk);

  const boek = async (rij: Rij, afloop: Afloop | null, ronde: Ronde) => {
    if (afloop === null) {
      await doe(tx => boekVerstuurd(tx, rij.id, o.klok.nu()));
      ronde.verstuurd++;
      return;
    }
    const einde = await doe(tx => boekFout(tx, rij, afloop, o.klok.nu()));
    ronde[einde ? 'mislukt' : 'uitgesteld']++;
    o.log.warn(
      { bericht: rij.id, soort: rij.soort, fout: afloop.fout, poging: rij.pogingen },
      'mail niet verstuurd',
    );
  };

  return {
    async verzend(signaal) {
      const ronde: Ronde = { verstuurd: 0, uitgesteld: 0, mislukt: 0 };
      if (!transport) return ronde;
      let stoornis: Afloop | null | undefined;
      while (!signaal?.aborted) {
        const rij = await doe(tx => claim(tx, o.klok.nu()));
        if (!rij) break;
        // Once a round, before the first message: is the server there? If not, nothing was sent for certain.
        if (stoornis === undefined) {
          stoornis = await transport.verify().then(
            () => null,
            e => ({ ...foutVan(e), blijvend: false, zeker: true }),
          );
        }
        await boek(rij, stoornis ?? (await lever(o, transport, rij)), ronde);
      }
      return ronde;
    },
    sluit: () => transport?.close(),
  };
}

/** Sends every minute, in one process at a time; an act that cannot wait also does `taken.stuur(MAILTAAK)`. */
export function planMail(taken: Taken, verzender: Verzender): void {
  taken.registreer(MAILTAAK, (_, verloop) => verzender.verzend(verloop.signaal), {
    eenTegelijk: true,
    herhalingen: 1,
  });
  taken.plan(MAILTAAK, '* * * * *');
}
