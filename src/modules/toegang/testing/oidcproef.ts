import { Secret, TOTP } from 'otpauth';
import { type Bladeraar, maakBladeraar } from './bladeraar.ts';
import { maakMens, stelAppIn } from './mensen.ts';
import type { Aangemelde, Oidcserver } from './oidcserver.ts';

type Site = Parameters<typeof maakMens>[0];
type Beheer = (tekst: string, waarden?: unknown[]) => Promise<{ rows: Record<string, string>[] }>;

export const toonCode = (geheim: string) => new TOTP({ secret: Secret.fromBase32(geheim) }).generate();

/** Steps of a test with a provider: set it up by the page, bind an account, come in by it. */
export function maakOidcproef(site: Site, sql: Beheer) {
  let plaats = 0;
  const bladeraar = () => maakBladeraar(site.app, { herkomst: `2001:db8:f:${(++plaats).toString(16)}::1` });
  return {
    bladeraar,
    /** Somebody with this role, inside by password and app. */
    async binnen(naam: string, rol: Parameters<typeof maakMens>[2] = 'professional') {
      const { adres, b } = await maakMens(site, naam, rol);
      const { geheim } = await stelAppIn(b, adres, toonCode);
      return { adres, b, geheim, id: (await b.wie()).gebruiker?.id ?? '' };
    },
    async organisatie(): Promise<string> {
      return (
        (await sql('select id from toegang.organisatie order by aangemaakt limit 1')).rows[0]?.['id'] ?? ''
      );
    },
    /** Sets a provider by the page of the account administrator; returns its id. */
    async stelIn(
      beheerder: Bladeraar,
      organisatie: string,
      server: Oidcserver,
      meer: Record<string, string> = {},
    ) {
      const { issuer, client } = server;
      const velden = {
        organisatie,
        issuer,
        clientId: client.id,
        geheim: client.geheim,
        acr: '',
        actief: 'ja',
        ...meer,
      };
      const r = await beheerder.vulIn('/beheer/aanmelddiensten', velden);
      if (r.status !== 303) throw new Error(`aanmelddienst: ${r.status}`);
      const q = await sql('select id from toegang.aanmelddienst where organisatie_id = $1', [organisatie]);
      return q.rows[0]?.['id'] ?? '';
    },
    /** Address at the provider to which this browser is sent to sign in. */
    async naarAanbieder(b: Bladeraar, dienst: string, terug = ''): Promise<string> {
      await b.haal('/aanmelden');
      const r = await b.haal(
        `/aanmelden/organisatie/${dienst}${terug ? `?terug=${encodeURIComponent(terug)}` : ''}`,
      );
      const naar = r.headers.get('location');
      if (!naar) throw new Error(`begin: ${r.status}`);
      return naar;
    },
    /** Binds the account of whoever is inside in this browser; returns where that ended. */
    async koppel(b: Bladeraar, dienst: string, server: Oidcserver, als: Aangemelde): Promise<Response> {
      const r = await b.vulIn('/account', { dienst }, '/account/organisatie');
      const naar = /href="(http[^"]*\/auth\?[^"]+)"/.exec(await r.text())?.[1]?.replaceAll('&amp;', '&');
      if (!naar) throw new Error(`koppelen: ${r.status}`);
      return b.haal(await server.meldAan(naar, als));
    },
    /** Comes in at the provider with a new browser; returns it with the answer of our site. */
    async kom(dienst: string, server: Oidcserver, als: Aangemelde, terug = '') {
      const b = bladeraar();
      const antwoord = await b.haal(await server.meldAan(await this.naarAanbieder(b, dienst, terug), als));
      return { b, antwoord };
    },
  };
}
