import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { plek as casusplek, nummerindex } from '#modules/casus/usecases/geheim.ts';
import { zoektermenVan } from '#modules/gezin/domain/zoektermen.ts';
import { bekend, LEGE_GEGEVENS, type Persoonsgegevens } from '#modules/gezin/index.ts';
import { blind, plek as gezinsplek } from '#modules/gezin/usecases/geheim.ts';
import { maakGezin, PLAATSEN, type Voorbeeldgezin, type Voorbeeldpersoon } from '#modules/simulatie/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';

/** What of `pg.Client` the loader needs. */
interface Verbinding {
  query(tekst: string, waarden?: unknown[]): Promise<{ rows: unknown[] }>;
}

export interface Omvang {
  huishoudens: number;
  zaad: number;
  vandaag: Temporal.PlainDate;
  /** People with an account, who get a caseload too; without them everybody is invented. */
  eigen?: { organisatie: string; professionals: string[] };
  /** How many of the files, counted from the first, have their people in the blind indexes. */
  vindbaar?: number;
}
export interface Lading {
  organisatie: string;
  professionals: string[];
  /** Per professional the files with an open relation. */
  dossiers: Map<string, string[]>;
  /** Keys that closed the data; each is used for many persons, other than in the product. */
  sleutels: string[];
  personen: number;
}

/** Open relations per professional, about a full caseload. */
const CASELAST = 30;
const PARTIJ = 1000;
/** After so many families the database gets its next statement. */
const ADEM = 10;
const REGIO = 'kennemerland';
/** One key per person would be a file per person: the measurement is of reading, not of making keys. */
const SLEUTELS = 500;

/** One table to be filled: its columns with their types, and rows as columns. */
class Kolommen {
  readonly tabel: string;
  private readonly kolommen: Record<string, string>;
  private readonly waarden: unknown[][];
  constructor(tabel: string, kolommen: Record<string, string>) {
    this.tabel = tabel;
    this.kolommen = kolommen;
    this.waarden = Object.keys(kolommen).map(() => []);
  }
  voegToe(...rij: unknown[]): void {
    for (const [i, w] of rij.entries()) this.waarden[i]?.push(w);
  }
  async schrijf(c: Verbinding): Promise<void> {
    const namen = Object.keys(this.kolommen);
    const lijst = Object.values(this.kolommen).map((type, i) => `$${i + 1}::${type}[]`);
    await c.query(
      `insert into ${this.tabel} (${namen.join(', ')}) select * from unnest(${lijst.join(', ')})`,
      this.waarden,
    );
    for (const w of this.waarden) w.length = 0;
  }
}

const tafels = () => ({
  dossier: new Kolommen('toegang.dossier', {
    id: 'uuid',
    regio: 'text',
    organisatie_id: 'uuid',
    aangelegd_op: 'date',
  }),
  relatie: new Kolommen('toegang.relatie', {
    id: 'uuid',
    persoon_id: 'uuid',
    organisatie_id: 'uuid',
    dossier_id: 'uuid',
    doel: 'text',
    grond: 'text',
    aanleiding: 'text',
    van: 'date',
    tot: 'date',
  }),
  casus: new Kolommen('casus.casus', {
    id: 'uuid',
    regio: 'text',
    organisatie_id: 'uuid',
    nummer: 'text',
    nummer_index: 'bytea',
    fase: 'text',
    gemeente: 'text',
    taak: 'text',
    geopend_op: 'date',
    laatste_wijziging: 'date',
  }),
  sleutel: new Kolommen('casus.sleutel', {
    casus_id: 'uuid',
    organisatie_id: 'uuid',
    bewaarklasse: 'text',
    sleutel_id: 'text',
  }),
  notitie: new Kolommen('casus.notitie', {
    id: 'uuid',
    casus_id: 'uuid',
    organisatie_id: 'uuid',
    soort: 'text',
    over_dag: 'date',
    inhoud: 'bytea',
    door: 'uuid',
  }),
  betrokkene: new Kolommen('toegang.betrokkene', { id: 'uuid', regio: 'text', organisatie_id: 'uuid' }),
  persoon: new Kolommen('gezin.persoon', {
    id: 'uuid',
    regio: 'text',
    organisatie_id: 'uuid',
    sleutel_id: 'text',
    gegevens: 'bytea',
    geslacht: 'text',
    gemeente: 'text',
    laatste_wijziging: 'date',
  }),
  betrokkenheid: new Kolommen('toegang.betrokkenheid', {
    dossier_id: 'uuid',
    betrokkene_id: 'uuid',
    van: 'date',
  }),
  huishouden: new Kolommen('gezin.huishouden', {
    id: 'uuid',
    dossier_id: 'uuid',
    regio: 'text',
    organisatie_id: 'uuid',
    gemeente: 'text',
    van: 'date',
  }),
  huishoudlid: new Kolommen('gezin.huishoudlid', {
    id: 'uuid',
    huishouden_id: 'uuid',
    persoon_id: 'uuid',
    rol: 'text',
    van: 'date',
  }),
  zoekterm: new Kolommen('gezin.zoekterm', { persoon_id: 'uuid', soort: 'text', term: 'bytea' }),
});
type Tafels = ReturnType<typeof tafels>;

