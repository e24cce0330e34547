import type { Ctx } from '#platform/http/index.ts';
import { Alinea, Kop2, Regelkaart, type Taal, Tabel, toonGetal, toonProcent } from '#platform/ui/index.ts';
import { type Gebeurtenis, gebeurtenissenTussen } from '../../domain/gebeurtenis.ts';
import { inTaal } from '../../domain/indicator.ts';
import { type Regelkaartbeeld, type Verloop, verlopenVan } from '../../domain/leeswijze.ts';
import { verloopteksten } from '../teksten-verloop.ts';
import { toonPeriodecode } from '../woorden.ts';
import type { Indicatorkeuze } from './indicator.tsx';

type Deel = { c: Ctx; keuze: Indicatorkeuze };

const kans = (p: number, taal: Taal): string => toonProcent(p, taal, p < 0.01 ? 1 : 0);

/** The verdict on a series in one sentence, and the chance that it would be said without any change. */
export function verloopZin(v: Verloop, taal: Taal): string {
  const t = verloopteksten(taal).oordeel;
  const u = v.uitkomst;
  switch (u.soort) {
    case 'geen':
      return '';
    case 'interval':
      return `${t.interval(toonGetal(u.van, taal), toonGetal(u.tot, taal))} ${t.loosInterval(kans(u.loos, taal))}`;
    case 'verhouding':
      return `${t.verhouding} ${t.loos(kans(u.loos, taal))}`;
    case 'richting':
      return u.richting === 'geen' ? t.geen : `${t[u.richting]} ${t.loos(kans(u.loos, taal))}`;
    case 'kaart': {
      const waar = v.reeks.perioden.filter((_, i) => u.kaart.opvallend[i]);
      const laatste = toonPeriodecode(waar.at(-1) ?? '', taal);
      const loos = t.loos(kans(u.loos, taal));
      if (waar.length === 0) return t.kaartStil(String(v.reeks.perioden.length));
      return `${waar.length === 1 ? t.kaartEen(laatste) : t.kaartMeer(String(waar.length), laatste)} ${loos}`;
    }
  }
}

function waaromZin(v: Verloop, taal: Taal): string {
  const t = verloopteksten(taal);
  const redenen = v.keuze.redenen.map(r => t.redenen[r]).join(' ');
  return v.uitkomst.soort === 'geen' ? t.geen(redenen) : t.waarom(t.methoden[v.keuze.methode], redenen);
}

// The code of the series' period in which a day falls, or null.
function periodeMet(dag: string, perioden: readonly string[]): string | null {
  const maand = dag.slice(0, 7);
  const kwartaal = `${dag.slice(0, 4)}-Q${Math.ceil(Number(dag.slice(5, 7)) / 3)}`;
  return perioden.find(p => p === maand || p === kwartaal) ?? null;
}

function kaartpunten({ reeks }: Verloop, kaart: Regelkaartbeeld): Kaartpunt[] {
  return reeks.perioden.map((naam, i) => ({
    naam,
    waarde: reeks.tellingen[i] ?? 0,
    onder: kaart.grenzen[i]?.ondergrens ?? 0,
    boven: kaart.grenzen[i]?.bovengrens ?? 0,
    valtOp: kaart.opvallend[i] ?? false,
  }));
}

