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
  type Inzagebestand,
  type Inzagerecht,
  type Inzagerij,
  listInzagebestanden,
  listInzagerijen,
  listKeuzes,
  zetKeuze,
  zetKeuzeakkoord,
} from '../db/inzage.ts';
import {
  type Beoordeeld,
  type Gekozen,
  type Inzagekeuze,
  type Inzagestuk,
  inzagestand,
  isWeglaatgrond,
  keuzeveld,
  keuzewaarde,
  leesKeuzewaarde,
  metKeuzes,
} from '../domain/inzage.ts';
import { lakcode, leesLakcode, zinnenVan, zonderLakzinnen } from '../domain/inzage-passages.ts';
import { inzagefouten, lakmerk } from '../domain/teksten-inzage.ts';
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
  /** Edited versions of documents, the newest last. */
  bestanden: Inzagebestand[];
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
    const keuzes = await listKeuzes(tx, verzoek, recht.betrokkene);
    const delen = metKeuzes(stukken, keuzes, (s, k) => lakStand(d.kluis, s, k));
    const bestanden = await listInzagebestanden(tx, verzoek);
    return { recht, delen, bestanden, stand: inzagestand(delen) };
  });
}

/** Keyed, so that nobody tries out from it what a sentence said. 16 hex digits. */
export const afdrukVan = (kluis: Kluis, deel: string, tekst: string): string =>
  kluis.blindeIndex('privacy/lakking', `${deel} ${tekst}`).toString('hex').slice(0, 16);

/** Name of the field that says which text was read. */
export const gelezenveld = (s: Pick<Inzagestuk, 'soort' | 'id' | 'versie'>): string =>
  `${keuzeveld(s)}_gelezen`;
export const zinveld = (s: Pick<Inzagestuk, 'soort' | 'id' | 'versie'>, zin: number): string =>
  `${keuzeveld(s)}_zin${zin}`;

/** Can sentences be taken out of this part by hand? Of its own words only. */
export const heeftZinnen = (s: Pick<Inzagestuk, 'soort'>): boolean =>
  s.soort === 'notitie' || s.soort === 'verklaring';

function lakStand(kluis: Kluis, s: Inzagestuk, k: Inzagekeuze): string[] | null {
  if (k.lakking.length === 0) return [...s.regels];
  const lakking = k.lakking.map(leesLakcode);
  return zonderLakzinnen(s.regels, lakking, { afdruk: z => afdrukVan(kluis, s.id, z), merk: lakmerk });
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

/** What was sent for one part: the choice, or what is wrong with it per field. */
function leesGekozen(
  kluis: Kluis,
  s: Inzagestuk,
  bestanden: readonly Inzagebestand[],
  veld: (naam: string) => string,
): { gekozen: Gekozen } | { fout: string } {
  const keuze = leesKeuzewaarde(veld(keuzeveld(s)));
  const bestand = keuze?.bestand ?? null;
  if (!keuze || (bestand && !bestanden.some(b => b.id === bestand && b.document === s.id))) {
    return { fout: inzagefouten.kies };
  }
  const zinnen = heeftZinnen(s) ? zinnenVan(s.regels).flat() : [];
  const gestuurd = zinnen.map((tekst, i) => ({
    tekst: tekst.trim(),
    zin: i + 1,
    grond: veld(zinveld(s, i + 1)),
  }));
  const weg = gestuurd.filter(z => z.grond !== '');
  if (weg.length === 0 || keuze.keuze === 'weglaten') return { gekozen: keuze };
  if (veld(gelezenveld(s)) !== afdrukVan(kluis, s.id, s.regels.join('\n')))
    return { fout: inzagefouten.veranderd };
  const lakking: string[] = [];
  for (const { tekst, zin, grond } of weg) {
    if (!isWeglaatgrond(grond)) return { fout: inzagefouten.zin };
    lakking.push(lakcode({ zin, grond, afdruk: afdrukVan(kluis, s.id, tekst) }));
  }
  return { gekozen: { ...keuze, lakking } };
}

/** Were sentences chosen of a part on which nothing was chosen? */
const losseZinnen = (s: Inzagestuk, veld: (naam: string) => string): boolean =>
  heeftZinnen(s) &&
  zinnenVan(s.regels)
    .flat()
    .some((_, i) => veld(zinveld(s, i + 1)) !== '');

/**
 * Records what was chosen per part; `veld` gives what was sent for a part, '' for nothing. Only the versions that were
 * sent: of what changed meanwhile nothing is recorded. A sentence that is taken out by hand is kept as its number, ground
 * and fingerprint. Refuses `ongeldig` per part and `niet_gevonden`.
 */
export async function kiesInzage(
  d: Inzagedoen,
  verzoek: string,
  veld: (naam: string) => string,
): Promise<Result<number, Weigering>> {
  const mag = await readInzagerecht(d, verzoek);
  if (!mag) return geweigerd(nietGevonden());
  const stof = await leesLakstof(d, mag);
  return alsDoener(d, async tx => {
    const recht = await findInzagerecht(tx, verzoek);
    if (recht?.betrokkene !== mag.betrokkene) return geweigerd(nietGevonden());
    const stukken = (await listInzagerijen(tx, verzoek)).map(r => opentStuk(d.kluis, r, recht, stof));
    const bestanden = await listInzagebestanden(tx, verzoek);
    const los = stukken.filter(s => veld(keuzeveld(s)) === '' && losseZinnen(s, veld));
    const gelezen = stukken
      .filter(s => veld(keuzeveld(s)) !== '')
      .map(s => ({ s, uit: leesGekozen(d.kluis, s, bestanden, veld) }));
    const mis = [
      ...los.map(s => [keuzeveld(s), inzagefouten.zonderMeegeven]),
      ...gelezen.flatMap(g => ('fout' in g.uit ? [[keuzeveld(g.s), g.uit.fout]] : [])),
    ];
    if (mis.length > 0) return geweigerd(ongeldig(Object.fromEntries(mis) as Record<string, string>));
    const oud = new Map((await listKeuzes(tx, verzoek, recht.betrokkene)).map(k => [keuzeveld(k), k]));
    let aantal = 0;
    for (const { s, uit } of gelezen) {
      const was = oud.get(keuzeveld(s));
      if (!('gekozen' in uit) || (was && keuzewaarde(was) === keuzewaarde(uit.gekozen))) continue;
      await zetKeuze(tx, verzoek, recht, { soort: s.soort, id: s.id, versie: s.versie, ...uit.gekozen });
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
