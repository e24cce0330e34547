import { describe, expect, test } from 'vitest';
import { geldig, leesbaar } from '../testing/geldig.ts';
import { Melding, type MeldingSoort } from './melding.tsx';
import { StatusMerk, type VasteStatus, vasteStatussen } from './statusmerk.tsx';

const soorten: [MeldingSoort, string][] = [
  ['info', 'Let op'],
  ['gelukt', 'Gelukt'],
  ['waarschuwing', 'Waarschuwing'],
  ['fout', 'Fout'],
];

// @eis A2.4
describe('meldingen', () => {
  test.each(soorten)('een melding van soort %s zegt haar soort in een woord', async (soort, woord) => {
    const opmaak = await geldig(<Melding soort={soort} titel="De actie is overgedragen" />);
    expect(opmaak).toContain('role="status"');
    expect(leesbaar(opmaak)).toBe(`${woord}: De actie is overgedragen`);
    expect(leesbaar(await geldig(<Melding soort={soort} />))).toBe(woord);
  });

  test('een melding spreekt de taal van de bladzijde', async () => {
    expect(leesbaar(await geldig(<Melding soort="fout" taal="en" />))).toBe('Error');
  });
});

// @eis A2.4
describe('status', () => {
  const namen = Object.keys(vasteStatussen) as VasteStatus[];

  test.each(namen)('%s staat er als woord; de vorm is voor wie kijkt', async status => {
    const opmaak = await geldig(<StatusMerk status={status} />);
    expect(leesbaar(opmaak)).toBe(status);
    expect(opmaak).toMatch(/<svg[^>]*aria-hidden="true"/);
  });

  test('geen twee vaste statussen delen een vorm, zodat kleur niet nodig is', async () => {
    const vormen = await Promise.all(
      namen.map(async s => /<svg[\s\S]*<\/svg>/.exec(await geldig(<StatusMerk status={s} />))?.[0]),
    );
    expect(new Set(vormen).size).toBe(5);
  });

  test('een eigen status noemt zijn eigen woord', async () => {
    expect(leesbaar(await geldig(<StatusMerk woord="wacht op de raad" vorm="half" toon="neutraal" />))).toBe(
      'wacht op de raad',
    );
  });

  test('een vaste status is ook in het Engels een woord', async () => {
    expect(leesbaar(await geldig(<StatusMerk status="vertraagd" taal="en" />))).toBe('late');
  });
});
