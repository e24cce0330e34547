import { legVerwerkingVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { listBewaartermijnen } from '../db/bewaren.ts';
import { boekVernietiging, slaOver, sluitLijsten } from '../db/vernietigen.ts';
import {
  findVerzoekkandidaat,
  findVerzoekregel,
  insertVerzoeklijst,
  listVerzoekkandidaten,
  type Verzoekkandidaat,
  type Verzoekregel,
} from '../db/verzoek-vernietigen.ts';
import { beoordeelBewaring } from '../domain/bewaren.ts';
import { alsStelsel, type Wisdiensten } from './diensten.ts';
import { vernietigSleutels, wis } from './wissen.ts';

/**
 * The system proposes: every closed request whose term is over and whose file nothing holds, on a list of its own per
 * organisation. Returns the number proposed.
 */
export async function stelVerzoekenVoor(d: Wisdiensten): Promise<number> {
  const vandaag = d.klok.vandaag();
  return alsStelsel(d, async tx => {
    const termijnen = await listBewaartermijnen(tx);
    const vervallen = (await listVerzoekkandidaten(tx)).flatMap(k => {
      const o = beoordeelBewaring(k, termijnen, vandaag);
      if (!o.ok || o.waarde.stand !== 'vervallen') return [];
      const { termijn, vervallenOp } = o.waarde;
      const regel: Verzoekregel = {
        verzoek: k.verzoek,
        soort: k.soort,
        jaar: k.vanaf.year,
        vervallenOp: vervallenOp.toString(),
        grond: `${termijn.wet} art. ${termijn.artikel}`,
      };
      return [{ k, regel }];
    });
    for (const lijst of Map.groupBy(vervallen, x => `${x.k.organisatie} ${x.k.regio}`).values()) {
      const [eerste] = lijst;
      if (eerste)
        await insertVerzoeklijst(
          tx,
          eerste.k,
          lijst.map(x => x.regel),
        );
    }
    return vervallen.length;
  });
}

/**
 * Destroys the requests that two people agreed to, one in a transaction, until nothing is left or `signaal` aborts: it may
 * be stopped and repeated at any moment. A hold that came after the agreement still wins. Returns how many went.
 */
export async function voerVerzoekenUit(d: Wisdiensten, signaal?: AbortSignal): Promise<number> {
  let vernietigd = 0;
  for (let na: string | null = null; !signaal?.aborted; ) {
    const uit = await voerVerzoekUit(d, na);
    if (uit === null) break;
    na = uit.regel;
    vernietigd += uit.sleutels ? 1 : 0;
    await vernietigSleutels(d, uit.sleutels ?? []);
  }
  await alsStelsel(d, sluitLijsten);
  return vernietigd;
}

function voerVerzoekUit(
  d: Wisdiensten,
  na: string | null,
): Promise<{ regel: string; sleutels: string[] | null } | null> {
  return alsStelsel(d, async tx => {
    const regel = await findVerzoekregel(tx, na);
    if (regel === null) return null;
    const k = await findVerzoekkandidaat(tx, regel.verzoek);
    const tegen = k ? await bezwaar(tx, k, d) : 'verzoek_weer_open';
    if (!k || tegen !== null) {
      await slaOver(tx, regel.id, tegen ?? 'verzoek_weer_open');
      return { regel: regel.id, sleutels: null };
    }
    await boekVernietiging(tx, regel);
    return { regel: regel.id, sleutels: await wisVerzoek(d, tx, k) };
  });
}

/** Why this request stays after all; null when nothing is against it. */
async function bezwaar(tx: Transactie, k: Verzoekkandidaat, d: Wisdiensten): Promise<string | null> {
  const o = beoordeelBewaring(k, await listBewaartermijnen(tx), d.klok.vandaag());
  if (!o.ok) return 'geen_bewaartermijn';
  return o.waarde.stand === 'vervallen' ? null : (o.waarde.redenen[0] ?? 'intussen_gewijzigd');
}

/** Erases one request in the transaction of the caller; returns the keys to destroy after the commit. */
async function wisVerzoek(d: Wisdiensten, tx: Transactie, k: Verzoekkandidaat): Promise<string[]> {
  await legVerwerkingVast(tx, {
    handeling: 'verwijderen',
    soort: 'verzoek',
    object: k.verzoek,
    dossier: k.dossier,
    betrokkenen: k.betrokkene ? [k.betrokkene] : [],
    activiteit: 'rechten_betrokkenen',
  });
  return wis(d, tx, [{ soort: 'verzoek', id: k.verzoek }], k.sleutel ? [k.sleutel] : []);
}
