import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maakCasus } from '#modules/casus/module.ts';
import { GEZIN, idUit, type Lezer, maakCasushuis } from '#modules/casus/testing/casushuis.ts';
import { maakGezin } from '#modules/gezin/module.ts';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { maakPrivacy } from '#modules/privacy/module.ts';
import { metClient, sql } from '#platform/db/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import type { Taken } from '#platform/taken/index.ts';
import { maakProef } from '../proef/index.ts';

const p = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-persoon-gewist-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const klok = vasteKlok('2026-11-22T09:00:00Z');
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 13), map });
const werk = new Map<string, () => Promise<unknown>>();
const taken = {
  registreer: (naam: string, doe: (l: object, v: { signaal: AbortSignal }) => Promise<unknown>) =>
    void werk.set(naam, () => doe({}, { signaal: new AbortController().signal })),
  plan: () => {},
  stuur: (naam: string) => werk.get(naam)!(),
} as unknown as Taken;
const h = maakCasushuis(p.app.db, kluis, app => {
  maakCasus({ ...kennisgevinglening, kluis }).registreer(app);
  maakGezin({ ...kennisgevinglening, kluis, gebieden: [] }).registreer(app);
  maakPrivacy({ db: p.app.db, klok, kluis, sleutelmap: map, taken }).registreer(app);
});

