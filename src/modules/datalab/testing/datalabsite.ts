import { randomUUID } from 'node:crypto';
import type { Lidmaatschap, Rol } from '#modules/toegang/index.ts';
import { leesInstellingen } from '#platform/config/index.ts';
import { type Actor, metActor, type Pool, PUBLIEK, sql, type Transactie } from '#platform/db/index.ts';
import { type App, csrfToken, maakApp } from '#platform/http/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakLog } from '#platform/log/index.ts';

/** What of a room stands behind the guards. */
export interface Kamer {
  laad(tx: Transactie, meld: (tekst: string) => void): Promise<void>;
  registreer(app: App): void;
}

/** Somebody of the tests, with one role; `null` region only for who has no region. */
export interface Proefpersoon {
  id: string;
  actor: Actor;
  lid: Lidmaatschap;
}

const GEHEIM = Buffer.alloc(32, 5);
const klok = vasteKlok('2026-11-22T10:00:00Z');
const INLEZEN: Actor = { soort: 'stelsel', taak: 'inlezen' };

/** Stores an invented person with one role. */
async function maakPersoon(
  app: Pool,
  rol: Rol,
  regio: string,
  gemeente: string | null,
): Promise<Proefpersoon> {
  const id = randomUUID();
  const organisatie = randomUUID();
  await metActor(app.db, { soort: 'stelsel', taak: 'proef' }, klok.vandaag(), async tx => {
    await sql`insert into toegang.organisatie (id, naam, soort, regio) values
      (${organisatie}, 'Voorbeeldorganisatie', 'samenwerkingsverband', ${regio})`.execute(tx);
    await sql`insert into toegang.persoon (id, naam, email, email_index, sleutel_id) values
      (${id}, '\\x00', '\\x00', decode(${id.replaceAll('-', '')}, 'hex'), 'geen')`.execute(tx);
    await sql`insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, gemeente, van) values
      (${randomUUID()}, ${id}, ${organisatie}, ${rol}, ${regio}, ${gemeente}, '2020-01-01')`.execute(tx);
  });
  return {
    id,
    actor: { soort: 'persoon', id },
    lid: { rol, organisatieId: organisatie, regio, gemeente },
  };
}

/** The room on a real database behind the real guards; a header says who asks. */
export async function maakDatalabsite(proef: { app: Pool }, kamer: Kamer) {
  const mensen = new Map<string, Proefpersoon>();
  const app = maakApp({
    geheim: GEHEIM,
    herken: async c => {
      const wie = mensen.get(c.req.header('x-proef') ?? '');
      if (!wie) return { actor: PUBLIEK, gebruiker: null, sessie: 'bezoek', toegang: null };
      const gebruiker = { id: wie.id, naam: 'Voorbeeld', rol: wie.lid.rol };
      return { actor: wie.actor, gebruiker, sessie: wie.id, toegang: [wie.lid] };
    },
    grenzen: [{ pad: /^\/datalab\/(termijnen\/)?invoer/, bytes: 6 * 1024 * 1024 }],
    diensten: {
      db: proef.app.db,
      klok,
      log: maakLog('silent'),
      instellingen: leesInstellingen({ LA_BASIS_URL: 'http://localhost:8080' }),
      demo: true,
      stijlPad: '/stijl.css',
      scriptPad: '/script.js',
      navigatie: () => [],
    },
  });
  kamer.registreer(app);
  const als = <T>(actor: Actor, werk: (tx: Transactie) => Promise<T>) =>
    metActor(proef.app.db, actor, klok.vandaag(), werk);
  await als(INLEZEN, tx => kamer.laad(tx, () => {}));
  const kop = (wie?: Proefpersoon) => ({
    host: 'localhost:8080',
    origin: 'http://localhost:8080',
    ...(wie ? { 'x-proef': wie.id } : {}),
  });
  return {
    app,
    klok,
    als,
    async persoon(rol: Rol, regio: string, gemeente: string | null = null): Promise<Proefpersoon> {
      const wie = await maakPersoon(proef.app, rol, regio, gemeente);
      mensen.set(wie.id, wie);
      return wie;
    },
    async haal(pad: string, wie?: Proefpersoon): Promise<Response> {
      return app.request(`http://localhost:8080${pad}`, { headers: kop(wie) });
    },
    async tekst(pad: string, wie?: Proefpersoon): Promise<string> {
      return (await this.haal(pad, wie)).text();
    },
    stuur(pad: string, velden: Record<string, string | File>, wie: Proefpersoon): Promise<Response> {
      return this.stuurLijst(pad, Object.entries(velden), wie);
    },
    async stuurLijst(
      pad: string,
      velden: readonly (readonly [string, string | File])[],
      wie: Proefpersoon,
    ): Promise<Response> {
      const body = new FormData();
      body.set('_csrf', csrfToken(GEHEIM, wie.id));
      for (const [naam, waarde] of velden) body.append(naam, waarde);
      return app.request(`http://localhost:8080${pad}`, { method: 'POST', headers: kop(wie), body });
    },
  };
}
export type Datalabsite = Awaited<ReturnType<typeof maakDatalabsite>>;
