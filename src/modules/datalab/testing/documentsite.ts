import { type Datalabsite, type Kamer, maakDatalabsite, type Proefpersoon } from './datalabsite.ts';
import { doeOp, leesTellingenIn, maakConcept, rekenlening } from './publicatiesite.ts';

export const DOCUMENTREGIO = 'zaanstreek-waterland';
/** Invented counts of two years; Waterland and Oostzaan have fewer than five. */
export const MELDINGEN: Readonly<Record<string, readonly [number, number]>> = {
  'Edam-Volendam': [22, 31],
  Landsmeer: [11, 12],
  Oostzaan: [8, 4],
  Purmerend: [106, 188],
  Waterland: [11, 3],
  Wormerland: [12, 14],
  Zaanstad: [184, 346],
};
export const DOCUMENTJAREN = ['2024', '2025'] as const;

/** A release in print over those counts: prepared by one, approved by the other. Gives its id. */
async function drukPublicatie(
  site: Datalabsite,
  db: Parameters<typeof rekenlening>[0],
  wie: { analist: Proefpersoon; collega: Proefpersoon },
  k: { titel: string; indicator: string },
): Promise<string> {
  const rijen = Object.entries(MELDINGEN).flatMap(([g, w]) =>
    w.map((n, i) => [g, DOCUMENTJAREN[i] ?? '', k.indicator, n] as const),
  );
  await leesTellingenIn(site, wie.analist, DOCUMENTREGIO, rijen);
  const id = await maakConcept(site, rekenlening(db, site.klok.vandaag()), wie.analist, DOCUMENTREGIO, {
    titel: k.titel,
    indicator: k.indicator,
    van: DOCUMENTJAREN[0],
    tot: DOCUMENTJAREN[1],
  });
  for (const [doe, door] of [['bied_aan', wie.analist] as const, ['keur_goed', wie.collega] as const]) {
    const uit = await doeOp(site, id, doe, door);
    if (uit.status !== 303) throw new Error(`${doe}: ${uit.status} ${await uit.text()}`);
  }
  return id;
}

/** The room with the people of a region and of elsewhere, and one release in print. */
export async function maakDocumentwereld(
  proef: Parameters<typeof maakDatalabsite>[0],
  kamer: Kamer,
  titel: string,
) {
  const site = await maakDatalabsite(proef, kamer);
  const analist = await site.persoon('datalab_analist', DOCUMENTREGIO);
  const collega = await site.persoon('projectleider', DOCUMENTREGIO);
  return {
    site,
    analist,
    collega,
    adviseur: await site.persoon('beleidsmedewerker', DOCUMENTREGIO, 'GM0479'),
    elders: await site.persoon('projectleider', 'kennemerland'),
    lid: await site.persoon('raadslid', DOCUMENTREGIO, 'GM0852'),
    publicatie: await drukPublicatie(
      site,
      proef.app.db,
      { analist, collega },
      { titel, indicator: 'vt_meldingen' },
    ),
  };
}

/** Begins a document through the form; gives its working address. */
export async function beginDocument(
  site: Datalabsite,
  wie: Proefpersoon,
  k: {
    sjabloon: string;
    periode: string;
    gemeente?: string;
    publicaties: readonly string[];
    openbaar?: boolean;
  },
): Promise<string> {
  const uit = await site.stuurLijst(
    '/datalab/documenten/nieuw',
    [
      ['regio', DOCUMENTREGIO],
      ['sjabloon', k.sjabloon],
      ['periode', k.periode],
      ['gemeente', k.gemeente ?? ''],
      ...k.publicaties.map(p => ['publicaties', p] as const),
      ...(k.openbaar ? [['ook_openbaar', 'ja'] as const] : []),
    ],
    wie,
  );
  if (uit.status !== 303) throw new Error(`not begun: ${uit.status} ${await uit.text()}`);
  return uit.headers.get('location') ?? '';
}

/** Does one act on a document; the version is read from the page, as a browser would. */
export async function doeOpDocument(
  site: Datalabsite,
  pad: string,
  doe: string,
  wie: Proefpersoon,
  velden: readonly (readonly [string, string])[] = [],
): Promise<Response> {
  const versie = /name="versie" value="(\d+)"/.exec(await site.tekst(pad, wie))?.[1] ?? '0';
  return site.stuurLijst(pad, [['doe', doe], ['versie', versie], ...velden], wie);
}
