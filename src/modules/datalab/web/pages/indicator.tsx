import { alsLezer, type Ctx, toon } from '#platform/http/index.ts';
import type { Cijferbeeld, Plaatsbeeld } from '../../domain/cijferbeeld.ts';
import { type Gemeente, slugVan } from '../../domain/gemeente.ts';
import type { Grenzen } from '../../domain/grenzen.ts';
import { type Indicator, indicatorSlug, inTaal } from '../../domain/indicator.ts';
import type { Regio } from '../../domain/plaats.ts';
import { leesBeeldstof } from '../../usecases/beeldstof.ts';
import { kiesIndicator } from '../../usecases/lees-cijfers.ts';
import { teksten } from '../taal.ts';
import { splitsVorm, stuurBestand, waarnemingenUitvoer } from '../uitvoer.ts';
import { grenzenUit, onbekend } from '../vraag.ts';
import { IndicatorInhoud } from './indicator-inhoud.tsx';
import { adresVanCijfers } from './kruimelpad.ts';
import { kruimels } from './onderdelen.tsx';

/** What an indicator page shows. */
export interface Indicatorkeuze {
  regio: Regio;
  indicator: Indicator;
  beeld: Cijferbeeld | null;
  /** The place that the page is about; null when there is no figure at all. */
  plaats: Plaatsbeeld | null;
  /** Municipality that the address names. */
  gekozen: Gemeente | null;
  gemeenten: Gemeente[];
  grenzen: Grenzen;
}

function kiesPlaats(beeld: Cijferbeeld | null, gekozen: Gemeente | null): Plaatsbeeld | null {
  if (!beeld) return null;
  if (gekozen) return beeld.gemeenten.find(g => g.plaats.code === gekozen.code) ?? null;
  return beeld.regio ?? beeld.gemeenten[0] ?? beeld.breder.at(-1) ?? null;
}

async function leesKeuze(c: Ctx, regio: Regio, naam: string, grenzen: Grenzen) {
  return alsLezer(c, async tx => {
    const stof = await leesBeeldstof(tx, regio.id);
    const gezocht = kiesIndicator(stof.indicatoren, naam);
    if (!gezocht.ok) return null;
    const indicator = gezocht.waarde;
    const dag = c.get('vandaag').toString();
    const [beeld = null] = stof.beelden({ indicator: indicator.code, grenzen, dag });
    return { indicator, beeld, gemeenten: stof.gemeenten.filter(g => g.regio === regio.id) };
  });
}

/** One indicator: the number with its uncertainty, chart, table, definition, traps and other places. */
export async function indicatorPagina(c: Ctx, regio: Regio): Promise<Response> {
  const t = teksten(c);
  const { naam, vorm } = splitsVorm(c.req.param('indicator') ?? '');
  const grenzen = grenzenUit(c);
  if (!grenzen) return onbekend(c, t.onbekend.grenzen(c.req.query('grenzen') ?? ''), regio);
  const slug = c.req.query('gemeente') ?? '';
  const gelezen = await leesKeuze(c, regio, naam, grenzen);
  if (!gelezen) return onbekend(c, t.onbekend.indicator(naam), regio);
  const { beeld, gemeenten } = gelezen;
  const gekozen = slug === '' ? null : (gemeenten.find(g => g.slug === slugVan(slug)) ?? null);
  if (slug !== '' && !gekozen) return onbekend(c, t.onbekend.gemeente(slug), regio);
  if (vorm) {
    const kies = (p: Plaatsbeeld) => !gekozen || p.plaats.code === gekozen.code;
    // The name comes from the catalogue: a header takes no character that somebody typed in the address.
    const bestand = `${indicatorSlug(gelezen.indicator.code)}-${regio.id}`;
    return stuurBestand(c, waarnemingenUitvoer(bestand, beeld ? [beeld] : [], kies), vorm);
  }
  return toonIndicator(c, { regio, ...gelezen, plaats: kiesPlaats(beeld, gekozen), gekozen, grenzen });
}

function toonIndicator(c: Ctx, keuze: Indicatorkeuze): Promise<Response> {
  const { regio, indicator, plaats } = keuze;
  const naam = inTaal(indicator.naam, c.get('taal'));
  const titel = teksten(c).pagina.titel(naam, plaats?.plaats.naam ?? regio.naam);
  const pad = kruimels(c, regio, adresVanCijfers(c, regio), { naam });
  return toon(
    c,
    { titel, thema: regio.id, tweetalig: true, kruimels: pad },
    <IndicatorInhoud c={c} titel={titel} keuze={keuze} />,
  );
}
