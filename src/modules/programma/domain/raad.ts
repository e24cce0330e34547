import type { OPMERKINGSTATUSSEN } from './keuzes.ts';
import { gemeenten, lijst, type Onderdeel, type Programma, regels, tekst, vind } from './programma.ts';
import type { Inhoud } from './veld.ts';

export type Opmerkingstatus = (typeof OPMERKINGSTATUSSEN)[number];

/** How a remark stands. `afgeleid`: nobody set a status, so it follows from whether there is an answer. */
export interface Opmerkingstand {
  status: Opmerkingstatus;
  afgeleid: boolean;
}

export function standVanOpmerking(o: Onderdeel): Opmerkingstand {
  const gezet = tekst(o, 'status');
  if (gezet) return { status: gezet as Opmerkingstatus, afgeleid: false };
  return { status: tekst(o, 'antwoord') ? 'beantwoord' : 'open', afgeleid: true };
}

/** An action that a remark leads to, and how: named by the remark itself, or by one of its answer codes. */
export interface Koppeling {
  actie: Onderdeel;
  via: 'opmerking' | 'antwoordcode';
  /** The answer code, when it leads through one. */
  code: string | null;
}

/**
 * The actions behind a remark. The remark's own action stands first and hides the same action through a code.
 * Codes that belong to no action ('Algemeen', 'Lokaal') give none.
 */
export function actiesBijOpmerking(p: Programma, o: Onderdeel): Koppeling[] {
  const uit: Koppeling[] = [];
  const eigen = vind(p, 'actie', tekst(o, 'actie'));
  if (eigen) uit.push({ actie: eigen, via: 'opmerking', code: null });
  for (const code of regels(o, 'antwoordcodes')) {
    const actie = vind(p, 'actie', tekst(vind(p, 'antwoordcode', code), 'actie'));
    if (actie && !uit.some(k => k.actie.code === actie.code)) uit.push({ actie, via: 'antwoordcode', code });
  }
  return uit;
}

/** The other direction: the remarks that lead to an action. */
export function opmerkingenBijActie(p: Programma, actie: Onderdeel): Onderdeel[] {
  return lijst(p, 'raadsopmerking').filter(o =>
    actiesBijOpmerking(p, o).some(k => k.actie.code === actie.code),
  );
}

/** What a reader asks of the list; empty is no wish. `gemeente` and `actie` by name and code. */
export interface Raadkeuze {
  gemeente: string;
  code: string;
  status: string;
  actie: string;
}

export function filterOpmerkingen(p: Programma, keuze: Raadkeuze): Onderdeel[] {
  return lijst(p, 'raadsopmerking').filter(
    o =>
      (keuze.gemeente === '' || tekst(o, 'gemeente') === keuze.gemeente) &&
      (keuze.code === '' || regels(o, 'antwoordcodes').includes(keuze.code)) &&
      (keuze.status === '' || standVanOpmerking(o).status === keuze.status) &&
      (keuze.actie === '' || actiesBijOpmerking(p, o).some(k => k.actie.code === keuze.actie)),
  );
}

/** How many remarks a council made and how many of them have been answered. */
export interface Raadtelling {
  gemeente: string;
  totaal: number;
  open: number;
  beantwoord: number;
  verwerkt: number;
}

/** One count per municipality of the region, also where the council made no remark. */
export function telPerGemeente(p: Programma): Raadtelling[] {
  return gemeenten(p).map(g => {
    const telling: Raadtelling = { gemeente: g.naam, totaal: 0, open: 0, beantwoord: 0, verwerkt: 0 };
    for (const o of lijst(p, 'raadsopmerking')) {
      if (tekst(o, 'gemeente') !== g.naam) continue;
      telling.totaal++;
      telling[standVanOpmerking(o).status]++;
    }
    return telling;
  });
}

/** What someone fills in to answer a remark; empty is nothing. */
export interface Antwoordinvoer {
  antwoord: string;
  antwoordcodes: readonly string[];
  actie: string;
  status: string;
}

/**
 * The content of a remark with another answer. The remark itself, its council and its subject stay as the council
 * made them. Codes that a person chose are no longer inferred.
 */
export function metAntwoord(o: Onderdeel, invoer: Antwoordinvoer): Inhoud {
  const zelfde =
    invoer.antwoordcodes.length === regels(o, 'antwoordcodes').length &&
    invoer.antwoordcodes.every(c => regels(o, 'antwoordcodes').includes(c));
  return {
    ...o.inhoud,
    antwoord: invoer.antwoord.trim() || null,
    antwoordcodes: zelfde ? o.inhoud.antwoordcodes : [...invoer.antwoordcodes],
    codesAfgeleid: zelfde ? o.inhoud.codesAfgeleid : false,
    actie: invoer.actie || null,
    status: invoer.status || null,
  };
}

/** A remark that is called answered or dealt with has an answer. */
export function antwoordOntbreekt(invoer: Antwoordinvoer): boolean {
  return (invoer.status === 'beantwoord' || invoer.status === 'verwerkt') && invoer.antwoord.trim() === '';
}
