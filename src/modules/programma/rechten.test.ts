import { beforeAll, describe, expect, test } from 'vitest';
import { ROLCODES, type Rol } from '#modules/toegang/index.ts';
import { metActor, sql, type Transactie } from '#platform/db/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import { SOORTCODES, type Soortcode } from './domain/veld.ts';
import { type Lezer, maakMens, publiek } from './testing/proefapp.ts';
import { bewaarOnderdeel, voegOnderdeelToe } from './usecases/bewaar.ts';
import { publiceer } from './usecases/concepten.ts';
import type { Doen } from './usecases/doen.ts';
import { verwijderOnderdeel, zetTerug } from './usecases/verwijder.ts';

const proef = await maakProef();
const db = proef.app.db;
const vandaag = Temporal.PlainDate.from('2026-11-22');
const nu = Temporal.Instant.from('2026-11-22T09:00:00Z');

const EIGEN = 'kennemerland';
const ANDER = 'noord-holland-noord';
const HAARLEM = 'GM0392';
const VELSEN = 'GM0453';

interface Mens {
  rol: Rol | 'publiek';
  lezer: Lezer;
}
interface Item {
  id: string;
  regio: string;
  soort: Soortcode;
  gemeente: string | null;
  code: string;
}

/**
 * What the requirement says (A3.10), written apart from the code: the project leader edits the region; an
 * adviser edits that municipality's stands and remarks; they, the analyst and the reader see the working
 * version of their region; council members and the public read what is published.
 */
const magLezen = (rol: Mens['rol'], i: Item): boolean =>
  i.regio === EIGEN && ['projectleider', 'beleidsmedewerker', 'datalab_analist', 'lezer'].includes(rol);
const magSchrijven = (rol: Mens['rol'], i: Item): boolean =>
  i.regio === EIGEN &&
  (rol === 'projectleider' ||
    (rol === 'beleidsmedewerker' &&
      i.gemeente === HAARLEM &&
      (i.soort === 'raadsopmerking' || i.soort === 'gemeentestand')));

const mensen: Mens[] = [{ rol: 'publiek', lezer: publiek }];
const items: Item[] = [];

/** A programme with nothing but a region and its municipalities, public. */
async function maakRegio(tx: Transactie, regio: string): Promise<void> {
  const id = crypto.randomUUID();
  const gemeenten = [
    { code: HAARLEM, naam: 'Haarlem' },
    { code: VELSEN, naam: 'Velsen' },
  ];
  const inhoud = { id: regio, naam: regio, programma: 'Proef', gemeenten: regio === EIGEN ? gemeenten : [] };
  await sql`insert into programma.onderdeel (id, regio, soort, code, volgorde, versie, openbare_versie)
    values (${id}, ${regio}, 'regio', ${regio}, 0, 1, 1)`.execute(tx);
  await sql`insert into programma.onderdeel_versie (onderdeel_id, versie, inhoud, geldig_vanaf, vastgelegd, door)
    values (${id}, 1, ${JSON.stringify(inhoud)}::jsonb, '2026-01-01', ${nu.toString()}, 'proef')`.execute(tx);
}

beforeAll(async () => {
  for (const rol of ROLCODES) {
    const gemeente = rol === 'beleidsmedewerker' || rol === 'raadslid' ? HAARLEM : null;
    mensen.push({ rol, lezer: await maakMens(db, rol, EIGEN, gemeente) });
  }
  // Of every kind, in both regions, an item of the region, of the own and of another municipality: version 1 is
  // public, version 2 a draft.
  await metActor(db, { soort: 'stelsel', taak: 'proef' }, vandaag, async tx => {
    for (const regio of [EIGEN, ANDER]) {
      await maakRegio(tx, regio);
      for (const soort of SOORTCODES)
        for (const gemeente of [null, HAARLEM, VELSEN]) {
          const id = crypto.randomUUID();
          const code = `PROEF-${gemeente ?? 'regio'}`;
          await sql`insert into programma.onderdeel (id, regio, soort, code, gemeente, volgorde, versie, openbare_versie)
            values (${id}, ${regio}, ${soort}, ${code}, ${gemeente}, 900, 2, 1)`.execute(tx);
          for (const versie of [1, 2])
            await sql`insert into programma.onderdeel_versie (onderdeel_id, versie, inhoud, geldig_vanaf, vastgelegd, door)
              values (${id}, ${versie}, '{}', '2026-01-01', ${nu.toString()}, 'proef')`.execute(tx);
          items.push({ id, regio, soort, gemeente, code });
        }
    }
  });
  expect(items.length).toBe(2 * 22 * 3);
});

