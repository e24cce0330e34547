// Who may do what, written from the text (A2.5, A3.10, A4.2, A4.5) and the predicates of the access matrix.
// Nothing here asks the application.
import {
  aangemeld,
  accounts,
  kijktInDatalab,
  leestIn,
  leidt,
  leidtOfAdviseert,
  niemand,
  steltOp,
  techniek,
  type Vrager,
  werkt,
  zietCijfers,
} from '../toegang-matrix/wie.ts';
import type { Wandelaar, Wereld } from './wereld.ts';
import type { Rij, Wijziging } from './wijzigingen.ts';

type Kennis = Pick<Wereld, 'gemeenten' | 'gemeenteVan' | 'inlezingen'>;

/** Kinds that a municipality's adviser may change: answers, status, results and remarks (A3.10). */
const VAN_GEMEENTE = ['raadsopmerking', 'gemeentestand'];

const adviseertIn = (v: Vrager, regio: string): boolean => v.rol === 'beleidsmedewerker' && regio in v.gebied;

/** May this item be changed? Of an unknown item of the municipality's kinds the municipality may be the own. */
function wijzigt(v: Vrager, k: Kennis, regio: string, soort: string, code: string): boolean {
  if (leidt(regio)(v)) return true;
  if (!VAN_GEMEENTE.includes(soort)) return false;
  const gemeente = k.gemeenteVan.get(`${regio}|${soort}|${code}`);
  return gemeente ? leidtOfAdviseert(regio, gemeente)(v) : adviseertIn(v, regio);
}

type Regel = readonly [
  patroon: RegExp,
  mag: (v: Vrager, m: readonly string[], k: Kennis, post: boolean) => boolean,
];

const ID = '[0-9a-f-]{36}';

const REGELS: readonly Regel[] = [
  // Public: what is published, the way in, and the addresses that are their own proof.
  [/^\/($|en$|en\/|regio\/|geld$|zoeken$|hulp$|toegankelijkheid$|privacy$|open-data$|stijl$)/, () => true],
  [
    /^\/(statisch\/|gezondheid$|api\/v1\/|agenda\/|aanmelden$|aanmelden\/|afmelden$|uitnodiging\/)/,
    () => true,
  ],
  // Says to whoever was signed out already how what he typed is saved.
  [/^\/account\/blijf$/, () => true],
  [/^\/account($|\/)/, aangemeld],
  [/^\/beheer\/(?:accounts|herstel|aanmelddiensten)($|\/)/, accounts],
  // Files of families (C2.1): none of the roles that walk here has a relation to any.
  [/^\/(?:casus|gezin|toegang|privacy)($|\/)/, niemand],
  [/^\/beheer\/techniek$/, techniek],
  [/^\/datalab$/, kijktInDatalab],
  [
    new RegExp(`^/datalab/invoer/(${ID})($|/)`),
    (v, [id = ''], k) => {
      const regio = k.inlezingen.get(id);
      return regio ? zietCijfers(regio)(v) : leestIn(v);
    },
  ],
  [/^\/datalab\/termijnen\/normen\/([^/]+)$/, (v, [regio = '']) => zietCijfers(regio)(v)],
  [/^\/datalab\/(?:invoer|metingen|publicaties|termijnen|waarschuwingen|gebeurtenissen)($|\/)/, leestIn],
  // B4.5: the documents of a region; which region an id is of is not known here.
  [/^\/datalab\/documenten($|\/nieuw$)/, kijktInDatalab],
  [
    /^\/programma\/([^/]+)\/onderdeel\/([^/]+)\/nieuw$/,
    (v, [regio = '', soort = ''], k) => wijzigt(v, k, regio, soort, ''),
  ],
  [
    /^\/programma\/([^/]+)\/onderdeel\/([^/]+)\/([^/]+)\/(?:wijzig|publiceer|vervalt|terug)$/,
    (v, [regio = '', soort = '', code = ''], k) => wijzigt(v, k, regio, soort, decodeURIComponent(code)),
  ],
  [/^\/programma\/([^/]+)\/planning\/jaar\/[^/]+\/[^/]+$/, (v, [regio = '']) => leidt(regio)(v)],
  [
    /^\/programma\/([^/]+)\/(?:planning\/mijlpalen\/.*|bestand|bestand\/inlezen|hulpaanbod|zelfscan)$/,
    (v, [regio = ''], _, post) => (post ? leidt(regio)(v) : werkt(regio)(v)),
  ],
  [
    /^\/programma\/([^/]+)\/programma\/acties\/[^/]+\/gemeente\/([^/]+)$/,
    (v, [regio = '', slug = ''], k, post) => {
      const g = k.gemeenten.find(x => [x.slug, x.code.toLowerCase()].includes(slug) && x.regio === regio);
      return post ? leidtOfAdviseert(regio, g?.code ?? '')(v) : werkt(regio)(v);
    },
  ],
  // B4.4: laying down and acting on an evaluation is for project leader and analyst.
  [
    /^\/programma\/([^/]+)\/programma\/acties\/[^/]+\/evaluaties\/(nieuw|\d+)$/,
    (v, [regio = '', deel = ''], _, post) =>
      post || deel === 'nieuw' ? zietCijfers(regio)(v) : werkt(regio)(v),
  ],
  [
    /^\/programma\/([^/]+)\/raad\/([^/]+)$/,
    (v, [regio = '', code = ''], k, post) =>
      post ? wijzigt(v, k, regio, 'raadsopmerking', decodeURIComponent(code)) : werkt(regio)(v),
  ],
  [
    /^\/programma\/([^/]+)\/concepten$/,
    (v, [regio = ''], _, post) => (post ? leidt(regio)(v) || adviseertIn(v, regio) : werkt(regio)(v)),
  ],
  [/^\/programma\/([^/]+)($|\/)/, (v, [regio = '']) => werkt(regio)(v)],
];

