import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Actor, metActor, metClient, type Transactie } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import type { Verwerking } from '../domain/verwerking.ts';
import { maakLogboekproef, PROEFDAG } from '../testing/logboekproef.ts';
import { legVerwerkingVast, legWeigeringVast, listVerwerkingen, telGebruik } from './verwerking.ts';

const p = await maakProef();
const w = maakLogboekproef(p.beheer);
const vt = await w.organisatie();
const als = <T>(wie: Actor, werk: (tx: Transactie) => Promise<T>) => metActor(p.app.db, wie, PROEFDAG, werk);
const inzien = (d: { id: string; betrokkenen: string[] }, meer: Partial<Verwerking> = {}): Verwerking => ({
  handeling: 'inzien',
  soort: 'casus',
  object: d.id,
  dossier: d.id,
  betrokkenen: d.betrokkenen,
  activiteit: 'casusvoering',
  ...meer,
});
const BEGIN = Temporal.Instant.from('2000-01-01T00:00:00Z');
const EIND = Temporal.Instant.from('2100-01-01T00:00:00Z');
const vraag = (soort: 'dossier' | 'betrokkene' | 'gebruiker', kenmerk: string) => ({
  soort,
  kenmerk,
  van: BEGIN,
  tot: EIND,
});

// @eis C3.1
describe('wat een verwerking vastlegt', () => {
  test('één regel voor de handeling en één per betrokkene, met alle velden van NEN 7513', async () => {
    const wie = await w.mens(vt, 'professional');
    const d = await w.dossier(vt, 2);
    const relatie = await w.relatie(wie, vt, d.id, 'behandeling');
    await als(wie, tx => legVerwerkingVast(tx, inzien(d)));
    const [act, ...mensen] = await w.regels(wie);
    expect(act).toMatchObject({ handeling: 'inzien', soort: 'casus', object: d.id, uitkomst: 'toegestaan' });
    const gedeeld = {
      activiteit: 'casusvoering',
      dossier: d.id,
      houder: vt,
      organisatie: vt,
      rol: 'professional',
      regel: 'relatie',
      doel: 'behandeling',
      grond: 'wmo_4_1_1',
      relatie,
      nood: false,
      punt: 'toepassing',
      duur: expect.any(Number),
    };
    expect(act?.details).toEqual({ ...gedeeld, mensen: 2 });
    expect(mensen.map(m => [m.soort, m.object])).toEqual(
      d.betrokkenen.toSorted().map(b => ['betrokkene', b]),
    );
    for (const m of mensen)
      expect(m.details).toEqual({ ...gedeeld, bij: act?.id, deel: 'casus', record: d.id });
  });

  test('van meer relaties telt die van het gelezen onderdeel, en anders de sterkste', async () => {
    const wie = await w.mens(vt, 'professional');
    const d = await w.dossier(vt, 0);
    for (const doel of ['overleg', 'melder', 'regie'])
      await w.relatie(wie, vt, d.id, doel, doel === 'overleg' ? '2027-01-01' : null);
    await als(wie, tx => legVerwerkingVast(tx, inzien(d), inzien(d, { soort: 'melder' })));
    expect((await w.regels(wie)).map(r => r.details['doel'])).toEqual(['regie', 'melder']);
  });

  test('noodtoegang staat als noodtoegang in het logboek, niemand hoeft dat te zeggen', async () => {
    const wie = await w.mens(vt, 'professional');
    const d = await w.dossier(vt, 1);
    const nood = await w.noodtoegang(wie, vt, d.id);
    await als(wie, tx => legVerwerkingVast(tx, inzien(d)));
    for (const r of await w.regels(wie)) {
      expect(r.details).toMatchObject({
        nood: true,
        regel: 'noodtoegang',
        grond: 'noodtoegang',
        relatie: nood,
      });
    }
  });

  test('wie ook een gewone relatie heeft, handelt op die relatie en niet op noodtoegang', async () => {
    const wie = await w.mens(vt, 'professional');
    const d = await w.dossier(vt, 0);
    await w.noodtoegang(wie, vt, d.id);
    await w.relatie(wie, vt, d.id, 'overleg', '2027-01-01');
    await als(wie, tx => legVerwerkingVast(tx, inzien(d)));
    expect((await w.regels(wie))[0]?.details).toMatchObject({
      regel: 'relatie',
      doel: 'overleg',
      nood: false,
    });
  });

  test.each([
    ['een gesloten relatie', { tot: '2026-03-02' }],
    ['een relatie die een blokkade ongeldig maakt', { blokkade: true }],
    ['geen relatie', { zonder: true }],
  ])('%s is geen grond', async (_, geval: { tot?: string; blokkade?: boolean; zonder?: boolean }) => {
    const wie = await w.mens(vt, 'professional');
    const d = await w.dossier(vt, 1);
    if (!geval.zonder) await w.relatie(wie, vt, d.id, 'regie', geval.tot ?? null);
    if (geval.blokkade) await w.blokkade(wie, vt, { betrokkene: d.betrokkenen[0] ?? '' });
    await als(wie, tx => legVerwerkingVast(tx, inzien(d)));
    for (const r of await w.regels(wie)) {
      expect(r.details).toMatchObject({ regel: 'rol', rol: 'professional', organisatie: vt, nood: false });
      expect(r.details['relatie']).toBeUndefined();
    }
  });

  test('bij een lijst over meer dossiers krijgt elke betrokkene zijn eigen dossier', async () => {
    const wie = await w.mens(vt, 'professional');
    const ander = await w.organisatie('gemeente');
    const eigen = [await w.dossier(vt, 1), await w.dossier(vt, 1)];
    const vreemd = await w.dossier(ander, 1);
    for (const d of eigen) await w.relatie(wie, vt, d.id, 'behandeling');
    const betrokkenen = [...eigen, vreemd].flatMap(d => d.betrokkenen);
    await als(wie, tx =>
      legVerwerkingVast(tx, inzien(vreemd, { handeling: 'lijst', object: null, dossier: null, betrokkenen })),
    );
    const rijen = await w.regels(wie);
    const vind = (b: string | undefined) => rijen.find(r => r.object === b)?.details;
    for (const d of eigen) {
      expect(vind(d.betrokkenen[0])).toMatchObject({ dossier: d.id, houder: vt, regel: 'relatie' });
    }
    expect(vind(vreemd.betrokkenen[0])).toMatchObject({ houder: ander, regel: 'rol' });
    expect(vind(vreemd.betrokkenen[0])?.['dossier']).toBeUndefined();
  });

  test('een pagina met dertig mensen kost één opdracht aan de database', async () => {
    const wie = await w.mens(vt, 'professional');
    const d = await w.dossier(vt, 30);
    await w.relatie(wie, vt, d.id, 'behandeling');
    await als(wie, tx => legVerwerkingVast(tx, inzien(d)));
    const r = await metClient(p.beheer, c =>
      c.query(
        'select count(*)::int n, count(distinct xid)::int x, count(distinct object)::int o from audit.logregel where actor = $1',
        [`persoon:${wie.id}`],
      ),
    );
    expect(r.rows[0]).toEqual({ n: 31, x: 1, o: 31 });
  });

  test('een weigering blijft staan, ook van wat niet bestaat of niet eens een kenmerk is', async () => {
    const wie = await w.mens(vt, 'professional');
    const d = await w.dossier(vt, 0);
    const vreemd = { handeling: 'inzien', soort: 'casus', activiteit: 'casusvoering' } as const;
    const verzonnen = randomUUID();
    await legWeigeringVast(
      p.app.db,
      wie,
      PROEFDAG,
      { ...vreemd, object: d.id, dossier: d.id },
      { ...vreemd, object: verzonnen, dossier: verzonnen },
      { ...vreemd, object: '../../etc/passwd', dossier: "x'; drop" },
    );
    expect(
      (await w.regels(wie)).map(r => [r.uitkomst, r.object, r.details['regel'], r.details['houder']]),
    ).toEqual([
      ['geweigerd', d.id, 'geen', vt],
      ['geweigerd', verzonnen, 'geen', undefined],
      ['geweigerd', null, 'geen', undefined],
    ]);
  });

  test('zonder actor wordt niets vastgelegd', async () => {
    const d = await w.dossier(vt, 0);
    await expect(p.app.db.transaction().execute(tx => legVerwerkingVast(tx, inzien(d)))).rejects.toThrow();
  });
});

