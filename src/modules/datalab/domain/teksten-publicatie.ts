/** What every reader is told of a release, wherever it is read: how it was protected and what it does not say. */
const nl = {
  afgerond: (basis: string, schuif: string) =>
    `Elk getal is een veelvoud van ${basis}. Het echte getal ligt er minder dan ${schuif} vandaan. Alle optellingen kloppen. Een klein aantal staat er nooit als 0, dus een 0 is een echte nul.`,
  ruim: (basis: string, schuif: string) =>
    `Elk getal is een veelvoud van ${basis}. Het echte getal ligt er minder dan ${schuif} vandaan: er waren veel kleine aantallen. Alle optellingen kloppen.`,
  onderdrukt:
    'Een × betekent: niet gepubliceerd. Dat is zo voor kleine aantallen en voor getallen waaruit zij te berekenen zijn. Het teken is overal hetzelfde en zegt niets over hoe groot het getal is. De andere getallen zijn precies.',
  bewijs:
    'Van elk klein aantal is bewezen dat niemand het kan terugrekenen: niet uit deze tabellen, niet samen met eerdere publicaties, en ook een gemeente niet die haar eigen cijfers kent. Twee mensen keken ernaar.',
  overgenomen: 'Overgenomen uit openbare bron, niet beveiligd.',
  overgenomenUitleg:
    'De getallen staan hier zoals de bron ze drukt. Wij hebben ze niet geteld, niet afgerond en niet getoetst. Een × betekent: de bron geeft geen getal, of spreekt zichzelf tegen.',
  weg: '×',
  niet: 'Zij tellen wat bekend werd, niet wat er gebeurde. Meer meldingen kan betekenen dat mensen eerder durven melden. Een verschil tussen gemeenten kan komen door hoe er wordt geregistreerd.',
};

const en: typeof nl = {
  afgerond: (basis, schuif) =>
    `Every number is a multiple of ${basis}. The true number is less than ${schuif} away. All sums come out. A small number is never printed as 0, so a 0 is a true zero.`,
  ruim: (basis, schuif) =>
    `Every number is a multiple of ${basis}. The true number is less than ${schuif} away, because there were many small numbers. All sums come out.`,
  onderdrukt:
    'A × means: not published. That holds for small numbers and for numbers from which they could be worked out. The sign is the same everywhere and tells nothing of how large the number is. The other numbers are exact.',
  bewijs:
    'Of every small number it was proved that nobody can work it out: not from these tables, not together with earlier releases, and neither can a municipality that knows its own figures. Two people looked at it.',
  overgenomen: 'Taken over from a public source, not protected.',
  overgenomenUitleg:
    'The numbers are as the source prints them. We did not count, round or audit them. A × means: the source gives no number, or contradicts itself.',
  weg: '×',
  niet: 'They count what became known, not what happened. More reports can mean that people dare to report earlier. A difference between municipalities can come from how they register.',
};

export const beschermteksten = { nl, en };

/** What a release is called among what was found. */
export const zoekteksten = {
  publicatie: 'Gepubliceerde tabellen',
  ingetrokken: 'Gepubliceerde tabellen, ingetrokken',
  overgenomen: 'Tabellen uit een openbare bron, niet beveiligd',
  vervangen: 'Tabellen uit een openbare bron, vervangen',
};
