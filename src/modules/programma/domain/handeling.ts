import { gelukt, geweigerd, ongeldig, type Result, type Weigering } from '#kern/resultaat/index.ts';
import { type Overgangstabel, pasToe } from '#kern/toestand/index.ts';
import { leesDeeldatum, leesKwartaal } from './deeldatum.ts';
import type { Status } from './keuzes.ts';
import { MIJLPAALTABEL, type Mijlpaalhandeling, type Mijlpaalrol } from './mijlpaal.ts';
import { kwartaalCode } from './planning.ts';
import type { Inhoud } from './veld.ts';

export type Statustabel = Overgangstabel<Status, Mijlpaalhandeling, Mijlpaalrol, 'reden'>;

/** The same table with the same acts, opened to more roles. */
function metDoor(tabel: Statustabel, door: readonly [Mijlpaalrol, ...Mijlpaalrol[]]): Statustabel {
  const rijen = Object.entries(tabel).map(([van, rij]) => [
    van,
    typeof rij === 'string'
      ? rij
      : Object.fromEntries(Object.entries(rij).map(([handeling, o]) => [handeling, { ...o, door }])),
  ]);
  return Object.fromEntries(rijen) as Statustabel;
}

/**
 * The life of an action in one municipality: the acts of a milestone, which that municipality's adviser may do
 * too. Whether someone is adviser of this municipality is decided before the table is asked.
 */
export const GEMEENTESTANDTABEL: Statustabel = metDoor(MIJLPAALTABEL, ['projectleider', 'beleidsmedewerker']);

/** Acts with which a new date may be given. */
const MET_DATUM: readonly Mijlpaalhandeling[] = ['meld_vertraagd', 'hervat', 'heropen'];

export interface Statusinvoer {
  handeling: Mijlpaalhandeling;
  reden: string;
  /** New date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty keeps the one it has. */
  datum: string;
}

/** The status from which an act starts: what nobody has said counts as planned. */
export function beginstatus(inhoud: Inhoud): Status {
  return (inhoud.status as Status | null | undefined) ?? 'gepland';
}

type Codes = Weigering<'niet_gevonden' | 'niet_toegestaan_overgang' | 'ongeldig'>;

/**
 * The status, its reason and since when, after an act. Refuses what the table refuses (`reden` missing, act not
 * possible now, not for this role).
 */
export function pasStatusToe(
  tabel: Statustabel,
  inhoud: Inhoud,
  invoer: Pick<Statusinvoer, 'handeling' | 'reden'>,
  rollen: readonly Mijlpaalrol[],
  vandaag: Temporal.PlainDate,
): Result<Inhoud, Codes> {
  const velden = { reden: invoer.reden };
  const regel = pasToe(tabel, beginstatus(inhoud), invoer.handeling, { rollen, velden });
  if (!regel.ok) return geweigerd(regel.weigering);
  return gelukt({
    ...inhoud,
    status: regel.waarde.naar,
    statusReden: invoer.reden.trim() || null,
    statusSinds: vandaag.toString(),
  });
}

function laatsteDag(inhoud: Inhoud): Temporal.PlainDate | null {
  const datum = leesDeeldatum((inhoud.datum as string | null) ?? null);
  const kwartaal = leesKwartaal((inhoud.kwartaalTot ?? inhoud.kwartaal) as string | null);
  return (inhoud.kwartaalTot ? kwartaal?.laatste : (datum?.laatste ?? kwartaal?.laatste)) ?? null;
}

/**
 * A milestone on its new date. A bar over quarters gets a new last quarter; a moment gets the date with its
 * quarter. Refuses a text that is no date, and a delay that would end earlier than planned; codes per field
 * `datum`: `geen_datum`, `niet_later`.
 */
function verzet(inhoud: Inhoud, invoer: Statusinvoer): Result<Inhoud, Weigering<'ongeldig'>> {
  if (invoer.datum.trim() === '') return gelukt(inhoud);
  const nieuw = leesDeeldatum(invoer.datum.trim());
  if (!nieuw) return geweigerd(ongeldig({ datum: 'geen_datum' }));
  const oud = laatsteDag(inhoud);
  const later = oud === null || Temporal.PlainDate.compare(nieuw.laatste, oud) > 0;
  if (invoer.handeling === 'meld_vertraagd' && !later) return geweigerd(ongeldig({ datum: 'niet_later' }));
  const kwartaal = kwartaalCode(nieuw.laatste);
  if (inhoud.kwartaalTot) return gelukt({ ...inhoud, kwartaalTot: kwartaal });
  return gelukt({ ...inhoud, datum: invoer.datum.trim(), kwartaal, periodeAfgeleid: false });
}

/**
 * A milestone after an act by someone with these roles: status, reason, since when and, where given, its new date.
 * A date with an act that takes none is refused (`hoort_niet`), not dropped in silence.
 */
export function beslisMijlpaal(
  inhoud: Inhoud,
  invoer: Statusinvoer,
  rollen: readonly Mijlpaalrol[],
  vandaag: Temporal.PlainDate,
): Result<Inhoud, Codes> {
  const na = pasStatusToe(MIJLPAALTABEL, inhoud, invoer, rollen, vandaag);
  if (!na.ok) return na;
  if (MET_DATUM.includes(invoer.handeling)) return verzet(na.waarde, invoer);
  return invoer.datum.trim() === '' ? na : geweigerd(ongeldig({ datum: 'hoort_niet' }));
}
