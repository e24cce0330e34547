import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  Knop,
  Kop2,
  LegeStaat,
  Melding,
  RadioGroep,
  Tabel,
  TekstGebied,
  TekstVeld,
} from '#platform/ui/index.ts';
import type { Radarregel } from '../../usecases/vind.ts';
import { type Vormstaat, veld } from '../kader.tsx';
import { toonDag } from '../opmaak.tsx';
import { lijstteksten as l, noodteksten, radarteksten as t } from '../teksten/lijst.ts';

const Identiteit = ({ staat, verplicht }: { staat: Vormstaat; verplicht?: false }) => {
  const vrij = verplicht === false ? { verplicht: false as const } : {};
  return (
    <>
      <TekstVeld {...veld(staat, 'voornaam')} {...vrij} label={l.voornaam} breedte="middel" />
      <TekstVeld {...veld(staat, 'achternaam')} {...vrij} label={l.achternaam} breedte="middel" />
      <TekstVeld
        {...veld(staat, 'geboren')}
        {...vrij}
        label={l.geboren}
        uitleg={l.geborenUitleg}
        breedte="kort"
      />
    </>
  );
};

const Gevonden = ({ regels }: { regels: readonly Radarregel[] }) =>
  regels.length === 0 ? (
    <LegeStaat titel={t.nietBekend}>{t.nietUitleg}</LegeStaat>
  ) : (
    <>
      <Kop2>{t.gevonden}</Kop2>
      <Tabel
        bijschrift={t.bijschrift}
        bijschriftVerborgen
        kolommen={[{ naam: t.nummer, rijkop: true }, { naam: t.team }, { naam: t.laatst }]}
        rijen={regels.map(r => [r.nummer, r.team, toonDag(r.laatst)])}
      />
      <Alinea>{t.vervolg}</Alinea>
    </>
  );

/** Is somebody known? Number, team and last day. */
export const Radarblad = (p: { csrf: string; staat: Vormstaat; regels: readonly Radarregel[] | null }) => (
  <>
    <FoutSamenvatting fouten={[...p.staat.fouten]} />
    <Alinea soort="inleiding">{t.inleiding}</Alinea>
    {p.regels === null ? null : <Gevonden regels={p.regels} />}
    <Formulier actie="/casus/radar" csrf={p.csrf} naam={t.zoek}>
      <Identiteit staat={p.staat} />
      <Knop>{t.zoek}</Knop>
    </Formulier>
  </>
);

/** Break-glass: what is known of the file, and why it cannot wait. */
export const Noodblad = (p: { csrf: string; staat: Vormstaat }) => (
  <>
    <FoutSamenvatting fouten={[...p.staat.fouten]} />
    <Melding soort="waarschuwing" titel={noodteksten.bericht}>
      {noodteksten.inleiding}
    </Melding>
    <Formulier actie="/casus/noodtoegang" csrf={p.csrf} naam={noodteksten.kop}>
      <RadioGroep
        {...veld(p.staat, 'wijze')}
        waarde={p.staat.waarden['wijze'] ?? 'nummer'}
        label={noodteksten.wijze}
        opties={[
          { waarde: 'nummer', naam: noodteksten.opNummer },
          { waarde: 'persoon', naam: noodteksten.opPersoon },
        ]}
      />
      <TekstVeld {...veld(p.staat, 'nummer')} label={noodteksten.nummer} verplicht={false} breedte="kort" />
      <Identiteit staat={p.staat} verplicht={false} />
      <TekstGebied
        {...veld(p.staat, 'reden')}
        label={noodteksten.reden}
        uitleg={noodteksten.redenUitleg}
        rijen={4}
      />
      <Knop soort="gevaar">{noodteksten.open}</Knop>
    </Formulier>
  </>
);
