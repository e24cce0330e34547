import { expect, test } from 'vitest';
import { metClient } from '#platform/db/index.ts';
import { maakProef } from '../../../test/proef/index.ts';

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
