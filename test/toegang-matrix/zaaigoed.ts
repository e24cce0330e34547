import type { Client } from 'pg';
import { metClient } from '#platform/db/index.ts';
import type { Proef } from '../proef/index.ts';
import { voorbeeldvraag } from './voorbeelden.ts';
import { niemand, REGIO, steltOp, type Wie, werkt, zietCijfers, zietCijfersVan } from './wie.ts';

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
const WAARHEID = 5_432_176;
/** Households behind the figure of Haarlem: used when a release is prepared, and shown on no page. */
const HUISHOUDENS = 6_111_222;
const IN_CONCEPT = 5_432_175;
/** A draft release of the region that waits for approval. */
export const CONCEPTPUBLICATIE = '11111111-1111-4111-8111-111111111111';
/** A draft document of the region. */
export const CONCEPTDOCUMENT = '22222222-2222-4222-8222-222222222222';
const UITKOMST = 5_432_187;

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
  { naam: 'notitie bij een waarschuwing', patroon: /libellenotitie/i, wie: zietCijfers(REGIO) },
  { naam: 'interne gebeurtenis', patroon: /glimwormcampagne/i, wie: zietCijfersVan(REGIO, HAARLEM) },
  { naam: 'aangeboden bestand', patroon: /krekelbestand/i, wie: zietCijfers(REGIO) },
  { naam: 'titel van een conceptpublicatie', patroon: /libellenevaluatie/i, wie: zietCijfers(REGIO) },
  { naam: 'getal van een conceptpublicatie', patroon: alsGetal(IN_CONCEPT), wie: zietCijfers(REGIO) },
  { naam: 'conceptdocument', patroon: /waterjufferbrief/i, wie: steltOp(REGIO) },
  { naam: 'waarheid achter een cijfer', patroon: alsGetal(WAARHEID), wie: zietCijfers(REGIO) },
  { naam: 'huishoudens achter een cijfer', patroon: alsGetal(HUISHOUDENS), wie: niemand },
  { naam: 'uitkomst uit interne cijfers', patroon: alsGetal(UITKOMST), wie: zietCijfers(REGIO) },
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
  await c.query(
    `insert into datalab.waarneming_bijdrager (waarneming_id, versie, huishoudens)
     select waarneming_id, versie, $1 from datalab.waarneming_versie where waarde = $2`,
    [HUISHOUDENS, HAARLEMCIJFER],
  );
  await voegCijferToe(c, [ZANDVOORT, 'Zandvoort'], ZANDVOORTCIJFER);
  await c.query(
    `insert into datalab.bevinding (code, regio, gemeente, klein, inhoud)
     select 'GEHEIM-1', regio, gemeente, true,
       jsonb_set(inhoud, '{titel}', '{"nl": "Waterspinmeting", "en": "Waterspinmeting"}')
     from datalab.bevinding where regio = $1 order by code limit 1`,
    [REGIO],
  );
}

/** B4.4: an evaluation of internal figures, answered: its result is as internal as they are. */
async function zaaiEvaluatie(c: Client): Promise<void> {
  const kant = { punten: 30, telling: null };
  const uitslag = {
    soort: 'beschrijvend',
    reden: 'te_weinig_na',
    voor: kant,
    na: kant,
    ontbrekend: 0,
    voorlopig: 0,
    afgerond: 0,
    ratio: { verhouding: UITKOMST, ondergrens: 1, bovengrens: null },
  };
  const r = await c.query(
    `with e as (insert into programma.evaluatie (id, regio, onderdeel_id, nummer, openbaarheid, reeks, inhoud,
         na_uitkomst, vastgelegd, door)
       select gen_random_uuid(), regio, onderdeel_id, 2, 'intern', 'voorbeeld intern', $2, false, now(), 'stelsel:proef'
       from programma.evaluatie where regio = $1 and nummer = 1 returning id)
     select id from e`,
    [REGIO, JSON.stringify(voorbeeldvraag('intern'))],
  );
  const id = (r.rows[0] as { id: string }).id;
  await c.query(
    `insert into programma.evaluatie_uitkomst values ($1, 'intern', $2, '[]', now(), 'stelsel:proef')`,
    [id, JSON.stringify(uitslag)],
  );
  await c.query(
    `insert into programma.evaluatie_stand values ($1, 'uitgevoerd', null, now(), 'stelsel:proef')`,
    [id],
  );
}

