import { formatTijdstip } from '#kern/datum/index.ts';
import { alsLezer, type Ctx, schoneVelden, toon } from '#platform/http/index.ts';
import {
  Alinea,
  BestandVeld,
  Details,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  KnopGroep,
  Kop1,
  Kop2,
  LegeStaat,
  Lijst,
  Link,
  Tabel,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { BIJDRAAGNAMEN, BIJDRAAGVELDEN } from '../../domain/bijdragers.ts';
import type { Regio } from '../../domain/plaats.ts';
import { SJABLONEN } from '../../domain/sjabloon.ts';
import { type Aanlevering, listAanleveringen } from '../../usecases/aanleveringen.ts';
import { listIndicatoren } from '../../usecases/lees-cijfers.ts';
import { biedAan } from '../../usecases/lees-in.ts';
import { listStatlinetabellen } from '../../usecases/statline-bestanden.ts';
import { paden } from '../paths.ts';
import { werk } from '../teksten-werk.ts';
import { stuurBestand } from '../uitvoer.ts';
import { inlezerVoor } from '../werk.ts';

const SOORTEN = '.csv,.xlsx,.json,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Aanbodprops = { c: Ctx; regios: readonly Regio[]; fouten: VeldFout[]; gekozen: string };

const Aanbod = ({ c, regios, fouten, gekozen }: Aanbodprops) => {
  const fout = (veld: string) => {
    const tekst = fouten.find(f => f.veld === veld)?.tekst;
    return tekst === undefined ? {} : { fout: tekst };
  };
  const enige = regios.length === 1 ? regios[0] : undefined;
  return (
    <Formulier actie={paden.invoer()} csrf={c.get('csrf')} bestanden>
      {enige ? (
        <VerborgenVeld naam="regio" waarde={enige.id} />
      ) : (
        <KeuzeVeld
          naam="regio"
          label={werk.kiesRegio}
          waarde={gekozen}
          opties={regios.map(r => ({ waarde: r.id, naam: r.naam }))}
          {...fout('regio')}
        />
      )}
      <BestandVeld
        naam="bestand"
        label={werk.kiesBestand}
        soorten={SOORTEN}
        maximum="5 MB"
        {...fout('bestand')}
      />
      <KnopGroep>
        <Knop>{werk.bekijkProef}</Knop>
      </KnopGroep>
    </Formulier>
  );
};

const Mapinhoud = ({ regio, lijst }: { regio: Regio; lijst: readonly Aanlevering[] }) => (
  <Tabel
    bijschrift={werk.mapBijschrift(regio.naam)}
    kolommen={[
      { naam: werk.bestand, rijkop: true },
      { naam: werk.wanneer },
      { naam: werk.toestandKop },
      { naam: werk.verslag },
    ]}
    rijen={lijst.map(a => [
      a.inlezingId ? <Link href={paden.inlezing(a.inlezingId)}>{a.bestandsnaam}</Link> : a.bestandsnaam,
      formatTijdstip(Temporal.Instant.from(a.gezien)),
      werk.uitkomst[a.uitkomst],
      a.verslag,
    ])}
  />
);

/** What we take the tables of CBS to look like, with where that was read and whether it was confirmed. */
const Statlinetabellen = () => {
  const k = werk.statlineKolommen;
  return (
    <Details titel={werk.statlineTabellen}>
      <Tabel
        bijschrift={werk.statlineBijschrift}
        kolommen={[
          { naam: k.tabel, rijkop: true },
          { naam: k.titel },
          { naam: k.stand },
          { naam: k.herkomst },
        ]}
        rijen={listStatlinetabellen().map(t => [
          t.tabel,
          t.titel,
          werk.statlineStand[t.bevestigd ? 'ja' : 'nee'],
          t.herkomst,
        ])}
      />
    </Details>
  );
};

type Regiolijst = { regio: Regio; lijst: readonly Aanlevering[] };

const Manieren = ({ lijsten }: { lijsten: readonly Regiolijst[] }) => {
  const gevuld = lijsten.filter(l => l.lijst.length > 0);
  return (
    <>
      <Kop2>{werk.sjablonenKop}</Kop2>
      <Alinea>{werk.sjablonenUitleg}</Alinea>
      <Lijst items={SJABLONEN.map(s => <Link href={paden.sjabloon(s)}>{werk.sjablonen[s]}</Link>)} />
      <Kop2>{werk.bijdragersKop}</Kop2>
      <Alinea>{werk.bijdragersUitleg}</Alinea>
      <Kop2>{werk.statlineKop}</Kop2>
      <Alinea>{werk.statlineUitleg}</Alinea>
      <Statlinetabellen />
      <Kop2>{werk.mapKop}</Kop2>
      {gevuld.length === 0 ? (
        <LegeStaat titel={werk.mapGeen}>{werk.mapGeenUitleg}</LegeStaat>
      ) : (
        gevuld.map(l => <Mapinhoud {...l} />)
      )}
    </>
  );
};

/** The page on which a file is offered, with the fixed spreadsheets and what came in by the folder. */
export async function invoerPagina(
  c: Ctx,
  regios: readonly Regio[],
  fouten: VeldFout[] = [],
  gekozen = '',
): Promise<Response> {
  const lijsten = await alsLezer(c, async tx => {
    const uit: Regiolijst[] = [];
    for (const regio of regios) uit.push({ regio, lijst: await listAanleveringen(tx, regio.id) });
    return uit;
  });
  return toon(
    c,
    {
      titel: `${fouten.length > 0 ? `${werk.fout} ` : ''}${werk.invoerTitel}`,
      kruimels: [{ naam: werk.datalab, href: paden.datalab() }, { naam: werk.leesIn }],
      thema: regios[0]?.id ?? 'lange-adem',
      status: fouten.length > 0 ? 422 : 200,
    },
    <>
      <FoutSamenvatting fouten={fouten} />
      <Kop1>{werk.invoerTitel}</Kop1>
      <Alinea soort="inleiding">{werk.invoerInleiding}</Alinea>
      <Lijst
        items={[
          <Link href={`${paden.invoer()}/sjabloon.csv`}>{werk.sjabloon}</Link>,
          <Link href={`${paden.invoer()}/indicatoren.json`}>{werk.catalogus}</Link>,
        ]}
      />
      <Aanbod c={c} regios={regios} fouten={fouten} gekozen={gekozen} />
      <Manieren lijsten={lijsten} />
    </>,
  );
}

/** Takes the file, keeps it as a trial and goes on to the dry run. */
export async function ontvangBestand(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  const velden = schoneVelden(await c.req.parseBody());
  const gevraagd = typeof velden['regio'] === 'string' ? velden['regio'] : '';
  const regio = regios.find(r => r.id === gevraagd);
  const bestand = velden['bestand'];
  const fouten: VeldFout[] = [];
  if (!regio) fouten.push({ veld: 'regio', tekst: werk.regioFout(gevraagd) });
  if (!(bestand instanceof File) || bestand.name === '') fouten.push({ veld: 'bestand', tekst: werk.niets });
  if (!regio || !(bestand instanceof File) || fouten.length > 0) {
    return invoerPagina(c, regios, fouten, gevraagd);
  }
  const inhoud = Buffer.from(await bestand.arrayBuffer());
  const v = { regio: regio.id, bestandsnaam: bestand.name, inhoud };
  const uit = await alsLezer(c, tx => biedAan(tx, v, inlezerVoor(c, regio.id)));
  if (uit.ok) return c.redirect(paden.inlezing(uit.waarde), 303);
  const tekst = uit.weigering.velden?.['bestand'] ?? uit.weigering.code;
  return invoerPagina(c, regios, [{ veld: 'bestand', tekst }], gevraagd);
}

/** A file to begin with: the columns and three rows of the first region. */
export function sjabloon(c: Ctx): Response {
  const u = {
    naam: 'sjabloon-cijfers',
    kolommen: [
      'gemeente',
      'periode',
      'indicator',
      'waarde',
      'voorlopig',
      'opmerking',
      ...BIJDRAAGVELDEN.map(v => BIJDRAAGNAMEN[v]),
    ],
    rijen: [
      ['Alkmaar', '2024', 'vt_meldingen', 100, 'nee', 'voorbeeld: vervang deze regels', 80, 190, 4, 3],
      ['Alkmaar', '2024-H1', 'vt_adviezen', 100, 'ja', '', '', '', '', ''],
    ],
  };
  return stuurBestand(c, u, 'csv');
}

/** The codes that a file may use. */
export async function indicatorenBestand(c: Ctx): Promise<Response> {
  const lijst = await alsLezer(c, tx => listIndicatoren(tx));
  const rijen = lijst.map(i => [i.code, i.naam.nl, i.eenheid, i.groep]);
  return stuurBestand(
    c,
    { naam: 'indicatoren', kolommen: ['code', 'naam', 'eenheid', 'groep'], rijen },
    'json',
  );
}
