// npm run vinden:meet: how well the house finds that two records are of one person, on invented people. Prints
// precision and recall, and fails below the bounds of the requirement.
import { createHmac } from 'node:crypto';
import { meetVinden, type Vindmeting } from '../src/modules/gezin/testing/vindmeting.ts';
import { EISEN, maakRecords } from '../src/modules/gezin/testing/vindproef.ts';

const ZAAD = 20_261_122;
const [huishoudens = 1000, zaad = ZAAD] = process.argv.slice(2).map(Number);
const kluis = {
  blindeIndex: (soort: string, waarde: string) => createHmac('sha256', soort).update(waarde).digest(),
};

function druk(m: Vindmeting, bederf: number): void {
  const getal = (n: number) => n.toFixed(3);
  console.log(
    `${bederf * 100} % bedorven velden, zaad ${zaad}: ${m.records} vastleggingen, ${m.echteParen} paren van één mens`,
  );
  console.log(
    `  precisie ${getal(m.precisie)} (${m.vals} onterechte voorstellen), vindkans ${getal(m.vindkans)} ` +
      `(${m.echteParen - m.gevonden} gemist, waarvan ${m.nietVergeleken} nooit vergeleken)`,
  );
}

let goed = true;
for (const bederf of [0, 0.1, 0.2]) {
  const m = meetVinden(kluis, maakRecords({ zaad, huishoudens, bederf }));
  druk(m, bederf);
  if (bederf === EISEN.bederf) goed = m.precisie >= EISEN.precisie && m.vindkans >= EISEN.vindkans;
}
console.log(
  `Eis bij ${EISEN.bederf * 100} %: precisie ten minste ${EISEN.precisie}, vindkans ten minste ${EISEN.vindkans}: ${goed ? 'gehaald' : 'niet gehaald'}.`,
);
process.exitCode = goed ? 0 : 1;
