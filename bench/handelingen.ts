// What a professional does all day, over the real pages of the real application on a loaded database: list, open,
// search, save. With one person and with sixteen at once.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type IngebedeServer, metClient, startIngebed } from '../src/platform/db/index.ts';
import { type Kluis, maakKluis } from '../src/platform/kluis/index.ts';
import { Bezoeker } from '../test/proces/bezoeker.ts';
import { begin, gereed, maakMap, stop, type Toepassing, vrijePoort } from '../test/proces/toepassing.ts';
import { meetGeheugen, meetRekentijd } from './geheugen.ts';
import { type Lading, laadGezinnen } from './gezinnen.ts';
import { getal, mediaan, percentiel, type Tabel } from './tabel.ts';

const WORTEL = path.resolve(import.meta.dirname, '..');
const MENSEN = 16;
const SECONDEN = 8;
const OPWARMEN = 2;
const WACHTWOORD = 'Lange-Adem-meting-7';
const TEAM = 'Voorbeeld Meetteam';
/** Twenty terms a person: of more files than this they would take longer to load than all the rest. */
const HOOGSTENS_VINDBAAR = 20_000;

interface Werker {
  nr: number;
  b: Bezoeker;
  dossiers: string[];
  csrf: string;
}

interface Handeling {
  naam: string;
  doe(w: Werker, n: number): Promise<Response>;
  status: number;
}

const HANDELINGEN: readonly Handeling[] = [
  { naam: 'lijst van eigen dossiers', doe: w => w.b.haal('/casus'), status: 200 },
  {
    naam: 'dossier openen',
    doe: (w, n) => w.b.haal(`/casus/${w.dossiers[n % w.dossiers.length] ?? ''}`),
    status: 200,
  },
  {
    naam: 'zoeken op achternaam',
    doe: (w, n) =>
      w.b.stuur('/casus/zoek', {
        _csrf: w.csrf,
        nummer: '',
        voornaam: '',
        achternaam: ['Voorbeeldsma', 'Verzonnenstra', 'Fictieman', 'Proefhuis'][n % 4] ?? '',
        geboren: '',
      }),
    status: 200,
  },
  {
    naam: 'notitie opslaan',
    doe: (w, n) =>
      w.b.stuur(`/casus/${w.dossiers[n % w.dossiers.length] ?? ''}/notities`, {
        _csrf: w.csrf,
        soort: 'contact',
        over_dag: '1-3-2026',
        inhoud: `Verzonnen gesprek nummer ${n}, met genoeg tekst om op een echte notitie te lijken. ${'Er is gesproken over rust in huis. '.repeat(8)}`,
      }),
    status: 303,
  },
];

