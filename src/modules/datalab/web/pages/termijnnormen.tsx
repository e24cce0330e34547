import { formatDag } from '#kern/datum/index.ts';
import { lengteTekst } from '#kern/termijn/index.ts';
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
  Tabel,
  TekstVeld,
  toonProcent,
  type VeldFout,
  VinkVeld,
} from '#platform/ui/index.ts';
import { DOORLOOPSOORTEN } from '../../domain/doorloop.ts';
import type { Regio } from '../../domain/plaats.ts';
import type { Termijnnorm } from '../../domain/termijnnorm.ts';
import { legTermijnnormVast, listTermijnnormen, type Normvelden } from '../../usecases/termijnnormen.ts';
import { metKeuzes, paden } from '../paths.ts';
import { termijnen, woorden } from '../teksten-termijnen.ts';
import { termijnnormen as t } from '../teksten-termijninvoer.ts';
import { werk } from '../teksten-werk.ts';
import { inlezerVoor } from '../werk.ts';

const LEEG: Normvelden = {
  soort: '',
  lengte: '',
  eenheid: '',
  verschuiving: '',
  wet: '',
  artikel: '',
  bron: '',
  bevestigd: '',
  norm: '',
  norm_bron: '',
  norm_bevestigd: '',
  geldig_vanaf: '',
};
const VELDEN = Object.keys(LEEG) as (keyof Normvelden)[];

const metBevestiging = (bron: string, bevestigd: boolean) =>
  `${bron} (${bevestigd ? t.bevestigd : t.nietBevestigd})`;

const Lijst = ({ normen }: { normen: readonly Termijnnorm[] }) => {
  const k = t.kolommen;
  return (
    <Tabel
      bijschrift={t.bijschrift}
      kolommen={[
        { naam: k.soort, rijkop: true },
        { naam: k.termijn },
        { naam: k.norm, getal: true },
        { naam: k.geldig },
        { naam: k.van },
        { naam: k.bron },
        { naam: k.normBron },
      ]}
      rijen={normen.map(n => [
        woorden.soort[n.soort],
        `${lengteTekst(n.regel.lengte, n.regel.eenheid)} (${n.regel.wet}, ${n.regel.artikel}). ${n.regel.verschuiving === 'geen' ? t.nietVerlengd : t.verlengd}`,
        toonProcent(n.norm),
        t.geldig(formatDag(n.regel.geldigVanaf), n.regel.geldigTot ? formatDag(n.regel.geldigTot) : null),
        n.regio === null ? t.meegeleverd : t.eigen,
        metBevestiging(n.regel.bron, n.regel.bevestigd),
        metBevestiging(n.normBron, n.normBevestigd),
      ])}
    />
  );
};

const Normformulier = (props: { c: Ctx; regio: Regio; velden: Normvelden; fouten: readonly VeldFout[] }) => {
  const { c, regio, velden, fouten } = props;
  const fout = (naam: keyof Normvelden) => {
    const tekst = fouten.find(f => f.veld === naam)?.tekst;
    return tekst === undefined ? {} : { fout: tekst };
  };
  const veld = (naam: keyof Normvelden) => ({ naam, waarde: velden[naam], ...fout(naam) });
  const vink = (naam: keyof Normvelden) => ({ naam, aan: velden[naam] === 'ja', ...fout(naam) });
  const soorten = DOORLOOPSOORTEN.map(s => ({ waarde: s, naam: woorden.soort[s] }));
  const eenheden = Object.entries(t.eenheden).map(([waarde, naam]) => ({ waarde, naam }));
  return (
    <Formulier actie={paden.termijnnormen(regio.id)} csrf={c.get('csrf')}>
      <KeuzeVeld label={t.soort} opties={soorten} {...veld('soort')} />
      <TekstVeld label={t.lengte} toetsen="numeric" breedte="kort" {...veld('lengte')} />
      <KeuzeVeld label={t.eenheid} opties={eenheden} {...veld('eenheid')} />
      <VinkVeld label={t.verschuiving} {...vink('verschuiving')} />
      <TekstVeld label={t.wet} maximum={200} {...veld('wet')} />
      <TekstVeld label={t.artikel} maximum={100} breedte="middel" {...veld('artikel')} />
      <TekstVeld label={t.bron} maximum={500} {...veld('bron')} />
      <VinkVeld label={t.isBevestigd} {...vink('bevestigd')} />
      <TekstVeld label={t.norm} toetsen="numeric" breedte="kort" {...veld('norm')} />
      <TekstVeld label={t.normBron} maximum={500} {...veld('norm_bron')} />
      <VinkVeld label={t.normIsBevestigd} {...vink('norm_bevestigd')} />
      <DatumVeld label={t.geldigVanaf} {...veld('geldig_vanaf')} />
      <KnopGroep>
        <Knop>{t.knop}</Knop>
      </KnopGroep>
    </Formulier>
  );
};

async function toonNormen(c: Ctx, regio: Regio, velden: Normvelden, fouten: VeldFout[]): Promise<Response> {
  const normen = await alsLezer(c, tx => listTermijnnormen(tx, regio.id));
  return toon(
    c,
    {
      titel: `${fouten.length > 0 ? `${werk.fout} ` : ''}${t.titel}`,
      kruimels: [
        { naam: werk.datalab, href: paden.datalab() },
        { naam: termijnen.kruimel, href: metKeuzes(paden.termijnen(), { regio: regio.id }) },
        { naam: t.kruimel },
      ],
      thema: regio.id,
      status: fouten.length > 0 ? 422 : 200,
    },
    <>
      <FoutSamenvatting fouten={fouten} />
      <Kop1>{t.titel}</Kop1>
      <Alinea soort="inleiding">{t.inleiding(regio.naam)}</Alinea>
      <Kop2>{t.lijstKop}</Kop2>
      <Lijst normen={normen} />
      <Kop2>{t.formulierKop}</Kop2>
      <Alinea>{t.formulierUitleg}</Alinea>
      <Normformulier c={c} regio={regio} velden={velden} fouten={fouten} />
    </>,
  );
}

const regioUit = (c: Ctx, regios: readonly Regio[]) => regios.find(r => r.id === c.req.param('regio'));

/** The terms and norms of a region with their sources, and the form to lay one down. */
export async function termijnnormenPagina(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  const regio = regioUit(c, regios);
  return regio ? toonNormen(c, regio, LEEG, []) : nietGevondenPagina(c);
}

/** Lays down a term of the region. */
export async function legNormVastActie(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  const regio = regioUit(c, regios);
  if (!regio) return nietGevondenPagina(c);
  const body = schoneVelden(await c.req.parseBody());
  const gelezen = VELDEN.map(v => [v, typeof body[v] === 'string' ? body[v] : ''] as const);
  const velden = Object.fromEntries(gelezen) as Normvelden;
  const uit = await alsLezer(c, tx => legTermijnnormVast(tx, regio.id, velden, inlezerVoor(c, regio.id)));
  if (uit.ok) return c.redirect(paden.termijnnormen(regio.id), 303);
  const fouten = Object.entries(uit.weigering.velden ?? {}).map(([veld, tekst]) => ({ veld, tekst }));
  return toonNormen(c, regio, velden, fouten);
}
