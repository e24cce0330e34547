import type { Child } from 'hono/jsx';

interface KaartjeProps {
  href: string;
  titel: string;
  /** Short line above the title: a kind or a date. */
  boven?: string;
  /** Level of the title in the page: below an h2 it is 3. */
  niveau?: 2 | 3;
  children?: Child;
}

/** One clickable thing. The title is the link; the whole card can be hit. */
export const Kaartje = ({ href, titel, boven, niveau = 3, children }: KaartjeProps) => {
  const link = (
    <a class="la-kaartje__link" href={href}>
      {titel}
    </a>
  );
  return (
    <div class="la-kaartje">
      {boven === undefined ? null : <p class="la-kaartje__boven">{boven}</p>}
      {niveau === 2 ? <h2 class="la-kaartje__titel">{link}</h2> : <h3 class="la-kaartje__titel">{link}</h3>}
      {children === undefined ? null : <div class="la-kaartje__tekst">{children}</div>}
    </div>
  );
};
