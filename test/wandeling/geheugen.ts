import type { Vrager } from '../toegang-matrix/wie.ts';
import { leestIn, niemand, werkt } from '../toegang-matrix/wie.ts';
import { type Antwoord, adressenIn } from './inhoud.ts';
import type { Merk } from './merken.ts';
import type { Pagina, Vorm } from './pagina.ts';
import type { Toeval } from './toeval.ts';
import { type Velden, type Verzoek, vormVan } from './verzoek.ts';
import type { Wandelaar, Wereld } from './wereld.ts';

/** The page on which somebody is. */
export interface Hier {
  stap: number;
  pad: string;
  links: readonly string[];
  vormen: readonly Vorm[];
}

/** Somebody on the way. */
export interface Loper {
  w: Wandelaar;
  koekjes: Map<string, string>;
  /** Proof against forgery of the own pages; '' until a form was seen. */
  token: string;
  aangemeld: boolean;
  hier: Hier | null;
  bezocht: Map<string, number>;
  adressen: Set<string>;
}

interface Gezien {
  pad: string;
  wie: string;
}

/** A form that somebody saw, for others to guess. */
export interface GezieneVorm {
  vorm: Vorm;
  wie: string;
  stap: number;
  plek: number;
}

/** What the walk knows: who is where, what was seen, and whose secret address is whose. */
export interface Stand {
  wereld: Wereld;
  lopers: Map<string, Loper>;
  /** By kind of page, so that what is rare is guessed as often as what is everywhere. */
  adressen: Map<string, Gezien[]>;
  vormen: Map<string, GezieneVorm[]>;
  gekregen: Map<string, Buffer>;
  agendas: Map<string, string>;
  /** Marks typed in the step that is being taken. */
  gemunt: Merk[];
}

const MEESTE_PER_SOORT = 40;

export function beginStand(wereld: Wereld): Stand {
  const lopers = wereld.wandelaars.map((w): [string, Loper] => [
    w.wie.naam,
    {
      w,
      koekjes: new Map(w.koekjes),
      token: w.wie.token,
      aangemeld: w.wie.rol !== null,
      hier: null,
      bezocht: new Map(),
      adressen: new Set(),
    },
  ]);
  return {
    wereld,
    lopers: new Map(lopers),
    adressen: new Map(),
    vormen: new Map(),
    gekregen: new Map(),
    agendas: new Map(),
    gemunt: [],
  };
}

/** Who this is now: signed out somebody is the public. */
export const alsVrager = (l: Loper): Vrager =>
  l.aangemeld ? l.w.wie : { ...l.w.wie, rol: null, gebied: {} };

/** Whose rights an address carries: of a secret calendar address its owner's, else the reader's own. */
export function eigenaarVan(s: Stand, l: Loper, pad: string): Vrager {
  const eigenaar = s.lopers.get(s.agendas.get(pad.split('?')[0] ?? '') ?? '');
  return eigenaar ? eigenaar.w.wie : alsVrager(l);
}

/** What is typed at an address belongs to something: who may read it until it is published. */
export function merkVoor(s: Stand, l: Loper, actie: string): Merk {
  const delen = actie.split('/');
  const [, kamer = '', tweede = '', derde = ''] = delen;
  const naam = `getypt door ${l.w.wie.naam} op ${vormVan(actie)}`;
  const deelt = (v: Vrager) => Object.keys(l.w.wie.gebied).some(r => r in v.gebied);
  const m: Merk = { naam, wie: niemand, sleutel: null, door: l.w.wie.naam };
  if (kamer === 'programma') Object.assign(m, { wie: werkt(tweede), sleutel: sleutelVan(s, actie) });
  if (kamer === 'beheer' || kamer === 'aanmelden')
    Object.assign(m, { wie: (v: Vrager) => v.rol === 'accountbeheerder' && deelt(v), inPost: true });
  if (kamer === 'datalab')
    Object.assign(m, {
      wie: (v: Vrager) => (leestIn(v) || v.rol === 'beleidsmedewerker') && deelt(v),
      sleutel: derde ? `inlezing|${derde}` : null,
    });
  s.gemunt.push(m);
  return m;
}

