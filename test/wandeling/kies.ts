import { ELDERS, REGIO } from '../toegang-matrix/wie.ts';
import { alsVrager, type Loper, merkVoor, type Stand } from './geheugen.ts';
import type { Vorm } from './pagina.ts';
import { magVragen } from './recht.ts';
import { kiesNaarGewicht, type Toeval } from './toeval.ts';
import { type Aard, type Verzoek, type Vindplaats, vormVan, vraagVan } from './verzoek.ts';
import { type Invulhulp, vreemdeKop, vreemdPad, vulIn } from './waarden.ts';
import { ZOEKWOORD } from './zaaigoed.ts';

const REGIOS = [REGIO, ELDERS, 'zaanstreek-waterland'];
const PERIODE = 'van=2021-01&tot=2021-12';

/** Where a walk may start anew: what somebody has as a bookmark. */
function bladwijzers(): string[] {
  const vast = ['/', '/en', '/account', '/account/agenda', '/datalab', '/datalab/invoer', '/beheer/accounts'];
  const zoek = [`/zoeken?q=${ZOEKWOORD}`, '/zoeken?q=haarlem', '/en/zoeken?q=report'];
  const api = ['/api/v1/regios', '/api/v1/openapi.json', '/api/v1/indicatoren', '/gezondheid'];
  const perRegio = REGIOS.flatMap(r => [
    `/regio/${r}`,
    `/regio/${r}/verslag.pdf?${PERIODE}`,
    `/regio/${r}/verslag.docx?${PERIODE}`,
    `/regio/${r}/programma.json`,
    `/regio/${r}/cijfers.csv`,
    `/regio/${r}/cijfers.json`,
    `/regio/${r}/planning.csv`,
    `/regio/${r}/zoek?q=${ZOEKWOORD}`,
    `/api/v1/waarnemingen?regio=${r}&perPagina=100`,
    `/api/v1/regios/${r}/onderdelen?perPagina=100`,
    `/programma/${r}`,
    `/programma/${r}/concepten`,
    `/programma/${r}/verslag.pdf?${PERIODE}`,
    `/programma/${r}/zoek?q=${ZOEKWOORD}`,
    `/programma/${r}/bestand/ophalen?vorm=json&versie=werk`,
    `/programma/${r}/bestand/ophalen?vorm=xlsx&versie=werk`,
  ]);
  return [...vast, '/beheer/techniek', ...zoek, ...api, ...perRegio];
}
const BLADWIJZERS = bladwijzers();

/** Working pages count as visited less often than they were, and pages with a form for an act least of all. */
const WERK = /^\/(?:programma|datalab|beheer|account\/)/;
const DAAD =
  /^\/programma\/.*\/(?:wijzig|nieuw|publiceer|vervalt|bestand|concepten)$|^\/programma\/[^/]+\/(?:raad\/|planning\/(?:mijlpalen|jaar)\/|.*\/gemeente\/)|^\/datalab\/invoer/;

function hoeVaak(l: Loper, pad: string): number {
  const keer = l.bezocht.get(vormVan(pad)) ?? 0;
  return DAAD.test(pad) ? keer * 0.1 : WERK.test(pad) ? keer * 0.4 : keer;
}

/** Of some taken at random the one whose kind of page this walker saw least. */
function minstBezocht<T>(l: Loper, d: Toeval, lijst: readonly T[], pad: (x: T) => string, keer: number): T {
  const keuze = Array.from({ length: keer }, () => d.kies(lijst));
  return keuze.reduce((beste, x) => (hoeVaak(l, pad(x)) < hoeVaak(l, pad(beste)) ? x : beste));
}

/** Somewhere where something may be seen; now and then where it may not. */
function begin(s: Stand, l: Loper, d: Toeval): Verzoek {
  const v = alsVrager(l);
  const mag = BLADWIJZERS.filter(p => magVragen(v, 'GET', p.split('?')[0] ?? '', s.wereld) !== false);
  const paden = d.kans(0.85) ? mag : [...BLADWIJZERS, ...s.agendas.keys()];
  return vraagVan(
    l.w.wie.naam,
    minstBezocht(l, d, paden, p => p, 4),
    'begin',
  );
}

const vanHier = (l: Loper, soort: 'link' | 'vorm', plek: number): Vindplaats | null =>
  l.hier ? { stap: l.hier.stap, soort, plek } : null;

function link(s: Stand, l: Loper, d: Toeval): Verzoek {
  const links = l.hier?.links ?? [];
  if (links.length === 0) return begin(s, l, d);
  const pad = minstBezocht(l, d, links, p => p, 6);
  return vraagVan(l.w.wie.naam, pad, 'link', vanHier(l, 'link', links.indexOf(pad)));
}

function hulp(s: Stand, l: Loper, d: Toeval, actie: string): Invulhulp {
  return {
    d,
    woord: () => s.wereld.boek.woord(merkVoor(s, l, actie)),
    getal: g => {
      const m = merkVoor(s, l, actie);
      return s.wereld.boek.getal({ ...m, naam: `${m.naam} over ${g.naam}` });
    },
    gemeenten: s.wereld.gemeenten,
    adres: l.w.adres,
    wachtwoord: l.w.wachtwoord,
    regios: Object.keys(l.w.wie.gebied),
    gekregen: s.gekregen,
    boos: d.kans(0.35),
  };
}

