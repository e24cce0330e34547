import { beforeAll, describe, expect, test } from 'vitest';
import { metActor, sql } from '#platform/db/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { laadPlichten } from '../module.ts';
import { leesProgrammas, maakMens } from '../testing/proefapp.ts';
import { type Herinneringlening, stuurHerinneringen } from './herinneringen.ts';

const proef = await maakProef();
const db = proef.app.db;
const stelsel = { soort: 'stelsel' as const, taak: 'proef' };
let post: { soort: string; aan: string; onderwerp: string; inhoud: string }[] = [];
let adressen: Record<string, string[]> = {};
const lening: Herinneringlening = {
  db,
  adressenVoor: async (_rol, regio) =>
    (adressen[regio] ?? []).map(email => ({ persoonId: crypto.randomUUID(), email })),
  stuurMail: async (_tx, b) => void post.push(b),
  basisUrl: 'https://regio.voorbeeld.invalid',
};
const op = (dag: string) => {
  const klok = vasteKlok(`${dag}T05:15:00Z`);
  return stuurHerinneringen(lening, { vandaag: klok.vandaag(), nu: klok.nu() });
};

beforeAll(async () => {
  await leesProgrammas(db);
  const klok = vasteKlok('2026-01-02T09:00:00Z');
  await laadPlichten(
    { db, actor: stelsel, lidmaatschappen: [], vandaag: klok.vandaag(), nu: klok.nu() },
    () => {},
  );
});

// @eis A3.7
describe('herinneringen aan rapportages', () => {
  test('veertien dagen en een dag vooraf, elk een keer, aan wie de regio leidt', async () => {
    adressen = { 'zaanstreek-waterland': ['een@voorbeeld.invalid', 'twee@voorbeeld.invalid'] };
    expect(await op('2026-10-16')).toBe(0);
    expect(await op('2026-10-17')).toBe(2);
    expect(post.map(b => b.aan)).toEqual(['een@voorbeeld.invalid', 'twee@voorbeeld.invalid']);
    expect(post[0]).toMatchObject({
      soort: 'herinnering_rapportage',
      onderwerp: 'Rapportage van Zaanstreek-Waterland: uiterlijk 31 oktober 2026',
    });
    expect(post[0]?.inhoud).toContain('over 14 dagen');
    expect(post[0]?.inhoud).toContain('Verantwoording aan het Rijk');
    expect(post[0]?.inhoud).toContain(
      'https://regio.voorbeeld.invalid/programma/zaanstreek-waterland/verslag',
    );
    post = [];
    expect(await op('2026-10-17')).toBe(0);
    expect(await op('2026-10-18')).toBe(0);
    expect(await op('2026-10-30')).toBe(2);
    expect(post[0]?.inhoud).toContain('(morgen)');
    expect(await op('2026-10-30')).toBe(0);
    expect(await op('2026-10-31')).toBe(0);
    expect(await op('2026-11-01')).toBe(0);
  });

  test('een gemiste dag wordt ingehaald', async () => {
    post = [];
    adressen = { kennemerland: ['drie@voorbeeld.invalid'] };
    expect(await op('2026-12-24')).toBe(1);
    expect(post[0]?.inhoud).toContain('over 7 dagen');
    expect(await op('2026-12-31')).toBe(1);
    expect(post[1]?.inhoud).toContain('(vandaag)');
  });

  test('zonder projectleider wordt niets als verzonden geteld', async () => {
    adressen = {};
    expect(await op('2027-06-20')).toBe(0);
    adressen = { 'noord-holland-noord': ['vier@voorbeeld.invalid'] };
    expect(await op('2027-06-21')).toBe(1);
  });

  test('mislukt het inleggen van de post, dan telt de herinnering niet', async () => {
    adressen = { kennemerland: ['drie@voorbeeld.invalid'] };
    const stuk = { ...lening, stuurMail: () => Promise.reject(new Error('vol')) };
    const klok = vasteKlok('2028-06-20T05:15:00Z');
    await expect(stuurHerinneringen(stuk, { vandaag: klok.vandaag(), nu: klok.nu() })).rejects.toThrow('vol');
    expect(await op('2028-06-20')).toBe(1);
  });

  test('twee processen tegelijk sturen samen een bericht', async () => {
    post = [];
    adressen = { kennemerland: ['drie@voorbeeld.invalid'] };
    const samen = await Promise.all([op('2029-06-20'), op('2029-06-20'), op('2029-06-20')]);
    expect(samen.reduce((a, b) => a + b, 0)).toBe(1);
    expect(post).toHaveLength(1);
  });

  test('een mens kan een herinnering niet als verzonden aanmerken', async () => {
    const leider = await maakMens(db, 'projectleider', 'kennemerland');
    const vandaag = Temporal.PlainDate.from('2026-11-22');
    await expect(
      metActor(db, leider.actor, vandaag, tx =>
        sql`insert into programma.herinnering (onderdeel_id, vervaldag, dagen_vooraf, verzonden, ontvangers)
          select id, '2030-06-30', 14, now(), 1 from programma.onderdeel where code = 'KEN-R1'`.execute(tx),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});
