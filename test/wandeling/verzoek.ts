import type { App } from '#platform/http/index.ts';

export const BASIS = 'http://localhost';

/** A file in a form. */
export class Bestand {
  readonly naam: string;
  readonly inhoud: Buffer;
  constructor(naam: string, inhoud: Buffer | string) {
    this.naam = naam;
    this.inhoud = Buffer.from(inhoud);
  }
  toString(): string {
    return this.inhoud.toString('utf8');
  }
  toJSON(): { bestand: string; inhoud: string } {
    return { bestand: this.naam, inhoud: this.inhoud.toString('base64') };
  }
}
export type Velden = [naam: string, waarde: string | Bestand][];

/** Why this step was taken. */
export type Aard = 'begin' | 'link' | 'formulier' | 'raden' | 'radenformulier' | 'vreemd';

/** Where the address or form was found: which step, and which link or form of its page. */
export interface Vindplaats {
  stap: number;
  soort: 'link' | 'vorm';
  plek: number;
}

export interface Verzoek {
  /** Name of the walker. */
  wie: string;
  methode: string;
  pad: string;
  velden: Velden | null;
  /** Sent as a form with files. */
  bestanden: boolean;
  koppen: Readonly<Record<string, string>>;
  /** Whose proof against forgery goes along. */
  token: 'eigen' | 'vreemd' | 'geen';
  aard: Aard;
  bron: Vindplaats | null;
}

export const vraagVan = (wie: string, pad: string, aard: Aard, bron: Vindplaats | null = null): Verzoek => ({
  wie,
  methode: 'GET',
  pad,
  velden: null,
  bestanden: false,
  koppen: {},
  token: 'geen',
  aard,
  bron,
});

function lijfVan(z: Verzoek): FormData | URLSearchParams | undefined {
  if (z.velden === null) return undefined;
  if (!z.bestanden) return new URLSearchParams(z.velden.map(([naam, w]) => [naam, String(w)]));
  const lijf = new FormData();
  for (const [naam, w] of z.velden)
    lijf.append(naam, w instanceof Bestand ? new File([new Uint8Array(w.inhoud)], w.naam) : w);
  return lijf;
}

/** Sends it with these cookies, and keeps in them what the answer sets. */
export async function stuur(app: App, z: Verzoek, koekjes: Map<string, string>): Promise<Response> {
  const koppen: Record<string, string> = {
    host: 'localhost',
    ...(koekjes.size > 0 ? { cookie: [...koekjes].map(k => k.join('=')).join('; ') } : {}),
    ...(z.velden ? { origin: BASIS } : {}),
    ...z.koppen,
  };
  const lijf = lijfVan(z);
  const r = await app.request(
    new Request(`${BASIS}${z.pad}`, {
      method: z.methode,
      headers: koppen,
      ...(lijf ? { body: lijf } : {}),
    }),
  );
  for (const k of r.headers.getSetCookie()) {
    const [paar = '', ...rest] = k.split(/;\s*/);
    const naam = paar.slice(0, paar.indexOf('='));
    if (rest.some(x => /^max-age=0$/i.test(x))) koekjes.delete(naam);
    else koekjes.set(naam, paar.slice(naam.length + 1));
  }
  return r;
}

/** The address without what differs from one thing to another: to count kinds of pages. */
export const vormVan = (pad: string): string => {
  const [voor = '', vraag] = pad.split('?');
  const delen = voor.split('/').map((deel, i) => {
    if (i < 2 || deel === '') return deel;
    return /[\dA-Z%]|^.{25,}$/.test(deel) ? ':x' : deel;
  });
  const namen =
    vraag === undefined ? '' : `?${[...new Set(new URLSearchParams(vraag).keys())].sort().join('&')}`;
  const paginasoort = delen
    .join('/')
    .replace(/^(\/en)?\/(regio|programma)\/[^/]+/, '$1/$2/:regio')
    .replace(/\/(cijfers|vergelijk|gemeente|indicatoren|regios)\/(?!kwaliteit)[^/.]+/, '/$1/:x');
  return paginasoort + namen.slice(0, 80);
};
