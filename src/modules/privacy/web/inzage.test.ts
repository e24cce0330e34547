import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakGegevens, maakGezinproef, maakInvoer } from '#modules/gezin/testing/gezinproef.ts';
import { type Lezer, maakProefapp } from '#modules/programma/testing/proefapp.ts';
import { legVerwerkingVast, type Rol } from '#modules/toegang/index.ts';
import { maakLogboekproef } from '#modules/toegang/testing/logboekproef.ts';
import { metActor, metClient, sql } from '#platform/db/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakKluis, maakWislijst } from '#platform/kluis/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { docxTekst } from '../../../../test/proef/verzoekproef.ts';
import { VERBODEN, vulInzagedossier } from '../testing/inzagedossier.ts';
import { maakAfschrift } from '../usecases/afschrift.ts';
import { registreer } from './routes.tsx';

const p = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-inzage-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const klok = vasteKlok('2026-11-22T09:00:00Z');
const vandaag = klok.vandaag();
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 9), map });
const w = maakLogboekproef(p.beheer);
const d = { db: p.app.db, klok, kluis, wislijst: maakWislijst(map), voerUit: null };
const site = maakProefapp(p.app.db, app => registreer(app, d));
const gezin = maakGezinproef(p.app.db, kluis);

async function mens(organisatie: string, rol: Rol, naam = 'Voorbeeldnaam') {
  const actor = await w.mens(organisatie, rol);
  await w.noem(actor, kluis, naam, 'werk@voorbeeld.invalid');
  const lidmaatschappen = [{ rol, organisatieId: organisatie, regio: 'kennemerland', gemeente: null }];
  return { actor, id: actor.id, lidmaatschappen };
}
const vt = await w.organisatie('veilig_thuis', 'Veilig Thuis Voorbeeld');
const schuil = await w.organisatie('partner', 'Stichting Schuilhaven');
const een = await mens(vt, 'privacyfunctionaris');
const twee = await mens(vt, 'privacyfunctionaris');
const geweerd = await mens(vt, 'privacyfunctionaris');
const vreemd = await mens(schuil, 'privacyfunctionaris');
const werker = await mens(vt, 'professional', 'Wilma Werker');
const collega = await mens(vt, 'professional');
const dossier = await gezin.dossier(werker.actor, vt, [
  maakInvoer(maakGegevens('Anna', 'Voorbeeld')),
  maakInvoer(maakGegevens('Bram', 'Elderson')),
]);
const [anna = '', bram = ''] = dossier.personen;
const NUMMER = '2026-000077';
let deel: Awaited<ReturnType<typeof vulInzagedossier>>;
beforeAll(async () => {
  deel = await vulInzagedossier({
    ...{ db: p.app.db, kluis, vandaag, organisatie: vt, ander: schuil, werker: werker.actor },
    ...{ dossier: dossier.id, nummer: NUMMER, zelf: anna, partij: bram },
  });
  await w.relatie(collega, vt, dossier.id, 'overleg', '2027-01-01');
  await w.blokkade(geweerd, vt, { dossier: dossier.id });
});

const zetSchrijven = (persoon: string, mag: string) =>
  metClient(p.beheer, c =>
    c.query("update gezin.contactweg set mag = $2 where persoon_id = $1 and wijze = 'schrijven'", [
      persoon,
      mag,
    ]),
  );
const kaal = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const lees = async (pad: string, wie: Lezer) => {
  const r = await site.haal(pad, wie);
  return { status: r.status, html: await r.text() };
};

