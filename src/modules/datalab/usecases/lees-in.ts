import { createHash } from 'node:crypto';
import { eersteDag, laatsteDag, periodeCode } from '#kern/datum/index.ts';
import {
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import { logGebruik } from '#platform/audit/index.ts';
import { type Actor, actorTekst, type Transactie } from '#platform/db/index.ts';
import { listGemeenten } from '../db/gemeente-opslag.ts';
import { listDefinities } from '../db/indicator-opslag.ts';
import {
  bewaarKeuzes,
  bewaarProef,
  draaiInlezingTerug,
  findInlezing,
  type Inleeskeuzes,
  type Inlezing,
  listInlezingen as listInlezingenUitOpslag,
  wachtOpInleesbeurt,
  zetIngelezen,
  zorgVoorBron,
} from '../db/inlezing-opslag.ts';
import { listOpenbareBronnenVan } from '../db/overname-opslag.ts';
import { type NieuweWaarneming, schrijfWaarnemingen } from '../db/schrijf-waarnemingen.ts';
import { leesVerversduur } from '../db/waarneming-opslag.ts';
import { slugVan } from '../domain/gemeente.ts';
import { beoordeelTabel, type Inleeskennis, type Inleesrij, type Rijfout } from '../domain/inleesregel.ts';
import { findRegio } from './gegevensbestanden.ts';
import { leesAanbod } from './lees-aanbod.ts';
import { volgBronnen } from './neem-over.ts';

export type { Inleeskeuzes, Inlezing };

/** What tells one file from another, whatever its name. */
export const kenmerkVan = (inhoud: Buffer): string => createHash('sha256').update(inhoud).digest('hex');

/** Who imports, when. */
export interface Inlezer {
  readonly actor: Actor;
  readonly organisatieId: string | null;
  readonly vandaag: Temporal.PlainDate;
  readonly nu: Temporal.Instant;
}

const EERSTE_JAAR = 2000;

async function kennisVan(
  tx: Transactie,
  regioId: string,
  vandaag: Temporal.PlainDate,
): Promise<Inleeskennis> {
  const regio = findRegio(regioId);
  if (!regio) throw new Error(`onbekende regio ${regioId}`);
  return {
    regio,
    gemeenten: await listGemeenten(tx),
    indicatoren: await listDefinities(tx),
    eersteJaar: EERSTE_JAAR,
    laatsteJaar: vandaag.year,
  };
}

/** Imports of a region, newest first; none for who may not. */
export function listInlezingen(tx: Transactie, regio: string) {
  return listInlezingenUitOpslag(tx, regio);
}

/** Keeps an offered file as a trial: nothing is imported yet. Refuses a file that cannot be read. */
export async function biedAan(
  tx: Transactie,
  v: { regio: string; bestandsnaam: string; inhoud: Buffer; weg?: 'scherm' | 'map' },
  wie: Inlezer,
): Promise<Result<string, Weigering>> {
  const regio = findRegio(v.regio);
  if (!regio) return geweigerd(nietGevonden());
  const aanbod = await leesAanbod({ ...v, regio }, await listGemeenten(tx));
  if (!aanbod.ok) return aanbod;
  const bestandsnaam = v.bestandsnaam.replace(/[^\p{L}\p{N}._ -]/gu, '').slice(0, 200) || 'bestand';
  const id = await bewaarProef(
    tx,
    {
      regio: v.regio,
      organisatieId: wie.organisatieId,
      bestandsnaam,
      ...aanbod.waarde,
      weg: v.weg ?? 'scherm',
      kenmerk: kenmerkVan(v.inhoud),
    },
    actorTekst(wie.actor),
    wie.nu,
  );
  return gelukt(id);
}

/** An import with what a dry run says of it: the rows that would be stored and every fault. */
export interface Proefbeeld {
  readonly inlezing: Inlezing;
  readonly rijen: readonly Inleesrij[];
  readonly fouten: readonly Rijfout[];
  /** Field of the form → what is wrong with it. */
  readonly veldfouten: Readonly<Record<string, string>>;
}

function veldfoutenVan(k: Inleeskeuzes): Record<string, string> {
  const uit: Record<string, string> = {};
  const { kolommen, vasteIndicator } = k.koppeling;
  if (kolommen.plaats === null) uit['kolom_plaats'] = 'Kies de kolom met de gemeente, subregio of regio.';
  if (kolommen.periode === null) uit['kolom_periode'] = 'Kies de kolom met het jaar of de periode.';
  if (kolommen.waarde === null) uit['kolom_waarde'] = 'Kies de kolom met de waarde.';
  if (kolommen.indicator === null && vasteIndicator === null) {
    uit['kolom_indicator'] = 'Kies de kolom met de indicator, of één indicator voor het hele bestand.';
  }
  if (k.bronTitel === '') uit['bron_titel'] = 'Vul de titel van de bron in.';
  if (k.plek === '') uit['plek'] = 'Vul in waar in de bron het staat: een paragraaf, tabel of blad.';
  if (k.openbaarheid === 'openbaar_in_bron' && k.bronVan === '') {
    uit['bron_van'] = 'Een openbaar cijfer noemt wie de bron uitgaf.';
  }
  if (k.openbaarheid === 'openbaar_in_bron' && k.bronDatum === '') {
    uit['bron_datum'] = 'Een openbaar cijfer noemt de datum of het jaar van de bron.';
  }
  return uit;
}

/** Dry run of an import; null: not there, or not for this reader. */
export async function beproef(
  tx: Transactie,
  id: string,
  vandaag: Temporal.PlainDate,
): Promise<Proefbeeld | null> {
  const inlezing = await findInlezing(tx, id);
  return inlezing ? beproefDeze(tx, inlezing, vandaag) : null;
}

async function beproefDeze(
  tx: Transactie,
  inlezing: Inlezing,
  vandaag: Temporal.PlainDate,
): Promise<Proefbeeld> {
  const kennis = await kennisVan(tx, inlezing.regio, vandaag);
  const veldfouten = veldfoutenVan(inlezing.keuzes);
  const { rijen, fouten } = beoordeelTabel(inlezing.tabel, inlezing.keuzes.koppeling, kennis);
  return { inlezing, rijen, fouten, veldfouten };
}

/** Keeps what the reader chose for a trial and gives the dry run. */
export async function kiesInlezing(
  tx: Transactie,
  id: string,
  keuzes: Inleeskeuzes,
  wie: Inlezer,
): Promise<Result<Proefbeeld, Weigering>> {
  const inlezing = await findInlezing(tx, id, true);
  if (!inlezing) return geweigerd(nietGevonden());
  if (inlezing.toestand !== 'proef') {
    return geweigerd(weigering('al_ingelezen', 'Dit bestand is al ingelezen. Draai het eerst terug.'));
  }
  await bewaarKeuzes(tx, id, keuzes);
  return gelukt(await beproefDeze(tx, { ...inlezing, keuzes, versie: inlezing.versie + 1 }, wie.vandaag));
}

function alsWaarneming(r: Inleesrij, i: Inlezing, bron: string, wie: Inlezer): NieuweWaarneming {
  return {
    plaatssoort: r.plaats.soort,
    plaats: r.plaats.code,
    plaatsnaam: r.plaats.naam,
    regio: i.regio,
    gemeente: r.gemeente,
    periode: periodeCode(r.periode),
    periodetekst: periodeCode(r.periode),
    van: eersteDag(r.periode).toString(),
    tot: laatsteDag(r.periode).toString(),
    indicator: r.indicator.code,
    definitieversie: r.indicator.definitieversie,
    bron_id: bron,
    plek: i.keuzes.plek,
    openbaarheid: i.keuzes.openbaarheid,
    organisatie_id: wie.organisatieId,
    waarde: r.waarde,
    decimalen: r.decimalen,
    eenheid: r.indicator.eenheid,
    voorlopig: r.voorlopig,
    overgenomen: wie.vandaag.toString(),
    opmerking: r.opmerking,
    rondingsstap: r.rondingsstap,
    teken: r.teken,
    huishoudens: r.bijdragers?.huishoudens ?? null,
    personen: r.bijdragers?.personen ?? null,
    grootste: r.bijdragers?.grootste ?? null,
    tweede: r.bijdragers?.tweede ?? null,
  };
}

/** Imports a trial: all rows or, with one fault, none. Gives the number of rows. */
export async function leesIn(tx: Transactie, id: string, wie: Inlezer): Promise<Result<number, Weigering>> {
  const inlezing = await findInlezing(tx, id, true);
  if (!inlezing) return geweigerd(nietGevonden());
  if (inlezing.toestand !== 'proef') {
    return geweigerd(weigering('al_ingelezen', 'Dit bestand is al ingelezen. Draai het eerst terug.'));
  }
  const proef = await beproefDeze(tx, inlezing, wie.vandaag);
  if (proef.fouten.length > 0 || Object.keys(proef.veldfouten).length > 0) {
    return geweigerd(ongeldig(proef.veldfouten, 'Er is niets ingelezen: los eerst alle fouten op.'));
  }
  await wachtOpInleesbeurt(tx, inlezing.regio);
  const k = inlezing.keuzes;
  const openbaar = k.openbaarheid === 'openbaar_in_bron';
  const bron = await zorgVoorBron(tx, {
    id: `${slugVan(k.bronTitel).slice(0, 60)}-${id.slice(0, 8)}`,
    titel: k.bronTitel,
    van: k.bronVan || null,
    datum: k.bronDatum || null,
    regio: inlezing.regio,
    openbaar,
  });
  const door = actorTekst(wie.actor);
  await schrijfWaarnemingen(
    tx,
    proef.rijen.map(r => alsWaarneming(r, inlezing, bron, wie)),
    { nu: wie.nu, door, reden: 'ingelezen uit een bestand', inlezing: id },
  );
  if (openbaar) await volgBronnen(tx, inlezing.regio, [bron], wie.nu);
  const verversduur = await leesVerversduur(tx);
  await zetIngelezen(tx, id, { aantal: proef.rijen.length, verversduur }, wie.nu);
  await logGebruik(tx, {
    handeling: 'cijfers.inlezen',
    soort: 'inlezing',
    object: id,
    uitkomst: 'toegestaan',
    details: { aantal: proef.rijen.length },
  });
  return gelukt(proef.rijen.length);
}

/** Takes an import back. Gives the number of observations that changed. */
export async function draaiTerug(
  tx: Transactie,
  id: string,
  wie: Inlezer,
): Promise<Result<number, Weigering>> {
  const inlezing = await findInlezing(tx, id, true);
  if (!inlezing) return geweigerd(nietGevonden());
  if (inlezing.toestand !== 'ingelezen') {
    return geweigerd(
      weigering('niet_ingelezen', 'Dit bestand is niet ingelezen; er is niets om terug te draaien.'),
    );
  }
  await wachtOpInleesbeurt(tx, inlezing.regio);
  const bronnen = await listOpenbareBronnenVan(tx, id);
  const aantal = await draaiInlezingTerug(tx, id, actorTekst(wie.actor), wie.nu);
  await volgBronnen(tx, inlezing.regio, bronnen, wie.nu);
  await logGebruik(tx, {
    handeling: 'cijfers.terugdraaien',
    soort: 'inlezing',
    object: id,
    uitkomst: 'toegestaan',
    details: { aantal },
  });
  return gelukt(aantal);
}
