import { formatDag, parseDag } from '#kern/datum/index.ts';
import { geweigerd, type Result } from '#kern/resultaat/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  KeuzeVeld,
  Knop,
  Kop2,
  LegeStaat,
  Link,
  RadioGroep,
  Tabel,
  TekstVeld,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { BLOKKADEREDENEN, loopt } from '../domain/blokkade.ts';
import { geefBlokkade, hefBlokkadeOp } from '../usecases/blokkade.ts';
import {
  type Blokkadeblad,
  type Blokkaderegel,
  type Leesdienst,
  leesBlokkadeblad,
} from '../usecases/toezicht.ts';
import { telZoekactie } from '../usecases/zoekactie.ts';
import {
  alsKenmerk,
  bewaakDossierpaginas,
  heeftEen,
  legWeigering,
  lezerVan,
  toonDossierpagina,
  weigerDossier,
} from './dossierkader.tsx';
import { dossierteksten } from './teksten-dossiers.ts';
import { weerteksten } from './teksten-weren.ts';
import { leesVorm } from './vorm.ts';
import { registreerWeren } from './weren.tsx';

const t = dossierteksten.blokkade;
const PAD = '/toegang/blokkades';

/** What was filled in; the file or person can come along from the page that led here. */
interface Invoer {
  collega: string;
  reden: string;
  nummer: string;
  dossier: string | null;
  betrokkene: string | null;
  fouten: VeldFout[];
}

function toonDag(iso: string): string {
  const dag = parseDag(iso);
  return dag.ok ? formatDag(dag.waarde) : iso;
}

/** By which an officer tells apart what he sees nothing of: the beginning of the opaque id. */
const kenmerkVan = (b: { id: string }): string => b.id.slice(0, 8);

const HefOp = ({ b, csrf }: { b: Blokkaderegel; csrf: string }) => (
  <Formulier actie={`${PAD}/opheffen`} csrf={csrf} naam={t.formulier(b.naam, kenmerkVan(b))}>
    <VerborgenVeld naam="blokkade" waarde={b.id} />
    <Knop soort="bij">{t.hefOp}</Knop>
  </Formulier>
);

const Lijst = (p: { regels: Blokkaderegel[]; csrf: string; heftOp: boolean }) => (
  <>
    <Kop2>{t.geldend}</Kop2>
    {p.regels.length === 0 ? (
      <LegeStaat titel={t.leeg} />
    ) : (
      <Tabel
        bijschrift={t.geldend}
        bijschriftVerborgen
        kolommen={[
          { naam: dossierteksten.wie, rijkop: true },
          { naam: dossierteksten.dossier },
          { naam: t.reden },
          { naam: t.kenmerk },
          { naam: t.sinds },
          { naam: t.tot },
          ...(p.heftOp ? [{ naam: t.hefOp }] : []),
        ]}
        rijen={p.regels.map(b => [
          `${b.naam}, ${b.organisatie}`,
          b.dossier ?? (b.huishoudenId ? dossierteksten.huishouden : dossierteksten.persoon),
          t.redenen[b.reden],
          kenmerkVan(b),
          toonDag(b.van),
          b.tot === null ? t.open : toonDag(b.tot),
          ...(p.heftOp ? [<HefOp b={b} csrf={p.csrf} />] : []),
        ])}
      />
    )}
  </>
);

/** One line for the blocks of one household on one person: laid and lifted as one. */
const perHuishouden = (regels: readonly Blokkaderegel[]): Blokkaderegel[] => {
  const samen = (b: Blokkaderegel) => `${b.huishoudenId}|${b.persoonId}`;
  return regels.filter((b, i) => !b.huishoudenId || regels.findIndex(x => samen(x) === samen(b)) === i);
};

const foutVan = (i: Invoer, veld: string) => i.fouten.find(f => f.veld === veld)?.tekst;

const Waarvoor = ({ invoer }: { invoer: Invoer }) => {
  if (invoer.dossier) {
    return (
      <>
        <VerborgenVeld naam="dossier" waarde={invoer.dossier} />
        <Alinea>{t.ditDossier}</Alinea>
      </>
    );
  }
  if (invoer.betrokkene) {
    return (
      <>
        <VerborgenVeld naam="betrokkene" waarde={invoer.betrokkene} />
        <Alinea>{t.dezePersoon}</Alinea>
      </>
    );
  }
  return (
    <TekstVeld
      naam="nummer"
      label={t.nummer}
      uitleg={t.nummerUitleg}
      breedte="kort"
      waarde={invoer.nummer}
      fout={foutVan(invoer, 'nummer')}
    />
  );
};

const Nieuw = ({ blad, invoer, csrf }: { blad: Blokkadeblad; invoer: Invoer; csrf: string }) => (
  <>
    <Kop2>{t.nieuw}</Kop2>
    {blad.collegas.length === 0 ? (
      <LegeStaat titel={t.geenMens} />
    ) : (
      <Formulier actie={PAD} csrf={csrf} naam={t.nieuw}>
        <KeuzeVeld
          naam="collega"
          label={t.collega}
          opties={blad.collegas.map(c => ({
            waarde: `${c.persoonId}|${c.organisatieId}`,
            naam: `${c.naam}, ${c.organisatie}`,
          }))}
          waarde={invoer.collega}
          fout={foutVan(invoer, 'collega')}
        />
        <Waarvoor invoer={invoer} />
        <RadioGroep
          naam="reden"
          label={t.reden}
          opties={BLOKKADEREDENEN.map(r => ({ waarde: r, naam: t.redenen[r] }))}
          waarde={invoer.reden}
          fout={foutVan(invoer, 'reden')}
        />
        <Knop soort="gevaar">{t.knop}</Knop>
      </Formulier>
    )}
  </>
);

