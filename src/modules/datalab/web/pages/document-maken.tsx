import { formatPeriode, periodeCode } from '#kern/datum/index.ts';
import { alsLezer, type Ctx, schoneVelden, toon } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  KnopGroep,
  Kop1,
  RadioGroep,
  type VeldFout,
  VerborgenVeld,
  VinkVeld,
} from '#platform/ui/index.ts';
import type { Documentkeuze } from '../../domain/document.ts';
import type { Regio } from '../../domain/plaats.ts';
import { type Documentaanbod, leesDocumentaanbod, maakDocument } from '../../usecases/documenten.ts';
import { paden } from '../paths.ts';
import { dagVan } from '../publicatie-uitvoer.ts';
import { documentwerk as t } from '../teksten-documentwerk.ts';
import { werk } from '../teksten-werk.ts';
import { inlezerVoor } from '../werk.ts';
import { lijstUit, Regiokeuze, tekstUit, Vakken, type Velden } from './publicatie-maken.tsx';

/** Template and language in one answer. */
const antwoordVan = (k: { readonly sjabloon: string; readonly taal: string }) => `${k.sjabloon} ${k.taal}`;

function keuzeUit(v: Velden, regio: string): Documentkeuze {
  const [sjabloon = '', taal = ''] = tekstUit(v, 'sjabloon').split(' ');
  return {
    regio,
    sjabloon,
    taal,
    periode: tekstUit(v, 'periode'),
    gemeente: tekstUit(v, 'gemeente'),
    publicaties: lijstUit(v, 'publicaties'),
    ookOpenbaar: tekstUit(v, 'ook_openbaar') === 'ja',
  };
}

/** The releases to choose from and the box for public sources: at the beginning and while writing. */
export const Bronkeuze = (props: {
  publicaties: readonly (readonly [string, string])[];
  aan: readonly string[];
  ookOpenbaar: boolean;
  fout?: string | undefined;
}) => (
  <>
    {props.publicaties.length === 0 ? (
      <Alinea>{t.geenPublicaties}</Alinea>
    ) : (
      <Vakken
        naam="publicaties"
        titel={t.veld.publicaties}
        waarden={props.publicaties}
        aan={props.aan}
        fout={props.fout}
      />
    )}
    <VinkVeld
      naam="ook_openbaar"
      label={t.veld.ookOpenbaar}
      aan={props.ookOpenbaar}
      {...(props.fout && props.publicaties.length === 0 ? { fout: props.fout } : {})}
    />
  </>
);

type Formprops = { k: Documentkeuze; x: Documentaanbod; fouten: readonly VeldFout[] };

const Sjabloonkeuze = ({ k, x, fout }: Omit<Formprops, 'fouten'> & { fout: { fout?: string } }) => (
  <RadioGroep
    naam="sjabloon"
    label={t.veld.sjabloon}
    waarde={antwoordVan(k)}
    opties={x.sjablonen.map(s => ({
      waarde: antwoordVan({ sjabloon: s.code, taal: s.taal }),
      naam: s.taal === 'en' ? t.engels(s.naam) : s.naam,
      uitleg: s.uitleg,
    }))}
    {...fout}
  />
);

const Keuzevelden = ({ k, x, fouten }: Formprops) => {
  const fout = (veld: string) => {
    const tekst = fouten.find(f => f.veld === veld)?.tekst;
    return tekst === undefined ? {} : { fout: tekst };
  };
  return (
    <>
      <Sjabloonkeuze k={k} x={x} fout={fout('sjabloon')} />
      <KeuzeVeld
        naam="periode"
        label={t.veld.periode}
        waarde={k.periode}
        opties={x.perioden.map(p => ({ waarde: periodeCode(p), naam: formatPeriode(p) }))}
        {...fout('periode')}
      />
      <KeuzeVeld
        naam="gemeente"
        label={t.veld.gemeente}
        uitleg={t.veld.gemeenteUitleg}
        waarde={k.gemeente}
        leeg={t.veld.geenGemeente}
        opties={x.gemeenten.map(g => ({ waarde: g.code, naam: g.naam }))}
        {...fout('gemeente')}
      />
      <Bronkeuze
        publicaties={x.publicaties.map(p => [p.id, t.inDruk(p.titel, dagVan(p.gepubliceerd, 'nl'))] as const)}
        aan={k.publicaties}
        ookOpenbaar={k.ookOpenbaar}
        {...fout('publicaties')}
      />
    </>
  );
};

async function toonMaken(
  c: Ctx,
  regios: readonly Regio[],
  regio: Regio,
  k: Documentkeuze,
  fouten: readonly VeldFout[],
): Promise<Response> {
  const x = await alsLezer(c, tx => leesDocumentaanbod(tx, regio.id, c.get('vandaag')));
  // An error about releases where there are none points to the box that is there.
  const wijzers = fouten.map(f =>
    f.veld === 'publicaties' && x.publicaties.length === 0 ? { ...f, veld: 'ook_openbaar' } : f,
  );
  return toon(
    c,
    {
      titel: `${fouten.length > 0 ? `${t.foutTitel} ` : ''}${t.nieuwTitel}`,
      kruimels: [
        { naam: werk.datalab, href: paden.datalab() },
        { naam: t.titel, href: paden.documentwerk() },
        { naam: t.nieuw },
      ],
      thema: regio.id,
      status: fouten.length > 0 ? 422 : 200,
    },
    <>
      <FoutSamenvatting fouten={wijzers} />
      <Kop1>{t.nieuwTitel}</Kop1>
      <Alinea soort="inleiding">{t.nieuwInleiding}</Alinea>
      {regios.length > 1 ? <Regiokeuze regios={regios} regio={regio} actie={paden.nieuwDocument()} /> : null}
      <Formulier actie={paden.nieuwDocument()} csrf={c.get('csrf')}>
        <VerborgenVeld naam="regio" waarde={regio.id} />
        <Keuzevelden k={k} x={x} fouten={fouten} />
        <KnopGroep>
          <Knop>{t.maak}</Knop>
        </KnopGroep>
      </Formulier>
    </>,
  );
}

/** The form with which a document begins. */
export async function documentMakenPagina(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  const regio = regios.find(r => r.id === c.req.query('regio')) ?? regios[0];
  if (!regio) throw new Error('a page for nobody');
  return toonMaken(c, regios, regio, keuzeUit({}, regio.id), []);
}

/** Begins the document and goes to it. */
export async function beginDocument(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  const velden = schoneVelden(await c.req.parseBody({ all: true })) as Velden;
  const regio = regios.find(r => r.id === tekstUit(velden, 'regio'));
  if (!regio) return documentMakenPagina(c, regios);
  const keuze = keuzeUit(velden, regio.id);
  const uit = await alsLezer(c, tx => maakDocument(tx, keuze, inlezerVoor(c, regio.id)));
  if (uit.ok) return c.redirect(paden.conceptdocument(uit.waarde), 303);
  const w = uit.weigering;
  const fouten = w.velden
    ? Object.entries(w.velden).map(([veld, tekst]) => ({ veld, tekst }))
    : [{ tekst: w.melding ?? w.code }];
  return toonMaken(c, regios, regio, keuze, fouten);
}
