import type { Child } from 'hono/jsx';
import type { Taal } from '../omgeving.ts';

/** One part of the user interface as it stands on the style page. */
export interface Voorbeeld {
  /** Name under which index.ts exports it. */
  onderdeel: string;
  /** When to use it, and when not. */
  gebruik: Record<Taal, string>;
  toon: (taal: Taal) => Child;
}
