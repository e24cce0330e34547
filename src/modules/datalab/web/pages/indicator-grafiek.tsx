import type { Ctx } from '#platform/http/index.ts';
import { type JaarLijn, LijnGrafiek, type LijnReeks, type Taal, toonGetal } from '#platform/ui/index.ts';
import type { Plaatsbeeld, Regel } from '../../domain/cijferbeeld.ts';
import { inTaal } from '../../domain/indicator.ts';
import { isHeelJaar, type Waarneming, waardeVan } from '../../domain/waarneming.ts';
import { teksten } from '../taal.ts';
import { oordeelZin, toonBron, toonWaarde } from '../woorden.ts';
import type { Indicatorkeuze } from './indicator.tsx';
import { gebeurtenissenBij } from './indicator-omgeving.tsx';

const jaarVan = (w: Waarneming): number => (w.periode.soort === 'jaar' ? w.periode.jaar : 0);

/** Lines of whole years: one per source and definition, never two in one line; gaps stay gaps. */
function lijnenVan(plaats: Plaatsbeeld): LijnReeks[] {
  const jaren = plaats.regels.filter(r => isHeelJaar(r.waarneming));
  const perBron = Map.groupBy(jaren, r => `${r.waarneming.bron} ${r.waarneming.definitieversie}`);
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

/** Labels beside each other become unreadable; the table under the chart has every event. */
const MEESTE_LIJNEN = 4;

// Breaks and events within the years drawn. A changed way of counting is a break already.
function jaarlijnenBinnen(lijnen: readonly LijnReeks[], keuze: Indicatorkeuze, taal: Taal): JaarLijn[] {
  const jaren = lijnen.flatMap(l => l.punten.map(p => p.jaar));
  const [eerste, laatste] = [Math.min(...jaren), Math.max(...jaren)];
  const breuken: JaarLijn[] = keuze.indicator.breuken
    .filter(b => eerste < b.jaar && b.jaar <= laatste)
    .map(b => ({ jaar: b.jaar, tekst: inTaal(b.tekst, taal), soort: 'breuk' }));
  const gebeurd: JaarLijn[] = gebeurtenissenBij(keuze)
    .filter(g => g.soort !== 'definitie')
    .map(g => ({
      jaar: Number(g.datum.slice(0, 4)),
      tekst: inTaal(g.kort, taal),
      soort: 'gebeurtenis' as const,
    }))
    .filter(g => eerste <= g.jaar && g.jaar <= laatste);
  return [...breuken, ...gebeurd].slice(0, MEESTE_LIJNEN);
}

// Targets for the same place as points of their own, named as the catalogue names them.
function doellijnen(keuze: Indicatorkeuze, taal: Taal): LijnReeks[] {
  return keuze.doelen.flatMap(b => {
    const alle = [...(b.regio ? [b.regio] : []), ...b.gemeenten, ...b.breder];
    const hier = alle.find(
      p => p.plaats.soort === keuze.plaats?.plaats.soort && p.plaats.code === keuze.plaats?.plaats.code,
    );
    const jaren = (hier?.regels ?? []).filter(r => isHeelJaar(r.waarneming));
    return jaren.length === 0 ? [] : [{ naam: inTaal(b.indicator.naam, taal), punten: punten(jaren) }];
  });
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
      reeksen={[...lijnen, ...doellijnen(keuze, taal)].slice(0, 4)}
      jaarlijnen={jaarlijnenBinnen(lijnen, keuze, taal)}
      {...(plaats.regels.some(r => r.interval) ? { bandNaam: t.pagina.band } : {})}
      toon={n => toonGetal(n, taal)}
    />
  );
};
