import type { Client } from 'pg';
import {
  accounts,
  ELDERS,
  niemand,
  type Vrager,
  werkt,
  zietCijfers,
  zietCijfersVan,
} from '../toegang-matrix/wie.ts';
import type { Merkboek } from './merken.ts';

/** One word to search for that stands in every draft. */
export const ZOEKWOORD = 'moerasdriehoekskruid';

type Waarde = string | number | boolean | null | Waarde[] | { [k: string]: Waarde };

/** The same content with words before every piece of prose; codes, dates and choices stay as they are. */
function merk(w: Waarde, woorden: string): Waarde {
  if (typeof w === 'string') return w.length > 12 && /\s/.test(w) ? `${woorden} ${w}` : w;
  if (Array.isArray(w)) return w.map(x => merk(x, woorden));
  if (w && typeof w === 'object')
    return Object.fromEntries(Object.entries(w).map(([k, x]) => [k, merk(x, woorden)]));
  return w;
}

interface Rij {
  id: string;
  versie: number;
  regio: string;
  soort: string;
  code: string;
  inhoud: Waarde;
}

/** A next, unpublished version of everything in a table of items, with a mark of its own each. */
async function markeer(c: Client, boek: Merkboek, tabel: string, kolommen: string): Promise<number> {
  const sleutel = `${tabel.split('.')[1]}_id`;
  const { rows } = await c.query<Rij>(
    `select o.id, o.versie, o.regio, ${kolommen}, v.inhoud from ${tabel} o join ${tabel}_versie v
     on v.${sleutel} = o.id and v.versie = o.versie where v.inhoud is not null order by 3, 4, 5`,
  );
  for (const r of rows) {
    const plek = `${r.regio}|${r.soort}|${r.code}`;
    const woord = boek.woord({ naam: `concept ${plek}`, wie: werkt(r.regio), sleutel: plek, door: null });
    await c.query(
      `insert into ${tabel}_versie (${sleutel}, versie, inhoud, geldig_vanaf, vastgelegd, door, reden)
       values ($1, $2, $3, current_date, now(), 'stelsel:proef', $4)`,
      [r.id, r.versie + 1, JSON.stringify(merk(r.inhoud, `${woord} ${ZOEKWOORD}`)), `reden ${woord}`],
    );
    await c.query(`update ${tabel} set versie = versie + 1 where id = $1`, [r.id]);
  }
  return rows.length;
}

/** Puts an unpublished version on top of everything that has a working version. */
export async function zaaiConcepten(c: Client, boek: Merkboek): Promise<void> {
  const aantal = await markeer(c, boek, 'programma.onderdeel', 'o.soort, o.code');
  if (aantal < 300) throw new Error(`maar ${aantal} onderdelen gemerkt`);
  await markeer(c, boek, 'hulpaanbod.hulpaanbod', "'hulpaanbod' as soort, o.code");
  await markeer(c, boek, 'zelfscan.zelfscan', "'zelfscan' as soort, '' as code");
}

/** A municipality of a region, as test material. */
export interface Gemeente {
  code: string;
  naam: string;
  slug: string;
  regio: string;
}

export async function listGemeenten(c: Client): Promise<Gemeente[]> {
  const { rows } = await c.query<Gemeente>(
    `select distinct on (code) code, naam, slug, regio from datalab.gemeente
     where regio is not null and geldig_tot is null order by code`,
  );
  return rows;
}

async function zaaiCijfer(c: Client, plaats: { regio: string; gemeente: Gemeente | null }, waarde: number) {
  const g = plaats.gemeente;
  const r = await c.query(
    `with w as (insert into datalab.waarneming (id, plaatssoort, plaats, plaatsnaam, regio, gemeente, periode,
         periodetekst, van, tot, indicator, definitieversie, bron_id, plek, openbaarheid)
       select gen_random_uuid(), $1, $2, $3, $4, $5, '2025', '2025', '2025-01-01', '2025-12-31', code,
         definitieversie, 'geheim-' || $4, 'proef', 'intern'
       from datalab.indicator where code = 'vt_meldingen' order by definitieversie desc limit 1 returning id)
     insert into datalab.waarneming_versie (waarneming_id, versie, waarde, eenheid, voorlopig, overgenomen,
       vastgelegd, door, reden)
     select id, 1, $6, 'aantal', false, current_date, now(), 'stelsel:proef', 'proef' from w`,
    [
      g ? 'gemeente' : 'regio',
      g?.code ?? plaats.regio,
      g?.naam ?? plaats.regio,
      plaats.regio,
      g?.code,
      waarde,
    ],
  );
  if (r.rowCount !== 1) throw new Error(`cijfer niet gezaaid: ${waarde}`);
}

/** Who sees an internal figure: of the whole region, or of one municipality too. A4.2. */
const zietHier = (regio: string, gemeenten: readonly Gemeente[]) => (v: Vrager) =>
  gemeenten.some(g => zietCijfersVan(regio, g.code)(v));

