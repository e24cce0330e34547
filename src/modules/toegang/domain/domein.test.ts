import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base32 } from './base32.ts';
import { demoaccounts } from './demo.ts';
import { apparaatVan, herkomst } from './herkomst.ts';
import { formaatbits, foutcorrectie, qrVlak, versiebits } from './qr.ts';
import { heeftRol, ROLCODES } from './rollen.ts';
import { SESSIEDUUR, sessieGeldt } from './sessie.ts';
import { terugpad } from './terugpad.ts';
import { leesUitnodiging } from './uitnodiging.ts';
import { keurWachtwoord } from './wachtwoord.ts';

// @eis A2.5
describe('wachtwoord', () => {
  const keur = (w: string, adres = 'robin.jansen@voorbeeld.invalid') => {
    const r = keurWachtwoord(w, w, adres);
    return r.ok ? 'goed' : r.weigering.code;
  };
  test.each([
    ['elf tekens!', 'te_kort'],
    ['twaalftekens', 'goed'],
    ['a'.repeat(201), 'te_lang'],
    ['Wachtwoord-2026', 'veelgebruikt'],
    ['WELKOMWELKOM123', 'veelgebruikt'],
    ['qwertyuiop1234', 'veelgebruikt'],
    ['aaaaaaaaaaaaaa', 'veelgebruikt'],
    ['abababababab', 'veelgebruikt'],
    ['RobinJansen2026', 'lijkt_op_adres'],
    ['paard fiets lamp zee', 'goed'],
    ['👩‍👩‍👧 ja nee en toch', 'goed'],
  ])('%s: %s', (w, uit) => expect(keur(w)).toBe(uit));
  test('twee keer hetzelfde invullen', () => {
    expect(keurWachtwoord('paard fiets lamp', 'paard fiets Lamp', '')).toEqual({
      ok: false,
      weigering: { code: 'ongelijk' },
    });
  });
});

// @eis A2.5
describe('terug naar waar de lezer was', () => {
  test.each([
    ['/programma', '/programma'],
    ['/cijfers?regio=kennemerland&j=2025', '/cijfers?regio=kennemerland&j=2025'],
    ['', '/'],
    ['programma', '/'],
    ['//elders.invalid', '/'],
    ['/\\elders.invalid', '/'],
    ['/.//elders.invalid', '/'],
    ['/%09/elders.invalid', '/%09/elders.invalid'],
    ['/\t/elders.invalid', '/'],
    ['https://elders.invalid', '/'],
    ['javascript:alert(1)', '/'],
    ['/aanmelden', '/'],
    ['/afmelden', '/'],
    ['/uitnodiging/abc', '/'],
    ['/regel\r\nSet-Cookie: a=b', '/'],
  ])('%j wordt %j', (van, naar) => expect(terugpad(van)).toBe(naar));
  test('wet: het resultaat blijft altijd op deze site', () => {
    const stuk = fc.constantFrom(
      '/',
      '\\',
      '.',
      ':',
      '@',
      'a',
      '//',
      'elders.invalid',
      '%2f',
      '?',
      '#',
      '\t',
      'https:',
    );
    fc.assert(
      fc.property(fc.array(stuk, { maxLength: 8 }), delen => {
        const url = new URL(terugpad(delen.join('')), 'https://hier.invalid/pagina');
        expect(url.origin).toBe('https://hier.invalid');
      }),
    );
  });
});

// @eis A2.5
describe('herkomst', () => {
  test.each([
    ['10.0.0.1', '1.2.3.4', 0, '10.0.0.1'],
    ['10.0.0.1', '1.2.3.4', 1, '1.2.3.4'],
    ['10.0.0.1', '9.9.9.9, 1.2.3.4', 1, '1.2.3.4'],
    ['10.0.0.1', '9.9.9.9, 1.2.3.4, 10.0.0.2', 2, '1.2.3.4'],
    ['10.0.0.1', undefined, 1, '10.0.0.1'],
    ['::ffff:192.0.2.7', undefined, 0, '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2'],
    ['2001:db8:1:2::9', undefined, 0, '2001:db8:1:2'],
    ['2001:0db8:0001::9', undefined, 0, '2001:db8:1:0'],
    ['::1', undefined, 0, '0:0:0:0'],
    [undefined, undefined, 0, 'onbekend'],
  ])('socket %s, doorgestuurd %s, %i proxies: %s', (socket, kop, n, uit) =>
    expect(herkomst(socket, kop, n)).toBe(uit),
  );
  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Firefox op Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari/605.1.15',
      'Safari op macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1',
      'Chrome op iOS',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge op Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
      'Samsung Internet op Android',
    ],
    ['curl/8.5.0', 'Onbekende browser'],
    ['', 'Onbekende browser'],
  ])('apparaat van %s: %s', (ua, uit) => {
    expect(apparaatVan(ua)).toBe(uit);
    expect(apparaatVan(uit)).toBe(uit);
  });
});

