import { formatDag } from '#kern/datum/index.ts';
import { eisPubliceerbaar } from '#kern/onthulling/index.ts';
import { type Blok, type Document, maakDocx, maakPdf, maakXlsx } from '#platform/documenten/index.ts';
import type { Ctx } from '#platform/http/index.ts';
import { type Taal, toonGetal } from '#platform/ui/index.ts';
import { isVerandering } from '../domain/afgedrukt.ts';
import { beschermzinnen, dagVanMoment, type Publicatie } from '../domain/publicatie.ts';
import type { Velgroep } from '../domain/publicatievel.ts';
import { beschermteksten } from '../domain/teksten-publicatie.ts';
import { publicatieteksten } from './teksten-publicatie.ts';
import { type Cel, stuurBestand, type Uitvoer } from './uitvoer.ts';

/** Endings of the files of a release; one that ends as another does comes first. */
export const PUBLICATIEVORMEN = ['csv-metadata.json', 'csv', 'json', 'xlsx', 'pdf', 'docx'] as const;
export type Publicatievorm = (typeof PUBLICATIEVORMEN)[number];

/** A release with its tables and where it is found. */
export interface Vel {
  readonly publicatie: Publicatie;
  readonly regioNaam: string;
  readonly groepen: readonly Velgroep[];
  /** The permanent address, with host. */
  readonly adres: string;
  readonly taal: Taal;
}

const KOLOMMEN = [
  ['indicator', 'Code van de indicator', 'string'],
  ['definitieversie', 'Versie van de definitie', 'integer'],
  ['plaatssoort', 'Gemeente, subregio of regio', 'string'],
  ['plaatscode', 'CBS-code of code van de regio', 'string'],
  ['plaats', 'Naam van de plaats', 'string'],
  ['periode', 'Code van de periode', 'string'],
  ['waarde', 'Het gepubliceerde getal; leeg als het niet is gepubliceerd', 'integer'],
  ['aard', 'gerond, exact of weggelaten', 'string'],
  ['kan_zijn_vanaf', 'Kleinste getal dat erachter kan zitten', 'integer'],
  ['kan_zijn_tot_en_met', 'Grootste getal dat erachter kan zitten; leeg: niet te zeggen', 'integer'],
] as const;

/** Of what was taken over, every row bears the mark: a file travels without its page. */
const HERKOMST = ['herkomst', 'Overgenomen uit openbare bron, niet beveiligd', 'string'] as const;
const kolommenVan = (p: Publicatie) => [...KOLOMMEN, ...(p.methode === 'overgenomen' ? [HERKOMST] : [])];

/** One row a figure, by indicator, place and period: never by value. */
export function alsUitvoer(v: Vel): Uitvoer {
  const rijen = v.groepen.flatMap(g =>
    g.rijen.flatMap(r =>
      r.cellen.flatMap((cel, i): Cel[][] => {
        if (!cel) return [];
        const a = eisPubliceerbaar(cel).waarde;
        return [
          [
            g.indicator,
            g.definitieversie,
            r.soort,
            r.code,
            r.plaats,
            g.kolommen[i]?.code ?? '',
            a.getoond,
            a.aard,
            a.onder,
            a.boven === Infinity ? null : a.boven,
            ...(v.publicatie.methode === 'overgenomen' ? [beschermteksten.nl.overgenomen] : []),
          ],
        ];
      }),
    ),
  );
  return { naam: v.publicatie.code, kolommen: kolommenVan(v.publicatie).map(k => k[0]), rijen };
}

/** Metadata on the Web for the CSV (W3C Tabular Metadata). */
export function alsCsvw(v: Vel): object {
  const p = v.publicatie;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
    url: `${p.code}.csv`,
    'dc:title': p.titel,
    'dc:description':
      [p.toelichting, ...(p.methode === 'overgenomen' ? beschermzinnen(p, 'nl') : [])].join(' ').trim() ||
      undefined,
    'dc:publisher': v.regioNaam,
    'dc:issued': p.gepubliceerd?.slice(0, 10),
    'dc:identifier': v.adres,
    tableSchema: {
      columns: kolommenVan(p).map(([name, titles, datatype]) => ({ name, titles, datatype })),
      primaryKey: ['indicator', 'definitieversie', 'plaatssoort', 'plaatscode', 'periode'],
    },
  };
}

