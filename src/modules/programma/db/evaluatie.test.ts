import { beforeAll, describe, expect, test } from 'vitest';
import { ROLCODES, type Rol } from '#modules/toegang/index.ts';
import { metActor, metClient, sql, type Transactie } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { type Lezer, maakMens, publiek } from '../testing/proefapp.ts';

const proef = await maakProef();
const db = proef.app.db;
const vandaag = Temporal.PlainDate.from('2026-11-22');
const REGIO = 'kennemerland';
const ELDERS = 'noord-holland-noord';
const HAARLEM = 'GM0392';

interface Mens {
  naam: Rol | 'publiek' | 'leider elders';
  lezer: Lezer;
}
const mensen: Mens[] = [];

/** What was sown: openness, municipality of internal figures, is the action public, is the result settled. */
interface Zaad {
  id: string;
  regio: string;
  openbaar: boolean;
  gemeente: string | null;
  actieOpenbaar: boolean;
  vastgesteld: boolean;
}
const zaad: Zaad[] = [];

/** The requirement (B4.4, A4.2), written apart from the code. */
const WERKT: readonly string[] = ['projectleider', 'beleidsmedewerker', 'datalab_analist', 'lezer'];
const ziet = {
  vraag: (m: Mens, z: Zaad): boolean =>
    (z.openbaar && z.actieOpenbaar) ||
    (z.regio === REGIO && WERKT.includes(m.naam)) ||
    (z.regio === ELDERS && m.naam === 'leider elders'),
  uitkomst: (m: Mens, z: Zaad): boolean => {
    if (z.openbaar && z.actieOpenbaar && z.vastgesteld) return true;
    if (z.regio === ELDERS) return m.naam === 'leider elders';
    if (z.openbaar) return WERKT.includes(m.naam);
    return (
      m.naam === 'projectleider' ||
      m.naam === 'datalab_analist' ||
      (m.naam === 'beleidsmedewerker' && z.gemeente === HAARLEM)
    );
  },
};

async function zaai(regio: string, actieOpenbaar: boolean): Promise<void> {
  const actie = crypto.randomUUID();
  await metClient(proef.beheer, async c => {
    await c.query(
      `insert into programma.onderdeel (id, regio, soort, code, volgorde, versie, openbare_versie)
       values ($1, $2, 'actie', $3, 1, 1, $4)`,
      [actie, regio, `A${actieOpenbaar}`, actieOpenbaar ? 1 : null],
    );
    let nummer = 0;
    for (const openbaar of [true, false])
      for (const gemeente of [null, HAARLEM, 'GM0453'])
        for (const vastgesteld of [true, false]) {
          const id = crypto.randomUUID();
          nummer += 1;
          const soort = openbaar ? 'openbaar_in_bron' : 'intern';
          await c.query(
            `insert into programma.evaluatie (id, regio, onderdeel_id, nummer, openbaarheid, gemeente, reeks, inhoud,
               na_uitkomst, vastgelegd, door) values ($1, $2, $3, $4, $5, $6, $7, '{}', false, now(), 'proef')`,
            [id, regio, actie, nummer, soort, gemeente, `reeks ${id}`],
          );
          await c.query(
            `insert into programma.evaluatie_uitkomst values ($1, $2, '{}', '[]', now(), 'proef')`,
            [id, soort],
          );
          for (const toestand of vastgesteld ? ['uitgevoerd', 'vastgesteld'] : ['uitgevoerd'])
            await c.query(`insert into programma.evaluatie_stand values ($1, $2, null, now(), 'proef')`, [
              id,
              toestand,
            ]);
          zaad.push({ id, regio, openbaar, gemeente, actieOpenbaar, vastgesteld });
        }
  });
}

