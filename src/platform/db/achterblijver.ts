import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';

const LANGST_MS = 10_000;
const STAP_MS = 50;

/** Pid that the lock file of a cluster names, or null. */
export function slotPid(cluster: string): number | null {
  try {
    const [pid, map] = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(pid) > 0 && map === cluster ? Number(pid) : null;
  } catch {
    return null;
  }
}

/** Is this a process that ended but whose parent never asked how? It still answers to signal 0. */
function isVoorbij(pid: number): boolean {
  try {
    // The name in the second field may hold spaces and brackets: the state follows the last bracket.
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Does any process still work in this cluster? A backend of a killed server does, until it sees its parent gone. */
function wordtGebruikt(cluster: string): boolean {
  return readdirSync('/proc').some(naam => {
    if (!/^\d+$/.test(naam)) return false;
    try {
      return readlinkSync(`/proc/${naam}/cwd`) === cluster;
    } catch {
      return false;
    }
  });
}

/**
 * Makes a cluster free to start on after its server was killed: waits until the last backend is gone, and takes away
 * the lock file of a server that is dead but not yet reaped, which PostgreSQL itself takes for a living one
 * (kill(pid, 0) succeeds). Never touches the lock of a living process. On Linux only; elsewhere it does nothing.
 */
export async function ruimAchterblijver(cluster: string): Promise<void> {
  if (process.platform !== 'linux' || slotPid(cluster) === null) return;
  for (let ms = 0; ms < LANGST_MS && wordtGebruikt(cluster); ms += STAP_MS)
    await new Promise(r => setTimeout(r, STAP_MS));
  const pid = slotPid(cluster);
  if (pid !== null && isVoorbij(pid) && !wordtGebruikt(cluster))
    rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
}
