import { alsLezer, type Ctx, toon } from '#platform/http/index.ts';
import type { Cijferbeeld, Plaatsbeeld } from '../../domain/cijferbeeld.ts';
import type { Gebeurtenis } from '../../domain/gebeurtenis.ts';
import { type Gemeente, slugVan } from '../../domain/gemeente.ts';
import type { Grenzen } from '../../domain/grenzen.ts';
import { type Indicator, indicatorSlug, inTaal } from '../../domain/indicator.ts';
import { leesBekendOp } from '../../domain/meting.ts';
import type { Regio } from '../../domain/plaats.ts';
import { leesBeeldstof, leesBeeldstofOp } from '../../usecases/beeldstof.ts';
import { listGebeurtenissen } from '../../usecases/gebeurtenissen.ts';
import { kiesIndicator, listOnbekenden, type Onbekende } from '../../usecases/lees-cijfers.ts';
import { listUitPublicaties } from '../../usecases/uit-publicaties.ts';
import { metingteksten } from '../meting-woorden.ts';
import { teksten } from '../taal.ts';
import { splitsVorm, stuurBestand, waarnemingenUitvoer } from '../uitvoer.ts';
import { grenzenUit, onbekend } from '../vraag.ts';
import { IndicatorInhoud } from './indicator-inhoud.tsx';
import { adresVanCijfers } from './kruimelpad.ts';
import { kruimels } from './onderdelen.tsx';
import type { Uitpublicaties } from './uit-publicaties.tsx';

/** What an indicator page shows. */
export interface Indicatorkeuze {
  regio: Regio;
  indicator: Indicator;
  /** Every version of its definition. */
  definities: readonly Indicator[];
  /** The whole catalogue, to name the parts of a formula. */
  alleDefinities: readonly Indicator[];
  beeld: Cijferbeeld | null;
  /** The place that the page is about; null when there is no figure at all. */
  plaats: Plaatsbeeld | null;
  /** Municipality that the address names. */
  gekozen: Gemeente | null;
  /** What the sources call unknown or secret. */
  onbekenden: readonly Onbekende[];
  gemeenten: Gemeente[];
  grenzen: Grenzen;
  /** As it was known at the end of this day; null: now. */
  op: Temporal.PlainDate | null;
  /** Targets and forecasts of the same figure. */
  doelen: readonly Cijferbeeld[];
  gebeurtenissen: readonly Gebeurtenis[];
  /** What releases print of it. */
  uit: Uitpublicaties;
}

/** Indicators that say what is aimed at or foreseen bear the code of the figure with one of these behind it. */
const DOELEN = ['streefwaarde', 'prognose'] as const;

function kiesPlaats(beeld: Cijferbeeld | null, gekozen: Gemeente | null): Plaatsbeeld | null {
  if (!beeld) return null;
  if (gekozen) return beeld.gemeenten.find(g => g.plaats.code === gekozen.code) ?? null;
  return beeld.regio ?? beeld.gemeenten[0] ?? beeld.breder.at(-1) ?? null;
}

async function leesKeuze(
  c: Ctx,
  v: { regio: Regio; naam: string; slug: string; grenzen: Grenzen; op: Temporal.PlainDate | null },
) {
  const { regio, naam, slug, grenzen, op } = v;
  return alsLezer(c, async tx => {
    const stof = op ? await leesBeeldstofOp(tx, regio.id, op) : await leesBeeldstof(tx, regio.id);
    const gezocht = kiesIndicator(stof.indicatoren, naam);
    if (!gezocht.ok) return null;
    const indicator = gezocht.waarde;
    const dag = c.get('vandaag').toString();
    const [beeld = null] = stof.beelden({ indicator: indicator.code, grenzen, dag });
    const alleDefinities = stof.definities;
    const onbekenden = op ? [] : await listOnbekenden(tx, regio.id, indicator.code);
    const gemeenten = stof.gemeenten.filter(g => g.regio === regio.id);
    const definities = alleDefinities.filter(d => d.code === indicator.code);
    const doelcodes = DOELEN.map(d => `${indicator.code}_${d}`);
    return {
      indicator,
      onbekenden,
      definities,
      alleDefinities,
      beeld,
      gemeenten,
      doelen: doelcodes.flatMap(code => stof.beelden({ indicator: code, grenzen, dag })),
      gebeurtenissen: await listGebeurtenissen(tx, regio.id, [indicator]),
      uit: await listUitPublicaties(tx, {
        regio: regio.id,
        indicator: indicator.code,
        plaats: gemeenten.find(g => g.slug === slug) ?? null,
        op,
        definities: alleDefinities,
        taal: c.get('taal'),
      }),
    };
  });
}

/** One indicator: the number with its uncertainty, chart, table, definition, traps and other places. */
export async function indicatorPagina(c: Ctx, regio: Regio): Promise<Response> {
  const t = teksten(c);
  const { naam, vorm } = splitsVorm(c.req.param('indicator') ?? '');
  const grenzen = grenzenUit(c);
  if (!grenzen) return onbekend(c, t.onbekend.grenzen(c.req.query('grenzen') ?? ''), regio);
  const gevraagd = c.req.query('op') ?? '';
  const dag = gevraagd === '' ? null : leesBekendOp(gevraagd, c.get('vandaag'));
  if (dag && !dag.ok) return onbekend(c, metingteksten(c.get('taal')).opFout(gevraagd), regio);
  const op = dag?.waarde ?? null;
  const slug = c.req.query('gemeente') ?? '';
  const gelezen = await leesKeuze(c, { regio, naam, slug: slugVan(slug), grenzen, op });
  if (!gelezen) return onbekend(c, t.onbekend.indicator(naam), regio);
  const { beeld, gemeenten } = gelezen;
  const gekozen = slug === '' ? null : (gemeenten.find(g => g.slug === slugVan(slug)) ?? null);
  if (slug !== '' && !gekozen) return onbekend(c, t.onbekend.gemeente(slug), regio);
  if (vorm) {
    const kies = (p: Plaatsbeeld) => !gekozen || p.plaats.code === gekozen.code;
    // The name comes from the catalogue: a header takes no character that somebody typed in the address.
    const bestand = [indicatorSlug(gelezen.indicator.code), regio.id, op?.toString()]
      .filter(Boolean)
      .join('-');
    return stuurBestand(c, waarnemingenUitvoer(bestand, beeld ? [beeld] : [], kies), vorm);
  }
  return toonIndicator(c, { regio, ...gelezen, plaats: kiesPlaats(beeld, gekozen), gekozen, grenzen, op });
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
