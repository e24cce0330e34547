import { gelukt, geweigerd, nietGevonden, type Result } from '#kern/resultaat/index.ts';
import { heeftRol } from '#modules/toegang/index.ts';
import { metActor } from '#platform/db/index.ts';
import { bewaarInlezing, findInlezing, verwijderInlezing } from '../db/inlezing.ts';
import type { Bestandsfout } from '../domain/bestand.ts';
import type { Inhoud } from '../domain/veld.ts';
import { type Celplek, uitWerkboek, type Werkboekfout } from '../domain/werkboek.ts';
import { type AnderDeel, type Inleesuitkomst, leesProgrammaIn } from './bestand.ts';
import type { Doen } from './doen.ts';
import { leesSpreadsheet } from './spreadsheet.ts';

/** Largest file that is read. */
export const GROOTSTE_BESTAND = 5 * 1024 * 1024;

/** A fault in an offered file: in its layout, or in its content with its cell when it was a workbook. */
export type Inleesfout = { vorm: Werkboekfout } | { inhoud: Bestandsfout; plek: Celplek | null };

export type Proefweigering =
  | {
      code:
        | 'leeg'
        | 'te_groot'
        | 'geen_json'
        | 'geen_programma'
        | 'kapot'
        | 'te_groot_uitgepakt'
        | 'te_veel_rijen';
    }
  | { code: 'fouten'; fouten: Inleesfout[] }
  | { code: 'niet_gevonden' }
  | { code: 'veranderd' };

type Geopend = { bestand: Inhoud; plek: ((f: Bestandsfout) => Celplek) | null; vorm: Werkboekfout[] };

/** May this person read files in for this region? */
export const magInlezen = (d: Pick<Doen, 'lidmaatschappen'>, regio: string): boolean =>
  heeftRol(d.lidmaatschappen, ['projectleider'], { regio });

async function open(b: Buffer): Promise<Result<Geopend, Proefweigering>> {
  if (b.length === 0) return geweigerd({ code: 'leeg' });
  if (b.length > GROOTSTE_BESTAND) return geweigerd({ code: 'te_groot' });
  if (b.subarray(0, 2).toString('latin1') === 'PK') {
    const bladen = await leesSpreadsheet(b);
    if (!bladen.ok) return bladen;
    const boek = uitWerkboek(bladen.waarde);
    return gelukt({ bestand: boek.bestand, plek: boek.plek, vorm: boek.fouten });
  }
  let ruw: unknown;
  try {
    ruw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(b));
  } catch {
    return geweigerd({ code: 'geen_json' });
  }
  if (typeof ruw !== 'object' || ruw === null || Array.isArray(ruw))
    return geweigerd({ code: 'geen_programma' });
  return gelukt({ bestand: ruw as Inhoud, plek: null, vorm: [] });
}

/**
 * Tries an offered file (JSON or XLSX, judged by its content): every fault with its place, or what reading it
 * in would do. Nothing of the programme changes; the file is kept for the confirmation.
 */
export async function proefInlezen(
  d: Doen,
  regio: string,
  b: Buffer,
  delen: readonly AnderDeel[],
): Promise<Result<{ id: string; uitkomst: Inleesuitkomst }, Proefweigering>> {
  if (!magInlezen(d, regio) || d.actor.soort !== 'persoon')
    return geweigerd(nietGevonden() as { code: 'niet_gevonden' });
  const geopend = await open(b);
  if (!geopend.ok) return geopend;
  const { bestand, plek, vorm } = geopend.waarde;
  if (vorm.length > 0) return geweigerd({ code: 'fouten', fouten: vorm.map(v => ({ vorm: v })) });
  const uit = await leesProgrammaIn(d, bestand, delen, { regio, proef: true });
  if (!uit.ok) {
    if (uit.weigering.code !== 'bestandsfouten') return geweigerd(uit.weigering);
    const fouten = uit.weigering.fouten.map(f => ({ inhoud: f, plek: plek?.(f) ?? null }));
    return geweigerd({ code: 'fouten', fouten });
  }
  const id = crypto.randomUUID();
  const { stand } = uit.waarde;
  const persoon = d.actor.id;
  await metActor(d.db, d.actor, d.vandaag, tx =>
    bewaarInlezing(tx, { id, regio, persoon, inhoud: bestand, stand, nu: d.nu }),
  );
  return gelukt({ id, uitkomst: uit.waarde });
}

/** Reads in the file that was tried, if the programme still stands as it was shown. */
export async function bevestigInlezen(
  d: Doen,
  regio: string,
  id: string,
  delen: readonly AnderDeel[],
): Promise<Result<Inleesuitkomst, Proefweigering>> {
  if (!magInlezen(d, regio)) return geweigerd(nietGevonden() as { code: 'niet_gevonden' });
  const inlezing = await metActor(d.db, d.actor, d.vandaag, tx => findInlezing(tx, id, regio, d.nu));
  if (!inlezing) return geweigerd({ code: 'veranderd' });
  const uit = await leesProgrammaIn(d, inlezing.inhoud, delen, { regio, stand: inlezing.stand });
  if (!uit.ok) {
    if (uit.weigering.code !== 'bestandsfouten') return geweigerd(uit.weigering);
    return geweigerd({ code: 'fouten', fouten: uit.weigering.fouten.map(f => ({ inhoud: f, plek: null })) });
  }
  await metActor(d.db, d.actor, d.vandaag, tx => verwijderInlezing(tx, id));
  return gelukt(uit.waarde);
}
