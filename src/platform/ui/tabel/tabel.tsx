import type { Child } from 'hono/jsx';

/** One column of a table. */
export interface Kolom {
  naam: string;
  /** Right-aligned with figures of one width. */
  getal?: boolean;
  /** The column that names the row (th scope=row). At most one. */
  rijkop?: boolean;
}

interface TabelProps {
  /** What the table shows: period, unit and order in words. */
  bijschrift: string;
  kolommen: Kolom[];
  rijen: Child[][];
  /** Row of totals at the bottom. */
  totaal?: Child[];
  /** Caption for screen readers only, when a heading above it says the same. */
  bijschriftVerborgen?: boolean;
}

const Rij = ({ kolommen, cellen }: { kolommen: Kolom[]; cellen: Child[] }) => (
  <tr class="utrecht-table__row">
    {kolommen.map((k, i) => {
      const getal = k.getal ? ' utrecht-table__cell--numeric-column la-getal' : '';
      const cel = cellen[i] ?? '';
      return k.rijkop ? (
        <th class={`utrecht-table__cell la-rijkop${getal}`} scope="row" data-label={k.naam}>
          {cel}
        </th>
      ) : (
        <td class={`utrecht-table__cell${getal}`} data-label={k.naam}>
          <div class="la-waarde">{cel}</div>
        </td>
      );
    })}
  </tr>
);

/** A table that reads on paper, by ear and at 320 px (each row a block with its labels). */
export const Tabel = ({ bijschrift, kolommen, rijen, totaal, bijschriftVerborgen }: TabelProps) => (
  <table class="utrecht-table la-tabel">
    <caption class={bijschriftVerborgen ? 'la-alleen-voorlezen' : 'utrecht-table__caption'}>
      {bijschrift}
    </caption>
    <thead class="utrecht-table__header">
      <tr class="utrecht-table__row">
        {kolommen.map(k => (
          <th class={`utrecht-table__header-cell${k.getal ? ' la-getal' : ''}`} scope="col">
            {k.naam}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="utrecht-table__body">
      {rijen.map(cellen => (
        <Rij kolommen={kolommen} cellen={cellen} />
      ))}
    </tbody>
    {totaal === undefined ? null : (
      <tfoot class="la-totaal">
        <Rij kolommen={kolommen} cellen={totaal} />
      </tfoot>
    )}
  </table>
);
