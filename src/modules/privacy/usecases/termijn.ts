import { parseDag } from '#kern/datum/index.ts';
import {
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import { type Handeling, legVerwerkingVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import {
  deleteTermijnvoorstel,
  insertTermijnvoorstel,
  listBewaartermijnen,
  listTermijnvoorstellen,
  type Termijnvoorstel,
  zetTermijnVast,
} from '../db/bewaren.ts';
import { BEWAARSOORTEN, type Bewaarsoort, type Bewaartermijn, kortsteTermijn } from '../domain/bewaren.ts';
import { bewaarfouten } from '../domain/teksten.ts';

export const TERMIJNVELDEN = ['soort', 'jaren', 'wet', 'artikel', 'bron', 'van'] as const;
export type Termijninvoer = Partial<Record<string, string>> & { regio: string };

const { compare } = Temporal.PlainDate;

interface Ingevuld {
  soort: Bewaarsoort;
  jaren: number;
  van: Temporal.PlainDate;
  wet: string;
  artikel: string;
  bron: string;
}

function leesInvoer(
  i: Termijninvoer,
  termijnen: readonly Bewaartermijn[],
  vandaag: Temporal.PlainDate,
): Result<Ingevuld, Weigering> {
  const tekst = (veld: string) => (i[veld] ?? '').trim();
  const velden: Record<string, string> = {};
  const soort = BEWAARSOORTEN.find(s => s === tekst('soort'));
  const jaren = /^\d{1,3}$/.test(tekst('jaren')) ? Number(tekst('jaren')) : 0;
  const van = parseDag(tekst('van'));
  const minstens = soort ? kortsteTermijn(termijnen, soort, van.ok ? van.waarde : vandaag) : 1;
  if (!soort) velden['soort'] = bewaarfouten.soort;
  if (jaren < 1 || jaren > 100) velden['jaren'] = bewaarfouten.jaren;
  else if (jaren < minstens) velden['jaren'] = bewaarfouten.teKort(minstens);
  for (const [veld, grens] of [
    ['wet', 200],
    ['artikel', 100],
    ['bron', 500],
  ] as const) {
    if (tekst(veld) === '' || tekst(veld).length > grens) velden[veld] = bewaarfouten.tekst;
  }
  if (!van.ok || compare(van.waarde, vandaag) <= 0) velden['van'] = bewaarfouten.van;
  if (Object.keys(velden).length > 0 || !soort || !van.ok) return geweigerd(ongeldig(velden));
  return gelukt({
    soort,
    jaren,
    van: van.waarde,
    wet: tekst('wet'),
    artikel: tekst('artikel'),
    bron: tekst('bron'),
  });
}

/** Does the region have a term of its own that begins on this day or later? */
const heeftLatere = (
  termijnen: readonly Bewaartermijn[],
  t: { regio: string | null; soort: Bewaarsoort; van: Temporal.PlainDate },
) =>
  termijnen.some(
    x => x.regio === t.regio && x.soort === t.soort && x.tot === null && compare(t.van, x.van) <= 0,
  );

/**
 * Proposes a term of the region's own, from a day after today: another officer lays it down. Refuses `ongeldig` per field,
 * also for fewer years than the general term.
 */
export async function stelTermijnVoor(
  tx: Transactie,
  i: Termijninvoer,
  vandaag: Temporal.PlainDate,
): Promise<Result<true, Weigering>> {
  const termijnen = await listBewaartermijnen(tx);
  const r = leesInvoer(i, termijnen, vandaag);
  if (!r.ok) return r;
  const t = { ...r.waarde, regio: i.regio };
  if (heeftLatere(termijnen, t)) return geweigerd(ongeldig({ van: bewaarfouten.naVorige }));
  if ((await listTermijnvoorstellen(tx, t.regio)).some(v => v.soort === t.soort))
    return geweigerd(ongeldig({ soort: bewaarfouten.alVoorgesteld }));
  const algemeen = termijnen.findLast(x => x.regio === null && x.soort === t.soort);
  const id = await insertTermijnvoorstel(tx, {
    ...t,
    vanaf: algemeen?.vanaf ?? 'laatste_wijziging',
    // What other sources say does not change by a choice of one's own.
    praktijk: algemeen?.praktijk ?? null,
  });
  await boek(tx, 'vastleggen', id);
  return gelukt(true);
}

const vind = async (tx: Transactie, regio: string, id: string): Promise<Termijnvoorstel | null> =>
  (await listTermijnvoorstellen(tx, regio)).find(v => v.id === id) ?? null;

/** A second officer (`wie`) lays down what another proposed. Refuses `niet_gevonden`, `eigen_voorstel` and `te_laat`. */
export async function stelTermijnVast(
  tx: Transactie,
  regio: string,
  id: string,
  door: { wie: string; vandaag: Temporal.PlainDate },
): Promise<Result<true, Weigering>> {
  const v = await vind(tx, regio, id);
  if (!v) return geweigerd(nietGevonden());
  if (v.door === door.wie) return geweigerd(weigering('eigen_voorstel', bewaarfouten.eigenVoorstel));
  const termijnen = await listBewaartermijnen(tx);
  if (compare(v.van, door.vandaag) <= 0 || heeftLatere(termijnen, v))
    return geweigerd(weigering('te_laat', bewaarfouten.voorbij));
  await zetTermijnVast(tx, v);
  await boek(tx, 'wijzigen', id);
  return gelukt(true);
}

/** Takes a proposal back, by any officer of the region. Refuses `niet_gevonden`. */
export async function trekTermijnIn(
  tx: Transactie,
  regio: string,
  id: string,
): Promise<Result<true, Weigering>> {
  if (!(await vind(tx, regio, id))) return geweigerd(nietGevonden());
  await deleteTermijnvoorstel(tx, id);
  await boek(tx, 'verwijderen', id);
  return gelukt(true);
}

const boek = (tx: Transactie, handeling: Handeling, id: string) =>
  legVerwerkingVast(tx, {
    handeling,
    soort: 'bewaartermijn',
    object: id,
    dossier: null,
    activiteit: 'rechten_betrokkenen',
  });
