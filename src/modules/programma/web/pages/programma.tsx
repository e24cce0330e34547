import {
  Alinea,
  BeschrijvingsLijst,
  Details,
  Kop2,
  Kop3,
  Lijst,
  Link,
  StatusMerk,
} from '#platform/ui/index.ts';
import { enige, groepen, lijst, type Onderdeel, regels, tekst, titel } from '../../domain/programma.ts';
import { actiesVan, actiesVoor, isMeetbaar } from '../../domain/smart.ts';
import type { Inhoud } from '../../domain/veld.ts';
import { type Blad, toonBlad } from '../kader.tsx';
import { Brontaal, KopTabel, Regels, toonDeeldatum, toonPeriode } from '../opmaak.tsx';
import { algemeen } from '../teksten/algemeen.ts';
import { programmaTeksten } from '../teksten/programma.ts';
import { WijzigLink } from './onderdeel.tsx';

const ActieLink = ({ b, actie }: { b: Blad; actie: Onderdeel }) => (
  <Link href={b.naar(`/programma/acties/${encodeURIComponent(actie.code)}`)}>
    {actie.code} <Brontaal taal={b.taal}>{titel(actie)}</Brontaal>
  </Link>
);

/** What holds for every goal is said once above the tree and not again at each. */
interface Stilte {
  meetbaar: boolean;
  afgeleid: boolean;
}

const Doel = ({ b, doel, stilte }: { b: Blad; doel: Onderdeel; stilte: Stilte }) => {
  const t = programmaTeksten[b.taal];
  const acties = actiesVoor(b.p, doel);
  return (
    <>
      {doel.code} <Brontaal taal={b.taal}>{titel(doel)}</Brontaal>
      {stilte.meetbaar || isMeetbaar(b.p, doel) ? null : (
        <>
          {' '}
          <StatusMerk woord={t.nietMeetbaar} vorm="driehoek" toon="let_op" />
        </>
      )}
      {!stilte.afgeleid && doel.inhoud.actielijnAfgeleid ? <> ({t.afgeleid})</> : null}
      {acties.length === 0 ? (
        <Alinea soort="klein">{t.geenActie}</Alinea>
      ) : (
        <Lijst items={acties.map(a => <ActieLink b={b} actie={a} />)} />
      )}
    </>
  );
};

/** Vision, principles, phases, terms. */
const Kader = ({ b }: { b: Blad }) => {
  const t = programmaTeksten[b.taal];
  const k = enige(b.p, 'kader');
  const landelijk = (k?.inhoud.landelijkProgramma ?? null) as Inhoud | null;
  return (
    <>
      <Kop2>{t.visie}</Kop2>
      <Alinea soort="inleiding">
        <Brontaal taal={b.taal}>{tekst(k, 'visie')}</Brontaal>
      </Alinea>
      <Kop2>{t.uitgangspunten}</Kop2>
      <Regels regels={regels(k, 'uitgangspunten')} taal={b.taal} />
      <Kop2>{t.fasen}</Kop2>
      <Lijst
        soort="genummerd"
        items={groepen(k, 'fasen').map(f => <Brontaal taal={b.taal}>{String(f.titel)}</Brontaal>)}
      />
      <Details titel={t.definities}>
        <BeschrijvingsLijst
          items={groepen(k, 'definities').map(d => ({
            term: <Brontaal taal={b.taal}>{String(d.term)}</Brontaal>,
            waarde: <Brontaal taal={b.taal}>{String(d.omschrijving ?? '')}</Brontaal>,
          }))}
        />
      </Details>
      <Details titel={t.wetten}>
        <Regels regels={regels(k, 'wetten')} taal={b.taal} />
      </Details>
      <Details titel={t.buitenScope}>
        <Regels regels={regels(k, 'buitenScope')} taal={b.taal} />
      </Details>
      {landelijk ? (
        <Alinea>
          {t.landelijk}: <Brontaal taal={b.taal}>{String(landelijk.naam ?? '')}</Brontaal> (
          {toonPeriode(String(landelijk.start ?? ''), String(landelijk.einde ?? ''), b.taal)})
        </Alinea>
      ) : null}
    </>
  );
};