const csrfVan = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** Invites as the first account of an installation is invited, by the command; gives the path of the link. */
function nodigUit(env: Record<string, string>, nr: number): string {
  const mail = `meting${nr}@voorbeeld.invalid`;
  const wat = ['eerste-account', 'professional', 'kennemerland', mail, TEAM, `Verzonnen Meter ${nr}`];
  const r = spawnSync(process.execPath, ['--no-warnings', path.join(WORTEL, 'scripts/draai.ts'), ...wat], {
    cwd: WORTEL,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  const link = /https?:\/\/\S+/.exec(r.stdout)?.[0];
  if (!link) throw new Error(`Geen uitnodiging voor ${mail}: ${r.stdout} ${r.stderr}`);
  return new URL(link).pathname;
}

async function neemAan(pad: string, adres: string, nr: number): Promise<Werker> {
  const b = new Bezoeker(adres);
  const velden = Bezoeker.verborgen(await (await b.haal(pad)).text(), pad);
  const gezet = await b.stuur(pad, { ...velden, wachtwoord: WACHTWOORD, nogEens: WACHTWOORD });
  if (gezet.status !== 303) throw new Error(`Wachtwoord van meter ${nr} gaf ${gezet.status}.`);
  return { nr, b, dossiers: [], csrf: '' };
}

interface Mappen {
  LA_DATA: string;
  LA_SLEUTELMAP: string;
}

/** The vault of the demonstration, with the master key that it made itself. */
function openKluis(env: Mappen): Kluis {
  const sleutelbestand = path.join(env.LA_SLEUTELMAP, 'hoofdsleutel');
  if (!existsSync(sleutelbestand)) throw new Error(`Geen hoofdsleutel in ${env.LA_SLEUTELMAP}.`);
  const hoofdsleutel = Buffer.from(readFileSync(sleutelbestand, 'utf8').trim(), 'hex');
  return maakKluis({ hoofdsleutel, map: env.LA_SLEUTELMAP });
}

type MeetOok = (server: IngebedeServer, lading: Lading, seconden: number) => Promise<Tabel>;
interface Geladen {
  /** Files per person with an account. */
  mensen: string[][];
  personen: number;
  seconden: number;
  ook: Tabel;
}

/** Loads the families; those with an account get a caseload first. Measures on the loaded database. */
async function laad(
  env: Mappen,
  huishoudens: number,
  vandaag: Temporal.PlainDate,
  meetOok: MeetOok,
): Promise<Geladen> {
  const kluis = openKluis(env);
  const server = await startIngebed(env.LA_DATA, { snel: true });
  const meld = (n: number) => {
    if (n % 50_000 === 0) console.log(`… ${getal(n)} van ${getal(huishoudens)} huishoudens`);
  };
  try {
    const geladen = await metClient(server.beheer('lange_adem'), async c => {
      const { rows } = await c.query<{ id: string; organisatie: string }>(
        `select l.persoon_id as id, l.organisatie_id as organisatie from toegang.lidmaatschap l
         join toegang.organisatie o on o.id = l.organisatie_id where o.naam = $1 order by l.persoon_id`,
        [TEAM],
      );
      const eigen = { organisatie: rows[0]?.organisatie ?? '', professionals: rows.map(r => r.id) };
      const o = { huishoudens, zaad: 20_261_122, vandaag, eigen, vindbaar: HOOGSTENS_VINDBAAR };
      const van = performance.now();
      const lading = await laadGezinnen(c, kluis, o, meld);
      const seconden = (performance.now() - van) / 1000;
      await c.query('vacuum analyze');
      return { mensen: rows.map(r => lading.dossiers.get(r.id) ?? []), lading, seconden };
    });
    const { mensen, lading, seconden } = geladen;
    return { mensen, personen: lading.personen, seconden, ook: await meetOok(server, lading, seconden) };
  } finally {
    await server.stop();
  }
}

/** Whose files are whose: by what each sees on his own list. */
async function verdeel(werkers: Werker[], mensen: string[][]): Promise<void> {
  const perDossier = new Map(mensen.flatMap(lijst => lijst.map(d => [d, lijst] as const)));
  for (const w of werkers) {
    const html = await (await w.b.haal('/casus')).text();
    const eerste = /\/casus\/([0-9a-f-]{36})/.exec(html)?.[1] ?? '';
    w.dossiers = perDossier.get(eerste) ?? [];
    w.csrf = csrfVan(await (await w.b.haal(`/casus/${eerste}`)).text());
    if (w.dossiers.length === 0 || w.csrf === '') throw new Error(`Werker ${w.nr} heeft geen dossiers.`);
  }
}

interface Uitslag {
  tijden: number[];
  seconden: number;
  app: number;
  database: number;
}

/** Every person asks again as soon as he has his answer; an answer of another kind ends the measurement. */
async function belast(
  h: Handeling,
  werkers: readonly Werker[],
  t: Toepassing,
  data: string,
): Promise<Uitslag> {
  const ronde = async (seconden: number): Promise<number[]> => {
    const tot = performance.now() + seconden * 1000;
    const tijden: number[] = [];
    await Promise.all(
      werkers.map(async w => {
        for (let n = w.nr; performance.now() < tot; n++) {
          const van = performance.now();
          const r = await h.doe(w, n);
          await r.arrayBuffer();
          tijden.push(performance.now() - van);
          if (r.status !== h.status) throw new Error(`${h.naam} gaf ${r.status}`);
        }
      }),
    );
    return tijden;
  };
  await ronde(OPWARMEN);
  const pid = t.proces.pid ?? 0;
  const voor = meetRekentijd(pid, data);
  const van = performance.now();
  const tijden = await ronde(SECONDEN);
  const na = meetRekentijd(pid, data);
  return {
    tijden: tijden.toSorted((a, b) => a - b),
    seconden: (performance.now() - van) / 1000,
    app: ((na.toepassing ?? 0) - (voor.toepassing ?? 0)) / 1000,
    database: ((na.database ?? 0) - (voor.database ?? 0)) / 1000,
  };
}

function alsRij(h: Handeling, aantal: number, u: Uitslag): string[] {
  const n = u.tijden.length;
  return [
    h.naam,
    String(aantal),
    getal(n),
    getal(mediaan(u.tijden), 1),
    getal(percentiel(u.tijden, 0.95), 1),
    getal(n / u.seconden),
    getal(n / Math.max(u.app + u.database, 0.001)),
    getal((u.app * 1000) / n, 1),
    getal((u.database * 1000) / n, 1),
  ];
}

async function meetOp(t: Toepassing, werkers: Werker[], data: string): Promise<[string[][], number]> {
  const rijen: string[][] = [];
  for (const h of HANDELINGEN)
    for (const aantal of [1, MENSEN]) {
      rijen.push(alsRij(h, aantal, await belast(h, werkers.slice(0, aantal), t, data)));
      console.log(`… ${rijen.at(-1)?.join(' · ')}`);
    }
  const g = meetGeheugen(t.proces.pid ?? 0, data);
  return [rijen, (g.toepassing ?? 0) + (g.database ?? 0)];
}

/**
 * Starts the application on a new folder, fills it, starts it again and measures. `meetOok` measures on the loaded
 * database before the application is on it again.
 */
export async function meetHandelingen(
  huishoudens: number,
  vandaag: Temporal.PlainDate,
  meetOok: MeetOok,
): Promise<Tabel[]> {
  const { map, ruimOp } = maakMap();
  const env = { LA_DATA: path.join(map, 'data'), LA_SLEUTELMAP: path.join(map, 'sleutels') };
  let t = begin({ ...env, PORT: String(await vrijePoort()) });
  try {
    await gereed(t, 120_000);
    await stop(t);
    const paden = Array.from({ length: MENSEN }, (_, nr) =>
      nodigUit({ ...env, LA_DEMO: '1', LA_BASIS_URL: t.adres }, nr),
    );
    const opnieuw = async () => {
      t = begin({ ...env, PORT: new URL(t.adres).port });
      await gereed(t, 300_000);
    };
    await opnieuw();
    const werkers: Werker[] = [];
    for (const [nr, pad] of paden.entries()) werkers.push(await neemAan(pad, t.adres, nr));
    await stop(t);
    const geladen = await laad(env, huishoudens, vandaag, meetOok);
    await opnieuw();
    // Not before: loading may take longer than a session lasts.
    for (const w of werkers) await w.b.meldAan(`meting${w.nr}`, WACHTWOORD);
    await verdeel(werkers, geladen.mensen);
    return [geladen.ook, alsTabel(huishoudens, geladen, await meetOp(t, werkers, env.LA_DATA))];
  } finally {
    if (t.proces.exitCode === null) await stop(t);
    rmSync(map, { recursive: true, force: true });
    ruimOp();
  }
}

function alsTabel(huishoudens: number, g: Geladen, [rijen, pss]: [string[][], number]): Tabel {
  return {
    kop: `Handelingen bij ${getal(huishoudens)} huishoudens`,
    uitleg: `${getal(g.personen)} personen, geladen in ${getal(g.seconden)} s; in de blinde indexen staan de mensen van ${getal(Math.min(huishoudens, HOOGSTENS_VINDBAAR))} dossiers. De echte toepassing als eigen proces, over de loopback, met aanmelding, need-to-know, versleuteling en logboek, en met schrijven naar schijf bij elke opslag. Elk van de mensen heeft een eigen account en eigen dossiers en vraagt opnieuw zodra het antwoord er is, ${SECONDEN} s na ${OPWARMEN} s opwarmen. Per kern: antwoorden per seconde processortijd van toepassing en database samen. Meter, toepassing en database delen de machine. Pss van toepassing en database na afloop: ${getal(pss)} MB. Tijden in ms.`,
    kolommen: [
      'Handeling',
      'Mensen',
      'Antwoorden',
      'Mediaan',
      'p95',
      'Per seconde',
      'Per kern',
      'CPU app',
      'CPU database',
    ],
    rijen,
  };
}
