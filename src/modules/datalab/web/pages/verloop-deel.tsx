import type { Ctx } from '#platform/http/index.ts';
import { KleineLijnen, Kop2, Tabel } from '#platform/ui/index.ts';
import { inTaal } from '../../domain/indicator.ts';
import type { Verlooplijn } from '../../domain/verloop.ts';
import { verloopCel, verloopGrafiek } from '../gebiedsgrafieken.ts';
import { teksten } from '../taal.ts';
import type { Vergelijkkeuze } from './vergelijk.tsx';

/** One small line per municipality on one scale, with the table of the same. */
export const VerloopDeel = (props: { c: Ctx; keuze: Vergelijkkeuze; lijnen: readonly Verlooplijn[] }) => {
  const { c, keuze, lijnen } = props;
  const t = teksten(c);
  const taal = c.get('taal');
  const jaren = lijnen.find(l => l.punten.length > 0)?.punten.map(p => p.jaar) ?? [];
  return (
    <>
      <Kop2 id="verloop-kop">{t.gebieden.verloop.kop}</Kop2>
      <KleineLijnen
        {...verloopGrafiek(keuze.indicator, lijnen, taal)}
        tabel={
          <Tabel
            bijschrift={t.gebieden.verloop.tabel(inTaal(keuze.indicator.naam, taal))}
            kolommen={[
              { naam: t.kolom.gemeente, rijkop: true },
              ...jaren.map(j => ({ naam: String(j), getal: true })),
            ]}
            rijen={lijnen.map(l => [
              l.naam,
              ...jaren.map(j =>
                verloopCel(
                  l.punten.find(p => p.jaar === j),
                  taal,
                ),
              ),
            ])}
          />
        }
      />
    </>
  );
};