// @eis C3.3 C3.4
describe('wie het logboek leest', () => {
  test('de privacyfunctionaris van de organisatie die het dossier houdt, en niemand anders', async () => {
    const wie = await w.mens(vt, 'professional');
    const d = await w.dossier(vt, 1);
    await w.relatie(wie, vt, d.id, 'behandeling');
    await als(wie, tx => legVerwerkingVast(tx, inzien(d)));
    const elders = await w.organisatie('gemeente');
    const lees = async (lezer: Actor) => {
      const b = d.betrokkenen[0] ?? '';
      const rijen = await als(lezer, async tx => [
        await listVerwerkingen(tx, vraag('dossier', d.id)),
        await listVerwerkingen(tx, vraag('betrokkene', b)),
        await listVerwerkingen(tx, vraag('gebruiker', wie.id)),
      ]);
      return rijen.map(r => r.length);
    };
    expect(await lees(await w.mens(vt, 'privacyfunctionaris'))).toEqual([2, 1, 2]);
    expect(await lees({ soort: 'stelsel', taak: 'logboek' })).toEqual([2, 1, 2]);
    for (const rol of [
      'professional',
      'teamleider',
      'intaker',
      'technisch_beheerder',
      'accountbeheerder',
    ] as const)
      expect(await lees(await w.mens(vt, rol)), rol).toEqual([0, 0, 0]);
    expect(await lees(wie)).toEqual([0, 0, 0]);
    expect(await lees(await w.mens(elders, 'privacyfunctionaris'))).toEqual([0, 0, 0]);
    expect(await lees({ soort: 'publiek' })).toEqual([0, 0, 0]);
    for (const op of [{ dossier: d.id }, { betrokkene: d.betrokkenen[0] ?? '' }]) {
      const geweerd = await w.mens(vt, 'privacyfunctionaris');
      await w.blokkade(geweerd, vt, op);
      expect(await lees(geweerd), JSON.stringify(op)).toEqual([0, 0, 0]);
    }
  });

  test('bladeren van nieuw naar oud geeft elke regel één keer', async () => {
    const wie = await w.mens(vt, 'professional');
    const d = await w.dossier(vt, 1);
    await w.relatie(wie, vt, d.id, 'behandeling');
    for (let i = 0; i < 3; i++) await als(wie, tx => legVerwerkingVast(tx, inzien(d), inzien(d)));
    const gezien: string[] = [];
    await als({ soort: 'stelsel', taak: 'logboek' }, async tx => {
      let voor: { tijdstip: string; volgorde: number } | undefined;
      for (;;) {
        const deel = await listVerwerkingen(tx, { ...vraag('dossier', d.id), voor, hoogstens: 5 });
        gezien.push(...deel.map(r => r.id));
        voor = deel.at(-1);
        if (deel.length < 5) return;
      }
    });
    expect([gezien.length, new Set(gezien).size]).toEqual([12, 12]);
  });

  test('tellingen per dag geeft de database alleen aan het stelsel', async () => {
    const wie = await w.mens(vt, 'professional');
    const dossiers = [await w.dossier(vt, 2), await w.dossier(vt, 1)];
    for (const d of dossiers) await w.noodtoegang(wie, vt, d.id);
    for (const d of [...dossiers, ...dossiers]) await als(wie, tx => legVerwerkingVast(tx, inzien(d)));
    const weg = randomUUID();
    for (const object of [weg, weg, randomUUID()])
      await legWeigeringVast(p.app.db, wie, PROEFDAG, { ...inzien({ id: object, betrokkenen: [] }) });
    const r = await telGebruik(p.app.db, PROEFDAG, { van: BEGIN, tot: EIND }, { van: 22, tot: 6 });
    expect(r.filter(x => x.persoon === wie.id)).toEqual([
      expect.objectContaining({
        organisatie: vt,
        mensen: 3,
        dossiers: 2,
        geweigerd: 2,
        zoeken: 0,
        uitgevoerd: 0,
      }),
    ]);
    expect(r.find(x => x.persoon === wie.id)?.nood.toSorted()).toEqual(dossiers.map(d => d.id).toSorted());
  });
});

