/**
 * A royal decree under article 3(3) of the Algemene termijnenwet: these days count as public holidays in these
 * years. There is no rule that predicts them (2 January 2026 is in, 4 May 2021 is not), so each set is a record
 * with its source, and a year without a record is a year of which we do not know.
 */
export interface Gelijkstelling {
  /** The decree as it names itself, or as our source names it. */
  readonly besluit: string;
  /** The years it covers completely. */
  readonly jaren: readonly number[];
  /** The days, ISO. */
  readonly dagen: readonly string[];
  /** Where we read it: address and what kind of text it is. */
  readonly bron: string;
  /** False as long as no source could be found: terms then carry a reservation. */
  readonly bevestigd: boolean;
}

/** What we know of the equated days of a year. */
export type Gelijkstellingstand = 'bekend' | 'niet_bevestigd' | 'onbekend';

export const GELIJKSTELLINGEN: readonly Gelijkstelling[] = [
  {
    besluit:
      'Besluit van 17 juni 2013, nr. 13.001210, houdende gelijkstelling van 30 mei 2014, 2 januari, 4 en 15 mei 2015 en 6 mei 2016 met een algemeen erkende feestdag',
    jaren: [2014, 2015, 2016],
    dagen: ['2014-05-30', '2015-01-02', '2015-05-04', '2015-05-15', '2016-05-06'],
    bron: 'https://uitvaart.nl/juridisch/overige/vragen-van-uitvaartondernemers/wettelijke-tijd-i-v-m-feestdagen/44571 (haalt de titel van het besluit aan)',
    bevestigd: true,
  },
  {
    besluit:
      'Besluit van 24 oktober 2016, nr. 2016001827, houdende gelijkstelling van 28 april en 26 mei 2017, 11 mei en 24 en 31 december 2018 en 31 mei en 27 december 2019 met een algemeen erkende feestdag',
    jaren: [2017, 2018, 2019],
    dagen: ['2017-04-28', '2017-05-26', '2018-05-11', '2018-12-24', '2018-12-31', '2019-05-31', '2019-12-27'],
    bron: 'https://wetten.overheid.nl/BWBR0038666/2016-11-01 (tekst van het besluit)',
    bevestigd: true,
  },
  {
    besluit:
      'Besluit van 20 september 2019 tot gelijkstelling van 22 mei 2020, 14 mei 2021 en 27 mei 2022 met een algemeen erkende feestdag',
    jaren: [2020, 2021, 2022],
    dagen: ['2020-05-22', '2021-05-14', '2022-05-27'],
    bron: 'https://www.legal-support-office.nl/de-civiele-rol/feestdagen/ (noemt datum en dagen van het besluit)',
    bevestigd: true,
  },
  {
    besluit:
      'Besluit gelijkstelling van 28 april 2023, 19 mei 2023, 10 mei 2024, 27 december 2024 en 30 mei 2025 met een algemeen erkende feestdag',
    jaren: [2023, 2024, 2025],
    dagen: ['2023-04-28', '2023-05-19', '2024-05-10', '2024-12-27', '2025-05-30'],
    bron: 'https://sterfgeval.nl/juridisch/overige/vragen-van-uitvaartondernemers/gemeentelijke-feestdag-bij-lijkbezorging-feestdagen-in-2026-2028/70745 (haalt de titel van het besluit aan)',
    bevestigd: true,
  },
  {
    besluit:
      'Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028 met een algemeen erkende feestdag',
    jaren: [2026, 2027, 2028],
    dagen: ['2026-01-02', '2026-05-15', '2027-05-07', '2028-04-28', '2028-05-26'],
    bron: 'https://sterfgeval.nl/juridisch/overige/vragen-van-uitvaartondernemers/gemeentelijke-feestdag-bij-lijkbezorging-feestdagen-in-2026-2028/70745 (haalt de titel van het besluit aan)',
    bevestigd: true,
  },
];

/** What is known of the equated days of this year. An unconfirmed record makes the whole year unconfirmed. */
export function gelijkstellingstand(
  jaar: number,
  besluiten: readonly Gelijkstelling[] = GELIJKSTELLINGEN,
): Gelijkstellingstand {
  const vanJaar = besluiten.filter(besluit => besluit.jaren.includes(jaar));
  if (vanJaar.length === 0) return 'onbekend';
  return vanJaar.every(besluit => besluit.bevestigd) ? 'bekend' : 'niet_bevestigd';
}
