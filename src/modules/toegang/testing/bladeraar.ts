import type { App } from '#platform/http/index.ts';

/** A browser without script: keeps cookies, follows no redirect by itself, fills the forgery token in. */
export function maakBladeraar(app: App, opties: { herkomst?: string; basis?: string; agent?: string } = {}) {
  const basis = opties.basis ?? 'http://localhost:8080';
  const potje = new Map<string, string>();
  const kop = (): Record<string, string> => ({
    host: new URL(basis).host,
    'user-agent': opties.agent ?? 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0',
    'x-forwarded-for': opties.herkomst ?? '192.0.2.1',
    ...(potje.size > 0 ? { cookie: [...potje].map(([n, w]) => `${n}=${w}`).join('; ') } : {}),
  });
  const onthoud = (r: Response) => {
    for (const k of r.headers.getSetCookie()) {
      const [paar = '', ...rest] = k.split(/;\s*/);
      const naam = paar.slice(0, paar.indexOf('='));
      const weg = rest.some(a => /^max-age=0$/i.test(a));
      if (weg) potje.delete(naam);
      else potje.set(naam, paar.slice(naam.length + 1));
    }
    return r;
  };
  const haal = async (pad: string, extra: Record<string, string> = {}) =>
    onthoud(await app.request(`${basis}${pad}`, { headers: { ...kop(), ...extra } }));
  const stuur = async (pad: string, velden: Record<string, string>, extra: Record<string, string> = {}) =>
    onthoud(
      await app.request(`${basis}${pad}`, {
        method: 'POST',
        headers: { ...kop(), origin: basis, 'content-type': 'application/x-www-form-urlencoded', ...extra },
        body: new URLSearchParams(velden).toString(),
      }),
    );
  const stuurJson = async (pad: string, inhoud: unknown, csrf: string) =>
    onthoud(
      await app.request(`${basis}${pad}`, {
        method: 'POST',
        headers: { ...kop(), origin: basis, 'content-type': 'application/json', 'x-csrf-token': csrf },
        body: JSON.stringify(inhoud),
      }),
    );
  return {
    potje,
    stuurJson,
    haal,
    stuur,
    /** Opens a page and sends a form from it, with the token that stands there. */
    async vulIn(pagina: string, velden: Record<string, string>, actie = pagina): Promise<Response> {
      const html = await (await haal(pagina)).text();
      return stuur(actie, { _csrf: /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '', ...velden });
    },
    meldAan(adres: string, wachtwoord: string, meer: Record<string, string> = {}): Promise<Response> {
      return this.vulIn('/aanmelden', { adres, wachtwoord, ...meer });
    },
    async wie(): Promise<{ gebruiker: { id: string; naam: string; rol: string } | null; toegang: unknown }> {
      return (await haal('/wie')).json() as never;
    },
  };
}
export type Bladeraar = ReturnType<typeof maakBladeraar>;
