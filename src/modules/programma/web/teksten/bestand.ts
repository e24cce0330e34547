import type { Bestandsfout } from '../../domain/bestand.ts';
import { SOORTEN } from '../../domain/soorten.ts';
import type { Soortcode } from '../../domain/veld.ts';
import type { Inleesfout } from '../../usecases/inlezing.ts';
import { algemeen } from './algemeen.ts';
import { gebrekTekst } from './gebreken.ts';
import { findVeldtekst, veldLabel } from './velden.ts';

/** Texts of the page for files. Dutch only: a working page. */
export const bestandTeksten = {
  titel: 'Bestanden',
  kop: (regio: string) => `Haal het programma van ${regio} op of lees het in`,
  ophalen: 'Ophalen',
  ophalenTekst:
    'JSON bevat alles. De spreadsheet heeft één blad per soort; hulpaanbod en zelfscan staan daar niet in.',
  werkJson: 'Werkversie als JSON',
  werkXlsx: 'Werkversie als spreadsheet (XLSX)',
  openbaarJson: 'Openbare versie als JSON',
  openbaarXlsx: 'Openbare versie als spreadsheet (XLSX)',
  sjabloon: 'Lege sjabloon met uitleg per kolom (XLSX)',
  inlezen: 'Inlezen',
  inlezenTekst:
    'Kies een heel programmabestand: JSON of een ingevulde sjabloon. U ziet eerst wat er zou veranderen. Wat niet in het bestand staat, vervalt. Alles komt in de werkversie; niets wordt meteen openbaar.',
  veld: 'Programmabestand',
  veldUitleg: 'JSON of XLSX.',
  maximum: '5 MB',
  proef: 'Bekijk wat dit bestand verandert',
  uitkomst: 'Dit zou er veranderen',
  uitkomstTekst: 'Er is nog niets gewijzigd. Controleer de lijst en lees het bestand dan in.',
  niets: 'Dit bestand is gelijk aan de werkversie. Er is niets in te lezen.',
  telling: (n: number, wat: string) => `${n} ${wat}`,
  wat: { nieuw: 'nieuw', gewijzigd: 'gewijzigd', terug: 'teruggezet', vervalt: 'vervalt' },
  gelijk: 'gelijk',
  verplaatst: 'op een andere plaats in de lijst',
  onderdeel: 'Onderdeel',
  soort: 'Soort',
  watKop: 'Wat',
  velden: 'Velden die veranderen',
  meer: (n: number) => `En nog ${n} onderdelen, niet hier getoond.`,
  bevestig: 'Lees dit bestand in als concept',
  annuleer: 'Niet inlezen',
  veranderd:
    'Het programma is gewijzigd sinds u het bestand bekeek, of het is langer dan een dag geleden. Er is niets ingelezen. Bied het bestand opnieuw aan.',
  foutenTitel: (n: number) =>
    n === 1 ? 'Er zit één fout in dit bestand' : `Er zitten ${n} fouten in dit bestand`,
  foutenTekst: 'Er is niets gewijzigd. Verbeter het bestand en bied het opnieuw aan.',
  blad: 'Blad of lijst',
  rij: 'Rij of nummer',
  kolom: 'Kolom of veld',
  fout: 'Wat er niet klopt',
  weigering: {
    leeg: 'Kies een bestand; dit is leeg',
    te_groot: 'Dit bestand is groter dan 5 MB; een programma is kleiner. Kies het goede bestand',
    geen_json:
      'Dit bestand is geen JSON en geen XLSX, of het is beschadigd. Controleer of u het goede bestand koos en sla het opnieuw op',
    geen_programma: 'Dit JSON-bestand is geen programma; haal hierboven een voorbeeld op en vergelijk',
    kapot: 'Deze spreadsheet is beschadigd of beveiligd; sla haar opnieuw op als .xlsx zonder wachtwoord',
    te_groot_uitgepakt: 'Deze spreadsheet is uitgepakt te groot; bewaar alleen de bladen van de sjabloon',
    te_veel_rijen: 'Deze spreadsheet heeft te veel bladen of rijen; bewaar alleen de bladen van de sjabloon',
  },
};

const perLijst = new Map(Object.values(SOORTEN).map(s => [s.bestand?.pad ?? `eigen.${s.code}`, s.code]));