type Nieuw = Partial<Record<'soort' | 'door' | 'leeftijd', string>>;
async function maakVerzoek(meer: Nieuw = {}): Promise<string> {
  const r = await site.stuur(
    '/privacy/verzoeken/nieuw',
    {
      ...{ soort: 'afschrift', aanvrager: 'Anna', vraag: '', door: 'zelf', leeftijd: '16_plus' },
      ...{ wilsbekwaam: 'ja', taak: 'veilig_thuis', ontvangen: '20-11-2026', nummer: NUMMER },
      ...meer,
    },
    een,
  );
  expect(r.status).toBe(303);
  return r.headers.get('location') ?? '';
}
const identiteit = (pad: string) => site.stuur(`${pad}/identiteit`, { identiteit: 'digid' }, een);
const persoon = (pad: string, wie = anna) => site.stuur(`${pad}/persoon`, { persoon: wie }, werker);
async function gekoppeld(meer: Nieuw = {}): Promise<string> {
  const pad = await maakVerzoek(meer);
  expect((await identiteit(pad)).status).toBe(303);
  expect((await persoon(pad)).status).toBe(303);
  return pad;
}
async function besluit(pad: string, meer: Record<string, string> = {}): Promise<void> {
  const voorstel = { besluit: 'toegewezen', belang_ander: 'niet_aanmerkelijk', belang_kind: 'geen' };
  const r = await site.stuur(
    `${pad}/voorstel`,
    { ...voorstel, motivering: 'U mag het weten.', ...meer },
    een,
  );
  expect(r.status).toBe(303);
  expect((await site.stuur(`${pad}/besluit`, { akkoord: 'ja' }, twee)).status).toBe(303);
}
const CODES = ['GZ104', 'GZ105', 'GZ106', 'GZ107'];
const maakBrief = (pad: string) =>
  site.stuur(`${pad}/brief`, { vorm: 'pdf', bevestigd: CODES, bevestigd_vertegenwoordiger: CODES }, werker);
const DEELVELD = /<select[^>]*name="([a-z]+_[0-9a-f-]{36}_\d+)"/g;
const velden = (html: string) => [...html.matchAll(DEELVELD)].map(m => m[1] ?? '');
async function kies(pad: string, wie: Lezer, keuze: (veld: string) => string = () => 'meegeven') {
  const { html } = await lees(`${pad}/inzage`, wie);
  const keuzes = Object.fromEntries(velden(html).map(v => [v, keuze(v)]));
  return site.stuur(`${pad}/inzage`, keuzes, wie);
}
async function akkoord(pad: string, wie: Lezer) {
  const { html } = await lees(`${pad}/inzage`, wie);
  const gezien = [...html.matchAll(/name="gezien" value="([^"]+)"/g)].map(m => m[1] ?? '');
  return site.stuur(`${pad}/inzage/akkoord`, { gezien }, wie);
}

