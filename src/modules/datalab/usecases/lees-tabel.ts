import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import { herstel, leesTabel, type Tabelrij } from '#platform/documenten/index.ts';
import type { Cel, Tabelinhoud } from '../domain/inleesregel.ts';

const GROOTSTE_BESTAND = 5 * 1024 * 1024;
const MEESTE_RIJEN = 5000;
const MEESTE_KOLOMMEN = 50;

const weiger = (code: string, melding: string): Result<never, Weigering> =>
  geweigerd(weigering(code, melding));

function alsCel(cel: Tabelrij['cellen'][number]): Cel {
  if (cel === null || typeof cel === 'number') return cel;
  if (typeof cel === 'boolean') return cel ? 'ja' : 'nee';
  return typeof cel === 'string' ? herstel(cel, 'csv') : cel.toString();
}

/** Reads a CSV or XLSX file with figures: the first sheet, its first row the header, within what one import may hold. */
export async function leesCijferbestand(
  b: Buffer,
  naam: string,
  meesteRijen = MEESTE_RIJEN,
): Promise<Result<Tabelinhoud, Weigering>> {
  if (b.length > GROOTSTE_BESTAND)
    return weiger('te_groot', 'Dit bestand is groter dan 5 MB. Splits het in kleinere bestanden.');
  const gelezen = await leesTabel(b, naam);
  if (!gelezen.ok) return gelezen;
  const alle = gelezen.waarde.bladen[0]?.rijen ?? [];
  const [kop, ...rest] = alle.map(r => ({ nr: r.nr, cellen: r.cellen.map(alsCel) }));
  if (!kop || rest.length === 0)
    return weiger('geen_regels', 'Dit bestand heeft geen regels met cijfers onder een kopregel.');
  if (kop.cellen.length > MEESTE_KOLOMMEN)
    return weiger('te_breed', 'Dit bestand heeft meer dan 50 kolommen. Bewaar alleen wat u wilt inlezen.');
  if (rest.length > meesteRijen)
    return weiger(
      'te_lang',
      `Dit bestand heeft meer dan ${meesteRijen.toLocaleString('nl-NL')} regels. Splits het in kleinere bestanden.`,
    );
  return gelukt({ kop: kop.cellen.map((k, i) => String(k ?? '').trim() || `kolom ${i + 1}`), rijen: rest });
}
