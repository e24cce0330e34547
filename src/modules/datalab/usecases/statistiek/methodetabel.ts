import type { Methode } from './methode.ts';
import { bewakingsmethoden } from './methoden-bewaking.ts';
import { farringtonmethoden } from './methoden-farrington.ts';
import { gebiedmethoden } from './methoden-gebieden.ts';
import { reeksmethoden } from './methoden-reeks.ts';
import { tellingmethoden } from './methoden-telling.ts';
import { tijdmethoden } from './methoden-tijd.ts';
import { verloopmethoden } from './methoden-verloop.ts';

/** Every method of the command by its name. A new method is one line in its family; documentation and checks follow. */
export const methodetabel: Readonly<Record<string, Methode>> = {
  ...tellingmethoden,
  ...gebiedmethoden,
  ...reeksmethoden,
  ...verloopmethoden,
  ...bewakingsmethoden,
  ...farringtonmethoden,
  ...tijdmethoden,
};