beforeAll(async () => {
  for (const rol of ROLCODES) {
    const gemeente = rol === 'beleidsmedewerker' || rol === 'raadslid' ? HAARLEM : null;
    mensen.push({ naam: rol, lezer: await maakMens(db, rol, REGIO, gemeente) });
  }
  mensen.push({ naam: 'leider elders', lezer: await maakMens(db, 'projectleider', ELDERS) });
  mensen.push({ naam: 'publiek', lezer: publiek });
  for (const regio of [REGIO, ELDERS]) for (const open of [true, false]) await zaai(regio, open);
  expect(zaad).toHaveLength(48);
});

const als = <T>(m: Mens, werk: (tx: Transactie) => Promise<T>): Promise<T> =>
  metActor(db, m.lezer.actor, vandaag, werk);
const naam = (z: Zaad) =>
  `${z.regio} ${z.openbaar} ${z.gemeente} actie ${z.actieOpenbaar} vast ${z.vastgesteld}`;

// @eis B4.4 A4.2 A5.3
describe('rijbeveiliging van evaluaties: elke rol, elke soort', () => {
  test.each([
    ['evaluatie', 'id', ziet.vraag],
    ['evaluatie_stand', 'evaluatie_id', ziet.vraag],
    ['evaluatie_uitkomst', 'evaluatie_id', ziet.uitkomst],
  ] as const)('wie leest %s', async (tabel, kolom, mag) => {
    for (const m of mensen) {
      const { rows } = await als(m, tx =>
        sql<{
          id: string;
        }>`select distinct ${sql.ref(kolom)} as id from ${sql.table(`programma.${tabel}`)}`.execute(tx),
      );
      const gezien = new Set(rows.map(r => r.id));
      expect([
        m.naam,
        zaad
          .filter(z => gezien.has(z.id))
          .map(naam)
          .sort(),
      ]).toEqual([
        m.naam,
        zaad
          .filter(z => mag(m, z))
          .map(naam)
          .sort(),
      ]);
    }
  });

  class Terug extends Error {}
  /** Tries an insert and takes it back; was it let through? */
  async function probeer(m: Mens, werk: (tx: Transactie) => Promise<unknown>): Promise<boolean> {
    try {
      await als(m, async tx => {
        await werk(tx);
        throw new Terug();
      });
      return false;
    } catch (fout) {
      if (fout instanceof Terug) return true;
      expect((fout as Error).message).toMatch(/row-level security|geen rij|even openbaar|zonder uitkomst/);
      return false;
    }
  }

  test('wie legt vast, wie berekent, wie stelt vast en trekt in', async () => {
    const eigen = zaad.find(
      z => z.regio === REGIO && z.actieOpenbaar && z.openbaar && !z.vastgesteld,
    ) as Zaad;
    const nieuw = (tx: Transactie, regio: string) =>
      sql`insert into programma.evaluatie (id, regio, onderdeel_id, nummer, openbaarheid, reeks, inhoud, na_uitkomst,
          vastgelegd, door)
        select gen_random_uuid(), ${regio}, onderdeel_id, 99, 'openbaar_in_bron', 'x', '{}', false, now(), 'x'
        from programma.evaluatie where id = ${eigen.id} returning id`.execute(tx);
    const stand = (tx: Transactie, toestand: string) =>
      sql`insert into programma.evaluatie_stand values (${eigen.id}, ${toestand}, 'omdat', now(), 'x')`.execute(
        tx,
      );
    for (const m of mensen) {
      const leidt = m.naam === 'projectleider';
      const rekent = leidt || m.naam === 'datalab_analist';
      expect([m.naam, await probeer(m, tx => nieuw(tx, REGIO))]).toEqual([m.naam, rekent]);
      // Under another region than the action has, nobody.
      expect([m.naam, await probeer(m, tx => nieuw(tx, ELDERS))]).toEqual([m.naam, false]);
      const berekend = await probeer(m, async tx => {
        const { rows } = (await nieuw(tx, REGIO)) as { rows: { id: string }[] };
        const id = rows[0]?.id;
        if (!id) throw new Error('geen rij');
        await sql`insert into programma.evaluatie_uitkomst values (${id}, 'openbaar_in_bron', '{}', '[]', now(), 'x')`.execute(
          tx,
        );
        await sql`insert into programma.evaluatie_stand values (${id}, 'uitgevoerd', null, now(), 'x')`.execute(
          tx,
        );
      });
      expect([m.naam, berekend]).toEqual([m.naam, rekent]);
      for (const toestand of ['vastgesteld', 'ingetrokken'])
        expect([m.naam, toestand, await probeer(m, tx => stand(tx, toestand))]).toEqual([
          m.naam,
          toestand,
          leidt,
        ]);
    }
  });
});

