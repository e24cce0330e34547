import { type PaginaOmgeving, padIn } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';

/** Foot of every page: first the way to help, then the fixed links. */
export const PaginaVoet = ({ omgeving }: { omgeving: PaginaOmgeving }) => {
  const { taal } = omgeving;
  const t = uiTeksten[taal];
  const links = [
    { pad: '/hulp', naam: t.hulp },
    { pad: '/toegankelijkheid', naam: t.toegankelijkheid },
    { pad: '/privacy', naam: t.privacy },
    { pad: '/open-data', naam: t.openData },
    { pad: '/stijl', naam: t.stijl },
  ];
  return (
    <footer class="la-voet">
      <div class="la-voet__binnen">
        <p class="la-voet__gevaar">
          {t.gevaar}{' '}
          <a class="utrecht-link utrecht-link--html-a utrecht-link--telephone" href="tel:112">
            112
          </a>
          . {t.gevaarDaarna}{' '}
          <a class="utrecht-link utrecht-link--html-a utrecht-link--telephone" href="tel:08002000">
            0800-2000
          </a>
          , {t.gevaarSlot}
        </p>
        <nav aria-label={t.voettekst}>
          <ul class="la-voet__lijst">
            {links.map(l => (
              <li>
                <a class="utrecht-link utrecht-link--html-a" href={padIn(taal, l.pad)}>
                  {l.naam}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
};
