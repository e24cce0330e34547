import { Hono } from 'hono';
import type { App, Omgeving } from '#platform/http/index.ts';
import { niemand, REGIO, type Wie, werkt, zietCijfers } from '../toegang-matrix/wie.ts';
import type { Wereld } from './wereld.ts';

const PAD = '/hulp/geplant';
const ZOEKPAD = '/zoeken';
const WERKPAD = `/programma/${REGIO}/geplant`;

/** A fault that is put into the application on purpose, to see the walk find it. */
export interface Geplant {
  naam: string;
  /** Kind of the fault that the walk must report. */
  soort: RegExp;
  /** Where it is; among the public pages when left out. */
  pad?: string;
  /** Routes that go before those of the application. */
  plant(app: Hono<Omgeving>, w: Wereld): void;
}

const merk = (w: Wereld, naam: string, wie: Wie) => w.boek.woord({ naam, wie, sleutel: null, door: null });

/** A page of ours in all but its content: with the guards, and a form when asked. */
const PAGINA = (inhoud: string) =>
  `<!DOCTYPE html><html lang="nl"><head><title>Proef</title></head><body><main><h1>Proef</h1>${inhoud}</main></body></html>`;

export const GEPLANT: readonly Geplant[] = [
  {
    naam: 'een concept op een openbare pagina',
    soort: /^lek geplant concept$/,
    plant: (app, w) => {
      const woord = merk(w, 'geplant concept', werkt(REGIO));
      app.get(PAD, c => c.html(PAGINA(`<p>${woord}</p>`)));
    },
  },
  {
    naam: 'een intern cijfer in een openbaar bestand',
    soort: /^lek geplant cijfer$/,
    plant: (app, w) => {
      const m = { naam: 'geplant cijfer', wie: zietCijfers(REGIO), sleutel: null, door: null };
      const getal = w.boek.getal(m);
      app.get(PAD, c => c.body(`plaats;waarde\nHaarlem;${getal}\n`, 200, { 'content-type': 'text/csv' }));
    },
  },
  {
    naam: 'een geheim in een kop van het antwoord',
    soort: /^lek geplant geheim$/,
    plant: (app, w) => {
      w.boek.geheim('geheim-van-iemand-anders', {
        naam: 'geplant geheim',
        wie: niemand,
        sleutel: null,
        door: null,
      });
      app.get(PAD, c => c.html(PAGINA('<p>niets</p>'), 200, { etag: '"geheim-van-iemand-anders"' }));
    },
  },
  {
    naam: 'een handeling die het recht niet vraagt',
    soort: /^schrijft hulpaanbod\.hulpaanbod$/,
    plant: (app, w) => {
      const vorm = `<form method="post" action="${PAD}"><input type="hidden" name="_csrf" value="x"><button>Doe</button></form>`;
      app.get(PAD, c => c.html(PAGINA(vorm)));
      app.post(PAD, async c => {
        await w.query('update hulpaanbod.hulpaanbod set volgorde = volgorde + 1');
        return c.redirect(PAD, 303);
      });
    },
  },
  {
    naam: 'een vraag die iets verandert',
    soort: /^schrijft zelfscan\.zelfscan$/,
    plant: (app, w) => {
      app.get(PAD, async c => {
        await w.query('update zelfscan.zelfscan set versie = versie + 1');
        return c.html(PAGINA('<p>niets</p>'));
      });
    },
  },
  {
    naam: 'een storing met haar binnenwerk',
    soort: /^(storing|binnenwerk)$/,
    plant: app => {
      const spoor = 'TypeError: x\n    at doe (file:///app/src/modules/x.ts:12:3)';
      app.get(PAD, c => c.html(PAGINA(`<pre>${spoor}</pre>`), 500));
    },
  },
  {
    naam: 'getypte opmaak die opmaak blijft',
    soort: /^script$/,
    // Every page has the box that leads here.
    pad: ZOEKPAD,
    plant: app => {
      app.get(ZOEKPAD, c => c.html(PAGINA(`<p>${c.req.query('q') ?? ''}</p>`)));
    },
  },
  {
    naam: 'een werkpagina die voor iedereen opengaat',
    soort: /^recht$/,
    pad: WERKPAD,
    plant: app => {
      app.get(WERKPAD, c => c.html(PAGINA('<p>niets</p>')));
    },
  },
  {
    naam: 'een link naar niets',
    soort: /^dode link$/,
    plant: app => {
      app.get(PAD, c => c.html(PAGINA('<a href="/regio/bestaat-niet/hulp">verder</a>')));
    },
  },
  {
    naam: 'een weigering zonder uitleg',
    soort: /^weigering$/,
    plant: app => {
      app.get(PAD, c => c.text('', 404));
    },
  },
];

/** The same headers as the application sends, so that only the planted fault differs. */
const metKoppen = (r: Response, van: Response): Response => {
  const uit = new Response(r.body, r);
  for (const naam of [
    'content-security-policy',
    'x-content-type-options',
    'x-frame-options',
    'referrer-policy',
  ]) {
    const waarde = van.headers.get(naam);
    if (waarde) uit.headers.set(naam, waarde);
  }
  return uit;
};

/** The application with the fault in it, linked from every page. */
export function metGebrek(w: Wereld, g: Geplant): App {
  const om = new Hono<Omgeving>();
  const pad = g.pad ?? PAD;
  om.use(async function voegLinkToe(c, next) {
    await next();
    const van = await w.app.request('http://localhost/hulp', { headers: { host: 'localhost' } });
    if (c.req.path === pad) c.res = metKoppen(c.res, van);
    else if (c.res.headers.get('content-type')?.startsWith('text/html')) {
      const html = (await c.res.text()).replace('</main>', `<a href="${pad}">geplant</a></main>`);
      c.res = new Response(html, { status: c.res.status, headers: c.res.headers });
    }
  });
  g.plant(om, w);
  om.all('*', c => w.app.fetch(c.req.raw));
  return om;
}

/** The application without one of the guards of a browser. */
export function zonderKop(w: Wereld, naam: string): App {
  const om = new Hono<Omgeving>();
  om.all('*', async c => {
    const r = await w.app.fetch(c.req.raw);
    const uit = new Response(r.body, r);
    uit.headers.delete(naam);
    return uit;
  });
  return om;
}
