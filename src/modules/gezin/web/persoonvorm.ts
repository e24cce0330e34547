import { gelukt, geweigerd, ongeldig, type Result, type Weigering } from '#kern/resultaat/index.ts';
import { isBsngrond, leesBsn } from '../domain/bsn.ts';
import { formatGeboortedatum, parseGeboortedatum } from '../domain/geboortedatum.ts';
import { bekend, GEWEIGERD, type Graad, ONBEKEND, waardeVan } from '../domain/graad.ts';
import { GESLACHTEN, type Geslacht, type Persoon, type Persooninvoer } from '../domain/persoon.ts';
import type { Velden } from './kader.tsx';
import { algemeen, persoonteksten as t } from './teksten.ts';

/** Fields that have a grade of certainty, with a box "will not say" beside each. */
export const GEGRADEERD = [
  'voornamen',
  'roepnaam',
  'achternaam',
  'geboortedatum',
  'telefoon',
  'email',
] as const;
export type Gegradeerd = (typeof GEGRADEERD)[number];

/** What a person's form may send; whatever else comes along is not read. */
export const PERSOONVELDEN: readonly string[] = [
  ...GEGRADEERD,
  ...GEGRADEERD.map(v => `${v}_geweigerd`),
  'tussenvoegsel',
  'geslacht',
  'gemeente',
  'bsn',
  'bsn_grond',
  'reden',
  'versie',
];

/** A person as the form shows him. */
export function waardenVan(p: Persooninvoer): Velden {
  const uit: Record<string, string> = {
    tussenvoegsel: p.gegevens.tussenvoegsel,
    geslacht: p.geslacht,
    gemeente: p.gemeente ?? '',
    bsn: p.bsn?.nummer ?? '',
    bsn_grond: p.bsn?.grond ?? '',
  };
  for (const veld of GEGRADEERD) {
    const g: Graad<unknown> = p.gegevens[veld];
    uit[veld] = veld === 'geboortedatum' ? datumTekst(p) : String(waardeVan(g) ?? '');
    uit[`${veld}_geweigerd`] = g.graad === 'geweigerd' ? 'ja' : '';
  }
  return uit;
}

function datumTekst(p: Persooninvoer): string {
  const datum = waardeVan(p.gegevens.geboortedatum);
  return datum ? formatGeboortedatum(datum) : '';
}

function leesGraad(v: Velden, veld: Gegradeerd): Graad<string> {
  const tekst = v[veld] ?? '';
  if (tekst !== '') return bekend(tekst);
  return v[`${veld}_geweigerd`] === 'ja' ? GEWEIGERD : ONBEKEND;
}

const isGeslacht = (w: string): w is Geslacht => (GESLACHTEN as readonly string[]).includes(w);

/** Reads a sent form into a person, or tells per field what cannot be read. The rules of the house come after. */
export function leesPersoon(v: Velden, vandaag: Temporal.PlainDate): Result<Persooninvoer, Weigering> {
  const fouten: Record<string, string> = {};
  for (const veld of GEGRADEERD) {
    if ((v[veld] ?? '') !== '' && v[`${veld}_geweigerd`] === 'ja') fouten[veld] = t.beide;
  }
  const geslacht = v['geslacht'] || 'onbekend';
  if (!isGeslacht(geslacht)) fouten['geslacht'] = algemeen.kies;
  const datum = leesGraad(v, 'geboortedatum');
  const geboren = datum.graad === 'bekend' ? parseGeboortedatum(datum.waarde, vandaag) : null;
  if (geboren && !geboren.ok) fouten['geboortedatum'] = t.geboortedatumFout;
  const [bsnTekst = '', grond = ''] = [v['bsn'], v['bsn_grond']];
  const nummer = bsnTekst === '' ? null : leesBsn(bsnTekst);
  if (bsnTekst !== '' && nummer === null) fouten['bsn'] = t.bsnNegen;
  if (bsnTekst !== '' && !isBsngrond(grond)) fouten['bsn_grond'] = t.bsnGrondNodig;
  if (Object.keys(fouten).length > 0 || !isGeslacht(geslacht)) return geweigerd(ongeldig(fouten));
  return gelukt({
    gegevens: {
      voornamen: leesGraad(v, 'voornamen'),
      roepnaam: leesGraad(v, 'roepnaam'),
      tussenvoegsel: v['tussenvoegsel'] ?? '',
      achternaam: leesGraad(v, 'achternaam'),
      geboortedatum: geboren?.ok ? bekend(geboren.waarde) : datum.graad === 'bekend' ? ONBEKEND : datum,
      telefoon: leesGraad(v, 'telefoon'),
      email: leesGraad(v, 'email'),
    },
    geslacht,
    gemeente: v['gemeente'] || null,
    bsn: nummer !== null && isBsngrond(grond) ? { nummer, grond } : null,
  });
}

/** The version that the writer saw; 0 when it cannot be read, which is never a stored version. */
export const leesVersie = (tekst: string | undefined): number =>
  /^\d{1,9}$/.test(tekst ?? '') ? Number(tekst) : 0;

/** Which fields differ between two people as the form shows them. */
export function verschillen(nu: Persoon, uw: Velden): { veld: string; hun: string; uw: string }[] {
  const hun = waardenVan(nu);
  return Object.keys(hun)
    .filter(veld => (hun[veld] ?? '') !== (uw[veld] ?? ''))
    .map(veld => ({ veld, hun: hun[veld] ?? '', uw: uw[veld] ?? '' }));
}
