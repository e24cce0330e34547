import type { Boom, Overtreding } from './bron.ts';
import { leesTabellen, type Tabel } from './sql.ts';
import { schemasZonderRijbeveiliging, tabellenZonderRijbeveiliging } from './uitzonderingen.ts';

/** The four classes a column can have; what each means stands in docs/architecture.md. */
export const klassen = ['identificerend', 'inhoud', 'feit', 'stelsel'] as const;

const klasse = /^\S.*\[klasse: (\w+)\]$/s;

/** Migrations of the tree, by their number first: they are globally ordered. */
export function migratiesVan(boom: Boom): [string, string][] {
  const nummer = (pad: string) => pad.slice(pad.lastIndexOf('/') + 1);
  return [...boom]
    .filter(([pad]) => pad.startsWith('src/') && pad.endsWith('.sql'))
    .sort(([a], [b]) => nummer(a).localeCompare(nummer(b)) || a.localeCompare(b));
}

/** What is wrong with the comment of one column, or null. Also used against the live catalog. */
export function commentaarBezwaar(commentaar: string | null): string | null {
  if (commentaar === null || commentaar.trim() === '') return 'heeft geen COMMENT met betekenis en klasse';
  const gevonden = klasse.exec(commentaar.trim())?.[1];
  if (gevonden === undefined) return 'commentaar zonder betekenis of zonder [klasse: …]';
  return klassen.some(k => k === gevonden) ? null : `onbekende klasse "${gevonden}"`;
}

function tabelFouten(t: Tabel): string[] {
  const uit: string[] = [];
  const [schema, ...rest] = t.naam.split('.');
  if (rest.length !== 1 || schema === undefined) return [`${t.naam}: noem de tabel met haar schema`];
  if (!t.commentaar?.trim()) uit.push(`${t.naam} heeft geen COMMENT ON TABLE`);
  for (const [kolom, commentaar] of t.kolommen) {
    const bezwaar = commentaarBezwaar(commentaar);
    if (bezwaar) uit.push(`${t.naam}.${kolom} ${bezwaar}`);
  }
  const vrij = schema in schemasZonderRijbeveiliging || t.naam in tabellenZonderRijbeveiliging;
  if (!vrij && !t.rijbeveiliging) uit.push(`${t.naam} heeft geen ENABLE ROW LEVEL SECURITY`);
  if (!vrij && !t.gedwongen) uit.push(`${t.naam} heeft geen FORCE ROW LEVEL SECURITY`);
  return uit;
}

/** Every table described and under forced row security, every column with meaning and class. */
export function kolomFouten(boom: Boom): Overtreding[] {
  return leesTabellen(migratiesVan(boom)).flatMap(t =>
    tabelFouten(t).map(wat => ({ bestand: t.bestand, regel: 1, wat })),
  );
}
