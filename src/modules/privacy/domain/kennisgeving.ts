import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import { bepaalTermijn, type Stap, type Termijnregel, type Termijnweigering } from '#kern/termijn/index.ts';
import { kennisgevingteksten } from './teksten.ts';

const dag = (iso: string) => Temporal.PlainDate.from(iso);
const basis = {
  wet: 'Wmo 2015',
  geldigVanaf: dag('2015-01-01'),
  geldigTot: null,
  eenheid: 'week',
  eersteDagTelt: false,
  bron: 'wetten.overheid.nl, BWBR0035362, toestand 1 januari 2026',
  bevestigd: true,
} as const;

/** The terms of notice (Wmo 2015 art. 5.3.1): four weeks from recording, and two weeks for each postponement. */
export const KENNISGEVINGTERMIJNEN: readonly Termijnregel[] = [
  {
    ...basis,
    code: 'kennisgeving',
    naam: kennisgevingteksten.termijn,
    artikel: '5.3.1 lid 1',
    lengte: 4,
    verschuiving: 'algemene_termijnenwet',
  },
  // 'At most two weeks' bounds a decision of the organisation: counted as it is written, never longer.
  {
    ...basis,
    code: 'uitstel',
    naam: kennisgevingteksten.uitstel,
    artikel: '5.3.1 lid 2',
    lengte: 2,
    verschuiving: 'geen',
  },
];

export const UITSTELREDENEN = ['geweld_beeindigen', 'onderzoek'] as const;
export type Uitstelreden = (typeof UITSTELREDENEN)[number];

/** One postponement as it was decided. */
export interface Uitstel {
  readonly tot: Temporal.PlainDate;
  readonly reden: Uitstelreden;
  readonly beslotenOp: Temporal.PlainDate;
}

export interface Kennisgevingstand {
  /** Last day on which the person must have been told. */
  readonly uiterlijk: Temporal.PlainDate;
  /** Is that day past? */
  readonly teLaat: boolean;
  /** Latest day to which it may be postponed now. */
  readonly uitstelTot: Temporal.PlainDate;
  readonly stappen: readonly Stap[];
}

const { compare } = Temporal.PlainDate;
type Kennisgevingweigering = Termijnweigering | Weigering<'uitstel_te_lang' | 'uitstel_te_laat'>;

/** The clock of one notice: recorded on `vastgelegdOp`, with the postponements in the order of their decision. */
export function bepaalKennisgeving(
  vastgelegdOp: Temporal.PlainDate,
  uitstellen: readonly Uitstel[],
  vandaag: Temporal.PlainDate,
): Result<Kennisgevingstand, Kennisgevingweigering> {
  const eerste = bepaalTermijn(KENNISGEVINGTERMIJNEN, 'kennisgeving', vastgelegdOp);
  if (!eerste.ok) return eerste;
  let uiterlijk = eerste.waarde.einddatum;
  for (const u of uitstellen) {
    const getoetst = toetsUitstel(uiterlijk, u);
    if (!getoetst.ok) return getoetst;
    uiterlijk = u.tot;
  }
  const verder = bepaalTermijn(KENNISGEVINGTERMIJNEN, 'uitstel', uiterlijk);
  if (!verder.ok) return verder;
  return gelukt({
    uiterlijk,
    teLaat: compare(vandaag, uiterlijk) > 0,
    uitstelTot: verder.waarde.einddatum,
    stappen: eerste.waarde.stappen,
  });
}

/**
 * May the notice that is due on `uiterlijk` be postponed so? Refuses `uitstel_te_lang` (more than two weeks further,
 * or not further at all) and `uitstel_te_laat` (decided after the day had passed: what is late stays visibly late).
 */
export function toetsUitstel(uiterlijk: Temporal.PlainDate, u: Uitstel): Result<true, Kennisgevingweigering> {
  const verst = bepaalTermijn(KENNISGEVINGTERMIJNEN, 'uitstel', uiterlijk);
  if (!verst.ok) return verst;
  if (compare(u.beslotenOp, uiterlijk) > 0) {
    return geweigerd(weigering('uitstel_te_laat', kennisgevingteksten.teLaat));
  }
  if (compare(u.tot, uiterlijk) <= 0 || compare(u.tot, verst.waarde.einddatum) > 0) {
    return geweigerd(weigering('uitstel_te_lang', kennisgevingteksten.teLang));
  }
  return gelukt(true);
}
