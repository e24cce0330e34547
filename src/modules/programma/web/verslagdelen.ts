import type { Blok, Tekst } from '#platform/documenten/index.ts';
import { type Taal, toonEuro } from '#platform/ui/index.ts';
import { leidAf, standenVan } from '../domain/afgeleid.ts';
import { begrotingVan, geldbronnen, telOp } from '../domain/geld.ts';
import { lijst, type Onderdeel, type Programma, tekst, titel, vind } from '../domain/programma.ts';
import { standVanOpmerking, telPerGemeente } from '../domain/raad.ts';
import type { Plaats, Verslaginhoud } from '../domain/verslag.ts';
import { toonDeeldatum, toonWanneer } from './opmaak.tsx';
import { algemeen } from './teksten/algemeen.ts';
import { keuzeWoord } from './teksten/keuzes.ts';
import { raadTeksten } from './teksten/raad.ts';
import { verslagTeksten } from './teksten/verslag.ts';

/** What every part of the letter is made from. */
export interface Verslagstof {
  p: Programma;
  inhoud: Verslaginhoud;
  taal: Taal;
}

export const alinea = (t: Tekst): Blok => ({ soort: 'alinea', tekst: t });
export const kop = (t: string): Blok => ({ soort: 'kop', niveau: 2, tekst: t });
const punten = (regels: readonly string[]): Blok => ({ soort: 'lijst', punten: regels });

/** An introduction and its list, or nothing when the list is empty. */
export const opsomming = (intro: string, regels: readonly string[]): Blok[] =>
  regels.length === 0 ? [] : [alinea(intro), punten(regels)];

const mijlpalen = (s: Verslagstof, plaats: Plaats): readonly Onderdeel[] =>
  s.inhoud.mijlpalen.get(plaats) ?? [];

/** A milestone in one line: what, for which action, when. */
function regelVan(s: Verslagstof, m: Onderdeel, extra = ''): string {
  const actie = vind(s.p, 'actie', tekst(m, 'actie'));
  const bij = actie ? ` (${algemeen[s.taal].soort.actie.toLowerCase()} ${actie.code})` : '';
  const wanneer = toonWanneer(m, s.taal);
  const delen = [wanneer === algemeen[s.taal].onbekend ? '' : wanneer, extra].filter(d => d !== '');
  return `${titel(m)}${bij}${delen.length > 0 ? `: ${delen.join('; ')}` : ''}`;
}

const sindsVan = (s: Verslagstof, m: Onderdeel): string => {
  const sinds = tekst(m, 'statusSinds');
  return sinds ? verslagTeksten[s.taal].sinds(toonDeeldatum(sinds, s.taal)) : '';
};
const metReden = (s: Verslagstof, m: Onderdeel): string =>
  regelVan(
    s,
    m,
    [tekst(m, 'statusReden') || verslagTeksten[s.taal].redenOnbekend, sindsVan(s, m)]
      .filter(d => d !== '')
      .join(', '),
  );

/** Decisions of the period that the source calls taken, or those that it only calls planned. */
function besluitregels(s: Verslagstof, genomen: boolean): string[] {
  return s.inhoud.besluiten
    .filter(x => (x.staat === 'genomen') === genomen)
    .map(({ besluit: b }) => {
      const waar = [tekst(b, 'orgaan'), tekst(b, 'gemeente')].filter(w => w !== '').join(', ');
      return `${toonDeeldatum(tekst(b, 'datum'), s.taal)}, ${waar}: ${titel(b)} (${tekst(b, 'uitkomst')})`;
    });
}

/** What was reported done, what was measured, what was decided. */
export function deelBereikt(s: Verslagstof): Blok[] {
  const t = verslagTeksten[s.taal];
  const gereed = mijlpalen(s, 'bereikt');
  const met = (n: unknown, eenheid: unknown) => `${n}${eenheid ? ` ${eenheid}` : ''}`;
  const metingen = s.inhoud.metingen.map(({ resultaat: r }) =>
    t.meting(
      String(r.tekst),
      met(r.gemeten, r.eenheid),
      typeof r.streefwaarde === 'number' ? met(r.streefwaarde, r.eenheid) : null,
      toonDeeldatum(String(r.gemetenOp), s.taal),
    ),
  );
  return [
    kop(t.bereikt),
    ...(gereed.length === 0 ? [alinea(t.bereiktGeen)] : []),
    ...opsomming(
      t.bereiktTekst(gereed.length),
      gereed.map(m => regelVan(s, m, sindsVan(s, m))),
    ),
    ...opsomming(t.metingen, metingen),
    ...opsomming(t.besluiten, besluitregels(s, true)),
    ...opsomming(t.geplandeBesluiten, besluitregels(s, false)),
  ];
}

