import { maakUitnameboek } from '#platform/audit/index.ts';
import type { Databank } from '#platform/db/index.ts';
import type { App } from '#platform/http/index.ts';
import type { Klok } from '#platform/klok/index.ts';
import { type Kluis, maakWislijst } from '#platform/kluis/index.ts';
import type { Taken } from '#platform/taken/index.ts';
import { TE_HERSCHRIJVEN } from './db/wissen.ts';
import { kijkGebruikNa } from './usecases/logboek-opvallend.ts';
import {
  type Logwisdiensten,
  speelUitnamesNa,
  stelLogboekVoor,
  voerLogboekUit,
} from './usecases/logboek-vernietigen.ts';
import { stelVernietigingVoor, voerVernietigingUit } from './usecases/vernietigen.ts';
import { stelVerzoekenVoor, voerVerzoekenUit } from './usecases/verzoek-vernietigen.ts';
import {
  ruimSchijfOp,
  speelWislijstNa,
  telVuil,
  vergelijkWislijst,
  type Wisverschil,
} from './usecases/wissen.ts';
import { registreerLogboek } from './web/logboek.tsx';
import { registreerOpvallend } from './web/logboek-opvallend.tsx';
import { registreer } from './web/routes.tsx';

export interface Privacyopties {
  kluis: Kluis;
  db: Databank;
  klok: Klok;
  /** Key folder: the erasure list lies beside the keys. */
  sleutelmap: string;
  /** Background work; without it lists are carried out by nobody. */
  taken?: Taken;
  /** Rewrites these tables on disk, so that what was deleted is in no file any more. */
  herschrijf?: (tabellen: readonly string[]) => Promise<void>;
}

/** The room as `app.ts` composes it. */
export interface Privacy {
  /** Adds the pages. */
  registreer(app: App): void;
  /** What the erasure list and this database say of each other. */
  vergelijk(): Promise<Wisverschil>;
  /** Replays the erasure list and what was taken out of the log on this database; returns how many lines were missing. Before anything is served. */
  speelNa(): Promise<number>;
  /** Rewrites the disk after erasures; returns after how many. Does nothing without a way to rewrite. */
  ruimSchijfOp(): Promise<number>;
  /** Erasures of which the disk was not rewritten yet, and whether this installation can do that. */
  schijf(): Promise<{ wacht: number; kan: boolean }>;
}

export function maakPrivacy(o: Privacyopties): Privacy {
  const d: Logwisdiensten = {
    ...{ db: o.db, klok: o.klok, kluis: o.kluis, wislijst: maakWislijst(o.sleutelmap) },
    uitnames: maakUitnameboek(o.sleutelmap, o.kluis),
  };
  const { taken, herschrijf } = o;
  const kamer: Privacy = {
    registreer: app => {
      registreer(app, { ...d, voerUit: taken ? () => taken.stuur('vernietigen') : null });
      registreerLogboek(app, o);
      registreerOpvallend(app, o);
    },
    vergelijk: () => vergelijkWislijst(d),
    speelNa: async () => {
      await speelUitnamesNa(d);
      return speelWislijstNa(d);
    },
    ruimSchijfOp: () => ruimSchijfOp(d, herschrijf ? () => herschrijf(TE_HERSCHRIJVEN) : null),
    schijf: async () => ({ wacht: await telVuil(d), kan: herschrijf !== undefined }),
  };
  if (taken) planWerk(taken, d, kamer);
  return kamer;
}

/** Proposals and the rewriting of the disk by night; carrying out as soon as two people agreed, and every hour. */
function planWerk(taken: Taken, d: Logwisdiensten, kamer: Privacy): void {
  taken.registreer(
    'vernietiging_voorstellen',
    async () => {
      await stelVernietigingVoor(d);
      await stelVerzoekenVoor(d);
      await stelLogboekVoor(d);
    },
    { eenTegelijk: true },
  );
  taken.registreer(
    'vernietigen',
    async (_, { signaal }) => {
      await kamer.speelNa();
      await voerVernietigingUit(d, signaal);
      await voerVerzoekenUit(d, signaal);
      await voerLogboekUit(d, signaal);
    },
    { eenTegelijk: true, maxDuur: 3600 },
  );
  taken.registreer('wissen_van_schijf', () => kamer.ruimSchijfOp(), { eenTegelijk: true, maxDuur: 4 * 3600 });
  taken.registreer('gebruik_nakijken', () => kijkGebruikNa(d.db, d.klok.vandaag(), d.klok.nu()), {
    eenTegelijk: true,
  });
  taken.plan('gebruik_nakijken', '20 4 * * *');
  taken.plan('vernietiging_voorstellen', '10 2 * * 1');
  taken.plan('vernietigen', '5 * * * *');
  taken.plan('wissen_van_schijf', '40 3 * * *');
}
