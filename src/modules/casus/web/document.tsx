import { formatTijdstip } from '#kern/datum/index.ts';
import { type App, type Ctx, nietGevondenPagina } from '#platform/http/index.ts';
import { haalDocument, voegDocumentToe } from '../usecases/document.ts';
import { leesUitvoer } from '../usecases/uitvoer.ts';
import { casusId, dossierPagina, naWeigering } from './dossier.tsx';
import { type Diensten, doenVan, leeg, leesVelden, merkenVan, type Pagina, toonBlad } from './kader.tsx';
import { Dossiermerken } from './pages/dossier.tsx';
import { Drukblad } from './pages/druk.tsx';
import { woord } from './teksten/codes.ts';
import { dossierteksten, drukteksten as t } from './teksten/dossier.ts';
import { isUitvoervorm, maakUitvoer, UITVOERVORMEN } from './uitvoer.ts';

const voegToe: Pagina = async (c, d) => {
  const bestand = (await c.req.parseBody())['bestand'];
  const naam = bestand instanceof File ? bestand.name : '';
  const inhoud = bestand instanceof File ? new Uint8Array(await bestand.arrayBuffer()) : new Uint8Array();
  const uit = await voegDocumentToe(doenVan(c, d), casusId(c), { naam, inhoud });
  if (uit.ok) return c.redirect(`/casus/${casusId(c)}?na=document`, 303);
  const w = uit.weigering;
  const kent = ['leeg', 'te_groot', 'soort_onbekend', 'beschadigd'].includes(w.code);
  return naWeigering(
    c,
    d,
    'document',
    {},
    kent ? { ...w, code: 'ongeldig', velden: { bestand: w.code } } : w,
  );
};

/** Always as a file to keep, never to be shown by the browser as if it were a page of ours. */
function alsBestand(c: Ctx, inhoud: Uint8Array, naam: string, type: string): Response {
  const kaal = naam.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return c.body(new Uint8Array(inhoud), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${kaal}"; filename*=UTF-8''${encodeURIComponent(naam)}`,
    'cache-control': 'no-store',
  });
}

const haal: Pagina = async (c, d) => {
  const uit = await haalDocument(doenVan(c, d), casusId(c), c.req.param('document') ?? '');
  if (!uit.ok) return nietGevondenPagina(c);
  const { document, inhoud } = uit.waarde;
  return alsBestand(c, inhoud, document.naam ?? dossierteksten.titel, document.soort);
};

const regelVan = (c: Ctx, doel: string, zin: typeof t.regel): string =>
  zin(c.get('gebruiker')?.naam ?? '', formatTijdstip(c.get('nu')), woord('afdrukdoel', doel));

const druk: Pagina = async (c, d) => {
  const v = await leesVelden(c);
  const uit = await leesUitvoer(doenVan(c, d), casusId(c), 'afdrukken', v['doel'] ?? '');
  if (!uit.ok) return naWeigering(c, d, 'druk', v, uit.weigering);
  const { blad, doel } = uit.waarde;
  return toonBlad(
    c,
    {
      titel: t.titel,
      kop: t.kopPapier(blad.casus.nummer),
      pad: [{ naam: dossierteksten.titel, href: `/casus/${blad.casus.id}` }],
      afdrukdoel: null,
    },
    <>
      <Dossiermerken b={blad} merken={await merkenVan(c, d, blad.casus.id)} />
      <Drukblad b={blad} regel={regelVan(c, doel, t.regel)} gebieden={d.gebieden} />
    </>,
  );
};

const neemMee: Pagina = async (c, d) => {
  const v = await leesVelden(c);
  const vorm = v['vorm'] ?? '';
  const uit = await leesUitvoer(doenVan(c, d), casusId(c), 'uitvoeren', v['doel'] ?? '');
  if (!uit.ok) return naWeigering(c, d, 'uitvoer', v, uit.weigering);
  const gekozen = isUitvoervorm(vorm) ? vorm : 'docx';
  const { blad, doel } = uit.waarde;
  const bytes = await maakUitvoer(gekozen, blad, d.gebieden, regelVan(c, doel, t.uitvoerRegel));
  return alsBestand(c, bytes, `${t.bestandsnaam}.${gekozen}`, UITVOERVORMEN[gekozen]);
};

/** Documents in and out, the print view and the export. */
export function registreerDocument(app: App, d: Diensten): void {
  app.post('/casus/:id/documenten', c => voegToe(c, d));
  app.get('/casus/:id/documenten/:document', c => haal(c, d));
  app.get('/casus/:id/druk', c => dossierPagina(c, d, leeg('druk')));
  app.post('/casus/:id/druk', c => druk(c, d));
  app.post('/casus/:id/uitvoer', c => neemMee(c, d));
}
