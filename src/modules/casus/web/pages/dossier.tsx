import type { Child } from 'hono/jsx';
import type { Merk } from '#modules/gezin/index.ts';
import {
  Alinea,
  Details,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  Kop2,
  Lijst,
  Link,
  Melding,
  TekstGebied,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { AFDRUKDOELEN, FASEN } from '../../domain/codes.ts';
import type { Casusblad } from '../../usecases/lees.ts';
import { type Gebied, leeg, type Vormstaat, veld } from '../kader.tsx';
import { toonDag, toonGemeente, toonMoment, toonNaam } from '../opmaak.tsx';
import { opties, woord } from '../teksten/codes.ts';
import {
  bijzonderteksten,
  deelnemerteksten,
  documentteksten,
  drukteksten,
  gezinteksten,
  notitieteksten,
  dossierteksten as t,
  verloopteksten as vt,
} from '../teksten/dossier.ts';
import { conceptteksten } from '../teksten/lijst.ts';
import { Deelnemerpaneel } from './deelnemers.tsx';
import { Feiten } from './lijst.tsx';
import { Notitiepaneel } from './notities.tsx';
import { Documentpaneel, Gezinpaneel, Melderpaneel, type Paneel, Verklaringpaneel } from './panelen.tsx';
import { Politiepaneel } from './politie.tsx';

export const feitenVan = (b: Casusblad, gebieden: readonly Gebied[]): (readonly [string, string])[] => [
  [t.stand, woord('stand', b.casus.stand)],
  [t.fase, woord('fase', b.casus.fase)],
  [t.taak, woord('taak', b.casus.taak)],
  [t.gemeente, toonGemeente(gebieden, b.casus.gemeente)],
  [t.organisatie, b.organisaties.get(b.casus.organisatie) ?? ''],
  [t.geopend, toonDag(b.casus.geopendOp)],
  ...(b.casus.geslotenOp ? [[t.gesloten, toonDag(b.casus.geslotenOp)] as const] : []),
  [t.gewijzigd, toonDag(b.casus.laatsteWijziging)],
];

/** What holds for somebody in this file after his request. */
export const Dossiermerken = ({ b, merken }: { b: Casusblad; merken: readonly Merk[] }) => (
  <>
    {merken.map(m => {
      const wie = b.personen.find(p => p.id === m.betrokkene);
      return (
        <Melding
          soort="waarschuwing"
          titel={`${wie ? toonNaam(wie) : gezinteksten.naamOnbekend}: ${m.titel}`}
        >
          {m.tekst} <Link href={m.verder.href}>{m.verder.naam}</Link>
        </Melding>
      );
    })}
  </>
);

const Wijze = ({ b }: { b: Casusblad }) => {
  if (b.casus.stand === 'gesloten') return <Melding titel={t.isGesloten}>{t.geslotenUitleg}</Melding>;
  if (b.open.bewerkt || b.open.stil) return null;
  return b.toegang?.noodtoegang ? (
    <Melding soort="waarschuwing" titel={t.nood}>
      {t.noodUitleg}
    </Melding>
  ) : (
    <Melding titel={t.meelezen}>{t.meelezenUitleg}</Melding>
  );
};

/** To who has the direction: somebody read this file without a relation. */
const Noodmelding = ({ aantal }: { aantal: number }) =>
  aantal === 0 ? null : (
    <Melding soort="waarschuwing" titel={t.noodGenomen(aantal)}>
      {t.noodGenomenUitleg} <Link href="/toegang/noodtoegang">{t.noodBekijk}</Link>
    </Melding>
  );

const Besluitvelden = ({ b, staat }: { b: Casusblad; staat: Vormstaat }) => (
  <>
    <VerborgenVeld naam="versie" waarde={`${b.casus.versie}`} />
    <TekstGebied {...veld(staat, 'reden')} label={vt.reden} uitleg={vt.redenUitleg} rijen={3} />
  </>
);

const Stand = ({ p }: { p: Paneel }) => {
  const open = p.b.casus.stand === 'open';
  return (
    <Details titel={open ? vt.sluitNieuw : vt.heropenNieuw} open={p.open('stand')}>
      {open ? <Alinea>{vt.sluitUitleg}</Alinea> : null}
      <Formulier
        actie={`/casus/${p.b.casus.id}/stand`}
        csrf={p.csrf}
        naam={open ? vt.sluitNieuw : vt.heropenNieuw}
      >
        <VerborgenVeld naam="handeling" waarde={open ? 'sluit' : 'heropen'} />
        <Besluitvelden b={p.b} staat={p.staat('stand')} />
        <Knop soort={open ? 'gevaar' : 'hoofd'}>{open ? vt.sluit : vt.heropen}</Knop>
      </Formulier>
    </Details>
  );
};

const Verlooppaneel = ({ p }: { p: Paneel }) => (
  <>
    <Kop2 id="verloop">{vt.kop}</Kop2>
    {p.schrijft ? (
      <Details titel={vt.faseNieuw} open={p.open('fase')}>
        <Formulier actie={`/casus/${p.b.casus.id}/fase`} csrf={p.csrf} naam={vt.faseNieuw}>
          <KeuzeVeld
            {...veld(p.staat('fase'), 'fase')}
            label={vt.fase}
            opties={opties(
              'fase',
              FASEN.filter(f => f !== p.b.casus.fase),
            )}
          />
          <Besluitvelden b={p.b} staat={p.staat('fase')} />
          <Knop>{vt.zetFase}</Knop>
        </Formulier>
      </Details>
    ) : null}
    {p.b.open.regie ? <Stand p={p} /> : null}
  </>
);

const Drukpaneel = ({ p }: { p: Paneel }) => {
  const doel = (staat: Vormstaat) => (
    <KeuzeVeld
      {...veld(staat, 'doel')}
      label={drukteksten.doel}
      opties={opties('afdrukdoel', AFDRUKDOELEN)}
    />
  );
  return (
    <>
      <Kop2 id="druk">{drukteksten.kop}</Kop2>
      <Alinea>{drukteksten.uitleg}</Alinea>
      <Details titel={drukteksten.druk} open={p.open('druk')}>
        <Formulier actie={`/casus/${p.b.casus.id}/druk`} csrf={p.csrf} naam={drukteksten.druk}>
          {doel(p.staat('druk'))}
          <Knop soort="bij">{drukteksten.druk}</Knop>
        </Formulier>
      </Details>
      <Details titel={drukteksten.neemMee} open={p.open('uitvoer')}>
        <Formulier actie={`/casus/${p.b.casus.id}/uitvoer`} csrf={p.csrf} naam={drukteksten.neemMee}>
          {doel(p.staat('uitvoer'))}
          <KeuzeVeld
            {...veld(p.staat('uitvoer'), 'vorm')}
            label={drukteksten.vorm}
            waarde={p.staat('uitvoer').waarden['vorm'] ?? 'docx'}
            leeg={null}
            opties={Object.entries(drukteksten.vormen).map(([waarde, naam]) => ({ waarde, naam }))}
          />
          <Knop soort="bij">{drukteksten.neemMee}</Knop>
        </Formulier>
      </Details>
    </>
  );
};

const Inhoudsopgave = ({ b }: { b: Casusblad }) => {
  const delen: [string, string][] = [
    ['gezin', gezinteksten.kop],
    ['notities', notitieteksten.kop],
    ['documenten', documentteksten.kop],
    ['verklaringen', bijzonderteksten.verklaringen],
    ...(b.open.melder ? [['melder', bijzonderteksten.melder] as [string, string]] : []),
    ...(b.open.politie ? [['politie', bijzonderteksten.politie] as [string, string]] : []),
    ['deelnemers', deelnemerteksten.kop],
    ['druk', drukteksten.kop],
  ];
  return (
    <nav aria-label={t.opPagina}>
      <Lijst soort="kaal" items={delen.map(([id, naam]) => <Link href={`#${id}`}>{naam}</Link>)} />
    </nav>
  );
};

/** The state of a form: as it came back, as it was kept, or empty. */
function staatVan(b: Casusblad, staat: Vormstaat | null, vandaag: string) {
  return (formulier: string): Vormstaat => {
    if (staat?.formulier === formulier) return staat;
    const concept = b.concepten[formulier as keyof Casusblad['concepten']];
    if (concept) return { ...leeg(formulier), waarden: concept.velden };
    return formulier === 'notitie' ? { ...leeg(formulier), waarden: { over_dag: vandaag } } : leeg(formulier);
  };
}

const Inhoud = ({ p, blad }: { p: Paneel; blad: number }) => (
  <>
    <Notitiepaneel
      b={p.b}
      csrf={p.csrf}
      staat={p.staat('notitie')}
      open={p.open('notitie')}
      blad={blad}
      schrijft={p.schrijft}
    />
    <Documentpaneel p={p} />
    <Verklaringpaneel p={p} />
    <Melderpaneel p={p} />
    <Politiepaneel p={p} />
    <Deelnemerpaneel p={p} />
  </>
);

/** Says that a form was left half filled. */
const Bewaard = ({ b }: { b: Casusblad }) => {
  const bewaard = Object.values(b.concepten)[0];
  return bewaard ? <Melding titel={conceptteksten.terug(toonMoment(bewaard.bewaardOp))} /> : null;
};

/** One file as this reader may see it. */
export const Dossierpagina = (p: {
  b: Casusblad;
  /** Notices that must be given, as the room of privacy shows them. */
  kennisgevingen: Child | null;
  csrf: string;
  gebieden: readonly Gebied[];
  staat: Vormstaat | null;
  gedaan: string | null;
  blad: number;
  vandaag: string;
  lezer: string;
  merken: readonly Merk[];
}) => {
  const { b } = p;
  const paneel: Paneel = {
    b,
    csrf: p.csrf,
    staat: staatVan(b, p.staat, p.vandaag),
    open: f => p.staat?.formulier === f || f in b.concepten,
    schrijft: b.open.bewerkt && b.casus.stand === 'open',
    lezer: p.lezer,
  };
  return (
    <>
      <FoutSamenvatting fouten={[...(p.staat?.fouten ?? [])]} />
      {p.gedaan ? <Melding soort="gelukt" titel={p.gedaan} /> : null}
      {p.staat ? null : <Bewaard b={b} />}
      <Noodmelding aantal={b.nood} />
      <Dossiermerken b={b} merken={p.merken} />
      <Wijze b={b} />
      <Feiten items={feitenVan(b, p.gebieden)} />
      <Inhoudsopgave b={b} />
      <Gezinpaneel b={b} />
      {p.kennisgevingen}
      <Inhoud p={paneel} blad={p.blad} />
      <Verlooppaneel p={paneel} />
      <Drukpaneel p={paneel} />
    </>
  );
};
