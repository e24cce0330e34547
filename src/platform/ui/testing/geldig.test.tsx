import { expect, test } from 'vitest';
import { geldig } from './geldig.ts';

test('ongeldige HTML, een stijl in de opmaak en een dubbel id worden geweigerd', async () => {
  await expect(geldig('<p><div>x</div></p>')).rejects.toThrow('geen geldige HTML');
  await expect(geldig('<p style="color:red">x</p>')).rejects.toThrow('style=');
  await expect(geldig('<p id="a">x</p><p id="a">y</p>')).rejects.toThrow('no-dup-id');
  await expect(geldig('<input type="text" name="a">')).rejects.toThrow('label');
});
