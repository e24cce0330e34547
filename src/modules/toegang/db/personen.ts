import { randomUUID } from 'node:crypto';
import { sql, type Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import type { Lidmaatschap, Rol } from '../domain/rollen.ts';
import type { Toegangtabellen } from './tabellen.ts';

export interface Persoon {
  id: string;
  naam: string;
  email: string;
  actief: boolean;
  /** Has set a password by an invitation. */
  aangesloten: boolean;
}

type Persoonrij = { id: string; naam: Buffer; email: Buffer; actief: boolean; aanmeld_id: string | null };

export const normaliseerAdres = (adres: string): string => adres.normalize('NFC').trim().toLowerCase();

const plek = (kolom: 'naam' | 'email', rij: string) => ({ tabel: 'toegang.persoon', kolom, rij });
const tabellen = (tx: Transactie) => tx.withTables<Toegangtabellen>();

/** People with their names and addresses, closed by a key of their own. */
export const maakPersonen = (kluis: Kluis) => ({ ...lezen(kluis), ...schrijven(kluis) });

const indexVan = (kluis: Kluis, adres: string) => kluis.blindeIndex('email', normaliseerAdres(adres));

function lezen(kluis: Kluis) {
  const alsPersoon = (r: Persoonrij): Persoon => ({
    id: r.id,
    naam: kluis.ontsleutelOfGewist(r.naam, plek('naam', r.id)) ?? '',
    email: kluis.ontsleutelOfGewist(r.email, plek('email', r.id)) ?? '',
    actief: r.actief,
    aangesloten: r.aanmeld_id !== null,
  });
  const index = (adres: string) => indexVan(kluis, adres);
  const bron = (tx: Transactie) =>
    tabellen(tx).selectFrom('toegang.persoon').select(['id', 'naam', 'email', 'actief', 'aanmeld_id']);
  return {
    /** The address by which the account is known in the sign-in schema: no address, a blind index. */
    aanmeldadres: (adres: string): string => `${index(adres).toString('hex')}@aanmelding.invalid`,
    async find(tx: Transactie, id: string): Promise<Persoon | null> {
      const r = await bron(tx).where('id', '=', id).executeTakeFirst();
      return r ? alsPersoon(r) : null;
    },
    /** Names by id, of those of these people whom this actor may see. */
    async listNamen(tx: Transactie, ids: readonly string[]): Promise<Map<string, string>> {
      const { rows } = await sql<{ id: string; naam: Buffer }>`
        select id, naam from toegang.persoon where id = any (${[...ids]}::uuid[])`.execute(tx);
      return new Map(rows.map(r => [r.id, kluis.ontsleutelOfGewist(r.naam, plek('naam', r.id)) ?? '']));
    },
    /** Everyone that this actor may see. */
    async list(tx: Transactie): Promise<Persoon[]> {
      const rijen = await bron(tx).execute();
      return rijen.map(alsPersoon).sort((a, b) => a.naam.localeCompare(b.naam, 'nl'));
    },
    async findOpAdres(tx: Transactie, adres: string): Promise<Persoon | null> {
      const r = await bron(tx).where('email_index', '=', index(adres)).executeTakeFirst();
      return r ? alsPersoon(r) : null;
    },
  };
}

function schrijven(kluis: Kluis) {
  return {
    /** Adds a person with a new key. Returns the id. */
    async voegToe(tx: Transactie, naam: string, adres: string): Promise<string> {
      const id = randomUUID();
      const sleutel = await kluis.nieuweSleutel('persoon');
      await tabellen(tx)
        .insertInto('toegang.persoon')
        .values({
          id,
          aanmeld_id: null,
          naam: kluis.versleutel(sleutel, naam, plek('naam', id)),
          email: kluis.versleutel(sleutel, normaliseerAdres(adres), plek('email', id)),
          email_index: indexVan(kluis, adres),
          sleutel_id: sleutel,
          actief: true,
        })
        .execute();
      return id;
    },
    async sluitAan(tx: Transactie, id: string): Promise<void> {
      await tabellen(tx)
        .updateTable('toegang.persoon')
        .set({ aanmeld_id: id })
        .where('id', '=', id)
        .execute();
    },
    /** False when there is no such person for this actor. */
    async zetActief(tx: Transactie, id: string, actief: boolean): Promise<boolean> {
      const r = await tabellen(tx)
        .updateTable('toegang.persoon')
        .set({ actief })
        .where('id', '=', id)
        .executeTakeFirst();
      return r.numUpdatedRows > 0n;
    },
  };
}

/**
 * The person who acts in this transaction, `id`, with the memberships that hold on its day, in one question. Null: none,
 * not active, or somebody else than who acts.
 */
export async function findMetRollen(
  tx: Transactie,
  kluis: Kluis,
  id: string,
): Promise<{ naam: string; lidmaatschappen: Lidmaatschap[] } | null> {
  const { rows } = await sql<{
    naam: Buffer;
    rol: Rol | null;
    organisatie_id: string;
    regio: string | null;
    gemeente: string | null;
    toekenning: string | null;
    subregio: string | null;
  }>`select naam, rol, organisatie_id, regio, gemeente, toekenning, subregio
     from toegang.wie_ik_ben() where stelsel.persoon() = ${id}`.execute(tx);
  const eerste = rows[0];
  if (!eerste) return null;
  return {
    naam: kluis.ontsleutelOfGewist(eerste.naam, plek('naam', id)) ?? '',
    lidmaatschappen: rows.flatMap(r =>
      r.rol === null
        ? []
        : [
            {
              rol: r.rol,
              organisatieId: r.organisatie_id,
              regio: r.regio,
              gemeente: r.gemeente,
              ...(r.toekenning && r.subregio ? { toekenning: r.toekenning, subregio: r.subregio } : {}),
            },
          ],
    ),
  };
}
