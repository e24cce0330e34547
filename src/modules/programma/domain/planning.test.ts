import { describe, expect, test } from 'vitest';
import { bronbestand } from '../testing/proefapp.ts';
import { leesBestand } from './bestand.ts';
import { agendas, overlegVan } from './overleg.ts';
import { inMaand, isLaat, perKwartaal, planmaanden, planregels } from './planning.ts';
import { bundel, lijst, type Programma, tekst, titel } from './programma.ts';

const dag = (t: string) => Temporal.PlainDate.from(t);
const alles = { overleg: '', status: '', actie: '', gemeente: '', subregio: '' };

/** The programme of a source file, as the pages get it. */
function programma(regio: string): Programma {
  const { items } = leesBestand(bronbestand(regio));
  const vast = { versie: 1, openbareVersie: 1, geldigVanaf: '2021-01-01', doorRol: null };
  return bundel(
    regio,
    'openbaar',
    items.map((i, n) => ({ ...i, ...vast, id: `${n}` })),
  );
}
const zw = programma('zaanstreek-waterland');
const nhn = programma('noord-holland-noord');
const ken = programma('kennemerland');

// @eis A3.4
describe('planning van de bronnen', () => {
  test('op 1 maart 2021 zijn in Zaanstreek-Waterland de mijlpalen van 2020 en van januari en februari voorbij', () => {
    const laat = planregels(zw, alles, dag('2021-03-01'))
      .filter(r => isLaat(r.stand))
      .map(r => r.mijlpaal.code);
    // Read from the plan: every moment in September 2020 to February 2021, and ZW-M33 (fourth quarter of 2020).
    expect(laat.toSorted()).toEqual(
      'ZW-M01 ZW-M04 ZW-M07 ZW-M10 ZW-M19 ZW-M21 ZW-M23 ZW-M26 ZW-M28 ZW-M29 ZW-M31 ZW-M32 ZW-M33'.split(' '),
    );
  });

  test('het kwartaal van de planningskolom telt, ook waar de maand in de tekst anders is', () => {
    const perQ = new Map(perKwartaal(planregels(zw, alles, dag('2021-01-01'))));
    expect(perQ.get('2020-Q4')?.map(r => r.mijlpaal.code)).toContain('ZW-M21');
    expect(perQ.get('2021-Q2')?.map(r => r.mijlpaal.code)).toContain('ZW-M22');
    expect([...perQ.keys()]).toEqual(['2020-Q4', '2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4']);
    expect([...perQ.values()].flat()).toHaveLength(34);
  });

  test('een filter op gemeente houdt wat van de hele regio is en laat alleen andermans acties weg', () => {
    const n = (gemeente: string) => planregels(nhn, { ...alles, gemeente }, dag('2024-01-01')).length;
    const vanAlkmaar = lijst(nhn, 'mijlpaal').filter(m => ['1a', '1f', 'L-1'].includes(tekst(m, 'actie')));
    expect(n('Alkmaar')).toBe(24);
    expect(n('Heiloo')).toBe(24 - vanAlkmaar.length);
  });

  // @eis A3.3
  test('een subregio is een niveau van de planning: haar gemeenten en wat van de hele regio is', () => {
    const n = (subregio: string) => planregels(nhn, { ...alles, subregio }, dag('2024-01-01')).length;
    // Alkmaar, the one municipality with actions of its own in this source, lies in subregion Alkmaar.
    expect(n('Regio Alkmaar')).toBe(24);
    expect(n('West-Friesland')).toBe(
      planregels(nhn, { ...alles, gemeente: 'Heiloo' }, dag('2024-01-01')).length,
    );
  });

  test('de maandplanning van Kennemerland loopt van maart 2021 tot en met haar laatste maand', () => {
    const plan = lijst(ken, 'maandplanning');
    const maanden = planmaanden(plan);
    expect(maanden[0]).toBe('2021-03');
    expect(maanden.at(-1)).toBe('2021-12');
    expect(maanden).toHaveLength(10);
    expect(inMaand(plan, '2021-03').map(titel)).toContain('Zelfscan lokale (wijk)teams');
    expect(inMaand(plan, '2021-11').map(titel)).not.toContain('Zelfscan lokale (wijk)teams');
  });
});

// @eis A3.4
describe('agenda per overleg', () => {
  test.each([
    ['AO', 'ambtelijk_overleg'],
    ['Ambtelijk Overleg Zorg en Veiligheid', 'ambtelijk_overleg'],
    ['BO', 'bestuurlijk_overleg'],
    ['Stuurgroep Veilig Thuis', 'stuurgroep'],
    ['Colleges van de acht gemeenten', 'college'],
    ['Commissie Sociaal', 'commissie'],
    ['Gemeenteraden van de acht gemeenten', 'raad'],
    ['Participatieraad en Adviesraad Sociaal Domein', 'anders'],
    ['', 'niet_genoemd'],
  ])('"%s" is %s', (naam, verwacht) => {
    expect(overlegVan(naam)).toBe(verwacht);
  });

  test('Alkmaar: college op 4 februari, commissie op 6 maart, raad op 20 maart 2025', () => {
    const a = agendas(nhn, dag('2025-01-15'));
    const dagen = (o: 'college' | 'commissie' | 'raad') =>
      a.get(o)?.flatMap(x => (x.soort === 'mijlpaal' ? [x.tot?.toString()] : []));
    expect(dagen('college')).toEqual(['2025-02-04']);
    expect(dagen('commissie')).toEqual(['2025-03-06']);
    expect(dagen('raad')).toEqual(['2025-03-20']);
  });

  test('Zaanstreek-Waterland: de twee geplande besluiten van het bestuurlijk overleg staan er, wat gebeurd is niet', () => {
    const bo = agendas(zw, dag('2020-09-22')).get('bestuurlijk_overleg') ?? [];
    expect(bo.map(x => [x.soort, titel(x.onderdeel)])).toEqual([
      ['besluit', 'Actieplan versie 21 september'],
      ['mijlpaal', 'Plan van aanpak MDA++ en voorbereiding'],
      ['besluit', 'Evaluatie en voorstel borging'],
    ]);
  });

  test('een besluit zonder orgaan in de bron verdwijnt niet', () => {
    expect(
      agendas(ken, dag('2021-01-01'))
        .get('niet_genoemd')
        ?.map(x => x.onderdeel.code),
    ).toEqual(['KEN-M2', 'KEN-M7']);
  });
});
