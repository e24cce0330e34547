import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Instellingen } from '#platform/config/index.ts';
import { startIngebed } from '#platform/db/index.ts';
import { systeemklok } from '#platform/klok/index.ts';
import { KluisWeigering, leesHoofdsleutel } from '#platform/kluis/index.ts';
import { type Kopieverslag, maakReservekopie } from './maak.ts';
import { kopiemapBij, ruimKopieenOp } from './ruimop.ts';
import { kopieteksten } from './teksten.ts';
import { zetTerug } from './terug.ts';
import { KopieWeigering } from './weigering.ts';

type Schrijf = (regel: string) => void;

/** A refusal becomes one Dutch line and exit code 1; anything else is a bug and is thrown on. */
async function metWeigering(schrijf: Schrijf, werk: () => Promise<void>): Promise<number> {
  try {
    await werk();
    return 0;
  } catch (e) {
    if (!(e instanceof KopieWeigering || e instanceof KluisWeigering)) throw e;
    schrijf(e.message);
    return 1;
  }
}

const maten = (v: Kopieverslag) => kopieteksten.maten(v.bytes, v.duur, v.tabellen, v.rijen);

/**
 * `npm run reservekopie [-- bestand]`: copies the embedded database, also while the application works.
 * Without a name: a dated file in the folder `<LA_DATA>-kopie`, from which copies older than LA_KOPIE_DAGEN then go.
 */
export function opdrachtReservekopie(
  i: Instellingen,
  argumenten: readonly string[],
  schrijf: Schrijf = console.log,
): Promise<number> {
  return metWeigering(schrijf, async () => {
    if (i.databaseUrl) throw new KopieWeigering('eigen_server');
    if (!existsSync(path.join(i.data, 'lange-adem.json'))) throw new KopieWeigering('geen_database');
    const hoofdsleutel = leesHoofdsleutel(i);
    const stempel = systeemklok.nu().round('second').toString().replaceAll(/[-:]/g, '');
    const kopiemap = kopiemapBij(i.data);
    const doel = argumenten[0] ?? path.join(kopiemap, `lange-adem-${stempel}.lakopie`);
    const server = await startIngebed(i.data);
    try {
      const v = await maakReservekopie({ server, map: i.data, hoofdsleutel, doel, klok: systeemklok });
      schrijf(kopieteksten.gemaakt(v.bestand));
      schrijf(maten(v));
      const oud = ruimKopieenOp(kopiemap, i.kopieDagen, systeemklok.nu(), doel);
      if (oud.length > 0) schrijf(kopieteksten.verwijderd(oud, i.kopieDagen));
      schrijf(kopieteksten.sleutelsApart(i.sleutelmap));
    } finally {
      // A server that was running already belongs to the application.
      if (!server.overgenomen) await server.stop();
    }
  });
}

/**
 * `npm run terugzetten -- <bestand>`: restores a copy into the empty folder that LA_DATA names, and has `naspelen` erase
 * on it what was erased since. When that fails the folder keeps its mark and is not served.
 */
export function opdrachtTerugzetten(
  i: Instellingen,
  argumenten: readonly string[],
  naspelen: (i: Instellingen, schrijf: Schrijf) => Promise<number>,
  schrijf: Schrijf = console.log,
): Promise<number> {
  return metWeigering(schrijf, async () => {
    if (i.databaseUrl) throw new KopieWeigering('eigen_server');
    const bron = argumenten[0];
    if (bron === undefined) {
      schrijf(kopieteksten.gebruikTerugzetten);
      throw new KopieWeigering('bron_ontbreekt');
    }
    const v = await zetTerug({ bron, map: i.data, hoofdsleutel: leesHoofdsleutel(i), klok: systeemklok });
    schrijf(kopieteksten.teruggezet(i.data));
    schrijf(maten(v));
    if ((await naspelen(i, schrijf)) !== 0) throw new KopieWeigering('niet_nagespeeld');
    schrijf(kopieteksten.sleutelsApart(i.sleutelmap));
  });
}
