import type { App } from '#platform/http/index.ts';
import {
  alsVrager,
  beginStand,
  eigenaarVan,
  type Loper,
  onthoudGezien,
  type Stand,
  verwerkDaad,
} from './geheugen.ts';
import { type Antwoord, leesAntwoord } from './inhoud.ts';
import { kiesStap } from './kies.ts';
import { beoordeel, type Gebrek } from './oordeel.ts';
import { maakToeval, type Toeval } from './toeval.ts';
import { stuur, type Verzoek, vormVan, vraagVan } from './verzoek.ts';
import type { Wereld } from './wereld.ts';

/** A step as it was taken. */
export interface Stap {
  nr: number;
  z: Verzoek;
  status: number;
  /** Did anything change in the database? */
  schreef: boolean;
}

/** What was wrong, where first. */
export interface Vondst extends Gebrek {
  /** By which equal ones are counted together. */
  sleutel: string;
  stap: number;
  keer: number;
}

/** Count of what one role did. */
export interface Rolregel {
  stappen: number;
  perStatus: Map<number, number>;
  schreef: number;
  paden: Set<string>;
  vormen: Set<string>;
}

export interface Uitslag {
  zaad: number;
  stappen: Stap[];
  vondsten: Vondst[];
  rollen: Map<string, Rolregel>;
  verborgen: number;
}

export interface Opdracht {
  wereld: Wereld;
  /** The application to walk through; of the world itself unless a fault was planted in it. */
  app?: App;
  zaad: number;
  stappen: number;
  /** Stop at the first fault of this kind. */
  stopBij?: RegExp;
  /** Called every so many steps. */
  meld?: (stap: number, vondsten: number) => void;
}

const ELKE_TIJD = 150;
const ELKE_ZAAI = 5_000;
const ELKE_MELDING = 5_000;

/** Takes one step and judges it. */
export async function zetStap(
  s: Stand,
  app: App,
  z: Verzoek,
  nr: number,
  d: Toeval,
): Promise<{ stap: Stap; gebreken: Gebrek[]; antwoord: Antwoord }> {
  const l = s.lopers.get(z.wie);
  if (!l) throw new Error(`geen wandelaar ${z.wie}`);
  const nu = alsVrager(l);
  const antwoord = await leesAntwoord(await stuur(app, z, l.koekjes), z.pad);
  const wijzigingen = await s.wereld.neem();
  const eigenaar = eigenaarVan(s, l, z.pad);
  verwerkDaad(s, l, z, antwoord);
  const wie = { wandelaar: { ...l.w, wie: nu }, eigenaar };
  const gebreken = beoordeel(s.wereld, z, antwoord, wie, wijzigingen);
  gebreken.push(...(await dodeLink(s, app, l, z, antwoord)));
  onthoudGezien(s, l, z, antwoord, nr, d);
  return { stap: { nr, z, status: antwoord.status, schreef: wijzigingen.length > 0 }, gebreken, antwoord };
}

/** What a page offers can be followed; unless another changed it meanwhile, so the page is asked again. */
async function dodeLink(s: Stand, app: App, l: Loper, z: Verzoek, a: Antwoord): Promise<Gebrek[]> {
  if (z.aard !== 'link' || a.status < 400 || !l.hier || l.hier.stap !== z.bron?.stap) return [];
  const haal = async (pad: string) =>
    leesAntwoord(await stuur(app, vraagVan(z.wie, pad, 'link'), l.koekjes), pad);
  const weer = await haal(l.hier.pad);
  if (weer.status !== 200 || !weer.pagina?.links.includes(z.pad)) return [];
  const nogEens = await haal(z.pad);
  await s.wereld.neem();
  if (nogEens.status < 400) return [];
  return [{ soort: 'dode link', tekst: `${l.hier.pad} biedt ${z.pad} aan, en dat geeft ${nogEens.status}` }];
}

const nieuweRegel = (): Rolregel => ({
  stappen: 0,
  perStatus: new Map(),
  schreef: 0,
  paden: new Set(),
  vormen: new Set(),
});

function tel(rollen: Map<string, Rolregel>, rol: string, stap: Stap): void {
  const r = rollen.get(rol) ?? nieuweRegel();
  rollen.set(rol, r);
  r.stappen++;
  r.perStatus.set(stap.status, (r.perStatus.get(stap.status) ?? 0) + 1);
  if (stap.schreef) r.schreef++;
  if (stap.status !== 200) return;
  r.paden.add(stap.z.pad.split('?')[0] ?? '');
  r.vormen.add(vormVan(stap.z.pad));
}

function noteer(vondsten: Map<string, Vondst>, stap: Stap, gebreken: readonly Gebrek[]): void {
  for (const g of gebreken) {
    const sleutel = `${g.soort} bij ${stap.z.methode} ${vormVan(stap.z.pad).split('?')[0]}`;
    const al = vondsten.get(sleutel);
    if (al) al.keer++;
    else vondsten.set(sleutel, { ...g, sleutel, stap: stap.nr, keer: 1 });
  }
}

/** Walks. The same seed in the same world takes the same steps. */
export async function wandel(o: Opdracht): Promise<Uitslag> {
  const d = maakToeval(o.zaad);
  const s = beginStand(o.wereld);
  const app = o.app ?? o.wereld.app;
  const lopers = [...s.lopers.values()];
  const stappen: Stap[] = [];
  const vondsten = new Map<string, Vondst>();
  const rollen = new Map<string, Rolregel>();
  for (let nr = 1; nr <= o.stappen; nr++) {
    const l = d.kies(lopers);
    const { stap, gebreken } = await zetStap(s, app, kiesStap(s, l, d), nr, d);
    stappen.push(stap);
    tel(rollen, l.w.wie.rol ?? 'publiek', stap);
    noteer(vondsten, stap, gebreken);
    if (gebreken.some(g => o.stopBij?.test(g.soort))) break;
    if (nr % ELKE_TIJD === 0) await o.wereld.laatTijdGaan();
    if (nr % ELKE_ZAAI === 0) await o.wereld.zaaiOpnieuw();
    if (nr % ELKE_MELDING === 0) o.meld?.(nr, vondsten.size);
  }
  return {
    zaad: o.zaad,
    stappen,
    vondsten: [...vondsten.values()],
    rollen,
    verborgen: o.wereld.boek.verborgen(),
  };
}
