import type { Child } from 'hono/jsx';
import type { Uitslag } from '#modules/datalab/index.ts';
import {
  Alinea,
  BeschrijvingsLijst,
  Kop2,
  Lijst,
  Melding,
  type Taal,
  toonGetal,
} from '#platform/ui/index.ts';
import { beperkingenVan, oordeelOver } from '../../domain/evaluatie.ts';
import type { Evaluatie } from '../../usecases/evaluatie.ts';
import { evaluatieTeksten } from '../teksten/evaluatie.ts';

type Geschat = Extract<Uitslag, { soort: 'geschat' }>;

const getal = (n: number, taal: Taal): string => toonGetal(n, taal, 2);

/** The size of the change in one sentence, with its interval. */
function grootte(u: Uitslag, vorm: 'niveau' | 'helling', taal: Taal): string {
  const t = evaluatieTeksten[taal];
  if (u.soort === 'geschat') {
    const zin = vorm === 'niveau' ? t.niveau : t.helling;
    return zin(
      getal(u.ratio.verhouding, taal),
      getal(u.ratio.ondergrens, taal),
      getal(u.ratio.bovengrens, taal),
    );
  }
  if (u.ratio === null || u.ratio.verhouding === null) return t.geenRatio;
  const tot = u.ratio.bovengrens === null ? t.geenGrens : getal(u.ratio.bovengrens, taal);
  return t.beschrijving(getal(u.ratio.verhouding, taal), getal(u.ratio.ondergrens, taal), tot);
}

const pTekst = (p: number, taal: Taal): string =>
  p < 0.001 ? `< ${toonGetal(0.001, taal, 3)}` : toonGetal(p, taal, 3);

const Modelfeiten = ({ u, taal }: { u: Geschat; taal: Taal }) => {
  const t = evaluatieTeksten[taal];
  const f = t.feiten;
  const nb = u.negatiefBinomiaal;
  const heel = (n: number) => toonGetal(n, taal);
  return (
    <BeschrijvingsLijst
      items={[
        { term: f.fout, waarde: t.fout[u.fout] },
        { term: f.afstand, waarde: heel(u.neweyWestVertraging) },
        { term: f.p, waarde: pTekst(u.p, taal) },
        { term: f.vrij, waarde: heel(u.vrijheidsgraden) },
        { term: f.overgang, waarde: heel(u.overgang) },
        { term: f.spreiding, waarde: getal(u.spreiding, taal) },
        { term: f.samenhang, waarde: getal(u.autocorrelatie, taal) },
        {
          term: f.schijn,
          waarde: u.schijndata
            ? t.schijnplaats(heel(u.schijndata.plaats), heel(u.schijndata.aantal))
            : t.geenSchijn,
        },
        ...(nb
          ? [
              {
                term: f.nb,
                waarde: t.interval(
                  getal(nb.verhouding, taal),
                  getal(nb.ondergrens, taal),
                  getal(nb.bovengrens, taal),
                ),
              },
            ]
          : []),
      ]}
    />
  );
};

const Methode = ({ u, taal }: { u: Uitslag; taal: Taal }) => {
  const t = evaluatieTeksten[taal];
  return (
    <>
      <Kop2>{t.methode}</Kop2>
      <Alinea>{u.soort === 'geschat' ? t.methodeModel : t.methodeBeschrijving}</Alinea>
      <Alinea>{t.aannamen}</Alinea>
      {u.soort === 'geschat' ? <Modelfeiten u={u} taal={taal} /> : null}
    </>
  );
};

interface Uitkomstprops {
  readonly e: Evaluatie;
  readonly u: Uitslag;
  /** The picture of the figures it was computed on. */
  readonly beeld: Child;
  readonly taal: Taal;
}

/** What came of it: the verdict, its size with its uncertainty, the picture, the method, and what it does not show. */
export const Uitkomst = ({ e, u, beeld, taal }: Uitkomstprops) => {
  const t = evaluatieTeksten[taal];
  const oordeel = oordeelOver(u, e.inhoud.verwachting);
  const { voor, na } = u;
  const beperkingen = beperkingenVan({
    uitkomst: u,
    metControle: e.inhoud.opdracht.controle !== null,
    ontbrekend: u.ontbrekend,
    voorlopig: u.voorlopig,
    afgerond: u.afgerond,
    alBekend: e.bekendTot !== null,
    naUitkomst: e.naUitkomst,
  });
  return (
    <>
      <Melding soort="info" titel={t.oordelen[oordeel]} taal={taal}>
        {u.soort === 'beschrijvend' ? <Alinea>{t.redenen[u.reden]}</Alinea> : null}
        <Alinea>{grootte(u, e.inhoud.opdracht.vorm, taal)}</Alinea>
        <Alinea>
          {t.kanten(toonGetal(voor.punten, taal), toonGetal(na.punten, taal))}
          {voor.telling !== null && na.telling !== null
            ? ` ${t.tellingen(toonGetal(voor.telling, taal), toonGetal(na.telling, taal))}`
            : ''}
        </Alinea>
      </Melding>
      <Kop2>{t.nietTitel}</Kop2>
      <Lijst items={beperkingen.map(code => t.beperkingen[code])} />
      {beeld}
      <Methode u={u} taal={taal} />
    </>
  );
};
