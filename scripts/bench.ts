// Measures the real application on a folder of its own and prints what it found; nothing here passes or fails on
// time. Run: npm run bench, or npm run bench -- --bewaar to keep the tables in docs/metingen.md.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Belasting, belast } from '../bench/belasting.ts';
import { telRijen } from '../bench/gegevens.ts';
import { type Geheugen, meetGeheugen, meetRekentijd } from '../bench/geheugen.ts';
import { soortPagina, weegPaginas } from '../bench/gewicht.ts';
import { alsMarkdown, getal, mediaan, type Tabel } from '../bench/tabel.ts';
import { meetVerversing } from '../bench/verversing.ts';
import { begin, gereed, maakMap, stop, type Toepassing, vrijePoort } from '../test/proces/toepassing.ts';

const WORTEL = path.resolve(import.meta.dirname, '..');
const REGIO = 'kennemerland';
const SECONDEN = 5;
const VERBINDINGEN = 10;
const DOEL_BYTES = 60 * 1024;
const HOOGSTENS_PAGINAS = 400;
const HERHALINGEN = 3;

const tabellen: Tabel[] = [];
const lopend = new Set<ChildProcess>();

/** One measurement: its title is what the list of proofs names. */
async function meet<T>(titel: string, werk: () => Promise<T>): Promise<T> {
  console.log(`… ${titel}`);
  return werk();
}

function druk(t: Tabel): void {
  tabellen.push(t);
  console.log(`\n${alsMarkdown(t)}`);
}

interface Draaiend {
  app: Toepassing;
  /** Seconds from start of the process to the first good answer of /gezondheid. */
  seconden: number;
}

async function startApp(data: string): Promise<Draaiend> {
  const van = performance.now();
  const app = begin({ PORT: String(await vrijePoort()), LA_DATA: data });
  lopend.add(app.proces);
  await gereed(app, 120_000);
  return { app, seconden: (performance.now() - van) / 1000 };
}

async function stopApp(app: Toepassing): Promise<void> {
  await stop(app);
  lopend.delete(app.proces);
}

/** Starts several times on an empty folder and again on the filled one; leaves the last one filled and stopped. */
async function meetStarts(map: string): Promise<string> {
  const eerste: number[] = [];
  const tweede: number[] = [];
  let data = '';
  for (let i = 0; i < HERHALINGEN; i++) {
    data = path.join(map, `ronde-${i}`, 'data');
    mkdirSync(path.dirname(data), { mode: 0o711 });
    for (const lijst of [eerste, tweede]) {
      const d = await startApp(data);
      lijst.push(d.seconden);
      await stopApp(d.app);
    }
  }
  const rij = (naam: string, w: number[], grens: string) => [
    naam,
    getal(mediaan(w), 1),
    w.map(x => getal(x, 1)).join(' · '),
    grens,
  ];
  druk({
    kop: 'Starten',
    uitleg: `Van het begin van het proces tot het eerste goede antwoord van /gezondheid, ${HERHALINGEN} keer. Zonder het installeren van pakketten.`,
    kolommen: ['Start', 'Mediaan (s)', 'Metingen (s)', 'Doel (s)'],
    rijen: [
      rij('Eerste start, lege map (database maken, drie regio’s inlezen)', eerste, '60, met installeren'),
      rij('Tweede start, gevulde map', tweede, '5'),
    ],
  });
  return data;
}

const mb = (n: number | null) => (n === null ? 'niet te meten' : getal(n, 0));
const samen = (g: Geheugen) =>
  g.toepassing === null || g.database === null ? null : g.toepassing + g.database;

function drukGeheugen(rust: Geheugen, na: Geheugen): void {
  const rij = (naam: string, g: Geheugen) => [naam, mb(g.toepassing), mb(g.database), mb(samen(g))];
  druk({
    kop: 'Geheugen',
    uitleg: 'Som van Pss (/proc/*/smaps_rollup) in MB. Doel na de start: samen hoogstens 512.',
    kolommen: ['Moment', 'Toepassing', 'Database', 'Samen'],
    rijen: [rij('Na de start, 3 s rust', rust), rij('Na de belasting hieronder', na)],
  });
}

