import type { Child } from 'hono/jsx';

interface KopProps {
  id?: string;
  children: Child;
}

/** The one h1 of a page: says what the page is for. `boven` is a short line above it (where am I). */
export const Kop1 = ({ id, boven, children }: KopProps & { boven?: Child }) => (
  <div class="la-kop">
    {boven === undefined ? null : <p class="la-kop__boven">{boven}</p>}
    <h1 class="utrecht-heading-1" id={id}>
      {children}
    </h1>
  </div>
);

/** Heading of a part of the page. */
export const Kop2 = ({ id, children }: KopProps) => (
  <h2 class="utrecht-heading-2" id={id}>
    {children}
  </h2>
);

/** Heading inside a part. */
export const Kop3 = ({ id, children }: KopProps) => (
  <h3 class="utrecht-heading-3" id={id}>
    {children}
  </h3>
);
