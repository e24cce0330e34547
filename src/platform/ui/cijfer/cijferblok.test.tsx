import { expect, test } from 'vitest';
import { geldig, leesbaar } from '../testing/geldig.ts';
import { Cijferblok } from './cijferblok.tsx';

// @eis A2.4
test('een groot cijfer wordt in één zin met zijn woorden gelezen, met de onzekerheid erachter', async () => {
  const opmaak = await geldig(
    <Cijferblok getal="1.226" woorden="meldingen in 2025" toelichting="Tussen 1.160 en 1.290." />,
  );
  expect(leesbaar(opmaak)).toBe('1.226 meldingen in 2025 Tussen 1.160 en 1.290.');
});
