import { parseDag, parsePeriode, periodeCode } from '#kern/datum/index.ts';
import { type Reeksaanbod, type Reeksopdracht, reekssleutel } from '#modules/datalab/index.ts';
import type { VeldFout } from '#platform/ui/index.ts';
import { VERWACHTINGEN, type Verwachting } from '../../domain/evaluatie.ts';
import type { Evaluatieinhoud } from '../../usecases/evaluatie.ts';
import type { Evaluatieopdracht } from '../../usecases/evalueer.ts';
import { evaluatieformTeksten } from '../teksten/evaluatieform.ts';

/** The fields of the form, in its order. */
export const VELDEN = [
  'vraag',
  'reeks',
  'van',
  'tot',
  'ingreep',
  'vorm',
  'vertraging',
  'seizoen',
  'verwachting',
  'waarom',
  'controle',
  'controleWaarom',
] as const;
export type Evaluatieveld = (typeof VELDEN)[number];
export type Evaluatiewaarden = Readonly<Record<Evaluatieveld, string>>;

export const VORMEN = ['niveau', 'helling'] as const;
export const SEIZOENEN = ['geen', 'een_golf', 'twee_golven', 'maand'] as const;
const MEESTE_VERTRAGING = 24;

/** The fields as they were sent; what is missing is empty. */
export function waardenUit(velden: Readonly<Record<string, string>>): Evaluatiewaarden {
  return Object.fromEntries(VELDEN.map(v => [v, velden[v] ?? ''])) as Evaluatiewaarden;
}

const dagTekst = (dag: string): string => dag.split('-').map(Number).toReversed().join('-');

/** The fields of a new version, filled with what the version before it asked. */
export function waardenVan(e: Evaluatieinhoud): Evaluatiewaarden {
  const o = e.opdracht;
  return {
    vraag: e.vraag,
    reeks: reekssleutel(o.reeks),
    van: o.van,
    tot: o.tot,
    ingreep: dagTekst(o.ingreep),
    vorm: o.vorm,
    vertraging: `${o.vertraging}`,
    seizoen: o.seizoen,
    verwachting: e.verwachting,
    waarom: e.waarom,
    controle: o.controle ? reekssleutel(o.controle) : '',
    controleWaarom: e.controleWaarom,
  };
}

const t = evaluatieformTeksten.nl.fouten;

/** The sentence for a refused field. */
export function foutTekst(veld: string, code: string): string {
  const leeg: Readonly<Record<string, string>> = t.leeg;
  if (code === 'leeg') return leeg[veld] ?? t.leeg.vraag;
  const los: Readonly<Record<string, unknown>> = t;
  const zin = los[code];
  return typeof zin === 'string' ? zin : t.overgang;
}

export const foutenUit = (velden: Readonly<Record<string, string>>): VeldFout[] =>
  Object.entries(velden).map(([veld, code]) => ({ veld, tekst: foutTekst(veld, code) }));

const kies = <T extends string>(mogelijk: readonly T[], waarde: string): T | null =>
  mogelijk.find(m => m === waarde) ?? null;

function leesGetal(tekst: string): number | null {
  const n = /^\d{1,2}$/.test(tekst.trim()) ? Number(tekst) : null;
  return n !== null && n <= MEESTE_VERTRAGING ? n : null;
}

function leesPeriode(tekst: string): string | null {
  const p = parsePeriode(tekst);
  return p.ok ? periodeCode(p.waarde) : null;
}

interface Gelezen {
  readonly verwachting: Verwachting;
  readonly opdracht: Reeksopdracht;
}

/** What the fields mean, or the code of what is wrong by field. */
export function leesEvaluatie(
  w: Evaluatiewaarden,
  reeksen: readonly Reeksaanbod[],
): { fouten: Record<string, string> } | Gelezen {
  const vind = (sleutel: string) => reeksen.find(r => reekssleutel(r.keuze) === sleutel)?.keuze ?? null;
  const dag = parseDag(w.ingreep.trim());
  const gelezen = {
    reeks: vind(w.reeks),
    van: leesPeriode(w.van),
    tot: leesPeriode(w.tot),
    ingreep: dag.ok ? dag.waarde.toString() : null,
    vorm: kies(VORMEN, w.vorm),
    vertraging: leesGetal(w.vertraging),
    seizoen: kies(SEIZOENEN, w.seizoen),
    verwachting: kies(VERWACHTINGEN, w.verwachting),
  };
  const controle = w.controle === '' ? null : vind(w.controle);
  const { reeks, van, tot, ingreep, vorm, vertraging, seizoen, verwachting } = gelezen;
  const goed = reeks && van && tot && ingreep && vorm && vertraging !== null && seizoen && verwachting;
  if (goed && (w.controle === '' || controle))
    return { verwachting, opdracht: { reeks, controle, van, tot, ingreep, vorm, vertraging, seizoen } };
  const codes: Readonly<Record<keyof typeof gelezen, string>> = {
    reeks: 'leeg',
    van: 'periode_onleesbaar',
    tot: 'periode_onleesbaar',
    ingreep: 'datum',
    vorm: 'leeg',
    vertraging: 'vertraging',
    seizoen: 'leeg',
    verwachting: 'leeg',
  };
  const fouten: Record<string, string> = {};
  for (const [veld, waarde] of Object.entries(gelezen))
    if (waarde === null) fouten[veld] = codes[veld as keyof typeof gelezen];
  if (w.controle !== '' && !controle) fouten['controle'] = 'controle_onbekend';
  return { fouten };
}

/** The question as the use cases take it. */
export function naarOpdracht(
  w: Evaluatiewaarden,
  g: Gelezen,
  plek: { regio: string; actie: string; vorige: number | null },
): Evaluatieopdracht {
  return { ...plek, ...g, vraag: w.vraag, waarom: w.waarom, controleWaarom: w.controleWaarom };
}
