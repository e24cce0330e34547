import { TIJDZONE } from '#platform/klok/index.ts';
import type { Rol } from '../domain/rollen.ts';
import type { Diensten } from '../usecases/diensten.ts';
import { rolwoorden, teksten } from './teksten.ts';

const dagEnTijd = new Intl.DateTimeFormat('nl-NL', {
  timeZone: TIJDZONE,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** An instant as '3 november 2026, 14.05 uur', in Dutch time. */
export function toonTijdstip(t: Temporal.Instant): string {
  const z = t.toZonedDateTimeISO(TIJDZONE);
  const minuut = String(z.minute).padStart(2, '0');
  return `${dagEnTijd.format(t.epochMilliseconds)}, ${z.hour}.${minuut} uur`;
}

/** A role with its region, municipality or subregion: 'raadslid (Haarlem)', 'raadslid, subregio IJmond (…)'. */
export function rolVoluit(
  d: Diensten,
  l: { rol: Rol; regio: string | null; gemeenten: readonly string[]; subregio?: string | null },
): string {
  const gebied = d.gebieden?.find(g => g.regio === l.regio);
  const gemeenten = l.gemeenten.map(code => gebied?.gemeenten.find(g => g.code === code)?.naam ?? code);
  const plaats = gemeenten.length > 0 ? gemeenten.join(', ') : (gebied?.naam ?? l.regio);
  const rol = l.subregio ? teksten.rolInSubregio(rolwoorden[l.rol], l.subregio) : rolwoorden[l.rol];
  return plaats ? `${rol} (${plaats})` : rol;
}
