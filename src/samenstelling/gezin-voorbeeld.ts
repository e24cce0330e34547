import { opdrachtGezinVoorbeeld } from '#modules/simulatie/module.ts';
import { systeemklok } from '#platform/klok/index.ts';

/** The command `gezin:voorbeeld`, as of today. */
export const gezinVoorbeeld = async (args: readonly string[]): Promise<number> =>
  opdrachtGezinVoorbeeld(args, systeemklok.vandaag());
