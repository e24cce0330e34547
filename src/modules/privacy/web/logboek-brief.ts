import { formatDag, formatTijdstip } from '#kern/datum/index.ts';
import type { Document } from '#platform/documenten/index.ts';
import type { Overzicht, Overzichtsregel } from '../domain/logboek-overzicht.ts';
import { logboekTeksten, logboekwoorden } from './teksten-logboek.ts';

const t = logboekTeksten.brief;

/** The word for a code. */
export const woord = (code: string): string => logboekwoorden[code] ?? code.replaceAll('_', ' ');

const ontvangerwoord = (code: string): string =>
  (logboekTeksten.ontvangers as Readonly<Record<string, string>>)[code] ?? code.replaceAll('_', ' ');

const wanneer = (r: Overzichtsregel): string =>
  [
    formatDag(r.dag),
    r.eerste === r.laatste ? r.eerste : `${r.eerste} – ${r.laatste}`,
    ...(r.aantal > 1 ? [t.keer(r.aantal)] : []),
  ].join(', ');

const wie = (r: Overzichtsregel): string =>
  [r.naam, r.functie === null ? t.functie : woord(r.functie), r.organisatie ?? t.organisatie]
    .filter(d => d !== null && d !== '')
    .join(', ');

const wat = (r: Overzichtsregel): string =>
  [
    `${r.geweigerd ? t.poging : woord(r.handeling)}: ${woord(r.onderdeel)}`,
    ...(r.ontvanger === null ? [] : [t.aan(ontvangerwoord(r.ontvanger))]),
  ].join(', ');

const waarvoor = (r: Overzichtsregel): string => (r.nood ? t.nood : r.doel === null ? '' : woord(r.doel));

/** A line of the overview, as the person concerned reads it. */
export const regelcellen = (r: Overzichtsregel): string[] => [wanneer(r), wie(r), wat(r), waarvoor(r)];

export interface Briefgegevens {
  overzicht: Overzicht;
  van: Temporal.PlainDate;
  tot: Temporal.PlainDate;
  nu: Temporal.Instant;
  /** Organisation that gives it, and who made it. */
  houder: string;
  maker: string;
}

/** The overview as a document. Names the person concerned nowhere: who gets it knows who he is. */
export function maakLogboekbrief(b: Briefgegevens): Document {
  const moment = formatTijdstip(b.nu);
  const { regels } = b.overzicht;
  return {
    titel: t.titel,
    taal: 'nl',
    onderwerp: t.onderwerp,
    metagegevens: [
      { label: t.periode, waarde: `${formatDag(b.van)} – ${formatDag(b.tot)}` },
      { label: t.gemaakt, waarde: moment },
      ...(b.houder === '' ? [] : [{ label: t.door, waarde: b.houder }]),
    ],
    voettekst: t.voet(b.maker, moment),
    blokken: [
      { soort: 'alinea', tekst: t.uitleg },
      regels.length === 0
        ? { soort: 'alinea', tekst: t.geen }
        : {
            soort: 'tabel',
            kop: t.kolommen,
            rijen: regels.map(regelcellen),
            bijschrift: t.bijschrift,
          },
      { soort: 'alinea', tekst: t.weglaten },
      { soort: 'alinea', tekst: t.klacht },
    ],
  };
}
