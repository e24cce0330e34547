import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/browser';
import { z } from 'zod';
import type { App, Ctx } from '#platform/http/index.ts';
import type { Diensten } from '../usecases/diensten.ts';
import {
  maakPasskey,
  meldAanMetPasskey,
  passkeyMaakOpties,
  passkeyVraag,
  type Stapweigering,
} from '../usecases/tweede-stap.ts';
import { afzender, metBezoek, zetKoekjes } from './bezoek.ts';
import { bouwPasskeyScript } from './script/bouw.ts';

const basis = {
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()),
};
const veld = z.string().max(20_000);
const gemaakt = z.object({
  ...basis,
  response: z.object({
    clientDataJSON: veld,
    attestationObject: veld,
    transports: z.array(z.string()).max(10),
  }),
});
const getoond = z.object({
  ...basis,
  response: z.object({
    clientDataJSON: veld,
    authenticatorData: veld,
    signature: veld,
    userHandle: veld.optional(),
  }),
});

const STATUS: Record<Stapweigering['code'], 401 | 403 | 429> = {
  onjuist: 401,
  opnieuw_aanmelden: 403,
  te_vaak: 429,
};
const weiger = (c: Ctx, w: Stapweigering) => c.json({ code: w.code }, STATUS[w.code]);

/** What the passkey script talks to: same origin, with the forgery token in a header. */
export function registreerPasskey(app: App, d: Diensten): void {
  const bezoek = metBezoek(d);
  app.get('/aanmelden/passkey.js', async c =>
    c.body(await bouwPasskeyScript(), 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    }),
  );
  app.post('/aanmelden/passkey/vraag', bezoek, async c => {
    const r = await passkeyVraag(d, afzender(d, c));
    if (!r.ok) return weiger(c, r.weigering);
    zetKoekjes(d, c, r.waarde.koekjes, true);
    return c.json(r.waarde.opties as object);
  });
  app.post('/aanmelden/passkey', bezoek, async c => {
    const invoer = getoond.safeParse(await c.req.json());
    if (!invoer.success) return weiger(c, { code: 'onjuist' });
    const r = await meldAanMetPasskey(
      d,
      invoer.data as unknown as AuthenticationResponseJSON,
      afzender(d, c),
    );
    if (!r.ok) return weiger(c, r.weigering);
    zetKoekjes(d, c, r.waarde.koekjes);
    return c.json({ gelukt: true });
  });
  app.post('/aanmelden/passkey/maak-vraag', bezoek, async c => {
    const r = await passkeyMaakOpties(d, afzender(d, c));
    if (!r.ok) return weiger(c, r.weigering);
    zetKoekjes(d, c, r.waarde.koekjes, true);
    return c.json(r.waarde.opties as object);
  });
  app.post('/aanmelden/passkey/maak', bezoek, async c => {
    const invoer = gemaakt.safeParse(await c.req.json());
    if (!invoer.success) return weiger(c, { code: 'onjuist' });
    const r = await maakPasskey(d, invoer.data as unknown as RegistrationResponseJSON, afzender(d, c));
    return r.ok ? c.json({ gelukt: true }) : weiger(c, r.weigering);
  });
}
