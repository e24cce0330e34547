import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { hash, verify } from '@node-rs/argon2';
import type { AuthenticationResponseJSON } from '@simplewebauthn/browser';
import { APIError, betterAuth } from 'better-auth';
import { symmetricDecrypt } from 'better-auth/crypto';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Pool } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';
import { apparaatVan } from '../domain/herkomst.ts';
import { SESSIEDUUR } from '../domain/sessie.ts';

/** Steps after which a session is strong: a second factor was shown. */
const STERKE_STAPPEN = new Set([
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/passkey/verify-authentication',
  '/change-password',
]);

export interface Kernopties {
  aanmelden: Pool;
  /** Key of cookies and stored second factors. */
  geheim: Buffer;
  /** Address of the site without slash at the end. */
  basisUrl: string;
  /** A demonstration asks no second factor. */
  demo: boolean;
  log: Log;
}

/** argon2id; memory 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet). */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const hashWachtwoord = (wachtwoord: string): Promise<string> => hash(wachtwoord, ARGON);

const afgeleid = (geheim: Buffer, doel: string) => createHmac('sha256', geheim).update(doel).digest('hex');

const geavanceerd = (https: boolean) => ({
  useSecureCookies: false,
  // The name carries the browser's own guard: only this host, over https, for every path.
  cookiePrefix: voorvoegsel(https),
  defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const, secure: https, path: '/' },
  ipAddress: { disableIpTracking: true },
  database: { generateId: () => randomUUID(), validateSchema: false },
});

const voorvoegsel = (https: boolean) => (https ? '__Host-la' : 'la');

/** Before a session is stored: no IP address, the browser in words, and strong or not by the step that made it. */
const bijSessie = (demo: boolean) => async (s: Record<string, unknown>, c: { path?: string } | null) => ({
  data: {
    ...s,
    ipAddress: '',
    userAgent: apparaatVan(s['userAgent'] as string),
    sterk: demo || STERKE_STAPPEN.has(c?.path ?? ''),
  },
});

function instellingen(o: Kernopties, secret: string) {
  return {
    appName: 'Lange Adem',
    baseURL: o.basisUrl,
    basePath: '/aanmelden/bibliotheek',
    secret,
    telemetry: { enabled: false },
    logger: {
      level: 'error' as const,
      // Only the library's own sentence: its arguments may name an account.
      log: (niveau: string, bericht: string) => o.log.error({ niveau }, `aanmelden: ${bericht}`),
    },
    database: { db: o.aanmelden.db, type: 'postgres' as const, schemaName: 'aanmelden', transaction: true },
    rateLimit: { enabled: false },
    session: {
      expiresIn: SESSIEDUUR.hoogstens * 60,
      disableSessionRefresh: true,
      freshAge: 3600,
      additionalFields: { sterk: { type: 'boolean' as const, defaultValue: false, input: false } },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: 1000,
      password: {
        hash: hashWachtwoord,
        verify: (d: { hash: string; password: string }) => verify(d.hash, d.password),
      },
    },
    advanced: geavanceerd(o.basisUrl.startsWith('https://')),
    databaseHooks: { session: { create: { before: bijSessie(o.demo) } } },
  };
}

function maakAuth(o: Kernopties, secret: string) {
  return betterAuth({
    ...instellingen(o, secret),
    plugins: [
      twoFactor({
        issuer: 'Lange Adem',
        trustDeviceMaxAge: 1,
        twoFactorCookieMaxAge: 600,
        // Whoever signs in by his organisation has no password to ask; an account that has one is asked for it.
        allowPasswordless: true,
      }),
      passkey({
        rpID: new URL(o.basisUrl).hostname,
        rpName: 'Lange Adem',
        origin: o.basisUrl,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) => eisGebruiker(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) =>
            eisGebruiker(verification.authenticationInfo?.userVerified),
        },
      }),
    ],
  });
}

/** A passkey stands for two factors only when the device has checked who holds it. */
function eisGebruiker(gecontroleerd: boolean | undefined): void {
  if (!gecontroleerd) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' });
}

/** What a call on the library came to: its answer with the cookies to pass on, or its code of refusal. */
export type Kernantwoord<T> = { ok: true; waarde: T; koekjes: string[] } | { ok: false; code: string };

async function vraag<T>(werk: Promise<{ headers: Headers; response: T }>): Promise<Kernantwoord<T>> {
  try {
    const { headers, response } = await werk;
    return { ok: true, waarde: response, koekjes: headers.getSetCookie() };
  } catch (e) {
    if (!(e instanceof APIError) || e.statusCode >= 500) throw e;
    return { ok: false, code: String(e.body?.code ?? e.status) };
  }
}

