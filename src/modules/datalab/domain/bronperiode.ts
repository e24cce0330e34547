import {
  MAANDEN,
  type Periode,
  parsePeriode,
  periodeVanJaren,
  periodeVanMaanden,
} from '#kern/datum/index.ts';
import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';

const maandnummer = (naam: string): number => MAANDEN.nl.findIndex(m => m.startsWith(naam.slice(0, 3))) + 1;

const RANG: Readonly<Record<string, number>> = { eerste: 1, tweede: 2, derde: 3, vierde: 4 };

function uitWoorden(jaar: number, tekst: string): Result<Periode, Weigering> | null {
  const maanden = /^([a-z]{3,9}) (?:t\/m|tot en met) ([a-z]{3,9})(?: \d{4})?$/.exec(tekst);
  if (maanden) return periodeVanMaanden(jaar, maandnummer(maanden[1] ?? ''), maandnummer(maanden[2] ?? ''));
  const kwartaal = /^(eerste|tweede|derde|vierde) kwartaal/.exec(tekst);
  if (kwartaal) {
    const n = RANG[kwartaal[1] ?? ''] ?? 0;
    return periodeVanMaanden(jaar, n * 3 - 2, n * 3);
  }
  const maand = /^([a-z]+) \d{4}$/.exec(tekst);
  if (maand && MAANDEN.nl.includes(maand[1] ?? '')) {
    const n = maandnummer(maand[1] ?? '');
    return periodeVanMaanden(jaar, n, n);
  }
  const groei = /^groei (\d{4})-(\d{4})$/.exec(tekst);
  if (groei) return periodeVanJaren(Number(groei[1]), Number(groei[2]));
  const tov = /^t\.o\.v\. (\d{4})$/.exec(tekst);
  if (tov) return periodeVanJaren(Number(tov[1]), jaar);
  return null;
}

/**
 * The period of a figure in a source document: its year (or range of years) and the words that the source uses.
 * Words that do not narrow the year ('per jaar', 'budget tabel 3.4') leave the year as it is.
 */
export function periodeUitBron(jaar: string, tekst: string): Result<Periode, Weigering> {
  const hele = parsePeriode(jaar);
  if (!hele.ok || hele.waarde.soort !== 'jaar') return hele;
  const nauwer = uitWoorden(hele.waarde.jaar, tekst.trim().toLowerCase());
  return nauwer ?? gelukt(hele.waarde);
}

export type Jaarweigering = 'jaar_onbekend';

/** Refuses a period outside the years that figures can be about. `eerste` and `laatste` are whole years. */
export function eisBekendJaar(
  periode: Periode,
  eerste: number,
  laatste: number,
): Result<Periode, Weigering<Jaarweigering>> {
  const [van, tot] =
    periode.soort === 'jarenreeks' ? [periode.vanJaar, periode.totEnMetJaar] : [periode.jaar, periode.jaar];
  if (van >= eerste && tot <= laatste) return gelukt(periode);
  const fout = van < eerste ? van : tot;
  return geweigerd(
    weigering(
      'jaar_onbekend',
      `Het jaar ${fout} kan niet: vul een jaar in van ${eerste} tot en met ${laatste}.`,
    ),
  );
}
