import { beforeAll, expect, test } from 'vitest';
import { registreer } from '#modules/programma/module.ts';
import {
  type Lezer,
  leesProgrammas,
  maakMens,
  maakProefapp,
  publiek,
} from '#modules/programma/testing/proefapp.ts';
import { leesProgrammaIn, schrijfProgrammaUit } from '#modules/programma/usecases/bestand.ts';
import { listEigenConcepten, publiceer } from '#modules/programma/usecases/concepten.ts';
import { metActor } from '#platform/db/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const db = proef.app.db;
const vandaag = Temporal.PlainDate.from('2026-11-22');
const nu = Temporal.Instant.from('2026-11-22T09:00:00Z');
let leider: Lezer;
const { haal } = maakProefapp(db, a =>
  registreer(a, {
    gemeenteSlug: () => null,
    cijferPaneel: async () => [],
    actieCijfers: async () => [],
  } as Parameters<typeof registreer>[1]),
);
beforeAll(async () => {
  await leesProgrammas(db, [], ['kennemerland']);
  leider = await maakMens(db, 'projectleider', 'kennemerland');
});

// @eis A5.3 A3.10
test('aanval: een ingelezen concept verandert de openbare volgorde niet', async () => {
  const pagina = async () => (await haal('/regio/kennemerland/programma.json', publiek)).text();
  const voor = await pagina();
  const ruw = await metActor(db, leider.actor, vandaag, tx =>
    schrijfProgrammaUit(tx, 'kennemerland', 'werk', []),
  );
  const omgekeerd = {
    ...ruw,
    partners: [...((ruw?.partners as unknown[]) ?? [])].reverse(),
    raadsopmerkingen: [...((ruw?.raadsopmerkingen as unknown[]) ?? [])].reverse(),
  };
  const uit = await leesProgrammaIn(
    { db, ...leider, vandaag, nu },
    JSON.parse(JSON.stringify(omgekeerd)),
    [],
    { regio: 'kennemerland' },
  );
  expect(uit.ok).toBe(true);
  expect((await pagina()) === voor).toBe(true);

  // What was moved waits among the drafts, and is public once it is published.
  const d = { db, ...leider, vandaag, nu };
  const verplaatst = await metActor(db, leider.actor, vandaag, tx =>
    listEigenConcepten(tx, d, 'kennemerland'),
  );
  expect(verplaatst.length).toBeGreaterThan(1);
  const items = verplaatst.map(({ soort, code, versie }) => ({ soort, code, versie }));
  expect((await publiceer(d, 'kennemerland', items)).ok).toBe(true);
  const codes = (tekst: string) => JSON.parse(tekst).partners.map((x: { naam: string }) => x.naam);
  expect(codes(await pagina())).toEqual(codes(voor).reverse());
  expect(await metActor(db, leider.actor, vandaag, tx => listEigenConcepten(tx, d, 'kennemerland'))).toEqual(
    [],
  );
});
