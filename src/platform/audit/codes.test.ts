import { expect, test } from 'vitest';
import { metClient } from '#platform/db/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import { logLos } from './log.ts';

const p = await maakProef();

/** May this stand in the details of a log row? */
const mag = (details: unknown): Promise<boolean | undefined> =>
  metClient(p.verbinding('app'), async c => {
    const r = await c.query<{ mag: boolean }>('select audit.alleen_codes($1::jsonb) as mag', [
      JSON.stringify(details),
    ]);
    return r.rows[0]?.mag;
  });

// @eis C3.1
test.each<[string, unknown, boolean]>([
  ['een waarde van 64 tekens', { code: 'a'.repeat(64) }, true],
  ['een waarde van 65 tekens', { code: 'a'.repeat(65) }, false],
  ['een lege waarde', { code: '' }, false],
  ['een regeleinde in een waarde', { code: 'a\nb' }, false],
  ['een regeleinde erachter', { code: 'a\n' }, false],
  ['een hoofdletter', { code: 'Jan' }, false],
  ['een veldnaam van 41 tekens', { ['a'.repeat(41)]: 'x' }, true],
  ['een veldnaam van 42 tekens', { ['a'.repeat(42)]: 'x' }, false],
  ['een veldnaam die met een cijfer begint', { '1a': 'x' }, false],
  ['een lijst', { code: ['a'] }, false],
  ['niets', {}, true],
  ['een lijst in plaats van velden', [], false],
])('in het logboek: %s', async (_, details, uitkomst) => {
  expect(await mag(details)).toBe(uitkomst);
});

// @eis C3.1
test.each<[string, string, boolean]>([
  ['handeling', 'a'.repeat(81), true],
  ['handeling', 'a'.repeat(82), false],
  ['soort', 'a'.repeat(82), false],
  ['object', 'A'.repeat(64), true],
  ['object', 'A'.repeat(65), false],
  ['object', 'Jan Voorbeeld', false],
  ['reden', 'a'.repeat(82), false],
])('kolom %s: %s', async (kolom, waarde, uitkomst) => {
  const rij = { handeling: 'inzien', soort: 'proef', object: 'x', reden: 'proef', [kolom]: waarde };
  const schrijf = metClient(p.beheer, c =>
    c.query(
      `insert into audit.logregel (actor, uitkomst, handeling, soort, object, reden) values ('proef', 'toegestaan', $1, $2, $3, $4)`,
      [rij.handeling, rij.soort, rij.object, rij.reden],
    ),
  );
  if (uitkomst) await schrijf;
  else await expect(schrijf).rejects.toMatchObject({ code: '23514' });
});

// @eis A2.2 C3.1
test.each<Record<string, never | string>>([
  { naam: 'Jan Voorbeeld' },
  { toelichting: 'Hij sloeg haar.' },
  { lijst: { diep: 'x' } } as never,
])('getypte tekst komt niet in het logboek: %j', async details => {
  const regel = {
    handeling: 'proef.lezen',
    soort: 'proef',
    object: 'tekst',
    uitkomst: 'toegestaan',
  } as const;
  const actor = { soort: 'persoon', id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff' } as const;
  const dag = Temporal.PlainDate.from('2026-03-02');
  await expect(logLos(p.app.db, actor, dag, { ...regel, details })).rejects.toMatchObject({ code: '23514' });
});
