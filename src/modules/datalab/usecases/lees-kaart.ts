import type { Topology } from 'topojson-specification';
import { leesJson } from './gegevensbestanden.ts';

const bewaard = new Map<string, Topology>();

/** The boundaries of the municipalities of Noord-Holland on a day (ISO): before 2022 those of 2020, else of 2023. */
export function leesKaart(dag: string): Topology {
  const naam = dag < '2022-01-01' ? 'gemeenten-noord-holland-2020' : 'gemeenten-noord-holland-2023';
  const kaart = bewaard.get(naam) ?? (leesJson(`geo/${naam}.topojson`) as Topology);
  bewaard.set(naam, kaart);
  return kaart;
}