/** May this be asked, by an address that is written as our pages write it? Null: no rule knows the address. */
export function magVragen(v: Vrager, methode: string, pad: string, k: Kennis): boolean | null {
  for (const [patroon, mag] of REGELS) {
    const m = patroon.exec(pad);
    if (m) return mag(v, m.slice(1), k, methode === 'POST');
  }
  return null;
}

const tekst = (r: Rij, veld: string): string => String(r[veld] ?? '');

/** May this person write this row? By table; a table that nobody decided about may be written by nobody. */
const TABELLEN: Readonly<Record<string, (w: Wandelaar, r: Rij, wat: Wijziging, pad: string) => boolean>> = {
  'programma.onderdeel': (w, r) =>
    leidt(tekst(r, 'regio'))(w.wie) ||
    (VAN_GEMEENTE.includes(tekst(r, 'soort')) &&
      leidtOfAdviseert(tekst(r, 'regio'), tekst(r, 'gemeente'))(w.wie)),
  'programma.onderdeel_versie': (w, r, wat, pad) =>
    TABELLEN['programma.onderdeel']?.(w, r, wat, pad) ?? false,
  'programma.evaluatie': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'programma.evaluatie_uitkomst': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'programma.evaluatie_stand': (w, r) =>
    (tekst(r, 'toestand') === 'uitgevoerd' ? zietCijfers : leidt)(tekst(r, 'regio'))(w.wie),
  'programma.agendaadres': (w, r) => w.wie.rol !== null && tekst(r, 'persoon_id') === w.persoon,
  'programma.inlezing': (w, r) => leidt(tekst(r, 'regio'))(w.wie) && tekst(r, 'persoon_id') === w.persoon,
  'hulpaanbod.hulpaanbod': (w, r) => leidt(tekst(r, 'regio'))(w.wie),
  'hulpaanbod.hulpaanbod_versie': (w, r) => leidt(tekst(r, 'regio'))(w.wie),
  'zelfscan.zelfscan': (w, r) => leidt(tekst(r, 'regio'))(w.wie),
  'zelfscan.zelfscan_versie': (w, r) => leidt(tekst(r, 'regio'))(w.wie),
  'datalab.inlezing': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'datalab.bron': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'datalab.waarneming': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'datalab.waarneming_versie': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'datalab.waarneming_bijdrager': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'datalab.waarneming_groep': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'datalab.actuele_waarneming': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'datalab.meting': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'datalab.meting_waarneming': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'datalab.bewaking': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'datalab.waarschuwing': (w, r, wat) => wat.daad === 'UPDATE' && zietCijfers(tekst(r, 'regio'))(w.wie),
  'datalab.gebeurtenis': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'datalab.doorloop_inlezing': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'datalab.doorloop': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  // The terms that come with the house have no region: nobody who walks here changes them.
  'datalab.termijnnorm': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'datalab.publicatie': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'datalab.publicatie_werk': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  // Only what is taken over from a public source gets its figures by somebody's hand.
  'datalab.publicatie_cel': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  'datalab.publicatie_waarheid': (w, r) => zietCijfers(tekst(r, 'regio'))(w.wie),
  // B4.5: advisers write along, only who publishes fixes.
  'datalab.document': (w, r) =>
    (tekst(r, 'toestand') === 'concept' || tekst(r, 'toestand') === 'vervallen' ? steltOp : zietCijfers)(
      tekst(r, 'regio'),
    )(w.wie),
  'datalab.document_werk': w => kijktInDatalab(w.wie),
  'datalab.document_publicatie': w => kijktInDatalab(w.wie),
  'datalab.document_stuk': w => leestIn(w.wie),
  'toegang.organisatie': w => accounts(w.wie),
  'toegang.persoon': (w, r) =>
    accounts(w.wie) &&
    tekst(r, 'id') !== w.persoon &&
    Array.isArray(r['regios']) &&
    r['regios'].some(regio => String(regio) in w.wie.gebied),
  'toegang.lidmaatschap': (w, r) =>
    accounts(w.wie) && tekst(r, 'regio') in w.wie.gebied && tekst(r, 'persoon_id') !== w.persoon,
  // The own sessions; of others by who may switch an account off.
  'aanmelden.session': (w, r) => tekst(r, 'userId') === w.account || accounts(w.wie),
  'aanmelden.user': w => accounts(w.wie),
  'aanmelden.account': w => accounts(w.wie),
  'aanmelden.twoFactor': w => accounts(w.wie),
  'aanmelden.passkey': w => accounts(w.wie),
  'aanmelden.verification': (_, __, ___, pad) => pad.startsWith('/aanmelden/passkey'),
  'toegang.herstelverzoek': w => accounts(w.wie),
  'toegang.herstelakkoord': w => accounts(w.wie),
  'toegang.aanmelddienst': w => accounts(w.wie),
  'toegang.aanmelddienst_koppeling': w => accounts(w.wie),
  // Where the last role at an organisation ends, the relations on its behalf end (C2.1, change of job).
  'toegang.relatie': (w, _, wat, pad) =>
    accounts(w.wie) && wat.daad === 'UPDATE' && /^\/beheer\/accounts\/(?:rol|uit)$/.test(pad),
  // A form of somebody whose session ran out.
  'toegang.bewaard_verzoek': (w, r) => tekst(r, 'persoon_id') === w.persoon,
  // Who lost a password asks for a link, from outside.
  'aanmelden.link': (w, r, _, pad) =>
    accounts(w.wie) || (pad === '/aanmelden/herstel' && tekst(r, 'soort') === 'herstel'),
  'mail.bericht': (w, r, wat, pad) => {
    if (wat.daad === 'UPDATE') return techniek(w.wie);
    return accounts(w.wie) || (pad === '/aanmelden/herstel' && tekst(r, 'soort') === 'herstel');
  },
};

/** Files of families (issue 3): nobody who walks here writes one. */
const VAN_DOSSIERS =
  /^(?:casus|gezin|privacy)\.|^toegang\.(?:betrokken\w*|blokkade|dossier|noodtoegang|overdracht|relatie|zoekactie|verwerking\w*)$/;

/** The words of what this change should not have been; null when it may be. */
export function onterecht(w: Wandelaar, wat: Wijziging, methode: string, pad: string): string | null {
  const mag = TABELLEN[wat.tabel];
  if (!mag && VAN_DOSSIERS.test(wat.tabel)) return `${wat.tabel}: zonder relatie met een dossier`;
  if (!mag) return `${wat.tabel}: geen regel in test/wandeling/recht.ts zegt wie hier mag schrijven`;
  if (methode !== 'POST') return `${wat.tabel}: ${wat.daad} door een ${methode}`;
  const rijen = [wat.na, wat.voor].filter(r => r !== null);
  const fout = rijen.find(r => !mag(w, r, wat, pad));
  return fout ? `${wat.tabel}: ${wat.daad} van ${JSON.stringify(fout).slice(0, 300)}` : null;
}
