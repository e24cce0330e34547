/**
 * Dates as precise as the source gives them: a year, a month or a day. A date-only value is never an instant.
 */
export interface Deeldatum {
  precisie: 'jaar' | 'maand' | 'dag';
  eerste: Temporal.PlainDate;
  laatste: Temporal.PlainDate;
}

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null for anything else. */
export function leesDeeldatum(tekst: string | null): Deeldatum | null {
  const m = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(tekst ?? '');
  if (!m?.[1]) return null;
  try {
    const jaar = Number(m[1]);
    if (!m[2]) {
      const eerste = Temporal.PlainDate.from({ year: jaar, month: 1, day: 1 });
      return { precisie: 'jaar', eerste, laatste: eerste.with({ month: 12, day: 31 }) };
    }
    const eerste = Temporal.PlainDate.from(
      { year: jaar, month: Number(m[2]), day: Number(m[3] ?? 1) },
      { overflow: 'reject' },
    );
    if (m[3]) return { precisie: 'dag', eerste, laatste: eerste };
    return { precisie: 'maand', eerste, laatste: eerste.with({ day: eerste.daysInMonth }) };
  } catch {
    return null;
  }
}

/** First and last day of a quarter `YYYY-Qn`; null for anything else. */
export function leesKwartaal(
  tekst: string | null,
): { eerste: Temporal.PlainDate; laatste: Temporal.PlainDate } | null {
  const m = /^(\d{4})-Q([1-4])$/.exec(tekst ?? '');
  if (!m) return null;
  const maand = (Number(m[2]) - 1) * 3 + 1;
  const eerste = Temporal.PlainDate.from({ year: Number(m[1]), month: maand, day: 1 });
  return { eerste, laatste: eerste.add({ months: 3 }).subtract({ days: 1 }) };
}
