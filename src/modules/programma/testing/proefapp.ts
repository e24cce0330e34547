import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Lidmaatschap, Rol } from '#modules/toegang/index.ts';
import { leesInstellingen } from '#platform/config/index.ts';
import { WORTEL } from '#platform/config/wortel.ts';
import { type Actor, type Databank, metActor, PUBLIEK, sql } from '#platform/db/index.ts';
import { type App, csrfToken, maakApp } from '#platform/http/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakLog } from '#platform/log/index.ts';
import type { Inhoud } from '../domain/veld.ts';
import { type AnderDeel, leesProgrammaIn } from '../usecases/bestand.ts';

export const REGIOS = ['kennemerland', 'noord-holland-noord', 'zaanstreek-waterland'] as const;
const GEHEIM = Buffer.alloc(32, 7);
const SESSIE = 'proef';

/** A person with a role, or the public. */
export interface Lezer {
  actor: Actor;
  lidmaatschappen: Lidmaatschap[];
}
export const publiek: Lezer = { actor: PUBLIEK, lidmaatschappen: [] };

/** The programme file of a region as it ships. */
export function bronbestand(regio: string): Inhoud {
  return JSON.parse(readFileSync(path.join(WORTEL, `gegevens/programma/${regio}.json`), 'utf8')) as Inhoud;
}

/** A person with one role, made by the system as the room of access would. */
export async function maakMens(
  db: Databank,
  rol: Rol,
  regio: string,
  gemeente: string | null = null,
): Promise<Lezer> {
  const id = crypto.randomUUID();
  const organisatieId = crypto.randomUUID();
  const vandaag = Temporal.PlainDate.from('2026-01-01');
  // A technical administrator is of the installation, not of a region.
  const vanRegio = rol === 'technisch_beheerder' ? null : regio;
  await metActor(db, { soort: 'stelsel', taak: 'proef' }, vandaag, async tx => {
    await sql`insert into toegang.organisatie (id, naam, soort, regio) values (${organisatieId}, 'Voorbeeldorganisatie', 'samenwerkingsverband', ${regio})`.execute(
      tx,
    );
    await sql`insert into toegang.persoon (id, naam, email, email_index, sleutel_id) values (${id}, ''::bytea, ''::bytea, ${Buffer.from(id)}, 'geen')`.execute(
      tx,
    );
    await sql`insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, gemeente, van)
      values (${crypto.randomUUID()}, ${id}, ${organisatieId}, ${rol}, ${vanRegio}, ${gemeente}, '2026-01-01')`.execute(
      tx,
    );
  });
  return {
    actor: { soort: 'persoon', id },
    lidmaatschappen: [{ rol, organisatieId, regio: vanRegio, gemeente }],
  };
}

export interface Proefapp {
  app: App;
  /** The page as this reader gets it. */
  haal(pad: string, lezer?: Lezer): Promise<Response>;
  /** A form sent by this reader from our own page. A list sends a field several times. */
  stuur(pad: string, velden: Record<string, string | string[]>, lezer?: Lezer): Promise<Response>;
  /** A form with a file. */
  stuurBestand(pad: string, velden: Record<string, string | File>, lezer?: Lezer): Promise<Response>;
}

/** Pages behind the real guards, on a standing clock; who reads is told per request. */
export function maakProefapp(
  db: Databank,
  registreer: (app: App) => void,
  tijdstip = '2026-11-22T09:00:00Z',
): Proefapp {
  const app = maakApp({
    geheim: GEHEIM,
    herken: async c => {
      const { actor, lidmaatschappen } = (c.env as { lezer?: Lezer } | undefined)?.lezer ?? publiek;
      const rol = lidmaatschappen[0]?.rol ?? '';
      const gebruiker = actor.soort === 'persoon' ? { id: actor.id, naam: 'Voorbeeldpersoon', rol } : null;
      return { actor, gebruiker, sessie: SESSIE, toegang: lidmaatschappen };
    },
    diensten: {
      db,
      klok: vasteKlok(tijdstip),
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
    haal: async (pad, lezer = publiek) => app.request(pad, { headers: { host: 'localhost' } }, { lezer }),
    stuur: async (pad, velden, lezer = publiek) => {
      const lijf = new URLSearchParams({ _csrf: csrfToken(GEHEIM, SESSIE) });
      for (const [naam, w] of Object.entries(velden))
        for (const x of Array.isArray(w) ? w : [w]) lijf.append(naam, x);
      const headers = {
        host: 'localhost',
        origin: 'http://localhost',
        'content-type': 'application/x-www-form-urlencoded',
      };
      return app.request(pad, { method: 'POST', headers, body: lijf.toString() }, { lezer });
    },
    stuurBestand: async (pad, velden, lezer = publiek) => {
      const lijf = new FormData();
      for (const [naam, w] of Object.entries({ _csrf: csrfToken(GEHEIM, SESSIE), ...velden }))
        lijf.append(naam, w);
      const headers = { host: 'localhost', origin: 'http://localhost' };
      return app.request(pad, { method: 'POST', headers, body: lijf }, { lezer });
    },
  };
}

/** Loads the programmes that ship with the product, published as at the first start. */
export async function leesProgrammas(
  db: Databank,
  delen: readonly AnderDeel[] = [],
  regios: readonly string[] = REGIOS,
): Promise<void> {
  const { nu, vandaag } = vasteKlok('2026-03-02T09:00:00Z');
  const d = { db, actor: { soort: 'stelsel' as const, taak: 'inlezen' }, lidmaatschappen: [] };
  for (const regio of regios) {
    const uit = await leesProgrammaIn(
      { ...d, nu: nu(), vandaag: vandaag() },
      bronbestand(regio),
      delen,
      true,
    );
    if (!uit.ok) throw new Error(JSON.stringify(uit.weigering).slice(0, 500));
  }
}
