import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Bewijsregel } from '#kern/onthulling/index.ts';
import { sql } from '#platform/db/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { beschermInProces } from '#platform/oplosser/index.ts';
import type { Taaklading, Taakverloop, Taken } from '#platform/taken/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { zetFout } from '../db/rekenwerk-opslag.ts';
import { maakDatalab, rekentaken } from '../module.ts';
import { type Datalabsite, maakDatalabsite, type Proefpersoon } from '../testing/datalabsite.ts';
import { doeOp, leesTellingenIn, maakConcept, rekenlening } from '../testing/publicatiesite.ts';
import { listOnafWerk, type Rekenlening, rekenDoor } from './reken-publicatie-door.ts';

const REGIO = 'zaanstreek-waterland';
const IND = 'vt_voorwaarden_afgerond';
const TELLINGEN = { Landsmeer: 12, Oostzaan: 9, Waterland: 3, Wormerland: 14, Purmerend: 104, Zaanstad: 187 };

const proef = await maakProef();
let site: Datalabsite;
let lening: Rekenlening;
let analist: Proefpersoon;
let id: string;
let nummer = 0;

beforeAll(async () => {
  const nu = () => Temporal.Instant.from('2026-11-22T10:00:00Z');
  site = await maakDatalabsite(proef, maakDatalab({ nu }));
  lening = rekenlening(proef.app.db, site.klok.vandaag());
  analist = await site.persoon('datalab_analist', REGIO);
  const rijen = Object.entries(TELLINGEN).map(([g, n]) => [g, '2025', IND, n] as const);
  await leesTellingenIn(site, analist, REGIO, [...rijen, ['Edam-Volendam', '2025', IND, 31]]);
});

/** A draft of which nothing is done yet. */
beforeEach(async () => {
  const stil = { ...lening, bescherm: () => Promise.reject(new Error('nog niet')) };
  const k = { titel: `Concept ${++nummer}`, indicator: IND, van: '2025', tot: '2025' };
  await expect(maakConcept(site, stil, analist, REGIO, k)).rejects.toThrow('nog niet');
  const r = await site.als(analist.actor, tx =>
    sql<{ id: string }>`select id from datalab.publicatie where titel = ${k.titel}`.execute(tx),
  );
  id = r.rows[0]?.id ?? '';
  await site.als({ soort: 'stelsel', taak: 'publicatie' }, tx => zetFout(tx, id, null));
});

const stand = () =>
  site.als(analist.actor, async tx => {
    const r = await sql<{ waarborg: string | null; bewezen: boolean; fout: string | null; regels: number }>`
      select p.waarborg, p.bewezen, w.fout, (select count(*)::int from datalab.publicatie_bewijs b
        where b.publicatie_id = p.id) regels
      from datalab.publicatie p join datalab.publicatie_werk w on w.publicatie_id = p.id
      where p.id = ${id}`.execute(tx);
    return r.rows[0];
  });

/** The page says that there is no verdict, nowhere that it is safe, and nobody can offer it. */
async function verwachtGeenOordeel(zegt = 'stopte zonder tot een oordeel te komen'): Promise<void> {
  const html = await site.tekst(`/datalab/publicaties/${id}`, analist);
  expect(html).toContain(zegt);
  expect(html).not.toContain('vond dit veilig');
  expect(html).not.toContain('Bied aan');
  expect((await doeOp(site, id, 'bied_aan', analist)).status).toBe(422);
}

/** Gives some lines of the real proof and dies. */
const sterftNa = (aantal: number): Rekenlening => ({
  ...lening,
  bewijs: (v, al, o) =>
    new Promise((_, mis) => {
      let n = 0;
      const stop = new AbortController();
      const bewaar = (r: Bewijsregel) => {
        if (n++ < aantal) return o.bewaar?.(r);
        stop.abort();
        mis(new Error('het rekenproces stopte zonder antwoord'));
      };
      lening.bewijs(v, al, { bewaar, signaal: stop.signal }).catch(() => {});
    }),
});

