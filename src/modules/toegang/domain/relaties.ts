import type { Grond } from './gronden.ts';

/** What a relation with a file is for. The last three open one part with a rule of its own, and nothing else. */
export const DOELEN = ['behandeling', 'regie', 'overleg', 'melder', 'geheim_adres', 'politie'] as const;
export type Doel = (typeof DOELEN)[number];

/** In what capacity somebody stands to a file; the database decides it (`bevoegdheidOp`). */
export const HOEDANIGHEDEN = {
  aanlegger: 'wie het dossier in dezelfde handeling aanlegt',
  regie: 'wie de regie heeft in het dossier',
  verdeler: 'teamleider van een organisatie die het dossier houdt',
  verantwoordelijke: 'teamleider van de organisatie die verwerkingsverantwoordelijke is',
  ontvanger: 'teamleider van de organisatie aan wie het dossier is aangeboden',
  zelf: 'wie de relatie heeft',
  weerder:
    'teamleider of privacyfunctionaris van de organisatie van wie wordt geweerd; of privacyfunctionaris van de organisatie die verwerkingsverantwoordelijke is',
  hulpverlener: 'professional of intaker in de regio',
  accountbeheer: 'accountbeheerder van de regio',
  stelsel: 'niemand: het volgt uit de regel',
} as const;
export type Hoedanigheid = keyof typeof HOEDANIGHEDEN;

export interface Gebeurtenis {
  naam: string;
  /** Opens a relation, closes one, or bars somebody for as long as it lasts. */
  soort: 'opent' | 'sluit' | 'weert';
  wie: readonly Hoedanigheid[];
  /** For whom: nobody gives himself a relation, but who lays down a file or takes break-glass. */
  voor: 'zichzelf' | 'een ander' | 'ieder';
  doelen: readonly Doel[];
  gronden: readonly Grond[];
  einde: 'open' | 'verplicht' | 'vanzelf' | 'meteen';
  uitleg: string;
  bron: string;
}

const TAAK = ['wmo_veilig_thuis', 'wmo_lokaal_team', 'jeugdwet'] as const;
const WERK = ['behandeling', 'regie'] as const;
const AVG_NODIG = 'AVG art. 5 lid 1 onder c en f';

/**
 * The one table of every event that opens or closes access. Codes are those of `relatie.aanleiding` and
 * `relatie.einde_aanleiding`. Use cases ask it, docs/toegang.md is made from it, and the tests hold the database to it.
 */
