import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { metOidcaanval, TWEE } from './oidc-opzet.ts';

const { site, op, klaar } = await metOidcaanval();
/** Why the library refused the last answer, as the log of the process tells it. */
const oorzaak = () =>
  site.logregels.flatMap(r => (r.includes('"oorzaak"') ? [JSON.parse(r).oorzaak as string] : [])).at(-1);

/** Pretends to be a provider of its own, and lets the real one do the work. */
async function maakBedrieger(echt: string) {
  const h = createServer(async (verzoek, antwoord) => {
    const eigen = `http://${verzoek.headers.host}`;
    if (verzoek.url !== '/.well-known/openid-configuration') return void antwoord.writeHead(404).end();
    const wat = (await (await fetch(`${echt}/.well-known/openid-configuration`)).json()) as object;
    antwoord.setHeader('content-type', 'application/json');
    antwoord.end(
      JSON.stringify({ ...wat, issuer: eigen, authorization_response_iss_parameter_supported: false }),
    );
  });
  h.listen(0, '127.0.0.1');
  await once(h, 'listening');
  return { adres: `http://127.0.0.1:${(h.address() as AddressInfo).port}`, stop: () => void h.close() };
}

// @eis C2.7
describe('een aanbieder die zich voor een ander uitgeeft', () => {
  test('het adres in het antwoord (iss) moet dat van de gekozen aanbieder zijn', async () => {
    const b = op.bladeraar();
    const pad = await klaar().server.meldAan(await op.naarAanbieder(b, klaar().dienst), {
      sub: 's-1',
      ...TWEE,
    });
    expect(pad).toContain('iss=');
    const vals = pad.replace(/iss=[^&]+/, `iss=${encodeURIComponent('https://elders.invalid')}`);
    expect((await b.haal(vals)).status).toBe(403);
    expect((await b.wie()).gebruiker).toBeNull();
  });
  test('zonder iss in het antwoord, terwijl de aanbieder dat altijd geeft, gaat het niet door', async () => {
    const b = op.bladeraar();
    const pad = await klaar().server.meldAan(await op.naarAanbieder(b, klaar().dienst), {
      sub: 's-1',
      ...TWEE,
    });
    expect((await b.haal(pad.replace(/&?iss=[^&]+/, ''))).status).toBe(403);
  });
  test('een bewijs dat een ander ondertekende geldt niet, ook niet als de gekozen aanbieder ernaar verwijst', async () => {
    const bedrieger = await maakBedrieger(klaar().server.issuer);
    await op.stelIn(klaar().beheerder.b, await op.organisatie(), klaar().server, { issuer: bedrieger.adres });
    const b = op.bladeraar();
    const pad = await klaar().server.meldAan(await op.naarAanbieder(b, klaar().dienst), {
      sub: 's-1',
      ...TWEE,
    });
    expect((await b.haal(pad.replace(/&?iss=[^&]+/, ''))).status).toBe(403);
    expect((await b.wie()).gebruiker).toBeNull();
    expect(oorzaak()).toBe('OAUTH_JWT_CLAIM_COMPARISON_FAILED');
    bedrieger.stop();
    await op.stelIn(klaar().beheerder.b, await op.organisatie(), klaar().server);
    expect((await op.kom(klaar().dienst, klaar().server, { sub: 's-1', ...TWEE })).antwoord.status).toBe(303);
  });
});
