import { bevindingTekst } from '#kern/controle/index.ts';
import type { Result, Weigering } from '#kern/resultaat/index.ts';
import { CONTACTTEKSTEN, type Verzendoordeel } from '#modules/gezin/index.ts';
import { MEDIATYPEN, type Mediatype } from '#platform/bestanden/index.ts';
import { maakPdf, maakZip, type Zipbestand } from '#platform/documenten/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import type { VeldFout } from '#platform/ui/index.ts';
import type { Inzagestuk } from '../domain/inzage.ts';
import { maakAfschrift, uitvoerbezwaar } from '../usecases/afschrift.ts';
import { afdrukVan, type Inzagedoen, keurInzageGoed, kiesInzage, leesInzage } from '../usecases/inzage.ts';
import { geefBewerkt, haalInzagedocument } from '../usecases/inzagedocument.ts';
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

const GEDAAN: Record<string, string> = {
  gekozen: t.bewaard,
  akkoord: t.akkoordGedaan,
  bewerkt: t.bewerktGedaan,
};

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
  const gelezen = (s: Inzagestuk) => afdrukVan(d.kluis, s.id, s.regels.join('\n'));
  const stof = { verzoek: id, blad, oordeel, fouten, ingevuld, gelezen };
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
  const pdf = { naam: 'afschrift.pdf', inhoud: new Uint8Array(await maakPdf(r.waarde.document)) };
  const bijlagen = r.waarde.bijlagen ?? [];
  return bijlagen.length === 0
    ? alsBestand(c, pdf, 'application/pdf')
    : alsBestand(c, { naam: 'afschrift.zip', inhoud: maakZip([pdf, ...bijlagen]) }, 'application/zip');
}

/** Always as a file to keep, never shown by the browser as if it were a page of ours; its name says nothing. */
const alsBestand = (c: Ctx, b: Zipbestand, type: string): Response =>
  c.body(new Uint8Array(b.inhoud), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${b.naam}"`,
    'cache-control': 'no-store',
  });

async function stuurDocument(c: Ctx, d: { kluis: Kluis }, id: string): Promise<Response> {
  const document = c.req.param('document') ?? '';
  const versie = c.req.query('versie') ?? '';
  const vraag = { verzoek: id, document, bestand: versie === '' ? null : versie };
  const kent = isId(document) && (versie === '' || isId(versie));
  const r = kent ? await haalInzagedocument(doenVan(c, d), vraag) : null;
  if (!r?.ok) return nietHier(c, 'inzage', id);
  const { soort, inhoud } = r.waarde;
  return alsBestand(c, { naam: `document.${MEDIATYPEN[soort as Mediatype] ?? 'bin'}`, inhoud }, soort);
}

async function neemBewerkt(c: Ctx, d: { kluis: Kluis }, id: string): Promise<Response> {
  const velden = await c.req.parseBody();
  const document = typeof velden['document'] === 'string' ? velden['document'] : '';
  const bestand = velden['bestand'];
  const inhoud = bestand instanceof File ? new Uint8Array(await bestand.arrayBuffer()) : new Uint8Array();
  const r = await geefBewerkt(doenVan(c, d), id, { document, inhoud });
  const gelukt: Result<number, Weigering> = r.ok ? { ok: true, waarde: 1 } : r;
  return klaar(c, d, gelukt, 'bewerkt', veld => (veld === 'document' ? document : ''));
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
  doe('/document', (c, id) => neemBewerkt(c, d, id));
  app.get('/privacy/verzoeken/:id/inzage/document/:document', c =>
    alsAangemeld(c, async () => {
      const id = c.req.param('id') ?? '';
      return isId(id) ? stuurDocument(c, d, id) : nietHier(c, 'inzage', id);
    }),
  );
  doe('/afschrift', (c, id) => stuurAfschrift(c, d, id));
}
