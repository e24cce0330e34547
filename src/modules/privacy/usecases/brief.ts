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
  formatGeboortedatum,
  listAdressen,
  listPersonenVanDossier,
  type Persoon,
  toetsVersturen,
  type Verzendoordeel,
  volleNaam,
  waardeVan,
} from '#modules/gezin/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Blok, Document } from '#platform/documenten/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { findOrganisatienaam } from '../db/bewaren.ts';
import { boekBrief, findVerzoekrij } from '../db/verzoeken.ts';
import { lakNamen } from '../domain/lakken.ts';
import { brief } from '../domain/teksten-brief.ts';
import { verzoekfouten, verzoekregelteksten } from '../domain/teksten-verzoek.ts';
import { WEIGERGRONDEN } from '../domain/verzoek.ts';
import { boekVerzoek, readVerzoek, type Verzoek } from './verzoek.ts';

interface Briefvraag {
  verzoek: string;
  /** Who makes it, and the numbers of the findings on safe contact that he saw and accepts. */
  door: string;
  bevestigd: readonly string[];
  vandaag: Temporal.PlainDate;
}

/** The letter, or what the room of persons says against sending one. */
export type Briefuitkomst = { brief: Document; weggelaten: number } | { oordeel: Verzendoordeel };

/**
 * What would have to be decided before a letter goes to this person; null when the actor does not see that person or
 * nobody was linked to the request.
 */
export async function toetsBrief(tx: Transactie, kluis: Kluis, v: Verzoek): Promise<Verzendoordeel | null> {
  return v.betrokkene
    ? toetsVersturen(tx, kluis, { persoon: v.betrokkene, wijze: 'schrijven', besluit: null })
    : null;
}

/**
 * The letter that tells a decision of two humans. Only for who stands in the file; only after the safe-contact decision
 * of the room of persons, asked anew at this moment. A granted access or copy has what is recorded of the person himself
 * beside it; the names of everybody else in the file are left out. Refuses `niet_gevonden`, `niet_besloten`,
 * `geen_persoon`.
 */
export async function maakBrief(
  tx: Transactie,
  kluis: Kluis,
  b: Briefvraag,
): Promise<Result<Briefuitkomst, Weigering>> {
  const v = await readVerzoek(tx, kluis, b.verzoek);
  if (!v) return geweigerd(nietGevonden());
  if (v.stand !== 'besloten') return geweigerd(weigering('niet_besloten', verzoekfouten.nietBesloten));
  if (!v.betrokkene || !v.dossier) return geweigerd(weigering('geen_persoon', verzoekfouten.geenPersoon));
  const besluit = { door: b.door, bevestigd: b.bevestigd };
  const oordeel = await toetsVersturen(tx, kluis, { persoon: v.betrokkene, wijze: 'schrijven', besluit });
  if (!oordeel) return geweigerd(nietGevonden());
  if (oordeel.stand !== 'mag') return gelukt({ oordeel });
  const mensen = await listPersonenVanDossier(tx, kluis, v.dossier);
  const zelf = mensen.find(p => p.id === v.betrokkene);
  if (!zelf) return geweigerd(nietGevonden());
  const anderen = mensen.filter(p => p !== zelf).map(p => volleNaam(p.gegevens));
  const motivering = lakNamen(v.motivering, anderen, [volleNaam(zelf.gegevens)]);
  const doc = await stelOp(tx, kluis, { v, zelf, motivering: motivering.tekst, vandaag: b.vandaag });
  const rij = await findVerzoekrij(tx, v.id);
  if (rij) await boekBrief(tx, rij);
  await boekVerzoek(tx, 'uitvoeren', v);
  return gelukt({ brief: doc, weggelaten: motivering.weggelaten });
}

interface Briefstof {
  v: Verzoek;
  zelf: Persoon;
  motivering: string;
  vandaag: Temporal.PlainDate;
}

/** A letter to the representative goes to the representative's own address: that is not in this file, so a human fills it in. */
async function stelOp(tx: Transactie, kluis: Kluis, s: Briefstof): Promise<Document> {
  const { v, zelf } = s;
  const naam = await findOrganisatienaam(tx, v.organisatie);
  const adressen = v.door === 'zelf' ? await listAdressen(tx, kluis, zelf.id) : [];
  const open = adressen
    .filter(a => a.tot === null)
    .flatMap(a => (a.adres ? [{ soort: a.soort, adres: a.adres }] : []));
  const post = (open.find(a => a.soort === 'brief') ?? open.find(a => a.soort === 'woon'))?.adres;
  const regels = post
    ? [`${post.straat} ${post.nummer}${post.toevoeging}`, `${post.postcode} ${post.plaats}`]
    : [brief.adresInvullen];
  const wie = v.door === 'zelf' ? volleNaam(zelf.gegevens) : brief.vertegenwoordiger;
  const ontvangen = formatDag(Temporal.PlainDate.from(v.ontvangenOp), 'nl');
  const blokken: Blok[] = [
    {
      soort: 'briefkop',
      afzender: [naam],
      ontvanger: [wie, ...regels],
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
    ...overzicht(v, zelf),
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

/** What is recorded of the person himself; only where access or a copy was granted. */
function overzicht(v: Verzoek, p: Persoon): Blok[] {
  const inzage = v.soort === 'inzage' || v.soort === 'afschrift';
  if (!inzage || v.besluit === 'geweigerd') return [];
  const g = p.gegevens;
  const geboren = waardeVan(g.geboortedatum);
  const o = brief.overzicht;
  const rijen: [string, string][] = [
    [o.naam, volleNaam(g)],
    [o.geboren, geboren ? formatGeboortedatum(geboren) : o.onbekend],
    [o.telefoon, waardeVan(g.telefoon) ?? o.onbekend],
    [o.email, waardeVan(g.email) ?? o.onbekend],
    [o.geslacht, p.geslacht],
  ];
  return [
    { soort: 'kop', niveau: 2, tekst: o.kop },
    { soort: 'tabel', kop: [o.gegeven, o.watStaatEr], rijen },
    { soort: 'alinea', tekst: o.rest },
  ];
}
