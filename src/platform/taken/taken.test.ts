import { randomUUID } from 'node:crypto';
import { TestClock } from 'pg-boss';
import { afterEach, describe, expect, test } from 'vitest';
import { maakPool, metClient } from '#platform/db/index.ts';
import { maakLog } from '#platform/log/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import { maakTaken, onderSlot, type Taaklading, type Taken } from './index.ts';

const p = await maakProef();
// The queue remembers when it last looked at the rhythms: a test with a clock of its own gets a database of its own.
const verzet = await maakProef();
const log = maakLog('silent');
const open: Taken[] = [];
const nieuw = (klok?: TestClock) => {
  const verbinding = (klok ? verzet : p).verbinding('taken');
  const t = maakTaken({ verbinding, log, poll: 0.5, ...(klok ? { klok } : {}) });
  open.push(t);
  return t;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map(t => t.stop()));
});

async function wachtTot(klaar: () => boolean | Promise<boolean>, ms = 20_000): Promise<void> {
  const eind = performance.now() + ms;
  while (!(await klaar())) {
    if (performance.now() > eind) throw new Error('duurt te lang');
    await new Promise(r => setTimeout(r, 50));
  }
}

// @eis A2.7
describe('achtergrondwerk', () => {
  test('werk wordt gedaan met precies wat is meegegeven', async () => {
    const t = nieuw();
    const gezien: Taaklading[] = [];
    t.registreer('proefwerk', async lading => void gezien.push(lading));
    await t.start();
    const lading = { dossier: randomUUID(), jaar: 2026, soort: 'herinnering' };
    await t.stuur('proefwerk', lading);
    await wachtTot(() => gezien.length > 0);
    expect(gezien).toEqual([lading]);
  });

  test('werk dat mislukt wordt herhaald tot het lukt', async () => {
    const t = nieuw();
    let pogingen = 0;
    t.registreer(
      'haperend',
      async () => {
        if (++pogingen < 3) throw new Error('nog niet');
      },
      { wachtSeconden: 1, langsteWacht: 1 },
    );
    await t.start();
    await t.stuur('haperend');
    await wachtTot(() => pogingen === 3);
  });

  test('werk dat blijft mislukken staat bij de mislukkingen, met een code en zonder de tekst van de fout', async () => {
    const t = nieuw();
    t.registreer(
      'hopeloos',
      async () => {
        throw Object.assign(new Error('geheim: jan@voorbeeld.invalid'), { code: 'E_KAPOT' });
      },
      { herhalingen: 0 },
    );
    await t.start();
    const id = await t.stuur('hopeloos');
    const rij = () =>
      metClient(p.beheer, async c => {
        const r = await c.query(
          'select state, row_to_json(j)::text as alles from taken.job j where id = $1',
          [id],
        );
        return r.rows[0] as { state: string; alles: string };
      });
    await wachtTot(async () => (await rij()).state === 'failed');
    const { alles } = await rij();
    expect(alles).toContain('e_kapot');
    expect(alles).not.toContain('geheim');
    expect(alles).not.toContain('voorbeeld.invalid');
    expect(await t.stand()).toContainEqual({ naam: 'hopeloos', wachtend: 0, actief: 0, mislukt: 1 });
  });

  test.each<unknown>([
    { tekst: 'Een zin met een naam erin' },
    { mail: 'jan@voorbeeld.invalid' },
    { genest: { id: 1 } },
    { lijst: [1] },
    { ja: true },
    { 'Jan Jansen': 1 },
    { groot: 'x'.repeat(41) },
    'tekst',
  ])('een lading die meer dan kenmerken draagt wordt geweigerd: %j', async lading => {
    const t = nieuw();
    t.registreer('proefwerk', async () => {});
    await expect(t.stuur('proefwerk', lading as Taaklading)).rejects.toThrow(/alleen kenmerken/);
    await expect(t.stuur('proefwerk', lading as Taaklading)).rejects.not.toThrow(/jan|Jan|naam erin/);
  });

  test('gepland werk draait eenmaal per keer, ook met twee processen, op Nederlandse kloktijd', async () => {
    // On 29 March 2026 the Netherlands goes to summer time: 09:00 is 08:00 UTC before and 07:00 UTC after.
    const klok = new TestClock('2026-03-28T07:58:30Z');
    const gelopen: string[] = [];
    for (const wie of ['een', 'twee']) {
      const t = nieuw(klok);
      t.registreer('ochtend', async () => void gelopen.push(`${wie} ${new Date(klok.now()).toISOString()}`));
      t.plan('ochtend', '0 9 * * *');
      await t.start();
    }
    const loop = async (seconden: number) => {
      for (let i = 0; i < seconden; i += 10) await klok.tick(10_000);
    };
    await loop(60);
    expect(gelopen).toEqual([]);
    await loop(120);
    expect(gelopen).toHaveLength(1);
    expect(gelopen[0]).toMatch(/2026-03-28T08:0[01]/);
    await klok.setTime('2026-03-29T06:58:30Z');
    await loop(180);
    expect(gelopen).toHaveLength(2);
    expect(gelopen[1]).toMatch(/2026-03-29T07:0[01]/);
    await Promise.all(open.splice(0).map(t => t.stop()));
  });

  test('een ritme dat niet meer bestaat wordt opgeruimd', async () => {
    const t = nieuw();
    t.registreer('ochtend', async () => {});
    await t.start();
    const r = await metClient(p.beheer, c => c.query('select name from taken.schedule'));
    expect(r.rows).toEqual([]);
  });

  test('werk dat bij de start hoort wordt bij elke start één keer gevraagd', async () => {
    let keren = 0;
    for (const start of [1, 2]) {
      const t = nieuw();
      t.registreer('hervatproef', async () => void keren++, { bijStart: true });
      await t.start();
      await wachtTot(() => keren === start);
      await t.stop();
    }
    expect(keren).toBe(2);
  });

  test('onbekend werk en een dubbele naam worden geweigerd', async () => {
    const t = nieuw();
    t.registreer('proefwerk', async () => {});
    expect(() => t.registreer('proefwerk', async () => {})).toThrow(/bezet/);
    expect(() => t.plan('niets', '* * * * *')).toThrow(/Onbekende taak/);
    await expect(t.stuur('niets')).rejects.toThrow(/Onbekende taak/);
  });
});

