import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { sql, type Transactie } from '#platform/db/index.ts';
import type { Klok } from '#platform/klok/index.ts';

/** Encrypts one cell; `bij` binds the ciphertext to its place. Which key is the giver's choice. */
export interface Versleutelaar {
  versleutel(tekst: string, bij: { tabel: string; kolom: string; rij: string }): Buffer;
  ontsleutel(cijfer: Buffer, bij: { tabel: string; kolom: string; rij: string }): string;
}

/** A message as the act writes it: one receiver, plain text, and a code that says what kind of message it is. */
export interface Bericht {
  soort: string;
  aan: string;
  onderwerp: string;
  inhoud: string;
}
export interface WachtendeMail extends Bericht {
  id: string;
  aangemaakt: Temporal.Instant;
}
/** A failure without address or text. `fout` is a code, see `foutVan` in verzender.ts. */
export interface MislukteMail {
  id: string;
  soort: string;
  fout: string;
  pogingen: number;
  aangemaakt: Temporal.Instant;
}

export interface Postbus {
  /** Puts the message in the outbox within the caller's transaction: no act, no mail. Returns its id. */
  zetInWachtrij(tx: Transactie, bericht: Bericht): Promise<string>;
  /** Messages that still wait, readable: for the demonstration page. System actor only. Oldest first. */
  listWachtend(tx: Transactie, hoogstens?: number): Promise<WachtendeMail[]>;
  /** Messages that will not be sent unless someone acts. System actor only. Oldest first. */
  listMislukt(tx: Transactie, hoogstens?: number): Promise<MislukteMail[]>;
  /** Puts a failed message back. False when there is no such failed message. System actor only. */
  probeerOpnieuw(tx: Transactie, id: string): Promise<boolean>;
  /** Removes sent and failed messages made before `voor`; returns how many. System actor only. */
  ruimOp(tx: Transactie, voor: Temporal.Instant): Promise<number>;
}

// A line break in a header field would start another header.
const regel = z
  .string()
  .min(1)
  .max(250)
  .regex(/^[^\p{Cc}\u2028\u2029]+$/u);
const schema = z.object({
  soort: z.string().regex(/^[a-z][a-z0-9_]{0,62}$/),
  aan: z.email().max(254),
  onderwerp: regel,
  inhoud: z.string().min(1).max(100_000),
});

const TABEL = 'mail.bericht';
type Kolom = 'aan' | 'onderwerp' | 'inhoud';
export type Versleuteld = Record<Kolom, Buffer>;

/** Opens the three encrypted columns of one message. Throws what the opener throws. */
export function ontsleutelBericht(v: Versleutelaar, id: string, r: Versleuteld): Record<Kolom, string> {
  const open = (kolom: Kolom) => v.ontsleutel(r[kolom], { tabel: TABEL, kolom, rij: id });
  return { aan: open('aan'), onderwerp: open('onderwerp'), inhoud: open('inhoud') };
}

const instant = (d: Date) => Temporal.Instant.fromEpochMilliseconds(d.getTime());

async function leg(tx: Transactie, v: Versleutelaar, nu: string, bericht: Bericht): Promise<string> {
  const r = schema.safeParse(bericht);
  if (!r.success) {
    // The names of the fields only: the values are an address and a text.
    throw new TypeError(
      `Dit bericht kan niet weg: ${[...new Set(r.error.issues.map(i => i.path.join('.')))].join(', ')}.`,
    );
  }
  const id = randomUUID();
  const dicht = (kolom: Kolom) => v.versleutel(r.data[kolom], { tabel: TABEL, kolom, rij: id });
  await sql`insert into mail.bericht (id, soort, aan, onderwerp, inhoud, aangemaakt, volgende)
    values (${id}, ${r.data.soort}, ${dicht('aan')}, ${dicht('onderwerp')}, ${dicht('inhoud')}, ${nu}, ${nu})`.execute(
    tx,
  );
  return id;
}

/** The outbox. Sending is apart (`maakVerzender`): without a mail server the messages simply stay here. */
export function maakPostbus(o: { versleutelaar: Versleutelaar; klok: Klok }): Postbus {
  return {
    zetInWachtrij: (tx, bericht) => leg(tx, o.versleutelaar, o.klok.nu().toString(), bericht),
    async listWachtend(tx, hoogstens = 200) {
      const { rows } = await sql<Versleuteld & { id: string; soort: string; aangemaakt: Date }>`
        select id, soort, aan, onderwerp, inhoud, aangemaakt from mail.bericht
        where status = 'wacht' order by aangemaakt, id limit ${hoogstens}`.execute(tx);
      return rows.map(r => ({
        id: r.id,
        soort: r.soort,
        ...ontsleutelBericht(o.versleutelaar, r.id, r),
        aangemaakt: instant(r.aangemaakt),
      }));
    },
    async listMislukt(tx, hoogstens = 200) {
      const { rows } = await sql<Omit<MislukteMail, 'aangemaakt'> & { aangemaakt: Date }>`
        select id, soort, coalesce(fout, 'onbekend') as fout, pogingen, aangemaakt from mail.bericht
        where status = 'mislukt' order by aangemaakt, id limit ${hoogstens}`.execute(tx);
      return rows.map(r => ({ ...r, aangemaakt: instant(r.aangemaakt) }));
    },
    async probeerOpnieuw(tx, id) {
      const r = await sql`update mail.bericht
        set status = 'wacht', pogingen = 0, onzeker = 0, fout = null, volgende = ${o.klok.nu().toString()}
        where id = ${id} and status = 'mislukt'`.execute(tx);
      return Number(r.numAffectedRows) === 1;
    },
    async ruimOp(tx, voor) {
      const r = await sql`delete from mail.bericht
        where status <> 'wacht' and aangemaakt < ${voor.toString()}`.execute(tx);
      return Number(r.numAffectedRows);
    },
  };
}
