import { formatDag } from '#kern/datum/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { alsLezer, type Ctx, nietGevondenPagina, schoneVelden, toon } from '#platform/http/index.ts';
import {
  Alinea,
  DatumVeld,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  KnopGroep,
  Kop1,
  Kop2,
  LegeStaat,
  Tabel,
  TekstVeld,
  type VeldFout,
  VerborgenVeld,
  VinkVeld,
} from '#platform/ui/index.ts';
import { GEBEURTENISSOORTEN, type Gebeurtenis } from '../../domain/gebeurtenis.ts';
import type { Gemeente } from '../../domain/gemeente.ts';
import type { Regio } from '../../domain/plaats.ts';
import {
  type Gebeurtenisinvoer,
  listEigenGebeurtenissen,
  trekGebeurtenisTerug,
  voegGebeurtenisToe,
} from '../../usecases/gebeurtenissen.ts';
import { listGemeenten } from '../../usecases/lees-cijfers.ts';
import { paden } from '../paths.ts';
import { waarschuwingTeksten } from '../teksten-waarschuwing.ts';
import { werk } from '../teksten-werk.ts';
import { inlezerVoor } from '../werk.ts';

const t = waarschuwingTeksten.gebeurtenissen;
const LEEG: Gebeurtenisinvoer = { datum: '', soort: '', gemeente: '', tekst: '', bron: '', openbaar: false };

interface Ingevuld {
  readonly regio: string;
  readonly invoer: Gebeurtenisinvoer;
  readonly fouten: readonly VeldFout[];
}

type Deel = { c: Ctx; regio: Regio; gemeenten: Gemeente[]; lijst: Gebeurtenis[]; ingevuld: Ingevuld };

const Toevoegen = ({ c, regio, gemeenten, ingevuld }: Deel) => {
  const mijn = ingevuld.regio === regio.id ? ingevuld : { invoer: LEEG, fouten: [] };
  const veld = (naam: keyof Omit<Gebeurtenisinvoer, 'openbaar'>, label: string) => {
    const tekst = mijn.fouten.find(f => f.veld === `${naam}-${regio.id}`)?.tekst;
    return {
      naam: `${naam}-${regio.id}`,
      label,
      waarde: mijn.invoer[naam],
      ...(tekst === undefined ? {} : { fout: tekst }),
    };
  };
  return (
    <Formulier actie={paden.gebeurtenissen()} csrf={c.get('csrf')}>
      <VerborgenVeld naam="regio" waarde={regio.id} />
      <DatumVeld {...veld('datum', t.datum)} />
      <KeuzeVeld
        {...veld('soort', t.soort)}
        opties={GEBEURTENISSOORTEN.map(s => ({ waarde: s, naam: t.soorten[s] }))}
      />
      <KeuzeVeld
        {...veld('gemeente', t.gemeente)}
        leeg={t.heleRegio}
        opties={gemeenten.map(g => ({ waarde: g.code, naam: g.naam }))}
      />
      <TekstVeld {...veld('tekst', t.tekst)} uitleg={t.tekstUitleg} breedte="vol" maximum={200} />
      <TekstVeld {...veld('bron', t.bron)} breedte="vol" maximum={200} />
      <VinkVeld naam={`openbaar-${regio.id}`} label={t.openbaar} aan={mijn.invoer.openbaar} />
      <KnopGroep>
        <Knop>{t.knop}</Knop>
      </KnopGroep>
    </Formulier>
  );
};

const Vastgelegd = ({ c, gemeenten, lijst }: Deel) => {
  if (lijst.length === 0) return <LegeStaat titel={t.geen}>{t.geenUitleg}</LegeStaat>;
  const waar = (g: Gebeurtenis) =>
    gemeenten.find(x => x.code === g.gemeenten?.[0])?.naam ?? g.gemeenten?.[0] ?? t.heleRegio;
  return (
    <Tabel
      bijschrift={t.lijst}
      kolommen={[
        { naam: t.datum, rijkop: true },
        { naam: t.soort },
        { naam: t.tekst },
        { naam: t.gemeente },
        { naam: t.bron },
        { naam: t.zichtbaar },
        { naam: t.intrekken },
      ]}
      rijen={lijst.map(g => [
        formatDag(Temporal.PlainDate.from(g.datum)),
        t.soorten[g.soort],
        g.tekst.nl,
        waar(g),
        g.bron,
        g.openbaar ? t.iedereen : t.intern,
        <Formulier actie={paden.gebeurtenisWeg(g.id ?? '')} csrf={c.get('csrf')}>
          <Knop soort="bij">{t.intrekken}</Knop>
        </Formulier>,
      ])}
    />
  );
};

