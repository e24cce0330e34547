import type { Topology } from 'topojson-specification';

const vlakken: [code: string, naam: string, hoeken: [number, number][]][] = [
  [
    'VB1',
    'Duindorp',
    [
      [4.5, 52.3],
      [4.52, 52.42],
      [4.56, 52.5],
      [4.66, 52.48],
      [4.64, 52.36],
      [4.66, 52.28],
    ],
  ],
  [
    'VB2',
    'Polderstad',
    [
      [4.66, 52.28],
      [4.64, 52.36],
      [4.66, 52.48],
      [4.78, 52.46],
      [4.83, 52.38],
      [4.8, 52.3],
    ],
  ],
  [
    'VB3',
    'Zeedijk',
    [
      [4.56, 52.5],
      [4.58, 52.6],
      [4.72, 52.62],
      [4.78, 52.46],
      [4.66, 52.48],
    ],
  ],
  [
    'VB4',
    'Veenwijk',
    [
      [4.83, 52.38],
      [4.78, 52.46],
      [4.86, 52.52],
      [4.97, 52.44],
      [4.95, 52.36],
    ],
  ],
  [
    'VB5',
    'Oosterbroek',
    [
      [4.78, 52.46],
      [4.72, 52.62],
      [4.88, 52.64],
      [4.98, 52.54],
      [4.97, 52.44],
      [4.86, 52.52],
    ],
  ],
];

/** An invented region of five municipalities, for examples and tests; no place in the Netherlands. */
export const voorbeeldland: Topology = {
  type: 'Topology',
  arcs: vlakken.map(([, , hoeken]) => [...hoeken, hoeken[0]!]),
  objects: {
    vlakken: {
      type: 'GeometryCollection',
      geometries: vlakken.map(([code, naam], i) => ({
        type: 'Polygon',
        arcs: [[i]],
        properties: { code, naam },
      })),
    },
  },
};
