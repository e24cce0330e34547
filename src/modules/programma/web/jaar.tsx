import { type App, nietGevondenPagina } from '#platform/http/index.ts';
import { rondAf } from '../usecases/rond-af.ts';
import { velden } from './forms/handeling.tsx';
import { type Blad, doenVan, metBlad } from './kader.tsx';
import { afrondPagina, jaarPagina, jaarUit } from './pages/jaar.tsx';
import type { Pagina } from './routes.tsx';
import { jaarTeksten } from './teksten/jaar.ts';

/** The yearly action agenda, as published and as working version; the decision in the working version. */
export const JAARPAGINAS: readonly { pad: string; pagina: Pagina }[] = [
  { pad: '/planning/jaar/:jaar', pagina: b => jaarPagina(b) },
  { pad: '/planning/jaar/:jaar/:code', pagina: b => afrondPagina(b) },
];

async function beslis(b: Blad): Promise<Response> {
  const jaar = jaarUit(b);
  if (jaar === null) return nietGevondenPagina(b.c);
  const w = await velden(b.c);
  const uit = await rondAf(doenVan(b.c), {
    regio: b.regio,
    code: b.c.req.param('code') ?? '',
    versie: Number(w.versie),
    jaar,
    afronding: w.afronding ?? '',
    toelichting: w.afrondingToelichting ?? '',
    opvolger: w.opvolger ?? '',
  });
  if (uit.ok) {
    const gedaan = uit.waarde.openbaar ? 'openbaar' : 'concept';
    return b.c.redirect(b.naar(`/planning/jaar/${jaar}?gedaan=${gedaan}`), 303);
  }
  const { code, nu } = uit.weigering;
  if (code === 'niet_gevonden') return nietGevondenPagina(b.c);
  if (code === 'conflict') return afrondPagina(b, { waarden: w, fouten: [], nu: nu ?? null });
  const teksten: Readonly<Record<string, string>> = jaarTeksten.nl.fouten;
  const gebreken = 'velden' in uit.weigering ? (uit.weigering.velden ?? {}) : {};
  const fouten = Object.keys(gebreken).map(veld => ({ veld, tekst: teksten[veld] ?? veld }));
  return afrondPagina(b, { waarden: w, fouten });
}

/** The decision how an action ends a year. */
export function registreerJaar(app: App): void {
  app.post('/programma/:regio/planning/jaar/:jaar/:code', c => metBlad(c, 'werk', beslis));
}
