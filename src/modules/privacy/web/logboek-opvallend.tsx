import { formatDag, formatTijdstip } from '#kern/datum/index.ts';
import { isKenmerk, listLognamen } from '#modules/toegang/index.ts';
import { type App, alsLezer, type Ctx, toon } from '#platform/http/index.ts';
import {
  Afdrukregel,
  Alinea,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  Kop1,
  Kop2,
  LegeStaat,
  Melding,
  Tabel,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { isOordeel, OORDELEN } from '../domain/logboek-opvallend.ts';
import type { Logboekdiensten } from '../usecases/logboek.ts';
import {
  kijkGebruikNa,
  listOpvallend,
  type Opvallend,
  oordeelOpvallend,
} from '../usecases/logboek-opvallend.ts';
import { isToezichthouder, kruimels, weigerToezicht } from './logboek.tsx';
import { logboekTeksten } from './teksten-logboek.ts';

const t = logboekTeksten.opvallend;

const Oordeelvorm = ({ r, csrf, wie }: { r: Opvallend; csrf: string; wie: string }) => (
  <Formulier actie="/privacy/logboek/opvallend/oordeel" csrf={csrf} naam={t.oordeel(wie)}>
    <VerborgenVeld naam="id" waarde={r.id} />
    <KeuzeVeld
      naam="oordeel"
      id={`veld-oordeel-${r.id}`}
      label={t.oordeel(wie)}
      opties={OORDELEN.map(waarde => ({ waarde, naam: t.oordelen[waarde] }))}
    />
    <Knop soort="bij">{t.legVast}</Knop>
  </Formulier>
);

/** The rows behind a line: the log of that user on that day. */
const Dagknop = ({ r, csrf, wie }: { r: Opvallend; csrf: string; wie: string }) => (
  <Formulier actie="/privacy/logboek" csrf={csrf} naam={t.dagVan(wie, r.dag)}>
    <VerborgenVeld naam="soort" waarde="gebruiker" />
    <VerborgenVeld naam="kenmerk" waarde={r.persoon} />
    <VerborgenVeld naam="van" waarde={r.dag} />
    <VerborgenVeld naam="tot" waarde={r.dag} />
    <Knop soort="bij">{t.toonDag}</Knop>
  </Formulier>
);

interface Lijststaat {
  regels: readonly Opvallend[];
  namen: ReadonlyMap<string, string>;
  csrf: string;
}

const rij = (r: Opvallend, s: Lijststaat) => {
  const wie = s.namen.get(r.persoon) || logboekTeksten.tabel.gewist;
  const wat = t.wat[r.regel](r.aantal);
  return [
    formatDag(Temporal.PlainDate.from(r.dag)),
    wie,
    <>
      {r.dossier === null ? wat : `${wat}. ${t.kenmerk(r.dossier)}`}
      <Dagknop r={r} csrf={s.csrf} wie={wie} />
    </>,
    t.waarom[r.regel](r.drempel),
    r.oordeel === null ? <Oordeelvorm r={r} csrf={s.csrf} wie={wie} /> : t.oordelen[r.oordeel],
  ];
};

const Deel = ({ kop, s }: { kop: string; s: Lijststaat }) =>
  s.regels.length === 0 ? null : (
    <>
      <Kop2>{kop}</Kop2>
      <Tabel
        bijschrift={kop}
        bijschriftVerborgen
        kolommen={t.kolommen.map((naam, i) => ({ naam, rijkop: i === 0 }))}
        rijen={s.regels.map(r => rij(r, s))}
      />
    </>
  );

interface Paginastaat {
  melding?: string;
  fouten?: VeldFout[];
}

const Lijsten = ({ regels, namen, csrf }: Lijststaat) => {
  const open = regels.filter(r => r.oordeel === null);
  const gedaan = regels.filter(r => r.oordeel !== null);
  return (
    <>
      {regels.length === 0 ? <LegeStaat titel={t.geen} /> : null}
      <Deel kop={t.open} s={{ regels: open, namen, csrf }} />
      <Deel kop={t.gedaan} s={{ regels: gedaan, namen, csrf }} />
    </>
  );
};

const wijze = (fout: boolean) => ({
  titel: fout ? `Fout: ${t.titel}` : t.titel,
  kruimels: [
    ...kruimels('').slice(0, 1),
    { naam: logboekTeksten.titel, href: '/privacy/logboek' },
    { naam: t.titel },
  ],
  status: fout ? (422 as const) : (200 as const),
});

async function pagina(c: Ctx, d: Logboekdiensten, staat: Paginastaat = {}): Promise<Response> {
  const fouten = staat.fouten ?? [];
  const csrf = c.get('csrf');
  const regels = await alsLezer(c, listOpvallend);
  const { gebruikers } = await listLognamen(d.db, d.kluis, c.get('vandaag'), {
    gebruikers: regels.map(r => r.persoon),
    organisaties: [],
  });
  return toon(
    c,
    wijze(fouten.length > 0),
    <>
      <FoutSamenvatting fouten={fouten} />
      {staat.melding ? <Melding soort="gelukt">{staat.melding}</Melding> : null}
      <Kop1>{t.titel}</Kop1>
      <Alinea>{t.inleiding}</Alinea>
      <Alinea>{t.drempels}</Alinea>
      <Formulier actie="/privacy/logboek/opvallend" csrf={csrf} naam={t.nakijken}>
        <Knop soort="bij">{t.nakijken}</Knop>
      </Formulier>
      <Lijsten regels={regels} namen={gebruikers} csrf={csrf} />
      <Afdrukregel
        door={c.get('gebruiker')?.naam ?? ''}
        moment={formatTijdstip(c.get('nu'))}
        reden={logboekTeksten.afdrukreden}
      />
    </>,
  );
}

async function oordeel(c: Ctx, d: Logboekdiensten): Promise<Response> {
  const velden = await c.req.parseBody();
  const tekst = (naam: string) => (typeof velden[naam] === 'string' ? velden[naam] : '');
  const keuze = tekst('oordeel');
  const id = tekst('id');
  if (!isKenmerk(id)) return weigerToezicht(c);
  if (!isOordeel(keuze)) {
    return pagina(c, d, { fouten: [{ veld: `oordeel-${id}`, tekst: logboekTeksten.fouten.oordeel }] });
  }
  const gelukt = await alsLezer(c, tx => oordeelOpvallend(tx, id, keuze));
  return gelukt ? c.redirect('/privacy/logboek/opvallend?na=oordeel', 303) : weigerToezicht(c);
}

/** The list of use to judge, for the privacy officer. */
export function registreerOpvallend(app: App, d: Logboekdiensten): void {
  const pad = '/privacy/logboek/opvallend';
  app.get(pad, c => {
    if (!isToezichthouder(c)) return weigerToezicht(c);
    return pagina(c, d, c.req.query('na') === 'oordeel' ? { melding: t.beoordeeld } : {});
  });
  app.post(pad, async c => {
    if (!isToezichthouder(c)) return weigerToezicht(c);
    const nieuw = await kijkGebruikNa(d.db, c.get('vandaag'), c.get('nu'));
    return pagina(c, d, { melding: t.nieuw(nieuw) });
  });
  app.post(`${pad}/oordeel`, c => (isToezichthouder(c) ? oordeel(c, d) : weigerToezicht(c)));
}
