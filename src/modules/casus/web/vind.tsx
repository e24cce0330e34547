import { DOELEN } from '#modules/toegang/index.ts';
import { type App, type Ctx, nietGevondenPagina } from '#platform/http/index.ts';
import { isCode } from '../domain/codes.ts';
import { leesVerdeling, leesWerkvoorraad, neemTerug, wijsToe } from '../usecases/verdeel.ts';
import { magNood, magRadar, opendeNood, zoekRadar } from '../usecases/vind.ts';
import { casusId } from './dossier.tsx';
import {
  type Diensten,
  doenVan,
  foutenVan,
  leeg,
  leesVelden,
  type Pagina,
  toonBlad,
  type Vormstaat,
  zonderRol,
} from './kader.tsx';
import { Toewijsblad, Voorraadblad } from './pages/verdelen.tsx';
import { Noodblad, Radarblad } from './pages/vind.tsx';
import { foutzin } from './teksten/fouten.ts';
import { noodteksten, radarteksten, verdeelteksten as t } from './teksten/lijst.ts';

const voorraad: Pagina = async (c, d) => {
  const gevraagd = c.req.query('stand') ?? '';
  const stand = gevraagd === 'open' || gevraagd === 'gesloten' ? gevraagd : '';
  const n = Number(c.req.query('blad') ?? '1');
  const blad = Number.isInteger(n) && n > 0 && n < 100_000 ? n : 1;
  const v = await leesWerkvoorraad(doenVan(c, d), stand || null, blad);
  if (!v) return zonderRol(c, d, 'werkvoorraad');
  return toonBlad(c, { titel: t.titel, kop: t.kop }, <Voorraadblad voorraad={v} stand={stand} blad={blad} />);
};

const NA: Readonly<Record<string, string>> = { gegeven: t.gedaan, beeindigd: t.beeindigd };

async function toewijsPagina(c: Ctx, d: Diensten, staat: Vormstaat): Promise<Response> {
  const uit = await leesVerdeling(doenVan(c, d), casusId(c));
  if (!uit.ok) return nietGevondenPagina(c);
  return toonBlad(
    c,
    {
      titel: t.dossierTitel,
      kop: t.dossierKop(uit.waarde.regel.nummer),
      pad: [{ naam: t.titel, href: '/casus/verdelen' }],
      fout: staat.fouten.length > 0,
    },
    <Toewijsblad
      b={uit.waarde}
      csrf={c.get('csrf')}
      staat={staat}
      gedaan={NA[c.req.query('na') ?? ''] ?? null}
    />,
  );
}

const wijs: Pagina = async (c, d) => {
  const v = await leesVelden(c);
  const doel = v['doel'] ?? '';
  const staat = { formulier: 'toewijzen', waarden: v, fouten: [] };
  // Judged after the right: a page that is not his says nothing of the form.
  if (!isCode(DOELEN, doel)) {
    const fouten = foutenVan('toewijzen', { code: 'ongeldig', velden: { doel: 'leeg' } });
    return toewijsPagina(c, d, { ...staat, fouten });
  }
  const uit = await wijsToe(doenVan(c, d), casusId(c), {
    collega: v['collega'] ?? '',
    doel,
    grond: v['grond'] ?? '',
  });
  if (uit.ok) return c.redirect(`/casus/verdelen/${casusId(c)}?na=gegeven`, 303);
  if (uit.weigering.code === 'niet_gevonden') return nietGevondenPagina(c);
  return toewijsPagina(c, d, { ...staat, fouten: foutenVan('toewijzen', uit.weigering) });
};

const terug: Pagina = async (c, d) => {
  const v = await leesVelden(c);
  const uit = await neemTerug(doenVan(c, d), casusId(c), v['relatie'] ?? '');
  if (!uit.ok && uit.weigering.code === 'niet_gevonden') return nietGevondenPagina(c);
  return c.redirect(`/casus/verdelen/${casusId(c)}?na=beeindigd`, 303);
};

function radarPagina(
  c: Ctx,
  staat: Vormstaat,
  regels: Parameters<typeof Radarblad>[0]['regels'],
  teVaak = false,
): Promise<Response> {
  const fout = staat.fouten.length > 0;
  return toonBlad(
    c,
    { titel: radarteksten.titel, kop: radarteksten.kop, fout, ...(teVaak ? { status: 429 as const } : {}) },
    <Radarblad csrf={c.get('csrf')} staat={staat} regels={regels} />,
  );
}

const radar: Pagina = async (c, d) => {
  const v = await leesVelden(c);
  const wie = {
    voornaam: v['voornaam'] ?? '',
    achternaam: v['achternaam'] ?? '',
    geboren: v['geboren'] ?? '',
  };
  const uit = await zoekRadar(doenVan(c, d), wie);
  const staat = { formulier: 'radar', waarden: v, fouten: [] };
  if (uit.ok) return radarPagina(c, staat, uit.waarde);
  if (uit.weigering.code === 'niet_gevonden') return nietGevondenPagina(c);
  const fouten = foutenVan('radar', uit.weigering);
  return radarPagina(c, { ...staat, fouten }, null, uit.weigering.code === 'te_vaak');
};

function noodPagina(c: Ctx, staat: Vormstaat, teVaak = false): Promise<Response> {
  const fout = staat.fouten.length > 0;
  return toonBlad(
    c,
    { titel: noodteksten.titel, kop: noodteksten.kop, fout, ...(teVaak ? { status: 429 as const } : {}) },
    <Noodblad csrf={c.get('csrf')} staat={staat} />,
  );
}

const nood: Pagina = async (c, d) => {
  const doen = doenVan(c, d);
  if (!magNood(doen)) return zonderRol(c, d, 'noodtoegang');
  const v = await leesVelden(c);
  const w = (naam: string) => v[naam] ?? '';
  const uit = await opendeNood(doen, d, {
    wijze: w('wijze'),
    nummer: w('nummer'),
    voornaam: w('voornaam'),
    achternaam: w('achternaam'),
    geboren: w('geboren'),
    reden: w('reden'),
  });
  if (uit.ok) return c.redirect(`/casus/${uit.waarde.id}`, 303);
  const { code } = uit.weigering;
  const fouten =
    code === 'niet_gevonden'
      ? [{ tekst: noodteksten.nietGevonden }]
      : foutenVan('nood', uit.weigering).map(f => ({ ...f, tekst: f.tekst || foutzin('', 'anders') }));
  return noodPagina(c, { formulier: 'nood', waarden: v, fouten }, code === 'te_vaak');
};

/** Giving out work, the radar and break-glass. */
export function registreerVind(app: App, d: Diensten): void {
  app.get('/casus/verdelen', c => voorraad(c, d));
  app.get('/casus/verdelen/:id', c => toewijsPagina(c, d, leeg('toewijzen')));
  app.post('/casus/verdelen/:id', c => wijs(c, d));
  app.post('/casus/verdelen/:id/terug', c => terug(c, d));
  app.get('/casus/radar', async c =>
    (await magRadar(doenVan(c, d))) ? radarPagina(c, leeg('radar'), null) : zonderRol(c, d, 'radar'),
  );
  app.post('/casus/radar', c => radar(c, d));
  app.get('/casus/noodtoegang', c =>
    magNood(doenVan(c, d)) ? noodPagina(c, leeg('nood')) : zonderRol(c, d, 'noodtoegang'),
  );
  app.post('/casus/noodtoegang', c => nood(c, d));
}
