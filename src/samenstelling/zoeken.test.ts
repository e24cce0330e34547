import { beforeAll, describe, expect, test } from 'vitest';
import { maakDatalab } from '#modules/datalab/module.ts';
import {
  type Datalabsite,
  maakDatalabsite,
  type Proefpersoon,
} from '#modules/datalab/testing/datalabsite.ts';
import { doeOp, leesTellingenIn, maakConcept, rekenlening } from '#modules/datalab/testing/publicatiesite.ts';
import { registreer } from '#modules/programma/module.ts';
import { leesProgrammas } from '#modules/programma/testing/proefapp.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakProef } from '../../test/proef/index.ts';
import { maakLening } from './lening.tsx';

const REGIO = 'kennemerland';
const klok = vasteKlok('2026-11-22T10:00:00Z');
/** Invented counts; the word in the title stands nowhere else. */
const TELLINGEN: Record<string, number> = { Haarlem: 153, Velsen: 61, Beverwijk: 27, Zandvoort: 13 };
const TITEL = 'Schietschijfcijfers van Veilig Thuis';

const proef = await maakProef();
let site: Datalabsite;
let analist: Proefpersoon;
let leider: Proefpersoon;
let id: string;

beforeAll(async () => {
  const datalab = maakDatalab({ nu: () => klok.nu() });
  const lening = await maakLening(proef.app.db, klok);
  site = await maakDatalabsite(proef, {
    laad: (tx, meld) => datalab.laad(tx, meld),
    registreer: app => {
      datalab.registreer(app);
      registreer(app, lening);
    },
  });
  await leesProgrammas(proef.app.db, [], [REGIO]);
  analist = await site.persoon('datalab_analist', REGIO);
  leider = await site.persoon('projectleider', REGIO);
  await leesTellingenIn(
    site,
    analist,
    REGIO,
    Object.entries(TELLINGEN).map(([g, n]) => [g, '2024', 'vt_voorwaarden_afgerond', n] as const),
  );
  id = await maakConcept(site, rekenlening(proef.app.db, klok.vandaag()), analist, REGIO, {
    titel: TITEL,
    indicator: 'vt_voorwaarden_afgerond',
    van: '2024',
    tot: '2024',
    niveaus: ['gemeente'],
  });
}, 120_000);

/** What a search gives: how many, and whether the release is among it. */
async function zoek(
  q: string,
  waar = '/zoeken',
  wie?: Proefpersoon,
): Promise<[aantal: number, gevonden: boolean]> {
  const html = await site.tekst(`${waar}?q=${encodeURIComponent(q)}`, wie);
  const aantal = Number(/la-telling" role="status">(\d+) result/.exec(html)?.[1] ?? 0);
  return [aantal, html.includes(`/regio/${REGIO}/publicaties/schietschijfcijfers-van-veilig-thuis"`)];
}
const OPENBAAR = ['/zoeken', '/en/zoeken', `/regio/${REGIO}/zoek`];

// @eis B2.1 A3.1
describe('publicaties in het zoeken', () => {
  test('een concept vindt niemand, ook niet in het aantal en ook niet wie eraan werkt', async () => {
    for (const wie of [undefined, analist, leider])
      for (const waar of OPENBAAR) expect(await zoek('schietschijfcijfers', waar, wie)).toEqual([0, false]);
    expect(await zoek('schietschijfcijfers', `/programma/${REGIO}/zoek`, leider)).toEqual([0, false]);
  });

  test('in druk is zij te vinden op titel, indicator, plaats, begin van een woord en zonder accenten', async () => {
    for (const [doe, wie] of [
      ['bied_aan', analist],
      ['keur_goed', leider],
    ] as const)
      expect((await doeOp(site, id, doe, wie)).status).toBe(303);
    for (const waar of OPENBAAR)
      for (const q of [
        'schietschijf',
        'SCHIETSCHÍJF',
        'schietschijf Haarlem',
        'schietschijf voorwaarden',
        'veilig schietschijf',
      ])
        expect(await zoek(q, waar), `${waar} ${q}`).toEqual([1, true]);
    expect(await zoek('schietschijf', '/regio/zaanstreek-waterland/zoek')).toEqual([0, false]);
    expect(await zoek('schietschijf Alkmaar')).toEqual([0, false]);
  });

  test('een getal is geen zoekwoord: geteld of gepubliceerd, het vindt de publicatie niet', async () => {
    for (const n of [...Object.values(TELLINGEN), 155, 60, 25, 15])
      expect((await zoek(`schietschijf ${n}`))[1]).toBe(false);
  });

  test('ingetrokken vindt men haar op haar titel, als ingetrokken, en niet meer op haar plaatsen', async () => {
    expect((await doeOp(site, id, 'trek_in', leider, 'Dubbel geteld')).status).toBe(303);
    for (const wie of [undefined, analist]) {
      expect(await zoek('schietschijf', '/zoeken', wie)).toEqual([1, true]);
      expect(await zoek('schietschijf Haarlem', '/zoeken', wie)).toEqual([0, false]);
    }
    expect(await site.tekst('/zoeken?q=schietschijf')).toContain('ingetrokken');
  });
});