// @eis B4.4
describe('de volgorde van een evaluatie, bewaakt door de database zelf', () => {
  const metRij = (werk: (q: (t: string, w?: unknown[]) => Promise<unknown>, id: string) => Promise<void>) =>
    metClient(proef.beheer, async c => {
      await c.query('begin');
      const id = crypto.randomUUID();
      await c.query(
        `insert into programma.evaluatie (id, regio, onderdeel_id, nummer, openbaarheid, reeks, inhoud, na_uitkomst,
           vastgelegd, door) select $1, regio, onderdeel_id, 50, 'intern', $2, '{}', true, now(), 'proef'
         from programma.evaluatie where id = $3`,
        [id, `verse reeks ${id}`, zaad[0]?.id],
      );
      await werk((t, w) => c.query(t, w), id);
      await c.query('rollback');
    });
  const stand = `insert into programma.evaluatie_stand values ($1, $2, $3, now(), 'proef')`;
  const uitkomst = `insert into programma.evaluatie_uitkomst values ($1, $2, '{}', '[]', now(), 'proef')`;

  test('niet vaststellen wat niet is uitgevoerd, niet uitvoeren zonder uitkomst', async () => {
    for (const [toestand, fout] of [
      ['vastgesteld', /alleen wat is uitgevoerd/],
      ['uitgevoerd', /zonder uitkomst/],
    ] as const)
      await metRij(async (q, id) => {
        await expect(q(stand, [id, toestand, null])).rejects.toThrow(fout);
      });
  });

  test('na intrekken komt er geen uitkomst en geen andere toestand meer; zonder reden trekt niemand in', async () => {
    await metRij(async (q, id) => {
      await q(stand, [id, 'ingetrokken', 'omdat']);
      await expect(q(uitkomst, [id, 'intern'])).rejects.toThrow(/al uitgevoerd of ingetrokken/);
    });
    await metRij(async (q, id) => {
      await expect(q(stand, [id, 'ingetrokken', null])).rejects.toThrow(/check constraint/);
    });
  });

  test('een uitkomst uit interne cijfers kan niet openbaar worden opgeslagen', async () => {
    await metRij(async (q, id) => {
      await expect(q(uitkomst, [id, 'openbaar_in_bron'])).rejects.toThrow(/even openbaar als de vraag/);
    });
  });

  test('of een uitkomst al bekend was, zegt de database en niet wie vastlegt', async () => {
    await metClient(proef.beheer, async c => {
      await c.query('begin');
      const nieuw = async (reeks: string, beweerd: boolean, nummer: number) => {
        const r = await c.query<{ na_uitkomst: boolean }>(
          `insert into programma.evaluatie (id, regio, onderdeel_id, nummer, openbaarheid, reeks, inhoud, na_uitkomst,
             vastgelegd, door) select gen_random_uuid(), regio, onderdeel_id, $4, 'intern', $2, '{}', $3, now(), 'proef'
           from programma.evaluatie where id = $1 returning na_uitkomst`,
          [zaad[0]?.id, reeks, beweerd, nummer],
        );
        return r.rows[0]?.na_uitkomst;
      };
      expect(await nieuw(`reeks ${zaad[1]?.id}`, false, 60)).toBe(true);
      expect(await nieuw('een verse reeks', true, 61)).toBe(false);
      await c.query('rollback');
    });
  });
});