const Kaart = ({ c, keuze, verloop }: Deel & { verloop: Verloop }) => {
  if (verloop.uitkomst.soort !== 'kaart') return null;
  const taal = c.get('taal');
  const t = verloopteksten(taal).kaart;
  const { reeks } = verloop;
  const punten = kaartpunten(verloop, verloop.uitkomst.kaart);
  const bron =
    keuze.plaats?.regels.find(r => r.waarneming.bron === reeks.bron)?.waarneming.citaat.titel ?? '';
  const [eerste, laatste] = [reeks.perioden[0] ?? '', reeks.perioden.at(-1) ?? ''];
  const merken = gebeurtenissenVan(keuze, verloop).flatMap(e => {
    const periode = periodeMet(e.datum, reeks.perioden);
    return periode === null ? [] : [{ naam: periode, tekst: inTaal(e.kort, taal) }];
  });
  return (
    <Regelkaart
      id={`kaart-${reeks.periode}`}
      taal={taal}
      titel={verloopZin(verloop, taal)}
      subtitel={t.onder(inTaal(keuze.indicator.naam, taal), reeks.plaats.naam, keuze.indicator.eenheid)}
      beschrijving={t.beschrijving(
        String(punten.length),
        toonPeriodecode(eerste, taal),
        toonPeriodecode(laatste, taal),
      )}
      bron={bron}
      beperking={t.beperking}
      punten={punten}
      midden={verloop.uitkomst.kaart.midden}
      gebeurtenissen={merken}
      legenda={{ midden: t.midden, grenzen: t.grenzen, valtOp: t.opvallend }}
      tabel={<Kaarttabel c={c} keuze={keuze} punten={punten} />}
    />
  );
};

type Kaartpunt = { naam: string; waarde: number; onder: number; boven: number; valtOp: boolean };

const Kaarttabel = ({ c, keuze, punten }: Deel & { punten: Kaartpunt[] }) => {
  const taal = c.get('taal');
  const t = verloopteksten(taal);
  const naam = inTaal(keuze.indicator.naam, taal);
  return (
    <Tabel
      bijschrift={t.kaart.tabel(naam, keuze.plaats?.plaats.naam ?? '')}
      kolommen={[
        { naam: taal === 'en' ? 'Period' : 'Periode', rijkop: true },
        { naam: naam, getal: true },
        { naam: t.kaart.kolommen.onder, getal: true },
        { naam: t.kaart.kolommen.boven, getal: true },
        { naam: t.kaart.kolommen.opvallend },
      ]}
      rijen={punten.map(p => [
        toonPeriodecode(p.naam, taal),
        toonGetal(p.waarde, taal),
        toonGetal(p.onder, taal, 1),
        toonGetal(p.boven, taal, 1),
        p.valtOp ? t.kaart.ja : t.kaart.nee,
      ])}
    />
  );
};

const jarenVan = (v: Verloop): { van: string; tot: string } => ({
  van: `${v.reeks.perioden[0]?.slice(0, 4)}-01-01`,
  tot: `${v.reeks.perioden.at(-1)?.slice(0, 4)}-12-31`,
});

function gebeurtenissenVan(keuze: Indicatorkeuze, v: Verloop): Gebeurtenis[] {
  const gemeente = keuze.plaats?.plaats.soort === 'gemeente' ? keuze.plaats.plaats.code : null;
  return gebeurtenissenTussen(keuze.gebeurtenissen, {
    indicator: keuze.indicator.code,
    gemeente,
    ...jarenVan(v),
  });
}

/** How each series of the place may be read and why, with its verdict and, where it is one, its chart. */
export const Verlopen = ({ c, keuze }: Deel) => {
  if (!keuze.plaats || !keuze.indicator.telling) return null;
  const taal = c.get('taal');
  const waarnemingen = keuze.plaats.regels.map(r => r.waarneming);
  const verlopen = verlopenVan(waarnemingen, keuze.indicator, c.get('vandaag').toString());
  return (
    <>
      {verlopen.map(v => (
        <>
          <Kop2>{verloopteksten(taal).kop[v.reeks.periode]}</Kop2>
          {v.uitkomst.soort === 'geen' || v.uitkomst.soort === 'kaart' ? null : (
            <Alinea>{verloopZin(v, taal)}</Alinea>
          )}
          <Alinea soort={v.uitkomst.soort === 'geen' ? undefined : 'klein'}>{waaromZin(v, taal)}</Alinea>
          <Kaart c={c} keuze={keuze} verloop={v} />
        </>
      ))}
    </>
  );
};
