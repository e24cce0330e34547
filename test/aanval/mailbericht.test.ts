import { globSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maakLogboekproef, PROEFDAG } from '#modules/toegang/testing/logboekproef.ts';
import { neemNoodtoegang } from '#modules/toegang/usecases/noodtoegang.ts';
import { metActor, metClient } from '#platform/db/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { type Bericht, maakPostbus } from '#platform/mail/index.ts';
import { maakProef } from '../proef/index.ts';

const p = await maakProef();
const w = maakLogboekproef(p.beheer);
const map = mkdtempSync(path.join(os.tmpdir(), 'la-mailbericht-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 6), map });
const BASIS = 'https://regio.voorbeeld.invalid';

/** A file with its own organisation, director, privacy officer and somebody who takes break-glass. */
async function wereld(merk: string) {
  const huis = await w.organisatie('veilig_thuis', `Organisatie ${merk}`);
  const regisseur = await w.mens(huis, 'professional');
  const toezicht = await w.mens(huis, 'privacyfunctionaris');
  const nemer = await w.mens(huis, 'intaker');
  await w.noem(regisseur, kluis, `Regisseur ${merk}`, `regisseur.${merk}@voorbeeld.invalid`);
  await w.noem(toezicht, kluis, `Toezicht ${merk}`, `toezicht.${merk}@voorbeeld.invalid`);
  await w.noem(nemer, kluis, `Nemer ${merk}`, `nemer.${merk}@voorbeeld.invalid`);
  const dossier = await w.dossier(huis, 2);
  await w.relatie(regisseur, huis, dossier.id, 'regie');
  return { huis, nemer, dossier, merk };
}

async function neem(x: Awaited<ReturnType<typeof wereld>>, mail: (b: Bericht) => void): Promise<void> {
  const reden = `Kind ${x.merk} belt nu zelf met de wijkagent over vader ${x.merk}`;
  const r = await metActor(p.app.db, x.nemer, PROEFDAG, tx =>
    neemNoodtoegang({ kluis, basisUrl: BASIS, mail: { zetInWachtrij: async (_, b) => mail(b) } }, tx, {
      zoek: async () => x.dossier.id,
      organisatieId: x.huis,
      reden,
      lezer: x.nemer.id,
    }),
  );
  expect(r.ok).toBe(true);
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

// @eis C5.4 C2.5
describe('aanval: meelezen in de post', () => {
  test('het bericht over noodtoegang is voor elk dossier, elke reden en elke mens hetzelfde', async () => {
    const post: Record<string, Bericht[]> = { Aap: [], Noot: [] };
    for (const merk of ['Aap', 'Noot']) await neem(await wereld(merk), b => post[merk]?.push(b));
    for (const [merk, berichten] of Object.entries(post)) {
      expect(berichten.map(b => b.aan).toSorted()).toEqual([
        `regisseur.${merk}@voorbeeld.invalid`,
        `toezicht.${merk}@voorbeeld.invalid`,
      ]);
    }
    const teksten = new Set(
      Object.values(post)
        .flat()
        .map(b => `${b.soort}\n${b.onderwerp}\n${b.inhoud}`),
    );
    expect(teksten.size).toBe(1);
    const [tekst = ''] = teksten;
    expect(tekst).not.toMatch(UUID);
    expect(tekst).not.toMatch(/Aap|Noot|\d{4}-\d{6}|wijkagent/);
  });

  test('geen enkel bericht zet een naam, link of kenmerk in het onderwerp of iets anders dan het toegestane in de tekst', async () => {
    const mag = new Set(['naam', 'link', 'adres', 'organisatie', 'basisUrl']);
    const bestanden = globSync('src/modules/*/usecases/*bericht*.ts', {
      cwd: path.resolve(import.meta.dirname, '../..'),
      // What sends the weekly message holds no words: those are in the file of its texts.
    }).filter(b => !/(\.test|\/weekbericht)\.ts$/.test(b));
    type Maker = (...a: string[]) => unknown;
    const makers: [string, Maker][] = [];
    for (const bestand of bestanden) {
      const uitvoer: Record<string, unknown> = await import(
        path.resolve(import.meta.dirname, '../..', bestand)
      );
      for (const [naam, w] of Object.entries(uitvoer)) {
        if (typeof w === 'function') makers.push([naam, w as Maker]);
        else if (typeof w === 'object' && w !== null)
          for (const [k, f] of Object.entries(w))
            if (typeof f === 'function') makers.push([`${naam}.${k}`, f as Maker]);
      }
    }
    expect(makers.length).toBeGreaterThanOrEqual(6);
    // The weekly message of the datalab takes one object: its fields are what may be in it.
    const velden = /^function weekberichtTekst\(b\)/;
    for (const [naam, maak] of makers) {
      if (velden.test(String(maak))) {
        const b = (maak as unknown as (x: object) => { onderwerp: string })({
          ...{ regioNaam: 'Voorbeeldregio', aantal: 2, basisUrl: 'MERK' },
        });
        expect(b.onderwerp, naam).not.toContain('MERK');
        continue;
      }
      const namen =
        /^\(?([^)=]*)\)?\s*=>/
          .exec(String(maak))?.[1]
          ?.split(',')
          .map(n => n.trim()) ?? [];
      expect(
        namen.filter(n => !mag.has(n)),
        naam,
      ).toEqual([]);
      const b = maak(...namen.map((_, i) => `MERK${i}`)) as { onderwerp: string };
      expect(b.onderwerp, naam).not.toContain('MERK');
    }
  });

  test('wat in de wachtrij staat is zonder sleutel niet te lezen, ook niet voor wie', async () => {
    const sleutel = await kluis.nieuweSleutel('mail');
    const postbus = maakPostbus({
      versleutelaar: {
        versleutel: (tekst, bij) => kluis.versleutel(sleutel, tekst, bij),
        ontsleutel: (cijfer, bij) => kluis.ontsleutel(cijfer, bij),
      },
      klok: vasteKlok('2026-03-02T09:00:00Z'),
    });
    const x = await wereld('Mies');
    const post: Bericht[] = [];
    await neem(x, b => post.push(b));
    await metActor(p.app.db, x.nemer, PROEFDAG, async tx => {
      for (const b of post) await postbus.zetInWachtrij(tx, b);
    });
    const r = await metClient(p.beheer, c =>
      c.query(
        "select b::text rij, encode(aan, 'escape') aan, encode(inhoud, 'escape') inhoud from mail.bericht b",
      ),
    );
    expect(r.rows).toHaveLength(2);
    const alles = JSON.stringify(r.rows);
    for (const weg of ['voorbeeld.invalid', 'Mies', 'noodtoegang tot een dossier'])
      expect(alles).not.toContain(weg);
    expect(alles).toContain('noodtoegang');
  });
});
