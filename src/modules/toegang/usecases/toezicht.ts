import type { Transactie } from '#platform/db/index.ts';
import type { Blokkade } from './blokkade.ts';
import { listBlokkades } from './blokkade.ts';
import { type Collega, listCollegas, namenVan } from './collega.ts';
import type { Diensten } from './diensten.ts';
import { noemDossiers } from './dossierlening.ts';
import { listNoodtoegang, listTeBeoordelen, type Noodtoegang } from './noodtoegang.ts';
import { listOverdrachten, type Overdracht } from './overdracht.ts';
import { legVerwerkingVast } from './verwerking.ts';

export type { Collega } from './collega.ts';

/** What these pages stand on. */
export type Leesdienst = Pick<Diensten, 'kluis' | 'dossiers'>;

const lijst = (soort: string) => ({
  handeling: 'lijst' as const,
  soort,
  object: null,
  dossier: null,
  activiteit: 'toezicht_op_toegang',
});

export interface Noodregel extends Noodtoegang {
  naam: string;
  /** How the file is called. */
  dossier: string;
}
export interface Noodblad {
  /** What waits for this privacy officer; null for who is none. */
  teBeoordelen: Noodregel[] | null;
  /** Break-glass on files that this reader directs. */
  inEigenRegie: Noodregel[];
}

/** The queue of the privacy officer, and what was taken on files that the reader directs; logged as a list that was seen. */
export async function leesNoodblad(d: Leesdienst, tx: Transactie, lezer: string): Promise<Noodblad> {
  const open = await listTeBeoordelen(tx, d.kluis, lezer);
  const alle = (await listNoodtoegang(tx, d.kluis)).filter(n => n.persoonId !== lezer);
  const rest = alle.filter(n => !(open ?? []).some(o => o.id === n.id));
  if (open === null) await legVerwerkingVast(tx, lijst('noodtoegang'));
  const samen = [...(open ?? []), ...rest];
  const namen = await namenVan(
    tx,
    d.kluis,
    samen.map(n => n.persoonId),
  );
  const noem = await noemDossiers(
    d.dossiers,
    tx,
    samen.map(n => n.dossierId),
  );
  const metNaam = (n: Noodtoegang): Noodregel => ({
    ...n,
    naam: namen.get(n.persoonId) ?? '',
    dossier: noem(n.dossierId),
  });
  return {
    teBeoordelen: open?.map(metNaam) ?? null,
    // A privacy officer sees what is judged in the log; here only who directs the file reads on.
    inEigenRegie: open === null ? rest.map(metNaam) : [],
  };
}

export interface Overdrachtregel extends Overdracht {
  dossier: string;
}
export interface Overdrachtblad {
  regels: Overdrachtregel[];
  /** Whom the reader can allot to, per organisation of which he is team leader; never himself. */
  collegas: Collega[];
}

/** The offers that this reader may see, with whom he can allot to; logged as a list that was seen. */
export async function leesOverdrachtblad(
  d: Leesdienst,
  tx: Transactie,
  lezer: string,
): Promise<Overdrachtblad> {
  const regels = await listOverdrachten(tx);
  const noem = await noemDossiers(
    d.dossiers,
    tx,
    regels.map(r => r.dossierId),
  );
  await legVerwerkingVast(tx, lijst('overdracht'));
  return {
    regels: regels.map(r => ({ ...r, dossier: noem(r.dossierId) })),
    collegas: (await listCollegas(tx, d.kluis)).filter(
      c => c.persoonId !== lezer && c.rollen.some(r => r !== 'privacyfunctionaris'),
    ),
  };
}

export interface Blokkaderegel extends Blokkade {
  naam: string;
  /** How the file is called; null when the block is on a person. */
  dossier: string | null;
}
export interface Blokkadeblad {
  regels: Blokkaderegel[];
  /** Whom the reader can bar; never himself. */
  collegas: Collega[];
}

/** Whom this privacy officer can bar of his own organisation, never himself; logged as a list that was seen. */
export async function leesWeerblad(d: Leesdienst, tx: Transactie, lezer: string): Promise<Collega[]> {
  const collegas = (await listCollegas(tx, d.kluis)).filter(c => c.persoonId !== lezer);
  await legVerwerkingVast(tx, lijst('blokkade'));
  return collegas;
}

/** The blocks that this reader may see, with whom he can bar; logged as a list that was seen. */
export async function leesBlokkadeblad(d: Leesdienst, tx: Transactie, lezer: string): Promise<Blokkadeblad> {
  const regels = await listBlokkades(tx);
  const namen = await namenVan(
    tx,
    d.kluis,
    regels.map(r => r.persoonId),
  );
  const noem = await noemDossiers(
    d.dossiers,
    tx,
    regels.map(r => r.dossierId),
  );
  await legVerwerkingVast(tx, lijst('blokkade'));
  return {
    regels: regels.map(r => ({
      ...r,
      naam: namen.get(r.persoonId) ?? '',
      dossier: r.dossierId === null ? null : noem(r.dossierId),
    })),
    collegas: (await listCollegas(tx, d.kluis)).filter(c => c.persoonId !== lezer),
  };
}