// @eis A2.5
describe('sessieduur', () => {
  const nu = Temporal.Instant.from('2026-11-22T12:00:00Z');
  test.each([
    [479, 479, true],
    [480, 480, false],
    [1439, 0, true],
    [1440, 0, false],
  ])('%i minuten geleden begonnen, %i minuten stil: %s', (begonnen, gezien, uit) => {
    const s = { begonnen: nu.subtract({ minutes: begonnen }), gezien: nu.subtract({ minutes: gezien }) };
    expect(sessieGeldt({ ...s, verlopen: false }, nu, SESSIEDUUR)).toBe(uit);
  });
});

// @eis A2.5
describe('rollen', () => {
  const raadslid = [
    { rol: 'raadslid' as const, organisatieId: 'x', regio: 'kennemerland', gemeente: 'GM0392' },
  ];
  test('een rol telt alleen in haar regio en gemeente', () => {
    expect(heeftRol(raadslid, ['raadslid'], { regio: 'kennemerland' })).toBe(true);
    expect(heeftRol(raadslid, ['raadslid'], { regio: 'kennemerland', gemeente: 'GM0392' })).toBe(true);
    expect(heeftRol(raadslid, ['raadslid'], { regio: 'kennemerland', gemeente: 'GM0453' })).toBe(false);
    expect(heeftRol(raadslid, ['raadslid'], { regio: 'zaanstreek-waterland' })).toBe(false);
    expect(heeftRol(raadslid, ['projectleider'], { regio: 'kennemerland' })).toBe(false);
    expect(heeftRol([], ROLCODES, { regio: 'kennemerland' })).toBe(false);
  });
  test('wet: een uitnodiging is nooit voor een andere regio of voor de technische rol', () => {
    const tekst = fc.constantFrom(
      '',
      'kennemerland',
      'zaanstreek-waterland',
      'technisch_beheerder',
      'lezer',
      'raadslid',
      'GM0392',
      'a@b.nl',
      'Naam',
    );
    fc.assert(
      fc.property(
        fc.record({
          naam: tekst,
          adres: tekst,
          rol: tekst,
          regio: tekst,
          gemeente: tekst,
          organisatie: tekst,
        }),
        ruw => {
          const r = leesUitnodiging(ruw, ['kennemerland']);
          if (!r.ok) return;
          expect(r.waarde.regio).toBe('kennemerland');
          expect(r.waarde.rol).not.toBe('technisch_beheerder');
          expect(['raadslid', 'beleidsmedewerker'].includes(r.waarde.rol)).toBe(r.waarde.gemeente !== null);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

// @eis A2.6
test('de voorbeeldmensen zijn zichtbaar verzonnen en er is er een per rol', () => {
  const adressen = demoaccounts().map(a => a.adres);
  expect(adressen.slice(0, ROLCODES.length)).toEqual(ROLCODES.map(r => `${r}@voorbeeld.invalid`));
  expect(new Set(adressen).size).toBe(adressen.length);
  for (const a of demoaccounts()) expect(a.naam.startsWith('Voorbeeld ')).toBe(true);
});

// @eis A2.5
describe('sleutel voor de app', () => {
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('base32 van "%s" is %s (RFC 4648, paragraaf 10)', (tekst, uit) => {
    expect(base32(new TextEncoder().encode(tekst))).toBe(uit);
  });
  test('foutcorrectie van versie 1-M (ISO/IEC 18004, voorbeeld HELLO WORLD)', () => {
    const data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];
    expect(foutcorrectie(data, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
  });
  test('formaat- en versiebits (ISO/IEC 18004, tabellen C.1 en D.1)', () => {
    expect(formaatbits(0).toString(2).padStart(15, '0')).toBe('101010000010010');
    expect(formaatbits(5).toString(2).padStart(15, '0')).toBe('100000011001110');
    expect(versiebits(7).toString(2).padStart(18, '0')).toBe('000111110010010100');
  });
  test('het vlak is gelijk aan dat van een andere maker van QR-codes (qrcode-terminal 0.12, niveau M)', () => {
    const uri =
      'otpauth://totp/Lange%20Adem:lezer%40voorbeeld.invalid?secret=JBSWY3DPEHPK3PXP&issuer=Lange%20Adem';
    const rijen = qrVlak(uri, 3).map(r => r.map(aan => (aan ? 1 : 0)).join(''));
    expect(rijen).toHaveLength(41);
    const afdruk = createHash('sha256').update(rijen.join('\n')).digest('hex');
    expect(afdruk).toBe('6019f6a8e9fde612a6daa72ad4dad5c712b2375045c561eaf745151616ea68c3');
  });
  test('te lang wordt geweigerd', () => {
    expect(qrVlak('a'.repeat(287))).toHaveLength(65);
    expect(() => qrVlak('a'.repeat(288))).toThrow(RangeError);
  });
});
