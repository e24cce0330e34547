import type { App } from '#platform/http/index.ts';
import { type Casuswereld, DAG, NOODREDEN } from '../toegang-matrix/casuswereld.ts';
import { stuur, vraag } from '../toegang-matrix/geval.ts';
import type { Vrager } from '../toegang-matrix/wie.ts';
import {
  isWerker,
  leestDossier,
  type Plek,
  schrijftDossier,
  verdeelt,
  type Werker,
} from '../toegang-matrix/wie-casus.ts';
import { plekkenVan } from './casusplek.ts';
import { type Antwoord, leesAntwoord } from './inhoud.ts';
import type { Vorm } from './pagina.ts';
import type { Toeval } from './toeval.ts';

/** A walk through the files of families: who, through which application, with which dice. */
export interface Casuswandeling {
  w: Casuswereld;
  app: App;
  lopers: readonly Vrager[];
  d: Toeval;
  stappen: number;
  zaad: number;
  stopBij?: RegExp;
}

interface Hier {
  links: string[];
  vormen: Vorm[];
}

export interface Casusuitslag {
  fouten: string[];
  /** Per walker: steps, pages that opened, acts that were done. */
  telling: Map<string, { stappen: number; open: number; gedaan: number; gezien: Set<string> }>;
}

type Velden = Record<string, string | File>;
interface Stap {
  wie: Vrager;
  pad: string;
  velden: Velden | null;
}

const KAMERS = /^\/(?:(?:casus|gezin|toegang)(?:\/|\?|$)|privacy\/)/;
const BEGIN = [
  '/casus',
  '/casus/nieuw',
  '/casus/verdelen',
  '/casus/radar',
  '/casus/noodtoegang',
  '/gezin/zoeken',
  '/toegang/noodtoegang',
  '/toegang/overdrachten',
  '/toegang/blokkades',
  '/toegang/blokkades/weren',
  '/toegang/zoekacties',
  '/privacy/overzicht',
  '/privacy/verzoeken',
  '/privacy/verzoeken/nieuw',
  '/privacy/kennisgevingen',
  '/privacy/bewaren',
  '/privacy/logboek',
];
const MEESTE = 400;

/** What the walk knows. */
class Geheugen {
  readonly hier = new Map<string, Hier>();
  readonly adressen: string[] = [];
  readonly vormen: Vorm[] = [];

  onthoud<T>(lijst: T[], x: T, d: Toeval): void {
    if (lijst.length < MEESTE) lijst.push(x);
    else lijst[d.getal(MEESTE)] = x;
  }
}

const kiesUit = <T>(d: Toeval, lijst: readonly T[]): T | null => (lijst.length > 0 ? d.kies(lijst) : null);

/** A value that fits the field by its name; texts carry a new mark. */
function waarde(o: Casuswandeling, vorm: Vorm, v: Vorm['velden'][number], merk: () => string): string | File {
  const { d, w } = o;
  if (v.soort === 'file') return new File([`Verslag ${merk()}`], `${merk()}.txt`, { type: 'text/plain' });
  if (v.soort === 'hidden') return v.waarde;
  if (v.naam === 'wijze' && vorm.actie === '/casus/noodtoegang') return 'nummer';
  if (v.opties.length > 0) return d.kies(v.opties.filter(x => x !== '').concat(v.opties.slice(0, 1)));
  if (/dag$|^van$|^tot$|geboren|geboortedatum|ontvangen/.test(v.naam)) return d.kans(0.9) ? DAG : '31-2-2020';
  if (v.naam === 'postcode') return '2011 AA';
  if (v.naam === 'nummer' && !vorm.actie.startsWith('/gezin'))
    return d.kies([...w.plekken.keys()].filter(x => /^20\d\d-/.test(x)).concat('2026-999999'));
  if (v.naam === 'nummer') return '12';
  if (v.naam === 'reden' && vorm.actie === '/casus/noodtoegang') return `${NOODREDEN} ${merk()}`;
  if (v.soort === 'email' || v.toetsen === 'numeric') return '';
  return d.kans(0.92) ? merk() : '';
}

function vulIn(o: Casuswandeling, vorm: Vorm, merk: () => string): { pad: string; velden: Velden } {
  const { d } = o;
  const velden: Velden = {};
  const tweede = d.kans(0.3);
  for (const v of vorm.velden) {
    if (v.naam === '_csrf') continue;
    if (/^persoon[2-4]_/.test(v.naam) && !(tweede && v.naam.startsWith('persoon2'))) continue;
    if (v.soort === 'checkbox') {
      if (d.kans(0.5)) velden[v.naam] = v.waarde;
    } else velden[v.naam] = v.waarde !== '' && d.kans(0.4) ? v.waarde : waarde(o, vorm, v, merk);
  }
  const knop = kiesUit(d, vorm.knoppen);
  if (knop?.naam) velden[knop.naam] = knop.waarde;
  return { pad: knop?.actie ?? vorm.actie, velden };
}

