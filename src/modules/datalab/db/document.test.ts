import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, sql, type Transactie } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakDatalab } from '../module.ts';
import type { Datalabsite, Proefpersoon } from '../testing/datalabsite.ts';
import {
  beginDocument,
  doeOpDocument,
  maakDocumentwereld,
  DOCUMENTREGIO as REGIO,
} from '../testing/documentsite.ts';
import { doeOp } from '../testing/publicatiesite.ts';
import { laadSjablonen } from '../usecases/documentsjablonen.ts';
import { listSjablonen, schrijfSjablonen } from './document-opslag.ts';

const INLEZEN: Actor = { soort: 'stelsel', taak: 'inlezen' };
const PUBLIEK: Actor = { soort: 'publiek' };
const proef = await maakProef();
let site: Datalabsite;
let analist: Proefpersoon;
let collega: Proefpersoon;
let adviseur: Proefpersoon;
let elders: Proefpersoon;
let lid: Proefpersoon;
let publicatie: string;
/** A fixed document and a draft, both on the release. */
let vast: string;
let concept: string;

const VELDEN = [
  ['uitleg_tijdigheid', 'Een zin.'],
  ['uitleg_kwaliteit', 'Een zin.'],
  ['oordeel_regio', 'Een zin.'],
] as const;
const idVan = (pad: string) => pad.split('/').at(-1) ?? '';

async function maak(): Promise<string> {
  const pad = await beginDocument(site, analist, {
    sjabloon: 'evaluatie-veilig-thuis nl',
    periode: '2025',
    publicaties: [publicatie],
  });
  await doeOpDocument(site, pad, 'bewaar', analist, [...VELDEN, ['publicaties', publicatie]]);
  return pad;
}

beforeAll(async () => {
  const kamer = maakDatalab({ nu: () => Temporal.Instant.from('2026-11-22T10:00:00Z') });
  ({ site, analist, collega, adviseur, elders, lid, publicatie } = await maakDocumentwereld(
    proef,
    kamer,
    'Meldingen 2025',
  ));
  const pad = await maak();
  const uit = await doeOpDocument(site, pad, 'stel_vast', analist);
  if (uit.status !== 303) throw new Error(`not fixed: ${uit.status}`);
  vast = idVan(pad);
  concept = idVan(await maak());
}, 120_000);

const doet = (wie: Actor, q: ReturnType<typeof sql>) => site.als(wie, tx => q.execute(tx));
const telt = async (wie: Actor, tabel: string, id: string): Promise<number> => {
  const kolom = tabel === 'document' ? 'id' : 'document_id';
  const r = await doet(
    wie,
    sql`select 1 from ${sql.table(`datalab.${tabel}`)} where ${sql.ref(kolom)} = ${id}`,
  );
  return r.rows.length;
};

// @eis B4.5
describe('rijbeveiliging van documenten', () => {
  test('een concept en wat erin is getypt zien alleen wie in de regio schrijven', async () => {
    for (const tabel of ['document', 'document_werk', 'document_publicatie']) {
      for (const p of [analist, collega, adviseur])
        expect(await telt(p.actor, tabel, concept), tabel).toBe(1);
      for (const wie of [PUBLIEK, elders.actor, lid.actor])
        expect(await telt(wie, tabel, concept), tabel).toBe(0);
    }
  });

  test('een vastgestelde tekst leest iedereen, het werk erachter niemand daarbuiten', async () => {
    for (const wie of [PUBLIEK, elders.actor, lid.actor]) {
      expect(await telt(wie, 'document', vast)).toBe(1);
      expect(await telt(wie, 'document_stuk', vast)).toBe(1);
      expect(await telt(wie, 'document_werk', vast)).toBe(0);
    }
  });

  test('wie er niet werkt kan geen document maken, wijzigen of vaststellen', async () => {
    const rij = (
      toestand: string,
    ) => sql`insert into datalab.document (id, regio, code, soort, sjabloon, sjabloonversie,
      taal, titel, periode, toestand) values (${randomUUID()}, ${REGIO}, ${`x-${randomUUID()}`}, 'evaluatie',
      'evaluatie-veilig-thuis', 1, 'nl', 'Zelf gemaakt', '2025', ${toestand})`;
    for (const wie of [PUBLIEK, elders.actor, lid.actor])
      await expect(doet(wie, rij('concept'))).rejects.toThrow('row-level security');
    await expect(doet(analist.actor, rij('vastgesteld'))).rejects.toThrow();
    const r = await doet(elders.actor, sql`update datalab.document set versie = 9 where id = ${concept}`);
    expect(Number(r.numAffectedRows ?? 0)).toBe(0);
    await expect(
      doet(adviseur.actor, sql`insert into datalab.document_stuk values (${concept}, '{}')`),
    ).rejects.toThrow('row-level security');
  });

  test('een adviseur stelt ook langs de database niet vast', async () => {
    const vaststellen = sql`update datalab.document set toestand = 'vastgesteld', zegel = 'x', vastgesteld = now()
      where id = ${concept}`;
    await expect(doet(adviseur.actor, vaststellen)).rejects.toThrow('alleen wie publiceert');
    await expect(doet(analist.actor, vaststellen)).rejects.toThrow('met het zegel van zijn tekst');
  });
});

