import type { Result, Weigering } from '#kern/resultaat/index.ts';
import { listPersonenVanDossier, volleNaam } from '#modules/gezin/index.ts';
import { lidmaatschappen } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
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
import { beslis, type Gevolg, stelBesluitVoor } from '../usecases/besluit.ts';
import { toetsBrief } from '../usecases/brief.ts';
import type { Privacydiensten } from '../usecases/diensten.ts';
import {
  koppelDossier,
  koppelPersoon,
  koppelVertegenwoordiger,
  neemLeeftijdOver,
  stelGezagVast,
  trekIn,
} from '../usecases/koppelen.ts';
import { handelMerkAf, readMerk, staSchrijvenToe } from '../usecases/merk.ts';
import { functie, readVerzoek, stelIdentiteitVast, type Verzoek, verleng } from '../usecases/verzoek.ts';
import { alsAangemeld, alsFouten, isId, leesVorm, nietHier, pagina } from './kader.tsx';
import { Verzoekinhoud } from './pages/verzoek.tsx';
import type { Verzoekstof } from './pages/verzoekstof.ts';
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
  al_op_lijst: t.alOpLijst,
  merk: t.merk,
  dossier: t.dossierGedaan,
  leeftijd: t.leeftijdGedaan,
  vertegenwoordiger: t.vertegenwoordigerGedaan,
  ingetrokken: t.ingetrokken,
  af: t.merkAf,
  uitzondering: t.uitzonderingGedaan,
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
        const oordelen = v.stand === 'besloten' ? await toetsBrief(tx, d.kluis, v) : null;
        return { v, mensen, oordelen, merk: await readMerk(tx, v.id) };
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

const NA: Record<Gevolg, string> = {
  terug: 'terug',
  besloten: 'besloten',
  merk: 'merk',
  lijst: 'lijst',
  al_op_lijst: 'al_op_lijst',
  persoon: 'persoon',
};

async function doeBesluit(c: Ctx, d: Privacydiensten, id: string): Promise<Response> {
  const akkoord = (await leesVorm(c)).een('akkoord') === 'ja';
  const wie = c.get('gebruiker')?.id ?? '';
  const r = await alsLezer(c, tx => beslis(tx, id, { akkoord, wie, vandaag: c.get('vandaag') }));
  return klaar(c, d, r, r.ok ? NA[r.waarde] : '');
}

async function werkMerkBij(c: Ctx, d: Privacydiensten, id: string): Promise<Response> {
  const { een } = await leesVorm(c);
  if (een('doe') === 'uitzondering') {
    const r = await alsLezer(c, tx => staSchrijvenToe(tx, id, een('uitzondering')));
    return klaar(c, d, r, 'uitzondering');
  }
  return klaar(c, d, await alsLezer(c, tx => handelMerkAf(tx, id, een('ingelicht') === 'ja')), 'af');
}

type Doe = (c: Ctx, id: string) => Promise<Response>;

/** An act on one request, for whoever has a role in casework. */
const registreerDaad = (app: App, pad: string, werk: Doe) =>
  app.post(`/privacy/verzoeken/:id/${pad}`, c =>
    alsAangemeld(c, async () => {
      const id = c.req.param('id') ?? '';
      return isId(id) ? werk(c, id) : nietHier(c, 'verzoek', id);
    }),
  );

/** Acts that say one thing: who asks, about whom, in which file, and that it is over. */
function registreerBehandeling(app: App, d: Privacydiensten): void {
  type Werk = (tx: Transactie, id: string, waarde: string) => Promise<Result<unknown, Weigering>>;
  const metVeld = (pad: string, veld: string, na: string, werk: Werk) =>
    registreerDaad(app, pad, async (c, id) => {
      const waarde = (await leesVorm(c)).een(veld);
      return klaar(c, d, await alsLezer(c, tx => werk(tx, id, waarde)), na);
    });
  metVeld('identiteit', 'identiteit', 'identiteit', stelIdentiteitVast);
  metVeld('dossier', 'nummer', 'dossier', (tx, id, w) => koppelDossier(tx, d.kluis, id, w));
  metVeld('persoon', 'persoon', 'vastgelegd', (tx, id, w) => koppelPersoon(tx, d.kluis, id, w));
  metVeld('vertegenwoordiger', 'vertegenwoordiger', 'vertegenwoordiger', (tx, id, w) =>
    koppelVertegenwoordiger(tx, d.kluis, id, w),
  );
  metVeld('gezag', 'gezag', 'gezag', stelGezagVast);
  metVeld('leeftijd', '', 'leeftijd', neemLeeftijdOver);
  metVeld('intrekken', '', 'ingetrokken', trekIn);
}

/** One request and the acts on it. Who may do what is decided by row security and by the rules, not by the page. */
export function registreerVerzoek(app: App, d: Privacydiensten): void {
  const doe = (pad: string, werk: Doe) => registreerDaad(app, pad, werk);
  app.get('/privacy/verzoeken/:id', c => alsAangemeld(c, () => toonVerzoek(c, d, c.req.param('id'))));
  registreerBehandeling(app, d);
  doe('verleng', async (c, id) => {
    const { een } = await leesVorm(c);
    return klaar(c, d, await alsLezer(c, tx => verleng(tx, id, een('reden'), c.get('vandaag'))), 'verlengd');
  });
  doe('voorstel', async (c, id) => {
    const p = await leesVoorstel(c);
    return klaar(c, d, await alsLezer(c, tx => stelBesluitVoor(tx, d.kluis, id, p)), 'voorgesteld', p);
  });
  doe('besluit', (c, id) => doeBesluit(c, d, id));
  doe('merk', (c, id) => werkMerkBij(c, d, id));
}
