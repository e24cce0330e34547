import { type App, tweetalig } from '#platform/http/index.ts';
import { catalogusPagina } from './pages/catalogus.tsx';
import { dashboardPagina } from './pages/dashboard.tsx';
import { datalabPagina } from './pages/datalab.tsx';
import { documentenPagina, documentPagina } from './pages/document.tsx';
import { beginDocument, documentMakenPagina } from './pages/document-maken.tsx';
import { documentDoen, documentWerkPagina, documentwerkPagina } from './pages/document-werk.tsx';
import { gebeurtenissenPagina, haalGebeurtenisWeg, ontvangGebeurtenis } from './pages/gebeurtenissen.tsx';
import { type Gemeentepanelen, gemeentePagina } from './pages/gemeente.tsx';
import { indicatorPagina } from './pages/indicator.tsx';
import { indicatorenBestand, invoerPagina, ontvangBestand, sjabloon } from './pages/invoer.tsx';
import { kwaliteitPagina } from './pages/kwaliteit.tsx';
import { metingenPagina, metingPagina } from './pages/meting.tsx';
import { stelVastActie, vaststelPagina } from './pages/meting-vaststellen.tsx';
import { draaiTerugActie, foutenBestand, type NaInlezen, proefPagina, verwerkProef } from './pages/proef.tsx';
import { publicatiePagina, publicatiesPagina } from './pages/publicatie.tsx';
import { catalogusbeschrijving } from './pages/publicatie-beschrijving.ts';
import { maakPublicatie, publicatieMakenPagina } from './pages/publicatie-maken.tsx';
import { publicatieOvernemen } from './pages/publicatie-overnemen.tsx';
import { publicatieDoen, publicatieWerkPagina, publicatiewerkPagina } from './pages/publicatie-werk.tsx';
import { regioNaastRegioPagina, regiosPagina } from './pages/regios.tsx';
import { sjabloonBestand } from './pages/sjabloon.ts';
import { termijnenPagina } from './pages/termijnen.tsx';
import {
  draaiDoorlopenTerugActie,
  ontvangDoorlopen,
  termijninvoerPagina,
  termijnsjabloon,
} from './pages/termijninvoer.tsx';
import { legNormVastActie, termijnnormenPagina } from './pages/termijnnormen.tsx';
import { vergelijkPagina } from './pages/vergelijk.tsx';
import { handelAf, kiesGrens, waarschuwingenPagina } from './pages/waarschuwingen.tsx';
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
    r.get('/regio/:regio/cijfers/:blad{indicatoren(\\.csv|\\.json)?}', c =>
      metRegio(c, regio => catalogusPagina(c, regio, splitsVorm(c.req.param('blad')).vorm)),
    );
    r.get('/regio/:regio/cijfers/:indicator', c => metRegio(c, regio => indicatorPagina(c, regio)));
    r.get('/regio/:regio/publicaties', c => metRegio(c, regio => publicatiesPagina(c, regio)));
    r.get('/regio/:regio/:blad{publicaties\\.(jsonld|ttl)}', c =>
      metRegio(c, regio => catalogusbeschrijving(c, regio)),
    );
    r.get('/regio/:regio/publicaties/:blad', c => metRegio(c, regio => publicatiePagina(c, regio)));
    r.get('/regio/:regio/documenten', c => metRegio(c, regio => documentenPagina(c, regio)));
    r.get('/regio/:regio/documenten/:blad', c => metRegio(c, regio => documentPagina(c, regio)));
    r.get('/regio/:regio/metingen', c => metRegio(c, regio => metingenPagina(c, regio)));
    r.get('/regio/:regio/metingen/:meting', c => metRegio(c, regio => metingPagina(c, regio)));
    r.get('/regio/:regio/vergelijk/:indicator', c => metRegio(c, regio => vergelijkPagina(c, regio)));
    r.get('/regio/:regio/gemeente/:gemeente', c => metRegio(c, regio => gemeentePagina(c, regio, panelen)));
    r.get('/regios/cijfers', c => regiosPagina(c));
    r.get('/regios/cijfers/:indicator', c => regioNaastRegioPagina(c));
  });
}

