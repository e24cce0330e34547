import { opdrachtLogboekControleer } from '#platform/audit/index.ts';
import type { Instellingen } from '#platform/config/index.ts';
import {
  opdrachtSleutelHerstel,
  opdrachtSleutelSplits,
  opdrachtSleutelVernieuw,
} from '#platform/kluis/index.ts';
import { opdrachtReservekopie, opdrachtTerugzetten } from '#platform/reservekopie/index.ts';
import { dataMap } from './databank.ts';
import { opdrachtOpenapi } from './samenstelling/api.ts';
import { opdrachtEersteAccount } from './samenstelling/eerste-account.ts';
import { gezinVoorbeeld } from './samenstelling/gezin-voorbeeld.ts';
import { opdrachtLogboekUitvoer } from './samenstelling/logboek-uitvoer.ts';
import { opdrachtNaspelen } from './samenstelling/wissen.ts';
import { start } from './start.ts';

export type Opdracht = (instellingen: Instellingen, args: string[]) => Promise<number | null>;

/** Settings in which `data` is the folder that is really used. */
const metDataMap = (i: Instellingen): Instellingen => ({ ...i, data: i.databaseUrl ? i.data : dataMap(i) });

/** Every command of `npm run`, by name. */
export const opdrachten: Record<string, Opdracht> = {
  start: i => start(i, 'start'),
  serve: i => start(i, 'serve'),
  reservekopie: (i, args) => opdrachtReservekopie(metDataMap(i), args),
  terugzetten: (i, args) => opdrachtTerugzetten(metDataMap(i), args, opdrachtNaspelen),
  naspelen: i => opdrachtNaspelen(i),
  'logboek-controleer': i => opdrachtLogboekControleer(metDataMap(i)),
  'logboek-uitvoer': (i, args) => opdrachtLogboekUitvoer(metDataMap(i), args),
  'eerste-account': (i, args) => opdrachtEersteAccount(i, args),
  'sleutel-vernieuw': (i, args) => opdrachtSleutelVernieuw(i, args),
  'sleutel-splits': async i => opdrachtSleutelSplits(i),
  'sleutel-herstel': async (_, args) => opdrachtSleutelHerstel(args),
  openapi: () => opdrachtOpenapi(),
  'gezin-voorbeeld': (_, args) => gezinVoorbeeld(args),
};
