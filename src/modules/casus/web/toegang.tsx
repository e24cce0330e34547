import type { Result, Weigering } from '#kern/resultaat/index.ts';
import type { App } from '#platform/http/index.ts';
import { biedAan, eindigRelatie, nodigUit } from '../usecases/deelname.ts';
import type { Doen } from '../usecases/doen.ts';
import { casusId, naWeigering } from './dossier.tsx';
import { type Diensten, doenVan, leesVelden, type Pagina } from './kader.tsx';

type Daad = (d: Doen, casus: string, v: Record<string, string>) => Promise<Result<string, Weigering>>;

function na(formulier: string, code: string, daad: Daad): Pagina {
  return async (c, d) => {
    const v = await leesVelden(c);
    const uit = await daad(doenVan(c, d), casusId(c), v);
    if (!uit.ok) return naWeigering(c, d, formulier, v, uit.weigering);
    return c.redirect(`/casus/${casusId(c)}?na=${code}#deelnemers`, 303);
  };
}

/** Who gives back his own last access has no file to be sent back to. */
const terug: Pagina = async (c, d) => {
  const doen = doenVan(c, d);
  const v = await leesVelden(c);
  const uit = await eindigRelatie(doen, casusId(c), v['relatie'] ?? '');
  if (!uit.ok) return naWeigering(c, d, 'toegang', v, uit.weigering);
  return c.redirect(uit.waarde.nog ? `/casus/${casusId(c)}?na=beeindigd` : '/casus?na=beeindigd', 303);
};

/** Inviting, giving back and offering, on the page of a file. */
export function registreerDeelname(app: App, d: Diensten): void {
  const uitnodigen = na('uitnodigen', 'uitgenodigd', (doen, casus, v) =>
    nodigUit(doen, casus, { adres: v['adres'] ?? '', grond: v['grond'] ?? '', tot: v['tot'] ?? '' }),
  );
  const aanbieden = na('overdracht', 'aangeboden', (doen, casus, v) =>
    biedAan(doen, casus, { naar: v['naar'] ?? '', grond: v['grond'] ?? '' }),
  );
  app.post('/casus/:id/toegang/overleg', c => uitnodigen(c, d));
  app.post('/casus/:id/toegang/overdracht', c => aanbieden(c, d));
  app.post('/casus/:id/toegang/terug', c => terug(c, d));
}
