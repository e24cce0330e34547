import type { Client } from 'pg';
import { metClient } from '#platform/db/index.ts';
import type { Proef } from '../proef/index.ts';
import { ELDERS, REGIO } from './wie.ts';

/** Existing things to ask for, taken from the database. */
export interface Voorbeelden {
  actie: string;
  elders: string;
  mijlpaal: string;
  hulpaanbod: string;
  indicator: string;
  raadHaarlem: string;
  raadBeverwijk: string;
  jaar: number;
  /** Session, person and membership of somebody with an account. */
  sessie: string;
  persoon: string;
  lidmaatschap: string;
  /** Of somebody invited in the region of elsewhere who has no account yet to change. */
  persoonElders: string;
  lidmaatschapElders: string;
  bericht: string;
}

async function een(c: Client, sql: string, waarden: unknown[] = []): Promise<string> {
  const w = (await c.query<{ w: unknown }>(sql, waarden)).rows[0]?.w;
  if (w === undefined || w === null) throw new Error(`niets gevonden: ${sql}`);
  return String(w);
}

const onderdeel = (c: Client, regio: string, soort: string, gemeente: string | null = null) =>
  een(
    c,
    `select code as w from programma.onderdeel where regio = $1 and soort = $2
     and ($3::text is null or gemeente = $3) and openbare_versie is not null order by volgorde limit 1`,
    [regio, soort, gemeente],
  );

/** A message that failed, for the technical administrator to try again. */
const mislukt = (c: Client) =>
  een(
    c,
    `update mail.bericht set status = 'mislukt', fout = 'econnrefused'
     where id = (select id from mail.bericht limit 1) returning id as w`,
  );

const van = (c: Client, wat: string, rol: string, alleen: string | null) =>
  een(
    c,
    `select ${wat} as w from toegang.lidmaatschap l where l.rol = $1
     and ($2::text is null) = (select count(*) > 1 from toegang.lidmaatschap x where x.persoon_id = l.persoon_id)
     and l.regio = coalesce($2, $3) limit 1`,
    [rol, alleen, REGIO],
  );

export async function zoekVoorbeelden(p: Proef): Promise<Voorbeelden> {
  return metClient(p.beheer, async c => {
    const persoon = await van(c, 'l.persoon_id', 'lezer', null);
    return {
      actie: await onderdeel(c, REGIO, 'actie'),
      elders: await onderdeel(c, ELDERS, 'actie'),
      mijlpaal: await onderdeel(c, REGIO, 'mijlpaal'),
      raadHaarlem: await onderdeel(c, REGIO, 'raadsopmerking', 'GM0392'),
      raadBeverwijk: await onderdeel(c, REGIO, 'raadsopmerking', 'GM0375'),
      hulpaanbod: await een(c, 'select code as w from hulpaanbod.hulpaanbod where regio = $1 limit 1', [
        REGIO,
      ]),
      indicator: 'vt_meldingen',
      jaar: 2021,
      sessie: await een(c, 'select id as w from aanmelden.session where "userId" = $1 limit 1', [persoon]),
      persoon,
      lidmaatschap: await van(c, 'l.id', 'lezer', null),
      persoonElders: await van(c, 'l.persoon_id', 'lezer', ELDERS),
      lidmaatschapElders: await van(c, 'l.id', 'lezer', ELDERS),
      bericht: await mislukt(c),
    };
  });
}
