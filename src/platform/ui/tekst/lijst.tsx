import type { Child } from 'hono/jsx';

/** A list: with dots, numbered (`genummerd`) or without marks (`kaal`, for rows of links). */
export const Lijst = ({ items, soort }: { items: Child[]; soort?: 'genummerd' | 'kaal' }) => {
  if (soort === 'genummerd')
    return (
      <ol class="utrecht-ordered-list la-lijst">
        {items.map(item => (
          <li>{item}</li>
        ))}
      </ol>
    );
  return (
    <ul class={soort === 'kaal' ? 'la-lijst la-lijst--kaal' : 'utrecht-unordered-list la-lijst'}>
      {items.map(item => (
        <li class={soort === 'kaal' ? undefined : 'utrecht-unordered-list__item'}>{item}</li>
      ))}
    </ul>
  );
};
