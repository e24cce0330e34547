import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { sjabloonVan } from '../domain/sjabloon.ts';
import { maakDatalab } from '../module.ts';
import { type Datalabsite, maakDatalabsite, type Proefpersoon } from '../testing/datalabsite.ts';
import { doeOp, maakConcept, rekenlening } from '../testing/publicatiesite.ts';

const REGIO = 'zaanstreek-waterland';
const IND = 'vt_voorwaarden_afgerond';
/** Invented: Waterland has twelve reports about two households, Oostzaan forty of which one household has thirty. */
const TELLINGEN: Record<string, readonly [telling: number, huishoudens: number, grootste: number]> = {
  'Edam-Volendam': [22, 20, 2],
  Landsmeer: [31, 25, 3],
  Oostzaan: [40, 9, 30],
  Purmerend: [106, 90, 4],
  Waterland: [12, 2, 7],
  Wormerland: [32, 30, 2],
  Zaanstad: [184, 160, 5],
};
const woorden = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ');

const proef = await maakProef();
let site: Datalabsite;
let analist: Proefpersoon;
let collega: Proefpersoon;
let adviseur: Proefpersoon;

beforeAll(async () => {
  site = await maakDatalabsite(
    proef,
    maakDatalab({ nu: () => Temporal.Instant.from('2026-11-22T10:00:00Z') }),
  );
  analist = await site.persoon('datalab_analist', REGIO);
  collega = await site.persoon('projectleider', REGIO);
  adviseur = await site.persoon('beleidsmedewerker', REGIO, 'GM0852');
}, 120_000);

/** The fixed spreadsheet of Veilig Thuis as CSV, with the optional columns behind the fixed ones. */
function sjabloonbestand(rijen: readonly Record<string, string | number>[], extra: readonly string[]): File {
  const kop = [...sjabloonVan('veilig-thuis').kolommen, ...extra];
  const regels = [kop, ...rijen.map(r => kop.map(k => r[k] ?? ''))].map(r => r.join(';'));
  return new File([`${regels.join('\n')}\n`], 'veilig-thuis.csv', { type: 'text/csv' });
}
const EXTRA = [`${IND}: huishoudens`, `${IND}: grootste aandeel`];
const rij = (
  gemeente: string,
  jaar: number,
  [n, h, g]: readonly [number | string, number | string, number | string],
) => ({
  gemeente,
  periode: jaar,
  [IND]: n,
  [`${IND}: huishoudens`]: h,
  [`${IND}: grootste aandeel`]: g,
});
async function bied(bestand: File): Promise<{ pad: string; uit: Response }> {
  const proefuit = await site.stuur('/datalab/invoer', { regio: REGIO, bestand }, analist);
  const pad = proefuit.headers.get('location') ?? '';
  return { pad, uit: pad === '' ? proefuit : await site.stuur(pad, { doe: 'lees_in' }, analist) };
}
const bewaard = async () =>
  (
    await site.als(analist.actor, tx =>
      sql<{ gemeente: string; huishoudens: number; grootste: number }>`
        select a.plaatsnaam as gemeente, b.huishoudens, b.grootste from datalab.actuele_waarneming a
        join datalab.waarneming_bijdrager b on b.waarneming_id = a.id and b.versie = a.versie
        where a.indicator = ${IND} and a.regio = ${REGIO} order by 1`.execute(tx),
    )
  ).rows;

