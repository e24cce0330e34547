import { FINANCIERING, type Financiering } from './keuzes.ts';
import { enige, getal, lijst, type Onderdeel, type Programma, tekst } from './programma.ts';

/** A sum that keeps apart what is known and what is not: unknown never counts as 0. */
export interface Som {
  /** Whole euros; null when not one amount is known. */
  som: number | null;
  /** How many amounts are known, and how many are not. */
  bekend: number;
  onbekend: number;
}

/** Adds amounts in whole euros. The order does not matter; `null` (unknown) is counted, never added. */
export function telOp(bedragen: readonly (number | null)[]): Som {
  const bekend = bedragen.filter(b => b !== null);
  const som = bekend.length === 0 ? null : bekend.reduce((a, b) => a + b, 0);
  return { som, bekend: bekend.length, onbekend: bedragen.length - bekend.length };
}

/** Two sums as one: the same as adding all their amounts at once. */
export function voegSamen(a: Som, b: Som): Som {
  const som = a.som === null ? b.som : b.som === null ? a.som : a.som + b.som;
  return { som, bekend: a.bekend + b.bekend, onbekend: a.onbekend + b.onbekend };
}

/** What a line costs beside or instead of euros; the words for it stand with the texts. */
export type Geldwoord = 'capaciteit_gemeente' | 'capaciteit_partner' | 'capaciteit' | 'pm' | 'onbekend';

/** One budget line as money: what the source budgets and asks, what was granted and what was spent. */
export interface Geldregel {
  regel: Onderdeel;
  financiering: Financiering;
  /** As the source gives it. */
  bedrag: number | null;
  /** Asked as a subsidy according to the source; null on lines that ask none. */
  gevraagd: number | null;
  /** Granted: as recorded here, else what the source calls a granted subsidy. */
  toegekend: number | null;
  besteed: number | null;
  woorden: readonly Geldwoord[];
}

function woordenVan(regel: Onderdeel, financiering: Financiering, bedrag: number | null): Geldwoord[] {
  const uit: Geldwoord[] = [];
  if (regel.inhoud.capaciteitGemeente) uit.push('capaciteit_gemeente');
  if (regel.inhoud.capaciteitPartner) uit.push('capaciteit_partner');
  if (financiering === 'capaciteit' && uit.length === 0) uit.push('capaciteit');
  if (financiering === 'pm' || /\(pm\)/i.test(tekst(regel, 'omschrijving'))) uit.push('pm');
  if (bedrag === null && uit.length === 0) uit.push('onbekend');
  return uit;
}

/** A budget line as money. Only lines under 'subsidie-aan-te-vragen' ask; nothing is inferred for the others. */
function geldregel(regel: Onderdeel): Geldregel {
  const financiering = (tekst(regel, 'financiering') || 'onbekend') as Financiering;
  const bedrag = getal(regel, 'bedrag');
  const verstrekt = financiering === 'subsidie-verstrekt' ? bedrag : null;
  return {
    regel,
    financiering,
    bedrag,
    gevraagd: financiering === 'subsidie-aan-te-vragen' ? bedrag : null,
    toegekend: getal(regel, 'toegekend') ?? verstrekt,
    besteed: getal(regel, 'besteed'),
    woorden: woordenVan(regel, financiering, bedrag),
  };
}

export function geldregels(p: Programma): Geldregel[] {
  return lijst(p, 'begrotingsregel').map(geldregel);
}

/** The lines of one source of funds with their sum beside the total that the document states. */
export interface Geldbron {
  financiering: Financiering;
  regels: readonly Geldregel[];
  som: Som;
  /** What the document states as total; null when it states none. */
  volgensBron: number | null;
  /** Our sum minus the stated total; null when one of them is missing. 0 is agreement. */
  verschil: number | null;
  /** Why they differ, or what the total leaves out, in the words of the reading. */
  uitleg: string;
}