/** The working pages: overview, import with its dry run, undo, warnings and events. They do not exist for who has no right there. */
export function registreerWerk(app: App, naInlezen: NaInlezen): void {
  app.get('/datalab', c => metKijkrecht(c, regios => datalabPagina(c, regios)));
  app.get('/datalab/metingen', c => metInleesrecht(c, regios => vaststelPagina(c, regios)));
  app.post('/datalab/metingen', c => metInleesrecht(c, regios => stelVastActie(c, regios)));
  app.get('/datalab/invoer', c => metInleesrecht(c, regios => invoerPagina(c, regios)));
  app.post('/datalab/invoer', c => metInleesrecht(c, regios => ontvangBestand(c, regios)));
  app.get('/datalab/invoer/sjabloon.csv', c => metInleesrecht(c, async () => sjabloon(c)));
  app.get('/datalab/invoer/sjabloon/:sjabloon', c => metInleesrecht(c, () => sjabloonBestand(c)));
  app.get('/datalab/invoer/indicatoren.json', c => metInleesrecht(c, () => indicatorenBestand(c)));
  app.get('/datalab/termijnen', c => metInleesrecht(c, regios => termijnenPagina(c, regios)));
  app.get('/datalab/termijnen/invoer', c => metInleesrecht(c, regios => termijninvoerPagina(c, regios)));
  app.post('/datalab/termijnen/invoer', c => metInleesrecht(c, regios => ontvangDoorlopen(c, regios)));
  app.get('/datalab/termijnen/invoer/sjabloon.csv', c => metInleesrecht(c, async () => termijnsjabloon(c)));
  app.post('/datalab/termijnen/invoer/:id/terug', c =>
    metInleesrecht(c, regios => draaiDoorlopenTerugActie(c, regios)),
  );
  app.get('/datalab/termijnen/normen/:regio', c =>
    metInleesrecht(c, regios => termijnnormenPagina(c, regios)),
  );
  app.post('/datalab/termijnen/normen/:regio', c => metInleesrecht(c, regios => legNormVastActie(c, regios)));
  app.get('/datalab/invoer/:id', c => metInleesrecht(c, () => proefPagina(c)));
  app.get('/datalab/invoer/:id/fouten.csv', c => metInleesrecht(c, () => foutenBestand(c)));
  app.post('/datalab/invoer/:id', c => metInleesrecht(c, () => verwerkProef(c, naInlezen)));
  app.post('/datalab/invoer/:id/terug', c => metInleesrecht(c, () => draaiTerugActie(c, naInlezen)));
  app.get('/datalab/waarschuwingen', c => metInleesrecht(c, regios => waarschuwingenPagina(c, regios)));
  app.post('/datalab/waarschuwingen', c => metInleesrecht(c, regios => kiesGrens(c, regios)));
  app.post('/datalab/waarschuwingen/:id', c => metInleesrecht(c, regios => handelAf(c, regios)));
  app.get('/datalab/gebeurtenissen', c => metInleesrecht(c, regios => gebeurtenissenPagina(c, regios)));
  app.post('/datalab/gebeurtenissen', c => metInleesrecht(c, regios => ontvangGebeurtenis(c, regios)));
  app.post('/datalab/gebeurtenissen/:id/weg', c =>
    metInleesrecht(c, regios => haalGebeurtenisWeg(c, regios)),
  );
}

/** Asks for a draft to be protected and proved in the background. */
export type StuurRekenwerk = (id: string) => Promise<void>;

/** The working pages of releases: prepare, follow, approve by a second person, withdraw. */
export function registreerPublicaties(app: App, stuur: StuurRekenwerk): void {
  app.get('/datalab/publicaties', c => metInleesrecht(c, regios => publicatiewerkPagina(c, regios)));
  app.get('/datalab/publicaties/nieuw', c => metInleesrecht(c, regios => publicatieMakenPagina(c, regios)));
  app.post('/datalab/publicaties/nieuw', c => metInleesrecht(c, regios => maakPublicatie(c, regios, stuur)));
  app.post('/datalab/publicaties/overnemen', c =>
    metInleesrecht(c, regios => publicatieOvernemen(c, regios)),
  );
  app.get('/datalab/publicaties/:id', c => metInleesrecht(c, () => publicatieWerkPagina(c)));
  app.post('/datalab/publicaties/:id', c => metInleesrecht(c, () => publicatieDoen(c)));
}

/** The working pages of documents: begin, write, fix, withdraw. They do not exist for who has no right there. */
export function registreerDocumenten(app: App): void {
  app.get('/datalab/documenten', c => metKijkrecht(c, regios => documentwerkPagina(c, regios)));
  app.get('/datalab/documenten/nieuw', c => metKijkrecht(c, regios => documentMakenPagina(c, regios)));
  app.post('/datalab/documenten/nieuw', c => metKijkrecht(c, regios => beginDocument(c, regios)));
  app.get('/datalab/documenten/:id', c => metKijkrecht(c, () => documentWerkPagina(c)));
  app.post('/datalab/documenten/:id', c => metKijkrecht(c, () => documentDoen(c)));
}
