import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Rol } from '#modules/toegang/index.ts';
import { type Databank, metActor, metClient, sql, type Transactie } from '#platform/db/index.ts';
import { type Kluis, maakKluis } from '#platform/kluis/index.ts';
import { maakProef, type Proef } from '../../proef/index.ts';

/** The day for which the acts are done; break-glass goes by the clock of the database. */
export const VANDAAG = Temporal.PlainDate.from('2026-11-22');
export const dag = (erbij: number): string => VANDAAG.add({ days: erbij }).toString();

export interface Relatiefeit {
  persoon: string;
  organisatie: string;
  dossier: string;
  doel: string;
  namens?: string | null;
  van?: string;
  tot?: string | null;
}

/** Facts laid down behind row security, so that what row security shows can be compared with them. */
export interface Wereld {
  proef: Proef;
  db: Databank;
  kluis: Kluis;
  zet(tekst: string, waarden?: readonly unknown[]): Promise<void>;
  /** One column of what is really there. */
  kijk<T>(tekst: string, waarden?: readonly unknown[]): Promise<T[]>;
  organisatie(regio?: string, naam?: string): Promise<string>;
  /** Somebody with these roles for one organisation, from long ago. */
  mens(organisatie: string, ...rollen: Rol[]): Promise<string>;
  lid(persoon: string, organisatie: string, rol: Rol, van?: string, tot?: string | null): Promise<string>;
  dossier(organisatie: string): Promise<string>;
  betrokkene(organisatie: string, ...dossiers: string[]): Promise<string>;
  relatie(r: Relatiefeit): Promise<string>;
  blokkade(
    persoon: string,
    organisatie: string,
    op: { dossier: string } | { betrokkene: string },
  ): Promise<string>;
  nood(persoon: string, organisatie: string, dossier: string, uren?: number): Promise<string>;
  als<T>(persoon: string, werk: (tx: Transactie) => Promise<T>): Promise<T>;
}

const uuid = (): string => crypto.randomUUID();
const REGIO = 'kennemerland';

export async function maakWereld(): Promise<Wereld> {
  const proef = await maakProef();
  const map = mkdtempSync(path.join(os.tmpdir(), 'la-relatie-'));
  afterAll(() => rmSync(map, { recursive: true, force: true }));
  const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 9), map });
  const kijk = async <T>(tekst: string, waarden: readonly unknown[] = []) =>
    metClient(proef.beheer, async c => {
      const r = await c.query({ text: tekst, values: [...waarden], rowMode: 'array' });
      return (r.rows as unknown[][]).map(rij => rij[0] as T);
    });
  const zet = async (tekst: string, waarden: readonly unknown[] = []) => void (await kijk(tekst, waarden));
  const db = proef.app.db;
  return {
    proef,
    db,
    kluis,
    zet,
    kijk,
    als: (persoon, werk) => metActor(db, { soort: 'persoon', id: persoon }, VANDAAG, werk),
    ...feiten(zet, kluis),
  };
}

type Zet = Wereld['zet'];
type Feiten = Pick<
  Wereld,
  'organisatie' | 'mens' | 'lid' | 'dossier' | 'betrokkene' | 'relatie' | 'blokkade' | 'nood'
>;

