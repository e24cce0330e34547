import type { Taal } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';

/** What a citation names: never a file name. */
export interface BronVerwijzing {
  titel: string;
  /** Municipality or organisation that published it. */
  van?: string;
  /** As shown: '3 november 2026' or a year. */
  datum?: string;
  /** Number of the paragraph or table; a word in front is printed as given. */
  paragraaf?: string;
  href?: string;
}

/** A line that says where something comes from. */
export const Bron = ({ bron, taal = 'nl' }: { bron: BronVerwijzing; taal?: Taal }) => {
  const t = uiTeksten[taal];
  const deel = bron.paragraaf;
  const plek = deel !== undefined && /^\d/.test(deel) ? `${t.paragraaf} ${deel}` : deel;
  const rest = [bron.van, bron.datum, plek].filter(d => d !== undefined).join(', ');
  return (
    <p class="la-bron">
      {t.bron}:{' '}
      {bron.href === undefined ? (
        bron.titel
      ) : (
        <a class="utrecht-link utrecht-link--html-a" href={bron.href}>
          {bron.titel}
        </a>
      )}
      {rest === '' ? '' : `, ${rest}`}
    </p>
  );
};
