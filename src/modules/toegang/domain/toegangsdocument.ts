import { BLOKKADEREDENEN } from './blokkade.ts';
import { DEELCODES, DOSSIERDELEN, OPENINGEN, type Opening } from './dossierdelen.ts';
import { GRONDCODES, GRONDEN } from './gronden.ts';
import { DOELEN, GEBEURTENISSEN, type Gebeurteniscode, gebeurtenis, HOEDANIGHEDEN } from './relaties.ts';
import { PARAMETERS } from './toegangsparameters.ts';

const rij = (...cellen: string[]) => `| ${cellen.join(' | ')} |`;
const tabel = (kop: readonly string[], rijen: readonly string[][]) =>
  [rij(...kop), rij(...kop.map(() => '---')), ...rijen.map(r => rij(...r))].join('\n');
const of = (lijst: readonly string[]) => (lijst.length === 0 ? '-' : lijst.map(c => `\`${c}\``).join(', '));

const SOORT = { opent: 'opent', sluit: 'sluit', weert: 'weert' } as const;

function gebeurtenissen(): string {
  const codes = Object.keys(GEBEURTENISSEN) as Gebeurteniscode[];
  return tabel(
    ['Gebeurtenis', 'Code', 'Wat', 'Door wie', 'Voor', 'Doel', 'Grond', 'Einde', 'Bron'],
    codes.map(c => {
      const g = gebeurtenis(c);
      return [
        `${g.naam}. ${g.uitleg}`,
        `\`${c}\``,
        SOORT[g.soort],
        g.wie.map(w => HOEDANIGHEDEN[w]).join('; of '),
        g.voor,
        g.doelen.length === DOELEN.length ? 'alle' : of(g.doelen),
        of(g.gronden),
        g.einde,
        g.bron,
      ];
    }),
  );
}

const LEES: Record<Opening['lezen'], string> = {
  alles: 'leest alles',
  gedeeld_en_eigen: 'leest wat gedeeld is en wat van de eigen organisatie is',
  verantwoordelijke_en_eigen: 'leest wat van de verantwoordelijke en van de eigen organisatie is',
  gedeeld: 'leest wat gedeeld is',
  eigen_partij: 'leest wat de partij verklaarde voor wie hij werkt',
  nee: '-',
};
const SCHRIJF: Record<Opening['schrijven'], string> = {
  alles: '; schrijft',
  eigen: '; schrijft namens de eigen organisatie',
  nee: '',
};
const opening = (o: Opening) =>
  o.lezen === 'nee' && o.schrijven !== 'nee'
    ? SCHRIJF[o.schrijven].slice(2)
    : LEES[o.lezen] + SCHRIJF[o.schrijven];

function onderdelen(): string {
  const doelen = [...DOELEN, 'noodtoegang'] as const;
  return tabel(
    ['Onderdeel', ...doelen.map(d => `\`${d}\``)],
    DEELCODES.map(deel => [DOSSIERDELEN[deel], ...doelen.map(d => opening(OPENINGEN[d][deel]))]),
  );
}

/** The page docs/toegang.md, whole, from the tables that the code acts on. */
export function toegangsdocument(): string {
  return `# Toegang tot dossiers

Gemaakt door \`npm run toegang:document\` uit de tabellen waarnaar de software handelt; niet met de hand wijzigen. Een test houdt deze pagina, de database en de tabellen gelijk.

Toegang is een relatie: deze professional, dit dossier, dit doel en deze grond, van tot. Geen relatie is geen rij: niet in een lijst, een telling, een zoekvraag, een uitvoer of een fout. Niemand geeft zichzelf een relatie; wie een dossier aanlegt staat er vanaf dezelfde handeling in. Een relatie geldt alleen zolang iemand een rol (professional, teamleider of intaker) heeft bij de organisatie namens welke hij werkt. Accountrechten en relatierechten zijn gescheiden: een accountbeheerder geeft rollen en nooit relaties, een technisch beheerder ziet geen persoonsgegevens, en geen van beiden heeft daarnaast een rol in het casuswerk.

## Gebeurtenissen die toegang openen, sluiten of weren

${gebeurtenissen()}

## Wat elk doel opent

Wie meer doelen heeft, heeft van elk onderdeel het ruimste. Noodtoegang opent nooit de melder, een geheim adres of politiegegevens. Een geheim adres schrijven vraagt ook \`behandeling\` of \`regie\`. Een politiegegeven verder verstrekken vraagt ook \`regie\`. Een verklaring van één partij leest wie regie heeft, of wie met een relatie namens die partij werkt.

${onderdelen()}

## Gronden

${tabel(
  ['Code', 'Grond', 'Bron'],
  GRONDCODES.map(g => [`\`${g}\``, GRONDEN[g].naam, GRONDEN[g].bron]),
)}

## Grenzen

${tabel(
  ['Code', 'Wat', 'Waarde', 'Geldig vanaf', 'Bron'],
  PARAMETERS.map(p => [`\`${p.code}\``, p.naam, `${p.waarde} ${p.eenheid}`, p.vanaf, p.bron]),
)}

## Drie wegen zonder relatie

Vinden waarmee men geen relatie heeft kan op drie manieren, elk vastgelegd, begrensd en na te kijken: de radar voor de intake van Veilig Thuis (alleen zaaknummer, het team dat nu de regie heeft en de laatste datum), noodtoegang op zaaknummer of precieze identiteit, en een overdracht die aan de eigen organisatie is aangeboden. Op zaaknummer zoeken voor een blokkade of een verzoek telt net zo, en op precieze identiteit zoeken voor een blokkade ook. De database antwoordt niet op wat niet in dezelfde transactie is geteld; de privacyfunctionaris ziet per mens en dag hoe vaak. Wat er niet is en wat niet mag geven hetzelfde antwoord.

## Blokkade

Wint van alles. Redenen: ${of(BLOKKADEREDENEN)}. Een teamleider of privacyfunctionaris weert een ander, nooit zichzelf; alleen de privacyfunctionaris heft op. De privacyfunctionaris van de organisatie die verwerkingsverantwoordelijke is weert ook wie bij een andere organisatie in de regio werkt, en doet dat zo nodig zonder iets te zien: op zaaknummer, of op precieze identiteit van een persoon of van ieder in zijn huishouden (ook wie er later bij komt). Zo'n blokkade ziet de organisatie van wie geweerd is niet. Een privacyfunctionaris die zelf geweerd is vindt niets, legt niets en heft niets op, met hetzelfde antwoord als voor wie er niet is. Wie geblokkeerd is ziet het dossier nergens, ook niet zijn eigen relatie of blokkade of die van een collega op hetzelfde dossier, en krijgt bij noodtoegang hetzelfde antwoord als voor een dossier dat er niet is.
`;
}
