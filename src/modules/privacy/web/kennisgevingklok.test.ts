import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakCasus } from '#modules/casus/module.ts';
import { type Buurt, maakBuurt } from '#modules/casus/testing/buurt.ts';
import { GEZIN, type Lezer, maakCasushuis } from '#modules/casus/testing/casushuis.ts';
import { maakGezin } from '#modules/gezin/module.ts';
import { metClient } from '#platform/db/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakPrivacy } from '../module.ts';
import { kennisgevinglening } from './kennisgevingpaneel.tsx';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-klok-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 5), map });
const gebieden = [
  { regio: 'kennemerland', naam: 'Kennemerland', gemeenten: [{ code: 'GM0392', naam: 'Haarlem' }] },
];
const privacy = maakPrivacy({
  kluis,
  db: proef.app.db,
  klok: vasteKlok('2026-11-22T09:00:00Z'),
  sleutelmap: map,
});
const h = maakCasushuis(proef.app.db, kluis, app => {
  maakGezin({ kluis, gebieden, ...kennisgevinglening }).registreer(app);
  maakCasus({ kluis, gebieden, ...kennisgevinglening }).registreer(app);
  privacy.registreer(app);
});

// The house stands on Sunday 22 November 2026. Four weeks later is Sunday 20 December; a term that ends on a Sunday ends
// on the next working day (Algemene termijnenwet art. 1). Two weeks after Monday 21 December is 4 January 2027.
const UITERLIJK = '21-12-2026';
const VERST = '4-1-2027';

let b: Buurt;
let id = '';
beforeAll(async () => {
  b = await maakBuurt(h);
  id = b.id;
});

const tekst = async (pad: string, wie: Lezer) =>
  (await (await h.haal(pad, wie)).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
/** The clocks of a file as they are stored: how many for each person. */
const klokken = async (dossier: string) => {
  const { rows } = await metClient(proef.beheer, c =>
    c.query<{ n: number }>(
      `select count(k.id)::int n from toegang.betrokkenheid b left join privacy.kennisgeving k
         on k.dossier_id = b.dossier_id and k.betrokkene_id = b.betrokkene_id
       where b.dossier_id = $1 group by b.betrokkene_id`,
      [dossier],
    ),
  );
  return rows.map(r => r.n);
};
const mens = { voornamen: 'Oma', achternaam: 'Voorbeeld', geslacht: 'vrouw' };

// @eis C4.6
describe('de klok van het bericht aan wie in een dossier komt', () => {
  test('een dossier aanleggen begint voor elke persoon één klok, en wie erin werkt ziet voor wie en tot wanneer', async () => {
    expect(await klokken(id)).toEqual([1, 1]);
    const dossier = await tekst(`/casus/${id}`, b.intaker);
    expect(dossier).toContain('Berichten aan betrokkenen');
    expect(dossier).toContain(`Vera van Voorbeeld ${UITERLIJK} loopt`);
    expect(dossier).toContain(`Kees Voorbeeld ${UITERLIJK} loopt`);
    const lijst = await tekst('/privacy/kennisgevingen', b.intaker);
    expect(lijst).toContain(`Vera van Voorbeeld Open het dossier 22-11-2026 ${UITERLIJK}`);
    expect(lijst).toContain(`Kees Voorbeeld Open het dossier 22-11-2026 ${UITERLIJK}`);
  });

  test('een aanleg die wordt geweigerd begint geen klok', async () => {
    const tel = () =>
      metClient(
        proef.beheer,
        async c =>
          (await c.query<{ n: number }>('select count(*)::int n from privacy.kennisgeving')).rows[0]?.n,
      );
    const voor = await tel();
    // The second person cannot be: nothing of the first may stay, his clock included.
    const fout = { ...GEZIN, persoon2_voornaam: 'K'.repeat(201) };
    expect((await h.stuur('/casus/nieuw', fout, b.intaker)).status).toBe(422);
    expect(await tel()).toBe(voor);
  });

  test('een persoon toevoegen begint er één bij; hem daarna wijzigen niet', async () => {
    const r = await h.stuur(`/gezin/dossiers/${id}/persoon-erbij`, mens, b.intaker);
    expect(r.status).toBe(303);
    expect(await klokken(id)).toEqual([1, 1, 1]);
    const oma = /personen\/([0-9a-f-]{36})/.exec(r.headers.get('location') ?? '')?.[1] ?? '';
    const anders = { ...mens, roepnaam: 'Oma Bep', versie: '1', reden: 'wijziging' };
    expect((await h.stuur(`/gezin/personen/${oma}/wijzig`, anders, b.intaker)).status).toBe(303);
    expect(await klokken(id)).toEqual([1, 1, 1]);
    expect(await tekst(`/casus/${id}`, b.intaker)).toContain(`Oma Bep (Oma) Voorbeeld ${UITERLIJK} loopt`);
  });

  test('uitstel langer dan twee weken wordt geweigerd, twee weken mag, en zonder reden niet', async () => {
    const html = await (await h.haal('/privacy/kennisgevingen', b.intaker)).text();
    const klok = /kennisgevingen\/([0-9a-f-]{36})\/uitstel/.exec(html)?.[1] ?? '';
    const uitstel = (tot: string, reden = 'onderzoek') =>
      h.stuur(`/privacy/kennisgevingen/${klok}/uitstel`, { tot, reden }, b.intaker);
    expect((await uitstel('5-1-2027')).status).toBe(422);
    expect((await uitstel(VERST, '')).status).toBe(422);
    expect(await tekst(`/casus/${id}`, b.intaker)).not.toContain(VERST);
    expect((await uitstel(VERST)).status).toBe(303);
    expect(await tekst(`/casus/${id}`, b.intaker)).toContain(`${VERST} loopt, 1 keer uitgesteld`);
    // Again two weeks, counted from the new last day: 18 January is the latest.
    expect((await uitstel('19-1-2027')).status).toBe(422);
  });

  test('wie alleen meekijkt ziet de berichten van het dossier niet, en wie er buiten staat ook niet', async () => {
    expect((await h.haal(`/casus/${id}`, b.vreemde)).status).toBe(404);
    expect(await tekst('/privacy/kennisgevingen', b.vreemde)).toContain('Er wacht geen bericht');
    const adres = { reden: 'Het kind is in gevaar en de behandelaar is weg', wijze: 'nummer' };
    const nummer = /20\d\d-\d{6}/.exec(await tekst(`/casus/${id}`, b.intaker))?.[0] ?? '';
    const nood = await h.stuur('/casus/noodtoegang', { ...adres, nummer }, b.vreemde);
    expect(nood.status).toBe(303);
    const gezien = await tekst(`/casus/${id}`, b.vreemde);
    expect(gezien).toContain('Vera van Voorbeeld');
    expect(gezien).not.toContain('Berichten aan betrokkenen');
    expect(await tekst('/privacy/kennisgevingen', b.vreemde)).not.toContain('Vera');
  });
});
