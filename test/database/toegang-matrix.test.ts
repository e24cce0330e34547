import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RawBuilder, sql, type Transactie } from '#platform/db/index.ts';
import { OPENINGEN } from '../../src/modules/toegang/domain/dossierdelen.ts';
import { DEELCODES, DOELEN, type Dossierdeel } from '../../src/modules/toegang/index.ts';
import { type Org, oordeelOver, type Scene, type Vast } from './testing/toegang-predicaat.ts';
import { alsProef, bouwToneel, lukt, scenes, zetScene } from './testing/toegang-scene.ts';
import { dag, maakWereld } from './testing/toegang-wereld.ts';

const w = await maakWereld();
const t = await bouwToneel(w);
const RONDES = Number(
  process.env['LA_MATRIX_RONDES'] ?? (process.env['LA_TEST_VOLLEDIG'] === '1' ? 400 : 60),
);
const KENMERK: Record<string, string> = { 'casus.melder': 'casus_id' };

async function ziet(tx: Transactie, tabel: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select ${sql.ref(KENMERK[tabel] ?? 'id')} as id from ${sql.table(tabel)}`.execute(tx);
  return rows.map(r => r.id).sort();
}

const notitie = (lezer: string, dossier: string, org: Org): RawBuilder<unknown> =>
  sql`insert into casus.notitie (id, casus_id, organisatie_id, soort, over_dag, inhoud, door)
    values (gen_random_uuid(), ${dossier}, ${t.orgId[org]}, 'contact', '2026-01-01', 'x'::bytea, ${lezer})`;
const politie = (lezer: string, dossier: string) =>
  sql`insert into casus.politiegegeven (id, casus_id, grond, over_dag, inhoud, door)
    values (gen_random_uuid(), ${dossier}, 'x', '2026-01-01', 'x'::bytea, ${lezer})`;
const toewijzing = (lezer: string, dossier: string, org: Org, aan: string) =>
  sql`insert into toegang.relatie (id, persoon_id, organisatie_id, dossier_id, doel, grond, aanleiding, van, gegeven_door)
    values (gen_random_uuid(), ${aan}, ${t.orgId[org]}, ${dossier}, 'behandeling', 'jeugdwet', 'toewijzing', ${dag(0)},
      ${lezer})`;
const nood = (lezer: string, dossier: string, org: Org) =>
  sql`insert into toegang.noodtoegang (id, persoon_id, organisatie_id, dossier_id, reden, sleutel_id, van, tot)
    values (gen_random_uuid(), ${lezer}, ${t.orgId[org]}, ${dossier}, 'x'::bytea, 'x', now(), now() + interval '1 hour')`;

/** Everything that the database shows and allows this reader, beside what the predicate says. */
async function vergelijk(s: Scene, v: Vast, ronde: number): Promise<number> {
  const lezer = await zetScene(w, t, s);
  const o = oordeelOver(s, v);
  let cellen = 0;
  await alsProef(w, lezer, async tx => {
    for (const [tabel, verwacht] of Object.entries(o.lezen)) {
      let gezien = await ziet(tx, tabel);
      // Of relations only those of others are compared by id; the reader's own have new ids every time.
      if (tabel === 'toegang.relatie')
        gezien = gezien.filter(id => v.relatiesVanAnderen.some(r => r.id === id));
      expect(gezien, tabel).toEqual(verwacht);
      cellen += v.dossiers.length;
    }
    expect((await ziet(tx, 'toegang.noodtoegang')).length, 'noodtoegang').toBe(o.noodtoegangen);
    const eigen = await sql<{ n: number }>`select count(*)::int as n from toegang.relatie
      where persoon_id = ${lezer}`.execute(tx);
    expect(eigen.rows[0]?.n, 'eigen relaties').toBe(o.eigenRelaties);
    // Reading is compared over all files; acting, which takes a savepoint each, on one file in turn.
    for (const d of v.dossiers.filter((_, i) => i === ronde % v.dossiers.length)) {
      for (const org of ['A', 'B'] as const) {
        const naam = `${org} in dossier van ${d.org}`;
        expect(await lukt(tx, notitie(lezer, d.id, org)), `notitie ${naam}`).toBe(
          o.schrijftNotitie(d.id, org),
        );
        if (org === 'A') {
          expect(await lukt(tx, toewijzing(lezer, d.id, org, t.ander)), `toewijzing ${naam}`).toBe(
            o.wijstToe(d.id, org),
          );
        }
        expect(await lukt(tx, toewijzing(lezer, d.id, org, lezer)), `zichzelf ${naam}`).toBe(false);
      }
      expect(await lukt(tx, politie(lezer, d.id)), 'politie').toBe(o.schrijftPolitie(d.id));
      const sluit = sql`update toegang.dossier set gesloten_op = ${dag(0)} where id = ${d.id}`;
      expect(await lukt(tx, sluit), 'sluiten').toBe(o.sluit(d.id));
      const wijzig = sql`update casus.casus set versie = versie where id = ${d.id}`;
      expect(await lukt(tx, wijzig), 'casus').toBe(o.wijzigtCasus(d.id));
      const genomen: boolean[] = [];
      for (const org of ['A', 'B', 'C'] as const) genomen.push(await lukt(tx, nood(lezer, d.id, org)));
      expect(genomen.some(Boolean), 'noodtoegang nemen').toBe(o.neemtNood(d.id));
      cellen += 9;
    }
    for (const mens of new Set(v.dossiers.flatMap(d => d.mensen))) {
      const wijzig = sql`update gezin.persoon set versie = versie where id = ${mens}`;
      expect(await lukt(tx, wijzig), 'mens').toBe(o.wijzigtMens(mens));
      cellen++;
    }
  });
  return cellen;
}

// @eis C5.3 C2.1 C2.2 C2.4
test('relatie × onderdeel × handeling: de database toont en doet precies wat een onafhankelijk predicaat zegt', async () => {
  let cellen = 0;
  let nietLeeg = 0;
  let ronde = 0;
  await fc.assert(
    fc.asyncProperty(scenes(t.vast), async s => {
      cellen += await vergelijk(s, t.vast, ronde++);
      if (oordeelOver(s, t.vast).lezen['casus.casus']?.length) nietLeeg++;
    }),
    { seed: 20261122, numRuns: RONDES, endOnFailure: true },
  );
  console.log(`matrix: ${RONDES} lezers, ${cellen} cellen vergeleken, ${nietLeeg} lezers zien iets`);
  expect(nietLeeg).toBeGreaterThan(RONDES / 4);
}, 900_000);

const TABELLEN: Partial<Record<Dossierdeel, string>> = {
  dossier: 'casus.casus',
  gezin: 'gezin.persoon',
  notitie: 'casus.notitie',
  document: 'casus.document',
  verklaring: 'casus.verklaring',
  melder: 'casus.melder',
  geheim_adres: 'gezin.geheim_adres',
  politiegegeven: 'casus.politiegegeven',
  relatie: 'toegang.relatie',
};

// @eis C2.1 C1.4 C5.3
test.each([...DOELEN, 'noodtoegang'] as const)(
  'doel %s opent in de database wat de tabel van doelen en onderdelen zegt',
  async doel => {
    const [d] = t.vast.dossiers;
    if (!d) throw new Error('geen dossier');
    const duur = { van: -1, tot: doel === 'overleg' ? 5 : null };
    const partij = d.mensen[0] ?? '';
    const nodig = doel === 'noodtoegang';
    const lezer = await zetScene(w, t, {
      actief: true,
      leden: [{ org: 'A', rol: 'professional', van: -9, tot: null }],
      relaties: nodig ? [] : [{ ...duur, dossier: d.id, org: 'A', doel, namens: null }],
      blokkades: [],
      noden: nodig ? [{ dossier: d.id, org: 'A', van: -1, tot: 5 }] : [],
      overdrachten: [],
    });
    const deel = (lijst: readonly { id: string; dossier: string }[]) => lijst.filter(x => x.dossier === d.id);
    const alles: Record<
      Dossierdeel,
      { id: string; org?: Org; gedeeld?: boolean; partij?: string; doel?: string }[]
    > = {
      dossier: [d],
      gezin: d.mensen.map(id => ({ id })),
      notitie: deel(t.vast.notities),
      document: deel(t.vast.documenten),
      verklaring: deel(t.vast.verklaringen),
      melder: deel(t.vast.melders),
      geheim_adres: deel(t.vast.geheim),
      politiegegeven: deel(t.vast.politie),
      relatie: deel(t.vast.relatiesVanAnderen),
    };
    await alsProef(w, lezer, async tx => {
      for (const code of DEELCODES) {
        const lezen = OPENINGEN[doel][code].lezen;
        const verwacht = alles[code]
          .filter(
            x =>
              lezen === 'alles' ||
              (lezen === 'gedeeld' && x.gedeeld) ||
              (lezen === 'gedeeld_en_eigen' && (x.gedeeld || x.org === 'A')) ||
              (lezen === 'verantwoordelijke_en_eigen' && (x.org === d.org || x.org === 'A')),
          )
          // That there is a part with a rule of its own is told to who has that part only; this reader has one purpose.
          .filter(x => code !== 'relatie' || x.doel === 'behandeling')
          .map(x => x.id)
          .sort();
        const gezien = (await ziet(tx, TABELLEN[code] ?? '')).filter(id =>
          alles[code].some(x => x.id === id),
        );
        expect(gezien, `${doel} ${code}`).toEqual(verwacht);
      }
      const schrijft = {
        notitie: await lukt(tx, notitie(lezer, d.id, 'A')),
        politiegegeven: await lukt(tx, politie(lezer, d.id)),
        dossier: await lukt(tx, sql`update casus.casus set versie = versie where id = ${d.id}`),
        gezin: await lukt(tx, sql`update gezin.persoon set versie = versie where id = ${partij}`),
      };
      for (const [code, kan] of Object.entries(schrijft)) {
        expect(kan, `${doel} schrijft ${code}`).toBe(
          OPENINGEN[doel][code as Dossierdeel].schrijven !== 'nee',
        );
      }
    });
  },
);
