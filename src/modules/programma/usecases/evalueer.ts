import {
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
} from '#kern/resultaat/index.ts';
import { pasToe } from '#kern/toestand/index.ts';
import {
  type Opdrachtstand,
  type Reeksopdracht,
  toetsReeksopdracht,
  voerReeksopdrachtUit,
} from '#modules/datalab/index.ts';
import { actorTekst, metActor, type Transactie } from '#platform/db/index.ts';
import { bewaarStand, bewaarUitkomst, voegEvaluatieToe, wachtOpEvaluatie } from '../db/evaluatie.ts';
import { findOnderdeel, type Vastlegging } from '../db/repository.ts';
import {
  EVALUATIETABEL,
  type Evaluatiehandeling,
  toetsVraagtekst,
  type Verwachting,
  type Vraagtekst,
} from '../domain/evaluatie.ts';
import type { Onderdeel } from '../domain/programma.ts';
import { isSchrijfbaar } from '../domain/tekens.ts';
import type { Doen } from './doen.ts';
import { type Evaluatie, type Evaluatieinhoud, evaluatierollen, listEvaluaties } from './evaluatie.ts';

/** A question as it was filled in. */
export interface Evaluatieopdracht extends Vraagtekst {
  readonly regio: string;
  /** Code of the action. */
  readonly actie: string;
  readonly verwachting: Verwachting;
  readonly opdracht: Reeksopdracht;
  /** Number of the evaluation that this is a new version of. */
  readonly vorige: number | null;
}

/** Where the answer of the datalab belongs on the form. */
const VELDEN: Readonly<Record<string, string>> = {
  reeks_onbekend: 'reeks',
  controle_onbekend: 'controle',
  controle_past_niet: 'controle',
  controle_nul: 'controle',
  periode_onleesbaar: 'van',
  periode_omgekeerd: 'tot',
  breuk: 'van',
  ingreep_buiten_periode: 'ingreep',
  seizoen_past_niet: 'seizoen',
  kleine_telling: 'reeks',
  nog_niet_compleet: 'tot',
  geen_punten: 'tot',
};

/** Refusals carry the field of the form and a code for its text. */
const fout = (code: string) => geweigerd(ongeldig({ [VELDEN[code] ?? 'reeks']: code }));

function vastleggingVan(d: Doen, regio: string, reden: string | null): Vastlegging {
  const [rol] = evaluatierollen(d.lidmaatschappen, regio);
  return { nu: d.nu, vandaag: d.vandaag, door: actorTekst(d.actor), doorRol: rol ?? null, reden };
}

interface Toetsing {
  readonly actie: Onderdeel;
  readonly stand: Opdrachtstand;
}

async function toets(tx: Transactie, d: Doen, w: Evaluatieopdracht): Promise<Result<Toetsing, Weigering>> {
  const mag = evaluatierollen(d.lidmaatschappen, w.regio).length > 0;
  const actie = mag ? await findOnderdeel(tx, w.regio, 'actie', w.actie) : null;
  if (!actie) return geweigerd(nietGevonden());
  const vorige = (await listEvaluaties(tx, actie.id)).find(e => e.nummer === w.vorige);
  if (w.vorige !== null && !vorige) return geweigerd(nietGevonden());
  const teksten = toetsVraagtekst(w, w.opdracht.controle !== null);
  if (Object.keys(teksten).length > 0) return geweigerd(ongeldig(teksten));
  const stand = await toetsReeksopdracht(tx, w.regio, w.opdracht);
  return stand.ok ? gelukt({ actie, stand: stand.waarde }) : fout(stand.weigering.code);
}

/** What laying this question down would mean, without doing it: to check the answers before. */
export function beproefEvaluatie(d: Doen, w: Evaluatieopdracht): Promise<Result<Opdrachtstand, Weigering>> {
  return metActor(d.db, d.actor, d.vandaag, async tx => {
    const t = await toets(tx, d, w);
    return t.ok ? gelukt(t.waarde.stand) : t;
  });
}

