import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maakCasus } from '#modules/casus/module.ts';
import { maakGezin } from '#modules/gezin/module.ts';
import { maakContactvelden } from '#modules/gezin/testing/contactproef.ts';
import { maakGegevens } from '#modules/gezin/testing/gezinproef.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakKluis, maakWislijst } from '#platform/kluis/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakVerzoekproef, tekst } from '../../../../test/proef/verzoekproef.ts';
import { stelVernietigingVoor, voerVernietigingUit } from '../usecases/vernietigen.ts';
import { kennisgevinglening } from './kennisgevingpaneel.tsx';
import { leesMerken } from './merken.ts';
import { registreer } from './routes.tsx';

const p = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-merk-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 9), map });
const klok = vasteKlok('2026-11-22T09:00:00Z');
const d = { db: p.app.db, klok, kluis, wislijst: maakWislijst(map), voerUit: async () => {} };
const h = await maakVerzoekproef({ db: p.app.db, beheer: p.beheer }, kluis, app => {
  registreer(app, d);
  maakGezin({ ...kennisgevinglening, kluis, gebieden: [], merken: leesMerken }).registreer(app);
  maakCasus({ ...kennisgevinglening, kluis, merken: leesMerken }).registreer(app);
});
const { een, twee, werker } = h;
const NOTITIE = { soort: 'contact', over_dag: '22-11-2026', inhoud: 'Een nieuwe notitie' };
const CONTACT = maakContactvelden({ bellen: 'ja', schrijven: 'nee', mailen: 'nee' });
const gezin = () => h.dossier(maakGegevens('Anna', 'Voorbeeld'), maakGegevens('Bram', 'Elderson'));
const notities = async (dossier: string) =>
  (await h.rijen('select 1 from casus.notitie where casus_id = $1', [dossier])).length;

