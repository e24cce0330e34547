import { bevindingTekst } from '#kern/controle/index.ts';
import { formatDagKort } from '#kern/datum/index.ts';
import { stapTekst } from '#kern/termijn/index.ts';
import { CONTACTTEKSTEN, type Verzendoordeel } from '#modules/gezin/index.ts';
import {
  Alinea,
  BeschrijvingsLijst,
  Details,
  Formulier,
  KeuzeVeld,
  Knop,
  KnopGroep,
  Kop2,
  Lijst,
  Melding,
  RadioGroep,
  TekstGebied,
  type VeldFout,
  Veldset,
  VinkVeld,
} from '#platform/ui/index.ts';
import type { Voorstel } from '../../domain/besluit.ts';
import { beoordeelBevoegdheid, bepaalVerzoektermijn, gronden, WEIGERGRONDEN } from '../../domain/verzoek.ts';
import type { Verzoek } from '../../usecases/verzoek.ts';
import { verzoekteksten as t } from '../teksten-verzoek.ts';
import { Omvangkeuze } from './omvang.tsx';

export interface Verzoekstof {
  v: Verzoek;
  /** People in the file; null when the reader does not stand in it. */
  mensen: { id: string; naam: string }[] | null;
  oordeel: Verzendoordeel | null;
  ik: string;
  functionaris: boolean;
  csrf: string;
  fouten: VeldFout[];
  ingevuld: Voorstel | null;
}

const dag = (iso: string) => formatDagKort(Temporal.PlainDate.from(iso));
const opties = (namen: Readonly<Record<string, string>>) =>
  Object.entries(namen).map(([waarde, naam]) => ({ waarde, naam }));
const fout = (s: Verzoekstof, veld: string) => {
  const tekst = s.fouten.find(f => f.veld === veld)?.tekst;
  return tekst ? { fout: tekst } : {};
};
const pad = (s: Verzoekstof, deel: string) => `/privacy/verzoeken/${s.v.id}/${deel}`;

const Gegevens = ({ v }: Verzoekstof) => (
  <>
    <Kop2>{t.kop.gegevens}</Kop2>
    <BeschrijvingsLijst
      items={[
        { term: t.kolommen.stand, waarde: t.standen[v.stand] },
        { term: t.velden.ontvangen, waarde: dag(v.ontvangenOp) },
        { term: t.velden.taak, waarde: t.taken[v.taak] },
        { term: t.velden.aanvrager, waarde: v.aanvrager || t.gewist },
        { term: t.velden.door, waarde: t.door[v.door] },
        { term: t.velden.leeftijd, waarde: t.leeftijd[v.leeftijd] },
        { term: t.velden.vraag, waarde: v.vraag },
        { term: t.velden.nummer, waarde: v.dossier ? t.dossierBekend : t.dossierOnbekend },
      ]}
    />
  </>
);

const Waarschuwing = ({ v }: Verzoekstof) => {
  const b = beoordeelBevoegdheid(v);
  return (
    <>
      {b.weegKind ? (
        <Melding soort="waarschuwing" titel={t.waarschuwing}>
          {t.waarschuwingTekst}
        </Melding>
      ) : null}
      {b.weiger.length > 0 ? (
        <Melding soort="waarschuwing" titel={t.onbevoegd}>
          <Lijst items={b.weiger.map(g => `${t.gronden[g]} (${WEIGERGRONDEN[g].artikel})`)} />
        </Melding>
      ) : null}
    </>
  );
};

