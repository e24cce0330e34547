import { randomInt } from 'node:crypto';
import {
  combineerVelden,
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import {
  bekend,
  HUISHOUDROLLEN,
  type Huishoudrol,
  LEGE_GEGEVENS,
  legGeheimAdresVast,
  legHuishoudenAan,
  legPersoonVast,
  metPersoonsleutels,
  metSleutels,
  ONBEKEND,
  type Persooninvoer,
  parseGeboortedatum,
  voegHuishoudlidToe,
} from '#modules/gezin/index.ts';
import { legDossierAan, legVerwerkingVast, type Rol, welkeVeiligThuis } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { insertMelder } from '../db/bijzonder.ts';
import { insertCasus, listOrganisatienamen } from '../db/casussen.ts';
import { insertEersteSleutel } from '../db/sleutels.ts';
import { GROND_VAN_TAAK, persoonveld, plaatsKeuze, RIJEN } from '../domain/aanleg.ts';
import { isCode, TAKEN, type Taak } from '../domain/codes.ts';
import { leesKeuze, leesVrijeTekst } from '../domain/velden.ts';
import { maakZaaknummer } from '../domain/zaaknummer.ts';
import { type Geheimoordeel, leesGeheimAdres } from './aanleg-adres.ts';
import { type Melderoordeel, melderrij, toetsMelder } from './bijzonder.ts';
import { alsActor, type Doen, Teruggedraaid, verwerking } from './doen.ts';
import { nummerindex } from './geheim.ts';
import { ruimConceptOp } from './notitie.ts';

const AANLEGGERS: readonly Rol[] = ['intaker', 'teamleider', 'professional'];

/** Where the actor may lay down a file: organisation and region, with the name of the organisation. */
export interface Aanlegplaats {
  organisatie: string;
  regio: string;
  naam: string;
  /** Has the task of Veilig Thuis; others have tasks of the municipality only. */
  veiligThuis: boolean;
}

export async function listAanlegplaatsen(d: Doen): Promise<Aanlegplaats[]> {
  const plaatsen = new Map<string, { organisatie: string; regio: string }>();
  for (const l of d.lidmaatschappen) {
    if (!AANLEGGERS.includes(l.rol) || l.regio === null) continue;
    const p = { organisatie: l.organisatieId, regio: l.regio };
    plaatsen.set(plaatsKeuze(p), p);
  }
  if (plaatsen.size === 0) return [];
  const ids = [...plaatsen.values()].map(p => p.organisatie);
  return alsActor(d, async tx => {
    const namen = await listOrganisatienamen(tx, ids);
    const vt = await welkeVeiligThuis(tx, ids);
    return [...plaatsen.values()].map(p => ({
      ...p,
      naam: namen.get(p.organisatie) ?? '',
      veiligThuis: vt.has(p.organisatie),
    }));
  });
}

export type Aanleginvoer = Readonly<Record<string, string>>;

interface Nieuwpersoon {
  /** Row of the form. */
  rij: number;
  invoer: Persooninvoer;
  rol: Huishoudrol;
}

interface Aanlegoordeel {
  plaats: Aanlegplaats;
  taak: Taak;
  gemeente: string | null;
  personen: Nieuwpersoon[];
  melder: Melderoordeel | null;
  geheim: Geheimoordeel | null;
}

/** One row of the form as a person; null when the row is empty. */
function leesPersoon(d: Doen, v: Aanleginvoer, rij: number): Result<Nieuwpersoon | null, Weigering> {
  const w = (veld: Parameters<typeof persoonveld>[1]) => (v[persoonveld(rij, veld)] ?? '').trim();
  if (w('voornaam') + w('tussenvoegsel') + w('achternaam') + w('geboren') === '') return gelukt(null);
  const fouten: Record<string, string> = {};
  for (const veld of ['voornaam', 'tussenvoegsel', 'achternaam'] as const) {
    const goed = leesVrijeTekst(w(veld));
    if (!goed.ok) fouten[persoonveld(rij, veld)] = goed.weigering.code;
  }
  if (w('voornaam') + w('achternaam') === '') fouten[persoonveld(rij, 'achternaam')] = 'naam_leeg';
  const geboren = w('geboren') === '' ? null : parseGeboortedatum(w('geboren'), d.vandaag);
  if (geboren && !geboren.ok) fouten[persoonveld(rij, 'geboren')] = 'geboren';
  const rol = w('rol') || 'volwassene';
  if (!isCode(HUISHOUDROLLEN, rol)) fouten[persoonveld(rij, 'rol')] = 'geen_keuze';
  if (Object.keys(fouten).length > 0 || !isCode(HUISHOUDROLLEN, rol)) return geweigerd(ongeldig(fouten));
  const graad = (tekst: string) => (tekst === '' ? ONBEKEND : bekend(tekst));
  const gegevens = {
    ...LEGE_GEGEVENS,
    voornamen: graad(w('voornaam')),
    tussenvoegsel: w('tussenvoegsel'),
    achternaam: graad(w('achternaam')),
    geboortedatum: geboren?.ok ? bekend(geboren.waarde) : ONBEKEND,
  };
  const gemeente = v['gemeente'] || null;
  return gelukt({ invoer: { gegevens, geslacht: 'onbekend', gemeente, bsn: null }, rij, rol });
}

function leesMelder(v: Aanleginvoer): Result<Melderoordeel | null, Weigering> {
  const m = {
    anonimiteit: v['anonimiteit'] ?? '',
    meldergrond: v['meldergrond'] ?? '',
    melder_naam: v['melder_naam'] ?? '',
    melder_bereikbaar: v['melder_bereikbaar'] ?? '',
  };
  return Object.values(m).join('').trim() === '' ? gelukt(null) : toetsMelder(m);
}

/** Judges the whole form at once, so that every fault is told in one go. */
function toets(
  d: Doen,
  plaatsen: readonly Aanlegplaats[],
  v: Aanleginvoer,
): Result<Aanlegoordeel, Weigering> {
  const gekozen =
    plaatsen.length === 1 ? plaatsen[0] : plaatsen.find(p => plaatsKeuze(p) === v['lidmaatschap']);
  const basis = combineerVelden({ taak: leesKeuze(v['taak'] ?? '', TAKEN) });
  const personen = RIJEN.map(rij => leesPersoon(d, v, rij));
  const melder = leesMelder(v);
  const mensen = personen.flatMap(r => (r.ok && r.waarde ? [r.waarde] : []));
  const geheim = leesGeheimAdres(
    v,
    mensen.map(m => m.rij),
  );
  const fouten: Record<string, string> = {};
  if (!gekozen) fouten['lidmaatschap'] = 'leeg';
  if (gekozen && !gekozen.veiligThuis && basis.ok && basis.waarde.taak === 'veilig_thuis')
    fouten['taak'] = 'geen_veilig_thuis';
  for (const r of [basis, ...personen, melder, geheim]) if (!r.ok) Object.assign(fouten, r.weigering.velden);
  const gemeente = (v['gemeente'] ?? '').trim();
  if (gemeente !== '' && !/^GM\d{4}$/.test(gemeente)) fouten['gemeente'] = 'geen_keuze';
  if (mensen.length === 0 && personen.every(r => r.ok)) fouten[persoonveld(1, 'achternaam')] = 'niemand';
  if (!gekozen || !basis.ok || !melder.ok || !geheim.ok || Object.keys(fouten).length > 0)
    return geweigerd(ongeldig(fouten));
  return gelukt({
    plaats: gekozen,
    taak: basis.waarde.taak,
    gemeente: gemeente === '' ? null : gemeente,
    personen: mensen,
    melder: melder.waarde,
    geheim: geheim.waarde,
  });
}

async function legCasusAan(tx: Transactie, d: Doen, id: string, o: Aanlegoordeel): Promise<string> {
  // The digits say nothing: a sequence would tell how many files there are. A taken number is drawn again.
  for (let keer = 0; keer < 30; keer++) {
    const nummer = maakZaaknummer(d.vandaag.year, randomInt(1_000_000));
    const rij = {
      id,
      ...o.plaats,
      nummer,
      index: nummerindex(d, nummer),
      gemeente: o.gemeente,
      taak: o.taak,
    };
    if (await insertCasus(tx, rij)) return nummer;
  }
  throw new Error('Geen vrij zaaknummer.');
}

interface Sleutels {
  personen: readonly string[];
  eigen: Sleutelpaar;
  /** Of the secret address; null without one. */
  geheim: string | null;
}

async function legGezinVast(
  tx: Transactie,
  d: Doen,
  id: string,
  o: Aanlegoordeel,
  sleutels: Sleutels,
): Promise<Result<null, Weigering>> {
  const huishouden = crypto.randomUUID();
  const van = d.vandaag.toString();
  await legHuishoudenAan(tx, { id: huishouden, dossier: id, ...o.plaats, gemeente: o.gemeente, van });
  for (const [i, p] of o.personen.entries()) {
    const persoon = crypto.randomUUID();
    const wie = { ...p.invoer, id: persoon, sleutel: sleutels.personen[i] ?? '', dossier: id, ...o.plaats };
    const r = await legPersoonVast(tx, d.kluis, wie, d);
    if (!r.ok) return r;
    const lid = { id: crypto.randomUUID(), huishouden, persoon, rol: p.rol, van };
    const l = await voegHuishoudlidToe(tx, lid);
    if (!l.ok) return l;
    if (o.geheim?.rij === p.rij) {
      const { soort, adres } = o.geheim;
      const vast = { id: crypto.randomUUID(), persoon, dossier: id, sleutel: sleutels.geheim ?? '' };
      const a = await legGeheimAdresVast(tx, d.kluis, { ...vast, soort, adres, van });
      if (!a.ok) return a;
    }
  }
  return gelukt(null);
}

interface Sleutelpaar {
  dossier: string;
  melder: string | null;
}

async function schrijfAanleg(
  tx: Transactie,
  d: Doen,
  id: string,
  o: Aanlegoordeel,
  sleutels: Sleutels,
): Promise<Result<{ id: string }, Weigering>> {
  const { organisatie, regio } = o.plaats;
  const persoonId = d.actor.soort === 'persoon' ? d.actor.id : '';
  const grond = GROND_VAN_TAAK[o.taak];
  const r = await legDossierAan(tx, {
    id,
    regio,
    organisatieId: organisatie,
    persoonId,
    doel: 'regie',
    grond,
  });
  if (!r.ok) return r;
  await legCasusAan(tx, d, id, o);
  await insertEersteSleutel(tx, { casus: id, organisatie, bewaarklasse: 'dossier' }, sleutels.eigen.dossier);
  const gezin = await legGezinVast(tx, d, id, o, sleutels);
  if (!gezin.ok) return gezin;
  if (o.melder) {
    const sleutel = sleutels.eigen.melder;
    if (sleutel) await insertEersteSleutel(tx, { casus: id, organisatie, bewaarklasse: 'melder' }, sleutel);
    await insertMelder(tx, id, melderrij(d, id, sleutel ?? '', o.melder));
    await legVerwerkingVast(tx, verwerking('vastleggen', 'melder', id, { object: id }));
  }
  await legVerwerkingVast(tx, verwerking('vastleggen', 'casus', id, { object: id }));
  return gelukt({ id });
}

/** Runs `werk` with the keys of a file, and destroys them again when it refuses or throws. */
async function metEigenSleutels<T>(
  d: Doen,
  metMelder: boolean,
  werk: (s: Sleutelpaar) => Promise<Result<T, Weigering>>,
): Promise<Result<T, Weigering>> {
  const dossier = await d.kluis.nieuweSleutel('dossier');
  const melder = metMelder ? await d.kluis.nieuweSleutel('melder') : null;
  let gelukt = false;
  try {
    const uit = await werk({ dossier, melder });
    gelukt = uit.ok;
    return uit;
  } finally {
    if (!gelukt) for (const s of [dossier, melder]) if (s) await d.kluis.vernietig(s);
  }
}

/**
 * Lays down a file with a household, in one transaction: access first, then the file, the people, and who reported.
 * Who lays it down directs it from then on. Refuses `niet_gevonden` for who has no role for it, and `ongeldig` with a
 * code per field.
 */
export async function legAan(d: Doen, v: Aanleginvoer): Promise<Result<{ id: string }, Weigering>> {
  const plaatsen = await listAanlegplaatsen(d);
  if (plaatsen.length === 0) return geweigerd(nietGevonden());
  const goed = toets(d, plaatsen, v);
  if (!goed.ok) return goed;
  const o = goed.waarde;
  const id = crypto.randomUUID();
  const weg: string[] = [];
  const uit = await metEigenSleutels(
    d,
    o.melder !== null && o.melder.anonimiteit !== 'dubbel_anoniem',
    eigen =>
      metPersoonsleutels(d.kluis, o.personen.length, personen =>
        metSleutels(d.kluis, 'geheim_adres', o.geheim ? 1 : 0, ([geheim = null]) =>
          inEenKeer(d, async tx => {
            const r = await schrijfAanleg(tx, d, id, o, { personen, eigen, geheim });
            if (r.ok) await ruimConceptOp(tx, null, 'casus', weg);
            return r;
          }),
        ),
      ),
  );
  if (uit.ok) for (const sleutel of weg) await d.kluis.vernietig(sleutel);
  if (uit.ok || uit.weigering.code !== 'controle_fout') return uit;
  return geweigerd(weigering('persoon_ongeldig', Object.values(uit.weigering.velden ?? {})[0]));
}

/** One transaction that is undone when the work refuses. */
async function inEenKeer<T>(
  d: Doen,
  werk: (tx: Transactie) => Promise<Result<T, Weigering>>,
): Promise<Result<T, Weigering>> {
  try {
    return await alsActor(d, async tx => {
      const r = await werk(tx);
      if (!r.ok) throw new Teruggedraaid(r.weigering);
      return r;
    });
  } catch (e) {
    if (e instanceof Teruggedraaid) return geweigerd(e.weigering);
    throw e;
  }
}
