import type { Taal } from './omgeving.ts';

/** A text, a list of texts, a function that makes one, or a group of those. */
export type Tekstboom = { readonly [sleutel: string]: TekstWaarde };
type TekstWaarde =
  | string
  | readonly string[]
  | ((...delen: never[]) => string)
  | { readonly [sleutel: string]: TekstWaarde };

const nl = {
  merk: 'Lange Adem',
  merkUitleg: 'Samen tegen huiselijk geweld en kindermishandeling',
  naarInhoud: 'Ga naar de inhoud',
  hoofdmenu: 'Hoofdmenu',
  zoek: 'Zoek',
  zoekOp: 'Zoek op deze site',
  aanmelden: 'Aanmelden',
  afmelden: 'Afmelden',
  mijnAccount: 'Mijn account',
  account: 'Account',
  andereTaal: 'English',
  andereTaalUitleg: 'This page in English',
  demo: 'Demonstratie: alle personen zijn verzonnen. Vul geen echte gegevens in.',
  kruimelpad: 'Kruimelpad',
  voettekst: 'Over deze site',
  gevaar: 'Bent u in gevaar? Bel',
  gevaarDaarna: 'Veilig Thuis',
  gevaarSlot: 'gratis, dag en nacht.',
  hulp: 'Hulp bij geweld thuis',
  toegankelijkheid: 'Toegankelijkheid',
  privacy: 'Privacy',
  openData: 'Open data',
  stijl: 'Stijlgids',
  nietVerplicht: '(niet verplicht)',
  fout: 'Fout:',
  foutTitel: 'Er is iets niet goed ingevuld',
  kies: 'Maak een keuze',
  datumUitleg: 'Dag-maand-jaar, bijvoorbeeld 3-11-2026',
  bestandUitleg: (max: string) => `Hoogstens ${max}`,
  meldingSoort: { info: 'Let op', gelukt: 'Gelukt', waarschuwing: 'Waarschuwing', fout: 'Fout' },
  status: {
    gepland: 'gepland',
    loopt: 'loopt',
    gereed: 'gereed',
    vertraagd: 'vertraagd',
    vervallen: 'vervallen',
  },
  bladeren: 'Bladeren door de lijst',
  vorige: 'Vorige',
  volgende: 'Volgende',
  bladzijde: (n: number) => `Bladzijde ${n}`,
  filter: 'Filter',
  filters: 'Filters',
  toon: 'Toon resultaat',
  wis: 'Wis alle filters',
  resultaten: (n: string, een: boolean) => (een ? '1 resultaat' : `${n} resultaten`),
  tabelKnop: 'Bekijk als tabel',
  bron: 'Bron',
  beperking: 'Dit zegt het niet',
  download: 'Download deze cijfers',
  vandaag: 'vandaag',
  kwartaal: (n: number) => `K${n}`,
  voorlopig: 'voorlopig',
  stap: { gereed: 'gedaan', huidig: 'nu', komend: 'nog te doen' },
  verschilVeld: 'Onderdeel',
  verschilHun: 'Zoals het nu is opgeslagen',
  verschilUw: 'Zoals u het invulde',
  verschilAnders: 'verschilt',
  paragraaf: 'paragraaf',
  afgedrukt: (door: string, moment: string) => `Afgedrukt door ${door} op ${moment}.`,
  doel: (reden: string) => `Doel: ${reden}.`,
  geenWaarde: 'niet bekend',
  opnieuwKiezen: 'Kies het bestand opnieuw.',
  aanmeldeinde: {
    tot: (tijd: string, minuten: number) =>
      `U kunt dit formulier versturen tot ${tijd}: na ${minuten} minuten zonder versturen wordt u afgemeld.`,
    vast: (tijd: string) =>
      `Om ${tijd} wordt u afgemeld, ook als u bezig bent. Dat is niet te verlengen: verstuur of bewaar vóór die tijd.`,
    bewaard: 'Verstuurt u later, dan bewaren wij wat u typte tot u weer bent aangemeld.',
    ookDan: 'Wat u daarna verstuurt, bewaren wij.',
    blijf: 'Blijf aangemeld (opent een nieuw tabblad)',
    stilTitel: 'U wordt bijna afgemeld',
    stil: (gewaarschuwd: number, minuten: number) =>
      `U hebt ${gewaarschuwd} minuten niets verstuurd. Na ${minuten} minuten wordt u afgemeld.`,
    vastTitel: 'Uw aanmelding eindigt bijna',
  },
} as const satisfies Tekstboom;

/** The shape that every language has to fill: the same keys, with functions of the same arguments. */
export type UiTeksten = Verbreed<typeof nl>;
type Verbreed<T> = T extends string
  ? string
  : T extends (...a: infer A) => string
    ? (...a: A) => string
    : { readonly [K in keyof T]: Verbreed<T[K]> };

