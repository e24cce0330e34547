export { onderSlot, type Slotuitkomst } from './slot.ts';
export { type Taaklading, taaklading } from './taaklading.ts';
export { foutcode, maakTaken, type Taakopties, type Taakverloop, type Taken } from './taken.ts';
