import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';

/** A number as decimal text with its number of decimals, ready for exact storage. */
export interface ExactGetal {
  readonly tekst: string;
  readonly decimalen: number;
}

const weiger = (melding: string): Result<ExactGetal, Weigering> =>
  geweigerd(weigering('getal_onleesbaar', melding));

function exact(tekst: string): Result<ExactGetal, Weigering> {
  const decimalen = tekst.split('.')[1]?.length ?? 0;
  if (decimalen > 6) return weiger(`‘${tekst}’ heeft te veel cijfers achter de komma; rond af op zes.`);
  if (tekst.replace(/\D/g, '').length > 15) return weiger(`‘${tekst}’ is te groot om exact te bewaren.`);
  return gelukt({ tekst, decimalen });
}

/**
 * Reads a number as a Dutch spreadsheet writes it: '1.226', '4,5', '1226'. A number cell is taken as it is. Text with
 * one point and three digits after it ('1.226') is a thousand; any other point is refused, never guessed.
 */
export function leesGetal(cel: string | number | null): Result<ExactGetal, Weigering> {
  if (typeof cel === 'number') {
    return Number.isFinite(cel) && !/e/i.test(String(cel))
      ? exact(String(cel))
      : weiger('Dit is geen gewoon getal.');
  }
  const tekst = (cel ?? '').replace(/[\s\u00a0€%]/g, '');
  if (tekst === '') return weiger('Vul een waarde in, of haal de regel weg.');
  if (/^-?\d+$/.test(tekst)) return exact(tekst);
  if (/^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(tekst)) {
    return exact(tekst.replaceAll('.', '').replace(',', '.'));
  }
  return weiger(`‘${cel}’ is geen getal. Schrijf bijvoorbeeld 1226 of 4,5.`);
}