// @eis B2.3 B3.3
describe('wie er achter een telling staan, van bestand tot publicatie', () => {
  test('elke fout staat er met rij en kolom en wat te doen, en dan wordt niets ingelezen', async () => {
    const { pad, uit } = await bied(
      sjabloonbestand(
        [
          rij('Landsmeer', 2024, [31, 25, 3]),
          rij('Oostzaan', 2024, [4, 9, '']),
          rij('Purmerend', 2024, [10, 4, 11]),
          rij('Waterland', 2024, ['', 2, 1]),
        ],
        EXTRA,
      ),
    );
    expect(uit.status).toBe(422);
    const tekst = woorden(await uit.text());
    expect(tekst).toContain(`3 ${IND}: huishoudens 9 huishoudens is meer dan het aantal, 4. Verbeter een`);
    expect(tekst).toContain(
      `4 ${IND}: grootste aandeel Het grootste aandeel, 11, is meer dan het aantal, 10`,
    );
    expect(tekst).toContain(`5 ${IND} Vul een waarde in`);
    expect(tekst).toContain('Er is niets ingelezen');
    expect(await bewaard()).toEqual([]);
    expect((await site.haal(`${pad}/fouten.csv`, analist)).status).toBe(200);
    const vreemd = await bied(sjabloonbestand([rij('Landsmeer', 2024, [1, 1, 1])], ['gezinnen']));
    expect(vreemd.uit.status).toBe(422);
    expect(woorden(await vreemd.uit.text())).toMatch(/In kolom R staat ‘gezinnen’; daar hoort niets, of/);
  });

  test('het voorbeeldbestand heeft de kolommen en is zelf in te lezen', async () => {
    const voorbeeld = await site.tekst('/datalab/invoer/sjabloon.csv', analist);
    expect(voorbeeld.split('\r\n')[0]).toContain('huishoudens');
    const inhoud = voorbeeld.replaceAll('Alkmaar', 'Landsmeer');
    const bestand = new File([inhoud], 'voorbeeld.csv', { type: 'text/csv' });
    const proefuit = await site.stuur('/datalab/invoer', { regio: REGIO, bestand }, analist);
    const tekst = woorden(await site.tekst(proefuit.headers.get('location') ?? '', analist));
    expect(tekst).toContain('2 regels zijn goed, 0 fouten');
    expect(tekst).toContain('huishoudens: 80, personen: 190, grootste aandeel: 4, tweede aandeel: 3');
  });

  test('een goed bestand bewaart ze apart; terugdraaien en herzien volgen de stand van het cijfer', async () => {
    const rijen = Object.entries(TELLINGEN).map(([g, t]) => rij(g, 2024, t));
    const { pad, uit } = await bied(sjabloonbestand(rijen, EXTRA));
    expect(uit.status).toBe(303);
    const nogmaals = await site.stuur(
      '/datalab/invoer',
      { regio: REGIO, bestand: sjabloonbestand(rijen, EXTRA) },
      analist,
    );
    expect(woorden(await site.tekst(nogmaals.headers.get('location') ?? '', analist))).toContain(
      'Waterland 2024 12 huishoudens: 2, grootste aandeel: 7',
    );
    const eerst = await bewaard();
    expect(eerst).toHaveLength(7);
    expect(eerst.find(b => b.gemeente === 'Waterland')).toMatchObject({ huishoudens: 2, grootste: 7 });
    // The same count in a file that says nothing of them takes nothing back; other numbers make a new state.
    const kaal = sjabloonbestand([{ gemeente: 'Waterland', periode: 2024, [IND]: 12 }], []);
    await bied(kaal);
    expect(await bewaard()).toEqual(eerst);
    const anders = await bied(sjabloonbestand([rij('Waterland', 2024, [12, 3, 7])], EXTRA));
    expect((await bewaard()).find(b => b.gemeente === 'Waterland')?.huishoudens).toBe(3);
    await site.stuur(`${anders.pad}/terug`, {}, analist);
    expect(await bewaard()).toEqual(eerst);
    expect(pad).not.toBe('');
  });

  test('een adviseur ziet de telling van haar gemeente en niet wie erachter staan', async () => {
    const lees = (wie: Proefpersoon) =>
      site.als(wie.actor, tx =>
        sql<{ n: number }>`select count(*)::int as n from datalab.waarneming_bijdrager`.execute(tx),
      );
    expect((await lees(analist)).rows[0]?.n).toBeGreaterThan(0);
    expect((await lees(adviseur)).rows[0]?.n).toBe(0);
  });

  test('twaalf meldingen over twee gezinnen en een overheerste telling gaan beschermd in druk', async () => {
    const lening = rekenlening(proef.app.db, site.klok.vandaag());
    const id = await maakConcept(site, lening, analist, REGIO, {
      titel: 'Voorwaarden naar huishouden',
      indicator: IND,
      van: '2024',
      tot: '2024',
      methode: 'onderdrukken',
    });
    const pagina = woorden(await site.tekst(`/datalab/publicaties/${id}`, analist));
    expect(pagina).toContain('De toets vond dit veilig');
    // Eight counts: the region's households are those of its municipalities together.
    expect(pagina).toMatch(/5 huishoudens: 8 er staan er te weinig achter: 1; één huishouden heeft/);
    expect(pagina).toContain('Wie zelf in het aantal zit');
    expect(pagina).toContain('× (12)');
    expect(pagina).toContain('× (40)');
    await doeOp(site, id, 'bied_aan', analist);
    expect((await doeOp(site, id, 'keur_goed', collega)).status).toBe(303);
    const pad = `/regio/${REGIO}/publicaties/voorwaarden-naar-huishouden`;
    for (const adres of [pad, `${pad}.csv`, `${pad}.json`]) {
      const tekst = await site.tekst(adres);
      expect(tekst).not.toMatch(/huishoudens|grootste aandeel|waarneming_bijdrager/);
    }
    const csv = await site.tekst(`${pad}.csv`);
    const regel = (g: string) => csv.split('\r\n').find(r => r.includes(g)) ?? '';
    expect(regel('Waterland')).not.toMatch(/[^0-9]12[^0-9]/);
    expect(regel('Purmerend')).toMatch(/106/);
  });
});
