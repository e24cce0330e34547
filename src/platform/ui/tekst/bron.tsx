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

/** What a source is called is Dutch, whatever the language of the page. */
const Nederlands = ({ taal, children }: { taal: Taal; children: string }) =>
  taal === 'nl' ? <>{children}</> : <span lang="nl">{children}</span>;

/** A line that says where something comes from. */
export const Bron = ({ bron, taal = 'nl' }: { bron: BronVerwijzing; taal?: Taal }) => {
  const t = uiTeksten[taal];
  const deel = bron.paragraaf;
  const titel = <Nederlands taal={taal}>{bron.titel}</Nederlands>;
  return (
    <p class="la-bron">
      {t.bron}:{' '}
      {bron.href === undefined ? (
        titel
      ) : (
        <a class="utrecht-link utrecht-link--html-a" href={bron.href}>
          {titel}
        </a>
      )}
      {bron.van === undefined ? '' : `, ${bron.van}`}
      {bron.datum === undefined ? '' : `, ${bron.datum}`}
      {deel === undefined ? '' : /^\d/.test(deel) ? `, ${t.paragraaf} ` : ', '}
      {deel === undefined ? '' : <Nederlands taal={taal}>{deel}</Nederlands>}
    </p>
  );
};
