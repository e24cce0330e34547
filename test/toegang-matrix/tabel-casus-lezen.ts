import type { Casuswereld, Gezin } from './casuswereld.ts';
import type { Geval, Leestabel } from './geval.ts';
import { niemand, type Vrager, type Wie } from './wie.ts';
import {
  type Feiten,
  heeftDoel,
  isWerker,
  leestDossier,
  leestVanOrganisatie,
  magRadar,
  schrijftDossier,
  verdeelt,
  type Werker,
} from './wie-casus.ts';

export const NUL = '00000000-0000-4000-8000-000000000000';

/** Roles: C2.1 and C2.3 say whose work a page is, when it is about no file in particular. */
export const metRol =
  (...rollen: Werker['rol'][]): Wie =>
  v =>
    rollen.some(r => r === v.rol);
/** Work with families: who can have a relation at all (ADR 0010). */
export const werktMetGezinnen = metRol('professional', 'teamleider', 'intaker');
/** Who may take break-glass: who works with a family himself (docs/toegang.md). */
export const neemtNood = metRol('professional', 'intaker');
/** C2.3: the radar is for the task of Veilig Thuis, so for who does its intake there. */
export const doetRadar =
  (w: Casuswereld): Wie =>
  v =>
    isWerker(v) && magRadar(w.feiten(), v);
export const toezicht = metRol('privacyfunctionaris');
export const inCasuistiek: Wie = v => werktMetGezinnen(v) || toezicht(v);

type Regel = (f: Feiten, w: Werker, dossier: string) => boolean;

/** A rule about one file as a predicate about who asks. */
export const over =
  (w: Casuswereld, g: Gezin, regel: Regel): Wie =>
  (v: Vrager) =>
    isWerker(v) && regel(w.feiten(), v, g.id);

const geen = (pad: string, naam = 'onbekend'): Geval => ({ naam, pad, wie: niemand });

/** The same address in a file of the own organisation, of the neighbours, in another region, and in none. */
function perGezin(
  w: Casuswereld,
  pad: (g: Gezin) => string,
  regel: (g: Gezin) => Regel,
  onbekend: string,
): Geval[] {
  const gevallen = Object.entries(w.gezinnen).map(
    ([naam, g]): Geval => ({ naam: `gezin ${naam}`, pad: pad(g), wie: over(w, g, regel(g)) }),
  );
  return [...gevallen, geen(onbekend), geen(onbekend.replaceAll(NUL, 'geen-kenmerk'), 'geen kenmerk')];
}

const alle = (regel: Regel) => () => regel;

/** A note or document of the organisation that holds the file. */
const vanHouder =
  (gedeeld: boolean): Regel =>
  (f, w, dossier) =>
    leestVanOrganisatie(f, w, dossier, {
      organisatie: f.dossiers.get(dossier)?.organisatie ?? '',
      gedeeld,
    });

function dossiers(w: Casuswereld): Leestabel {
  const { een, twee } = w.gezinnen;
  const kruis = (deel: string, id: string) => geen(`/casus/${twee.id}/${deel}/${id}`, 'onder ander dossier');
  return {
    '/casus': [{ naam: 'eigen lijst', pad: '/casus', wie: werktMetGezinnen }],
    '/casus/nieuw': [{ naam: 'formulier', pad: '/casus/nieuw', wie: werktMetGezinnen }],
    '/casus/verdelen': [{ naam: 'werkvoorraad', pad: '/casus/verdelen', wie: metRol('teamleider') }],
    '/casus/verdelen/:id': perGezin(
      w,
      g => `/casus/verdelen/${g.id}`,
      alle(verdeelt),
      `/casus/verdelen/${NUL}`,
    ),
    '/casus/radar': [{ naam: 'formulier', pad: '/casus/radar', wie: doetRadar(w) }],
    '/casus/noodtoegang': [{ naam: 'formulier', pad: '/casus/noodtoegang', wie: neemtNood }],
    '/casus/:id': perGezin(w, g => `/casus/${g.id}`, alle(leestDossier), `/casus/${NUL}`),
    '/casus/:id/druk': perGezin(w, g => `/casus/${g.id}/druk`, alle(leestDossier), `/casus/${NUL}/druk`),
    '/casus/:id/documenten/:document': [
      ...perGezin(
        w,
        g => `/casus/${g.id}/documenten/${g.document}`,
        alle(vanHouder(false)),
        `/casus/${een.id}/documenten/${NUL}`,
      ),
      kruis('documenten', een.document),
    ],
    '/casus/:id/politie/:gegeven': [
      ...perGezin(
        w,
        g => `/casus/${g.id}/politie/${een.politie}`,
        g => (f, x, d) => g === een && leestDossier(f, x, d) && heeftDoel(f, x, d, 'politie'),
        `/casus/${een.id}/politie/${NUL}`,
      ),
      kruis('politie', een.politie),
    ],
    '/casus/:id/notities/:notitie': [
      ...perGezin(
        w,
        g => `/casus/${g.id}/notities/${g.notitie}`,
        alle(vanHouder(false)),
        `/casus/${een.id}/notities/${NUL}`,
      ),
      ...Object.entries(w.gezinnen).map(([naam, g]) => ({
        naam: `gedeeld in ${naam}`,
        pad: `/casus/${g.id}/notities/${g.gedeeld}`,
        wie: over(w, g, vanHouder(true)),
      })),
      kruis('notities', een.notitie),
      kruis('notities', een.gedeeld),
    ],
  };
}