const vt = await h.organisatie('Veilig Thuis Voorbeeld');
const pro = await h.mens(vt, 'Ina Voorbeeldintake', 'intaker', 'professional');
const een = await h.mens(vt, 'Fien Voorbeeld', 'privacyfunctionaris');
const twee = await h.mens(vt, 'Frits Voorbeeld', 'privacyfunctionaris');
const tekst = async (r: Response) => (await r.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const lees = async (pad: string, lezer: Lezer = pro) => tekst(await h.haal(pad, lezer));
const doe = async (pad: string, velden: Record<string, string>, lezer: Lezer = pro) => {
  const r = await h.stuur(pad, velden, lezer);
  expect(r.status, `${pad}: ${r.status === 303 ? '' : await r.clone().text()}`).toBe(303);
  return r;
};

const id = idUit(await h.stuur('/casus/nieuw', { ...GEZIN, persoon2_voornaam: 'Wisbert' }, pro));
const { rows: mensen } = await h.alsStelsel(tx =>
  sql<{ id: string; nummer: string }>`select k.betrokkene_id id, c.nummer from toegang.betrokkenheid k
    join casus.casus c on c.id = k.dossier_id join gezin.persoon p on p.id = k.betrokkene_id
    where k.dossier_id = ${id} order by p.leeftijdsband desc`.execute(tx),
);
const blijft = (await lees(`/gezin/personen/${mensen[0]!.id}`)).includes('Vera') ? mensen[0]! : mensen[1]!;
const weg = mensen.find(m => m !== blijft)!;
const DAG = '21-11-2026';
await doe(`/casus/${id}/notities`, {
  soort: 'contact',
  over_dag: DAG,
  inhoud: 'Gesprek met Wisbert op school.',
});
await doe(`/casus/${id}/verklaringen`, { partij: weg.id, over_dag: DAG, inhoud: 'Ik wil bij oma slapen.' });
await doe(`/casus/${id}/verklaringen`, { partij: blijft.id, over_dag: DAG, inhoud: 'Ik zoek een woning.' });
await doe(`/casus/${id}/verklaringen`, {
  _doe: 'concept',
  partij: weg.id,
  inhoud: 'Half verhaal van Wisbert',
});
await doe(`/gezin/personen/${weg.id}/adressen`, {
  soort: 'woon',
  straat: 'Wislaan',
  nummer: '7',
  postcode: '1234 AB',
  plaats: 'Voorbeeldstad',
  van: DAG,
});
await doe(`/gezin/personen/${weg.id}/betrekkingen`, { ander: blijft.id, soort: 'kind', gezag: '', van: '' });

let pad = '';
const BESLUIT = {
  besluit: 'toegewezen',
  belang_ander: 'niet_aanmerkelijk',
  belang_kind: 'niet_strijdig',
  motivering: 'Uw gegevens worden vernietigd.',
};
const stelVoor = (meer: Record<string, string>) => h.stuur(`${pad}/voorstel`, { ...BESLUIT, ...meer }, een);

// @eis C4.2 C4.4
describe('aanval: wie alleen is gewist, is op geen pagina meer te vinden', () => {
  test('zonder keuze, en zonder gekoppelde persoon, wordt niets voorgesteld', async () => {
    const r = await doe(
      '/privacy/verzoeken/nieuw',
      {
        soort: 'vernietiging',
        aanvrager: 'Wisbert Voorbeeld, via school',
        vraag: 'Haal mij eruit.',
        door: 'vertegenwoordiger',
        leeftijd: 'onder_12',
        wilsbekwaam: 'ja',
        taak: 'jeugdhulp',
        ontvangen: '20-11-2026',
        nummer: weg.nummer,
      },
      een,
    );
    pad = r.headers.get('location') ?? '';
    await doe(`${pad}/identiteit`, { identiteit: 'document_gezien' }, een);
    const pagina = await lees(pad, een);
    for (const stuk of [
      'het dossier van de anderen loopt door',
      'Namen in notities en documenten blijven staan',
    ])
      expect(pagina).toContain(stuk);
    expect(await tekst(await stelVoor({ omvang: 'persoon' }))).toContain('Koppel eerst het dossier en');
    await doe(`${pad}/persoon`, { persoon: weg.id });
    expect(await tekst(await stelVoor({ omvang: 'persoon' }))).toContain('Leg eerst vast waaruit');
    await doe(`${pad}/gezag`, { gezag: 'gezagsregister' }, een);
    expect(await tekst(await stelVoor({}))).toContain('Kies of het hele dossier wordt vernietigd');
  });

  test('zolang er een aanhouding ligt, of een ander verzoek van hem wacht, wordt het niet voorgesteld', async () => {
    await doe('/privacy/bewaren/aanhouding', { nummer: weg.nummer, grond: 'rechtszaak' }, een);
    expect(await tekst(await stelVoor({ omvang: 'persoon' }))).toContain('ligt een aanhouding');
    await h.alsStelsel(tx => sql`update privacy.aanhouding set tot = stelsel.vandaag()`.execute(tx));
    const ander = await doe(
      '/privacy/verzoeken/nieuw',
      {
        soort: 'inzage',
        aanvrager: 'Wisbert Voorbeeld',
        vraag: '',
        door: 'zelf',
        leeftijd: '16_plus',
        wilsbekwaam: 'ja',
        taak: 'jeugdhulp',
        ontvangen: '20-11-2026',
        nummer: weg.nummer,
      },
      een,
    );
    await doe(`${ander.headers.get('location')}/persoon`, { persoon: weg.id });
    expect(await tekst(await stelVoor({ omvang: 'persoon' }))).toContain('nog een ander verzoek dat wacht');
    await metClient(p.beheer, c => c.query("delete from privacy.verzoek where soort = 'inzage'"));
  });

  test('twee beslissen, twee geven akkoord, en de lijst noemt een persoon en geen naam', async () => {
    expect((await stelVoor({ omvang: 'persoon' })).status).toBe(303);
    const besluit = await doe(`${pad}/besluit`, { akkoord: 'ja' }, twee);
    expect(besluit.headers.get('location')).toContain('na=persoon');
    const html = await (await h.haal('/privacy/vernietigen', een)).text();
    const lijst = /\/privacy\/vernietigen\/[0-9a-f-]{36}/.exec(html)?.[0] ?? '';
    const pagina = await lees(lijst, een);
    for (const stuk of [weg.nummer, 'één persoon', 'Jeugdwet art. 7.3.9', 'met de hand te beoordelen'])
      expect(pagina).toContain(stuk);
    expect(pagina).not.toContain('Wisbert');
    await h.stuur(`${lijst}/akkoord`, {}, een);
    expect((await h.haal(`/gezin/personen/${weg.id}`, pro)).status).toBe(200);
    await h.stuur(`${lijst}/akkoord`, {}, twee);
    const na = await lees(lijst, een);
    for (const stuk of ['Aantal personen', 'vernietigd']) expect(na).toContain(stuk);
    expect(na).not.toContain(weg.nummer);
  });

  test('elke pagina van het dossier en van de anderen werkt nog, en noemt hem alleen waar een notitie dat doet', async () => {
    const delen = ['', '/versies', '/contact', '/adressen', '/betrekkingen', '/dezelfde', '/wijzig'];
    const paden = ['/casus', `/gezin/dossiers/${id}`, `/gezin/dossiers/${id}/persoon-erbij`];
    for (const x of [...paden, ...delen.map(d => `/gezin/personen/${blijft.id}${d}`)]) {
      const r = await h.haal(x, pro);
      expect(r.status, x).toBe(200);
      expect(await r.text(), x).not.toMatch(/Wisbert|Wislaan/);
    }
    for (const d of delen) expect((await h.haal(`/gezin/personen/${weg.id}${d}`, pro)).status, d).toBe(404);
    for (const [x, velden] of [
      [`/casus/${id}/druk`, { doel: 'huisbezoek' }],
      [`/casus/${id}/uitvoer`, { doel: 'overleg', vorm: 'json' }],
    ] as const) {
      const r = await h.stuur(x, velden, pro);
      expect(r.status, x).toBe(200);
      const uit = await r.text();
      expect(uit).toContain('Vera');
      expect(uit).not.toContain('bij oma slapen');
      expect(uit.replace('Gesprek met Wisbert op school.', ''), x).not.toContain('Wisbert');
    }
    const dossier = await lees(`/casus/${id}`);
    for (const stuk of ['Vera', 'Ik zoek een woning.', 'Gesprek met Wisbert op school.', 'Gewist'])
      expect(dossier).toContain(stuk);
    expect(dossier).not.toMatch(/bij oma slapen|Half verhaal/);
    for (const lezer of [een, pro]) expect([200, 404]).toContain((await h.haal(pad, lezer)).status);
    expect(await lees(pad, een)).toContain('vernietigd');
  });

  test('de behandelaar krijgt de taak om namen te beoordelen, en een ander dossier komt daar niet bij', async () => {
    const pagina = await lees(`/gezin/dossiers/${id}`);
    expect(pagina).toContain('Beoordeel namen in notities en documenten');
    const html = await (await h.haal(`/gezin/dossiers/${id}`, pro)).text();
    const taak = /name="gewist" value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
    const buur = await h.mens(
      await h.organisatie('Voorbeeld Elders'),
      'Bo Voorbeeld',
      'intaker',
      'professional',
    );
    const eigen = idUit(await h.stuur('/casus/nieuw', { ...GEZIN }, buur));
    for (const x of [id, eigen])
      expect((await h.stuur(`/gezin/dossiers/${x}`, { doe: 'gewist', gewist: taak }, buur)).status).toBe(404);
    await doe(`/gezin/dossiers/${id}`, { doe: 'gewist', gewist: taak });
    const daarna = await lees(`/gezin/dossiers/${id}`);
    expect(daarna).toContain('Gewist');
    expect(daarna).not.toContain('Beoordeel namen');
    expect(await lees(`/casus/${id}`)).not.toContain('Namen in notities en documenten beoordelen');
    expect((await h.stuur(`/gezin/dossiers/${id}`, { doe: 'gewist', gewist: taak }, pro)).status).toBe(404);
  });
});
