import type { Child } from 'hono/jsx';

/** Things of one kind side by side where there is room: cards, figures. Below 640 pixels one per row. */
export const Rooster = ({ kolommen = 3, items }: { kolommen?: 2 | 3 | 4; items: Child[] }) => (
  <ul class={`la-rooster la-rooster--${kolommen}`}>
    {items.map(item => (
      <li>{item}</li>
    ))}
  </ul>
);
