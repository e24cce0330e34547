import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakCasus } from '#modules/casus/module.ts';
import { maakBuurt } from '#modules/casus/testing/buurt.ts';
import { GEZIN, idUit, type Lezer, maakCasushuis } from '#modules/casus/testing/casushuis.ts';
import { maakPolitievelden } from '#modules/casus/testing/politieproef.ts';
import { leesConcept } from '#modules/casus/usecases/concept.ts';
import { haalDocument } from '#modules/casus/usecases/document.ts';
import { leesCasus } from '#modules/casus/usecases/lees.ts';
import { leesNotitie } from '#modules/casus/usecases/notitie.ts';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { metClient } from '#platform/db/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-verwisseld-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 5), map });
const h = maakCasushuis(proef.app.db, kluis, maakCasus({ ...kennisgevinglening, kluis }).registreer);
const GESCHONDEN = { code: 'gegeven_geschonden' };

/** One file with something in every place that holds ciphertext; its texts begin with `merk`. */
interface Dossier {
  id: string;
  /** Has the direction, reads statements, and left a draft. */
  regie: Lezer;
  /** Treats, and has relations for the reporter and for police information. */
  pro: Lezer;
  notitie: string;
  document: string;
}

// Two pieces of 256 kB, so that they can be put in another order.
const verslag = (merk: string) =>
  new File([`${merk} verslag. ${'Verzonnen. '.repeat(40_000)}`], `${merk}.txt`);
const DAG = { over_dag: '21-11-2026' };

async function vul(merk: string, b: Awaited<ReturnType<typeof maakBuurt>>): Promise<Dossier> {
  const regie = await h.mens(b.team, `${merk} Voorbeeldintake`, 'intaker');
  const pro = await h.mens(b.team, `${merk} Voorbeeldpro`, 'professional');
  const melder = {
    anonimiteit: 'anoniem_voor_gezin',
    meldergrond: 'gevaar_melder',
    melder_naam: `${merk} Melder`,
  };
  const id = idUit(await h.stuur('/casus/nieuw', { ...GEZIN, ...melder }, regie));
  const goed = async (r: Promise<Response>) => expect((await r).status).toBe(303);
  await goed(b.wijsToe(id, pro));
  await goed(b.wijsToe(id, pro, 'melder', 'wmo_melder'));
  await goed(b.wijsToe(id, pro, 'politie', 'bpg_4_2'));
  const notitie = { soort: 'contact', ...DAG, inhoud: `${merk} notitie` };
  await goed(h.stuur(`/casus/${id}/notities`, notitie, pro));
  await goed(h.stuurBestand(`/casus/${id}/documenten`, verslag(merk), pro));
  const politie = maakPolitievelden({ ...DAG, inhoud: `${merk} politie` });
  await goed(h.stuur(`/casus/${id}/politie`, politie, pro));
  const html = await (await h.haal(`/casus/${id}`, regie)).text();
  const partij = /<option value="([0-9a-f-]{36})">Kees/.exec(html)?.[1] ?? '';
  const verklaring = { partij, ...DAG, inhoud: `${merk} verklaring` };
  await goed(h.stuur(`/casus/${id}/verklaringen`, verklaring, regie));
  await goed(h.stuur(`/casus/${id}/notities`, { inhoud: `${merk} concept`, _doe: 'concept' }, regie));
  const uit = (soort: string) => new RegExp(`/${soort}/([0-9a-f-]{36})`).exec(html)?.[1] ?? '';
  return { id, regie, pro, notitie: uit('notities'), document: uit('documenten') };
}

let eigen: Dossier;
let ander: Dossier;
beforeAll(async () => {
  const b = await maakBuurt(h);
  eigen = await vul('Eigen', b);
  ander = await vul('Slachtoffer', b);
  const nieuw = { soort: 'contact', ...DAG, inhoud: 'Eigen tweede tekst', versie: '1' };
  await h.stuur(`/casus/${eigen.id}/notities/${eigen.notitie}`, nieuw, eigen.pro);
});

