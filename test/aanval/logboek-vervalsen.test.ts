import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { legVerwerkingVast } from '#modules/toegang/index.ts';
import { maakLogboekproef, PROEFDAG } from '#modules/toegang/testing/logboekproef.ts';
import { controleerLogboek, ondertekensleutel, startVerzegelaar, wortelpad } from '#platform/audit/index.ts';
import { type Actor, metActor, metClient, sql } from '#platform/db/index.ts';
import { systeemklok } from '#platform/klok/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../proef/index.ts';

const p = await maakProef();
const w = maakLogboekproef(p.beheer);
const map = mkdtempSync(path.join(os.tmpdir(), 'la-vervalsen-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 8), map });
const huis = await w.organisatie();
const dader = await w.mens(huis, 'professional');
const ander = await w.mens(huis, 'professional');
const dossier = await w.dossier(huis, 1);

/** Whatever SQL the attacker runs, with the rights of the application and as this actor. */
const voer = (opdracht: string, wie: Actor = dader) =>
  metActor(p.app.db, wie, PROEFDAG, tx => sql`${sql.raw(opdracht)}`.execute(tx));
const GEWEIGERD = expect.objectContaining({ code: '42501' });
const kijk = () =>
  metActor(p.app.db, dader, PROEFDAG, tx =>
    legVerwerkingVast(tx, {
      handeling: 'inzien',
      soort: 'casus',
      object: dossier.id,
      dossier: dossier.id,
      betrokkenen: dossier.betrokkenen,
      activiteit: 'casusvoering',
    }),
  );
const rij = (kolommen: string, waarden: string) =>
  `insert into audit.logregel (handeling, soort, uitkomst, ${kolommen}) values ('inzien', 'casus', 'toegestaan', ${waarden})`;

// @eis C5.4 C3.2 A2.2
describe('aanval: het logboek vervalsen met de rechten van de toepassing', () => {
  test.each([
    ['in de naam van een ander', rij('actor', `'persoon:${ander.id}'`)],
    ['met een eigen tijd', rij('tijdstip', `now() - interval '1 day'`)],
    ['met een eigen plaats in de volgorde', rij('xid', `'1'`)],
    ['met een eigen kenmerk', rij('id', 'gen_random_uuid()')],
    ['met een verzonnen relatie', rij('details', `'{"regel": "relatie", "relatie": "${dossier.id}"}'`)],
    ['met een verzonnen houder', rij('details', `'{"houder": "${huis}"}'`)],
    ['met noodtoegang weggemoffeld', rij('details', `'{"nood": false}'`)],
  ])('een regel %s wordt geweigerd', async (_, opdracht) => {
    await expect(voer(opdracht)).rejects.toEqual(GEWEIGERD);
  });

  test('een regel wijzigen, wissen of verstoppen lukt niet', async () => {
    await kijk();
    for (const opdracht of [
      "update audit.logregel set actor = 'publiek'",
      'delete from audit.logregel',
      'truncate audit.logregel',
      'alter table audit.logregel disable trigger all',
      'alter table audit.logregel no force row level security',
      'drop policy toevoegen on audit.logregel',
      'create or replace function audit.mag_lezen() returns boolean language sql as $$ select false $$',
      'set session_replication_role = replica',
      'set role la_eigenaar',
    ]) {
      await expect(voer(opdracht), opdracht).rejects.toEqual(GEWEIGERD);
    }
  });

  test('de grond komt uit de relatie, wat de schrijver er ook bij zet', async () => {
    const gelogen = {
      handeling: 'inzien',
      soort: 'casus',
      object: dossier.id,
      dossier: dossier.id,
      betrokkenen: [],
      activiteit: 'casusvoering',
      uitkomst: 'toegestaan',
      regel: 'relatie',
      relatie: dossier.id,
      doel: 'regie',
      nood: false,
      organisatie: crypto.randomUUID(),
      details: { regel: 'relatie' },
    };
    await voer(`select toegang.leg_verwerking_vast('${JSON.stringify([gelogen])}'::jsonb)`);
    const laatste = (await w.regels(dader)).at(-1);
    expect(laatste?.details).toMatchObject({ regel: 'rol', organisatie: huis, houder: huis, nood: false });
    expect(laatste?.details).not.toHaveProperty('doel');
    expect(laatste?.details).not.toHaveProperty('relatie');
  });

  test('getypte tekst en namen komen langs de functie niet in het logboek', async () => {
    for (const veld of ['handeling', 'soort', 'activiteit', 'object', 'reden']) {
      const v = {
        handeling: 'inzien',
        soort: 'casus',
        activiteit: 'x',
        uitkomst: 'toegestaan',
        betrokkenen: [],
      };
      const regels = JSON.stringify([{ ...v, [veld]: 'Jan Voorbeeld sloeg' }]);
      await expect(
        voer(`select toegang.leg_verwerking_vast('${regels}'::jsonb)`),
        veld,
      ).rejects.toMatchObject({
        code: '23514',
      });
    }
  });

  test('wie handelt kan zijn eigen regels niet lezen en dus niet weten wat er staat', async () => {
    await kijk();
    expect((await voer('select * from audit.logregel')).rows).toEqual([]);
    const vraag = `select * from toegang.logboek('gebruiker', '${dader.id}', '-infinity', 'infinity', 'infinity', 0, 500)`;
    expect((await voer(vraag)).rows).toEqual([]);
  });

  test('aanmelden en achtergrondwerk hebben geen weg naar de functies', async () => {
    for (const rol of ['aanmelden', 'taken'] as const) {
      for (const opdracht of [
        "select toegang.leg_verwerking_vast('[]'::jsonb)",
        "select * from toegang.gebruik_per_dag('-infinity', 'infinity', 22, 6)",
        'select * from audit.logregel',
      ]) {
        await expect(metClient(p.verbinding(rol), c => c.query(opdracht))).rejects.toEqual(GEWEIGERD);
      }
    }
  });

  test('een valse schakel, ook onder de naam van de verzegelaar, wordt gevonden', async () => {
    const z = startVerzegelaar({ db: p.app.db, kluis, sleutelmap: map, klok: systeemklok, elke: 3_600_000 });
    await kijk();
    const controleer = () =>
      controleerLogboek(p.app.db, wortelpad(map), ondertekensleutel(kluis).publiek, 3600);
    await expect
      .poll(async () => {
        await z.ronde(true);
        return (await controleer()).wachtend;
      })
      .toBe(0);
    expect((await controleer()).bevindingen).toEqual([]);
    const vals = `insert into audit.zegel select max(volgnummer) + 1, max(partij), gen_random_uuid(),
      '\\x${'ab'.repeat(32)}', '\\x${'ab'.repeat(32)}', '\\x${'ab'.repeat(32)}' from audit.zegel`;
    await expect(voer(vals)).rejects.toEqual(GEWEIGERD);
    await voer(vals, { soort: 'stelsel', taak: 'verzegelaar' });
    const codes = (await controleer()).bevindingen.map(b => b.code);
    expect(codes).toEqual(expect.arrayContaining(['ketting_verbroken', 'verwijderd']));
    await z.stop();
  });
});
