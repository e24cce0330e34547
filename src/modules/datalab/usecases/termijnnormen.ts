import { parseDag } from '#kern/datum/index.ts';
import { gelukt, geweigerd, ongeldig, type Result, type Weigering } from '#kern/resultaat/index.ts';
import { lengteTekst } from '#kern/termijn/index.ts';
import { logGebruik } from '#platform/audit/index.ts';
import { actorTekst, type Transactie } from '#platform/db/index.ts';
import {
  listTermijnnormen as listUitOpslag,
  voegTermijnnormToe,
  wachtOpTermijnbeurt,
} from '../db/termijnnorm-opslag.ts';
import { DOORLOOPSOORTEN } from '../domain/doorloop.ts';
import { type Telwijze, type Termijnnorm, termijncode } from '../domain/termijnnorm.ts';
import type { Inlezer } from './lees-in.ts';

/** The form for a term, as typed. */
export type Normvelden = Readonly<
  Record<
    | 'soort'
    | 'lengte'
    | 'eenheid'
    | 'verschuiving'
    | 'wet'
    | 'artikel'
    | 'bron'
    | 'bevestigd'
    | 'norm'
    | 'norm_bron'
    | 'norm_bevestigd'
    | 'geldig_vanaf',
    string
  >
>;

/** Terms with their norms of a region, its own and the shipped ones. */
export function listTermijnnormen(tx: Transactie, regio: string): Promise<Termijnnorm[]> {
  return listUitOpslag(tx, regio);
}

const EENHEDEN = ['dag', 'werkdag', 'week'] as const;
const GRENZEN = { wet: 200, artikel: 100, bron: 500, norm_bron: 500 } as const;
const VERPLICHT: Readonly<Record<keyof typeof GRENZEN, string>> = {
  wet: 'Vul de wet of afspraak in waarin de termijn staat.',
  artikel: 'Vul het artikel of de plaats daarin in.',
  bron: 'Vul in waar u de termijn heeft gelezen.',
  norm_bron: 'Vul in waar u de norm heeft gelezen.',
};

const heelGetal = (tekst: string, grootste: number): number | null => {
  const n = /^\d{1,3}$/.test(tekst) ? Number(tekst) : 0;
  return n >= 1 && n <= grootste ? n : null;
};

function leesTeksten(v: Normvelden, fouten: Record<string, string>): Record<keyof typeof GRENZEN, string> {
  const uit = Object.entries(GRENZEN).map(([veld, grens]) => {
    const tekst = v[veld as keyof typeof GRENZEN]
      .replaceAll(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, grens);
    if (tekst === '') fouten[veld] = VERPLICHT[veld as keyof typeof GRENZEN];
    return [veld, tekst];
  });
  return Object.fromEntries(uit) as Record<keyof typeof GRENZEN, string>;
}

/** The fields that are not text: kind, unit, length, percentage and first day; null where one is wrong. */
function leesWaarden(v: Normvelden, fouten: Record<string, string>) {
  const soort = DOORLOOPSOORTEN.find(s => s === v.soort);
  if (!soort) fouten['soort'] = 'Kies veiligheidsbeoordeling of onderzoek.';
  const eenheid = EENHEDEN.find(e => e === v.eenheid);
  if (!eenheid) fouten['eenheid'] = 'Kies dagen, werkdagen of weken.';
  const lengte = heelGetal(v.lengte.trim(), 400);
  if (lengte === null) fouten['lengte'] = 'Vul een heel getal in van 1 tot en met 400.';
  const procent = heelGetal(v.norm.trim().replace(/\s*%$/, ''), 99);
  if (procent === null) fouten['norm'] = 'Vul een heel percentage in van 1 tot en met 99.';
  const vanaf = parseDag(v.geldig_vanaf);
  if (!vanaf.ok) fouten['geldig_vanaf'] = vanaf.weigering.melding ?? 'Vul de eerste dag in.';
  if (!soort || !eenheid || lengte === null || procent === null || !vanaf.ok) return null;
  return { soort, eenheid, lengte, norm: procent / 100, vanaf: vanaf.waarde };
}

/** Reads the form; refuses per field. */
function leesNorm(
  v: Normvelden,
  regio: string,
): Result<Omit<Termijnnorm, 'id'> & { regio: string }, Weigering> {
  const fouten: Record<string, string> = {};
  const waarden = leesWaarden(v, fouten);
  const { wet, artikel, bron, norm_bron: normBron } = leesTeksten(v, fouten);
  if (!waarden || Object.keys(fouten).length > 0) return geweigerd(ongeldig(fouten));
  const { soort, eenheid, lengte, norm, vanaf } = waarden;
  const telwijze: Telwijze = eenheid === 'werkdag' ? 'werkdagen' : 'kalenderdagen';
  const regel = {
    code: termijncode(soort, telwijze),
    naam: lengteTekst(lengte, eenheid),
    wet,
    artikel,
    geldigVanaf: vanaf,
    geldigTot: null,
    lengte,
    eenheid,
    eersteDagTelt: false,
    verschuiving: v.verschuiving === 'ja' ? ('algemene_termijnenwet' as const) : ('geen' as const),
    bron,
    bevestigd: v.bevestigd === 'ja',
  };
  const normBevestigd = v.norm_bevestigd === 'ja';
  return gelukt({ regio, soort, telwijze, regel, norm, normBron, normBevestigd });
}

/**
 * Lays down a term for a region, from a day on. The one that applied until then is closed on that day and stays. Refuses
 * per field, and a day on or before the beginning of the term that applies now.
 */
export async function legTermijnnormVast(
  tx: Transactie,
  regio: string,
  v: Normvelden,
  wie: Inlezer,
): Promise<Result<void, Weigering>> {
  const gelezen = leesNorm(v, regio);
  if (!gelezen.ok) return gelezen;
  const nieuw = gelezen.waarde;
  await wachtOpTermijnbeurt(tx, regio);
  const eerder = (await listUitOpslag(tx, regio)).filter(
    n => n.regio === regio && n.regel.code === nieuw.regel.code,
  );
  const { compare } = Temporal.PlainDate;
  if (eerder.some(n => compare(n.regel.geldigVanaf, nieuw.regel.geldigVanaf) >= 0)) {
    const melding = 'Er is al een termijn van uw regio vanaf deze dag of later. Kies een latere dag.';
    return geweigerd(ongeldig({ geldig_vanaf: melding }));
  }
  await voegTermijnnormToe(tx, nieuw, actorTekst(wie.actor), wie.nu);
  await logGebruik(tx, {
    handeling: 'termijn.vastleggen',
    soort: 'termijnnorm',
    object: nieuw.regel.code,
    uitkomst: 'toegestaan',
    details: { lengte: nieuw.regel.lengte, eenheid: nieuw.regel.eenheid },
  });
  return gelukt(undefined);
}