/** A place where ciphertext stands: one column of one row. */
type Cel = readonly [tabel: string, kolom: string, waar: string];
const cel = (d: Dossier) => ({
  notitie: ['casus.notitie', 'inhoud', `id = '${d.notitie}'`],
  versie: (n: number) => ['casus.notitie_versie', 'inhoud', `notitie_id = '${d.notitie}' and versie = ${n}`],
  naam: ['casus.document', 'naam', `id = '${d.document}'`],
  deel: (n: number) => ['casus.documentdeel', 'inhoud', `document_id = '${d.document}' and nummer = ${n}`],
  verklaring: ['casus.verklaring', 'inhoud', `casus_id = '${d.id}'`],
  politie: ['casus.politiegegeven', 'inhoud', `casus_id = '${d.id}'`],
  melder: ['casus.melder', 'gegevens', `casus_id = '${d.id}'`],
  concept: ['casus.concept', 'inhoud', `casus_id = '${d.id}'`],
});

/** What somebody with the database in hand, but not the vault, can do; put back when `werk` is done. */
async function metVerplaatst(van: Cel, naar: Cel, werk: () => Promise<void>): Promise<void> {
  const lees = (c: Cel) =>
    metClient(proef.beheer, async k => {
      const { rows } = await k.query<{ x: Buffer }>(`select ${c[1]} x from ${c[0]} where ${c[2]}`);
      expect(rows).toHaveLength(1);
      return rows[0]?.x;
    });
  const zet = (x: Buffer | undefined) =>
    metClient(proef.beheer, k => k.query(`update ${naar[0]} set ${naar[1]} = $1 where ${naar[2]}`, [x]));
  const [oud, nieuw] = [await lees(naar), await lees(van)];
  expect(nieuw).not.toEqual(oud);
  await zet(nieuw);
  try {
    await werk();
  } finally {
    await zet(oud);
  }
}

const leesWijzen = {
  dossier: () => leesCasus(h.doen(eigen.pro), eigen.id, 'inzien'),
  regie: () => leesCasus(h.doen(eigen.regie), eigen.id, 'inzien'),
  notitie: () => leesNotitie(h.doen(eigen.pro), eigen.id, eigen.notitie),
  document: () => haalDocument(h.doen(eigen.pro), eigen.id, eigen.document),
  concept: () => leesConcept(h.doen(eigen.regie), eigen.id, 'notitie'),
};
type Leeswijze = keyof typeof leesWijzen;

type Geval = [wat: string, lees: Leeswijze, van: () => Cel, naar: () => Cel];
const geval = (wat: string, lees: Leeswijze, van: () => readonly string[], naar: () => readonly string[]) =>
  [wat, lees, van, naar] as unknown as Geval;

