/** A visitor of the real application over HTTP: keeps cookies and fills in forms as a browser without script. */
export class Bezoeker {
  readonly adres: string;
  private readonly koekjes = new Map<string, string>();

  constructor(adres: string) {
    this.adres = adres;
  }

  private get cookie(): string {
    return [...this.koekjes].map(([n, w]) => `${n}=${w}`).join('; ');
  }

  private onthoud(r: Response): Response {
    for (const k of r.headers.getSetCookie()) {
      const [naam = '', ...rest] = (k.split(';')[0] ?? '').split('=');
      this.koekjes.set(naam, rest.join('='));
    }
    return r;
  }

  /** The same visitor with the same cookies at another process. */
  naar(adres: string): Bezoeker {
    const ander = new Bezoeker(adres);
    for (const [n, w] of this.koekjes) ander.koekjes.set(n, w);
    return ander;
  }

  async haal(pad: string): Promise<Response> {
    return this.onthoud(
      await fetch(this.adres + pad, { headers: { cookie: this.cookie }, redirect: 'manual' }),
    );
  }

  async stuur(pad: string, velden: Record<string, string | string[]>): Promise<Response> {
    const body = new URLSearchParams();
    for (const [naam, waarde] of Object.entries(velden))
      for (const w of [waarde].flat()) body.append(naam, w);
    const headers = {
      cookie: this.cookie,
      origin: this.adres,
      'content-type': 'application/x-www-form-urlencoded',
    };
    return this.onthoud(await fetch(this.adres + pad, { method: 'POST', redirect: 'manual', headers, body }));
  }

  /** Sends a file, with the hidden fields of its form. */
  async stuurBestand(pad: string, velden: Record<string, string>, bestand: File): Promise<Response> {
    const body = new FormData();
    for (const [naam, waarde] of Object.entries(velden)) body.append(naam, waarde);
    body.append('bestand', bestand);
    const headers = { cookie: this.cookie, origin: this.adres };
    return this.onthoud(await fetch(this.adres + pad, { method: 'POST', redirect: 'manual', headers, body }));
  }

  /** The hidden fields of the form on a page that goes to `pad`. */
  static verborgen(html: string, pad: string): Record<string, string> {
    const vorm = html.split('<form').find(f => f.includes(`action="${pad}"`)) ?? '';
    const uit: Record<string, string> = {};
    for (const m of vorm.split('</form>')[0]?.matchAll(/<input[^>]*type="hidden"[^>]*>/g) ?? []) {
      const naam = /name="([^"]*)"/.exec(m[0])?.[1];
      if (naam) uit[naam] = /value="([^"]*)"/.exec(m[0])?.[1] ?? '';
    }
    return uit;
  }

  async meldAan(rol: string, wachtwoord: string): Promise<void> {
    const html = await (await this.haal('/aanmelden')).text();
    const r = await this.stuur('/aanmelden', {
      ...Bezoeker.verborgen(html, '/aanmelden'),
      adres: `${rol}@voorbeeld.invalid`,
      wachtwoord,
    });
    if (r.status !== 303) throw new Error(`Aanmelden als ${rol} gaf ${r.status}.`);
  }
}