const uitAdres = (c: Ctx): Invoer => ({
  collega: '',
  reden: '',
  nummer: '',
  dossier: alsKenmerk(c.req.query('dossier')),
  betrokkene: alsKenmerk(c.req.query('betrokkene')),
  fouten: [],
});

const MAG = ['teamleider', 'privacyfunctionaris'] as const;

async function pagina(d: Leesdienst, c: Ctx, invoer: Invoer): Promise<Response> {
  if (!heeftEen(c, MAG)) return weigerDossier(c, { handeling: 'lijst', soort: 'blokkade', object: null });
  const blad = await alsLezer(c, tx => leesBlokkadeblad(d, tx, lezerVan(c)));
  const vandaag = c.get('vandaag').toString();
  const gegeven = /^[0-9a-f]{8}$/.exec(c.req.query('kenmerk') ?? '')?.[0];
  const na = gegeven ? t.gegeven(gegeven) : t.na[c.req.query('na') ?? ''];
  const melding = invoer.fouten.length > 0 ? undefined : na;
  return toonDossierpagina(
    c,
    { titel: t.titel, fouten: invoer.fouten, melding },
    <>
      <Alinea>{t.inleiding}</Alinea>
      {heeftEen(c, ['privacyfunctionaris']) ? (
        <Alinea>
          <Link href={`${PAD}/weren`}>{weerteksten.link}</Link>
        </Alinea>
      ) : null}
      <Nieuw blad={blad} invoer={invoer} csrf={c.get('csrf')} />
      <Lijst
        regels={perHuishouden(blad.regels.filter(b => loopt(b, vandaag)))}
        csrf={c.get('csrf')}
        heftOp={heeftEen(c, ['privacyfunctionaris'])}
      />
    </>,
  );
}

type Gift = { persoonId: string; organisatieId: string };

/** Finds the file by number when none came along, and gives the block, in one transaction. */
const geef = (d: Leesdienst, c: Ctx, i: Invoer, g: Gift): Promise<Result<string>> =>
  alsLezer(c, async tx => {
    const opNummer = !i.dossier && !i.betrokkene;
    // Counted before it is searched, and committed also when it finds nothing.
    const geteld = opNummer ? await telZoekactie(tx, 'nummer') : null;
    if (geteld && !geteld.ok) return geteld;
    const gevonden = (opNummer ? await d.dossiers?.vind(tx, i.nummer.trim()) : i.dossier) ?? undefined;
    if (!gevonden && !i.betrokkene) return geweigerd({ code: 'geen_dossier' });
    const op = gevonden ? { dossierId: gevonden } : { betrokkeneId: i.betrokkene ?? '' };
    return geefBlokkade(tx, { ...g, ...op, reden: i.reden }, lezerVan(c));
  });

async function blokkeer(d: Leesdienst, c: Ctx): Promise<Response> {
  const weiger = () => weigerDossier(c, { handeling: 'toegang_nemen', soort: 'blokkade', object: null });
  if (!heeftEen(c, MAG)) return weiger();
  const v = await leesVorm(c);
  const [mens, organisatie] = v('collega').split('|');
  const [persoonId, organisatieId] = [alsKenmerk(mens), alsKenmerk(organisatie)];
  const invoer: Invoer = {
    collega: v('collega'),
    reden: v('reden'),
    nummer: v('nummer'),
    dossier: alsKenmerk(v('dossier')),
    betrokkene: alsKenmerk(v('betrokkene')),
    fouten: [],
  };
  if (!persoonId || !organisatieId) invoer.fouten.push({ veld: 'collega', tekst: t.kiesCollega });
  if (!BLOKKADEREDENEN.some(r => r === invoer.reden))
    invoer.fouten.push({ veld: 'reden', tekst: t.kiesReden });
  if (invoer.fouten.length > 0 || !persoonId || !organisatieId) return pagina(d, c, invoer);
  const r = await geef(d, c, invoer, { persoonId, organisatieId });
  if (r.ok) return c.redirect(`${PAD}?na=gegeven`, 303);
  const opNummer = !invoer.dossier && !invoer.betrokkene;
  if (r.weigering.code === 'geen_dossier' || (r.weigering.code === 'niet_gevonden' && opNummer)) {
    await legWeigering(c, { handeling: 'zoeken', soort: 'blokkade', object: null });
    return pagina(d, c, { ...invoer, fouten: [{ veld: 'nummer', tekst: t.geenDossier }] });
  }
  if (r.weigering.code === 'niet_gevonden') return weiger();
  return pagina(d, c, { ...invoer, fouten: [{ tekst: r.weigering.melding ?? t.kiesReden }] });
}

async function hefOp(c: Ctx): Promise<Response> {
  const id = alsKenmerk((await leesVorm(c))('blokkade'));
  const r = id ? await alsLezer(c, tx => hefBlokkadeOp(tx, id)) : null;
  if (r?.ok) return c.redirect(`${PAD}?na=opgeheven`, 303);
  return weigerDossier(c, { handeling: 'toegang_geven', soort: 'blokkade', object: id });
}

/** Blocks of the own organisation: give (team leader, privacy officer) and lift (privacy officer). */
export function registreerBlokkades(app: App, d: Leesdienst): void {
  bewaakDossierpaginas(app, `${PAD}/*`);
  bewaakDossierpaginas(app, PAD);
  app.get(PAD, c => pagina(d, c, uitAdres(c)));
  app.post(PAD, c => blokkeer(d, c));
  app.post(`${PAD}/opheffen`, c => hefOp(c));
  registreerWeren(app, d);
}