/** Internal figures of every region and municipality, with their source, a finding and an offered file. */
export async function zaaiCijfers(c: Client, boek: Merkboek, gemeenten: readonly Gemeente[]): Promise<void> {
  for (const regio of new Set(gemeenten.map(g => g.regio))) {
    const hier = gemeenten.filter(g => g.regio === regio);
    const bij = (naam: string, wie: (v: Vrager) => boolean) => ({ naam, wie, sleutel: null, door: null });
    const bron = boek.woord(bij(`titel van een interne bron van ${regio}`, zietHier(regio, hier)));
    await c.query(
      `insert into datalab.bron (id, titel, van, regio, openbaar) values ($1, $2, 'Voorbeeld', $3, false)`,
      [`geheim-${regio}`, `Register ${bron}`, regio],
    );
    const som = boek.getal(bij(`intern cijfer van ${regio}`, zietCijfers(regio)));
    await zaaiCijfer(c, { regio, gemeente: null }, som);
    for (const gemeente of hier) {
      const wie = zietCijfersVan(regio, gemeente.code);
      await zaaiCijfer(c, { regio, gemeente }, boek.getal(bij(`intern cijfer van ${gemeente.naam}`, wie)));
    }
    const klein = boek.woord(bij(`bevinding over een kleine telling in ${regio}`, zietCijfers(regio)));
    await c.query(
      `insert into datalab.bevinding (code, regio, gemeente, klein, inhoud)
       select 'GEHEIM-' || $1, $1, gemeente, true, jsonb_set(inhoud, '{titel}', $2)
       from datalab.bevinding order by code limit 1`,
      [regio, JSON.stringify({ nl: `Meting ${klein}`, en: `Measurement ${klein}` })],
    );
    const bestand = boek.woord(bij(`aangeboden bestand van ${regio}`, zietCijfers(regio)));
    await c.query(
      `insert into datalab.inlezing (id, regio, bestandsnaam, toestand, tabel, keuzes, door, gemaakt)
       values (gen_random_uuid(), $1, $2, 'proef', $3, $4, 'stelsel:proef', now())`,
      [regio, `${bestand}.csv`, JSON.stringify(TABEL), JSON.stringify(KEUZES)],
    );
    const wacht = boek.woord(bij(`wachtend programmabestand van een ander in ${regio}`, niemand));
    await c.query(
      `insert into programma.inlezing (id, regio, persoon_id, inhoud, stand, gemaakt)
       select gen_random_uuid(), $1, gen_random_uuid(), $2, 'x', now()`,
      [regio, JSON.stringify({ regio: { naam: wacht } })],
    );
  }
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

/** What the access room can do for us: invite somebody. */
interface Uitnodiger {
  nodigEersteUit(u: {
    naam: string;
    adres: string;
    rol: 'lezer';
    regio: string;
    organisatie: string;
  }): Promise<string>;
}

/** Invented people with a marked name, address and organisation in every region; their link is for nobody here. */
export async function zaaiMensen(
  kamer: Uitnodiger,
  boek: Merkboek,
  regios: readonly string[],
): Promise<void> {
  for (const regio of regios) {
    const beheert = (v: Vrager) => accounts(v) && regio in v.gebied;
    const bij = (naam: string) => ({
      naam: `${naam} in ${regio}`,
      wie: beheert,
      sleutel: null,
      door: null,
      inPost: true,
    });
    for (const nr of [1, 2]) {
      const link = await kamer.nodigEersteUit({
        naam: `Voorbeeld ${boek.woord(bij(`naam van mens ${nr}`))}`,
        adres: `${boek.woord(bij(`adres van mens ${nr}`))}@voorbeeld.invalid`,
        organisatie: `Organisatie ${boek.woord(bij(`organisatie van mens ${nr}`))}`,
        rol: 'lezer',
        regio,
      });
      const code = new URL(link).pathname.split('/').at(-1) ?? '';
      boek.geheim(code, { ...bij('uitnodiging'), wie: niemand });
    }
  }
}

/** Names and addresses of the people of elsewhere, who are no demonstration accounts. */
export function zaaiElders(boek: Merkboek, vragers: readonly Vrager[]): void {
  for (const v of vragers.filter(x => x.naam.endsWith('_elders'))) {
    const wie = (x: Vrager) => x.naam === v.naam || (accounts(x) && ELDERS in x.gebied);
    const bij = (naam: string) => ({
      naam: `${naam} van ${v.naam}`,
      wie,
      sleutel: null,
      door: null,
      inPost: true,
    });
    boek.geheim(`Voorbeeld Elders ${v.rol}`, bij('naam'));
    boek.geheim(`${v.rol}.elders@voorbeeld.invalid`, bij('adres'));
  }
}
