// What the drill of restoring and the upgrades left behind in .test, as a part of docs/volledige-proef.md.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** One drill: invented families of a stated size, and how long each step took. */
export type Oefening = {
  gezinnen: number;
  personen: number;
  notities: number;
  gewist: number;
  rijen: number;
  tabellen: number;
  bytes: number;
  seconden: { kopie: number; terugzetten: number; vergelijken: number; naspelen: number };
};

/** How long it took to bring a saved database to this release. */
export type Opwaardering = { uitgave: string; rijen: number; seconden: number };

export type Herstel = { oefening: Oefening | null; opwaarderingen: readonly Opwaardering[] };

const OEFENING = '.test/hersteloefening.json';
const OPWAARDEREN = '.test/opwaarderen';

function lees<T>(pad: string): T | null {
  try {
    return JSON.parse(readFileSync(pad, 'utf8')) as T;
  } catch {
    return null;
  }
}

/** Nothing of an earlier run may come in a report. */
export function wisHerstel(wortel: string): void {
  rmSync(join(wortel, OEFENING), { force: true });
  rmSync(join(wortel, OPWAARDEREN), { recursive: true, force: true });
}

export function leesHerstel(wortel: string): Herstel {
  let namen: string[] = [];
  try {
    namen = readdirSync(join(wortel, OPWAARDEREN)).sort();
  } catch {
    // Not part of this run.
  }
  return {
    oefening: lees<Oefening>(join(wortel, OEFENING)),
    opwaarderingen: namen.flatMap(n => lees<Opwaardering>(join(wortel, OPWAARDEREN, n)) ?? []),
  };
}

const getal = (n: number, cijfers = 0): string =>
  new Intl.NumberFormat('nl-NL', { minimumFractionDigits: cijfers, maximumFractionDigits: cijfers }).format(
    n,
  );

function oefendeel(o: Oefening): string {
  const rij = (wat: string, s: number) => `| ${wat} | ${getal(s, 1)} s |`;
  return [
    '## Hersteloefening',
    `${getal(o.gezinnen)} verzonnen gezinnen (${getal(o.personen)} personen, ${getal(o.notities)} notities, ${getal(o.rijen)} rijen in ${getal(o.tabellen)} tabellen); kopie van ${getal(o.bytes / 1e6, 1)} MB. Na de kopie zijn ${getal(o.gewist)} dossiers gewist; die zijn na terugzetten weer weg, de rest is heel en leesbaar, en het logboek klopt.`,
    [
      '| Stap | Duur |',
      '| --- | ---: |',
      rij('Reservekopie maken', o.seconden.kopie),
      rij('Terugzetten', o.seconden.terugzetten),
      rij('Elke tabel vergelijken', o.seconden.vergelijken),
      rij('Wislijst naspelen en de schijf herschrijven', o.seconden.naspelen),
    ].join('\n'),
  ].join('\n\n');
}

function opwaardeerdeel(regels: readonly Opwaardering[]): string {
  return [
    '## Opwaarderen',
    'Een bewaarde database van een vorige uitgave, met elke migratie van daarna.',
    [
      '| Uitgave | Rijen | Duur |',
      '| --- | ---: | ---: |',
      ...regels.map(r => `| ${r.uitgave} | ${getal(r.rijen)} | ${getal(r.seconden, 1)} s |`),
    ].join('\n'),
  ].join('\n\n');
}

/** As Markdown; '' when neither was part of the run. */
export const hersteldeel = (h: Herstel): string =>
  [
    h.oefening ? oefendeel(h.oefening) : '',
    h.opwaarderingen.length > 0 ? opwaardeerdeel(h.opwaarderingen) : '',
  ]
    .filter(x => x !== '')
    .join('\n\n');
