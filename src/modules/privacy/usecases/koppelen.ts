import { ongeldig, weigering } from '#kern/resultaat/index.ts';
import { leeftijdOp, listPersonenVanDossier, type Persoon, waardeVan } from '#modules/gezin/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import {
  zetBetrokkene,
  zetDossier,
  zetGezag,
  zetIngetrokken,
  zetLeeftijd,
  zetVertegenwoordiger,
} from '../db/verzoeken.ts';
import { verzoekfouten } from '../domain/teksten-verzoek.ts';
import { GEZAGSBEWIJZEN, type Leeftijd, leeftijdsgroep } from '../domain/verzoek.ts';
import { zoekDossier } from './bewaren.ts';
import { boekVerzoek, type Uitkomst, uit, type Verzoek, wijzig } from './verzoek.ts';

const nietOpen = () => weigering('niet_open', verzoekfouten.nietOpen);

/**
 * Says in which file the request is, found later by its number; an empty number takes a wrong one away. For the privacy
 * officer: a number that names no file here and one of a file that is not his look the same.
 */
export async function koppelDossier(
  tx: Transactie,
  kluis: Kluis,
  id: string,
  nummer: string,
): Promise<Uitkomst> {
  let dossier: string | null = null;
  const r = await wijzig(tx, id, async v => {
    if (v.stand !== 'open') return nietOpen();
    const gezocht = nummer.trim();
    if (gezocht !== '') {
      const gevonden = await zoekDossier(tx, kluis, gezocht);
      if (!gevonden.ok) return gevonden.weigering;
      dossier = gevonden.waarde?.id ?? null;
      if (dossier === null) return ongeldig({ nummer: verzoekfouten.nummer });
    }
    return zetDossier(tx, v, dossier);
  });
  if (r.ok && dossier !== null) await boekVerzoek(tx, 'wijzigen', { id, dossier, betrokkene: null });
  return r;
}

const mensenVan = async (tx: Transactie, kluis: Kluis, v: Pick<Verzoek, 'dossier'>): Promise<Persoon[]> =>
  v.dossier ? listPersonenVanDossier(tx, kluis, v.dossier) : [];

/** The age group on a day by the date of birth in the file; null where that is unknown or leaves two answers. */
function groepVan(p: Persoon, dag: Temporal.PlainDate): Leeftijd | null {
  const g = waardeVan(p.gegevens.geboortedatum);
  if (!g) return null;
  const [jong, oud] = [
    { ...g, maand: g.maand ?? 12, dag: g.dag ?? 31 },
    { ...g, maand: g.maand ?? 1, dag: g.dag ?? 1 },
  ].map(d => leeftijdsgroep(leeftijdOp(d, dag) ?? 0));
  return jong === oud ? (jong ?? null) : null;
}

/** Says whom in the file the request is about, and what his date of birth there says; for who stands in that file. */
export async function koppelPersoon(
  tx: Transactie,
  kluis: Kluis,
  id: string,
  persoon: string,
): Promise<Uitkomst> {
  return wijzig(tx, id, async v => {
    if (v.stand !== 'open') return nietOpen();
    const gekozen = (await mensenVan(tx, kluis, v)).find(p => p.id === persoon);
    if (!gekozen) return ongeldig({ persoon: verzoekfouten.kies });
    return zetBetrokkene(tx, v, persoon, groepVan(gekozen, Temporal.PlainDate.from(v.ontvangenOp)));
  });
}

/**
 * Says which person in the file asks for another: of him too must be known how he is reached safely, because he may be
 * the one who threatens. For who stands in that file.
 */
export async function koppelVertegenwoordiger(
  tx: Transactie,
  kluis: Kluis,
  id: string,
  persoon: string,
): Promise<Uitkomst> {
  return wijzig(tx, id, async v => {
    if (v.stand !== 'open' && (v.stand !== 'besloten' || v.vertegenwoordiger)) return nietOpen();
    if (persoon === v.betrokkene) return ongeldig({ vertegenwoordiger: verzoekfouten.zelfdePersoon });
    const kan = v.door === 'vertegenwoordiger' && (await mensenVan(tx, kluis, v)).some(p => p.id === persoon);
    return kan ? zetVertegenwoordiger(tx, v, persoon) : ongeldig({ vertegenwoordiger: verzoekfouten.kies });
  });
}

/** Says from what it appeared that the representative may represent. */
export const stelGezagVast = (tx: Transactie, id: string, bewijs: string): Promise<Uitkomst> =>
  wijzig(tx, id, async v => {
    if (v.stand !== 'open') return nietOpen();
    const b = uit(GEZAGSBEWIJZEN, bewijs);
    return b && v.door === 'vertegenwoordiger' ? zetGezag(tx, v, b) : ongeldig({ gezag: verzoekfouten.kies });
  });

/** The age group that was typed makes way for what the date of birth in the file says. */
export const neemLeeftijdOver = (tx: Transactie, id: string): Promise<Uitkomst> =>
  wijzig(tx, id, async v => {
    if (v.stand !== 'open') return nietOpen();
    return v.leeftijdDossier !== null && zetLeeftijd(tx, v, v.leeftijdDossier);
  });

/** Who asked takes it back: there is nothing to decide any more, and the file is not held by it. */
export const trekIn = (tx: Transactie, id: string): Promise<Uitkomst> =>
  wijzig(tx, id, async v =>
    v.stand === 'open' || v.stand === 'voorgesteld' ? zetIngetrokken(tx, v) : nietOpen(),
  );
