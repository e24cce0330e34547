import type { Trapkromme } from '#kern/statistiek/index.ts';
import { lengteTekst } from '#kern/termijn/index.ts';
import { Tabel, TrapGrafiek, type TrapReeks, toonGetal, toonProcent } from '#platform/ui/index.ts';
import { KLEINSTE_AANTAL, type Termijnbeeld } from '../../domain/termijnbeeld.ts';
import { lengteInDagen, type Telwijze } from '../../domain/termijnnorm.ts';
import { termijnen as t, woorden } from '../teksten-termijnen.ts';
import { toonDeel, toonDuur, toonMarge } from './termijnen-delen.tsx';

/** Longest tail that is drawn, in lengths of the term. */
const VERST = 4;

/** A curve as drawn: to where fewer than five are followed, and not further than a few lengths of the term. */
function reeksVan(kromme: Trapkromme, naam: string, grens: number): TrapReeks {
  const schaars = kromme.stappen.find(s => s.risico < KLEINSTE_AANTAL)?.tijd;
  const eind = Math.min(grens, schaars ?? kromme.laatsteTijd);
  const stappen = kromme.stappen.filter(s => s.tijd <= eind && s.tijd !== schaars);
  return {
    naam,
    tot: eind,
    treden: stappen.map(s => ({
      x: s.tijd,
      waarde: s.schatting,
      ...(s.grenzen ? { onder: s.grenzen.ondergrens, boven: s.grenzen.bovengrens } : {}),
    })),
  };
}

const Krommetabel = ({ kromme, telwijze }: { kromme: Trapkromme; telwijze: Telwijze }) => {
  const k = t.grafiek.kolommen;
  return (
    <Tabel
      bijschrift={t.grafiek.tabel}
      kolommen={[
        { naam: k.dag, rijkop: true },
        { naam: k.risico, getal: true },
        { naam: k.besloten, getal: true },
        { naam: k.deel, getal: true },
        { naam: k.marge, getal: true },
      ]}
      rijen={kromme.stappen
        .filter(s => s.risico >= KLEINSTE_AANTAL)
        .map(s => [
          t.duur.dagen(toonGetal(s.tijd), woorden.telwijze[telwijze]),
          toonGetal(s.risico),
          toonGetal(s.gebeurtenissen),
          toonProcent(s.schatting, 'nl', 1),
          toonMarge(s.grenzen),
        ])}
    />
  );
};

/** The share that is decided as it grows, with term and norm; nothing when too few are followed. */
export const TermijnGrafiek = (props: {
  beeld: Termijnbeeld;
  telwijze: Telwijze;
  soort: string;
  plaats: string;
  periode: string;
  bron: string;
}) => {
  const { beeld, telwijze } = props;
  const { kromme, norm, binnen } = beeld;
  if (!kromme || !norm || beeld.aantal < KLEINSTE_AANTAL || kromme.stappen.length === 0) return null;
  const lengte = lengteInDagen(norm.regel);
  const termijn = lengteTekst(norm.regel.lengte, norm.regel.eenheid);
  const g = t.grafiek;
  const anders = beeld.krommeAnders;
  return (
    <TrapGrafiek
      id="verloop"
      titel={binnen ? g.titel(toonDeel(binnen.schatting), termijn) : g.titelLeeg}
      subtitel={g.subtitel(props.soort, props.plaats, props.periode, woorden.telwijze[telwijze])}
      beschrijving={g.beschrijving(
        toonDuur(beeld.p50, telwijze),
        toonDuur(beeld.p90, telwijze),
        toonDeel(binnen?.schatting),
      )}
      bron={props.bron}
      beperking={g.beperking}
      reeksen={[
        reeksVan(kromme, g.besloten, VERST * lengte),
        ...(anders && anders.stappen.length > 0 ? [reeksVan(anders, g.anders, VERST * lengte)] : []),
      ]}
      asnaam={g.as(woorden.telwijze[telwijze])}
      bij={{ plek: lengte, tekst: g.termijn(termijn) }}
      hoogte={{ plek: norm.norm, tekst: g.norm(toonProcent(norm.norm)) }}
      bandNaam={g.band}
      tabel={<Krommetabel kromme={kromme} telwijze={telwijze} />}
    />
  );
};