const doe = (m: Mens): Doen => ({ db, ...m.lezer, vandaag, nu });
const naam = (i: Item) => `${i.regio} ${i.soort} ${i.gemeente}`;
const verwacht = (m: Mens, mag: typeof magLezen) =>
  items
    .filter(i => mag(m.rol, i))
    .map(naam)
    .sort();

// @eis A3.10 A5.3
describe('de rechtenmatrix van het programma: elke rol, elke soort, elke handeling', () => {
  test('rijbeveiliging: wie leest het concept, wie leest het openbare', async () => {
    for (const m of mensen) {
      const gezien = await metActor(db, m.lezer.actor, vandaag, async tx => {
        const { rows } = await sql<{ id: string; versie: number }>`
          select onderdeel_id id, versie from programma.onderdeel_versie`.execute(tx);
        return new Set(rows.map(r => `${r.id} ${r.versie}`));
      });
      const concept = items.filter(i => gezien.has(`${i.id} 2`)).map(naam);
      expect([m.rol, concept.sort()]).toEqual([m.rol, verwacht(m, magLezen)]);
      expect([m.rol, items.every(i => gezien.has(`${i.id} 1`))]).toEqual([m.rol, true]);
    }
  });

  test('rijbeveiliging: wie wijzigt en wie maakt openbaar, ook zonder gebruiksgeval', async () => {
    class Terug extends Error {}
    for (const m of mensen) {
      let gewijzigd: string[] = [];
      await metActor(db, m.lezer.actor, vandaag, async tx => {
        const { rows } = await sql<{ id: string }>`
          update programma.onderdeel set openbare_versie = versie returning id`.execute(tx);
        gewijzigd = rows.map(r => r.id);
        throw new Terug();
      }).catch(e => {
        if (!(e instanceof Terug)) throw e;
      });
      const eigen = items.filter(i => gewijzigd.includes(i.id)).map(naam);
      expect([m.rol, eigen.sort()]).toEqual([m.rol, verwacht(m, magSchrijven)]);
    }
  });

  test('rijbeveiliging: wie voegt een versie of een onderdeel toe', async () => {
    for (const m of mensen) {
      const versies: string[] = [];
      const nieuwe: string[] = [];
      await metActor(db, m.lezer.actor, vandaag, async tx => {
        const probeer = async (lijst: string[], i: Item, werk: () => Promise<unknown>) => {
          await sql`savepoint s`.execute(tx);
          try {
            await werk();
            lijst.push(naam(i));
          } catch (e) {
            expect((e as Error).message).toMatch(/row-level security/);
          }
          await sql`rollback to savepoint s`.execute(tx);
        };
        for (const i of items) {
          await probeer(versies, i, () =>
            sql`insert into programma.onderdeel_versie (onderdeel_id, versie, inhoud, geldig_vanaf, vastgelegd, door)
              values (${i.id}, 3, '{}', '2026-01-01', now(), 'x')`.execute(tx),
          );
          await probeer(nieuwe, i, () =>
            sql`insert into programma.onderdeel (id, regio, soort, code, gemeente, volgorde, versie)
              values (${crypto.randomUUID()}, ${i.regio}, ${i.soort}, 'NIEUW', ${i.gemeente}, 1, 1)`.execute(
              tx,
            ),
          );
        }
      });
      expect([m.rol, versies.sort()]).toEqual([m.rol, verwacht(m, magSchrijven)]);
      expect([m.rol, nieuwe.sort()]).toEqual([m.rol, verwacht(m, magSchrijven)]);
    }
  });

  test('niemand verwijdert of herschrijft een versie, ook de projectleider niet', async () => {
    for (const m of mensen)
      for (const werk of [
        'delete from programma.onderdeel_versie',
        'delete from programma.onderdeel',
        "update programma.onderdeel_versie set inhoud = '{}'",
        "update programma.onderdeel set soort = 'actie'",
      ])
        await expect(metActor(db, m.lezer.actor, vandaag, tx => sql.raw(werk).execute(tx))).rejects.toThrow(
          /permission denied/,
        );
  });

  const ENIGE: Soortcode[] = ['regio', 'kader', 'begroting'];
  // An act with a version that does not exist: who may is told of the conflict, who may not finds nothing.
  const handelingen: Record<string, { mag: typeof magLezen; doe(d: Doen, i: Item): Promise<boolean> }> = {
    wijzig: {
      mag: magSchrijven,
      doe: async (d, i) => {
        const r = await bewaarOnderdeel(d, { ...i, versie: 999, inhoud: {}, reden: null });
        return !r.ok && r.weigering.code === 'conflict';
      },
    },
    publiceer: {
      mag: magSchrijven,
      doe: async (d, i) => (await publiceer(d, i.regio, [{ ...i, versie: 999 }])).ok,
    },
    vervalt: {
      mag: (rol, i) => magSchrijven(rol, i) && !ENIGE.includes(i.soort),
      doe: async (d, i) => {
        const r = await verwijderOnderdeel(d, { ...i, versie: 999, reden: 'proef' });
        return !r.ok && r.weigering.code === 'conflict';
      },
    },
    terug: {
      mag: (rol, i) => magSchrijven(rol, i) && !ENIGE.includes(i.soort),
      doe: async (d, i) => {
        const r = await zetTerug(d, { ...i, versie: 999, reden: null });
        return !r.ok && r.weigering.code === 'conflict';
      },
    },
  };
  test.each(Object.keys(handelingen))('gebruiksgeval: wie mag %s', async act => {
    const h = handelingen[act];
    if (!h) throw new Error(act);
    for (const m of mensen) {
      const uit = await Promise.all(items.map(i => h.doe(doe(m), i)));
      const mocht = items.filter((_, n) => uit[n]).map(naam);
      expect([m.rol, mocht.sort()]).toEqual([m.rol, verwacht(m, h.mag)]);
    }
  });

  test('gebruiksgeval: wie mag toevoegen, naar de gemeente die in het onderdeel staat', async () => {
    const metGemeente: Soortcode[] = [
      'actie',
      'document',
      'gemeentestand',
      'raadsopmerking',
      'rapportageplicht',
    ];
    const namen: Record<string, string | null> = { [HAARLEM]: 'Haarlem', [VELSEN]: 'Velsen' };
    for (const m of mensen)
      for (const i of items) {
        const inhoud = {
          gemeente: i.gemeente ? (namen[i.gemeente] ?? null) : null,
          code: 'verkeerd'.repeat(60),
          titel: 'x'.repeat(400),
          naam: 'x'.repeat(400),
          tekst: 'x'.repeat(6000),
        };
        // Where a kind knows no municipality, or the region does not have it, the item is of the region.
        const echt = metGemeente.includes(i.soort) && i.regio === EIGEN ? i.gemeente : null;
        const r = await voegOnderdeelToe(doe(m), { regio: i.regio, soort: i.soort, inhoud, reden: null });
        const mag = magSchrijven(m.rol, { ...i, gemeente: echt }) && !ENIGE.includes(i.soort);
        const geweigerd = !r.ok && r.weigering.code === 'niet_gevonden';
        expect([m.rol, naam(i), !geweigerd]).toEqual([m.rol, naam(i), mag]);
      }
  });
});
