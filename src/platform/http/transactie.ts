import { metActor, type Transactie } from '#platform/db/index.ts';
import type { Ctx } from './omgeving.ts';

/** One transaction in which row security knows who asks and on which day. */
export function alsLezer<T>(c: Ctx, werk: (tx: Transactie) => Promise<T>): Promise<T> {
  return metActor(c.get('diensten').db, c.get('actor'), c.get('vandaag'), werk);
}
