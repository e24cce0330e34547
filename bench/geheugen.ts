import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Proportional set size in MB, or null where the system does not tell (not Linux, or not ours). */
function pss(pid: number): number | null {
  try {
    const m = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return m ? Number(m[1]) / 1024 : null;
  } catch {
    return null;
  }
}

/** Parent of every process on this machine. */
function ouders(): Map<number, number> {
  const uit = new Map<number, number>();
  for (const naam of readdirSync('/proc').filter(n => /^\d+$/.test(n))) {
    try {
      const stat = readFileSync(`/proc/${naam}/stat`, 'utf8');
      uit.set(Number(naam), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // Ended meanwhile.
    }
  }
  return uit;
}

/** A process and everything below it. */
function boom(wortel: number, stop: ReadonlySet<number> = new Set()): number[] {
  const ouder = ouders();
  const uit = [wortel];
  for (let i = 0; i < uit.length; i++)
    for (const [kind, van] of ouder) if (van === uit[i] && !stop.has(kind)) uit.push(kind);
  return uit;
}

export interface Geheugen {
  toepassing: number | null;
  database: number | null;
}

const som = (pids: readonly number[]): number | null => {
  const delen = pids.map(pss);
  return delen.every(d => d === null) ? null : delen.reduce<number>((s, d) => s + (d ?? 0), 0);
};

const postmaster = (dataMap: string): number =>
  Number(readFileSync(path.join(dataMap, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);

/** Processes of the application and of the PostgreSQL of its data folder, wherever that hangs. */
function processen(pid: number, dataMap: string): { toepassing: number[]; database: number[] } {
  const database = postmaster(dataMap);
  return { toepassing: boom(pid, new Set([database])), database: boom(database) };
}

/** Sum of Pss in MB. */
export function meetGeheugen(pid: number, dataMap: string): Geheugen {
  if (process.platform !== 'linux') return { toepassing: null, database: null };
  const p = processen(pid, dataMap);
  return { toepassing: som(p.toepassing), database: som(p.database) };
}

/** Clock ticks of Linux per second, as /proc counts processor time. */
const TIKKEN = 100;

/** Processor time that a process has used until now, in milliseconds. */
function rekentijd(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const velden = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ((Number(velden[11]) + Number(velden[12])) * 1000) / TIKKEN;
  } catch {
    return 0;
  }
}

/** Processor time used until now, in milliseconds: what a busy machine does to the clock does not count in it. */
export function meetRekentijd(pid: number, dataMap: string): Geheugen {
  if (process.platform !== 'linux') return { toepassing: null, database: null };
  const p = processen(pid, dataMap);
  const alle = (pids: number[]) => pids.reduce((s, x) => s + rekentijd(x), 0);
  return { toepassing: alle(p.toepassing), database: alle(p.database) };
}