// @eis C4.4
describe('een toegewezen beperking', async () => {
  const g = await gezin();
  const [anna = '', bram = ''] = g.personen;
  const pad = await h.verzoek({ soort: 'beperking', nummer: g.nummer });
  const schrijf = () => h.stuur(`/casus/${g.id}/notities`, NOTITIE, werker);

  test('kan voor het besluit nog worden beschreven, en is met het besluit een merk op dossier, gezin en persoon', async () => {
    expect((await schrijf()).status).toBe(303);
    expect(await h.pagina(`/casus/${g.id}`, werker)).not.toContain('verwerking is beperkt');
    expect(await h.besluit(pad, anna)).toContain('na=merk');
    for (const blad of [`/casus/${g.id}`, `/gezin/dossiers/${g.id}`, `/gezin/personen/${anna}`]) {
      expect(await h.pagina(blad, werker)).toContain('Anna Voorbeeld: de verwerking is beperkt');
    }
    expect(await h.pagina(`/gezin/personen/${bram}`, werker)).not.toContain('verwerking is beperkt');
    const papier = await tekst(await h.stuur(`/casus/${g.id}/druk`, { doel: 'huisbezoek' }, werker));
    expect(papier).toContain('Anna Voorbeeld: de verwerking is beperkt');
    expect(await h.pagina('/privacy/verzoeken', een)).toContain('er loopt nog iets');
  });

  test('weigert schrijven met uitleg, en bewaart wat werd getypt', async () => {
    const r = await schrijf();
    expect(r.status).toBe(422);
    const pagina = await tekst(r);
    expect(pagina).toContain('wordt niet geschreven, omdat de verwerking is beperkt');
    expect(await notities(g.id)).toBe(1);
    expect(await h.rijen('select formulier from casus.concept where casus_id = $1', [g.id])).toEqual([
      { formulier: 'notitie' },
    ]);
    const wijzig = await h.stuur(`/gezin/personen/${anna}/wijzig`, { voornamen: 'Anders' }, werker);
    expect(wijzig.status).toBe(404);
  });

  test('weigert ook langs de database, een notitie en de gegevens van de persoon', async () => {
    await expect(
      h.als(
        werker,
        `insert into casus.notitie (id, casus_id, organisatie_id, soort, over_dag, inhoud, door)
         values (gen_random_uuid(), '${g.id}', '${h.vt}', 'contact', '2026-11-22', '\\x00', '${werker.id}')`,
      ),
    ).rejects.toThrow(/row-level security/);
    await h.als(werker, `update gezin.persoon set geslacht = 'man' where id = '${anna}'`);
    expect(await h.rijen('select geslacht from gezin.persoon where id = $1', [anna])).toEqual([
      { geslacht: 'onbekend' },
    ]);
  });

  test('laat vastleggen hoe iemand veilig te bereiken is: dat beschermt hem', async () => {
    expect((await h.stuur(`/gezin/personen/${anna}/contact`, CONTACT, werker)).status).toBe(303);
  });

  test('wie er niets mee heeft, ziet of wijzigt het merk niet', async () => {
    const ander = await h.mens('professional');
    expect((await h.stuur(`${pad}/merk`, { doe: 'af', ingelicht: 'ja' }, ander)).status).toBe(404);
    const over = await h.als(ander, `select * from privacy.merken_over('${g.id}', '${anna}')`);
    expect(over.rows).toEqual([]);
    expect((await h.als(ander, 'select id from privacy.merk')).rows).toEqual([]);
  });

  test('laat op een wettelijke grond toch schrijven, met wie dat besliste in het logboek; het merk blijft staan', async () => {
    const zonder = await h.stuur(`${pad}/merk`, { doe: 'uitzondering' }, werker);
    expect(zonder.status).toBe(422);
    expect(await tekst(zonder)).toContain('Maak een keuze');
    await h.lukt(`${pad}/merk`, { doe: 'uitzondering', uitzondering: 'bescherming_ander' }, werker);
    expect(await h.log('merk', 'uitzondering_bescherming_ander')).toEqual([
      expect.objectContaining({ actor: `persoon:${werker.id}`, details: expect.stringContaining(g.id) }),
    ]);
    expect((await schrijf()).status).toBe(303);
    const pagina = await h.pagina(`/casus/${g.id}`, werker);
    expect(pagina).toContain('de verwerking is beperkt');
    expect(pagina).toContain('nodig om een ander te beschermen');
  });

  test('houdt het dossier vast als de bewaartermijn om is, ook na twee akkoorden', async () => {
    const later = { ...d, klok: vasteKlok('2050-01-01T09:00:00Z') };
    await h.rijen(
      "update casus.casus set stand = 'gesloten', gesloten_op = laatste_wijziging where id = $1",
      [g.id],
    );
    expect(await stelVernietigingVoor(later)).toBe(0);
    const eigen = await h.verzoek({ soort: 'vernietiging', nummer: g.nummer });
    expect(await h.besluit(eigen, anna)).toContain('na=lijst');
    const [lijst] = await h.rijen(
      'select lijst_id id from privacy.vernietigingsregel where dossier_id = $1',
      [g.id],
    );
    for (const wie of [een, twee]) await h.stuur(`/privacy/vernietigen/${lijst?.['id']}/akkoord`, {}, wie);
    expect(await voerVernietigingUit(d)).toEqual({ vernietigd: 0 });
    expect(
      await h.rijen('select stand, reden from privacy.vernietigingsregel where dossier_id = $1', [g.id]),
    ).toEqual([{ stand: 'overgeslagen', reden: 'beperking' }]);
    await h.rijen("update casus.casus set stand = 'open', gesloten_op = null where id = $1", [g.id]);
  });

  test('houdt pas op nadat de betrokkene is ingelicht', async () => {
    const zonder = await h.stuur(`${pad}/merk`, { doe: 'af' }, een);
    expect(zonder.status).toBe(422);
    expect(await tekst(zonder)).toContain('AVG art. 18 lid 3');
    await h.lukt(`${pad}/merk`, { doe: 'af', ingelicht: 'ja' }, een);
    expect(await h.pagina(`/casus/${g.id}`, werker)).not.toContain('verwerking is beperkt');
    expect(await tekst(await h.stuur(`${pad}/merk`, { doe: 'af', ingelicht: 'ja' }, een))).toContain(
      'al afgehandeld',
    );
  });
});

