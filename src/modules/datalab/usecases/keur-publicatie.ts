import { createHash } from 'node:crypto';
import { waaromNietInDruk } from '#kern/onthulling/index.ts';
import {
  conflict,
  gelukt,
  geweigerd,
  nietGevonden,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import { pasToe } from '#kern/toestand/index.ts';
import { logGebruik } from '#platform/audit/index.ts';
import { actorTekst, type Transactie } from '#platform/db/index.ts';
import {
  findPublicatie,
  findWerk,
  isVeranderdSinds,
  listCellen,
  wachtOpPublicatiebeurt,
  zetToestand,
  zetWie,
} from '../db/publicatie-opslag.ts';
import {
  type Publicatie,
  type Publicatiecel,
  type Publicatiehandeling,
  type Publicatierol,
  type Publicatiewerk,
  publicatietabel,
  zegelstof,
} from '../domain/publicatie.ts';
import type { Inlezer } from './lees-in.ts';

/** The fingerprint of a release (SHA-256 over what a reader sees). */
export const zegelVan = (p: Publicatie, cellen: readonly Publicatiecel[]): string =>
  createHash('sha256').update(zegelstof(p, cellen)).digest('hex');

export interface Handelingsvraag {
  readonly id: string;
  readonly handeling: Publicatiehandeling;
  readonly versie: number;
  readonly reden: string;
  readonly rollen: readonly Publicatierol[];
}

interface Geladen {
  readonly p: Publicatie;
  readonly w: Publicatiewerk;
  readonly cellen: readonly Publicatiecel[];
}

const MOET_OPNIEUW =
  'Sinds de berekening is er iets veranderd: een cijfer is herzien, of er is iets anders gepubliceerd. Maak een nieuw concept met dezelfde keuze.';

/** Why this draft cannot go on to print; null when it can. */
async function belet(tx: Transactie, x: Geladen): Promise<Weigering | null> {
  if (x.p.waarborg !== 'veilig')
    return weigering(
      'niet_veilig',
      'De toets vond dit niet veilig. Voeg samen of kies minder, en maak een nieuw concept.',
    );
  if (!x.p.bewezen) return weigering('niet_bewezen', 'Het bewijs is nog niet klaar. Kijk straks opnieuw.');
  const indicatoren = [...new Set(x.cellen.map(c => c.indicator))];
  if (await isVeranderdSinds(tx, x.p.id, indicatoren)) return weigering('veranderd', MOET_OPNIEUW);
  return null;
}

async function biedAan(tx: Transactie, x: Geladen): Promise<Result<null, Weigering>> {
  const nee = await belet(tx, x);
  if (nee) return geweigerd(nee);
  await zetToestand(tx, x.p.id, { naar: 'aangeboden', zegel: zegelVan(x.p, x.cellen) });
  return gelukt(null);
}

/** Puts in print what a colleague prepared. One at a time per region, and only when nothing came in between. */
async function keurGoed(tx: Transactie, x: Geladen, wie: Inlezer): Promise<Result<null, Weigering>> {
  await wachtOpPublicatiebeurt(tx, x.p.regio);
  const door = actorTekst(wie.actor);
  if (door === x.w.voorbereidDoor)
    return geweigerd(weigering('zelfde_persoon', 'U heeft dit voorbereid. Een collega moet het goedkeuren.'));
  const nee = await belet(tx, x);
  if (nee) return geweigerd(nee);
  const zegelNu = zegelVan(x.p, x.cellen);
  const { methode } = x.p;
  const waarom =
    methode === 'overgenomen' || waaromNietInDruk({ ...x.p, methode, vierOgen: true, zegelNu }) !== null;
  if (waarom) return geweigerd(weigering('niet_veilig', MOET_OPNIEUW));
  await zetWie(tx, x.p.id, { goedgekeurdDoor: door });
  await zetToestand(tx, x.p.id, { naar: 'gepubliceerd', vierOgen: true, gepubliceerd: wie.nu });
  return gelukt(null);
}

type Doe = (tx: Transactie, x: Geladen, wie: Inlezer, reden: string) => Promise<Result<null, Weigering>>;

const doen: Readonly<Record<Publicatiehandeling, Doe>> = {
  bied_aan: biedAan,
  keur_goed: keurGoed,
  async wijs_af(tx, x, _wie, reden) {
    await zetWie(tx, x.p.id, { redenAfwijzing: reden });
    await zetToestand(tx, x.p.id, { naar: 'concept' });
    return gelukt(null);
  },
  async trek_in(tx, x, wie, reden) {
    await zetWie(tx, x.p.id, { ingetrokkenDoor: actorTekst(wie.actor) });
    await zetToestand(tx, x.p.id, { naar: 'ingetrokken', ingetrokken: wie.nu, reden });
    return gelukt(null);
  },
  async laat_vervallen(tx, x) {
    await zetToestand(tx, x.p.id, { naar: 'vervallen' });
    return gelukt(null);
  },
};

/** Does one act on a release, when this person may do it now and nobody was before him. */
export async function doePublicatie(
  tx: Transactie,
  v: Handelingsvraag,
  wie: Inlezer,
): Promise<Result<null, Weigering>> {
  const p = await findPublicatie(tx, v.id, true);
  const w = p && (await findWerk(tx, v.id));
  if (!p || !w) return geweigerd(nietGevonden());
  if (p.versie !== v.versie) return geweigerd(conflict(p.versie));
  const mag = pasToe(publicatietabel, p.toestand, v.handeling, {
    rollen: v.rollen,
    velden: { reden: v.reden },
  });
  if (!mag.ok) return mag;
  const cellen = await listCellen(tx, p.id);
  const uit = await doen[v.handeling](tx, { p, w, cellen }, wie, v.reden.trim().slice(0, 1000));
  await logGebruik(tx, {
    handeling: `publicatie.${v.handeling}`,
    soort: 'publicatie',
    object: p.id,
    uitkomst: uit.ok ? 'toegestaan' : 'geweigerd',
    details: { naar: mag.waarde.naar, ...(p.zegel ? { zegel: p.zegel } : {}) },
  });
  return uit;
}