export const GEBEURTENISSEN = {
  aanleg: {
    naam: 'Dossier aangelegd',
    soort: 'opent',
    wie: ['aanlegger'],
    voor: 'zichzelf',
    doelen: WERK,
    gronden: TAAK,
    einde: 'open',
    uitleg: 'Wie een dossier aanlegt staat er vanaf dezelfde handeling in; later kan dat niet meer.',
    bron: 'Wmo 2015 art. 5.1.1 en 5.1.6',
  },
  toewijzing: {
    naam: 'Werk toegewezen',
    soort: 'opent',
    wie: ['verdeler'],
    voor: 'een ander',
    doelen: WERK,
    gronden: TAAK,
    einde: 'open',
    uitleg: 'De teamleider wijst een collega van de eigen organisatie toe.',
    bron: AVG_NODIG,
  },
  bijzonder: {
    naam: 'Bijzonder onderdeel geopend',
    soort: 'opent',
    wie: ['verantwoordelijke'],
    voor: 'een ander',
    doelen: ['melder', 'geheim_adres', 'politie'],
    gronden: ['wmo_melder', 'veiligheid', 'bpg_4_2'],
    einde: 'open',
    uitleg:
      'Melder, geheim adres en politiegegevens: elk een eigen relatie, alleen te geven door de organisatie die verwerkingsverantwoordelijke is.',
    bron: 'Uitvoeringsbesluit Wmo 2015 art. 4.1.8 lid 3; Besluit politiegegevens art. 4:2',
  },
  overdracht_aanvaard: {
    naam: 'Overdracht aanvaard',
    soort: 'opent',
    wie: ['ontvanger'],
    voor: 'een ander',
    doelen: WERK,
    gronden: [...TAAK, 'wmo_medewerking', 'toestemming'],
    einde: 'open',
    uitleg: 'De teamleider van de ontvangende organisatie aanvaardt en wijst meteen een professional toe.',
    bron: 'Wmo 2015 art. 4.1.1 lid 2 onder d en art. 5.3.3; Kwaliteitskader Zicht op veiligheid (2016)',
  },
  overleg: {
    naam: 'Uitgenodigd voor een overleg',
    soort: 'opent',
    wie: ['regie'],
    voor: 'een ander',
    doelen: ['overleg'],
    gronden: ['wmo_medewerking', 'toestemming'],
    einde: 'verplicht',
    uitleg:
      'Wie regie heeft nodigt iemand van een andere of de eigen organisatie uit; lezen, niet schrijven.',
    bron: 'Wmo 2015 art. 5.3.3',
  },
  heropening: {
    naam: 'Gesloten dossier weer geopend',
    soort: 'opent',
    wie: ['verdeler'],
    voor: 'een ander',
    doelen: WERK,
    gronden: [...TAAK, 'recht_betrokkene'],
    einde: 'open',
    uitleg: 'Na sluiting staat niemand meer in het dossier; de teamleider wijst opnieuw iemand toe.',
    bron: AVG_NODIG,
  },
  noodtoegang: {
    naam: 'Noodtoegang genomen',
    soort: 'opent',
    wie: ['hulpverlener'],
    voor: 'zichzelf',
    doelen: [],
    gronden: ['veiligheid'],
    einde: 'vanzelf',
    uitleg:
      'Met reden, tot één dossier, alleen lezen. Wie regie heeft en de privacyfunctionaris krijgen meteen bericht; het wordt beoordeeld.',
    bron: 'AVG art. 6 lid 1 onder d en art. 9 lid 2 onder c; NEN 7513 (noodprocedure)',
  },
  afsluiting: {
    naam: 'Dossier gesloten',
    soort: 'sluit',
    wie: ['regie'],
    voor: 'ieder',
    doelen: DOELEN,
    gronden: [],
    einde: 'meteen',
    uitleg: 'Alle relaties met het dossier eindigen.',
    bron: AVG_NODIG,
  },
  intrekking: {
    naam: 'Relatie ingetrokken',
    soort: 'sluit',
    wie: ['regie', 'verdeler', 'verantwoordelijke'],
    voor: 'een ander',
    doelen: DOELEN,
    gronden: [],
    einde: 'meteen',
    uitleg:
      'Eén relatie eindigt; een teamleider doet dat voor de eigen organisatie. Een bijzonder onderdeel neemt terug wie het geeft: wie regie heeft ziet die relaties niet.',
    bron: AVG_NODIG,
  },
  teruggave: {
    naam: 'Relatie teruggegeven',
    soort: 'sluit',
    wie: ['zelf'],
    voor: 'zichzelf',
    doelen: DOELEN,
    gronden: [],
    einde: 'meteen',
    uitleg: 'Wie het dossier niet meer nodig heeft, beëindigt de eigen relatie.',
    bron: AVG_NODIG,
  },
  functiewissel: {
    naam: 'Rol beëindigd',
    soort: 'sluit',
    wie: ['accountbeheer', 'stelsel'],
    voor: 'een ander',
    doelen: DOELEN,
    gronden: [],
    einde: 'meteen',
    uitleg:
      'Eindigt de laatste rol van iemand bij een organisatie, dan eindigen de relaties namens die organisatie. De accountbeheerder ziet ze niet.',
    bron: AVG_NODIG,
  },
  overdracht_voltooid: {
    naam: 'Overdracht voltooid',
    soort: 'sluit',
    wie: ['regie', 'verdeler'],
    voor: 'ieder',
    doelen: DOELEN,
    gronden: [],
    einde: 'meteen',
    uitleg:
      'Na aanvaarding eindigen de relaties van de overdragende organisatie, als die het dossier loslaat.',
    bron: 'Kwaliteitskader Zicht op veiligheid (2016)',
  },
  blokkade: {
    naam: 'Geblokkeerd',
    soort: 'weert',
    wie: ['weerder'],
    voor: 'een ander',
    doelen: DOELEN,
    gronden: [],
    einde: 'open',
    uitleg:
      'Wint van alles, ook van noodtoegang. Wie geblokkeerd is merkt niet dat het dossier bestaat. Alleen de privacyfunctionaris heft op.',
    bron: 'AVG art. 5 lid 1 onder f en art. 32',
  },
} as const satisfies Record<string, Gebeurtenis>;

export type Gebeurteniscode = keyof typeof GEBEURTENISSEN;
type VanSoort<S extends Gebeurtenis['soort']> = {
  [C in Gebeurteniscode]: (typeof GEBEURTENISSEN)[C]['soort'] extends S ? C : never;
}[Gebeurteniscode];
/** What `relatie.aanleiding` can hold; break-glass is no relation. */
export type Aanleiding = Exclude<VanSoort<'opent'>, 'noodtoegang'>;
/** What `relatie.einde_aanleiding` can hold. */
export type Einde = VanSoort<'sluit'>;

/** The same table, read as the general form. */
export const gebeurtenis = (code: Gebeurteniscode): Gebeurtenis => GEBEURTENISSEN[code];

const codes = Object.keys(GEBEURTENISSEN) as Gebeurteniscode[];
export const AANLEIDINGEN = codes.filter(
  (c): c is Aanleiding => gebeurtenis(c).soort === 'opent' && c !== 'noodtoegang',
);
export const EINDEN = codes.filter((c): c is Einde => gebeurtenis(c).soort === 'sluit');

/** Which events somebody in these capacities may bring about: from this the buttons follow. */
export function magGebeuren(hoedanigheden: readonly Hoedanigheid[]): Gebeurteniscode[] {
  return codes.filter(c => gebeurtenis(c).wie.some(w => hoedanigheden.includes(w)));
}
