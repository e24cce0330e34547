import { maakDossierlening } from '#modules/casus/index.ts';
import { type Casus, maakCasus } from '#modules/casus/module.ts';
import {
  maakDatalab,
  planInvoermap,
  registreerDatalabtaken,
  rekentaken,
  VROEGSIGNAALTAAK,
} from '#modules/datalab/module.ts';
import { maakGezin } from '#modules/gezin/module.ts';
import { registreer as registreerHulpaanbod } from '#modules/hulpaanbod/module.ts';
import { kennisgevinglening, leesMerken } from '#modules/privacy/index.ts';
import { findRegiokenmerken, gemeentePaneel } from '#modules/programma/index.ts';
import { registreer as registreerProgramma, registreerTaken } from '#modules/programma/module.ts';
import { registreer as registreerPubliek } from '#modules/publiek/module.ts';
import { maakToegang, type Toegang } from '#modules/toegang/module.ts';
import { registreer as registreerZelfscan } from '#modules/zelfscan/module.ts';
import { basisUrlVan, type Instellingen } from '#platform/config/index.ts';
import { metActor, sql } from '#platform/db/index.ts';
import { type App, dienStatischOp, type HttpDiensten, maakApp } from '#platform/http/index.ts';
import type { Klok } from '#platform/klok/index.ts';
import type { Log } from '#platform/log/index.ts';
import { foutcode } from '#platform/taken/index.ts';
import { bouwScript, bouwStijl } from '#platform/ui/index.ts';
import type { Databanken } from './databank.ts';
import { registreerApi } from './samenstelling/api.ts';
import { leesGegevensIn, maakDemo } from './samenstelling/inlezen.ts';
import { delen, listGebieden, maakLening } from './samenstelling/lening.tsx';
import { navigatie } from './samenstelling/navigatie.ts';
import { leesOpslag, planKopieen } from './samenstelling/opslag.ts';
import { maakOnderbouw, type Onderbouw } from './samenstelling/platform.ts';
import { registreerStijl } from './samenstelling/stijl.tsx';
import { registreerTechniek } from './samenstelling/techniek.tsx';
import { maakPrivacykamer, zekerGewist } from './samenstelling/wissen.ts';

export interface Samenstelling {
  instellingen: Instellingen;
  databanken: Databanken;
  klok: Klok;
  log: Log;
  meld(tekst: string): void;
}

export interface Platform {
  app: App;
  /** Lines for the person who started it. */
  welkom: string[];
  stop(): Promise<void>;
}

/** Paths that take files, with the largest body in bytes. */
const GRENZEN = [
  { pad: /^\/(datalab\/(termijnen\/)?invoer|programma\/[^/]+\/bestand)$/, bytes: 6 * 1024 * 1024 },
  { pad: /^\/casus\/[^/]+\/documenten$/, bytes: 21 * 1024 * 1024 },
  { pad: /^\/privacy\/verzoeken\/[^/]+\/inzage\/document$/, bytes: 21 * 1024 * 1024 },
];

/** The room of access; regions and their municipalities are named where roles are given. */
export async function maakToegangskamer(
  s: Pick<Samenstelling, 'databanken' | 'klok' | 'instellingen' | 'log'>,
  o: Pick<Onderbouw, 'kluis' | 'postbus'>,
): Promise<Toegang> {
  return maakToegang({
    app: s.databanken.app,
    aanmelden: s.databanken.aanmelden,
    kluis: o.kluis,
    mail: o.postbus,
    klok: s.klok,
    instellingen: s.instellingen,
    log: s.log,
    demo: s.databanken.demo,
    geheim: o.kluis.installatiesleutel('sessies'),
    gebieden: await listGebieden(s.databanken.app.db, s.klok),
    dossiers: maakDossierlening(o.kluis),
  });
}

/** The room of files; regions and municipalities to choose from, and the outbox for the notice of break-glass. */
async function maakCasuskamer(s: Samenstelling, o: Onderbouw): Promise<Casus> {
  return maakCasus({
    ...kennisgevinglening,
    kluis: o.kluis,
    mail: o.postbus,
    basisUrl: basisUrlVan(s.instellingen),
    gebieden: await listGebieden(s.databanken.app.db, s.klok),
    merken: leesMerken,
  });
}

/** The room of the figures: what other rooms add to a municipality, and the watch after each import. */
function maakDatalabkamer(s: Samenstelling, o: Onderbouw) {
  return maakDatalab({
    nu: () => s.klok.nu(),
    panelen: (c, regio, gemeente) => gemeentePaneel(c, regio.id, gemeente),
    stuur: rekentaken(o.taken, s.databanken.app, s.klok),
    // What is imported is imported: without this round the daily one sees it.
    naInlezen: async () => {
      await o.taken
        .stuur(VROEGSIGNAALTAAK)
        .catch(e => s.log.warn({ taak: VROEGSIGNAALTAAK, fout: foutcode(e) }, 'taak niet aangenomen'));
    },
  });
}

