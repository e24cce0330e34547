import type { Adres } from '../domain/adres.ts';
import type { Geboortedatum } from '../domain/geboortedatum.ts';
import type { Vergelijkbaar } from '../domain/gelijkenis.ts';
import { bekend, type Graad, ONBEKEND, waardeVan } from '../domain/graad.ts';
import { LEGE_GEGEVENS } from '../domain/persoon.ts';
import { bederfDatum, bederfNaam, type Toeval } from './bederf.ts';

/** One record of an invented person; `mens` says of whom, and only the measurement knows it. */
export interface Proefrecord extends Vergelijkbaar {
  readonly id: string;
  readonly mens: number;
}

/** What is required of finding (issue C1.3), at this share of corrupted fields. */
export const EISEN = { bederf: 0.1, precisie: 0.98, vindkans: 0.9 } as const;

export interface Vindproefopties {
  readonly zaad: number;
  readonly huishoudens: number;
  /** Chance that a field of a record is corrupted: 0.1 is 10 %. */
  readonly bederf: number;
}

/** Same seed, same numbers (SplitMix in 32 bits; Steele, Lea and Flood, 2014). For measurements only. */
export function maakToeval(zaad: number): Toeval {
  let stand = zaad | 0;
  const getal = () => {
    stand = (stand + 0x9e3779b9) | 0;
    let h = Math.imul(stand ^ (stand >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
  };
  const geheel = (van: number, tot: number) => van + Math.floor(getal() * (tot - van + 1));
  return {
    geheel,
    kans: p => getal() < p,
    kies: lijst => {
      const gekozen = lijst[geheel(0, lijst.length - 1)];
      if (gekozen === undefined) throw new RangeError('kies: er is niets om uit te kiezen');
      return gekozen;
    },
    // Low places far more often than high ones, as names are: Zipf by inversion.
    kiesSchuin: lijst => {
      const plaats = Math.floor(lijst.length ** getal()) - 1;
      const gekozen = lijst[Math.max(0, plaats)];
      if (gekozen === undefined) throw new RangeError('kies: er is niets om uit te kiezen');
      return gekozen;
    },
  };
}

const MANNEN =
  'Jan Johannes Pieter Willem Hendrik Cornelis Gerrit Daan Sem Lucas Levi Mohammed Youssef Ahmed Ali Thijs Bram Ruben Luuk Finn Noah Emre Mehmet Piotr Tomasz Jeroen Dennis Martijn Sander Bas Tim Rik Wouter Maarten Sjoerd Douwe Kevin Rachid Koen Stijn'.split(
    ' ',
  );
const VROUWEN =
  'Maria Johanna Anna Cornelia Elisabeth Wilhelmina Emma Julia Mila Sophie Fatima Aisha Khadija Lotte Sanne Femke Eva Zoë Noor Elif Zeynep Agnieszka Katarzyna Samira Leila Roos Fleur Iris Ilse Esther Marijke Annelies Petra Ingrid Linda Kim Anouk Maaike Tjitske Yvonne'.split(
    ' ',
  );
const BEGIN =
  'Blaak Brem Drie Eik Fluit Gras Hazel Ijssel Kolk Kraai Lijster Meeuw Noord Oever Prui Rijp Schel Sluis Spreeuw Stern Tarwe Uiter Vlier Wilg Zand Zilver Kwartel Duin Gors Mosch'.split(
    ' ',
  );
const EIND =
  'sma stra man huis beek berg veld dijk horst meer wijk ink hof brink mans sen ga aar kamp voort zicht'.split(
    ' ',
  );
/** Surnames made of Dutch syllables, so that they sound like names and are nobody's. */
export const ACHTERNAMEN: readonly string[] = EIND.flatMap(e => BEGIN.map(b => b + e));
const VOEGSELS = ['', '', '', '', '', 'van', 'de', 'van der', 'van den', 'ten'];
const LETTERS = [...'ABCDEGHJKLMNPRSTVWXZ'];

interface Mens {
  voornamen: string;
  roepnaam: string | null;
  tussenvoegsel: string;
  achternaam: string;
  geboren: Geboortedatum;
  adres: Adres;
  geslacht: 'man' | 'vrouw';
}

function maakAdres(t: Toeval): Adres {
  const postcode = `${t.geheel(1500, 2100)} ${t.kies(LETTERS)}${t.kies(LETTERS)}`;
  return {
    straat: 'Voorbeeldstraat',
    nummer: String(t.geheel(1, 180)),
    toevoeging: '',
    postcode,
    plaats: 'Voorbeeldstad',
  };
}

const dag = (t: Toeval, van: number, tot: number): Geboortedatum => ({
  jaar: t.geheel(van, tot),
  maand: t.geheel(1, 12),
  dag: t.geheel(1, 28),
});

function maakMens(t: Toeval, vast: Pick<Mens, 'tussenvoegsel' | 'achternaam' | 'adres' | 'geboren'>): Mens {
  const geslacht = t.kans(0.5) ? 'man' : 'vrouw';
  const namen = geslacht === 'man' ? MANNEN : VROUWEN;
  const eerste = t.kiesSchuin(namen);
  const voornamen = t.kans(0.4) ? `${eerste} ${t.kies(namen)}` : eerste;
  return { ...vast, geslacht, voornamen, roepnaam: t.kans(0.3) ? eerste : null };
}

/** A family with what makes finding hard: one surname and door for many, twins, and sons called after their father. */
function maakHuishouden(t: Toeval): Mens[] {
  const adres = maakAdres(t);
  const naam = () => ({ tussenvoegsel: t.kies(VOEGSELS), achternaam: t.kiesSchuin(ACHTERNAMEN) });
  const eerste = maakMens(t, { ...naam(), adres, geboren: dag(t, 1955, 2003) });
  const tweede = maakMens(t, {
    ...naam(),
    adres: t.kans(0.7) ? adres : maakAdres(t),
    geboren: dag(t, 1955, 2003),
  });
  const ouders = t.kans(0.2) ? [eerste] : [eerste, tweede];
  const kinderen: Mens[] = [];
  for (let n = t.kans(0.2) ? 0 : t.geheel(1, 4); n > 0; n--) {
    const vorige = kinderen.at(-1);
    const tweeling = vorige !== undefined && t.kans(0.02);
    const geboren = tweeling ? vorige.geboren : dag(t, 2006, 2025);
    const namen = new Set(kinderen.map(k => k.voornamen.split(' ')[0]));
    let kind = maakMens(t, { ...eerste, geboren });
    // Parents give no two children one first name.
    while (namen.has(kind.voornamen.split(' ')[0])) kind = maakMens(t, { ...eerste, geboren });
    const vernoemd = t.kans(0.03) && !namen.has(eerste.voornamen.split(' ')[0]);
    kinderen.push(vernoemd ? { ...kind, voornamen: eerste.voornamen, geslacht: eerste.geslacht } : kind);
  }
  return [...ouders, ...kinderen];
}

/** What somebody writes down of a person, with each field corrupted by chance. */
function schrijfOp(t: Toeval, m: Mens, mens: number, volgnummer: number, bederf: number): Proefrecord {
  const met = <T>(waarde: T, stuk: (w: T) => T | null): Graad<T> => {
    const w = t.kans(bederf) ? stuk(waarde) : waarde;
    return w === null ? ONBEKEND : bekend(w);
  };
  const naam = (soort: 'voornaam' | 'achternaam') => (w: string) => bederfNaam(t, w, soort);
  const anderAdres = (a: Adres): Adres | null => {
    const lot = t.geheel(0, 9);
    return lot < 4 ? { ...a, nummer: String(t.geheel(1, 180)) } : lot < 8 ? maakAdres(t) : null;
  };
  const adres = met(m.adres, anderAdres);
  const roepnaam = m.roepnaam === null ? ONBEKEND : met(m.roepnaam, naam('voornaam'));
  const voegsel = t.kans(bederf) ? t.kies(VOEGSELS) : m.tussenvoegsel;
  return {
    id: `${mens}-${volgnummer}`,
    mens,
    gegevens: {
      ...LEGE_GEGEVENS,
      voornamen: met(m.voornamen, naam('voornaam')),
      roepnaam,
      tussenvoegsel: voegsel,
      achternaam: met(m.achternaam, naam('achternaam')),
      geboortedatum: met(m.geboren, d => bederfDatum(t, d)),
    },
    adressen: [waardeVan(adres)].filter(a => a !== null),
    bsn: null,
    geslacht: t.kans(bederf)
      ? t.kans(0.5)
        ? 'onbekend'
        : m.geslacht === 'man'
          ? 'vrouw'
          : 'man'
      : m.geslacht,
  };
}

/** Records of invented people: everybody once, two in five twice, one in ten three times; every record corrupted alike. */
export function maakRecords(o: Vindproefopties): Proefrecord[] {
  const t = maakToeval(o.zaad);
  const uit: Proefrecord[] = [];
  let mens = 0;
  for (let h = 0; h < o.huishoudens; h++) {
    for (const m of maakHuishouden(t)) {
      const keer = t.kans(0.1) ? 3 : t.kans(0.45) ? 2 : 1;
      for (let i = 0; i < keer; i++) uit.push(schrijfOp(t, m, mens, i, o.bederf));
      mens++;
    }
  }
  return uit;
}
