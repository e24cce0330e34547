import { formatDagKort } from '#kern/datum/index.ts';
import { type App, type Ctx, nietGevondenPagina } from '#platform/http/index.ts';
import { leesPolitiegegeven, verstrekVerder } from '../usecases/politie.ts';
import { casusId } from './dossier.tsx';
import {
  type Diensten,
  doenVan,
  foutenVan,
  leesVelden,
  type Pagina,
  toonBlad,
  type Vormstaat,
} from './kader.tsx';
import { toonDag } from './opmaak.tsx';
import { Politiegegevenpagina } from './pages/politie.tsx';
import { woord } from './teksten/codes.ts';
import { dossierteksten, verstrekteksten as t } from './teksten/dossier.ts';

const FORMULIER = 'verstrek';
const gegevenId = (c: Ctx): string => c.req.param('gegeven') ?? '';

async function gegevenPagina(c: Ctx, d: Diensten, terug: Vormstaat | null = null): Promise<Response> {
  const doen = doenVan(c, d);
  const uit = await leesPolitiegegeven(doen, casusId(c), gegevenId(c));
  if (!uit.ok) return nietGevondenPagina(c);
  const { gegeven, casus } = uit.waarde;
  const waarden = { tekst: gegeven.inhoud ?? '', verstrekt_op: formatDagKort(doen.vandaag) };
  const gedaan = c.req.query('na') === 'verstrekt' && c.req.method === 'GET';
  return toonBlad(
    c,
    {
      titel: t.titel,
      kop: t.kop(toonDag(gegeven.overDag)),
      pad: [{ naam: dossierteksten.titel, href: `/casus/${casus.id}` }],
      afdrukdoel: woord('doel', 'politie'),
      ...(terug ? { fout: true } : {}),
    },
    <Politiegegevenpagina
      b={uit.waarde}
      csrf={c.get('csrf')}
      staat={terug ?? { formulier: FORMULIER, waarden, fouten: [] }}
      gedaan={gedaan ? (dossierteksten.gedaan['verstrekt'] ?? null) : null}
    />,
  );
}

const verstrek: Pagina = async (c, d) => {
  const v = await leesVelden(c);
  const tekst = (naam: string) => v[naam] ?? '';
  const uit = await verstrekVerder(doenVan(c, d), casusId(c), gegevenId(c), {
    grond: tekst('grond'),
    ontvanger: tekst('ontvanger'),
    organisatie: tekst('organisatie'),
    functie: tekst('functie'),
    waarvoor: tekst('waarvoor'),
    toelichting: tekst('toelichting'),
    overlegd_op: tekst('overlegd_op'),
    verstrekt_op: tekst('verstrekt_op'),
    tekst: tekst('tekst'),
  });
  if (uit.ok) return c.redirect(`/casus/${casusId(c)}/politie/${gegevenId(c)}?na=verstrekt`, 303);
  if (uit.weigering.code === 'niet_gevonden') return nietGevondenPagina(c);
  return gegevenPagina(c, d, {
    formulier: FORMULIER,
    waarden: v,
    fouten: foutenVan(FORMULIER, uit.weigering),
  });
};

/** One record of the police, and giving it on. */
export function registreerPolitie(app: App, d: Diensten): void {
  app.get('/casus/:id/politie/:gegeven', c => gegevenPagina(c, d));
  app.post('/casus/:id/politie/:gegeven/verstrek', c => verstrek(c, d));
}
