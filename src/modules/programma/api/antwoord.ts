import type { z } from '#platform/http/api.ts';
import {
  enige,
  gemeenten,
  lijst,
  type Onderdeel,
  type Programma,
  tekst,
  titel,
} from '../domain/programma.ts';
import { actiesVan } from '../domain/smart.ts';
import { SOORTEN } from '../domain/soorten.ts';
import { type Inhoud, SOORTCODES, type Veld } from '../domain/veld.ts';
import { normaliseer } from '../domain/waarde.ts';
import { isBestandsnaam, isHerkomst, type Programma as Programmaschema, type Regio } from './schemas.ts';

const ofNull = (waarde: string): string | null => (waarde === '' ? null : waarde);

/** Title, publisher, date and paragraph of the document that an item names by file. */
function herkomst(p: Programma, bron: unknown): Inhoud | null {
  const b = bron as Inhoud | null;
  if (!b) return null;
  const d = lijst(p, 'document').find(x => b.bestand && tekst(x, 'bestand') === b.bestand) ?? null;
  return {
    titel: ofNull(tekst(d, 'titel')),
    van: ofNull(tekst(d, 'gemeente')),
    datum: ofNull(tekst(d, 'datum')),
    paragraaf: typeof b.paragraaf === 'string' ? b.paragraaf : null,
  };
}

function inhoudVan(p: Programma, o: Onderdeel): Inhoud {
  const soort = SOORTEN[o.soort];
  const vol = normaliseer(soort, o.inhoud);
  const waarde = (v: Veld) => (isHerkomst(v) ? herkomst(p, vol[v.naam]) : vol[v.naam]);
  return Object.fromEntries(
    soort.velden.filter(v => !isBestandsnaam(soort, v)).map(v => [v.naam, waarde(v)]),
  );
}

/** CBS code by what was published: the row itself may already stand for a draft. */
function gemeenteVan(p: Programma, o: Onderdeel): string | null {
  const veld = SOORTEN[o.soort].gemeenteVeld;
  return (veld && gemeenten(p).find(g => g.naam === o.inhoud[veld])?.code) || null;
}

/** An item as published. Nothing tells whether there is a later draft. */
export function onderdeelAntwoord(p: Programma, o: Onderdeel) {
  return {
    soort: o.soort,
    code: o.code,
    titel: titel(o),
    gemeente: gemeenteVan(p, o),
    versie: o.openbareVersie ?? o.versie,
    geldigVanaf: o.geldigVanaf,
    inhoud: inhoudVan(p, o),
  };
}

/** Every published item, in the order of the kinds and of the source. */
export function alleOnderdelen(p: Programma): Onderdeel[] {
  return SOORTCODES.flatMap(soort => [...lijst(p, soort)]);
}

export function regioAntwoord(p: Programma): z.infer<typeof Regio> {
  const r = enige(p, 'regio');
  return {
    code: p.regio,
    naam: tekst(r, 'naam'),
    programma: ofNull(tekst(r, 'programma')),
    periodeVan: ofNull(tekst(r, 'periodeVan')),
    periodeTot: ofNull(tekst(r, 'periodeTot')),
    status: ofNull(tekst(r, 'status')),
    gemeenten: gemeenten(p),
  };
}

const verwijzing = (o: Onderdeel) => ({ code: o.code, titel: titel(o) });

/** Is this item under none of the published action lines? */
const zonderLijn = (p: Programma) => (o: Onderdeel) =>
  !lijst(p, 'actielijn').some(l => l.code === tekst(o, 'actielijn'));

export function programmaAntwoord(p: Programma): z.infer<typeof Programmaschema> {
  const kader = enige(p, 'kader');
  return {
    regio: p.regio,
    naam: tekst(enige(p, 'regio'), 'naam'),
    programma: ofNull(tekst(enige(p, 'regio'), 'programma')),
    kader: kader ? inhoudVan(p, kader) : null,
    actielijnen: lijst(p, 'actielijn').map(l => ({
      ...verwijzing(l),
      doelstellingen: lijst(p, 'doelstelling')
        .filter(d => tekst(d, 'actielijn') === l.code)
        .map(verwijzing),
      acties: actiesVan(p, l).map(verwijzing),
    })),
    overigeDoelstellingen: lijst(p, 'doelstelling').filter(zonderLijn(p)).map(verwijzing),
    overigeActies: lijst(p, 'actie').filter(zonderLijn(p)).map(verwijzing),
    aantallen: SOORTCODES.map(soort => ({ soort, aantal: lijst(p, soort).length })),
  };
}
