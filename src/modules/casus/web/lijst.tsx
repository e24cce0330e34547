import { type App, type Ctx, nietGevondenPagina } from '#platform/http/index.ts';
import { FASEN, isCode, TAKEN } from '../domain/codes.ts';
import { alleenVelden } from '../domain/concept.ts';
import { legAan, listAanlegplaatsen } from '../usecases/aanleg.ts';
import { bewaarConcept, gooiConceptWeg, leesConcept, listEigenConcepten } from '../usecases/concept.ts';
import type { Doen } from '../usecases/doen.ts';
import { leesLijst, zoekEigen } from '../usecases/lijst.ts';
import { magNood, magRadar } from '../usecases/vind.ts';
import {
  type Diensten,
  doenVan,
  foutenVan,
  leeg,
  leesVelden,
  type Pagina,
  toonBlad,
  type Vormstaat,
  veldnaam,
  zonderRol,
} from './kader.tsx';
import { toonMoment } from './opmaak.tsx';
import { Aanlegblad } from './pages/aanleg.tsx';
import { type Keuze, Lijstblad, Zoekblad } from './pages/lijst.tsx';
import { dossierteksten } from './teksten/dossier.ts';
import { foutzin } from './teksten/fouten.ts';
import { aanlegteksten, conceptteksten, lijstteksten as t } from './teksten/lijst.ts';

function leesKeuze(c: Ctx): Keuze {
  const q = (naam: string) => c.req.query(naam) ?? '';
  const stand = q('stand');
  const blad = Number(q('blad'));
  return {
    stand: stand === 'open' || stand === 'gesloten' ? stand : '',
    fase: isCode(FASEN, q('fase')) ? q('fase') : '',
    taak: isCode(TAKEN, q('taak')) ? q('taak') : '',
    blad: Number.isInteger(blad) && blad > 0 && blad < 100_000 ? blad : 1,
  };
}

const NA: Readonly<Record<string, string>> = {
  gesloten: dossierteksten.geslotenGedaan,
  beeindigd: dossierteksten.gedaan['beeindigd'] ?? '',
};

const wegenVan = async (doen: Doen) => ({
  aanleggen: (await listAanlegplaatsen(doen)).length > 0,
  verdelen: doen.lidmaatschappen.some(l => l.rol === 'teamleider'),
  radar: await magRadar(doen),
  nood: magNood(doen),
});
/** Who has no part in casework has no list and no search either: the page is not there for him. */
const heeftDeel = (wegen: Awaited<ReturnType<typeof wegenVan>>): boolean =>
  Object.values(wegen).some(Boolean);

const toonLijst: Pagina = async (c, d) => {
  const doen = doenVan(c, d);
  const wegen = await wegenVan(doen);
  if (!heeftDeel(wegen)) return zonderRol(c, d, 'casus');
  const keuze = leesKeuze(c);
  const lijst = await leesLijst(
    doen,
    {
      stand: keuze.stand || null,
      fase: isCode(FASEN, keuze.fase) ? keuze.fase : null,
      taak: isCode(TAKEN, keuze.taak) ? keuze.taak : null,
    },
    keuze.blad,
  );
  const concepten = await listEigenConcepten(doen);
  return toonBlad(
    c,
    { titel: t.titel, kop: t.kop },
    <Lijstblad
      csrf={c.get('csrf')}
      lijst={lijst}
      keuze={keuze}
      wegen={wegen}
      concepten={concepten}
      gedaan={NA[c.req.query('na') ?? ''] ?? null}
    />,
  );
};

const zoek: Pagina = async (c, d) => {
  if (!heeftDeel(await wegenVan(doenVan(c, d)))) return zonderRol(c, d, 'casus');
  const waarden = await leesVelden(c);
  const v = (naam: string) => waarden[naam] ?? '';
  const uit = await zoekEigen(doenVan(c, d), {
    nummer: v('nummer'),
    voornaam: v('voornaam'),
    achternaam: v('achternaam'),
    geboren: v('geboren'),
  });
  const gebrek = uit.ok ? null : uit.gebrek;
  const fouten =
    gebrek === null
      ? []
      : [
          {
            veld: veldnaam('zoek', gebrek === 'geboren' ? 'geboren' : 'nummer'),
            tekst: foutzin('', gebrek === 'leeg' ? 'zoek_leeg' : gebrek),
          },
        ];
  const staat = { formulier: 'zoek', waarden, fouten };
  return toonBlad(
    c,
    { titel: t.zoekTitel, kop: uit.ok ? t.gevondenKop : t.zoekTitel, fout: !uit.ok },
    <Zoekblad csrf={c.get('csrf')} lijst={uit.ok ? uit.lijst : null} staat={staat} fouten={fouten} />,
  );
};

async function aanlegPagina(
  c: Ctx,
  d: Diensten,
  staat: Vormstaat,
  meer: { bewaardOp?: string | null; melding?: string | null } = {},
): Promise<Response> {
  const plaatsen = await listAanlegplaatsen(doenVan(c, d));
  if (plaatsen.length === 0) return zonderRol(c, d, 'casus');
  return toonBlad(
    c,
    { titel: aanlegteksten.titel, kop: aanlegteksten.kop, fout: staat.fouten.length > 0 },
    <Aanlegblad
      csrf={c.get('csrf')}
      staat={staat}
      plaatsen={plaatsen}
      gebieden={d.gebieden}
      bewaardOp={meer.bewaardOp ?? null}
      melding={meer.melding ?? null}
    />,
  );
}

const toonNieuw: Pagina = async (c, d) => {
  const concept = await leesConcept(doenVan(c, d), null, 'casus');
  const na = c.req.query('na');
  return aanlegPagina(
    c,
    d,
    { ...leeg('casus'), waarden: concept?.velden ?? {} },
    {
      bewaardOp: concept && na !== 'concept' ? toonMoment(concept.bewaardOp) : null,
      melding: na === 'concept' ? conceptteksten.bewaard : na === 'weg' ? conceptteksten.weg : null,
    },
  );
};

const doeNieuw: Pagina = async (c, d) => {
  const doen = doenVan(c, d);
  const waarden = await leesVelden(c);
  if ((await listAanlegplaatsen(doen)).length === 0) return zonderRol(c, d, 'casus');
  if (waarden['_doe'] === 'weg') {
    await gooiConceptWeg(doen, null, 'casus');
    return c.redirect('/casus/nieuw?na=weg', 303);
  }
  if (waarden['_doe'] === 'concept') {
    const bewaard = await bewaarConcept(doen, null, 'casus', waarden);
    if (bewaard) return c.redirect('/casus/nieuw?na=concept', 303);
    return aanlegPagina(c, d, leeg('casus'), { melding: conceptteksten.leeg });
  }
  const uit = await legAan(doen, waarden);
  if (uit.ok) return c.redirect(`/casus/${uit.waarde.id}?na=aangelegd`, 303);
  if (uit.weigering.code === 'niet_gevonden') return nietGevondenPagina(c);
  // Refused: what was typed is kept, so that leaving the page loses nothing.
  await bewaarConcept(doen, null, 'casus', waarden);
  const fouten = foutenVan('casus', uit.weigering);
  return aanlegPagina(c, d, { formulier: 'casus', waarden: alleenVelden('casus', waarden), fouten });
};

/** List, search and laying down. */
export function registreerLijst(app: App, d: Diensten): void {
  app.get('/casus', c => toonLijst(c, d));
  app.post('/casus/zoek', c => zoek(c, d));
  app.get('/casus/nieuw', c => toonNieuw(c, d));
  app.post('/casus/nieuw', c => doeNieuw(c, d));
}
