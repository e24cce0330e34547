import { describe, expect, test } from 'vitest';
import type { PaginaOmgeving } from '../omgeving.ts';
import { Kop1 } from '../tekst/kop.tsx';
import { geldig, leesbaar, waarden } from '../testing/geldig.ts';
import { Pagina } from './pagina.tsx';

const omgeving: PaginaOmgeving = {
  taal: 'nl',
  pad: '/regio/kennemerland',
  andereTaalPad: '/en/regio/kennemerland',
  gebruiker: null,
  demo: false,
  thema: 'kennemerland',
  csrf: 'geheim',
  navigatie: [1, 2, 3, 4, 5, 6, 7, 8].map(n => ({ href: `/n${n}`, naam: `Menu ${n}`, actief: n === 2 })),
  stijlPad: '/statisch/a/stijl.css',
  scriptPad: '/statisch/a/gemak.js',
};

const maak = (deel: Partial<PaginaOmgeving> = {}) =>
  geldig(
    <Pagina omgeving={{ ...omgeving, ...deel }} titel="Kennemerland" gemaakt="3 november 2026, 14.05 uur">
      <Kop1>Wat doen we in Kennemerland</Kop1>
    </Pagina>,
  );

// @eis A2.4
describe('de bladzijde', () => {
  test('is een heel document met taal, titel, thema en licht en donker', async () => {
    const opmaak = await maak();
    expect(opmaak.startsWith('<!DOCTYPE html><html')).toBe(true);
    expect(opmaak).toMatch(/<html[^>]*lang="nl"[^>]*data-thema="kennemerland"/);
    expect(opmaak).toContain('<title>Kennemerland - Lange Adem</title>');
    expect(opmaak).toContain('name="color-scheme" content="light dark"');
    expect(opmaak).toContain('width=device-width');
  });

  test('begint met een link die naar de inhoud springt', async () => {
    const opmaak = await maak();
    expect(waarden(opmaak.slice(opmaak.indexOf('<body')), 'href')[0]).toBe('#inhoud');
    expect(opmaak).toMatch(/<main[^>]*id="inhoud"/);
  });

  test('toont hoogstens zes dingen in het menu en zegt welke het huidige is', async () => {
    const opmaak = await maak();
    expect(opmaak).toContain('Menu 6');
    expect(opmaak).not.toContain('Menu 7');
    expect(opmaak).toMatch(/href="\/n2" aria-current="page"/);
  });

  test('wijst onder aan elke bladzijde de weg naar hulp', async () => {
    const opmaak = await maak();
    const voet = opmaak.slice(opmaak.indexOf('<footer'));
    expect(leesbaar(voet)).toMatch(/Bent u in gevaar\? Bel 112 ?\. Veilig Thuis 0800-2000/);
    expect(waarden(voet, 'href')).toEqual([
      'tel:112',
      'tel:08002000',
      '/hulp',
      '/toegankelijkheid',
      '/privacy',
      '/open-data',
      '/stijl',
    ]);
  });

  test('spreekt Engels op een Engels adres en houdt de lezer daar', async () => {
    const opmaak = await maak({ taal: 'en', pad: '/en', andereTaalPad: '/' });
    expect(leesbaar(opmaak)).toContain('Are you in danger? Call');
    expect(waarden(opmaak, 'href')).toEqual(expect.arrayContaining(['/en/hulp', '/en/privacy']));
    expect(waarden(opmaak, 'action')).toContain('/en/zoeken');
  });

  test('zegt in een demonstratie dat alle personen verzonnen zijn, en anders niet', async () => {
    expect(leesbaar(await maak({ demo: true }))).toContain('alle personen zijn verzonnen');
    expect(leesbaar(await maak())).not.toContain('verzonnen');
  });

  test('meldt af per POST met het geheim van de sessie, alleen wie is aangemeld', async () => {
    const aangemeld = await maak({ gebruiker: { naam: 'R. Voorbeeld', rol: 'adviseur' } });
    expect(aangemeld).toMatch(
      /method="post" action="\/afmelden"[^>]*><input type="hidden" name="_csrf" value="geheim"/,
    );
    expect(leesbaar(aangemeld)).toContain('R. Voorbeeld');
    const bezoeker = await maak();
    expect(bezoeker).toContain('/aanmelden');
    expect(bezoeker).not.toContain('geheim');
  });

  test('noemt op papier haar adres en het moment', async () => {
    expect(await maak()).toMatch(
      /data-adres="\/regio\/kennemerland" data-moment="3 november 2026, 14\.05 uur"/,
    );
  });

  test('noemt op papier het hele adres en het moment als de omgeving die kent', async () => {
    const druk = { oorsprong: 'https://regio.voorbeeld.invalid', moment: '4 november 2026, 9.00 uur' };
    const opmaak = await geldig(
      <Pagina omgeving={{ ...omgeving, druk }} titel="Kennemerland">
        <Kop1>Wat doen we</Kop1>
      </Pagina>,
    );
    expect(opmaak).toContain(
      'data-adres="https://regio.voorbeeld.invalid/regio/kennemerland" data-moment="4 november 2026, 9.00 uur"',
    );
  });

  test('laat de taalwissel weg als er geen andere taal is', async () => {
    expect(await maak({ andereTaalPad: null })).not.toContain('hreflang');
  });
});
