import { type Controle, maakControles } from '#kern/controle/index.ts';
import { elfproef, isTestnummer } from './bsn.ts';
import { waardeVan } from './graad.ts';
import { isEmail, isTelefoonnummer } from './lijn.ts';
import type { Persooninvoer } from './persoon.ts';
import type { Persooncode } from './teksten.ts';

/** A person as it would be written, on which day, and whether this house is a demonstration. */
export interface Persoonproef {
  readonly persoon: Persooninvoer;
  readonly vandaag: Temporal.PlainDate;
  readonly demo: boolean;
}

type PersoonControle = Controle<Persoonproef, Persooncode>;

const NAAM = /^[^\p{Cc}\u2028\u2029]{1,200}$/u;
const NAAMVELDEN = ['voornamen', 'roepnaam', 'achternaam'] as const;
const fout = (code: Persooncode, velden: string[], toets: PersoonControle['toets']): PersoonControle => ({
  code,
  ernst: 'fout',
  velden,
  toets,
});
const opBsn = (p: Persoonproef, goed: (nummer: string) => boolean): boolean =>
  p.persoon.bsn === null || goed(p.persoon.bsn.nummer);

function geborenOpTijd({ persoon, vandaag }: Persoonproef): boolean {
  const g = waardeVan(persoon.gegevens.geboortedatum);
  if (!g) return true;
  const vroegst = Temporal.PlainDate.from({ year: g.jaar, month: g.maand ?? 1, day: g.dag ?? 1 });
  return g.jaar >= 1900 && Temporal.PlainDate.compare(vroegst, vandaag) <= 0;
}

/** What must be in order before a person is written. */
export const PERSOONCONTROLES = maakControles<Persoonproef, Persooncode>([
  fout('GZ201', ['bsn'], p => opBsn(p, elfproef)),
  fout('GZ202', ['bsn'], p => !p.demo || opBsn(p, isTestnummer)),
  fout('GZ203', ['geboortedatum'], geborenOpTijd),
  fout('GZ204', [], ({ persoon: { gegevens } }) => {
    const fouten: string[] = NAAMVELDEN.filter(v => {
      const naam = waardeVan(gegevens[v]);
      return naam !== null && !NAAM.test(naam);
    });
    if (gegevens.tussenvoegsel !== '' && !NAAM.test(gegevens.tussenvoegsel)) fouten.push('tussenvoegsel');
    return fouten.map(veld => ({ velden: [veld] }));
  }),
  fout('GZ205', ['email'], ({ persoon: { gegevens } }) => {
    const email = waardeVan(gegevens.email);
    return email === null || isEmail(email);
  }),
  fout('GZ206', ['telefoon'], ({ persoon: { gegevens } }) => {
    const telefoon = waardeVan(gegevens.telefoon);
    return telefoon === null || isTelefoonnummer(telefoon);
  }),
  fout(
    'GZ207',
    ['gemeente'],
    ({ persoon }) => persoon.gemeente === null || /^GM\d{4}$/.test(persoon.gemeente),
  ),
]);
