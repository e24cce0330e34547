import type { Overgangstabel } from '#kern/toestand/index.ts';

export type Casusstand = 'open' | 'gesloten';
export type Casushandeling = 'sluit' | 'heropen';
/** Purpose of the relation by which somebody acts in the file. */
export type Casusrol = 'regie' | 'behandeling';

/** Closing and reopening: by who has the direction, with a reason that stays in the file as a decision. */
export const VERLOOP: Overgangstabel<Casusstand, Casushandeling, Casusrol, 'reden'> = {
  open: {
    sluit: { naar: 'gesloten', door: ['regie'], vereist: ['reden'], grondslag: 'Wmo 2015 art. 5.3.4' },
  },
  gesloten: { heropen: { naar: 'open', door: ['regie'], vereist: ['reden'] } },
};
