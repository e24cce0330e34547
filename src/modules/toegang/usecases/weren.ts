import {
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
} from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { findNamens, listTeWeren } from '../db/blokkades.ts';
import { normaliseerAdres } from '../db/personen.ts';
import { isBlokkadereden, isWeerwijze, leesWeerduur, type Weerduur } from '../domain/blokkade.ts';
import { geefBlokkade } from './blokkade.ts';
import type { Gevondene, Identiteit, Mensenzoeker } from './dossierlening.ts';
import type { Leesdienst } from './toezicht.ts';
import { telZoekactie } from './zoekactie.ts';

/** What a privacy officer typed to bar somebody from what he does not see. */
export interface Weervraag extends Identiteit {
  /** `nummer`, `persoon` or `huishouden`. */
  wijze: string;
  nummer: string;
  /** A colleague, as `person|organisation`; or the work address of whoever it is. */
  collega: string;
  adres: string;
  reden: string;
  van: string;
  tot: string;
}

interface Geweerde {
  persoonId: string;
  organisatieId: string;
  eigen: boolean;
}

/** Read, not yet searched: whatever is asked for, it is searched after it was counted. */
interface Gelezen {
  weg: 'nummer' | 'identiteit';
  zoek: (
    tx: Transactie,
  ) => Promise<({ dossierId: string } | { betrokkeneId: string; huishoudenId: string | null })[]>;
  wie: (tx: Transactie) => Promise<Geweerde | null>;
  reden: string;
  duur: Weerduur;
}

const KENMERKEN = /^([0-9a-f-]{36})\|([0-9a-f-]{36})$/;

const mensen = (zoeker: Mensenzoeker, metHuishouden: boolean) => async (tx: Transactie) =>
  (await zoeker(tx, metHuishouden)).map((g: Gevondene) => ({
    betrokkeneId: g.mens,
    huishoudenId: g.huishouden,
  }));

/** Against what; codes per field when it cannot be read. */
function leesWaarvoor(
  d: Leesdienst,
  v: Weervraag,
  vandaag: Temporal.PlainDate,
): Result<Pick<Gelezen, 'weg' | 'zoek'>, Readonly<Record<string, string>>> {
  if (!isWeerwijze(v.wijze)) return geweigerd({ wijze: 'leeg' });
  if (v.wijze === 'nummer') {
    if (v.nummer.trim() === '') return geweigerd({ nummer: 'leeg' });
    const zoek = async (tx: Transactie) => {
      const dossierId = await d.dossiers?.vind(tx, v.nummer.trim());
      return dossierId ? [{ dossierId }] : [];
    };
    return gelukt({ weg: 'nummer', zoek });
  }
  const zoeker = d.dossiers?.mensen(v, vandaag);
  if (zoeker && !zoeker.ok) return geweigerd(zoeker.weigering.velden ?? {});
  const zoek = zoeker ? mensen(zoeker.waarde, v.wijze === 'huishouden') : async () => [];
  return gelukt({ weg: 'identiteit', zoek });
}

function leesWie(d: Leesdienst, v: Weervraag): Result<Gelezen['wie'], Readonly<Record<string, string>>> {
  const [, persoonId, organisatieId] = KENMERKEN.exec(v.collega) ?? [];
  const adres = v.adres.trim();
  if (persoonId && organisatieId && adres !== '') return geweigerd({ adres: 'een_van_beide' });
  if (persoonId && organisatieId) return gelukt(async () => ({ persoonId, organisatieId, eigen: true }));
  if (adres === '') return geweigerd({ collega: 'leeg' });
  const index = d.kluis.blindeIndex('email', normaliseerAdres(adres));
  return gelukt(async tx => (await listTeWeren(tx, index))[0] ?? null);
}

function lees(
  d: Leesdienst,
  v: Weervraag,
  vandaag: Temporal.PlainDate,
): Result<Gelezen, Weigering<'ongeldig'>> {
  const [waarvoor, wie, duur] = [
    leesWaarvoor(d, v, vandaag),
    leesWie(d, v),
    leesWeerduur(v.van, v.tot, vandaag),
  ];
  const reden = isBlokkadereden(v.reden) ? {} : { reden: 'leeg' };
  if (!waarvoor.ok || !wie.ok || !duur.ok || 'reden' in reden) {
    const fouten = [waarvoor, wie, duur].map(r => (r.ok ? {} : r.weigering));
    return geweigerd(ongeldig(Object.assign({}, ...fouten, reden) as Record<string, string>));
  }
  return gelukt({ ...waarvoor.waarde, wie: wie.waarde, reden: v.reden, duur: duur.waarde });
}

/**
 * Bars a colleague, or somebody of another organisation of the region, from a file, a person or a household that this
 * privacy officer does not see: by exact number or identity, counted, limited and logged. Returns the id of the
 * (first) block, and tells nothing of what was found. Absent, of another controller and barred for the officer himself are one answer. Must be committed also when it
 * refuses: the search counts. Refuses `ongeldig` (codes per field), `te_vaak`, `adres_onbekend`, `eigen_blokkade`,
 * `bestaat_al` and `niet_gevonden`.
 */
export async function weer(
  d: Leesdienst,
  tx: Transactie,
  v: Weervraag,
  o: { lezer: string; vandaag: Temporal.PlainDate },
): Promise<Result<string>> {
  const gelezen = lees(d, v, o.vandaag);
  if (!gelezen.ok) return gelezen;
  const { weg, zoek, wie, reden, duur } = gelezen.waarde;
  const geteld = await telZoekactie(tx, weg);
  if (!geteld.ok) return geteld;
  const mens = await wie(tx);
  if (!mens) return geweigerd({ code: 'adres_onbekend' });
  const gelegd: string[] = [];
  let anders: Weigering = nietGevonden();
  for (const op of await zoek(tx)) {
    const namensId = mens.eigen ? null : await findNamens(tx, { dossierId: null, betrokkeneId: null, ...op });
    if (!mens.eigen && namensId === null) continue;
    const { persoonId, organisatieId } = mens;
    const r = await geefBlokkade(tx, { persoonId, organisatieId, ...op, namensId, reden, duur }, o.lezer);
    if (r.ok) gelegd.push(r.waarde);
    else if (r.weigering.code !== 'niet_gevonden') anders = r.weigering;
  }
  const [eerste] = gelegd;
  return eerste ? gelukt(eerste) : geweigerd(anders);
}
