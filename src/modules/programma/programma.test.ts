import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, metActor, PUBLIEK, sql } from '#platform/db/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import { lijst, vind } from './domain/programma.ts';
import type { Inhoud } from './domain/veld.ts';
import { leesProgrammaIn, schrijfProgrammaUit } from './usecases/bestand.ts';
import { bewaarOnderdeel, publiceerOnderdeel } from './usecases/bewaar.ts';
import type { Doen } from './usecases/doen.ts';
import { findProgramma } from './usecases/lees.ts';

const p = await maakProef();
const db = p.app.db;
const vandaag = Temporal.PlainDate.from('2026-03-02');
const nu = Temporal.Instant.from('2026-03-02T09:00:00Z');
const map = path.resolve(import.meta.dirname, '../../../gegevens/programma');
const bron = (regio: string): Inhoud => JSON.parse(readFileSync(path.join(map, `${regio}.json`), 'utf8'));

type Lid = Doen['lidmaatschappen'][number];
const doe = (actor: Actor, lidmaatschappen: Lid[] = []): Doen => ({
  db,
  actor,
  lidmaatschappen,
  vandaag,
  nu,
});
const inlezen = doe({ soort: 'stelsel', taak: 'inlezen' });

/** A person with one role, made by the system as the room of access would. */
async function maakMens(rol: Lid['rol'], regio: string, gemeente: string | null): Promise<Doen> {
  const id = crypto.randomUUID();
  const org = crypto.randomUUID();
  await metActor(db, { soort: 'stelsel', taak: 'proef' }, vandaag, async tx => {
    await sql`insert into toegang.organisatie (id, naam, soort, regio) values (${org}, 'Voorbeeldorganisatie', 'samenwerkingsverband', ${regio})`.execute(
      tx,
    );
    await sql`insert into toegang.persoon (id, naam, email, email_index, sleutel_id) values (${id}, ''::bytea, ''::bytea, ${Buffer.from(id)}, 'geen')`.execute(
      tx,
    );
    await sql`insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, gemeente, van)
      values (${crypto.randomUUID()}, ${id}, ${org}, ${rol}, ${regio}, ${gemeente}, '2026-01-01')`.execute(
      tx,
    );
  });
  return doe({ soort: 'persoon', id }, [{ rol, organisatieId: org, regio, gemeente }]);
}

beforeAll(async () => {
  for (const r of ['kennemerland', 'noord-holland-noord', 'zaanstreek-waterland']) {
    expect((await leesProgrammaIn(inlezen, bron(r), [], true)).ok).toBe(true);
  }
});

const lees = (d: Doen, regio: string, weergave: 'openbaar' | 'werk') =>
  metActor(db, d.actor, vandaag, tx => findProgramma(tx, regio, weergave));

// @eis A3.1 A3.9
test('een ingelezen programma komt gelijk uit de database terug', async () => {
  for (const r of ['kennemerland', 'noord-holland-noord', 'zaanstreek-waterland']) {
    const b = bron(r);
    const uit = await metActor(db, PUBLIEK, vandaag, tx => schrijfProgrammaUit(tx, r, 'openbaar', []));
    expect({ ...uit, hulpaanbod: b.hulpaanbod, zelfscan: b.zelfscan }).toEqual(b);
  }
});

// @eis A3.9
test('een foutief bestand verandert niets', async () => {
  const voor = await lees(inlezen, 'kennemerland', 'werk');
  const kapot = bron('kennemerland') as Inhoud & { mijlpalen: Inhoud[] };
  kapot.mijlpalen[0] = { ...kapot.mijlpalen[0], titel: 'Anders', actie: '99' };
  const uit = await leesProgrammaIn(inlezen, kapot, [], true);
  expect(uit.ok).toBe(false);
  expect(await lees(inlezen, 'kennemerland', 'werk')).toEqual(voor);
});

