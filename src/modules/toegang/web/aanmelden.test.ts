import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { metClient } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { demoaccounts } from '../domain/demo.ts';
import { ROLCODES } from '../domain/rollen.ts';
import { maakToegang } from '../module.ts';
import { maakBladeraar } from '../testing/bladeraar.ts';
import { maakProefsite } from '../testing/proefsite.ts';

const argon = vi.hoisted(() => ({ aantal: 0 }));
vi.mock('@node-rs/argon2', async echt => {
  const m = await echt<typeof import('@node-rs/argon2')>();
  const tel =
    <A extends unknown[], R>(f: (...a: A) => R) =>
    (...a: A): R => {
      argon.aantal++;
      return f(...a);
    };
  return { ...m, hash: tel(m.hash), verify: tel(m.verify) };
});

const proef = await maakProef();
const site = maakProefsite(proef, maakToegang, { demo: true });
afterAll(site.stop);
const WACHTWOORD = 'voorbeeld-wachtwoord';
await site.kamer.maakDemoAccounts(WACHTWOORD);
const sql = (tekst: string, waarden: unknown[] = []) => metClient(proef.beheer, c => c.query(tekst, waarden));
let nummer = 1;
const bladeraar = () => maakBladeraar(site.app, { herkomst: `198.51.100.${++nummer}` });

// @eis A2.6
describe('voorbeeldaccounts', () => {
  test.each(ROLCODES)('%s meldt zich aan zonder tweede stap en draagt alleen die rol', async rol => {
    const b = bladeraar();
    const r = await b.meldAan(`${rol}@voorbeeld.invalid`, WACHTWOORD);
    expect([r.status, r.headers.get('location')]).toEqual([303, '/']);
    const { gebruiker, toegang } = await b.wie();
    expect(gebruiker?.naam).toMatch(/^Voorbeeld /);
    const leden = toegang as { rol: string; regio: string | null; gemeente: string | null }[];
    expect(new Set(leden.map(l => l.rol))).toEqual(new Set([rol]));
    const gemeenten = leden.map(l => l.gemeente).sort();
    if (rol === 'technisch_beheerder') expect(leden.map(l => l.regio)).toEqual([null]);
    else
      expect(leden.map(l => l.regio).sort()).toEqual([
        'kennemerland',
        'noord-holland-noord',
        'zaanstreek-waterland',
      ]);
    if (rol === 'raadslid' || rol === 'beleidsmedewerker')
      expect(gemeenten).toEqual(['GM0361', 'GM0392', 'GM0479']);
    else expect(new Set(gemeenten)).toEqual(new Set([null]));
  });
  test('nog eens maken verdubbelt niets en zet het nieuwe wachtwoord', async () => {
    const tel = async () =>
      (
        await sql(
          'select (select count(*)::int from toegang.persoon) p, (select count(*)::int from toegang.lidmaatschap) l',
        )
      ).rows[0];
    const eerst = await tel();
    await site.kamer.maakDemoAccounts('ander-wachtwoord');
    expect(await tel()).toEqual(eerst);
    expect((await bladeraar().meldAan('lezer@voorbeeld.invalid', WACHTWOORD)).status).toBe(422);
    expect((await bladeraar().meldAan('lezer@voorbeeld.invalid', 'ander-wachtwoord')).status).toBe(303);
    await site.kamer.maakDemoAccounts(WACHTWOORD);
  });
  test('twee processen tegelijk maken elk account eenmaal, en een herstart meldt niemand af', async () => {
    const b = bladeraar();
    await b.meldAan('lezer@voorbeeld.invalid', WACHTWOORD);
    const leeg = await maakProef();
    const twee = [1, 2].map(() => maakProefsite(leeg, maakToegang, { demo: true, kluis: site.kluis }));
    await Promise.all(twee.map(s => s.kamer.maakDemoAccounts(WACHTWOORD)));
    const { rows } = await metClient(leeg.beheer, c =>
      c.query('select count(*)::int n from toegang.persoon'),
    );
    expect(rows[0].n).toBe(demoaccounts().length);
    await site.kamer.maakDemoAccounts(WACHTWOORD);
    expect((await b.wie()).gebruiker).not.toBeNull();
  });
  test('buiten een demonstratie worden ze niet gemaakt', async () => {
    const echt = maakProefsite(proef, maakToegang, { demo: false });
    await expect(echt.kamer.maakDemoAccounts(WACHTWOORD)).rejects.toThrow('alleen in een demonstratie');
    echt.stop();
  });
});