interface Blad<T> {
  gegevens: T[];
  paginas: number;
}

/** The three pages, with a real action and the indicator with most figures, found through the API. */
async function kiesPaginas(adres: string): Promise<{ naam: string; pad: string }[]> {
  const lees = async <T>(pad: string) => (await (await fetch(adres + pad)).json()) as Blad<T>;
  const acties = await lees<{ code: string }>(`/api/v1/regios/${REGIO}/onderdelen?soort=actie&perPagina=1`);
  const cijfers: { indicator: string }[] = [];
  for (let pagina = 1, paginas = 1; pagina <= paginas; pagina++) {
    const blad = await lees<{ indicator: string }>(
      `/api/v1/waarnemingen?regio=${REGIO}&perPagina=100&pagina=${pagina}`,
    );
    cijfers.push(...blad.gegevens);
    paginas = blad.paginas;
  }
  const perIndicator = [...Map.groupBy(cijfers, w => w.indicator)].toSorted(
    (a, b) => b[1].length - a[1].length,
  );
  const slug = (perIndicator[0]?.[0] ?? '').toLowerCase().replaceAll('_', '-');
  return [
    { naam: 'Regio', pad: `/regio/${REGIO}` },
    {
      naam: 'Actie',
      pad: `/regio/${REGIO}/programma/acties/${encodeURIComponent(acties.gegevens[0]?.code ?? '')}`,
    },
    { naam: 'Indicator', pad: `/regio/${REGIO}/cijfers/${slug}` },
  ];
}

/** The bare handler in a process of its own, as the application has. */
async function startKaal(): Promise<{ adres: string; stop(): void }> {
  const poort = await vrijePoort();
  const kind = spawn(process.execPath, ['--no-warnings', path.join(WORTEL, 'bench/kaal.ts'), String(poort)], {
    stdio: 'ignore',
  });
  lopend.add(kind);
  const adres = `http://127.0.0.1:${poort}`;
  for (let i = 0; i < 200; i++) {
    const goed = await fetch(`${adres}/gezondheid`).then(
      r => r.ok,
      () => false,
    );
    if (goed) break;
    await new Promise(k => setTimeout(k, 50));
  }
  return {
    adres,
    stop: () => {
      kind.kill('SIGINT');
      lopend.delete(kind);
    },
  };
}

type Rekentijd = () => Geheugen;

/** Puts an address under load, and tells how much processor time each answer took. */
async function belastMetRekentijd(url: string, lees: Rekentijd): Promise<Belasting & { reken: Geheugen }> {
  const voor = lees();
  const b = await belast(url, SECONDEN, VERBINDINGEN);
  const na = lees();
  const per = (a: number | null, z: number | null) => (a === null || z === null ? null : (z - a) / b.alle);
  return {
    ...b,
    reken: { toepassing: per(voor.toepassing, na.toepassing), database: per(voor.database, na.database) },
  };
}

type Meting = { naam: string; pad: string; b: Belasting & { reken?: Geheugen } };

const ofLeeg = (n: number | null | undefined) => (n === null || n === undefined ? '' : getal(n, 1));

/** One line: throughput, also as part of the bare handler's, waiting times and processor time. */
const belastingRij = ({ naam, pad, b }: Meting, ijk: number): string[] => [
  naam,
  pad,
  getal(b.perSeconde),
  `1/${getal(ijk / b.perSeconde, 1)}`,
  getal(b.p50, 1),
  getal(b.p95, 1),
  ofLeeg(b.reken?.toepassing),
  ofLeeg(b.reken?.database),
  getal(b.antwoorden),
  getal(b.mis),
];