/** 'regio|soort|code' of the item that an address is about; 'regio|*' where it is about more. */
export function sleutelVan(s: Stand, actie: string): string {
  const d = (actie.split('?')[0] ?? '').split('/').map(x => decodeURIComponent(x));
  const regio = d[2] ?? '';
  if (d[3] === 'onderdeel' && d[6]) return `${regio}|${d[4]}|${d[5]}`;
  if (d[3] === 'onderdeel' && d[5] !== 'nieuw') return `${regio}|${d[4]}|${d[5] ?? ''}`;
  if (d[3] === 'planning' && d[4] === 'mijlpalen') return `${regio}|mijlpaal|${d[5] ?? ''}`;
  if (d[3] === 'planning' && d[4] === 'jaar') return `${regio}|actie|${d[6] ?? ''}`;
  if (d[3] === 'raad') return `${regio}|raadsopmerking|${d[4] ?? ''}`;
  if (d[3] === 'programma' && d[6] === 'gemeente') {
    const g = s.wereld.gemeenten.find(x => [x.slug, x.code.toLowerCase()].includes(d[7] ?? ''));
    return `${regio}|gemeentestand|${d[5] ?? ''}.${g?.code ?? ''}`;
  }
  return `${regio}|*`;
}

const veldWaarden = (velden: Velden | null, naam: string): string[] =>
  (velden ?? []).filter(([n]) => n === naam).map(([, w]) => String(w));

/** The items that a 'publish all' named. */
function genoemd(regio: string, velden: Velden | null): string[] {
  return veldWaarden(velden, 'item').flatMap(w => {
    try {
      const [soort, code] = JSON.parse(w) as unknown[];
      return [`${regio}|${String(soort)}|${String(code)}`];
    } catch {
      return [];
    }
  });
}

/** What became public by this step: publishing is an act with an address of its own (A3.10). */
function bijwerkenOpenbaar(s: Stand, z: Verzoek, a: Antwoord): void {
  const pad = z.pad.split('?')[0] ?? '';
  const [, kamer, regio = '', derde, , , laatste] = pad.split('/');
  const naar = a.koppen.get('location') ?? '';
  const { boek } = s.wereld;
  const gestuurd = boek.gevonden((z.velden ?? []).map(([, w]) => String(w)).join(' '));
  const metSleutel = (sleutels: readonly string[]) =>
    boek.maakOpenbaar(m => m.sleutel !== null && sleutels.includes(m.sleutel));
  if (kamer === 'datalab' && veldWaarden(z.velden, 'openbaarheid').includes('openbaar_in_bron'))
    metSleutel([`inlezing|${derde ?? ''}`]);
  if (kamer === 'datalab' && regio === 'documenten' && veldWaarden(z.velden, 'doe').includes('stel_vast'))
    metSleutel([`inlezing|${derde ?? ''}`]);
  // An event of which its writer said that everybody may see it.
  const magIeder = (z.velden ?? []).some(([n, w]) => n.startsWith('openbaar-') && w === 'ja');
  if (pad === '/datalab/gebeurtenissen' && a.status === 303 && magIeder)
    boek.maakOpenbaar(m => gestuurd.has(m));
  if (kamer !== 'programma') return;
  // Of what came in with a file it is not known here to which item it belongs: it goes with the first that is published.
  if (derde === 'concepten') metSleutel([...genoemd(regio, z.velden), `${regio}|*`]);
  if (laatste === 'publiceer') metSleutel([sleutelVan(s, pad), `${regio}|*`]);
  if (derde === 'raad' && veldWaarden(z.velden, 'daarna').includes('openbaar'))
    metSleutel([sleutelVan(s, pad), `${regio}|*`]);
  if (derde === 'hulpaanbod' || derde === 'zelfscan')
    boek.maakOpenbaar(
      m => m.sleutel === `${regio}|*` || (m.sleutel?.startsWith(`${regio}|${derde}`) ?? false),
    );
  // An act that told its doer that it is public now: of what was sent with it only.
  if (!naar.includes('gedaan=openbaar')) return;
  boek.maakOpenbaar(m => gestuurd.has(m) && m.sleutel === sleutelVan(s, pad));
}

/** New things get their name from where the answer leads. */
function noemNieuw(s: Stand, z: Verzoek, a: Antwoord): void {
  const naar = (a.koppen.get('location') ?? '').split('?')[0] ?? '';
  if (/\/onderdeel\/[^/]+\/nieuw$/.test(z.pad)) for (const m of s.gemunt) m.sleutel = sleutelVan(s, naar);
  const id = /^\/datalab\/invoer\/([0-9a-f-]{36})$/.exec(naar)?.[1];
  if (!id || z.pad !== '/datalab/invoer') return;
  for (const m of s.gemunt) m.sleutel = `inlezing|${id}`;
  s.wereld.inlezingen.set(id, veldWaarden(z.velden, 'regio')[0] ?? '');
}

