import { alsLezer, type Ctx, toon } from '#platform/http/index.ts';
import type { Cijferbeeld } from '../../domain/cijferbeeld.ts';
import { bestaatOp, type Gemeente } from '../../domain/gemeente.ts';
import type { Grenzen } from '../../domain/grenzen.ts';
import { type Indicator, inTaal } from '../../domain/indicator.ts';
import type { Regio } from '../../domain/plaats.ts';
import { isHeelJaar } from '../../domain/waarneming.ts';
import { leesBeeldstof } from '../../usecases/beeldstof.ts';
import { kiesIndicator } from '../../usecases/lees-cijfers.ts';
import { teksten } from '../taal.ts';
import { splitsVorm, stuurBestand } from '../uitvoer.ts';
import { grenzenUit, onbekend } from '../vraag.ts';
import { adresVanCijfers } from './kruimelpad.ts';
import { kruimels } from './onderdelen.tsx';
import { VergelijkInhoud } from './vergelijk-inhoud.tsx';
import { vergelijkRijen, vergelijkUitvoer } from './vergelijk-rijen.ts';

/** What a comparison shows. */
export interface Vergelijkkeuze {
  regio: Regio;
  indicator: Indicator;
  beeld: Cijferbeeld | null;
  jaar: number | null;
  jaren: number[];
  grenzen: Grenzen;
  /** Municipalities that existed then (or today), by name. */
  gemeenten: Gemeente[];
}

function jarenVan(beeld: Cijferbeeld | null): number[] {
  const jaren = (beeld?.gemeenten ?? [])
    .flatMap(g => g.regels)
    .flatMap(r =>
      isHeelJaar(r.waarneming) && r.waarneming.periode.soort === 'jaar' ? [r.waarneming.periode.jaar] : [],
    );
  return [...new Set(jaren)].toSorted((a, b) => b - a);
}

/** The municipalities of a region side by side, in alphabetical order, with a map shaded by verdict. */
export async function vergelijkPagina(c: Ctx, regio: Regio): Promise<Response> {
  const t = teksten(c);
  const { naam, vorm } = splitsVorm(c.req.param('indicator') ?? '');
  const grenzen = grenzenUit(c);
  if (!grenzen) return onbekend(c, t.onbekend.grenzen(c.req.query('grenzen') ?? ''), regio);
  const gevraagd = c.req.query('jaar') ?? '';
  const uitkomst = await alsLezer(c, async tx => {
    const stof = await leesBeeldstof(tx, regio.id);
    const gezocht = kiesIndicator(stof.indicatoren, naam);
    if (!gezocht.ok) return null;
    const keuze = { indicator: gezocht.waarde.code, grenzen, dag: c.get('vandaag').toString() };
    const [alles = null] = stof.beelden(keuze);
    const jaren = jarenVan(alles);
    const jaar = gevraagd === '' ? (jaren[0] ?? null) : Number(gevraagd);
    const [beeld = null] = jaar === null ? [] : stof.beelden({ ...keuze, totEnMetJaar: jaar });
    const gemeenten = stof.gemeenten.filter(g => g.regio === regio.id);
    return { indicator: gezocht.waarde, jaren, jaar, beeld, gemeenten };
  });
  if (!uitkomst) return onbekend(c, t.onbekend.indicator(naam), regio);
  const { indicator, jaren, jaar } = uitkomst;
  if (gevraagd !== '' && !jaren.includes(Number(gevraagd)))
    return onbekend(c, t.onbekend.jaar(gevraagd), regio);
  const dag = grenzen === 'vandaag' || jaar === null ? c.get('vandaag').toString() : `${jaar}-01-01`;
  const gemeenten = uitkomst.gemeenten.filter(g => bestaatOp(g, dag));
  const keuze: Vergelijkkeuze = { regio, ...uitkomst, grenzen, gemeenten };
  if (vorm) return stuurBestand(c, vergelijkUitvoer(keuze, vergelijkRijen(keuze)), vorm);
  const titel = t.vergelijk.titel(inTaal(indicator.naam, c.get('taal')), regio.naam);
  return toon(
    c,
    {
      titel,
      thema: regio.id,
      tweetalig: true,
      kruimels: kruimels(c, regio, adresVanCijfers(c, regio), {
        naam: inTaal(indicator.naam, c.get('taal')),
      }),
    },
    <VergelijkInhoud c={c} titel={titel} keuze={keuze} rijen={vergelijkRijen(keuze)} />,
  );
}
