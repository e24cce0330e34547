import { formatDag } from '#kern/datum/index.ts';
import {
  gelukt,
  geweigerd,
  nietGevonden,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import type { Verzendoordeel } from '#modules/gezin/index.ts';
import { MEDIATYPEN, type Mediatype } from '#platform/bestanden/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Blok, Document, Zipbestand } from '#platform/documenten/index.ts';
import { findOrganisatienaam } from '../db/bewaren.ts';
import { boekAfschrift } from '../db/inzage.ts';
import { findVerzoekrij, type Verzoekrij } from '../db/verzoeken.ts';
import type { Beoordeeld, Inzagestuk } from '../domain/inzage.ts';
import { inzagefouten, afschriftteksten as t } from '../domain/teksten-inzage.ts';
import { alsDoener, type Inzageblad, type Inzagedoen, leesInzage } from './inzage.ts';
import { leesDocument } from './inzagedocument.ts';
import { boekVerzending, toetsVerzending } from './verzending.ts';

/** A document with what goes with it; names of files say nothing of anybody. */
export interface Afschrift {
  document: Document;
  bijlagen: Zipbestand[];
}

/** A file to send, or what the room of persons says against sending it. */
export type Verzenduitkomst = { document: Document; bijlagen?: Zipbestand[] } | { oordeel: Verzendoordeel };

/** Why nothing of this request may go out yet; null when it may. The letter went through its own questions first. */
export function uitvoerbezwaar(v: Pick<Verzoekrij, 'stand' | 'besluit' | 'briefOp'>): Weigering | null {
  if (v.stand !== 'besloten' || v.besluit === 'geweigerd')
    return weigering('niet_besloten', inzagefouten.nietBesloten);
  return v.briefOp === null ? weigering('geen_brief', inzagefouten.geenBrief) : null;
}

/**
 * The copy that goes with the letter: the parts on which two humans chose to give them, as they stand now and without
 * what was taken out by hand, with the documents themselves or their edited versions. Asks at this
 * moment whether writing to the person is safe. Refuses `niet_gevonden` without the right of this request,
 * `niet_besloten`, `geen_brief` and `niet_gereed`.
 */
export async function maakAfschrift(
  d: Inzagedoen,
  verzoek: string,
  bevestigd: readonly string[],
): Promise<Result<Verzenduitkomst, Weigering>> {
  const v = await alsDoener(d, tx => findVerzoekrij(tx, verzoek));
  const blad = v ? await leesInzage(d, verzoek) : null;
  if (!v || !blad) return geweigerd(nietGevonden());
  const bezwaar = uitvoerbezwaar(v);
  if (bezwaar) return geweigerd(bezwaar);
  if (blad.stand !== 'gereed') return geweigerd(weigering('niet_gereed', inzagefouten.nietGereed));
  const oordeel = await toetsVerzending(d, v, blad.recht, bevestigd);
  if (!oordeel) return geweigerd(nietGevonden());
  if (oordeel.stand !== 'mag') return gelukt({ oordeel });
  return alsDoener(d, async tx => {
    const houder = await findOrganisatienaam(tx, v.organisatie);
    await boekAfschrift(tx, verzoek);
    await boekVerzending(tx, blad.recht, { soort: 'inzage', object: verzoek, oordeel });
    const bijlagen = await leesBijlagen(d, tx, verzoek, blad);
    const document = stelOp(blad, v, { houder, vandaag: d.vandaag, bijlagen });
    return gelukt({ document, bijlagen: [...bijlagen.values()] });
  });
}

const dag = (iso: string): string => formatDag(Temporal.PlainDate.from(iso), 'nl');

/** Heading of a part: what it is, of which kind, and of which day. */
export const stuktitel = (s: Inzagestuk): string => {
  const soort = t.soorten[s.soort];
  const nader = s.nader === null || s.soort === 'persoon' ? '' : ` (${t.nader[s.nader] ?? s.nader})`;
  return s.soort === 'persoon' ? soort : `${soort}${nader}, ${dag(s.dag)}`;
};

const meegegeven = (blad: Inzageblad): Beoordeeld[] => blad.delen.filter(d => d.keuze?.keuze === 'meegeven');

const uitgang = (soort: string): string => MEDIATYPEN[soort as Mediatype] ?? 'bin';

/** The documents that go along, by the id of the document; one that was destroyed is not there. */
async function leesBijlagen(
  d: Inzagedoen,
  tx: Transactie,
  verzoek: string,
  blad: Inzageblad,
): Promise<Map<string, Zipbestand>> {
  const bijlagen = new Map<string, Zipbestand>();
  for (const { stuk, keuze } of meegegeven(blad).filter(x => x.stuk.soort === 'document')) {
    const bestand = keuze?.bestand ?? null;
    const gelezen = await leesDocument(d, tx, { verzoek, document: stuk.id, bestand });
    if (!gelezen?.inhoud) continue;
    const naam = `document-${bijlagen.size + 1}.${uitgang(gelezen.soort)}`;
    bijlagen.set(stuk.id, { naam, inhoud: gelezen.inhoud });
  }
  return bijlagen;
}

/** What the copy says of a part: its lines, and of a document where it is. */
function regelsVan(b: Beoordeeld, bijlagen: ReadonlyMap<string, Zipbestand>): string[] {
  const regels = b.regels.filter(r => r.trim() !== '');
  if (b.stuk.soort !== 'document') return regels.length === 0 ? [t.gewist] : regels;
  const bij = bijlagen.get(b.stuk.id);
  if (!bij) return [...regels, t.gewist];
  return [...regels, b.keuze?.bestand ? t.bewerkteBijlage(bij.naam) : t.bijlage(bij.naam)];
}

function stelOp(
  blad: Inzageblad,
  v: Verzoekrij,
  b: { houder: string; vandaag: Temporal.PlainDate; bijlagen: ReadonlyMap<string, Zipbestand> },
): Document {
  const mee = meegegeven(blad);
  const stukken = mee.flatMap((x): Blok[] => [
    { soort: 'kop', niveau: 2, tekst: stuktitel(x.stuk) },
    ...regelsVan(x, b.bijlagen).map((tekst): Blok => ({ soort: 'alinea', tekst })),
  ]);
  return {
    titel: v.door === 'zelf' ? t.titel : t.titelVertegenwoordiger,
    taal: 'nl',
    metagegevens: [
      { label: t.bij, waarde: dag(v.tweedeOp ?? v.ontvangenOp) },
      { label: t.gemaakt, waarde: formatDag(b.vandaag, 'nl') },
      { label: t.door, waarde: b.houder },
    ],
    blokken: [
      { soort: 'alinea', tekst: t.uitleg },
      { soort: 'alinea', tekst: t.weg },
      ...(mee.length === 0 ? [{ soort: 'alinea', tekst: t.niets } as const] : stukken),
    ],
  };
}
