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
