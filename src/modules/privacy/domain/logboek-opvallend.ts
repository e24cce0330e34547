/** What one user did on one day, in counts (as the room of access counts them). */
export interface Dagtelling {
  persoon: string;
  organisatie: string | null;
  dag: string;
  mensen: number;
  dossiers: number;
  geweigerd: number;
  zoeken: number;
  stil: number;
  uitgevoerd: number;
  nood: readonly string[];
}

export type Opvalcode = 'omvang' | 'stille_uren' | 'geen_taak' | 'zoeken' | 'noodtoegang' | 'uitvoer';

/**
 * A rule on use that somebody should look at. `drempel`: from how many on a day a line is made. A line asks a
 * question; it says nothing of a person, is not added to other lines and decides nothing. All thresholds are choices
 * of this house, to be set to the work by the organisation; no source gives a number.
 */
export interface Opvalregel {
  code: Opvalcode;
  tel(d: Dagtelling): number;
  drempel: number;
  /** One line per file, instead of one per day. */
  perDossier?: boolean;
}

/** Hours (Europe/Amsterdam) between which work is unusual; Veilig Thuis is reachable day and night. */
export const STILLE_UREN = { van: 22, tot: 6 } as const;

export const OPVALREGELS: readonly Opvalregel[] = [
  { code: 'omvang', tel: d => d.mensen, drempel: 60 },
  { code: 'stille_uren', tel: d => d.stil, drempel: 10 },
  { code: 'geen_taak', tel: d => d.geweigerd, drempel: 5 },
  { code: 'zoeken', tel: d => d.zoeken, drempel: 20 },
  { code: 'noodtoegang', tel: d => d.nood.length, drempel: 1, perDossier: true },
  { code: 'uitvoer', tel: d => d.uitgevoerd, drempel: 15 },
];

/** One line to judge: what happened, by which rule, with the threshold that held. */
export interface Opvallendregel {
  regel: Opvalcode;
  persoon: string;
  organisatie: string;
  dag: string;
  dossier: string | null;
  aantal: number;
  drempel: number;
}

/** Lines that these rules make of the counts. Use on behalf of no organisation has nobody who can judge it. */
export function vindOpvallend(
  tellingen: readonly Dagtelling[],
  regels: readonly Opvalregel[] = OPVALREGELS,
): Opvallendregel[] {
  return tellingen.flatMap(d => {
    const { organisatie } = d;
    if (organisatie === null) return [];
    return regels
      .filter(r => r.tel(d) >= r.drempel)
      .flatMap((r): Opvallendregel[] => {
        const basis = { regel: r.code, persoon: d.persoon, organisatie, dag: d.dag, drempel: r.drempel };
        return r.perDossier
          ? d.nood.map(dossier => ({ ...basis, dossier, aantal: 1 }))
          : [{ ...basis, dossier: null, aantal: r.tel(d) }];
      });
  });
}

/** What the privacy officer can say of a line. */
export const OORDELEN = ['verklaard', 'nagevraagd', 'onterecht'] as const;
export type Oordeel = (typeof OORDELEN)[number];
export const isOordeel = (t: string): t is Oordeel => OORDELEN.some(o => o === t);
