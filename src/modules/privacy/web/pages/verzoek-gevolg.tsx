import {
  Alinea,
  Details,
  Formulier,
  KeuzeVeld,
  Knop,
  Kop2,
  Melding,
  VerborgenVeld,
  VinkVeld,
} from '#platform/ui/index.ts';
import { isTaak } from '../../domain/merk.ts';
import type { Merkrij } from '../../usecases/merk.ts';
import { verzoekteksten as t } from '../teksten-verzoek.ts';
import { dag, fout, opties, pad, type Verzoekstof } from './verzoekstof.ts';

const Afhandelen = ({ s, m }: { s: Verzoekstof; m: Merkrij }) => {
  const knop = isTaak(m) ? t.merkUitgevoerd : t.merkHefOp;
  return (
    <Formulier actie={pad(s, 'merk')} csrf={s.csrf} naam={knop}>
      <VerborgenVeld naam="doe" waarde="af" />
      {m.soort === 'beperking' ? (
        <VinkVeld naam="ingelicht" waarde="ja" label={t.merkIngelicht} {...fout(s, 'ingelicht')} />
      ) : null}
      <Knop soort="bij">{knop}</Knop>
    </Formulier>
  );
};

const Uitzondering = (s: Verzoekstof) => (
  <Details titel={t.uitzonderingKnop} open={s.fouten.some(f => f.veld === 'uitzondering')}>
    <Formulier actie={pad(s, 'merk')} csrf={s.csrf} naam={t.uitzonderingKnop}>
      <VerborgenVeld naam="doe" waarde="uitzondering" />
      <KeuzeVeld
        naam="uitzondering"
        label={t.uitzonderingVeld}
        uitleg={t.uitzonderingUitleg}
        opties={opties(t.uitzonderingen)}
        {...fout(s, 'uitzondering')}
      />
      <Knop soort="bij">{t.uitzonderingKnop}</Knop>
    </Formulier>
  </Details>
);

/** What followed from the decision: what lasts until it is lifted, or waits for somebody to carry it out. */
export const Gevolg = (s: Verzoekstof) => {
  const m = s.merk;
  if (!m) return null;
  const zin = (m.gedeeltelijk ? t.merkenDeels : t.merken)[m.soort];
  return (
    <>
      <Kop2>{t.gevolgKop}</Kop2>
      <Melding soort={m.tot ? 'info' : 'waarschuwing'} titel={m.tot ? t.merkKlaar(dag(m.tot)) : zin}>
        <Alinea>{m.tot ? zin : t.merkSinds(dag(m.van))}</Alinea>
        {m.uitzondering ? <Alinea>{t.uitzonderingIs(t.uitzonderingen[m.uitzondering])}</Alinea> : null}
      </Melding>
      {m.tot ? null : <Afhandelen s={s} m={m} />}
      {m.stil ? <Uitzondering {...s} /> : null}
    </>
  );
};

/** For who asked and does so no more. */
export const Intrekken = (s: Verzoekstof) =>
  s.v.stand === 'open' || s.v.stand === 'voorgesteld' ? (
    <Details titel={t.trekIn}>
      <Formulier actie={pad(s, 'intrekken')} csrf={s.csrf} naam={t.trekIn}>
        <Alinea>{t.trekInUitleg}</Alinea>
        <Knop soort="gevaar">{t.trekInKnop}</Knop>
      </Formulier>
    </Details>
  ) : null;
