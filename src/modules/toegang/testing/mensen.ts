import type { App } from '#platform/http/index.ts';
import type { Rol } from '../domain/rollen.ts';
import { type Bladeraar, maakBladeraar } from './bladeraar.ts';
import type { Proefbericht } from './proefsite.ts';

export const GOED_WACHTWOORD = 'vier losse woorden samen';

interface Site {
  app: App;
  post: Proefbericht[];
  kamer: {
    nodigEersteUit(u: {
      naam: string;
      adres: string;
      rol: Rol;
      regio: string | null;
      organisatie: string;
    }): Promise<string>;
  };
}

/** Someone with an accepted invitation and a password, no second step yet. Each comes from a place of his own. */
let plaats = 0;
export async function maakMens(
  site: Site,
  naam: string,
  rol: Rol = 'projectleider',
  regio: string | null = 'kennemerland',
  basis?: string,
): Promise<{ adres: string; b: Bladeraar }> {
  const adres = `${naam.toLowerCase()}@voorbeeld.invalid`;
  const b = maakBladeraar(site.app, {
    herkomst: `2001:db8:${(++plaats).toString(16)}::1`,
    ...(basis ? { basis } : {}),
  });
  const link = await site.kamer.nodigEersteUit({
    naam: `Voorbeeld ${naam}`,
    adres,
    rol,
    regio,
    // The intake is of Veilig Thuis only.
    organisatie: rol === 'intaker' ? 'Voorbeeld Veilig Thuis' : 'Voorbeeldorganisatie',
  });
  const pad = new URL(link).pathname;
  const r = await b.vulIn(pad, { wachtwoord: GOED_WACHTWOORD, nogEens: GOED_WACHTWOORD });
  if (r.status !== 303) throw new Error(`uitnodiging: ${r.status}`);
  return { adres, b };
}

/** The secret of the app as the page shows it. */
export function leesGeheim(html: string): string {
  const geheim = /secret=([A-Z2-7]+)/.exec(html)?.[1];
  if (!geheim) throw new Error('geen geheim op de pagina');
  return geheim;
}

/** Signs in and sets up an app; returns its secret and the reserve codes. The browser is inside afterwards. */
export async function stelAppIn(
  b: Bladeraar,
  adres: string,
  code: (geheim: string) => string,
): Promise<{ geheim: string; reservecodes: string[] }> {
  await b.meldAan(adres, GOED_WACHTWOORD);
  await b.vulIn('/aanmelden/instellen', { wachtwoord: GOED_WACHTWOORD });
  const geheim = leesGeheim(await (await b.haal('/aanmelden/instellen/app')).text());
  const r = await b.vulIn('/aanmelden/instellen/app', { code: code(geheim) });
  const html = await r.text();
  return { geheim, reservecodes: [...html.matchAll(/<code>([\w-]{11})<\/code>/g)].map(m => m[1] ?? '') };
}
