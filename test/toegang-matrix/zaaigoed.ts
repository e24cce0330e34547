import type { Client } from 'pg';
import { metClient } from '#platform/db/index.ts';
import type { Proef } from '../proef/index.ts';
import { niemand, REGIO, type Wie, werkt, zietCijfers, zietCijfersVan } from './wie.ts';

/** One word to search for, and behind it the word that only who may read it may ever see. */
export const ZOEKWOORD = 'zwartwaterkonijn';
export const GEHEIME_CODE = 'GEHEIM-1';
const HAARLEM = 'GM0392';
const ZANDVOORT = 'GM0473';

/** What was hidden in the database, and who may see it according to the requirements. */
export interface Merk {
  naam: string;
  patroon: RegExp;
  wie: Wie;
}

/** A whole number in any way of printing thousands. */
const alsGetal = (n: number): RegExp =>
  new RegExp(
    `(?<!\\d)${new Intl.NumberFormat('en').format(n).replaceAll(',', '[.,\\s\\u00a0\\u202f]?')}(?!\\d)`,
  );

const REGIOCIJFER = 8_761_543;
const HAARLEMCIJFER = 7_652_431;
const ZANDVOORTCIJFER = 6_543_217;

export const MERKEN: readonly Merk[] = [
  { naam: 'concepttekst', patroon: /parelmoervlinder/i, wie: werkt(REGIO) },
  { naam: 'intern cijfer van de regio', patroon: alsGetal(REGIOCIJFER), wie: zietCijfers(REGIO) },
  {
    naam: 'intern cijfer van Haarlem',
    patroon: alsGetal(HAARLEMCIJFER),
    wie: zietCijfersVan(REGIO, HAARLEM),
  },
  { naam: 'intern cijfer van Zandvoort', patroon: alsGetal(ZANDVOORTCIJFER), wie: zietCijfers(REGIO) },
  {
    naam: 'titel van een interne bron',
    patroon: /vuurvliegenregister/i,
    wie: zietCijfersVan(REGIO, HAARLEM),
  },
  { naam: 'bevinding over een kleine telling', patroon: /waterspinmeting/i, wie: zietCijfers(REGIO) },
  { naam: 'aangeboden bestand', patroon: /krekelbestand/i, wie: zietCijfers(REGIO) },
  { naam: 'wachtend programmabestand van een ander', patroon: /sprinkhaanplan/i, wie: niemand },
];

const MERKTEKST = ` ${ZOEKWOORD} parelmoervlinder`;
type Waarde = string | number | boolean | null | Waarde[] | { [k: string]: Waarde };

/** The same content with the mark behind every piece of prose; codes, dates and choices stay as they are. */
function merk(w: Waarde): Waarde {
  if (typeof w === 'string') return w.length > 12 && /\s/.test(w) ? w + MERKTEKST : w;
  if (Array.isArray(w)) return w.map(merk);
  if (w && typeof w === 'object') return Object.fromEntries(Object.entries(w).map(([k, x]) => [k, merk(x)]));
  return w;
}

/** A next, unpublished version of everything in this table of items. */
async function markeer(c: Client, tabel: string, sleutel: string): Promise<number> {
  const { rows } = await c.query<{ id: string; versie: number; inhoud: Waarde }>(
    `select o.id, o.versie, v.inhoud from ${tabel} o join ${tabel}_versie v
     on v.${sleutel} = o.id and v.versie = o.versie where o.regio = $1`,
    [REGIO],
  );
  for (const r of rows) {
    await c.query(
      `insert into ${tabel}_versie (${sleutel}, versie, inhoud, geldig_vanaf, vastgelegd, door, reden)
       values ($1, $2, $3, current_date, now(), 'stelsel:proef', $4)`,
      [r.id, r.versie + 1, JSON.stringify(merk(r.inhoud)), `reden${MERKTEKST}`],
    );
    await c.query(`update ${tabel} set versie = versie + 1 where id = $1`, [r.id]);
  }
  return rows.length;
}

/** Items that were never public. */
async function voegConceptenToe(c: Client): Promise<void> {
  for (const soort of ['actie', 'raadsopmerking', 'mijlpaal', 'document']) {
    await c.query(
      `with bron as (select o.*, v.inhoud from programma.onderdeel o join programma.onderdeel_versie v
         on v.onderdeel_id = o.id and v.versie = o.versie
         where o.regio = $1 and o.soort = $2 order by (o.gemeente = $4) desc nulls last, o.volgorde limit 1),
       nieuw as (insert into programma.onderdeel (regio, soort, code, gemeente, volgorde, versie)
         select regio, soort, $3, gemeente, 999, 1 from bron returning id)
       insert into programma.onderdeel_versie (onderdeel_id, versie, inhoud, geldig_vanaf, vastgelegd, door)
       select nieuw.id, 1, bron.inhoud || jsonb_build_object(
         case $2 when 'document' then 'id' else 'code' end, $3::text), current_date, now(), 'stelsel:proef'
       from nieuw, bron`,
      [REGIO, soort, GEHEIME_CODE, HAARLEM],
    );
  }
}

