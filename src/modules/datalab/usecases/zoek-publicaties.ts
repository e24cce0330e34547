import type { Transactie } from '#platform/db/index.ts';
import { slugVan } from '../domain/gemeente.ts';
import { type Indicator, inTaal } from '../domain/indicator.ts';
import { publicatiepad, publicatiespad, type Vindbaar } from '../domain/publicatie.ts';
import { zoekteksten as t } from '../domain/teksten-publicatie.ts';
import { listDefinities } from './lees-cijfers.ts';
import { listVindbaar } from './lees-publicatie.ts';

/** A question as the search page asks it of every room. */
export interface Publicatievraag {
  /** Folded: small letters and figures only. */
  readonly woorden: readonly string[];
  readonly weergave: 'openbaar' | 'werk';
  /** Null: every region. */
  readonly regio: string | null;
}

/** A find in the shape that the search page shows. */
export interface Publicatievondst {
  regio: string;
  soort: { naam: string };
  titel: string;
  /** Address below the region's pages. */
  pad: string;
  fragment: { tekst: string; raak: boolean }[];
}

const LANGST = 160;
const kort = (tekst: string): string => (tekst.length > LANGST ? `${tekst.slice(0, LANGST)} …` : tekst);
const gevouwen = (tekst: string): string => ` ${slugVan(tekst).replaceAll('-', ' ')}`;

function soortVan({ publicatie: p, reikwijdte }: Vindbaar): string {
  if (!reikwijdte) return t.ingetrokken;
  if (p.vervangenDoor !== null) return t.vervangen;
  return p.methode === 'overgenomen' ? t.overgenomen : t.publicatie;
}

function namenVan(v: Vindbaar, definities: readonly Indicator[]): string[] {
  return (v.reikwijdte?.indicatoren ?? []).flatMap(i => {
    const d = definities.find(x => x.code === i.code && x.definitieversie === i.definitieversie);
    return d ? [inTaal(d.naam, 'nl'), inTaal(d.naam, 'en')] : [i.code];
  });
}

/**
 * Releases in which every word of the question stands: in the title, the explanation, the indicators or the places;
 * newest first. A withdrawn one is found by its words alone, as withdrawn; a draft by nobody, since working pages do not
 * ask for releases and public pages find what everybody finds. No figure is searched.
 */
export async function zoekPublicaties(tx: Transactie, vraag: Publicatievraag): Promise<Publicatievondst[]> {
  if (vraag.weergave === 'werk' || vraag.woorden.length === 0) return [];
  const lijst = await listVindbaar(tx, vraag.regio);
  if (lijst.length === 0) return [];
  const definities = await listDefinities(tx);
  return lijst.flatMap(v => {
    const { publicatie: p, reikwijdte } = v;
    const namen = namenVan(v, definities);
    const plaatsen = reikwijdte?.plaatsen ?? [];
    const tekst = gevouwen([p.titel, p.toelichting, ...namen, ...plaatsen].join(' '));
    if (!vraag.woorden.every(w => tekst.includes(` ${w}`))) return [];
    const uitleg = reikwijdte ? `${namen[0] ?? ''}: ${plaatsen.join(', ')}` : (p.redenIntrekking ?? '');
    return [
      {
        regio: p.regio,
        soort: { naam: soortVan(v) },
        titel: p.titel,
        pad: publicatiepad(p.regio, p.code).replace(publicatiespad(p.regio), '/publicaties'),
        fragment: [{ tekst: kort(uitleg), raak: false }],
      },
    ];
  });
}
