import { TaalWissel } from '../navigatie/taalwissel.tsx';
import { type PaginaOmgeving, padIn } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';

/** The bar holds six entries at most: more is a menu nobody reads. */
const MEESTE_NAV = 6;

const Account = ({ omgeving }: { omgeving: PaginaOmgeving }) => {
  const t = uiTeksten[omgeving.taal];
  if (omgeving.gebruiker === null)
    return (
      <a class="utrecht-link utrecht-link--html-a" href="/aanmelden">
        {t.aanmelden}
      </a>
    );
  return (
    <>
      <a class="utrecht-link utrecht-link--html-a" href="/account">
        <span class="la-alleen-voorlezen">{t.mijnAccount}: </span>
        {omgeving.gebruiker.naam}
      </a>
      <span class="la-rol">{omgeving.gebruiker.rol}</span>
      <form class="la-afmelden" method="post" action="/afmelden" aria-label={t.afmelden}>
        <input type="hidden" name="_csrf" value={omgeving.csrf} />
        <button class="la-tekstknop" type="submit">
          {t.afmelden}
        </button>
      </form>
    </>
  );
};

const Zoek = ({ omgeving }: { omgeving: PaginaOmgeving }) => {
  const t = uiTeksten[omgeving.taal];
  return (
    <search class="la-zoek">
      <form method="get" action={padIn(omgeving.taal, '/zoeken')} aria-label={t.zoekOp}>
        <label class="la-alleen-voorlezen" for="zoekveld">
          {t.zoekOp}
        </label>
        <input
          class="utrecht-textbox utrecht-textbox--html-input la-zoek__veld"
          type="search"
          id="zoekveld"
          name="q"
          autocomplete="off"
        />
        <button class="utrecht-button utrecht-button--secondary-action la-zoek__knop" type="submit">
          {t.zoek}
        </button>
      </form>
    </search>
  );
};

const Nav = ({ omgeving }: { omgeving: PaginaOmgeving }) =>
  omgeving.navigatie.length === 0 ? null : (
    <nav class="la-nav" aria-label={uiTeksten[omgeving.taal].hoofdmenu}>
      <ul class="la-nav__lijst">
        {omgeving.navigatie.slice(0, MEESTE_NAV).map(item => (
          <li>
            <a class="la-nav__link" href={item.href} aria-current={item.actief ? 'page' : undefined}>
              {item.naam}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );

/** Top of every page: demo banner, brand, search, account, language, main menu. */
export const PaginaKop = ({ omgeving }: { omgeving: PaginaOmgeving }) => {
  const t = uiTeksten[omgeving.taal];
  return (
    <header class="la-kopbalk">
      {omgeving.demo ? <p class="la-demo">{t.demo}</p> : null}
      <div class="la-kopbalk__rij">
        <a class="la-merk" href={padIn(omgeving.taal, '/')}>
          <span class="la-merk__naam">{t.merk}</span>
          <span class="la-merk__uitleg">{t.merkUitleg}</span>
        </a>
        <div class="la-account">
          <Account omgeving={omgeving} />
          {omgeving.andereTaalPad === null ? null : (
            <TaalWissel taal={omgeving.taal} pad={omgeving.andereTaalPad} />
          )}
        </div>
        <Zoek omgeving={omgeving} />
      </div>
      <Nav omgeving={omgeving} />
    </header>
  );
};
