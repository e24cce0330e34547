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

/** What is asked in an evaluation, about a series that is not there. */
export function voorbeeldvraag(openbaarheid: string): object {
  const reeks = {
    indicator: 'vt_meldingen',
    definitieversie: 1,
    plaatssoort: 'regio',
    plaats: REGIO,
    bron: 'bestaat-niet',
    periode: 'maand',
    openbaarheid,
  };
  return {
    vraag: 'Voorbeeldvraag naar verschil',
    waarom: 'Voorbeeld van een verwachting',
    controleWaarom: '',
    verwachting: 'omlaag',
    reeks: { naam: { nl: 'Meldingen', en: 'Reports' }, plaatsnaam: 'Kennemerland', bron: 'Voorbeeld' },
    controle: null,
    opdracht: {
      reeks,
      controle: null,
      van: '2021-01',
      tot: '2025-12',
      ingreep: '2023-07-01',
      vorm: 'niveau',
      vertraging: 0,
      seizoen: 'geen',
    },
  };
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

/** B4.4: a question about public figures of the first action, laid down and not answered yet. */
const vraagNaVerschil = (c: Client) =>
  c.query(
    `insert into programma.evaluatie (id, regio, onderdeel_id, nummer, openbaarheid, reeks, inhoud, na_uitkomst,
       vastgelegd, door)
     select gen_random_uuid(), $1, id, 1, 'openbaar_in_bron', 'voorbeeld', $2, false, now(), 'stelsel:proef'
     from programma.onderdeel where regio = $1 and soort = 'actie' and openbare_versie is not null
     order by volgorde limit 1`,
    [REGIO, JSON.stringify(voorbeeldvraag('openbaar_in_bron'))],
  );

export async function zoekVoorbeelden(p: Proef): Promise<Voorbeelden> {
  return metClient(p.beheer, async c => {
    await vraagNaVerschil(c);
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
