import type { Taal } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';

interface PagineringProps {
  /** Page we are on, from 1. */
  bladzijde: number;
  /** Number of pages. */
  totaal: number;
  /** Address of a page, with the filters that hold now. */
  adres: (bladzijde: number) => string;
  taal?: Taal;
}

/** The page numbers that are shown: first, last and those next to the current one; null is a gap. */
export function zichtbareBladzijden(nu: number, totaal: number): (number | null)[] {
  const uit: (number | null)[] = [];
  for (let n = 1; n <= totaal; n++) {
    if (n === 1 || n === totaal || Math.abs(n - nu) <= 1) uit.push(n);
    else if (uit.at(-1) !== null) uit.push(null);
  }
  return uit;
}

/** Links to the other pages of a long list; nothing when there is one page. */
export const Paginering = ({ bladzijde, totaal, adres, taal = 'nl' }: PagineringProps) => {
  if (totaal <= 1) return null;
  const t = uiTeksten[taal];
  const link = (n: number, naam: string, extra: { rel?: string; label?: string }) => (
    <a class="utrecht-link utrecht-link--html-a" href={adres(n)} rel={extra.rel} aria-label={extra.label}>
      {naam}
    </a>
  );
  return (
    <nav class="la-paginering" aria-label={t.bladeren}>
      <ul class="la-paginering__lijst">
        {bladzijde > 1 ? <li>{link(bladzijde - 1, t.vorige, { rel: 'prev' })}</li> : null}
        {zichtbareBladzijden(bladzijde, totaal).map(n => (
          <li>
            {n === null ? (
              '…'
            ) : n === bladzijde ? (
              <span class="la-paginering__nu" aria-current="page">
                <span class="la-alleen-voorlezen">{t.bladzijde(n)}</span>
                <span aria-hidden="true">{n}</span>
              </span>
            ) : (
              link(n, String(n), { label: t.bladzijde(n) })
            )}
          </li>
        ))}
        {bladzijde < totaal ? <li>{link(bladzijde + 1, t.volgende, { rel: 'next' })}</li> : null}
      </ul>
    </nav>
  );
};
