import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Weigering } from '#kern/resultaat/index.ts';
import { metActor, type Pool, type Transactie } from '#platform/db/index.ts';
import type { Klok } from '#platform/klok/index.ts';
import { bewaarAanlevering } from '../db/aanlevering-opslag.ts';
import { findIngelezenBestand } from '../db/inlezing-opslag.ts';
import type { Regio } from '../domain/plaats.ts';
import { listRegios } from './gegevensbestanden.ts';
import { beproef, biedAan, type Inlezer, kenmerkVan, kiesInlezing, leesIn } from './lees-in.ts';
import { invoermapteksten as t } from './teksten-invoermap.ts';

/** What the work on the folder needs. */
export interface Invoermap {
  db: Pool['db'];
  klok: Klok;
  /** The folder; in it one per region, named by the region's id. */
  map: string;
}

/** A file that is written to within this time may still be growing. */
const RUST_MS = 60_000;
const SOORTEN = /\.(csv|xlsx|json)$/i;
const HOOGSTENS_PER_BEURT = 50;
const MAX_BYTES = 20 * 1024 * 1024;

interface Afloop {
  uitkomst: 'verwerkt' | 'geweigerd';
  verslag: string;
  inlezingId: string | null;
}

/** Thrown to undo the trial of a file that turns out wrong; carries why. */
class Afgekeurd extends Error {
  readonly verslag: string;
  constructor(verslag: string) {
    super('afgekeurd');
    this.verslag = verslag;
  }
}

const meldingVan = (w: Weigering): string =>
  [w.melding, ...Object.values(w.velden ?? {})].filter(Boolean).join(' ') || w.code;

/** Imports one file, all of it or nothing. Throws Afgekeurd, so that nothing of it stays. */
async function leesBestandIn(
  tx: Transactie,
  v: { regio: Regio; bestandsnaam: string; inhoud: Buffer },
  wie: Inlezer,
): Promise<Afloop> {
  const eerder = await findIngelezenBestand(tx, v.regio.id, kenmerkVan(v.inhoud));
  if (eerder) return { uitkomst: 'verwerkt', verslag: t.eerder, inlezingId: eerder.id };
  const { bestandsnaam, inhoud } = v;
  const aanbod = await biedAan(tx, { regio: v.regio.id, bestandsnaam, inhoud, weg: 'map' }, wie);
  if (!aanbod.ok) throw new Afgekeurd(meldingVan(aanbod.weigering));
  const id = aanbod.waarde;
  const proef = await beproef(tx, id, wie.vandaag);
  if (!proef) throw new Afgekeurd(t.onleesbaar);
  const keuzes = proef.inlezing.keuzes;
  const bronTitel = keuzes.bronTitel || t.bron(bestandsnaam);
  const gekozen = { ...keuzes, bronTitel, plek: keuzes.plek || t.plek, openbaarheid: 'intern' as const };
  const beeld = await kiesInlezing(tx, id, gekozen, wie);
  if (!beeld.ok) throw new Afgekeurd(meldingVan(beeld.weigering));
  const { fouten, veldfouten } = beeld.waarde;
  if (fouten.length > 0 || Object.keys(veldfouten).length > 0) {
    throw new Afgekeurd(t.fouten([...Object.values(veldfouten), ...fouten.map(f => t.fout(f))]));
  }
  const uit = await leesIn(tx, id, wie);
  if (!uit.ok) throw new Afgekeurd(meldingVan(uit.weigering));
  return { uitkomst: 'verwerkt', verslag: t.ingelezen(uit.waarde, keuzes.overgeslagen ?? 0), inlezingId: id };
}

async function verwerk(
  m: Invoermap,
  regio: Regio,
  bestandsnaam: string,
  inhoud: Buffer | 'te_groot',
): Promise<Afloop> {
  const actor = { soort: 'stelsel' as const, taak: 'inlezen' };
  const vandaag = m.klok.vandaag();
  const nu = m.klok.nu();
  const kenmerk = kenmerkVan(Buffer.from(inhoud));
  const naam = bestandsnaam.replace(/[^\p{L}\p{N}._ -]/gu, '').slice(0, 200) || 'bestand';
  const bewaar = (tx: Transactie, a: Afloop) =>
    bewaarAanlevering(tx, { regio: regio.id, bestandsnaam: naam, kenmerk, ...a }, nu);
  try {
    return await metActor(m.db, actor, vandaag, async tx => {
      if (inhoud === 'te_groot') throw new Afgekeurd(t.teGroot);
      const wie: Inlezer = { actor, organisatieId: null, vandaag, nu };
      const afloop = await leesBestandIn(tx, { regio, bestandsnaam, inhoud }, wie);
      await bewaar(tx, afloop);
      return afloop;
    });
  } catch (e) {
    if (!(e instanceof Afgekeurd)) throw e;
    const afloop = { uitkomst: 'geweigerd' as const, verslag: e.verslag.slice(0, 20_000), inlezingId: null };
    await metActor(m.db, actor, vandaag, tx => bewaar(tx, afloop));
    return afloop;
  }
}

/** Moves a file with its report beside it; a name that is taken gets the moment before it. */
async function ruimOp(m: Invoermap, map: string, naam: string, a: Afloop): Promise<void> {
  const doel = path.join(map, a.uitkomst);
  await mkdir(doel, { recursive: true });
  const vrij = await stat(path.join(doel, naam)).then(
    () => `${m.klok.nu().epochMilliseconds}-${naam}`,
    () => naam,
  );
  await writeFile(path.join(doel, `${vrij}.txt`), `${a.verslag}\n`, 'utf8');
  await rename(path.join(map, naam), path.join(doel, vrij));
}

/** The content of a file that has come to rest; null when it is still being written. */
async function leesInRust(m: Invoermap, pad: string): Promise<Buffer | 'te_groot' | null> {
  const voor = await stat(pad);
  if (m.klok.nu().epochMilliseconds - voor.mtimeMs < RUST_MS) return null;
  if (voor.size > MAX_BYTES) return 'te_groot';
  const inhoud = await readFile(pad);
  const na = await stat(pad);
  return na.size === voor.size && na.mtimeMs === voor.mtimeMs ? inhoud : null;
}

async function werkRegioBij(m: Invoermap, regio: Regio, signaal: AbortSignal): Promise<number> {
  const map = path.join(m.map, regio.id);
  const inhoud = await readdir(map, { withFileTypes: true }).catch(() => []);
  const namen = inhoud.filter(d => d.isFile() && SOORTEN.test(d.name) && !d.name.startsWith('.'));
  let gedaan = 0;
  for (const { name } of namen.toSorted((a, b) => (a.name < b.name ? -1 : 1)).slice(0, HOOGSTENS_PER_BEURT)) {
    if (signaal.aborted) break;
    const bestand = await leesInRust(m, path.join(map, name));
    if (bestand === null) continue;
    await ruimOp(m, map, name, await verwerk(m, regio, name, bestand));
    gedaan++;
  }
  return gedaan;
}

/**
 * Imports what lies in the folder, region by region, as actor `stelsel:inlezen` and for internal use; each file all of
 * it or nothing. What was done is moved to 'verwerkt', what was refused to 'geweigerd', each with a report beside it.
 * A file that was imported before brings nothing new, so this may be repeated. Gives how many files were dealt with.
 */
export async function werkInvoermapBij(
  m: Invoermap,
  signaal: AbortSignal = new AbortController().signal,
): Promise<number> {
  let samen = 0;
  for (const regio of listRegios()) samen += await werkRegioBij(m, regio, signaal);
  return samen;
}
