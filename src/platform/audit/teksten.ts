import type { Bevindingcode } from './controle.ts';

/** What each finding means, for whoever runs the check. */
export const bevindingteksten: Readonly<Record<Bevindingcode, string>> = {
  gewijzigd: 'een logregel is na het verzegelen gewijzigd',
  verwisseld: 'logregels zijn van plaats verwisseld',
  verwijderd: 'een verzegelde logregel is verwijderd',
  ingevoegd: 'een logregel is achteraf ingevoegd',
  volgorde: 'logregels staan niet in de volgorde waarin ze zijn vastgelegd',
  gat: 'in de ketting ontbreken schakels',
  ketting_verbroken: 'een schakel past niet op de vorige of op zichzelf',
  wortel_wijkt_af: 'de ketting is anders dan toen zij werd ondertekend',
  staart_afgekapt: 'er is ondertekend wat niet meer in de database staat',
  wortel_ongeldig: 'een regel in het wortelbestand is niet echt of niet op haar plaats',
  wortels_ontbreken: 'er is geen enkele wortel van deze ketting',
  andere_ketting: 'het wortelbestand noemt een andere ketting: de database is vervangen of opnieuw begonnen',
  onverzegeld: 'een logregel wacht te lang op verzegeling',
  ongetekend: 'een schakel wacht te lang op ondertekening',
  tijd_onmogelijk: 'een logregel draagt een tijdstip dat niet kan kloppen',
  uitname_ongeldig: 'een regel in het bestand van uitnames is niet echt of niet op haar plaats',
  uitgenomen:
    'een logregel is vernietigd nadat haar bewaartermijn om was, met ondertekend bewijs (geen fout)',
  voortgezet: 'hier ging het logboek verder op een andere databaseserver (geen fout)',
};

export const logboekteksten = {
  goed: 'Het logboek is in orde.',
  geenDatabase: 'Er is hier geen database om te controleren; controleer LA_DATA.',
  fout: 'Het logboek is NIET in orde.',
  stand: (verzegeld: number, wachtend: number, wortels: number) =>
    `Verzegeld: ${verzegeld} logregels, wachtend: ${wachtend}, ondertekende wortels: ${wortels}.`,
  bevinding: (tekst: string, aantal: number, plaats: number | null) =>
    `- ${tekst}: ${aantal} keer${plaats === null ? '' : `, het eerst op plaats ${plaats}`}.`,
};
