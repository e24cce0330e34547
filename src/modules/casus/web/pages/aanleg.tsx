import { ADRESSOORTEN, HUISHOUDROLLEN } from '#modules/gezin/index.ts';
import {
  Alinea,
  Details,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  KnopGroep,
  Melding,
  RadioGroep,
  TekstGebied,
  TekstVeld,
  Veldset,
} from '#platform/ui/index.ts';
import { GEHEIMVELDEN, geheimveld, persoonveld, plaatsKeuze, RIJEN } from '../../domain/aanleg.ts';
import { ANONIMITEITEN, MELDERGRONDEN, TAKEN } from '../../domain/codes.ts';
import type { Aanlegplaats } from '../../usecases/aanleg.ts';
import { type Gebied, type Vormstaat, veld } from '../kader.tsx';
import { opties } from '../teksten/codes.ts';
import { conceptteksten, aanlegteksten as t } from '../teksten/lijst.ts';

const Persoonrij = ({ staat, rij }: { staat: Vormstaat; rij: number }) => {
  const v = (naam: Parameters<typeof persoonveld>[1]) => veld(staat, persoonveld(rij, naam));
  return (
    <Veldset titel={t.persoon(rij)} id={`persoon-${rij}`} {...(rij === 1 ? { uitleg: t.persoonUitleg } : {})}>
      <TekstVeld {...v('voornaam')} label={t.voornaam} breedte="middel" verplicht={false} />
      <TekstVeld {...v('tussenvoegsel')} label={t.tussenvoegsel} breedte="kort" verplicht={false} />
      <TekstVeld {...v('achternaam')} label={t.achternaam} breedte="middel" verplicht={false} />
      <TekstVeld
        {...v('geboren')}
        label={t.geboren}
        uitleg={t.geborenUitleg}
        breedte="kort"
        verplicht={false}
      />
      <KeuzeVeld
        {...v('rol')}
        waarde={staat.waarden[persoonveld(rij, 'rol')] || (rij < 3 ? 'volwassene' : 'kind')}
        label={t.rol}
        leeg={null}
        opties={opties('huishoudrol', HUISHOUDROLLEN)}
      />
    </Veldset>
  );
};

/** The fields on the reporter, the same on every form that asks for them. */
export const Meldervelden = ({ staat }: { staat: Vormstaat }) => (
  <>
    <RadioGroep
      {...veld(staat, 'anonimiteit')}
      label={t.anonimiteit}
      verplicht={false}
      opties={opties('anonimiteit', ANONIMITEITEN)}
    />
    <KeuzeVeld
      {...veld(staat, 'meldergrond')}
      label={t.meldergrond}
      verplicht={false}
      opties={opties('meldergrond', Object.values(MELDERGRONDEN).flat())}
    />
    <TekstVeld {...veld(staat, 'melder_naam')} label={t.melderNaam} breedte="middel" verplicht={false} />
    <TekstGebied
      {...veld(staat, 'melder_bereikbaar')}
      label={t.melderBereikbaar}
      rijen={2}
      verplicht={false}
    />
  </>
);

const Melderdeel = ({ staat }: { staat: Vormstaat }) => {
  const fout = staat.fouten.some(f => /-(anonimiteit|meldergrond|melder_)/.test(f.veld ?? ''));
  const ingevuld = ['anonimiteit', 'melder_naam', 'melder_bereikbaar'].some(v => staat.waarden[v]);
  return (
    <Details titel={t.melder} open={fout || ingevuld}>
      <Alinea>{t.melderUitleg}</Alinea>
      <Meldervelden staat={staat} />
    </Details>
  );
};