/** Lines by source of funds, in the fixed order of sources. */
export function geldbronnen(p: Programma): Geldbron[] {
  const perBron = Map.groupBy(geldregels(p), r => r.financiering);
  return FINANCIERING.filter(f => perBron.has(f)).map(financiering => {
    const regels = perBron.get(financiering) ?? [];
    const som = telOp(regels.map(r => r.bedrag));
    const totaal = lijst(p, 'begrotingstotaal').find(t => tekst(t, 'financiering') === financiering) ?? null;
    const volgensBron = getal(totaal, 'bedragVolgensBron');
    const verschil = som.som === null || volgensBron === null ? null : som.som - volgensBron;
    return { financiering, regels, som, volgensBron, verschil, uitleg: tekst(totaal, 'opmerking') };
  });
}

/** The parts of a bar, in euros, that together never count a euro twice. */
export interface Stapel {
  besteed: number;
  /** Granted and not spent. */
  toegekend: number;
  /** Asked, no grant known. */
  gevraagd: number;
  /** Budgeted, nothing known of a request or a grant. */
  begroot: number;
}

/** What of a line is spent, granted, asked or only budgeted: each euro in the furthest stage that is known. */
export function stapel(r: Geldregel): Stapel {
  const besteed = Math.max(0, r.besteed ?? 0);
  const rest = (n: number | null) => Math.max(0, (n ?? 0) - besteed);
  if (r.toegekend !== null) return { besteed, toegekend: rest(r.toegekend), gevraagd: 0, begroot: 0 };
  if (r.gevraagd !== null) return { besteed, toegekend: 0, gevraagd: rest(r.gevraagd), begroot: 0 };
  return { besteed, toegekend: 0, gevraagd: 0, begroot: rest(r.bedrag) };
}

/** One piece of money with the name under which several regions may list it. */
export interface Regiobedrag {
  regio: string;
  onderdeel: Onderdeel;
  naam: string;
  bedrag: number | null;
  bovenregionaal: boolean;
}

/** Is this the same project under another spelling? Case, accents, punctuation and the word 'Project' do not tell. */
export function naamsleutel(naam: string): string {
  return naam
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^project\s+/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The budget lines and projects of a region; a line is supra-regional when a project of its name is. */
export function regiobedragen(p: Programma, soort: 'begrotingsregel' | 'project'): Regiobedrag[] {
  const projecten = lijst(p, 'project');
  const boven = new Set(
    projecten.filter(x => x.inhoud.bovenregionaal === true).map(x => naamsleutel(tekst(x, 'naam'))),
  );
  const veld = soort === 'project' ? 'budget' : 'bedrag';
  return lijst(p, soort).map(o => {
    const naam = tekst(o, soort === 'project' ? 'naam' : 'omschrijving');
    const bovenregionaal = boven.has(naamsleutel(naam));
    return { regio: p.regio, onderdeel: o, naam, bedrag: getal(o, veld), bovenregionaal };
  });
}

/** A supra-regional project that several regions list, and which of their amounts counts. */
export interface Samenval {
  naam: string;
  delen: readonly Regiobedrag[];
  /** The amount that counts: the highest known; null when none is known. */
  telt: number | null;
  /** Do the known amounts differ? Then the sources do not say whether they are parts or the whole. */
  oneens: boolean;
}

export interface Regiototaal extends Som {
  samenval: Samenval[];
}

/**
 * The total over regions. A supra-regional project that stands with more than one region counts once, with its
 * highest known amount: a total may come out too low where regions list parts, never too high.
 */
export function telOpRegios(bedragen: readonly Regiobedrag[]): Regiototaal {
  const gewoon = bedragen.filter(b => !b.bovenregionaal);
  const groepen = [
    ...Map.groupBy(
      bedragen.filter(b => b.bovenregionaal),
      b => naamsleutel(b.naam),
    ).values(),
  ];
  const samengevat = groepen.map(delen => {
    const bekend = delen.flatMap(d => d.bedrag ?? []);
    const telt = bekend.length === 0 ? null : Math.max(...bekend);
    return { naam: delen[0]?.naam ?? '', delen, telt, oneens: new Set(bekend).size > 1 };
  });
  const som = telOp([...gewoon.map(b => b.bedrag), ...samengevat.map(s => s.telt)]);
  return { ...som, samenval: samengevat.filter(s => new Set(s.delen.map(d => d.regio)).size > 1) };
}

/** Currency, period and note of the budget. */
export function begrotingVan(p: Programma): Onderdeel | null {
  return enige(p, 'begroting');
}