/** Ending everything leaves nothing to find: closing a file and lifting are tried now and then only. */
const zeldzaam = (v: Vorm): boolean => /\/stand$|\/terug$|\/blokkades$|opheffen$/.test(v.actie);

function kiesVorm(o: Casuswandeling, vormen: readonly Vorm[]): Vorm | null {
  const kamer = vormen.filter(v => KAMERS.test(v.actie) && (!zeldzaam(v) || o.d.kans(0.1)));
  return kiesUit(o.d, kamer);
}

function kiesStap(o: Casuswandeling, g: Geheugen, wie: Vrager, merk: () => string): Stap {
  const { d } = o;
  const hier = g.hier.get(wie.naam);
  const worp = d.getal(100);
  const haal = (pad: string): Stap => ({ wie, pad, velden: null });
  const doe = (v: Vorm): Stap => {
    const { pad, velden } = vulIn(o, v, merk);
    if (v.methode === 'POST') return { wie, pad, velden };
    const vraagdeel = new URLSearchParams(Object.entries(velden).map(([n, x]) => [n, String(x)]));
    return haal(`${pad.split('?')[0]}?${vraagdeel}`);
  };
  if (worp < 35) {
    const link = kiesUit(d, hier?.links ?? []);
    if (link) return haal(link);
  } else if (worp < 62) {
    const vorm = kiesVorm(o, hier?.vormen ?? []);
    if (vorm) return doe(vorm);
  } else if (worp < 80) {
    const pad = kiesUit(d, g.adressen);
    if (pad) return haal(pad);
  } else if (worp < 90) {
    const vorm = kiesVorm(o, g.vormen);
    if (vorm) return doe(vorm);
  }
  return haal(d.kies(BEGIN));
}

const ID = '([0-9a-f-]{36})';

/** May this page open, by the relation? Null where the address says nothing of a file. */
function magOpen(w: Casuswereld, wie: Vrager, pad: string): boolean | null {
  const f = w.feiten();
  const kaal = pad.split('?')[0] ?? '';
  const over = (regel: typeof leestDossier, id: string) => isWerker(wie) && regel(f, wie, id);
  const dossier = new RegExp(`^/(?:casus|gezin/dossiers)/${ID}(?:/druk)?$`).exec(kaal)?.[1];
  if (dossier) return over(leestDossier, dossier);
  const erbij = new RegExp(`^/gezin/dossiers/${ID}/persoon-erbij$`).exec(kaal)?.[1];
  if (erbij) return over(schrijftDossier, erbij);
  const deel = new RegExp(`^/casus/verdelen/${ID}$`).exec(kaal)?.[1];
  // After a handover the giver lets go when it wants: who then still gives out is for that page to say.
  if (deel && f.overdrachten.some(x => x.dossier === deel && x.aanvaard)) return null;
  if (deel) return over(verdeelt, deel);
  const persoon = new RegExp(`^/gezin/personen/${ID}(?:/(?:versies|contact|adressen|betrekkingen))?$`).exec(
    kaal,
  )?.[1];
  if (!persoon) return null;
  const files = [...f.betrokkenen].filter(([, wieErin]) => wieErin.includes(persoon)).map(([id]) => id);
  return files.some(id => over(leestDossier, id));
}

const naamVan = (p: Plek | undefined): string => `${p?.deel} van ${p?.dossier.slice(0, 8)}`;

/** Everything wrong with one answer; what the walker typed himself just now is no news to him. */
function oordeel(w: Casuswereld, s: Stap, a: Antwoord, mocht: boolean | null): string[] {
  const uit: string[] = [];
  const methode = s.velden === null ? 'GET' : 'POST';
  const gestuurd = `${s.pad} ${Object.values(s.velden ?? {})
    .map(String)
    .join(' ')}`;
  const eigen = w.boek.gevonden(gestuurd);
  for (const m of w.boek.gevonden(a.tekst)) if (!eigen.has(m) && !m.wie(s.wie)) uit.push(`lek ${m.naam}`);
  for (const [nummer, plekken] of w.plekken)
    if (/^20\d\d-/.test(nummer) && a.tekst.includes(nummer) && !gestuurd.includes(nummer))
      if (!w.magEen(plekken, s.wie)) uit.push(`lek ${naamVan(plekken[0])}`);
  if (a.status >= 500) uit.push(`storing ${a.status}`);
  if (methode === 'GET' && mocht !== null) {
    if (!mocht && a.status !== 404 && !(s.wie.rol === null && a.status === 303))
      uit.push(`opent zonder relatie: ${a.status}`);
    if (mocht && a.status !== 200) uit.push(`opent niet met relatie: ${a.status}`);
  }
  if (a.status === 200 && !(a.koppen.get('cache-control') ?? '').includes('no-store'))
    uit.push('mag bewaard worden');
  const titel = /<title>([^<]*)/.exec(a.tekst)?.[1] ?? '';
  const naar = a.koppen.get('location') ?? '';
  if (w.boek.gevonden(`${titel} ${naar}`).size > 0 || /20\d\d-\d{6}/.test(titel + naar))
    uit.push('gegeven in titel of adres');
  return uit;
}

