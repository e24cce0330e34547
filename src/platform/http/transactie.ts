import { metActor, PUBLIEK, type Transactie } from '#platform/db/index.ts';
import type { Ctx } from './omgeving.ts';

/** One transaction in which row security knows who asks and on which day. */
export function alsLezer<T>(c: Ctx, werk: (tx: Transactie) => Promise<T>): Promise<T> {
  return metActor(c.get('diensten').db, c.get('actor'), c.get('vandaag'), werk);
}

/** As `alsLezer`, with only what everybody may see: for what may be passed on, whoever asks. */
export function alsPubliek<T>(c: Ctx, werk: (tx: Transactie) => Promise<T>): Promise<T> {
  return metActor(c.get('diensten').db, PUBLIEK, c.get('vandaag'), werk);
}
