import type { Verzendoordeel } from '#modules/gezin/index.ts';
import {
  Alinea,
  DatumVeld,
  Formulier,
  Knop,
  KnopGroep,
  Kop2,
  Lijst,
  RadioGroep,
  TekstVeld,
  type VeldFout,
  Veldset,
  VerborgenVeld,
  VinkVeld,
} from '#platform/ui/index.ts';
import { type Kijkregel, WEGLAATREGELS, type Weglaatcode } from '../domain/logboek-overzicht.ts';
import { type Logboekvraag, VRIJGAVEREDENEN } from '../usecases/logboek.ts';
import type { Ruwevraag } from './logboek-vraag.ts';
import { Verzendvorm } from './pages/verzending.tsx';
import { logboekTeksten } from './teksten-logboek.ts';

const t = logboekTeksten;

const foutVan = (fouten: readonly VeldFout[], veld: string) => {
  const tekst = fouten.find(f => f.veld === veld)?.tekst;
  return tekst === undefined ? {} : { fout: tekst };
};

/** The question to the log. */
export const Zoekvorm = (p: { csrf: string; ruw: Ruwevraag; fouten: readonly VeldFout[] }) => (
  <Formulier actie="/privacy/logboek" csrf={p.csrf} naam={t.zoek.kop}>
    <RadioGroep
      naam="soort"
      label={t.zoek.soort}
      waarde={p.ruw.soort}
      verplicht
      opties={Object.entries(t.zoek.soorten).map(([waarde, naam]) => ({ waarde, naam }))}
      {...foutVan(p.fouten, 'soort')}
    />
    <TekstVeld
      naam="kenmerk"
      label={t.zoek.kenmerk}
      uitleg={t.zoek.kenmerkUitleg}
      waarde={p.ruw.kenmerk}
      verplicht
      aanvullen="off"
      {...foutVan(p.fouten, 'kenmerk')}
    />
    <DatumVeld naam="van" label={t.zoek.van} waarde={p.ruw.van} {...foutVan(p.fouten, 'van')} />
    <DatumVeld naam="tot" label={t.zoek.tot} waarde={p.ruw.tot} {...foutVan(p.fouten, 'tot')} />
    <KnopGroep>
      <Knop naam="doe" waarde="toon">
        {t.zoek.knop}
      </Knop>
      <Knop soort="bij" naam="doe" waarde="uitvoer">
        {t.zoek.uitvoer}
      </Knop>
    </KnopGroep>
  </Formulier>
);

const NIEMAND = { ids: [], vertegenwoordiger: false };

/** What the officer may show after all in these rows: a key for the form, and its words. */
export function vrijgavenIn(kijk: readonly Kijkregel[]): { sleutel: string; naam: string }[] {
  const v = t.overzicht.vrij;
  const uit = new Map<string, string>();
  const geldt = (code: Weglaatcode, k: Kijkregel) =>
    WEGLAATREGELS.some(w => w.code === code && w.vrij && w.geldt(k, NIEMAND));
  for (const k of kijk) {
    if (k.organisatie && geldt('plaats', k))
      uit.set(`plaats:${k.organisatie.id}`, v.plaats(k.organisatie.naam));
    if (k.gebruiker && k.gebruikersnaam) uit.set(`naam:${k.gebruiker}`, v.naam(k.gebruikersnaam));
    for (const code of ['geheim_adres', 'politie', 'zoeken'] as const)
      if (geldt(code, k)) uit.set(code, v[code]);
  }
  return [...uit]
    .map(([sleutel, naam]) => ({ sleutel, naam }))
    .toSorted((a, b) => a.naam.localeCompare(b.naam, 'nl'));
}

interface Overzichtvraag {
  /** Address of the page of this request. */
  actie: string;
  csrf: string;
  periode: Pick<Logboekvraag, 'van' | 'tot'>;
  kijk: readonly Kijkregel[];
  weggelaten: ReadonlyMap<Weglaatcode, number>;
  /** May anything be shown after all? Not to a representative. */
  vrij: boolean;
  oordeel: Verzendoordeel;
  /** What was ticked and chosen before, after a fault. */
  gekozen: readonly string[];
  reden: string;
  fouten: readonly VeldFout[];
}

const o = t.overzicht;

const Vrijgaven = (p: Overzichtvraag) => (
  <>
    <Veldset titel={o.toon}>
      {vrijgavenIn(p.kijk).map((w, i) => (
        <VinkVeld
          naam="vrij"
          id={`vrij-${i}`}
          waarde={w.sleutel}
          label={w.naam}
          aan={p.gekozen.includes(w.sleutel)}
        />
      ))}
    </Veldset>
    <RadioGroep
      naam="reden"
      label={o.reden}
      waarde={p.reden}
      {...foutVan(p.fouten, 'reden')}
      opties={VRIJGAVEREDENEN.map(waarde => ({ waarde, naam: o.redenen[waarde] }))}
    />
  </>
);

/** Making the overview: what was withheld by which rule, what may be shown after all, and whether it may be sent. */
export const Overzichtvorm = (p: Overzichtvraag) => (
  <>
    <Kop2>{o.kop}</Kop2>
    <Alinea>{p.vrij ? o.uitleg : o.uitlegZonder}</Alinea>
    {p.weggelaten.size > 0 ? (
      <>
        <Alinea>{o.weggelaten}</Alinea>
        <Lijst items={[...p.weggelaten].map(([code, n]) => `${o.regels[code]}: ${o.keer(n)}`)} />
      </>
    ) : null}
    <Verzendvorm oordeel={p.oordeel} actie={p.actie} csrf={p.csrf} naam={o.kop}>
      <VerborgenVeld naam="doe" waarde="maak" />
      <VerborgenVeld naam="van" waarde={p.periode.van.toString()} />
      <VerborgenVeld naam="tot" waarde={p.periode.tot.toString()} />
      {p.vrij && vrijgavenIn(p.kijk).length > 0 ? <Vrijgaven {...p} /> : null}
      <KnopGroep>
        <Knop naam="vorm" waarde="pdf">
          {o.pdf}
        </Knop>
        <Knop soort="bij" naam="vorm" waarde="docx">
          {o.docx}
        </Knop>
      </KnopGroep>
    </Verzendvorm>
  </>
);
