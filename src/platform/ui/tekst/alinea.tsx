import type { Child } from 'hono/jsx';

/** A paragraph; `soort` 'inleiding' is the lead under the h1, 'klein' is a note. */
export const Alinea = ({ soort, children }: { soort?: 'inleiding' | 'klein'; children: Child }) => {
  const extra =
    soort === 'inleiding' ? ' utrecht-paragraph--lead' : soort === 'klein' ? ' utrecht-paragraph--small' : '';
  return <p class={`utrecht-paragraph${extra}`}>{children}</p>;
};
