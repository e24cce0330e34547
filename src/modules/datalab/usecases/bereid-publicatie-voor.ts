import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { teleenheidVan } from '#kern/onthulling/index.ts';
import {
  gelukt,
  geweigerd,
  ongeldig,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import { logGebruik } from '#platform/audit/index.ts';
import { actorTekst, type Transactie } from '#platform/db/index.ts';
import { listBijdragers } from '../db/bijdrager-opslag.ts';
import { listGemeenten } from '../db/gemeente-opslag.ts';
import { listIndicatoren } from '../db/indicator-opslag.ts';
import {
  bewaarConcept,
  bewaarWaarheid,
  isCodeVrij,
  listEerderGedrukt,
  wachtOpPublicatiebeurt,
} from '../db/publicatie-opslag.ts';
import { listWaarnemingen } from '../db/waarneming-opslag.ts';
import { slugVan } from '../domain/gemeente.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Publicatiekeuze } from '../domain/publicatie.ts';
import {
  type Gekozen,
  gebiedenVan,
  isPubliceerbaar,
  kiesCellen,
  regelVan,
  uitOpenbareBronnen,
} from '../domain/stelkeuze.ts';
import { naarJson } from '../domain/stelvorm.ts';
import { type AlInDruk, maakTabelstel, type Tabelstel } from '../domain/tabelstel.ts';
import { type Gebied, type Indicatorsom, sleutelVan } from '../domain/verbanden.ts';
import { findRegio, leesJson } from './gegevensbestanden.ts';
import type { Inlezer } from './lees-in.ts';

const sommenBestand = z.array(
  z.strictObject({
    som: z.string(),
    delen: z.array(z.string()).min(1),
    volledig: z.boolean(),
    bron: z.string().min(1),
  }),
);

let sommen: readonly Indicatorsom[] | null = null;
/** Which indicators are sums of others; with their source in the file. */
export function listSommen(): readonly Indicatorsom[] {
  sommen ??= sommenBestand.parse(leesJson('optellingen.json'));
  return sommen;
}

function veldfoutenVan(k: Publicatiekeuze): Record<string, string> {
  const uit: Record<string, string> = {};
  if (k.titel.trim().length < 3 || k.titel.length > 160)
    uit['titel'] = 'Geef de publicatie een titel van 3 tot 160 tekens.';
  if (k.indicatoren.length === 0) uit['indicatoren'] = 'Kies minstens één indicator.';
  if (k.niveaus.length === 0) uit['niveaus'] = 'Kies minstens één niveau.';
  if (k.meetperioden.length === 0) uit['meetperioden'] = 'Kies minstens één soort periode.';
  if (!Number.isInteger(k.vanJaar) || !Number.isInteger(k.totEnMetJaar) || k.vanJaar > k.totEnMetJaar)
    uit['van_jaar'] = 'Kies een eerste jaar dat niet na het laatste ligt.';
  if (k.toelichting.length > 4000) uit['toelichting'] = 'Maak de toelichting korter dan 4.000 tekens.';
  return uit;
}

const inDruk = (c: Awaited<ReturnType<typeof listEerderGedrukt>>[number]): AlInDruk => ({
  indicator: c.indicator,
  definitieversie: c.definitieversie,
  plaats: c.plaats,
  van: c.van,
  tot: c.tot,
  waarde: c.waarde,
  getoond: c.getoond,
  rond:
    c.aard === 'gerond' ? { basis: c.basis, ruim: c.ruim, nooitNul: true, nulGevoelig: c.nulGevoelig } : null,
});

/** All indicators that hang together with the chosen ones by a sum, themselves included. */
function samenhang(codes: readonly string[]): Set<string> {
  const uit = new Set(codes);
  for (let n = -1; n !== uit.size; ) {
    n = uit.size;
    for (const { som, delen } of listSommen()) {
      const kring = [som, ...delen];
      if (kring.some(c => uit.has(c))) for (const c of kring) uit.add(c);
    }
  }
  return uit;
}

interface Stof {
  readonly gebieden: readonly Gebied[];
  readonly indicatoren: readonly Indicator[];
  readonly gekozen: readonly Gekozen[];
  readonly alInDruk: readonly AlInDruk[];
}

/** The chosen counts, and everything that is in print already of whatever hangs together with them. */
async function leesStof(tx: Transactie, k: Publicatiekeuze): Promise<Result<Stof, Weigering>> {
  const regio = findRegio(k.regio);
  if (!regio) throw new Error('unknown region');
  const indicatoren = await listIndicatoren(tx);
  const gebieden = gebiedenVan(regio.id, await listGemeenten(tx, regio.id));
  const [gebied] = gebieden;
  if (!gebied) throw new Error('region without an area');
  const waarnemingen = await listWaarnemingen(tx, { regio: regio.id });
  const wie = await listBijdragers(tx, regio.id);
  const mag = new Set(indicatoren.filter(isPubliceerbaar).map(i => i.code));
  const gekozen = kiesCellen(
    waarnemingen.filter(w => mag.has(w.indicator)),
    k,
    { gebied, naam: regio.naam },
    id => wie.get(id) ?? null,
  );
  if (!gekozen.ok) return gekozen;
  const samen = samenhang(k.indicatoren);
  const eerder = (await listEerderGedrukt(tx, regio.id)).filter(c => samen.has(c.indicator)).map(inDruk);
  return gelukt({
    gebieden,
    indicatoren,
    gekozen: gekozen.waarde,
    alInDruk: [...eerder, ...uitOpenbareBronnen(waarnemingen, samen)],
  });
}

/** A set of tables for a choice, as it would be protected now. Nothing is stored. */
export async function stelSamen(
  tx: Transactie,
  k: Publicatiekeuze,
): Promise<Result<{ stel: Tabelstel; gekozen: readonly Gekozen[] }, Weigering>> {
  const fouten = veldfoutenVan(k);
  if (Object.keys(fouten).length > 0) return geweigerd(ongeldig(fouten));
  const stof = await leesStof(tx, k);
  if (!stof.ok) return stof;
  const { gebieden, indicatoren, gekozen, alInDruk } = stof.waarde;
  const stel = maakTabelstel({
    cellen: gekozen,
    alInDruk,
    gebieden,
    sommen: listSommen(),
    regelVan: regelVan(indicatoren),
    methode: k.methode,
  });
  return stel.ok ? gelukt({ stel: stel.waarde, gekozen }) : stel;
}

async function vrijeCode(tx: Transactie, k: Publicatiekeuze): Promise<string> {
  const basis = `${slugVan(k.titel).slice(0, 60) || 'publicatie'}`;
  for (let n = 1; ; n++) {
    const code = n === 1 ? basis : `${basis}-${n}`;
    if (await isCodeVrij(tx, k.regio, code)) return code;
  }
}

type Samengesteld = { stel: Tabelstel; gekozen: readonly Gekozen[] };

/** Keeps the draft, the set that is to be protected and the truth behind each figure. */
async function bewaar(
  tx: Transactie,
  k: Publicatiekeuze,
  { stel, gekozen }: Samengesteld,
  wie: Inlezer,
): Promise<string> {
  const namen = new Map([...stel.plekken].map(([naam, p]) => [sleutelVan(p), naam]));
  const id = randomUUID();
  const koppen = gekozen.map(c => ({ ...c, naam: namen.get(sleutelVan(c)) ?? '' }));
  await bewaarConcept(tx, {
    id,
    code: await vrijeCode(tx, k),
    keuze: k,
    basis: stel.vraag.basis,
    organisatieId: wie.organisatieId,
    vraag: naarJson({
      vraag: stel.vraag,
      koppen: koppen.map(({ waarde: _w, waarneming: _o, wie: _b, ...c }) => c),
    }),
    door: actorTekst(wie.actor),
    nu: wie.nu,
  });
  const waarheid = koppen.map(c => ({
    naam: c.naam,
    waarde: c.waarde,
    teleenheid: teleenheidVan(c.wie ?? null),
    reden: stel.redenen.get(c.naam) ?? null,
    waarneming_id: c.waarneming?.id ?? null,
    waarneming_versie: c.waarneming?.versie ?? null,
  }));
  await bewaarWaarheid(tx, id, waarheid);
  return id;
}

const MEESTE_CIJFERS = 5000;

/**
 * Makes a draft: the set of tables with all that is in print already is fixed now, and protected in the background. The
 * total of a region that is in no observation has no row of its own behind it. Gives the id.
 */
export async function bereidVoor(
  tx: Transactie,
  k: Publicatiekeuze,
  wie: Inlezer,
): Promise<Result<string, Weigering>> {
  await wachtOpPublicatiebeurt(tx, k.regio);
  const uit = await stelSamen(tx, k);
  if (!uit.ok) return uit;
  const aantal = uit.waarde.gekozen.length;
  if (aantal > MEESTE_CIJFERS)
    return geweigerd(
      weigering('te_groot', 'Dit zijn meer dan 5.000 cijfers. Kies minder jaren, niveaus of indicatoren.'),
    );
  const id = await bewaar(tx, k, uit.waarde, wie);
  await logGebruik(tx, {
    handeling: 'publicatie.voorbereiden',
    soort: 'publicatie',
    object: id,
    uitkomst: 'toegestaan',
    details: { aantal },
  });
  return gelukt(id);
}
