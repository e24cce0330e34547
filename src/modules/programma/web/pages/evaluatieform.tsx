import { formatPeriode, parsePeriode } from '#kern/datum/index.ts';
import { inTaal, type Opdrachtstand, type Reeksaanbod, reekssleutel } from '#modules/datalab/index.ts';
import {
  Alinea,
  DatumVeld,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  KnopGroep,
  LegeStaat,
  Melding,
  type Optie,
  RadioGroep,
  TekstGebied,
  TekstVeld,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { VERWACHTINGEN } from '../../domain/evaluatie.ts';
import { type Onderdeel, titel } from '../../domain/programma.ts';
import type { Evaluatieinhoud } from '../../usecases/evaluatie.ts';
import { type Evaluatieveld, type Evaluatiewaarden, SEIZOENEN, VELDEN, VORMEN } from '../forms/evaluatie.ts';
import { type Blad, toonBlad } from '../kader.tsx';
import { evaluatieTeksten } from '../teksten/evaluatie.ts';
import { evaluatieformTeksten } from '../teksten/evaluatieform.ts';
import { programmaTeksten } from '../teksten/programma.ts';
import { Vraaglijst } from './evaluatievraag.tsx';

const t = evaluatieformTeksten.nl;

/** A form as it stands: what may be asked about, what was filled in, what is wrong with it. */
export interface Formstaat {
  readonly actie: Onderdeel;
  readonly reeksen: readonly Reeksaanbod[];
  readonly waarden: Evaluatiewaarden;
  readonly fouten: readonly VeldFout[];
  /** Number of the evaluation that this becomes a new version of. */
  readonly vorige: number | null;
}

const periode = (code: string): string => {
  const p = parsePeriode(code);
  return p.ok ? formatPeriode(p.waarde) : code;
};

const reeksOpties = (reeksen: readonly Reeksaanbod[]): Optie[] =>
  reeksen.map(r => ({
    waarde: reekssleutel(r.keuze),
    naam: t.reeksOptie(
      inTaal(r.naam, 'nl'),
      r.plaatsnaam,
      periode(r.van),
      periode(r.tot),
      r.bron,
      r.keuze.openbaarheid === 'intern',
    ),
  }));

/** What a field has in common: its name, its value and what is wrong with it. */
function veld(s: Formstaat, naam: Evaluatieveld) {
  const fout = s.fouten.find(f => f.veld === naam)?.tekst;
  return { naam, waarde: s.waarden[naam], ...(fout ? { fout } : {}) };
}

/** Fields about what is measured, and over which time. */
const Meetvelden = ({ s }: { s: Formstaat }) => (
  <>
    <TekstGebied {...veld(s, 'vraag')} label={t.vraag} uitleg={t.vraagUitleg} rijen={3} />
    <KeuzeVeld {...veld(s, 'reeks')} label={t.reeks} uitleg={t.reeksUitleg} opties={reeksOpties(s.reeksen)} />
    <TekstVeld {...veld(s, 'van')} label={t.van} uitleg={t.periodeUitleg} breedte="kort" />
    <TekstVeld
      {...veld(s, 'tot')}
      label={t.tot}
      uitleg={`${t.periodeUitleg} ${t.totUitleg}`}
      breedte="kort"
    />
    <DatumVeld {...veld(s, 'ingreep')} label={t.ingreep} uitleg={t.ingreepUitleg} />
  </>
);

/** Fields about what would change, and how that is separated from what changes anyhow. */
const Modelvelden = ({ s }: { s: Formstaat }) => (
  <>
    <RadioGroep
      {...veld(s, 'vorm')}
      label={t.vorm}
      opties={VORMEN.map(v => ({ waarde: v, naam: t.vormen[v], uitleg: t.vormUitleg[v] }))}
    />
    <TekstVeld
      {...veld(s, 'vertraging')}
      label={t.vertraging}
      uitleg={t.vertragingUitleg}
      breedte="kort"
      toetsen="numeric"
    />
    <RadioGroep
      {...veld(s, 'seizoen')}
      label={t.seizoen}
      opties={SEIZOENEN.map(v => ({ waarde: v, naam: t.seizoenen[v], uitleg: t.seizoenUitleg[v] }))}
    />
    <RadioGroep
      {...veld(s, 'verwachting')}
      label={t.verwachting}
      opties={VERWACHTINGEN.map(v => ({
        waarde: v,
        naam: t.verwachtingen[v],
        uitleg: t.verwachtingUitleg[v],
      }))}
    />
    <TekstGebied {...veld(s, 'waarom')} label={t.waarom} uitleg={t.waaromUitleg} rijen={3} />
    <KeuzeVeld
      {...veld(s, 'controle')}
      label={t.controle}
      uitleg={t.controleUitleg}
      opties={reeksOpties(s.reeksen)}
      leeg={t.geenControle}
      verplicht={false}
    />
    <TekstGebied {...veld(s, 'controleWaarom')} label={t.controleWaarom} rijen={3} verplicht={false} />
  </>
);

const Vorige = ({ s }: { s: Formstaat }) =>
  s.vorige === null ? null : <VerborgenVeld naam="vorige" waarde={`${s.vorige}`} />;

const blad = (b: Blad, actie: Onderdeel, fout: boolean, kop: string) => ({
  titel: t.titel,
  kop,
  boven: `${evaluatieTeksten.nl.actie} ${actie.code}`,
  pad: [
    { naam: programmaTeksten.nl.titel, href: b.naar('/programma') },
    {
      naam: `${evaluatieTeksten.nl.actie} ${actie.code}`,
      href: b.naar(`/programma/acties/${encodeURIComponent(actie.code)}`),
    },
  ],
  fout,
});

/** The form with which a question is written down. */
export function evaluatieformPagina(b: Blad, s: Formstaat): Promise<Response> {
  const inhoud =
    s.reeksen.length === 0 ? (
      <LegeStaat titel={t.geenReeksen} />
    ) : (
      <Formulier actie={b.c.req.path} csrf={b.c.get('csrf')}>
        <Vorige s={s} />
        <Meetvelden s={s} />
        <Modelvelden s={s} />
        <Knop naam="stap" waarde="controleer">
          {t.controleer}
        </Knop>
      </Formulier>
    );
  return toonBlad(
    b,
    blad(b, s.actie, s.fouten.length > 0, t.kop(s.actie.code)),
    <>
      <FoutSamenvatting fouten={[...s.fouten]} />
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      <Alinea>{t.openbaarUitleg}</Alinea>
      {inhoud}
    </>,
  );
}

/** The answers once more, before they can no longer be changed. */
export function evaluatiecheckPagina(
  b: Blad,
  s: Formstaat,
  inhoud: Evaluatieinhoud,
  stand: Opdrachtstand,
): Promise<Response> {
  return toonBlad(
    b,
    blad(b, s.actie, false, t.checkTitel),
    <>
      <Melding soort="waarschuwing" titel={t.checkUitleg}>
        <Alinea>{stand.openbaarheid === 'intern' ? t.checkIntern : t.checkOpenbaar}</Alinea>
      </Melding>
      <Vraaglijst
        inhoud={inhoud}
        bekendTot={stand.bekendTot}
        actie={`${s.actie.code} ${titel(s.actie)}`}
        taal="nl"
      />
      <Formulier actie={b.c.req.path} csrf={b.c.get('csrf')}>
        <Vorige s={s} />
        {VELDEN.map(naam => (
          <VerborgenVeld naam={naam} waarde={s.waarden[naam]} />
        ))}
        <KnopGroep>
          <Knop naam="stap" waarde="vastleggen">
            {t.legVast}
          </Knop>
          <Knop soort="bij" naam="stap" waarde="wijzig">
            {t.wijzig}
          </Knop>
        </KnopGroep>
      </Formulier>
    </>,
  );
}
