import {
  Alinea,
  Formulier,
  KeuzeVeld,
  Knop,
  Kop2,
  Melding,
  RadioGroep,
  TekstVeld,
} from '#platform/ui/index.ts';
import { verzoekteksten as t } from '../teksten-verzoek.ts';
import { fout, opties, pad, type Verzoekstof } from './verzoekstof.ts';

/** Who asks: established, or how that can be done. */
export const Identiteit = (s: Verzoekstof) => (
  <>
    <Kop2>{t.kop.identiteit}</Kop2>
    {s.v.identiteit ? <Alinea>{t.identiteitGedaan(t.identiteiten[s.v.identiteit])}</Alinea> : null}
    {!s.v.identiteit && s.v.stand === 'open' ? (
      <Formulier actie={pad(s, 'identiteit')} csrf={s.csrf} naam={t.identiteitKnop}>
        <RadioGroep
          naam="identiteit"
          label={t.kop.identiteit}
          uitleg={t.identiteitLukt}
          opties={opties(t.identiteiten)}
          {...fout(s, 'identiteit')}
        />
        <Knop soort="bij">{t.identiteitKnop}</Knop>
      </Formulier>
    ) : null}
  </>
);

/** The file, for when its number is found later; only a privacy officer asks by number. */
export const Dossier = (s: Verzoekstof) =>
  s.functionaris && s.v.stand === 'open' ? (
    <>
      <Kop2>{t.dossierKop}</Kop2>
      <Alinea>{s.v.dossier ? t.dossierBekend : t.dossierOnbekend}</Alinea>
      <Formulier actie={pad(s, 'dossier')} csrf={s.csrf} naam={t.dossierKnop}>
        <TekstVeld
          naam="nummer"
          label={t.velden.nummer}
          uitleg={t.dossierUitleg}
          breedte="kort"
          verplicht={false}
          {...fout(s, 'nummer')}
        />
        <Knop soort="bij">{t.dossierKnop}</Knop>
      </Formulier>
    </>
  ) : null;

const Kies = (p: {
  s: Verzoekstof;
  naam: 'persoon' | 'vertegenwoordiger';
  label: string;
  waarde: string | null;
  knop: string;
}) => (
  <Formulier actie={pad(p.s, p.naam)} csrf={p.s.csrf} naam={p.knop}>
    <KeuzeVeld
      naam={p.naam}
      label={p.label}
      waarde={p.waarde ?? ''}
      opties={(p.s.mensen ?? []).map(m => ({ waarde: m.id, naam: m.naam }))}
      {...fout(p.s, p.naam)}
    />
    <Knop soort="bij">{p.knop}</Knop>
  </Formulier>
);

/** What the date of birth in the file says against what was typed. */
const Leeftijd = (s: Verzoekstof) => {
  const { leeftijd, leeftijdDossier, stand } = s.v;
  if (leeftijdDossier === null || leeftijdDossier === leeftijd) return null;
  return (
    <>
      <Melding soort="waarschuwing" titel={t.leeftijdKop}>
        {t.leeftijdTekst(t.leeftijd[leeftijd], t.leeftijd[leeftijdDossier])}
      </Melding>
      {stand === 'open' ? (
        <Formulier actie={pad(s, 'leeftijd')} csrf={s.csrf} naam={t.leeftijdKnop}>
          <Knop soort="bij">{t.leeftijdKnop}</Knop>
        </Formulier>
      ) : null}
    </>
  );
};

/** Whom in the file it is about. */
export const Persoon = (s: Verzoekstof) => {
  if (!s.v.dossier) return null;
  return (
    <>
      <Kop2>{t.kop.persoon}</Kop2>
      {s.v.betrokkene ? <Alinea>{t.persoonGedaan}</Alinea> : null}
      <Leeftijd {...s} />
      {s.mensen === null ? <Alinea>{t.persoonAnder}</Alinea> : null}
      {s.mensen && s.v.stand === 'open' ? (
        <Kies s={s} naam="persoon" label={t.kop.persoon} waarde={s.v.betrokkene} knop={t.persoonKnop} />
      ) : null}
    </>
  );
};

/** Who asks for another: what shows that he may, and who he is in the file. */
export const Vertegenwoordiger = (s: Verzoekstof) => {
  const { door, gezag, vertegenwoordiger, stand } = s.v;
  if (door !== 'vertegenwoordiger') return null;
  const kan = stand === 'open' || (stand === 'besloten' && !vertegenwoordiger);
  return (
    <>
      <Kop2>{t.gezagKop}</Kop2>
      {gezag ? <Alinea>{t.gezagGedaan(t.gezagBewijzen[gezag])}</Alinea> : null}
      {!gezag && stand === 'open' ? (
        <Formulier actie={pad(s, 'gezag')} csrf={s.csrf} naam={t.gezagKnop}>
          <RadioGroep
            naam="gezag"
            label={t.gezagVeld}
            uitleg={t.gezagUitleg}
            opties={opties(t.gezagBewijzen)}
            {...fout(s, 'gezag')}
          />
          <Knop soort="bij">{t.gezagKnop}</Knop>
        </Formulier>
      ) : null}
      <Alinea>{vertegenwoordiger ? t.vertegenwoordigerGedaan : t.vertegenwoordigerNodig}</Alinea>
      {s.mensen && kan ? (
        <Kies
          s={s}
          naam="vertegenwoordiger"
          label={t.vertegenwoordigerVeld}
          waarde={vertegenwoordiger}
          knop={t.vertegenwoordigerKnop}
        />
      ) : null}
    </>
  );
};
