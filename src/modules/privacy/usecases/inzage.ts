import { createHash } from 'node:crypto';
import {
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import { legVerwerkingVast } from '#modules/toegang/index.ts';
import { type Actor, type Databank, metActor, type Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import {
  findInzagerecht,
  type Inzagerecht,
  type Inzagerij,
  listInzagerijen,
  listKeuzes,
  zetKeuze,
  zetKeuzeakkoord,
} from '../db/inzage.ts';
import {
  type Beoordeeld,
  inzagestand,
  keuzeveld,
  keuzewaarde,
  leesKeuzewaarde,
  metKeuzes,
} from '../domain/inzage.ts';
import { inzagefouten } from '../domain/teksten-inzage.ts';
import { leesLakstof, opentStuk } from './inzagestof.ts';
import { ACTIVITEIT } from './verzoek.ts';

/** Who carries out a request, when, and with which vault. */
export interface Inzagedoen {
  db: Databank;
  kluis: Kluis;
  actor: Actor;
  vandaag: Temporal.PlainDate;
}

/** What could go along with the copy, with what was chosen, as the actor may see it. */
export interface Inzageblad {
  recht: Inzagerecht;
  delen: Beoordeeld[];
  stand: ReturnType<typeof inzagestand>;
}

export const alsDoener = <T>(d: Inzagedoen, werk: (tx: Transactie) => Promise<T>): Promise<T> =>
  metActor(d.db, d.actor, d.vandaag, werk);

/** The right to read the parts for this request; null is none: not open, not linked, no identity, or not this actor's. */
export const readInzagerecht = (d: Inzagedoen, verzoek: string): Promise<Inzagerecht | null> =>
  alsDoener(d, tx => findInzagerecht(tx, verzoek));

/** Every part that is looked at stands in the log, and everybody in the file on the row of looking: notes are about all. */
function boekInzage(
  tx: Transactie,
  v: { verzoek: string; recht: Inzagerecht; mensen: readonly string[]; rijen: readonly Inzagerij[] },
): Promise<void> {
  const basis = { handeling: 'inzien', dossier: v.recht.dossier, activiteit: ACTIVITEIT } as const;
  return legVerwerkingVast(
    tx,
    { ...basis, soort: 'inzage', object: v.verzoek, betrokkenen: v.mensen },
    ...v.rijen.map(r => ({
      ...basis,
      soort: r.soort,
      object: r.id,
      inhoudHash: createHash('sha256').update(r.inhoud).digest(),
    })),
  );
}

/**
 * The parts of the file that may be given to the person whom a request for access or a copy is about, with the names of
 * others, the reporter and what tells a place taken out of their texts before anybody sees them. Null without the
 * right that the database gives for this request, as for what does not exist.
 */
export async function leesInzage(d: Inzagedoen, verzoek: string): Promise<Inzageblad | null> {
  const mag = await readInzagerecht(d, verzoek);
  if (!mag) return null;
  const stof = await leesLakstof(d, mag);
  return alsDoener(d, async tx => {
    // Asked anew: what was true a moment ago need not be.
    const recht = await findInzagerecht(tx, verzoek);
    if (recht?.betrokkene !== mag.betrokkene || recht.dossier !== mag.dossier) return null;
    const rijen = await listInzagerijen(tx, verzoek);
    await boekInzage(tx, { verzoek, recht, mensen: stof.mensen, rijen });
    const stukken = rijen.map(r => opentStuk(d.kluis, r, recht, stof));
    const delen = metKeuzes(stukken, await listKeuzes(tx, verzoek, recht.betrokkene));
    return { recht, delen, stand: inzagestand(delen) };
  });
}

const boekKeuze = (tx: Transactie, verzoek: string, r: Inzagerecht): Promise<void> =>
  legVerwerkingVast(tx, {
    handeling: 'wijzigen',
    soort: 'inzagekeuze',
    object: verzoek,
    dossier: r.dossier,
    betrokkenen: [r.betrokkene],
    activiteit: ACTIVITEIT,
  });

/**
 * Records what was chosen per part; `veld` gives what was sent for a part, '' for nothing. Only the versions that were
 * sent: of what changed meanwhile nothing is recorded. Refuses `ongeldig` per part and `niet_gevonden`.
 */
export function kiesInzage(
  d: Inzagedoen,
  verzoek: string,
  veld: (naam: string) => string,
): Promise<Result<number, Weigering>> {
  return alsDoener(d, async tx => {
    const recht = await findInzagerecht(tx, verzoek);
    if (!recht) return geweigerd(nietGevonden());
    const rijen = await listInzagerijen(tx, verzoek);
    const gestuurd = rijen.map(r => ({ r, tekst: veld(keuzeveld(r)) })).filter(g => g.tekst !== '');
    const gelezen = gestuurd.map(g => ({ ...g, keuze: leesKeuzewaarde(g.tekst) }));
    const mis = gelezen.filter(g => g.keuze === null).map(g => [keuzeveld(g.r), inzagefouten.kies]);
    if (mis.length > 0) return geweigerd(ongeldig(Object.fromEntries(mis)));
    const oud = new Map((await listKeuzes(tx, verzoek, recht.betrokkene)).map(k => [keuzeveld(k), k]));
    let aantal = 0;
    for (const { r, tekst, keuze } of gelezen) {
      const was = oud.get(keuzeveld(r));
      if (keuze === null || (was && keuzewaarde(was) === tekst)) continue;
      await zetKeuze(tx, verzoek, recht, { soort: r.soort, id: r.id, versie: r.versie, ...keuze });
      aantal += 1;
    }
    await boekKeuze(tx, verzoek, recht);
    return gelukt(aantal);
  });
}

/**
 * A second human agrees with the choices that he saw (`gezien`: field and value of each). Nobody agrees with a choice
 * of his own. Refuses `eigen_keuze` when there is none of somebody else among them, and `niet_gevonden`.
 */
export function keurInzageGoed(
  d: Inzagedoen,
  verzoek: string,
  gezien: readonly string[],
): Promise<Result<number, Weigering>> {
  return alsDoener(d, async tx => {
    const recht = await findInzagerecht(tx, verzoek);
    if (!recht) return geweigerd(nietGevonden());
    const zag = new Set(gezien);
    const keuzes = await listKeuzes(tx, verzoek, recht.betrokkene);
    let aantal = 0;
    for (const k of keuzes.filter(x => zag.has(`${keuzeveld(x)}=${keuzewaarde(x)}`))) {
      if (await zetKeuzeakkoord(tx, verzoek, recht, k)) aantal += 1;
    }
    if (aantal === 0) return geweigerd(weigering('eigen_keuze', inzagefouten.eigenKeuze));
    await boekKeuze(tx, verzoek, recht);
    return gelukt(aantal);
  });
}
