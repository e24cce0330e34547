import type { App } from '#platform/http/index.ts';
import type { Vrager, Wie } from './wie.ts';

/** One resource under a route: its address, who may get it by the requirements, and what they then get. */
export interface Geval {
  /** Says which resource: 'eigen gemeente', 'onbekend'. */
  naam: string;
  pad: string;
  wie: Wie;
  /** Answers to who may; 200 when left out. */
  dan?: readonly number[];
  /** Answers to who may not, when the requirement names another than 404 or the sign-in page. */
  anders?: readonly number[];
  /** Marks that this address itself entitles to: a secret address reads as its owner. */
  draagt?: readonly string[];
}
/** Route pattern → its resources. */
export type Leestabel = Readonly<Record<string, readonly Geval[]>>;

/** Fields of a form; a file makes it a form with files. */
export type Lijf = Readonly<Record<string, string | File>>;

/** A changing route: also what is sent. Each body would do something if the right were there. */
export interface Handeling extends Geval {
  lijven: readonly Lijf[];
  /** Can be done once: with the right it is tried by one person only. */
  eenmalig?: boolean;
}
export type Doetabel = Readonly<Record<string, readonly Handeling[]>>;

const BASIS = 'http://localhost';

export const vraag = (app: App, v: Vrager, pad: string): Promise<Response> =>
  Promise.resolve(app.request(`${BASIS}${pad}`, { headers: { host: 'localhost', cookie: v.koekje } }));

/** A form of this person's own page; the token can be replaced by a wrong one. */
export async function stuur(
  app: App,
  v: Vrager,
  pad: string,
  lijf: Lijf,
  token = v.token,
): Promise<Response> {
  const velden = Object.entries({ _csrf: token, ...lijf });
  const bestanden = new FormData();
  for (const [naam, w] of velden) bestanden.append(naam, w);
  const gewoon = new URLSearchParams(
    velden.flatMap(([naam, w]) => (typeof w === 'string' ? [[naam, w]] : [])),
  );
  return app.request(`${BASIS}${pad}`, {
    method: 'POST',
    headers: { host: 'localhost', cookie: v.koekje, origin: BASIS },
    body: velden.every(([, w]) => typeof w === 'string') ? gewoon : bestanden,
  });
}

/** Status, and for a redirect where to. */
export const uitkomst = (r: Response): string => {
  const naar = r.headers.get('location');
  return naar ? `${r.status} ${naar.replace(/\?.*$/, '')}` : String(r.status);
};

/**
 * Is this answer what the requirement says? Without a right: 'not found', or for who is not signed in the way to
 * the sign-in page (architecture, 7: not allowed and not found look the same).
 */
export function klopt(g: Geval, v: Vrager, kreeg: string): boolean {
  const status = Number(kreeg.slice(0, 3));
  const naarAanmelden = kreeg === '303 /aanmelden' && !/^\/(aanmelden|afmelden)/.test(g.pad);
  if (g.wie(v)) return (g.dan ?? [200]).includes(status) && !(v.rol !== null && naarAanmelden);
  if (g.anders) return g.anders.includes(status);
  return status === 404 || (v.rol === null && kreeg === '303 /aanmelden');
}

/** Runs work in small parallel batches, in order of the list. */
export async function inBeurten<T>(lijst: readonly T[], werk: (x: T) => Promise<void>): Promise<void> {
  const rij = [...lijst];
  const loper = async () => {
    for (let x = rij.shift(); x !== undefined; x = rij.shift()) await werk(x);
  };
  await Promise.all([loper(), loper(), loper(), loper()]);
}
