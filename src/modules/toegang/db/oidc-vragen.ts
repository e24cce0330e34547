import { createHash } from 'node:crypto';
import { type Pool, sql } from '#platform/db/index.ts';
import { OIDC_MINUTEN } from '../domain/oidc.ts';

/** A sign-in under way at a provider. */
export interface OidcVraag {
  dienstId: string;
  nonce: string;
  verifier: string;
  /** Path of this site to go on to. */
  terug: string;
  /** Who binds his account; null when signing in. */
  koppelPersoon: string | null;
  /** Hash of the invitation by which it began; null when there is none. */
  linkHash: Buffer | null;
}

const afdruk = (s: string) => createHash('sha256').update(s).digest();

/** Sign-ins under way, as role la_aanmelden. The state itself is stored nowhere. */
export function maakOidcVragen(pool: Pool) {
  const db = pool.db;
  return {
    async voegToe(state: string, browser: string, v: OidcVraag, nu: Temporal.Instant): Promise<void> {
      const tot = nu.add({ minutes: OIDC_MINUTEN }).toString();
      await sql`insert into aanmelden.oidc_vraag (hash, browser, dienst_id, nonce, verifier, terug,
          koppel_persoon, link_hash, verloopt)
        values (${afdruk(state)}, ${afdruk(browser)}, ${v.dienstId}, ${v.nonce}, ${v.verifier}, ${v.terug},
          ${v.koppelPersoon}, ${v.linkHash}, ${tot})`.execute(db);
    },
    /** Takes the question of this state and browser: of two at once one gets it, and then it is gone. */
    async neem(state: string, browser: string, nu: Temporal.Instant): Promise<OidcVraag | null> {
      const { rows } = await sql<OidcVraag>`delete from aanmelden.oidc_vraag
        where hash = ${afdruk(state)} and browser = ${afdruk(browser)} and verloopt > ${nu.toString()}
        returning dienst_id as "dienstId", nonce, verifier, terug, koppel_persoon as "koppelPersoon",
          link_hash as "linkHash"`.execute(db);
      return rows[0] ?? null;
    },
    async ruimOp(nu: Temporal.Instant): Promise<void> {
      await sql`delete from aanmelden.oidc_vraag where verloopt < ${nu.toString()}`.execute(db);
    },
  };
}
