import { gelukt, geweigerd, ongeldig, type Result, type Weigering } from '#kern/resultaat/index.ts';
import { leesDeeldatum } from './deeldatum.ts';
import { AFRONDINGEN } from './keuzes.ts';
import { standVan } from './mijlpaal.ts';
import { enige, getal, lijst, type Onderdeel, type Programma, tekst } from './programma.ts';
import type { Inhoud } from './veld.ts';

export type Afronding = (typeof AFRONDINGEN)[number];

/** Where an action stands at the end of a year: as planned still running, to be decided, or as decided. */
export type Jaarstand = Afronding | 'volgens_plan' | 'te_beslissen';

/** One action on the agenda of a year. */
export interface Jaaractie {
  actie: Onderdeel;
  stand: Jaarstand;
  /** The year from which it was carried over; null when it was planned for this year. */
  uitJaar: number | null;
}

export interface Jaaragenda {
  jaar: number;
  acties: Jaaractie[];
  /** Its last year is over and nobody has decided: it does not vanish. */
  blijvenLiggen: Jaaractie[];
}

const jaarVan = (datum: Temporal.PlainDate | undefined | null): number[] => (datum ? [datum.year] : []);

/**
 * First and last year of an action: its own start and end, or those of the programme where it names none, widened
 * by its milestones. The day counts for nothing: milestones keep their year whether late or not.
 */
export function looptijd(p: Programma, actie: Onderdeel): { van: number; tot: number } {
  const regio = enige(p, 'regio');
  const eigen = (veld: string) => leesDeeldatum(tekst(actie, veld));
  const plan = (veld: string) => leesDeeldatum(tekst(regio, veld));
  const dag = Temporal.PlainDate.from('2000-01-01');
  const standen = lijst(p, 'mijlpaal')
    .filter(m => tekst(m, 'actie') === actie.code)
    .map(m => standVan(m, dag));
  const begin = jaarVan((eigen('start') ?? plan('periodeVan'))?.eerste);
  const eind = jaarVan((eigen('gereed') ?? plan('periodeTot'))?.laatste);
  const jaren = [...begin, ...eind, ...standen.flatMap(s => [...jaarVan(s.van), ...jaarVan(s.tot)])];
  const gereed = jaarVan(eigen('gereed')?.laatste);
  return {
    van: Math.min(...jaren),
    tot: Math.max(...(gereed.length > 0 ? gereed : eind), ...standen.flatMap(s => jaarVan(s.tot))),
  };
}

/** The last decision about an action, with the year that it closes. */
export function besluitOver(actie: Onderdeel): { afronding: Afronding; jaar: number } | null {
  const afronding = tekst(actie, 'afronding') as Afronding | '';
  if (afronding === '') return null;
  const jaar = getal(actie, 'afrondingJaar') ?? Temporal.PlainDate.from(actie.geldigVanaf).year;
  return { afronding, jaar };
}

function opJaar(p: Programma, actie: Onderdeel, jaar: number): Jaaractie | 'ligt' | null {
  const { van, tot } = looptijd(p, actie);
  const besluit = besluitOver(actie);
  if (jaar < van) return null;
  if (besluit && jaar <= besluit.jaar)
    return { actie, stand: jaar < besluit.jaar ? 'loopt_door' : besluit.afronding, uitJaar: null };
  if (besluit && besluit.afronding !== 'loopt_door') return null;
  // Carried over means: at least into the year after.
  const laatste = besluit ? Math.max(tot, besluit.jaar + 1) : tot;
  if (jaar > laatste) return 'ligt';
  const stand = jaar < laatste ? 'volgens_plan' : 'te_beslissen';
  return { actie, stand, uitJaar: besluit ? besluit.jaar : null };
}

/** The actions of a year with how they end it, and those of earlier years about which nobody decided. */
export function jaaragenda(p: Programma, jaar: number): Jaaragenda {
  const uit: Jaaragenda = { jaar, acties: [], blijvenLiggen: [] };
  for (const actie of lijst(p, 'actie')) {
    const a = opJaar(p, actie, jaar);
    if (a === 'ligt')
      uit.blijvenLiggen.push({ actie, stand: 'te_beslissen', uitJaar: looptijd(p, actie).tot });
    else if (a) uit.acties.push(a);
  }
  return uit;
}

/** First and last year that have anything on their agenda, the year after the last included. */
export function jarenVan(p: Programma): number[] {
  const tijden = lijst(p, 'actie').map(a => looptijd(p, a));
  if (tijden.length === 0) return [];
  const van = Math.min(...tijden.map(t => t.van));
  const besluiten = lijst(p, 'actie').flatMap(a => besluitOver(a)?.jaar ?? []);
  const tot = Math.max(...tijden.map(t => t.tot), ...besluiten) + 1;
  return Array.from({ length: tot - van + 1 }, (_, i) => van + i);
}

export interface Afrondinvoer {
  jaar: number;
  afronding: string;
  toelichting: string;
  opvolger: string;
}

/**
 * An action after the decision how it ends a year. Always with a reason; 'opgevolgd' names its successor. Codes
 * per field: `verplicht`, `onbekende_keuze`.
 */
export function rondActieAf(inhoud: Inhoud, invoer: Afrondinvoer): Result<Inhoud, Weigering<'ongeldig'>> {
  const velden: Record<string, string> = {};
  if (!(AFRONDINGEN as readonly string[]).includes(invoer.afronding)) velden.afronding = 'onbekende_keuze';
  if (invoer.toelichting.trim() === '') velden.afrondingToelichting = 'verplicht';
  const opvolger = invoer.opvolger.trim();
  if (invoer.afronding === 'opgevolgd' && opvolger === '') velden.opvolger = 'verplicht';
  if (Object.keys(velden).length > 0) return geweigerd(ongeldig(velden));
  return gelukt({
    ...inhoud,
    afronding: invoer.afronding,
    afrondingJaar: invoer.jaar,
    afrondingToelichting: invoer.toelichting.trim(),
    opvolger: invoer.afronding === 'opgevolgd' ? opvolger : null,
  });
}