// @eis A2.2 A2.7
test('de applicatierol komt niet bij het achtergrondwerk en de takenrol niet bij de rest', async () => {
  const t = nieuw();
  await t.start();
  await expect(p.app.pool.query('select * from taken.job')).rejects.toThrow(/permission denied/);
  await expect(p.taken.pool.query('select * from mail.bericht')).rejects.toThrow(/permission denied/);
});

// @eis A2.7
describe('slot', () => {
  test('van twee processen doet er een het werk', async () => {
    const ander = maakPool(p.verbinding('app'), 2);
    let bezig = 0;
    let meest = 0;
    const werk = async () => {
      meest = Math.max(meest, ++bezig);
      await new Promise(r => setTimeout(r, 200));
      bezig--;
      return 'klaar';
    };
    const uit = await Promise.all([onderSlot(p.app, 'zegel', werk), onderSlot(ander, 'zegel', werk)]);
    expect(uit.filter(u => u.gekregen)).toEqual([{ gekregen: true, waarde: 'klaar' }]);
    expect(meest).toBe(1);
    expect(await onderSlot(ander, 'zegel', async () => 'later')).toEqual({ gekregen: true, waarde: 'later' });
    await ander.sluit();
  });

  test('een fout in het werk geeft het slot vrij', async () => {
    await expect(onderSlot(p.app, 'fout', async () => Promise.reject(new Error('stuk')))).rejects.toThrow(
      'stuk',
    );
    expect((await onderSlot(p.app, 'fout', async () => 1)).gekregen).toBe(true);
  });

  test('wie zijn verbinding verliest hoort dat en een ander kan het slot krijgen', async () => {
    const een = maakPool(p.verbinding('app'), 1, { application_name: 'slotproef' });
    let afgebroken = false;
    await onderSlot(een, 'weg', async signaal => {
      await metClient(p.beheer, c =>
        c.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'slotproef'",
        ),
      );
      await wachtTot(() => signaal.aborted);
      afgebroken = signaal.aborted;
      expect((await onderSlot(p.app, 'weg', async () => 1)).gekregen).toBe(true);
    });
    expect(afgebroken).toBe(true);
    await een.sluit();
  });
});
