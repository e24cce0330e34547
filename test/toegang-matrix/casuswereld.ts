import { Client } from 'pg';
import { maakPolitievelden } from '#modules/casus/testing/politieproef.ts';
import { maakContactvelden } from '#modules/gezin/testing/contactproef.ts';
import { geefRelatie } from '#modules/toegang/index.ts';
import { maakBladeraar } from '#modules/toegang/testing/bladeraar.ts';
import { GOED_WACHTWOORD } from '#modules/toegang/testing/mensen.ts';
import { metActor } from '#platform/db/index.ts';
import type { Proef } from '../proef/index.ts';
import { Merkboek } from '../wandeling/merken.ts';
import { leesFeiten } from './feiten.ts';
import { type Lijf, stuur, vraag } from './geval.ts';
import type { Huis } from './huis.ts';
import { ELDERS, REGIO, type Vrager } from './wie.ts';
import { type Doel, type Feiten, magZien, type Plek, type Werker } from './wie-casus.ts';

const TEAM = 'Voorbeeld Wandelteam';
const BUUR = 'Voorbeeld Buurtteam';
const VER = 'Voorbeeld Team Elders';
export const DAG = '1-3-2026';
export const NOODREDEN = 'Het kind is nu alleen thuis en bang, dit kan niet wachten';

/** Who walks through files: each a case of its own in the predicate. */
const MENSEN = {
  intaker: ['intaker', TEAM],
  leider: ['teamleider', TEAM],
  behandelaar: ['professional', TEAM],
  bijzonder: ['professional', TEAM],
  partij: ['professional', TEAM],
  bewaarder: ['professional', TEAM],
  geweerd: ['professional', TEAM],
  geweest: ['professional', TEAM],
  vreemde: ['professional', TEAM],
  functionaris: ['privacyfunctionaris', TEAM],
  overlegger: ['professional', BUUR],
  noodlezer: ['professional', BUUR],
  buurleider: ['teamleider', BUUR],
  verweg: ['intaker', VER],
} as const satisfies Record<string, readonly [rol: Werker['rol'], organisatie: string]>;
export type Wiewerkt = keyof typeof MENSEN;

/** One invented family and what was put in its file. */
export interface Gezin {
  id: string;
  nummer: string;
  ouder: string;
  kind: string;
  notitie: string;
  gedeeld: string;
  document: string;
  /** The record of the police; '' where there is none. */
  politie: string;
}

export interface Casuswereld {
  werkers: Record<Wiewerkt, Werker>;
  gezinnen: { een: Gezin; twee: Gezin; buur: Gezin; ver: Gezin };
  boek: Merkboek;
  /** Every mark and every number, with the places where it stands. */
  plekken: Map<string, Plek[]>;
  /** The facts of now, read behind row security: bare rows, no policy. */
  ververs(): Promise<void>;
  feiten(): Feiten;
  /** A new mark for something that was typed into this place. */
  merk(p: Plek): string;
  /** A new mark of which the place is not known yet: nobody may see it. */
  merkZonderPlek(): string;
  magEen(plekken: readonly Plek[], v: Vrager): boolean;
  /** One more family in the region, with relations of every kind and every part filled. */
  zaaiNogEens(): Promise<Gezin>;
  query<T extends object>(sql: string, waarden?: unknown[]): Promise<T[]>;
  stop(): Promise<void>;
}

type Velden = Record<string, string>;

