import type { App } from '#platform/http/index.ts';
import { beginStand, merkVoor, type Stand } from './geheugen.ts';
import type { Pagina, Vorm } from './pagina.ts';
import { maakToeval } from './toeval.ts';
import { Bestand, type Velden, type Verzoek, vormVan } from './verzoek.ts';
import { type Stap, type Vondst, zetStap } from './wandeling.ts';
import type { Wereld } from './wereld.ts';

/** What walking again needs: a world like the first, and the application in it. */
export interface Naspeler {
  bouw(): Promise<Wereld>;
  app?(w: Wereld): App;
}

type Gezien = Pick<Pagina, 'links' | 'vormen'>;

const WISSELT = /^(?:\d+|[0-9a-f]{8}-[0-9a-f-]{27})$/;

/** The form where it was found, as it stands now: its address and its own ids and versions. */
function metVorm(z: Verzoek, vorm: Vorm): Verzoek {
  const eigen = (naam: string) => vorm.velden.find(v => v.naam === naam && v.soort === 'hidden')?.waarde;
  const velden = (z.velden ?? []).map(([naam, w]): Velden[number] => {
    const nu = naam === '_csrf' ? undefined : eigen(naam);
    return nu !== undefined && typeof w === 'string' && WISSELT.test(w) ? [naam, nu] : [naam, w];
  });
  const actie = [vorm.actie, ...vorm.knoppen.flatMap(k => k.actie ?? [])].find(
    x => vormVan(x) === vormVan(z.pad),
  );
  return { ...z, pad: actie ?? z.pad, velden: z.velden ? velden : null };
}

/** The step in this world: ids differ from those of the first, so links and forms are taken where they stand. */
function vertaal(s: Stand, z: Verzoek, gezien: ReadonlyMap<number, Gezien>): Verzoek {
  const pagina = gezien.get(z.bron?.stap ?? -1);
  const plek = z.bron?.plek ?? -1;
  let uit = z;
  if (z.bron?.soort === 'link') {
    const naar = pagina?.links[plek];
    if (naar && vormVan(naar) === vormVan(z.pad)) uit = { ...z, pad: naar };
  }
  const vorm = z.bron?.soort === 'vorm' ? pagina?.vormen[plek] : undefined;
  if (vorm && z.methode === 'POST') uit = metVorm(z, vorm);
  const l = s.lopers.get(z.wie);
  const ander = [...s.lopers.values()].find(x => x !== l);
  const token = (z.token === 'vreemd' ? ander?.token : l?.token) ?? '';
  const velden = uit.velden?.map(([naam, w]): Velden[number] =>
    naam === '_csrf' ? [naam, token] : [naam, w],
  );
  for (const [, w] of velden ?? []) if (l) s.wereld.boek.neemOver(String(w), () => merkVoor(s, l, uit.pad));
  return { ...uit, velden: velden ?? null };
}

export interface Nagespeeld {
  /** What each step gave. */
  regels: { stap: Stap; gebreken: readonly string[] }[];
  /** Did the fault show again? */
  raak: boolean;
}

/** Takes these steps in a new world; true as soon as a fault of this kind shows. */
export async function speelNa(
  n: Naspeler,
  stappen: readonly Stap[],
  soort: string | null,
): Promise<Nagespeeld> {
  const wereld = await n.bouw();
  try {
    const s = beginStand(wereld);
    const app = n.app?.(wereld) ?? wereld.app;
    const gezien = new Map<number, Gezien>();
    const regels: Nagespeeld['regels'] = [];
    for (const { z, nr } of stappen) {
      s.gemunt = [];
      const nu = vertaal(s, z, gezien);
      const { stap, gebreken } = await zetStap(s, app, nu, nr, maakToeval(nr));
      const hier = s.lopers.get(z.wie)?.hier;
      if (hier?.stap === nr) gezien.set(nr, { links: [...hier.links], vormen: [...hier.vormen] });
      regels.push({ stap, gebreken: gebreken.map(g => g.tekst) });
      if (gebreken.some(g => g.soort === soort)) return { regels, raak: true };
    }
    return { regels, raak: false };
  } finally {
    await wereld.stop();
  }
}

