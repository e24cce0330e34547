import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hoofdsleutelId } from '#platform/kluis/index.ts';
import { Bezoeker } from './bezoeker.ts';
import { begin, gereed, maakMap, stop, type Toepassing, vrijePoort } from './toepassing.ts';

const m = maakMap();
const [OUD, NIEUW] = ['5a'.repeat(32), '6b'.repeat(32)];
const nieuwPad = path.join(m.map, 'nieuwe-sleutel');
const env = { LA_DATA: path.join(m.map, 'data'), PORT: String(await vrijePoort()) };
const lopend: Toepassing[] = [];
const start = (sleutel: string, opdracht = 'start', ...argumenten: string[]) => {
  const t = begin({ ...env, LA_SLEUTEL: sleutel }, opdracht, ...argumenten);
  lopend.push(t);
  return t;
};
afterAll(async () => {
  for (const t of lopend) if (t.proces.exitCode === null && t.proces.signalCode === null) await stop(t);
  m.ruimOp();
});

async function alsProfessional(t: Toepassing): Promise<Bezoeker> {
  const b = new Bezoeker(t.adres);
  await b.meldAan('professional', 'voorbeeld-wachtwoord');
  return b;
}

const tekst = async (b: Bezoeker, pad: string): Promise<string> => {
  const r = await b.haal(pad);
  expect(r.status, pad).toBe(200);
  return r.text();
};
const dossiers = async (b: Bezoeker): Promise<string[]> => [
  ...new Set((await tekst(b, '/casus')).match(/\/casus\/[0-9a-f-]{36}/g)),
];

/** A draft has a key of its own: to keep one is to make a key. */
async function bewaarConcept(b: Bezoeker, pad: string, inhoud: string): Promise<void> {
  const velden = Bezoeker.verborgen(await tekst(b, pad), `${pad}/notities`);
  const r = await b.stuur(`${pad}/notities`, { ...velden, inhoud, _doe: 'concept' });
  expect(r.headers.get('location')).toBe(`${pad}?na=concept`);
}

// @eis C4.1
test('de hoofdsleutel wordt vernieuwd terwijl de toepassing werkt: zij leest en schrijft door, en start daarna alleen met de nieuwe', async () => {
  let t = start(OUD);
  await gereed(t);
  const [eerste = '', tweede = '', derde = ''] = await dossiers(await alsProfessional(t));
  expect(derde).not.toBe('');
  expect(await stop(t)).toBe(0);

  // Started anew it has opened no key of these files yet: what it reads later, it reads from disk.
  t = start(OUD);
  await gereed(t);
  const b = await alsProfessional(t);
  writeFileSync(nieuwPad, `${NIEUW}\n`, { mode: 0o600 });
  const vernieuw = start(OUD, 'sleutel-vernieuw', nieuwPad);
  await expect.poll(() => vernieuw.uitvoer(), { timeout: 90_000 }).toContain('seconden');
  await bewaarConcept(b, eerste, 'Getypt terwijl werd vernieuwd.');
  expect(await vernieuw.einde, vernieuw.uitvoer()).toBe(0);

  expect(await tekst(b, tweede)).toMatch(/20\d\d-\d{6}/);
  await bewaarConcept(b, derde, 'Getypt na het vernieuwen.');
  expect(await tekst(b, eerste)).toContain('Getypt terwijl werd vernieuwd.');
  expect(await stop(t)).toBe(0);
  const merk = readFileSync(path.join(`${env.LA_DATA}-sleutels`, 'hoofd.json'), 'utf8');
  expect(merk).toContain(hoofdsleutelId(Buffer.from(NIEUW, 'hex')));
  expect(merk).not.toContain(hoofdsleutelId(Buffer.from(OUD, 'hex')));

  const metOud = start(OUD);
  expect(await metOud.einde).toBe(1);
  expect(metOud.uitvoer()).toContain('hoort niet bij deze sleutelmap');
  t = start(nieuwPad);
  await gereed(t);
  const c = await alsProfessional(t);
  expect(await tekst(c, eerste)).toContain('Getypt terwijl werd vernieuwd.');
  expect(await tekst(c, derde)).toContain('Getypt na het vernieuwen.');
  expect(await stop(t)).toBe(0);
  const controle = start(nieuwPad, 'logboek-controleer');
  expect(await controle.einde, controle.uitvoer()).toBe(0);
}, 400_000);
