import { formatDagKort } from '#kern/datum/index.ts';
import { gelukt, type Result, type Weigering } from '#kern/resultaat/index.ts';
import { type App, type Ctx, nietGevondenPagina } from '#platform/http/index.ts';
import type { Conceptformulier } from '../domain/concept.ts';
import { legMelderVast, legVerklaringVast } from '../usecases/bijzonder.ts';
import { bewaarConcept, gooiConceptWeg } from '../usecases/concept.ts';
import { type Doen, metDossier } from '../usecases/doen.ts';
import { type Casusblad, leesCasus, NOTITIES_PER_BLAD } from '../usecases/lees.ts';
import { schrijfNotitie } from '../usecases/notitie.ts';
import { legPolitieVast } from '../usecases/politie.ts';
import { verzetFase, zetCasus } from '../usecases/verloop.ts';
import {
  type Diensten,
  doenVan,
  foutenVan,
  leesVelden,
  merkenVan,
  type Pagina,
  toonBlad,
  type Vormstaat,
} from './kader.tsx';
import { toonNaam } from './opmaak.tsx';
import { Dossierpagina } from './pages/dossier.tsx';
import { woord } from './teksten/codes.ts';
import { gezinteksten, dossierteksten as t, verloopteksten } from './teksten/dossier.ts';
import { foutzin } from './teksten/fouten.ts';

export const casusId = (c: Ctx): string => c.req.param('id') ?? '';

const bladVan = (c: Ctx): number => {
  const n = Number(c.req.query('blad') ?? '1');
  return Number.isInteger(n) && n > 0 && n < 100_000 ? n : 1;
};

/** What the reader may use the file for: the purposes of his relations with it, or break-glass. */
function doelVan({ toegang }: Casusblad): string {
  const doelen = (toegang?.doelen ?? []).map(d => woord('doel', d));
  return doelen.length > 0 && !toegang?.noodtoegang ? doelen.join(', ') : t.afdrukNood;
}

/** The page of one file, as it is or with a form that came back. */
export async function dossierPagina(
  c: Ctx,
  d: Diensten,
  staat: Vormstaat | null = null,
  status: 409 | 413 | 422 = 422,
): Promise<Response> {
  const doen = doenVan(c, d);
  const blad = bladVan(c);
  const uit = await leesCasus(doen, casusId(c), 'inzien', { vanaf: (blad - 1) * NOTITIES_PER_BLAD });
  if (!uit.ok) return nietGevondenPagina(c);
  const { personen } = uit.waarde;
  const kennisgevingen = await d.kennisgevingpaneel(c, casusId(c), id => {
    const wie = personen.find(p => p.id === id);
    return wie ? toonNaam(wie) : gezinteksten.naamOnbekend;
  });
  const gedaan = c.req.method === 'GET' ? (t.gedaan[c.req.query('na') ?? ''] ?? null) : null;
  return toonBlad(
    c,
    {
      titel: t.titel,
      kop: t.kop(uit.waarde.casus.nummer),
      afdrukdoel: doelVan(uit.waarde),
      ...(staat && staat.fouten.length > 0 ? { fout: true, status } : {}),
    },
    <Dossierpagina
      b={uit.waarde}
      kennisgevingen={kennisgevingen}
      csrf={c.get('csrf')}
      gebieden={d.gebieden}
      staat={staat}
      gedaan={gedaan}
      blad={blad}
      vandaag={formatDagKort(doen.vandaag)}
      lezer={c.get('gebruiker')?.id ?? ''}
      merken={await merkenVan(c, d, uit.waarde.casus.id)}
    />,
  );
}

type Velden = Readonly<Record<string, string>>;
type Werk = (d: Doen, casus: string, v: Velden) => Promise<Result<unknown, Weigering>>;

/** The page again with what was typed and what is wrong; 404 for what is not there for this reader. */
export function naWeigering(
  c: Ctx,
  d: Diensten,
  formulier: string,
  waarden: Velden,
  w: Weigering,
): Response | Promise<Response> {
  if (w.code === 'niet_gevonden') return nietGevondenPagina(c);
  return dossierPagina(
    c,
    d,
    { formulier, waarden, fouten: foutenVan(formulier, w) },
    w.code === 'conflict' ? 409 : 422,
  );
}

/** Is this file the actor's? Asking for another's is logged as refused. */
const isHier = async (d: Doen, id: string): Promise<boolean> =>
  (await metDossier(d, id, { handeling: 'wijzigen', soort: 'concept' }, async () => gelukt(null))).ok;

/**
 * A form of a file that can be kept as a draft: by its own button, and by itself when it is refused. Works without
 * script: each button is a plain submit.
 */
