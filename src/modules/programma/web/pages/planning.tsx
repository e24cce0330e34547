import type { Child } from 'hono/jsx';
import {
  Alinea,
  Details,
  Kop2,
  Kop3,
  LegeStaat,
  Lijst,
  Link,
  PlanningGrafiek,
  type PlanningRij,
  Tabel,
} from '#platform/ui/index.ts';
import { leesDeeldatum } from '../../domain/deeldatum.ts';
import { eerstvolgende } from '../../domain/mijlpaal.ts';
import {
  inMaand,
  isLaat,
  type Planfilter,
  type Planregel,
  perKwartaal,
  planmaanden,
  planregels,
} from '../../domain/planning.ts';
import { enige, lijst, tekst, titel } from '../../domain/programma.ts';
import { csvAntwoord } from '../csv.ts';
import { type Blad, toonBlad } from '../kader.tsx';
import { Brontaal, StandMerk, toonDeeldatum, toonKwartaal, toonWanneer, ZinMetBron } from '../opmaak.tsx';
import { algemeen } from '../teksten/algemeen.ts';
import { planningTeksten } from '../teksten/planning.ts';
import { Keuze, planfilter, zoekdeel } from './planningfilter.tsx';

interface Deel {
  b: Blad;
  regels: readonly Planregel[];
}

const MijlpaalLink = ({ b, regel }: { b: Blad; regel: Pick<Planregel, 'mijlpaal'> }) => (
  <Link href={b.naar(`/planning/mijlpalen/${encodeURIComponent(regel.mijlpaal.code)}`)}>
    <Brontaal taal={b.taal}>{titel(regel.mijlpaal)}</Brontaal>
  </Link>
);

const LaatRegel = ({ b, regel }: { b: Blad; regel: Planregel }) => (
  <>
    <MijlpaalLink b={b} regel={regel} /> ({toonWanneer(regel.mijlpaal, b.taal)})
    {regel.stand.status === 'vertraagd' ? (
      <>
        {' '}
        <StandMerk stand={regel.stand} taal={b.taal} />
        {tekst(regel.mijlpaal, 'statusReden') ? (
          <>
            : <Brontaal taal={b.taal}>{tekst(regel.mijlpaal, 'statusReden')}</Brontaal>
          </>
        ) : null}
      </>
    ) : null}
  </>
);

/** How many late ones stand in sight; the rest is one click away, so that the picture stays near. */
const IN_ZICHT = 5;

const Laat = ({ b, regels }: Deel) => {
  const t = planningTeksten[b.taal];
  const laat = regels.filter(r => isLaat(r.stand));
  if (laat.length === 0) return <Alinea>{t.geenLaat}</Alinea>;
  // Who was reported late comes before what merely passed its date.
  const gemeld = laat.filter(r => r.stand.status === 'vertraagd');
  const items = [...gemeld, ...laat.filter(r => r.stand.status !== 'vertraagd')].map(r => (
    <LaatRegel b={b} regel={r} />
  ));
  return (
    <>
      <Alinea>{t.laat(laat.length)}</Alinea>
      <Lijst items={items.slice(0, IN_ZICHT)} />
      {items.length > IN_ZICHT ? (
        <Details titel={t.nogLaat(items.length - IN_ZICHT)}>
          <Lijst items={items.slice(IN_ZICHT)} />
        </Details>
      ) : null}
    </>
  );
};

const Volgende = ({ b, regels }: Deel) => {
  const t = planningTeksten[b.taal];
  const komend = eerstvolgende(
    regels.map(r => r.mijlpaal),
    b.vandaag,
  ).slice(0, 5);
  return (
    <>
      <Kop2>{t.volgende}</Kop2>
      {komend.length === 0 ? (
        <Alinea>{t.geenVolgende}</Alinea>
      ) : (
        <Lijst
          items={komend.map(k => (
            <>
              <MijlpaalLink b={b} regel={k} /> ({toonWanneer(k.mijlpaal, b.taal)})
            </>
          ))}
        />
      )}
    </>
  );
};