// @eis C4.4 C1.2
describe('onderdelen van een dossier bij een verzoek om inzage', () => {
  test('pas na identiteit en persoon ziet de privacyfunctionaris de onderdelen; daarvoor is de pagina er niet', async () => {
    const pad = await maakVerzoek();
    expect((await lees(`${pad}/inzage`, een)).status).toBe(404);
    await persoon(pad);
    expect((await lees(`${pad}/inzage`, een)).status).toBe(404);
    await identiteit(pad);
    expect((await lees(`${pad}/inzage`, een)).status).toBe(200);
    expect(kaal((await lees(pad, een)).html)).toContain('Kies wat u meegeeft uit het dossier');
  });
  test('wie geweerd is, wie elders werkt en wie alleen meeleest, ziet ze niet; en geen ander soort verzoek opent ze', async () => {
    const pad = await gekoppeld();
    for (const wie of [geweerd, vreemd, collega]) expect((await lees(`${pad}/inzage`, wie)).status).toBe(404);
    const ander = await gekoppeld({ soort: 'verbetering' });
    expect((await lees(`${ander}/inzage`, een)).status).toBe(404);
    const langs = (wie: typeof een, verzoek: string) =>
      metActor(p.app.db, wie.actor, vandaag, async tx => {
        const { rows } = await sql`select * from privacy.inzagestukken(${verzoek}::uuid)`.execute(tx);
        return rows.length;
      });
    const id = pad.split('/').at(-1) ?? '';
    expect(await langs(een, id)).toBe(5);
    for (const wie of [geweerd, vreemd, collega]) expect(await langs(wie, id)).toBe(0);
    expect(await langs(een, ander.split('/').at(-1) ?? '')).toBe(0);
  });
  test('eigen gegevens, adres, verklaring, notitie en documentnaam staan er; van anderen, melder, politie en geheim adres niets', async () => {
    const { html } = await lees(`${await gekoppeld()}/inzage`, een);
    const tekst = kaal(html);
    for (const stuk of [
      'Anna Voorbeeld',
      'Annalaan 7, 1234 AB Annastad',
      'Ik wil weer alleen wonen.',
      'Anna is rustig. [weggelaten]',
      'Brief aan Anna en [weggelaten]',
    ])
      expect(tekst).toContain(stuk);
    expect(tekst).not.toMatch(VERBODEN);
    expect(velden(html)).toHaveLength(5);
    expect(/<title>([^<]*)</.exec(html)?.[1]).not.toMatch(/Anna|Voorbeeld/);
  });
  test('een vertegenwoordiger is een andere lezer: geen adres, geen telefoon en niet wat het kind vertelde', async () => {
    const pad = await gekoppeld({ door: 'vertegenwoordiger', leeftijd: 'onder_12' });
    const tekst = kaal((await lees(`${pad}/inzage`, een)).html);
    expect(tekst).not.toMatch(/Annalaan|Annastad|weer alleen wonen|Telefoon|E-mail/);
    expect(tekst).not.toMatch(VERBODEN);
    expect(tekst).toContain('wat gebeurt er als de bedreiger dit leest');
  });
  test('elke blik staat in het logboek, bij elk onderdeel en bij iedereen over wie het dossier gaat', async () => {
    const pad = await gekoppeld();
    const id = pad.split('/').at(-1) ?? '';
    await lees(`${pad}/inzage`, een);
    const regels = await w.regels(een.actor);
    const blik = regels.findLast(r => r.soort === 'inzage' && r.object === id);
    expect(blik).toMatchObject({ handeling: 'inzien', uitkomst: 'toegestaan' });
    expect(regels.some(r => r.soort === 'notitie' && r.object === deel.notitie)).toBe(true);
    const mensen = regels.filter(r => r.details['bij'] === blik?.id).map(r => r.object);
    expect(mensen.toSorted()).toEqual([anna, bram].toSorted());
    await lees(`${pad}/inzage`, geweerd);
    expect((await w.regels(geweerd.actor)).at(-1)).toMatchObject({ soort: 'inzage', uitkomst: 'geweigerd' });
  });
});

