import { parse } from 'csv-parse/sync';
import { techniek, type Vrager } from '../toegang-matrix/wie.ts';
import type { Antwoord } from './inhoud.ts';
import type { Merkboek } from './merken.ts';
import { magVragen, onterecht } from './recht.ts';
import { BASIS, type Verzoek } from './verzoek.ts';
import type { Wandelaar, Wereld } from './wereld.ts';
import type { Wijziging } from './wijzigingen.ts';

/** Something that may never be, with the kind by which equal ones are known. */
export interface Gebrek {
  soort: string;
  tekst: string;
}

/** What must hold for every answer by A2.3; written from the requirement. */
const KOPPEN: readonly [naam: string, goed: (waarde: string) => boolean][] = [
  [
    'content-security-policy',
    w => /default-src 'none'/.test(w) && !/unsafe-|https?:|\*/.test(w) && /frame-ancestors 'none'/.test(w),
  ],
  ['x-content-type-options', w => w === 'nosniff'],
  ['x-frame-options', w => w === 'DENY'],
  ['referrer-policy', w => /^(same-origin|no-referrer|strict-origin)$/.test(w)],
];

/** What a failure inside looks like when it gets outside. */
const BINNENWERK =
  /\bat .{0,120}\.(?:ts|js|mjs|tsx):\d+|node_modules|\/src\/modules|violates (?:check|unique|foreign)|syntax error at or near|relation "|\bECONN[A-Z]+|TypeError|ReferenceError|kysely/;

const NEDERLANDS = /\b(?:de|het|een|niet|is|uw|u|er|en|van|te|wij)\b/gi;
const ENGELS = /\b(?:the|this|is|not|you|your|and|to)\b/gi;

const geen: Gebrek[] = [];
const gebrek = (soort: string, tekst: string): Gebrek[] => [{ soort, tekst }];

/** Words of a body without its tags. */
const zichtbaar = (a: Antwoord): string => a.lijf.toString('utf8').replaceAll(/<[^>]*>/g, ' ');

/** A2.3: never a failure, never what is inside, always the guards of a browser. */
function algemeen(a: Antwoord): Gebrek[] {
  const uit: Gebrek[] = [];
  if (a.status >= 500) uit.push(...gebrek('storing', `${a.status}: ${zichtbaar(a).slice(0, 200)}`));
  if (a.soort !== 'application/pdf' && a.soort !== 'application/javascript' && BINNENWERK.test(a.tekst))
    uit.push(...gebrek('binnenwerk', `toont ${BINNENWERK.exec(a.tekst)?.[0].slice(0, 200)}`));
  for (const [naam, goed] of KOPPEN)
    if (!goed(a.koppen.get(naam) ?? ''))
      uit.push(...gebrek('kop', `${naam} is ${a.koppen.get(naam) ?? 'er niet'}`));
  const naar = a.koppen.get('location');
  if (naar && !/^\/(?!\/)/.test(naar) && !naar.startsWith('http://localhost/'))
    uit.push(...gebrek('doorsturen', `stuurt naar ${naar}`));
  return uit;
}

/** Nothing of what was typed becomes code: in a page, a sheet or a calendar. A5.3. */
function opgeslagenKwaad(a: Antwoord): Gebrek[] {
  const uit: Gebrek[] = [];
  if (a.pagina?.elementen.has('wqzx'))
    uit.push(...gebrek('script', 'getypte opmaak is een element geworden'));
  for (const x of a.pagina?.inlijn ?? []) uit.push(...gebrek('inlijn', `code of stijl in de pagina: ${x}`));
  if (/^(?:BEGIN|END|ATTENDEE|X-KWAAD)[:;].*wqzx/m.test(a.soort === 'text/calendar' ? a.tekst : ''))
    uit.push(...gebrek('agenda', 'getypte tekst is een regel van de agenda geworden'));
  if (a.soort === 'text/csv') {
    const cellen = parse(a.lijf, { bom: true, delimiter: [';', ','], relax_column_count: true });
    const kwaad = (cellen as string[][]).flat().find(c => /^[=@+\t\r]|^-\D/.test(c) && c.includes('wqzx'));
    if (kwaad) uit.push(...gebrek('formule', `cel is een formule: ${kwaad.slice(0, 80)}`));
  }
  if (a.soort.includes('spreadsheetml') && /<f[ >][^<]*wqzx/.test(a.tekst))
    uit.push(...gebrek('formule', 'getypte tekst is een formule van het rekenblad geworden'));
  return uit;
}

/** A refusal says in the reader's language what is the matter. */
function weigeringstekst(a: Antwoord, pad: string, methode: string): Gebrek[] {
  if (a.status < 400 || a.status >= 500 || methode === 'HEAD' || methode === 'OPTIONS') return geen;
  if (a.soort === 'application/problem+json') {
    const p = JSON.parse(a.lijf.toString('utf8')) as Record<string, unknown>;
    const goed =
      p['status'] === a.status && String(p['title'] ?? '') !== '' && String(p['detail'] ?? '') !== '';
    return goed
      ? geen
      : gebrek('probleem', `problem+json zonder titel of uitleg: ${a.lijf.toString().slice(0, 200)}`);
  }
  const engels = /^\/en(?:\/|$)/.test(new URL(pad, BASIS).pathname);
  const woorden = zichtbaar(a).match(engels ? ENGELS : NEDERLANDS)?.length ?? 0;
  if (a.pagina && a.pagina.taal === (engels ? 'en' : 'nl') && a.pagina.kop !== '' && woorden >= 3)
    return geen;
  return gebrek(
    'weigering',
    `${a.status} zonder uitleg in het ${engels ? 'Engels' : 'Nederlands'}: ${zichtbaar(a).slice(0, 120)}`,
  );
}

