import { describe, expect, test } from 'vitest';
import type { Aanmelding } from '../omgeving.ts';
import { geldig, leesbaar, waarden } from '../testing/geldig.ts';
import { Aanmeldwaarschuwing, metAanmelding } from './aanmelding.tsx';
import { Formulier } from './formulier.tsx';
import { Knop } from './knop.tsx';
import { TekstGebied } from './tekstvelden.tsx';

const stil = { tijd: '10.15 uur', minuten: 15, gewaarschuwd: 12, na: 720 };
const a: Aanmelding = { taal: 'nl', stil, hoogstens: { tijd: '18.00 uur', na: 30_000 } };
const vorm = async (waarde: Aanmelding | null) =>
  geldig(
    await metAanmelding(
      waarde,
      <Formulier actie="/doe" csrf="x">
        <TekstGebied naam="a" label="A" />
        <Knop>Verstuur</Knop>
      </Formulier>,
    ),
  );

// @eis C2.7
describe('hoe lang een formulier open mag blijven', () => {
  test('staat bij het formulier, met wat er daarna met het getypte gebeurt en hoe het langer kan', async () => {
    const html = await vorm(a);
    expect(leesbaar(html)).toMatch(/tot 10\.15 uur: na 15 minuten zonder versturen wordt u afgemeld/);
    expect(leesbaar(html)).toContain('dan bewaren wij wat u typte');
    expect(waarden(html, 'href')).toEqual(['/account/blijf']);
    expect(waarden(html, 'target')).toEqual(['_blank']);
  });

  test('komt het vaste einde eerst, dan staat dat er, zonder belofte dat het langer kan', async () => {
    const html = await vorm({ ...a, stil: null });
    expect(leesbaar(html)).toContain('Om 18.00 uur wordt u afgemeld, ook als u bezig bent');
    expect(waarden(html, 'href')).toEqual([]);
  });

  test('wie niet is aangemeld leest er niets over', async () => {
    expect(await vorm(null)).not.toContain('afgemeld');
  });

  test('de waarschuwing is er verborgen, beleefd voor te lezen, met de tijd van het stelsel', async () => {
    const html = await geldig(<Aanmeldwaarschuwing a={a} />);
    expect(waarden(html, 'role')).toEqual(['status']);
    expect(waarden(html, 'data-na')).toEqual(['720', '30000']);
    expect(html.match(/ hidden/g)).toHaveLength(2);
    expect(leesbaar(await geldig(<Aanmeldwaarschuwing a={{ ...a, taal: 'en' }} />))).toContain(
      'Stay signed in',
    );
  });
});
