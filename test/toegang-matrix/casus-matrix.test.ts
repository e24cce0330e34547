import { afterAll, beforeAll, expect, test } from 'vitest';
import { maakProef } from '../proef/index.ts';
import { bouwCasuswereld, type Casuswereld } from './casuswereld.ts';
import { type Geval, type Handeling, inBeurten, klopt, type Lijf, stuur, uitkomst, vraag } from './geval.ts';
import { type Huis, maakHuis } from './huis.ts';
import { tekstVan } from './lekken.ts';
import { stand, verschil } from './stand.ts';
import { casusdoetabel } from './tabel-casus-doen.ts';
import { casusleestabel } from './tabel-casus-lezen.ts';
import type { Vrager } from './wie.ts';
import { isWerker, magZien } from './wie-casus.ts';

const p = await maakProef();
let huis: Huis;
let w: Casuswereld;
let vragers: Vrager[];

beforeAll(async () => {
  huis = await maakHuis(p);
  w = await bouwCasuswereld(p, huis);
  vragers = [...huis.vragers, ...Object.values(w.werkers)];
}, 180_000);
afterAll(async () => {
  await w?.stop();
  await huis?.stop();
});

/**
 * Who works with families asks everything; to the roles of before, all refused alike, the files of others and what is
 * not there are one.
 */
const vragenVan = <G extends Geval>(gevallen: readonly G[]): { g: G; x: Vrager }[] =>
  gevallen.flatMap(g =>
    (/^gezin (?:twee|buur|ver)(?:$|,)|kenmerk|^gedeeld/.test(g.naam)
      ? Object.values(w.werkers)
      : vragers
    ).map(x => ({
      g,
      x,
    })),
  );

/** Names of what of the files stands in this text and is not for this reader. */
const lekken = (tekst: string, x: Vrager, gestuurd: Lijf = {}): string[] => {
  const eigen = Object.values(gestuurd).join(' ');
  const f = w.feiten();
  const uit = [...w.plekken].filter(
    ([woord, plekken]) =>
      tekst.includes(woord) && !eigen.includes(woord) && !plekken.some(plek => magZien(f, x, plek)),
  );
  return uit.map(([, plekken]) => `${plekken[0]?.deel} van ${naamVan(plekken[0]?.dossier ?? '')}`);
};
const delen = () => new Set([...w.plekken.values()].flat().map(x => x.deel));
const naamVan = (id: string) => Object.entries(w.gezinnen).find(([, g]) => g.id === id)?.[0] ?? id;

// @eis C5.3 C2.1 C1.4
test('wat gezaaid is staat er: ieder doel, een blokkade, een beëindigde relatie, een overleg en noodtoegang', () => {
  const f = w.feiten();
  expect(new Set(f.relaties.map(r => r.doel))).toEqual(
    new Set(['behandeling', 'regie', 'overleg', 'melder', 'geheim_adres', 'politie']),
  );
  expect(f.relaties.filter(r => r.namens !== null).map(r => r.wie)).toEqual([w.werkers.partij.persoon]);
  expect(f.relaties.some(r => r.wie === w.werkers.geweest.persoon)).toBe(false);
  expect(f.blokkades.map(b => b.wie)).toEqual([w.werkers.geweerd.persoon]);
  expect(f.nood.map(n => n.wie)).toEqual([w.werkers.noodlezer.persoon]);
  expect(delen().size).toBe(11);
});