// @eis B2.5 B2.7
describe('een rekenproces dat zonder antwoord eindigt', () => {
  test('door te weinig geheugen: er is geen oordeel en nooit veilig, en een volgende poging komt er wel', async () => {
    const krap: Rekenlening = { ...lening, bescherm: (v, o) => beschermInProces(v, { ...o, geheugen: 6 }) };
    await expect(rekenDoor(krap, id)).rejects.toMatchObject({ code: 'ERR_WORKER_OUT_OF_MEMORY' });
    expect(await stand()).toEqual({ waarborg: null, bewezen: false, fout: 'gestopt', regels: 0 });
    await verwachtGeenOordeel();
    await rekenDoor(lening, id);
    expect(await stand()).toMatchObject({ waarborg: 'veilig', bewezen: true, fout: null });
  });

  test('midden in het bewijs: wat bewezen was blijft, en de toets alleen is niet genoeg', async () => {
    await expect(rekenDoor(sterftNa(3), id)).rejects.toThrow('zonder antwoord');
    expect(await stand()).toEqual({ waarborg: 'veilig', bewezen: false, fout: 'gestopt', regels: 3 });
    await verwachtGeenOordeel();
    let kreeg = 0;
    const verder: Rekenlening = {
      ...lening,
      bescherm: () => Promise.reject(new Error('dat was al gedaan')),
      bewijs: (v, al, o) => {
        kreeg = al.length;
        return lening.bewijs(v, al, o);
      },
    };
    await rekenDoor(verder, id);
    expect(kreeg).toBe(3);
    expect(await stand()).toMatchObject({ waarborg: 'veilig', bewezen: true, fout: null });
  });

  test('omdat de toepassing stopt: dat is geen uitkomst, en het werk staat klaar voor later', async () => {
    const stop = new AbortController();
    const traag: Rekenlening = {
      ...lening,
      bescherm(v, o) {
        const draad = lening.bescherm(v, o);
        stop.abort();
        return draad;
      },
    };
    await expect(rekenDoor(traag, id, stop.signal)).rejects.toThrow('zonder antwoord');
    expect(await stand()).toEqual({ waarborg: null, bewezen: false, fout: null, regels: 0 });
    expect(await listOnafWerk(lening)).toContain(id);
  });

  test('werk waarmee het hele proces drie keer verdween, begint geen vierde keer en zegt dat', async () => {
    const begonnen = (n: number | null = null) =>
      site.als({ soort: 'stelsel', taak: 'publicatie' }, async tx => {
        const r = await sql<{ begonnen: number }>`update datalab.publicatie_werk
          set begonnen = coalesce(${n}, begonnen) where publicatie_id = ${id} returning begonnen`.execute(tx);
        return r.rows[0]?.begonnen;
      });
    let bezig: number | undefined;
    const kijkt: Rekenlening = {
      ...lening,
      async bescherm(v, o) {
        bezig = await begonnen();
        return lening.bescherm(v, o);
      },
    };
    await begonnen(2);
    await expect(
      rekenDoor({ ...kijkt, bewijs: () => Promise.reject(new Error('weg')) }, id),
    ).rejects.toThrow();
    expect(bezig).toBe(3);
    expect(await begonnen()).toBe(0);
    await begonnen(3);
    bezig = undefined;
    await rekenDoor(kijkt, id);
    expect(bezig).toBeUndefined();
    expect(await stand()).toMatchObject({ bewezen: false, fout: 'viel_om' });
    expect(await listOnafWerk(lening)).not.toContain(id);
    await verwachtGeenOordeel('brak drie keer af');
  });
});

// @eis B2.7
test('wie een concept laat vervallen terwijl het wordt bewezen, houdt het werk tegen en niet de toepassing', async () => {
  let gestopt = false;
  const vervalt: Rekenlening = {
    ...lening,
    async bewijs(_v, _al, o) {
      expect((await doeOp(site, id, 'laat_vervallen', analist)).status).toBe(303);
      const regel = { aanvaller: 'x', naam: 'c1', drempel: 5, laag: new Map(), hoog: new Map() };
      for (let n = 0; n < 20; n++) o.bewaar?.({ ...regel, naam: `c${n}` } as unknown as Bewijsregel);
      await new Promise<void>(k => o.signaal?.addEventListener('abort', () => k(), { once: true }));
      gestopt = true;
      throw new Error('het rekenproces stopte zonder antwoord');
    },
  };
  await expect(rekenDoor(vervalt, id)).rejects.toThrow('alleen een concept wijzigt');
  expect(gestopt).toBe(true);
  await rekenDoor(lening, id);
  expect(await stand()).toMatchObject({ bewezen: false, regels: 0 });
});

/** The queue without its waiting: what is registered can be called. */
function maakRij() {
  const werk = new Map<string, (lading: Taaklading, verloop: Taakverloop) => Promise<unknown>>();
  const gevraagd: string[] = [];
  const taken = {
    registreer: (naam: string, doe: (l: Taaklading, v: Taakverloop) => Promise<unknown>) =>
      void werk.set(naam, doe),
    plan: () => {},
    stuur: async (_: string, l: Taaklading = {}) => {
      gevraagd.push(String(l['id']));
      return 'taak';
    },
  } as unknown as Taken;
  rekentaken(taken, proef.app, vasteKlok('2026-11-22T10:00:00Z'));
  const doe = (naam: string, lading: Taaklading = {}) =>
    werk.get(naam)?.(lading, { id: 'taak', signaal: new AbortController().signal });
  return { doe, gevraagd };
}

// @eis B2.5 B2.7
test('wat twee keer wordt gevraagd wordt één keer gedaan, en hervatten vraagt alleen om wat niet af is', async () => {
  const rij = maakRij();
  await rij.doe('publicatie_hervatten');
  expect(rij.gevraagd).toContain(id);
  const uit = await Promise.all([1, 2].map(() => rij.doe('publicatie_doorrekenen', { id })));
  expect(uit.map(u => (u as { gekregen: boolean }).gekregen).sort()).toEqual([false, true]);
  expect(await stand()).toMatchObject({ waarborg: 'veilig', bewezen: true });
  const later = maakRij();
  await later.doe('publicatie_hervatten');
  expect(later.gevraagd).not.toContain(id);
});
