import type { Kruimel, Taal } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';

interface KruimelpadProps {
  kruimels: Kruimel[];
  /** Accessible name, when a page shows more than one. */
  naam?: string;
  taal?: Taal;
}

/** Where we are, from the region down. The last step is this page. */
export const Kruimelpad = ({ kruimels, naam, taal = 'nl' }: KruimelpadProps) => (
  <nav class="utrecht-breadcrumb-nav la-kruimels" aria-label={naam ?? uiTeksten[taal].kruimelpad}>
    <ol class="utrecht-breadcrumb-nav__list utrecht-breadcrumb-nav__list--html-ol">
      {kruimels.map((k, i) => (
        <li class="utrecht-breadcrumb-nav__item">
          {k.href !== undefined && i < kruimels.length - 1 ? (
            <a
              class="utrecht-breadcrumb-nav__link utrecht-link utrecht-link--html-a"
              href={k.href}
              lang={k.taal}
            >
              {k.naam}
            </a>
          ) : (
            <span aria-current={i === kruimels.length - 1 ? 'page' : undefined} lang={k.taal}>
              {k.naam}
            </span>
          )}
        </li>
      ))}
    </ol>
  </nav>
);
