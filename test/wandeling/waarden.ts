import { ELDERS, REGIO } from '../toegang-matrix/wie.ts';
import type { Veld, Verzendknop, Vorm } from './pagina.ts';
import type { Toeval } from './toeval.ts';
import { Bestand, type Velden } from './verzoek.ts';

import { type Gemeente, ZOEKWOORD } from './zaaigoed.ts';

/** What filling in needs to know of the walk. */
export interface Invulhulp {
  d: Toeval;
  /** A new word that will be recognised wherever it turns up. */
  woord(): string;
  /** A new count about a municipality. */
  getal(g: Gemeente): number;
  gemeenten: readonly Gemeente[];
  adres: string;
  wachtwoord: string;
  /** Regions in which the walker works. */
  regios: readonly string[];
  /** Files that were downloaded before, by region and kind. */
  gekregen: ReadonlyMap<string, Buffer>;
  /** Is this form filled in by somebody who means harm? */
  boos: boolean;
}

const OPMAAK = ['<wqzx onmouseover=alert(1)>', '"><wqzx a="', "';alert('wqzx')//</script><wqzx>"];
const KWAAD = [
  ...OPMAAK,
  '=HYPERLINK("http://kwaad.invalid/wqzx")',
  '@SUM(1+1)*wqzx',
  '+wqzx+1',
  '-wqzx',
  "wqzx'; drop table programma.onderdeel; --",
  'wqzx\r\nBEGIN:VEVENT\r\nX-KWAAD:wqzx\r\nEND:VEVENT',
  'wqzx\r\nSet-Cookie: kwaad=1',
  '../../../../etc/passwd\u0000wqzx',
  '{{7*7}}<%= 7*7 %>wqzx',
  'wqzx%00%0a',
];
const VREEMD = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  '9007199254740993',
  'NaN',
  'null',
  'PM',
  '31-02-2026',
  '29-02-2100',
  '2026-13',
  '99-99-9999',
  '0000-00-00',
  'é̂̃ 👩🏽‍🚀 \u202etxet',
  '\u0000',
  '\ud800',
  'ⅷ½',
  '[]',
  '__proto__',
  'constructor',
  'a'.repeat(5_000),
  '\n\n\n',
];
const DATUMS = ['15-03-2026', '1-1-2025', '2026-03-15', '31-12-2024', '1 maart 2026'];
const MAANDEN = ['2026-03', '2025-01', '2021-12', '2024-06'];
const GETALLEN = ['12', '0', '1.234', '1234,56', '7', '250000'];

/** A value that fits what the field seems to ask for. */
function passend(veld: Veld, h: Invulhulp): string {
  const { d } = h;
  const zin = () => `Voorbeeldzin ${h.woord()} van de wandeling.`;
  if (veld.soort === 'email') return `${h.woord()}@voorbeeld.invalid`;
  if (veld.soort === 'search' || veld.naam === 'q')
    return d.kies([ZOEKWOORD, 'haarlem', 'meldingen', h.woord()]);
  if (veld.toetsen === 'numeric' || veld.toetsen === 'decimal') return d.kies(GETALLEN);
  if (/^(?:van|tot)$|maand/i.test(veld.naam)) return d.kies([...MAANDEN, ...DATUMS]);
  if (/datum|begin|eind/i.test(veld.naam)) return d.kies(DATUMS);
  if (/kwartaal/i.test(veld.naam)) return d.kies(['2026-Q1', '2025-Q4', 'Q2 2026']);
  if (/jaar/i.test(veld.naam)) return d.kies(['2021', '2025', '2026']);
  if (/^code$/i.test(veld.naam)) return `W${d.getal(1_000)}`;
  return zin();
}

const kwaad = (h: Invulhulp): string => (h.d.kans(0.5) ? `${h.woord()} ${h.d.kies(KWAAD)}` : h.d.kies(KWAAD));