// @eis C4.4
describe('kiezen met twee mensen', () => {
  test('wie koos gaat niet zelf akkoord, ook niet langs de database; een gewijzigde keuze vraagt opnieuw akkoord', async () => {
    const pad = await gekoppeld();
    const id = pad.split('/').at(-1) ?? '';
    expect((await kies(pad, een)).status).toBe(303);
    const zelf = await site.stuur(
      `${pad}/inzage/akkoord`,
      { gezien: velden((await lees(`${pad}/inzage`, een)).html).map(v => `${v}=meegeven`) },
      een,
    );
    expect(kaal(await zelf.text())).toContain('Wie koos, gaat niet zelf akkoord');
    const langs = (wie: typeof een, doe: string) =>
      metActor(p.app.db, wie.actor, vandaag, tx =>
        sql`update privacy.inzagekeuze set ${sql.raw(doe)} where verzoek_id = ${id}`.execute(tx),
      );
    await expect(langs(een, `tweede_door = '${twee.id}', tweede_op = '2026-11-22'`)).rejects.toThrow(
      /alleen voor zichzelf/,
    );
    await expect(langs(een, `tweede_door = '${een.id}', tweede_op = '2026-11-22'`)).rejects.toThrow();
    await expect(langs(twee, `keuze = 'weglaten', grond = 'taak'`)).rejects.toThrow(/van wie haar maakt/);
    expect(
      (await langs(vreemd, `tweede_door = '${vreemd.id}', tweede_op = '2026-11-22'`)).numAffectedRows,
    ).toBe(0n);
    expect((await akkoord(pad, twee)).status).toBe(303);
    expect(kaal((await lees(`${pad}/inzage`, een)).html)).toContain('Twee mensen kozen op elk onderdeel');
    await kies(pad, een, v => (v.startsWith('notitie') ? 'weglaten:privacy_ander' : 'meegeven'));
    expect(kaal((await lees(`${pad}/inzage`, een)).html)).toContain('moet nog akkoord gaan');
  });

  test('akkoord geldt voor wat de tweede zag: wijzigt de keuze intussen, dan niet', async () => {
    const pad = await gekoppeld();
    await kies(pad, een);
    const { html } = await lees(`${pad}/inzage`, twee);
    const gezien = [...html.matchAll(/name="gezien" value="([^"]+)"/g)].map(m => m[1] ?? '');
    await kies(pad, een, () => 'weglaten:taak');
    expect((await site.stuur(`${pad}/inzage/akkoord`, { gezien }, twee)).status).toBe(422);
  });

  test('een verzonnen grond wordt geweigerd bij het veld', async () => {
    const pad = await gekoppeld();
    const r = await (await kies(pad, een, () => 'weglaten:zomaar')).text();
    expect(r).toContain('Kies meegeven of een grond');
  });

  test('een keuze geldt voor de versie die is gelezen en voor deze persoon, en voor geen andere', async () => {
    const pad = await gekoppeld();
    await kies(pad, een);
    await akkoord(pad, twee);
    await metClient(p.beheer, async c => {
      // The house itself forbids this: a choice cannot move to a version that nobody read.
      const doe = `update privacy.inzagekeuze set versie = versie + 1 where soort = 'notitie'`;
      await expect(c.query(doe)).rejects.toThrow(/begint zonder akkoord/);
      await c.query('set session_replication_role = replica');
      await c.query(doe);
    });
    expect(kaal((await lees(`${pad}/inzage`, een)).html)).toContain('Er zijn nog onderdelen zonder keuze');
    await kies(pad, een);
    await akkoord(pad, twee);
    expect(kaal((await lees(`${pad}/inzage`, een)).html)).toContain('Twee mensen kozen');
    await persoon(pad, bram);
    expect(kaal((await lees(`${pad}/inzage`, een)).html)).toContain('Er zijn nog onderdelen zonder keuze');
  });
});