// @eis C5.3 C2.1 C2.2 C2.4 C2.6 C1.4
test('bij elke pagina over gezinnen krijgt ieder wat zijn relatie zegt, en geen veld daarbuiten', async () => {
  const fout: string[] = [];
  const gezien = new Set<string>();
  const vragen = Object.entries(casusleestabel(w)).flatMap(([patroon, gevallen]) =>
    vragenVan(gevallen).map(y => ({ ...y, patroon })),
  );
  await inBeurten(vragen, async ({ patroon, g, x }) => {
    const r = await vraag(huis.app, x, g.pad);
    const kreeg = uitkomst(r);
    const naam = `GET ${patroon} [${g.naam}] ${x.naam}`;
    if (!klopt(g, x, kreeg)) fout.push(`${naam} → ${kreeg}`);
    const bewaren = r.headers.get('cache-control') ?? '';
    if (r.status === 200 && !bewaren.includes('no-store')) fout.push(`${naam} → mag bewaard worden`);
    const tekst = await tekstVan(r);
    for (const wat of lekken(tekst, x)) fout.push(`${naam} → lekt: ${wat}`);
    for (const [woord, plekken] of w.plekken) if (tekst.includes(woord)) gezien.add(plekken[0]?.deel ?? '');
  });
  expect(fout.toSorted()).toEqual([]);
  // Each kind of mark is found by somebody who may see it, so that a leak would be found too.
  expect([...gezien].toSorted()).toEqual([...delen()].toSorted());
}, 300_000);

const handelingen = (): { patroon: string; h: Handeling }[] =>
  Object.entries(casusdoetabel(w)).flatMap(([patroon, lijst]) => lijst.map(h => ({ patroon, h })));

// @eis C5.3 C2.1 C2.2 C2.4 C2.6
test('wie het recht niet heeft krijgt bij elke handeling niets, en er verandert niets', async () => {
  const fout: string[] = [];
  for (const x of vragers) {
    const voor = await stand(p);
    await inBeurten(
      Object.entries(casusdoetabel(w)).flatMap(([patroon, lijst]) =>
        vragenVan(lijst)
          .filter(y => y.x === x && !y.g.wie(x))
          .map(({ g: h }) => ({ patroon, h })),
      ),
      async ({ patroon, h }) => {
        // What would do something if the right were there; who has no part in it at all tries one.
        const ernst = h.lijven.slice(h.lijven.length > 1 ? 1 : 0, isWerker(x) ? undefined : 2);
        for (const [i, lijf] of ernst.entries()) {
          const r = await stuur(huis.app, x, h.pad, lijf);
          const kreeg = uitkomst(r);
          const naam = `POST ${patroon} [${h.naam}] ${x.naam}, lijf ${i + 1}`;
          if (!klopt(h, x, kreeg)) fout.push(`${naam} → ${kreeg}`);
          for (const wat of lekken(await tekstVan(r), x, lijf)) fout.push(`${naam} → lekt: ${wat}`);
        }
      },
    );
    for (const tabel of verschil(voor, await stand(p))) fout.push(`POST ${x.naam} → veranderde ${tabel}`);
  }
  expect(fout.toSorted()).toEqual([]);
}, 300_000);

// @eis C5.3 C2.1
test('wie het recht heeft krijgt een antwoord op de handeling, zonder veld van een ander', async () => {
  const fout: string[] = [];
  for (const { patroon, h } of handelingen())
    for (const x of vragers.filter(h.wie)) {
      const r = await stuur(huis.app, x, h.pad, h.lijven[0] ?? {});
      const naam = `POST ${patroon} [${h.naam}] ${x.naam}, met recht`;
      if (!klopt(h, x, uitkomst(r))) fout.push(`${naam} → ${uitkomst(r)}`);
      for (const wat of lekken(await tekstVan(r), x)) fout.push(`${naam} → lekt: ${wat}`);
    }
  expect(fout.toSorted()).toEqual([]);
}, 300_000);

// @eis C5.3
test('zonder het eigen bewijs tegen vervalsing wordt geen handeling over een gezin aangenomen', async () => {
  const fout: string[] = [];
  const voor = await stand(p);
  const { intaker, leider, bijzonder } = w.werkers;
  const vragen = handelingen().flatMap(({ patroon, h }) =>
    [intaker, leider, bijzonder].map(x => ({ patroon, h, x })),
  );
  await inBeurten(vragen, async ({ patroon, h, x }) => {
    const token = x === intaker ? bijzonder.token : intaker.token;
    const r = await stuur(huis.app, x, h.pad, h.lijven.at(-1) ?? {}, token);
    if (r.status !== 403) fout.push(`POST ${patroon} [${h.naam}] ${x.naam} → ${uitkomst(r)}`);
  });
  expect(fout.toSorted()).toEqual([]);
  expect(verschil(voor, await stand(p))).toEqual([]);
}, 120_000);
