import {
  isKenmerk,
  type Lognamen,
  type Logvraag,
  legVerwerkingVast,
  listLognamen,
  listVerwerkingen,
  type Verwerkingregel,
} from '#modules/toegang/index.ts';
import type { Databank, Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { listZelfdeMens } from '../db/inzage.ts';
import type { Kijkregel } from '../domain/logboek-overzicht.ts';

/** What this part of the room stands on. */
export interface Logboekdiensten {
  db: Databank;
  kluis: Kluis;
}

/** Of whom or what the log is asked; a user is asked by who judges his use. */
export const LOGBOEKSOORTEN = ['betrokkene', 'dossier', 'gebruiker'] as const;
export type Logboeksoort = (typeof LOGBOEKSOORTEN)[number];

/** A question to the log: days included. */
export interface Logboekvraag {
  soort: Logboeksoort;
  kenmerk: string;
  van: Temporal.PlainDate;
  tot: Temporal.PlainDate;
}

/** More than anybody can read; a longer period is asked in parts. */
export const HOOGSTENS = 20_000;
const BLAD = 5000;

const begin = (dag: Temporal.PlainDate) => dag.toZonedDateTime('Europe/Amsterdam').toInstant();

const nieuwsteEerst = (a: Verwerkingregel, b: Verwerkingregel): number =>
  a.tijdstip === b.tijdstip ? b.volgorde - a.volgorde : a.tijdstip < b.tijdstip ? 1 : -1;

async function leesRegels(tx: Transactie, vraag: Logvraag): Promise<Verwerkingregel[]> {
  const regels: Verwerkingregel[] = [];
  while (isKenmerk(vraag.kenmerk) && regels.length < HOOGSTENS) {
    const deel = await listVerwerkingen(tx, { ...vraag, voor: regels.at(-1) });
    regels.push(...deel);
    if (deel.length < BLAD) break;
  }
  return regels;
}

/**
 * Reads the log for the privacy officer, newest first, and logs that he did. A person who
 * was found to be the same as another is read with the other's rows. Empty for who may not oversee this file or
 * person, as for what does not exist. At most HOOGSTENS rows. Refuses nothing: an id that is none gives nothing.
 */
export async function leesLogboek(
  tx: Transactie,
  v: Logboekvraag,
  handeling: 'inzien' | 'uitvoeren' = 'inzien',
): Promise<Verwerkingregel[]> {
  const regels: Verwerkingregel[] = [];
  const vraag: Logvraag = {
    soort: v.soort,
    kenmerk: v.kenmerk,
    van: begin(v.van),
    tot: begin(v.tot.add({ days: 1 })),
    hoogstens: BLAD,
  };
  const mensen = v.soort === 'betrokkene' && isKenmerk(v.kenmerk) ? await listZelfdeMens(tx, v.kenmerk) : [];
  for (const kenmerk of mensen.length > 0 ? mensen : [v.kenmerk]) {
    regels.push(...(await leesRegels(tx, { ...vraag, kenmerk })));
  }
  if (mensen.length > 1) regels.sort(nieuwsteEerst);
  regels.splice(HOOGSTENS);
  const mag = regels.length > 0;
  await legVerwerkingVast(tx, {
    handeling,
    soort: 'logboek',
    object: v.kenmerk,
    dossier: v.soort === 'dossier' ? v.kenmerk : null,
    betrokkenen: v.soort === 'betrokkene' && mag ? [v.kenmerk] : [],
    activiteit: 'logboek',
  });
  return regels;
}

const gebruikerVan = (r: Verwerkingregel): string | null =>
  r.actor.startsWith('persoon:') ? r.actor.slice('persoon:'.length) : null;

/** Names of users and organisations in rows that the reader got by right. */
export function leesLognamen(
  d: Logboekdiensten,
  vandaag: Temporal.PlainDate,
  regels: readonly Verwerkingregel[],
): Promise<Lognamen> {
  const uniek = (w: (string | null | undefined)[]) => [...new Set(w.filter(x => typeof x === 'string'))];
  return listLognamen(d.db, d.kluis, vandaag, {
    gebruikers: uniek(regels.map(gebruikerVan)),
    organisaties: uniek(regels.flatMap(r => [r.details.organisatie, r.details.houder])),
  });
}

/** Of a giving on the row says in its reason to what kind of receiver: a code, never a name. */
const ontvangerVan = (r: Verwerkingregel): string | null =>
  (r.details.deel ?? r.soort) === 'politieverstrekking' && r.uitkomst === 'toegestaan'
    ? (r.reden ?? null)
    : null;

/** The rows with their names, as the rules on what is withheld look at them. */
export function alsKijkregels(regels: readonly Verwerkingregel[], namen: Lognamen): Kijkregel[] {
  return regels.map(r => {
    const d = r.details;
    const gebruiker = gebruikerVan(r);
    const organisatie = d.organisatie ?? (gebruiker === null ? d.houder : undefined);
    return {
      tijdstip: r.tijdstip,
      gebruiker,
      gebruikersnaam: gebruiker === null ? '' : (namen.gebruikers.get(gebruiker) ?? ''),
      organisatie: organisatie === undefined ? null : (namen.organisaties.get(organisatie) ?? null),
      houder: d.houder ?? null,
      rol: gebruiker === null ? 'stelsel' : (d.rol ?? null),
      handeling: r.handeling,
      uitkomst: r.uitkomst,
      deel: d.deel ?? r.soort,
      doel: d.doel ?? null,
      grond: d.grond ?? null,
      ontvanger: ontvangerVan(r),
      namens: d.namens ?? null,
      nood: d.nood,
    };
  });
}

/** Why the privacy officer shows what the rules take out. */
export const VRIJGAVEREDENEN = ['lezer_weet_dit', 'nodig_voor_recht'] as const;
export type Vrijgavereden = (typeof VRIJGAVEREDENEN)[number];

/** Logs that an overview was given, and each thing that was shown after all, with the reason. */
export async function legOverzichtVast(
  tx: Transactie,
  betrokkene: string,
  vrijgaven: readonly string[],
  reden: Vrijgavereden | null,
): Promise<void> {
  const basis = { handeling: 'delen', dossier: null, activiteit: 'rechten_betrokkenen' } as const;
  const deel = (v: string) => {
    const [code = '', object] = v.split(':');
    return { ...basis, soort: `logboek_${code}`, object: object ?? betrokkene, reden };
  };
  await legVerwerkingVast(
    tx,
    { ...basis, soort: 'logboek', object: betrokkene, betrokkenen: [betrokkene] },
    ...vrijgaven.map(deel),
  );
}