// @eis C4.4 C1.2
describe('het afschrift', () => {
  const stuur = (pad: string, wie: Lezer, bevestigd: string[] = CODES) =>
    site.stuur(`${pad}/inzage/afschrift`, { bevestigd }, wie);

  test('pas na besluit, brief en keuze van twee, met alleen wat gekozen is, en daarna leest niemand het meer', async () => {
    const pad = await gekoppeld();
    await kies(pad, een, v => (v.startsWith('verklaring') ? 'weglaten:taak' : 'meegeven'));
    expect(kaal(await (await stuur(pad, een)).text())).toContain('nog geen besluit van twee mensen');
    await besluit(pad);
    expect(kaal(await (await stuur(pad, een)).text())).toContain('Maak eerst de brief');
    expect((await maakBrief(pad)).headers.get('content-type')).toBe('application/pdf');
    expect(kaal(await (await stuur(pad, een)).text())).toContain('nog niet op elk onderdeel gekozen');
    await akkoord(pad, twee);
    const zonder = await stuur(pad, een, []);
    expect(zonder.headers.get('content-type')).toContain('text/html');
    const id = pad.split('/').at(-1) ?? '';
    const doen = { db: p.app.db, kluis, actor: een.actor, vandaag };
    const r = await maakAfschrift(doen, id, CODES);
    const doc = JSON.stringify(r);
    for (const stuk of [
      'Anna Voorbeeld',
      'Annalaan 7',
      'Anna is rustig. [weggelaten]',
      'hierbij als document-1.pdf',
    ])
      expect(doc.toLowerCase()).toContain(stuk.toLowerCase());
    expect(doc).not.toMatch(VERBODEN);
    expect(doc).not.toContain('weer alleen wonen');
    const zip = await stuur(pad, een);
    expect(zip.headers.get('content-disposition')).toBe('attachment; filename="afschrift.zip"');
    const gedeeld = (await w.regels(een.actor)).filter(x => x.soort === 'inzage' && x.handeling === 'delen');
    expect(gedeeld).not.toEqual([]);
    const stukken = sql`select 1 from privacy.inzagestukken(${id}::uuid)`;
    const morgen = await metActor(p.app.db, een.actor, vandaag.add({ days: 1 }), tx => stukken.execute(tx));
    expect(morgen.rows).toEqual([]);
  });

  test('is inzage geweigerd, dan is er niets te lezen en niets te maken', async () => {
    const pad = await gekoppeld();
    await besluit(pad, { besluit: 'geweigerd', gronden: 'taak' });
    expect((await lees(`${pad}/inzage`, een)).status).toBe(404);
    expect((await stuur(pad, een)).status).toBe(404);
  });

  test('mag er niet geschreven worden, dan komt er geen afschrift', async () => {
    const pad = await gekoppeld();
    await kies(pad, een);
    await akkoord(pad, twee);
    await besluit(pad);
    await maakBrief(pad);
    await zetSchrijven(anna, 'nee');
    const r = await stuur(pad, een);
    expect(r.headers.get('content-type')).toContain('text/html');
    expect(kaal(await r.text())).toContain('Zo mag deze persoon niet worden benaderd');
    await zetSchrijven(anna, 'ja');
  });
});

const kijk = (wie: { actor: Parameters<typeof gezin.als>[0] }, soort: string) =>
  gezin.als(wie.actor, tx =>
    legVerwerkingVast(tx, {
      ...{ handeling: 'inzien', activiteit: 'casusvoering', soort, betrokkenen: [anna] },
      ...{ object: dossier.id, dossier: dossier.id },
    }),
  );
