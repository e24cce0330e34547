import { beforeAll, describe, expect, test } from 'vitest';
import { maakDatalab } from '#modules/datalab/module.ts';
import { maakDatalabsite } from '#modules/datalab/testing/datalabsite.ts';
import { registreer } from '#modules/programma/module.ts';
import {
  bronbestand,
  type Lezer,
  leesProgrammas,
  maakMens,
  maakProefapp,
} from '#modules/programma/testing/proefapp.ts';
import { handelMijlpaal } from '#modules/programma/usecases/handel.ts';
import { proefInlezen } from '#modules/programma/usecases/inlezing.ts';
import { findProgramma } from '#modules/programma/usecases/lees.ts';
import { agendaTekst } from '#modules/programma/web/ical.ts';
import { metActor } from '#platform/db/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const db = proef.app.db;
const { haal, stuur } = maakProefapp(db, a =>
  registreer(a, {
    gemeenteSlug: () => null,
    cijferPaneel: async () => [],
    actieCijfers: async () => [],
  } as Parameters<typeof registreer>[1]),
);
const REGIO = 'kennemerland';
let leider: Lezer;
beforeAll(async () => {
  await leesProgrammas(db, [], [REGIO]);
  leider = await maakMens(db, 'projectleider', REGIO);
});
const tijd = {
  vandaag: Temporal.PlainDate.from('2026-11-22'),
  nu: Temporal.Instant.from('2026-11-22T09:00:00Z'),
};

