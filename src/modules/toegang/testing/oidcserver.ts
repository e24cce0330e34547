import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Somebody as the provider knows him. `amr` and `acr` are what it says about how he signed in. */
export interface Aangemelde {
  sub: string;
  amr?: string[];
  acr?: string;
  /** Told by the provider although nobody asked. */
  email?: string;
  emailGecontroleerd?: boolean;
}

const sleutel = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'proef' };
};

/**
 * A real OpenID provider (oidc-provider) on the own machine. `meldAan` walks through it as a browser would, from the
 * address that our site gave to the address that it sends the browser back to.
 */
export async function startOidcserver(basis = 'http://localhost:8080') {
  let wie: Aangemelde = { sub: 'niemand' };
  const client = { id: 'lange-adem', geheim: 'geheim-van-de-proef-0123456789abcdef' };
  let verwerk = (_verzoek: IncomingMessage, antwoord: ServerResponse) => void antwoord.end();
  const server = createServer((verzoek, antwoord) => verwerk(verzoek, antwoord));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.geheim,
        redirect_uris: [`${basis}/aanmelden/terug`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    acrValues: ['urn:proef:twee'],
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    claims: { openid: ['sub', 'acr', 'amr', 'email', 'email_verified'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['proef'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: wie.email, email_verified: wie.emailGecontroleerd ?? false }),
    }),
    interactions: { url: (_ctx, i) => `/interactie/${i.uid}` },
    jwks: { keys: [sleutel()] },
    loadExistingGrant: async ctx => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const bij = provider.callback();
  verwerk = (verzoek, antwoord) => {
    if (!verzoek.url?.startsWith('/interactie/')) return void bij(verzoek, antwoord);
    const login = {
      accountId: wie.sub,
      ...(wie.amr ? { amr: wie.amr } : {}),
      ...(wie.acr ? { acr: wie.acr } : {}),
    };
    provider.interactionFinished(verzoek, antwoord, { login });
  };
  return {
    issuer,
    client,
    /** Path and question of our site that the provider sends the browser to. */
    async meldAan(adres: string, als: Aangemelde): Promise<string> {
      wie = als;
      const potje = new Map<string, string>();
      let hier = adres;
      for (let i = 0; i < 10; i++) {
        const cookie = [...potje].map(([n, w]) => `${n}=${w}`).join('; ');
        const r = await fetch(hier, { redirect: 'manual', headers: { cookie } });
        for (const k of r.headers.getSetCookie()) {
          const [paar = ''] = k.split(';');
          potje.set(paar.slice(0, paar.indexOf('=')), paar.slice(paar.indexOf('=') + 1));
        }
        const naar = r.headers.get('location');
        if (!naar) throw new Error(`aanbieder: ${r.status} ${(await r.text()).slice(0, 300)}`);
        if (naar.startsWith(basis)) return naar.slice(basis.length);
        hier = new URL(naar, hier).href;
      }
      throw new Error('aanbieder: blijft doorsturen');
    },
    stop: () => void server.close(),
  };
}
export type Oidcserver = Awaited<ReturnType<typeof startOidcserver>>;
