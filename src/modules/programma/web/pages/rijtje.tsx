import type { Child } from 'hono/jsx';
import { Lijst } from '#platform/ui/index.ts';

/** Things in a cell: one as it is, several as a list, none as the word for it. */
export const Rijtje = ({ items, geen }: { items: readonly Child[]; geen: string }) =>
  items.length > 1 ? <Lijst items={[...items]} /> : <span>{items[0] ?? geen}</span>;
