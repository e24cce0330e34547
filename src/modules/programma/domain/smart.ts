import { groepen, lijst, type Onderdeel, type Programma, regels, tekst } from './programma.ts';

/**
 * Does anything that serves this goal carry a measurable target? Councils asked for measurable goals (SMART);
 * a target counts when a number with a unit stands with a result of an action under the goal, or a target
 * value with an indicator of such an action.
 */
export function isMeetbaar(p: Programma, doelstelling: Onderdeel): boolean {
  const acties = lijst(p, 'actie').filter(a => regels(a, 'doelstellingen').includes(doelstelling.code));
  const codes = new Set(acties.map(a => a.code));
  return (
    acties.some(a => groepen(a, 'resultaten').some(r => typeof r.streefwaarde === 'number')) ||
    lijst(p, 'programmaindicator').some(i => codes.has(tekst(i, 'actie')) && tekst(i, 'streefwaarde') !== '')
  );
}

/** Actions under an action line: by their own line, or by a goal of that line. */
export function actiesVan(p: Programma, actielijn: Onderdeel): Onderdeel[] {
  return lijst(p, 'actie').filter(a => tekst(a, 'actielijn') === actielijn.code);
}

/** Actions that serve a goal. */
export function actiesVoor(p: Programma, doelstelling: Onderdeel): Onderdeel[] {
  return lijst(p, 'actie').filter(a => regels(a, 'doelstellingen').includes(doelstelling.code));
}
