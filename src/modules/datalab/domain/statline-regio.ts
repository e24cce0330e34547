import { gelukt, geweigerd, ongeldig, type Result, type Weigering } from '#kern/resultaat/index.ts';
import type { Gemeente } from './gemeente.ts';
import { slugVan } from './gemeente.ts';
import type { Koppeling, Tabelinhoud, Tabelregel } from './inleesregel.ts';
import type { Regio } from './plaats.ts';
import { periodeUitStatline, type Statlinecel, type Statlinelezing } from './statline.ts';

const KOP = ['plaats', 'periode', 'indicator', 'waarde', 'voorlopig', 'rondingsstap', 'opmerking'] as const;
/** Which column of `naarTabel` is what. */
export const STATLINEKOPPELING: Koppeling = {
  kolommen: {
    plaats: 0,
    periode: 1,
    indicator: 2,
    waarde: 3,
    voorlopig: 4,
    rondingsstap: 5,
    opmerking: 6,
  },
  vasteIndicator: null,
};

const STAND_ONBEKEND = 'Dit bestand zegt niet of het cijfer definitief is; het staat daarom als voorlopig.';

/** The area of a cell as a place of this region; null outside it. */
function plaatsVan(c: Statlinecel, regio: Regio, codes: ReadonlySet<string>): string | null {
  if (codes.has(c.gebied)) return c.gebied;
  const naam = slugVan((c.gebiedsnaam ?? '').replace(/\(.*\)/, ''));
  return c.gebied.startsWith('VT') && naam === slugVan(regio.vtRegio) ? regio.id : null;
}

// The figure as a Dutch spreadsheet writes it: that is what a row is checked as.
const nederlands = (waarde: string): string => waarde.replace('.', ',');

/**
 * The cells of one region as rows of an import, and how many lie outside it: those are not this region's to keep.
 * Refuses a period that StatLine does not have.
 */
export function naarTabel(
  lezing: Statlinelezing,
  regio: Regio,
  gemeenten: readonly Gemeente[],
): Result<{ tabel: Tabelinhoud; buiten: number }, Weigering> {
  const codes = new Set(gemeenten.filter(g => g.regio === regio.id).map(g => g.code));
  const rijen: Tabelregel[] = [];
  for (const c of lezing.cellen) {
    const plaats = plaatsVan(c, regio, codes);
    if (plaats === null) continue;
    const periode = periodeUitStatline(c.periode);
    if (!periode.ok) return geweigerd(ongeldig({ bestand: periode.weigering.melding ?? '' }));
    const { indicator, definitieversie } = c.reeks;
    rijen.push({
      nr: c.nr,
      kolom: c.maat.titel,
      cellen: [
        plaats,
        periode.waarde,
        `${indicator} versie ${definitieversie}`,
        c.waarde === null ? '.' : nederlands(c.waarde),
        c.voorlopig === false ? 'nee' : 'ja',
        c.waarde === null ? null : c.maat.rondingsstap,
        c.voorlopig === null ? STAND_ONBEKEND : null,
      ],
    });
  }
  return gelukt({ tabel: { kop: KOP, rijen }, buiten: lezing.cellen.length - rijen.length });
}