const en: UiTeksten = {
  merk: 'Lange Adem',
  merkUitleg: 'Together against domestic violence and child abuse',
  naarInhoud: 'Skip to the content',
  hoofdmenu: 'Main menu',
  zoek: 'Search',
  zoekOp: 'Search this site',
  aanmelden: 'Sign in',
  afmelden: 'Sign out',
  mijnAccount: 'My account',
  account: 'Account',
  andereTaal: 'Nederlands',
  andereTaalUitleg: 'Deze pagina in het Nederlands',
  demo: 'Demonstration: all people are invented. Do not enter real data.',
  kruimelpad: 'Breadcrumb',
  voettekst: 'About this site',
  gevaar: 'Are you in danger? Call',
  gevaarDaarna: 'Safe at Home (Veilig Thuis)',
  gevaarSlot: 'free, day and night.',
  hulp: 'Help with violence at home',
  toegankelijkheid: 'Accessibility',
  privacy: 'Privacy',
  openData: 'Open data',
  stijl: 'Style guide',
  nietVerplicht: '(optional)',
  fout: 'Error:',
  foutTitel: 'Something has not been filled in correctly',
  kies: 'Choose one',
  datumUitleg: 'Day-month-year, for example 3-11-2026',
  bestandUitleg: max => `At most ${max}`,
  meldingSoort: { info: 'Please note', gelukt: 'Done', waarschuwing: 'Warning', fout: 'Error' },
  status: {
    gepland: 'planned',
    loopt: 'under way',
    gereed: 'finished',
    vertraagd: 'late',
    vervallen: 'dropped',
  },
  bladeren: 'Pages of the list',
  vorige: 'Previous',
  volgende: 'Next',
  bladzijde: n => `Page ${n}`,
  filter: 'Filter',
  filters: 'Filters',
  toon: 'Show result',
  wis: 'Clear all filters',
  resultaten: (n, een) => (een ? '1 result' : `${n} results`),
  tabelKnop: 'View as table',
  bron: 'Source',
  beperking: 'What this does not say',
  download: 'Download these figures',
  vandaag: 'today',
  kwartaal: n => `Q${n}`,
  voorlopig: 'provisional',
  stap: { gereed: 'done', huidig: 'now', komend: 'to do' },
  verschilVeld: 'Item',
  verschilHun: 'As it is stored now',
  verschilUw: 'As you filled it in',
  verschilAnders: 'differs',
  paragraaf: 'section',
  afgedrukt: (door, moment) => `Printed by ${door} on ${moment}.`,
  doel: reden => `Purpose: ${reden}.`,
  geenWaarde: 'not known',
  opnieuwKiezen: 'Choose the file again.',
  aanmeldeinde: {
    tot: (tijd, minuten) =>
      `You can send this form until ${tijd}: after ${minuten} minutes without sending you are signed out.`,
    vast: tijd =>
      `At ${tijd} you are signed out, even while you work. This cannot be put off: send or keep your work before then.`,
    bewaard: 'If you send later, we keep what you typed until you have signed in again.',
    ookDan: 'What you send after that, we keep.',
    blijf: 'Stay signed in (opens a new tab)',
    stilTitel: 'You are about to be signed out',
    stil: (gewaarschuwd, minuten) =>
      `You have sent nothing for ${gewaarschuwd} minutes. After ${minuten} minutes you are signed out.`,
    vastTitel: 'Your session is about to end',
  },
};

/** The fixed words of the layout and the components, per language. */
export const uiTeksten: Readonly<Record<Taal, UiTeksten>> = { nl, en };

/** One thing that is wrong with a translation. */
export interface TekstGebrek {
  /** Dotted path of the text, for example 'status.loopt'. */
  sleutel: string;
  gebrek: 'ontbreekt' | 'leeg' | 'overbodig' | 'andere_soort';
}

function soort(w: unknown): string {
  return Array.isArray(w) ? 'lijst' : typeof w;
}

function vergelijk(van: Readonly<Record<string, unknown>>, naar: unknown, pad: string): TekstGebrek[] {
  const ander = (naar ?? {}) as Readonly<Record<string, unknown>>;
  const gebreken: TekstGebrek[] = [];
  for (const [sleutel, links] of Object.entries(van)) {
    const hier = pad === '' ? sleutel : `${pad}.${sleutel}`;
    const rechts = ander[sleutel];
    if (typeof links === 'string' && links.trim() === '') gebreken.push({ sleutel: hier, gebrek: 'leeg' });
    if (rechts === undefined || rechts === null) gebreken.push({ sleutel: hier, gebrek: 'ontbreekt' });
    else if (soort(links) !== soort(rechts)) gebreken.push({ sleutel: hier, gebrek: 'andere_soort' });
    else if (typeof rechts === 'string' && rechts.trim() === '')
      gebreken.push({ sleutel: hier, gebrek: 'leeg' });
    else if (typeof links === 'object' && links !== null)
      gebreken.push(...vergelijk(links as Record<string, unknown>, rechts, hier));
  }
  for (const sleutel of Object.keys(ander)) {
    if (!(sleutel in van))
      gebreken.push({ sleutel: pad === '' ? sleutel : `${pad}.${sleutel}`, gebrek: 'overbodig' });
  }
  return gebreken;
}

/**
 * Compares the Dutch and the English texts of a room: every key that is missing, empty, left over or of
 * another kind (text against function or group). An empty list means that nothing is missing.
 */
export function controleerTeksten(nederlands: Tekstboom, engels: unknown): TekstGebrek[] {
  return vergelijk(nederlands, engels, '');
}
