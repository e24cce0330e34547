import { leidAf, type Publiceerbaar } from '#kern/onthulling/index.ts';
import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { listIndicatoren } from '../db/indicator-opslag.ts';
import { listWaarnemingen, listWaarnemingenBij, type Standverwijzing } from '../db/waarneming-opslag.ts';
import type { Tweetalig } from '../domain/indicator.ts';
import {
  legNaast,
  maakUitslag,
  type Opdrachtweigering,
  type Reeksopdracht,
  type Reeksstof,
  type Uitslag,
} from '../domain/reeksoordeel.ts';
import { type Reekskeuze, reekssleutel, type Telreeks, telreeksen } from '../domain/telreeks.ts';
import { isOpenbaar, type Openbaarheid, type Waarneming } from '../domain/waarneming.ts';

/** A series that may be asked about: what it is and how far it reaches, without one of its figures. */
export interface Reeksaanbod {
  readonly keuze: Reekskeuze;
  readonly naam: Tweetalig;
  readonly plaatsnaam: string;
  /** CBS code of a municipality, else null. */
  readonly gemeente: string | null;
  readonly bron: string;
  /** Codes of the first and the last period. */
  readonly van: string;
  readonly tot: string;
  readonly punten: number;
}

/** One point as it was read: which observation in which version, and that of the control. No figure. */
export interface Bevrorenpunt {
  readonly moment: number;
  readonly punt: Standverwijzing;
  readonly controle: Standverwijzing | null;
}

/** The question as it can be laid down now. */
export interface Opdrachtstand {
  readonly openbaarheid: Openbaarheid;
  /** Municipality that the series is about, for who may see an internal result; null for a wider place. */
  readonly gemeente: string | null;
  /** Last period within the question of which the figure is already there; null for none. */
  readonly bekendTot: string | null;
  readonly reeks: Reeksaanbod;
  readonly controle: Reeksaanbod | null;
}

export interface Uitvoering {
  readonly openbaarheid: Openbaarheid;
  readonly uitslag: Uitslag;
  readonly bevroren: readonly Bevrorenpunt[];
}

type Reeksweigering = Opdrachtweigering | 'reeks_onbekend' | 'controle_onbekend';

async function reeksenVan(tx: Transactie, regio: string): Promise<Telreeks[]> {
  return telreeksen(await listWaarnemingen(tx, { regio, ookBreder: true }));
}

function aanbodVan(r: Telreeks, naam: Tweetalig): Reeksaanbod[] {
  const eerste = r.momenten[0]?.waarneming;
  const laatste = r.momenten.at(-1)?.waarneming;
  if (!eerste || !laatste) return [];
  return [
    {
      keuze: r.keuze,
      naam,
      plaatsnaam: eerste.plaats.naam,
      gemeente: eerste.gemeente,
      bron: eerste.citaat.titel,
      van: eerste.periodeCode,
      tot: laatste.periodeCode,
      punten: r.momenten.length,
    },
  ];
}

/** Measured counts of a region, and of what is wider, that this reader may ask about; at least two periods. */
export async function listReeksen(tx: Transactie, regio: string): Promise<Reeksaanbod[]> {
  const indicatoren = new Map((await listIndicatoren(tx)).map(i => [i.code, i]));
  return (await reeksenVan(tx, regio)).flatMap(r => {
    const indicator = indicatoren.get(r.keuze.indicator);
    if (!indicator?.telling || indicator.soort !== 'gemeten' || r.momenten.length < 2) return [];
    return aanbodVan(r, indicator.naam);
  });
}

interface Gevonden {
  readonly stof: Reeksstof;
  readonly stand: Opdrachtstand;
}

const niet = (code: Reeksweigering) => geweigerd(weigering(code, code));

