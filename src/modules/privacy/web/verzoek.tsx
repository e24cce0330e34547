import type { Result, Weigering } from '#kern/resultaat/index.ts';
import { listPersonenVanDossier, volleNaam } from '#modules/gezin/index.ts';
import { lidmaatschappen } from '#modules/toegang/index.ts';
import { metActor, type Transactie } from '#platform/db/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import type { VeldFout } from '#platform/ui/index.ts';
import type { Voorstel } from '../domain/besluit.ts';
import { OMVANGEN } from '../domain/omvang.ts';
import {
  BELANGEN_ANDER,
  BELANGEN_KIND,
  BESLUITEN,
  WEIGERGRONDEN,
  type Weigergrond,
} from '../domain/verzoek.ts';
import { toetsBrief } from '../usecases/brief.ts';
import { type Privacydiensten, VERNIETIGER } from '../usecases/diensten.ts';
import {
  beslis,
  functie,
  koppelPersoon,
  readVerzoek,
  stelBesluitVoor,
  stelIdentiteitVast,
  type Verzoek,
  verleng,
  zetOpLijst,
} from '../usecases/verzoek.ts';
import { alsAangemeld, alsFouten, isId, leesVorm, nietHier, pagina } from './kader.tsx';
import { Verzoekinhoud, type Verzoekstof } from './pages/verzoek.tsx';
import { verzoekteksten as t } from './teksten-verzoek.ts';

/** Names in the file, for who stands in it; null for a privacy officer who does not. */
async function namen(tx: Transactie, d: Privacydiensten, v: Verzoek): Promise<Verzoekstof['mensen']> {
  if (!v.dossier) return null;
  const mensen = await listPersonenVanDossier(tx, d.kluis, v.dossier);
  return mensen.length === 0 ? null : mensen.map(p => ({ id: p.id, naam: volleNaam(p.gegevens) }));
}

const GELUKT: Record<string, string> = {
  vastgelegd: t.persoonGedaan,
  verlengd: t.verlengd,
  voorgesteld: t.voorgesteld,
  besloten: t.besloten,
  lijst: t.opLijst,
  persoon: t.persoonOpLijst,
};

/** The page of one request; also where its forms come back with errors. */
export async function toonVerzoek(
  c: Ctx,
  d: Privacydiensten,
  id: string,
  fouten: VeldFout[] = [],
  ingevuld?: Voorstel,
): Promise<Response> {
  const stof = isId(id)
    ? await alsLezer(c, async tx => {
        const v = await readVerzoek(tx, d.kluis, id);
        if (!v) return null;
        const mensen = await namen(tx, d, v);
        const oordeel = v.stand === 'besloten' && mensen ? await toetsBrief(tx, d.kluis, v) : null;
        return { v, mensen, oordeel };
      })
    : null;
  if (!stof) return nietHier(c, 'verzoek', id);
  const gelukt = GELUKT[c.req.query('na') ?? ''];
  const heel: Verzoekstof = {
    ...stof,
    ik: c.get('gebruiker')?.id ?? '',
    functionaris: functie(lidmaatschappen(c)) !== null,
    csrf: c.get('csrf'),
    fouten,
    ingevuld: ingevuld ?? null,
  };
  const wijze = { titel: t.een(t.soorten[stof.v.soort]), fouten, ...(gelukt ? { gelukt } : {}) };
  return pagina(c, wijze, <Verzoekinhoud {...heel} />);
}

const kies = <T extends string>(lijst: readonly T[], waarde: string): T | null =>
  lijst.find(x => x === waarde) ?? null;

async function leesVoorstel(c: Ctx): Promise<Voorstel> {
  const { een, alle } = await leesVorm(c);
  return {
    besluit: kies(BESLUITEN, een('besluit')),
    gronden: alle('gronden').filter((g): g is Weigergrond => g in WEIGERGRONDEN),
    motivering: een('motivering').slice(0, 10_000),
    belangAnder: kies(BELANGEN_ANDER, een('belang_ander')),
    belangKind: kies(BELANGEN_KIND, een('belang_kind')),
    omvang: kies(OMVANGEN, een('omvang')),
  };
}

/** After an act: back to the page, or the page with what was refused. */
async function klaar<T>(
  c: Ctx,
  d: Privacydiensten,
  r: Result<T, Weigering>,
  na: string,
  ingevuld?: Voorstel,
): Promise<Response> {
  const id = c.req.param('id') ?? '';
  if (r.ok) return c.redirect(`/privacy/verzoeken/${id}?na=${na}`, 303);
  if (r.weigering.code === 'niet_gevonden') return nietHier(c, 'verzoek', id);
  return toonVerzoek(c, d, id, alsFouten(r.weigering), ingevuld);
}

async function doeBesluit(c: Ctx, d: Privacydiensten): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const akkoord = (await leesVorm(c)).een('akkoord') === 'ja';
  const wie = c.get('gebruiker')?.id ?? '';
  const r = await alsLezer(c, tx => beslis(tx, id, akkoord, wie));
  if (!r.ok || !akkoord) return klaar(c, d, r, 'vastgelegd');
  const lijst = await metActor(c.get('diensten').db, VERNIETIGER, c.get('vandaag'), tx =>
    zetOpLijst(tx, r.waarde, c.get('vandaag')),
  );
  const na = r.waarde.omvang === 'persoon' ? 'persoon' : 'lijst';
  return klaar(c, d, r, lijst ? na : 'besloten');
}

/** One request and the acts on it. Who may do what is decided by row security and by the rules, not by the page. */
export function registreerVerzoek(app: App, d: Privacydiensten): void {
  type Doe = (c: Ctx, id: string) => Promise<Response>;
  const doe = (pad: string, werk: Doe) =>
    app.post(`/privacy/verzoeken/:id/${pad}`, c =>
      alsAangemeld(c, async () => {
        const id = c.req.param('id') ?? '';
        return isId(id) ? werk(c, id) : nietHier(c, 'verzoek', id);
      }),
    );
  app.get('/privacy/verzoeken/:id', c => alsAangemeld(c, () => toonVerzoek(c, d, c.req.param('id'))));
  doe('identiteit', async (c, id) => {
    const { een } = await leesVorm(c);
    return klaar(c, d, await alsLezer(c, tx => stelIdentiteitVast(tx, id, een('identiteit'))), 'identiteit');
  });
  doe('persoon', async (c, id) => {
    const { een } = await leesVorm(c);
    return klaar(c, d, await alsLezer(c, tx => koppelPersoon(tx, d.kluis, id, een('persoon'))), 'vastgelegd');
  });
  doe('verleng', async (c, id) => {
    const { een } = await leesVorm(c);
    return klaar(c, d, await alsLezer(c, tx => verleng(tx, id, een('reden'), c.get('vandaag'))), 'verlengd');
  });
  doe('voorstel', async (c, id) => {
    const p = await leesVoorstel(c);
    return klaar(c, d, await alsLezer(c, tx => stelBesluitVoor(tx, d.kluis, id, p)), 'voorgesteld', p);
  });
  doe('besluit', c => doeBesluit(c, d));
}