/** A place that must stay hidden, from the first moment on. */
const Geheimdeel = ({ staat }: { staat: Vormstaat }) => {
  const v = (naam: Parameters<typeof geheimveld>[0]) => veld(staat, geheimveld(naam));
  const fout = staat.fouten.some(f => /-geheim_/.test(f.veld ?? ''));
  const ingevuld = GEHEIMVELDEN.some(f => f !== 'soort' && staat.waarden[geheimveld(f)]);
  return (
    <Details titel={t.geheim} open={fout || ingevuld}>
      <Alinea>{t.geheimUitleg}</Alinea>
      <KeuzeVeld
        {...v('persoon')}
        label={t.geheimPersoon}
        verplicht={false}
        opties={RIJEN.map(rij => ({ waarde: `${rij}`, naam: t.persoon(rij) }))}
      />
      <KeuzeVeld
        {...v('soort')}
        waarde={staat.waarden[geheimveld('soort')] || 'woon'}
        label={t.geheimSoort}
        leeg={null}
        opties={opties('adressoort', ADRESSOORTEN)}
      />
      <TekstVeld {...v('straat')} label={t.straat} verplicht={false} aanvullen="off" />
      <TekstVeld {...v('nummer')} label={t.nummer} breedte="kort" verplicht={false} aanvullen="off" />
      <TekstVeld {...v('toevoeging')} label={t.toevoeging} breedte="kort" verplicht={false} aanvullen="off" />
      <TekstVeld {...v('postcode')} label={t.postcode} breedte="kort" verplicht={false} aanvullen="off" />
      <TekstVeld {...v('plaats')} label={t.plaats} breedte="middel" verplicht={false} aanvullen="off" />
    </Details>
  );
};

const Basis = (p: { staat: Vormstaat; plaatsen: readonly Aanlegplaats[]; gebieden: readonly Gebied[] }) => {
  const regios = new Set(p.plaatsen.map(x => x.regio));
  const naamVan = (regio: string) => p.gebieden.find(g => g.regio === regio)?.naam ?? regio;
  const taken = TAKEN.filter(t => t !== 'veilig_thuis' || p.plaatsen.some(x => x.veiligThuis));
  const gemeenten = p.gebieden.filter(g => regios.has(g.regio)).flatMap(g => g.gemeenten);
  return (
    <>
      {p.plaatsen.length < 2 ? null : (
        <KeuzeVeld
          {...veld(p.staat, 'lidmaatschap')}
          label={t.waar}
          opties={p.plaatsen.map(x => ({ waarde: plaatsKeuze(x), naam: `${x.naam} (${naamVan(x.regio)})` }))}
        />
      )}
      <RadioGroep
        {...veld(p.staat, 'taak')}
        label={t.taak}
        uitleg={t.taakUitleg}
        opties={opties('taak', taken)}
      />
      <KeuzeVeld
        {...veld(p.staat, 'gemeente')}
        label={t.gemeente}
        leeg={t.gemeenteLeeg}
        verplicht={false}
        opties={gemeenten.map(g => ({ waarde: g.code, naam: g.naam }))}
      />
    </>
  );
};

/** The form that lays down a file. Works without script: rows for people stand ready. */
export const Aanlegblad = (p: {
  csrf: string;
  staat: Vormstaat;
  plaatsen: readonly Aanlegplaats[];
  gebieden: readonly Gebied[];
  /** When what is shown was kept before. */
  bewaardOp: string | null;
  melding: string | null;
}) => {
  return (
    <>
      <FoutSamenvatting fouten={[...p.staat.fouten]} />
      {p.melding ? <Melding soort="gelukt" titel={p.melding} /> : null}
      {p.bewaardOp ? <Melding titel={conceptteksten.terug(p.bewaardOp)} /> : null}
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      <Formulier actie="/casus/nieuw" csrf={p.csrf} naam={t.kop}>
        <Basis {...p} />
        {RIJEN.map(rij => (
          <Persoonrij staat={p.staat} rij={rij} />
        ))}
        <Geheimdeel staat={p.staat} />
        <Melderdeel staat={p.staat} />
        <KnopGroep>
          <Knop naam="_doe" waarde="aanleggen">
            {t.leg}
          </Knop>
          <Knop soort="bij" naam="_doe" waarde="concept">
            {conceptteksten.bewaar}
          </Knop>
          {p.bewaardOp ? (
            <Knop soort="bij" naam="_doe" waarde="weg">
              {conceptteksten.gooiWeg}
            </Knop>
          ) : null}
        </KnopGroep>
      </Formulier>
    </>
  );
};
