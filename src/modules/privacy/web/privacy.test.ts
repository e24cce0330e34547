import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { legAdresVast, zetVeiligContact } from '#modules/gezin/index.ts';
import { maakContact } from '#modules/gezin/testing/contactproef.ts';
import {
  type Mens,
  maakGegevens,
  maakGezinproef,
  maakInvoer,
  VOORBEELDADRES,
} from '#modules/gezin/testing/gezinproef.ts';
import { type Lezer, maakProefapp, publiek } from '#modules/programma/testing/proefapp.ts';
import type { Rol } from '#modules/toegang/index.ts';
import { maakLogboekproef } from '#modules/toegang/testing/logboekproef.ts';
import { metActor, metClient, sql } from '#platform/db/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakKluis, maakWislijst } from '#platform/kluis/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { beginKennisgeving } from '../usecases/kennisgeving.ts';
import { registreer } from './routes.tsx';

const p = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-privacy-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const klok = vasteKlok('2026-11-22T09:00:00Z');
const vandaag = klok.vandaag();
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 9), map });
const w = maakLogboekproef(p.beheer);
const gevraagd: string[] = [];
const d = {
  db: p.app.db,
  klok,
  kluis,
  wislijst: maakWislijst(map),
  voerUit: async () => void gevraagd.push('vernietigen'),
};
const site = maakProefapp(p.app.db, app => registreer(app, d));
const gezin = maakGezinproef(p.app.db, kluis);

type Gebruiker = Lezer & { actor: Mens; id: string };
async function mens(organisatie: string, rol: Rol): Promise<Gebruiker> {
  const actor = await w.mens(organisatie, rol);
  return {
    actor,
    id: actor.id,
    lidmaatschappen: [{ rol, organisatieId: organisatie, regio: 'kennemerland', gemeente: null }],
  };
}
const vt = await w.organisatie('veilig_thuis', 'Veilig Thuis Voorbeeld');
const elders = await w.organisatie('partner', 'Voorbeeld Elders');
const [een, twee, werker] = [
  await mens(vt, 'privacyfunctionaris'),
  await mens(vt, 'privacyfunctionaris'),
  await mens(vt, 'professional'),
];
const vreemd = await mens(elders, 'privacyfunctionaris');
const NUMMER = '2026-000042';
const dossier = await gezin.dossier(werker.actor, vt, [
  maakInvoer(maakGegevens('Anna', 'Voorbeeld')),
  maakInvoer(maakGegevens('Bram', 'Elderson')),
]);
const [anna = '', bram = ''] = dossier.personen;
await metActor(p.app.db, { soort: 'stelsel', taak: 'proef' }, vandaag, tx =>
  sql`insert into casus.casus (id, regio, organisatie_id, nummer, nummer_index, taak, geopend_op, laatste_wijziging)
    values (${dossier.id}, 'kennemerland', ${vt}, ${NUMMER}, ${kluis.blindeIndex('casus/nummer', NUMMER)}, 'veilig_thuis',
      '2026-11-22', '2026-11-22')`.execute(tx),
);

