import { createHash, randomUUID } from 'node:crypto';
import { formatPeriode, type Periode, parsePeriode } from '#kern/datum/index.ts';
import {
  conflict,
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
  waardeOf,
} from '#kern/resultaat/index.ts';
import { pasToe } from '#kern/toestand/index.ts';
import { logGebruik } from '#platform/audit/index.ts';
import { actorTekst, type Transactie } from '#platform/db/index.ts';
import {
  bewaarDocument,
  bewaarDocumentwerk,
  bewaarStuk,
  isDocumentcodeVrij,
  zetDocumenttoestand,
} from '../db/document-opslag.ts';
import { listGemeenten } from '../db/gemeente-opslag.ts';
import { listPublicaties } from '../db/publicatie-opslag.ts';
import {
  type Documenthandeling,
  type Documentkeuze,
  type Documentrol,
  documenttabel,
  type Keuzefout,
  keuzefouten,
  kiesbarePerioden,
  titelVan,
} from '../domain/document.ts';
import { type Documentsjabloon, isInvulveld } from '../domain/documentsjabloon.ts';
import { bestaatOp, type Gemeente, slugVan } from '../domain/gemeente.ts';
import type { Publicatie } from '../domain/publicatie.ts';
import { leesSjabloon, listSjablonen } from './documentsjablonen.ts';
import { type Documentstof, leesDocumentstof, type Opsteller } from './documentstof.ts';
import { findRegio } from './gegevensbestanden.ts';
import type { Inlezer } from './lees-in.ts';

/** What a new document can be made from today. */
export interface Documentaanbod {
  readonly sjablonen: readonly Documentsjabloon[];
  readonly perioden: readonly Periode[];
  readonly gemeenten: readonly Gemeente[];
  /** In print and not withdrawn. */
  readonly publicaties: readonly Publicatie[];
}

export async function leesDocumentaanbod(
  tx: Transactie,
  regio: string,
  vandaag: Temporal.PlainDate,
): Promise<Documentaanbod> {
  const dag = vandaag.toString();
  return {
    sjablonen: await listSjablonen(tx, dag),
    perioden: kiesbarePerioden(vandaag),
    gemeenten: (await listGemeenten(tx, regio)).filter(g => bestaatOp(g, dag)),
    publicaties: (await listPublicaties(tx, regio)).filter(p => p.toestand === 'gepubliceerd'),
  };
}

const KEUZEMELDINGEN: Readonly<Record<Keuzefout, string>> = {
  sjabloon: 'Kies wat voor document het wordt.',
  periode: 'Kies een periode uit de lijst.',
  periode_past_niet: 'Dit soort document gaat over een ander soort periode. Kies een andere.',
  gemeente: 'Kies de gemeente voor wie dit document is.',
  gemeente_niet: 'Dit document is voor de hele regio. Kies geen gemeente.',
  publicaties: 'Kies minstens één publicatie uit de lijst, of neem openbare bronnen mee.',
};

async function vrijeCode(tx: Transactie, regio: string, titel: string): Promise<string> {
  const basis = slugVan(titel).slice(0, 70).replace(/-+$/, '');
  for (let n = 1; ; n++) {
    const code = n === 1 ? basis : `${basis}-${n}`;
    if (await isDocumentcodeVrij(tx, regio, code)) return code;
  }
}

/** Begins a document: a draft from the template that holds today. Gives the id. */
export async function maakDocument(
  tx: Transactie,
  k: Documentkeuze,
  wie: Inlezer,
): Promise<Result<string, Weigering>> {
  if (!findRegio(k.regio)) return geweigerd(nietGevonden());
  const x = await leesDocumentaanbod(tx, k.regio, wie.vandaag);
  const s = x.sjablonen.find(y => y.code === k.sjabloon && y.taal === k.taal);
  const fouten = keuzefouten(k, {
    sjabloon: s,
    perioden: x.perioden,
    gemeenten: x.gemeenten.map(g => g.code),
    publicaties: x.publicaties.map(p => p.id),
  });
  if (!s || Object.keys(fouten).length > 0)
    return geweigerd(
      ongeldig(Object.fromEntries(Object.entries(fouten).map(([v, f]) => [v, KEUZEMELDINGEN[f]]))),
    );
  const id = await bewaarNieuw(tx, k, s, x.gemeenten, wie);
  await log(tx, 'maken', id, true, { sjabloon: s.code, versie: s.versie });
  return gelukt(id);
}

async function bewaarNieuw(
  tx: Transactie,
  k: Documentkeuze,
  s: Documentsjabloon,
  gemeenten: readonly Gemeente[],
  wie: Inlezer,
): Promise<string> {
  const titel = titelVan(leesSjabloon(s).titel, {
    regio: findRegio(k.regio)?.naam ?? '',
    gemeente: gemeenten.find(g => g.code === k.gemeente)?.naam ?? '',
    periode: formatPeriode(waardeOf(parsePeriode(k.periode)), s.taal),
  });
  const id = randomUUID();
  await bewaarDocument(tx, {
    id,
    regio: k.regio,
    code: await vrijeCode(tx, k.regio, titel),
    soort: s.soort,
    sjabloon: s.code,
    sjabloonversie: s.versie,
    taal: s.taal,
    titel,
    periode: k.periode,
    gemeente: k.gemeente === '' ? null : k.gemeente,
    ookOpenbaar: k.ookOpenbaar,
    publicaties: k.publicaties,
    door: actorTekst(wie.actor),
    nu: wie.nu,
  });
  return id;
}

