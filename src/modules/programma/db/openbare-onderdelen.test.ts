import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, metActor, metClient, PUBLIEK } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { titel } from '../domain/programma.ts';
import { type Lezer, leesProgrammas, maakMens } from '../testing/proefapp.ts';
import { bewaarOnderdeel, publiceerOnderdeel } from '../usecases/bewaar.ts';
import { listOpenbareOnderdelen } from './openbare-onderdelen.ts';
import { listOnderdelen } from './repository.ts';

const proef = await maakProef();
const db = proef.app.db;
const vandaag = Temporal.PlainDate.from('2026-11-22');
const nu = Temporal.Instant.from('2026-11-22T09:00:00Z');
const REGIO = 'kennemerland';
let leider: Lezer;

const lees = (actor: Actor = PUBLIEK) =>
  metActor(db, actor, vandaag, tx => listOpenbareOnderdelen(tx, REGIO));
const rechtstreeks = (actor: Actor = PUBLIEK) =>
  metActor(db, actor, vandaag, tx => listOnderdelen(tx, REGIO, 'openbaar'));

beforeAll(async () => {
  await leesProgrammas(db, [], [REGIO]);
  leider = await maakMens(db, 'projectleider', REGIO);
});

async function wijzig(naam: string): Promise<{ code: string; versie: number }> {
  const d = { db, ...leider, vandaag, nu };
  const [actie] = (await metActor(db, leider.actor, vandaag, tx => listOnderdelen(tx, REGIO, 'werk'))).filter(
    o => o.soort === 'actie',
  );
  if (!actie) throw new Error('Geen actie.');
  const uit = await bewaarOnderdeel(d, {
    regio: REGIO,
    soort: 'actie',
    code: actie.code,
    versie: actie.versie,
    inhoud: { ...actie.inhoud, titel: naam },
    reden: null,
  });
  if (!uit.ok) throw new Error(JSON.stringify(uit.weigering));
  return { code: actie.code, versie: uit.waarde.versie };
}

describe('wat van een gepubliceerd programma wordt onthouden', () => {
  test('is gelijk aan wat de database geeft, de eerste en elke volgende keer', async () => {
    const uit = await rechtstreeks();
    expect(await lees()).toEqual(uit);
    expect(await lees()).toEqual(uit);
    expect(await lees(leider.actor)).toEqual(await rechtstreeks(leider.actor));
  });

  test('een concept verandert niets, een publicatie meteen alles', async () => {
    await lees();
    const { code, versie } = await wijzig('Nieuwe titel van de proef');
    const titels = async () => (await lees()).map(titel);
    expect(await titels()).not.toContain('Nieuwe titel van de proef');
    const d = { db, ...leider, vandaag, nu };
    const uit = await publiceerOnderdeel(d, { regio: REGIO, soort: 'actie', code, versie });
    expect(uit.ok).toBe(true);
    expect(await titels()).toContain('Nieuwe titel van de proef');
    expect(await lees()).toEqual(await rechtstreeks());
  });

  test('ook wat buiten deze toepassing om verandert, wordt meteen gezien', async () => {
    const [eerste] = await lees();
    await metClient(proef.beheer, c =>
      c.query('update programma.onderdeel set openbare_versie = null where id = $1', [eerste?.id]),
    );
    expect((await lees()).map(o => o.id)).not.toContain(eerste?.id);
    await metClient(proef.beheer, c =>
      c.query('update programma.onderdeel set openbare_versie = 1 where id = $1', [eerste?.id]),
    );
    expect(await lees()).toEqual(await rechtstreeks());
  });

  // @eis A3.10
  test('wat tijdens het lezen wordt teruggenomen en weer gepubliceerd, blijft niet half staan', async () => {
    const [eerste] = await lees();
    const zet = (versie: number | null) =>
      metClient(proef.beheer, c =>
        c.query('update programma.onderdeel set openbare_versie = $2 where id = $1', [eerste?.id, versie]),
      );
    // Nothing of this state is kept yet.
    await wijzig('Weer een andere titel');
    let gedaan = false;
    await metActor(db, PUBLIEK, vandaag, tx =>
      listOpenbareOnderdelen(
        tx.withPlugin({
          transformQuery: x => x.node,
          transformResult: async x => {
            if (!gedaan) await zet(null);
            gedaan = true;
            return x.result;
          },
        }),
        REGIO,
      ),
    );
    await zet(1);
    expect((await lees()).map(o => o.id)).toContain(eerste?.id);
    expect(await lees()).toEqual(await rechtstreeks());
  });

  test('zonder lezer komt er niets, ook als een ander het net las; een onbekende krijgt wat openbaar is', async () => {
    await lees();
    const niemand = { soort: 'persoon', id: '00000000-0000-4000-8000-000000000000' } as const;
    const leeg = await db.transaction().execute(tx => listOpenbareOnderdelen(tx, REGIO));
    expect(leeg).toEqual([]);
    expect(await lees(niemand)).toEqual(await rechtstreeks(niemand));
  });

  test('een pagina kan het gedeelde niet veranderen', async () => {
    const [eerste] = await lees();
    expect(() => {
      (eerste as { inhoud: Record<string, unknown> }).inhoud['titel'] = 'vervalst';
    }).toThrow(TypeError);
  });
});