async function meetBelasting(adres: string, lees: Rekentijd): Promise<void> {
  const kaal = await startKaal();
  const paginas = await kiesPaginas(adres);
  const voor = await belast(`${kaal.adres}/`, SECONDEN, VERBINDINGEN);
  const metingen: Meting[] = [];
  for (const p of paginas) metingen.push({ ...p, b: await belastMetRekentijd(adres + p.pad, lees) });
  const na = await belast(`${kaal.adres}/`, SECONDEN, VERBINDINGEN);
  kaal.stop();
  const ijk = (voor.perSeconde + na.perSeconde) / 2;
  druk({
    kop: 'Doorvoer en wachttijd',
    uitleg: `autocannon, ${VERBINDINGEN} verbindingen, ${SECONDEN} s per adres na 1 s opwarmen, over de loopback; zonder aanmelden, gecomprimeerd zoals een browser vraagt. Elke pagina tegen een kale handler van dezelfde server (@hono/node-server, eigen proces, in dezelfde ronde ervoor en erna). Meter, toepassing en database delen deze machine. CPU is processortijd per antwoord.`,
    kolommen: [
      'Wat',
      'Adres',
      'Per seconde',
      'Van kaal',
      'p50 (ms)',
      'p95 (ms)',
      'CPU app (ms)',
      'CPU database (ms)',
      'Antwoorden',
      'Mis',
    ],
    rijen: [
      { naam: 'Kale handler, vooraf', pad: '/', b: voor },
      ...metingen,
      { naam: 'Kale handler, achteraf', pad: '/', b: na },
    ].map(m => belastingRij(m, ijk)),
  });
}

const kb = (bytes: number) => getal(bytes / 1024, 1);

async function meetGewicht(adres: string): Promise<void> {
  const paginas = await weegPaginas(adres, REGIO, HOOGSTENS_PAGINAS);
  const groepen = [...Map.groupBy(paginas, p => soortPagina(p.pad))];
  const rijen = groepen.map(([soort, lijst]) => {
    const zwaarste = lijst.toSorted((a, b) => b.totaal - a.totaal)[0] ?? lijst[0];
    if (!zwaarste) return [soort];
    return [
      soort,
      getal(lijst.length),
      kb(zwaarste.html),
      kb(zwaarste.rest),
      kb(zwaarste.totaal),
      zwaarste.pakking,
      zwaarste.totaal > DOEL_BYTES ? 'NEE' : 'ja',
    ];
  });
  druk({
    kop: 'Gewicht van de eerste blik',
    uitleg: `Wat met een lege browser over de lijn gaat, in kB (1024 bytes): HTML zoals de server die pakt, plus stijl, script en alle letters die de stijl noemt. Per soort pagina de zwaarste van alle die van de voorpagina en van ${REGIO} te bereiken zijn (Nederlands, hoogstens ${HOOGSTENS_PAGINAS}). Doel: hoogstens 60.`,
    kolommen: ['Pagina', 'Aantal', 'HTML', 'Stijl, script, letters', 'Samen', 'Pakking', 'Binnen doel'],
    rijen,
  });
  const boven = paginas.filter(p => p.totaal > DOEL_BYTES).toSorted((a, b) => b.totaal - a.totaal);
  druk({
    kop: 'Boven het doel van 60 kB',
    kolommen: ['Adres', 'Samen (kB)', 'waarvan HTML'],
    rijen:
      boven.length > 0 ? boven.slice(0, 40).map(p => [p.pad, kb(p.totaal), kb(p.html)]) : [['geen', '', '']],
  });
}

function drukMachine(): void {
  const cpu = os.cpus();
  druk({
    kop: 'Machine en opdrachten',
    kolommen: ['Wat', 'Waarde'],
    rijen: [
      ['Processor', `${cpu[0]?.model.trim() ?? 'onbekend'}, ${cpu.length} kernen`],
      ['Geheugen', `${getal(os.totalmem() / 1024 ** 3, 1)} GB`],
      ['Systeem', `${os.type()} ${os.release()} ${os.arch()}`],
      ['Node', process.version],
      [
        'Drukte bij het begin',
        `gemiddeld ${getal(os.loadavg()[0] ?? 0, 1)} lopende processen in de laatste minuut (0 is stil)`,
      ],
      ['Toepassing', 'node scripts/draai.ts start, LA_LOG=warn, demonstratie, ingebouwde PostgreSQL'],
      ['Meting', 'npm run bench'],
    ],
  });
}

