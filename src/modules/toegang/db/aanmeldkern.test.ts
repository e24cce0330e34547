import { expect, test } from 'vitest';
import { metClient } from '#platform/db/index.ts';
import { maakLog } from '#platform/log/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakAanmeldkern } from './aanmeldkern.ts';

const proef = await maakProef();
const kern = () =>
  maakAanmeldkern({
    aanmelden: proef.aanmelden,
    geheim: Buffer.alloc(32, 5),
    basisUrl: 'http://localhost:8080',
    demo: false,
    log: maakLog('fatal'),
  });
const keur = async () => (await kern().auth.$context).explicitSchemaCheck?.() ?? 'geen keuring';

// @eis A2.5
test('het schema is dat van de aanmeldbibliotheek, en haar keuring ziet een verschil', async () => {
  expect(await keur()).not.toBe('geen keuring');
  await metClient(proef.beheer, c => c.query('alter table aanmelden.session drop column sterk'));
  await expect(keur()).rejects.toThrow(/sterk/);
});
