import { formatDagKort } from '#kern/datum/index.ts';
import { type App, type Ctx, nietGevondenPagina } from '#platform/http/index.ts';
import type { Notitie } from '../domain/casus.ts';
import { type Deelbaar, deel } from '../usecases/deel.ts';
import { leesNotitie, wijzigNotitie } from '../usecases/notitie.ts';
import { casusId, naWeigering } from './dossier.tsx';
import {
  type Diensten,
  doenVan,
  foutenVan,
  leeg,
  leesVelden,
  type Pagina,
  toonBlad,
  type Vormstaat,
} from './kader.tsx';
import { toonDag } from './opmaak.tsx';
import { Notitiepagina } from './pages/notities.tsx';
import { dossierteksten, notitieteksten as t } from './teksten/dossier.ts';

const notitieId = (c: Ctx): string => c.req.param('notitie') ?? '';

interface Teruggekomen {
  staat?: Vormstaat;
  deelstaat?: Vormstaat;
  hun?: Notitie | null;
  status?: 409 | 422;
}

async function notitiePagina(c: Ctx, d: Diensten, terug: Teruggekomen = {}): Promise<Response> {
  const casus = casusId(c);
  const uit = await leesNotitie(doenVan(c, d), casus, notitieId(c));
  if (!uit.ok) return nietGevondenPagina(c);
  const n = uit.waarde.notitie;
  const waarden = {
    soort: n.soort,
    over_dag: formatDagKort(Temporal.PlainDate.from(n.overDag)),
    inhoud: n.inhoud ?? '',
  };
  const door = (id: string) => uit.waarde.namen.get(id) || t.iemand;
  const fout = terug.status === 422;
  return toonBlad(
    c,
    {
      titel: t.titel,
      kop: t.van(toonDag(n.overDag)),
      pad: [{ naam: dossierteksten.titel, href: `/casus/${casus}` }],
      fout,
      ...(terug.status ? { status: terug.status } : {}),
    },
    <Notitiepagina
      casus={casus}
      b={uit.waarde}
      csrf={c.get('csrf')}
      staat={terug.staat ?? { ...leeg('notitie'), waarden }}
      deelstaat={terug.deelstaat ?? leeg('deel')}
      hun={terug.hun ?? null}
      door={door}
    />,
  );
}

const wijzig: Pagina = async (c, d) => {
  const v = await leesVelden(c);
  const versie = Number(v['versie'] ?? '');
  const velden = { soort: v['soort'] ?? '', over_dag: v['over_dag'] ?? '', inhoud: v['inhoud'] ?? '' };
  const uit = await wijzigNotitie(
    doenVan(c, d),
    casusId(c),
    notitieId(c),
    Number.isSafeInteger(versie) ? versie : 0,
    velden,
  );
  if (uit.ok) return c.redirect(`/casus/${casusId(c)}?na=gewijzigd#notities`, 303);
  const w = uit.weigering;
  if (w.code === 'niet_gevonden') return nietGevondenPagina(c);
  const staat = { formulier: 'notitie', waarden: velden, fouten: [] };
  if (w.code === 'conflict') {
    return notitiePagina(c, d, { staat, hun: ('nu' in w ? w.nu : null) ?? null, status: 409 });
  }
  return notitiePagina(c, d, { staat: { ...staat, fouten: foutenVan('notitie', w) }, status: 422 });
};

/** Shares a note or document on a ground, or takes that back. */
function delen(soort: Deelbaar, id: (c: Ctx) => string): Pagina {
  return async (c, d) => {
    const v = await leesVelden(c);
    const grond = v['_doe'] === 'stop' ? null : (v['grond'] ?? '');
    const uit = await deel(doenVan(c, d), casusId(c), { soort, id: id(c) }, grond);
    if (uit.ok)
      return c.redirect(`/casus/${casusId(c)}?na=${grond === null ? 'ingetrokken' : 'gedeeld'}`, 303);
    if (soort === 'document') return naWeigering(c, d, `deel-${id(c)}`, v, uit.weigering);
    if (uit.weigering.code === 'niet_gevonden') return nietGevondenPagina(c);
    const deelstaat = { formulier: 'deel', waarden: v, fouten: foutenVan('deel', uit.weigering) };
    return notitiePagina(c, d, { deelstaat, status: 422 });
  };
}

/** One note, and sharing of notes and documents. */
export function registreerNotitie(app: App, d: Diensten): void {
  app.get('/casus/:id/notities/:notitie', c => notitiePagina(c, d));
  app.post('/casus/:id/notities/:notitie', c => wijzig(c, d));
  app.post('/casus/:id/notities/:notitie/deel', c => delen('notitie', notitieId)(c, d));
  app.post('/casus/:id/documenten/:document/deel', c =>
    delen('document', x => x.req.param('document') ?? '')(c, d),
  );
}
