import { conflict, gelukt, geweigerd, nietGevonden, ongeldig, type Result } from '#kern/resultaat/index.ts';
import { heeftRol, type Lidmaatschap } from '#modules/toegang/index.ts';
import { metActor, type Transactie } from '#platform/db/index.ts';
import { findOnderdeel, schrijfVersie, voegToe, zetOpenbaar } from '../db/repository.ts';
import { beslisMijlpaal, GEMEENTESTANDTABEL, pasStatusToe, type Statusinvoer } from '../domain/handeling.ts';
import type { Mijlpaalrol } from '../domain/mijlpaal.ts';
import {
  gemeenten,
  lijst,
  type Onderdeel,
  omgevingVan,
  type Programma,
  type ProgrammaGemeente,
  vind,
} from '../domain/programma.ts';
import { SOORTEN } from '../domain/soorten.ts';
import { isSchrijfbaar } from '../domain/tekens.ts';
import { toets } from '../domain/toets.ts';
import type { Inhoud } from '../domain/veld.ts';
import { gelijk, normaliseer } from '../domain/waarde.ts';
import type { Bewaarweigering } from './bewaar.ts';
import { type Doen, magWijzigen, vastlegging } from './doen.ts';
import { findProgramma } from './lees.ts';

/** The item after an act, and whether readers outside see it now. */
export interface Gehandeld {
  onderdeel: Onderdeel;
  openbaar: boolean;
}

/** The roles of this person that count in the status tables, for the region or one municipality of it. */
export function statusrollen(
  lidmaatschappen: readonly Lidmaatschap[],
  regio: string,
  gemeente: string | null,
): Mijlpaalrol[] {
  const leidt = heeftRol(lidmaatschappen, ['projectleider'], { regio });
  const adviseert =
    gemeente !== null &&
    lidmaatschappen.some(l => l.rol === 'beleidsmedewerker' && l.regio === regio && l.gemeente === gemeente);
  return [
    ...(leidt ? (['projectleider'] as const) : []),
    ...(adviseert ? (['beleidsmedewerker'] as const) : []),
  ];
}

/** Texts of an act that cannot be stored, by field of its form; null when there are none. */
function onbruikbaar(inhoud: Inhoud, reden: string | null): Result<never, Bewaarweigering> | null {
  const velden = Object.entries(inhoud)
    .filter(([, w]) => typeof w === 'string' && !isSchrijfbaar(w))
    .map(([veld]) => (veld === 'statusReden' ? 'reden' : veld));
  if (velden.length === 0 && !isSchrijfbaar(reden ?? '')) velden.push('reden');
  if (velden.length === 0) return null;
  return geweigerd(ongeldig(Object.fromEntries(velden.map(veld => [veld, 'onbruikbaar_teken']))));
}

/**
 * Writes the next version and publishes it at once when readers outside saw the version before it: a status
 * is news. Where the item held unpublished changes, or the caller says that it may not go out, it stays a draft.
 */
export async function schrijfStand(
  tx: Transactie,
  d: Doen,
  regio: string,
  nu: Onderdeel,
  inhoud: Inhoud,
  reden: string | null,
  magUit = true,
): Promise<Result<Gehandeld, Bewaarweigering>> {
  const fout = onbruikbaar(inhoud, reden);
  if (fout) return fout;
  const wijziging = { id: nu.id, vanVersie: nu.versie, inhoud, gemeente: nu.gemeente };
  const raak = await schrijfVersie(tx, wijziging, vastlegging(d, regio, reden));
  const ging = magUit && nu.openbareVersie === nu.versie;
  const openbaar = raak && ging && (await zetOpenbaar(tx, nu.id, nu.versie + 1));
  const na = await findOnderdeel(tx, regio, nu.soort, nu.code);
  if (!na) throw new Error('Onderdeel na handeling niet leesbaar.');
  return raak ? gelukt({ onderdeel: na, openbaar }) : geweigerd({ ...conflict(na.versie), nu: na });
}

export interface Mijlpaalopdracht extends Statusinvoer {
  regio: string;
  code: string;
  /** Version that the actor saw. */
  versie: number;
}

/** Moves a milestone to another status, with its reason and, when it slips, its new date. */
export function handelMijlpaal(d: Doen, w: Mijlpaalopdracht): Promise<Result<Gehandeld, Bewaarweigering>> {
  const rollen = statusrollen(d.lidmaatschappen, w.regio, null);
  return metActor(d.db, d.actor, d.vandaag, async tx => {
    const nu = rollen.length > 0 ? await findOnderdeel(tx, w.regio, 'mijlpaal', w.code) : null;
    if (!nu) return geweigerd(nietGevonden());
    if (nu.versie !== w.versie) return geweigerd({ ...conflict(nu.versie), nu });
    const na = beslisMijlpaal(nu.inhoud, w, rollen, d.vandaag);
    if (!na.ok) return na;
    return schrijfStand(tx, d, w.regio, nu, na.waarde, w.reden.trim() || null);
  });
}

export interface Standopdracht {
  regio: string;
  /** Code of the action. */
  actie: string;
  /** CBS code. */
  gemeente: string;
  /** Version that the actor saw; 0 when nothing had been said yet. */
  versie: number;
  /** Null: the status stays as it is. */
  handeling: Statusinvoer['handeling'] | null;
  reden: string;
  resultaat: string;
  verantwoordelijkeRol: string;
  datum: string;
}