/** These steps and the pages on which their links and forms were found, in order. */
function metHerkomst(alle: readonly Stap[], gekozen: Iterable<number>): Stap[] {
  const nodig = new Set<number>();
  for (const begin of gekozen)
    for (
      let nr: number | undefined = begin;
      nr !== undefined && !nodig.has(nr);
      nr = alle[nr - 1]?.z.bron?.stap
    )
      nodig.add(nr);
  return alle.filter(x => nodig.has(x.nr));
}

const GROOTSTE = 3_000;

/** Leaves out half, a third, a quarter of the steps before the last as long as the fault still shows. */
async function snoei(
  raak: (stappen: readonly Stap[]) => Promise<boolean>,
  begin: readonly Stap[],
  tot: number,
): Promise<readonly Stap[]> {
  const laatste = begin.slice(-1);
  let over = begin.slice(0, -1);
  let delen = 2;
  let plek = 0;
  while (over.length > 0 && performance.now() < tot) {
    const stuk = Math.max(1, Math.ceil(over.length / delen));
    const van = Math.min(plek * stuk, over.length - 1);
    const zonder = over.filter((_, i) => i < van || i >= van + stuk);
    if (await raak([...zonder, ...laatste])) over = zonder;
    else plek++;
    if (plek * stuk < over.length) continue;
    if (stuk === 1) break;
    plek = 0;
    delen *= 2;
  }
  return [...over, ...laatste];
}

/**
 * The shortest row of steps that shows the fault again in a new world: the step alone, with where it came from, or
 * with the acts before it that are needed. Null when it does not show again, or not within so many seconds.
 */
export async function verkort(
  n: Naspeler,
  alle: readonly Stap[],
  v: Vondst,
  seconden = 180,
): Promise<readonly Stap[] | null> {
  const tot = performance.now() + seconden * 1000;
  const raak = async (stappen: readonly Stap[]) => (await speelNa(n, stappen, v.soort)).raak;
  const voorop = alle.filter(x => x.nr <= v.stap);
  const daden = voorop.filter(x => x.schreef).map(x => x.nr);
  const kandidaten = [
    voorop.slice(-1),
    metHerkomst(alle, [v.stap]),
    metHerkomst(alle, [...daden, v.stap]),
    ...(voorop.length <= GROOTSTE ? [voorop] : []),
  ];
  for (const k of kandidaten) {
    if (performance.now() > tot) return null;
    if (await raak(k)) return snoei(raak, k, tot);
  }
  return null;
}

const kort = (w: string | Bestand): string => {
  const tekst = w instanceof Bestand ? `bestand ${w.naam} (${w.inhoud.length} bytes)` : JSON.stringify(w);
  return tekst.length > 80 ? `${tekst.slice(0, 80)}…` : tekst;
};

/** The steps as somebody would do them by hand. */
export const alsRegels = (stappen: readonly Stap[]): string[] =>
  stappen.map(({ nr, z, status }) => {
    const velden = (z.velden ?? [])
      .filter(([naam]) => naam !== '_csrf')
      .map(([naam, w]) => `${naam}=${kort(w)}`);
    const koppen = Object.entries(z.koppen).map(k => k.join(': '));
    const bewijs = z.token === 'vreemd' ? ['(bewijs van een ander)'] : [];
    return [`${nr}. ${z.wie} ${z.methode} ${z.pad} → ${status}`, ...bewijs, ...koppen, ...velden].join('  ');
  });

/** Steps as they are kept in a file, and back. */
export const alsBestand = (stappen: readonly Stap[]): string => JSON.stringify(stappen, null, 1);
export const uitBestand = (tekst: string): Stap[] =>
  JSON.parse(tekst, (_, w) =>
    w && typeof w === 'object' && 'bestand' in w && 'inhoud' in w
      ? new Bestand(String(w.bestand), Buffer.from(String(w.inhoud), 'base64'))
      : w,
  ) as Stap[];