const Termijn = (s: Verzoekstof) => {
  const { v } = s;
  const r = bepaalVerzoektermijn(
    v.soort,
    v.taak,
    Temporal.PlainDate.from(v.ontvangenOp),
    v.verlengdOp !== null,
  );
  if (!r.ok) return null;
  return (
    <>
      <Kop2>{t.kop.termijn}</Kop2>
      <Alinea>
        {t.uiterlijk} {dag(v.einddatum)}. {r.waarde.zoSpoedigMogelijk ? t.spoedig : ''}
      </Alinea>
      <Details titel={t.hoe}>
        <Lijst items={r.waarde.stappen.map(stap => stapTekst(stap))} />
      </Details>
      {r.waarde.verlengbaar && v.stand === 'open' ? (
        <Formulier actie={pad(s, 'verleng')} csrf={s.csrf} naam={t.verlengKnop}>
          <KeuzeVeld naam="reden" label={t.verlengReden} opties={opties(t.verleng)} {...fout(s, 'reden')} />
          <Knop soort="bij">{t.verlengKnop}</Knop>
        </Formulier>
      ) : null}
    </>
  );
};

const Identiteit = (s: Verzoekstof) => (
  <>
    <Kop2>{t.kop.identiteit}</Kop2>
    {s.v.identiteit ? (
      <Alinea>{t.identiteitGedaan(t.identiteiten[s.v.identiteit])}</Alinea>
    ) : (
      <Formulier actie={pad(s, 'identiteit')} csrf={s.csrf} naam={t.identiteitKnop}>
        <RadioGroep
          naam="identiteit"
          label={t.kop.identiteit}
          opties={opties(t.identiteiten)}
          {...fout(s, 'identiteit')}
        />
        <Knop soort="bij">{t.identiteitKnop}</Knop>
      </Formulier>
    )}
  </>
);

const Persoon = (s: Verzoekstof) => {
  if (!s.v.dossier) return null;
  return (
    <>
      <Kop2>{t.kop.persoon}</Kop2>
      {s.v.betrokkene ? <Alinea>{t.persoonGedaan}</Alinea> : null}
      {s.mensen === null ? <Alinea>{t.persoonAnder}</Alinea> : null}
      {s.mensen && s.v.stand === 'open' ? (
        <Formulier actie={pad(s, 'persoon')} csrf={s.csrf} naam={t.persoonKnop}>
          <KeuzeVeld
            naam="persoon"
            label={t.kop.persoon}
            waarde={s.v.betrokkene ?? ''}
            opties={s.mensen.map(m => ({ waarde: m.id, naam: m.naam }))}
            {...fout(s, 'persoon')}
          />
          <Knop soort="bij">{t.persoonKnop}</Knop>
        </Formulier>
      ) : null}
    </>
  );
};

const Weging = ({
  s,
  p,
}: {
  s: Verzoekstof;
  p: Pick<Voorstel, 'belangAnder' | 'belangKind' | 'besluit' | 'omvang'>;
}) => (
  <>
    <RadioGroep
      naam="belang_ander"
      label={t.belangAnderVeld}
      waarde={p.belangAnder ?? ''}
      opties={opties(t.belangAnder)}
      {...fout(s, 'belang_ander')}
    />
    <RadioGroep
      naam="belang_kind"
      label={t.belangKindVeld}
      waarde={p.belangKind ?? ''}
      opties={opties(t.belangKind)}
      {...fout(s, 'belang_kind')}
    />
    <RadioGroep
      naam="besluit"
      label={t.besluitVeld}
      waarde={p.besluit ?? ''}
      opties={opties(t.besluiten)}
      {...fout(s, 'besluit')}
    />
    {s.v.soort === 'vernietiging' ? <Omvangkeuze waarde={p.omvang} fout={fout(s, 'omvang')} /> : null}
  </>
);

const Voorstelvorm = (s: Verzoekstof) => {
  const { v } = s;
  const p = s.ingevuld ?? v;
  const aan = new Set<string>(p.gronden);
  return (
    <Formulier actie={pad(s, 'voorstel')} csrf={s.csrf} naam={t.stelVoor}>
      <Weging s={s} p={p} />
      <Veldset titel={t.grondenVeld} id="veld-gronden">
        {gronden(v.soort).map(g => (
          <VinkVeld
            naam="gronden"
            id={`grond-${g}`}
            waarde={g}
            aan={aan.has(g)}
            label={`${t.gronden[g]} (${WEIGERGRONDEN[g].artikel})`}
          />
        ))}
      </Veldset>
      <TekstGebied
        naam="motivering"
        label={t.motivering}
        uitleg={t.motiveringUitleg}
        waarde={p.motivering}
        maximum={10_000}
        {...fout(s, 'motivering')}
      />
      <Knop>{t.stelVoor}</Knop>
    </Formulier>
  );
};