async function leesDelen(tx: Transactie, regios: readonly Regio[]): Promise<Omit<Deel, 'c' | 'ingevuld'>[]> {
  const uit: Omit<Deel, 'c' | 'ingevuld'>[] = [];
  for (const regio of regios) {
    const gemeenten = await listGemeenten(tx, regio.id);
    uit.push({ regio, gemeenten, lijst: await listEigenGebeurtenissen(tx, regio.id) });
  }
  return uit;
}

/** Events of the reader's regions, and the form to add one. */
export async function gebeurtenissenPagina(
  c: Ctx,
  regios: readonly Regio[],
  ingevuld: Ingevuld = { regio: '', invoer: LEEG, fouten: [] },
): Promise<Response> {
  const delen = await alsLezer(c, tx => leesDelen(tx, regios));
  const fout = ingevuld.fouten.length > 0;
  return toon(
    c,
    {
      titel: `${fout ? `${werk.fout} ` : ''}${t.titel}`,
      kruimels: [
        { naam: werk.datalab, href: paden.datalab() },
        { naam: waarschuwingTeksten.titel, href: paden.waarschuwingen() },
        { naam: t.titel },
      ],
      thema: regios[0]?.id ?? 'lange-adem',
      status: fout ? 422 : 200,
    },
    <>
      <FoutSamenvatting fouten={[...ingevuld.fouten]} />
      <Kop1>{t.titel}</Kop1>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      {delen.map(d => (
        <>
          <Kop2>{`${t.lijst}: ${d.regio.naam}`}</Kop2>
          <Vastgelegd c={c} {...d} ingevuld={ingevuld} />
          <Kop2>{`${t.toevoegen}: ${d.regio.naam}`}</Kop2>
          <Toevoegen c={c} {...d} ingevuld={ingevuld} />
        </>
      ))}
    </>,
  );
}

/** Adds an event and goes back to the page; what is wrong stays in the form. */
export async function ontvangGebeurtenis(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  const velden = schoneVelden(await c.req.parseBody());
  const regio = regios.find(r => r.id === velden['regio']);
  if (!regio) return nietGevondenPagina(c);
  const lees = (naam: string): string => {
    const v = velden[`${naam}-${regio.id}`];
    return typeof v === 'string' ? v : '';
  };
  const invoer: Gebeurtenisinvoer = {
    datum: lees('datum'),
    soort: lees('soort'),
    gemeente: lees('gemeente'),
    tekst: lees('tekst'),
    bron: lees('bron'),
    openbaar: lees('openbaar') !== '',
  };
  const uit = await alsLezer(c, async tx =>
    voegGebeurtenisToe(tx, regio.id, invoer, await listGemeenten(tx, regio.id), inlezerVoor(c, regio.id)),
  );
  if (uit.ok) return c.redirect(paden.gebeurtenissen(), 303);
  const fouten = Object.entries(uit.weigering.velden ?? {}).map(([veld, tekst]) => ({
    veld: `${veld}-${regio.id}`,
    tekst,
  }));
  return gebeurtenissenPagina(c, regios, { regio: regio.id, invoer, fouten });
}

/** Takes an event back. */
export async function haalGebeurtenisWeg(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const regio = regios[0];
  if (!/^[0-9a-f-]{36}$/.test(id) || !regio) return nietGevondenPagina(c);
  const uit = await alsLezer(c, tx => trekGebeurtenisTerug(tx, id, inlezerVoor(c, regio.id)));
  return uit.ok ? c.redirect(paden.gebeurtenissen(), 303) : nietGevondenPagina(c);
}
