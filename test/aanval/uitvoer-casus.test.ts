import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakCasus } from '#modules/casus/module.ts';
import { type Buurt, maakBuurt } from '#modules/casus/testing/buurt.ts';
import { type Lezer, maakCasushuis } from '#modules/casus/testing/casushuis.ts';
import { maakPolitievelden } from '#modules/casus/testing/politieproef.ts';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { geefRelatie } from '#modules/toegang/index.ts';
import { leesZip } from '#platform/documenten/zip.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../proef/index.ts';
import { leesPdf } from '../wandeling/pdftekst.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-aanval-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 6), map });
const h = maakCasushuis(proef.app.db, kluis, maakCasus({ ...kennisgevinglening, kluis }).registreer);
let b: Buurt;
let dossier: string;

const GEHEIM = {
  melder: 'Meldstermerk',
  politie: 'Politiemerk',
  verklaring: 'Verklaringmerk',
  eigen: 'Eigenmerk',
};
const GEDEELD = 'Gedeeldmerk';

beforeAll(async () => {
  b = await maakBuurt(h);
  dossier = await b.leg({
    anonimiteit: 'anoniem_voor_gezin',
    meldergrond: 'gevaar_melder',
    melder_naam: GEHEIM.melder,
  });
  await b.wijsToe(dossier, b.pro);
  await b.wijsToe(dossier, b.pro, 'politie', 'bpg_4_2');
  await b.wijsToe(dossier, b.pro, 'melder', 'wmo_melder');
  const dag = { over_dag: '21-11-2026' };
  const html = await (await h.haal(`/casus/${dossier}`, b.intaker)).text();
  const partij = /<option value="([0-9a-f-]{36})">Kees/.exec(html)?.[1] ?? '';
  await h.stuur(`/casus/${dossier}/verklaringen`, { ...dag, partij, inhoud: GEHEIM.verklaring }, b.intaker);
  await h.stuur(`/casus/${dossier}/politie`, maakPolitievelden({ ...dag, inhoud: GEHEIM.politie }), b.pro);
  for (const inhoud of [GEHEIM.eigen, GEDEELD])
    await h.stuur(`/casus/${dossier}/notities`, { ...dag, soort: 'overleg', inhoud }, b.pro);
  const mijn = await (await h.haal(`/casus/${dossier}`, b.pro)).text();
  const n = /\/notities\/([0-9a-f-]{36})/.exec(mijn.slice(mijn.indexOf(GEDEELD)))?.[1] ?? '';
  await h.stuur(`/casus/${dossier}/notities/${n}/deel`, { _doe: 'deel', grond: 'wmo_5_3_3' }, b.pro);
  await h.als(b.intaker, tx =>
    geefRelatie(tx, {
      dossierId: dossier,
      persoonId: b.buurpro.id,
      organisatieId: b.buurpro.lidmaatschappen[0]?.organisatieId ?? '',
      doel: 'overleg',
      grond: 'wmo_medewerking',
      aanleiding: 'overleg',
      tot: '2026-12-01',
    }),
  );
});

const neem = (lezer: Lezer, vorm: string, id = dossier) =>
  h.stuur(`/casus/${id}/uitvoer`, { doel: 'overleg', vorm }, lezer);

async function tekstVan(lezer: Lezer, vorm: string): Promise<string> {
  const bytes = Buffer.from(await (await neem(lezer, vorm)).arrayBuffer());
  if (vorm === 'docx')
    return [...leesZip(bytes, 50_000_000).values()].map(x => x.toString('utf8')).join('\n');
  return vorm === 'pdf' ? leesPdf(bytes) : bytes.toString('utf8');
}

// @eis C5.4 C2.2
describe('aanval: uit een dossier meenemen wat men niet mag zien', () => {
  test.each(['json', 'docx', 'pdf'])('een genodigde krijgt als %s alleen wat is gedeeld', async vorm => {
    const tekst = await tekstVan(b.buurpro, vorm);
    expect(tekst).toContain(GEDEELD);
    for (const merk of Object.values(GEHEIM)) expect(tekst, merk).not.toContain(merk);
  });

  test.each(['json', 'docx', 'pdf'])(
    'de melder staat er als %s nooit in, ook niet voor wie hem mag zien',
    async vorm => {
      expect(await (await h.haal(`/casus/${dossier}`, b.pro)).text()).toContain(GEHEIM.melder);
      const tekst = await tekstVan(b.pro, vorm);
      expect(tekst).toContain(GEHEIM.eigen);
      // What the police gave leaves this house record by record only, on a ground of its own.
      expect(tekst).not.toContain(GEHEIM.politie);
      expect(tekst).not.toContain(GEHEIM.melder);
      expect(tekst).not.toContain(GEHEIM.verklaring);
    },
  );

  test('een vreemde krijgt niets, zonder doel krijgt niemand iets, en een verzonnen vorm is geen gat', async () => {
    expect((await neem(b.vreemde, 'json')).status).toBe(404);
    expect((await h.stuur(`/casus/${dossier}/uitvoer`, { vorm: 'json' }, b.pro)).status).toBe(422);
    expect((await h.stuur(`/casus/${dossier}/uitvoer`, { vorm: 'json', doel: 'zomaar' }, b.pro)).status).toBe(
      422,
    );
    const r = await neem(b.pro, '../../x');
    expect(r.headers.get('content-disposition')).toContain('dossier.docx');
    expect((await h.haal(`/casus/${dossier}/uitvoer?doel=overleg&vorm=json`, b.pro)).status).toBe(404);
  });

  test('de naam van het bestand zegt niet over wie het gaat, en het blijft niet achter', async () => {
    const r = await neem(b.pro, 'json');
    expect(r.headers.get('content-disposition')).not.toMatch(/Vera|Voorbeeld|20\d\d-\d{6}/);
    expect(r.headers.get('cache-control')).toBe('no-store');
  });
});
