import { formatDag } from '#kern/datum/index.ts';
import type { Blok, Document } from '#platform/documenten/index.ts';
import { losseTekening, type Taal, TEKENBREEDTE, tekenKleineLijnen } from '#platform/ui/index.ts';
import { inTaal } from '../domain/indicator.ts';
import { trechterGrafiek, verloopCel, verloopGrafiek } from './gebiedsgrafieken.ts';
import type { Vergelijkkeuze } from './pages/vergelijk.tsx';
import type { Vergelijkgoed } from './pages/vergelijk-rijen.ts';
import { alinea, bronBlok, cijferdocument, kop, lijst, tabel, trechterBlok } from './papier.ts';
import { tekstenVan } from './taal.ts';
import { trechterTabel, trechterUitleg } from './trechterwoorden.ts';
import { intervalKort, oordeelWoord, oordeelZin, tempoKort, toonWaarde } from './woorden.ts';

type Stof = { keuze: Vergelijkkeuze; goed: Vergelijkgoed; taal: Taal };

function deelVerandering({ keuze, goed, taal }: Stof): Blok[] {
  const t = tekstenVan(taal);
  const { telling, naam } = keuze.indicator;
  const rijen = goed.rijen.map(r => [
    r.naam,
    r.regel ? toonWaarde(r.regel.waarneming, taal) : t.vergelijk.geenCijfer,
    r.regel ? intervalKort(r.regel, taal) : t.nvt,
    r.regel ? tempoKort(r.regel, taal) : t.nvt,
    r.beeld && r.regel && telling
      ? `${oordeelWoord(r.beeld, taal)}. ${oordeelZin(r.beeld.verandering, telling, taal)}`
      : t.nvt,
  ]);
  const k = t.kolom;
  return [
    kop(t.gebieden.verandering),
    ...tabel(
      t.vergelijk.tabel(inTaal(naam, taal), String(keuze.jaar)),
      [k.gemeente, k.waarde, k.interval, k.perDuizend, k.oordeel],
      rijen,
      [2, 1, 1.6, 1.3, 5],
      [1],
    ),
  ];
}

async function deelTrechter({ keuze, goed, taal }: Stof): Promise<Blok[]> {
  const t = tekstenVan(taal).gebieden.trechter;
  const { trechter } = goed;
  if (typeof trechter === 'string') return [kop(t.kop), alinea(t.geen[trechter])];
  const jaar = keuze.jaar ?? 0;
  const { kop: kolommen, rijen } = trechterTabel(trechter, taal);
  const buiten = trechter.buiten.map(b => t.regelGeen(b.naam, t.reden[b.reden]));
  return [
    kop(t.kop),
    alinea(t.uitleg),
    await trechterBlok(trechterGrafiek(keuze.indicator, jaar, trechter, taal)),
    alinea(t.figuur),
    ...tabel(
      t.tabel(inTaal(keuze.indicator.naam, taal), String(jaar)),
      kolommen,
      rijen,
      [2.2, 1.1, 1.3, 3, 2.2, 1.6, 2],
      [1, 2],
    ),
    ...lijst(trechterUitleg(trechter, taal)),
    ...(buiten.length === 0
      ? []
      : [{ soort: 'kop', niveau: 3, tekst: t.buitenKop } as const, ...lijst(buiten), alinea(t.buitenUitleg)]),
    alinea(t.methode),
  ];
}

async function deelVerloop({ keuze, goed, taal }: Stof): Promise<Blok[]> {
  const t = tekstenVan(taal);
  const lijnen = goed.verloop;
  if (!lijnen) return [];
  const grafiek = verloopGrafiek(keuze.indicator, lijnen, taal);
  const jaren = lijnen.find(l => l.punten.length > 0)?.punten.map(p => p.jaar) ?? [];
  const cellen = (l: (typeof lijnen)[number]) =>
    jaren.map(j =>
      verloopCel(
        l.punten.find(p => p.jaar === j),
        taal,
      ),
    );
  return [
    kop(t.gebieden.verloop.kop),
    {
      soort: 'afbeelding',
      svg: await losseTekening(tekenKleineLijnen(grafiek, TEKENBREEDTE), grafiek.titel),
      alt: grafiek.beschrijving,
      bijschrift: `${grafiek.titel}. ${grafiek.subtitel}`,
    },
    ...tabel(
      t.gebieden.verloop.tabel(inTaal(keuze.indicator.naam, taal)),
      [t.kolom.gemeente, ...jaren.map(String)],
      lijnen.map(l => [l.naam, ...cellen(l)]),
      [2, ...jaren.map(() => 3)],
    ),
  ];
}

/** The comparison of municipalities on paper: the same as on the screen, from public figures only. */
export async function vergelijkDocument(
  keuze: Vergelijkkeuze,
  goed: Vergelijkgoed,
  taal: Taal,
  vandaag: Temporal.PlainDate,
): Promise<Document> {
  const t = tekstenVan(taal);
  const stof = { keuze, goed, taal };
  const titel = t.vergelijk.titel(inTaal(keuze.indicator.naam, taal), keuze.regio.naam);
  const grenzen =
    keuze.grenzen === 'bron' ? t.pagina.bronUitleg : t.pagina.vandaagUitleg(formatDag(vandaag, taal));
  const inhoud =
    keuze.jaar === null
      ? [alinea(t.vergelijk.geen)]
      : [...deelVerandering(stof), ...(await deelTrechter(stof)), ...(await deelVerloop(stof))];
  return cijferdocument(titel, keuze.regio.naam, grenzen, taal, vandaag, [
    alinea(t.vergelijk.volgorde),
    ...inhoud,
    kop(t.gebieden.papier.nietGezegd),
    alinea(t.gebieden.trechter.beperking.charAt(0).toUpperCase() + t.gebieden.trechter.beperking.slice(1)),
    ...bronBlok(
      goed.rijen.flatMap(r => (r.regel ? [r.regel.waarneming] : [])),
      taal,
    ),
  ]);
}
