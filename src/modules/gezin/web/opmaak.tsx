import { formatDag, formatTijdstip } from '#kern/datum/index.ts';
import type { Ctx } from '#platform/http/index.ts';
import { Afdrukregel, type Optie } from '#platform/ui/index.ts';
import type { Adres } from '../domain/adres.ts';
import { formatGeboortedatum } from '../domain/geboortedatum.ts';
import type { Graad } from '../domain/graad.ts';
import { type Persoon, volleNaam } from '../domain/persoon.ts';
import type { Gebied } from './kader.tsx';
import { algemeen, woorden } from './teksten.ts';

/** An ISO day in words. */
export const toonDag = (iso: string): string => formatDag(Temporal.PlainDate.from(iso));

export const toonMoment = (iso: string): string => formatTijdstip(Temporal.Instant.from(iso));

/** 'vanaf 3 november 2026' or 'van … tot …'; '' when nothing of it is known. */
export function toonPeriode(van: string | null, tot: string | null): string {
  if (tot !== null) return algemeen.vanTot(van === null ? algemeen.onbekend : toonDag(van), toonDag(tot));
  return van === null ? algemeen.nog : algemeen.vanaf(toonDag(van));
}

export function toonGraad<T>(g: Graad<T>, als: (w: T) => string): string {
  return g.graad === 'bekend' ? als(g.waarde) : woorden.graad[g.graad];
}

export const toonNaam = (p: Pick<Persoon, 'gegevens'>): string => volleNaam(p.gegevens) || algemeen.naamloos;

export const toonGeboren = (p: Pick<Persoon, 'gegevens'>): string =>
  toonGraad(p.gegevens.geboortedatum, formatGeboortedatum);

export function toonGemeente(gebieden: readonly Gebied[], code: string | null): string {
  if (code === null) return algemeen.onbekend;
  return gebieden.flatMap(g => g.gemeenten).find(g => g.code === code)?.naam ?? code;
}

/** An address on one line, as on an envelope. */
export function toonAdres(a: Adres | null): string {
  if (a === null) return algemeen.gewist;
  const deur = [a.straat, `${a.nummer}${a.toevoeging}`].filter(Boolean).join(' ');
  const plaats = [a.postcode, a.plaats].filter(Boolean).join(' ');
  return [deur, plaats].filter(Boolean).join(', ');
}

/** The codes of a table of words as choices. */
export function opties(tabel: Readonly<Record<string, string>>): Optie[] {
  return Object.entries(tabel).map(([waarde, naam]) => ({ waarde, naam }));
}

export function gemeenteOpties(gebieden: readonly Gebied[]): Optie[] {
  return gebieden
    .flatMap(g => g.gemeenten)
    .map(g => ({ waarde: g.code, naam: g.naam }))
    .sort((a, b) => a.naam.localeCompare(b.naam, 'nl'));
}

/** On paper: who printed, when, and for what. */
export const Druk = ({ c }: { c: Ctx }) => (
  <Afdrukregel
    door={c.get('gebruiker')?.naam ?? ''}
    moment={formatTijdstip(c.get('nu'))}
    reden={algemeen.afdrukdoel}
  />
);
