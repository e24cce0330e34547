import { randomUUID } from 'node:crypto';
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
import { type Handeling, type Lidmaatschap, legVerwerkingVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import {
  findVerzoekrij,
  insertVerzoek,
  listVerzoekrijen,
  type Verzoekrij,
  zetIdentiteit,
  zetVerlenging,
} from '../db/verzoeken.ts';
import { verzoekfouten } from '../domain/teksten-verzoek.ts';
import {
  AANVRAGERS,
  bepaalVerzoektermijn,
  IDENTITEITEN,
  LEEFTIJDEN,
  VERLENGREDENEN,
  VERZOEKSOORTEN,
  VERZOEKTAKEN,
} from '../domain/verzoek.ts';
import { zoekDossier } from './bewaren.ts';

export type { Verzoekrij } from '../db/verzoeken.ts';
export const ACTIVITEIT = 'rechten_betrokkenen';

export const plek = (kolom: 'aanvrager' | 'vraag' | 'motivering', rij: string) => ({
  tabel: 'privacy.verzoek',
  kolom,
  rij,
});

/** A request with its texts; '' where they were destroyed or are not there. */
export interface Verzoek extends Omit<Verzoekrij, 'aanvrager' | 'vraag' | 'motivering'> {
  aanvrager: string;
  vraag: string;
  motivering: string;
}

function openVerzoek(kluis: Kluis, r: Verzoekrij): Verzoek {
  const lees = (kolom: 'aanvrager' | 'vraag' | 'motivering') => {
    const cijfer = r[kolom];
    return cijfer?.length ? (kluis.ontsleutelOfGewist(cijfer, plek(kolom, r.id)) ?? '') : '';
  };
  return { ...r, aanvrager: lees('aanvrager'), vraag: lees('vraag'), motivering: lees('motivering') };
}

/** To the log of use, in the transaction of the act. */
export function boekVerzoek(
  tx: Transactie,
  handeling: Handeling,
  v: Pick<Verzoekrij, 'id' | 'dossier' | 'betrokkene'> | null,
): Promise<void> {
  return legVerwerkingVast(tx, {
    handeling,
    soort: 'verzoek',
    object: v?.id ?? null,
    dossier: v?.dossier ?? null,
    betrokkenen: v?.betrokkene ? [v.betrokkene] : [],
    activiteit: ACTIVITEIT,
  });
}

/** Requests that the actor may see: no name and no text, those are read one at a time. */
export async function listVerzoeken(tx: Transactie): Promise<Verzoekrij[]> {
  const rijen = await listVerzoekrijen(tx);
  await boekVerzoek(tx, 'lijst', null);
  return rijen;
}

/** One request with its texts; null when there is none for this actor. */
export async function readVerzoek(tx: Transactie, kluis: Kluis, id: string): Promise<Verzoek | null> {
  const rij = await findVerzoekrij(tx, id);
  if (!rij) return null;
  await boekVerzoek(tx, 'inzien', rij);
  return openVerzoek(kluis, rij);
}

/** What a form says, as it was typed. */
export interface Verzoekinvoer {
  soort: string;
  aanvrager: string;
  vraag: string;
  door: string;
  leeftijd: string;
  wilsbekwaam: string;
  taak: string;
  ontvangen: string;
  nummer: string;
}

/** The code that was sent, when it is one of these. */
export const uit = <T extends string>(lijst: readonly T[], waarde: string): T | null =>
  lijst.find(x => x === waarde) ?? null;

function leesInvoer(i: Verzoekinvoer, vandaag: Temporal.PlainDate) {
  const t = verzoekfouten;
  const ontvangen = parseDag(i.ontvangen);
  const dag = ontvangen.ok ? ontvangen.waarde : null;
  const keus = {
    soort: uit(VERZOEKSOORTEN, i.soort),
    door: uit(AANVRAGERS, i.door),
    leeftijd: uit(LEEFTIJDEN, i.leeftijd),
    taak: uit(VERZOEKTAKEN, i.taak),
  };
  const velden: Record<string, string> = {};
  for (const [veld, waarde] of Object.entries(keus)) if (waarde === null) velden[veld] = t.kies;
  if (i.aanvrager.trim() === '' || i.aanvrager.length > 500) velden['aanvrager'] = t.aanvrager;
  if (i.vraag.length > 5000) velden['vraag'] = t.teLang;
  if (!ontvangen.ok) velden['ontvangen'] = ontvangen.weigering.melding ?? t.kies;
  else if (Temporal.PlainDate.compare(ontvangen.waarde, vandaag) > 0) velden['ontvangen'] = t.toekomst;
  const { soort, door, leeftijd, taak } = keus;
  if (Object.keys(velden).length > 0 || !soort || !door || !leeftijd || !taak || !dag)
    return geweigerd(ongeldig(velden));
  return gelukt({ soort, door, leeftijd, taak, ontvangen: dag, wilsbekwaam: i.wilsbekwaam !== 'nee' });
}

/** The membership as privacy officer on which somebody lays down a request; null when he has none. */
export const functie = (leden: readonly Lidmaatschap[]) =>
  leden.find(l => l.rol === 'privacyfunctionaris' && l.regio !== null) ?? null;

/**
 * Lays down a request under a key of its own; the caller destroys the key (`sleutel`) when the transaction fails. Refuses
 * `te_vaak` and `ongeldig` per field, also for a number that names no file here or one that is not for this officer: they look the same.
 */
export async function legVerzoekVast(
  tx: Transactie,
  kluis: Kluis,
  wie: { organisatie: string; regio: string; vandaag: Temporal.PlainDate; sleutel: string },
  i: Verzoekinvoer,
): Promise<Result<string, Weigering>> {
  const goed = leesInvoer(i, wie.vandaag);
  if (!goed.ok) return goed;
  const { ontvangen, ...rest } = goed.waarde;
  const nummer = i.nummer.trim();
  const gezocht = await zoekDossier(tx, kluis, nummer);
  if (!gezocht.ok) return gezocht;
  const dossier = gezocht.waarde;
  if (nummer !== '' && !dossier) return geweigerd(ongeldig({ nummer: verzoekfouten.nummer }));
  const termijn = bepaalVerzoektermijn(rest.soort, rest.taak, ontvangen, false);
  if (!termijn.ok) return termijn;
  const id = randomUUID();
  const sluit = (kolom: 'aanvrager' | 'vraag', tekst: string) =>
    kluis.versleutel(wie.sleutel, tekst.trim(), plek(kolom, id));
  await insertVerzoek(tx, {
    ...rest,
    id,
    // An officer of several organisations: the controller of the file decides, wherever he works first.
    regio: dossier?.regio ?? wie.regio,
    organisatie: dossier?.organisatieId ?? wie.organisatie,
    dossier: dossier?.id ?? null,
    sleutel: wie.sleutel,
    aanvrager: sluit('aanvrager', i.aanvrager),
    vraag: i.vraag.trim() === '' ? null : sluit('vraag', i.vraag),
    ontvangenOp: ontvangen.toString(),
    einddatum: termijn.waarde.uiterlijk.toString(),
  });
  await boekVerzoek(tx, 'vastleggen', { id, dossier: dossier?.id ?? null, betrokkene: null });
  return gelukt(id);
}

export type Uitkomst = Result<Verzoekrij, Weigering>;

/** One change of one request, logged; false when somebody was first. */
export async function wijzig(
  tx: Transactie,
  id: string,
  doe: (v: Verzoekrij) => Promise<boolean | Weigering>,
): Promise<Uitkomst> {
  const v = await findVerzoekrij(tx, id);
  if (!v) return geweigerd(nietGevonden());
  const uitkomst = await doe(v);
  if (uitkomst === false) return geweigerd(weigering('intussen_gewijzigd', verzoekfouten.gewijzigd));
  if (uitkomst !== true) return geweigerd(uitkomst);
  await boekVerzoek(tx, 'wijzigen', v);
  return gelukt(v);
}

/** Says how the identity of who asks was established. */
export const stelIdentiteitVast = (tx: Transactie, id: string, wijze: string): Promise<Uitkomst> =>
  wijzig(tx, id, async v => {
    const w = uit(IDENTITEITEN, wijze);
    return w ? zetIdentiteit(tx, v, w) : ongeldig({ identiteit: verzoekfouten.kies });
  });

/** Extends the term by two months, once and before it is over (AVG art. 12 lid 3). */
export const verleng = (
  tx: Transactie,
  id: string,
  reden: string,
  vandaag: Temporal.PlainDate,
): Promise<Uitkomst> =>
  wijzig(tx, id, async v => {
    const r = uit(VERLENGREDENEN, reden);
    if (!r) return ongeldig({ reden: verzoekfouten.kies });
    const ontvangen = Temporal.PlainDate.from(v.ontvangenOp);
    const nu = bepaalVerzoektermijn(v.soort, v.taak, ontvangen, v.verlengdOp !== null);
    if (!nu.ok) return nu.weigering;
    if (!nu.waarde.verlengbaar || Temporal.PlainDate.compare(vandaag, nu.waarde.uiterlijk) > 0) {
      return weigering('niet_te_verlengen', verzoekfouten.nietTeVerlengen);
    }
    const langer = bepaalVerzoektermijn(v.soort, v.taak, ontvangen, true);
    return langer.ok ? zetVerlenging(tx, v, r, langer.waarde.uiterlijk.toString()) : langer.weigering;
  });
