import type { Tekening } from './kader.tsx';

/** The look of a drawing outside a page, in black and grey: what the style sheet says on paper, without its variables. */
const STIJL = `
text { font-family: 'Source Sans 3'; font-size: 15px; fill: #1a1a1a; }
.la-klein { font-size: 14px; fill: #454545; }
.la-naam, .la-plaats { font-weight: 600; }
.la-opzij { stroke: #fff; stroke-width: 4px; paint-order: stroke; }
.la-as line { stroke: #c8c8c8; stroke-width: 1; }
.la-as text { fill: #454545; }
.la-as .la-nul { stroke: #767676; stroke-width: 1.5; }
.la-lijn { fill: none; stroke: #000; stroke-width: 2.5; }
.la-punt { fill: #000; }
.la-punt--voorlopig { fill: #fff; stroke: #000; stroke-width: 2; }
.la-band { fill: #e4e4e4; }
.la-trechter { fill: none; stroke: #000; stroke-width: 2; }
.la-trechter--binnen { stroke: #5c5c5c; stroke-width: 1.5; stroke-dasharray: 6 4; }
.la-trechter-midden { stroke: #5c5c5c; stroke-width: 1; }
.la-plek path { fill: #fff; stroke: #000; stroke-width: 2; }
.la-plek--omhoog path, .la-plek--omlaag path, .la-plek .la-plek__half { fill: #000; }
`;

/**
 * A drawing as a picture on its own, for a document. It brings its own look and nothing from elsewhere; `titel` is
 * its finding.
 */
export async function losseTekening(tekening: Tekening, titel: string): Promise<string> {
  const { breedte, hoogte, inhoud } = tekening;
  const hoog = Math.ceil(hoogte);
  const svg = (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${breedte} ${hoog}`} width={breedte} height={hoog}>
      <title>{titel}</title>
      <style>{STIJL}</style>
      {inhoud}
    </svg>
  );
  return String(await svg.toString());
}