const LANG = { van: '1-1-2020', tot: '31-12-2099' };
// @eis C3.3 C1.2
describe('het overzicht van wie keek, bij een besluit om inzage te geven', () => {
  const maak = (pad: string, meer: Record<string, string | string[]> = {}, wie: Lezer = een) =>
    site.stuur(`${pad}/logboek`, { doe: 'maak', vorm: 'docx', bevestigd: CODES, ...LANG, ...meer }, wie);
  let pad = '';
  let ouder = '';
  beforeAll(async () => {
    await w.relatie(werker, vt, dossier.id, 'melder');
    await kijk(werker, 'casus');
    await kijk(werker, 'melder');
    await kijk(werker, 'geheim_adres');
    pad = await gekoppeld({ soort: 'inzage' });
    ouder = await gekoppeld({ door: 'vertegenwoordiger', leeftijd: 'onder_12' });
  });

  test('zonder besluit en brief komt er niets; alleen de privacyfunctionaris van deze organisatie maakt het', async () => {
    expect(kaal(await (await maak(pad)).text())).toContain('nog geen besluit van twee mensen');
    await besluit(pad);
    expect(kaal(await (await maak(pad)).text())).toContain('Maak eerst de brief');
    await maakBrief(pad);
    for (const wie of [werker, vreemd, geweerd]) expect((await maak(pad, {}, wie)).status).toBe(404);
    expect((await lees(`${pad}/logboek`, een)).status).toBe(200);
    expect(kaal((await lees(pad, een)).html)).toContain('Maak het overzicht van wie keek');
  });

  test('eerst wordt beslist of schrijven veilig is', async () => {
    const r = await maak(pad, { bevestigd: [] });
    expect(r.headers.get('content-type')).toContain('text/html');
    expect(kaal(await r.text())).toContain('Beslis of de brief veilig is');
  });

  test('verraadt geen melder, geen geheim adres en geen naam; tonen vraagt een reden en staat in het logboek', async () => {
    const tekst = await docxTekst(await maak(pad));
    expect(tekst).toContain('Veilig Thuis Voorbeeld');
    expect(tekst).not.toMatch(/melder|geheim|Wilma|Anna|Schuilhaven/);
    const vrij = [`naam:${werker.id}`, 'melder'];
    const zonder = await maak(pad, { vrij });
    expect(zonder.status).toBe(422);
    expect(await zonder.text()).toContain('href="#veld-reden"');
    const met = await docxTekst(await maak(pad, { vrij, reden: 'nodig_voor_recht' }));
    expect(met).toContain('Wilma Werker');
    expect(met).not.toContain('melder');
    const log = await w.regels(een.actor);
    expect(log.filter(x => x.soort === 'logboek_naam').map(x => [x.object, x.reden])).toEqual([
      [werker.id, 'nodig_voor_recht'],
    ]);
    const uit = log.findLast(x => x.soort === 'logboek' && x.object === pad.split('/').at(-1));
    expect(uit).toMatchObject({ handeling: 'delen', reden: expect.stringContaining('besluit_schrijven') });
  });

  test('een ouder namens het kind krijgt geen functies en namen, ook niet als de privacyfunctionaris dat aanvinkt', async () => {
    expect((await site.stuur(`${ouder}/gezag`, { gezag: 'gezagsregister' }, een)).status).toBe(303);
    const koppel = { vertegenwoordiger: bram };
    expect((await site.stuur(`${ouder}/vertegenwoordiger`, koppel, werker)).status).toBe(303);
    await besluit(ouder, { belang_kind: 'niet_strijdig' });
    await maakBrief(ouder);
    const pagina = kaal((await lees(`${ouder}/logboek`, een)).html);
    expect(pagina).toContain('naar een vertegenwoordiger');
    expect(pagina).not.toMatch(/Laat toch zien|Wilma/);
    const tekst = await docxTekst(
      await maak(ouder, { vrij: [`naam:${werker.id}`, 'geheim_adres'], reden: 'lezer_weet_dit' }),
    );
    expect(tekst).not.toMatch(/Wilma|hulpverlener|melder|geheim|Voorbeeldpersoon/);
  });

  test('mag de ouder geen brief krijgen, dan gaat ook het overzicht over het kind niet uit', async () => {
    await zetSchrijven(bram, 'nee');
    const r = await maak(ouder);
    expect(r.headers.get('content-type')).toContain('text/html');
    expect(kaal(await r.text())).toContain('Er mag geen brief worden gestuurd');
    await zetSchrijven(bram, 'ja');
    expect((await maak(ouder)).headers.get('content-type')).not.toContain('text/html');
  });

  test('ook nadat het afschrift is gemaakt kan het overzicht nog, en kloppen de dagen niet dan staat dat bij het veld', async () => {
    const verzoek = pad.split('/').at(-1);
    const opdracht = `update privacy.verzoek set afschrift_op = '2026-11-21' where id = $1`;
    await metClient(p.beheer, c => c.query(opdracht, [verzoek]));
    expect((await lees(`${pad}/inzage`, een)).status).toBe(404);
    expect((await lees(`${pad}/logboek`, een)).status).toBe(200);
    const r = await maak(pad, { van: '40-1-2026' });
    expect(r.status).toBe(422);
    expect(await r.text()).toContain('value="40-1-2026"');
  });
});
