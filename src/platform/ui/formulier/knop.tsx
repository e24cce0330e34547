import type { Child } from 'hono/jsx';

/** How a button looks: the one main act of a page, another act, or an act that takes something away. */
export type KnopSoort = 'hoofd' | 'bij' | 'gevaar';

const klassen: Record<KnopSoort, string> = {
  hoofd: 'utrecht-button utrecht-button--primary-action',
  bij: 'utrecht-button utrecht-button--secondary-action',
  gevaar: 'utrecht-button utrecht-button--secondary-action utrecht-button--danger',
};

interface KnopProps {
  soort?: KnopSoort;
  naam?: string;
  waarde?: string;
  /** Address to post to when it differs from that of the form. */
  actie?: string;
  children: Child;
}

/** A submit button. The text is the act itself ('Draag over aan lokaal team'), never 'OK'. */
export const Knop = ({ soort = 'hoofd', naam, waarde, actie, children }: KnopProps) => (
  <button
    class={`${klassen[soort]} utrecht-button--html-button`}
    type="submit"
    name={naam}
    value={waarde}
    formaction={actie}
  >
    {children}
  </button>
);

/** A link that looks like a button: goes somewhere, changes nothing. */
export const KnopLink = (props: { href: string; soort?: KnopSoort; children: Child }) => (
  <a class={`${klassen[props.soort ?? 'bij']} la-knoplink`} href={props.href}>
    {props.children}
  </a>
);

/** A row of buttons under a form or a part. */
export const KnopGroep = ({ children }: { children: Child }) => (
  <div class="utrecht-button-group la-knoppen">{children}</div>
);
