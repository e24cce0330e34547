import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TekstVeld } from '../formulier/tekstvelden.tsx';
import { geldig, leesbaar, waarden } from '../testing/geldig.ts';
import { Filters } from './filters.tsx';
import { Kruimelpad } from './kruimelpad.tsx';
import { Paginering, zichtbareBladzijden } from './paginering.tsx';
import { TaalWissel } from './taalwissel.tsx';
import { Tijdstappen } from './tijdstappen.tsx';

// @eis A2.4
describe('de weg vinden', () => {
  test('Kruimelpad linkt alles behalve de bladzijde waar u bent', async () => {
    const opmaak = await geldig(
      <Kruimelpad
        kruimels={[
          { naam: 'Regio', href: '/regio' },
          { naam: 'Actie', href: '/regio/actie' },
        ]}
      />,
    );
    expect(waarden(opmaak, 'href')).toEqual(['/regio']);
    expect(opmaak).toMatch(/aria-current="page">Actie</);
    expect(opmaak).toContain('aria-label="Kruimelpad"');
  });

  test('Paginering linkt naar vorige, volgende en buren, met de filters erbij', async () => {
    const opmaak = await geldig(
      <Paginering bladzijde={4} totaal={12} adres={n => `/lijst?soort=a&p=${n}`} />,
    );
    expect(waarden(opmaak, 'href').map(h => h.split('p=')[1])).toEqual(['3', '1', '3', '5', '12', '5']);
    expect(opmaak).toContain('rel="prev"');
    expect(opmaak).toMatch(/aria-current="page"/);
    expect(String(<Paginering bladzijde={1} totaal={1} adres={String} />)).toBe('');
  });

  test('van een lange lijst zijn eerste, laatste en huidige bladzijde altijd te zien, in volgorde', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (totaal, rest) => {
        const nu = (rest % totaal) + 1;
        const zicht = zichtbareBladzijden(nu, totaal);
        const nummers = zicht.filter(n => n !== null);
        expect(nummers).toEqual([...new Set(nummers)].sort((a, b) => a - b));
        expect(nummers).toEqual(expect.arrayContaining([1, nu, totaal]));
        expect(zicht.length).toBeLessThanOrEqual(7);
      }),
    );
  });

  test('Filters staan in het adres en zeggen hoeveel er is, in welke volgorde', async () => {
    const opmaak = await geldig(
      <Filters actie="/acties" aantal={1226} volgorde="oudste eerst" actief>
        <TekstVeld naam="q" label="Woord" />
      </Filters>,
    );
    expect(opmaak).toMatch(/<form[^>]*method="get" action="\/acties"/);
    expect(leesbaar(opmaak)).toContain('1.226 resultaten, oudste eerst');
    expect(leesbaar(opmaak)).toContain('Wis alle filters');
  });

  test('Filters tellen één resultaat als één en bieden niets te wissen als er niets aan staat', async () => {
    const opmaak = await geldig(
      <Filters actie="/acties" aantal={1}>
        <TekstVeld naam="q" label="Woord" />
      </Filters>,
    );
    expect(leesbaar(opmaak)).toContain('1 resultaat');
    expect(leesbaar(opmaak)).not.toMatch(/resultaten|Wis/);
  });

  test('Tijdstappen zeggen in woorden wat gedaan is en waar we zijn', async () => {
    const opmaak = await geldig(
      <Tijdstappen
        stappen={[
          { titel: 'College', staat: 'gereed', datum: '3 november 2026' },
          { titel: 'Raad', staat: 'huidig' },
          { titel: 'Besluit', staat: 'komend' },
        ]}
      />,
    );
    expect(leesbaar(opmaak)).toBe('College gedaan · 3 november 2026 Raad nu Besluit nog te doen');
    expect(opmaak.match(/aria-current="step"/g)).toHaveLength(1);
  });

  test('TaalWissel is in de andere taal geschreven en zegt welke dat is', async () => {
    expect(await geldig(<TaalWissel taal="nl" pad="/en/hulp" />)).toMatch(
      /href="\/en\/hulp" hreflang="en" lang="en">English</,
    );
    expect(await geldig(<TaalWissel taal="en" pad="/hulp" />)).toMatch(/lang="nl">Nederlands</);
  });
});