// @eis C4.4
describe('wat uit een ander besluit volgt', () => {
  test.each([
    ['verbetering', 'toegewezen', 'gegevens moeten nog worden verbeterd', 303],
    ['bezwaar', 'toegewezen', 'bezwaar toegewezen', 422],
    ['bezwaar', 'gedeeltelijk', 'bezwaar voor een deel toegewezen', 303],
    ['beperking', 'gedeeltelijk', 'de verwerking is voor een deel beperkt', 303],
    ['vernietiging', 'gedeeltelijk', 'een deel van de gegevens moet nog worden vernietigd', 303],
  ])('%s %s: het dossier zegt "%s" totdat het is afgehandeld', async (soort, besluit, zin, status) => {
    const g = await gezin();
    const pad = await h.verzoek({ soort, nummer: g.nummer });
    const gronden = besluit === 'gedeeltelijk' ? ['buitensporig'] : [];
    expect(await h.besluit(pad, g.personen[0] ?? '', { besluit, gronden })).toContain('na=merk');
    expect(await h.pagina(`/casus/${g.id}`, werker)).toContain(`Anna Voorbeeld: ${zin}`);
    expect((await h.stuur(`/casus/${g.id}/notities`, NOTITIE, werker)).status).toBe(status);
    await h.lukt(`${pad}/merk`, { doe: 'af', ingelicht: 'ja' }, werker);
    expect(await h.pagina(`/casus/${g.id}`, werker)).not.toContain(zin);
    expect(await h.pagina(pad, een)).toContain('Uitgevoerd of opgeheven op 22-11-2026');
    expect(
      await h.rijen('select tot::text, tot_door from privacy.merk where verzoek_id = $1', [
        pad.split('/').at(-1),
      ]),
    ).toEqual([{ tot: '2026-11-22', tot_door: werker.id }]);
  });

  test('een weigering laat geen merk achter', async () => {
    const g = await gezin();
    const pad = await h.verzoek({ soort: 'beperking', nummer: g.nummer });
    await h.besluit(pad, g.personen[0] ?? '', { besluit: 'geweigerd', gronden: ['geen_beperkingsgrond'] });
    expect(await h.rijen('select 1 from privacy.merk where dossier_id = $1', [g.id])).toEqual([]);
  });

  test('niemand zet langs de database een merk zonder besluit, of een ander dan is besloten', async () => {
    const g = await gezin();
    const pad = await h.verzoek({ soort: 'beperking', nummer: g.nummer });
    const zet = (soort: string) =>
      h.als(
        twee,
        `insert into privacy.merk (id, verzoek_id, dossier_id, betrokkene_id, organisatie_id, soort, gedeeltelijk, van)
         values (gen_random_uuid(), '${pad.split('/').at(-1)}', '${g.id}', '${g.personen[0]}', '${h.vt}', '${soort}', false, '2026-11-22')`,
      );
    await expect(zet('beperking')).rejects.toThrow(/row-level security/);
    await h.besluit(pad, g.personen[0] ?? '', { besluit: 'geweigerd', gronden: ['geen_beperkingsgrond'] });
    await expect(zet('beperking')).rejects.toThrow(/row-level security/);
    await expect(zet('bezwaar')).rejects.toThrow(/row-level security/);
  });

  test('twee verzoeken om hetzelfde dossier te vernietigen: één lijst, en beide zijn besloten', async () => {
    const g = await gezin();
    const lijsten = () =>
      h.rijen(
        `select l.verzoek_id from privacy.vernietigingsregel r join privacy.vernietigingslijst l on l.id = r.lijst_id
         where r.dossier_id = $1`,
        [g.id],
      );
    const paden = [
      await h.verzoek({ soort: 'vernietiging', nummer: g.nummer }),
      await h.verzoek({ soort: 'vernietiging', nummer: g.nummer }),
    ];
    const [eerste = '', tweede = ''] = paden;
    expect(await h.besluit(eerste, g.personen[0] ?? '')).toContain('na=lijst');
    expect(await h.besluit(tweede, g.personen[1] ?? '')).toContain('na=al_op_lijst');
    expect(await lijsten()).toEqual([{ verzoek_id: eerste.split('/').at(-1) }]);
    for (const pad of paden) expect(await h.pagina(pad, een)).toContain('besloten');
  });

  test('beslist de regisseur als tweede, dan staat het dossier in dezelfde handeling op de lijst', async () => {
    const g = await gezin();
    const pad = await h.verzoek({ soort: 'vernietiging', nummer: g.nummer });
    await h.lukt(`${pad}/identiteit`, { identiteit: 'digid' }, een);
    await h.lukt(`${pad}/persoon`, { persoon: g.personen[0] ?? '' }, werker);
    expect((await h.voorstel(pad)).status).toBe(303);
    expect(await h.lukt(`${pad}/besluit`, { akkoord: 'ja' }, werker)).toContain('na=lijst');
    expect(
      await h.rijen('select stand, eerste_door from privacy.vernietigingsregel where dossier_id = $1', [
        g.id,
      ]),
    ).toEqual([{ stand: 'open', eerste_door: null }]);
  });
});
