import { type App, alsLezer } from '#platform/http/index.ts';
import { listProgrammas } from '../usecases/lees.ts';
import { geldCsv, geldPagina } from './pages/geld.tsx';
import { geldRegiosPagina } from './pages/geld-regios.tsx';
import type { Pagina } from './routes.tsx';

/** Pages about money, each as published and as working version. */
export const GELDPAGINAS: readonly { pad: string; pagina: Pagina }[] = [
  { pad: '/geld', pagina: b => geldPagina(b) },
  { pad: '/geld.csv', pagina: b => geldCsv(b) },
];

/** The money of all regions together, in both languages. */
export function registreerGeld(app: App): void {
  app.get('/geld', async c => geldRegiosPagina(c, await alsLezer(c, tx => listProgrammas(tx, 'openbaar'))));
}
