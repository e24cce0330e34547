// Who may see and do what in files of families, written from the text of issue 3 (C1.4, C2.1 to C2.6) and
// docs/adr/0010. Nothing here asks the application: it gets the bare facts of who has which relation.
import type { Dossierrol, Vrager } from './wie.ts';

export type Doel = 'behandeling' | 'regie' | 'overleg' | 'melder' | 'geheim_adres' | 'politie';

/** An open relation as it stands in the table. */
export interface Relatiefeit {
  wie: string;
  dossier: string;
  doel: Doel;
  organisatie: string;
  namens: string | null;
}

/** The bare facts of today. `wie` is an opaque id of a person, as everywhere below. */
export interface Feiten {
  relaties: readonly Relatiefeit[];
  /** Every relation that ever stood there, ended ones too: the list of who takes part shows them. */
  ooit: readonly Relatiefeit[];
  blokkades: readonly { wie: string; dossier: string | null; betrokkene: string | null }[];
  nood: readonly { wie: string; dossier: string; organisatie: string }[];
  dossiers: ReadonlyMap<string, { organisatie: string; regio: string }>;
  /** Offers of a file to another organisation (C2.3), open or accepted. */
  overdrachten: readonly { dossier: string; naar: string; aanvaard: boolean }[];
  /** Ids of notes and documents that are shared on a ground. */
  gedeeld: ReadonlySet<string>;
  /** Organisations that are a Veilig Thuis. */
  veiligThuizen: ReadonlySet<string>;
  /** Who each file is about. */
  betrokkenen: ReadonlyMap<string, readonly string[]>;
  /** Requests for access that are being carried out: somebody's identity is known and he was linked. */
  inzage: readonly { dossier: string; organisatie: string; betrokkene: string; door: string }[];
}

/** Somebody who works with families, for one organisation. */
export interface Werker extends Vrager {
  rol: Dossierrol;
  persoon: string;
  organisatie: string;
  regio: string;
}

export const isWerker = (v: Vrager): v is Werker => 'persoon' in v && 'organisatie' in v;

/** C2.4: a block wins over everything, on the file or on somebody whom it is about. */
export const geweerd = (f: Feiten, w: Werker, dossier: string): boolean =>
  f.blokkades.some(
    b =>
      b.wie === w.persoon &&
      (b.dossier === dossier ||
        (b.betrokkene !== null && (f.betrokkenen.get(dossier) ?? []).includes(b.betrokkene))),
  );

/** ADR 0010: the relations that count: of somebody who still has a role in casework, and is not blocked. */
const geldend = (f: Feiten, w: Werker, dossier: string): Relatiefeit[] =>
  w.rol === 'privacyfunctionaris' || geweerd(f, w, dossier)
    ? []
    : f.relaties.filter(r => r.wie === w.persoon && r.dossier === dossier);

const metDoel = (f: Feiten, w: Werker, dossier: string, ...doelen: Doel[]): Relatiefeit[] =>
  geldend(f, w, dossier).filter(r => doelen.includes(r.doel));

const inNood = (f: Feiten, w: Werker, dossier: string): boolean =>
  !geweerd(f, w, dossier) && f.nood.some(n => n.wie === w.persoon && n.dossier === dossier);

/** C2.1, C2.5: reads the file and its people. */
export const leestDossier = (f: Feiten, w: Werker, dossier: string): boolean =>
  metDoel(f, w, dossier, 'behandeling', 'regie', 'overleg').length > 0 || inNood(f, w, dossier);

/** Who is at a table meeting or took break-glass reads and does not write. */
export const schrijftDossier = (f: Feiten, w: Werker, dossier: string): boolean =>
  metDoel(f, w, dossier, 'behandeling', 'regie').length > 0;

export const voertRegie = (f: Feiten, w: Werker, dossier: string): boolean =>
  metDoel(f, w, dossier, 'regie').length > 0;

/** C1.4: a part with a rule of its own needs a relation of its own; break-glass never opens it (C2.5). */
export const heeftDoel = (f: Feiten, w: Werker, dossier: string, doel: Doel): boolean =>
  metDoel(f, w, dossier, doel).length > 0;

/** Notes and documents: of the own organisation, or shared on a ground. */
export const leestVanOrganisatie = (
  f: Feiten,
  w: Werker,
  dossier: string,
  van: { organisatie: string; gedeeld: boolean },
): boolean =>
  van.gedeeld
    ? leestDossier(f, w, dossier)
    : metDoel(f, w, dossier, 'behandeling', 'regie').some(r => r.organisatie === van.organisatie) ||
      (inNood(f, w, dossier) && w.organisatie === van.organisatie);

/** C1.4: what one party declared is for who directs, and for who works on behalf of that party. */
export const leestVerklaring = (f: Feiten, w: Werker, dossier: string, partij: string): boolean =>
  voertRegie(f, w, dossier) ||
  metDoel(f, w, dossier, 'behandeling', 'overleg').some(r => r.namens === partij);

/**
 * C1.4, C2.5: that somebody may see a part with a rule of its own says that there is one: it shows to who has that purpose
 * too. Who only reads does not learn which other organisations take part: one of them can be a shelter.
 */
