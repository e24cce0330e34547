import { formatDag } from '#kern/datum/index.ts';
import {
  gelukt,
  geweigerd,
  nietGevonden,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import {
  legBesluitVast,
  listAdressen,
  listPersonenVanDossier,
  type Persoon,
  toetsVersturen,
  type Verzendoordeel,
  volleNaam,
} from '#modules/gezin/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Blok, Document } from '#platform/documenten/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { findOrganisatienaam } from '../db/bewaren.ts';
import { boekBrief, findVerzoekrij } from '../db/verzoeken.ts';
import { lakNamen } from '../domain/lakken.ts';
import { brief } from '../domain/teksten-brief.ts';
import { verzoekfouten, verzoekregelteksten } from '../domain/teksten-verzoek.ts';
import { isZonderInhoud, WEIGERGRONDEN } from '../domain/verzoek.ts';
import { boekVerzoek, readVerzoek, type Verzoek } from './verzoek.ts';

/** To whom a letter about a request can be of danger: whom it is about, and who asks for him. */
export type Briefpersoon = 'betrokkene' | 'vertegenwoordiger';
export interface Briefoordeel {
  wie: Briefpersoon;
  persoon: string;
  oordeel: Verzendoordeel;
}

interface Briefvraag {
  verzoek: string;
  /** Who makes it, and per person the numbers of the findings on safe contact that he saw and accepts. */
  door: string;
  bevestigd: Readonly<Record<Briefpersoon, readonly string[]>>;
  vandaag: Temporal.PlainDate;
}

/** The letter, or what the room of persons says against sending one. */
export type Briefuitkomst = { brief: Document; weggelaten: number } | { oordelen: Briefoordeel[] };

/** A refusal that says nothing of a file, to somebody who is not known or not in one: there is nobody to ask about. */
const zonderPersoon = (v: Verzoek): boolean =>
  v.besluit === 'geweigerd' && isZonderInhoud(v.gronden) && (!v.betrokkene || v.identiteit === null);

/**
 * What would have to be decided before a letter goes out, for whom it is about and for who asks for him: the one who
 * asks may be the one who threatens. Empty for a letter without a person; null when the actor does not see these people
 * or they were not linked to the request.
 */
export async function toetsBrief(
  tx: Transactie,
  kluis: Kluis,
  v: Verzoek,
  besluit: Pick<Briefvraag, 'door' | 'bevestigd'> | null = null,
): Promise<Briefoordeel[] | null> {
  if (zonderPersoon(v)) return [];
  const mensen: [Briefpersoon, string | null][] = [['betrokkene', v.betrokkene]];
  if (v.door === 'vertegenwoordiger') mensen.push(['vertegenwoordiger', v.vertegenwoordiger]);
  const uit: Briefoordeel[] = [];
  for (const [wie, persoon] of mensen) {
    const b = besluit && { door: besluit.door, bevestigd: besluit.bevestigd[wie] };
    const oordeel = persoon && (await toetsVersturen(tx, kluis, { persoon, wijze: 'schrijven', besluit: b }));
    if (!persoon || !oordeel) return null;
    uit.push({ wie, persoon, oordeel });
  }
  return uit;
}

/**
 * The letter that tells a decision of two humans. Only for who stands in the file; only after the safe-contact decision
 * of the room of persons, asked anew at this moment, and with that decision in the log. What is given of the file goes
 * along as the copy (`afschrift.ts`); the names of everybody else in the file are left out. Refuses `niet_gevonden`,
 * `niet_besloten`, `geen_persoon`, `geen_vertegenwoordiger`.
 */
export async function maakBrief(
  tx: Transactie,
  kluis: Kluis,
  b: Briefvraag,
): Promise<Result<Briefuitkomst, Weigering>> {
  const v = await readVerzoek(tx, kluis, b.verzoek);
  if (!v) return geweigerd(nietGevonden());
  const mist = watMist(v);
  if (mist) return geweigerd(mist);
  const oordelen = await toetsBrief(tx, kluis, v, b);
  if (!oordelen) return geweigerd(nietGevonden());
  if (oordelen.some(o => o.oordeel.stand !== 'mag')) return gelukt({ oordelen });
  const stof = zonderPersoon(v) ? alleenVerzoek(v) : await verzamel(tx, kluis, v);
  if (!stof) return geweigerd(nietGevonden());
  for (const { persoon, oordeel } of oordelen) {
    const bevestigd = oordeel.bevindingen.map(f => f.code);
    if (bevestigd.length > 0) await legBesluitVast(tx, { persoon, wijze: 'schrijven', bevestigd });
  }
  const doc = await stelOp(tx, kluis, { ...stof, vandaag: b.vandaag });
  const rij = await findVerzoekrij(tx, v.id);
  if (rij) await boekBrief(tx, rij);
  await boekVerzoek(tx, 'uitvoeren', v);
  return gelukt({ brief: doc, weggelaten: stof.weggelaten });
}

/** What has to be there before a letter can be made at all. */
function watMist(v: Verzoek): Weigering | null {
  if (v.stand !== 'besloten') return weigering('niet_besloten', verzoekfouten.nietBesloten);
  if (zonderPersoon(v)) return null;
  if (!v.betrokkene || !v.dossier) return weigering('geen_persoon', verzoekfouten.geenPersoon);
  return v.door === 'vertegenwoordiger' && !v.vertegenwoordiger
    ? weigering('geen_vertegenwoordiger', verzoekfouten.geenVertegenwoordiger)
    : null;
}

const alleenVerzoek = (v: Verzoek) => ({
  v,
  zelf: null,
  ontvanger: null,
  motivering: v.motivering,
  weggelaten: 0,
});

async function verzamel(
  tx: Transactie,
  kluis: Kluis,
  v: Verzoek,
): Promise<(Omit<Briefstof, 'vandaag'> & { weggelaten: number }) | null> {
  const mensen = v.dossier ? await listPersonenVanDossier(tx, kluis, v.dossier) : [];
  const zelf = mensen.find(p => p.id === v.betrokkene);
  const ontvanger = v.door === 'zelf' ? zelf : mensen.find(p => p.id === v.vertegenwoordiger);
  if (!zelf || !ontvanger) return null;
  const naam = (p: Persoon) => volleNaam(p.gegevens);
  const anderen = mensen.filter(p => p !== zelf && p !== ontvanger).map(naam);
  const { tekst, weggelaten } = lakNamen(v.motivering, anderen, [naam(zelf), naam(ontvanger)]);
  return { v, zelf, ontvanger, motivering: tekst, weggelaten };
}

interface Briefstof {
  v: Verzoek;
  /** Whom it is about, and to whom it goes; null for a letter that says nothing of a file. */
  zelf: Persoon | null;
  ontvanger: Persoon | null;
  motivering: string;
  vandaag: Temporal.PlainDate;
}

/** Name and address of who gets the letter, from the file; to be filled in by a human where he is not in one. */
async function adreslijnen(tx: Transactie, kluis: Kluis, p: Persoon | null): Promise<string[]> {
  if (!p) return [brief.aanvragerInvullen, brief.adresInvullen];
  const open = (await listAdressen(tx, kluis, p.id))
    .filter(a => a.tot === null)
    .flatMap(a => (a.adres ? [{ soort: a.soort, adres: a.adres }] : []));
  const post = (open.find(a => a.soort === 'brief') ?? open.find(a => a.soort === 'woon'))?.adres;
  const regels = post
    ? [`${post.straat} ${post.nummer}${post.toevoeging}`, `${post.postcode} ${post.plaats}`]
    : [brief.adresInvullen];
  return [volleNaam(p.gegevens), ...regels];
}

async function stelOp(tx: Transactie, kluis: Kluis, s: Briefstof): Promise<Document> {
  const { v } = s;
  const naam = await findOrganisatienaam(tx, v.organisatie);
  const ontvangen = formatDag(Temporal.PlainDate.from(v.ontvangenOp), 'nl');
  const blokken: Blok[] = [
    {
      soort: 'briefkop',
      afzender: [naam],
      ontvanger: await adreslijnen(tx, kluis, s.ontvanger),
      plaatsDatum: formatDag(s.vandaag, 'nl'),
    },
    { soort: 'alinea', tekst: brief.aanhef },
    { soort: 'alinea', tekst: brief.gevraagd(brief.soorten[v.soort], ontvangen) },
    { soort: 'alinea', tekst: brief.besluiten[v.besluit ?? 'geweigerd'] },
    ...gronden(v),
    { soort: 'kop', niveau: 2, tekst: brief.waarom },
    { soort: 'alinea', tekst: s.motivering },
    { soort: 'kop', niveau: 2, tekst: brief.oneensKop },
    { soort: 'alinea', tekst: brief.oneens },
    ...bijlage(v),
  ];
  return { titel: brief.titel(brief.soorten[v.soort]), taal: 'nl', metagegevens: [], blokken };
}

function gronden(v: Verzoek): Blok[] {
  if (v.gronden.length === 0) return [];
  return [
    {
      soort: 'lijst',
      punten: v.gronden.map(g => `${verzoekregelteksten.gronden[g]} (${WEIGERGRONDEN[g].artikel})`),
    },
  ];
}

/** Where access or a copy was granted: what is given goes along as a file of its own, chosen part by part. */
function bijlage(v: Verzoek): Blok[] {
  const inzage = v.soort === 'inzage' || v.soort === 'afschrift';
  return inzage && v.besluit !== 'geweigerd' ? [{ soort: 'alinea', tekst: brief.bijlage }] : [];
}