async function drukGegevens(data: string): Promise<void> {
  const rijen = await telRijen(data);
  druk({
    kop: 'Gegevens',
    uitleg: 'Rijen per tabel, na de metingen.',
    kolommen: ['Tabel', 'Rijen'],
    rijen: rijen.map(r => [r.tabel, getal(r.rijen)]),
  });
}

async function drukVerversing(data: string): Promise<void> {
  const metingen = await meetVerversing(data, [100, 1_000, 10_000]);
  druk({
    kop: 'Cijfers bijwerken bij het inlezen',
    uitleg:
      'Proefinlezingen die worden teruggedraaid. Wat pagina’s nodig hebben wordt bij het inlezen klaargezet; die tijd staat hier apart en zit niet in de tijd van een pagina.',
    kolommen: [
      'Cijfers',
      'Vastleggen en bijwerken (ms)',
      'Waarvan bijwerken (ms)',
      'Bijwerken per cijfer (µs)',
    ],
    rijen: metingen.map(m => [
      getal(m.rijen),
      getal(m.duur, 1),
      getal(m.bijwerken, 1),
      getal((m.bijwerken / m.rijen) * 1000, 1),
    ]),
  });
}

function bewaar(): void {
  const dag = Temporal.Now.plainDateISO('Europe/Amsterdam').toString();
  const kop = `# Metingen\n\nGemaakt door \`npm run bench -- --bewaar\` op ${dag}; niet met de hand wijzigen. Eén meting op één machine: vergelijk verhoudingen, geen losse getallen.\n`;
  writeFileSync(path.join(WORTEL, 'docs/metingen.md'), [kop, ...tabellen.map(alsMarkdown)].join('\n'));
  console.log('Bewaard in docs/metingen.md.');
}

async function draai(map: string): Promise<void> {
  drukMachine();
  // @eis A1.2
  const data = await meet('starttijden op een lege en een gevulde map', () => meetStarts(map));
  const { app } = await startApp(data);
  await new Promise(k => setTimeout(k, 3_000));
  // @eis A1.2 A5.6
  const rust = await meet('geheugen van toepassing en database', async () =>
    meetGeheugen(app.proces.pid ?? 0, data),
  );
  // @eis A5.6
  await meet('doorvoer en wachttijd tegen een kale handler', () =>
    meetBelasting(app.adres, () => meetRekentijd(app.proces.pid ?? 0, data)),
  );
  drukGeheugen(rust, meetGeheugen(app.proces.pid ?? 0, data));
  // @eis A5.6
  await meet('gewicht van de eerste blik van elke openbare pagina', () => meetGewicht(app.adres));
  await stopApp(app);
  await drukGegevens(data);
  // @eis B3.5
  await meet('bijwerken van de actuele cijfers bij het inlezen', () => drukVerversing(data));
}

/** Ends what still runs and waits for it: the application stops its own database before it goes. */
async function ruim(ruimOp: () => void): Promise<void> {
  await Promise.all(
    [...lopend].map(async kind => {
      if (kind.exitCode !== null || kind.signalCode !== null) return;
      const einde = new Promise(k => kind.once('exit', k));
      kind.kill('SIGINT');
      await Promise.race([einde, new Promise(k => setTimeout(k, 15_000))]);
    }),
  );
  ruimOp();
}

const { map, ruimOp } = maakMap();
process.once('SIGINT', () => void ruim(ruimOp).then(() => process.exit(130)));
try {
  await draai(map);
  if (process.argv.includes('--bewaar')) bewaar();
} finally {
  await ruim(ruimOp);
}
