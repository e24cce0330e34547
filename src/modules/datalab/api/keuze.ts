import { eersteDag, laatsteDag } from '#kern/datum/index.ts';
import { eisPubliceerbaar } from '#kern/onthulling/index.ts';
import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { z } from '#platform/http/api.ts';
import { vindGemeente } from '../domain/gemeente.ts';
import { type Waarneming, waardeVan } from '../domain/waarneming.ts';
import { findRegio } from '../usecases/gegevensbestanden.ts';
import { kiesIndicator, listGemeenten, listIndicatoren } from '../usecases/lees-cijfers.ts';
import { listWaarnemingen } from '../usecases/list-waarnemingen.ts';
import type { Waarneming as Waarnemingschema } from './schemas.ts';
import { apiTeksten as t } from './teksten.ts';

/** What a reader asks for; everything left out is not filtered on. */
export interface Vraag {
  indicator?: string | undefined;
  regio?: string | undefined;
  gemeente?: string | undefined;
  jaar?: number | undefined;
}

const jaren = (w: Waarneming) => ({ van: eersteDag(w.periode).year, tot: laatsteDag(w.periode).year });

type Keuze = { indicator: string | null; gemeente: string | null };
type Weiger = Result<never, Weigering<'onbekend'>>;
const onbekend = (melding: string): Weiger => geweigerd(weigering('onbekend', melding));

function eisJaar(alle: readonly Waarneming[], jaar: number | undefined): Weiger | null {
  if (jaar === undefined) return null;
  if (alle.length === 0) return onbekend(t.geenCijfers(jaar));
  const eerste = Math.min(...alle.map(w => jaren(w).van));
  const laatste = Math.max(...alle.map(w => jaren(w).tot));
  return jaar < eerste || jaar > laatste ? onbekend(t.jaarOnbekend(jaar, eerste, laatste)) : null;
}

/** Reads the codes that a question names; refuses the first unknown one by its name. */
async function leesKeuze(tx: Transactie, v: Vraag): Promise<Result<Keuze, Weigering>> {
  const keuze: Keuze = { indicator: null, gemeente: null };
  if (v.indicator !== undefined) {
    const i = kiesIndicator(await listIndicatoren(tx), v.indicator);
    if (!i.ok) return i;
    keuze.indicator = i.waarde.code;
  }
  if (v.regio !== undefined && !findRegio(v.regio)) return onbekend(t.regioOnbekend(v.regio));
  if (v.gemeente !== undefined) {
    const [van, tot] = v.jaar ? [`${v.jaar}-01-01`, `${v.jaar}-12-31`] : ['0001-01-01', '9999-12-31'];
    const g = vindGemeente(await listGemeenten(tx), v.gemeente, van, tot);
    if (!g.ok) return g;
    if (v.regio !== undefined && g.waarde.regio !== v.regio)
      return onbekend(t.anderegio(g.waarde.naam, v.regio));
    keuze.gemeente = g.waarde.code;
  }
  return gelukt(keuze);
}

/** The observations that a question means, as far as this reader may see them. */
export async function kiesWaarnemingen(tx: Transactie, v: Vraag): Promise<Result<Waarneming[], Weigering>> {
  const alle = await listWaarnemingen(tx);
  const fout = eisJaar(alle, v.jaar);
  if (fout) return fout;
  const keuze = await leesKeuze(tx, v);
  if (!keuze.ok) return keuze;
  const { indicator, gemeente } = keuze.waarde;
  return gelukt(
    alle.filter(
      w =>
        (indicator === null || w.indicator === indicator) &&
        (v.regio === undefined || w.regio === v.regio) &&
        (gemeente === null || w.gemeente === gemeente) &&
        (v.jaar === undefined || (jaren(w).van <= v.jaar && v.jaar <= jaren(w).tot)),
    ),
  );
}

/**
 * An observation as it leaves: the printed value with its citation, no rate, no interval. Its remark stays inside: it is
 * a working note, and some touch counts of 1 to 4.
 */
export function waarnemingAntwoord(w: Waarneming): z.infer<typeof Waarnemingschema> {
  if (w.cijfer.openbaarheid === 'openbaar_in_bron') eisPubliceerbaar(w.cijfer.publiceerbaar);
  return {
    id: w.id,
    indicator: w.indicator,
    definitieversie: w.definitieversie,
    plaats: w.plaats,
    regio: w.regio,
    gemeente: w.gemeente,
    periode: {
      code: w.periodeCode,
      tekst: w.periodeTekst,
      van: eersteDag(w.periode).toString(),
      tot: laatsteDag(w.periode).toString(),
    },
    waarde: waardeVan(w.cijfer),
    decimalen: w.decimalen,
    rondingsstap: w.rondingsstap ?? null,
    eenheid: w.eenheid,
    voorlopig: w.voorlopig,
    versie: w.versie,
    overgenomen: w.overgenomen,
    openbaarheid: w.cijfer.openbaarheid,
    bron: { titel: w.citaat.titel, van: w.citaat.van, datum: w.citaat.datum, plek: w.citaat.plek },
  };
}
