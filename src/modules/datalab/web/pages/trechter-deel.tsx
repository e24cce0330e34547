import type { Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  Details,
  Kaart,
  type KaartKlasse,
  Kop2,
  Kop3,
  Lijst,
  Rooster,
  Tabel,
  TrechterGrafiek,
} from '#platform/ui/index.ts';
import { inTaal } from '../../domain/indicator.ts';
import type { Geentrechter, Trechterbeeld } from '../../domain/trechterbeeld.ts';
import { leesKaart } from '../../usecases/lees-kaart.ts';
import { trechterGrafiek } from '../gebiedsgrafieken.ts';
import { teksten } from '../taal.ts';
import { trechterRegels, trechterTabel, trechterTitel, trechterUitleg } from '../trechterwoorden.ts';
import type { Vergelijkkeuze } from './vergelijk.tsx';

type Deel = { c: Ctx; keuze: Vergelijkkeuze; beeld: Trechterbeeld };
type Klasse = Trechterbeeld['gemeenten'][number]['plek']['oordeel'] | 'buiten';

const KLASSEN: Readonly<Record<Klasse, KaartKlasse>> = {
  buiten: 'geen',
  niet_te_zeggen: 'geen',
  eronder: 1,
  binnen: 2,
  erboven: 4,
};
const VOLGORDE: readonly Klasse[] = ['eronder', 'binnen', 'erboven', 'niet_te_zeggen', 'buiten'];

const Tabelvorm = ({ c, keuze, beeld }: Deel) => {
  const taal = c.get('taal');
  const { kop, rijen } = trechterTabel(beeld, taal);
  return (
    <Tabel
      bijschrift={teksten(c).gebieden.trechter.tabel(inTaal(keuze.indicator.naam, taal), String(keuze.jaar))}
      kolommen={kop.map((naam, i) => ({ naam, rijkop: i === 0, getal: i > 0 && i < kop.length - 1 }))}
      rijen={rijen}
    />
  );
};

const Trechterkaart = ({ c, keuze, beeld }: Deel) => {
  const t = teksten(c).gebieden.trechter;
  const taal = c.get('taal');
  const klasseVan = (code: string): Klasse =>
    beeld.gemeenten.find(g => g.code === code)?.plek.oordeel ?? 'buiten';
  const woord = (k: Klasse) => (k === 'buiten' ? t.kaartGeen : t.oordeel[k]);
  const dag = keuze.grenzen === 'vandaag' ? c.get('vandaag').toString() : `${keuze.jaar}-01-01`;
  return (
    <Kaart
      id="trechterkaart"
      taal={taal}
      titel={trechterTitel(beeld, taal)}
      subtitel={t.kaartOnder(inTaal(keuze.indicator.naam, taal), String(keuze.jaar))}
      beschrijving={teksten(c).vergelijk.kaartBeschrijving(
        keuze.gemeenten.map(g => `${g.naam}: ${woord(klasseVan(g.code))}`).join('; '),
      )}
      bron={teksten(c).vergelijk.kaartBron}
      beperking={t.beperking}
      topologie={leesKaart(dag)}
      laag="gemeenten"
      gebieden={keuze.gemeenten.map(g => ({
        code: g.code,
        naam: g.naam,
        klasse: KLASSEN[klasseVan(g.code)],
        onzeker: klasseVan(g.code) === 'niet_te_zeggen',
      }))}
      klassen={VOLGORDE.map(k => ({ klasse: KLASSEN[k], naam: woord(k), onzeker: k === 'niet_te_zeggen' }))}
    />
  );
};

const Buiten = ({ c, beeld }: { c: Ctx; beeld: Trechterbeeld }) => {
  const t = teksten(c).gebieden.trechter;
  if (beeld.buiten.length === 0) return null;
  return (
    <>
      <Kop3>{t.buitenKop}</Kop3>
      <Lijst items={beeld.buiten.map(b => t.regelGeen(b.naam, t.reden[b.reden]))} />
      <Alinea>{t.buitenUitleg}</Alinea>
    </>
  );
};

const Beeld = (deel: Deel) => {
  const { c, keuze, beeld } = deel;
  const t = teksten(c).gebieden.trechter;
  const taal = c.get('taal');
  const namen = keuze.gemeenten.map(g => g.naam);
  return (
    <>
      <TrechterGrafiek
        {...trechterGrafiek(keuze.indicator, keuze.jaar ?? 0, beeld, taal)}
        tabel={<Tabelvorm {...deel} />}
      />
      <Lijst items={trechterUitleg(beeld, taal)} />
      <Buiten c={c} beeld={beeld} />
      <Kop3>{t.kaartTitel}</Kop3>
      <Rooster
        kolommen={2}
        items={[
          <Trechterkaart {...deel} />,
          <div>
            <Alinea>{t.lijst}</Alinea>
            <Lijst items={trechterRegels(beeld, namen, taal)} />
          </div>,
        ]}
      />
      <Details titel={teksten(c).pagina.methode}>
        <Alinea>{t.methode}</Alinea>
      </Details>
    </>
  );
};

/** The municipalities of a region against each other, instead of a ranking; or why they cannot be. */
export const TrechterDeel = (props: {
  c: Ctx;
  keuze: Vergelijkkeuze;
  trechter: Trechterbeeld | Geentrechter;
}) => {
  const { c, keuze, trechter } = props;
  const t = teksten(c).gebieden.trechter;
  return (
    <>
      <Kop2 id="trechter-kop">{t.kop}</Kop2>
      {typeof trechter === 'string' ? (
        <Alinea>{t.geen[trechter]}</Alinea>
      ) : (
        <>
          <Alinea>{t.uitleg}</Alinea>
          <Beeld c={c} keuze={keuze} beeld={trechter} />
        </>
      )}
    </>
  );
};
