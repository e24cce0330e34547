import { formatDag } from '#kern/datum/index.ts';
import { adres, type Ctx } from '#platform/http/index.ts';
import { Alinea, Kop2, Lijst, Link, Tabel } from '#platform/ui/index.ts';
import { type Gebeurtenis, gebeurtenissenTussen } from '../../domain/gebeurtenis.ts';
import { inTaal } from '../../domain/indicator.ts';
import { normZin } from '../catalogus-woorden.ts';
import { paden } from '../paths.ts';
import { verloopteksten } from '../teksten-verloop.ts';
import { toonPeriodecode, toonWaarde } from '../woorden.ts';
import type { Indicatorkeuze } from './indicator.tsx';

type Deel = { c: Ctx; keuze: Indicatorkeuze };

/** The events in the years that the page shows of a place; none without figures. */
export function gebeurtenissenBij(keuze: Indicatorkeuze): Gebeurtenis[] {
  const jaren = (keuze.plaats?.regels ?? []).map(r => r.waarneming.periodeCode.slice(0, 4)).toSorted();
  if (!keuze.plaats || jaren.length === 0) return [];
  const gemeente = keuze.plaats.plaats.soort === 'gemeente' ? keuze.plaats.plaats.code : null;
  return gebeurtenissenTussen(keuze.gebeurtenissen, {
    indicator: keuze.indicator.code,
    gemeente,
    van: `${jaren[0]}-01-01`,
    tot: `${jaren.at(-1)}-12-31`,
  });
}

/** Events in the years shown, as a table with their sources. */
export const Gebeurtenistabel = ({ c, keuze }: Deel) => {
  const taal = c.get('taal');
  const t = verloopteksten(taal).gebeurtenissen;
  const lijst = gebeurtenissenBij(keuze);
  if (lijst.length === 0) return null;
  const tekst = (g: Gebeurtenis) =>
    taal === 'en' && g.tekst.en === null ? <span lang="nl">{g.tekst.nl}</span> : inTaal(g.tekst, taal);
  return (
    <>
      <Kop2>{t.kop}</Kop2>
      <Alinea>{t.uitleg}</Alinea>
      <Tabel
        bijschrift={t.bijschrift}
        kolommen={[{ naam: t.dag, rijkop: true }, { naam: t.soort }, { naam: t.wat }, { naam: t.bron }]}
        rijen={lijst.map(g => [
          formatDag(Temporal.PlainDate.from(g.datum), taal),
          t.soorten[g.soort],
          tekst(g),
          <>
            <span lang="nl">{g.bron}</span>
            {g.nagelezen ? null : ` (${t.nietNagelezen})`}
          </>,
        ])}
      />
    </>
  );
};

/** Target and norm of the figure, as the sources give them. */
export const Doel = ({ c, keuze }: Deel) => {
  const taal = c.get('taal');
  const t = verloopteksten(taal);
  const norm = normZin(keuze.indicator, taal);
  const items = [
    ...keuze.doelen.flatMap(b => {
      const w = (b.regio ?? b.gemeenten[0] ?? b.breder[0])?.laatste.waarneming;
      if (!w) return [];
      const naam = inTaal(b.indicator.naam, taal);
      const pad = adres(c, paden.indicator(keuze.regio.id, b.indicator.code));
      return [
        <>
          {t.streef(naam, toonWaarde(w, taal), toonPeriodecode(w.periodeCode, taal))}{' '}
          <Link href={pad}>{w.plaats.naam}</Link>
        </>,
      ];
    }),
    ...(norm === null ? [] : [norm]),
  ];
  return (
    <>
      <Kop2>{t.doelKop}</Kop2>
      {items.length === 0 ? <Alinea>{t.geenDoel}</Alinea> : <Lijst items={items} />}
    </>
  );
};
