import ical, { ICalEventStatus } from 'ical-generator';
import { type Agendadag, agendadagen } from '../domain/agendafeed.ts';
import { enige, type Onderdeel, type Programma, tekst, titel, vind } from '../domain/programma.ts';
import type { Agendalezing } from '../usecases/agendaadres.ts';
import { toonDeeldatum, toonWanneer } from './opmaak.tsx';
import { agendaTeksten as t } from './teksten/agenda.ts';
import { algemeen } from './teksten/algemeen.ts';

function naamVan(a: Agendadag): string {
  if (a.soort === 'besluit') return t.besluit(titel(a.onderdeel), tekst(a.onderdeel, 'orgaan'));
  if (a.soort === 'rapportageplicht') return t.rapportage(titel(a.onderdeel));
  if (a.stand?.status === 'gereed') return t.klaar(titel(a.onderdeel));
  if (a.stand?.status === 'vervallen') return t.vervallen(titel(a.onderdeel));
  return titel(a.onderdeel);
}

/** When it is due, in the words of the source: shown where that is less precise than a day. */
function periodeVan(a: Agendadag): string {
  if (a.soort === 'mijlpaal') return toonWanneer(a.onderdeel, 'nl');
  if (a.soort === 'besluit') return toonDeeldatum(tekst(a.onderdeel, 'datum'), 'nl');
  return toonDeeldatum(a.dag.toPlainYearMonth().toString(), 'nl');
}

const isConcept = (p: Programma, o: Onderdeel): boolean =>
  p.weergave === 'werk' && o.openbareVersie !== o.versie;

/** Number of the version that the reader sees: nothing tells an outsider that somebody works on a draft. */
const volgnummer = (p: Programma, o: Onderdeel): number =>
  p.weergave === 'openbaar' ? (o.openbareVersie ?? o.versie) : o.versie;

/** Title of an event: what it is, how precise its day is, and that it is no more than a draft. */
function gebeurtenisTitel(p: Programma, a: Agendadag): string {
  const naam = a.precisie === 'dag' ? naamVan(a) : t.uiterlijk(naamVan(a), periodeVan(a));
  return isConcept(p, a.onderdeel) ? t.concept(naam) : naam;
}

function uitlegVan(p: Programma, a: Agendadag): string {
  const actie = vind(p, 'actie', tekst(a.onderdeel, 'actie'));
  const status = a.stand?.status;
  return [
    actie ? t.actie(`${actie.code} ${titel(actie)}`) : '',
    a.stand ? t.status(status ? algemeen.nl.status[status] : algemeen.nl.statusOnbekend) : '',
    tekst(a.onderdeel, 'statusReden'),
  ]
    .filter(Boolean)
    .join('\n');
}

const opEenRegel = (naam: string): string => naam.replace(/[\s;,\\]+/g, ' ').trim();

/**
 * The calendar as text (RFC 5545): whole days without time zone, one stable UID per item, so that a milestone
 * that moves is moved in the reader's calendar.
 */
export function agendaTekst(
  { p, lezer }: Agendalezing,
  tijd: { nu: Temporal.Instant; vandaag: Temporal.PlainDate },
  basisUrl: string | null,
): string {
  const agenda = ical({
    // The library prints this name as it is given.
    name: opEenRegel(t.naam(tekst(enige(p, 'regio'), 'naam'))),
    prodId: { company: 'Lange Adem', product: 'Programma', language: 'NL' },
  });
  for (const a of agendadagen(p, lezer, tijd.vandaag)) {
    const weg = a.stand?.status === 'vervallen';
    agenda.createEvent({
      id: a.uid,
      start: a.dag,
      allDay: true,
      stamp: tijd.nu,
      sequence: volgnummer(p, a.onderdeel),
      summary: gebeurtenisTitel(p, a),
      description: uitlegVan(p, a),
      status: weg ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      url: basisUrl ? `${basisUrl}/regio/${p.regio}/planning` : null,
    });
  }
  return `${agenda.toString()}\r\n`;
}
