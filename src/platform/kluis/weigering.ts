import { kluisteksten } from './teksten.ts';

/** What the vault can refuse. */
export type Kluiscode = keyof typeof kluisteksten;

/** A refusal of the vault: the code for the caller, the message in Dutch for whoever runs the installation. */
export class KluisWeigering extends Error {
  readonly code: Kluiscode;
  constructor(code: Kluiscode, oorzaak?: unknown) {
    super(kluisteksten[code], oorzaak === undefined ? undefined : { cause: oorzaak });
    this.name = 'KluisWeigering';
    this.code = code;
  }
}
