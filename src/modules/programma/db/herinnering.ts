import { sql, type Transactie } from '#platform/db/index.ts';

export interface Herinneringsleutel {
  onderdeelId: string;
  vervaldag: Temporal.PlainDate;
  dagenVooraf: number;
}

/**
 * Claims one reminder: true for the caller that may send it, false when it went out before (also by another
 * process at the same moment). Falls with the transaction of the caller.
 */
export async function claimHerinnering(
  tx: Transactie,
  h: Herinneringsleutel,
  nu: Temporal.Instant,
  ontvangers: number,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into programma.herinnering (onderdeel_id, vervaldag, dagen_vooraf, verzonden, ontvangers)
    values (${h.onderdeelId}, ${h.vervaldag.toString()}, ${h.dagenVooraf}, ${nu.toString()}, ${ontvangers})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}
