import { randomUUID } from 'node:crypto';
import { sql, type Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { BEWAARDUUR, type Verzoekinhoud } from '../domain/bewaard-verzoek.ts';

interface Rij {
  id: string;
  sleutel_id: string;
  inhoud: Buffer;
  bewaard_op: Date;
}
export interface BewaardVerzoek extends Verzoekinhoud {
  id: string;
  bewaardOp: Temporal.Instant;
}

const plek = (rij: string) => ({ tabel: 'toegang.bewaard_verzoek', kolom: 'inhoud', rij });

/** Forms of people whose session had run out. Each has a key of its own, which is destroyed with it. */
export const maakBewaardeVerzoeken = (kluis: Kluis) => ({ ...bewaren(kluis), ...verwijderen(kluis) });

/** Destroys the keys of the rows that went, so that copies of them stay closed too. */
async function vernietig(kluis: Kluis, rijen: { sleutel_id: string }[]): Promise<void> {
  for (const r of rijen) await kluis.vernietig(r.sleutel_id);
}

function bewaren(kluis: Kluis) {
  return {
    /** Keeps a form under a key made for it; above the number that one person may have, the oldest goes. */
    async voegToe(
      tx: Transactie,
      sleutel: string,
      persoonId: string,
      inhoud: Verzoekinhoud,
      nu: Temporal.Instant,
    ): Promise<void> {
      const id = randomUUID();
      const cijfer = kluis.versleutel(sleutel, JSON.stringify(inhoud), plek(id));
      const vervalt = nu.add({ hours: BEWAARDUUR.uren }).toString();
      await sql`insert into toegang.bewaard_verzoek (id, persoon_id, sleutel_id, inhoud, bewaard_op, vervalt)
        values (${id}, ${persoonId}, ${sleutel}, ${cijfer}, ${nu.toString()}, ${vervalt})`.execute(tx);
      const { rows } = await sql<{ sleutel_id: string }>`delete from toegang.bewaard_verzoek where id in (
          select id from toegang.bewaard_verzoek where persoon_id = ${persoonId}
          order by bewaard_op desc, id offset ${BEWAARDUUR.hoogstens})
        returning sleutel_id`.execute(tx);
      await vernietig(kluis, rows);
    },
    /** What this actor has kept and may still see, newest first. */
    async list(tx: Transactie, nu: Temporal.Instant): Promise<BewaardVerzoek[]> {
      const { rows } = await sql<Rij>`select id, sleutel_id, inhoud, bewaard_op from toegang.bewaard_verzoek
        where persoon_id = stelsel.persoon() and vervalt > ${nu.toString()}
        order by bewaard_op desc, id`.execute(tx);
      return rows.flatMap(r => {
        const tekst = kluis.ontsleutelOfGewist(r.inhoud, plek(r.id));
        const bewaardOp = Temporal.Instant.fromEpochMilliseconds(r.bewaard_op.getTime());
        return tekst === null ? [] : [{ id: r.id, bewaardOp, ...(JSON.parse(tekst) as Verzoekinhoud) }];
      });
    },
  };
}

function verwijderen(kluis: Kluis) {
  return {
    /** Removes one of this actor's own with its key; false when he has no such one. */
    async verwijder(tx: Transactie, id: string): Promise<boolean> {
      const { rows } = await sql<{ sleutel_id: string }>`delete from toegang.bewaard_verzoek
        where id = ${id} and persoon_id = stelsel.persoon() returning sleutel_id`.execute(tx);
      await vernietig(kluis, rows);
      return rows.length > 0;
    },
    /** Removes what is over its time, with the keys. For the system. */
    async ruimOp(tx: Transactie, nu: Temporal.Instant): Promise<void> {
      const { rows } = await sql<{ sleutel_id: string }>`delete from toegang.bewaard_verzoek
        where vervalt <= ${nu.toString()} returning sleutel_id`.execute(tx);
      await vernietig(kluis, rows);
    },
  };
}
