import type { Child } from 'hono/jsx';
import { formatDag, parseDag } from '#kern/datum/index.ts';
import type { Result } from '#kern/resultaat/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  BeschrijvingsLijst,
  Formulier,
  KeuzeVeld,
  Knop,
  KnopGroep,
  Kop2,
  Kop3,
  LegeStaat,
  RadioGroep,
  type VeldFout,
  VerborgenVeld,
  veldId,
} from '#platform/ui/index.ts';
import { GRONDEN, isGrond } from '../domain/gronden.ts';
import type { Collega } from '../usecases/collega.ts';
import { beslisOverdracht, voltooiOverdracht } from '../usecases/overdracht.ts';
import {
  type Leesdienst,
  leesOverdrachtblad,
  type Overdrachtblad,
  type Overdrachtregel,
} from '../usecases/toezicht.ts';
import {
  alsKenmerk,
  bewaakDossierpaginas,
  heeftEen,
  lezerVan,
  toonDossierpagina,
  weigerDossier,
} from './dossierkader.tsx';
import { dossierteksten } from './teksten-dossiers.ts';
import { lidmaatschappen } from './verzoek.ts';
import { leesVorm } from './vorm.ts';

const t = dossierteksten.overdracht;
const PAD = '/toegang/overdrachten';
const DOELEN = ['regie', 'behandeling'] as const;

/** What the reader filled in for one offer, kept when it was refused. */
interface Invoer {
  id: string;
  collega: string;
  doel: string;
  fouten: VeldFout[];
}

const Feiten = ({ o }: { o: Overdrachtregel }) => (
  <BeschrijvingsLijst
    items={[
      { term: t.van, waarde: o.vanNaam },
      { term: t.naar, waarde: o.naarNaam },
      { term: t.op, waarde: toonDag(o.aangebodenOp) },
      { term: dossierteksten.grond, waarde: isGrond(o.grond) ? GRONDEN[o.grond].naam : o.grond },
      { term: t.stand, waarde: t.standen[o.stand] },
    ]}
  />
);

function toonDag(iso: string): string {
  const dag = parseDag(iso);
  return dag.ok ? formatDag(dag.waarde) : iso;
}

const foutVan = (i: Invoer | undefined, veld: string) => i?.fouten.find(f => f.veld === veld)?.tekst;

interface Besluitprops {
  o: Overdrachtregel;
  blad: Overdrachtblad;
  csrf: string;
  invoer: Invoer | undefined;
}

const Toewijsvelden = ({
  o,
  collegas,
  invoer,
}: Pick<Besluitprops, 'o' | 'invoer'> & { collegas: Collega[] }) => (
  <>
    <KeuzeVeld
      naam="collega"
      id={veldId(`collega-${o.id}`)}
      label={t.aan}
      opties={collegas.map(c => ({ waarde: c.persoonId, naam: c.naam }))}
      waarde={invoer?.collega ?? ''}
      fout={foutVan(invoer, `collega-${o.id}`)}
    />
    <RadioGroep
      naam="doel"
      id={veldId(`doel-${o.id}`)}
      label={t.doel}
      opties={DOELEN.map(d => ({ waarde: d, naam: t.doelen[d] }))}
      waarde={invoer?.doel ?? 'regie'}
      fout={foutVan(invoer, `doel-${o.id}`)}
    />
  </>
);

const Besluit = ({ o, blad, csrf, invoer }: Besluitprops) => {
  const collegas = blad.collegas.filter(c => c.organisatieId === o.naarOrganisatie);
  const iemand = collegas.length > 0;
  return (
    <Formulier actie={PAD} csrf={csrf} naam={t.formulier(o.dossier)}>
      <VerborgenVeld naam="overdracht" waarde={o.id} />
      {iemand ? (
        <Toewijsvelden o={o} collegas={collegas} invoer={invoer} />
      ) : (
        <Alinea>{t.geenCollega}</Alinea>
      )}
      <KnopGroep>
        {iemand ? (
          <Knop naam="besluit" waarde="aanvaard">
            {t.aanvaard}
          </Knop>
        ) : null}
        <Knop soort="bij" naam="besluit" waarde="geweigerd">
          {t.weiger}
        </Knop>
      </KnopGroep>
    </Formulier>
  );
};

const Loslaten = ({ o, csrf }: { o: Overdrachtregel; csrf: string }) => (
  <Formulier actie={PAD} csrf={csrf} naam={t.formulier(o.dossier)}>
    <VerborgenVeld naam="overdracht" waarde={o.id} />
    {o.stand === 'aanvaard' ? <Alinea>{t.voltooiUitleg}</Alinea> : null}
    <Knop soort="bij" naam="besluit" waarde={o.stand === 'aanvaard' ? 'losgelaten' : 'ingetrokken'}>
      {o.stand === 'aanvaard' ? t.voltooi : t.trekIn}
    </Knop>
  </Formulier>
);

