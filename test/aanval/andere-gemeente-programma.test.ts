import { beforeAll, describe, expect, test } from 'vitest';
import { registreer } from '#modules/programma/module.ts';
import {
  type Lezer,
  leesProgrammas,
  maakMens,
  maakProefapp,
  publiek,
} from '#modules/programma/testing/proefapp.ts';
import { metActor, sql } from '#platform/db/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const db = proef.app.db;
const { haal, stuur } = maakProefapp(db, app =>
  registreer(app, {
    gemeenteSlug: () => null,
    cijferPaneel: async () => [],
    actieCijfers: async () => [],
  } as Parameters<typeof registreer>[1]),
);
const vandaag = Temporal.PlainDate.from('2026-11-22');
let haarlem: Lezer;
let ander: Lezer;
let raadslid: Lezer;

/** Everything that is stored, so that a change of anything shows. */
const stand = () =>
  metActor(db, { soort: 'stelsel', taak: 'proef' }, vandaag, async tx => {
    const { rows } = await sql<{ som: string }>`
      select md5(string_agg(o::text || v::text, ',' order by o.id, v.versie)) som
      from programma.onderdeel o join programma.onderdeel_versie v on v.onderdeel_id = o.id`.execute(tx);
    return rows[0]?.som;
  });

const VELSEN = 'VEL-1';
let velsenCode = VELSEN;
let haarlemCode = '';

beforeAll(async () => {
  await leesProgrammas(db, [], ['kennemerland', 'noord-holland-noord']);
  haarlem = await maakMens(db, 'beleidsmedewerker', 'kennemerland', 'GM0392');
  ander = await maakMens(db, 'projectleider', 'noord-holland-noord');
  raadslid = await maakMens(db, 'raadslid', 'kennemerland', 'GM0392');
  await metActor(db, { soort: 'stelsel', taak: 'proef' }, vandaag, async tx => {
    const code = async (gemeente: string) =>
      (
        await sql<{ code: string }>`select code from programma.onderdeel
          where soort = 'raadsopmerking' and gemeente = ${gemeente} order by volgorde limit 1`.execute(tx)
      ).rows[0]?.code ?? '';
    velsenCode = await code('GM0453');
    haarlemCode = await code('GM0392');
  });
  expect(velsenCode).not.toBe('');
  expect(haarlemCode).not.toBe('');
});

const acten = ['wijzig', 'publiceer', 'vervalt', 'terug'] as const;
const velden = (gemeente: string) => ({
  _versie: '1',
  gemeente,
  onderwerp: 'Overgenomen',
  opmerking: 'Overgenomen',
  antwoord: 'Overgenomen',
  reden: 'aanval',
  _reden: 'aanval',
});

// @eis A3.10 A5.3
describe('aanval: het record van een andere gemeente of regio', () => {
  test('een adviseur krijgt met de code van een andere gemeente niets te zien en niets gewijzigd', async () => {
    const voor = await stand();
    for (const act of acten) {
      const pad = `/programma/kennemerland/onderdeel/raadsopmerking/${velsenCode}/${act}`;
      if (act !== 'terug') expect([act, (await haal(pad, haarlem)).status]).toEqual([act, 404]);
      for (const gemeente of ['Haarlem', 'Velsen'])
        expect([act, (await stuur(pad, velden(gemeente), haarlem)).status]).toEqual([act, 404]);
    }
    expect(await stand()).toBe(voor);
  });

  test('een adviseur verhuist geen eigen opmerking naar een andere gemeente en voegt er daar geen toe', async () => {
    const voor = await stand();
    const eigen = `/programma/kennemerland/onderdeel/raadsopmerking/${haarlemCode}/wijzig`;
    expect((await stuur(eigen, velden('Velsen'), haarlem)).status).toBe(404);
    const nieuw = '/programma/kennemerland/onderdeel/raadsopmerking/nieuw';
    const poging = await stuur(nieuw, { ...velden('Velsen'), code: 'ROOF-1' }, haarlem);
    expect(poging.status).toBe(404);
    expect(await stand()).toBe(voor);
  });

  test('een adviseur maakt via de lijst van concepten niets van een ander openbaar', async () => {
    const voor = await stand();
    for (const item of [
      ['raadsopmerking', velsenCode, 1],
      ['actie', '1', 1],
      ['regio', 'kennemerland', 1],
    ])
      expect(
        (await stuur('/programma/kennemerland/concepten', { item: JSON.stringify(item) }, haarlem)).status,
      ).toBe(404);
    // Together with something of one's own the whole is refused.
    const beide = [
      JSON.stringify(['raadsopmerking', haarlemCode, 1]),
      JSON.stringify(['raadsopmerking', velsenCode, 1]),
    ];
    expect((await stuur('/programma/kennemerland/concepten', { item: beide }, haarlem)).status).toBe(404);
    expect(await stand()).toBe(voor);
  });

  test('een projectleider van een andere regio, een raadslid en het publiek vinden geen enkele handeling', async () => {
    const voor = await stand();
    for (const wie of [ander, raadslid])
      for (const act of acten)
        for (const wat of [`raadsopmerking/${velsenCode}`, 'actie/1', 'mijlpaal/KEN-M1']) {
          const pad = `/programma/kennemerland/onderdeel/${wat}/${act}`;
          if (act !== 'terug') expect((await haal(pad, wie)).status).toBe(404);
          expect((await stuur(pad, velden('Haarlem'), wie)).status).toBe(404);
        }
    const weg = await stuur('/programma/kennemerland/onderdeel/actie/1/wijzig', velden('Haarlem'), publiek);
    expect(weg.status).toBe(303);
    expect(weg.headers.get('location')).toContain('/aanmelden');
    expect(await stand()).toBe(voor);
  });

  test('niet bestaan en niet mogen zien er hetzelfde uit', async () => {
    const lees = async (pad: string) =>
      (await (await haal(pad, haarlem)).text()).replaceAll(velsenCode, 'X').replaceAll('BESTAAT-NIET', 'X');
    const basis = '/programma/kennemerland/onderdeel/raadsopmerking';
    expect(await lees(`${basis}/${velsenCode}/wijzig`)).toBe(await lees(`${basis}/BESTAAT-NIET/wijzig`));
  });

  test('met het kenmerk van het record zelf weigert ook de database', async () => {
    const voor = await stand();
    const id = await metActor(db, { soort: 'stelsel', taak: 'proef' }, vandaag, async tx => {
      const { rows } = await sql<{ id: string }>`
        select id from programma.onderdeel where soort = 'raadsopmerking' and code = ${velsenCode}`.execute(
        tx,
      );
      return rows[0]?.id ?? '';
    });
    for (const wie of [haarlem, ander, raadslid, publiek]) {
      const n = await metActor(db, wie.actor, vandaag, async tx => {
        const r =
          await sql`update programma.onderdeel set versie = 2, gemeente = 'GM0392' where id = ${id}`.execute(
            tx,
          );
        return r.numAffectedRows;
      });
      expect(n).toBe(0n);
    }
    expect(await stand()).toBe(voor);
  });
});
