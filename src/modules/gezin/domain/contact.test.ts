import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maakContact, maakWeg } from '../testing/contactproef.ts';
import {
  ANTWOORDEN,
  type Contactweg,
  DAGDEELCODES,
  isVeiligMoment,
  MAGCODES,
  type Mag,
  MEELEZERS,
  WEEKDAGEN,
  WIJZEN,
} from './contact.ts';
import { CONTACTCONTROLES, magVersturen, type Verzending } from './contactcontrole.ts';
import { deelDeur, deelLijn } from './gedeeld.ts';
import { CONTACTTEKSTEN } from './teksten.ts';

const ZAAD = { seed: 20261122 };

// @eis C1.2
describe('mag dit worden verstuurd', () => {
  const contact = maakContact('', { bellen: 'ja', schrijven: 'ja', mailen: 'ja' });
  const vraag: Verzending = { wijze: 'schrijven', contact, gedeeld: 'nee', besluit: null, moment: null };
  const schrijven = (mag: Mag, meer: Partial<Contactweg> = {}) => ({
    contact: maakContact('', { bellen: 'ja', schrijven: maakWeg(mag, meer), mailen: 'ja' }),
  });
  const antwoord = fc.constantFrom(...ANTWOORDEN);
  const weg = fc.record({
    mag: fc.constantFrom(...MAGCODES),
    mee: fc.constantFrom(...MEELEZERS),
    dagen: fc.subarray([...WEEKDAGEN]),
    dagdelen: fc.subarray([...DAGDEELCODES]),
    ...{ waar: fc.constant(''), wanneer: fc.constant(''), meeWie: fc.constant('') },
    meePersoon: fc.constant(null),
  });
  const willekeurig = fc.record({
    wijze: fc.constantFrom(...WIJZEN),
    contact: fc.option(
      fc.record({ bellen: weg, schrijven: weg, mailen: weg }).map(wegen => ({ ...contact, wegen })),
    ),
    gedeeld: antwoord,
    moment: fc.option(
      fc
        .integer({ min: 0, max: 24 * 14 - 1 })
        .map(h => Temporal.PlainDateTime.from('2026-11-23').add({ hours: h })),
    ),
    besluit: fc.option(
      fc.record({
        door: fc.constantFrom('', 'iemand'),
        bevestigd: fc.subarray(CONTACTCONTROLES.map(c => c.code)),
      }),
    ),
  });

  test('alles ja en niets gedeeld: het mag', () =>
    expect(magVersturen(vraag)).toEqual({ stand: 'mag', bevindingen: [] }));

  test.each([
    ['geen vastlegging', { contact: null }, 'mag_niet', ['GZ101']],
    ['nee', schrijven('nee'), 'mag_niet', ['GZ102']],
    ['onbekend is nee', schrijven('onbekend'), 'mag_niet', ['GZ103']],
    ['er leest iemand mee', schrijven('ja', { mee: 'ander' }), 'besluit_nodig', ['GZ104']],
    ['onbekend of er iemand meeleest', schrijven('ja', { mee: 'onbekend' }), 'besluit_nodig', ['GZ105']],
    ['een partij leest mee', schrijven('ja', { mee: 'partij', meePersoon: 'x' }), 'besluit_nodig', ['GZ109']],
    ['een partij die is gewist las mee', schrijven('ja', { mee: 'partij' }), 'besluit_nodig', ['GZ109']],
    [
      'heeft geen e-mail',
      { wijze: 'mailen', contact: maakContact('', { mailen: 'geen' }) },
      'mag_niet',
      ['GZ108'],
    ],
    [
      'op een andere weg leest iemand mee',
      { contact: maakContact('', { bellen: maakWeg('ja', { mee: 'ander' }), schrijven: 'ja' }) },
      'mag',
      [],
    ],
    ['een gedeeld adres', { gedeeld: 'ja' }, 'besluit_nodig', ['GZ106']],
    ['onbekend of het adres is gedeeld', { gedeeld: 'onbekend' }, 'besluit_nodig', ['GZ107']],
  ] as const)('%s', (_, anders, stand, codes) => {
    const uit = magVersturen({ ...vraag, ...anders });
    expect([uit.stand, uit.bevindingen.map(b => b.code)]).toEqual([stand, codes]);
  });

  test('een besluit zonder naam, of over andere bevindingen, is geen besluit; een nee is niet weg te besluiten', () => {
    const besluit = (door: string, ...bevestigd: string[]) => ({ door, bevestigd });
    const gedeeld = { ...vraag, gedeeld: 'ja' as const };
    expect(magVersturen({ ...gedeeld, besluit: besluit('iemand', 'GZ106') }).stand).toBe('mag');
    expect(magVersturen({ ...gedeeld, besluit: besluit('', 'GZ106') }).stand).toBe('besluit_nodig');
    expect(magVersturen({ ...gedeeld, besluit: besluit('iemand', 'GZ104') }).stand).toBe('besluit_nodig');
    expect(magVersturen({ ...vraag, contact: null, besluit: besluit('iemand', 'GZ101') }).stand).toBe(
      'mag_niet',
    );
  });

  test('wet: het mag alleen als de persoon het zelf heeft gezegd en niemand ongezien meeleest', () => {
    fc.assert(
      fc.property(willekeurig, v => {
        if (magVersturen(v).stand !== 'mag') return;
        const w = v.contact?.wegen[v.wijze];
        expect(w?.mag).toBe('ja');
        // Independent of the rule: the day by its name in Dutch, the hour by three plain bounds.
        const dag = v.moment?.toLocaleString('nl', { weekday: 'short' });
        const uur = v.moment?.hour ?? 0;
        const deel = uur < 6 || uur > 22 ? 'nacht' : uur < 12 ? 'ochtend' : uur < 18 ? 'middag' : 'avond';
        const opTijd =
          v.moment === null ||
          [
            [w?.dagen ?? [], dag],
            [w?.dagdelen ?? [], deel],
          ].every(([veilig, nu]) => veilig?.length === 0 || veilig?.includes(nu as never));
        const veilig = w?.mee === 'niemand' && v.gedeeld === 'nee' && opTijd;
        expect(veilig || (v.besluit !== null && v.besluit.door !== '')).toBe(true);
      }),
      ZAAD,
    );
  });

  test.each([
    ['dinsdagochtend, op dinsdag in de ochtend', '2026-11-24T09:30', true],
    ['dinsdag om twaalf uur is geen ochtend meer', '2026-11-24T12:00', false],
    ['dinsdag om zes uur is ochtend, een minuut eerder nacht', '2026-11-24T06:00', true],
    ['een minuut voor zes', '2026-11-24T05:59', false],
    ['woensdagochtend', '2026-11-25T09:30', false],
  ])('veilig op dinsdag in de ochtend: %s', (_, moment, uit) => {
    const veilig = { dagen: ['di'], dagdelen: ['ochtend'] } as const;
    expect(isVeiligMoment(veilig, Temporal.PlainDateTime.from(moment))).toBe(uit);
    const bellen = maakWeg('ja', veilig);
    const belt = {
      contact: maakContact('', { bellen }),
      wijze: 'bellen',
      moment: Temporal.PlainDateTime.from(moment),
    } as const;
    expect(magVersturen({ ...vraag, ...belt }).bevindingen.map(b => b.code)).toEqual(uit ? [] : ['GZ110']);
  });

  test('elke controle heeft haar eigen woorden', () => {
    expect(CONTACTCONTROLES.map(c => c.code).sort()).toEqual(Object.keys(CONTACTTEKSTEN).sort());
  });
});

