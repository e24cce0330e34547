import { BeschrijvingsLijst } from '#platform/ui/index.ts';
import {
  type Contactweg,
  DAGDELEN,
  type Dagdeel,
  type VastgesteldContact,
  WIJZEN,
  type Wijze,
} from '../domain/contact.ts';
import type { Persoonblad } from '../usecases/blad.ts';
import type { Velden } from './kader.tsx';
import { toonAdres, toonDag, toonNaam } from './opmaak.tsx';
import { algemeen, woorden } from './teksten.ts';
import { contactteksten as t } from './teksten-contact.ts';

/** What is needed to put a record in words: the parties by name, the addresses of the person. */
export type Contactblad = Pick<Persoonblad, 'anderen' | 'adressen'>;

const taalnaam = (code: string): string => (woorden.taal as Readonly<Record<string, string>>)[code] ?? code;

function waarInWoorden(wijze: Wijze, waar: string, b: Contactblad): string {
  if (waar === '') return t.waarVast[wijze];
  if (wijze !== 'schrijven') return waar;
  const adres = b.adressen.find(a => a.id === waar && a.tot === null);
  return adres ? `${toonAdres(adres.adres)} (${woorden.adressoort[adres.soort]})` : t.adresWeg;
}

/** A part of the day with its hours. */
export const dagdeelnaam = (d: Dagdeel): string =>
  t.dagdeel(woorden.dagdeel[d], DAGDELEN[d][0], DAGDELEN[d][1]);

const momentenInWoorden = (w: Contactweg): string =>
  [...w.dagen.map(d => woorden.weekdag[d]), ...w.dagdelen.map(dagdeelnaam)].join(', ');

/** Who reads along, by name where it is a party. */
export function meeInWoorden(w: Contactweg, b: Contactblad): string {
  const wie = b.anderen.find(a => a.id === w.meePersoon);
  const mee = w.mee !== 'partij' ? woorden.mee[w.mee] : wie ? toonNaam(wie) : t.meeGewist;
  return w.meeWie === '' ? mee : `${mee}. ${w.meeWie}`;
}

/** Can somebody be reached along this way at all, so that where and when mean something? */
const gaat = (w: Contactweg): boolean => w.mag === 'ja';

/** One way in short: whether it may, and if so where, when and who reads along. */
export function wegInEenZin(wijze: Wijze, w: Contactweg, b: Contactblad): string {
  const mag = woorden.mag[wijze][w.mag];
  if (!gaat(w)) return mag;
  const delen = [waarInWoorden(wijze, w.waar, b), momentenInWoorden(w), w.wanneer]
    .filter(d => d !== '')
    .map(d => d.replace(/\.$/, ''));
  return `${mag}: ${delen.join('; ')}. ${t.kort.mee}: ${meeInWoorden(w, b)}`;
}

function wegInWoorden(wijze: Wijze, w: Contactweg, b: Contactblad): [string, string][] {
  const naam = woorden.wijze[wijze];
  const deel = (wat: string) => `${naam}, ${wat.toLowerCase()}`;
  return [
    [naam, woorden.mag[wijze][w.mag]],
    [deel(t.kort.waar), waarInWoorden(wijze, w.waar, b)],
    ...(wijze === 'bellen'
      ? [[deel(t.kort.momenten), momentenInWoorden(w) || t.altijd] as [string, string]]
      : []),
    [deel(t.kort.wanneer), w.wanneer],
    [deel(t.kort.mee), meeInWoorden(w, b)],
  ];
}

/** What a record says, in words, by what it is about. */
export function contactInWoorden(
  k: Pick<VastgesteldContact, 'wegen' | 'taal' | 'tolk'>,
  b: Contactblad,
): Velden {
  return Object.fromEntries([
    ...WIJZEN.flatMap(w => wegInWoorden(w, k.wegen[w], b)),
    [t.taal, taalnaam(k.taal ?? '')],
    [t.tolk, k.tolk ? woorden.janee.ja : woorden.janee.nee],
  ]);
}

/** A record, to read. */
export const Vastgelegd = ({ k, b }: { k: VastgesteldContact; b: Contactblad }) => (
  <BeschrijvingsLijst
    items={[
      ...Object.entries(contactInWoorden(k, b)).map(([term, waarde]) => ({
        term,
        waarde: waarde === '' ? algemeen.onbekend : waarde,
      })),
      ...(k.eerderGenoteerd === '' ? [] : [{ term: t.eerderGenoteerd, waarde: k.eerderGenoteerd }]),
      { term: t.besproken, waarde: toonDag(k.vastgesteldOp) },
    ]}
  />
);

/** What matters most of a record, on the page of a person. */
export const ContactInHetKort = ({ k, b }: { k: VastgesteldContact; b: Contactblad }) => (
  <BeschrijvingsLijst
    items={[
      ...WIJZEN.map(w => ({ term: woorden.wijze[w], waarde: wegInEenZin(w, k.wegen[w], b) })),
      ...(k.taal === null && !k.tolk
        ? []
        : [
            {
              term: t.taal,
              waarde: [taalnaam(k.taal ?? ''), k.tolk ? t.tolk : ''].filter(Boolean).join('. '),
            },
          ]),
      ...(k.eerderGenoteerd === '' ? [] : [{ term: t.eerderGenoteerd, waarde: k.eerderGenoteerd }]),
    ]}
  />
);
