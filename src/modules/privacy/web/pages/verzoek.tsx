import { bevindingTekst } from '#kern/controle/index.ts';
import { stapTekst } from '#kern/termijn/index.ts';
import { CONTACTTEKSTEN } from '#modules/gezin/index.ts';
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
  Veldset,
  VinkVeld,
} from '#platform/ui/index.ts';
import type { Voorstel } from '../../domain/besluit.ts';
import { beoordeelBevoegdheid, bepaalVerzoektermijn, gronden, WEIGERGRONDEN } from '../../domain/verzoek.ts';
import type { Briefoordeel } from '../../usecases/brief.ts';
import { verzoekteksten as t } from '../teksten-verzoek.ts';
import { Inzagewegen } from './inzage.tsx';
import { Omvangkeuze } from './omvang.tsx';
import { Gevolg, Intrekken } from './verzoek-gevolg.tsx';
import { Dossier, Identiteit, Persoon, Vertegenwoordiger } from './verzoek-wie.tsx';
import { dag, fout, opties, pad, type Verzoekstof } from './verzoekstof.ts';

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

const Oordeel = ({ s, o }: { s: Verzoekstof; o: Briefoordeel }) => {
  const { stand, bevindingen } = o.oordeel;
  const naam = o.wie === 'betrokkene' ? 'bevestigd' : 'bevestigd_vertegenwoordiger';
  const kop = s.oordelen && s.oordelen.length > 1 ? `${t.briefVan[o.wie]}. ` : '';
  if (stand === 'mag_niet')
    return (
      <Melding soort="fout" titel={kop + t.briefMagNiet}>
        <Lijst items={bevindingen.map(b => bevindingTekst(b, CONTACTTEKSTEN))} />
      </Melding>
    );
  return (
    <>
      {stand === 'besluit_nodig' ? <Melding soort="waarschuwing" titel={kop + t.briefBesluit} /> : null}
      {bevindingen.map(b => (
        <VinkVeld
          naam={naam}
          id={`${naam}-${b.code}`}
          waarde={b.code}
          label={t.bevestig}
          uitleg={bevindingTekst(b, CONTACTTEKSTEN)}
        />
      ))}
    </>
  );
};

const Brief = (s: Verzoekstof) => {
  if (s.v.stand !== 'besloten' || !s.oordelen) return null;
  const magNiet = s.oordelen.some(o => o.oordeel.stand === 'mag_niet');
  const oordelen = s.oordelen.map(o => <Oordeel s={s} o={o} />);
  return (
    <>
      <Kop2>{t.kop.brief}</Kop2>
      <Alinea>{s.oordelen.length === 0 ? t.briefZonder : t.briefUitleg}</Alinea>
      {magNiet ? (
        oordelen
      ) : (
        <Formulier actie={pad(s, 'brief')} csrf={s.csrf} naam={t.kop.brief}>
          {oordelen}
          <Alinea soort="klein">{t.weggelaten}</Alinea>
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
    <Dossier {...s} />
    <Persoon {...s} />
    <Vertegenwoordiger {...s} />
    <Inzagewegen {...s} />
    <Besluit {...s} />
    <Gevolg {...s} />
    <Brief {...s} />
    <Intrekken {...s} />
  </>
);