function inhoudsfout(f: Bestandsfout): string {
  const soort = perLijst.get(f.lijst);
  const label = soort && f.veld ? veldLabel(soort, f.veld, 'nl') : f.veld || f.lijst;
  switch (f.gebrek.code) {
    case 'dubbel':
      return `${label}: "${f.code}" komt vaker voor; geef elk onderdeel een eigen code`;
    case 'ontbreekt':
      return f.lijst === 'schemaVersie'
        ? 'schemaVersie moet 1 zijn; gebruik een bestand dat hier is opgehaald als voorbeeld'
        : `De lijst "${f.lijst}" ontbreekt; laat een lege lijst staan als er niets in hoort`;
    case 'onbekend_deel':
      return `"${f.veld || f.lijst}" kennen wij niet; verwijder het of verbeter de naam`;
    case 'geen_onderdeel':
      return `${label}: hier hoort een onderdeel met velden`;
    case 'andere_regio':
      return `Dit bestand is van de regio "${f.gebrek.waarde}"; lees het in bij die regio`;
    default:
      return gebrekTekst(f.gebrek, { label, waarde: f.waarde ?? '' });
  }
}

const vormfout = (f: Extract<Inleesfout, { vorm: unknown }>['vorm']): string => {
  switch (f.gebrek) {
    case 'blad_ontbreekt':
      return `Het blad "${f.waarde}" ontbreekt; voeg het toe, ook als er niets in hoort`;
    case 'blad_onbekend':
      return `Het blad "${f.waarde}" hoort niet bij de sjabloon; verwijder het`;
    case 'kolom_ontbreekt':
      return `De kolom "${f.waarde}" ontbreekt; zet haar terug uit de sjabloon`;
    case 'kolom_onbekend':
      return `De kolom "${f.waarde}" hoort niet bij dit blad; verwijder haar of verbeter de naam`;
    case 'kolom_dubbel':
      return `De kolom "${f.waarde}" staat er twee keer; verwijder er één`;
    case 'ouder_onbekend':
      return `"${f.waarde}" is geen code op het blad van de onderdelen; verbeter de kolom "bij"`;
  }
};

/** A fault as a row: sheet or list, row or number, column or field, and what to do. */
export function foutrij(f: Inleesfout): [string, string, string, string] {
  if ('vorm' in f) {
    const { blad, rij, kolom } = f.vorm;
    return [blad, rij === null ? '' : `${rij}`, kolom ?? '', vormfout(f.vorm)];
  }
  const { inhoud, plek } = f;
  const tekst = inhoudsfout(inhoud);
  if (plek) return [plek.blad, plek.rij === null ? '' : `${plek.rij}`, plek.kolom ?? inhoud.veld, tekst];
  const nummer = inhoud.nummer === null ? '' : `${inhoud.nummer}${inhoud.code ? ` (${inhoud.code})` : ''}`;
  return [inhoud.lijst, nummer, inhoud.veld, tekst];
}

const VORM: Readonly<Record<string, string>> = {
  datum: 'datum',
  kwartaal: 'jaar en kwartaal, zoals 2026-Q1',
  ja_nee: 'ja of nee',
  gemeente: 'naam van een gemeente van deze regio',
  lijst: 'één per regel in de cel',
  verwijzingen: 'codes, één per regel in de cel',
  bedrag: "hele euro's",
  getal: 'getal',
};

/** The explanation of a column for the template: what it is, in which form, and whether it must be filled. */
export function kolomUitleg(soort: Soortcode, pad: string): string {
  const tekst = findVeldtekst(soort, pad, 'nl');
  const [eerste, tweede] = pad.split('.');
  const boven = SOORTEN[soort].velden.find(v => v.naam === eerste);
  const veld = tweede ? boven?.velden?.find(v => v.naam === tweede) : boven;
  const naar = veld?.naar ? `code uit ${algemeen.nl.soort[veld.naar].toLowerCase()}` : undefined;
  const keuzes = veld?.keuzes ? `kies uit: ${veld.keuzes.join(', ')}` : undefined;
  const vorm = veld?.soort === 'verwijzing' ? naar : (keuzes ?? VORM[veld?.soort ?? '']);
  const delen = [tekst?.label ?? pad, tekst?.uitleg, vorm, veld?.verplicht ? 'verplicht' : undefined];
  return delen.filter(d => d !== undefined).join('. ');
}
