import { gelukt, geweigerd, ongeldig, type Result, type Weigering } from '#kern/resultaat/index.ts';
import { ADRESSOORTEN, type Adres, type Adressoort, adresGebreken } from '#modules/gezin/index.ts';
import { geheimveld, RIJEN } from '../domain/aanleg.ts';
import { isCode } from '../domain/codes.ts';

/** A secret address that is laid down with the file: of the person in this row of the form. */
export interface Geheimoordeel {
  rij: number;
  soort: Adressoort;
  adres: Adres;
}

const DELEN = ['straat', 'nummer', 'toevoeging', 'postcode', 'plaats'] as const;

/** Judges the secret address of the form; null when nothing of it was filled in. `ingevuld` are the rows with somebody. */
export function leesGeheimAdres(
  v: Readonly<Record<string, string>>,
  ingevuld: readonly number[],
): Result<Geheimoordeel | null, Weigering> {
  const w = (veld: Parameters<typeof geheimveld>[0]) => (v[geheimveld(veld)] ?? '').trim();
  if (DELEN.every(d => w(d) === '')) return gelukt(null);
  const adres = Object.fromEntries(DELEN.map(d => [d, w(d)])) as unknown as Adres;
  const fouten: Record<string, string> = {};
  for (const [veld, gebrek] of Object.entries(adresGebreken(adres)))
    fouten[geheimveld(veld as (typeof DELEN)[number])] = gebrek;
  const soort = w('soort') || 'woon';
  if (!isCode(ADRESSOORTEN, soort)) fouten[geheimveld('soort')] = 'geen_keuze';
  const rij = RIJEN.find(r => `${r}` === w('persoon') && ingevuld.includes(r));
  if (!rij) fouten[geheimveld('persoon')] = w('persoon') === '' ? 'leeg' : 'geen_keuze';
  if (!rij || !isCode(ADRESSOORTEN, soort) || Object.keys(fouten).length > 0)
    return geweigerd(ongeldig(fouten));
  return gelukt({ rij, soort, adres });
}