/** The actions of the period with how they stand, and the milestones on their way. */
export function deelLoopt(s: Verslagstof): Blok[] {
  const t = verslagTeksten[s.taal];
  const a = algemeen[s.taal];
  const { acties, gemeente } = s.inhoud;
  const woord = (status: keyof typeof a.status | null) => (status ? a.status[status] : a.statusOnbekend);
  const rijen = acties.map(actie => {
    const standen = standenVan(s.p, actie);
    const hier = standen.find(x => x.gemeente.naam === gemeente)?.status ?? null;
    const rij = [`${actie.code} ${titel(actie)}`, tekst(actie, 'doel'), woord(leidAf(standen).status)];
    return gemeente === null ? rij : [...rij, woord(hier)];
  });
  const koppen = [t.actie, t.doel, t.standRegio, ...(gemeente === null ? [] : [t.standGemeente(gemeente)])];
  return [
    kop(t.loopt),
    alinea(acties.length === 0 ? t.looptGeen : t.looptTekst(acties.length)),
    ...(acties.length === 0 ? [] : [{ soort: 'tabel', kop: koppen, rijen, bijschrift: t.loopt } as const]),
    ...opsomming(
      t.looptMijlpalen,
      mijlpalen(s, 'loopt').map(m => regelVan(s, m)),
    ),
  ];
}

/** What slipped and why; what nobody reported; what was dropped. */
export function deelVertraagd(s: Verslagstof): Blok[] {
  const t = verslagTeksten[s.taal];
  const eerder = mijlpalen(s, 'eerder_niet_gemeld').length;
  const blokken: Blok[] = [
    ...opsomming(
      t.vertraagdTekst,
      mijlpalen(s, 'vertraagd').map(m => metReden(s, m)),
    ),
    ...opsomming(
      t.nietGemeld,
      mijlpalen(s, 'niet_gemeld').map(m => regelVan(s, m)),
    ),
    ...(eerder > 0 ? [alinea(t.eerder(eerder))] : []),
    ...opsomming(
      t.later,
      mijlpalen(s, 'later_gereed').map(m => regelVan(s, m, sindsVan(s, m))),
    ),
    ...opsomming(
      t.vervallen,
      mijlpalen(s, 'vervallen').map(m => metReden(s, m)),
    ),
  ];
  return [kop(t.vertraagd), ...(blokken.length === 0 ? [alinea(t.vertraagdGeen)] : blokken)];
}

/** The budget by source of funds; what is unknown is said in words and never counted as 0. */
export function deelGeld(s: Verslagstof): Blok[] {
  const t = verslagTeksten[s.taal];
  const bronnen = geldbronnen(s.p);
  if (bronnen.length === 0) return [kop(t.geld), alinea(t.geldGeen)];
  const bedrag = (n: number | null) => (n === null ? algemeen[s.taal].onbekend : n);
  const rijen = bronnen.map(b => [
    keuzeWoord(b.financiering, s.taal),
    bedrag(b.som.som),
    bedrag(telOp(b.regels.map(r => r.toegekend)).som),
    bedrag(telOp(b.regels.map(r => r.besteed)).som),
    b.som.onbekend,
  ]);
  const verschillen = bronnen.flatMap(b =>
    b.verschil && b.som.som !== null && b.volgensBron !== null
      ? [
          t.verschil(
            keuzeWoord(b.financiering, s.taal),
            toonEuro(b.som.som, s.taal),
            toonEuro(b.volgensBron, s.taal),
          ),
        ]
      : [],
  );
  return [
    kop(t.geld),
    alinea(t.geldTekst(tekst(begrotingVan(s.p), 'periode'))),
    {
      soort: 'tabel',
      kop: [t.geldbron, t.begroot, t.toegekend, t.besteed, t.zonderBedrag],
      rijen,
      bijschrift: t.geldTabel,
      numeriek: [1, 2, 3, 4],
    },
    ...verschillen.map(alinea),
    alinea(t.geldWoorden),
  ];
}

/** Remarks of the council it is addressed to with their answers; for all councils a count. */
export function deelRaad(s: Verslagstof): Blok[] {
  const t = verslagTeksten[s.taal];
  const r = raadTeksten[s.taal];
  const { gemeente, opmerkingen } = s.inhoud;
  if (gemeente === null) {
    if (lijst(s.p, 'raadsopmerking').length === 0) return [kop(t.raadAlle), alinea(t.raadGeenAlle)];
    const rijen = telPerGemeente(s.p).map(x => [x.gemeente, x.totaal, x.open]);
    const koppen = [r.gemeente, t.totaal, t.open];
    return [
      kop(t.raadAlle),
      { soort: 'tabel', kop: koppen, rijen, bijschrift: t.raadTabel, numeriek: [1, 2] },
    ];
  }
  if (opmerkingen.length === 0) return [kop(t.raad), alinea(t.raadGeen)];
  return [
    kop(t.raad),
    alinea(t.raadTekst(opmerkingen.length)),
    {
      soort: 'tabel',
      kop: [t.onderwerpOpmerking, t.opmerking, t.antwoord, t.status],
      rijen: opmerkingen.map(o => [
        titel(o),
        tekst(o, 'opmerking'),
        tekst(o, 'antwoord') || t.geenAntwoord,
        r.statussen[standVanOpmerking(o).status],
      ]),
      bijschrift: t.raad,
    },
  ];
}

/** What comes first after the period. */
export function vervolgRegels(s: Verslagstof, hoogstens: number): string[] {
  return mijlpalen(s, 'vervolg')
    .slice(0, hoogstens)
    .map(m => regelVan(s, m));
}
