import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Rol } from '#modules/toegang/index.ts';
import { leesInstellingen } from '#platform/config/index.ts';
import { type Actor, metActor, PUBLIEK, sql } from '#platform/db/index.ts';
import { csrfToken, maakApp } from '#platform/http/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakLog } from '#platform/log/index.ts';
import type { Opslagstand } from '../../src/samenstelling/opslag.ts';
import { maakOnderbouw, type Onderbouw } from '../../src/samenstelling/platform.ts';
import { registreerTechniek } from '../../src/samenstelling/techniek.tsx';
import { maakProef } from '../proef/index.ts';

const p = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-techniek-'));
const klok = vasteKlok('2026-03-02T09:00:00Z');
const log = maakLog('fatal');
const geheim = Buffer.alloc(32, 5);
// Nothing listens there: every attempt fails.
const instellingen = leesInstellingen({
  LA_SLEUTELMAP: map,
  LA_SLEUTEL: 'ab'.repeat(32),
  LA_SMTP_URL: 'smtp://127.0.0.1:9',
});
let o: Onderbouw;
let rol: Rol | null = null;
let opslag: Opslagstand = { wissen: { wacht: 0, kan: true }, kopie: klok.nu() };

function maak() {
  const app = maakApp({
    geheim,
    herken: async () => ({
      actor: PUBLIEK as Actor,
      gebruiker: rol ? { id: 'x', naam: 'Voorbeeld', rol } : null,
      sessie: 'proef',
      toegang: rol
        ? [
            {
              rol,
              organisatieId: 'x',
              regio: rol === 'technisch_beheerder' ? null : 'kennemerland',
              gemeente: null,
            },
          ]
        : [],
    }),
    diensten: {
      db: p.app.db,
      klok,
      log,
      instellingen,
      demo: false,
      stijlPad: '/s.css',
      scriptPad: '/s.js',
      navigatie: () => [],
    },
  });
  registreerTechniek(app, o, async () => opslag);
  return app;
}
const haal = (wie: Rol | null) => {
  rol = wie;
  return maak().request('/beheer/techniek', { headers: { host: 'localhost' } });
};

beforeAll(async () => {
  const databanken = {
    app: p.app,
    aanmelden: p.aanmelden,
    taken: p.verbinding('taken'),
    nieuw: false,
    demo: false,
    ingebed: null,
    sluit: async () => {},
  };
  o = await maakOnderbouw({ instellingen, databanken, klok, log });
  await o.taken.start();
});
afterAll(async () => {
  await o.taken.stop();
  await o.verzegelaar.stop();
  rmSync(map, { recursive: true, force: true });
});

// @eis A2.5 A2.7
test('een bericht dat niet te verzenden is staat in de lijst, zonder adres of inhoud, en kan opnieuw', async () => {
  const stelsel = { soort: 'stelsel', taak: 'proef' } as const;
  const id = await metActor(p.app.db, stelsel, klok.vandaag(), tx =>
    o.postbus.zetInWachtrij(tx, {
      soort: 'uitnodiging',
      aan: 'iemand@voorbeeld.invalid',
      onderwerp: 'Geheim onderwerp',
      inhoud: 'Geheime inhoud',
    }),
  );
  await metActor(p.app.db, stelsel, klok.vandaag(), tx =>
    sql`update mail.bericht set status = 'mislukt', fout = 'econnrefused', pogingen = 10 where id = ${id}`.execute(
      tx,
    ),
  );
  const html = await (await haal('technisch_beheerder')).text();
  expect(html).toContain('uitnodiging');
  expect(html).toContain('econnrefused');
  expect(html).not.toMatch(/iemand@|Geheim/);
  const r = await maak().request('/beheer/techniek', {
    method: 'POST',
    headers: {
      host: 'localhost',
      origin: 'http://localhost',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ _csrf: csrfToken(geheim, 'proef'), bericht: id }),
  });
  expect(r.status).toBe(303);
  expect(await (await haal('technisch_beheerder')).text()).toContain('Alle post is verstuurd of wacht');
});

// @eis A2.5
test('alleen een technisch beheerder ziet de techniek; hij ziet daar geen inhoud', async () => {
  for (const wie of ['projectleider', 'accountbeheerder', 'lezer', null] as const)
    expect((await haal(wie)).status).toBe(404);
  const html = await (await haal('technisch_beheerder')).text();
  expect(html).toContain('mail_versturen');
});

// @eis C4.2
test('wat op schijf nog moet worden herschreven en een kopie die ontbreekt, staan er met wat eraan te doen is', async () => {
  const goed = await (await haal('technisch_beheerder')).text();
  expect(goed).toContain('is de plaats op schijf herschreven');
  expect(goed).toContain('Laatste reservekopie in de eigen map: 2 maart 2026');
  expect(goed).not.toContain('LA_EIGENAAR_URL');
  opslag = { wissen: { wacht: 2, kan: false }, kopie: null };
  const slecht = await (await haal('technisch_beheerder')).text();
  expect(slecht).toContain('Van 2 wissingen is de plaats op schijf nog niet herschreven');
  expect(slecht).toContain('Stel LA_EIGENAAR_URL in');
  expect(slecht).toContain('Draai npm run reservekopie');
});

test('waarden zonder bevestigde bron zijn als zodanig te zien', async () => {
  const html = await (await haal('technisch_beheerder')).text();
  expect(html).toContain('nog te bevestigen');
  expect(html).toMatch(/2000-2013/);
});