// @eis C3.1
describe('alleen codes in het logboek', () => {
  /** The rule key by key, as the first migration of the log wrote it. */
  const OUD = `create function pg_temp.oud(d jsonb) returns boolean language sql as $$
    select jsonb_typeof(d) = 'object' and coalesce(bool_and(
      key ~ '^[a-z][a-z0-9_]{0,40}$' and case jsonb_typeof(value)
        when 'string' then value #>> '{}' ~ '^[a-z0-9_.:-]{1,64}$'
        when 'number' then true when 'boolean' then true when 'null' then true else false end), true)
    from jsonb_each(case when jsonb_typeof(d) = 'object' then d else '{}' end) $$`;

  test('de snelle toets oordeelt over 3000 gemaakte gevallen als de toets per sleutel', async () => {
    const woord = fc.oneof(
      fc.stringMatching(/^[a-z0-9_.:-]{1,66}$/),
      fc.string({ maxLength: 6, unit: 'binary' }).filter(t => !t.includes('\0')),
      fc.constantFrom('', 'a"b', 'a\\', ', "b": "c', '"}', 'A', 'é', 'a'.repeat(64), 'a'.repeat(65)),
    );
    const sleutel = fc.oneof(fc.stringMatching(/^[a-z][a-z0-9_]{0,42}$/), woord);
    const waarde = fc.oneof(
      woord,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(true, false, null, [], {}, ['a'], { a: 'b' }),
    );
    const geval = fc.oneof(
      fc.dictionary(sleutel, waarde, { maxKeys: 4 }),
      fc.constantFrom([], 'a', 1, null, true),
    );
    const gevallen = fc.sample(geval, { numRuns: 3000, seed: 20_260_302 });
    await metClient(p.beheer, async c => {
      await c.query(OUD);
      const r = await c.query<{ oud: boolean; nieuw: boolean; d: unknown }>(
        'select pg_temp.oud(d) oud, audit.alleen_codes(d) nieuw, d from jsonb_array_elements($1::jsonb) d',
        [JSON.stringify(gevallen)],
      );
      expect(r.rows.filter(x => x.oud !== x.nieuw)).toEqual([]);
      expect(r.rows.filter(x => x.nieuw).length).toBeGreaterThan(300);
      expect(r.rows.filter(x => !x.nieuw).length).toBeGreaterThan(300);
    });
  });
});