function gezinnen(w: Casuswereld): Leestabel {
  const pagina = (deel: string, regel: Regel): Geval[] =>
    perGezin(w, g => `/gezin/personen/${g.ouder}${deel}`, alle(regel), `/gezin/personen/${NUL}${deel}`);
  // The page says whose address it is: who has that purpose alone does not see the person (C1.1).
  const geheim: Regel = (f, x, d) => leestDossier(f, x, d) && heeftDoel(f, x, d, 'geheim_adres');
  return {
    '/gezin/zoeken': [{ naam: 'formulier', pad: '/gezin/zoeken', wie: werktMetGezinnen }],
    '/gezin/personen/:id': pagina('', leestDossier),
    '/gezin/personen/:id/wijzig': pagina('/wijzig', schrijftDossier),
    '/gezin/personen/:id/versies': pagina('/versies', leestDossier),
    '/gezin/personen/:id/contact': pagina('/contact', leestDossier),
    '/gezin/personen/:id/adressen': pagina('/adressen', leestDossier),
    '/gezin/personen/:id/geheim-adres': pagina('/geheim-adres', geheim),
    '/gezin/personen/:id/betrekkingen': pagina('/betrekkingen', leestDossier),
    '/gezin/personen/:id/dezelfde': pagina('/dezelfde', leestDossier),
    '/gezin/dossiers/:id': perGezin(
      w,
      g => `/gezin/dossiers/${g.id}`,
      alle(leestDossier),
      `/gezin/dossiers/${NUL}`,
    ),
    '/gezin/dossiers/:id/persoon-erbij': perGezin(
      w,
      g => `/gezin/dossiers/${g.id}/persoon-erbij`,
      alle(schrijftDossier),
      `/gezin/dossiers/${NUL}/persoon-erbij`,
    ),
    '/gezin/dossiers/:id/bekende-erbij': perGezin(
      w,
      g => `/gezin/dossiers/${g.id}/bekende-erbij`,
      alle(schrijftDossier),
      `/gezin/dossiers/${NUL}/bekende-erbij`,
    ),
  };
}

/** C4 and C2.5: retention, requests, the register, the log and the queue of break-glass. */
function toezichtkamers(): Leestabel {
  const voor = (pad: string, wie: Wie): Geval[] => [{ naam: 'pagina', pad, wie }];
  const paden = ['bewaren', 'vernietigen', 'register', 'verzoeken/nieuw', 'logboek', 'logboek/opvallend'];
  return {
    ...Object.fromEntries(paden.map(p => [`/privacy/${p}`, voor(`/privacy/${p}`, toezicht)])),
    '/privacy/overzicht': voor('/privacy/overzicht', toezicht),
    '/privacy/vernietigen/:id': [geen(`/privacy/vernietigen/${NUL}`)],
    // A request or a notice can ask something of who works in the file (C4.4, C4.6).
    '/privacy/verzoeken': voor('/privacy/verzoeken', inCasuistiek),
    '/privacy/verzoeken/:id': [geen(`/privacy/verzoeken/${NUL}`)],
    '/privacy/verzoeken/:id/inzage': [geen(`/privacy/verzoeken/${NUL}/inzage`)],
    '/privacy/verzoeken/:id/inzage/document/:document': [
      geen(`/privacy/verzoeken/${NUL}/inzage/document/${NUL}`),
    ],
    '/privacy/verzoeken/:id/logboek': [geen(`/privacy/verzoeken/${NUL}/logboek`)],
    '/privacy/kennisgevingen': voor('/privacy/kennisgevingen', inCasuistiek),
    '/toegang/noodtoegang': voor('/toegang/noodtoegang', inCasuistiek),
    '/toegang/overdrachten': voor('/toegang/overdrachten', werktMetGezinnen),
    '/toegang/zoekacties': voor('/toegang/zoekacties', toezicht),
    '/toegang/blokkades/weren': voor('/toegang/blokkades/weren', toezicht),
    '/toegang/blokkades': voor('/toegang/blokkades', metRol('teamleider', 'privacyfunctionaris')),
  };
}

/** Every page on families, relations and their oversight. */
export const casusleestabel = (w: Casuswereld): Leestabel => ({
  ...dossiers(w),
  ...gezinnen(w),
  ...toezichtkamers(),
});
