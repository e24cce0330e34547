import { writeFileSync } from 'node:fs';
import type { Wandelaar, Wandeldeel } from '../../scripts/wandelverslag.ts';
import type { Rolregel, Uitslag } from './wandeling.ts';

/** The order of the table: from the public inward. */
const VOLGORDE = [
  'publiek',
  'lezer',
  'raadslid',
  'beleidsmedewerker',
  'datalab_analist',
  'projectleider',
  'accountbeheerder',
  'technisch_beheerder',
];

export interface Tabel {
  kop: string[];
  rijen: string[][];
}

const samen = (uitslagen: readonly Uitslag[], rol: string): Rolregel => {
  const delen = uitslagen.flatMap(u => u.rollen.get(rol) ?? []);
  const perStatus = new Map<number, number>();
  for (const [status, n] of delen.flatMap(x => [...x.perStatus]))
    perStatus.set(status, (perStatus.get(status) ?? 0) + n);
  return {
    stappen: delen.reduce((n, x) => n + x.stappen, 0),
    schreef: delen.reduce((n, x) => n + x.schreef, 0),
    perStatus,
    paden: new Set(delen.flatMap(x => [...x.paden])),
    vormen: new Set(delen.flatMap(x => [...x.vormen])),
  };
};

const duizend = new Intl.NumberFormat('nl-NL');

/** What every role did. */
export function maakTabel(uitslagen: readonly Uitslag[]): Tabel {
  const perRol = VOLGORDE.map(rol => ({ rol, r: samen(uitslagen, rol) }));
  const statussen = [...new Set(perRol.flatMap(x => [...x.r.perStatus.keys()]))].sort((a, b) => a - b);
  const rijen = perRol.map(({ rol, r }) => [
    rol.replaceAll('_', ' '),
    ...[
      r.stappen,
      ...statussen.map(s => r.perStatus.get(s) ?? 0),
      r.schreef,
      r.paden.size,
      r.vormen.size,
    ].map(n => duizend.format(n)),
  ]);
  return {
    kop: ['Rol', 'Stappen', ...statussen.map(String), 'Schreef', 'Adressen', 'Soorten pagina'],
    rijen,
  };
}

export function drukTabel(t: Tabel): string {
  const breedte = t.kop.map((k, i) => Math.max(k.length, ...t.rijen.map(r => (r[i] ?? '').length)));
  const regel = (cellen: readonly string[]) =>
    cellen.map((c, i) => (i === 0 ? c.padEnd(breedte[i] ?? 0) : c.padStart(breedte[i] ?? 0))).join('  ');
  return [regel(t.kop), ...t.rijen.map(regel)].join('\n');
}

/** The same for the report of the long walk. */
export const alsWandelaars = (uitslagen: readonly Uitslag[]): Wandelaar[] =>
  VOLGORDE.map(wie => {
    const r = samen(uitslagen, wie);
    return { wie, stappen: r.stappen, open: r.perStatus.get(200) ?? 0, gedaan: r.schreef };
  });

/** Leaves behind what this part of the long walk did, where it was asked for. */
export function bewaarDeel(deel: Omit<Wandeldeel, 'commit'>): void {
  const pad = process.env['LA_WANDELING_UITSLAG'];
  if (!pad) return;
  writeFileSync(pad, JSON.stringify({ ...deel, commit: process.env['LA_WANDELING_COMMIT'] ?? '' }));
}