/** Lays a question down under the next number of its action. From then on nobody changes it. */
export function legEvaluatieVast(d: Doen, w: Evaluatieopdracht): Promise<Result<number, Weigering>> {
  return metActor(d.db, d.actor, d.vandaag, async tx => {
    const t = await toets(tx, d, w);
    if (!t.ok) return t;
    const { actie, stand } = t.waarde;
    const naam = (a: Opdrachtstand['reeks']) => ({ naam: a.naam, plaatsnaam: a.plaatsnaam, bron: a.bron });
    const inhoud: Evaluatieinhoud = {
      vraag: w.vraag.trim(),
      waarom: w.waarom.trim(),
      controleWaarom: w.controleWaarom.trim(),
      verwachting: w.verwachting,
      opdracht: w.opdracht,
      reeks: naam(stand.reeks),
      controle: stand.controle && naam(stand.controle),
    };
    const { indicator, plaatssoort, plaats } = w.opdracht.reeks;
    const nieuw = {
      regio: w.regio,
      onderdeelId: actie.id,
      vorige: w.vorige,
      openbaarheid: stand.openbaarheid,
      gemeente: stand.gemeente,
      reeks: `${indicator} ${plaatssoort} ${plaats}`,
      inhoud,
      bekendTot: stand.bekendTot,
    };
    return gelukt(await voegEvaluatieToe(tx, nieuw, vastleggingVan(d, w.regio, null)));
  });
}

export interface Evaluatiedaad {
  readonly regio: string;
  readonly actie: string;
  readonly nummer: number;
  readonly handeling: Evaluatiehandeling;
  readonly reden: string;
}

/** Computes the answer on the figures of now and keeps it with the versions it was computed on. */
async function voerUit(
  tx: Transactie,
  d: Doen,
  regio: string,
  e: Evaluatie,
): Promise<Result<null, Weigering>> {
  const uit = await voerReeksopdrachtUit(tx, regio, e.inhoud.opdracht);
  if (!uit.ok) return geweigerd(ongeldig({ handeling: uit.weigering.code }));
  const { openbaarheid, uitslag, bevroren } = uit.waarde;
  await bewaarUitkomst(tx, { id: e.id, openbaarheid, uitslag, bevroren }, vastleggingVan(d, regio, null));
  return gelukt(null);
}

/** Answers a question, settles its result or withdraws it. */
export function doeEvaluatie(d: Doen, w: Evaluatiedaad): Promise<Result<null, Weigering>> {
  const rollen = evaluatierollen(d.lidmaatschappen, w.regio);
  return metActor(d.db, d.actor, d.vandaag, async tx => {
    const actie = rollen.length > 0 ? await findOnderdeel(tx, w.regio, 'actie', w.actie) : null;
    const gezien = actie && (await listEvaluaties(tx, actie.id)).find(e => e.nummer === w.nummer);
    if (!actie || !gezien) return geweigerd(nietGevonden());
    await wachtOpEvaluatie(tx, gezien.id);
    const e = (await listEvaluaties(tx, actie.id)).find(x => x.id === gezien.id) as Evaluatie;
    const reden = w.reden.trim();
    if (!isSchrijfbaar(reden)) return geweigerd(ongeldig({ reden: 'onbruikbaar_teken' }));
    const regel = pasToe(EVALUATIETABEL, e.toestand, w.handeling, { rollen, velden: { reden } });
    if (!regel.ok) return regel;
    if (w.handeling === 'voer_uit') {
      const uit = await voerUit(tx, d, w.regio, e);
      if (!uit.ok) return uit;
    }
    const stand = { id: e.id, toestand: regel.waarde.naar, reden: reden === '' ? null : reden };
    await bewaarStand(tx, stand, vastleggingVan(d, w.regio, stand.reden));
    return gelukt(null);
  });
}