// @eis B4.5
describe('een vastgesteld document en een sjabloon wijzigen niet', () => {
  test('de database weigert elke wijziging van tekst, velden, publicaties en zegel', async () => {
    const pogingen = [
      sql`update datalab.document set zegel = 'anders' where id = ${vast}`,
      sql`update datalab.document set toestand = 'concept' where id = ${vast}`,
      sql`update datalab.document_werk set velden = '{}' where document_id = ${vast}`,
      sql`delete from datalab.document_publicatie where document_id = ${vast}`,
      sql`insert into datalab.document_publicatie values (${vast}, ${randomUUID()})`,
    ];
    for (const q of pogingen) await expect(doet(analist.actor, q)).rejects.toThrow('wijzigt');
    for (const q of [
      sql`update datalab.document_stuk set inhoud = '{}' where document_id = ${vast}`,
      sql`delete from datalab.document_stuk where document_id = ${vast}`,
      sql`update datalab.document set titel = 'Iets anders' where id = ${vast}`,
      sql`delete from datalab.document where id = ${vast}`,
      sql`update datalab.document_sjabloon set bron = 'Iets anders'`,
      sql`delete from datalab.document_sjabloon`,
    ])
      await expect(doet(analist.actor, q)).rejects.toThrow('permission denied');
  });

  test('de tekst houdt sjabloon, versie en de zegels van haar publicaties vast', async () => {
    const r = await site.als(PUBLIEK, tx =>
      sql<{ inhoud: string }>`select inhoud from datalab.document_stuk where document_id = ${vast}`.execute(
        tx,
      ),
    );
    const inhoud = JSON.parse(r.rows[0]?.inhoud ?? '{}') as {
      sjabloon: { code: string; versie: number };
      publicaties: { code: string; zegel: string }[];
    };
    expect(inhoud.sjabloon).toMatchObject({ code: 'evaluatie-veilig-thuis', versie: 1 });
    expect(inhoud.publicaties).toHaveLength(1);
    expect(inhoud.publicaties[0]?.zegel).toMatch(/^[0-9a-f]{64}$/);
  });

  test('een andere tekst onder hetzelfde nummer wordt geweigerd; opnieuw laden verandert niets', async () => {
    const alle = await site.als(INLEZEN, listSjablonen);
    const [eerste] = alle;
    if (!eerste) throw new Error('no template');
    const anders = await site.als(INLEZEN, (tx: Transactie) =>
      schrijfSjablonen(tx, [{ ...eerste, titel: 'Iets anders' }]),
    );
    expect(anders).toEqual([`${eerste.code}, versie ${eerste.versie} (${eerste.taal})`]);
    await site.als(INLEZEN, tx => laadSjablonen(tx, () => {}));
    expect(await site.als(INLEZEN, listSjablonen)).toEqual(alle);
    await expect(
      site.als(analist.actor, tx => schrijfSjablonen(tx, [{ ...eerste, versie: 99 }])),
    ).rejects.toThrow('row-level security');
  });

  test('elke handeling staat in het logboek', async () => {
    const r = await site.als({ soort: 'stelsel', taak: 'logboek' }, tx =>
      sql<{
        handeling: string;
      }>`select distinct handeling from audit.logregel where object = ${vast}`.execute(tx),
    );
    expect(new Set(r.rows.map(x => x.handeling))).toEqual(
      new Set(['document.maken', 'document.bewaren', 'document.stel_vast']),
    );
  });
});

// @eis B4.5
test('trekt iemand een publicatie in, dan geeft de database lezers de tekst niet meer', async () => {
  expect((await doeOp(site, publicatie, 'trek_in', collega, 'Dubbel geteld')).status).toBe(303);
  for (const wie of [PUBLIEK, elders.actor, lid.actor]) {
    expect(await telt(wie, 'document', vast)).toBe(1);
    expect(await telt(wie, 'document_stuk', vast)).toBe(0);
  }
  expect(await telt(analist.actor, 'document_stuk', vast)).toBe(1);
  const inhoud = '{"document":{}}';
  const vaststellen = site.als(analist.actor, async tx => {
    await sql`insert into datalab.document_stuk values (${concept}, ${inhoud})`.execute(tx);
    await sql`update datalab.document set toestand = 'vastgesteld', vastgesteld = now(),
      zegel = encode(sha256(convert_to(${inhoud}, 'UTF8')), 'hex') where id = ${concept}`.execute(tx);
  });
  await expect(vaststellen).rejects.toThrow('publicaties in druk');
});
