import { gelukt, geweigerd, ongeldig, type Result, type Weigering } from '#kern/resultaat/index.ts';
import {
  bekend,
  exacteTermen,
  LEGE_GEGEVENS,
  ONBEKEND,
  parseGeboortedatum,
  radar,
  type Vergelijkbaar,
} from '#modules/gezin/index.ts';
import {
  doetIntakeVeiligThuis,
  heeftRol,
  legVerwerkingVast,
  legWeigeringVast,
  type Nooddienst,
  neemNoodtoegang,
  type Rol,
  telZoekactie,
} from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { findNoodOpNummer, findNoodOpPersoon, listRadar, type Radarregel } from '../db/vinden.ts';
import { leesZaaknummer } from '../domain/zaaknummer.ts';
import { alsActor, type Doen, verwerking, weiger } from './doen.ts';
import { nummerindex } from './geheim.ts';

export type { Radarregel } from '../db/vinden.ts';

export interface Identiteit {
  voornaam: string;
  achternaam: string;
  geboren: string;
}

/** Who somebody is, exactly: both names and the whole date of birth (cf. Wmo 2015 art. 5.2.9 without BSN). */
export function leesIdentiteit(v: Identiteit, vandaag: Temporal.PlainDate): Result<Vergelijkbaar, Weigering> {
  const fouten: Record<string, string> = {};
  const [voornaam, achternaam] = [v.voornaam.trim(), v.achternaam.trim()];
  if (voornaam === '') fouten['voornaam'] = 'leeg';
  if (achternaam === '') fouten['achternaam'] = 'leeg';
  const g = parseGeboortedatum(v.geboren, vandaag);
  if (!g.ok || g.waarde.dag === null) fouten['geboren'] = 'hele_datum';
  if (Object.keys(fouten).length > 0) return geweigerd(ongeldig(fouten));
  return gelukt({
    gegevens: {
      ...LEGE_GEGEVENS,
      voornamen: bekend(voornaam.slice(0, 200)),
      achternaam: bekend(achternaam.slice(0, 200)),
      geboortedatum: g.ok ? bekend(g.waarde) : ONBEKEND,
    },
    geslacht: 'onbekend',
    adressen: [],
    bsn: null,
  });
}

const heeft = (d: Doen, rollen: readonly Rol[]): boolean =>
  d.lidmaatschappen.some(l => l.regio !== null && heeftRol([l], rollen, { regio: l.regio }));

/** The radar is for the intake of Veilig Thuis: the role says the one, the organisation the other. */
export const magRadar = async (d: Doen): Promise<boolean> =>
  heeft(d, ['intaker']) && (await alsActor(d, doetIntakeVeiligThuis));
export const magNood = (d: Doen): boolean => heeft(d, ['professional', 'intaker']);

/**
 * The radar of Veilig Thuis (Wmo 2015 art. 4.1.1 lid 2): is somebody known, by exact identity? Tells number, team and
 * last day and nothing else; counted, limited and logged, also when it finds nothing. Refuses `niet_gevonden` (no
 * intake worker of Veilig Thuis), `ongeldig`, `te_vaak`.
 */
export async function zoekRadar(d: Doen, v: Identiteit): Promise<Result<Radarregel[], Weigering>> {
  if (!(await magRadar(d))) return weiger(d, verwerking('zoeken', 'radar', null, { reden: 'geen_rol' }));
  const wie = leesIdentiteit(v, d.vandaag);
  if (!wie.ok) return wie;
  return alsActor(d, async tx => {
    const geteld = await telZoekactie(tx, 'radar');
    if (!geteld.ok) return geteld;
    const vondsten = await radar(tx, d.kluis, wie.waarde);
    return gelukt(
      await listRadar(
        tx,
        vondsten.map(f => f.persoon),
      ),
    );
  });
}

export interface Noodvraag extends Identiteit {
  wijze: string;
  nummer: string;
  reden: string;
}

type Zoeker = (tx: Transactie) => Promise<string | null>;

function leesZoeker(d: Doen, v: Noodvraag): Result<Zoeker, Weigering> {
  if (v.wijze === 'persoon') {
    const wie = leesIdentiteit(v, d.vandaag);
    if (!wie.ok) return wie;
    const termen = exacteTermen(d.kluis, wie.waarde);
    return gelukt(tx => findNoodOpPersoon(tx, termen));
  }
  if (v.wijze !== 'nummer') return geweigerd(ongeldig({ wijze: 'leeg' }));
  const nummer = leesZaaknummer(v.nummer);
  if (nummer === null) return geweigerd(ongeldig({ nummer: v.nummer.trim() === '' ? 'leeg' : 'nummer' }));
  const index = nummerindex(d, nummer);
  return gelukt(tx => findNoodOpNummer(tx, index));
}

/**
 * Opens one file without a relation, with a reason, for reading. What is absent, of another region or barred for this
 * reader is searched, counted, refused and logged the same. Refuses `niet_gevonden`, `ongeldig`, `te_vaak`.
 */
export async function opendeNood(
  d: Doen,
  dienst: Nooddienst,
  v: Noodvraag,
): Promise<Result<{ id: string }, Weigering>> {
  const organisatieId = d.lidmaatschappen.find(
    l => l.rol === 'professional' || l.rol === 'intaker',
  )?.organisatieId;
  if (!magNood(d) || !organisatieId)
    return weiger(d, verwerking('noodtoegang', 'casus', null, { reden: 'geen_rol' }));
  const zoeker = leesZoeker(d, v);
  const lezer = d.actor.soort === 'persoon' ? d.actor.id : '';
  if (!zoeker.ok) return zoeker;
  // Committed also when it refuses: a search that finds nothing counts.
  const uit = await alsActor(d, async tx => {
    const zoek = () => zoeker.waarde(tx);
    const r = await neemNoodtoegang(dienst, tx, { zoek, organisatieId, reden: v.reden, lezer });
    if (!r.ok) return r;
    const { dossierId } = r.waarde;
    await legVerwerkingVast(tx, verwerking('noodtoegang', 'casus', dossierId, { object: dossierId }));
    return gelukt({ id: dossierId });
  });
  if (!uit.ok && uit.weigering.code === 'niet_gevonden') {
    await legWeigeringVast(
      d.db,
      d.actor,
      d.vandaag,
      verwerking('noodtoegang', 'casus', null, { reden: 'niet_gevonden' }),
    );
  }
  return uit;
}
