import { EINDTOESTAND, type Overgangstabel, tabelregels, toestandenVan } from './tabel.ts';

/**
 * The table as a Mermaid state diagram for the generated documentation. Codes must be snake_case, as all codes
 * here are; the diagram shows them with spaces.
 */
export function naarMermaid<T extends string, H extends string, R extends string, V extends string>(
  tabel: Overgangstabel<T, H, R, V>,
  begin: NoInfer<T>,
): string {
  const leesbaar = (code: string) => code.replaceAll('_', ' ');
  const toestanden = toestandenVan(tabel);
  const namen = toestanden.map(toestand => `  ${toestand}: ${leesbaar(toestand)}`);
  const pijlen = tabelregels(tabel).map(({ van, naar, handeling, door }) => {
    const rollen = door.map(leesbaar).join(', ');
    return `  ${van} --> ${naar}: ${leesbaar(handeling)} (${rollen})`;
  });
  const einden = toestanden.filter(toestand => tabel[toestand] === EINDTOESTAND).map(t => `  ${t} --> [*]`);
  return ['stateDiagram-v2', ...namen, `  [*] --> ${begin}`, ...pijlen, ...einden, ''].join('\n');
}
