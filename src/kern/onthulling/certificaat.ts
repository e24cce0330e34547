import type { Gedrukt } from './bescherm.ts';
import { type Bewijsregel, controleerBewijsregel } from './bewijs.ts';
import { kennisVanExact, kennisVanGerond, kennisVanVerborgen } from './kennis.ts';
import { gevallenVan, stofVan, type Toetsvraag } from './waarborg.ts';

/** Everything that somebody needs to check a release without believing who made it. */
export interface Certificaat {
  readonly basis: number;
  readonly ruim: boolean;
  readonly gedrukt: readonly Gedrukt[];
  readonly nulGevoelig: ReadonlySet<string>;
  /** What an attacker has, who attacks, and what must be kept from him. */
  readonly toetsvraag: Toetsvraag;
  readonly regels: readonly Bewijsregel[];
}

export interface Certificaatfout {
  readonly code: 'print_ontbreekt' | 'kennis_te_ruim' | 'regel_ontbreekt' | 'regel_fout';
  readonly naam: string;
  /** Of a line of the proof. */
  readonly aanvaller?: string;
}

/** The proof may not assume that an attacker knows less than the print tells him. */
function printfouten(c: Certificaat): Certificaatfout[] {
  const kennis = new Map(c.toetsvraag.stof.kennis.map(k => [k.naam, k]));
  return c.gedrukt.flatMap((g): Certificaatfout[] => {
    const k = kennis.get(g.naam);
    if (!k) return [{ code: 'print_ontbreekt', naam: g.naam }];
    const regel = { basis: c.basis, ruim: c.ruim, nooitNul: true, nulGevoelig: c.nulGevoelig.has(g.naam) };
    const uitPrint =
      g.getoond === null
        ? kennisVanVerborgen(g.naam)
        : g.aard === 'exact'
          ? kennisVanExact(g.naam, g.getoond)
          : kennisVanGerond(g.naam, g.getoond, regel);
    return k.onder < uitPrint.onder || k.boven > uitPrint.boven
      ? [{ code: 'kennis_te_ruim', naam: g.naam }]
      : [];
  });
}

/**
 * Checks a certificate by adding and comparing: what the attacker is said to know follows from the print, and for every
 * count and every attacker there are two tables that he must both hold possible. Empty: it holds. It does not say that
 * the right counts were protected: that takes the truth.
 */
export function controleerCertificaat(c: Certificaat): Certificaatfout[] {
  const regels = new Map(c.regels.map(r => [`${r.aanvaller} ${r.naam}`, r]));
  const bewijsfouten = gevallenVan(c.toetsvraag).flatMap(
    ({ aanvaller, naam, drempel }): Certificaatfout[] => {
      const r = regels.get(`${aanvaller.naam} ${naam}`);
      if (!r) return [{ code: 'regel_ontbreekt', naam, aanvaller: aanvaller.naam }];
      const goed = r.drempel >= drempel && controleerBewijsregel(stofVan(c.toetsvraag.stof, aanvaller), r);
      return goed ? [] : [{ code: 'regel_fout', naam, aanvaller: aanvaller.naam }];
    },
  );
  return [...printfouten(c), ...bewijsfouten];
}
