import { sql, type Transactie } from '#platform/db/index.ts';
import { INDICATORGROEPEN, type Indicator } from '../domain/indicator.ts';

/** Every version of every definition, in the order of the groups, then by name and version. */
export async function listDefinities(tx: Transactie): Promise<Indicator[]> {
  const r = await sql<{ inhoud: Indicator }>`
    select inhoud from datalab.indicator order by definitieversie`.execute(tx);
  const rang = (i: Indicator) => INDICATORGROEPEN.indexOf(i.groep);
  return r.rows
    .map(x => x.inhoud)
    .toSorted((a, b) => rang(a) - rang(b) || a.naam.nl.localeCompare(b.naam.nl, 'nl'));
}

/** The catalogue, each indicator under its usual definition, in the order of the groups and then by name. */
export async function listIndicatoren(tx: Transactie): Promise<Indicator[]> {
  return (await listDefinities(tx)).filter(i => i.gangbaar);
}
