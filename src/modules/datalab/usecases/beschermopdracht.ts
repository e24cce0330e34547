import { z } from 'zod';
import {
  type Bescherming,
  type Beschermvraag,
  type Bewijs,
  BUITENSTAANDER,
  type Certificaat,
  controleerCertificaat,
  GEWONE_REGEL,
  primaireReden,
  type Voorstel,
} from '#kern/onthulling/index.ts';
import { beschermInProces, bewijsInProces, type Rekenwens } from '#platform/oplosser/index.ts';
import { naarJson, uitJson } from '../domain/stelvorm.ts';

const naam = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,60}$/, 'letters, cijfers en _, te beginnen met een letter');

/** What an analyst writes: counts, their sums, and how they are to be protected. */
const invoer = z.strictObject({
  methode: z.enum(['afronden', 'onderdrukken']).default('afronden'),
  drempel: z.number().int().min(2).max(100).default(5),
  nulGevoelig: z.boolean().default(false),
  tellingen: z
    .array(z.strictObject({ naam, waarde: z.number().int().min(0), gedrukt: z.boolean().default(true) }))
    .min(1),
  optellingen: z.array(z.strictObject({ som: naam, delen: z.array(naam).min(1) })).default([]),
  aanvallers: z.array(z.strictObject({ naam: z.string().min(1), kent: z.array(naam) })).default([]),
});
type Invoer = z.infer<typeof invoer>;

function alsVraag(x: Invoer): Beschermvraag {
  const regel = { ...GEWONE_REGEL, drempel: x.drempel, nulGevoelig: x.nulGevoelig };
  const waarde = new Map(x.tellingen.map(t => [t.naam, t.waarde]));
  const kent = (namen: readonly string[]) => new Map(namen.map(n => [n, waarde.get(n) ?? 0]));
  return {
    methode: x.methode,
    basis: Math.max(5, x.drempel),
    tabellen: {
      tellingen: x.tellingen.map(({ naam, waarde }) => ({ naam, waarde })),
      optellingen: x.optellingen,
    },
    gedrukt: new Set(x.tellingen.filter(t => t.gedrukt).map(t => t.naam)),
    ongeteld: [],
    optellingen: x.optellingen,
    teBeschermen: new Map(
      x.tellingen
        .filter(t => primaireReden(t.waarde, regel, null) !== null)
        .map(t => [t.naam, x.drempel] as const),
    ),
    nulGevoelig: new Set(x.nulGevoelig ? x.tellingen.map(t => t.naam) : []),
    bekend: [],
    alGedrukt: new Map(),
    vast: new Set(),
    aanvallers: [BUITENSTAANDER, ...x.aanvallers.map(a => ({ naam: a.naam, kent: kent(a.kent) }))],
  };
}

/** How a command ended: 0 done, 1 not safe or not sound, 2 not to be read. Files by name, and lines for the reader. */
export interface Opdrachtuitkomst {
  readonly code: 0 | 1 | 2;
  readonly regels: readonly string[];
  readonly bestanden: Readonly<Record<string, string>>;
}

const mislukt = (code: 1 | 2, ...regels: string[]): Opdrachtuitkomst => ({ code, regels, bestanden: {} });

function leesInvoer(tekst: string): Beschermvraag | string[] {
  try {
    const uit = invoer.safeParse(JSON.parse(tekst));
    if (uit.success) return alsVraag(uit.data);
    return uit.error.issues.map(i => `${i.path.join('.') || 'bestand'}: ${i.message}`);
  } catch {
    return ['Dit is geen JSON.'];
  }
}

/** The two files: what may be told, and what shows that it may. The second names which counts are small: keep it inside. */
function bestandenVan(vraag: Beschermvraag, v: Voorstel, b: Bewijs & { soort: 'bewezen' }) {
  const certificaat: Certificaat = {
    basis: vraag.basis,
    ruim: v.ruim,
    gedrukt: v.cellen,
    nulGevoelig: vraag.nulGevoelig,
    toetsvraag: v.toetsvraag,
    regels: b.regels,
  };
  return {
    'publicatie.json': JSON.stringify({ basis: vraag.basis, ruim: v.ruim, tellingen: v.cellen }, null, 1),
    'certificaat.json': naarJson(certificaat),
  };
}