/** A line of action with its goals, and the actions under it that serve no goal. */
const Lijn = (props: { b: Blad; lijn: Onderdeel; doelen: readonly Onderdeel[]; stilte: Stilte }) => {
  const { b, lijn, doelen, stilte } = props;
  const rest = actiesVan(b.p, lijn).filter(a => regels(a, 'doelstellingen').length === 0);
  const doel = tekst(lijn, 'doel');
  return (
    <section>
      <Kop3>
        {lijn.code} <Brontaal taal={b.taal}>{titel(lijn)}</Brontaal>
      </Kop3>
      {doel ? (
        <Alinea>
          <Brontaal taal={b.taal}>{doel}</Brontaal>
        </Alinea>
      ) : null}
      <Lijst
        items={[
          ...doelen.map(d => <Doel b={b} doel={d} stilte={stilte} />),
          ...rest.map(a => <ActieLink b={b} actie={a} />),
        ]}
      />
    </section>
  );
};

const Boom = ({ b }: { b: Blad }) => {
  const t = programmaTeksten[b.taal];
  const doelen = lijst(b.p, 'doelstelling');
  const zonder = doelen.filter(d => !isMeetbaar(b.p, d)).length;
  const stilte: Stilte = {
    meetbaar: doelen.length > 0 && zonder === doelen.length,
    afgeleid: doelen.length > 0 && doelen.every(d => d.inhoud.actielijnAfgeleid === true),
  };
  const los = lijst(b.p, 'actie').filter(a => regels(a, 'doelstellingen').length === 0);
  return (
    <>
      <Kop2>{t.boom}</Kop2>
      {zonder > 0 ? (
        <Alinea>
          {stilte.meetbaar ? t.geenMeetbaar(doelen.length) : t.nietMeetbaarUitleg(zonder, doelen.length)}
        </Alinea>
      ) : null}
      {stilte.afgeleid ? <Alinea>{t.alleAfgeleid}</Alinea> : null}
      {lijst(b.p, 'actielijn').map(l => (
        <Lijn b={b} lijn={l} doelen={doelen.filter(d => tekst(d, 'actielijn') === l.code)} stilte={stilte} />
      ))}
      {los.some(a => !tekst(a, 'actielijn')) ? (
        <>
          <Kop3>{t.zonderDoel}</Kop3>
          <Lijst items={los.filter(a => !tekst(a, 'actielijn')).map(a => <ActieLink b={b} actie={a} />)} />
        </>
      ) : null}
    </>
  );
};

/** Vision, principles, phases, definitions and the tree from line of action to goal to action. */
export function programmaPagina(b: Blad): Promise<Response> {
  const t = programmaTeksten[b.taal];
  const a = algemeen[b.taal];
  const kader = enige(b.p, 'kader');
  return toonBlad(
    b,
    { titel: t.titel, kop: t.kop(b.regioNaam) },
    <>
      {kader ? <WijzigLink b={b} onderdeel={kader} /> : null}
      <Kader b={b} />
      <Boom b={b} />
      <KopTabel
        titel={t.documenten}
        kolommen={[
          { naam: t.document, rijkop: true },
          { naam: t.soort },
          { naam: t.gemeente },
          { naam: t.datum },
          { naam: t.status },
          { naam: t.bijlagen },
        ]}
        rijen={lijst(b.p, 'document').map(d => [
          <Brontaal taal={b.taal}>{titel(d)}</Brontaal>,
          tekst(d, 'soort') ? <Brontaal taal={b.taal}>{tekst(d, 'soort')}</Brontaal> : a.onbekend,
          tekst(d, 'gemeente') || b.regioNaam,
          tekst(d, 'datum') ? toonDeeldatum(tekst(d, 'datum'), b.taal) : a.onbekend,
          tekst(d, 'status') ? <Brontaal taal={b.taal}>{tekst(d, 'status')}</Brontaal> : a.onbekend,
          <Regels regels={regels(d, 'bijlagen')} taal={b.taal} />,
        ])}
      />
      <Kop2>{t.aandachtspunten}</Kop2>
      <Regels regels={lijst(b.p, 'aandachtspunt').map(x => tekst(x, 'tekst'))} taal={b.taal} />
    </>,
  );
}
