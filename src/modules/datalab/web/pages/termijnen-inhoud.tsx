import { formatDag, formatPeriode } from '#kern/datum/index.ts';
import { Bron, Kop2, Lijst, Melding, toonProcent } from '#platform/ui/index.ts';
import type { Termijnoverzicht } from '../../usecases/lees-termijnen.ts';
import { termijnen as t, woorden } from '../teksten-termijnen.ts';
import { Beeldtabel, DuurEnVoorraad, Maten, Telwijzetabel } from './termijnen-delen.tsx';
import { TermijnGrafiek } from './termijnen-grafiek.tsx';
import type { Termijnkeuze } from './termijnen-keuzes.tsx';

const SOORTEN = { gehaald: 'gelukt', niet_gehaald: 'waarschuwing', niet_te_zeggen: 'info' } as const;

const Oordeel = ({ o }: { o: Termijnoverzicht }) => {
  const { norm, oordeel, reden } = o.gekozen;
  const titel = norm ? t.oordeelTitel(oordeel, toonProcent(norm.norm)) : t.geenOordeel;
  return (
    <>
      {o.nietsOpen ? (
        <Melding soort="waarschuwing" titel={t.nietsOpenTitel}>
          {t.nietsOpen}
        </Melding>
      ) : null}
      <Melding soort={SOORTEN[oordeel]} titel={titel}>
        {t.reden(reden)}
      </Melding>
    </>
  );
};

const Naastelkaar = (props: { o: Termijnoverzicht; plaats: string; periode: string }) => {
  const { o, plaats, periode } = props;
  return (
    <>
      {o.perTelwijze.length > 1 ? <Telwijzetabel rijen={o.perTelwijze} /> : null}
      <Kop2>{t.gemeenten.kop}</Kop2>
      <Beeldtabel
        bijschrift={t.gemeenten.bijschrift(periode, woorden.telwijze[o.telwijze])}
        kolom={t.gemeenten.kolom}
        rijen={o.perGemeente}
      />
      <Kop2>{t.perioden.kop}</Kop2>
      <Beeldtabel
        bijschrift={t.perioden.bijschrift(plaats, woorden.telwijze[o.telwijze])}
        kolom={t.perioden.kolom}
        rijen={o.perPeriode.map(({ sleutel, beeld }) => ({ naam: formatPeriode(sleutel), beeld }))}
      />
    </>
  );
};

/** Verdict, curve, measures, lead times, backlog, and the same for other ways of counting, places and periods. */
export const Termijninhoud = ({ o, keuze }: { o: Termijnoverzicht; keuze: Termijnkeuze }) => {
  const plaats = o.gemeente?.naam ?? t.heleRegio(keuze.regio.naam);
  const periode = o.periode ? formatPeriode(o.periode) : t.allePerioden;
  const vanaf = formatDag(o.stand.instroomVanaf);
  const bron = t.stand(formatDag(o.stand.peildatum), vanaf, o.stand.bron || t.dossierbron);
  return (
    <>
      <Oordeel o={o} />
      <TermijnGrafiek
        beeld={o.gekozen}
        telwijze={o.telwijze}
        soort={woorden.soort[keuze.soort]}
        plaats={plaats}
        periode={periode}
        bron={bron}
      />
      <Maten beeld={o.gekozen} />
      <DuurEnVoorraad beeld={o.gekozen} telwijze={o.telwijze} />
      <Kop2>{t.conclusie.kop}</Kop2>
      <Lijst items={[t.conclusie.wel, t.conclusie.niet, t.conclusie.aanname]} />
      <Naastelkaar o={o} plaats={plaats} periode={periode} />
      <Bron bron={{ titel: bron }} />
    </>
  );
};
