import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { maakPrivacy, type Privacy } from '#modules/privacy/module.ts';
import type { Instellingen } from '#platform/config/index.ts';
import { StartFout } from '#platform/db/index.ts';
import { type Klok, systeemklok } from '#platform/klok/index.ts';
import { type Kluis, KluisWeigering } from '#platform/kluis/index.ts';
import { herschrijf, TERUGGEZET } from '#platform/reservekopie/index.ts';
import type { Taken } from '#platform/taken/index.ts';
import { type Databanken, dataMap, openDatabanken } from '../databank.ts';
import { openKluis } from './platform.ts';
import { wisteksten } from './wis-teksten.ts';

interface Wisgrond {
  instellingen: Instellingen;
  databanken: Databanken;
  klok: Klok;
  kluis: Kluis;
  taken?: Taken;
}

/** The room of privacy, with the way to rewrite the disk that this installation has. */
export function maakPrivacykamer(g: Wisgrond): Privacy {
  const { ingebed, app } = g.databanken;
  const eigenaar = ingebed ? ingebed.beheer('lange_adem') : g.instellingen.eigenaarUrl;
  return maakPrivacy({
    kluis: g.kluis,
    db: app.db,
    klok: g.klok,
    sleutelmap: g.instellingen.sleutelmap,
    ...(g.taken ? { taken: g.taken } : {}),
    ...(eigenaar
      ? { herschrijf: t => herschrijf({ verbinding: eigenaar, tabellen: t, eigenServer: ingebed !== null }) }
      : {}),
  });
}

const merkpad = (i: Instellingen) => path.join(dataMap(i), TERUGGEZET);

/**
 * Refuses to serve what must not be served: a restored folder on which the erasure list was not replayed, a list that
 * is older than the database, a list that cannot be read. Replays what is missing (a crash, a folder put back by hand).
 */
export async function zekerGewist(
  i: Instellingen,
  privacy: Privacy,
  meld: (tekst: string) => void,
): Promise<void> {
  if (!i.databaseUrl && existsSync(merkpad(i))) throw new StartFout(wisteksten.nietNagespeeld);
  if ((await privacy.vergelijk()).onbekend.length > 0) throw new StartFout(wisteksten.lijstOuder);
  try {
    const aantal = await privacy.speelNa();
    if (aantal > 0) meld(wisteksten.nagespeeld(aantal));
  } catch (e) {
    if (e instanceof KluisWeigering) throw new StartFout(e.message);
    throw e;
  }
}

/**
 * `npm run naspelen`: brings a restored database to this release, replays the erasure list on it and rewrites the disk.
 * Afterwards it may be served. Exit code 1 on a refusal.
 */
export async function opdrachtNaspelen(
  i: Instellingen,
  schrijf: (regel: string) => void = console.log,
): Promise<number> {
  const databanken = await openDatabanken(i, 'start', () => {});
  try {
    const kluis = openKluis(i, databanken.demo);
    const privacy = maakPrivacykamer({ instellingen: i, databanken, klok: systeemklok, kluis });
    if ((await privacy.vergelijk()).onbekend.length > 0) throw new StartFout(wisteksten.lijstOuder);
    schrijf(wisteksten.nagespeeld(await privacy.speelNa()));
    await privacy.ruimSchijfOp();
    rmSync(merkpad(i), { force: true });
    return 0;
  } finally {
    await databanken.sluit();
  }
}
