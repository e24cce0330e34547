import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { WORTEL } from '#platform/config/wortel.ts';
import { metActor, metClient } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { listKolommen } from '../db/register.ts';
import { VERWERKINGSACTIVITEITEN } from '../domain/activiteiten.ts';
import { leesCommentaar, maakRegister, metPersoonsgegevens } from '../domain/register.ts';
import { leesRegister, registerPagina } from './register.ts';

const p = await maakProef();
const vandaag = Temporal.PlainDate.from('2026-11-22');
const als = <T>(werk: Parameters<typeof metActor<T>>[3]) =>
  metActor(p.app.db, { soort: 'stelsel', taak: 'proef' }, vandaag, werk);

// @eis C4.5
describe('register van verwerkingsactiviteiten', () => {
  test('elke tabel met persoonsgegevens hoort bij een activiteit', async () => {
    const r = await als(leesRegister);
    expect(r.zonder).toEqual([]);
    const genoemd = new Set(r.delen.flatMap(d => d.tabellen.map(t => t.tabel)));
    // Counted by the catalogue itself, not by the code under test.
    const echt = await metClient(p.beheer, async c => {
      const { rows } = await c.query<{ tabel: string }>(`select distinct n.nspname || '.' || k.relname tabel
        from pg_class k join pg_namespace n on n.oid = k.relnamespace join pg_attribute a on a.attrelid = k.oid
        where k.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
          and col_description(k.oid, a.attnum) ~ '\\[klasse: (identificerend|inhoud)\\]$'`);
      return rows.map(x => x.tabel);
    });
    expect(echt.length).toBeGreaterThan(12);
    expect(echt.filter(t => !genoemd.has(t))).toEqual([]);
  });
  test('docs/verwerkingen.md is vers: npm run verwerkingen geeft precies dit bestand', async () => {
    const vers = registerPagina(await als(leesRegister));
    const staat = readFileSync(path.join(WORTEL, 'docs/verwerkingen.md'), 'utf8');
    expect(staat === vers, 'docs/verwerkingen.md is niet vers: draai npm run verwerkingen').toBe(true);
  });
  test('de gronden van toegang staan erin, en bij het logboek hoe de termijn wordt uitgevoerd', async () => {
    const tekst = registerPagina(await als(leesRegister));
    // Grounds by the law texts: cooperation in a table meeting, and police information for a named task.
    for (const stuk of ['Wmo 2015 art. 5.3.3', 'Besluit politiegegevens art. 4:2 lid 1'])
      expect(tekst).toContain(stuk);
    expect(tekst).toMatch(
      /Logboek van gebruik: 5 jaar [^.]*\(AVG[^.]*[^\n]*in hele maanden[^\n]*twee mensen beslissen/,
    );
    expect(tekst).not.toMatch(/niet uitgevoerd/i);
  });
  test('een tabel zonder activiteit valt op, en een kapot commentaar telt niet als klasse', async () => {
    const kolommen = await als(listKolommen);
    const zonderGezin = VERWERKINGSACTIVITEITEN.map(a => ({
      ...a,
      tabellen: a.tabellen.filter(t => t !== 'gezin'),
    }));
    expect(maakRegister(kolommen, zonderGezin).zonder).toEqual(
      metPersoonsgegevens(kolommen).filter(t => t.startsWith('gezin.')),
    );
    expect(leesCommentaar('Naam [klasse: identificerend]')).toEqual({
      betekenis: 'Naam',
      klasse: 'identificerend',
    });
    expect(leesCommentaar('Naam [klasse: geheim]')).toBeNull();
    expect(leesCommentaar('Naam')).toBeNull();
  });
});
