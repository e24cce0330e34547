import type { Geldwoord } from '../../domain/geld.ts';

const nl = {
  titel: 'Geld',
  kop: 'Wat het kost en wie betaalt',
  begroot: 'Begroot volgens de bron',
  gevraagd: 'Gevraagd',
  toegekend: 'Toegekend',
  besteed: 'Besteed',
  nietGevraagd: 'de bron noemt geen aanvraag',
  nietOpgegeven: 'niet opgegeven',
  periode: (p: string) => `Begrote periode: ${p}`,
  woorden: {
    capaciteit_gemeente: 'capaciteit gemeente',
    capaciteit_partner: 'capaciteit partner',
    capaciteit: 'capaciteit',
    pm: 'PM',
    onbekend: 'onbekend',
  } satisfies Record<Geldwoord, string>,
  plus: (woorden: string) => `en ${woorden}`,
  zonderBedrag: (n: number) => (n === 1 ? '1 regel zonder bedrag' : `${n} regels zonder bedrag`),
  totaal: 'Totaal van de bekende bedragen',
  totalenTitel: 'In totaal',
  totalenUitleg:
    'Regels zonder bedrag (capaciteit, PM, onbekend) tellen niet mee; ze zijn niet nul. Hoeveel het er zijn, staat erbij.',
  beeldTitel: (hoogste: string) => `Het meeste geld staat onder: ${hoogste}`,
  beeldLeeg: 'De bronnen noemen voor deze regio geen bedragen.',
  beeldOnder: (regio: string, periode: string) =>
    `Per geldbron, in euro, ${regio}${periode ? `, ${periode}` : ''}`,
  beeldBeschrijving:
    'Een balk per geldbron, verdeeld in besteed, toegekend, gevraagd en alleen begroot. De tabel hieronder zegt hetzelfde.',
  beeldBeperking:
    'of geld dat niet als besteed is opgegeven, ook niet is uitgegeven. Elke euro staat in de verste stap die bekend is.',
  delen: ['besteed', 'toegekend', 'gevraagd', 'alleen begroot'],
  bronnen: 'Per geldbron, naast het totaal dat het document noemt',
  bron: 'Geldbron',
  som: 'Som van de regels',
  volgensBron: 'Totaal volgens het document',
  verschil: 'Verschil',
  uitleg: 'Uitleg',
  geenTotaal: 'noemt geen totaal',
  klopt: 'klopt',
  anders: (bedrag: string, hoger: boolean) => `${bedrag} ${hoger ? 'hoger' : 'lager'} dan het document zegt`,
  regels: 'Regels',
  regel: 'Regel',
  actie: 'Actie',
  geenActie: 'hele programma',
  bedrag: 'Bedrag volgens de bron',
  opmerking: 'Opmerking',
  volgorde: 'Volgorde van de bron.',
  nergens: (bekend: readonly string[]): string =>
    bekend.length === 0
      ? 'Bij geen enkele regel is opgegeven wat er is toegekend of besteed.'
      : bekend.includes('besteed')
        ? 'Bij geen enkele regel is opgegeven wat er is toegekend.'
        : 'Bij geen enkele regel is opgegeven wat er is besteed.',
  leeg: 'Er zijn geen begrotingsregels.',
  projecten: 'Projecten met subsidie',
  projectenUitleg:
    'Dit geld staat ook in de regels hierboven en wordt er niet bij opgeteld. Een bovenregionaal project telt over regio’s heen één keer.',
  project: 'Project',
  budget: 'Budget',
  bovenregionaal: 'bovenregionaal',
  download: 'Download de regels als CSV',
  alleRegios: 'Alle regio’s samen',
  siteTitel: 'Geld van alle regio’s',
  siteKop: 'Wat de regio’s samen begroten',
  siteUitleg:
    'Een project dat bij meer regio’s staat, telt één keer. Bedragen gaan over verschillende perioden: lees het totaal als wat de documenten samen noemen, niet als kosten per jaar.',
  regio: 'Regio',
  periodeKop: 'Periode',
  dubbel: 'Bovenregionale projecten die bij meer regio’s staan',
  dubbelRegel: (naam: string, regios: string, telt: string) =>
    `${naam}: staat bij ${regios}; ${telt} telt één keer.`,
  oneens: 'De bedragen verschillen; de bron zegt niet of het delen zijn of het geheel. Het hoogste telt.',
  geenDubbel: 'Geen project staat bij meer dan één regio.',
  mogelijk: 'Bovenregionale projecten en wat de bronnen erover zeggen',
  mogelijkUitleg:
    'Onder een andere naam kan hetzelfde project staan. Dat zegt geen bron met zekerheid; daarom tellen ze apart en staat de twijfel hier.',
  som1: (n: string) => `Samen ${n}`,
  afgetrokken: 'Dubbel geteld geld eraf',
};
const en: typeof nl = {
  titel: 'Money',
  kop: 'What it costs and who pays',
  begroot: 'Budgeted according to the source',
  gevraagd: 'Asked',
  toegekend: 'Granted',
  besteed: 'Spent',
  nietGevraagd: 'the source names no request',
  nietOpgegeven: 'not given',
  periode: p => `Period of the budget: ${p}`,
  woorden: {
    capaciteit_gemeente: 'capacity of the municipality',
    capaciteit_partner: 'capacity of the partner',
    capaciteit: 'capacity',
    pm: 'PM (to be determined)',
    onbekend: 'unknown',
  },
  plus: woorden => `and ${woorden}`,
  zonderBedrag: n => (n === 1 ? '1 line without an amount' : `${n} lines without an amount`),
  totaal: 'Total of the known amounts',
  totalenTitel: 'In total',
  totalenUitleg:
    'Lines without an amount (capacity, PM, unknown) are not added; they are not zero. Their number is shown.',
  beeldTitel: hoogste => `Most of the money stands under: ${hoogste}`,
  beeldLeeg: 'The sources give no amounts for this region.',
  beeldOnder: (regio, periode) => `By source of funds, in euros, ${regio}${periode ? `, ${periode}` : ''}`,
  beeldBeschrijving:
    'A bar per source of funds, split in spent, granted, asked and only budgeted. The table below says the same.',
  beeldBeperking:
    'whether money that was not reported spent was not spent. Each euro stands in the furthest step that is known.',
  delen: ['spent', 'granted', 'asked', 'only budgeted'],
  bronnen: 'By source of funds, beside the total that the document states',
  bron: 'Source of funds',
  som: 'Sum of the lines',
  volgensBron: 'Total stated by the document',
  verschil: 'Difference',
  uitleg: 'Explanation (in Dutch)',
  geenTotaal: 'states no total',
  klopt: 'agrees',
  anders: (bedrag, hoger) => `${bedrag} ${hoger ? 'more' : 'less'} than the document states`,
  regels: 'Lines',
  regel: 'Line',
  actie: 'Action',
  geenActie: 'whole programme',
  bedrag: 'Amount according to the source',
  opmerking: 'Note',
  volgorde: 'In the order of the source.',
  nergens: bekend =>
    bekend.length === 0
      ? 'No line says what was granted or spent.'
      : bekend.includes('besteed')
        ? 'No line says what was granted.'
        : 'No line says what was spent.',
  leeg: 'There are no budget lines.',
  projecten: 'Projects with a grant',
  projectenUitleg:
    'This money also stands in the lines above and is not added to them. A supra-regional project counts once over regions.',
  project: 'Project',
  budget: 'Budget',
  bovenregionaal: 'supra-regional',
  download: 'Download the lines as CSV',
  alleRegios: 'All regions together',
  siteTitel: 'Money of all regions',
  siteKop: 'What the regions budget together',
  siteUitleg:
    'A project that stands with more than one region counts once. Amounts concern different periods: read the total as what the documents name together, not as costs per year.',
  regio: 'Region',
  periodeKop: 'Period',
  dubbel: 'Supra-regional projects that stand with more than one region',
  dubbelRegel: (naam, regios, telt) => `${naam}: stands with ${regios}; ${telt} counts once.`,
  oneens:
    'The amounts differ; the source does not say whether they are parts or the whole. The highest counts.',
  geenDubbel: 'No project stands with more than one region.',
  mogelijk: 'Supra-regional projects and what the sources say of them',
  mogelijkUitleg:
    'The same project may stand under another name. No source says so for certain; so they count apart and the doubt stands here.',
  som1: n => `Together ${n}`,
  afgetrokken: 'Money counted twice, taken off',
};
export const geldTeksten = { nl, en };