/** The two heavy steps, lent so that a test may follow them. */
export interface Rekenaars {
  bescherm(v: Beschermvraag, o: Rekenwens): Promise<Bescherming>;
  bewijs: typeof bewijsInProces;
}

/** Protects a set of tables from a file. Gives what may be told and its certificate, or says what to do. */
export async function bescherm(
  tekst: string,
  r: Rekenaars = { bescherm: beschermInProces, bewijs: bewijsInProces },
): Promise<Opdrachtuitkomst> {
  const vraag = leesInvoer(tekst);
  if (Array.isArray(vraag)) return mislukt(2, 'De invoer is niet te lezen.', ...vraag);
  let v: Bescherming;
  try {
    v = await r.bescherm(vraag, {});
  } catch {
    return mislukt(
      2,
      'De tellingen en optellingen kloppen niet met elkaar: controleer de namen en de sommen.',
    );
  }
  if (v.soort === 'onmogelijk')
    return mislukt(
      1,
      'Zo kan het niet worden beveiligd. Voeg plaatsen, jaren of soorten samen, of kies onderdrukken.',
    );
  if (v.soort === 'onbekend')
    return mislukt(1, 'De berekening kwam niet tot een oordeel. Neem minder tellingen.');
  if (v.waarborg.soort !== 'veilig')
    return mislukt(1, 'Niet veilig: kleine tellingen zijn te herleiden. Voeg samen.');
  const b = await r.bewijs(v.toetsvraag, []);
  if (b.soort !== 'bewezen') return mislukt(1, 'Het bewijs in hele getallen kwam niet rond. Voeg samen.');
  const weg = v.cellen.filter(c => c.getoond === null).length;
  return {
    code: 0,
    regels: [
      `${v.cellen.length} tellingen, ${weg} weggelaten, ${vraag.teBeschermen.size} kleine beschermd tegen ${vraag.aanvallers.length} aanvallers.`,
      ...(v.wijze === 'optimaal' ? [] : [WIJZEN[v.wijze]]),
      'Geef publicatie.json door. Houd certificaat.json binnen: daarin staat welke tellingen klein zijn.',
    ],
    bestanden: bestandenVan(vraag, v, b),
  };
}

const WIJZEN = {
  begrensd: 'Wat wegblijft is een goede keuze, niet bewezen de zuinigste.',
  eliminatie:
    'De zuinigste keuze was niet op tijd gevonden: wat wegblijft is gekozen door eliminatie, en is waarschijnlijk meer dan nodig.',
} as const;

const FOUTEN = {
  print_ontbreekt: 'staat in druk, en het bewijs kent het niet',
  kennis_te_ruim: 'het bewijs doet alsof de lezer minder weet dan er gedrukt staat',
  regel_ontbreekt: 'er is geen bewijs',
  regel_fout: 'het bewijs klopt niet',
} as const;

/** Checks certificates by adding, file by file; believes no solver and asks no database. */
export function controleerBestanden(bestanden: Readonly<Record<string, string>>): Opdrachtuitkomst {
  const namen = Object.keys(bestanden).sort();
  if (namen.length === 0) return mislukt(2, 'In deze map staat geen certificaat.json.');
  const regels: string[] = [];
  let code: 0 | 1 | 2 = 0;
  for (const naam of namen) {
    try {
      const c = uitJson(JSON.parse(bestanden[naam] ?? '')) as Certificaat;
      const fouten = controleerCertificaat(c);
      regels.push(
        `${naam}: ${c.regels.length} regels, ${fouten.length === 0 ? 'klopt' : `${fouten.length} fouten`}`,
      );
      for (const f of fouten.slice(0, 20))
        regels.push(`  ${f.naam}${f.aanvaller ? `, ${f.aanvaller}` : ''}: ${FOUTEN[f.code]}`);
      if (fouten.length > 0 && code === 0) code = 1;
    } catch {
      regels.push(`${naam}: niet te lezen als certificaat`);
      code = 2;
    }
  }
  return { code, regels, bestanden: {} };
}
