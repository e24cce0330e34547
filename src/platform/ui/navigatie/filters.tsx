import type { Child } from 'hono/jsx';
import { toonGetal } from '../getal.ts';
import type { Taal } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';

interface FiltersProps {
  /** Address of the list; the choices become its query. */
  actie: string;
  /** Number of results that match now. */
  aantal?: number;
  /** In what order the list stands, in words: 'oudste eerst'. */
  volgorde?: string;
  /** True when a filter is on: only then there is something to clear. */
  actief?: boolean;
  taal?: Taal;
  children: Child;
}

/** Filters of a list, kept in the address (GET), so that the result can be bookmarked and sent. */
export const Filters = ({ actie, aantal, volgorde, actief, taal = 'nl', children }: FiltersProps) => {
  const t = uiTeksten[taal];
  const telling = aantal === undefined ? [] : [t.resultaten(toonGetal(aantal, taal), aantal === 1)];
  const regel = [...telling, ...(volgorde === undefined ? [] : [volgorde])].join(', ');
  return (
    <>
      <form class="la-filters" method="get" action={actie} aria-label={t.filters} data-filter>
        <div class="la-filters__velden">{children}</div>
        <div class="la-knoppen">
          <button
            class="utrecht-button utrecht-button--secondary-action utrecht-button--html-button"
            type="submit"
          >
            {t.toon}
          </button>
          {actief ? (
            <a class="utrecht-link utrecht-link--html-a" href={actie}>
              {t.wis}
            </a>
          ) : null}
        </div>
      </form>
      {regel === '' ? null : (
        <p class="la-telling" role="status">
          {regel}
        </p>
      )}
    </>
  );
};
