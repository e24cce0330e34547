import { type Bijdragers, grootsteHoogstens } from '#kern/onthulling/index.ts';
import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import { leesGetal } from './getal.ts';

/** Columns of a file that say who stand behind a count; all of them may be left out. */
export const BIJDRAAGVELDEN = ['huishoudens', 'personen', 'grootste', 'tweede'] as const;
export type Bijdraagveld = (typeof BIJDRAAGVELDEN)[number];

/** How a file names them; in a fixed spreadsheet behind the column they are about: 'vt_adviezen: huishoudens'. */
export const BIJDRAAGNAMEN: Readonly<Record<Bijdraagveld, string>> = {
  huishoudens: 'huishoudens',
  personen: 'personen',
  grootste: 'grootste aandeel',
  tweede: 'tweede aandeel',
};

export type Bijdraagcellen = Readonly<Record<Bijdraagveld, string | number | null>>;

const leeg = (cel: string | number | null): boolean => cel === null || String(cel).trim() === '';

/** A fault with the column in which it is mended. */
export interface Bijdraagfout {
  readonly veld: Bijdraagveld;
  readonly weigering: Weigering;
}

const fout = (veld: Bijdraagveld, melding: string): Bijdraagfout => ({
  veld,
  weigering: weigering('bijdragers_kunnen_niet', melding),
});

function leesAantal(cel: string | number | null): Result<number | null, Weigering> {
  if (leeg(cel)) return gelukt(null);
  const g = leesGetal(cel);
  if (!g.ok) return g;
  const n = Number(g.waarde.tekst);
  if (g.waarde.decimalen > 0 || n < 0 || !Number.isSafeInteger(n))
    return geweigerd(
      weigering(
        'geen_geheel_getal',
        `‘${cel}’ is geen heel getal vanaf 0. Schrijf een aantal, of laat leeg.`,
      ),
    );
  return gelukt(n);
}

/** Whether these numbers can stand behind a count; the first thing that cannot be, or null. */
function watNietKan(waarde: number, b: Bijdragers): Bijdraagfout | null {
  const { huishoudens: h, personen: p, grootste: g, tweede: t } = b;
  if (h !== null && h > waarde)
    return fout(
      'huishoudens',
      `${h} huishoudens is meer dan het aantal, ${waarde}. Verbeter een van de twee.`,
    );
  for (const [veld, n] of [
    ['huishoudens', h],
    ['personen', p],
  ] as const)
    if (n === 0 && waarde > 0)
      return fout(veld, `Bij een aantal van ${waarde} hoort minstens 1. Vul het in, of laat leeg.`);
  if (h !== null && p !== null && p < h)
    return fout('personen', `${p} personen is minder dan ${h} huishoudens. Verbeter een van de twee.`);
  return watNietVerdeelt(waarde, b) ?? (t !== null && g === null ? zonderGrootste : null);
}

const zonderGrootste = fout(
  'tweede',
  'Hier staat het tweede aandeel zonder het grootste. Vul ook het grootste in, of laat beide leeg.',
);

/** The shares: between the mean of all and what the others leave. */
function watNietVerdeelt(waarde: number, b: Bijdragers): Bijdraagfout | null {
  const { grootste: g, tweede: t } = b;
  if (g === null) return null;
  const mensen = b.huishoudens ?? b.personen;
  if (g > waarde)
    return fout('grootste', `Het grootste aandeel, ${g}, is meer dan het aantal, ${waarde}. Verbeter het.`);
  const hoogstens = grootsteHoogstens(waarde, { ...b, grootste: null });
  if (hoogstens !== null && b.huishoudens !== null && g > hoogstens)
    return fout(
      'grootste',
      `Het grootste aandeel kan hier hoogstens ${hoogstens} zijn, want elk ander huishouden heeft er minstens 1. Verbeter het.`,
    );
  if (mensen !== null && mensen > 0 && g * mensen < waarde)
    return fout(
      'grootste',
      `Het grootste aandeel, ${g}, is te klein: ${mensen} keer ${g} is minder dan ${waarde}. Verbeter het.`,
    );
  if (t !== null && (t > g || g + t > waarde))
    return fout(
      'tweede',
      `Het tweede aandeel, ${t}, past niet naast het grootste, ${g}, in een aantal van ${waarde}. Verbeter het.`,
    );
  return null;
}

/**
 * Who stand behind a count, from the cells of a row: null where nothing is filled in. Refused with the column and what to
 * do: what no count can have, and anything beside a value that is no exact count.
 * @param waarde the count; null: the source gives a sign, a rounded count, or something else than a count
 */
export function leesBijdragers(
  waarde: number | null,
  cellen: Bijdraagcellen,
): Result<Bijdragers | null, Weigering> & { veld?: Bijdraagveld } {
  const eerste = BIJDRAAGVELDEN.find(v => !leeg(cellen[v]));
  if (eerste === undefined) return gelukt(null);
  if (waarde === null)
    return {
      veld: eerste,
      ...geweigerd(
        weigering(
          'bijdragers_zonder_telling',
          'Dit hoort alleen bij een precies aantal. Maak deze cel leeg.',
        ),
      ),
    };
  const b: Record<Bijdraagveld, number | null> = {
    huishoudens: null,
    personen: null,
    grootste: null,
    tweede: null,
  };
  for (const veld of BIJDRAAGVELDEN) {
    const n = leesAantal(cellen[veld]);
    if (!n.ok) return { veld, ...n };
    b[veld] = n.waarde;
  }
  const mis = watNietKan(waarde, b);
  return mis ? { veld: mis.veld, ...geweigerd(mis.weigering) } : gelukt(b);
}

/** Of places that share no household: how many there are together, as far as each of them is known. */
export function telSamen(delen: readonly (Bijdragers | null)[]): Bijdragers | null {
  const som = (veld: 'huishoudens' | 'personen') =>
    delen.reduce<number | null>((n, d) => (n === null || d?.[veld] == null ? null : n + d[veld]), 0);
  const aandelen = delen.every(d => d?.grootste != null)
    ? delen.flatMap(d => [d?.grootste ?? 0, d?.tweede ?? 0]).toSorted((a, b) => b - a)
    : null;
  const b = {
    huishoudens: som('huishoudens'),
    personen: som('personen'),
    grootste: aandelen?.[0] ?? null,
    tweede: aandelen?.[1] ?? null,
  };
  return Object.values(b).every(n => n === null) ? null : b;
}