/** A warning that somebody works on, and an event that only who works with the figures may see. Gives their ids. */
async function zaaiSignalen(c: Client): Promise<{ waarschuwing: string; gebeurtenis: string }> {
  const w = await c.query<{ id: string }>(
    `insert into datalab.waarschuwing (regio, plaatssoort, plaats, plaatsnaam, indicator, definitieversie, bron_id, plek,
       meetperiode, methode, kant, sinds, periode, geteld, verwacht, loos_per_jaar, toestand, notitie, behandelaar,
       behandelaar_rol, gemaakt)
     select $1, 'regio', $1, 'Kennemerland', code, definitieversie, 'geheime-bron', 'proef', 'maand', 'farrington',
       'omhoog', '2025-11', '2025-12', 65, 24, 1.5, 'in_onderzoek', 'libellenotitie', gen_random_uuid(), 'datalab_analist', now()
     from datalab.indicator where code = 'vt_meldingen' order by definitieversie desc limit 1 returning id`,
    [REGIO],
  );
  const g = await c.query<{ id: string }>(
    `insert into datalab.gebeurtenis (regio, gemeente, datum, soort, tekst, bron, openbaar, gemaakt, door)
     values ($1, $2, '2025-03-01', 'campagne', 'Glimwormcampagne', 'Voorbeeld', false, now(), 'stelsel:proef')
     returning id`,
    [REGIO, HAARLEM],
  );
  return { waarschuwing: w.rows[0]?.id ?? '', gebeurtenis: g.rows[0]?.id ?? '' };
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

/** A release that was prepared and not approved, with a figure whose truth nobody else may see. */
async function zaaiPublicatie(c: Client): Promise<void> {
  const id = CONCEPTPUBLICATIE;
  await c.query(
    `insert into datalab.publicatie (id, regio, code, titel, toelichting, toestand, methode, basis, waarborg, bewezen)
     values ($1, $2, 'voorbeeldconcept', 'Libellenevaluatie', $3, 'concept', 'afronden', 5, 'veilig', true)`,
    [id, REGIO, ZOEKWOORD],
  );
  await c.query(
    `insert into datalab.publicatie_werk (publicatie_id, keuze, voorbereid_door, voorbereid, vraag, bekeken_tot)
     values ($1, $2, 'persoon:ander', now(), '{}', now())`,
    [
      id,
      JSON.stringify({
        regio: REGIO,
        titel: 'Libellenevaluatie',
        toelichting: '',
        indicatoren: ['vt_meldingen'],
        vanJaar: 2023,
        totEnMetJaar: 2023,
        niveaus: ['regio'],
        meetperioden: ['jaar'],
        methode: 'afronden',
      }),
    ],
  );
  await c.query(
    `insert into datalab.publicatie_cel (publicatie_id, naam, volgorde, indicator, definitieversie, plaatssoort, plaats,
       plaatsnaam, periode, van, tot, getoond, aard, nul_gevoelig)
     values ($1, 'c0', 0, 'vt_meldingen', 1, 'regio', $2, 'De regio', '2023', '2023-01-01', '2023-12-31', $3, 'gerond',
       false)`,
    [id, REGIO, IN_CONCEPT],
  );
  await c.query(`insert into datalab.publicatie_waarheid values ($1, 'c0', $2, null, null)`, [id, WAARHEID]);
}

/** A draft document on public figures, half written. */
async function zaaiDocument(c: Client): Promise<void> {
  await c.query(
    `insert into datalab.document (id, regio, code, soort, sjabloon, sjabloonversie, taal, titel, periode, toestand)
     values ($1, $2, 'voorbeelddocument', 'evaluatie', 'evaluatie-veilig-thuis', 1, 'nl', 'De waterjufferbrief', '2024', 'concept')`,
    [CONCEPTDOCUMENT, REGIO],
  );
  await c.query(
    `insert into datalab.document_werk (document_id, velden, ook_openbaar, gemaakt, gemaakt_door, gewijzigd, gewijzigd_door)
     values ($1, '{"oordeel_regio":"Een zin uit de waterjufferbrief."}', true, now(), 'persoon:ander', now(), 'persoon:ander')`,
    [CONCEPTDOCUMENT],
  );
}

/** Marks every draft and internal figure of the region; returns ids of what waits there. */
export async function zaai(
  p: Proef,
): Promise<{ inlezing: string; programmabestand: string; waarschuwing: string; gebeurtenis: string }> {
  return metClient(p.beheer, async c => {
    await voegConceptenToe(c);
    const aantal = await markeer(c, 'programma.onderdeel', 'onderdeel_id');
    if (aantal < 100) throw new Error(`maar ${aantal} onderdelen gemerkt`);
    await markeer(c, 'hulpaanbod.hulpaanbod', 'hulpaanbod_id');
    await markeer(c, 'zelfscan.zelfscan', 'zelfscan_id');
    await zaaiCijfers(c);
    await zaaiPublicatie(c);
    await zaaiDocument(c);
    await zaaiEvaluatie(c);
    const signalen = await zaaiSignalen(c);
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
    return {
      inlezing: inlezing.rows[0]?.id ?? '',
      programmabestand: bestand.rows[0]?.id ?? '',
      ...signalen,
    };
  });
}
