import { beforeAll, describe, expect, test } from 'vitest';
import { maakDatalab } from '#modules/datalab/module.ts';
import {
  type Datalabsite,
  maakDatalabsite,
  type Proefpersoon,
} from '#modules/datalab/testing/datalabsite.ts';
import { maakProef } from '../proef/index.ts';
import { leesPdf } from '../wandeling/pdftekst.ts';

const BESTAND =
  'gemeente;jaar;indicator;waarde\nAlkmaar;2025;vt_meldingen;31417\nHoorn;2025;vt_meldingen;31419\n';

// Somebody tries to see or change internal figures of another municipality or region.
describe('interne cijfers van een ander', async () => {
  const proef = await maakProef();
  let site: Datalabsite;
  let leider: Proefpersoon;
  let inlezing = '';
  beforeAll(async () => {
    site = await maakDatalabsite(
      proef,
      maakDatalab({ nu: () => Temporal.Instant.from('2026-11-22T10:00:00Z') }),
    );
    leider = await site.persoon('projectleider', 'noord-holland-noord');
    const bestand = new File([BESTAND], 'cijfers.csv');
    const r = await site.stuur('/datalab/invoer', { regio: 'noord-holland-noord', bestand }, leider);
    inlezing = r.headers.get('location') ?? '';
    const keuzes = { bron_titel: 'Registratie', plek: 'blad 1', doe: 'lees_in' };
    expect((await site.stuur(inlezing, keuzes, leider)).status).toBe(303);
  });

  const paden = () => [
    '/regio/noord-holland-noord/cijfers',
    '/regio/noord-holland-noord/cijfers.csv',
    '/regio/noord-holland-noord/cijfers.json',
    '/regio/noord-holland-noord/cijfers/vt-meldingen',
    '/regio/noord-holland-noord/cijfers/vt-meldingen.csv',
    '/regio/noord-holland-noord/cijfers/vt-meldingen.json?grenzen=vandaag',
    '/regio/noord-holland-noord/cijfers/vt-meldingen?gemeente=hoorn',
    '/regio/noord-holland-noord/gemeente/hoorn',
    '/regio/noord-holland-noord/gemeente/hoorn.csv',
    '/regio/noord-holland-noord/vergelijk/vt-meldingen',
    '/regio/noord-holland-noord/vergelijk/vt-meldingen.json?jaar=2025',
    '/regios/cijfers/vt-meldingen',
    '/regios/cijfers/vt-meldingen.json',
    '/regio/noord-holland-noord/cijfers/kwaliteit.csv',
    '/en/regio/noord-holland-noord/gemeente/hoorn',
    '/datalab',
    inlezing,
    `${inlezing}/fouten.csv`,
  ];
  // As a file, a Dutch page and an English page write them.
  const VAN_ALKMAAR = /31[.,]?417/;
  const VAN_HOORN = /31[.,]?419/;
  const alles = async (wie?: Proefpersoon) =>
    (await Promise.all(paden().map(p => site.tekst(p, wie)))).join('\n');

  // @eis A5.3 A4.2
  test('de projectleider ziet ze; publiek, raadslid, lezer en een andere regio nergens, in geen enkele vorm', async () => {
    expect(await alles(leider)).toMatch(VAN_HOORN);
    const anderen = [
      undefined,
      await site.persoon('raadslid', 'noord-holland-noord', 'GM0405'),
      await site.persoon('lezer', 'noord-holland-noord'),
      await site.persoon('accountbeheerder', 'noord-holland-noord'),
      await site.persoon('projectleider', 'kennemerland'),
      await site.persoon('datalab_analist', 'zaanstreek-waterland'),
    ];
    for (const wie of anderen) {
      const gezien = await alles(wie);
      expect(gezien).not.toMatch(VAN_ALKMAAR);
      expect(gezien).not.toMatch(VAN_HOORN);
      expect(gezien).not.toContain('Registratie, blad 1');
    }
  });

  // @eis A5.3 A4.2
  test('een beleidsmedewerker ziet de eigen gemeente en niet de andere', async () => {
    const alkmaar = await site.persoon('beleidsmedewerker', 'noord-holland-noord', 'GM0361');
    const gezien = await alles(alkmaar);
    expect(gezien).toMatch(VAN_ALKMAAR);
    expect(gezien).not.toMatch(VAN_HOORN);
  });

  // @eis A5.3 B4.2
  test('op papier, om door te geven, staat voor niemand een intern cijfer, ook niet voor wie het mag zien', async () => {
    // What public sources hold: 559 reports of Alkmaar in 2023, nothing of Hoorn.
    const papier = [
      ['gemeente/hoorn.pdf', 'nog geen cijfers'],
      ['vergelijk/vt-meldingen.pdf', '559'],
    ] as const;
    for (const [pad, openbaar] of papier) {
      const r = await site.haal(`/regio/noord-holland-noord/${pad}`, leider);
      const tekst = leesPdf(Buffer.from(await r.arrayBuffer()));
      expect(tekst).toContain(openbaar);
      expect(tekst).not.toMatch(VAN_HOORN);
      expect(tekst).not.toMatch(VAN_ALKMAAR);
    }
  });

  // @eis A5.3
  test('niet van u en niet bestaand zijn hetzelfde antwoord', async () => {
    const vreemde = await site.persoon('projectleider', 'kennemerland');
    const kaal = (html: string) => html.replace(/value="[^"]*"/g, '').replaceAll(inlezing, '');
    const echt = await site.haal(inlezing, vreemde);
    const nep = await site.haal('/datalab/invoer/0d5f8b1e-0000-4000-8000-000000000000', vreemde);
    expect([echt.status, nep.status]).toEqual([404, 404]);
    const zonderPad = (t: string) => kaal(t).replaceAll(/\/datalab\/invoer\/[0-9a-f-]{36}/g, '');
    expect(zonderPad(await echt.text())).toBe(zonderPad(await nep.text()));
  });

  // @eis A5.3
  test('inlezen, wijzigen en terugdraaien voor een ander lukt niet', async () => {
    const vreemde = await site.persoon('datalab_analist', 'kennemerland');
    const alkmaar = await site.persoon('beleidsmedewerker', 'noord-holland-noord', 'GM0361');
    for (const wie of [vreemde, alkmaar]) {
      expect((await site.stuur(`${inlezing}/terug`, {}, wie)).status).toBe(404);
      expect((await site.stuur(inlezing, { doe: 'controleer', bron_titel: 'x' }, wie)).status).toBe(404);
    }
    const bestand = new File([BESTAND], 'cijfers.csv');
    const r = await site.stuur('/datalab/invoer', { regio: 'noord-holland-noord', bestand }, vreemde);
    expect(r.status).toBe(422);
    expect(await alles(leider)).toMatch(VAN_HOORN);
  });
});
