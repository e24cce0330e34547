import { formatDag, maandNaam } from '#kern/datum/index.ts';
import type { Blok, Document } from '#platform/documenten/index.ts';
import type { Taal } from '#platform/ui/index.ts';
import { enige, lijst, type Programma, tekst, titel } from '../domain/programma.ts';
import { maandenVan, plichtenVan } from '../domain/rapportageplicht.ts';
import { type Verslagperiode, verslagInhoud } from '../domain/verslag.ts';
import { toonDeeldatum } from './opmaak.tsx';
import { verslagTeksten } from './teksten/verslag.ts';
import {
  alinea,
  deelBereikt,
  deelGeld,
  deelLoopt,
  deelRaad,
  deelVertraagd,
  kop,
  opsomming,
  type Verslagstof,
  vervolgRegels,
} from './verslagdelen.ts';

/** What a letter is asked to be about. */
export interface Verslagvraag {
  periode: Verslagperiode;
  /** Name of the municipality whose council reads it; null is all councils. */
  gemeente: string | null;
  vandaag: Temporal.PlainDate;
  taal: Taal;
  /** Publishable figures as blocks without headings; empty: a sentence says where they are. */
  cijfers: readonly Blok[];
}

const toonMaand = (d: Temporal.PlainDate, taal: Taal) => `${maandNaam(d.month, taal)} ${d.year}`;

/** 'januari 2026 tot en met juni 2026'. */
export function toonVerslagperiode(periode: Verslagperiode, taal: Taal): string {
  return verslagTeksten[taal].vanTot(toonMaand(periode.van, taal), toonMaand(periode.tot, taal));
}

/** The duty to report to this council, or to the councils together. */
function plichtVoor(p: Programma, v: Verslagvraag) {
  return plichtenVan(p, v.vandaag).find(({ plicht }) => {
    const voor = tekst(plicht, 'gemeente');
    return tekst(plicht, 'ontvanger') === 'raad' && (voor === '' || voor === v.gemeente);
  });
}

function deelAanleiding(s: Verslagstof, v: Verslagvraag): Blok[] {
  const t = verslagTeksten[v.taal];
  const regio = enige(s.p, 'regio');
  const plicht = plichtVoor(s.p, v)?.plicht;
  const toon = (veld: string) => toonDeeldatum(tekst(regio, veld), v.taal);
  const zinnen = [
    t.aanleidingTekst(tekst(regio, 'programma'), tekst(regio, 'naam'), toonVerslagperiode(v.periode, v.taal)),
    tekst(regio, 'periodeVan') && tekst(regio, 'periodeTot')
      ? t.looptijd(toon('periodeVan'), toon('periodeTot'))
      : '',
    plicht
      ? t.plicht(
          titel(plicht).charAt(0).toLowerCase() + titel(plicht).slice(1),
          maandenVan(plicht)
            .map(m => maandNaam(m, v.taal))
            .join(', '),
        )
      : '',
  ];
  return [kop(t.aanleiding), alinea(zinnen.filter(z => z !== '').join(' '))];
}

function deelVervolg(s: Verslagstof, v: Verslagvraag): Blok[] {
  const t = verslagTeksten[v.taal];
  const regels = vervolgRegels(s, 10);
  const volgende = plichtVoor(s.p, v)?.volgende;
  return [
    kop(t.vervolg),
    ...(regels.length === 0 ? [alinea(t.vervolgGeen)] : opsomming(t.vervolgTekst, regels)),
    ...(volgende ? [alinea(t.volgendeKeer(formatDag(volgende, v.taal)))] : []),
  ];
}

/** The documents that the programme was read from, by title, municipality and date. */
function bronregel(p: Programma, taal: Taal): Blok {
  const titels = lijst(p, 'document')
    .filter(d => tekst(d, 'bestand') !== '')
    .map(d =>
      [titel(d), tekst(d, 'gemeente'), tekst(d, 'datum') ? toonDeeldatum(tekst(d, 'datum'), taal) : '']
        .filter(x => x !== '')
        .join(', '),
    );
  return { soort: 'bron', tekst: `${verslagTeksten[taal].bronnen}: ${titels.join('; ')}.` };
}

function briefkop(p: Programma, v: Verslagvraag): Blok {
  const t = verslagTeksten[v.taal];
  const regio = enige(p, 'regio');
  const plaats = v.gemeente ?? tekst(regio, 'centrumgemeente');
  const dag = formatDag(v.vandaag, v.taal);
  return {
    soort: 'briefkop',
    afzender: [t.afzender(tekst(regio, 'naam')), tekst(regio, 'programma')],
    ontvanger: [v.gemeente ? t.aanRaad(v.gemeente) : t.aanRaden],
    plaatsDatum: plaats ? `${plaats}, ${dag}` : dag,
  };
}

/**
 * The progress of a region's programme over a period as a letter to a council: what was the reason, what was
 * achieved, what is under way, what slipped and why, money, answers, figures, what is next, and what it does not
 * say. From the programme as given: a published one makes a letter of published facts only.
 */
export function stelVerslagOp(p: Programma, v: Verslagvraag): Document {
  const t = verslagTeksten[v.taal];
  const regio = enige(p, 'regio');
  const inhoud = verslagInhoud(p, v.periode, v.vandaag, v.gemeente);
  const s: Verslagstof = { p, inhoud, taal: v.taal };
  const dag = formatDag(v.vandaag, v.taal);
  return {
    titel: t.briefTitel(tekst(regio, 'programma'), toonVerslagperiode(v.periode, v.taal)),
    taal: v.taal,
    onderwerp: t.onderwerp,
    metagegevens: [
      { label: t.periode, waarde: toonVerslagperiode(v.periode, v.taal) },
      { label: t.stand, waarde: dag },
      { label: t.soort, waarde: p.weergave === 'werk' ? t.conceptWerk : t.concept },
    ],
    voettekst: t.voettekst(tekst(regio, 'naam'), dag),
    blokken: [
      briefkop(p, v),
      alinea(t.aanhef),
      ...deelAanleiding(s, v),
      ...deelBereikt(s),
      ...deelLoopt(s),
      ...deelVertraagd(s),
      ...deelGeld(s),
      ...deelRaad(s),
      kop(t.cijfers),
      ...(v.cijfers.length > 0 ? v.cijfers : [alinea(t.cijfersElders)]),
      ...deelVervolg(s, v),
      kop(t.nietGezegd),
      { soort: 'lijst', punten: t.grenzen },
      alinea(`${t.slot}\n${v.gemeente ? t.ondertekening : t.slotRegio}`),
      bronregel(p, v.taal),
    ],
  };
}
