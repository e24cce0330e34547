import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { gelukt, geweigerd, type Result } from '#kern/resultaat/index.ts';
import { CASUSSESSIE } from '../domain/sessie.ts';

/** The one file that speaks with a provider. Authorization code with PKCE, state and nonce; nothing else. */
export interface Aanbieder {
  issuer: string;
  clientId: string;
  geheim: string;
  acr: readonly string[];
}
export interface Vraag {
  url: string;
  state: string;
  nonce: string;
  verifier: string;
}
export interface Antwoord {
  iss: string;
  sub: string;
  acr: unknown;
  amr: unknown;
}

/** Seconds that the provider may take to answer us. */
const GEDULD = 10;

/**
 * Seconds since somebody last showed himself to the provider: as long as our own quiet time. Otherwise whoever sits
 * down at a desk that was left would be let in by the provider's session, which still runs.
 */
const RECENT = CASUSSESSIE.stil * 60;

const alsClient =
  (geheim: string): ClientAuth =>
  (server, client, lichaam, koppen) => {
    const post = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false;
    const wijze = post ? ClientSecretPost(geheim) : ClientSecretBasic(geheim);
    wijze(server, client, lichaam, koppen);
  };

function ontdek(a: Aanbieder): Promise<Configuration> {
  const http = a.issuer.startsWith('http:') ? [allowInsecureRequests] : [];
  return discovery(new URL(a.issuer), a.clientId, undefined, alsClient(a.geheim), {
    timeout: GEDULD,
    execute: [enableNonRepudiationChecks, ...http],
  });
}

/** Where to send the browser, and what the answer must match. Refused: 'onbereikbaar', with the library's code. */
export async function maakVraag(
  a: Aanbieder,
  naar: string,
): Promise<Result<Vraag, { code: 'onbereikbaar'; oorzaak: string }>> {
  try {
    const config = await ontdek(a);
    const verifier = randomPKCECodeVerifier();
    const [state, nonce] = [randomState(), randomNonce()];
    const url = buildAuthorizationUrl(config, {
      redirect_uri: naar,
      scope: 'openid',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      max_age: String(RECENT),
      ...(a.acr.length > 0 ? { acr_values: a.acr.join(' ') } : {}),
    });
    return gelukt({ url: url.href, state, nonce, verifier });
  } catch (e) {
    return geweigerd({ code: 'onbereikbaar', oorzaak: oorzaakVan(e) });
  }
}

/**
 * Judges the answer: state, issuer, audience, signature, nonce, time and PKCE. The address of the answer is built
 * from our own settings. Refused: 'mislukt', with the library's code for the log of the process.
 */
export async function leesAntwoord(
  a: Aanbieder,
  v: Omit<Vraag, 'url'>,
  antwoordadres: URL,
): Promise<Result<Antwoord, { code: 'mislukt'; oorzaak: string }>> {
  try {
    const tokens = await authorizationCodeGrant(await ontdek(a), antwoordadres, {
      expectedState: v.state,
      expectedNonce: v.nonce,
      pkceCodeVerifier: v.verifier,
      maxAge: RECENT,
      idTokenExpected: true,
    });
    const c = tokens.claims();
    if (!c || c.iss !== a.issuer) return geweigerd({ code: 'mislukt', oorzaak: 'issuer' });
    return gelukt({ iss: c.iss, sub: c.sub, acr: c['acr'], amr: c['amr'] });
  } catch (e) {
    return geweigerd({ code: 'mislukt', oorzaak: oorzaakVan(e) });
  }
}

/** The library's code only: its sentences may repeat what the provider said about somebody. */
const oorzaakVan = (e: unknown): string => {
  const code = (e as { code?: unknown }).code;
  return typeof code === 'string' ? code : ((e as Error).name ?? 'onbekend');
};
