import { formatPeriode, parsePeriode } from '#kern/datum/index.ts';
import { type Citaat, eisPubliceerbaar } from '#kern/onthulling/index.ts';
import { inTaal, leesReeks, listIndicatoren } from '#modules/datalab/index.ts';
import type { Blok } from '#platform/documenten/index.ts';
import { alsLezer, type Ctx } from '#platform/http/index.ts';
import { type Taal, toonGetal } from '#platform/ui/index.ts';

const tekst = {
  nl: {
    periode: 'Periode',
    waarde: 'Waarde',
    bron: 'Bron',
    voorlopig: 'voorlopig',
    deel: 'Dit zijn tellingen van wat bekend werd, zoals de bron ze noemt. Zij zeggen niet of er meer of minder geweld was. Overgenomen uit openbare bron, niet beveiligd.',
  },
  en: {
    periode: 'Period',
    waarde: 'Value',
    bron: 'Source',
    voorlopig: 'provisional',
    deel: 'These are counts of what became known, as the source prints them. They do not say whether there was more or less violence. Taken over from a public source, not protected.',
  },
};

/** At most so many series in a letter; the rest stands on the page of the figures. */
const HOOGSTENS = 6;

const periode = (code: string, taal: Taal): string => {
  const p = parsePeriode(code);
  return p.ok ? formatPeriode(p.waarde, taal) : code;
};
const citaatTekst = (c: Citaat): string => [c.titel, c.van, c.datum, c.plek].filter(Boolean).join(', ');

/**
 * The figures of a region or municipality for a letter: published values only, as printed, with where they were
 * printed. Whoever asks, internal figures are never in it.
 */
export function cijfersVoor(c: Ctx, regio: string, gemeente: string | null): Promise<Blok[]> {
  const taal = c.get('taal');
  const t = tekst[taal];
  return alsLezer(c, async tx => {
    const blokken: Blok[] = [];
    for (const i of (await listIndicatoren(tx)).filter(x => x.groep !== 'programma' && x.telling)) {
      const reeks = await leesReeks(tx, { regio, indicator: i.code, ...(gemeente ? { gemeente } : {}) });
      if (reeks.length === 0 || blokken.length >= HOOGSTENS * 2) continue;
      const waarden = reeks.map(r => eisPubliceerbaar(r.waarde));
      const bronnen = new Set(waarden.flatMap(w => w.citaten.map(citaatTekst)));
      blokken.push({
        soort: 'tabel',
        bijschrift: inTaal(i.naam, taal),
        kop: [t.periode, t.waarde],
        numeriek: [1],
        rijen: reeks.map((r, n) => [
          periode(r.periode, taal) + (r.voorlopig ? ` (${t.voorlopig})` : ''),
          toonGetal(waarden[n]?.waarde ?? 0, taal),
        ]),
      });
      blokken.push({ soort: 'bron', tekst: `${t.bron}: ${[...bronnen].join('; ')}` });
    }
    return blokken.length > 0 ? [{ soort: 'alinea', tekst: t.deel }, ...blokken] : [];
  });
}
