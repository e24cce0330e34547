import { randomUUID } from 'node:crypto';
import type { Result, Weigering } from '#kern/resultaat/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import { HUISHOUDROLLEN, type Huishoudrol } from '../domain/huishouden.ts';
import { readGezinsblad } from '../usecases/blad.ts';
import { beoordeelNamen } from '../usecases/gewist.ts';
import { findHouder } from '../usecases/houder.ts';
import {
  heropenHuishouden,
  legHuishoudenAan,
  sluitHuishouden,
  sluitHuishoudlidmaatschap,
  voegHuishoudlidToe,
} from '../usecases/huishouden.ts';
import { leesDag } from './dag.ts';
import {
  besloten,
  type Diensten,
  foutenVan,
  gezinpad,
  isId,
  LEEG,
  leesVelden,
  metId,
  type Velden,
  weiger,
} from './kader.tsx';
import { gezinPagina } from './pages/gezin.tsx';
import { algemeen } from './teksten.ts';

const VELDEN = ['doe', 'gemeente', 'van', 'huishouden', 'persoon', 'rol', 'lid', 'tot', 'gewist'];

const isRol = (w: string): w is Huishoudrol => (HUISHOUDROLLEN as readonly string[]).includes(w);

type Uit = Result<unknown, Weigering>;
const mis = (velden: Record<string, string>): Uit => ({ ok: false, weigering: { code: 'ongeldig', velden } });

async function nieuwHuishouden(c: Ctx, d: Diensten, dossier: string, v: Velden): Promise<Uit> {
  const van = leesDag(v['van'], c.get('vandaag'));
  if ('fout' in van) return mis({ van: van.fout });
  const gemeente = v['gemeente'] || null;
  const bekend = d.gebieden.some(g => g.gemeenten.some(x => x.code === gemeente));
  if (gemeente !== null && !bekend) return mis({ gemeente: algemeen.kies });
  return alsLezer(c, async tx => {
    const houder = await findHouder(tx, dossier);
    if (!houder) return { ok: false, weigering: { code: 'niet_gevonden' } };
    return legHuishoudenAan(tx, { id: randomUUID(), dossier, ...houder, gemeente, van: van.dag });
  });
}

async function nieuwLid(c: Ctx, v: Velden): Promise<Uit> {
  const van = leesDag(v['van'], c.get('vandaag'));
  const [persoon = '', rol = '', huishouden = ''] = [v['persoon'], v['rol'], v['huishouden']];
  const velden = {
    ...('fout' in van ? { van: van.fout } : {}),
    ...(isId(persoon) ? {} : { persoon: algemeen.kies }),
    ...(isRol(rol) ? {} : { rol: algemeen.kies }),
  };
  if ('fout' in van || !isRol(rol) || !isId(persoon)) return mis(velden);
  return alsLezer(c, tx =>
    voegHuishoudlidToe(tx, { id: randomUUID(), huishouden, persoon, rol, van: van.dag }),
  );
}

async function sluitLid(c: Ctx, v: Velden): Promise<Uit> {
  const tot = leesDag(v['tot'], c.get('vandaag'));
  return 'fout' in tot
    ? mis({ tot: tot.fout })
    : alsLezer(c, tx => sluitHuishoudlidmaatschap(tx, v['lid'] ?? '', tot.dag));
}

async function sluit(c: Ctx, v: Velden): Promise<Uit> {
  const tot = leesDag(v['tot'], c.get('vandaag'));
  return 'fout' in tot
    ? mis({ tot: tot.fout })
    : alsLezer(c, tx => sluitHuishouden(tx, v['huishouden'] ?? '', tot.dag));
}

/** The forms of this page, each with the field that says which household or member it is about. */
const DADEN: Readonly<
  Record<
    string,
    { bij?: 'huishouden' | 'lid'; doe(c: Ctx, d: Diensten, dossier: string, v: Velden): Promise<Uit> }
  >
> = {
  huishouden: { doe: nieuwHuishouden },
  lid: { bij: 'huishouden', doe: (c, _d, _dossier, v) => nieuwLid(c, v) },
  sluit: { bij: 'lid', doe: (c, _d, _dossier, v) => sluitLid(c, v) },
  dicht: { bij: 'huishouden', doe: (c, _d, _dossier, v) => sluit(c, v) },
  heropen: {
    bij: 'huishouden',
    doe: (c, _d, _dossier, v) => alsLezer(c, tx => heropenHuishouden(tx, v['huishouden'] ?? '')),
  },
  gewist: {
    doe: async (c, _d, dossier, v) => {
      const gewist = v['gewist'] ?? '';
      return isId(gewist)
        ? alsLezer(c, tx => beoordeelNamen(tx, dossier, gewist))
        : { ok: false, weigering: { code: 'niet_gevonden' } };
    },
  },
};

async function verwerk(c: Ctx, d: Diensten): Promise<Response> {
  const v = await leesVelden(c, VELDEN);
  const dossier = c.req.param('id') ?? '';
  const b = isId(dossier) ? await alsLezer(c, tx => readGezinsblad(tx, d.kluis, dossier)) : null;
  if (!b?.schrijft) return weiger(c, 'dossier', dossier);
  const doe = v['doe'] ?? '';
  const daad = Object.hasOwn(DADEN, doe) ? DADEN[doe] : undefined;
  const bij = daad?.bij ? (v[daad.bij] ?? '') : '';
  // Only what stands on this page: a household or member of another file is not there.
  const hoortHier = b.huishoudens.some(h => h.id === bij || h.leden.some(l => l.id === bij));
  if (!daad || (daad.bij && !hoortHier)) return weiger(c, 'huishouden', bij);
  const uit = await daad.doe(c, d, dossier, v);
  if (uit.ok) return c.redirect(`${gezinpad(dossier)}?gedaan`, 303);
  if (uit.weigering.code === 'niet_gevonden') return weiger(c, 'huishouden', bij);
  return gezinPagina(c, d, b, { waarden: v, fouten: foutenVan(uit.weigering), doe, bij });
}

/** The family of a file: its people and households. */
export function registreerGezin(app: App, d: Diensten): void {
  app.get('/gezin/dossiers/:id', besloten, c =>
    metId(
      c,
      'dossier',
      (tx, id) => readGezinsblad(tx, d.kluis, id),
      b => gezinPagina(c, d, b, LEEG),
    ),
  );
  app.post('/gezin/dossiers/:id', besloten, c => verwerk(c, d));
}
