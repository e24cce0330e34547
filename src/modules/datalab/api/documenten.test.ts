import { beforeAll, expect, test } from 'vitest';
import { dienApiOp, maakApi } from '#platform/http/api.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakDatalab } from '../module.ts';
import type { Datalabsite, Proefpersoon } from '../testing/datalabsite.ts';
import {
  beginDocument,
  doeOpDocument,
  maakDocumentwereld,
  DOCUMENTREGIO as REGIO,
} from '../testing/documentsite.ts';
import { doeOp } from '../testing/publicatiesite.ts';
import { Document } from './documenten.ts';
import { apiLabel, voegApiToe } from './routes.ts';

const proef = await maakProef();
let site: Datalabsite;
let analist: Proefpersoon;
let collega: Proefpersoon;
let publicatie: string;

beforeAll(async () => {
  const datalab = maakDatalab({ nu: () => Temporal.Instant.from('2026-11-22T10:00:00Z') });
  const kamer = {
    laad: datalab.laad,
    registreer(a: Parameters<typeof datalab.registreer>[0]) {
      datalab.registreer(a);
      const api = maakApi();
      voegApiToe(api);
      dienApiOp(a, api, [apiLabel]);
    },
  };
  ({ site, analist, collega, publicatie } = await maakDocumentwereld(proef, kamer, 'Meldingen 2025'));
}, 120_000);

const lijst = async (wie?: Proefpersoon, vraag = `?regio=${REGIO}`) =>
  (
    (await (await site.haal(`/api/v1/documenten${vraag}`, wie)).json()) as { gegevens: unknown[] }
  ).gegevens.map(d => Document.parse(d));

// @eis B4.5
test('programma’s vinden vastgestelde documenten met sjabloon en publicaties, en nooit een concept', async () => {
  const pad = await beginDocument(site, analist, {
    sjabloon: 'indicatorenbijlage nl',
    periode: '2025',
    publicaties: [publicatie],
  });
  expect(await lijst(analist)).toEqual([]);
  expect((await doeOpDocument(site, pad, 'stel_vast', analist)).status).toBe(303);
  const [d] = await lijst();
  expect(d).toMatchObject({
    soort: 'indicatorenbijlage',
    sjabloon: { code: 'indicatorenbijlage', versie: 1 },
    leesbaar: true,
    publicaties: [{ code: 'meldingen-2025', ingetrokken: false }],
  });
  expect((await site.haal(d?.pad ?? '')).status).toBe(200);
  expect(await lijst(undefined, '?regio=kennemerland')).toEqual([]);
  expect((await site.haal('/api/v1/documenten?regio=nergens')).status).toBe(400);
  await doeOp(site, publicatie, 'trek_in', collega, 'Dubbel geteld');
  expect((await lijst())[0]).toMatchObject({ leesbaar: false, publicaties: [{ ingetrokken: true }] });
  expect((await site.haal(d?.pad ?? '')).status).toBe(410);
});
