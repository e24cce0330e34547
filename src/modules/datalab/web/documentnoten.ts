import type { Stuk, Tekst } from '#platform/documenten/index.ts';
import type { Taal } from '#platform/ui/index.ts';
import type { Publicatie } from '../domain/publicatie.ts';
import { beschermzinnen } from '../domain/publicatie.ts';
import type { OpenbareWaarneming } from '../domain/waarneming.ts';
import { dagVan } from './publicatie-uitvoer.ts';
import { documentteksten } from './teksten-document.ts';
import { toonBrondatum } from './woorden.ts';

/** A numbered note: where a number comes from. */
export interface Noot {
  readonly nr: number;
  readonly adres: string | null;
  readonly tekst: Tekst;
}

/** The notes of a document, numbered in the order in which they are first needed. */
export interface Noten {
  bijPublicatie(p: Publicatie): Noot;
  bijBron(w: OpenbareWaarneming): Noot;
  lijst(): readonly Noot[];
  /** Codes of the releases that a number came from. */
  publicaties(): readonly string[];
}

function publicatieregel(p: Publicatie, regio: string, adres: string, taal: Taal): Tekst {
  const t = documentteksten[taal];
  const voor = t.verwijzing(p.titel, regio, dagVan(p.gepubliceerd, taal), p.code, String(p.versie));
  const hoe = beschermzinnen(p, taal).join(' ');
  return [voor, { tekst: adres, naar: adres }, t.verwijzingZegel(p.zegel.slice(0, 16), hoe)];
}

const bronregel = (w: OpenbareWaarneming, taal: Taal): string =>
  `${[w.citaat.titel, w.citaat.van, toonBrondatum(w.citaat.datum, taal)].filter(d => d !== null).join(', ')}.`;

/** `adresVan` gives the permanent address of a release, with host. */
export function maakNoten(regio: string, taal: Taal, adresVan: (p: Publicatie) => string): Noten {
  const noten = new Map<string, Noot>();
  const publicaties: string[] = [];
  const zoek = (sleutel: string, maak: () => Omit<Noot, 'nr'>): Noot => {
    const er = noten.get(sleutel);
    if (er) return er;
    const noot = { nr: noten.size + 1, ...maak() };
    noten.set(sleutel, noot);
    return noot;
  };
  return {
    bijPublicatie: p =>
      zoek(`publicatie ${p.id}`, () => {
        publicaties.push(p.code);
        const adres = adresVan(p);
        return { adres, tekst: publicatieregel(p, regio, adres, taal) };
      }),
    bijBron: w => zoek(`bron ${w.bron}`, () => ({ adres: null, tekst: bronregel(w, taal) })),
    lijst: () => [...noten.values()],
    publicaties: () => publicaties,
  };
}

/** The mark of a note, as a link where there is an address. */
export const merk = (n: Noot): Stuk =>
  n.adres === null ? `[${n.nr}]` : { tekst: `[${n.nr}]`, naar: n.adres };