/** What can be said of the region, with what speaks against it where the series is known to vary. */
export function oordeelzin(g: Velgroep, o: NonNullable<Velgroep['oordeel']>, taal: Taal): string {
  const t = publicatieteksten[taal];
  const zin = t.oordeel[o.wat](o.van, o.tot);
  return g.schommelt && isVerandering(o.wat) ? `${zin} ${t.schommelt}` : zin;
}

export const citeerregel = (v: Vel): string =>
  publicatieteksten[v.taal].citeer(
    v.publicatie.titel,
    v.regioNaam,
    dagVan(v.publicatie.gepubliceerd, v.taal),
    v.adres,
    v.publicatie.zegel.slice(0, 16),
  );

/** The day of an instant in ISO form, in words. */
export const dagVan = (moment: string | null, taal: Taal): string =>
  moment === null ? '' : formatDag(dagVanMoment(moment), taal);

function groepBlokken(g: Velgroep, taal: Taal): Blok[] {
  const t = publicatieteksten[taal];
  const { weg } = beschermteksten[taal];
  const rijen = g.rijen.map(r => [
    r.plaats,
    ...r.cellen.map(c => {
      if (!c) return '';
      const a = eisPubliceerbaar(c).waarde;
      return a.getoond === null ? weg : toonGetal(a.getoond, taal);
    }),
  ]);
  return [
    { soort: 'kop', niveau: 2, tekst: g.naam },
    { soort: 'alinea', tekst: g.definitie || t.definitie(String(g.definitieversie)) },
    {
      soort: 'tabel',
      kop: [t.plaats, ...g.kolommen.map(k => k.naam)],
      rijen,
      bijschrift: t.tabel(g.naam),
      numeriek: g.kolommen.map((_, i) => i + 1),
    },
    ...(g.oordeel ? [{ soort: 'alinea' as const, tekst: oordeelzin(g, g.oordeel, taal) }] : []),
  ];
}

/** The release as a document: the same tables, and how to refer to it on every page. */
export function alsDocument(v: Vel): Document {
  const t = publicatieteksten[v.taal];
  const p = v.publicatie;
  return {
    titel: p.titel,
    taal: v.taal,
    metagegevens: [
      { label: t.wanneer, waarde: dagVan(p.gepubliceerd, v.taal) },
      { label: t.citeerKop, waarde: citeerregel(v) },
    ],
    voettekst: `${p.titel}, ${dagVan(p.gepubliceerd, v.taal)}`,
    blokken: [
      ...(p.toelichting ? [{ soort: 'alinea' as const, tekst: p.toelichting }] : []),
      { soort: 'kop', niveau: 2, tekst: p.methode === 'overgenomen' ? t.overgenomenKop : t.beschermdKop },
      ...beschermzinnen(p, v.taal).map(tekst => ({ soort: 'alinea' as const, tekst })),
      ...v.groepen.flatMap(g => groepBlokken(g, v.taal)),
      { soort: 'kop', niveau: 2, tekst: t.nietKop },
      { soort: 'alinea', tekst: beschermteksten[v.taal].niet },
    ],
  };
}

const BOEK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const BRIEF = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function inhoudVan(v: Vel, vorm: 'xlsx' | 'pdf' | 'docx'): Promise<[Uint8Array, string]> {
  if (vorm === 'pdf') return [await maakPdf(alsDocument(v)), 'application/pdf'];
  if (vorm === 'docx') return [await maakDocx(alsDocument(v)), BRIEF];
  return [await maakXlsx([alsUitvoer(v)]), BOEK];
}

/** Sends a release as a file. */
export async function stuurPublicatie(c: Ctx, v: Vel, vorm: Publicatievorm): Promise<Response> {
  if (vorm === 'csv' || vorm === 'json') return stuurBestand(c, alsUitvoer(v), vorm);
  if (vorm === 'csv-metadata.json')
    return c.body(JSON.stringify(alsCsvw(v), null, 1), 200, {
      'content-type': 'application/csvm+json; charset=utf-8',
    });
  const [inhoud, type] = await inhoudVan(v, vorm);
  return c.body(new Uint8Array(inhoud), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${v.publicatie.code}.${vorm}"`,
  });
}