/** One row per action with its milestones; an action without a period is drawn by its milestones alone. */
function rijen({ b, regels }: Deel): PlanningRij[] {
  const t = planningTeksten[b.taal];
  const groepen = Map.groupBy(regels, r => r.actie?.code ?? '');
  const acties = lijst(b.p, 'actie').filter(a => groepen.has(a.code));
  const punten = (code: string) =>
    (groepen.get(code) ?? []).flatMap(r =>
      r.stand.tot
        ? [
            {
              datum: r.stand.tot,
              naam: `${titel(r.mijlpaal)}, ${toonWanneer(r.mijlpaal, b.taal)}`,
              status: r.stand.verstreken ? ('vertraagd' as const) : (r.stand.status ?? ('gepland' as const)),
            },
          ]
        : [],
    );
  const uit: PlanningRij[] = acties.map(a => {
    const van = leesDeeldatum(tekst(a, 'start'))?.eerste;
    const tot = leesDeeldatum(tekst(a, 'gereed'))?.laatste;
    return {
      naam: `${a.code} ${titel(a)}`,
      ...(van ? { van } : {}),
      ...(tot ? { tot } : {}),
      punten: punten(a.code),
    };
  });
  return groepen.has('') ? [...uit, { naam: t.zonderActie, punten: punten('') }] : uit;
}

const Beeld = ({ b, regels }: Deel) => {
  const t = planningTeksten[b.taal];
  const laat = regels.filter(r => isLaat(r.stand)).length;
  return (
    <PlanningGrafiek
      id="planning"
      titel={t.grafiekTitel(laat, regels.length)}
      subtitel={t.grafiekOnder(b.regioNaam)}
      beschrijving={t.grafiekBeschrijving}
      bron={
        <ZinMetBron taal={b.taal} zin={t.grafiekBron} woorden={tekst(enige(b.p, 'regio'), 'programma')} />
      }
      beperking={t.grafiekBeperking}
      rijen={rijen({ b, regels })}
      vandaag={b.vandaag}
      taal={b.taal}
    />
  );
};

/** One quarter as a table; what holds for every row of it is said above the table, not in each row. */
const Kwartaal = ({ b, regels, naam }: Deel & { naam: string }) => {
  const t = planningTeksten[b.taal];
  const alleVerstreken = regels.every(r => r.stand.verstreken && r.stand.status === null);
  const overleg = regels.some(r => r.overleg !== 'niet_genoemd');
  return (
    <section>
      <Kop3>{naam}</Kop3>
      {alleVerstreken ? <Alinea>{t.nietsGemeld(regels.length)}</Alinea> : null}
      <Tabel
        bijschrift={naam}
        bijschriftVerborgen
        kolommen={[
          { naam: t.mijlpaal, rijkop: true },
          { naam: t.actie },
          { naam: t.wanneer },
          ...(overleg ? [{ naam: t.overleg }] : []),
          ...(alleVerstreken ? [] : [{ naam: t.status }]),
        ]}
        rijen={regels.map(r => [
          <MijlpaalLink b={b} regel={r} />,
          r.actie ? (
            <>
              {r.actie.code} <Brontaal taal={b.taal}>{titel(r.actie)}</Brontaal>
            </>
          ) : (
            t.zonderActie
          ),
          toonWanneer(r.mijlpaal, b.taal),
          ...(overleg
            ? [r.overleg === 'niet_genoemd' ? algemeen[b.taal].geen : t.overleggen[r.overleg]]
            : []),
          ...(alleVerstreken ? [] : [<StandMerk stand={r.stand} taal={b.taal} />]),
        ])}
      />
    </section>
  );
};

const Kwartalen = ({ b, regels }: Deel) => {
  const t = planningTeksten[b.taal];
  return (
    <>
      <Kop2>{t.perKwartaal}</Kop2>
      {perKwartaal(regels).map(([kwartaal, eigen]) => (
        <Kwartaal b={b} regels={eigen} naam={kwartaal ? toonKwartaal(kwartaal, b.taal) : t.zonderDatum} />
      ))}
    </>
  );
};

