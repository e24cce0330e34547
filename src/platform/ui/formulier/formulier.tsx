import type { Child } from 'hono/jsx';
import { Aanmeldregel } from './aanmelding.tsx';

interface FormulierProps {
  actie: string;
  /** Secret of the session, sent along as `_csrf`. */
  csrf: string;
  /** True when a file is sent along. */
  bestanden?: boolean;
  /** Accessible name, when the page has more than one form. */
  naam?: string;
  children: Child;
}

/** A form that changes something: always POST, with the csrf field. The server checks, not the browser. */
export const Formulier = ({ actie, csrf, bestanden, naam, children }: FormulierProps) => (
  <form
    class="la-formulier"
    method="post"
    action={actie}
    enctype={bestanden ? 'multipart/form-data' : undefined}
    aria-label={naam}
    novalidate
    data-bewaak
  >
    <input type="hidden" name="_csrf" value={csrf} />
    <Aanmeldregel />
    {children}
  </form>
);
