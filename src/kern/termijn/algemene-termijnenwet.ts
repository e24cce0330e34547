import type { Dagoordeel, Werkdagweigering } from '../datum/index.ts';
import { gelukt, geweigerd, type Result } from '../resultaat/index.ts';
import { type AfgerondeOpschorting, isOpgeschort } from './opschorting.ts';
import type { Termijnregel } from './regel.ts';
import type { Stap } from './stap.ts';
import type { Beoordeel, Telling } from './telling.ts';

/** The longest terms, per unit, that the Algemene termijnenwet extends (article 4 a); hours and years never. */
const GRENS: Readonly<Record<Termijnregel['eenheid'], number>> = {
  uur: 0,
  dag: 90,
  werkdag: 90,
  week: 12,
  maand: 3,
  jaar: 0,
};

/**
 * Article 4 a Algemene termijnenwet: not for terms "omschreven in uren, in meer dan 90 dagen, in meer dan twaalf
 * weken, in meer dan drie maanden, of in een of meer jaren".
 */
export function isUitgezonderd(regel: Pick<Termijnregel, 'eenheid' | 'lengte'>): boolean {
  return regel.lengte > GRENS[regel.eenheid];
}

/** Article 2 is for terms of at least three days. */
function isMinstensDrieDagen(regel: Pick<Termijnregel, 'eenheid' | 'lengte'>): boolean {
  return (regel.eenheid !== 'dag' && regel.eenheid !== 'werkdag') || regel.lengte >= 3;
}

type Uitkomst = Result<Telling, Werkdagweigering>;

/**
 * Extends a counted term as the Algemene termijnenwet orders: article 1, and article 2 on the term as article 1
 * leaves it. Refuses with `jaar_onbekend` where the holidays are not known.
 */
export function verlengVolgensTermijnenwet(
  regel: Termijnregel,
  telling: Telling,
  opschortingen: readonly AfgerondeOpschorting[],
  beoordeel: Beoordeel,
): Uitkomst {
  const naArtikel1 = pasArtikel1Toe(telling, beoordeel);
  if (!naArtikel1.ok || !isMinstensDrieDagen(regel)) return naArtikel1;
  return pasArtikel2Toe(naArtikel1.waarde, opschortingen, beoordeel);
}

/**
 * Article 1(1): a term that ends on a Saturday, Sunday or public holiday runs through the first day that is none
 * of these.
 */
function pasArtikel1Toe(telling: Telling, beoordeel: Beoordeel): Uitkomst {
  const gezocht = zoekWerkdag(telling.laatsteDag, beoordeel);
  if (!gezocht.ok) return gezocht;
  const reden = gezocht.waarde[0]?.vrijOm ?? null;
  return gelukt(
    verleng(telling, gezocht.waarde, (van, naar) =>
      reden === null ? [] : [{ code: 'verlengd_artikel_1', van, naar, reden }],
    ),
  );
}

/**
 * Article 2: a term of at least three days is extended until it holds two days that are not a Saturday, Sunday or
 * public holiday. Looks back from the end, which is such a day itself, and stops at the second one.
 */
function pasArtikel2Toe(
  telling: Telling,
  opschortingen: readonly AfgerondeOpschorting[],
  beoordeel: Beoordeel,
): Uitkomst {
  const { eersteDag, laatsteDag } = telling;
  const gezien: Dagoordeel[] = [];
  let werkdagen = 0;
  for (
    let dag = laatsteDag;
    Temporal.PlainDate.compare(dag, eersteDag) >= 0;
    dag = dag.subtract({ days: 1 })
  ) {
    if (isOpgeschort(dag, opschortingen)) continue;
    const oordeel = beoordeel(dag);
    if (!oordeel.ok) return oordeel;
    gezien.push(oordeel.waarde);
    if (oordeel.waarde.vrijOm === null) werkdagen += 1;
    if (werkdagen === 2) return gelukt({ ...telling, oordelen: [...telling.oordelen, ...gezien] });
  }
  const gezocht = zoekWerkdag(laatsteDag.add({ days: 1 }), beoordeel);
  if (!gezocht.ok) return gezocht;
  return gelukt(
    verleng(telling, [...gezien, ...gezocht.waarde], (van, naar) => [
      { code: 'verlengd_artikel_2', van, naar },
    ]),
  );
}

/** Judges the days from `vanaf` on; the last one is the first working day. */
function zoekWerkdag(
  vanaf: Temporal.PlainDate,
  beoordeel: Beoordeel,
): Result<Dagoordeel[], Werkdagweigering> {
  const oordelen: Dagoordeel[] = [];
  for (let dag = vanaf; ; dag = dag.add({ days: 1 })) {
    const oordeel = beoordeel(dag);
    if (!oordeel.ok) return geweigerd(oordeel.weigering);
    oordelen.push(oordeel.waarde);
    if (oordeel.waarde.vrijOm === null) return gelukt(oordelen);
  }
}

/** The term with the last judged day as its end. */
function verleng(
  telling: Telling,
  oordelen: readonly Dagoordeel[],
  maakStappen: (van: string, naar: string) => readonly Stap[],
): Telling {
  const laatsteDag = oordelen.at(-1)?.dag ?? telling.laatsteDag;
  const stappen = maakStappen(telling.laatsteDag.toString(), laatsteDag.toString());
  return {
    eersteDag: telling.eersteDag,
    laatsteDag,
    stappen: [...telling.stappen, ...stappen],
    oordelen: [...telling.oordelen, ...oordelen],
  };
}