const tekst = async (r: Response) => (await r.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const NIEUW = {
  soort: 'inzage',
  aanvrager: 'Anna Voorbeeld, bel na vier uur',
  vraag: 'Wat staat er over mij?',
  door: 'zelf',
  leeftijd: '16_plus',
  wilsbekwaam: 'ja',
  taak: 'veilig_thuis',
  ontvangen: '20-11-2026',
  nummer: NUMMER,
};
async function maakVerzoek(meer: Partial<typeof NIEUW> = {}): Promise<string> {
  const r = await site.stuur('/privacy/verzoeken/nieuw', { ...NIEUW, ...meer }, een);
  expect(r.status).toBe(303);
  return r.headers.get('location') ?? '';
}
const VOORSTEL = {
  besluit: 'toegewezen',
  belang_ander: 'niet_aanmerkelijk',
  belang_kind: 'geen',
  motivering: 'U mag weten wat er staat. Ook Bram belde.',
  omvang: 'dossier',
};
async function besluit(pad: string, meer: Record<string, string | string[]> = {}): Promise<void> {
  expect((await site.stuur(`${pad}/identiteit`, { identiteit: 'digid' }, een)).status).toBe(303);
  expect((await site.stuur(`${pad}/persoon`, { persoon: anna }, werker)).status).toBe(303);
  expect((await site.stuur(`${pad}/voorstel`, { ...VOORSTEL, ...meer }, een)).status).toBe(303);
  expect((await site.stuur(`${pad}/besluit`, { akkoord: 'ja' }, twee)).status).toBe(303);
}

// @eis C4.4
describe('verzoeken', () => {
  test('alleen een privacyfunctionaris legt vast; wie er niets mee heeft, ziet niets', async () => {
    const pad = await maakVerzoek();
    expect((await site.haal('/privacy/overzicht', werker)).status).toBe(404);
    expect((await site.haal('/privacy/verzoeken/nieuw', werker)).status).toBe(404);
    expect((await site.haal(pad, publiek)).status).toBe(303);
    expect((await site.haal(pad, vreemd)).status).toBe(404);
    expect(await tekst(await site.haal('/privacy/verzoeken', vreemd))).toContain('Er zijn geen verzoeken');
    const pagina = await tekst(await site.haal(pad, een));
    for (const stuk of ['bel na vier uur', 'Beslissen uiterlijk 20-12-2026', 'Vraag de regisseur'])
      expect(pagina).toContain(stuk);
    // A privacy officer does not stand in the file: no name from it.
    expect(pagina).not.toContain('Elderson');
    expect(await tekst(await site.haal(pad, werker))).toContain('Elderson');
  });
  test('de naam van wie vraagt staat niet leesbaar in de database en niet in het adres', async () => {
    const alles = await metClient(p.beheer, async c =>
      JSON.stringify((await c.query('select t::text from privacy.verzoek t')).rows),
    );
    expect(alles).not.toContain('bel na vier uur');
    expect(alles).not.toContain(Buffer.from('bel na vier uur').toString('hex'));
  });
  test.each([
    [{ nummer: '2026-999999' }, 'geen dossier met dit nummer'],
    [{ ontvangen: '1-1-2030' }, 'ligt in de toekomst'],
    [{ soort: '' }, 'Maak een keuze'],
    [{ aanvrager: '' }, 'wie vraagt'],
  ])('verkeerde invoer %j geeft uitleg en behoudt wat was ingevuld', async (meer, melding) => {
    const r = await site.stuur('/privacy/verzoeken/nieuw', { ...NIEUW, ...meer }, een);
    const html = await r.text();
    expect(r.status).toBe(422);
    expect(html).toContain(melding);
    expect(html).toContain('Wat staat er over mij?');
  });
  test('een dossier van een andere organisatie en een onbekend dossier geven hetzelfde antwoord', async () => {
    const lees = async (nummer: string) => {
      const r = await site.stuur('/privacy/verzoeken/nieuw', { ...NIEUW, nummer }, vreemd);
      return (await r.text()).replaceAll(nummer, '');
    };
    expect(await lees(NUMMER)).toBe(await lees('2026-999999'));
  });
  test('een functionaris van meer organisaties legt het vast bij de organisatie van het dossier', async () => {
    const beide = await mens(elders, 'privacyfunctionaris');
    await metClient(p.beheer, c =>
      c.query(
        `insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, van)
         values (gen_random_uuid(), $1, $2, 'privacyfunctionaris', 'kennemerland', '2026-01-01')`,
        [beide.id, vt],
      ),
    );
    const r = await site.stuur('/privacy/verzoeken/nieuw', NIEUW, beide);
    expect(r.status).toBe(303);
    const pad = r.headers.get('location') ?? '';
    expect((await site.haal(pad, een)).status).toBe(200);
    expect((await site.haal(pad, vreemd)).status).toBe(404);
  });
  test('wie voorstelde kan niet beslissen; een tweede mens wel', async () => {
    const pad = await maakVerzoek();
    await site.stuur(`${pad}/identiteit`, { identiteit: 'digid' }, een);
    await site.stuur(`${pad}/persoon`, { persoon: anna }, werker);
    const zonder = await site.stuur(`${pad}/voorstel`, { ...VOORSTEL, motivering: '' }, een);
    expect(zonder.status).toBe(422);
    expect((await site.stuur(`${pad}/voorstel`, VOORSTEL, een)).status).toBe(303);
    const zelf = await site.stuur(`${pad}/besluit`, { akkoord: 'ja' }, een);
    expect(await tekst(zelf)).toContain('een ander beslist');
    expect((await site.stuur(`${pad}/besluit`, { akkoord: 'ja' }, twee)).headers.get('location')).toContain(
      'na=besloten',
    );
    expect(await tekst(await site.haal(pad, een))).toContain('besloten');
  });
  test('langs de database tekent niemand namens een ander en niemand wijzigt wat al is voorgesteld', async () => {
    const pad = await maakVerzoek();
    const id = pad.split('/').at(-1) ?? '';
    await site.stuur(`${pad}/identiteit`, { identiteit: 'digid' }, een);
    await site.stuur(`${pad}/persoon`, { persoon: anna }, werker);
    await site.stuur(`${pad}/voorstel`, VOORSTEL, een);
    const als = (wie: Gebruiker, doe: string) =>
      metActor(p.app.db, wie.actor, vandaag, tx =>
        sql`update privacy.verzoek set ${sql.raw(doe)} where id = ${id}`.execute(tx),
      );
    await expect(
      als(een, `stand = 'besloten', tweede_door = '${twee.id}', tweede_op = '2026-11-22'`),
    ).rejects.toThrow(/alleen voor zichzelf/);
    await expect(
      als(
        twee,
        `stand = 'besloten', besluit = 'geweigerd', tweede_door = '${twee.id}', tweede_op = '2026-11-22'`,
      ),
    ).rejects.toThrow(/opnieuw voorgesteld/);
  });
  test('vraagt een ouder namens een kind, dan zegt de pagina waarom dat geweigerd kan worden', async () => {
    const pad = await maakVerzoek({ door: 'vertegenwoordiger', leeftijd: 'onder_12' });
    const pagina = await tekst(await site.haal(pad, een));
    for (const stuk of ['de vertegenwoordiger kan de bedreiging zijn', 'Wmo 2015 art. 5.3.2'])
      expect(pagina).toContain(stuk);
    await site.stuur(`${pad}/identiteit`, { identiteit: 'digid' }, een);
    const r = await site.stuur(`${pad}/voorstel`, { ...VOORSTEL, belang_kind: 'strijdig' }, een);
    expect(await tekst(r)).toContain('volgt een weigering');
  });
  test('een kind jonger dan twaalf dat zelf vraagt: weigering met artikel', async () => {
    expect(await tekst(await site.haal(await maakVerzoek({ leeftijd: 'onder_12' }), een))).toContain(
      'jonger dan 12 jaar en vraagt zelf (Wmo 2015 art. 5.3.2',
    );
  });
  test('verlengen kan één keer, met twee maanden', async () => {
    const pad = await maakVerzoek();
    expect((await site.stuur(`${pad}/verleng`, { reden: 'complex' }, een)).status).toBe(303);
    expect(await tekst(await site.haal(pad, een))).toContain('Beslissen uiterlijk 20-2-2027');
    expect(await tekst(await site.stuur(`${pad}/verleng`, { reden: 'complex' }, een))).toContain(
      'niet (meer) te verlengen',
    );
  });
  test('een toegewezen vernietiging komt op een lijst en wacht daar op twee mensen', async () => {
    const pad = await maakVerzoek({ soort: 'vernietiging' });
    await besluit(pad);
    const { rows } = await metClient(p.beheer, c =>
      c.query(
        'select r.eerste_door, r.stand from privacy.vernietigingsregel r join privacy.vernietigingslijst l on l.id = r.lijst_id where l.aanleiding = $1',
        ['verzoek'],
      ),
    );
    expect(rows).toEqual([{ eerste_door: null, stand: 'open' }]);
    const lijsten = await (await site.haal('/privacy/vernietigen', een)).text();
    const lijst = /\/privacy\/vernietigen\/[0-9a-f-]{36}/.exec(lijsten)?.[0] ?? '';
    expect(await tekst(await site.haal(lijst, een))).toContain(NUMMER);
    expect((await site.haal(lijst, werker)).status).toBe(404);
    expect((await site.haal(lijst, vreemd)).status).toBe(404);
    await site.stuur(`${lijst}/akkoord`, {}, een);
    expect(gevraagd).toEqual([]);
    await site.stuur(`${lijst}/akkoord`, {}, twee);
    expect(gevraagd).toEqual(['vernietigen']);
  });
});

const veilig = (schrijven: 'ja' | 'nee') =>
  gezin.als(werker.actor, tx =>
    zetVeiligContact(
      tx,
      kluis,
      maakContact(anna, { bellen: 'ja', schrijven }, { versie: schrijven === 'nee' ? 0 : 1 }),
    ),
  );

// @eis C4.4 C1.2
describe('brief met het besluit', () => {
  let pad = '';
  const vraag = (wie: Lezer, velden: Record<string, string | string[]> = {}) =>
    site.stuur(`${pad}/brief`, { vorm: 'pdf', ...velden }, wie);
  test('zonder vastgelegd veilig contact gaat er geen brief uit, en de pagina zegt waarom', async () => {
    pad = await maakVerzoek();
    await besluit(pad);
    const r = await vraag(werker);
    expect(r.headers.get('content-type')).toContain('text/html');
    expect(await tekst(r)).toContain('niet vastgelegd hoe deze persoon veilig te bereiken is');
    await veilig('nee');
    expect(await tekst(await vraag(werker))).toContain('Zo mag deze persoon niet worden benaderd');
  });
  test('mag er geschreven worden, dan komt er een brief; wie niet in het dossier staat krijgt hem niet', async () => {
    await veilig('ja');
    await gezin.als(werker.actor, tx =>
      legAdresVast(tx, kluis, {
        id: crypto.randomUUID(),
        persoon: anna,
        soort: 'woon',
        adres: VOORBEELDADRES,
        van: '2026-01-01',
      }),
    );
    const codes = ['GZ106', 'GZ107'];
    const r = await vraag(werker, { bevestigd: codes });
    expect(r.headers.get('content-type')).toBe('application/pdf');
    expect(r.headers.get('content-disposition')).toBe('attachment; filename="besluit.pdf"');
    expect(
      Buffer.from(await r.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await vraag(een, { bevestigd: codes })).status).toBe(404);
    expect((await vraag(vreemd)).status).toBe(404);
  });
  test('de naam van een ander in het dossier staat niet in de brief', async () => {
    const { maakBrief } = await import('../usecases/brief.ts');
    const r = await gezin.als(werker.actor, tx =>
      maakBrief(tx, kluis, {
        verzoek: pad.split('/').at(-1) ?? '',
        door: werker.id,
        bevestigd: { betrokkene: ['GZ106', 'GZ107'], vertegenwoordiger: [] },
        vandaag,
      }),
    );
    const doc = JSON.stringify(r);
    expect(doc).toContain('Anna Voorbeeld');
    expect(doc).toContain('Ook [weggelaten] belde.');
    expect(doc).not.toMatch(/Bram|Elderson/);
  });
});

// @eis C4.6
describe('berichten aan betrokkenen', () => {
  test('de klok loopt vanaf vastleggen, eenmaal per persoon; uitstel hoogstens twee weken', async () => {
    const begin = () =>
      gezin.als(werker.actor, tx =>
        beginKennisgeving(tx, { dossier: dossier.id, betrokkene: bram, organisatie: vt }),
      );
    await begin();
    await begin();
    const html = await (await site.haal('/privacy/kennisgevingen', werker)).text();
    // Four weeks after Sunday 22 November 2026 is Sunday 20 December: the Algemene termijnenwet makes it Monday.
    expect(html.match(/21-12-2026/g)).toHaveLength(1);
    const id = /kennisgevingen\/([0-9a-f-]{36})\/gedaan/.exec(html)?.[1] ?? '';
    const uitstel = (tot: string, wie = werker) =>
      site.stuur(`/privacy/kennisgevingen/${id}/uitstel`, { tot, reden: 'onderzoek' }, wie);
    expect((await uitstel('5-1-2027')).status).toBe(422);
    expect((await uitstel('4-1-2027', een)).status).toBe(404);
    expect((await uitstel('4-1-2027')).status).toBe(303);
    const later = await tekst(await site.haal('/privacy/kennisgevingen', een));
    expect(later).toContain('4-1-2027');
    expect(later).toContain('1 keer uitgesteld');
    expect(later).not.toContain('Elderson');
    const gedaan = (meer: Record<string, string> = {}) =>
      site.stuur(`/privacy/kennisgevingen/${id}/gedaan`, meer, werker);
    expect((await gedaan()).status).toBe(422);
    expect((await gedaan({ wijze: 'gesprek' })).status).toBe(303);
    expect(await tekst(await site.haal('/privacy/kennisgevingen', werker))).toContain(
      'Er wacht geen bericht',
    );
  });
});

// @eis C4.3 C4.5
describe('bewaren en register', () => {
  test('de termijnen staan er met bron, met wat anderen zeggen, en met wat er hier nog niet is', async () => {
    const pagina = await tekst(await site.haal('/privacy/bewaren', een));
    for (const stuk of [
      '20 jaar na de laatste wijziging',
      'Wmo 2015, 5.3.4',
      'achttiende verjaardag',
      'Nog niet door een bron bevestigd',
      'In deze installatie staan nog geen besluiten of stukken van een huisverbod',
    ])
      expect(pagina).toContain(stuk);
  });
  test('een dossier aanhouden kan met zijn nummer, en alleen bij de eigen organisatie', async () => {
    const houd = (wie: Lezer) =>
      site.stuur('/privacy/bewaren/aanhouding', { nummer: NUMMER, grond: 'klacht' }, wie);
    expect((await houd(vreemd)).status).toBe(422);
    expect((await houd(een)).status).toBe(303);
    const html = await (await site.haal('/privacy/bewaren', twee)).text();
    expect(html).toContain(NUMMER);
    const op = /\/privacy\/bewaren\/aanhouding\/[0-9a-f-]{36}\/op/.exec(html)?.[0] ?? '';
    expect((await site.stuur(op, {}, twee)).status).toBe(303);
    expect(await tekst(await site.haal('/privacy/bewaren', een))).toContain('Er zijn geen aanhoudingen');
  });
  test('het register noemt doel, grond, bewaren en gegevens, en alleen de privacyfunctionaris ziet het', async () => {
    const pagina = await tekst(await site.haal('/privacy/register', een));
    for (const stuk of [
      'Casusvoering',
      'Wmo 2015 art. 4.1.1',
      '20 jaar na de laatste wijziging',
      'Naamdelen, geboortedatum',
      'effectbeoordeling',
    ])
      expect(pagina).toContain(stuk);
    expect((await site.haal('/privacy/register', werker)).status).toBe(404);
  });
});
