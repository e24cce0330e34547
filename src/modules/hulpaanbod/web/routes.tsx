import { heeftRol, lidmaatschappen } from '#modules/toegang/index.ts';
import { type App, alsLezer, nietGevondenPagina, tweetalig } from '#platform/http/index.ts';
import { Formulier, Knop, Melding } from '#platform/ui/index.ts';
import { listHulpaanbod, maakOpenbaar, telConcepten } from '../usecases/deel.ts';
import { type Blad, type HulpaanbodLeen, metBlad } from './kader.tsx';
import { detailPagina } from './pages/detail.tsx';
import { lijstPagina } from './pages/lijst.tsx';
import { werkteksten } from './teksten.ts';

export type { HulpaanbodLeen } from './kader.tsx';

const leidt = (b: Blad) => heeftRol(lidmaatschappen(b.c), ['projectleider'], { regio: b.regio });

async function detail(b: Blad): Promise<Response> {
  const items = await alsLezer(b.c, tx => listHulpaanbod(tx, b.regio, b.weergave));
  const h = items.find(x => x.code === b.c.req.param('code'));
  return h ? detailPagina(b, h) : nietGevondenPagina(b.c);
}

/** What the working version adds: how much waits, and the button for who may publish. */
const Werkversie = ({ b, concepten }: { b: Blad; concepten: number }) => (
  <>
    {b.c.req.query('gedaan') === 'openbaar' ? <Melding soort="gelukt" titel={werkteksten.gedaan} /> : null}
    <Melding titel={werkteksten.melding}>{concepten > 0 ? werkteksten.concepten(concepten) : null}</Melding>
    {concepten > 0 && leidt(b) ? (
      <Formulier actie={b.naar('/hulpaanbod')} csrf={b.c.get('csrf')}>
        <Knop>{werkteksten.publiceer}</Knop>
      </Formulier>
    ) : null}
  </>
);

async function lijst(b: Blad): Promise<Response> {
  const { items, concepten } = await alsLezer(b.c, async tx => ({
    items: await listHulpaanbod(tx, b.regio, b.weergave),
    concepten: b.weergave === 'werk' ? await telConcepten(tx, b.regio) : 0,
  }));
  return lijstPagina(b, items, b.weergave === 'werk' ? <Werkversie b={b} concepten={concepten} /> : null);
}

async function publiceer(b: Blad): Promise<Response> {
  if (!leidt(b)) return nietGevondenPagina(b.c);
  await alsLezer(b.c, tx => maakOpenbaar(tx, b.regio));
  return b.c.redirect(`${b.naar('/hulpaanbod')}?gedaan=openbaar`, 303);
}

/** All pages of this room; `leen` comes from app.ts. */
export function registreer(app: App, leen: HulpaanbodLeen): void {
  tweetalig(app, a => {
    a.get('/regio/:regio/hulpaanbod', c => metBlad(c, leen, 'openbaar', lijst));
    a.get('/regio/:regio/hulpaanbod/:code', c => metBlad(c, leen, 'openbaar', detail));
  });
  app.get('/programma/:regio/hulpaanbod', c => metBlad(c, leen, 'werk', lijst));
  app.get('/programma/:regio/hulpaanbod/:code', c => metBlad(c, leen, 'werk', detail));
  app.post('/programma/:regio/hulpaanbod', c => metBlad(c, leen, 'werk', publiceer));
}
