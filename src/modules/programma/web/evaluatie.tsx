import type { Weigering } from '#kern/resultaat/index.ts';
import { listReeksen, type Opdrachtstand, type Reeksaanbod } from '#modules/datalab/index.ts';
import { lidmaatschappen } from '#modules/toegang/index.ts';
import { type App, alsLezer, nietGevondenPagina } from '#platform/http/index.ts';
import type { VeldFout } from '#platform/ui/index.ts';
import { EVALUATIETABEL, type Evaluatiehandeling, toetsVraagtekst } from '../domain/evaluatie.ts';
import { type Onderdeel, vind } from '../domain/programma.ts';
import { type Evaluatieinhoud, evaluatierollen, listEvaluaties } from '../usecases/evaluatie.ts';
import {
  beproefEvaluatie,
  doeEvaluatie,
  type Evaluatieopdracht,
  legEvaluatieVast,
} from '../usecases/evalueer.ts';
import {
  foutenUit,
  foutTekst,
  leesEvaluatie,
  naarOpdracht,
  VELDEN,
  waardenUit,
  waardenVan,
} from './forms/evaluatie.ts';
import { velden } from './forms/handeling.tsx';
import { type Blad, doenVan, metBlad } from './kader.tsx';
import { evaluatiePagina } from './pages/evaluatie.tsx';
import { evaluatiecheckPagina, evaluatieformPagina, type Formstaat } from './pages/evaluatieform.tsx';
import { evaluatiepad } from './pages/evaluaties.tsx';
import type { Pagina } from './routes.tsx';
import { evaluatieformTeksten } from './teksten/evaluatieform.ts';

/** One evaluation, as published and as working version. */
export const EVALUATIEPAGINAS: readonly { pad: string; pagina: Pagina }[] = [
  { pad: '/programma/acties/:code/evaluaties/:nummer{[0-9]+}', pagina: b => evaluatiePagina(b) },
];

interface Formplek {
  readonly actie: Onderdeel;
  readonly reeksen: readonly Reeksaanbod[];
}

/** The action and the series that may be asked about; null when this is not for this reader. */
async function plekVan(b: Blad): Promise<Formplek | null> {
  const actie = vind(b.p, 'actie', b.c.req.param('code') ?? '');
  if (!actie || evaluatierollen(lidmaatschappen(b.c), b.regio).length === 0) return null;
  return { actie, reeksen: await alsLezer(b.c, tx => listReeksen(tx, b.regio)) };
}

const nummerUit = (tekst: string | undefined): number | null =>
  tekst !== undefined && /^\d{1,6}$/.test(tekst) ? Number(tekst) : null;

/** The form, empty or filled with what the version before it asked. */
async function toonForm(b: Blad): Promise<Response> {
  const plek = await plekVan(b);
  if (!plek) return nietGevondenPagina(b.c);
  const nummer = nummerUit(b.c.req.query('vorige'));
  const evaluaties = await alsLezer(b.c, tx => listEvaluaties(tx, plek.actie.id));
  const vorige = evaluaties.find(e => e.nummer === nummer);
  const waarden = vorige ? waardenVan(vorige.inhoud) : waardenUit({ vertraging: '0', seizoen: 'geen' });
  return evaluatieformPagina(b, { ...plek, waarden, fouten: [], vorige: vorige?.nummer ?? null });
}

function weiger(b: Blad, s: Formstaat, w: Weigering): Response | Promise<Response> {
  if (w.code === 'niet_gevonden') return nietGevondenPagina(b.c);
  return evaluatieformPagina(b, { ...s, fouten: foutenUit('velden' in w ? (w.velden ?? {}) : {}) });
}

/** The answers as they would be laid down, for the page to check them on. */
function inhoudVan(w: Evaluatieopdracht, stand: Opdrachtstand): Evaluatieinhoud {
  const { vraag, waarom, controleWaarom, verwachting, opdracht } = w;
  const { reeks, controle } = stand;
  return { vraag, waarom, controleWaarom, verwachting, opdracht, reeks, controle };
}