async function zoek(
  tx: Transactie,
  regio: string,
  o: Reeksopdracht,
  compleet: boolean,
): Promise<Result<Gevonden, Weigering<Reeksweigering>>> {
  const alle = await reeksenVan(tx, regio);
  const aanbod = await listReeksen(tx, regio);
  const vind = (k: Reekskeuze | null) => {
    const sleutel = k && reekssleutel(k);
    return {
      reeks: alle.find(r => reekssleutel(r.keuze) === sleutel),
      aanbod: aanbod.find(r => reekssleutel(r.keuze) === sleutel),
    };
  };
  const [eigen, ander] = [vind(o.reeks), vind(o.controle)];
  if (!eigen.reeks || !eigen.aanbod) return niet('reeks_onbekend');
  if (o.controle && (!ander.reeks || !ander.aanbod)) return niet('controle_onbekend');
  const indicatoren = await listIndicatoren(tx);
  const breuken = [o.reeks, o.controle].flatMap(
    k => indicatoren.find(i => i.code === k?.indicator)?.breuken ?? [],
  );
  const stof = legNaast(o, { reeks: eigen.reeks, controle: ander.reeks ?? null, breuken, compleet });
  if (!stof.ok) return stof;
  const openbaar = [o.reeks, o.controle].every(k => k === null || k.openbaarheid === 'openbaar_in_bron');
  const stand: Opdrachtstand = {
    openbaarheid: openbaar ? 'openbaar_in_bron' : 'intern',
    gemeente: gemeenteVoor(o, eigen.aanbod, ander.aanbod),
    bekendTot: stof.waarde.punten.at(-1)?.punt.waarneming.periodeCode ?? null,
    reeks: eigen.aanbod,
    controle: ander.aanbod ?? null,
  };
  return gelukt({ stof: stof.waarde, stand });
}

/**
 * The one municipality whose adviser may see an internal result: that of every internal series in it. Null: only who may see
 * the internal figures of the whole region.
 */
function gemeenteVoor(o: Reeksopdracht, eigen: Reeksaanbod, ander: Reeksaanbod | undefined): string | null {
  const intern = [eigen, ...(o.controle && ander ? [ander] : [])].filter(
    a => a.keuze.openbaarheid === 'intern',
  );
  const gemeenten = new Set((intern.length > 0 ? intern : [eigen]).map(a => a.gemeente));
  return gemeenten.size === 1 ? ([...gemeenten][0] ?? null) : null;
}

/** Can this question be laid down? Judged without looking at what came of it. */
export async function toetsReeksopdracht(
  tx: Transactie,
  regio: string,
  o: Reeksopdracht,
): Promise<Result<Opdrachtstand, Weigering<Reeksweigering>>> {
  const gevonden = await zoek(tx, regio, o, false);
  return gevonden.ok ? gelukt(gevonden.waarde.stand) : gevonden;
}

const verwijs = (w: Waarneming): Standverwijzing => ({ waarneming: w.id, versie: w.versie });

/** Answers a question once, on the figures of now, and says which figures these were. */
export async function voerReeksopdrachtUit(
  tx: Transactie,
  regio: string,
  o: Reeksopdracht,
): Promise<Result<Uitvoering, Weigering<Reeksweigering>>> {
  const gevonden = await zoek(tx, regio, o, true);
  if (!gevonden.ok) return gevonden;
  const { stof, stand } = gevonden.waarde;
  return gelukt({
    openbaarheid: stand.openbaarheid,
    uitslag: maakUitslag(stof),
    bevroren: stof.punten.map(({ punt, controle }) => ({
      moment: punt.moment,
      punt: verwijs(punt.waarneming),
      controle: controle && verwijs(controle.waarneming),
    })),
  });
}

/** A frozen point with its figures, for the pages of this room. */
export interface Bevrorenstof {
  readonly moment: number;
  readonly waarneming: Waarneming;
  readonly controle: Waarneming | null;
}

/** The frozen points as they were; null when one of them is not for this reader. */
export async function leesBevroren(
  tx: Transactie,
  bevroren: readonly Bevrorenpunt[],
): Promise<Bevrorenstof[] | null> {
  const standen = bevroren.flatMap(b => [b.punt, ...(b.controle ? [b.controle] : [])]);
  const gelezen = new Map((await listWaarnemingenBij(tx, standen)).map(w => [w.id, w]));
  const uit = bevroren.flatMap(b => {
    const waarneming = gelezen.get(b.punt.waarneming);
    const controle = b.controle ? gelezen.get(b.controle.waarneming) : null;
    return waarneming && controle !== undefined ? [{ moment: b.moment, waarneming, controle }] : [];
  });
  return uit.length === bevroren.length ? uit : null;
}

/**
 * A frozen result as a published value: a function of figures that public sources printed and of nothing else, with their
 * citations. Null when one of the figures is internal or not there.
 */
export async function publiceerUitslag(
  tx: Transactie,
  bevroren: readonly Bevrorenpunt[],
  uitslag: Uitslag,
): Promise<Publiceerbaar<Uitslag> | null> {
  const stof = await leesBevroren(tx, bevroren);
  const alle = stof?.flatMap(s => [s.waarneming, ...(s.controle ? [s.controle] : [])]) ?? [];
  const openbaar = alle.filter(isOpenbaar);
  if (openbaar.length === 0 || openbaar.length !== alle.length) return null;
  return leidAf<readonly number[], Uitslag>(
    openbaar.map(w => w.cijfer.publiceerbaar),
    () => uitslag,
  );
}