function feiten(zet: Zet, kluis: Kluis): Feiten {
  const lid: Wereld['lid'] = async (persoon, organisatie, rol, van = dag(-400), tot = null) => {
    const id = uuid();
    await zet(
      `insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, van, tot)
       select $1, $2, $3, $4, case when $4 = 'technisch_beheerder' then null else regio end, $5, $6
       from toegang.organisatie where id = $3`,
      [id, persoon, organisatie, rol, van, tot],
    );
    return id;
  };
  return {
    lid,
    async organisatie(regio = REGIO, naam = 'Voorbeeldorganisatie') {
      const id = uuid();
      await zet(`insert into toegang.organisatie (id, naam, soort, regio) values ($1, $2, 'partner', $3)`, [
        id,
        naam,
        regio,
      ]);
      return id;
    },
    async mens(organisatie, ...rollen) {
      const id = uuid();
      const sleutel = await kluis.nieuweSleutel('persoon');
      const adres = `mens-${id.slice(0, 8)}@voorbeeld.invalid`;
      const veld = (kolom: string, tekst: string) =>
        kluis.versleutel(sleutel, tekst, { tabel: 'toegang.persoon', kolom, rij: id });
      await zet(
        `insert into toegang.persoon (id, naam, email, email_index, sleutel_id) values ($1, $2, $3, $4, $5)`,
        [
          id,
          veld('naam', `Voorbeeld ${id.slice(0, 8)}`),
          veld('email', adres),
          kluis.blindeIndex('email', adres),
          sleutel,
        ],
      );
      for (const rol of rollen) await lid(id, organisatie, rol);
      return id;
    },
    async dossier(organisatie) {
      const id = uuid();
      await zet(
        `insert into toegang.dossier (id, regio, organisatie_id, aangelegd_op)
         select $1, regio, id, $3 from toegang.organisatie where id = $2`,
        [id, organisatie, dag(-100)],
      );
      return id;
    },
    async betrokkene(organisatie, ...dossiers) {
      const id = uuid();
      await zet(
        `insert into toegang.betrokkene (id, regio, organisatie_id)
         select $1, regio, id from toegang.organisatie where id = $2`,
        [id, organisatie],
      );
      for (const d of dossiers) {
        await zet(`insert into toegang.betrokkenheid (dossier_id, betrokkene_id, van) values ($1, $2, $3)`, [
          d,
          id,
          dag(-100),
        ]);
      }
      return id;
    },
    async relatie(r) {
      const id = uuid();
      const tot = r.tot ?? (r.doel === 'overleg' ? dag(30) : null);
      await zet(
        `insert into toegang.relatie (id, persoon_id, organisatie_id, dossier_id, doel, namens, grond, aanleiding,
           van, tot) values ($1, $2, $3, $4, $5, $6, 'wmo_lokaal_team', 'toewijzing', $7, $8)`,
        [id, r.persoon, r.organisatie, r.dossier, r.doel, r.namens ?? null, r.van ?? dag(-30), tot],
      );
      return id;
    },
    async blokkade(persoon, organisatie, op) {
      const id = uuid();
      await zet(
        `insert into toegang.blokkade (id, persoon_id, organisatie_id, dossier_id, betrokkene_id, reden, van)
         values ($1, $2, $3, $4, $5, 'naaste', $6)`,
        [
          id,
          persoon,
          organisatie,
          'dossier' in op ? op.dossier : null,
          'betrokkene' in op ? op.betrokkene : null,
          dag(-1),
        ],
      );
      return id;
    },
    async nood(persoon, organisatie, dossier, uren = 24) {
      const id = uuid();
      await zet(
        `insert into toegang.noodtoegang (id, persoon_id, organisatie_id, dossier_id, reden, sleutel_id, van, tot)
         values ($1, $2, $3, $4, 'x'::bytea, 'geen', now() - interval '100 hours',
           now() + make_interval(hours => $5))`,
        [id, persoon, organisatie, dossier, uren],
      );
      return id;
    },
  };
}

/** Ids that this actor sees in a table. */
export async function ziet(w: Wereld, persoon: string, tabel: string, kolom = 'id'): Promise<string[]> {
  return w.als(persoon, async tx => {
    const { rows } = await sql<{
      id: string;
    }>`select ${sql.ref(kolom)} as id from ${sql.table(tabel)}`.execute(tx);
    return rows.map(r => r.id).sort();
  });
}

/** The tables of access that hold relations of people. */
export const TABELLEN = [
  'toegang.dossier',
  'toegang.betrokkene',
  'toegang.relatie',
  'toegang.blokkade',
  'toegang.overdracht',
  'toegang.noodtoegang',
  'toegang.zoekactie',
] as const;

export const GROND = 'wmo_lokaal_team';
/** 'goed', or the code of the refusal. */
export const code = (r: { ok: boolean; weigering?: { code: string } }): string =>
  r.ok ? 'goed' : (r.weigering?.code ?? '');

/** A team, its neighbour in the same region, and one far away, with people of every role. */
export async function maakBuurt(w: Wereld) {
  const team = await w.organisatie('kennemerland', 'Voorbeeldteam');
  const buur = await w.organisatie('kennemerland', 'Voorbeeldbuur');
  const ver = await w.organisatie('zaanstreek-waterland', 'Voorbeeldver');
  const pro = await w.mens(team, 'professional');
  return {
    team,
    buur,
    ver,
    pro,
    collega: await w.mens(team, 'professional'),
    leider: await w.mens(team, 'teamleider'),
    buurpro: await w.mens(buur, 'professional'),
    buurleider: await w.mens(buur, 'teamleider'),
    privacy: await w.mens(team, 'privacyfunctionaris'),
    verpro: await w.mens(ver, 'professional', 'teamleider', 'intaker', 'privacyfunctionaris'),
    /** A file of the team in which `pro` has the direction, about one person. */
    async maakDossier() {
      const dossier = await w.dossier(team);
      const mens = await w.betrokkene(team, dossier);
      const relatie = await w.relatie({ persoon: pro, organisatie: team, dossier, doel: 'regie' });
      return { dossier, mens, relatie };
    },
  };
}