type Auth = ReturnType<typeof maakAuth>;
const kop = { returnHeaders: true as const };

const metWachtwoord = (auth: Auth) => ({
  meldAan: (adres: string, wachtwoord: string, headers: Headers) =>
    vraag(auth.api.signInEmail({ body: { email: adres, password: wachtwoord }, headers, ...kop })),
  meldAf: (headers: Headers) => vraag(auth.api.signOut({ headers, ...kop })),
  wijzigWachtwoord: (oud: string, nieuw: string, headers: Headers) =>
    vraag(
      auth.api.changePassword({
        body: { currentPassword: oud, newPassword: nieuw, revokeOtherSessions: true },
        headers,
        ...kop,
      }),
    ),
});

const metApp = (auth: Auth) => ({
  controleerCode: (code: string, headers: Headers) =>
    vraag(auth.api.verifyTOTP({ body: { code }, headers, ...kop })),
  controleerReservecode: (code: string, headers: Headers) =>
    vraag(auth.api.verifyBackupCode({ body: { code }, headers, ...kop })),
  zetAppKlaar: (wachtwoord: string, headers: Headers) =>
    vraag(auth.api.enableTwoFactor({ body: { password: wachtwoord, method: 'totp' }, headers, ...kop })),
  nieuweReservecodes: (wachtwoord: string, headers: Headers) =>
    vraag(auth.api.generateBackupCodes({ body: { password: wachtwoord }, headers, ...kop })),
  leesReservecodes: async (persoonId: string) =>
    (await auth.api.viewBackupCodes({ body: { userId: persoonId } })).backupCodes,
});

const metPasskey = (auth: Auth) => ({
  passkeyMaakOpties: (naam: string, headers: Headers) =>
    vraag(auth.api.generatePasskeyRegistrationOptions({ query: { name: naam }, headers, ...kop })),
  passkeyMaak: (response: unknown, name: string, headers: Headers) =>
    vraag(auth.api.verifyPasskeyRegistration({ body: { response, name }, headers, ...kop })),
  passkeyVraagOpties: (headers: Headers) =>
    vraag(auth.api.generatePasskeyAuthenticationOptions({ headers, ...kop })),
  passkeyAanmelden: (response: AuthenticationResponseJSON, headers: Headers) =>
    vraag(auth.api.verifyPasskeyAuthentication({ body: { response }, headers, ...kop })),
});

/** The sign-in library behind a small door: only what this room uses. None of its own addresses is served. */
export function maakAanmeldkern(o: Kernopties) {
  const secret = afgeleid(o.geheim, 'aanmelden');
  const auth = maakAuth(o, secret);
  const naam = `${voorvoegsel(o.basisUrl.startsWith('https://'))}.session_token`;
  return {
    ...metWachtwoord(auth),
    ...metApp(auth),
    ...metPasskey(auth),
    auth,
    sessieKoekje: naam,
    openGeheim: (versleuteld: string) => symmetricDecrypt({ key: secret, data: versleuteld }),
    /** The cookie that bears this session's secret, signed as the library signs its own. */
    sessieKoek: (token: string) => {
      const zegel = createHmac('sha256', secret).update(token).digest('base64');
      const veilig = o.basisUrl.startsWith('https://') ? '; Secure' : '';
      const duur = SESSIEDUUR.hoogstens * 60;
      return `${naam}=${encodeURIComponent(`${token}.${zegel}`)}; Max-Age=${duur}; Path=/; HttpOnly${veilig}; SameSite=Lax`;
    },
    /** The session's secret out of a cookie header, when the cookie bears our signature; else null. */
    sessieToken: (cookie: string | undefined) => leesGetekend(cookie, naam, secret),
  };
}

export type Aanmeldkern = ReturnType<typeof maakAanmeldkern>;

/** The value of a signed cookie (`value.signature`, HMAC-SHA256 in base64), or null. */
function leesGetekend(cookie: string | undefined, naam: string, secret: string): string | null {
  const ruw = (cookie ?? '')
    .split(/;\s*/)
    .find(d => d.startsWith(`${naam}=`))
    ?.slice(naam.length + 1);
  if (!ruw) return null;
  let heel: string;
  try {
    heel = decodeURIComponent(ruw);
  } catch {
    return null;
  }
  const punt = heel.lastIndexOf('.');
  if (punt < 1) return null;
  const waarde = heel.slice(0, punt);
  const goed = createHmac('sha256', secret).update(waarde).digest();
  const gegeven = Buffer.from(heel.slice(punt + 1), 'base64');
  return gegeven.length === goed.length && timingSafeEqual(gegeven, goed) ? waarde : null;
}