/** A sent form: back with what is wrong, to the page to check on, or laid down. */
async function neemForm(b: Blad): Promise<Response> {
  const plek = await plekVan(b);
  if (!plek) return nietGevondenPagina(b.c);
  const verstuurd = await velden(b.c);
  const waarden = waardenUit(verstuurd);
  const s: Formstaat = { ...plek, waarden, fouten: [], vorige: nummerUit(verstuurd.vorige) };
  if (verstuurd.stap === 'wijzig') return evaluatieformPagina(b, s);
  const gelezen = leesEvaluatie(waarden, plek.reeksen);
  if ('fouten' in gelezen) {
    // Everything that is wrong at once, in the order of the form.
    const mis = { ...gelezen.fouten, ...toetsVraagtekst(waarden, waarden.controle !== '') };
    const fouten = VELDEN.flatMap(veld => (mis[veld] ? foutenUit({ [veld]: mis[veld] }) : []));
    return evaluatieformPagina(b, { ...s, fouten });
  }
  const w = naarOpdracht(waarden, gelezen, { regio: b.regio, actie: plek.actie.code, vorige: s.vorige });
  if (verstuurd.stap !== 'vastleggen') {
    const stand = await beproefEvaluatie(doenVan(b.c), w);
    return stand.ok
      ? evaluatiecheckPagina(b, s, inhoudVan(w, stand.waarde), stand.waarde)
      : weiger(b, s, stand.weigering);
  }
  const uit = await legEvaluatieVast(doenVan(b.c), w);
  if (!uit.ok) return weiger(b, s, uit.weigering);
  return b.c.redirect(b.naar(`${evaluatiepad(plek.actie.code, uit.waarde)}?gedaan=vastgelegd`), 303);
}

const isHandeling = (tekst: string): tekst is Evaluatiehandeling =>
  Object.values(EVALUATIETABEL).some(rij => typeof rij !== 'string' && Object.hasOwn(rij, tekst));

function daadfouten(w: Weigering): VeldFout[] {
  const t = evaluatieformTeksten.nl.fouten;
  if (w.code !== 'ongeldig') return [{ veld: 'handeling', tekst: t.overgang }];
  return Object.entries('velden' in w ? (w.velden as Record<string, string>) : {}).map(([veld, code]) => ({
    veld,
    tekst: veld === 'reden' && code !== 'onbruikbaar_teken' ? t.reden : foutTekst(veld, code),
  }));
}

/** An act on an evaluation: compute, settle or withdraw. */
async function neemDaad(b: Blad): Promise<Response> {
  const w = await velden(b.c);
  const handeling = w.handeling ?? '';
  const mag = evaluatierollen(lidmaatschappen(b.c), b.regio).length > 0;
  if (!mag || !isHandeling(handeling)) return nietGevondenPagina(b.c);
  const uit = await doeEvaluatie(doenVan(b.c), {
    regio: b.regio,
    actie: b.c.req.param('code') ?? '',
    nummer: Number(b.c.req.param('nummer')),
    handeling,
    reden: w.reden ?? '',
  });
  if (uit.ok) return b.c.redirect(`${b.c.req.path}?gedaan=${handeling}`, 303);
  if (uit.weigering.code === 'niet_gevonden') return nietGevondenPagina(b.c);
  return evaluatiePagina(b, { fouten: daadfouten(uit.weigering), reden: w.reden ?? '' });
}

/** Laying down a question, and what is done with it after. */
export function registreerEvaluatie(app: App): void {
  const voor = '/programma/:regio/programma/acties/:code/evaluaties';
  app.get(`${voor}/nieuw`, c => metBlad(c, 'werk', toonForm));
  app.post(`${voor}/nieuw`, c => metBlad(c, 'werk', neemForm));
  app.post(`${voor}/:nummer{[0-9]+}`, c => metBlad(c, 'werk', neemDaad));
}