/** The stand of an action in a municipality, if anything was said. */
function findStand(p: Programma, actie: string, gemeente: ProgrammaGemeente): Onderdeel | null {
  const code = standcode(actie, gemeente.code);
  return (
    lijst(p, 'gemeentestand').find(
      s => s.code === code || (s.inhoud.actie === actie && s.inhoud.gemeente === gemeente.naam),
    ) ?? null
  );
}

/** Code of the stand of an action in a municipality (CBS code). */
function standcode(actie: string, gemeente: string): string {
  return `${actie}.${gemeente}`;
}

function nieuweInhoud(w: Standopdracht, g: ProgrammaGemeente, oud: Inhoud | null): Inhoud {
  return {
    ...normaliseer(SOORTEN.gemeentestand, oud ?? { code: standcode(w.actie, g.code) }),
    actie: w.actie,
    gemeente: g.naam,
    resultaat: w.resultaat.trim() || null,
    verantwoordelijkeRol: w.verantwoordelijkeRol.trim() || null,
    datum: w.datum.trim() || null,
  };
}

/** Content of the stand after this request, or what is wrong with it. */
function beslisStand(
  d: Doen,
  w: Standopdracht,
  p: Programma,
  g: ProgrammaGemeente,
  nu: Onderdeel | null,
): Result<Inhoud, Bewaarweigering> {
  let inhoud = nieuweInhoud(w, g, nu?.inhoud ?? null);
  if (w.handeling) {
    const rollen = statusrollen(d.lidmaatschappen, w.regio, g.code);
    const invoer = { handeling: w.handeling, reden: w.reden };
    const na = pasStatusToe(GEMEENTESTANDTABEL, inhoud, invoer, rollen, d.vandaag);
    if (!na.ok) return na;
    inhoud = na.waarde;
  }
  const bevindingen = toets(SOORTEN.gemeentestand, inhoud, omgevingVan(p));
  if (bevindingen.length === 0) return gelukt(inhoud);
  const velden = Object.fromEntries(bevindingen.map(b => [b.veld, b.gebrek.code]));
  return geweigerd({ ...ongeldig(velden), bevindingen });
}

/**
 * Do readers outside know this municipality by this name? A stand repeats the name: while another one is only a draft, what
 * is said with it stays a draft too.
 */
export async function isNaamBuitenBekend(
  tx: Transactie,
  regio: string,
  g: ProgrammaGemeente,
): Promise<boolean> {
  const buiten = await findProgramma(tx, regio, 'openbaar');
  return buiten !== null && gemeenten(buiten).some(x => x.code === g.code && x.naam === g.naam);
}

/** The first word about an action in a municipality; public at once where the action is. */
async function begin(
  tx: Transactie,
  d: Doen,
  w: Standopdracht,
  p: Programma,
  inhoud: Inhoud,
  magUit: boolean,
): Promise<Result<Gehandeld, Bewaarweigering>> {
  const openbaar = magUit && (vind(p, 'actie', w.actie)?.openbareVersie ?? null) !== null;
  const volgorde = Math.max(-1, ...lijst(p, 'gemeentestand').map(o => o.volgorde)) + 1;
  // A stand that was removed keeps its code in the history; the next one gets the code with a number.
  const kale = standcode(w.actie, w.gemeente);
  for (const code of [kale, ...Array.from({ length: 8 }, (_, i) => `${kale}-${i + 2}`)]) {
    const item = { soort: 'gemeentestand' as const, code, volgorde, gemeente: w.gemeente };
    const v = vastlegging(d, w.regio, w.reden.trim() || null);
    const id = await voegToe(tx, w.regio, { ...item, inhoud: { ...inhoud, code } }, openbaar, v);
    const na = await findOnderdeel(tx, w.regio, 'gemeentestand', code);
    if (id && na) return gelukt({ onderdeel: na, openbaar });
    if (na) return geweigerd({ ...conflict(na.versie), nu: na });
  }
  throw new Error('Geen code meer vrij voor deze stand.');
}

/** Sets status, result, role and date of an action in one municipality: by its adviser or the project leader. */
export function handelStand(d: Doen, w: Standopdracht): Promise<Result<Gehandeld, Bewaarweigering>> {
  return metActor(d.db, d.actor, d.vandaag, async tx => {
    const mag = magWijzigen(d.lidmaatschappen, w.regio, 'gemeentestand', w.gemeente);
    const p = mag ? await findProgramma(tx, w.regio, 'werk') : null;
    const g = p && gemeenten(p).find(x => x.code === w.gemeente);
    const actie = p && vind(p, 'actie', w.actie);
    if (!p || !g || !actie) return geweigerd(nietGevonden());
    const eigen = actie.inhoud.gemeente;
    if (eigen && eigen !== g.naam) return geweigerd(nietGevonden());
    const nu = findStand(p, w.actie, g);
    if ((nu?.versie ?? 0) !== w.versie)
      return geweigerd({ ...conflict(nu?.versie ?? 0), ...(nu ? { nu } : {}) });
    const na = beslisStand(d, w, p, g, nu);
    if (!na.ok) return na;
    const magUit = await isNaamBuitenBekend(tx, w.regio, g);
    if (!nu) return onbruikbaar(na.waarde, w.reden) ?? begin(tx, d, w, p, na.waarde, magUit);
    if (gelijk(na.waarde, nu.inhoud))
      return gelukt({ onderdeel: nu, openbaar: nu.openbareVersie === nu.versie });
    return schrijfStand(tx, d, w.regio, nu, na.waarde, w.reden.trim() || null, magUit);
  });
}
