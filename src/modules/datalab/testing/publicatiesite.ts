import { beschermInProces, bewijsInProces } from '#platform/oplosser/index.ts';
import { type Rekenlening, rekenDoor } from '../usecases/reken-publicatie-door.ts';
import type { Datalabsite, Proefpersoon } from './datalabsite.ts';

/** The reckoning of releases as the application does it, in processes of its own. */
export const rekenlening = (db: Rekenlening['db'], dag: Temporal.PlainDate): Rekenlening => ({
  db,
  vandaag: () => dag,
  bescherm: beschermInProces,
  bewijs: bewijsInProces,
});

/** Imports internal counts through the pages, as an analyst does. */
export async function leesTellingenIn(
  site: Datalabsite,
  wie: Proefpersoon,
  regio: string,
  rijen: readonly (readonly [gemeente: string, periode: string, indicator: string, waarde: number])[],
): Promise<void> {
  const csv = `gemeente,periode,indicator,waarde\n${rijen.map(r => r.join(',')).join('\n')}\n`;
  const bestand = new File([csv], 'tellingen.csv', { type: 'text/csv' });
  const proef = await site.stuur('/datalab/invoer', { regio, bestand }, wie);
  const pad = proef.headers.get('location') ?? '';
  const uit = await site.stuur(
    pad,
    {
      doe: 'lees_in',
      bron_titel: 'Verzonnen tellingen van Veilig Thuis',
      plek: 'blad 1',
      openbaarheid: 'intern',
    },
    wie,
  );
  if (uit.status !== 303) throw new Error(`import refused: ${await uit.text()}`);
}

/** Does one act on a release and gives the answer; the version is read from the page, as a browser would. */
export async function doeOp(
  site: Datalabsite,
  id: string,
  doe: string,
  wie: Proefpersoon,
  reden = '',
): Promise<Response> {
  const html = await site.tekst(`/datalab/publicaties/${id}`, wie);
  const versie = /name="versie" value="(\d+)"/.exec(html)?.[1] ?? '0';
  return site.stuur(`/datalab/publicaties/${id}`, { doe, versie, reden }, wie);
}

export interface Keuzevelden {
  titel: string;
  indicator: string;
  van: string;
  tot: string;
  niveaus?: readonly string[];
  meetperioden?: readonly string[];
  methode?: string;
}

/** Fills in the form for a new release and protects it; gives the id. */
export async function maakConcept(
  site: Datalabsite,
  lening: Rekenlening,
  wie: Proefpersoon,
  regio: string,
  k: Keuzevelden,
): Promise<string> {
  const uit = await site.stuurLijst(
    '/datalab/publicaties/nieuw',
    [
      ['regio', regio],
      ['titel', k.titel],
      ['indicatoren', k.indicator],
      ['van_jaar', k.van],
      ['tot_jaar', k.tot],
      ['methode', k.methode ?? 'afronden'],
      ...(k.niveaus ?? ['gemeente', 'regio']).map(n => ['niveaus', n] as const),
      ...(k.meetperioden ?? ['jaar']).map(n => ['meetperioden', n] as const),
    ],
    wie,
  );
  if (uit.status !== 303) throw new Error(`not made: ${uit.status} ${await uit.text()}`);
  const id = (uit.headers.get('location') ?? '').split('/').at(-1) ?? '';
  await rekenDoor(lening, id);
  return id;
}

/** Makes a draft, has a colleague approve it, and gives its address. */
export async function geefUit(
  site: Datalabsite,
  lening: Rekenlening,
  wie: { analist: Proefpersoon; collega: Proefpersoon },
  regio: string,
  k: Keuzevelden,
): Promise<{ id: string; pad: string; code: string }> {
  const id = await maakConcept(site, lening, wie.analist, regio, k);
  for (const [doe, mens] of [
    ['bied_aan', wie.analist],
    ['keur_goed', wie.collega],
  ] as const) {
    const uit = await doeOp(site, id, doe, mens);
    if (uit.status !== 303) throw new Error(`${doe}: ${uit.status}`);
  }
  const code = k.titel.toLowerCase().replaceAll(' ', '-');
  return { id, code, pad: `/regio/${regio}/publicaties/${code}` };
}
