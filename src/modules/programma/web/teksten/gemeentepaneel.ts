const nl = {
  acties: 'Wat hier gebeurt',
  actiesBijschrift: 'Acties van het programma in deze gemeente, in de volgorde van de bron',
  actie: 'Actie',
  stand: 'Stand in deze gemeente',
  resultaat: 'Resultaat',
  geenResultaat: 'niet opgegeven',
  zonderStand: (n: number) =>
    n === 1
      ? 'Over deze actie heeft de gemeente nog niets gemeld:'
      : `Over deze ${n} acties heeft de gemeente nog niets gemeld, in de volgorde van de bron:`,
  opmerkingen: 'Wat de raad vroeg',
  geenOpmerkingen: 'De bronnen noemen geen opmerkingen van deze raad.',
  telling: (n: number, open: number) =>
    `${n === 1 ? '1 opmerking' : `${n} opmerkingen`} van deze raad, waarvan ${open === 0 ? 'geen' : open} zonder antwoord`,
};
const en: typeof nl = {
  acties: 'What is done here',
  actiesBijschrift: 'Actions of the programme in this municipality, in the order of the source',
  actie: 'Action',
  stand: 'Stand in this municipality',
  resultaat: 'Result',
  geenResultaat: 'not given',
  zonderStand: n =>
    n === 1
      ? 'The municipality has not reported on this action yet:'
      : `The municipality has not reported on these ${n} actions yet, in the order of the source:`,
  opmerkingen: 'What the council asked',
  geenOpmerkingen: 'The sources give no remarks of this council.',
  telling: (n, open) =>
    `${n === 1 ? '1 remark' : `${n} remarks`} of this council, ${open === 0 ? 'none' : open} without an answer`,
};
export const gemeentepaneelTeksten = { nl, en };
