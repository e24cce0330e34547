import { beforeAll, describe, expect, test } from 'vitest';
import { maakDatalab } from '#modules/datalab/module.ts';
import {
  type Datalabsite,
  maakDatalabsite,
  type Proefpersoon,
} from '#modules/datalab/testing/datalabsite.ts';
import { registreer } from '#modules/programma/module.ts';
import { leesProgrammas } from '#modules/programma/testing/proefapp.ts';
import { sql } from '#platform/db/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakProef } from '../../test/proef/index.ts';
import { maakLening } from './lening.tsx';

const REGIO = 'kennemerland';
const klok = vasteKlok('2026-11-22T10:00:00Z');
const woorden = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');
const bestand = (na: number) =>
  new File(
    [
      `plaats;jaar;indicator;waarde\nKennemerland;2024;vt_meldingen;4119\nKennemerland;2025;vt_meldingen;${na}\n`,
    ],
    'cijfers.csv',
    { type: 'text/csv' },
  );

describe('de cijfers op het begin van een regio', async () => {
  const proef = await maakProef();
  let site: Datalabsite;
  let leider: Proefpersoon;

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
    leider = await site.persoon('projectleider', REGIO);
  });

  /** What the region's page and the indicator's page say of these figures to this reader. */
  const gezegd = async (wie?: Proefpersoon) => {
    const begin = woorden(await site.tekst(`/regio/${REGIO}`, wie));
    const indicator = woorden(await site.tekst(`/regio/${REGIO}/cijfers/vt-meldingen`, wie));
    return ['5.117', '6.203'].filter(n => begin.includes(n) && indicator.includes(n));
  };
  const bied = async (na: number, meer: Record<string, string> = {}) => {
    const r = await site.stuur('/datalab/invoer', { regio: REGIO, bestand: bestand(na) }, leider);
    const pad = r.headers.get('location') ?? '';
    const keuzes = { bron_titel: 'Registratie', plek: 'blad 1', doe: 'lees_in', ...meer };
    expect((await site.stuur(pad, keuzes, leider)).status).toBe(303);
    return pad;
  };
  const OPENBAAR = { openbaarheid: 'openbaar_in_bron', bron_van: 'Voorbeeld', bron_datum: '2026' };

  // @eis A4.2 A5.6
  test('volgen elke inlezing, herziening en terugdraaiing meteen, en geven het publiek nooit wat intern is', async () => {
    expect([await gezegd(), await gezegd(leider)]).toEqual([[], []]);
    const eerste = await bied(5117);
    // Who may see it asks first: what was kept for him is not for the next.
    expect([await gezegd(leider), await gezegd()]).toEqual([['5.117'], []]);
    const tweede = await bied(6203);
    expect([await gezegd(leider), await gezegd()]).toEqual([['6.203'], []]);
    expect((await site.stuur(`${tweede}/terug`, {}, leider)).status).toBe(303);
    expect([await gezegd(leider), await gezegd()]).toEqual([['5.117'], []]);
    expect((await site.stuur(`${eerste}/terug`, {}, leider)).status).toBe(303);
    expect([await gezegd(leider), await gezegd()]).toEqual([[], []]);
    const derde = await bied(5117, { ...OPENBAAR, bron_titel: 'Jaarverslag' });
    expect([await gezegd(), await gezegd(leider)]).toEqual([['5.117'], ['5.117']]);
    expect((await site.stuur(`${derde}/terug`, {}, leider)).status).toBe(303);
    expect([await gezegd(), await gezegd(leider)]).toEqual([[], []]);
  });

  // @eis A4.2 A5.6
  test('gaan dicht zodra het recht eindigt, en open zodra het er is', async () => {
    const pad = await bied(5117);
    const analist = await site.persoon('datalab_analist', REGIO);
    expect(await gezegd(analist)).toEqual(['5.117']);
    const zet = (tot: string | null) =>
      site.als({ soort: 'stelsel', taak: 'proef' }, tx =>
        sql`update toegang.lidmaatschap set tot = ${tot} where persoon_id = ${analist.id}`.execute(tx),
      );
    await zet('2026-11-22');
    expect([await gezegd(analist), await gezegd(leider)]).toEqual([[], ['5.117']]);
    await zet(null);
    expect([await gezegd(), await gezegd(analist)]).toEqual([[], ['5.117']]);
    await site.stuur(`${pad}/terug`, {}, leider);
  });
});
