import { bevindingTekst } from '#kern/controle/index.ts';
import type { Result, Weigering } from '#kern/resultaat/index.ts';
import { CONTACTTEKSTEN, type Verzendoordeel } from '#modules/gezin/index.ts';
import { maakPdf } from '#platform/documenten/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import type { VeldFout } from '#platform/ui/index.ts';
import { maakAfschrift, uitvoerbezwaar } from '../usecases/afschrift.ts';
import { type Inzagedoen, keurInzageGoed, kiesInzage, leesInzage } from '../usecases/inzage.ts';
import { toetsVerzending } from '../usecases/verzending.ts';
import { readVerzoek } from '../usecases/verzoek.ts';
import { alsAangemeld, alsFouten, isId, leesVorm, nietHier, pagina } from './kader.tsx';
import { Inzageinhoud } from './pages/inzage.tsx';
import { inzageteksten as t } from './teksten-inzage.ts';

export const doenVan = (c: Ctx, d: { kluis: Kluis }): Inzagedoen => ({
  db: c.get('diensten').db,
  kluis: d.kluis,
  actor: c.get('actor'),
  vandaag: c.get('vandaag'),
});

export const oordeelfouten = (o: Verzendoordeel): VeldFout[] =>
  o.bevindingen.map(b => ({ tekst: bevindingTekst(b, CONTACTTEKSTEN) }));

const GEDAAN: Record<string, string> = { gekozen: t.bewaard, akkoord: t.akkoordGedaan };

async function toonInzage(
  c: Ctx,
  d: { kluis: Kluis },
  fouten: VeldFout[] = [],
  ingevuld: (veld: string) => string = () => '',
): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const doen = doenVan(c, d);
  const blad = isId(id) ? await leesInzage(doen, id) : null;
  const v = blad ? await alsLezer(c, tx => readVerzoek(tx, d.kluis, id)) : null;
  if (!blad || !v) return nietHier(c, 'inzage', id);
  const mag = uitvoerbezwaar(v) === null && blad.stand === 'gereed';
  const oordeel = mag ? await toetsVerzending(doen, v, blad.recht, []) : null;
  const gelukt = GEDAAN[c.req.query('na') ?? ''];
  const stof = { verzoek: id, blad, oordeel, fouten, ingevuld };
  return pagina(
    c,
    { titel: t.titel, fouten, ...(gelukt ? { gelukt } : {}) },
    <Inzageinhoud {...stof} ik={c.get('gebruiker')?.id ?? ''} csrf={c.get('csrf')} />,
  );
}

async function klaar(
  c: Ctx,
  d: { kluis: Kluis },
  r: Result<number, Weigering>,
  na: string,
  ingevuld?: (veld: string) => string,
): Promise<Response> {
  const id = c.req.param('id') ?? '';
  if (r.ok) return c.redirect(`/privacy/verzoeken/${id}/inzage?na=${na}`, 303);
  if (r.weigering.code === 'niet_gevonden') return nietHier(c, 'inzage', id);
  return toonInzage(c, d, alsFouten(r.weigering), ingevuld);
}

async function stuurAfschrift(c: Ctx, d: { kluis: Kluis }, id: string): Promise<Response> {
  const { alle } = await leesVorm(c);
  const r = await maakAfschrift(doenVan(c, d), id, alle('bevestigd'));
  if (!r.ok && r.weigering.code === 'niet_gevonden') return nietHier(c, 'inzage', id);
  if (!r.ok) return toonInzage(c, d, alsFouten(r.weigering));
  if ('oordeel' in r.waarde) return toonInzage(c, d, oordeelfouten(r.waarde.oordeel));
  return c.body(new Uint8Array(await maakPdf(r.waarde.document)), 200, {
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="afschrift.pdf"',
    'cache-control': 'no-store',
  });
}

/** The parts of a file for one request for access or a copy. */
export function registreerInzage(app: App, d: { kluis: Kluis }): void {
  const doe = (deel: string, werk: (c: Ctx, id: string) => Promise<Response>) =>
    app.post(`/privacy/verzoeken/:id/inzage${deel}`, c =>
      alsAangemeld(c, async () => {
        const id = c.req.param('id') ?? '';
        return isId(id) ? werk(c, id) : nietHier(c, 'inzage', id);
      }),
    );
  app.get('/privacy/verzoeken/:id/inzage', c => alsAangemeld(c, () => toonInzage(c, d)));
  doe('', async (c, id) => {
    const { een } = await leesVorm(c);
    return klaar(c, d, await kiesInzage(doenVan(c, d), id, een), 'gekozen', een);
  });
  doe('/akkoord', async (c, id) => {
    const { alle } = await leesVorm(c);
    return klaar(c, d, await keurInzageGoed(doenVan(c, d), id, alle('gezien')), 'akkoord');
  });
  doe('/afschrift', (c, id) => stuurAfschrift(c, d, id));
}
