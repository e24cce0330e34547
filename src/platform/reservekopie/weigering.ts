import { weigerteksten } from './teksten.ts';

export type Kopiecode = keyof typeof weigerteksten;

/** A refusal to copy or restore: the code for the caller, the message in Dutch. */
export class KopieWeigering extends Error {
  readonly code: Kopiecode;
  constructor(code: Kopiecode, oorzaak?: unknown) {
    super(weigerteksten[code], oorzaak === undefined ? undefined : { cause: oorzaak });
    this.name = 'KopieWeigering';
    this.code = code;
  }
}