const Regels = (p: {
  kop: string;
  leeg: string;
  regels: Overdrachtregel[];
  vorm: (o: Overdrachtregel) => Child;
}) => (
  <>
    <Kop2>{p.kop}</Kop2>
    {p.regels.length === 0 ? <LegeStaat titel={p.leeg} /> : null}
    {p.regels.map(o => (
      <section aria-labelledby={`overdracht-${o.id}`}>
        <Kop3 id={`overdracht-${o.id}`}>
          {dossierteksten.dossier} {o.dossier}
        </Kop3>
        <Feiten o={o} />
        {p.vorm(o)}
      </section>
    ))}
  </>
);

async function pagina(d: Leesdienst, c: Ctx, invoer?: Invoer): Promise<Response> {
  if (!heeftEen(c, ['teamleider', 'intaker', 'professional'])) {
    return weigerDossier(c, { handeling: 'lijst', soort: 'overdracht', object: null });
  }
  const blad = await alsLezer(c, tx => leesOverdrachtblad(d, tx, lezerVan(c)));
  const csrf = c.get('csrf');
  const leden = lidmaatschappen(c);
  const van = (organisatie: string) => leden.some(l => l.organisatieId === organisatie);
  const leidt = (organisatie: string) =>
    leden.some(l => l.organisatieId === organisatie && l.rol === 'teamleider');
  return toonDossierpagina(
    c,
    {
      titel: t.titel,
      fouten: invoer?.fouten ?? [],
      melding: invoer ? undefined : t.na[c.req.query('na') ?? ''],
    },
    <>
      <Alinea>{t.inleiding}</Alinea>
      <Regels
        kop={t.ontvangen}
        leeg={t.ontvangenLeeg}
        regels={blad.regels.filter(o => van(o.naarOrganisatie))}
        vorm={o =>
          o.stand === 'aangeboden' && leidt(o.naarOrganisatie) ? (
            <Besluit o={o} blad={blad} csrf={csrf} invoer={invoer?.id === o.id ? invoer : undefined} />
          ) : null
        }
      />
      <Regels
        kop={t.gegeven}
        leeg={t.gegevenLeeg}
        regels={blad.regels.filter(o => van(o.vanOrganisatie))}
        vorm={o =>
          o.stand === 'aangeboden' || o.stand === 'aanvaard' ? <Loslaten o={o} csrf={csrf} /> : null
        }
      />
    </>,
  );
}

type Doen = () => Promise<Result<unknown>>;

function kiesDoen(
  c: Ctx,
  id: string,
  besluit: string,
  collega: string | null,
  doel: 'regie' | 'behandeling',
): Doen | null {
  const lezer = lezerVan(c);
  if (besluit === 'losgelaten') return () => alsLezer(c, tx => voltooiOverdracht(tx, id));
  if (besluit === 'geweigerd' || besluit === 'ingetrokken') {
    return () => alsLezer(c, tx => beslisOverdracht(tx, id, { besluit }, lezer));
  }
  if (besluit !== 'aanvaard' || !collega) return null;
  return () => alsLezer(c, tx => beslisOverdracht(tx, id, { besluit, persoonId: collega, doel }, lezer));
}

async function beslis(d: Leesdienst, c: Ctx): Promise<Response> {
  const v = await leesVorm(c);
  const id = alsKenmerk(v('overdracht'));
  const besluit = v('besluit');
  const weiger = () => weigerDossier(c, { handeling: 'wijzigen', soort: 'overdracht', object: id });
  if (!id) return weiger();
  const collega = alsKenmerk(v('collega'));
  const doel = DOELEN.find(x => x === v('doel'));
  const invoer = { id, collega: v('collega'), doel: v('doel') };
  const fouten: VeldFout[] = [];
  if (besluit === 'aanvaard' && !collega) fouten.push({ veld: `collega-${id}`, tekst: t.kiesCollega });
  if (besluit === 'aanvaard' && !doel) fouten.push({ veld: `doel-${id}`, tekst: t.kiesDoel });
  if (fouten.length > 0) return pagina(d, c, { ...invoer, fouten });
  const doe = kiesDoen(c, id, besluit, collega, doel ?? 'regie');
  const r = doe ? await doe() : null;
  if (r?.ok) return c.redirect(`${PAD}?na=${besluit}`, 303);
  if (!r || r.weigering.code === 'niet_gevonden') return weiger();
  return pagina(d, c, { ...invoer, fouten: [{ tekst: r.weigering.melding ?? t.kiesCollega }] });
}

/** Offers to and of the reader's organisation: accept and allot, refuse, withdraw, let go. */
export function registreerOverdrachten(app: App, d: Leesdienst): void {
  bewaakDossierpaginas(app, PAD);
  app.get(PAD, c => pagina(d, c));
  app.post(PAD, c => beslis(d, c));
}