/** A new value for a field. */
function verander(veld: Veld, h: Invulhulp): string {
  const { d } = h;
  if (veld.opties.length > 0)
    return d.kans(h.boos ? 0.5 : 0.95) ? d.kies(veld.opties) : d.kies([...VREEMD, ...KWAAD]);
  if (h.boos) return d.kans(0.7) ? kwaad(h) : d.kies(VREEMD);
  return d.kans(0.75) ? passend(veld, h) : d.kies(VREEMD);
}

const csv = (regels: readonly string[]): Buffer => Buffer.from(`${regels.join('\n')}\n`);

/** A table of figures about the walker's own municipalities, good or not. */
function cijferbestand(h: Invulhulp): Bestand {
  const { d } = h;
  const eigen = h.gemeenten.filter(g => h.regios.includes(g.regio));
  const regel = (g: Gemeente) => `${g.naam};2025;vt_adviezen;${h.getal(g)};nee;${h.woord()}`;
  const kop = 'gemeente;periode;indicator;waarde;voorlopig;opmerking';
  const g = d.kies(eigen.length > 0 ? eigen : h.gemeenten);
  const naam = `${h.woord()}.csv`;
  switch (d.getal(7)) {
    case 0:
      return new Bestand(naam, csv([kop, `${g.naam};2025;bestaat_niet;x;misschien;=1+wqzx`]));
    case 1:
      return new Bestand('leeg.csv', '');
    case 2:
      return new Bestand('../../kwaad<wqzx>.xlsx', Buffer.from('PK\x03\x04 geen archief'));
    case 3:
      return new Bestand(naam, csv([`${kop};${h.woord()}`, ...eigen.slice(0, 3).map(regel), 'te;weinig']));
    default:
      return new Bestand(naam, csv([kop, regel(g)]));
  }
}