/** Who may read what was typed follows from where it ended up. */
async function leg(w: Casuswereld, s: Stap, a: Antwoord, gemunt: Plek[][]): Promise<void> {
  if (s.velden === null) return;
  await w.ververs();
  const naar = a.status === 303 ? a.koppen.get('location') : null;
  const velden = Object.fromEntries(
    Object.entries(s.velden).map(([n, x]) => [n, typeof x === 'string' ? x : x.name]),
  );
  const kaal = s.pad.split('?')[0] ?? '';
  const plekken = isWerker(s.wie) && a.status !== 404 ? await plekkenVan(w, s.wie, kaal, velden, naar) : [];
  const tekst = Object.values(velden).join(' ');
  const alles = [...w.plekken]
    .filter(([woord]) => woord.startsWith('wqz') && tekst.includes(woord))
    .map(([, p]) => p);
  for (const lijst of new Set([...gemunt, ...alles])) lijst.push(...plekken.map(p => p));
}

/** C2.1: nobody gives himself a relation, but for the file that he lays down. */
function zichzelf(
  voor: ReturnType<Casuswereld['feiten']>,
  na: ReturnType<Casuswereld['feiten']>,
  s: Stap,
): string[] {
  if (!isWerker(s.wie) || s.pad === '/casus/nieuw') return [];
  const wie: Werker = s.wie;
  const sleutel = (r: (typeof na.relaties)[number]) => `${r.wie}${r.dossier}${r.doel}`;
  const had = new Set(voor.relaties.map(sleutel));
  return na.relaties.some(r => r.wie === wie.persoon && !had.has(sleutel(r)))
    ? ['gaf zichzelf een relatie']
    : [];
}

function onthoud(g: Geheugen, o: Casuswandeling, s: Stap, a: Antwoord): void {
  const naar = a.koppen.get('location');
  const links = naar ? [naar.replace('http://localhost', '')] : (a.pagina?.links ?? []);
  const kamer = links.filter(l => KAMERS.test(l));
  const vormen = (a.pagina?.vormen ?? []).filter(v => KAMERS.test(v.actie));
  if (kamer.length + vormen.length > 0) g.hier.set(s.wie.naam, { links: kamer, vormen });
  if (a.status !== 200) return;
  if (s.velden === null && s.pad.length > 20) g.onthoud(g.adressen, s.pad, o.d);
  for (const v of vormen) g.onthoud(g.vormen, v, o.d);
}

/** Walks; the same seed in an equally built world takes the same kinds of steps. */
export async function wandelDossiers(o: Casuswandeling): Promise<Casusuitslag> {
  const g = new Geheugen();
  const uit: Casusuitslag = { fouten: [], telling: new Map() };
  for (const l of o.lopers) uit.telling.set(l.naam, { stappen: 0, open: 0, gedaan: 0, gezien: new Set() });
  for (let nr = 1; nr <= o.stappen; nr++) {
    const wie = o.d.kies(o.lopers);
    const gemunt: Plek[][] = [];
    const merk = () => {
      const woord = o.w.merkZonderPlek();
      gemunt.push(o.w.plekken.get(woord) ?? []);
      return woord;
    };
    const s = kiesStap(o, g, wie, merk);
    const mocht = magOpen(o.w, wie, s.pad);
    const r = s.velden === null ? await vraag(o.app, wie, s.pad) : await stuur(o.app, wie, s.pad, s.velden);
    const a = await leesAntwoord(r, s.pad);
    const voor = o.w.feiten();
    await leg(o.w, s, a, gemunt);
    const mis = [...oordeel(o.w, s, a, mocht), ...zichzelf(voor, o.w.feiten(), s)];
    for (const m of mis)
      uit.fouten.push(
        `${m}: ${wie.naam} ${s.velden ? 'POST' : 'GET'} ${s.pad} → ${a.status} ${JSON.stringify(s.velden)} (zaad ${o.zaad}, stap ${nr})`,
      );
    onthoud(g, o, s, a);
    tel(uit, o.w, wie, s, a);
    if (mis.some(m => o.stopBij?.test(m))) break;
    if (nr % 500 === 0) await o.w.zaaiNogEens();
    if (nr % 100 === 0) await o.w.query('delete from toegang.zoekactie');
  }
  return uit;
}

function tel(uit: Casusuitslag, w: Casuswereld, wie: Vrager, s: Stap, a: Antwoord): void {
  const t = uit.telling.get(wie.naam);
  if (!t) return;
  t.stappen++;
  if (a.status === 200 && s.velden === null) t.open++;
  if (a.status === 303 && s.velden !== null) t.gedaan++;
  for (const m of w.boek.gevonden(a.tekst)) t.gezien.add(m.naam.split(' ')[0] ?? '');
}
