import type { Transactie } from '#platform/db/index.ts';
import { listGemeenten } from '../db/gemeente-opslag.ts';
import {
  type Herindelingrij,
  type Inwonerrij,
  schrijfBevindingen,
  schrijfBronnen,
  schrijfGemeenten,
  schrijfHerindelingen,
  schrijfIndicatoren,
  schrijfInwonertallen,
  type VolleGemeente,
} from '../db/schrijf-referentie.ts';
import { schrijfWaarnemingen, trekAndereDefinitieIn } from '../db/schrijf-waarnemingen.ts';
import { leesVerversduur } from '../db/waarneming-opslag.ts';
import { slugVan } from '../domain/gemeente.ts';
import { bevindingSchema, bronBestand, leesCsv, leesIndicatoren, leesJson } from './gegevensbestanden.ts';
import { leesBronfiguren, leesCbsFiguren } from './lees-bronfiguren.ts';
import { volgAlleBronnen } from './neem-over.ts';

/** The actor under which a release brings its reference data. */
const INLEZER = 'stelsel:inlezen';

function gemeenterijen(): VolleGemeente[] {
  return leesCsv('gemeenten.csv').map(r => ({
    code: r['code'] ?? '',
    naam: r['naam'] ?? '',
    cbsNaam: r['cbs_naam'] ?? '',
    slug: slugVan(r['naam'] ?? ''),
    provincie: r['provincie'] ?? '',
    vrCode: r['vr_code'] ?? '',
    vtRegio: r['vt_regio'] ?? '',
    ggdRegio: r['ggd_regio'] || null,
    regio: r['programmaregio'] || null,
    subregio: r['subregio'] || null,
    geldigVanaf: r['geldig_vanaf'] || null,
    geldigTot: r['geldig_tot'] || null,
    opvolgers: (r['opvolger_codes'] ?? '').split(/[ ;|]+/).filter(Boolean),
  }));
}

function herindelingrijen(): Herindelingrij[] {
  return leesCsv('herindelingen.csv').map(r => ({
    datum: r['datum'] ?? '',
    oude_code: r['oude_code'] ?? '',
    oude_naam: r['oude_naam'] ?? '',
    nieuwe_code: r['nieuwe_code'] ?? '',
    nieuwe_naam: r['nieuwe_naam'] ?? '',
    aard: r['aard'] ?? '',
    opmerking: r['opmerking'] || null,
  }));
}

const VASTE_KOLOMMEN = ['jaar', 'code', 'naam', 'inwoners', 'mannen', 'vrouwen'];

function inwonerrijen(): Inwonerrij[] {
  const kenmerken = new Map(
    leesCsv('bevolking-kenmerken.csv').map(r => [
      `${r['jaar']} ${r['code']}`,
      Object.fromEntries(
        Object.entries(r)
          .filter(([k, w]) => !VASTE_KOLOMMEN.includes(k) && w !== '')
          .map(([k, w]) => [k, Number(w)]),
      ),
    ]),
  );
  return leesCsv('bevolking-gemeenten.csv').map(r => ({
    code: r['code'] ?? '',
    jaar: Number(r['jaar']),
    inwoners: Number(r['inwoners']),
    mannen: Number(r['mannen']),
    vrouwen: Number(r['vrouwen']),
    kenmerken: kenmerken.get(`${r['jaar']} ${r['code']}`) ?? {},
  }));
}

/**
 * Brings the places of this release: municipalities, mergers, inhabitants, catalogue and sources. Run as actor
 * `stelsel:inlezen`; running it again changes nothing. `meld` gets a Dutch line per step.
 */
export async function laadReferentie(tx: Transactie, meld: (tekst: string) => void): Promise<void> {
  const gemeenten = gemeenterijen();
  await schrijfGemeenten(tx, gemeenten);
  const herindelingen = herindelingrijen();
  await schrijfHerindelingen(tx, herindelingen);
  meld(`${gemeenten.length} gemeenten en ${herindelingen.length} regels over herindelingen`);
  const inwoners = inwonerrijen();
  await schrijfInwonertallen(tx, inwoners);
  meld(`${inwoners.length} inwonertallen`);
  const indicatoren = leesIndicatoren();
  await schrijfIndicatoren(tx, indicatoren);
  meld(`${indicatoren.length} indicatoren in de catalogus`);
}

/** Brings the figures of the sources and the contradictions between them. After `laadReferentie`, same actor. */
export async function laadCijfers(
  tx: Transactie,
  nu: Temporal.Instant,
  meld: (tekst: string) => void,
): Promise<void> {
  const bronnen = bronBestand.parse(leesJson('bronnen.json'));
  await schrijfBronnen(tx, bronnen);
  const verwijzingen = {
    gemeenten: await listGemeenten(tx),
    bronnen: new Map(bronnen.map(b => [b.sleutel, b])),
    definities: new Map(
      leesIndicatoren()
        .filter(i => i.gangbaar)
        .map(i => [i.code, i.definitieversie]),
    ),
  };
  const wijze = { nu, door: INLEZER, reden: 'overgenomen uit de bron', inlezing: null };
  const figuren = leesBronfiguren(verwijzingen);
  await schrijfWaarnemingen(tx, figuren, wijze);
  meld(`${figuren.length} cijfers uit raads- en beleidsstukken`);
  const cbs = leesCbsFiguren(verwijzingen);
  await schrijfWaarnemingen(tx, cbs, wijze);
  meld(`${cbs.length} openbare cijfers over Veilig Thuis`);
  const anders = await trekAndereDefinitieIn(tx, [...figuren, ...cbs], {
    ...wijze,
    reden: 'onder een andere versie van de definitie gebracht',
  });
  if (anders > 0) meld(`${anders} cijfers staan nu onder een andere versie van hun definitie`);
  const bijgewerkt = await leesVerversduur(tx);
  if (bijgewerkt > 0) meld(`actuele cijfers bijgewerkt in ${Math.round(bijgewerkt / 1000)} ms`);
  await volgAlleBronnen(tx, nu);
  await laadBevindingen(tx, meld);
}

/** The contradictions between the sources. */
async function laadBevindingen(tx: Transactie, meld: (tekst: string) => void): Promise<void> {
  const bevindingen = bevindingSchema.array().parse(leesJson('bevindingen.json'));
  await schrijfBevindingen(
    tx,
    bevindingen.map(b => ({
      code: b.code,
      regio: b.regio,
      gemeente: b.gemeente ?? null,
      klein: b.klein,
      inhoud: b,
    })),
  );
  meld(`${bevindingen.length} tegenstrijdigheden in de bronnen`);
}
