import type { Adressoort } from '#modules/gezin/index.ts';
import type {
  Afdrukdoel,
  Anonimiteit,
  Deelgrond,
  Fase,
  Meldergrond,
  Notitiesoort,
  Politiegrond,
  Taak,
} from '../../domain/codes.ts';
import type { Ontvanger, Verstrekgrond, Voorwaarde } from '../../domain/politieverstrekking.ts';

/** Words for codes. A law is named where a choice rests on it. */
export const woorden = {
  fase: {
    directe_veiligheid: 'directe veiligheid',
    stabiele_veiligheid: 'stabiele veiligheid',
    herstel: 'herstel',
  } satisfies Record<Fase, string>,
  stand: { open: 'open', gesloten: 'gesloten' },
  taak: {
    veilig_thuis: 'Veilig Thuis (Wmo 2015 art. 4.1.1)',
    wmo: 'Lokaal team, Wmo 2015',
    jeugdhulp: 'Lokaal team, Jeugdwet',
  } satisfies Record<Taak, string>,
  notitiesoort: {
    contact: 'contact met het gezin',
    overleg: 'overleg',
    besluit: 'besluit',
    overig: 'overig',
  } satisfies Record<Notitiesoort, string>,
  deelgrond: {
    toestemming: 'Toestemming van de betrokkene (AVG art. 6 en 9)',
    wmo_5_3_3: 'Hun medewerking is nodig (Wmo 2015 art. 5.3.3)',
    jeugdwet_7_3_11: 'Hun medewerking is nodig (Jeugdwet art. 7.3.11)',
    wmo_5_2_6: 'Inlichtingen aan Veilig Thuis (Wmo 2015 art. 5.2.6)',
    wmo_4_1_1: 'Veilig Thuis licht in (Wmo 2015 art. 4.1.1 lid 2)',
  } satisfies Record<Deelgrond, string>,
  anonimiteit: {
    open: 'Bekend: de melder stemt in dat het gezin de naam hoort',
    anoniem_voor_gezin: 'Anoniem voor het gezin: alleen wij weten wie het is',
    dubbel_anoniem: 'Ook voor ons onbekend: de melder zei niet wie hij is',
  } satisfies Record<Anonimiteit, string>,
  meldergrond: {
    stemt_in: 'De melder stemt in',
    gevaar_gezin: 'Bekend maken is gevaarlijk voor iemand in het gezin',
    gevaar_melder: 'Bekend maken is gevaarlijk voor de melder of zijn collega’s',
    vertrouwensrelatie: 'Bekend maken schaadt de vertrouwensrelatie met het gezin',
    geen_instemming: 'Geen beroepskracht, en stemt niet in',
    niet_bekend: 'De melder is niet bekend',
  } satisfies Record<Meldergrond, string>,
  politiegrond: {
    bpg_4_2_veilig_thuis: 'Aan Veilig Thuis voor zijn taak (Besluit politiegegevens art. 4:2 lid 1 onder i)',
    bpg_4_2_jeugd: 'Aan de gemeente voor de Jeugdwet (Besluit politiegegevens art. 4:2 lid 1 onder i)',
    wpg_19: 'Een beslissing van de politie in een bijzonder geval (Wet politiegegevens art. 19)',
    wpg_20: 'Een beslissing van de politie voor een samenwerkingsverband (Wet politiegegevens art. 20)',
  } satisfies Record<Politiegrond, string>,
  voorwaarde: {
    geen: 'De politie stelde geen voorwaarde',
    na_overleg: 'Alleen verder na overleg met de politie',
    niet_verder: 'Niet verder verstrekken',
    niet_bekend: 'Niet bekend (telt als: eerst overleg met de politie)',
  } satisfies Record<Voorwaarde, string>,
  verstrekgrond: {
    wpg_7_2_taak: 'Onze taak maakt het noodzakelijk (Wet politiegegevens art. 7 lid 2)',
    wpg_7_2_voorschrift: 'Een wettelijk voorschrift verplicht ertoe (Wet politiegegevens art. 7 lid 2)',
    wpg_20_2_besluit:
      'De beslissing van de politie noemt deze ontvanger (Wet politiegegevens art. 20 lid 2; lezing van dit huis)',
  } satisfies Record<Verstrekgrond, string>,
  ontvanger: {
    politie: 'politie',
    openbaar_ministerie: 'Openbaar Ministerie',
    rechter: 'rechter',
    raad_kinderbescherming: 'Raad voor de Kinderbescherming',
    gecertificeerde_instelling: 'gecertificeerde instelling',
    veilig_thuis: 'Veilig Thuis',
    gemeente: 'gemeente',
    zorg_en_veiligheidshuis: 'Zorg- en Veiligheidshuis',
    reclassering: 'reclassering',
    zorgaanbieder: 'zorgaanbieder',
    opvang: 'opvang',
    andere: 'andere organisatie',
  } satisfies Record<Ontvanger, string>,
  afdrukdoel: {
    overleg: 'een overleg over dit gezin',
    huisbezoek: 'een huisbezoek',
    zitting: 'een zitting of verzoek aan de rechter',
    overdracht: 'een overdracht',
    inzage: 'inzage door een betrokkene',
  } satisfies Record<Afdrukdoel, string>,
  huishoudrol: {
    volwassene: 'volwassene',
    kind: 'kind',
    ouder_inwonend: 'inwonende ouder',
    overig: 'overig',
  },
  adressoort: {
    woon: 'woonadres',
    brief: 'briefadres',
    tijdelijk: 'tijdelijk adres',
    werk: 'werk',
    school: 'school of opvang',
  } satisfies Record<Adressoort, string>,
  doel: {
    behandeling: 'behandeling',
    regie: 'regie',
    overleg: 'overleg',
    melder: 'gegevens van de melder',
    geheim_adres: 'geheim adres',
    politie: 'politiegegevens',
  },
  aanleiding: {
    aanleg: 'legde het dossier aan',
    toewijzing: 'toegewezen',
    bijzonder: 'bijzonder onderdeel',
    overdracht_aanvaard: 'overdracht aanvaard',
    overleg: 'uitgenodigd voor overleg',
    heropening: 'na heropening',
  },
} as const;

/** The word for a code, or the code itself when it is of another time. */
export function woord(soort: keyof typeof woorden, code: string): string {
  const tabel: Readonly<Record<string, string>> = woorden[soort];
  return tabel[code] ?? code;
}

/** The choices of a field, with their words. */
export function opties(soort: keyof typeof woorden, codes: readonly string[]) {
  return codes.map(waarde => ({ waarde, naam: woord(soort, waarde) }));
}