const Maanden = ({ b, filter }: { b: Blad; filter: Planfilter }) => {
  const t = planningTeksten[b.taal];
  const eigen = lijst(b.p, 'maandplanning').filter(
    m => filter.actie === '' || tekst(m, 'actie') === filter.actie,
  );
  if (eigen.length === 0) return null;
  const alleAfgeleid = eigen.every(m => m.inhoud.vanAfgeleid === true);
  const naam = (m: (typeof eigen)[number]): Child => (
    <>
      {tekst(m, 'actie')} <Brontaal taal={b.taal}>{titel(m)}</Brontaal>
      {m.inhoud.vanAfgeleid && !alleAfgeleid ? ` (${t.afgeleidBegin})` : ''}
    </>
  );
  return (
    <>
      <Kop2>{t.perMaand}</Kop2>
      {alleAfgeleid ? <Alinea>{t.alleAfgeleid}</Alinea> : null}
      <Tabel
        bijschrift={t.perMaand}
        bijschriftVerborgen
        kolommen={[{ naam: t.maand, rijkop: true }, { naam: t.activiteiten }]}
        rijen={planmaanden(eigen).map(maand => [
          toonDeeldatum(maand, b.taal),
          <Lijst items={inMaand(eigen, maand).map(naam)} />,
        ])}
      />
    </>
  );
};

const Wegen = ({ b, filter }: { b: Blad; filter: Planfilter }) => {
  const t = planningTeksten[b.taal];
  const links: [string, string][] = [
    [b.naar('/planning/agenda'), t.naarAgenda],
    [b.naar(`/planning/jaar/${b.vandaag.year}`), t.naarJaar(b.vandaag.year)],
    [b.naar(`/planning.csv${zoekdeel(filter)}`), t.download],
    ...(b.c.get('gebruiker') ? ([['/account/agenda', t.naarAbonnement]] as [string, string][]) : []),
  ];
  return <Lijst soort="kaal" items={links.map(([href, naam]) => <Link href={href}>{naam}</Link>)} />;
};

/** What must be done when: the late ones by name, the next ones, a picture by quarter, the same as tables. */
export function planningPagina(b: Blad): Promise<Response> {
  const t = planningTeksten[b.taal];
  const filter = planfilter(b);
  const regels = planregels(b.p, filter, b.vandaag);
  const leeg = regels.length === 0;
  const inhoud: Child = leeg ? (
    <LegeStaat titel={t.leeg}>{t.leegUitleg}</LegeStaat>
  ) : (
    <>
      <Laat b={b} regels={regels} />
      <Beeld b={b} regels={regels} />
      <Volgende b={b} regels={regels} />
      <Kwartalen b={b} regels={regels} />
      <Maanden b={b} filter={filter} />
    </>
  );
  return toonBlad(
    b,
    { titel: t.titel, kop: t.kop },
    <>
      <Wegen b={b} filter={filter} />
      <Keuze b={b} aantal={regels.length} filter={filter} />
      {inhoud}
    </>,
  );
}

/** The same list as a file, with the same filter. */
export function planningCsv(b: Blad): Response {
  const t = planningTeksten[b.taal];
  const a = algemeen[b.taal];
  const status = (r: Planregel): string =>
    r.stand.verstreken && r.stand.status !== 'vertraagd'
      ? a.verstreken
      : r.stand.status
        ? a.status[r.stand.status]
        : a.statusOnbekend;
  return csvAntwoord(
    b.c,
    `planning-${b.regio}`,
    ['code', t.mijlpaal, t.actie, t.soort, t.wanneer, t.overleg, t.status, t.reden],
    planregels(b.p, planfilter(b), b.vandaag).map(r => [
      r.mijlpaal.code,
      titel(r.mijlpaal),
      r.actie ? `${r.actie.code} ${titel(r.actie)}` : null,
      tekst(r.mijlpaal, 'soort') || null,
      toonWanneer(r.mijlpaal, b.taal),
      tekst(r.mijlpaal, 'overleg') || null,
      status(r),
      tekst(r.mijlpaal, 'statusReden') || null,
    ]),
  );
}
