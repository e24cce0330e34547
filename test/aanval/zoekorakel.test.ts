import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  bekend,
  listVoorstellen,
  type Persooninvoer,
  radar,
  type Vergelijkbaar,
  zoekPersonen,
} from '#modules/gezin/index.ts';
import { maakGezin } from '#modules/gezin/module.ts';
import {
  type Mens,
  maakGegevens,
  maakGezinproef,
  maakInvoer,
  VOORBEELDADRES,
} from '#modules/gezin/testing/gezinproef.ts';
import { blindeVraag } from '#modules/gezin/usecases/zoek.ts';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { maakProefapp } from '#modules/programma/testing/proefapp.ts';
import { maakLogboekproef } from '#modules/toegang/testing/logboekproef.ts';
import { sql, type Transactie } from '#platform/db/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-orakel-'));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 5), map });
const opzet = maakLogboekproef(proef.beheer);
const { als, dossier } = maakGezinproef(proef.app.db, kluis);
const site = maakProefapp(proef.app.db, app =>
  maakGezin({ ...kennisgevinglening, kluis, gebieden: [] }).registreer(app),
);
afterAll(() => rmSync(map, { recursive: true, force: true }));

const wie = (voornaam: string, achternaam: string): Vergelijkbaar & Persooninvoer => ({
  ...maakInvoer(
    maakGegevens(voornaam, achternaam, { geboortedatum: bekend({ jaar: 1991, maand: 5, dag: 17 }) }),
    { bsn: { nummer: '999990019', grond: 'wmo_5_2_9' } },
  ),
  adressen: [VOORBEELDADRES],
});
const BEKEND = wie('Rosalinde', 'Verborgen');
const NIEMAND = wie('Rosamunde', 'Nergens');

/** As the use case does: a search is counted in the transaction in which it is done. */
const geteld = <T>(mens: Mens, werk: (tx: Transactie) => Promise<T>): Promise<T> =>
  als(mens, async tx => {
    await sql`insert into toegang.zoekactie (soort) values ('radar')`.execute(tx);
    return werk(tx);
  });

let speurder: Mens;
let intaker: Mens;
let elders: Mens;
let geweerd: Mens;
let doel = '';

beforeAll(async () => {
  const org = await opzet.organisatie();
  const ander = await opzet.organisatie();
  const houder = await opzet.mens(org, 'professional');
  speurder = await opzet.mens(ander, 'professional');
  intaker = await opzet.mens(ander, 'intaker');
  elders = await opzet.mens(await opzet.organisatie('partner', 'Voorbeeldwijkteam'), 'intaker');
  geweerd = await opzet.mens(ander, 'intaker');
  doel = (await dossier(houder, org, [BEKEND])).personen[0] ?? '';
  await opzet.blokkade(geweerd, ander, { betrokkene: doel });
});