/** One person with one role, invited and signed in as anybody would be. */
async function maakWerker(huis: Huis, c: Client, naam: Wiewerkt, nr: number): Promise<Werker> {
  const [rol, organisatienaam] = MENSEN[naam];
  const regio = organisatienaam === VER ? ELDERS : REGIO;
  const adres = `${naam}.werkt@voorbeeld.invalid`;
  const link = await huis.kamer.nodigEersteUit({
    naam: `Werker ${naam}`,
    adres,
    rol,
    regio,
    organisatie: organisatienaam,
  });
  const b = maakBladeraar(huis.app, { herkomst: `2001:db8:ca5::${nr}`, basis: 'http://localhost' });
  const velden = { wachtwoord: GOED_WACHTWOORD, nogEens: GOED_WACHTWOORD };
  const r = await b.vulIn(new URL(link).pathname, velden);
  if (r.status !== 303) throw new Error(`${adres}: uitnodiging gaf ${r.status}`);
  const aan = await b.meldAan(adres, GOED_WACHTWOORD);
  if (aan.status !== 303) throw new Error(`${adres}: aanmelden gaf ${aan.status}`);
  const token = /name="_csrf" value="([^"]+)"/.exec(await (await b.haal('/account')).text())?.[1] ?? '';
  const sessies = [...b.potje.values()].map(w => decodeURIComponent(w).split('.')[0]);
  const { rows } = await c.query<{ persoon: string; organisatie: string }>(
    `select p.id as persoon, l.organisatie_id as organisatie from aanmelden.session s
     join toegang.persoon p on p.aanmeld_id = s."userId" or p.id::text = s."userId"
     join toegang.lidmaatschap l on l.persoon_id = p.id where s.token = any ($1)`,
    [sessies],
  );
  const er = rows[0];
  if (!er || token === '') throw new Error(`${adres} is niet aangemeld`);
  const koekje = [...b.potje].map(([n, w]) => `${n}=${w}`).join('; ');
  return { naam, rol, gebied: { [regio]: '' }, koekje, token, regio, ...er };
}

/** Fills the files through the pages, as people would; every text carries a mark of its own. */
class Zaaier {
  readonly w: Record<Wiewerkt, Werker>;
  readonly vandaag: Temporal.PlainDate;
  readonly #huis: Huis;
  readonly #merk: (p: Plek) => string;

  constructor(huis: Huis, w: Record<Wiewerkt, Werker>, merk: (p: Plek) => string) {
    this.w = w;
    this.vandaag = huis.vandaag;
    this.#huis = huis;
    this.#merk = merk;
  }

