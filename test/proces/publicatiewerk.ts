import { metClient, startIngebed, type Verbinding } from '#platform/db/index.ts';
import { Bezoeker } from './bezoeker.ts';

/** A region with a draft release of which the work takes seconds: what the tests of that work have in common. */
export const REGIO = 'zaanstreek-waterland';
/** Invented counts; Waterland has fewer than five. */
export const GEMEENTEN = [
  ['Edam-Volendam', 31],
  ['Landsmeer', 12],
  ['Oostzaan', 9],
  ['Purmerend', 104],
  ['Waterland', 3],
  ['Wormerland', 14],
  ['Zaanstad', 187],
] as const;
const INVOER = '/datalab/invoer';
const NIEUW = '/datalab/publicaties/nieuw';

/** Makes the database of a folder before the application does, and gives the way in for who watches. */
export async function maakDatabase(data: string): Promise<Verbinding> {
  const server = await startIngebed(data);
  await server.stop();
  return server.beheer('lange_adem');
}

const zekerDoor = async (r: Response, wat: string): Promise<string> => {
  if (r.status === 303) return r.headers.get('location') ?? '';
  const tekst = (await r.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  throw new Error(`${wat} gaf ${r.status}: ${tekst.slice(0, 1000)}`);
};

/** Reads counts in, as an analyst does with a file. */
export async function leesTellingen(
  b: Bezoeker,
  rijen: readonly (readonly [gemeente: string, periode: string, indicator: string, waarde: number])[],
): Promise<void> {
  const csv = `gemeente,periode,indicator,waarde\n${rijen.map(r => r.join(',')).join('\n')}\n`;
  const html = await (await b.haal(INVOER)).text();
  const velden = { ...Bezoeker.verborgen(html, INVOER), regio: REGIO };
  const proef = await zekerDoor(
    await b.stuurBestand(INVOER, velden, new File([csv], 'tellingen.csv', { type: 'text/csv' })),
    'de proef',
  );
  const vorm = Bezoeker.verborgen(await (await b.haal(proef)).text(), proef);
  const bron = { bron_titel: 'Verzonnen uitdraai', plek: 'blad 1', openbaarheid: 'intern' };
  await zekerDoor(await b.stuur(proef, { ...vorm, ...bron, doe: 'lees_in' }), 'het inlezen');
}

export interface Keuze {
  titel: string;
  indicatoren: string[];
  van: number;
  tot: number;
}

/** Makes a draft; gives its address. */
export async function maakConcept(b: Bezoeker, k: Keuze): Promise<string> {
  const pagina = `${NIEUW}?regio=${REGIO}`;
  // The first form on the page with this address is the choice of a year, without the mark that a sent form needs.
  const html = await (await b.haal(pagina)).text();
  const velden = {
    _csrf: /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '',
    regio: REGIO,
    titel: k.titel,
    indicatoren: k.indicatoren,
    van_jaar: String(k.van),
    tot_jaar: String(k.tot),
    niveaus: ['gemeente', 'regio'],
    meetperioden: ['maand'],
    methode: 'afronden',
  };
  return zekerDoor(await b.stuur(NIEUW, velden), 'het concept');
}

/** Presses a button of a release, also one that is not on its page. */
export async function druk(b: Bezoeker, adres: string, doe: string): Promise<Response> {
  const html = await (await b.haal(adres)).text();
  const versie = /name="versie" value="(\d+)"/.exec(html)?.[1] ?? '';
  return b.stuur(adres, { ...Bezoeker.verborgen(html, adres), versie, doe, reden: '' });
}

/** Where the work can be held up: before its figures are kept, and when so many lines of the proof were. */
export const POORT = { cellen: 1, bewijs: 2 } as const;
const REGELS_VOOR_POORT = 40;

/** Puts gates in the database, open until somebody stands in one: so the work is always met at the same place. */
export async function zetPoorten(v: Verbinding): Promise<void> {
  await metClient(v, c =>
    c.query(`
      create function public.proefpoort() returns trigger language plpgsql security definer as $$
      begin
        if (select count(*) from datalab.publicatie_bewijs) >= tg_argv[1]::int then
          perform pg_advisory_xact_lock_shared(tg_argv[0]::bigint);
        end if;
        return null;
      end $$;
      create trigger proefpoort before insert on datalab.publicatie_cel
        for each statement execute function public.proefpoort('${POORT.cellen}', '0');
      create trigger proefpoort before insert on datalab.publicatie_bewijs
        for each statement execute function public.proefpoort('${POORT.bewijs}', '${REGELS_VOOR_POORT}');`),
  );
}

/** Does something while the work can come no further than the gate; leaving opens it. */
export const inPoort = <T>(v: Verbinding, poort: number, doe: () => Promise<T>): Promise<T> =>
  metClient(v, async c => {
    await c.query('select pg_advisory_lock($1)', [poort]);
    return doe();
  });

/** How far the work is, as it is kept. */
export interface Werkstand {
  toestand: string;
  waarborg: string | null;
  bewezen: boolean;
  fout: string | null;
  gedaan: number;
  regels: number;
}

/** Looks at the work of a release until it is as asked; throws with how it was when that takes too long. */
export async function wachtOpStand(
  v: Verbinding,
  id: string,
  is: (s: Werkstand) => boolean,
  hoogstens: number,
): Promise<Werkstand> {
  return metClient(v, async c => {
    const tot = performance.now() + hoogstens;
    for (;;) {
      const r = await c.query<Werkstand>(
        `select p.toestand, p.waarborg, p.bewezen, w.fout, w.gedaan,
           (select count(*)::int from datalab.publicatie_bewijs b where b.publicatie_id = p.id) regels
         from datalab.publicatie p join datalab.publicatie_werk w on w.publicatie_id = p.id where p.id = $1`,
        [id],
      );
      const [stand] = r.rows;
      if (stand && is(stand)) return stand;
      if (performance.now() > tot) throw new Error(`duurt te lang: ${JSON.stringify(stand)}`);
      await new Promise(k => setTimeout(k, 10));
    }
  });
}