// @eis C1.2
describe('deelt een ander dit adres, nummer of postvak', () => {
  const woon = (deur: string | null) => ({ soort: 'woon' as const, deur });
  const moeder = [woon('A')];
  const lijn = (...bekend: string[]) => ({ bekend, zonder: false });
  const zonder = (...bekend: string[]) => ({ bekend, zonder: true });
  test.each([
    ['de ander woont elders', moeder, [[woon('B')]], false, 'nee'],
    ['niemand anders in het dossier', moeder, [], false, 'nee'],
    ['de ander woont op hetzelfde adres', moeder, [[woon('A')]], false, 'ja'],
    [
      'het werk van de ander is op dat adres',
      moeder,
      [[woon('B'), { soort: 'werk', deur: 'A' }]],
      false,
      'ja',
    ],
    ['van de ander is geen adres bekend', moeder, [[]], false, 'onbekend'],
    ['van één van de anderen is geen adres bekend', moeder, [[woon('B')], []], false, 'onbekend'],
    ['van de ander ontbreekt de postcode', moeder, [[woon(null)]], false, 'onbekend'],
    [
      'de ander heeft ook een adres dat niet te vergelijken is',
      moeder,
      [[woon('B'), woon(null)]],
      false,
      'onbekend',
    ],
    ['van de ander is alleen het werk bekend', moeder, [[{ soort: 'werk', deur: 'B' }]], false, 'onbekend'],
    [
      'van de ander is alleen een postadres bekend',
      moeder,
      [[{ soort: 'brief', deur: 'B' }]],
      false,
      'onbekend',
    ],
    ['het eigen adres is niet bekend', [], [[woon('B')]], false, 'onbekend'],
    ['van het eigen adres ontbreekt de postcode', [woon(null)], [[woon('B')]], false, 'onbekend'],
    ['alleen het eigen werk is bekend', [{ soort: 'werk', deur: 'A' }], [[woon('B')]], false, 'onbekend'],
    ['zij wonen samen, met elk een ander adres', moeder, [[woon('B')]], true, 'ja'],
    ['zij wonen samen en geen adres is bekend', [], [[]], true, 'ja'],
  ] as const)('%s', (_, eigen, anderen, samen, uit) => expect(deelDeur(eigen, anderen, samen)).toBe(uit));

  test.each([
    ['ieder een eigen nummer', '612345678', [lijn('687654321')], 'nee'],
    ['hetzelfde nummer', '612345678', [lijn('687654321'), lijn('612345678')], 'ja'],
    ['de ander heeft dit nummer ook als tweede', '612345678', [lijn('687654321', '612345678')], 'ja'],
    ['het nummer van een ander is niet bekend', '612345678', [lijn()], 'onbekend'],
    ['het kind heeft geen telefoon', '612345678', [lijn('687654321'), zonder()], 'nee'],
    [
      'het kind heeft geen telefoon, van de vader is niets bekend',
      '612345678',
      [lijn(), zonder()],
      'onbekend',
    ],
    ['wie geen telefoon zou hebben en toch dit nummer heeft', '612345678', [zonder('612345678')], 'ja'],
    ['het eigen nummer is niet bekend', '', [lijn()], 'onbekend'],
    ['het eigen nummer is niet bekend en het kind heeft geen telefoon', '', [zonder()], 'onbekend'],
  ] as const)('%s', (_, eigen, anderen, uit) => expect(deelLijn(eigen, anderen)).toBe(uit));
});
