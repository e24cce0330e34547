import { spawnSync } from 'node:child_process';

export interface Systeemgebruiker {
  naam: string;
  uid: number;
  gid: number;
}

const NAAM = 'langeadem';

/**
 * PostgreSQL refuses to run as root. As root a system user without shell or home is made once and the server
 * runs as that user; for anyone else: null, the server runs as yourself.
 */
export function leesGebruiker(): Systeemgebruiker | null {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return null;
  const gevonden = zoek();
  if (gevonden) return gevonden;
  const r = spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', NAAM], {
    encoding: 'utf8',
  });
  if (r.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', NAAM]);
  const gemaakt = zoek();
  if (!gemaakt) throw new Error(`Systeemgebruiker ${NAAM} is niet aan te maken; start als gewone gebruiker.`);
  return gemaakt;
}

function zoek(): Systeemgebruiker | null {
  const id = (vlag: string) =>
    Number(spawnSync('id', [vlag, NAAM], { encoding: 'utf8' }).stdout.trim() || Number.NaN);
  const uid = id('-u');
  return Number.isInteger(uid) && uid > 0 ? { naam: NAAM, uid, gid: id('-g') } : null;
}
