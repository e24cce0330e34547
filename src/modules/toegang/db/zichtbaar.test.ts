import { describe, expect, test } from 'vitest';
import { type Actor, metActor, metClient, PUBLIEK, sql } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { alsLogvorm } from '../domain/verwerking.ts';
import { maakLogboekproef, PROEFDAG } from '../testing/logboekproef.ts';
import { insertVerwerkingen } from './verwerkingen.ts';

const p = await maakProef();
const w = maakLogboekproef(p.beheer);
const vt = await w.organisatie();
const elders = await w.organisatie();
const wie = await w.mens(vt, 'professional');

interface Geval {
  naam: string;
  /** What stands in the tables about this one file. */
  leg: (dossier: { id: string; betrokkenen: string[] }) => Promise<unknown>;
  ziet: boolean;
  /** May it be found? Always where it is seen. */
  vindt: boolean;
}
const relatie =
  (doel: string, tot: string | null = null) =>
  (d: { id: string }) =>
    w.relatie(wie, vt, d.id, doel, tot);

const GEVALLEN: readonly Geval[] = [
  { naam: 'behandeling', leg: relatie('behandeling'), ziet: true, vindt: true },
  { naam: 'regie', leg: relatie('regie'), ziet: true, vindt: true },
  { naam: 'overleg', leg: relatie('overleg', '2026-04-01'), ziet: true, vindt: true },
  { naam: 'relatie die morgen eindigt', leg: relatie('regie', '2026-03-03'), ziet: true, vindt: true },
  { naam: 'relatie die vandaag eindigt', leg: relatie('regie', '2026-03-02'), ziet: false, vindt: false },
  { naam: 'alleen de melder', leg: relatie('melder'), ziet: false, vindt: true },
  {
    naam: 'relatie namens een organisatie waar hij niet werkt',
    leg: d => w.relatie(wie, elders, d.id, 'regie'),
    ziet: false,
    vindt: true,
  },
  { naam: 'noodtoegang', leg: d => w.noodtoegang(wie, vt, d.id), ziet: true, vindt: true },
  {
    naam: 'geweerd van het dossier',
    leg: async d => {
      await w.relatie(wie, vt, d.id, 'regie');
      await w.blokkade(wie, vt, { dossier: d.id });
    },
    ziet: false,
    vindt: true,
  },
  {
    naam: 'geweerd van een mens erin, met noodtoegang',
    leg: async d => {
      await w.noodtoegang(wie, vt, d.id);
      await w.blokkade(wie, vt, { betrokkene: d.betrokkenen[1] ?? '' });
    },
    ziet: false,
    vindt: true,
  },
  { naam: 'niets', leg: async () => {}, ziet: false, vindt: false },
];
const gelegd = await Promise.all(
  GEVALLEN.map(async g => {
    const d = await w.dossier(vt, 2);
    await g.leg(d);
    return { ...g, dossier: d };
  }),
);
const verwacht = (welke: 'ziet' | 'vindt') => gelegd.filter(g => g[welke]).map(g => g.dossier);

const ids = (actor: Actor, opdracht: string) =>
  metActor(p.app.db, actor, PROEFDAG, async tx => {
    const { rows } = await sql<{
      id: string;
    }>`select distinct id::text from ${sql.raw(opdracht)} order by 1`.execute(tx);
    return rows.map(r => r.id);
  });

// @eis C2.1 C2.2 C2.4
describe('welke dossiers en mensen iemand ziet en kan vinden', () => {
  test.each([
    ['toegang.zichtbaar_dossier', 'ziet', false],
    ['unnest(toegang.dossiers()) id', 'ziet', false],
    ['toegang.zichtbare_betrokkene', 'ziet', true],
    ['unnest(toegang.betrokkenen()) id', 'ziet', true],
    ['toegang.mogelijk_dossier', 'vindt', false],
    ['toegang.mogelijke_betrokkene', 'vindt', true],
  ] as const)('%s', async (bron, welke, mensen) => {
    const goed = verwacht(welke).flatMap(d => (mensen ? d.betrokkenen : [d.id]));
    expect(await ids(wie, bron)).toEqual(goed.toSorted());
    for (const ander of [PUBLIEK, await w.mens(vt, 'professional')])
      expect(await ids(ander, bron)).toEqual([]);
  });

  test('waarvan iemand is geweerd, kan de toepassing niet vragen', async () => {
    await expect(ids(wie, 'toegang.geweerd_dossier')).rejects.toMatchObject({ code: '42501' });
  });

  test('wie alleen vraagt of hij de mens ziet, vraagt dat in zijn eigen plan', async () => {
    const { rows } = await metClient(p.beheer, c =>
      c.query(`select schemaname || '.' || tablename tabel from pg_policies where policyname = 'lezen'
        and qual ~ '^\\(\\w+ = ANY \\(\\( SELECT toegang\\.betrokkenen\\(\\)[^()]*\\)::uuid\\[\\]\\)\\)$'`),
    );
    expect(rows).toEqual([]);
  });
});

// @eis C3.1 C5.5
test('een handeling vastleggen leest niet alle mensen en dossiers van de regio', async () => {
  const [d] = verwacht('ziet');
  const act = alsLogvorm({
    handeling: 'inzien',
    soort: 'casus',
    object: d?.id ?? '',
    dossier: d?.id ?? '',
    betrokkenen: d?.betrokkenen ?? [],
    activiteit: 'casusvoering',
  });
  const gelezen = await metActor(p.app.db, wie, PROEFDAG, async tx => {
    await insertVerwerkingen(tx, [act]);
    const { rows } = await sql<{ tabel: string; hele: number; index: number }>`
      select relname tabel, seq_scan::int hele, idx_scan::int index from pg_stat_xact_user_tables
      where schemaname = 'toegang' and relname in ('dossier', 'betrokkene') order by 1`.execute(tx);
    return rows;
  });
  // How often the index is asked is the planner's own affair; that it is asked shows that the count counts.
  const index = expect.any(Number);
  expect(gelezen).toEqual([
    { tabel: 'betrokkene', hele: 0, index },
    { tabel: 'dossier', hele: 0, index },
  ]);
  expect(gelezen.every(t => t.index > 0)).toBe(true);
});