const toontRelatie = (f: Feiten, w: Werker, r: Relatiefeit): boolean =>
  leestDossier(f, w, r.dossier) &&
  (['behandeling', 'regie', 'overleg'].includes(r.doel) || heeftDoel(f, w, r.dossier, r.doel)) &&
  (schrijftDossier(f, w, r.dossier) ||
    r.organisatie === f.dossiers.get(r.dossier)?.organisatie ||
    r.organisatie === w.organisatie);

/** A name of somebody who works: for himself, for who gives out his work or watches it, and by a relation that shows. */
const kentDeelnemer = (f: Feiten, w: Werker, p: { wie: string; organisatie: string }): boolean =>
  w.persoon === p.wie ||
  ((w.rol === 'teamleider' || w.rol === 'privacyfunctionaris') && w.organisatie === p.organisatie) ||
  f.ooit.some(r => r.wie === p.wie && toontRelatie(f, w, r));

/** Taken over: the file is held by this organisation too. */
const overgenomen = (f: Feiten, w: Werker, dossier: string): boolean =>
  f.overdrachten.some(o => o.dossier === dossier && o.aanvaard && o.naar === w.organisatie);

/** C2.1: a team leader gives out the work of the own organisation, by number and date. */
export const verdeelt = (f: Feiten, w: Werker, dossier: string): boolean =>
  w.rol === 'teamleider' &&
  (f.dossiers.get(dossier)?.organisatie === w.organisatie || overgenomen(f, w, dossier));

/** C2.3: what is offered to the own organisation is known to it, by number. */
const isAangeboden = (f: Feiten, w: Werker, dossier: string): boolean =>
  w.rol !== 'privacyfunctionaris' &&
  f.overdrachten.some(o => o.dossier === dossier && o.naar === w.organisatie);

/** C2.5: break-glass is told to who directs, and judged by a privacy officer; who took it knows his own reason. */
export const leestNoodreden = (f: Feiten, w: Werker, dossier: string, nemer: string): boolean =>
  w.persoon === nemer ||
  voertRegie(f, w, dossier) ||
  (w.rol === 'privacyfunctionaris' && f.dossiers.get(dossier)?.regio === w.regio);

/** C2.3: finding by the radar is within the task of Veilig Thuis: for its own intake, not for that of others. */
export const magRadar = (f: Feiten, w: Werker): boolean =>
  w.rol === 'intaker' && f.veiligThuizen.has(w.organisatie);

/** C4.4: the privacy officer of the holder reads, for an open request, what its organisation wrote; never another part. */
const voertInzageUit = (f: Feiten, w: Werker, p: Plek): boolean =>
  w.rol === 'privacyfunctionaris' &&
  !geweerd(f, w, p.dossier) &&
  f.inzage.some(
    i =>
      i.dossier === p.dossier &&
      i.organisatie === w.organisatie &&
      (p.deel === 'gezin' ||
        (p.deel === 'verklaring' && i.door === 'zelf' && p.partij === i.betrokkene) ||
        ((p.deel === 'notitie' || p.deel === 'document') &&
          p.oud !== true &&
          p.organisatie === i.organisatie)),
  );

/** What was hidden, and where. */
export type Plek = { dossier: string } & (
  | { deel: 'nummer' | 'gezin' | 'melder' | 'geheim_adres' | 'politie' }
  // An earlier version is not shared with what stands there now.
  | { deel: 'notitie' | 'document'; organisatie: string; id: string; oud?: boolean }
  | { deel: 'verklaring'; partij: string }
  // Of a draft of a new file: no file yet.
  | { deel: 'concept' | 'noodreden'; van: string }
  | { deel: 'verzoek'; organisatie: string }
  | { deel: 'deelnemer'; wie: string; organisatie: string }
);

/** May this be seen by this visitor, today? */
export function magZien(f: Feiten, v: Vrager, p: Plek): boolean {
  if (!isWerker(v)) return false;
  if (voertInzageUit(f, v, p)) return true;
  switch (p.deel) {
    case 'gezin':
      return leestDossier(f, v, p.dossier);
    case 'nummer':
      return (
        leestDossier(f, v, p.dossier) ||
        (!geweerd(f, v, p.dossier) && (verdeelt(f, v, p.dossier) || isAangeboden(f, v, p.dossier))) ||
        (v.rol === 'privacyfunctionaris' && f.dossiers.get(p.dossier)?.regio === v.regio)
      );
    case 'melder':
    case 'geheim_adres':
    case 'politie':
      return heeftDoel(f, v, p.dossier, p.deel);
    case 'notitie':
    case 'document':
      return leestVanOrganisatie(f, v, p.dossier, {
        organisatie: p.organisatie,
        gedeeld: f.gedeeld.has(p.id) && p.oud !== true,
      });
    case 'verklaring':
      return leestVerklaring(f, v, p.dossier, p.partij);
    case 'concept':
      return v.persoon === p.van && (p.dossier === '' || leestDossier(f, v, p.dossier));
    case 'noodreden':
      return leestNoodreden(f, v, p.dossier, p.van);
    case 'deelnemer':
      return kentDeelnemer(f, v, p);
    case 'verzoek':
      // C4.4: a request is the privacy officer's, and of who directs the file that it is about: two people decide.
      return (
        (v.rol === 'privacyfunctionaris' &&
          v.organisatie === p.organisatie &&
          (p.dossier === '' || !geweerd(f, v, p.dossier))) ||
        (p.dossier !== '' && voertRegie(f, v, p.dossier))
      );
  }
}
