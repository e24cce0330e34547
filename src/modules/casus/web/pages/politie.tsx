import {
  Alinea,
  BeschrijvingsLijst,
  DatumVeld,
  Details,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  Kop2,
  Kop3,
  LegeStaat,
  Link,
  Melding,
  TekstGebied,
  TekstVeld,
} from '#platform/ui/index.ts';
import type { Politiegegeven, Politieverstrekking } from '../../domain/casus.ts';
import { isCode, POLITIEGRONDEN } from '../../domain/codes.ts';
import {
  ONTVANGERS,
  VERKREGEN,
  VERSTREKGRONDEN,
  VOORWAARDEN,
  verstrekgrondenVoor,
} from '../../domain/politieverstrekking.ts';
import type { Politieblad } from '../../usecases/politie.ts';
import { type Vormstaat, veld } from '../kader.tsx';
import { Tekst, toonDag } from '../opmaak.tsx';
import { opties, woord } from '../teksten/codes.ts';
import { bijzonderteksten as bt, dossierteksten, verstrekteksten as vt } from '../teksten/dossier.ts';
import { Bewaarknoppen } from './notities.tsx';
import type { Paneel } from './panelen.tsx';

const ontvangen = (g: Politiegegeven): string =>
  bt.politieOntvangen(
    g.ontvangenOp === null ? bt.politieNietBekend : toonDag(g.ontvangenOp),
    g.ontvangenVan ?? bt.politieNietBekend,
  );

const Nieuw = ({ p, gronden }: { p: Paneel; gronden: readonly string[] }) => {
  const staat = p.staat('politie');
  return (
    <Details titel={bt.politieNieuw} open={p.open('politie')}>
      <Formulier actie={`/casus/${p.b.casus.id}/politie`} csrf={p.csrf} naam={bt.politieNieuw}>
        <KeuzeVeld {...veld(staat, 'grond')} label={bt.grond} opties={opties('politiegrond', gronden)} />
        <DatumVeld {...veld(staat, 'over_dag')} label={bt.politieDag} />
        <DatumVeld {...veld(staat, 'ontvangen_op')} label={bt.politieOntvangenOp} />
        <TekstVeld
          {...veld(staat, 'ontvangen_van')}
          label={bt.politieOntvangenVan}
          uitleg={bt.politieOntvangenVanUitleg}
        />
        <KeuzeVeld
          {...veld(staat, 'voorwaarde')}
          label={bt.voorwaarde}
          opties={opties('voorwaarde', VOORWAARDEN)}
        />
        <TekstGebied {...veld(staat, 'inhoud')} label={bt.politieInhoud} rijen={5} />
        <Bewaarknoppen knop={bt.bewaarPolitie} concept={p.b.concepten.politie !== undefined} />
      </Formulier>
    </Details>
  );
};

/** Police information: only for who has a relation for it. */
export const Politiepaneel = ({ p }: { p: Paneel }) => {
  if (!p.b.open.politie) return null;
  const gronden: readonly string[] = POLITIEGRONDEN[p.b.casus.taak];
  const keer = (id: string) => p.b.verstrekkingen.filter(v => v.gegeven === id).length;
  return (
    <>
      <Kop2 id="politie">{bt.politie}</Kop2>
      <Alinea soort="klein">{bt.politieUitleg}</Alinea>
      {p.b.politie.length === 0 ? <LegeStaat titel={bt.geenPolitie} /> : null}
      {p.b.politie.map(g => (
        <>
          <Kop3>{toonDag(g.overDag)}</Kop3>
          <Tekst tekst={g.inhoud} />
          <Alinea soort="klein">
            {woord('politiegrond', g.grond)}. {ontvangen(g)} {woord('voorwaarde', g.voorwaarde)}.
          </Alinea>
          <Link href={`/casus/${p.b.casus.id}/politie/${g.id}`}>{bt.politieBlad(keer(g.id))}</Link>
        </>
      ))}
      {gronden.length === 0 ? <Alinea>{bt.geenGrond}</Alinea> : <Nieuw p={p} gronden={gronden} />}
    </>
  );
};

const Verstrekking = ({ v, door }: { v: Politieverstrekking; door: (id: string) => string }) => (
  <>
    <Kop3>{vt.aan(v.inhoud?.organisatie ?? woord('ontvanger', v.ontvanger), toonDag(v.verstrektOp))}</Kop3>
    <BeschrijvingsLijst
      items={[
        { term: vt.soort, waarde: woord('ontvanger', v.ontvanger) },
        { term: vt.functie, waarde: v.inhoud?.functie ?? dossierteksten.gewist },
        { term: vt.waarvoor, waarde: v.inhoud?.waarvoor ?? dossierteksten.gewist },
        { term: vt.opGrond, waarde: woord('verstrekgrond', v.grond) },
        { term: vt.toelichting, waarde: v.inhoud?.toelichting ?? dossierteksten.gewist },
        { term: vt.overlegd, waarde: v.overlegdOp === null ? vt.nietOverlegd : toonDag(v.overlegdOp) },
        { term: vt.besloot, waarde: door(v.door) },
        { term: vt.tekst, waarde: <Tekst tekst={v.inhoud?.tekst ?? null} /> },
      ]}
    />
  </>
);