/** People who work, as the application reads them; they share a key. */
async function voegMensenToe(c: Verbinding, kluis: Kluis, ids: readonly string[]): Promise<void> {
  const sleutel = await kluis.nieuweSleutel('persoon');
  const t = new Kolommen('toegang.persoon', {
    id: 'uuid',
    naam: 'bytea',
    email: 'bytea',
    email_index: 'bytea',
    sleutel_id: 'text',
  });
  for (const [i, id] of ids.entries()) {
    const adres = `medewerker${i}@voorbeeld.invalid`;
    const sluit = (kolom: 'naam' | 'email', tekst: string) =>
      kluis.versleutel(sleutel, tekst, { tabel: 'toegang.persoon', kolom, rij: id });
    const naam = sluit('naam', `Verzonnen Medewerker ${i}`);
    t.voegToe(id, naam, sluit('email', adres), kluis.blindeIndex('email', adres), sleutel);
  }
  await t.schrijf(c);
}

async function maakProfessionals(
  c: Verbinding,
  kluis: Kluis,
  aantal: number,
  vandaag: string,
  eigen: Omvang['eigen'],
): Promise<[string, string[]]> {
  const organisatie = eigen?.organisatie ?? randomUUID();
  if (!eigen)
    await c.query(
      `insert into toegang.organisatie (id, naam, soort, regio) values ($1, 'Voorbeeld Veilig Thuis', 'veilig_thuis', $2)`,
      [organisatie, REGIO],
    );
  const ids = Array.from({ length: aantal }, () => randomUUID());
  await voegMensenToe(c, kluis, ids);
  await c.query(
    `insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, van)
     select gen_random_uuid(), id, $2, 'professional', $3, $4 from unnest($1::uuid[]) id`,
    [ids, organisatie, REGIO, vandaag],
  );
  return [
    organisatie,
    [...(eigen?.professionals ?? []), ...ids].slice(0, Math.max(aantal, eigen?.professionals.length ?? 0)),
  ];
}

interface Plek {
  kluis: Kluis;
  sleutels: string[];
  /** The file's own key, for who will write in it. */
  eigenSleutel: string | null;
  organisatie: string;
  wie: string;
  dossier: string;
  vindbaar: boolean;
}

const gegevensVan = (lid: Voorbeeldpersoon): Persoonsgegevens => ({
  ...LEGE_GEGEVENS,
  voornamen: bekend(lid.voornamen),
  achternaam: bekend(lid.achternaam),
  geboortedatum: bekend({
    jaar: lid.geboortedatum.year,
    maand: lid.geboortedatum.month,
    dag: lid.geboortedatum.day,
  }),
});

function voegTermenToe(t: Tafels, kluis: Kluis, persoon: string, gegevens: Persoonsgegevens): void {
  for (const term of zoektermenVan({ gegevens, adressen: [], bsn: null })) {
    const b = blind(kluis, term);
    t.zoekterm.voegToe(persoon, b.soort, b.term);
  }
}

function voegPersonenToe(t: Tafels, g: Voorbeeldgezin, p: Plek, huishouden: string): void {
  const dag = g.geopendOp.toString();
  for (const [i, lid] of g.leden.entries()) {
    const id = randomUUID();
    const sleutel = p.sleutels[(g.nummer + i) % p.sleutels.length] ?? '';
    const open = gegevensVan(lid);
    const gegevens = p.kluis.versleutel(sleutel, JSON.stringify(open), gezinsplek.gegevens(id));
    if (p.vindbaar) voegTermenToe(t, p.kluis, id, open);
    t.betrokkene.voegToe(id, REGIO, p.organisatie);
    t.persoon.voegToe(id, REGIO, p.organisatie, sleutel, gegevens, lid.geslacht, g.gemeente, dag);
    t.betrokkenheid.voegToe(p.dossier, id, dag);
    t.huishoudlid.voegToe(randomUUID(), huishouden, id, lid.rol, dag);
  }
}