/** An internal figure about the region, or about one of its municipalities. */
async function voegCijferToe(c: Client, gemeente: [code: string, naam: string] | null, waarde: number) {
  const r = await c.query(
    `with w as (insert into datalab.waarneming (id, plaatssoort, plaats, plaatsnaam, regio, gemeente, periode,
         periodetekst, van, tot, indicator, definitieversie, bron_id, plek, openbaarheid)
       select gen_random_uuid(), case when $2::text is null then 'regio' else 'gemeente' end, coalesce($2, $1),
         coalesce($3, 'Kennemerland'), $1, $2, '2025', '2025', '2025-01-01', '2025-12-31', code, definitieversie,
         'geheime-bron', 'proef', 'intern'
       from datalab.indicator where code = 'vt_meldingen' order by definitieversie desc limit 1 returning id)
     insert into datalab.waarneming_versie (waarneming_id, versie, waarde, eenheid, voorlopig, overgenomen,
       vastgelegd, door, reden)
     select id, 1, $4, 'aantal', false, current_date, now(), 'stelsel:proef', 'proef' from w`,
    [REGIO, gemeente?.[0] ?? null, gemeente?.[1] ?? null, waarde],
  );
  if (r.rowCount !== 1) throw new Error(`cijfer niet gezaaid: ${waarde}`);
}

async function zaaiCijfers(c: Client): Promise<void> {
  await c.query(
    `insert into datalab.bron (id, titel, van, regio, openbaar)
     values ('geheime-bron', 'Vuurvliegenregister', 'Voorbeeld', $1, false)`,
    [REGIO],
  );
  await voegCijferToe(c, null, REGIOCIJFER);
  await voegCijferToe(c, [HAARLEM, 'Haarlem'], HAARLEMCIJFER);
  await voegCijferToe(c, [ZANDVOORT, 'Zandvoort'], ZANDVOORTCIJFER);
  await c.query(
    `insert into datalab.bevinding (code, regio, gemeente, klein, inhoud)
     select 'GEHEIM-1', regio, gemeente, true,
       jsonb_set(inhoud, '{titel}', '{"nl": "Waterspinmeting", "en": "Waterspinmeting"}')
     from datalab.bevinding where regio = $1 order by code limit 1`,
    [REGIO],
  );
}

const TABEL = {
  kop: ['plaats', 'periode', 'waarde'],
  rijen: [{ nr: 2, cellen: ['Haarlem', '2024', '7'] }],
};
const KEUZES = {
  koppeling: {
    kolommen: { plaats: 0, periode: 1, indicator: null, waarde: 2, voorlopig: null, opmerking: null },
    vasteIndicator: 'vt_meldingen',
  },
  bronTitel: '',
  bronVan: '',
  bronDatum: '',
  plek: '',
  openbaarheid: 'intern',
};

/** Marks every draft and internal figure of the region; returns ids of what waits there. */
export async function zaai(p: Proef): Promise<{ inlezing: string; programmabestand: string }> {
  return metClient(p.beheer, async c => {
    await voegConceptenToe(c);
    const aantal = await markeer(c, 'programma.onderdeel', 'onderdeel_id');
    if (aantal < 100) throw new Error(`maar ${aantal} onderdelen gemerkt`);
    await markeer(c, 'hulpaanbod.hulpaanbod', 'hulpaanbod_id');
    await markeer(c, 'zelfscan.zelfscan', 'zelfscan_id');
    await zaaiCijfers(c);
    const inlezing = await c.query<{ id: string }>(
      `insert into datalab.inlezing (id, regio, bestandsnaam, toestand, tabel, keuzes, door, gemaakt)
       values (gen_random_uuid(), $1, 'krekelbestand.csv', 'proef', $2, $3, 'stelsel:proef', now()) returning id`,
      [REGIO, JSON.stringify(TABEL), JSON.stringify(KEUZES)],
    );
    const bestand = await c.query<{ id: string }>(
      `insert into programma.inlezing (id, regio, persoon_id, inhoud, stand, gemaakt)
       select gen_random_uuid(), $1, gen_random_uuid(), '{"regio":{"naam":"sprinkhaanplan"}}', 'x', now() returning id`,
      [REGIO],
    );
    return { inlezing: inlezing.rows[0]?.id ?? '', programmabestand: bestand.rows[0]?.id ?? '' };
  });
}