/** A programme as it was fetched before, whole or damaged. */
function programmabestand(regio: string, h: Invulhulp): Bestand {
  const { d } = h;
  const json = h.gekregen.get(`${regio}|json`);
  const xlsx = h.gekregen.get(`${regio}|xlsx`);
  switch (d.getal(8)) {
    case 0:
      return new Bestand('programma.json', '{}');
    case 1:
      return new Bestand('programma.json', '{"regio": 1, "acties": [null, {"code": "<wqzx>"}]}');
    case 2:
      return new Bestand('leeg.json', '');
    case 3:
      return new Bestand('programma.xlsx', (xlsx ?? Buffer.from('PK\x03\x04')).subarray(0, 2_000));
    case 4:
    case 5:
      if (xlsx) return new Bestand('programma.xlsx', xlsx);
      break;
    default:
      break;
  }
  if (!json) return new Bestand('programma.json', '[');
  // The same programme with a new sentence somewhere.
  const plekken = [...json.toString('utf8').matchAll(/"(?:omschrijving|tekst|titel)": ?"/g)];
  if (plekken.length === 0 || d.kans(0.3)) return new Bestand('programma.json', json);
  const m = d.kies(plekken);
  const na = (m.index ?? 0) + m[0].length;
  const tekst = json.toString('utf8');
  return new Bestand('programma.json', `${tekst.slice(0, na)}${h.woord()} ${tekst.slice(na)}`);
}

function bestandVoor(vorm: Vorm, h: Invulhulp): Bestand {
  const regio = /^\/programma\/([^/]+)\/bestand$/.exec(vorm.actie)?.[1];
  return regio ? programmabestand(regio, h) : cijferbestand(h);
}

/** One field as it goes along: as it stood, or changed. */
function waardeVan(veld: Veld, vorm: Vorm, h: Invulhulp, wijzig: boolean): Velden {
  const paar = (w: string): Velden => [[veld.naam, w]];
  if (veld.naam === '_csrf') return [];
  if (veld.soort === 'file') return h.d.kans(0.05) ? [] : [[veld.naam, bestandVoor(vorm, h)]];
  if (vorm.actie === '/aanmelden' && veld.naam === 'adres') return paar(h.adres);
  if (vorm.actie === '/aanmelden' && veld.naam === 'wachtwoord') return paar(h.wachtwoord);
  // Every message costs the account of somebody: the walk asks for itself only.
  if (vorm.actie === '/aanmelden/herstel' && veld.naam === 'adres' && h.d.kans(0.5)) return paar(h.adres);
  if (veld.soort === 'checkbox') return veld.aan !== wijzig ? paar(veld.waarde) : [];
  if (veld.soort === 'hidden') return paar(wijzig && h.d.kans(0.15) ? h.d.kies(VREEMD) : veld.waarde);
  if (veld.soort === 'radio' && !wijzig && veld.waarde === '') return [];
  return paar(wijzig ? verander(veld, h) : veld.waarde);
}

/** Fills a form in as somebody might: a few fields changed in a long one, most of them in a short one. */
export function vulIn(vorm: Vorm, h: Invulhulp): { velden: Velden; actie: string } {
  const { d } = h;
  const knop: Verzendknop | null = vorm.knoppen.length > 0 ? d.kies(vorm.knoppen) : null;
  const zichtbaar = vorm.velden.filter(v => v.soort !== 'hidden').length;
  const deel = zichtbaar > 6 ? 2.5 / zichtbaar : 0.8;
  const velden = vorm.velden.flatMap(v => waardeVan(v, vorm, h, d.kans(v.soort === 'hidden' ? 0.2 : deel)));
  if (knop?.naam) velden.push([knop.naam, knop.waarde]);
  return { velden, actie: knop?.actie ?? vorm.actie };
}

/** What people put behind an address. */
const VRAGEN = [
  'pagina=-1',
  'pagina=999999999',
  'pagina=wqzx',
  'perPagina=0',
  'jaar=abc',
  'jaar=2021&jaar=2022',
  'gemeente=../..',
  'gemeente=Alkmaar',
  'van=2026-99&tot=x',
  'q=%00',
  'q=%ff%fe',
  'q=%3Cwqzx%3E',
  `q=${'a%20'.repeat(300)}`,
  'vorm=exe&versie=geheim',
  'versie=werk',
  '__proto__[x]=1',
  'soort=document&soort=actie',
  'terug=https://kwaad.invalid/',
  'grenzen=zz',
];

/** An address nobody linked to. */
export function vreemdPad(pad: string, d: Toeval): string {
  const kaal = pad.split('?')[0] ?? '/';
  const delen = kaal.split('/');
  const plek = 1 + d.getal(Math.max(delen.length - 1, 1));
  const met = (deel: string) => delen.map((x, i) => (i === plek ? deel : x)).join('/') || '/';
  switch (d.getal(8)) {
    case 0:
      return `${kaal}/`;
    case 1:
      return met(
        d.kies(['%00', '%2e%2e', '%3Cwqzx%3E', '%ff', 'bestaat-niet', '%C3%A9', '-1', 'a'.repeat(300)]),
      );
    case 2:
      return met(d.kies([REGIO, ELDERS, 'zaanstreek-waterland', 'Haarlem', 'GM0392', 'GM9999']));
    case 3:
      return `${kaal}${d.kies(['.json', '.csv', '.pdf', '.xlsx', '.ics', ';x=1', '%20'])}`;
    case 4:
      return kaal.toUpperCase();
    case 5:
      return kaal.replace(/^\/(regio|programma)\//, x => (x === '/regio/' ? '/programma/' : '/regio/'));
    default:
      return `${kaal}?${d.kies(VRAGEN)}`;
  }
}

const KOPPEN: readonly Readonly<Record<string, string>>[] = [
  { accept: 'application/json' },
  { range: 'bytes=0-10' },
  { 'if-none-match': '*' },
  { 'x-forwarded-host': 'kwaad.invalid', forwarded: 'host=kwaad.invalid' },
  { 'accept-language': 'zz-ZZ;q=wqzx' },
  { 'x-http-method-override': 'DELETE' },
  { 'accept-encoding': 'identity' },
];
export const vreemdeKop = (d: Toeval): Readonly<Record<string, string>> => d.kies(KOPPEN);
