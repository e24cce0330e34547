import { sql, type Transactie } from '#platform/db/index.ts';
import { INDICATORGROEPEN, type Indicator } from '../domain/indicator.ts';

/** The catalogue, each indicator under its latest definition, in the order of the groups and then by name. */
export async function listIndicatoren(tx: Transactie): Promise<Indicator[]> {
  const r = await sql<{ inhoud: Indicator }>`
    select distinct on (code) inhoud from datalab.indicator order by code, definitieversie desc`.execute(tx);
  const rang = (i: Indicator) => INDICATORGROEPEN.indexOf(i.groep);
  return r.rows
    .map(x => x.inhoud)
    .toSorted((a, b) => rang(a) - rang(b) || a.naam.nl.localeCompare(b.naam.nl, 'nl'));
}