function log(
  tx: Transactie,
  handeling: string,
  object: string,
  mag: boolean,
  details: Record<string, string | number>,
): Promise<void> {
  return logGebruik(tx, {
    handeling: `document.${handeling}`,
    soort: 'document',
    object,
    uitkomst: mag ? 'toegestaan' : 'geweigerd',
    details,
  });
}

const MEESTE_TEKENS = 150_000;

export interface Bewaarvraag {
  readonly id: string;
  readonly versie: number;
  readonly velden: Readonly<Record<string, string>>;
  readonly publicaties: readonly string[];
  readonly ookOpenbaar: boolean;
}

/** Keeps a draft as it was filled in, also where it is not right yet. Refuses when somebody was before. */
export async function bewaarConceptdocument(
  tx: Transactie,
  v: Bewaarvraag,
  wie: Inlezer,
): Promise<Result<null, Weigering>> {
  const stof = await leesDocumentstof(tx, v.id, true);
  if (stof?.document.toestand !== 'concept') return geweigerd(nietGevonden());
  const { document: d, ontleed } = stof;
  if (d.versie !== v.versie) return geweigerd(conflict(d.versie));
  const mag = new Set([
    ...(await listPublicaties(tx, d.regio)).filter(p => p.toestand === 'gepubliceerd').map(p => p.id),
    ...stof.gekozen.map(p => p.id),
  ]);
  if (v.publicaties.some(p => !mag.has(p)))
    return geweigerd(ongeldig({ publicaties: KEUZEMELDINGEN.publicaties }));
  const velden = Object.fromEntries(
    ontleed.sjabloon.velden.filter(isInvulveld).map(f => [f.naam, v.velden[f.naam] ?? '']),
  );
  if (JSON.stringify(velden).length > MEESTE_TEKENS)
    return geweigerd(ongeldig({}, 'Alles bij elkaar is de tekst te lang om te bewaren. Maak haar korter.'));
  await bewaarDocumentwerk(tx, d.id, {
    velden,
    ookOpenbaar: v.ookOpenbaar,
    publicaties: v.publicaties,
    door: actorTekst(wie.actor),
    nu: wie.nu,
  });
  await log(tx, 'bewaren', d.id, true, { versie: d.versie + 1 });
  return gelukt(null);
}

/** Why the releases of a document do not let it be fixed; null when they do. */
function publicatiefout(stof: Documentstof, gebruikt: readonly string[]): string | null {
  const weg = stof.gekozen.find(p => p.ingetrokken !== null);
  if (weg) return `De publicatie ‘${weg.titel}’ is ingetrokken. Kies een andere.`;
  const los = stof.gekozen.find(p => !gebruikt.includes(p.code));
  return los ? `Uit de publicatie ‘${los.titel}’ staat geen getal in dit document. Kies haar niet.` : null;
}

async function stelVast(
  tx: Transactie,
  stof: Documentstof,
  wie: Inlezer,
  stelOp: Opsteller,
): Promise<Result<null, Weigering>> {
  const opgesteld = stelOp(stof, wie.vandaag);
  const fout = publicatiefout(stof, opgesteld.gebruikt);
  const fouten = { ...opgesteld.fouten, ...(fout ? { publicaties: fout } : {}) };
  if (Object.keys(fouten).length > 0) return geweigerd(ongeldig(fouten));
  const { document: d, ontleed, publicaties } = stof;
  const inhoud = JSON.stringify({
    sjabloon: { code: d.sjabloon, versie: d.sjabloonversie, taal: d.taal, bron: ontleed.sjabloon.bron },
    publicaties: publicaties.map(({ publicatie: p }) => ({ code: p.code, versie: p.versie, zegel: p.zegel })),
    document: opgesteld.document,
  });
  await bewaarStuk(tx, d.id, inhoud, actorTekst(wie.actor));
  await zetDocumenttoestand(tx, d.id, {
    naar: 'vastgesteld',
    zegel: zegelVanStuk(inhoud),
    vastgesteld: wie.nu,
  });
  return gelukt(null);
}

/** The fingerprint of a fixed text (SHA-256), as the database reckons it too. */
export const zegelVanStuk = (inhoud: string): string => createHash('sha256').update(inhoud).digest('hex');

export interface Documentvraag {
  readonly id: string;
  readonly handeling: Documenthandeling;
  readonly versie: number;
  readonly reden: string;
  readonly rollen: readonly Documentrol[];
}

/** Does one act on a document, when this person may do it now and nobody was before him. */
export async function doeDocument(
  tx: Transactie,
  v: Documentvraag,
  wie: Inlezer,
  stelOp: Opsteller,
): Promise<Result<null, Weigering>> {
  const stof = await leesDocumentstof(tx, v.id, true);
  if (!stof) return geweigerd(nietGevonden());
  const d = stof.document;
  if (d.versie !== v.versie) return geweigerd(conflict(d.versie));
  const mag = pasToe(documenttabel, d.toestand, v.handeling, {
    rollen: v.rollen,
    velden: { reden: v.reden },
  });
  if (!mag.ok) return mag;
  const { naar } = mag.waarde;
  let uit: Result<null, Weigering> = gelukt(null);
  if (v.handeling === 'stel_vast') uit = await stelVast(tx, stof, wie, stelOp);
  else if (v.handeling === 'laat_vervallen') await zetDocumenttoestand(tx, d.id, { naar });
  else
    await zetDocumenttoestand(tx, d.id, { naar, ingetrokken: wie.nu, reden: v.reden.trim().slice(0, 1000) });
  await log(tx, v.handeling, d.id, uit.ok, { naar, versie: d.versie });
  return uit;
}