/** Signing in and out, and the secret address that is shown once. */
function bijwerkenLoper(s: Stand, l: Loper, z: Verzoek, a: Antwoord): void {
  const pad = z.pad.split('?')[0] ?? '';
  const voorbij = a.status === 303;
  if (voorbij && (pad === '/afmelden' || pad === '/account/overal-afmelden')) {
    Object.assign(l, { aangemeld: false, token: '', hier: null });
  }
  if (voorbij && pad === '/aanmelden' && l.w.wie.rol !== null) {
    Object.assign(l, { aangemeld: true, token: '', hier: null });
    for (const w of l.koekjes.values())
      s.wereld.boek.geheim(decodeURIComponent(w).split('.')[0] ?? '', {
        naam: `sessie van ${l.w.wie.naam}`,
        wie: v => v.naam === l.w.wie.naam,
        sleutel: null,
        door: null,
      });
  }
  const agenda = pad === '/account/agenda' ? /\/agenda\/[\w-]+\.ics/.exec(a.tekst)?.[0] : null;
  if (agenda && z.methode === 'POST') {
    s.agendas.set(agenda, l.w.wie.naam);
    const wie = (v: Vrager) => v.naam === l.w.wie.naam;
    s.wereld.boek.geheim(agenda, {
      naam: `agenda-adres van ${l.w.wie.naam}`,
      wie,
      sleutel: null,
      door: null,
    });
  }
}

/** Changes of the model by the step itself, before its answer is judged. */
export function verwerkDaad(s: Stand, l: Loper, z: Verzoek, a: Antwoord): void {
  if (z.methode === 'POST' && z.token === 'eigen') {
    if (a.status === 303) noemNieuw(s, z, a);
    if (a.status === 303 || a.status === 409 || a.status === 200) bijwerkenOpenbaar(s, z, a);
    bijwerkenLoper(s, l, z, a);
  }
  const ophalen = /^\/programma\/([^/]+)\/bestand\/ophalen\?vorm=(json|xlsx)&versie=werk$/.exec(z.pad);
  if (ophalen && a.status === 200) s.gekregen.set(`${ophalen[1]}|${ophalen[2]}`, a.lijf);
}

function onthoud<T>(kast: Map<string, T[]>, soort: string, nieuw: T, d: Toeval): void {
  const lijst = kast.get(soort) ?? [];
  kast.set(soort, lijst);
  if (lijst.length < MEESTE_PER_SOORT) lijst.push(nieuw);
  else lijst[d.getal(MEESTE_PER_SOORT)] = nieuw;
}

const csrfVan = (p: Pagina | null): string | null =>
  p?.vormen.flatMap(v => v.velden).find(v => v.naam === '_csrf')?.waarde ?? null;

/** Remembers what was seen: for the next step of this walker, and for others to guess. */
export function onthoudGezien(s: Stand, l: Loper, z: Verzoek, a: Antwoord, stap: number, d: Toeval): void {
  const naam = l.w.wie.naam;
  l.bezocht.set(vormVan(z.pad), (l.bezocht.get(vormVan(z.pad)) ?? 0) + 1);
  if (a.status < 400) l.adressen.add(z.pad.split('?')[0] ?? '');
  l.token = csrfVan(a.pagina) ?? l.token;
  const naar = a.koppen.get('location');
  const links = naar
    ? [naar.replace('http://localhost', '')]
    : (a.pagina?.links ?? (a.soort.includes('json') ? adressenIn(a.lijf.toString('utf8')) : []));
  const vormen = a.pagina?.vormen ?? [];
  if (links.length > 0 || vormen.length > 0) l.hier = { stap, pad: z.pad, links, vormen };
  if (a.status !== 200) return;
  if (z.methode === 'GET') onthoud(s.adressen, vormVan(z.pad), { pad: z.pad, wie: naam }, d);
  for (const [plek, vorm] of vormen.entries())
    if (vorm.methode === 'POST') onthoud(s.vormen, vormVan(vorm.actie), { vorm, wie: naam, stap, plek }, d);
}
