import type { Result } from '#kern/resultaat/index.ts';
import { lidmaatschappen } from '#modules/toegang/index.ts';
import { type App, nietGevondenPagina } from '#platform/http/index.ts';
import { leesDatum } from '../domain/invoer.ts';
import type { Mijlpaalhandeling } from '../domain/mijlpaal.ts';
import type { Bewaarweigering } from '../usecases/bewaar.ts';
import { type Gehandeld, handelMijlpaal, handelStand, statusrollen } from '../usecases/handel.ts';
import { foutenVan, type Handelstaat, velden } from './forms/handeling.tsx';
import { type Blad, doenVan, metBlad } from './kader.tsx';
import { agendaPagina } from './pages/agenda.tsx';
import { gemeentestandPagina, vindStand } from './pages/gemeentestand.tsx';
import { mijlpaalPagina } from './pages/mijlpaal.tsx';
import { planningCsv, planningPagina } from './pages/planning.tsx';
import type { Pagina, ProgrammaLeen } from './routes.tsx';
import { planningTeksten } from './teksten/planning.ts';

/** Pages about time, each as published and as working version. */
export const PLANPAGINAS: readonly { pad: string; pagina: Pagina }[] = [
  { pad: '/planning', pagina: b => planningPagina(b) },
  { pad: '/planning.csv', pagina: b => planningCsv(b) },
  { pad: '/planning/agenda', pagina: b => agendaPagina(b) },
  { pad: '/planning/mijlpalen/:code', pagina: b => mijlpaalPagina(b) },
  {
    pad: '/programma/acties/:code/gemeente/:slug',
    pagina: (b, l) => gemeentestandPagina(b, l.gemeenteSlug),
  },
];

const HANDELINGEN = planningTeksten.nl.handelingen;

const isHandeling = (tekst: string): tekst is Mijlpaalhandeling => Object.hasOwn(HANDELINGEN, tekst);

/** The date as it is stored; what cannot be read stays as typed, so that the check names it. */
const datumVan = (tekst: string): string => (tekst.trim() === '' ? '' : (leesDatum(tekst) ?? tekst.trim()));

/** The page after an act: back to the page with a message, or the form with what is wrong with it. */
async function naHandeling(
  b: Blad,
  uit: Result<Gehandeld, Bewaarweigering>,
  waarden: Record<string, string>,
  opnieuw: (staat: Handelstaat) => Response | Promise<Response>,
): Promise<Response> {
  if (uit.ok)
    return b.c.redirect(`${b.c.req.path}?gedaan=${uit.waarde.openbaar ? 'openbaar' : 'concept'}`, 303);
  const { code, nu } = uit.weigering;
  if (code === 'niet_gevonden') return nietGevondenPagina(b.c);
  if (code !== 'conflict') return opnieuw({ waarden, fouten: foutenVan(uit.weigering) });
  const pagina = await opnieuw({ waarden, fouten: [], nu: nu ?? null });
  return new Response(pagina.body, { status: 409, headers: pagina.headers });
}

const kiesEerst = (waarden: Record<string, string>): Handelstaat => ({
  waarden,
  fouten: [{ veld: 'handeling', tekst: planningTeksten.nl.fouten.handeling }],
});

/** May this reader do anything here? Asked before the form is judged: what it lacks is told to who may only. */
const magHandelen = (b: Blad, gemeente: string | null): boolean =>
  statusrollen(lidmaatschappen(b.c), b.regio, gemeente).length > 0;

async function meldMijlpaal(b: Blad): Promise<Response> {
  if (!magHandelen(b, null)) return nietGevondenPagina(b.c);
  const w = await velden(b.c);
  const handeling = w.handeling ?? '';
  if (!isHandeling(handeling)) return mijlpaalPagina(b, kiesEerst(w));
  const uit = await handelMijlpaal(doenVan(b.c), {
    regio: b.regio,
    code: b.c.req.param('code') ?? '',
    versie: Number(w.versie),
    handeling,
    reden: w.reden ?? '',
    datum: datumVan(w.datum ?? ''),
  });
  return naHandeling(b, uit, w, staat => mijlpaalPagina(b, staat));
}

async function meldStand(b: Blad, leen: ProgrammaLeen): Promise<Response> {
  const gevonden = vindStand(b, leen.gemeenteSlug);
  if (!gevonden || !magHandelen(b, gevonden.eigen.gemeente.code)) return nietGevondenPagina(b.c);
  const w = await velden(b.c);
  const handeling = w.handeling ?? '';
  if (handeling !== 'blijft' && !isHandeling(handeling))
    return gemeentestandPagina(b, leen.gemeenteSlug, kiesEerst(w));
  const uit = await handelStand(doenVan(b.c), {
    regio: b.regio,
    actie: gevonden.actie.code,
    gemeente: gevonden.eigen.gemeente.code,
    versie: Number(w.versie),
    handeling: handeling === 'blijft' ? null : handeling,
    reden: w.reden ?? '',
    resultaat: w.resultaat ?? '',
    verantwoordelijkeRol: w.verantwoordelijkeRol ?? '',
    datum: datumVan(w.datum ?? ''),
  });
  return naHandeling(b, uit, w, staat => gemeentestandPagina(b, leen.gemeenteSlug, staat));
}

/** The acts on milestones and on the stands of municipalities. */
export function registreerPlanning(app: App, leen: ProgrammaLeen): void {
  app.post('/programma/:regio/planning/mijlpalen/:code', c => metBlad(c, 'werk', meldMijlpaal));
  app.post('/programma/:regio/programma/acties/:code/gemeente/:slug', c =>
    metBlad(c, 'werk', b => meldStand(b, leen)),
  );
}