/** Sends a form: by address for a search, else with the own proof, now and then with that of somebody else. */
function verstuur(s: Stand, l: Loper, d: Toeval, vorm: Vorm, aard: Aard, bron: Vindplaats | null): Verzoek {
  const { velden, actie } = vulIn(vorm, hulp(s, l, d, vorm.actie));
  if (vorm.methode === 'GET') {
    const vraag = new URLSearchParams(velden.map(([naam, w]) => [naam, String(w)]));
    return { ...vraagVan(l.w.wie.naam, `${actie.split('?')[0]}?${vraag}`, aard, bron) };
  }
  const vreemd = aard === 'radenformulier' && d.kans(0.15);
  const ander = vreemd ? d.kies([...s.lopers.values()].filter(x => x !== l)).token : '';
  const token = vreemd && ander !== '' && ander !== l.token ? ander : l.token;
  return {
    wie: l.w.wie.naam,
    methode: 'POST',
    pad: actie,
    velden: [['_csrf', token], ...velden],
    bestanden: vorm.bestanden,
    koppen: {},
    token: token === '' ? 'geen' : token === l.token ? 'eigen' : 'vreemd',
    aard,
    bron,
  };
}

/** Acts after which somebody could not walk on are left to who has no right to them. */
function mist(s: Stand, l: Loper, vorm: Vorm): boolean {
  if (alsVrager(l).rol !== 'accountbeheerder' || !vorm.actie.startsWith('/beheer/')) return false;
  return vorm.velden.some(v => v.naam !== '_csrf' && s.wereld.onmisbaar.has(v.waarde));
}

/** The forms of the page that this walker may take up. */
const bruikbaar = (s: Stand, l: Loper, weg: boolean): Vorm[] =>
  (l.hier?.vormen ?? []).filter(v => (weg || !/afmelden$/.test(v.actie)) && v.actie !== '' && !mist(s, l, v));

function formulier(s: Stand, l: Loper, d: Toeval): Verzoek {
  const alle = bruikbaar(s, l, d.kans(0.02));
  const doet = alle.filter(v => v.methode === 'POST');
  if (alle.length === 0) return link(s, l, d);
  const vorm = minstBezocht(l, d, doet.length > 0 && d.kans(0.7) ? doet : alle, v => v.actie, 2);
  return verstuur(s, l, d, vorm, 'formulier', vanHier(l, 'vorm', l.hier?.vormen.indexOf(vorm) ?? 0));
}

/** Something of another, of any kind of page alike. */
function vanAnder<T extends { wie: string }>(kast: Map<string, T[]>, l: Loper, d: Toeval): T | null {
  if (kast.size === 0) return null;
  const x = d.kies(kast.get(d.kies([...kast.keys()])) ?? []);
  return x.wie === l.w.wie.naam ? null : x;
}

/** What another saw. */
function raden(s: Stand, l: Loper, d: Toeval): Verzoek {
  const ander = vanAnder(s.adressen, l, d);
  return ander ? vraagVan(l.w.wie.naam, ander.pad, 'raden') : begin(s, l, d);
}

/** What another could have sent. */
function radenformulier(s: Stand, l: Loper, d: Toeval): Verzoek {
  const ander = vanAnder(s.vormen, l, d);
  const weg = ander && /afmelden$/.test(ander.vorm.actie) && !d.kans(0.1);
  if (!ander || weg || mist(s, l, ander.vorm)) return raden(s, l, d);
  const bron: Vindplaats = { stap: ander.stap, soort: 'vorm', plek: ander.plek };
  return verstuur(s, l, d, ander.vorm, 'radenformulier', bron);
}

/** An address, method or header that no page of ours makes. */
function vreemd(s: Stand, l: Loper, d: Toeval): Verzoek {
  const pad = vanAnder(s.adressen, l, d)?.pad ?? d.kies(BLADWIJZERS);
  const wie = l.w.wie.naam;
  const worp = d.getal(10);
  if (worp < 6) return vraagVan(wie, vreemdPad(pad, d), 'vreemd');
  if (worp < 8) return { ...vraagVan(wie, pad, 'vreemd'), koppen: vreemdeKop(d) };
  const methode = d.kies(['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'POST']);
  const van: Record<string, string> =
    methode === 'POST' || methode === 'PUT' ? { origin: 'http://kwaad.invalid' } : {};
  return { ...vraagVan(wie, pad, 'vreemd'), methode, koppen: van };
}

/** Who is signed out goes to sign in sooner or later. */
function aanmelden(s: Stand, l: Loper, d: Toeval): Verzoek {
  const vormen = l.hier?.vormen ?? [];
  const plek = vormen.findIndex(v => v.actie === '/aanmelden');
  const vorm = vormen[plek];
  if (!vorm) return vraagVan(l.w.wie.naam, '/aanmelden', 'begin');
  return verstuur(s, l, d, vorm, 'formulier', vanHier(l, 'vorm', plek));
}

const WEGEN = { begin: 7, link: 45, formulier: 23, raden: 11, radenformulier: 8, vreemd: 5 } as const;
const KIEZERS = { begin, link, formulier, raden, radenformulier, vreemd };

/** The next step of this walker. */
export function kiesStap(s: Stand, l: Loper, d: Toeval): Verzoek {
  s.gemunt = [];
  if (!l.aangemeld && l.w.wie.rol !== null && d.kans(0.5)) return aanmelden(s, l, d);
  // Who is at a form that does something, mostly fills it in.
  const kanDoen = bruikbaar(s, l, false).some(v => v.methode === 'POST');
  if (kanDoen && d.kans(0.45)) return formulier(s, l, d);
  return KIEZERS[kiesNaarGewicht(d, WEGEN)](s, l, d);
}
