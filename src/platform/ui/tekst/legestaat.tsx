import type { Child } from 'hono/jsx';

/** Shown instead of an empty list: why there is nothing and what to do now. */
export const LegeStaat = ({ titel, children }: { titel: string; children?: Child }) => (
  <div class="la-leeg">
    <p class="la-leeg__titel">{titel}</p>
    {children === undefined ? null : <div>{children}</div>}
  </div>
);
