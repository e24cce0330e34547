import { parseDag } from '#kern/datum/index.ts';
import { gelukt, geweigerd, ongeldig, type Result, type Weigering } from '#kern/resultaat/index.ts';
import { AFLOPEN, type Afloop, DOORLOOPSOORTEN, type Doorloop, type Doorloopsoort } from './doorloop.ts';
import { type Gemeente, slugVan, vindGemeente } from './gemeente.ts';
import type { Cel, Rijfout, Tabelinhoud } from './inleesregel.ts';
import { doorloopbestandteksten as t } from './teksten.ts';

/** The columns of a file with lead times: these and no others. */
export const DOORLOOPKOLOMMEN = ['gemeente', 'soort', 'start', 'eind', 'afloop'] as const;
export type Doorloopkolom = (typeof DOORLOOPKOLOMMEN)[number];

/** What rows are checked against. */
export interface Doorloopkennis {
  readonly regio: string;
  readonly gemeenten: readonly Gemeente[];
  readonly peildatum: Temporal.PlainDate;
  readonly instroomVanaf: Temporal.PlainDate;
}

// Words in the name of a column that say that it tells who somebody is, or which file it was.
const HERKENBAAR = new Set(
  (
    'naam namen voornaam voornamen achternaam roepnaam initialen voorletters bsn burgerservicenummer geboren ' +
    'geboortedatum geboortedag geboortejaar geboorteplaats leeftijd geslacht adres straat huisnummer postcode ' +
    'woonplaats telefoon telefoonnummer mobiel email mail client clientnummer burger persoon kind ouder melder ' +
    'zaaknummer dossier dossiernummer meldingsnummer casusnummer kenmerk nummer id'
  ).split(' '),
);
const isHerkenbaar = (slug: string): boolean =>
  slug.split('-').some(woord => HERKENBAAR.has(woord) || /bsn|geboort|e-?mail/.test(woord));

/** Which column holds what, by its name. Refuses what is missing, double, unknown, or tells who somebody is. */
function leesKop(kop: readonly string[]): Result<Record<Doorloopkolom, number>, Weigering> {
  const slugs = kop.map(slugVan);
  const herkenbaar = slugs.findIndex(isHerkenbaar);
  // The name of a column is not repeated: in a file without a header it is somebody's data.
  if (herkenbaar >= 0) return geweigerd(ongeldig({ bestand: t.herkenbaar(herkenbaar + 1) }));
  const vreemd = slugs.findIndex((s, i) => !DOORLOOPKOLOMMEN.some(k => k === s) || slugs.indexOf(s) !== i);
  if (vreemd >= 0) return geweigerd(ongeldig({ bestand: t.vreemd(vreemd + 1) }));
  const mist = DOORLOOPKOLOMMEN.filter(k => !slugs.includes(k));
  if (mist.length > 0) return geweigerd(ongeldig({ bestand: t.mist(mist.join(', ')) }));
  const plekken = DOORLOOPKOLOMMEN.map(k => [k, slugs.indexOf(k)] as const);
  return gelukt(Object.fromEntries(plekken) as Record<Doorloopkolom, number>);
}

const tekstVan = (cel: Cel | undefined): string =>
  cel === null || cel === undefined ? '' : String(cel).trim();

const { compare } = Temporal.PlainDate;
type Cellen = Readonly<Record<Doorloopkolom, string>>;
type Meld = (kolom: Doorloopkolom, melding: string) => null;

// A day as a spreadsheet or a register writes it; a time after it is left out.
function leesDag(tekst: string): Temporal.PlainDate | null {
  const dag = parseDag(tekst.replace(/[T ]\d{2}:\d{2}.*$/, ''));
  return dag.ok ? dag.waarde : null;
}

function leesStart(c: Cellen, k: Doorloopkennis, meld: Meld): Temporal.PlainDate | null {
  const dag = leesDag(c.start);
  if (!dag) return meld('start', t.dagOnleesbaar);
  if (compare(dag, k.peildatum) > 0) return meld('start', t.naPeildatum);
  if (compare(dag, k.instroomVanaf) < 0) return meld('start', t.voorInstroom);
  return dag;
}

type Einde = { eind: Temporal.PlainDate; afloop: Afloop } | { eind: null; afloop: null };

function leesEinde(c: Cellen, start: Temporal.PlainDate, k: Doorloopkennis, meld: Meld): Einde | null {
  if (c.eind === '' && c.afloop === '') return { eind: null, afloop: null };
  if (c.eind === '') return meld('eind', t.eindMist);
  const dag = leesDag(c.eind);
  if (!dag) return meld('eind', t.dagOnleesbaar);
  if (compare(dag, start) < 0) return meld('eind', t.eindVoorStart);
  if (compare(dag, k.peildatum) > 0) return meld('eind', t.naPeildatum);
  const afloop = AFLOPEN.find(a => a === c.afloop.toLowerCase().replaceAll(/[ -]/g, '_'));
  return afloop ? { eind: dag, afloop } : meld('afloop', t.afloopOnbekend);
}

function leesGemeente(c: Cellen, start: Temporal.PlainDate, k: Doorloopkennis, meld: Meld): string | null {
  const dag = start.toString();
  const gevonden = vindGemeente(k.gemeenten, c.gemeente, dag, dag);
  if (!gevonden.ok) {
    return meld(
      'gemeente',
      gevonden.weigering.code === 'gemeente_bestond_niet' ? t.gemeenteBestondNiet : t.gemeenteOnbekend,
    );
  }
  return gevonden.waarde.regio === k.regio ? gevonden.waarde.code : meld('gemeente', t.andereRegio);
}

function leesRij(c: Cellen, k: Doorloopkennis, meld: Meld): Doorloop | null {
  const soort: Doorloopsoort | null =
    DOORLOOPSOORTEN.find(s => s === c.soort.toLowerCase()) ?? meld('soort', t.soortOnbekend);
  const start = leesStart(c, k, meld);
  const gemeente = start && leesGemeente(c, start, k, meld);
  const einde = start && leesEinde(c, start, k, meld);
  return soort && start && gemeente && einde ? { gemeente, soort, start, ...einde } : null;
}

/**
 * Reads a file with one row per assessment or investigation. Refuses the file (`bestand`) when a column is missing, not
 * known, or tells who somebody is: nothing of it is then kept. Otherwise every row that is right and every fault with its
 * row and column; a fault never repeats what stood in the cell, since that may be somebody's name.
 */
export function leesDoorloopbestand(
  tabel: Tabelinhoud,
  k: Doorloopkennis,
): Result<{ doorlopen: Doorloop[]; fouten: Rijfout[] }, Weigering> {
  const kolommen = leesKop(tabel.kop);
  if (!kolommen.ok) return kolommen;
  const doorlopen: Doorloop[] = [];
  const fouten: Rijfout[] = [];
  for (const { nr, cellen } of tabel.rijen) {
    if (cellen.every(c => tekstVan(c) === '')) continue;
    const gelezen = DOORLOOPKOLOMMEN.map(v => [v, tekstVan(cellen[kolommen.waarde[v]])] as const);
    const meld: Meld = (kolom, melding) => {
      fouten.push({ rij: nr, kolom, melding });
      return null;
    };
    const d = leesRij(Object.fromEntries(gelezen) as Cellen, k, meld);
    if (d) doorlopen.push(d);
  }
  return gelukt({ doorlopen, fouten });
}
