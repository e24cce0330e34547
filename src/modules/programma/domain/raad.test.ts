import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { besluitroute, orgaansoort } from './besluit.ts';
import { leesBestand } from './bestand.ts';
import { bundel, lijst, type Onderdeel, type Programma, vind } from './programma.ts';
import {
  actiesBijOpmerking,
  filterOpmerkingen,
  opmerkingenBijActie,
  standVanOpmerking,
  telPerGemeente,
} from './raad.ts';
import type { Inhoud } from './veld.ts';

const map = path.resolve(import.meta.dirname, '../../../../gegevens/programma');
function programma(regio: string): Programma {
  const ruw = JSON.parse(readFileSync(path.join(map, `${regio}.json`), 'utf8')) as Inhoud;
  const items = leesBestand(ruw).items.map(
    i =>
      ({
        ...i,
        id: i.code,
        versie: 1,
        openbareVersie: 1,
        geldigVanaf: '2026-01-01',
        doorRol: null,
      }) as Onderdeel,
  );
  return bundel(regio, 'openbaar', items);
}
const ken = programma('kennemerland');
const met = (o: Onderdeel, inhoud: Inhoud): Onderdeel => ({ ...o, inhoud: { ...o.inhoud, ...inhoud } });
const alles = { gemeente: '', code: '', status: '', actie: '' };

// @eis A3.6
describe('opmerkingen van raden', () => {
  test('de acht gemeenten van Kennemerland tellen samen 37 opmerkingen, geteld in de bron', () => {
    const telling = telPerGemeente(ken);
    expect(telling.map(t => [t.gemeente, t.totaal])).toEqual([
      ['Beverwijk', 2],
      ['Bloemendaal', 2],
      ['Haarlem', 10],
      ['Haarlemmermeer', 6],
      ['Heemskerk', 9],
      ['Heemstede', 3],
      ['Velsen', 3],
      ['Zandvoort', 2],
    ]);
    expect(telling.reduce((n, t) => n + t.totaal, 0)).toBe(37);
  });

  test('zonder status volgt de stand uit het antwoord; een gezette status gaat voor', () => {
    const o = lijst(ken, 'raadsopmerking')[0] as Onderdeel;
    expect(standVanOpmerking(o)).toEqual({ status: 'beantwoord', afgeleid: true });
    expect(standVanOpmerking(met(o, { antwoord: null }))).toEqual({ status: 'open', afgeleid: true });
    expect(standVanOpmerking(met(o, { status: 'verwerkt' }))).toEqual({
      status: 'verwerkt',
      afgeleid: false,
    });
  });

  test('een opmerking leidt naar een actie door haar antwoordcode of door haar eigen veld', () => {
    const o = vind(ken, 'raadsopmerking', 'BEV-1') as Onderdeel;
    const via = (x: Onderdeel) => actiesBijOpmerking(ken, x).map(k => [k.actie.code, k.via, k.code]);
    expect(via(o)).toEqual([['3', 'antwoordcode', '3']]);
    expect(via(met(o, { actie: '5' }))).toEqual([
      ['5', 'opmerking', null],
      ['3', 'antwoordcode', '3'],
    ]);
    expect(via(met(o, { actie: '3' }))).toEqual([['3', 'opmerking', null]]);
    expect(via(met(o, { antwoordcodes: ['Algemeen', 'Lokaal'] }))).toEqual([]);
  });

  test('wat van opmerking naar actie te volgen is, is ook terug te volgen', () => {
    let paren = 0;
    for (const o of lijst(ken, 'raadsopmerking')) {
      for (const { actie } of actiesBijOpmerking(ken, o)) {
        expect(opmerkingenBijActie(ken, actie).map(x => x.code)).toContain(o.code);
        paren++;
      }
    }
    const terug = lijst(ken, 'actie').reduce((n, a) => n + opmerkingenBijActie(ken, a).length, 0);
    expect(paren).toBeGreaterThan(0);
    expect(terug).toBe(paren);
  });

  test('elke filter houdt precies over wat aan de keuze voldoet', () => {
    const codes = (k: Partial<typeof alles>) => filterOpmerkingen(ken, { ...alles, ...k }).map(o => o.code);
    expect(codes({})).toHaveLength(37);
    expect(codes({ gemeente: 'Velsen' })).toHaveLength(3);
    expect(codes({ status: 'open' })).toEqual([]);
    const lokaal = codes({ code: 'Lokaal' });
    expect(lokaal).toContain('BLO-1');
    for (const c of lokaal) expect(vind(ken, 'raadsopmerking', c)?.inhoud.antwoordcodes).toContain('Lokaal');
    expect(codes({ actie: '3' })).toEqual(codes({ code: '3' }));
    expect(codes({ gemeente: 'Velsen', code: 'Lokaal' }).every(c => c.startsWith('VEL'))).toBe(true);
  });

  test('een regio zonder opmerkingen telt nul bij elke gemeente', () => {
    const nhn = programma('noord-holland-noord');
    expect(telPerGemeente(nhn).every(t => t.totaal === 0)).toBe(true);
  });
});

// @eis A3.6
describe('de weg van een besluit', () => {
  const vandaag = Temporal.PlainDate.from('2026-11-22');
  test.each([
    ['Gemeenteraden van de acht gemeenten', 'raad'],
    ['Achttien gemeenteraden', 'raad'],
    ['Colleges van de acht gemeenten', 'college'],
    ['Commissie Zorg en Veiligheid', 'commissie'],
    ['Participatieraad en Adviesraad Sociaal Domein', 'overleg'],
    ['Bestuurlijk Overleg Zorg en Veiligheid', 'overleg'],
  ])('%s is een %s', (orgaan, soort) => expect(orgaansoort(orgaan)).toBe(soort));

  test('wat gepland was en voorbij is, heet niet besloten', () => {
    const route = besluitroute(ken, vandaag);
    expect(route).toHaveLength(5);
    const college = route.find(s => s.soort === 'college');
    expect(college).toMatchObject({ staat: 'niet_bekend', precisie: 'maand' });
    expect(besluitroute(ken, Temporal.PlainDate.from('2021-03-01')).at(-1)?.staat).toBe('komend');
  });

  test('een jaartal blijft een jaartal en de volgorde is die van de dagen', () => {
    const route = besluitroute(programma('noord-holland-noord'), vandaag);
    expect(route.find(s => s.besluit.inhoud.orgaan === 'Achttien gemeenteraden')?.precisie).toBe('jaar');
    const dagen = route.filter(s => s.precisie === 'dag').map(s => String(s.besluit.inhoud.datum));
    expect(dagen).toEqual([...dagen].sort());
  });
});