const Vorm = ({ b, csrf, staat }: { b: Politieblad; csrf: string; staat: Vormstaat }) => (
  <Formulier actie={`/casus/${b.casus.id}/politie/${b.gegeven.id}/verstrek`} csrf={csrf} naam={vt.nieuw}>
    <KeuzeVeld
      {...veld(staat, 'grond')}
      label={vt.grondVeld}
      opties={opties('verstrekgrond', verstrekgrondenVoor(b.gegeven))}
    />
    <TekstGebied {...veld(staat, 'toelichting')} label={vt.toelichtingVeld} rijen={3} />
    <KeuzeVeld
      {...veld(staat, 'ontvanger')}
      label={vt.ontvanger}
      uitleg={vt.nietAanBetrokkene}
      opties={opties('ontvanger', ONTVANGERS)}
    />
    <TekstVeld {...veld(staat, 'organisatie')} label={vt.organisatie} />
    <TekstVeld {...veld(staat, 'functie')} label={vt.functieVeld} />
    <TekstGebied {...veld(staat, 'waarvoor')} label={vt.waarvoorVeld} rijen={3} />
    <DatumVeld
      {...veld(staat, 'overlegd_op')}
      label={vt.overlegdVeld}
      uitleg={vt.overlegdUitleg}
      verplicht={false}
    />
    <DatumVeld {...veld(staat, 'verstrekt_op')} label={vt.verstrektOp} />
    <TekstGebied {...veld(staat, 'tekst')} label={vt.tekstVeld} uitleg={vt.tekstUitleg} rijen={6} />
    <Knop>{vt.knop}</Knop>
  </Formulier>
);

/** The form, or why there is none for this reader or this record. */
const Verstrekdeel = ({ b, csrf, staat }: { b: Politieblad; csrf: string; staat: Vormstaat }) => {
  if (!b.verstrekt) return <Alinea soort="klein">{vt.alleenRegie}</Alinea>;
  const gronden = verstrekgrondenVoor(b.gegeven);
  if (gronden.length === 0) return <Melding soort="waarschuwing">{vt.geenGrond}</Melding>;
  return (
    <>
      <Kop2>{vt.nieuw}</Kop2>
      <Alinea>{vt.uitleg}</Alinea>
      <Vorm b={b} csrf={csrf} staat={staat} />
      <Alinea soort="klein">
        {vt.bron}: {gronden.map(g => VERSTREKGRONDEN[g].bron).join('; ')}.
      </Alinea>
    </>
  );
};

const bronVan = (grond: string): string => {
  const codes = Object.keys(VERKREGEN) as (keyof typeof VERKREGEN)[];
  return isCode(codes, grond) ? VERKREGEN[grond].bron : grond;
};

/** One record of the police: how it came in, to whom it was given on, and the form to do so. */
export const Politiegegevenpagina = (p: {
  b: Politieblad;
  csrf: string;
  staat: Vormstaat;
  gedaan: string | null;
}) => {
  const { gegeven } = p.b;
  const door = (id: string) => p.b.namen.get(id) || vt.iemand;
  return (
    <>
      <FoutSamenvatting fouten={[...p.staat.fouten]} />
      {p.gedaan ? <Melding soort="gelukt" titel={p.gedaan} /> : null}
      <Kop2>{vt.gegeven}</Kop2>
      <Tekst tekst={gegeven.inhoud} />
      <BeschrijvingsLijst
        items={[
          { term: vt.grond, waarde: woord('politiegrond', gegeven.grond) },
          { term: vt.bron, waarde: bronVan(gegeven.grond) },
          { term: vt.ontvangen, waarde: ontvangen(gegeven) },
          { term: vt.voorwaarde, waarde: woord('voorwaarde', gegeven.voorwaarde) },
          { term: vt.door, waarde: door(gegeven.door) },
        ]}
      />
      <Kop2>{vt.lijst}</Kop2>
      {p.b.verstrekkingen.length === 0 ? <LegeStaat titel={vt.geen} /> : null}
      {p.b.verstrekkingen.map(v => (
        <Verstrekking v={v} door={door} />
      ))}
      <Verstrekdeel b={p.b} csrf={p.csrf} staat={p.staat} />
    </>
  );
};
