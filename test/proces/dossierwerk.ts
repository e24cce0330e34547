import { systeemklok } from '#platform/klok/index.ts';
import { Bezoeker } from './bezoeker.ts';

/** Where the casework of the demonstration stands that `vulDossierwerk` added to. */
export interface Dossierwerk {
  /** Address of a file in which every part has something in it. */
  dossier: string;
  /** Addresses of a request that waits for its decision, and of one that was decided and whose letter can be made. */
  openVerzoek: string;
  beslotenVerzoek: string;
}

const dag = (geleden: number): string => {
  const d = systeemklok.vandaag().subtract({ days: geleden });
  return `${d.day}-${d.month}-${d.year}`;
};

/** Fills in a form of a page as a person would; throws with what the page says when it is refused. */
async function vulIn(
  wie: Bezoeker,
  pagina: string,
  pad: string,
  velden: Record<string, string | string[]>,
): Promise<string> {
  const html = await (await wie.haal(pagina)).text();
  const r = await wie.stuur(pad, { ...Bezoeker.verborgen(html, pad), ...velden });
  if (r.status === 303) return r.headers.get('location') ?? '';
  const melding = (await r.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  throw new Error(`${pad} gaf ${r.status}: ${melding.slice(0, 2000)}`);
}

async function vulDossier(pro: Bezoeker): Promise<{ dossier: string; nummer: string; persoon: string }> {
  const lijst = await (await pro.haal('/casus')).text();
  const dossier = /href="(\/casus\/[0-9a-f-]{36})"/.exec(lijst)?.[1] ?? '';
  const html = await (await pro.haal(dossier)).text();
  const nummer = /20\d\d-\d{6}/.exec(html)?.[0] ?? '';
  const persoon = /<option value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
  const verklaring = { partij: persoon, over_dag: dag(1), inhoud: 'Ik wil dat het thuis rustig blijft.' };
  await vulIn(pro, dossier, `${dossier}/verklaringen`, verklaring);
  const bestand = new File(['Verzonnen verslag van een gesprek.'], 'verslag.txt');
  const csrf = Bezoeker.verborgen(html, `${dossier}/documenten`);
  const r = await pro.stuurBestand(`${dossier}/documenten`, csrf, bestand);
  if (r.status !== 303) throw new Error(`Document gaf ${r.status}.`);
  await vulIn(pro, dossier, `${dossier}/notities`, { inhoud: 'Half geschreven.', _doe: 'concept' });
  return { dossier, nummer, persoon };
}

const VERZOEK = {
  aanvrager: 'Verzonnen Voorbeeld, bel na vier uur',
  vraag: 'Wat staat er over mij?',
  door: 'zelf',
  leeftijd: '16_plus',
  wilsbekwaam: 'ja',
  taak: 'wmo',
};

/** A request that was granted: proposed by who has the direction in the file, decided by the privacy officer. */
async function beslisVerzoek(functie: Bezoeker, pro: Bezoeker, pad: string, persoon: string): Promise<void> {
  await vulIn(functie, pad, `${pad}/identiteit`, { identiteit: 'document_gezien' });
  await vulIn(pro, pad, `${pad}/persoon`, { persoon });
  const voorstel = {
    besluit: 'toegewezen',
    omvang: 'dossier',
    belang_ander: 'niet_aanmerkelijk',
    belang_kind: 'geen',
    motivering: 'Niemand anders heeft een belang bij bewaren.',
  };
  await vulIn(pro, pad, `${pad}/voorstel`, voorstel);
  await vulIn(functie, pad, `${pad}/besluit`, { akkoord: 'ja' });
}

/**
 * Adds to the families of a demonstration, through its own pages, what a new one does not have: a statement, a
 * document, a draft, a request that waits, and one for destruction that was granted and so stands on a list.
 */
export async function vulDossierwerk(adres: string, wachtwoord: string): Promise<Dossierwerk> {
  const [pro, functie] = [new Bezoeker(adres), new Bezoeker(adres)];
  await pro.meldAan('professional', wachtwoord);
  await functie.meldAan('privacyfunctionaris', wachtwoord);
  const { dossier, nummer, persoon } = await vulDossier(pro);
  const NIEUW = '/privacy/verzoeken/nieuw';
  const verzoek = (soort: string) =>
    vulIn(functie, NIEUW, NIEUW, { ...VERZOEK, soort, ontvangen: dag(2), nummer });
  const openVerzoek = await verzoek('inzage');
  const beslotenVerzoek = await verzoek('vernietiging');
  await beslisVerzoek(functie, pro, beslotenVerzoek, persoon);
  return { dossier, openVerzoek, beslotenVerzoek };
}
