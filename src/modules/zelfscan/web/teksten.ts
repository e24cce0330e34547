const nl = {
  titel: 'Zelfscan',
  kop: (regio: string) => `Waarmee ${regio} naar zichzelf kijkt`,
  begin: 'Begin',
  onbekend: 'onbekend',
  leegTitel: 'Er is geen zelfscan opgenomen',
  leeg: 'De stukken van deze regio beschrijven geen zelfscan. Dat wil niet zeggen dat lokale teams en gemeenten niet naar hun eigen werk kijken.',
  geenSecties: 'De stukken van deze regio noemen de zelfscan, maar niet de onderdelen ervan.',
  doel: 'Waarvoor',
  invullers: 'Wie hem invult',
  werkwijze: 'Hoe',
  gereed: 'Gereed',
  secties: 'Secties en onderwerpen',
  geenOnderwerpen: 'Geen onderwerpen genoemd.',
};
const en: typeof nl = {
  titel: 'Self-scan',
  kop: regio => `How ${regio} looks at itself`,
  begin: 'Start',
  onbekend: 'unknown',
  leegTitel: 'No self-scan is recorded',
  leeg: 'The documents of this region describe no self-scan. That does not mean that local teams and municipalities do not look at their own work.',
  geenSecties: 'The documents of this region mention the self-scan, but not its parts.',
  doel: 'What it is for',
  invullers: 'Who fills it in',
  werkwijze: 'How',
  gereed: 'Done by',
  secties: 'Sections and topics',
  geenOnderwerpen: 'No topics mentioned.',
};
export const teksten = { nl, en };

/** Publishing, in the working version only: Dutch. */
export const werkteksten = {
  melding: 'U bekijkt de werkversie. Lezers buiten zien alleen wat gepubliceerd is.',
  concept: 'Deze versie is nog niet openbaar.',
  publiceer: 'Maak deze zelfscan openbaar',
  gedaan: 'De zelfscan is openbaar. Lezers buiten zien nu deze versie.',
};
