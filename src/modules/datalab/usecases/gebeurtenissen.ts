import { z } from 'zod';
import { parseDag } from '#kern/datum/index.ts';
import {
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
} from '#kern/resultaat/index.ts';
import { logGebruik } from '#platform/audit/index.ts';
import { actorTekst, type Transactie } from '#platform/db/index.ts';
import {
  bewaarGebeurtenis,
  listGebeurtenisrijen,
  listHerindelingen,
  trekGebeurtenisIn,
} from '../db/gebeurtenis-opslag.ts';
import { GEBEURTENISSOORTEN, type Gebeurtenis } from '../domain/gebeurtenis.ts';
import type { Gemeente } from '../domain/gemeente.ts';
import type { Indicator } from '../domain/indicator.ts';
import { leesJson } from './gegevensbestanden.ts';
import type { Inlezer } from './lees-in.ts';

const tekst = z.string().min(1);
const bestand = z.array(
  z.strictObject({
    datum: z.iso.date(),
    soort: z.enum(GEBEURTENISSOORTEN),
    kort: z.object({ nl: tekst, en: tekst }),
    tekst: z.object({ nl: tekst, en: tekst }),
    bron: tekst,
    nagelezen: z.boolean(),
    indicatoren: z.array(tekst).nullable(),
  }),
);

let meegeleverd: readonly Gebeurtenis[] | null = null;

/** The events that ship with the product: laws, ways of working, corona; each with its source. */
export function listMeegeleverdeGebeurtenissen(): readonly Gebeurtenis[] {
  meegeleverd ??= bestand
    .parse(leesJson('gebeurtenissen.json'))
    .map(g => ({ ...g, id: null, gemeenten: null, openbaar: true }));
  return meegeleverd;
}

const AARD = {
  samenvoeging: { nl: 'gaat op in', en: 'merges into' },
  toevoeging: { nl: 'wordt gevoegd bij', en: 'is added to' },
  opsplitsing: { nl: 'gaat deels naar', en: 'partly goes to' },
  naamswijziging: { nl: 'heet voortaan', en: 'is renamed' },
} as const;

type Herindelingrij = Awaited<ReturnType<typeof listHerindelingen>>[number];

function alsGebeurtenis(h: Herindelingrij): Gebeurtenis {
  const woord = AARD[h.aard as keyof typeof AARD];
  return {
    id: null,
    datum: h.datum,
    soort: 'herindeling',
    kort: { nl: `${h.oud}: ${h.nieuw}`, en: `${h.oud}: ${h.nieuw}` },
    tekst: { nl: `${h.oud} ${woord.nl} ${h.nieuw}`, en: `${h.oud} ${woord.en} ${h.nieuw}` },
    bron: 'CBS, gemeentelijke indeling',
    nagelezen: true,
    indicatoren: null,
    gemeenten: [h.oudeCode, h.nieuweCode],
    openbaar: true,
  };
}

const alsBreuk = (indicator: Indicator): Gebeurtenis[] =>
  indicator.breuken.map(b => ({
    id: null,
    datum: `${b.jaar}-01-01`,
    soort: 'definitie',
    kort: b.tekst,
    tekst: b.tekst,
    bron: b.bron,
    nagelezen: true,
    indicatoren: [indicator.code],
    gemeenten: null,
    openbaar: true,
  }));

/** Every event that may bear on a series of a region: shipped, mergers, changed definitions, and the region's own. */
export async function listGebeurtenissen(
  tx: Transactie,
  regio: string,
  indicatoren: readonly Indicator[],
): Promise<Gebeurtenis[]> {
  const herindelingen = await listHerindelingen(tx, regio);
  return [
    ...listMeegeleverdeGebeurtenissen(),
    ...herindelingen.map(alsGebeurtenis),
    ...indicatoren.flatMap(alsBreuk),
    ...(await listGebeurtenisrijen(tx, regio)),
  ];
}

/** The events that people of a region entered. */
export function listEigenGebeurtenissen(tx: Transactie, regio: string): Promise<Gebeurtenis[]> {
  return listGebeurtenisrijen(tx, regio);
}

/** An event as a form gives it. */
export interface Gebeurtenisinvoer {
  readonly datum: string;
  readonly soort: string;
  readonly gemeente: string;
  readonly tekst: string;
  readonly bron: string;
  readonly openbaar: boolean;
}

const EERSTE_JAAR = 2000;

function foutenIn(v: Gebeurtenisinvoer, gemeenten: readonly Gemeente[]): Record<string, string> {
  const uit: Record<string, string> = {};
  const dag = parseDag(v.datum);
  if (!dag.ok) uit['datum'] = 'Vul een dag in, zoals 1-3-2024.';
  else if (dag.waarde.year < EERSTE_JAAR) uit['datum'] = `Vul een dag in vanaf ${EERSTE_JAAR}.`;
  if (!GEBEURTENISSOORTEN.some(s => s === v.soort)) uit['soort'] = 'Kies wat voor gebeurtenis het is.';
  if (v.gemeente !== '' && !gemeenten.some(g => g.code === v.gemeente))
    uit['gemeente'] = 'Kies een gemeente uit de lijst.';
  if (v.tekst.trim() === '' || v.tekst.trim().length > 200)
    uit['tekst'] = 'Vul in wat er gebeurde, in hoogstens 200 tekens.';
  if (v.bron.trim() === '' || v.bron.trim().length > 200)
    uit['bron'] = 'Vul in waar dat staat, in hoogstens 200 tekens.';
  return uit;
}

/** Adds an event of a region. Refuses with a message per field. */
export async function voegGebeurtenisToe(
  tx: Transactie,
  regio: string,
  v: Gebeurtenisinvoer,
  gemeenten: readonly Gemeente[],
  wie: Inlezer,
): Promise<Result<string, Weigering>> {
  const fouten = foutenIn(v, gemeenten);
  const dag = parseDag(v.datum);
  const soort = GEBEURTENISSOORTEN.find(s => s === v.soort);
  if (Object.keys(fouten).length > 0 || !dag.ok || !soort) return geweigerd(ongeldig(fouten));
  const rij = {
    regio,
    gemeente: v.gemeente === '' ? null : v.gemeente,
    datum: dag.waarde.toString(),
    soort,
    tekst: v.tekst.trim(),
    bron: v.bron.trim(),
    openbaar: v.openbaar,
  };
  const id = await bewaarGebeurtenis(tx, rij, actorTekst(wie.actor), wie.nu);
  await logGebruik(tx, {
    handeling: 'gebeurtenis.toevoegen',
    soort: 'gebeurtenis',
    object: id,
    uitkomst: 'toegestaan',
    details: { soort, openbaar: v.openbaar },
  });
  return gelukt(id);
}

/** Takes an event back: it is shown no more, and stays in the table. */
export async function trekGebeurtenisTerug(
  tx: Transactie,
  id: string,
  wie: Inlezer,
): Promise<Result<null, Weigering>> {
  if (!(await trekGebeurtenisIn(tx, id, actorTekst(wie.actor), wie.nu))) return geweigerd(nietGevonden());
  await logGebruik(tx, {
    handeling: 'gebeurtenis.intrekken',
    soort: 'gebeurtenis',
    object: id,
    uitkomst: 'toegestaan',
  });
  return gelukt(null);
}
