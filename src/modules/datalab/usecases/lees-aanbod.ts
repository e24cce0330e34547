import { geweigerd, ongeldig, type Result, type Weigering } from '#kern/resultaat/index.ts';
import type { Inleeskeuzes, Inleessoort } from '../db/inlezing-opslag.ts';
import type { Gemeente } from '../domain/gemeente.ts';
import { raadKoppeling, type Tabelinhoud } from '../domain/inleesregel.ts';
import type { Regio } from '../domain/plaats.ts';
import { herkenSjabloon, leesSjabloon, SJABLOONKOPPELING } from '../domain/sjabloon.ts';
import { naarTabel, STATLINEKOPPELING } from '../domain/statline-regio.ts';
import { leesCijferbestand } from './lees-tabel.ts';
import { leesStatline, type Statlinebestand } from './statline-bestanden.ts';

/** An offered file as rows, with what is known of it without asking. */
export interface Aanbod {
  readonly soort: Inleessoort;
  readonly tabel: Tabelinhoud;
  readonly keuzes: Inleeskeuzes;
}

const LEEG = { bronTitel: '', bronVan: '', bronDatum: '', plek: '', openbaarheid: 'intern' } as const;
const opBestand = (w: Weigering): Result<never, Weigering> =>
  geweigerd(ongeldig({ bestand: w.melding ?? w.code }));

function alsAanbod(
  b: Statlinebestand,
  regio: Regio,
  gemeenten: readonly Gemeente[],
): Result<Aanbod, Weigering> {
  const uit = naarTabel(b.lezing, regio, gemeenten);
  if (!uit.ok) return uit;
  const { tabel, buiten } = uit.waarde;
  if (tabel.rijen.length === 0) {
    return geweigerd(
      ongeldig({
        bestand: `In tabel ${b.tabel.tabel} staat geen cijfer over ${regio.naam}. Er is niets ingelezen.`,
      }),
    );
  }
  const keuzes: Inleeskeuzes = {
    ...LEEG,
    koppeling: STATLINEKOPPELING,
    bronTitel: b.tabel.titel,
    bronVan: 'CBS',
    bronDatum: b.lezing.datum ?? '',
    plek: `tabel ${b.tabel.tabel}`,
    overgeslagen: buiten,
  };
  return { ok: true, waarde: { soort: 'statline', tabel, keuzes } };
}

/**
 * Reads an offered file: a table of StatLine, a fixed spreadsheet, or any table with a head. Refuses a file that
 * cannot be read, or that says what it is and has another shape.
 */
export async function leesAanbod(
  v: { inhoud: Buffer; bestandsnaam: string; regio: Regio },
  gemeenten: readonly Gemeente[],
): Promise<Result<Aanbod, Weigering>> {
  const statline = await leesStatline(v.inhoud, v.bestandsnaam);
  if (statline)
    return statline.ok ? alsAanbod(statline.waarde, v.regio, gemeenten) : opBestand(statline.weigering);
  const tabel = await leesCijferbestand(v.inhoud, v.bestandsnaam);
  if (!tabel.ok) return opBestand(tabel.weigering);
  const sjabloon = herkenSjabloon(tabel.waarde.kop);
  if (!sjabloon) {
    const keuzes = { ...LEEG, koppeling: raadKoppeling(tabel.waarde.kop) };
    return { ok: true, waarde: { soort: 'vrij', tabel: tabel.waarde, keuzes } };
  }
  if (!sjabloon.ok) return opBestand(sjabloon.weigering);
  const gelezen = leesSjabloon(sjabloon.waarde, tabel.waarde);
  if (!gelezen.ok) return opBestand(gelezen.weigering);
  const { code, versie } = sjabloon.waarde;
  const keuzes = {
    ...LEEG,
    koppeling: SJABLOONKOPPELING,
    bronTitel: `Aanlevering ${code.replace('-', ' ')}`,
    plek: `sjabloon ${code}, versie ${versie}`,
  };
  return { ok: true, waarde: { soort: 'sjabloon', tabel: gelezen.waarde, keuzes } };
}
