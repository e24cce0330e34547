import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { Aanmeldwaarschuwing } from '../formulier/aanmelding.tsx';
import { Kruimelpad } from '../navigatie/kruimelpad.tsx';
import type { Kruimel, PaginaOmgeving } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';
import { PaginaKop } from './paginakop.tsx';
import { PaginaVoet } from './paginavoet.tsx';

interface PaginaProps {
  omgeving: PaginaOmgeving;
  /** Title of the page, without the name of the site. Begins with 'Fout:' when a form was refused. */
  titel: string;
  kruimels?: Kruimel[];
  /** Day and time at which the page was made, as shown; stands on paper only, before that of the surroundings. */
  gemaakt?: string;
  children: Child;
}

/** The whole document. The page itself gives one `Kop1`; everything works without script. */
export const Pagina = ({ omgeving, titel, kruimels, gemaakt, children }: PaginaProps) => {
  const t = uiTeksten[omgeving.taal];
  const volledig = titel === t.merk ? titel : `${titel} - ${t.merk}`;
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html class="utrecht-root" lang={omgeving.taal} data-thema={omgeving.thema}>
        <head>
          <meta charset="utf-8" />
          <title>{volledig}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="format-detection" content="telephone=no" />
          <link rel="stylesheet" href={omgeving.stijlPad} />
          <script defer src={omgeving.scriptPad} />
        </head>
        <body class="utrecht-document la-pagina">
          <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
            {t.naarInhoud}
          </a>
          <PaginaKop omgeving={omgeving} />
          {kruimels !== undefined && kruimels.length > 0 ? (
            <Kruimelpad kruimels={kruimels} taal={omgeving.taal} />
          ) : null}
          <main class="la-inhoud" id="inhoud" tabindex={-1}>
            {children}
            {omgeving.aanmelding ? <Aanmeldwaarschuwing a={omgeving.aanmelding} /> : null}
          </main>
          <div
            class="la-druk"
            data-adres={`${omgeving.druk?.oorsprong ?? ''}${omgeving.pad}`}
            data-moment={gemaakt ?? omgeving.druk?.moment}
          />
          <PaginaVoet omgeving={omgeving} />
        </body>
      </html>
    </>
  );
};
