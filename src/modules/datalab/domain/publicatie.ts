import type { Taal } from '#kern/datum/index.ts';
import type {
  Keuzewijze,
  Methode,
  Primairreden,
  Teleenheid,
  Uitgave,
  Waarborgregel,
} from '#kern/onthulling/index.ts';
import { EINDTOESTAND, type Overgangstabel } from '#kern/toestand/index.ts';
import type { Plaatssoort } from './plaats.ts';
import { beschermteksten } from './teksten-publicatie.ts';

export type Publicatietoestand = 'concept' | 'aangeboden' | 'gepubliceerd' | 'ingetrokken' | 'vervallen';
export type Publicatiehandeling = 'bied_aan' | 'wijs_af' | 'keur_goed' | 'trek_in' | 'laat_vervallen';
export type Publicatierol = 'projectleider' | 'datalab_analist';

const WIE = ['projectleider', 'datalab_analist'] as const;

/**
 * How a release goes. That who prepared does not approve is asked of the person and not of the role: see `keurGoed` and
 * the database. Published is an end but for withdrawal, which keeps the record.
 */
export const publicatietabel: Overgangstabel<
  Publicatietoestand,
  Publicatiehandeling,
  Publicatierol,
  'reden'
> = {
  concept: {
    bied_aan: { naar: 'aangeboden', door: WIE },
    laat_vervallen: { naar: 'vervallen', door: WIE },
  },
  aangeboden: {
    wijs_af: { naar: 'concept', door: WIE, vereist: ['reden'] },
    keur_goed: { naar: 'gepubliceerd', door: WIE },
  },
  gepubliceerd: { trek_in: { naar: 'ingetrokken', door: WIE, vereist: ['reden'] } },
  ingetrokken: EINDTOESTAND,
  vervallen: EINDTOESTAND,
};

/** Levels that a release can show; fewer levels, fewer small counts. */
export const NIVEAUS = ['gemeente', 'subregio', 'regio'] as const;
export type Niveau = (typeof NIVEAUS)[number];
/** Kinds of period that a release can show. */
export const MEETPERIODEN = ['jaar', 'halfjaar', 'kwartaal', 'maand', 'deeljaar'] as const;
export type Meetperiode = (typeof MEETPERIODEN)[number];

/** What the preparer chose. */
export interface Publicatiekeuze {
  readonly regio: string;
  readonly titel: string;
  readonly toelichting: string;
  readonly indicatoren: readonly string[];
  readonly vanJaar: number;
  readonly totEnMetJaar: number;
  readonly niveaus: readonly Niveau[];
  readonly meetperioden: readonly Meetperiode[];
  readonly methode: Methode;
}

/** A release without its figures. */
export interface Publicatie {
  readonly id: string;
  readonly regio: string;
  readonly code: string;
  readonly titel: string;
  readonly toelichting: string;
  readonly toestand: Publicatietoestand;
  /** `overgenomen`: printed by a public source, and not protected here. */
  readonly methode: Methode | 'overgenomen';
  readonly basis: number;
  readonly ruim: boolean;
  readonly waarborg: 'veilig' | 'onveilig' | 'onbekend' | null;
  readonly bewezen: boolean;
  readonly vierOgen: boolean;
  readonly zegel: string;
  /** ISO instants. */
  readonly gepubliceerd: string | null;
  readonly ingetrokken: string | null;
  readonly redenIntrekking: string | null;
  /** Code of the release that took its place, when its source printed something else; null: it stands. */
  readonly vervangenDoor: string | null;
  readonly versie: number;
}

/** A count of a release as it is printed. */
export interface Publicatiecel {
  readonly naam: string;
  readonly indicator: string;
  readonly definitieversie: number;
  readonly plaatssoort: Extract<Plaatssoort, Niveau>;
  readonly plaats: string;
  readonly plaatsnaam: string;
  /** Code of the period. */
  readonly periode: string;
  readonly van: string;
  readonly tot: string;
  readonly getoond: number | null;
  readonly aard: 'gerond' | 'exact' | 'weggelaten';
  readonly nulGevoelig: boolean;
}

/** The truth behind a printed count, and how the primary rules judged it. Never for readers. */
export interface Waarheid {
  readonly naam: string;
  readonly waarde: number;
  /** In what the threshold was counted. */
  readonly teleenheid: Teleenheid;
  /** Why it must be protected; null: it need not be by itself. */
  readonly reden: Primairreden | null;
}

