import {
  gelukt,
  geweigerd,
  nietGevonden,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import { findOrganisatienaam } from '../db/bewaren.ts';
import { findUitvoerrecht, type Inzagerecht, listZelfdeMens } from '../db/inzage.ts';
import { findVerzoekrij, type Verzoekrij } from '../db/verzoeken.ts';
import { type Kijkregel, type Lezer, maakOverzicht, type Overzicht } from '../domain/logboek-overzicht.ts';
import { inzagefouten } from '../domain/teksten-inzage.ts';
import { uitvoerbezwaar, type Verzenduitkomst } from './afschrift.ts';
import { alsDoener, type Inzagedoen } from './inzage.ts';
import { alsKijkregels, leesLogboek, leesLognamen, legOverzichtVast, type Vrijgavereden } from './logboek.ts';
import { boekVerzending, toetsVerzending } from './verzending.ts';

export interface Logperiode {
  van: Temporal.PlainDate;
  tot: Temporal.PlainDate;
}

/** The log of the person of one decided request, and for which reader an overview of it would be. */
export interface Verzoeklogboek {
  verzoek: Verzoekrij;
  recht: Inzagerecht;
  lezer: Lezer;
  kijk: Kijkregel[];
  /** Name of the organisation that gives it. */
  houder: string;
  periode: Logperiode;
}

/**
 * The log of use of the person whom a request for access is about, for the privacy officer. Only after identity, a
 * decision of two to give access, and the letter; the person is the one of the request and nobody else. Refuses
 * `niet_gevonden`, `niet_besloten` and `geen_brief`.
 */
export async function leesVerzoeklogboek(
  d: Inzagedoen,
  verzoek: string,
  periode: Logperiode,
): Promise<Result<Verzoeklogboek, Weigering>> {
  const gelezen = await alsDoener(d, async tx => {
    const v = await findVerzoekrij(tx, verzoek);
    const recht = v ? await findUitvoerrecht(tx, verzoek) : null;
    if (!v || !recht) return null;
    if (uitvoerbezwaar(v)) return { v, recht, ids: [], regels: [], houder: '' };
    const ids = await listZelfdeMens(tx, recht.betrokkene);
    const vraag = { soort: 'betrokkene', kenmerk: recht.betrokkene, ...periode } as const;
    const regels = await leesLogboek(tx, vraag);
    // To a representative another file about the same person is not told of: it may be that of the other parent.
    const hier = recht.door === 'zelf' ? regels : regels.filter(r => r.details.dossier === recht.dossier);
    return { v, recht, ids, regels: hier, houder: await findOrganisatienaam(tx, v.organisatie) };
  });
  if (!gelezen) return geweigerd(nietGevonden());
  const bezwaar = uitvoerbezwaar(gelezen.v);
  if (bezwaar) return geweigerd(bezwaar);
  const namen = await leesLognamen(d, d.vandaag, gelezen.regels);
  const { v, recht, ids, houder } = gelezen;
  const lezer = { ids, vertegenwoordiger: recht.door === 'vertegenwoordiger' };
  return gelukt({ verzoek: v, recht, lezer, kijk: alsKijkregels(gelezen.regels, namen), houder, periode });
}

/** What the officer chose: to show after all, why, and which findings on safe contact he accepts. */
export interface Overzichtkeuze {
  vrijgaven: readonly string[];
  reden: Vrijgavereden | null;
  bevestigd: readonly string[];
}

/**
 * Decides, at this moment, whether the overview may go out, and logs that it does. What a representative gets is
 * withheld by rules that nobody lifts. Refuses `geen_reden` when something is shown without a reason.
 */
export async function geefOverzicht(
  d: Inzagedoen,
  l: Verzoeklogboek,
  k: Overzichtkeuze,
): Promise<Result<{ overzicht: Overzicht } | Extract<Verzenduitkomst, { oordeel: unknown }>, Weigering>> {
  const vrijgaven = l.lezer.vertegenwoordiger ? [] : k.vrijgaven;
  if (vrijgaven.length > 0 && k.reden === null)
    return geweigerd(weigering('geen_reden', inzagefouten.geenReden));
  const oordeel = await toetsVerzending(d, l.verzoek, l.recht, k.bevestigd);
  if (!oordeel) return geweigerd(nietGevonden());
  if (oordeel.stand !== 'mag') return gelukt({ oordeel });
  await alsDoener(d, async tx => {
    await legOverzichtVast(tx, l.recht.betrokkene, vrijgaven, k.reden);
    await boekVerzending(tx, l.recht, { soort: 'logboek', object: l.verzoek.id, oordeel });
  });
  return gelukt({ overzicht: maakOverzicht(l.kijk, l.lezer, new Set(vrijgaven)) });
}
