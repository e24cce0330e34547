import type { Child } from 'hono/jsx';

/** Terms with their values (who, since when, by whom): a real dl, two columns where there is room. */
export const BeschrijvingsLijst = ({ items }: { items: { term: Child; waarde: Child }[] }) => (
  <dl class="utrecht-data-list la-dl">
    {items.map(({ term, waarde }) => (
      <div class="utrecht-data-list__item la-dl__rij">
        <dt class="utrecht-data-list__item-key">{term}</dt>
        <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">{waarde}</dd>
      </div>
    ))}
  </dl>
);
