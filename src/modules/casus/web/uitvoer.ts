import { volleNaam } from '#modules/gezin/index.ts';
import { type Blok, type Document, maakDocx, maakPdf } from '#platform/documenten/index.ts';
import type { Casusblad } from '../usecases/lees.ts';
import type { Gebied } from './kader.tsx';
import { toonDag, toonGeboren, toonMoment, toonNaam } from './opmaak.tsx';
import { feitenVan } from './pages/dossier.tsx';
import { schrijver } from './pages/notities.tsx';
import { woord } from './teksten/codes.ts';
import {
  bijzonderteksten,
  deelnemerteksten,
  documentteksten,
  dossierteksten,
  drukteksten,
  gezinteksten,
  notitieteksten,
} from './teksten/dossier.ts';

/** The forms in which a file can be taken along. */
export const UITVOERVORMEN = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json',
} as const;
export type Uitvoervorm = keyof typeof UITVOERVORMEN;

export const isUitvoervorm = (vorm: string): vorm is Uitvoervorm => Object.hasOwn(UITVOERVORMEN, vorm);

const kop = (tekst: string): Blok => ({ soort: 'kop', niveau: 2, tekst });
const tussenkop = (tekst: string): Blok => ({ soort: 'kop', niveau: 3, tekst });
const alineas = (tekst: string | null): Blok[] =>
  (tekst ?? dossierteksten.gewist).split(/\n{2,}/).map(a => ({ soort: 'alinea', tekst: a }) as const);

function gezin(b: Casusblad): Blok[] {
  const rijen = b.personen.map(p => [toonNaam(p), toonGeboren(p)]);
  if (rijen.length === 0) return [];
  return [kop(gezinteksten.kop), { soort: 'tabel', kop: [gezinteksten.naam, gezinteksten.geboren], rijen }];
}

function notities(b: Casusblad): Blok[] {
  if (b.notities.rijen.length === 0) return [];
  return [
    kop(notitieteksten.kop),
    ...b.notities.rijen.flatMap(n => [
      tussenkop(`${toonDag(n.overDag)}: ${woord('notitiesoort', n.soort)}`),
      ...alineas(n.inhoud),
      { soort: 'bron', tekst: schrijver(n, b) } as const,
    ]),
  ];
}

function bijzonder(b: Casusblad): Blok[] {
  const naam = (id: string) => {
    const p = b.personen.find(x => x.id === id);
    return p ? toonNaam(p) : gezinteksten.naamOnbekend;
  };
  const verklaringen = b.verklaringen.flatMap(v => [
    tussenkop(bijzonderteksten.verklaringVan(naam(v.partij), toonDag(v.overDag))),
    ...alineas(v.inhoud),
  ]);
  return [
    ...(verklaringen.length > 0 ? [kop(bijzonderteksten.verklaringen), ...verklaringen] : []),
    // What the police gave leaves this house only record by record, on a ground of its own.
    ...(b.open.politie
      ? [kop(bijzonderteksten.politie), { soort: 'alinea', tekst: bijzonderteksten.politieNietMee } as const]
      : []),
  ];
}

function lijsten(b: Casusblad): Blok[] {
  const documenten = b.documenten.map(d => [d.naam ?? dossierteksten.gewist, toonMoment(d.vastgelegdOp)]);
  const deelnemers = b.deelnemers.map(r => [
    r.naam || deelnemerteksten.onbekendeNaam,
    r.organisatie,
    woord('doel', r.doel),
    toonDag(r.van),
    r.tot ? toonDag(r.tot) : deelnemerteksten.nu,
  ]);
  const k = deelnemerteksten;
  return [
    ...(documenten.length > 0
      ? [
          kop(documentteksten.kop),
          { soort: 'tabel', kop: [documentteksten.naam, documentteksten.van], rijen: documenten } as const,
        ]
      : []),
    ...(deelnemers.length > 0
      ? [
          kop(k.kop),
          {
            soort: 'tabel',
            kop: [k.naam, k.organisatie, k.doel, k.sinds, k.tot],
            rijen: deelnemers,
          } as const,
        ]
      : []),
  ];
}

/** The file as a document. The reporter is never in it: who needs that reads it on the page. */
function alsDocument(b: Casusblad, gebieden: readonly Gebied[], regel: string): Document {
  return {
    titel: drukteksten.kopPapier(b.casus.nummer),
    taal: 'nl',
    metagegevens: feitenVan(b, gebieden).map(([label, waarde]) => ({ label, waarde })),
    voettekst: regel,
    blokken: [{ soort: 'alinea', tekst: regel }, ...gezin(b), ...notities(b), ...bijzonder(b), ...lijsten(b)],
  };
}

/** The file as data, with the codes as they are stored. Neither the reporter nor ids of keys or writers are in it. */
function alsJson(b: Casusblad, regel: string): string {
  const { casus } = b;
  const inhoud = {
    regel,
    casus: {
      nummer: casus.nummer,
      fase: casus.fase,
      stand: casus.stand,
      taak: casus.taak,
      gemeente: casus.gemeente,
      organisatie: b.organisaties.get(casus.organisatie) ?? null,
      geopendOp: casus.geopendOp,
      geslotenOp: casus.geslotenOp,
      laatsteWijziging: casus.laatsteWijziging,
    },
    personen: b.personen.map(p => ({ id: p.id, naam: volleNaam(p.gegevens), geboren: toonGeboren(p) })),
    notities: b.notities.rijen.map(n => ({
      overDag: n.overDag,
      soort: n.soort,
      organisatie: b.organisaties.get(n.organisatie) ?? null,
      gedeeld: n.gedeeld,
      deelgrond: n.deelgrond,
      versie: n.versie,
      inhoud: n.inhoud,
    })),
    documenten: b.documenten.map(d => ({ naam: d.naam, soort: d.soort, bytes: d.bytes, gedeeld: d.gedeeld })),
    verklaringen: b.verklaringen.map(v => ({ partij: v.partij, overDag: v.overDag, inhoud: v.inhoud })),
    deelnemers: b.deelnemers.map(r => ({
      naam: r.naam,
      organisatie: r.organisatie,
      doel: r.doel,
      van: r.van,
      tot: r.tot,
    })),
  };
  return `${JSON.stringify(inhoud, null, 2)}\n`;
}

/** The bytes of the file in the asked form; `regel` says who took it along, when and what for. */
export async function maakUitvoer(
  vorm: Uitvoervorm,
  b: Casusblad,
  gebieden: readonly Gebied[],
  regel: string,
): Promise<Uint8Array> {
  if (vorm === 'json') return Buffer.from(alsJson(b, regel));
  const doc = alsDocument(b, gebieden, regel);
  return vorm === 'pdf' ? maakPdf(doc) : maakDocx(doc);
}
