import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { leesInstellingen } from '#platform/config/index.ts';
import type { Pool } from '#platform/db/index.ts';
import { type App, alsLezer, type Ctx, type Herkenning, maakApp } from '#platform/http/index.ts';
import { type Klok, systeemklok, TIJDZONE } from '#platform/klok/index.ts';
import { type Kluis, maakKluis } from '#platform/kluis/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Postbak, ToegangOpties } from '../usecases/diensten.ts';

/** A clock that walks with the real one and can be set ahead. */
export function schuifklok(): Klok & { schuif(minuten: number): void } {
  let minuten = 0;
  const nu = () => systeemklok.nu().add({ minutes: minuten });
  return {
    nu,
    vandaag: () => nu().toZonedDateTimeISO(TIJDZONE).toPlainDate(),
    schuif: m => {
      minuten += m;
    },
  };
}

export interface Proefbericht {
  soort: string;
  aan: string;
  onderwerp: string;
  inhoud: string;
}

interface Kamer {
  herken(c: Ctx): Promise<Herkenning>;
  registreer(app: App): void;
}

export interface Proefsite<K extends Kamer> {
  app: App;
  kamer: K;
  kluis: Kluis;
  klok: ReturnType<typeof schuifklok>;
  post: Proefbericht[];
  logregels: string[];
  opties: ToegangOpties;
  stop(): void;
}

/** The room on a real database behind the real guards, with a page `/wie` that tells who the reader is. */
export function maakProefsite<K extends Kamer>(
  proef: { app: Pool; aanmelden: Pool },
  maakToegang: (o: ToegangOpties) => K,
  keuze: {
    demo?: boolean;
    basisUrl?: string;
    proxies?: number;
    kluis?: Kluis;
    gebieden?: ToegangOpties['gebieden'];
  } = {},
): Proefsite<K> {
  const map = mkdtempSync(path.join(os.tmpdir(), 'la-toegang-'));
  const geheim = Buffer.alloc(32, 7);
  const klok = schuifklok();
  const post: Proefbericht[] = [];
  const mail: Postbak = { zetInWachtrij: async (_tx, b) => void post.push(b) };
  const instellingen = {
    ...leesInstellingen({ LA_BASIS_URL: keuze.basisUrl ?? 'http://localhost:8080' }),
    proxies: keuze.proxies ?? 1,
  };
  const logregels: string[] = [];
  const log = pino({ base: null }, { write: (regel: string) => void logregels.push(regel) }) as Log;
  const kluis = keuze.kluis ?? maakKluis({ hoofdsleutel: geheim, map });
  const demo = keuze.demo ?? false;
  const opties: ToegangOpties = {
    ...proef,
    kluis,
    mail,
    klok,
    instellingen,
    log,
    demo,
    geheim,
    ...(keuze.gebieden ? { gebieden: keuze.gebieden } : {}),
  };
  const kamer = maakToegang(opties);
  const app = maakApp({
    geheim,
    herken: kamer.herken,
    diensten: {
      db: proef.app.db,
      klok,
      log,
      instellingen,
      demo,
      stijlPad: '/s.css',
      scriptPad: '/s.js',
      navigatie: () => [],
    },
  });
  kamer.registreer(app);
  app.get('/wie', c =>
    c.json({ gebruiker: c.get('gebruiker'), toegang: c.get('toegang'), actor: c.get('actor') }),
  );
  app.post('/doe', async c => c.json({ actor: await alsLezer(c, async () => c.get('actor')) }));
  return {
    app,
    kamer,
    kluis,
    klok,
    post,
    logregels,
    opties,
    stop: () => rmSync(map, { recursive: true, force: true }),
  };
}
