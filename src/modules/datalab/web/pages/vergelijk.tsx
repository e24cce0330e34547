import { alsLezer, alsPubliek, type Ctx, toon } from '#platform/http/index.ts';
import type { Cijferbeeld } from '../../domain/cijferbeeld.ts';
import { bestaatOp, type Gemeente } from '../../domain/gemeente.ts';
import type { Grenzen } from '../../domain/grenzen.ts';
import { type Indicator, indicatorSlug, inTaal } from '../../domain/indicator.ts';
import type { Regio } from '../../domain/plaats.ts';
import { isHeelJaar, isOpenbaar, type Waarneming } from '../../domain/waarneming.ts';
import { leesBeeldstof } from '../../usecases/beeldstof.ts';
import { kiesIndicator } from '../../usecases/lees-cijfers.ts';
import { listUitPublicaties } from '../../usecases/uit-publicaties.ts';
import { stuurPdf } from '../papier.ts';
import { vergelijkDocument } from '../papier-vergelijk.ts';
import { teksten } from '../taal.ts';
import { splitsPagina, stuurBestand } from '../uitvoer.ts';
import { grenzenUit, onbekend } from '../vraag.ts';
import { adresVanCijfers } from './kruimelpad.ts';
import { kruimels } from './onderdelen.tsx';
import type { Uitpublicaties } from './uit-publicaties.tsx';
import { VergelijkInhoud } from './vergelijk-inhoud.tsx';
import { maakVergelijkgoed, type Vergelijkgoed, vergelijkUitvoer } from './vergelijk-rijen.ts';

/** What a comparison shows. */
export interface Vergelijkkeuze {
  regio: Regio;
  indicator: Indicator;
  beeld: Cijferbeeld | null;
  jaar: number | null;
  jaren: number[];
  /** Has the year figures that everybody may see? Then it is there on paper. */
  opPapier: boolean;
  grenzen: Grenzen;
  /** Municipalities that existed then (or today), by name. */
  gemeenten: Gemeente[];
  /** What releases print of it; not on paper. */
  uit: Uitpublicaties;
}

function jarenVan(beeld: Cijferbeeld | null, telt: (w: Waarneming) => boolean = () => true): number[] {
  const jaren = (beeld?.gemeenten ?? [])
    .flatMap(g => g.regels)
    .map(r => r.waarneming)
    .flatMap(w => (isHeelJaar(w) && w.periode.soort === 'jaar' && telt(w) ? [w.periode.jaar] : []));
  return [...new Set(jaren)].toSorted((a, b) => b - a);
}

type Gelezen = Omit<Vergelijkkeuze, 'regio' | 'grenzen'>;

/** What the address asks for: null for an indicator that is not there; on paper only what everybody may see. */
function lees(
  c: Ctx,
  regio: Regio,
  naam: string,
  grenzen: Grenzen,
  papier: boolean,
): Promise<Gelezen | null> {
  const gevraagd = c.req.query('jaar') ?? '';
  return (papier ? alsPubliek : alsLezer)(c, async tx => {
    const stof = await leesBeeldstof(tx, regio.id);
    const gezocht = kiesIndicator(stof.indicatoren, naam);
    if (!gezocht.ok) return null;
    const keuze = { indicator: gezocht.waarde.code, grenzen, dag: c.get('vandaag').toString() };
    const [alles = null] = stof.beelden(keuze);
    const jaren = jarenVan(alles);
    const jaar = gevraagd === '' ? (jaren[0] ?? null) : Number(gevraagd);
    const [beeld = null] = jaar === null ? [] : stof.beelden({ ...keuze, totEnMetJaar: jaar });
    const dag = grenzen === 'vandaag' || jaar === null ? keuze.dag : `${jaar}-01-01`;
    const gemeenten = stof.gemeenten.filter(g => g.regio === regio.id && bestaatOp(g, dag));
    const uit = papier
      ? { tabellen: [], meer: 0 }
      : await listUitPublicaties(tx, {
          regio: regio.id,
          indicator: gezocht.waarde.code,
          definities: stof.definities,
          taal: c.get('taal'),
        });
    const opPapier = jaar === null || jarenVan(alles, isOpenbaar).includes(jaar);
    return { indicator: gezocht.waarde, jaren, jaar, opPapier, beeld, gemeenten, uit };
  });
}

/** The municipalities of a region side by side, in alphabetical order: change, funnel and course; also on paper. */
export async function vergelijkPagina(c: Ctx, regio: Regio): Promise<Response> {
  const t = teksten(c);
  const { naam, vorm } = splitsPagina(c.req.param('indicator') ?? '');
  const grenzen = grenzenUit(c);
  if (!grenzen) return onbekend(c, t.onbekend.grenzen(c.req.query('grenzen') ?? ''), regio);
  const gelezen = await lees(c, regio, naam, grenzen, vorm === 'pdf');
  if (!gelezen) return onbekend(c, t.onbekend.indicator(naam), regio);
  const gevraagd = c.req.query('jaar') ?? '';
  // The address must name a year as the list does: '2019', not ' 2019' or '2.019e3'.
  if (gevraagd !== '' && !gelezen.jaren.some(j => String(j) === gevraagd))
    return onbekend(c, t.onbekend.jaar(gevraagd), regio);
  const keuze: Vergelijkkeuze = { regio, ...gelezen, grenzen };
  const goed = maakVergelijkgoed(keuze);
  if (vorm === 'pdf') {
    const bestand = `${indicatorSlug(keuze.indicator.code)}-${regio.id}-${keuze.jaar ?? ''}`;
    return stuurPdf(c, await vergelijkDocument(keuze, goed, c.get('taal'), c.get('vandaag')), bestand);
  }
  if (vorm) return stuurBestand(c, vergelijkUitvoer(keuze, goed), vorm);
  return toonVergelijking(c, keuze, goed);
}

function toonVergelijking(c: Ctx, keuze: Vergelijkkeuze, goed: Vergelijkgoed): Promise<Response> {
  const { regio, indicator } = keuze;
  const naam = inTaal(indicator.naam, c.get('taal'));
  const titel = teksten(c).vergelijk.titel(naam, regio.naam);
  const pad = kruimels(c, regio, adresVanCijfers(c, regio), { naam });
  return toon(
    c,
    { titel, thema: regio.id, tweetalig: true, kruimels: pad },
    <VergelijkInhoud c={c} titel={titel} keuze={keuze} goed={goed} />,
  );
}