/** Composes the platform and every room into one application. */
export async function stelSamen(s: Samenstelling): Promise<Platform> {
  const onderbouw = await maakOnderbouw(s);
  const privacy = maakPrivacykamer({ ...s, ...onderbouw });
  // Nothing is served or worked on before what was erased is gone here too.
  await zekerGewist(s.instellingen, privacy, s.meld);
  const datalab = maakDatalabkamer(s, onderbouw);
  await leesGegevensIn(s, datalab, delen);
  const toegang = await maakToegangskamer(s, onderbouw);
  const welkom = await maakDemo(s, toegang, onderbouw.kluis);
  const { app, stel } = await maakWebapp(s, onderbouw, toegang);
  stel(app);
  toegang.registreer(app);
  datalab.registreer(app);
  registreerPubliek(app);
  registreerStijl(app);
  registreerTechniek(app, onderbouw, () => leesOpslag(s.instellingen, privacy));
  registreerApi(app);
  registreerProgramma(app, await maakLening(s.databanken.app.db, s.klok));
  registreerHulpaanbod(app, { findRegio: findRegiokenmerken });
  registreerZelfscan(app);
  const gebieden = await listGebieden(s.databanken.app.db, s.klok);
  maakGezin({ ...onderbouw, ...kennisgevinglening, gebieden, merken: leesMerken }).registreer(app);
  (await maakCasuskamer(s, onderbouw)).registreer(app);
  privacy.registreer(app);
  planWerk(s, onderbouw, toegang);
  await onderbouw.taken.start();
  return {
    app,
    welkom,
    stop: async () => {
      await onderbouw.taken.stop();
      await onderbouw.verzegelaar.stop();
    },
  };
}

/** Work that runs by the clock, once over all processes. */
function planWerk(s: Samenstelling, o: Onderbouw, toegang: Toegang): void {
  o.taken.registreer('opruimen', async () => {
    await toegang.ruimOp();
    // What became of a message is of no use after a quarter of a year.
    const voor = s.klok.nu().subtract({ hours: 24 * 90 });
    await metActor(s.databanken.app.db, { soort: 'stelsel', taak: 'opruimen' }, s.klok.vandaag(), tx =>
      o.postbus.ruimOp(tx, voor),
    );
  });
  o.taken.plan('opruimen', '17 3 * * *');
  const { invoermap } = s.instellingen;
  if (invoermap) planInvoermap(o.taken, { db: s.databanken.app.db, klok: s.klok, map: invoermap });
  planKopieen(o.taken, s.instellingen, s.klok, s.log);
  const lening = {
    db: s.databanken.app.db,
    adressenVoor: toegang.adressenVoor,
    stuurMail: o.postbus.zetInWachtrij,
    basisUrl: basisUrlVan(s.instellingen),
  };
  registreerTaken(o.taken, lening, s.klok);
  registreerDatalabtaken(o.taken, lening, s.klok);
}

async function maakWebapp(s: Samenstelling, o: Onderbouw, toegang: Toegang) {
  const [stijl, script] = await Promise.all([bouwStijl(), bouwScript()]);
  const diensten: HttpDiensten = {
    db: s.databanken.app.db,
    klok: s.klok,
    log: s.log,
    instellingen: s.instellingen,
    demo: s.databanken.demo,
    stijlPad: `/statisch/${stijl.hash}/stijl.css`,
    scriptPad: `/statisch/${script.hash}/script.js`,
    navigatie,
  };
  const app = maakApp({
    diensten,
    geheim: o.kluis.installatiesleutel('sessies'),
    herken: c => toegang.herken(c),
    grenzen: GRENZEN,
  });
  const css = { naam: 'stijl.css', inhoud: Buffer.from(stijl.css), type: 'text/css; charset=utf-8' };
  const js = { naam: 'script.js', inhoud: Buffer.from(script.js), type: 'application/javascript' };
  const stel = (a: App) => {
    dienStatischOp(a, stijl.hash, [css, ...stijl.bestanden]);
    dienStatischOp(a, script.hash, [js]);
    a.get('/gezondheid', async c => {
      await sql`select 1`.execute(s.databanken.app.db);
      return c.json({
        status: 'gereed',
        database: s.databanken.ingebed ? 'ingebed' : 'buiten',
        demo: s.databanken.demo,
      });
    });
  };
  return { app, stel };
}
