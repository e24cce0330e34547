import { randomUUID } from 'node:crypto';
import { sql, type Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';

export interface Aanmelddienst {
  id: string;
  organisatieId: string;
  organisatie: string;
  issuer: string;
  clientId: string;
  acr: string[];
  actief: boolean;
}
export interface AanmelddienstInvoer {
  organisatieId: string;
  issuer: string;
  clientId: string;
  /** Null keeps the one there is. */
  geheim: string | null;
  acr: string[];
  actief: boolean;
}

const plek = (rij: string) => ({ tabel: 'toegang.aanmelddienst', kolom: 'geheim', rij });
const KOLOMMEN = sql.raw(`a.id, a.organisatie_id as "organisatieId", o.naam as organisatie, a.issuer,
  a.client_id as "clientId", a.acr, a.actief
  from toegang.aanmelddienst a join toegang.organisatie o on o.id = a.organisatie_id`);

/** The providers that organisations sign in by, each secret under a key of its own. */
export const maakOidcDiensten = (kluis: Kluis) => ({
  ...lezen(kluis),
  ...schrijven(kluis),
  ...koppelingen(kluis),
});

function lezen(kluis: Kluis) {
  return {
    /** Those that this actor may see, by name of the organisation. */
    async list(tx: Transactie): Promise<Aanmelddienst[]> {
      const { rows } = await sql<Aanmelddienst>`select ${KOLOMMEN} order by o.naam, a.id`.execute(tx);
      return rows;
    },
    /** One that is in use, with its secret; null when it is not there or not in use. */
    async find(tx: Transactie, id: string): Promise<(Aanmelddienst & { geheim: string }) | null> {
      const { rows } = await sql<Aanmelddienst>`select ${KOLOMMEN} where a.id = ${id} and a.actief`.execute(
        tx,
      );
      const r = rows[0];
      if (!r) return null;
      const g = await sql<{
        geheim: Buffer;
      }>`select geheim from toegang.aanmelddienst where id = ${id}`.execute(tx);
      const geheim = g.rows[0] ? kluis.ontsleutelOfGewist(g.rows[0].geheim, plek(id)) : null;
      return geheim === null ? null : { ...r, geheim };
    },
    /** Organisations for which this actor administers accounts, by name. */
    async listOrganisaties(
      tx: Transactie,
      regios: readonly string[],
    ): Promise<{ id: string; naam: string }[]> {
      const { rows } = await sql<{ id: string; naam: string }>`select id, naam from toegang.organisatie
        where regio = any (${[...regios]}::text[]) order by naam, id`.execute(tx);
      return rows;
    },
    async isLid(tx: Transactie, persoonId: string, organisatieId: string): Promise<boolean> {
      const { rows } = await sql<{ ja: boolean }>`
        select toegang.is_lid(${persoonId}, ${organisatieId}) as ja`.execute(tx);
      return rows[0]?.ja ?? false;
    },
  };
}

function schrijven(kluis: Kluis) {
  return {
    /**
     * Sets the provider of an organisation under a new key; returns the key that went out of use, null when there was
     * none. Undefined when a new one has no secret: then nothing is set. Row security decides whose.
     */
    async zet(
      tx: Transactie,
      sleutel: string,
      i: AanmelddienstInvoer,
      nu: Temporal.Instant,
    ): Promise<string | null | undefined> {
      const { rows } = await sql<{ id: string; sleutel_id: string; geheim: Buffer }>`
        select id, sleutel_id, geheim from toegang.aanmelddienst where organisatie_id = ${i.organisatieId}
        for update`.execute(tx);
      const er = rows[0];
      if (!er && i.geheim === null) return undefined;
      const id = er?.id ?? randomUUID();
      const geheim = i.geheim ?? (er ? kluis.ontsleutel(er.geheim, plek(id)) : '');
      const cijfer = kluis.versleutel(sleutel, geheim, plek(id));
      await sql`insert into toegang.aanmelddienst (id, organisatie_id, issuer, client_id, geheim, sleutel_id, acr,
          actief, gewijzigd_op, gewijzigd_door)
        values (${id}, ${i.organisatieId}, ${i.issuer}, ${i.clientId}, ${cijfer}, ${sleutel}, ${i.acr}::text[],
          ${i.actief}, ${nu.toString()}, stelsel.persoon())
        on conflict (organisatie_id) do update set issuer = excluded.issuer, client_id = excluded.client_id,
          geheim = excluded.geheim, sleutel_id = excluded.sleutel_id, acr = excluded.acr,
          actief = excluded.actief, gewijzigd_op = excluded.gewijzigd_op,
          gewijzigd_door = excluded.gewijzigd_door`.execute(tx);
      return er?.sleutel_id ?? null;
    },
  };
}

function koppelingen(kluis: Kluis) {
  const index = (iss: string, sub: string) => kluis.blindeIndex('oidc', JSON.stringify([iss, sub]));
  return {
    /** Who at this provider is which account; null when nobody bound it. */
    async findPersoon(tx: Transactie, dienstId: string, iss: string, sub: string): Promise<string | null> {
      const { rows } = await sql<{
        persoon_id: string;
      }>`select persoon_id from toegang.aanmelddienst_koppeling
        where aanmelddienst_id = ${dienstId} and sub_index = ${index(iss, sub)}`.execute(tx);
      return rows[0]?.persoon_id ?? null;
    },
    /** Binds; false when this account or this subject is bound already. Row security decides whether it may. */
    async koppel(
      tx: Transactie,
      k: { dienstId: string; persoonId: string; iss: string; sub: string },
      nu: Temporal.Instant,
    ): Promise<boolean> {
      const r = await sql`insert into toegang.aanmelddienst_koppeling
          (aanmelddienst_id, persoon_id, sub_index, gekoppeld_op)
        values (${k.dienstId}, ${k.persoonId}, ${index(k.iss, k.sub)}, ${nu.toString()})
        on conflict do nothing`.execute(tx);
      return Number(r.numAffectedRows ?? 0) > 0;
    },
    /** The providers that this actor's own account is bound to. */
    async listEigen(tx: Transactie): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`select aanmelddienst_id as id
        from toegang.aanmelddienst_koppeling where persoon_id = stelsel.persoon()`.execute(tx);
      return rows.map(r => r.id);
    },
    async ontkoppel(tx: Transactie, dienstId: string): Promise<boolean> {
      const r = await sql`delete from toegang.aanmelddienst_koppeling
        where aanmelddienst_id = ${dienstId} and persoon_id = stelsel.persoon()`.execute(tx);
      return Number(r.numAffectedRows ?? 0) > 0;
    },
  };
}
