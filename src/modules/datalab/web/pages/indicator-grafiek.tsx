import type { Ctx } from '#platform/http/index.ts';
import { type JaarLijn, LijnGrafiek, type LijnReeks, type Taal, toonGetal } from '#platform/ui/index.ts';
import type { Plaatsbeeld, Regel } from '../../domain/cijferbeeld.ts';
import { inTaal } from '../../domain/indicator.ts';
import { isHeelJaar, type Waarneming, waardeVan } from '../../domain/waarneming.ts';
import { teksten } from '../taal.ts';
import { oordeelZin, toonBron, toonWaarde } from '../woorden.ts';
import type { Indicatorkeuze } from './indicator.tsx';

const jaarVan = (w: Waarneming): number => (w.periode.soort === 'jaar' ? w.periode.jaar : 0);

/** Lines of whole years: one per source, never two sources in one line; gaps stay gaps. */
function lijnenVan(plaats: Plaatsbeeld): LijnReeks[] {
  const jaren = plaats.regels.filter(r => isHeelJaar(r.waarneming));
  const perBron = Map.groupBy(jaren, r => r.waarneming.bron);
  return [...perBron.values()].slice(0, 4).map(regels => ({
    naam: perBron.size === 1 ? plaats.plaats.naam : bronnaam(regels, jaren),
    punten: punten(regels),
  }));
}

// Title of the source of a line, with its date where another line has the same title.
function bronnaam(regels: readonly Regel[], alle: readonly Regel[]): string {
  const eerste = regels[0]?.waarneming;
  if (!eerste) return '';
  const { titel, datum } = eerste.citaat;
  const dubbel = alle.some(r => r.waarneming.citaat.titel === titel && r.waarneming.bron !== eerste.bron);
  return dubbel && datum !== null ? `${titel} (${datum})` : titel;
}

function punten(regels: readonly Regel[]): LijnReeks['punten'] {
  const eerste = Math.min(...regels.map(r => jaarVan(r.waarneming)));
  const laatste = Math.max(...regels.map(r => jaarVan(r.waarneming)));
  return Array.from({ length: laatste - eerste + 1 }, (_, i) => {
    const r = regels.find(x => jaarVan(x.waarneming) === eerste + i);
    if (!r) return { jaar: eerste + i, waarde: null };
    const interval = r.interval ? { onder: r.interval.van, boven: r.interval.tot } : {};
    const waarde = waardeVan(r.waarneming.cijfer);
    return { jaar: eerste + i, waarde, voorlopig: r.waarneming.voorlopig, ...interval };
  });
}

// Breaks that lie within the years drawn.
function breukenBinnen(lijnen: readonly LijnReeks[], keuze: Indicatorkeuze, taal: Taal): JaarLijn[] {
  const jaren = lijnen.flatMap(l => l.punten.map(p => p.jaar));
  return keuze.indicator.breuken
    .filter(b => Math.min(...jaren) < b.jaar && b.jaar <= Math.max(...jaren))
    .map(b => ({ jaar: b.jaar, tekst: inTaal(b.tekst, taal), soort: 'breuk' }));
}

/** The series of a place as a line, when it has at least two whole years. */
export const IndicatorGrafiek = ({ c, keuze }: { c: Ctx; keuze: Indicatorkeuze }) => {
  const { plaats, indicator } = keuze;
  if (!plaats) return null;
  const lijnen = lijnenVan(plaats);
  if (!lijnen.some(l => l.punten.length > 1)) return null;
  const t = teksten(c);
  const taal = c.get('taal');
  const naam = inTaal(indicator.naam, taal);
  const reeks = plaats.regels
    .filter(r => isHeelJaar(r.waarneming))
    .map(r => `${r.waarneming.periodeCode}: ${toonWaarde(r.waarneming, taal)}`)
    .join(', ');
  const bronnen = [
    ...new Set(plaats.regels.filter(r => isHeelJaar(r.waarneming)).map(r => toonBron(r.waarneming, taal))),
  ];
  return (
    <LijnGrafiek
      id="verloop"
      taal={taal}
      titel={oordeelZin(plaats.verandering, indicator.telling, taal)}
      subtitel={t.pagina.grafiekOnder(naam, plaats.plaats.naam, indicator.eenheid)}
      beschrijving={t.pagina.grafiekBeschrijving(plaats.plaats.naam, reeks)}
      bron={bronnen.join('; ')}
      beperking={t.pagina.beperking}
      reeksen={lijnen}
      jaarlijnen={breukenBinnen(lijnen, keuze, taal)}
      {...(plaats.regels.some(r => r.interval) ? { bandNaam: t.pagina.band } : {})}
      toon={n => toonGetal(n, taal)}
    />
  );
};
