import type { Child } from 'hono/jsx';
import { type App, alsLezer, type Ctx, tweetalig } from '#platform/http/index.ts';
import type { Weergave } from '../domain/programma.ts';
import type { AnderDeel } from '../usecases/bestand.ts';
import { listProgrammas } from '../usecases/lees.ts';
import type { Zoeker } from '../usecases/zoek.ts';
import { registreerAgenda } from './agenda.tsx';
import { registreerBestand } from './bestand.tsx';
import { registreerBewerken } from './bewerken.tsx';
import { EVALUATIEPAGINAS, registreerEvaluatie } from './evaluatie.tsx';
import { GELDPAGINAS, registreerGeld } from './geld.tsx';
import { JAARPAGINAS, registreerJaar } from './jaar.tsx';
import { type Blad, metBlad } from './kader.tsx';
import { actiePagina } from './pages/actie.tsx';
import { onderdeelPagina } from './pages/onderdeel.tsx';
import { onderdelenPagina } from './pages/onderdelen.tsx';
import { organisatiePagina } from './pages/organisatie.tsx';
import { programmaPagina } from './pages/programma.tsx';
import { raadCsv, raadPagina } from './pages/raad.tsx';
import { regioPagina, voorpagina } from './pages/regio.tsx';
import { PLANPAGINAS, registreerPlanning } from './planning.tsx';
import { registreerPubliceren } from './publiceren.tsx';
import { opmerkingBlad, registreerRaad } from './raad.tsx';
import { type CijfersVoor, registreerVerslag, verslagPagina } from './verslag.tsx';
import { registreerZoeken, zoekPagina } from './zoeken.tsx';

/** What other rooms lend to these pages; given by app.ts, so that this room does not know them. */
export interface ProgrammaLeen {
  /** Parts of the programme file that other rooms keep. */
  delen?: readonly AnderDeel[];
  /** Rooms that let themselves be searched beside the programme. */
  zoekers?: readonly Zoeker[];
  /** Address part of a municipality, by CBS code. */
  gemeenteSlug(code: string): string | null;
  /** What the figures allow to be said about a region, on its home page. */
  cijferPaneel(c: Ctx, regio: string): Promise<Child[]>;
  /** Figures that belong to an action's indicators: their codes here, and figures linked by hand. */
  actieCijfers(
    c: Ctx,
    regio: string,
    indicatoren: readonly { code: string; datalab: readonly string[] }[],
  ): Promise<Child[]>;
  /** Publishable figures for the progress report; without it the report says where they are. */
  cijfersVoor?: CijfersVoor;
}

export type Pagina = (b: Blad, leen: ProgrammaLeen) => Response | Promise<Response>;

/** Every page that exists both as published and as working version, by its address below the region. */
const PAGINAS: readonly { pad: string; pagina: Pagina }[] = [
  { pad: '', pagina: async (b, l) => regioPagina(b, await l.cijferPaneel(b.c, b.regio), l.gemeenteSlug) },
  { pad: '/programma', pagina: b => programmaPagina(b) },
  { pad: '/programma/acties/:code', pagina: (b, l) => actiePagina(b, l) },
  ...EVALUATIEPAGINAS,
  ...PLANPAGINAS,
  ...GELDPAGINAS,
  ...JAARPAGINAS,
  { pad: '/zoek', pagina: (b, l) => zoekPagina(b, l.zoekers) },
  { pad: '/onderdelen', pagina: b => onderdelenPagina(b) },
  { pad: '/onderdeel/:soort/:code', pagina: b => onderdeelPagina(b) },
  { pad: '/organisatie', pagina: b => organisatiePagina(b) },
  { pad: '/raad', pagina: b => raadPagina(b) },
  { pad: '/raad.csv', pagina: b => raadCsv(b) },
  { pad: '/raad/:code', pagina: b => opmerkingBlad(b) },
  { pad: '/verslag', pagina: (b, l) => verslagPagina(b, l.cijfersVoor) },
];

function registreerPaginas(app: App, voor: string, weergave: Weergave, leen: ProgrammaLeen): void {
  for (const { pad, pagina } of PAGINAS) {
    app.get(`${voor}${pad}`, c => metBlad(c, weergave, b => pagina(b, leen)));
  }
  registreerVerslag(app, voor, weergave, leen.cijfersVoor);
}

/** All pages of this room. */
export function registreer(app: App, leen: ProgrammaLeen): void {
  tweetalig(app, a => {
    a.get('/', async c => voorpagina(c, await alsLezer(c, tx => listProgrammas(tx, 'openbaar'))));
    registreerPaginas(a, '/regio/:regio', 'openbaar', leen);
    registreerGeld(a);
    registreerZoeken(a, leen.zoekers);
  });
  registreerBewerken(app);
  registreerBestand(app, leen.delen);
  registreerPubliceren(app);
  registreerPaginas(app, '/programma/:regio', 'werk', leen);
  registreerPlanning(app, leen);
  registreerAgenda(app);
  registreerJaar(app);
  registreerRaad(app);
  registreerEvaluatie(app);
}