// @eis A5.3
describe('aanval: tekens en getallen die de database niet bewaart', () => {
  test('een nulteken in een formulier is geen storing', async () => {
    const pad = `/programma/${REGIO}/onderdeel/aandachtspunt/nieuw`;
    expect((await stuur(pad, { tekst: 'een\u0000twee' }, leider)).status).toBe(422);
  });

  test('een nulteken in een reden of besluit wordt in woorden geweigerd', async () => {
    const nul = 'een\u0000twee';
    const lijst = await (await haal(`/programma/${REGIO}/onderdelen?soort=aandachtspunt`, leider)).text();
    const code = /onderdeel\/aandachtspunt\/([^/"]+)\/wijzig/.exec(lijst)?.[1];
    const pad = `/programma/${REGIO}/onderdeel/aandachtspunt`;
    for (const [adres, velden] of [
      [`${pad}/${code}/wijzig`, { _versie: '1', tekst: 'anders', _reden: nul }],
      [`${pad}/${code}/vervalt`, { _versie: '1', reden: nul }],
      [`${pad}/nieuw`, { tekst: 'nieuw', _reden: nul }],
    ] as const) {
      const r = await stuur(adres, velden, leider);
      expect([adres, r.status]).toEqual([adres, 422]);
      expect(await r.text()).toContain('teken dat niet bewaard kan worden');
    }
    const d = { db, ...leider, ...tijd };
    const nu = await metActor(db, leider.actor, tijd.vandaag, tx => findProgramma(tx, REGIO, 'werk'));
    const m = nu?.onderdelen.get('mijlpaal')?.find(x => !x.inhoud.status);
    const melding = { handeling: 'meld_vertraagd' as const, reden: nul, datum: '' };
    const wie = { regio: REGIO, code: m?.code ?? '', versie: m?.versie ?? 0 };
    const uit = await handelMijlpaal(d, { ...wie, ...melding });
    expect(uit.ok ? 'ok' : uit.weigering).toMatchObject({ velden: { reden: 'onbruikbaar_teken' } });
  });

  test('een nulteken of half teken in een programmabestand is geen storing', async () => {
    for (const teken of ['\\u0000', '\\ud800']) {
      const bron = JSON.stringify(bronbestand(REGIO)).replace('"titel":"', `"titel":"${teken}`);
      expect(bron).toContain(teken);
      const uit = await proefInlezen({ db, ...leider, ...tijd }, REGIO, Buffer.from(bron), []).then(
        () => 'oordeel',
        e => String(e).slice(0, 80),
      );
      expect([teken, uit]).toEqual([teken, 'oordeel']);
    }
  });

  test.each(['1.5', '99999999999', 'Infinity', '-0.1'])(
    'versie %s in een formulier is geen storing',
    async versie => {
      const lijst = await (await haal(`/programma/${REGIO}/onderdelen?soort=aandachtspunt`, leider)).text();
      const code = /onderdeel\/aandachtspunt\/([^/"]+)\/wijzig/.exec(lijst)?.[1];
      const item = JSON.stringify(['aandachtspunt', code, Number(versie)]);
      expect(
        (
          await stuur(
            `/programma/${REGIO}/onderdeel/aandachtspunt/${code}/publiceer`,
            { _versie: versie },
            leider,
          )
        ).status,
      ).toBeLessThan(500);
      expect((await stuur(`/programma/${REGIO}/concepten`, { item }, leider)).status).toBeLessThan(500);
    },
  );

  test('een code met een nulteken in een lijst is geen storing', async () => {
    const item = JSON.stringify(['aandachtspunt', 'a\u0000b', 1]);
    expect((await stuur(`/programma/${REGIO}/concepten`, { item }, leider)).status).toBeLessThan(500);
    expect(
      (await haal(`/programma/${REGIO}/onderdeel/aandachtspunt/a%00b/publiceer`, leider)).status,
    ).toBeLessThan(500);
  });

  test('vreemde witruimte in het adres van een download is geen storing', async () => {
    const site = await maakDatalabsite(proef, maakDatalab({ nu: () => tijd.nu }));
    for (const wit of ['%E2%80%83', '%EF%BB%BF', '%0A', '%20'])
      for (const vorm of ['csv', 'json'])
        expect([
          wit,
          vorm,
          (await site.haal(`/regio/${REGIO}/cijfers/${wit}vt-meldingen.${vorm}`)).status < 500,
        ]).toEqual([wit, vorm, true]);
  });

  test('een bestand met cijfers en een nulteken in UTF-16 is geen storing', async () => {
    const site = await maakDatalabsite(proef, maakDatalab({ nu: () => tijd.nu }));
    const wie = await site.persoon('projectleider', REGIO);
    const b = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('gemeente;jaar;indicator;waarde\nHaarlem;2024;vt_meldingen;\u00001\n', 'utf16le'),
    ]);
    const r = await site.stuur('/datalab/invoer', { regio: REGIO, bestand: new File([b], 'c.csv') }, wie);
    expect(r.status).toBeLessThan(500);
  });
});

// @eis A3.4 A3.10 A5.3
test('aanval: aan de agenda van een raadslid is niet te zien dat er aan een concept wordt gewerkt', async () => {
  const raad = await maakMens(db, 'raadslid', REGIO, 'GM0392');
  const feed = async () => {
    const p = await metActor(db, raad.actor, tijd.vandaag, tx => findProgramma(tx, REGIO, 'openbaar'));
    if (!p) throw new Error('geen programma');
    return agendaTekst({ p, lezer: { rol: 'lezer', gemeente: null } }, tijd, null).replace(/DTSTAMP:.*/g, '');
  };
  const voor = await feed();
  const { bewaarOnderdeel } = await import('#modules/programma/usecases/bewaar.ts');
  const nu = await metActor(db, leider.actor, tijd.vandaag, tx => findProgramma(tx, REGIO, 'werk'));
  const m = nu?.onderdelen.get('mijlpaal')?.[0];
  if (!m) throw new Error('geen mijlpaal');
  const uit = await bewaarOnderdeel(
    { db, ...leider, ...tijd },
    {
      regio: REGIO,
      soort: 'mijlpaal',
      code: m.code,
      versie: m.versie,
      inhoud: { ...m.inhoud, titel: 'Geheim concept' },
      reden: null,
    },
  );
  expect(uit.ok ? 'ok' : uit.weigering).toBe('ok');
  expect((await feed()) === voor).toBe(true);
});
