import { gelukt, ongeldig, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { insertMerk } from '../db/merken.ts';
import { findPersoonsfeiten, insertPersoonslijst } from '../db/persoon-wissen.ts';
import { zetVerzoekOpLijst } from '../db/vernietigen.ts';
import { type Verzoekrij, zetBesluit, zetTerug, zetVoorstel } from '../db/verzoeken.ts';
import { toetsVoorstel, type Voorstel } from '../domain/besluit.ts';
import { merkUit } from '../domain/merk.ts';
import { toetsOmvang } from '../domain/omvang.ts';
import { verzoekfouten } from '../domain/teksten-verzoek.ts';
import { plek, type Uitkomst, wijzig } from './verzoek.ts';

/** Proposes a decision, weighed by the actor. Refuses as `toetsVoorstel` and `toetsOmvang`. */
export const stelBesluitVoor = (tx: Transactie, kluis: Kluis, id: string, p: Voorstel): Promise<Uitkomst> =>
  wijzig(tx, id, async v => {
    const gekoppeld = v.dossier !== null && v.betrokkene !== null;
    const r = toetsVoorstel(v, { identiteit: v.identiteit, gekoppeld, gezag: v.gezag }, p);
    if (!r.ok) return r.weigering;
    const feiten = v.betrokkene ? await findPersoonsfeiten(tx, v.betrokkene, v.organisatie) : null;
    const omvangfout = toetsOmvang(v.soort, p, feiten);
    if (omvangfout) return ongeldig({ omvang: omvangfout });
    const omvang = v.soort === 'vernietiging' && p.besluit === 'toegewezen' ? p.omvang : null;
    if (!v.sleutel) return weigering('vernietigd', verzoekfouten.vernietigd);
    const motivering = kluis.versleutel(v.sleutel, p.motivering.trim(), plek('motivering', v.id));
    return zetVoorstel(tx, v, { ...r.waarde, omvang, motivering });
  });

/** What came of an answer to a proposal. */
export type Gevolg = 'terug' | 'besloten' | 'merk' | 'lijst' | 'persoon' | 'al_op_lijst';

/**
 * A second human decides as was proposed (`akkoord`), or sends it back. Nobody decides on his own proposal. What was
 * granted takes effect in the same transaction: a mark on the file, or a list for its destruction.
 */
export async function beslis(
  tx: Transactie,
  id: string,
  b: { akkoord: boolean; wie: string; vandaag: Temporal.PlainDate },
): Promise<Result<Gevolg, Weigering>> {
  let gevolg: Gevolg = 'terug';
  const r = await wijzig(tx, id, async v => {
    if (!b.akkoord) return zetTerug(tx, v);
    if (v.eersteDoor === b.wie) return weigering('eigen_voorstel', verzoekfouten.eigenVoorstel);
    if (!(await zetBesluit(tx, v))) return false;
    gevolg = await voerUit(tx, v, b.vandaag);
    return true;
  });
  return r.ok ? gelukt(gevolg) : r;
}

async function voerUit(tx: Transactie, v: Verzoekrij, vandaag: Temporal.PlainDate): Promise<Gevolg> {
  const { besluit, dossier, betrokkene } = v;
  if (besluit === null || dossier === null || betrokkene === null) return 'besloten';
  const wat = { verzoek: v.id, regio: v.regio, organisatie: v.organisatie };
  const merk = merkUit(v.soort, besluit);
  if (merk) {
    await insertMerk(tx, { ...wat, ...merk, dossier, betrokkene });
    return 'merk';
  }
  if (v.soort !== 'vernietiging' || besluit !== 'toegewezen') return 'besloten';
  const grond = v.taak === 'jeugdhulp' ? 'Jeugdwet art. 7.3.9' : 'Wmo 2015 art. 5.3.5';
  const regel = { soort: v.taak, jaar: vandaag.year, vervallenOp: vandaag.toString(), grond };
  if (v.omvang === 'persoon') {
    await insertPersoonslijst(tx, { ...wat, ...regel, persoon: betrokkene });
    return 'persoon';
  }
  return (await zetVerzoekOpLijst(tx, wat, { ...regel, dossier })) ? 'lijst' : 'al_op_lijst';
}
