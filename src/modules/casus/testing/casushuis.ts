import type { Lidmaatschap, Rol } from '#modules/toegang/index.ts';
import { leesInstellingen } from '#platform/config/index.ts';
import { type Actor, type Databank, metActor, PUBLIEK, sql, type Transactie } from '#platform/db/index.ts';
import { type App, csrfToken, maakApp } from '#platform/http/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { maakLog } from '#platform/log/index.ts';
import type { Doen } from '../usecases/doen.ts';

const GEHEIM = Buffer.alloc(32, 7);
const STELSEL: Actor = { soort: 'stelsel', taak: 'proef' };
const KLOK = vasteKlok('2026-11-22T09:00:00Z');
export const VANDAAG = KLOK.vandaag();

/** Somebody who works, or the public. */
export interface Lezer {
  id: string;
  naam: string;
  actor: Actor;
  lidmaatschappen: Lidmaatschap[];
}
export const niemand: Lezer = { id: '', naam: '', actor: PUBLIEK, lidmaatschappen: [] };

export interface Casushuis {
  app: App;
  /** A Veilig Thuis, unless said otherwise. */
  organisatie(naam: string, regio?: string, soort?: 'veilig_thuis' | 'partner'): Promise<string>;
  /** Somebody with these roles for one organisation, from long ago. */
  mens(organisatie: string, naam: string, ...rollen: Rol[]): Promise<Lezer>;
  /** As this reader, in the database. */
  als<T>(lezer: Lezer, werk: (tx: Transactie) => Promise<T>): Promise<T>;
  alsStelsel<T>(werk: (tx: Transactie) => Promise<T>): Promise<T>;
  doen(lezer: Lezer): Doen;
  haal(pad: string, lezer?: Lezer): Promise<Response>;
  stuur(pad: string, velden: Record<string, string>, lezer?: Lezer): Promise<Response>;
  stuurBestand(pad: string, bestand: File, lezer: Lezer): Promise<Response>;
}

const kop = { host: 'localhost', origin: 'http://localhost' };

function maakVerzoeken(app: App): Pick<Casushuis, 'haal' | 'stuur' | 'stuurBestand'> {
  const csrf = (lezer: Lezer) => csrfToken(GEHEIM, `sessie-${lezer.id}`);
  return {
    haal: async (pad, lezer = niemand) => app.request(pad, { headers: { host: 'localhost' } }, { lezer }),
    stuur: async (pad, velden, lezer = niemand) => {
      const body = new URLSearchParams({ _csrf: csrf(lezer), ...velden }).toString();
      const headers = { ...kop, 'content-type': 'application/x-www-form-urlencoded' };
      return app.request(pad, { method: 'POST', headers, body }, { lezer });
    },
    stuurBestand: async (pad, bestand, lezer) => {
      const body = new FormData();
      body.append('_csrf', csrf(lezer));
      body.append('bestand', bestand);
      return app.request(pad, { method: 'POST', headers: kop, body }, { lezer });
    },
  };
}

function maakMensen(db: Databank, kluis: Kluis): Pick<Casushuis, 'organisatie' | 'mens'> {
  const stelsel = <T>(werk: (tx: Transactie) => Promise<T>) => metActor(db, STELSEL, VANDAAG, werk);
  const regios = new Map<string, string>();
  return {
    organisatie: async (naam, regio = 'kennemerland', soort = 'veilig_thuis') => {
      const id = crypto.randomUUID();
      regios.set(id, regio);
      await stelsel(tx =>
        sql`insert into toegang.organisatie (id, naam, soort, regio) values (${id}, ${naam}, ${soort}, ${regio})`.execute(
          tx,
        ),
      );
      return id;
    },
    mens: async (organisatieId, naam, ...rollen) => {
      const id = crypto.randomUUID();
      const regio = regios.get(organisatieId) ?? 'kennemerland';
      const sleutel = await kluis.nieuweSleutel('persoon');
      const cel = (kolom: string, tekst: string) =>
        kluis.versleutel(sleutel, tekst, { tabel: 'toegang.persoon', kolom, rij: id });
      const email = `${id}@voorbeeld.invalid`;
      await stelsel(async tx => {
        await sql`insert into toegang.persoon (id, naam, email, email_index, sleutel_id)
          values (${id}, ${cel('naam', naam)}, ${cel('email', email)}, ${kluis.blindeIndex('email', email)}, ${sleutel})`.execute(
          tx,
        );
        for (const rol of rollen) {
          await sql`insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, van)
            values (${crypto.randomUUID()}, ${id}, ${organisatieId}, ${rol}, ${regio}, '2025-01-01')`.execute(
            tx,
          );
        }
      });
      const lidmaatschappen = rollen.map(rol => ({ rol, organisatieId, regio, gemeente: null }));
      return { id, naam, actor: { soort: 'persoon', id }, lidmaatschappen };
    },
  };
}

/** The pages of the room behind the real guards, on a standing clock; who reads is told per request. */
export function maakCasushuis(db: Databank, kluis: Kluis, registreer: (app: App) => void): Casushuis {
  const app = maakApp({
    geheim: GEHEIM,
    grenzen: [{ pad: /^\/casus\/[^/]+\/documenten$/, bytes: 21 * 1024 * 1024 }],
    herken: async c => {
      const { lezer = niemand } = (c.env as { lezer?: Lezer } | undefined) ?? {};
      const gebruiker = lezer.id
        ? { id: lezer.id, naam: lezer.naam, rol: lezer.lidmaatschappen[0]?.rol ?? '' }
        : null;
      return {
        actor: lezer.actor,
        gebruiker,
        sessie: `sessie-${lezer.id}`,
        toegang: lezer.lidmaatschappen,
      };
    },
    diensten: {
      db,
      klok: KLOK,
      log: maakLog('silent'),
      instellingen: leesInstellingen({}),
      demo: false,
      stijlPad: '/stijl.css',
      scriptPad: '/script.js',
      navigatie: () => [],
    },
  });
  registreer(app);
  return {
    app,
    ...maakMensen(db, kluis),
    ...maakVerzoeken(app),
    als: (lezer, werk) => metActor(db, lezer.actor, VANDAAG, werk),
    alsStelsel: werk => metActor(db, STELSEL, VANDAAG, werk),
    doen: lezer => ({
      db,
      kluis,
      ...lezer,
      vandaag: VANDAAG,
      nu: KLOK.nu(),
      demo: false,
      // Tests of the clock of notice record people through the pages.
      beginKennisgeving: async () => {},
    }),
  };
}

/** A filled-in form for a family of two, visibly invented. */
export const GEZIN: Readonly<Record<string, string>> = {
  taak: 'veilig_thuis',
  gemeente: 'GM0392',
  persoon1_voornaam: 'Vera',
  persoon1_tussenvoegsel: 'van',
  persoon1_achternaam: 'Voorbeeld',
  persoon1_geboren: '3-11-1988',
  persoon1_rol: 'volwassene',
  persoon2_voornaam: 'Kees',
  persoon2_achternaam: 'Voorbeeld',
  persoon2_geboren: '2016',
  persoon2_rol: 'kind',
};

/** The id in the address that a form led to. */
export function idUit(r: Response): string {
  const id = /\/casus\/([0-9a-f-]{36})/.exec(r.headers.get('location') ?? '')?.[1];
  if (!id) throw new Error(`geen dossier: ${r.status} ${r.headers.get('location')}`);
  return id;
}