// @eis A3.10
describe('rechten op het programma', () => {
  test('niemand (geen actor) ziet niets, het publiek ziet alleen wat gepubliceerd is', async () => {
    expect((await sql`select 1 from programma.onderdeel`.execute(db)).rows).toEqual([]);
    expect((await sql`select 1 from programma.onderdeel_versie`.execute(db)).rows).toEqual([]);
    expect(lijst((await lees(doe(PUBLIEK), 'kennemerland', 'openbaar'))!, 'raadsopmerking')).toHaveLength(37);
  });

  test('een concept van een projectleider is voor het publiek onzichtbaar tot publicatie', async () => {
    const leider = await maakMens('projectleider', 'kennemerland', null);
    const o = vind((await lees(leider, 'kennemerland', 'werk'))!, 'actie', '1')!;
    const wijziging = {
      regio: 'kennemerland',
      soort: 'actie' as const,
      code: '1',
      versie: o.versie,
      inhoud: { ...o.inhoud, titel: 'Nieuw concept' },
      reden: 'proef',
    };
    const na = await bewaarOnderdeel(leider, wijziging);
    expect(na.ok && na.waarde.versie).toBe(o.versie + 1);
    const publiek = doe(PUBLIEK);
    expect(vind((await lees(publiek, 'kennemerland', 'openbaar'))!, 'actie', '1')!.inhoud.titel).toBe(
      'Versterken lokale (wijk)teams',
    );
    const werk = await lees(publiek, 'kennemerland', 'werk');
    expect(werk && vind(werk, 'actie', '1')).toBeNull();
    expect((await publiceerOnderdeel(leider, { ...wijziging, versie: o.versie + 1 })).ok).toBe(true);
    expect(vind((await lees(publiek, 'kennemerland', 'openbaar'))!, 'actie', '1')!.inhoud.titel).toBe(
      'Nieuw concept',
    );
  });

  test('een beleidsmedewerker wijzigt alleen opmerkingen van de eigen gemeente', async () => {
    const haarlem = await maakMens('beleidsmedewerker', 'kennemerland', 'GM0392');
    const werk = (await lees(haarlem, 'kennemerland', 'werk'))!;
    const van = (gemeente: string) =>
      lijst(werk, 'raadsopmerking').find(o => o.inhoud.gemeente === gemeente)!;
    const poging = (o: ReturnType<typeof van>) =>
      bewaarOnderdeel(haarlem, {
        regio: 'kennemerland',
        soort: o.soort,
        code: o.code,
        versie: o.versie,
        inhoud: { ...o.inhoud, antwoord: 'Bijgewerkt' },
        reden: null,
      });
    expect((await poging(van('Haarlem'))).ok).toBe(true);
    expect(await poging(van('Velsen'))).toMatchObject({ ok: false, weigering: { code: 'niet_gevonden' } });
    expect(await poging(vind(werk, 'actie', '1')!)).toMatchObject({
      ok: false,
      weigering: { code: 'niet_gevonden' },
    });
    // Also when the use case would be bypassed: row security itself refuses.
    const velsen = van('Velsen');
    await metActor(db, haarlem.actor, vandaag, async tx => {
      const r = await sql`update programma.onderdeel set openbare_versie = 1 where id = ${velsen.id}`.execute(
        tx,
      );
      expect(r.numAffectedRows).toBe(0n);
    });
    await expect(
      metActor(db, haarlem.actor, vandaag, tx =>
        sql`insert into programma.onderdeel_versie (onderdeel_id, versie, inhoud, geldig_vanaf, vastgelegd, door) values (${velsen.id}, 9, '{}', '2026-01-01', now(), 'x')`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('een opmerking kan niet naar een andere gemeente worden verhuisd', async () => {
    const haarlem = await maakMens('beleidsmedewerker', 'kennemerland', 'GM0392');
    const o = lijst((await lees(haarlem, 'kennemerland', 'werk'))!, 'raadsopmerking').find(
      x => x.inhoud.gemeente === 'Haarlem',
    )!;
    const r = await bewaarOnderdeel(haarlem, {
      regio: 'kennemerland',
      soort: o.soort,
      code: o.code,
      versie: o.versie,
      inhoud: { ...o.inhoud, gemeente: 'Velsen' },
      reden: null,
    });
    expect(r).toMatchObject({ ok: false, weigering: { code: 'niet_gevonden' } });
  });

  test('wie een verouderde versie bewaart, krijgt die van de ander te zien en overschrijft niets', async () => {
    const een = await maakMens('projectleider', 'zaanstreek-waterland', null);
    const o = vind((await lees(een, 'zaanstreek-waterland', 'werk'))!, 'mijlpaal', 'ZW-M01')!;
    const w = (titel: string) => ({
      regio: 'zaanstreek-waterland',
      soort: o.soort,
      code: o.code,
      versie: o.versie,
      inhoud: { ...o.inhoud, titel },
      reden: null,
    });
    const uitkomsten = await Promise.all([
      bewaarOnderdeel(een, w('Van A')),
      bewaarOnderdeel(een, w('Van B')),
    ]);
    const gelukt = uitkomsten.filter(u => u.ok);
    expect(gelukt).toHaveLength(1);
    const verlorenWeigering = uitkomsten.find(u => !u.ok);
    expect(verlorenWeigering).toMatchObject({
      weigering: {
        code: 'conflict',
        versie: o.versie + 1,
        nu: { inhoud: { titel: (gelukt[0] as { waarde: { inhoud: Inhoud } }).waarde.inhoud.titel } },
      },
    });
  });
});
