import {
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
} from '#kern/resultaat/index.ts';
import { pasToe } from '#kern/toestand/index.ts';
import { logGebruik } from '#platform/audit/index.ts';
import { type Actor, actorTekst, type Transactie } from '#platform/db/index.ts';
import {
  bewaarHandeling,
  bewaarLoosPerJaar,
  findBewakingsstand,
  findWaarschuwing,
  listWaarschuwingen,
} from '../db/waarschuwing-opslag.ts';
import { type Bewaking, LOOS_GRENZEN, LOOS_PER_JAAR } from '../domain/bewaking.ts';
import {
  UITKOMSTEN,
  type Uitkomst,
  WAARSCHUWINGTABEL,
  type Waarschuwing,
  type Waarschuwinghandeling,
  type Waarschuwingrol,
} from '../domain/waarschuwing.ts';
import { leesBewakingen } from './bewaak-regios.ts';

/** Who decides on a warning, and when. */
export interface Beslisser {
  readonly actor: Actor;
  rollenIn(regio: string): readonly Waarschuwingrol[];
  readonly nu: Temporal.Instant;
}

/** All that the page of warnings shows of a region. */
export interface Waarschuwingenbeeld {
  readonly waarschuwingen: readonly Waarschuwing[];
  readonly bewakingen: readonly Bewaking[];
  readonly loosPerJaar: number;
  /** Instant of the last round; null: never. */
  readonly laatsteRonde: string | null;
}

/** Warnings of a region with how each of its series is watched. */
export async function leesWaarschuwingen(
  tx: Transactie,
  regio: string,
  vandaag: Temporal.PlainDate,
): Promise<Waarschuwingenbeeld> {
  const stand = await findBewakingsstand(tx, regio);
  const loosPerJaar = stand?.loosPerJaar ?? LOOS_PER_JAAR;
  return {
    waarschuwingen: await listWaarschuwingen(tx, regio),
    bewakingen: await leesBewakingen(tx, regio, vandaag, loosPerJaar),
    loosPerJaar,
    laatsteRonde: stand?.laatsteRonde ?? null,
  };
}

/** What a form says about a warning. */
export interface Handelingsvraag {
  readonly handeling: string;
  readonly uitkomst: string;
  readonly notitie: string;
}

const HANDELINGEN: readonly Waarschuwinghandeling[] = ['neem_op', 'neem_over', 'rond_af', 'heropen'];
const LANGSTE_NOTITIE = 2000;
const ONTBREEKT: Record<string, string> = {
  uitkomst: 'Kies wat het bleek te zijn.',
  notitie: 'Schrijf op waarom u dat denkt.',
};

/** The same refusal, saying of each field that is missing what to do. */
const zegWat = (w: Weigering): Weigering =>
  w.velden
    ? {
        ...w,
        velden: Object.fromEntries(Object.entries(w.velden).map(([v, oud]) => [v, ONTBREEKT[v] ?? oud])),
      }
    : w;

function eersteFout(v: Handelingsvraag): Weigering | null {
  if (v.uitkomst !== '' && !UITKOMSTEN.some(u => u === v.uitkomst))
    return ongeldig({ uitkomst: 'Kies een van de uitkomsten.' });
  return v.notitie.length > LANGSTE_NOTITIE
    ? ongeldig({ notitie: `Gebruik hoogstens ${LANGSTE_NOTITIE} tekens.` })
    : null;
}

function nieuweStand(w: Waarschuwing, h: Waarschuwinghandeling, v: Handelingsvraag, wie: Beslisser) {
  const persoon = wie.actor.soort === 'persoon' ? wie.actor.id : null;
  const rol = wie.rollenIn(w.regio)[0] ?? null;
  const notitie = v.notitie.trim() === '' ? w.notitie : v.notitie.trim();
  if (h === 'rond_af')
    return {
      uitkomst: v.uitkomst as Uitkomst,
      notitie,
      behandelaar: persoon,
      behandelaarRol: rol,
    };
  return { uitkomst: null, notitie, behandelaar: persoon, behandelaarRol: rol };
}

/** Does an act on a warning: take it up, take it over, finish it with outcome and note, or open it again. */
export async function handelWaarschuwingAf(
  tx: Transactie,
  id: string,
  v: Handelingsvraag,
  wie: Beslisser,
): Promise<Result<Waarschuwing, Weigering>> {
  const handeling = HANDELINGEN.find(h => h === v.handeling);
  const w = await findWaarschuwing(tx, id);
  if (!w || !handeling) return geweigerd(nietGevonden());
  const fout = eersteFout(v);
  if (fout) return geweigerd(fout);
  const regel = pasToe(WAARSCHUWINGTABEL, w.toestand, handeling, {
    rollen: wie.rollenIn(w.regio),
    velden: { uitkomst: v.uitkomst, notitie: v.notitie },
  });
  if (!regel.ok) return geweigerd(zegWat(regel.weigering));
  const stand = { toestand: regel.waarde.naar, ...nieuweStand(w, handeling, v, wie) };
  await bewaarHandeling(tx, id, stand, wie.nu);
  await logGebruik(tx, {
    handeling: `waarschuwing.${handeling}`,
    soort: 'waarschuwing',
    object: id,
    uitkomst: 'toegestaan',
    details: { toestand: stand.toestand, uitkomst: stand.uitkomst },
  });
  return gelukt({ ...w, ...stand });
}

/** Chooses how many false alarms a year a region accepts: Dutch number with comma or point. Refuses what is out of range. */
export async function kiesLoosPerJaar(
  tx: Transactie,
  regio: string,
  invoer: string,
  wie: Beslisser,
): Promise<Result<number, Weigering>> {
  if (wie.rollenIn(regio).length === 0) return geweigerd(nietGevonden());
  const getal = /^\d{1,2}([.,]\d{1,2})?$/.test(invoer.trim())
    ? Number(invoer.trim().replace(',', '.'))
    : Number.NaN;
  const { laagste, hoogste } = LOOS_GRENZEN;
  if (!(getal >= laagste && getal <= hoogste))
    return geweigerd(ongeldig({ loos_per_jaar: `Vul een getal in van 0,1 tot en met ${hoogste}.` }));
  await bewaarLoosPerJaar(tx, regio, getal, actorTekst(wie.actor), wie.nu);
  await logGebruik(tx, {
    handeling: 'bewaking.instellen',
    soort: 'bewaking',
    object: null,
    uitkomst: 'toegestaan',
    details: { tienden: Math.round(getal * 10) },
  });
  return gelukt(getal);
}
