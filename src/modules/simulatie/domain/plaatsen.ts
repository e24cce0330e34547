import type { Plaats } from './gezin.ts';

/** Where the invented families live: one municipality of each region of the demonstration (CBS codes). */
export const PLAATSEN: Record<string, readonly Plaats[]> = {
  kennemerland: [{ gemeente: 'GM0392', naam: 'Haarlem', postcode: 2010 }],
  'noord-holland-noord': [{ gemeente: 'GM0361', naam: 'Alkmaar', postcode: 1810 }],
  'zaanstreek-waterland': [{ gemeente: 'GM0479', naam: 'Zaandam', postcode: 1500 }],
};
