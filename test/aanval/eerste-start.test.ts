import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { laadProgrammas } from '#modules/programma/module.ts';
import { maakDatabase, metActor, metClient, migreer, ROLLEN, sql } from '#platform/db/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakMailsleutel } from '#src/samenstelling/platform.ts';
import { alsRol } from '../proef/cluster.ts';
import { maakProef } from '../proef/index.ts';

const tijd = {
  nu: Temporal.Instant.from('2026-11-22T09:00:00Z'),
  vandaag: Temporal.PlainDate.from('2026-11-22'),
};
const map = mkdtempSync(path.join(os.tmpdir(), 'la-start-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));

const regios = (db: Parameters<typeof metActor>[0]) =>
  metActor(db, { soort: 'publiek' }, tijd.vandaag, async tx =>
    (
      await sql<{ regio: string }>`select distinct regio from programma.onderdeel order by 1`.execute(tx)
    ).rows.map(r => r.regio),
  );
const ALLE = ['kennemerland', 'noord-holland-noord', 'zaanstreek-waterland'];

// @eis A1.3 A5.4
describe('de eerste start, afgebroken of tweemaal tegelijk', () => {
  test('wie na de eerste regio wordt afgebroken, heeft na de volgende start alle regio’s', async () => {
    const proef = await maakProef();
    const breekAf = (tekst: string) => {
      if (tekst.includes('kennemerland')) throw new Error('kill -9');
    };
    await expect(laadProgrammas(proef.app.db, tijd, [], breekAf)).rejects.toThrow('kill -9');
    await laadProgrammas(proef.app.db, tijd, [], () => {});
    expect(await regios(proef.app.db)).toEqual(ALLE);
  });

  test('twee processen die tegelijk op een nieuwe database starten, laden samen alle programma’s', async () => {
    const proef = await maakProef();
    const uit = await Promise.allSettled([1, 2].map(() => laadProgrammas(proef.app.db, tijd, [], () => {})));
    expect(uit.map(u => (u.status === 'rejected' ? String(u.reason).slice(0, 120) : 'goed'))).toEqual([
      'goed',
      'goed',
    ]);
    expect(await regios(proef.app.db)).toEqual(ALLE);
  });

  test('twee processen maken samen één mailsleutel', async () => {
    const sleutelmap = mkdtempSync(path.join(map, 'a'));
    const kluis = () => maakKluis({ hoofdsleutel: Buffer.alloc(32, 3), map: sleutelmap } as never);
    const uit = await Promise.allSettled([1, 2].map(() => maakMailsleutel(kluis(), sleutelmap)));
    expect(uit.map(u => (u.status === 'rejected' ? String(u.reason).slice(0, 60) : 'goed'))).toEqual([
      'goed',
      'goed',
    ]);
  });

  test('een mailsleutel die bij het schrijven werd afgebroken, wordt opnieuw gemaakt of geweigerd', async () => {
    const sleutelmap = mkdtempSync(path.join(map, 'b'));
    writeFileSync(path.join(sleutelmap, 'mailsleutel'), '');
    const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 3), map: sleutelmap } as never);
    const v = await maakMailsleutel(kluis, sleutelmap);
    const bij = { tabel: 'mail.bericht', kolom: 'inhoud', rij: '1' };
    expect(v.ontsleutel(v.versleutel('dag', bij), bij)).toBe('dag');
  });

  test('twee processen migreren tegelijk dezelfde lege database', async () => {
    const { beheer, wachtwoorden } = inject('cluster');
    for (let keer = 0; keer < 5; keer++) {
      const naam = `leeg_${randomUUID().slice(0, 8)}`;
      await metClient(beheer, c => maakDatabase(c, naam));
      const eigenaar = alsRol(beheer, ROLLEN.eigenaar, wachtwoorden['eigenaar'] ?? '', naam);
      const uit = await Promise.allSettled([1, 2, 3].map(() => migreer(eigenaar)));
      await metClient(beheer, c => c.query(`drop database if exists "${naam}" with (force)`));
      expect(uit.map(u => (u.status === 'rejected' ? String(u.reason).slice(0, 200) : 'goed'))).toEqual([
        'goed',
        'goed',
        'goed',
      ]);
    }
  });
});