/** What only those who work on it see. */
export interface Publicatiewerk {
  readonly keuze: Publicatiekeuze;
  readonly voorbereidDoor: string;
  readonly goedgekeurdDoor: string | null;
  readonly oordeel: readonly Waarborgregel[];
  /** How what is left out was chosen. */
  readonly wijze: Keuzewijze;
  readonly fout: string | null;
  readonly gedaan: number;
  readonly teDoen: number;
  readonly bekekenTot: string;
  readonly redenAfwijzing: string | null;
}

/** A release that a reader may read: nothing that is shown of it comes from anywhere else. */
export interface OpenPublicatie {
  readonly publicatie: Publicatie;
  readonly uitgave: Uitgave;
  readonly cellen: readonly Publicatiecel[];
}

/** What a release in print is about, told by its figures; null once it was withdrawn. */
export interface Publicatiereikwijdte {
  /** First and last day (ISO). */
  readonly van: string;
  readonly tot: string;
  readonly indicatoren: readonly { readonly code: string; readonly definitieversie: number }[];
  /** Names, by alphabet. */
  readonly plaatsen: readonly string[];
}

/** A release as it can be found: without its figures. */
export interface Vindbaar {
  readonly publicatie: Publicatie;
  readonly reikwijdte: Publicatiereikwijdte | null;
}

/**
 * What the seal is over: everything that a reader sees, in one fixed order. A release whose seal does not fit any more
 * is not what two people approved.
 */
export function zegelstof(
  p: Pick<Publicatie, 'regio' | 'code' | 'titel' | 'toelichting' | 'methode' | 'basis' | 'ruim'>,
  cellen: readonly Publicatiecel[],
): string {
  const kop = [p.regio, p.code, p.titel, p.toelichting, p.methode, p.basis, p.ruim];
  const rijen = cellen
    .toSorted((a, b) => Number(a.naam.slice(1)) - Number(b.naam.slice(1)))
    .map(c => [c.naam, c.indicator, c.definitieversie, c.plaats, c.periode, c.getoond, c.aard]);
  return JSON.stringify([kop, rijen]);
}

/** Is work still going on: it is not judged, or judged safe and not yet proved? */
export const isBezig = (p: Publicatie, w: Pick<Publicatiewerk, 'fout'>): boolean =>
  p.toestand === 'concept' &&
  w.fout === null &&
  (p.waarborg === null || (p.waarborg === 'veilig' && !p.bewezen));

/** What a reader may do with what a region publishes: everything, if he says where it comes from. */
export const LICENTIE = 'https://creativecommons.org/licenses/by/4.0/';
/** Not known here; a value of the list of licences of data.overheid.nl. */
export const LICENTIE_ONBEKEND = 'http://standaarden.overheid.nl/owms/terms/licentieonbekend';

/** What was taken over stays under the terms of its source, and nobody here can give it away. */
export const licentieVan = (p: Pick<Publicatie, 'methode'>): string =>
  p.methode === 'overgenomen' ? LICENTIE_ONBEKEND : LICENTIE;

/** The day of an instant (ISO) as readers here count days. */
export const dagVanMoment = (moment: string): Temporal.PlainDate =>
  Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/Amsterdam').toPlainDate();

/** Where the releases of a region stand, and one of them: addresses that do not change. */
export const publicatiespad = (regio: string): string => `/regio/${regio}/publicaties`;
export const publicatiepad = (regio: string, code: string): string => `${publicatiespad(regio)}/${code}`;

/** Those that a reader finds: in print, or withdrawn. Also for who may see more. */
export const isInDruk = (p: Publicatie): boolean =>
  p.toestand === 'gepubliceerd' || p.toestand === 'ingetrokken';

/** How the numbers were protected, in sentences; or that they were not, and are as their source printed them. */
export function beschermzinnen(p: Pick<Publicatie, 'methode' | 'basis' | 'ruim'>, taal: Taal): string[] {
  const t = beschermteksten[taal];
  if (p.methode === 'overgenomen') return [t.overgenomen, t.overgenomenUitleg];
  const hoe =
    p.methode === 'onderdrukken'
      ? t.onderdrukt
      : (p.ruim ? t.ruim : t.afgerond)(String(p.basis), String(p.ruim ? 2 * p.basis : p.basis));
  return [hoe, t.bewijs];
}
