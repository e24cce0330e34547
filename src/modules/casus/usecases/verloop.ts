import { conflict, gelukt, geweigerd, type Result, type Weigering } from '#kern/resultaat/index.ts';
import { pasToe } from '#kern/toestand/index.ts';
import { heropenDossier, legVerwerkingVast, sluitDossier } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { findCasus, type Openstelling, zetFase, zetStand } from '../db/casussen.ts';
import { insertNotitie } from '../db/notities.ts';
import { FASEN, type Fase } from '../domain/codes.ts';
import { leesKeuze, leesTekst } from '../domain/velden.ts';
import { type Casushandeling, type Casusrol, VERLOOP } from '../domain/verloop.ts';
import { type Doen, verwerking } from './doen.ts';
import { hash, metSchrijfplaats, plek, type Schrijfplaats } from './geheim.ts';
import { mensenVan } from './notitie.ts';

/** In what capacity the actor works in a file, for the transition table. */
export const rollenVan = (open: Openstelling): Casusrol[] => [
  ...(open.regie ? (['regie'] as const) : []),
  ...(open.bewerkt ? (['behandeling'] as const) : []),
];

/** Writes a decision into the file as a note: who decided what and why stays with the file. */
async function schrijfBesluit(tx: Transactie, d: Doen, s: Schrijfplaats, tekst: string): Promise<void> {
  const id = crypto.randomUUID();
  const inhoud = d.kluis.versleutel(s.sleutel, tekst, plek.notitie(id, 1));
  const versieinhoud = d.kluis.versleutel(s.sleutel, tekst, plek.notitieversie(id, 1));
  const rij = { id, casus: s.casus.id, organisatie: s.organisatie, soort: 'besluit' as const };
  await insertNotitie(tx, { ...rij, overDag: d.vandaag.toString(), inhoud, versieinhoud }, d.nu.toString());
  await legVerwerkingVast(
    tx,
    verwerking('wijzigen', 'casus', s.casus.id, {
      object: s.casus.id,
      betrokkenen: await mensenVan(tx, s.casus.id),
      inhoudHash: hash(inhoud),
    }),
  );
}

export interface Besluit {
  versie: number;
  reden: string;
  /** The sentence that stands before the reason in the note, by the phase in which the file stands. */
  kop: (fase: Fase) => string;
}

/**
 * Closes or reopens a file, with a reason. Closing ends every relation with it, also that of who closes. Refuses
 * `niet_gevonden`, `niet_toegestaan_overgang`, `ongeldig` (reason) and `conflict`.
 */
export function zetCasus(
  d: Doen,
  casus: string,
  handeling: Casushandeling,
  b: Besluit,
): Promise<Result<{ id: string }, Weigering>> {
  const wat = { handeling: 'wijzigen', soort: 'casus' } as const;
  return metSchrijfplaats<{ id: string }, Weigering>(d, casus, 'dossier', wat, async (tx, s) => {
    const invoer = { rollen: rollenVan(s.open), velden: { reden: b.reden } };
    const mag = pasToe(VERLOOP, s.casus.stand, handeling, invoer);
    if (!mag.ok) return mag;
    const reden = leesTekst(b.reden);
    if (!reden.ok) return geweigerd({ code: 'ongeldig', velden: { reden: reden.weigering.code } });
    if (!(await zetStand(tx, s.casus.id, b.versie, mag.waarde.naar))) {
      return geweigerd(conflict((await findCasus(tx, s.casus.id))?.versie ?? b.versie));
    }
    await schrijfBesluit(tx, d, s, `${b.kop(s.casus.fase)}\n\n${reden.waarde}`);
    // Last, because with it the actor's own right ends.
    if (handeling === 'sluit') {
      const dicht = await sluitDossier(tx, s.casus.id);
      return dicht.ok ? gelukt({ id: s.casus.id }) : dicht;
    }
    await heropenDossier(tx, s.casus.id);
    return gelukt({ id: s.casus.id });
  });
}

/** Moves a file to another phase: a decision with a reason, never a computed one; a step back is always possible. */
export function verzetFase(
  d: Doen,
  casus: string,
  naar: string,
  b: Besluit,
): Promise<Result<{ id: string }, Weigering>> {
  const wat = { handeling: 'wijzigen', soort: 'casus' } as const;
  return metSchrijfplaats<{ id: string }, Weigering>(d, casus, 'dossier', wat, async (tx, s) => {
    const fase = leesKeuze(naar, FASEN);
    const reden = leesTekst(b.reden);
    const fouten = {
      ...(fase.ok ? {} : { fase: fase.weigering.code }),
      ...(reden.ok ? {} : { reden: reden.weigering.code }),
    };
    if (!fase.ok || !reden.ok) return geweigerd({ code: 'ongeldig', velden: fouten });
    if (!(await zetFase(tx, s.casus.id, b.versie, fase.waarde))) {
      return geweigerd(conflict((await findCasus(tx, s.casus.id))?.versie ?? b.versie));
    }
    await schrijfBesluit(tx, d, s, `${b.kop(s.casus.fase)}\n\n${reden.waarde}`);
    return gelukt({ id: s.casus.id });
  });
}