// @eis C5.4 C2.2 C1.3
describe('aanval: zoeken als orakel', () => {
  test('wie er bestaat en wie niet geven dezelfde bladzijde, tot op het teken', async () => {
    const blad = async (v: { achternaam: string; voornamen: string }) => {
      const r = await site.stuur(
        '/gezin/zoeken',
        { ...v, geboortedatum: '17-5-1991' },
        {
          actor: speurder,
          lidmaatschappen: [
            { rol: 'professional', organisatieId: '', regio: 'kennemerland', gemeente: null },
          ],
        },
      );
      const html = await r.text();
      return html
        .replaceAll(v.achternaam, 'X')
        .replaceAll(v.voornamen, 'Y')
        .replace(/name="_csrf" value="[^"]*"/g, '');
    };
    expect(await blad({ voornamen: 'Rosalinde', achternaam: 'Verborgen' })).toBe(
      await blad({ voornamen: 'Rosamunde', achternaam: 'Nergens' }),
    );
  });

  test('zelf iemand met dezelfde gegevens vastleggen levert geen voorstel en geen teller op', async () => {
    const org = await opzet.organisatie();
    const mens = await opzet.mens(org, 'professional');
    const lokaas = (await dossier(mens, org, [BEKEND])).personen[0] ?? '';
    expect(await als(mens, tx => listVoorstellen(tx, kluis, lokaas))).toEqual([]);
    expect((await als(mens, tx => zoekPersonen(tx, kluis, BEKEND))).map(f => f.persoon.id)).toEqual([lokaas]);
  });

  test('met de termen zelf in de hand zegt de database niets: geen rij, geen telling, geen botsing', async () => {
    const { sterk } = blindeVraag(kluis, BEKEND);
    const tel = await als(speurder, async tx => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from gezin.zoekterm where term = any (${sterk}::bytea[])`.execute(tx);
      return rows[0]?.n;
    });
    expect(tel).toBe(0);
    // A unique violation would tell that the row is there: row security refuses before.
    const voegIn = (persoon: string) =>
      als(speurder, tx =>
        sql`insert into gezin.zoekterm (persoon_id, soort, term) values (${persoon}, 'naam', ${sterk[0]})`.execute(
          tx,
        ),
      ).catch((e: Error) => e.message);
    expect(await voegIn(doel)).toBe(await voegIn('00000000-0000-4000-8000-0000000000aa'));
  });

  test('de radar is dicht voor wie geen intaker is, en zwijgt over wie men niet mag zien', async () => {
    const vind = (mens: Mens, v: Vergelijkbaar) => geteld(mens, tx => radar(tx, kluis, v));
    expect(await vind(speurder, BEKEND)).toEqual([]);
    expect((await vind(geweerd, BEKEND)).map(t => t.persoon)).not.toContain(doel);
    expect((await vind(intaker, BEKEND)).map(t => t.persoon)).toContain(doel);
    expect(await vind(intaker, NIEMAND).then(t => t.map(x => x.persoon))).toContain(doel);
    const zonderNummer = { ...NIEMAND, bsn: null };
    expect(await vind(intaker, zonderNummer)).toEqual([]);
  });

  test('met de radar is niet te grasduinen: alleen een achternaam, een adres of een datum vindt niemand', async () => {
    const leeg = maakInvoer(maakGegevens('', ''));
    const { voornamen, achternaam, geboortedatum } = BEKEND.gegevens;
    const onbekend = { graad: 'onbekend' } as const;
    const vragen = [
      { gegevens: { ...leeg.gegevens, voornamen: onbekend, achternaam }, adressen: [] },
      { gegevens: { ...leeg.gegevens, voornamen: onbekend, achternaam }, adressen: [VOORBEELDADRES] },
      { gegevens: { ...leeg.gegevens, voornamen, achternaam: onbekend }, adressen: [] },
      {
        gegevens: { ...leeg.gegevens, voornamen: onbekend, achternaam: onbekend, geboortedatum },
        adressen: [],
      },
    ];
    for (const v of vragen) {
      expect(await geteld(intaker, tx => radar(tx, kluis, { ...leeg, ...v }))).toEqual([]);
    }
  });

  test('een intaker van een andere organisatie dan Veilig Thuis vindt met de radar niemand', async () => {
    expect(await geteld(intaker, tx => radar(tx, kluis, BEKEND))).not.toEqual([]);
    expect(await geteld(elders, tx => radar(tx, kluis, BEKEND))).toEqual([]);
  });

  test('een zoekvraag die niet is geteld beantwoordt de database niet', async () => {
    expect(await als(intaker, tx => radar(tx, kluis, BEKEND))).toEqual([]);
  });

  test('meer dan veertig termen tegelijk vragen mag de database niet beantwoorden', async () => {
    const { sterk } = blindeVraag(kluis, BEKEND);
    const vol = [
      ...sterk,
      ...Array.from({ length: 41 }, (_, i) => kluis.blindeIndex('gezin/naam', `naam${i}`)),
    ];
    const vraag = (termen: Buffer[]) =>
      geteld(intaker, tx => sql`select * from gezin.radar(${termen}::bytea[])`.execute(tx));
    expect((await vraag(sterk.slice(0, 40))).rows).not.toEqual([]);
    const { rows } = await vraag(vol);
    expect(rows).toEqual([]);
  });
});
