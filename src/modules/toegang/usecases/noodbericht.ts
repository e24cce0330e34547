/**
 * The notice that break-glass was taken: no name, no case number, no reason. The mail of who reads it may be read along,
 * and stands in systems that are not ours.
 */
export const noodbericht = (adres: string) => ({
  soort: 'noodtoegang',
  onderwerp: 'Er is noodtoegang genomen',
  inhoud: `Iemand nam zojuist noodtoegang tot een dossier waarvoor u regie heeft of toezicht houdt.
Meld u aan om te zien wie, waarom en tot wanneer:

${adres}/toegang/noodtoegang

In dit bericht staat met opzet niet om welk dossier het gaat.
`,
});

/** The same when nobody can judge it: to who leads the teams and to who can have a privacy officer appointed. */
export const noodberichtZonderToezicht = (adres: string) => ({
  soort: 'noodtoegang',
  onderwerp: 'Noodtoegang zonder privacyfunctionaris',
  inhoud: `Iemand nam zojuist noodtoegang tot een dossier in uw regio. Er is geen privacyfunctionaris die daarover kan oordelen.

Zorg dat de organisatie vandaag een privacyfunctionaris krijgt. De accountbeheerder geeft die rol op:

${adres}/beheer/accounts

De noodtoegang blijft wachten tot een privacyfunctionaris oordeelt. In dit bericht staat met opzet niet om welk dossier het gaat.
`,
});