// @eis A2.5
describe('aanmelden', () => {
  test('een openbare pagina zet geen koekje, de aanmeldpagina wel en bewaart niets', async () => {
    const b = bladeraar();
    expect((await b.haal('/wie')).headers.getSetCookie()).toEqual([]);
    const r = await b.haal('/aanmelden');
    expect(r.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^la\.bezoek=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect(r.headers.get('cache-control')).toBe('no-store');
  });
  test('een onbekend adres en een fout wachtwoord krijgen hetzelfde antwoord', async () => {
    const antwoord = async (adres: string) => {
      const r = await bladeraar().meldAan(adres, 'dit-is-het-niet');
      return [r.status, (await r.text()).replaceAll(/value="[^"]*"/g, '')];
    };
    expect(await antwoord('lezer@voorbeeld.invalid')).toEqual(await antwoord('niemand@voorbeeld.invalid'));
  });
  test('een onbekend adres kost evenveel rekenwerk als een fout wachtwoord', async () => {
    // Counted, not timed: the slow work of a sign-in is one argon2 computation, also for a dummy.
    const gerekend = async (adres: string) => {
      argon.aantal = 0;
      await bladeraar().meldAan(adres, 'dit-is-het-niet');
      return argon.aantal;
    };
    expect(await gerekend('datalab_analist@voorbeeld.invalid')).toBe(1);
    expect(await gerekend('onbekend@voorbeeld.invalid')).toBe(1);
  });
  test('het adres mag met hoofdletters en spaties, het wachtwoord niet', async () => {
    expect((await bladeraar().meldAan(' Lezer@Voorbeeld.INVALID ', WACHTWOORD)).status).toBe(303);
    expect((await bladeraar().meldAan('lezer@voorbeeld.invalid', WACHTWOORD.toUpperCase())).status).toBe(422);
  });
  test('na aanmelden gaat het naar een pad van deze site en nergens anders heen', async () => {
    const naar = async (terug: string) =>
      (await bladeraar().meldAan('lezer@voorbeeld.invalid', WACHTWOORD, { terug })).headers.get('location');
    expect(await naar('/programma?x=1')).toBe('/programma?x=1');
    expect(await naar('https://elders.invalid/')).toBe('/');
    expect(await naar('//elders.invalid')).toBe('/');
  });
  test('afmelden beëindigt de sessie ook voor wie het koekje bewaarde', async () => {
    const b = bladeraar();
    await b.meldAan('lezer@voorbeeld.invalid', WACHTWOORD);
    const koekjes = new Map(b.potje);
    const r = await b.vulIn('/aanmelden', {}, '/afmelden');
    expect(r.status).toBe(403);
    const html = await (await b.haal('/bestaat-niet')).text();
    const csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    expect((await b.stuur('/afmelden', { _csrf: csrf })).headers.get('location')).toBe(
      '/aanmelden?na=afgemeld',
    );
    expect((await b.wie()).gebruiker).toBeNull();
    for (const [n, w] of koekjes) b.potje.set(n, w);
    expect((await b.wie()).gebruiker).toBeNull();
  });
  test('een vervalst koekje is niemand', async () => {
    const b = bladeraar();
    await b.meldAan('lezer@voorbeeld.invalid', WACHTWOORD);
    const [naam = '', waarde = ''] = [...b.potje].find(([n]) => n.endsWith('session_token')) ?? [];
    expect((await b.wie()).gebruiker).not.toBeNull();
    for (const vals of [
      waarde.replace(/^./, 'x'),
      `${waarde.split('.')[0]}.AAAA`,
      waarde.split('.')[0] ?? '',
      '%E0%A4%A',
    ]) {
      b.potje.set(naam, vals);
      expect((await b.wie()).gebruiker).toBeNull();
    }
  });
});

// @eis A2.5
describe('sessie', () => {
  test('loopt af na acht uur stilte, en na 24 uur hoe dan ook', async () => {
    const b = bladeraar();
    await b.meldAan('lezer@voorbeeld.invalid', WACHTWOORD);
    site.klok.schuif(7 * 60 + 59);
    expect((await b.wie()).gebruiker).not.toBeNull();
    site.klok.schuif(8 * 60 + 1);
    expect((await b.wie()).gebruiker).toBeNull();
    site.klok.schuif(-(15 * 60 + 60));
    const c = bladeraar();
    await c.meldAan('lezer@voorbeeld.invalid', WACHTWOORD);
    for (let i = 0; i < 3; i++) {
      site.klok.schuif(7 * 60);
      expect((await c.wie()).gebruiker).not.toBeNull();
    }
    site.klok.schuif(3 * 60 + 1);
    expect((await c.wie()).gebruiker).toBeNull();
    site.klok.schuif(-(24 * 60 + 1));
  });
  test('wie niet meer actief is of geen rol meer heeft, merkt dat bij het volgende verzoek', async () => {
    const b = bladeraar();
    await b.meldAan('raadslid@voorbeeld.invalid', WACHTWOORD);
    const id = (await b.wie()).gebruiker?.id;
    await sql(
      "update toegang.lidmaatschap set tot = current_date - 1, van = current_date - 9 where persoon_id = $1 and regio = 'kennemerland'",
      [id],
    );
    expect(((await b.wie()).toegang as unknown[]).length).toBe(2);
    await sql('update toegang.persoon set actief = false where id = $1', [id]);
    expect((await b.wie()).gebruiker).toBeNull();
    expect((await bladeraar().meldAan('raadslid@voorbeeld.invalid', WACHTWOORD)).status).toBe(422);
    await sql('update toegang.persoon set actief = true where id = $1', [id]);
  });
  test('het koekje is HttpOnly, Lax en over https alleen voor deze site', async () => {
    const echt = maakProefsite(proef, maakToegang, {
      demo: true,
      basisUrl: 'https://regio.example',
      kluis: site.kluis,
    });
    const b = maakBladeraar(echt.app, { basis: 'https://regio.example', herkomst: '203.0.113.9' });
    const r = await b.meldAan('lezer@voorbeeld.invalid', WACHTWOORD);
    const koek = r.headers.getSetCookie().find(k => k.includes('session_token'));
    expect(koek).toMatch(/^__Host-la\.session_token=/);
    for (const deel of [/HttpOnly/i, /SameSite=Lax/i, /Secure/i, /Path=\//i]) expect(koek).toMatch(deel);
    expect(koek).not.toMatch(/Domain/i);
    echt.stop();
  });
});

// @eis A2.5
describe('rem op raden', () => {
  test('na acht fouten op één account van één plaats komt 429, ook met het goede wachtwoord; een ander mag door', async () => {
    const b = maakBladeraar(site.app, { herkomst: '203.0.113.1' });
    for (let i = 0; i < 8; i++)
      expect((await b.meldAan('projectleider@voorbeeld.invalid', `fout-${i}`)).status).toBe(422);
    const r = await b.meldAan('projectleider@voorbeeld.invalid', WACHTWOORD);
    expect(r.status).toBe(429);
    expect(Number(r.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await r.text()).toContain('Te veel pogingen');
    const ander = maakBladeraar(site.app, { herkomst: '203.0.113.2' });
    expect((await ander.meldAan('projectleider@voorbeeld.invalid', WACHTWOORD)).status).toBe(303);
    site.klok.schuif(16);
    expect((await b.meldAan('projectleider@voorbeeld.invalid', WACHTWOORD)).status).toBe(303);
    site.klok.schuif(-16);
  });
  test('veel accounts proberen van één plaats stopt; een verzonnen kop ervoor helpt niet', async () => {
    let laatste = 0;
    for (let i = 0; i < 41; i++) {
      const b = maakBladeraar(site.app, { herkomst: `10.0.0.${i}, 203.0.113.77` });
      laatste = (await b.meldAan(`iemand${i}@voorbeeld.invalid`, 'fout-fout-fout')).status;
      if (laatste === 429) break;
    }
    expect(laatste).toBe(429);
  });
  test('zonder vertrouwde proxy telt de verbinding zelf, wat de bezoeker ook in de kop schrijft', async () => {
    const open = maakProefsite(proef, maakToegang, { demo: true, kluis: site.kluis, proxies: 0 });
    const server = serve({ fetch: open.app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    const basis = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const pagina = await fetch(`${basis}/aanmelden`);
    const cookie = pagina.headers
      .getSetCookie()
      .map(k => k.split(';')[0])
      .join('; ');
    const token = /name="_csrf" value="([^"]+)"/.exec(await pagina.text())?.[1] ?? '';
    const probeer = async (i: number) => {
      const r = await fetch(`${basis}/aanmelden`, {
        method: 'POST',
        headers: {
          cookie,
          origin: basis,
          'x-forwarded-for': `192.0.2.${i}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({
          _csrf: token,
          adres: `p${i}@voorbeeld.invalid`,
          wachtwoord: 'mis mis mis',
        }).toString(),
      });
      return r.status;
    };
    const statussen = await Promise.all(Array.from({ length: 45 }, (_, i) => probeer(i)));
    expect(statussen.filter(s => s === 429)).toHaveLength(5);
    server.close();
    open.stop();
  });
  test('wie van één plaats blijft proberen, sluit de echte gebruiker niet buiten', async () => {
    const dief = maakBladeraar(site.app, { herkomst: '203.0.113.60' });
    const token =
      /name="_csrf" value="([^"]+)"/.exec(await (await dief.haal('/aanmelden')).text())?.[1] ?? '';
    const velden = { _csrf: token, adres: 'accountbeheerder@voorbeeld.invalid', wachtwoord: 'mis mis mis' };
    for (let i = 0; i < 310; i++) await dief.stuur('/aanmelden', velden);
    expect((await dief.stuur('/aanmelden', velden)).status).toBe(429);
    expect((await bladeraar().meldAan('accountbeheerder@voorbeeld.invalid', WACHTWOORD)).status).toBe(303);
  });
  test('wie zich goed aanmeldt telt niet mee', async () => {
    for (let i = 0; i < 12; i++) {
      const b = maakBladeraar(site.app, { herkomst: '203.0.113.50' });
      expect((await b.meldAan('lezer@voorbeeld.invalid', WACHTWOORD)).status).toBe(303);
    }
  });
});

// @eis A2.5
describe('schema aanmelden', () => {
  test('kent geen naam, geen adres, geen IP-adres en geen browserversie', async () => {
    const b = bladeraar();
    await b.meldAan('lezer@voorbeeld.invalid', WACHTWOORD);
    const tabellen = (
      await sql("select table_name from information_schema.tables where table_schema = 'aanmelden'")
    ).rows;
    expect(tabellen.length).toBeGreaterThan(7);
    let alles = '';
    for (const { table_name } of tabellen)
      alles += JSON.stringify((await sql(`select * from aanmelden."${table_name}"`)).rows);
    expect(alles.includes('Firefox op Windows')).toBe(true);
    expect(/voorbeeld|198\.51|203\.0\.113|Mozilla|140\.0/i.exec(alles)?.[0]).toBeUndefined();
    expect(alles.includes('$argon2id$')).toBe(true);
  });
  test('de rol van de toepassing kan er niet bij, en die van het aanmelden niet bij de mensen', async () => {
    await expect(proef.app.pool.query('select 1 from aanmelden.session')).rejects.toThrow(
      /permission denied/,
    );
    await expect(proef.aanmelden.pool.query('select 1 from toegang.persoon')).rejects.toThrow(
      /permission denied/,
    );
  });
});