function voegGezinToe(t: Tafels, g: Voorbeeldgezin, p: Plek): void {
  const dag = g.geopendOp.toString();
  const huishouden = randomUUID();
  const laatst =
    g.notities
      .map(n => n.overDag.toString())
      .sort()
      .at(-1) ?? dag;
  // Ten years earlier, so that no number of the demonstration is taken.
  const nummer = `${g.geopendOp.year - 10}-${String(g.nummer % 1_000_000).padStart(6, '0')}`;
  t.dossier.voegToe(p.dossier, REGIO, p.organisatie, dag);
  t.relatie.voegToe(
    randomUUID(),
    p.wie,
    p.organisatie,
    p.dossier,
    'regie',
    'wmo_4_1_1',
    'toewijzing',
    dag,
    null,
  );
  t.casus.voegToe(
    p.dossier,
    REGIO,
    p.organisatie,
    nummer,
    nummerindex(p, nummer),
    g.fase,
    g.gemeente,
    g.taak,
    dag,
    laatst,
  );
  if (p.eigenSleutel) t.sleutel.voegToe(p.dossier, p.organisatie, 'dossier', p.eigenSleutel);
  t.huishouden.voegToe(huishouden, p.dossier, REGIO, p.organisatie, g.gemeente, dag);
  voegPersonenToe(t, g, p, huishouden);
  for (const n of g.notities) {
    const id = randomUUID();
    const sleutel = p.eigenSleutel ?? p.sleutels[g.nummer % p.sleutels.length] ?? '';
    const inhoud = p.kluis.versleutel(sleutel, n.tekst, casusplek.notitie(id, 1));
    t.notitie.voegToe(id, p.dossier, p.organisatie, 'contact', n.overDag.toString(), inhoud, p.wie);
  }
}

/**
 * Loads without what guards each row (keys to other tables, and indexes that are not keys), which for invented data that
 * fits together costs most of the time; the indexes are made afterwards, all at once.
 */
async function zonderWachters<T>(c: Verbinding, werk: () => Promise<T>): Promise<T> {
  const { rows } = await c.query(
    `select format('%I.%I', x.schemaname, x.indexname) naam, x.indexdef maak from pg_indexes x
     where x.schemaname || '.' || x.tablename = any ($1)
       and not exists (select from pg_constraint k where k.conindid = format('%I.%I', x.schemaname, x.indexname)::regclass)`,
    [Object.values(tafels()).map(t => t.tabel)],
  );
  const indexen = rows as { naam: string; maak: string }[];
  await c.query('set session_replication_role = replica');
  for (const i of indexen) await c.query(`drop index ${i.naam}`);
  try {
    return await werk();
  } finally {
    await c.query("set maintenance_work_mem = '512MB'");
    for (const i of indexen) await c.query(i.maak);
    await c.query('reset session_replication_role');
  }
}

/** Fills a migrated database with invented families, by its administrator, whom row security does not bind. */
export const laadGezinnen = (
  c: Verbinding,
  kluis: Kluis,
  o: Omvang,
  meld: (gedaan: number) => void,
): Promise<Lading> => zonderWachters(c, () => laad(c, kluis, o, meld));

/** Takes over the rows that stand ready and writes them as one transaction. */
async function schrijfPartij(c: Verbinding, t: Tafels): Promise<void> {
  await c.query('begin');
  for (const tafel of Object.values(t)) await tafel.schrijf(c);
  await c.query('commit');
}

async function laad(c: Verbinding, kluis: Kluis, o: Omvang, meld: (gedaan: number) => void): Promise<Lading> {
  const aantal = Math.ceil(o.huishoudens / CASELAST);
  const vandaag = o.vandaag.toString();
  const [organisatie, professionals] = await maakProfessionals(c, kluis, aantal, vandaag, o.eigen);
  const sleutels: string[] = [];
  for (let i = 0; i < SLEUTELS; i++) sleutels.push(await kluis.nieuweSleutel('persoon'));
  const dossiers = new Map(professionals.map(wie => [wie, [] as string[]]));
  // While the database takes one lot, the next is made.
  const tafelparen = [tafels(), tafels()] as const;
  let onderweg: Promise<void> = Promise.resolve();
  let personen = 0;
  const plaatsen = PLAATSEN[REGIO] ?? [];
  for (let nummer = 0; nummer < o.huishoudens; nummer++) {
    const t = tafelparen[Math.floor(nummer / PARTIJ) % 2 === 0 ? 0 : 1];
    const g = maakGezin(o.zaad, nummer, o.vandaag, plaatsen);
    const wie = professionals[nummer % professionals.length] ?? '';
    const dossier = randomUUID();
    dossiers.get(wie)?.push(dossier);
    const vindbaar = nummer < (o.vindbaar ?? 0);
    const eigenSleutel = o.eigen?.professionals.includes(wie) ? await kluis.nieuweSleutel('dossier') : null;
    voegGezinToe(t, g, { kluis, sleutels, eigenSleutel, organisatie, wie, dossier, vindbaar });
    personen += g.leden.length;
    if (nummer % ADEM === 0) await setImmediate();
    if ((nummer + 1) % PARTIJ === 0 || nummer + 1 === o.huishoudens) {
      await onderweg;
      onderweg = schrijfPartij(c, t);
      // It is awaited in its turn; a failure must not end the process before it can clean up.
      onderweg.catch(() => {});
      meld(nummer + 1);
    }
  }
  await onderweg;
  await c.query('analyze');
  return { organisatie, professionals, dossiers, sleutels, personen };
}