const Voorgesteld = ({ v }: Verzoekstof) => (
  <BeschrijvingsLijst
    items={[
      { term: t.besluitVeld, waarde: v.besluit ? t.besluiten[v.besluit] : '' },
      ...(v.omvang ? [{ term: t.omvangVeld, waarde: t.omvang[v.omvang] }] : []),
      {
        term: t.grondenVeld,
        waarde: v.gronden.map(g => `${t.gronden[g]} (${WEIGERGRONDEN[g].artikel})`).join('; '),
      },
      { term: t.belangAnderVeld, waarde: v.belangAnder ? t.belangAnder[v.belangAnder] : '' },
      { term: t.belangKindVeld, waarde: v.belangKind ? t.belangKind[v.belangKind] : '' },
      { term: t.motivering, waarde: v.motivering || t.gewist },
    ]}
  />
);

const Besluit = (s: Verzoekstof) => (
  <>
    <Kop2>{t.kop.besluit}</Kop2>
    {s.v.stand === 'open' ? <Voorstelvorm {...s} /> : <Voorgesteld {...s} />}
    {s.v.stand === 'voorgesteld' && s.v.eersteDoor === s.ik ? <Alinea>{t.eigen}</Alinea> : null}
    {s.v.stand === 'voorgesteld' && s.v.eersteDoor !== s.ik ? (
      <Formulier actie={pad(s, 'besluit')} csrf={s.csrf} naam={t.beslis}>
        <KnopGroep>
          <Knop naam="akkoord" waarde="ja">
            {t.beslis}
          </Knop>
          <Knop soort="bij" naam="akkoord" waarde="nee">
            {t.terug}
          </Knop>
        </KnopGroep>
      </Formulier>
    ) : null}
  </>
);

const Brief = (s: Verzoekstof) => {
  if (s.v.stand !== 'besloten' || !s.oordeel) return null;
  const { stand, bevindingen } = s.oordeel;
  return (
    <>
      <Kop2>{t.kop.brief}</Kop2>
      <Alinea>{t.briefUitleg}</Alinea>
      {stand === 'mag_niet' ? (
        <Melding soort="fout" titel={t.briefMagNiet}>
          <Lijst items={bevindingen.map(b => bevindingTekst(b, CONTACTTEKSTEN))} />
        </Melding>
      ) : (
        <Formulier actie={pad(s, 'brief')} csrf={s.csrf} naam={t.kop.brief}>
          {stand === 'besluit_nodig' ? <Melding soort="waarschuwing" titel={t.briefBesluit} /> : null}
          {bevindingen.map(b => (
            <VinkVeld
              naam="bevestigd"
              id={`bevestigd-${b.code}`}
              waarde={b.code}
              label={t.bevestig}
              uitleg={bevindingTekst(b, CONTACTTEKSTEN)}
            />
          ))}
          <Alinea soort="klein">{t.weggelaten}</Alinea>
          {s.v.door === 'vertegenwoordiger' ? <Alinea>{t.briefVertegenwoordiger}</Alinea> : null}
          <KnopGroep>
            <Knop naam="vorm" waarde="pdf">
              {t.maakPdf}
            </Knop>
            <Knop soort="bij" naam="vorm" waarde="docx">
              {t.maakDocx}
            </Knop>
          </KnopGroep>
        </Formulier>
      )}
    </>
  );
};

/** One request from receipt to letter. */
export const Verzoekinhoud = (s: Verzoekstof) => (
  <>
    <Waarschuwing {...s} />
    <Gegevens {...s} />
    <Termijn {...s} />
    <Identiteit {...s} />
    <Persoon {...s} />
    <Besluit {...s} />
    <Brief {...s} />
  </>
);
