import type { Child } from 'hono/jsx';

/** A disclosure: works without script; print always shows what is inside. */
export const Details = (props: { titel: string; open?: boolean; children: Child }) => (
  <details class="la-details" open={props.open}>
    <summary class="la-details__titel">{props.titel}</summary>
    <div class="la-details__inhoud">{props.children}</div>
  </details>
);