// @eis C4.1 C5.4
describe('aanval: inhoud van een dossier in een eigen rij zetten', () => {
  test('zonder geknoei leest ieder het eigene: deze proef kan mislukken', async () => {
    const blad = await leesWijzen.dossier();
    expect(blad.ok && blad.waarde.notities.rijen.map(n => n.inhoud)).toEqual(['Eigen tweede tekst']);
    expect(blad.ok && blad.waarde.melder?.naam).toBe('Eigen Melder');
    expect(blad.ok && blad.waarde.politie.map(p => p.inhoud)).toEqual(['Eigen politie']);
    expect(blad.ok && blad.waarde.verklaringen).toEqual([]);
    const regie = await leesWijzen.regie();
    expect(regie.ok && regie.waarde.verklaringen.map(v => v.inhoud)).toEqual(['Eigen verklaring']);
    const doc = await leesWijzen.document();
    expect(doc.ok && doc.waarde.inhoud.toString().slice(0, 14)).toBe('Eigen verslag.');
    expect((await leesWijzen.concept())?.velden).toEqual({ inhoud: 'Eigen concept' });
  });

  test.each([
    geval(
      'een notitie van een ander',
      'dossier',
      () => cel(ander).notitie,
      () => cel(eigen).notitie,
    ),
    geval(
      'een oude versie van een notitie van een ander',
      'notitie',
      () => cel(ander).versie(1),
      () => cel(eigen).versie(1),
    ),
    geval(
      'de bestandsnaam van een ander',
      'dossier',
      () => cel(ander).naam,
      () => cel(eigen).naam,
    ),
    geval(
      'een stuk van een document van een ander',
      'document',
      () => cel(ander).deel(0),
      () => cel(eigen).deel(0),
    ),
    geval(
      'een verklaring uit een ander dossier',
      'regie',
      () => cel(ander).verklaring,
      () => cel(eigen).verklaring,
    ),
    geval(
      'een politiegegeven uit een ander dossier',
      'dossier',
      () => cel(ander).politie,
      () => cel(eigen).politie,
    ),
    geval(
      'wie er meldde in een ander dossier',
      'dossier',
      () => cel(ander).melder,
      () => cel(eigen).melder,
    ),
    geval(
      'een half ingevuld formulier van een ander',
      'concept',
      () => cel(ander).concept,
      () => cel(eigen).concept,
    ),
  ])('%s opent niet in de eigen rij', async (_, lees, van, naar) => {
    await metVerplaatst(van(), naar(), async () => {
      await expect(leesWijzen[lees]()).rejects.toMatchObject(GESCHONDEN);
    });
  });

  // The same key opens them: here only the place that is in the seal stands in the way.
  test.each([
    geval(
      'een verklaring die men niet mag lezen, als notitie',
      'dossier',
      () => cel(eigen).verklaring,
      () => cel(eigen).notitie,
    ),
    geval(
      'een eerdere tekst als de tekst van nu',
      'dossier',
      () => cel(eigen).versie(1),
      () => cel(eigen).notitie,
    ),
    geval(
      'een eerdere versie als een latere',
      'notitie',
      () => cel(eigen).versie(1),
      () => cel(eigen).versie(2),
    ),
    geval(
      'het tweede stuk van een document als het eerste',
      'document',
      () => cel(eigen).deel(1),
      () => cel(eigen).deel(0),
    ),
    geval(
      'een notitie als bestandsnaam',
      'dossier',
      () => cel(eigen).notitie,
      () => cel(eigen).naam,
    ),
  ])('binnen één dossier: %s, opent niet', async (_, lees, van, naar) => {
    await metVerplaatst(van(), naar(), async () => {
      await expect(leesWijzen[lees]()).rejects.toMatchObject(GESCHONDEN);
    });
  });

  test('een document waarvan het eind is afgeknipt, opent niet', async () => {
    await metClient(proef.beheer, async c => {
      const waar = `document_id = '${eigen.document}' and nummer = 1`;
      const { rows } = await c.query(`select inhoud from casus.documentdeel where ${waar}`);
      await c.query(`delete from casus.documentdeel where ${waar}`);
      await expect(leesWijzen.document()).rejects.toMatchObject(GESCHONDEN);
      const terug = 'insert into casus.documentdeel (document_id, nummer, inhoud) values ($1, 1, $2)';
      await c.query(terug, [eigen.document, rows[0]?.inhoud]);
    });
    expect((await leesWijzen.document()).ok).toBe(true);
  });

  test('de pagina toont dan een storing, en niets van het andere dossier', async () => {
    await metVerplaatst(
      cel(ander).notitie as unknown as Cel,
      cel(eigen).notitie as unknown as Cel,
      async () => {
        const r = await h.haal(`/casus/${eigen.id}`, eigen.pro);
        expect(r.status).toBe(500);
        expect(await r.text()).not.toContain('Slachtoffer');
      },
    );
    expect(await (await h.haal(`/casus/${eigen.id}`, eigen.pro)).text()).toContain('Eigen tweede tekst');
  });
});