/** Nobody sees what is for others. What the visitor sent along is no news to him. */
function lekken(a: Antwoord, z: Verzoek, lezer: Vrager, eigenaar: Vrager, boek: Merkboek): Gebrek[] {
  const gestuurd = boek.gevonden(`${decodeer(z.pad)} ${z.velden?.map(([, w]) => String(w)).join(' ') ?? ''}`);
  const leestPost = techniek(lezer) && z.pad.split('?')[0] === '/beheer/techniek';
  return [...boek.gevonden(a.tekst)]
    .filter(
      m => !gestuurd.has(m) && !boek.mag(m, lezer) && !boek.mag(m, eigenaar) && !(leestPost && m.inPost),
    )
    .map(m => ({ soort: `lek ${m.naam}`, tekst: `${lezer.naam} ziet: ${m.naam}` }));
}

function decodeer(pad: string): string {
  try {
    return decodeURIComponent(pad);
  } catch {
    return pad;
  }
}

/** An address as our own pages write it; of others only the general rules are judged. */
const gewoonPad = (pad: string): boolean => /^\/(?!.*(?:\/\/|%|\\|\.\.))[^?]*[^/?]$|^\/$/.test(pad);

/** A3.10, A4.2, A2.5: without the right nothing, and 'not allowed' looks like 'not there'. */
function recht(a: Antwoord, z: Verzoek, lezer: Vrager, w: Wereld): Gebrek[] {
  const pad = z.pad.split('?')[0] ?? '';
  if (!gewoonPad(pad) || !['GET', 'HEAD', 'POST'].includes(z.methode)) return geen;
  const naarAanmelden = a.status === 303 && (a.koppen.get('location') ?? '').startsWith('/aanmelden');
  const mag = magVragen(lezer, z.methode, pad, w);
  if (mag === false) {
    const goed =
      [400, 403, 404, 413, 415, 429].includes(a.status) && (z.methode === 'POST' || a.status !== 403);
    if (goed || (lezer.rol === null && naarAanmelden)) return geen;
    return gebrek('recht', `${lezer.naam} mag dit niet en krijgt ${a.status}`);
  }
  const zelf = /^\/(?:aanmelden|afmelden|account\/overal-afmelden)/.test(pad);
  if (mag && lezer.rol !== null && naarAanmelden && !zelf)
    return gebrek('recht', `${lezer.naam} is aangemeld en wordt naar aanmelden gestuurd`);
  if (z.token === 'vreemd' && a.status !== 403) return gebrek('vervalsing', `vals bewijs geeft ${a.status}`);
  if (z.token === 'eigen' && z.aard === 'formulier' && a.status === 403)
    return gebrek('vervalsing', 'het bewijs van de eigen pagina wordt geweigerd');
  return geen;
}

/** Publishing what is ready and telling what was skipped is one act, answered with 409. */
const HALF = /^\/programma\/[^/]+\/concepten$/;
/** Tables in which a refused act leaves nothing. */
const INHOUD = /^(?:programma\.(?:onderdeel|agenda)|datalab\.waarneming|hulpaanbod|zelfscan|toegang)/;

function schrijven(a: Antwoord, z: Verzoek, w: Wandelaar, wijzigingen: readonly Wijziging[]): Gebrek[] {
  const pad = z.pad.split('?')[0] ?? '';
  const uit = wijzigingen.flatMap(x => {
    const tekst = z.token === 'vreemd' ? `${x.tabel}: met vals bewijs` : onterecht(w, x, z.methode, pad);
    return tekst ? [{ soort: `schrijft ${x.tabel}`, tekst: `${w.wie.naam} schreef ${tekst}` }] : [];
  });
  const half = wijzigingen.find(x => INHOUD.test(x.tabel));
  if (a.status >= 400 && half && !HALF.test(pad))
    uit.push({ soort: `half ${half.tabel}`, tekst: `antwoord ${a.status}, maar ${half.tabel} is gewijzigd` });
  return uit;
}

/** Everything that is wrong with one step. `eigenaar`: whose rights the address carries, when it is a secret one. */
export function beoordeel(
  w: Wereld,
  z: Verzoek,
  a: Antwoord,
  wie: { wandelaar: Wandelaar; eigenaar: Vrager },
  wijzigingen: readonly Wijziging[],
): Gebrek[] {
  return [
    ...algemeen(a),
    ...opgeslagenKwaad(a),
    ...weigeringstekst(a, z.pad, z.methode),
    ...lekken(a, z, wie.wandelaar.wie, wie.eigenaar, w.boek),
    ...recht(a, z, wie.wandelaar.wie, w),
    ...schrijven(a, z, wie.wandelaar, wijzigingen),
  ];
}
