import type { Child } from 'hono/jsx';

/** A link. `taal` when the page behind it is in another language; `huidig` marks the page we are on. */
export const Link = (props: { href: string; taal?: string; huidig?: boolean; children: Child }) => (
  <a
    class="utrecht-link utrecht-link--html-a"
    href={props.href}
    hreflang={props.taal}
    aria-current={props.huidig ? 'page' : undefined}
  >
    {props.children}
  </a>
);