  async doe(v: Vrager, pad: string, velden: Lijf): Promise<string> {
    const r = await stuur(this.#huis.app, v, pad, velden);
    const naar = r.headers.get('location') ?? '';
    if (r.status !== 303) {
      const kaal = (await r.text()).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
      throw new Error(`${v.naam} POST ${pad}: ${r.status} ${kaal.slice(0, 1500)}`);
    }
    return naar;
  }

  async lees(v: Vrager, pad: string): Promise<string> {
    return (await vraag(this.#huis.app, v, pad)).text();
  }

  /** Marks are made before the id is known, so their place is filled in afterwards. */
  async legAan(wie: Werker): Promise<Gezin> {
    const plek: Plek = { dossier: '', deel: 'gezin' };
    const melderplek: Plek = { dossier: '', deel: 'melder' };
    const geheimplek: Plek = { dossier: '', deel: 'geheim_adres' };
    const [ouder, kind] = [this.#merk(plek), this.#merk(plek)];
    const naar = await this.doe(wie, '/casus/nieuw', {
      taak: wie.organisatie === this.w.overlegger.organisatie ? 'wmo' : 'veilig_thuis',
      gemeente: wie.regio === REGIO ? 'GM0392' : 'GM0361',
      persoon1_voornaam: 'Vera',
      persoon1_achternaam: ouder,
      persoon1_geboren: '3-11-1988',
      persoon1_rol: 'volwassene',
      persoon2_voornaam: 'Kees',
      persoon2_achternaam: kind,
      persoon2_geboren: '2016',
      persoon2_rol: 'kind',
      anonimiteit: 'anoniem_voor_gezin',
      meldergrond: 'gevaar_melder',
      melder_naam: `Mia ${this.#merk(melderplek)}`,
      geheim_persoon: '1',
      geheim_straat: `${this.#merk(geheimplek)}hof`,
      geheim_plaats: 'Voorbeeldstad',
    });
    const id = /\/casus\/([0-9a-f-]{36})/.exec(naar)?.[1] ?? '';
    Object.assign(plek, { dossier: id });
    Object.assign(melderplek, { dossier: id });
    Object.assign(geheimplek, { dossier: id });
    const html = await this.lees(wie, `/casus/${id}`);
    const persoon = (naam: string) =>
      new RegExp(`/gezin/personen/([0-9a-f-]{36})[^>]*>[^<]*${naam}`, 'i').exec(html)?.[1] ?? '';
    const nummer = /20\d\d-\d{6}/.exec(html)?.[0] ?? '';
    return {
      id,
      nummer,
      ouder: persoon(ouder),
      kind: persoon(kind),
      notitie: '',
      gedeeld: '',
      document: '',
      politie: '',
    };
  }

  async notitie(v: Werker, g: Gezin, gedeeld: boolean): Promise<string> {
    const plek: Plek = { dossier: g.id, deel: 'notitie', organisatie: v.organisatie, id: '' };
    const woord = this.#merk(plek);
    const inhoud = `Voorbeeldgesprek ${woord}`;
    await this.doe(v, `/casus/${g.id}/notities`, { soort: 'contact', over_dag: DAG, inhoud });
    const html = await this.lees(v, `/casus/${g.id}`);
    const id = /\/notities\/([0-9a-f-]{36})/.exec(html.slice(html.indexOf(woord)))?.[1] ?? '';
    Object.assign(plek, { id });
    if (gedeeld)
      await this.doe(v, `/casus/${g.id}/notities/${id}/deel`, { _doe: 'deel', grond: 'wmo_5_3_3' });
    return id;
  }

  async document(v: Werker, g: Gezin): Promise<string> {
    const plek: Plek = { dossier: g.id, deel: 'document', organisatie: v.organisatie, id: '' };
    const bestand = new File([`Verslag ${this.#merk(plek)}.`], `${this.#merk(plek)}.txt`, {
      type: 'text/plain',
    });
    await this.doe(v, `/casus/${g.id}/documenten`, { bestand });
    const html = await this.lees(v, `/casus/${g.id}`);
    const id = /\/documenten\/([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
    Object.assign(plek, { id });
    return id;
  }

  /** Address, safe contact, notes and a document of the file, by who writes in it. */
  async vul(v: Werker, g: Gezin): Promise<void> {
    const gezin: Plek = { dossier: g.id, deel: 'gezin' };
    const mag = { bellen: 'ja', schrijven: 'nee', mailen: 'onbekend' } as const;
    const wanneer = { bellen_wanneer: `Bel overdag ${this.#merk(gezin)}` };
    await this.doe(v, `/gezin/personen/${g.ouder}/contact`, maakContactvelden(mag, wanneer));
    await this.doe(v, `/gezin/personen/${g.ouder}/adressen`, {
      ...adres(this.#merk(gezin)),
      soort: 'woon',
    });
    g.notitie = await this.notitie(v, g, false);
    g.gedeeld = await this.notitie(v, g, true);
    g.document = await this.document(v, g);
  }

  /** The parts with a rule of their own. */
  async vulBijzonder(v: Werker, g: Gezin): Promise<void> {
    const politie = `Mutatie ${this.#merk({ dossier: g.id, deel: 'politie' })}`;
    await this.doe(
      v,
      `/casus/${g.id}/politie`,
      maakPolitievelden({ over_dag: DAG, ontvangen_op: DAG, inhoud: politie }),
    );
    const html = await this.lees(v, `/casus/${g.id}`);
    g.politie = /\/politie\/([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
    await this.doe(v, `/gezin/personen/${g.ouder}/geheim-adres`, {
      ...adres(this.#merk({ dossier: g.id, deel: 'geheim_adres' })),
      soort: 'woon',
      dossier: g.id,
    });
    for (const partij of [g.ouder, g.kind]) {
      const inhoud = `Verklaart ${this.#merk({ dossier: g.id, deel: 'verklaring', partij })}`;
      await this.doe(this.w.intaker, `/casus/${g.id}/verklaringen`, { partij, over_dag: DAG, inhoud });
    }
  }

  async concept(v: Werker, g: Gezin): Promise<void> {
    const inhoud = `Half ${this.#merk({ dossier: g.id, deel: 'concept', van: v.persoon })}`;
    await this.doe(v, `/casus/${g.id}/notities`, { soort: '', over_dag: '', inhoud, _doe: 'concept' });
  }

  async nood(v: Werker, g: Gezin): Promise<void> {
    const reden = `${NOODREDEN} ${this.#merk({ dossier: g.id, deel: 'noodreden', van: v.persoon })}`;
    await this.doe(v, '/casus/noodtoegang', { wijze: 'nummer', nummer: g.nummer, reden });
  }

  async geef(g: Gezin, aan: Wiewerkt, doel: Doel, grond = 'wmo_veilig_thuis'): Promise<void> {
    const collega = `${this.w[aan].persoon}|${this.w[aan].organisatie}`;
    await this.doe(this.w.leider, `/casus/verdelen/${g.id}`, { collega, doel, grond });
  }
}

const adres = (straat: string): Velden => ({
  straat: `${straat}laan`,
  nummer: '1',
  postcode: '2011 AA',
  plaats: 'Haarlem',
  van: DAG,
});

/** What no page gives yet goes through the use case, as the person who may do it. */
async function geefVerder(p: Proef, z: Zaaier, g: Gezin): Promise<void> {
  const vandaag = z.vandaag;
  const { intaker, leider, overlegger, partij } = z.w;
  const gift = (door: Werker, aan: Werker, meer: Partial<Parameters<typeof geefRelatie>[1]>) =>
    metActor(p.app.db, { soort: 'persoon', id: door.persoon }, vandaag, async tx => {
      const r = await geefRelatie(tx, {
        dossierId: g.id,
        persoonId: aan.persoon,
        organisatieId: aan.organisatie,
        doel: 'behandeling',
        grond: 'wmo_veilig_thuis',
        aanleiding: 'toewijzing',
        ...meer,
      });
      if (!r.ok) throw new Error(`relatie voor ${aan.naam}: ${r.weigering.code}`);
    });
  const tot = vandaag.add({ days: 14 }).toString();
  await gift(intaker, overlegger, { doel: 'overleg', aanleiding: 'overleg', grond: 'wmo_medewerking', tot });
  await gift(leider, partij, { namens: g.kind });
}

/** Gives the relations of the first file, ends one and blocks one. */
async function zaaiRelaties(p: Proef, z: Zaaier, g: Gezin): Promise<void> {
  for (const wie of ['behandelaar', 'bijzonder', 'geweerd', 'geweest'] as const)
    await z.geef(g, wie, 'behandeling');
  await z.geef(g, 'bijzonder', 'melder', 'wmo_melder');
  await z.geef(g, 'bewaarder', 'geheim_adres', 'veiligheid');
  await z.geef(g, 'bijzonder', 'politie', 'bpg_4_2');
  // Who has the direction too, so that somebody may give police information on.
  await z.geef(g, 'intaker', 'politie', 'bpg_4_2');
  await z.geef(g, 'bijzonder', 'geheim_adres', 'veiligheid');
  await geefVerder(p, z, g);
  const html = await z.lees(z.w.leider, `/casus/verdelen/${g.id}`);
  const [, relatie = ''] =
    /name="relatie" value="([^"]+)"/.exec(html.slice(html.indexOf('Werker geweest'))) ?? [];
  await z.doe(z.w.leider, `/casus/verdelen/${g.id}/terug`, { relatie });
}

async function blokkeer(z: Zaaier, g: Gezin): Promise<void> {
  await z.doe(z.w.leider, '/toegang/blokkades', {
    collega: `${z.w.geweerd.persoon}|${z.w.geweerd.organisatie}`,
    reden: 'buren_of_vrienden',
    dossier: g.id,
  });
}

/** A family with everything: every relation, every part, a block and break-glass. */
async function zaaiEerste(p: Proef, z: Zaaier): Promise<Gezin> {
  const een = await z.legAan(z.w.intaker);
  await zaaiRelaties(p, z, een);
  await z.vul(z.w.behandelaar, een);
  await z.vulBijzonder(z.w.bijzonder, een);
  await z.concept(z.w.behandelaar, een);
  await z.concept(z.w.geweerd, een);
  await blokkeer(z, een);
  await z.nood(z.w.noodlezer, een);
  return een;
}

async function zaaiGezinnen(p: Proef, z: Zaaier): Promise<Casuswereld['gezinnen']> {
  const een = await zaaiEerste(p, z);
  const twee = await z.legAan(z.w.intaker);
  await z.geef(twee, 'vreemde', 'behandeling');
  await z.geef(twee, 'geweerd', 'behandeling');
  await z.vul(z.w.vreemde, twee);
  const buur = await z.legAan(z.w.overlegger);
  await z.vul(z.w.overlegger, buur);
  const ver = await z.legAan(z.w.verweg);
  await z.vul(z.w.verweg, ver);
  return { een, twee, buur, ver };
}

/** Several organisations with people, and several families: through the pages, in the house of the matrix. */
export async function bouwCasuswereld(p: Proef, huis: Huis, boek = new Merkboek()): Promise<Casuswereld> {
  const c = new Client(typeof p.beheer === 'string' ? { connectionString: p.beheer } : p.beheer);
  await c.connect();
  const dag = huis.vandaag.toString();
  let feiten = await leesFeiten(c, dag);
  const plekken = new Map<string, Plek[]>();
  const merk = (...lijst: Plek[]): string => {
    const woord = boek.woord({
      get naam() {
        return `${lijst.at(-1)?.deel ?? 'getypt'} van ${lijst.at(-1)?.dossier.slice(0, 8)}`;
      },
      wie: v => lijst.some(x => magZien(feiten, v, x)),
      sleutel: null,
      door: null,
    });
    plekken.set(woord, lijst);
    return woord;
  };
  const namen = Object.keys(MENSEN) as Wiewerkt[];
  const werkers = {} as Record<Wiewerkt, Werker>;
  for (const [i, naam] of namen.entries()) werkers[naam] = await maakWerker(huis, c, naam, i + 1);
  const z = new Zaaier(huis, werkers, merk);
  const onthoudNummer = (g: Gezin) => plekken.set(g.nummer, [{ dossier: g.id, deel: 'nummer' }]);
  const gezinnen = await zaaiGezinnen(p, z);
  for (const g of Object.values(gezinnen)) onthoudNummer(g);
  // In the file for a part with a rule of its own only: his name would say that there is one.
  const { persoon: wie, organisatie } = werkers.bewaarder;
  plekken.set('Werker bewaarder', [{ dossier: gezinnen.een.id, deel: 'deelnemer', wie, organisatie }]);
  feiten = await leesFeiten(c, dag);
  return {
    werkers,
    gezinnen,
    boek,
    plekken,
    feiten: () => feiten,
    ververs: async () => {
      feiten = await leesFeiten(c, dag);
    },
    merk,
    merkZonderPlek: () => merk(),
    magEen: (lijst, v) => lijst.some(x => magZien(feiten, v, x)),
    zaaiNogEens: async () => {
      const g = await zaaiEerste(p, z);
      onthoudNummer(g);
      feiten = await leesFeiten(c, dag);
      return g;
    },
    query: async <T extends object>(sql: string, waarden: unknown[] = []) =>
      (await c.query<T>(sql, waarden)).rows,
    stop: () => c.end(),
  };
}
