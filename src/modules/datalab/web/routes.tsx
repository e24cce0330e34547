import { type App, tweetalig } from '#platform/http/index.ts';
import { dashboardPagina } from './pages/dashboard.tsx';
import { datalabPagina } from './pages/datalab.tsx';
import { type Gemeentepanelen, gemeentePagina } from './pages/gemeente.tsx';
import { indicatorPagina } from './pages/indicator.tsx';
import { indicatorenBestand, invoerPagina, ontvangBestand, sjabloon } from './pages/invoer.tsx';
import { kwaliteitPagina } from './pages/kwaliteit.tsx';
import { draaiTerugActie, foutenBestand, proefPagina, verwerkProef } from './pages/proef.tsx';
import { vergelijkPagina } from './pages/vergelijk.tsx';
import { splitsVorm } from './uitvoer.ts';
import { metRegio } from './vraag.ts';
import { metInleesrecht, metKijkrecht } from './werk.ts';

/** The public pages of the figures, in Dutch and English; each table also as .csv and .json. */
export function registreerPubliek(app: App, panelen: Gemeentepanelen): void {
  tweetalig(app, r => {
    r.get('/regio/:regio/:blad{cijfers(\\.csv|\\.json)?}', c =>
      metRegio(c, regio => dashboardPagina(c, regio, splitsVorm(c.req.param('blad')).vorm)),
    );
    r.get('/regio/:regio/cijfers/:blad{kwaliteit(\\.csv|\\.json)?}', c =>
      metRegio(c, regio => kwaliteitPagina(c, regio, splitsVorm(c.req.param('blad')).vorm)),
    );
    r.get('/regio/:regio/cijfers/:indicator', c => metRegio(c, regio => indicatorPagina(c, regio)));
    r.get('/regio/:regio/vergelijk/:indicator', c => metRegio(c, regio => vergelijkPagina(c, regio)));
    r.get('/regio/:regio/gemeente/:gemeente', c => metRegio(c, regio => gemeentePagina(c, regio, panelen)));
  });
}

/** The working pages: overview, import with its dry run, undo. They do not exist for who has no right there. */
export function registreerWerk(app: App): void {
  app.get('/datalab', c => metKijkrecht(c, regios => datalabPagina(c, regios)));
  app.get('/datalab/invoer', c => metInleesrecht(c, regios => invoerPagina(c, regios)));
  app.post('/datalab/invoer', c => metInleesrecht(c, regios => ontvangBestand(c, regios)));
  app.get('/datalab/invoer/sjabloon.csv', c => metInleesrecht(c, async () => sjabloon(c)));
  app.get('/datalab/invoer/indicatoren.json', c => metInleesrecht(c, () => indicatorenBestand(c)));
  app.get('/datalab/invoer/:id', c => metInleesrecht(c, () => proefPagina(c)));
  app.get('/datalab/invoer/:id/fouten.csv', c => metInleesrecht(c, () => foutenBestand(c)));
  app.post('/datalab/invoer/:id', c => metInleesrecht(c, () => verwerkProef(c)));
  app.post('/datalab/invoer/:id/terug', c => metInleesrecht(c, () => draaiTerugActie(c)));
}
