import { describe, expect, test } from 'vitest';
import { geldig, leesbaar } from '../testing/geldig.ts';
import { Afdrukregel } from './afdrukregel.tsx';
import { Alinea } from './alinea.tsx';
import { BeschrijvingsLijst } from './beschrijvingslijst.tsx';
import { Bron } from './bron.tsx';
import { Details } from './details.tsx';
import { Kaartje } from './kaartje.tsx';
import { Kop1, Kop2, Kop3 } from './kop.tsx';
import { LegeStaat } from './legestaat.tsx';
import { Lijst } from './lijst.tsx';
import { Link } from './link.tsx';
import { Rooster } from './rooster.tsx';

// @eis A2.4
describe('tekstonderdelen', () => {
  test('Kop1, Kop2 en Kop3 zijn koppen van hun eigen niveau', async () => {
    expect(await geldig(<Kop1 boven="Regio">Wat doen we</Kop1>)).toMatch(
      /<p[^>]*>Regio<\/p><h1[^>]*>Wat doen we<\/h1>/,
    );
    expect(String(<Kop2 id="x">Deel</Kop2>)).toBe('<h2 class="utrecht-heading-2" id="x">Deel</h2>');
    expect(String(<Kop3>Onderdeel</Kop3>)).toBe('<h3 class="utrecht-heading-3">Onderdeel</h3>');
  });

  test('Alinea toont opmaak die iemand invulde als tekst', async () => {
    const opmaak = await geldig(<Alinea>{'<script>alert(1)</script>'}</Alinea>);
    expect(opmaak).toContain('&lt;script&gt;');
    expect(opmaak).not.toContain('<script>');
  });

  test('Alinea heeft een inleiding en een kleine vorm', async () => {
    expect(await geldig(<Alinea soort="inleiding">Tekst</Alinea>)).toContain('utrecht-paragraph--lead');
    expect(await geldig(<Alinea soort="klein">Tekst</Alinea>)).toContain('utrecht-paragraph--small');
  });

  test('Link noemt de taal van wat erachter ligt en de bladzijde waar we al zijn', async () => {
    expect(
      await geldig(
        <Link href="/en" taal="en" huidig>
          English
        </Link>,
      ),
    ).toMatch(/href="\/en" hreflang="en" aria-current="page"/);
    expect(await geldig(<Link href="/a">A</Link>)).not.toMatch(/hreflang|aria-current/);
  });

  test('Lijst is genummerd alleen als de volgorde telt', async () => {
    expect(await geldig(<Lijst soort="genummerd" items={['a', 'b']} />)).toMatch(
      /^<ol[^>]*><li>a<\/li><li>b<\/li><\/ol>$/,
    );
    expect(await geldig(<Lijst items={['a']} />)).toMatch(/^<ul/);
    expect(await geldig(<Lijst soort="kaal" items={['a']} />)).toContain('la-lijst--kaal');
  });

  test('BeschrijvingsLijst zet elke term bij zijn waarde', async () => {
    expect(await geldig(<BeschrijvingsLijst items={[{ term: 'Trekker', waarde: 'Duindorp' }]} />)).toMatch(
      /<dl[^>]*><div[^>]*><dt[^>]*>Trekker<\/dt><dd[^>]*>Duindorp<\/dd><\/div><\/dl>/,
    );
  });

  test('Details werkt zonder script', async () => {
    expect(await geldig(<Details titel="Meer">Tekst</Details>)).toMatch(
      /^<details[^>]*><summary[^>]*>Meer<\/summary>/,
    );
  });

  test('Bron noemt titel, gemeente, datum en paragraaf in die volgorde', async () => {
    const bron = {
      titel: 'Regiovisie',
      van: 'gemeente Duindorp',
      datum: '3 november 2026',
      paragraaf: '4.2',
    };
    expect(leesbaar(await geldig(<Bron bron={bron} />))).toBe(
      'Bron: Regiovisie, gemeente Duindorp, 3 november 2026, paragraaf 4.2',
    );
    // On an English page what the source is called stays Dutch, also for who listens.
    expect(await geldig(<Bron bron={{ titel: 'Regiovisie', paragraaf: 'tabel 3' }} taal="en" />)).toContain(
      'Source: <span lang="nl">Regiovisie</span>, <span lang="nl">tabel 3</span>',
    );
  });

  test('Afdrukregel zegt wie, wanneer en waarom', async () => {
    const regel = <Afdrukregel door="R. Voorbeeld" moment="3 november 2026, 14.05 uur" reden="overleg" />;
    expect(leesbaar(await geldig(regel))).toBe(
      'Afgedrukt door R. Voorbeeld op 3 november 2026, 14.05 uur. Doel: overleg.',
    );
  });

  test('Kaartje heeft precies één link en die heet zoals de kop', async () => {
    const opmaak = await geldig(<Kaartje href="/a" titel="Actie 2.3" niveau={2} boven="Loopt" />);
    expect(opmaak.match(/<a /g)).toHaveLength(1);
    expect(opmaak).toMatch(/<h2[^>]*><a[^>]*href="\/a">Actie 2\.3<\/a><\/h2>/);
    expect(await geldig(<Kaartje href="/a" titel="Actie" />)).toContain('<h3');
  });

  test('LegeStaat zegt waarom er niets is en wat u kunt doen', async () => {
    expect(
      leesbaar(await geldig(<LegeStaat titel="Geen meldingen.">Maak de periode langer.</LegeStaat>)),
    ).toBe('Geen meldingen. Maak de periode langer.');
  });

  test('Rooster is voor wie luistert een lijst met zoveel dingen', async () => {
    expect((await geldig(<Rooster kolommen={4} items={['a', 'b', 'c']} />)).match(/<li>/g)).toHaveLength(3);
  });
});
