import type { Transactie } from '#platform/db/index.ts';
import { listBewaartermijnen } from '../db/bewaren.ts';
import {
  type Bewaarkandidaat,
  boekVernietiging,
  findKandidaat,
  findUitvoerregel,
  insertLijst,
  type Lijstregel,
  listKandidaten,
  slaOver,
  sluitLijsten,
  type Uitvoerregel,
} from '../db/vernietigen.ts';
import { type Bewaaroordeel, type Bewaartermijn, beoordeelBewaring } from '../domain/bewaren.ts';
import { alsStelsel, type Wisdiensten } from './diensten.ts';
import { houdPersoonAan, wisPersoon } from './persoon-wissen.ts';
import { vernietigSleutels, wisDossier } from './wissen.ts';

const grondVan = (o: Bewaaroordeel) => `${o.termijn.wet} art. ${o.termijn.artikel}`;

function alsLijstregel(k: Bewaarkandidaat, o: Bewaaroordeel): Lijstregel {
  return {
    dossier: k.dossier,
    soort: k.soort,
    jaar: k.vanaf.year,
    vervallenOp: o.vervallenOp.toString(),
    grond: grondVan(o),
  };
}

/** The day before which no file can be due: the shortest term that holds. Null when there is none. */
function vroegste(
  termijnen: readonly Bewaartermijn[],
  vandaag: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const jaren = termijnen.map(t => t.jaren);
  return jaren.length === 0 ? null : vandaag.subtract({ years: Math.min(...jaren) });
}

/**
 * The system proposes: every file whose term is over and that nothing holds, on one list per organisation. Nothing is
 * destroyed by it. Returns the number of files proposed.
 */
export async function stelVernietigingVoor(d: Wisdiensten): Promise<number> {
  const vandaag = d.klok.vandaag();
  return alsStelsel(d, async tx => {
    const termijnen = await listBewaartermijnen(tx);
    const voor = vroegste(termijnen, vandaag);
    if (voor === null) return 0;
    const perLijst = new Map<string, { k: Bewaarkandidaat; regels: Lijstregel[] }>();
    for (const k of await listKandidaten(tx, voor)) {
      const o = beoordeelBewaring(k, termijnen, vandaag);
      if (!o.ok || o.waarde.stand !== 'vervallen') continue;
      const sleutel = `${k.organisatie} ${k.regio}`;
      const lijst = perLijst.get(sleutel) ?? { k, regels: [] };
      lijst.regels.push(alsLijstregel(k, o.waarde));
      perLijst.set(sleutel, lijst);
    }
    for (const { k, regels } of perLijst.values()) {
      await insertLijst(
        tx,
        { regio: k.regio, organisatie: k.organisatie, aanleiding: 'bewaartermijn' },
        regels,
      );
    }
    return [...perLijst.values()].reduce((n, l) => n + l.regels.length, 0);
  });
}

/**
 * Carries out what two people agreed to, one file in a transaction, until nothing is left or `signaal` aborts: it may be
 * stopped and repeated at any moment. A hold that came after the agreement still wins. Returns what was destroyed.
 */
export async function voerVernietigingUit(
  d: Wisdiensten,
  signaal?: AbortSignal,
): Promise<{ vernietigd: number }> {
  let vernietigd = 0;
  for (let na: string | null = null; !signaal?.aborted; ) {
    const uit = await voerRegelUit(d, na);
    if (uit === null) break;
    na = uit.regel;
    vernietigd += uit.vernietigd ? 1 : 0;
  }
  await alsStelsel(d, sluitLijsten);
  return { vernietigd };
}

async function voerRegelUit(
  d: Wisdiensten,
  na: string | null,
): Promise<{ regel: string; vernietigd: boolean } | null> {
  const uit = await alsStelsel(d, async tx => {
    const regel = await findUitvoerregel(tx, na);
    if (regel === null) return null;
    if (regel.omvang === 'persoon') return { regel: regel.id, sleutels: await voerPersoonUit(d, tx, regel) };
    const kandidaat = await findKandidaat(tx, regel.dossier);
    const tegen =
      kandidaat === null ? 'dossier_weg' : bezwaar(regel, kandidaat, await listBewaartermijnen(tx), d);
    if (tegen !== null) {
      await slaOver(tx, regel.id, tegen);
      return { regel: regel.id, sleutels: null };
    }
    await boekVernietiging(tx, regel);
    return { regel: regel.id, sleutels: await wisDossier(d, tx, regel.dossier) };
  });
  if (uit?.sleutels) await vernietigSleutels(d, uit.sleutels);
  return uit && { regel: uit.regel, vernietigd: uit.sleutels !== null };
}

/** One person, while his files go on: the keys to destroy; null when it cannot be done now. */
async function voerPersoonUit(d: Wisdiensten, tx: Transactie, regel: Uitvoerregel): Promise<string[] | null> {
  if (await houdPersoonAan(tx, regel)) return null;
  await boekVernietiging(tx, regel);
  return wisPersoon(d, tx, regel.persoon ?? '');
}

/** Why this file stays after all; null when nothing is against it. */
function bezwaar(
  regel: Uitvoerregel,
  k: Bewaarkandidaat,
  termijnen: readonly Bewaartermijn[],
  d: Wisdiensten,
): string | null {
  const [aanhouding] = k.aanhoudingen;
  if (aanhouding !== undefined) return aanhouding;
  if (regel.aanleiding === 'verzoek') return null;
  const o = beoordeelBewaring(k, termijnen, d.klok.vandaag());
  if (!o.ok) return 'geen_bewaartermijn';
  return o.waarde.stand === 'vervallen' ? null : (o.waarde.redenen[0] ?? 'intussen_gewijzigd');
}