function metConcept(formulier: Conceptformulier, na: string, werk: Werk): Pagina {
  return async (c, d) => {
    const doen = doenVan(c, d);
    const id = casusId(c);
    const waarden = await leesVelden(c);
    const terug = (code: string) => c.redirect(`/casus/${id}?na=${code}`, 303);
    const omConcept = waarden['_doe'] === 'weg' || waarden['_doe'] === 'concept';
    // A draft belongs to a file that is the actor's; of any other the form is not there.
    if (omConcept && !(await isHier(doen, id))) return nietGevondenPagina(c);
    if (waarden['_doe'] === 'weg') {
      await gooiConceptWeg(doen, id, formulier);
      return terug('weg');
    }
    if (waarden['_doe'] === 'concept') {
      return terug((await bewaarConcept(doen, id, formulier, waarden)) ? 'concept' : 'leeg');
    }
    const uit = await werk(doen, id, waarden);
    if (uit.ok) return terug(na);
    if (uit.weigering.code !== 'niet_gevonden') await bewaarConcept(doen, id, formulier, waarden);
    return naWeigering(c, d, formulier, waarden, uit.weigering);
  };
}

const tekst = (v: Velden, naam: string): string => v[naam] ?? '';

const notitie: Werk = (d, casus, v) =>
  schrijfNotitie(d, casus, {
    soort: tekst(v, 'soort'),
    over_dag: tekst(v, 'over_dag'),
    inhoud: tekst(v, 'inhoud'),
  });
const verklaring: Werk = (d, casus, v) =>
  legVerklaringVast(d, casus, {
    partij: tekst(v, 'partij'),
    over_dag: tekst(v, 'over_dag'),
    inhoud: tekst(v, 'inhoud'),
  });
const politie: Werk = (d, casus, v) =>
  legPolitieVast(d, casus, {
    grond: tekst(v, 'grond'),
    over_dag: tekst(v, 'over_dag'),
    ontvangen_op: tekst(v, 'ontvangen_op'),
    ontvangen_van: tekst(v, 'ontvangen_van'),
    voorwaarde: tekst(v, 'voorwaarde'),
    inhoud: tekst(v, 'inhoud'),
  });

const melder: Pagina = async (c, d) => {
  const v = await leesVelden(c);
  const uit = await legMelderVast(doenVan(c, d), casusId(c), {
    anonimiteit: tekst(v, 'anonimiteit'),
    meldergrond: tekst(v, 'meldergrond'),
    melder_naam: tekst(v, 'melder_naam'),
    melder_bereikbaar: tekst(v, 'melder_bereikbaar'),
  });
  return uit.ok
    ? c.redirect(`/casus/${casusId(c)}?na=melder`, 303)
    : naWeigering(c, d, 'melder', v, uit.weigering);
};

const versieVan = (v: Velden): number => {
  const n = Number(tekst(v, 'versie'));
  return Number.isSafeInteger(n) ? n : 0;
};

const stand: Pagina = async (c, d) => {
  const v = await leesVelden(c);
  const handeling = v['handeling'] === 'heropen' ? 'heropen' : 'sluit';
  const kop = () => (handeling === 'sluit' ? verloopteksten.besluitSluit : verloopteksten.besluitHeropen);
  const uit = await zetCasus(doenVan(c, d), casusId(c), handeling, {
    versie: versieVan(v),
    reden: tekst(v, 'reden'),
    kop,
  });
  if (!uit.ok) return naWeigering(c, d, 'stand', v, metZin(uit.weigering));
  // Closing ends the closer's own access too: the file is not his to be sent back to.
  return c.redirect(handeling === 'sluit' ? '/casus?na=gesloten' : `/casus/${casusId(c)}?na=heropend`, 303);
};

/** The table of transitions says its required field in a sentence of its own; here it is a field like any other. */
const metZin = (w: Weigering): Weigering =>
  w.code === 'ongeldig' ? { ...w, velden: { reden: foutzin('reden', 'leeg') } } : w;

const fase: Pagina = async (c, d) => {
  const v = await leesVelden(c);
  const naar = tekst(v, 'fase');
  const kop = (van: string) => verloopteksten.besluitFase(woord('fase', van), woord('fase', naar));
  const uit = await verzetFase(doenVan(c, d), casusId(c), naar, {
    versie: versieVan(v),
    reden: tekst(v, 'reden'),
    kop,
  });
  return uit.ok
    ? c.redirect(`/casus/${casusId(c)}?na=fase`, 303)
    : naWeigering(c, d, 'fase', v, uit.weigering);
};

/** The page of a file and the forms on it. */
export function registreerDossier(app: App, d: Diensten): void {
  app.get('/casus/:id', c => dossierPagina(c, d));
  const vorm = (pad: string, pagina: Pagina) => app.post(`/casus/:id/${pad}`, c => pagina(c, d));
  vorm('notities', metConcept('notitie', 'notitie', notitie));
  vorm('verklaringen', metConcept('verklaring', 'verklaring', verklaring));
  vorm('politie', metConcept('politie', 'politie', politie));
  vorm('melder', melder);
  vorm('stand', stand);
  vorm('fase', fase);
}
