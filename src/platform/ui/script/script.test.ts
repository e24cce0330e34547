import { expect, test } from 'vitest';
import { bouwScript } from './script.ts';

// @eis A2.4
test('het script is kleiner dan 1 kB, haalt niets op en bewaart niets', async () => {
  const { js, hash } = await bouwScript();
  expect(js.length).toBeLessThan(1000);
  expect(js).not.toMatch(
    /fetch|XMLHttpRequest|WebSocket|localStorage|sessionStorage|cookie|https?:|eval|innerHTML/,
  );
  expect(js).toContain('beforeunload');
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
});
