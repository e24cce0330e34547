// Measures the log of use: how fast it is checked, how fast the use of one file is found in it, and what writing
// costs. Prints tables; nothing here passes or fails on time.
// Run: npm run bench:logboek -- --regels 1000000 --groot 10000000
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { insertVerwerkingen, selectVerwerkingen } from '../src/modules/toegang/db/verwerkingen.ts';
import { alsLogvorm } from '../src/modules/toegang/domain/verwerking.ts';
import { maakLogboekproef, PROEFDAG } from '../src/modules/toegang/testing/logboekproef.ts';
import {
  controleerLogboek,
  LEZERS,
  ondertekensleutel,
  startVerzegelaar,
  wortelpad,
} from '../src/platform/audit/index.ts';
import {
  type Databank,
  type IngebedeServer,
  maakPool,
  metActor,
  metClient,
  migreer,
  type Pool,
  startIngebed,
} from '../src/platform/db/index.ts';
import { systeemklok } from '../src/platform/klok/index.ts';
import { type Kluis, maakKluis } from '../src/platform/kluis/index.ts';
import { meetRekentijd } from './geheugen.ts';
import { alsMarkdown, getal, mediaan, percentiel } from './tabel.ts';

const argument = (naam: string, anders: number): number => {
  const i = process.argv.indexOf(`--${naam}`);
  return i > 0 ? Number(process.argv[i + 1]) : anders;
};
const REGELS = argument('regels', 1_000_000);
const GROOT = argument('groot', 0);
const RONDEN = 100;
const PER_DOSSIER = 300;
const BEGIN = Temporal.Instant.from('2000-01-01T00:00:00Z');
const EIND = Temporal.Instant.from('2100-01-01T00:00:00Z');

const map = path.join(os.tmpdir(), `la-bench-logboek-${randomUUID()}`);

interface Opstelling {
  server: IngebedeServer;
  app: Databank;
  kluis: Kluis;
  sleutels: string;
  houder: string;
}

/** Seconds on the clock, and of processor time in this process and in the database. */
interface Duur {
  klok: number;
  hier: number;
  database: number;
}

/** One measurement: its title is what the list of proofs names. */
async function meet<T>(titel: string, werk: () => Promise<T>): Promise<[T, Duur]> {
  const lees = () => meetRekentijd(process.pid, path.join(map, 'data'));
  const voor = lees();
  const van = performance.now();
  const uit = await werk();
  const klok = (performance.now() - van) / 1000;
  const na = lees();
  const duur = {
    klok,
    hier: ((na.toepassing ?? 0) - (voor.toepassing ?? 0)) / 1000,
    database: ((na.database ?? 0) - (voor.database ?? 0)) / 1000,
  };
  console.log(`… ${titel}: ${getal(klok, 1)} s`);
  return [uit, duur];
}

/** Rows as the application writes them: each act with two persons, files drawn evenly, over 400 days. */
const VUL = `
  insert into audit.logregel (tijdstip, actor, handeling, soort, object, uitkomst, details)
  select now() - interval '400 days' * random(), 'persoon:' || md5('p' || (i::bigint * 7919 % 2000))::uuid,
    case when i % 7 = 0 then 'wijzigen' else 'inzien' end,
    case when m = 0 then 'casus' else 'betrokkene' end,
    case when m = 0 then md5('d' || d)::uuid else md5('b' || d || ':' || m)::uuid end, 'toegestaan',
    jsonb_build_object('activiteit', 'casusvoering', 'dossier', md5('d' || d)::uuid, 'houder', $1::text,
      'organisatie', $1::text, 'rol', 'professional', 'regel', 'relatie', 'doel', 'behandeling', 'grond', 'wmo_4_1_1',
      'relatie', md5('r' || d)::uuid, 'nood', false, 'punt', 'toepassing', 'duur', 3)
    || case when m = 0 then '{"mensen": 2}' else jsonb_build_object('bij', md5('a' || i)::uuid, 'deel', 'casus', 'record', md5('d' || d)::uuid) end
  from generate_series($2::int, $3::int) i cross join lateral (select (i::bigint * 2654435761 % $4)::int d) x
  cross join generate_series(0, 2) m`;

async function vul(o: Opstelling, vanaf: number, aantal: number, dossiers: number): Promise<void> {
  await metClient(o.server.beheer('lange_adem'), async c => {
    // Small transactions, as the application has them: the sealer goes by transaction.
    const stap = 2000;
    for (let i = vanaf; i < vanaf + aantal / 3; i += stap) {
      const tot = Math.min(i + stap, vanaf + Math.ceil(aantal / 3)) - 1;
      await c.query(VUL, [o.houder, i, tot, dossiers]);
    }
  });
}

async function verzegel(o: Opstelling): Promise<Duur> {
  const z = startVerzegelaar({
    db: o.app,
    kluis: o.kluis,
    sleutelmap: o.sleutels,
    klok: systeemklok,
    elke: 3_600_000,
  });
  const [, duur] = await meet('het logboek verzegelen', () => z.ronde(true));
  await z.stop();
  await metClient(o.server.beheer('lange_adem'), c => c.query('vacuum analyze audit.zegel'));
  return duur;
}

/** One join with one hash per row in the database: what a check can cost at the least. */
const kaleControle = (o: Opstelling) =>
  metClient(o.server.beheer('lange_adem'), c =>
    meet('kale SQL over hetzelfde', () =>
      c.query(`select count(*) from audit.zegel z join audit.logregel l on l.id = z.regel
        where sha256(convert_to(l::text, 'UTF8')) <> z.rij_hash`),
    ),
  );

async function meetControle(o: Opstelling): Promise<void> {
  const zegelen = await verzegel(o);
  const { publiek } = ondertekensleutel(o.kluis);
  const tijden: Duur[] = [];
  let verzegeld = 0;
  for (let i = 0; i < 3; i++) {
    // @eis C3.2 C5.5
    const [r, s] = await meet('het hele logboek controleren', () =>
      controleerLogboek(o.app, wortelpad(o.sleutels), publiek, 1e9, LEZERS),
    );
    // The rows carry made-up times; nothing else may be wrong with them.
    if (r.bevindingen.some(b => b.code !== 'tijd_onmogelijk'))
      throw new Error('De controle vond iets anders.');
    verzegeld = r.verzegeld;
    tijden.push(s);
  }
  const [, kaal] = await kaleControle(o);
  const rij = (naam: string, d: Duur) => [
    naam,
    getal(verzegeld),
    ...[d.klok, d.hier, d.database].map(s => getal(s, 2)),
    getal(verzegeld / d.klok),
    getal(verzegeld / Math.max(d.hier, d.database)),
  ];
  const midden = tijden.toSorted((a, b) => a.klok - b.klok)[1] ?? zegelen;
  console.log(
    alsMarkdown({
      kop: 'Logboek: verzegelen en controleren',
      uitleg: `Doel van de controle: 200.000 regels per seconde. Kale SQL: één join met één hash per regel in de database, zonder ketting, door meer processen tegelijk waarvan de CPU niet is geteld. Per CPU-seconde: gedeeld door de drukste van de twee, die op een stille machine naast elkaar werken. Drukte: gemiddeld ${getal(os.loadavg()[0] ?? 0, 1)} lopende processen op ${os.cpus().length} kernen.`,
      kolommen: ['Wat', 'Regels', 'Seconden', 'CPU hier', 'CPU database', 'Per seconde', 'Per CPU-seconde'],
      rijen: [
        rij('Verzegelen', zegelen),
        rij('Controleren (mediaan van 3)', midden),
        rij('Kale SQL als ijkpunt', kaal),
      ],
    }),
  );
}

const tijdVan = async (werk: () => Promise<unknown>): Promise<number> => {
  const van = performance.now();
  await werk();
  return performance.now() - van;
};

interface Opzoekvraag {
  naam: string;
  soort: 'dossier' | 'betrokkene';
  sleutel(d: number): string;
  waar: string;
}

const OPZOEKVRAGEN: readonly Opzoekvraag[] = [
  {
    naam: 'gebruik van één dossier',
    soort: 'dossier',
    sleutel: d => `d${d}`,
    waar: "details->>'dossier' = $1::text and details ? 'dossier'",
  },
  {
    naam: 'wie bekeek één betrokkene',
    soort: 'betrokkene',
    sleutel: d => `b${d}:1`,
    waar: "soort = 'betrokkene' and object = $1::text",
  },
];

/** As the privacy officer and as plain SQL in turn, each time another file. */
async function meetVraag(o: Opstelling, ijk: Pool, v: Opzoekvraag, dossiers: number, lezer: string) {
  const via: number[] = [];
  const kaal: number[] = [];
  let aantal = 0;
  const opdracht = `select id, tijdstip, actor, handeling, soort, object, uitkomst, reden, details
    from audit.logregel where ${v.waar} order by tijdstip desc, volgorde desc limit 500`;
  for (let i = 0; i < RONDEN; i++) {
    const md5 = await ijk.pool.query<{ id: string }>('select md5($1)::uuid id', [
      v.sleutel((i * 7907) % dossiers),
    ]);
    const kenmerk = md5.rows[0]?.id ?? '';
    const vraag = { soort: v.soort, kenmerk, van: BEGIN, tot: EIND, hoogstens: 500 };
    const lees = () =>
      metActor(o.app, { soort: 'persoon', id: lezer }, PROEFDAG, tx => selectVerwerkingen(tx, vraag));
    via.push(
      await tijdVan(async () => {
        aantal += (await lees()).length;
      }),
    );
    kaal.push(await tijdVan(() => ijk.pool.query(opdracht, [kenmerk])));
  }
  const p95 = (t: number[]) =>
    percentiel(
      t.toSorted((a, b) => a - b),
      0.95,
    );
  const tijden = [mediaan(via), p95(via), mediaan(kaal), p95(kaal)];
  return [v.naam, getal(aantal / RONDEN), ...tijden.map(t => getal(t, 1))];
}

async function meetOpzoeken(o: Opstelling, regels: number, dossiers: number, lezer: string): Promise<void> {
  const ijk = maakPool(o.server.beheer('lange_adem'), 1);
  const rijen: string[][] = [];
  for (const v of OPZOEKVRAGEN) {
    // @eis C3.3 C5.5
    const [rij] = await meet('het gebruik van één dossier of betrokkene opzoeken', () =>
      meetVraag(o, ijk, v, dossiers, lezer),
    );
    rijen.push(rij);
  }
  await ijk.sluit();
  console.log(
    alsMarkdown({
      kop: `Logboek: opzoeken in ${getal(regels)} regels`,
      uitleg: `Door de privacyfunctionaris, met toezicht in de database en een eigen transactie; telkens een ander dossier, ${RONDEN} keer. Doel: 30 ms. Ernaast dezelfde rijen met kale SQL als beheerder. Tijden in ms.`,
      kolommen: ['Vraag', 'Rijen', 'Mediaan', 'p95', 'Kaal mediaan', 'Kaal p95'],
      rijen,
    }),
  );
}

async function meetSchrijven(o: Opstelling, proef: ReturnType<typeof maakLogboekproef>): Promise<void> {
  const rijen: string[][] = [];
  for (const mensen of [0, 1, 5, 30]) {
    const wie = await proef.mens(o.houder, 'professional');
    const d = await proef.dossier(o.houder, mensen);
    await proef.relatie(wie, o.houder, d.id, 'behandeling');
    const act = alsLogvorm({
      handeling: 'inzien',
      soort: 'casus',
      object: d.id,
      dossier: d.id,
      betrokkenen: d.betrokkenen,
      activiteit: 'casusvoering',
    });
    const leeg: number[] = [];
    const met: number[] = [];
    for (let i = 0; i < RONDEN; i++) {
      leeg.push(await tijdVan(() => metActor(o.app, wie, PROEFDAG, async () => {})));
      met.push(await tijdVan(() => metActor(o.app, wie, PROEFDAG, tx => insertVerwerkingen(tx, [act]))));
    }
    rijen.push([getal(mensen), getal(mensen + 1), getal(mediaan(leeg), 2), getal(mediaan(met), 2)]);
  }
  console.log(
    alsMarkdown({
      kop: 'Logboek: wat vastleggen kost',
      uitleg:
        'Eén handeling met zoveel betrokkenen, één opdracht aan de database; ernaast een lege transactie. Mediaan in ms, zonder wachten op de schijf.',
      kolommen: ['Betrokkenen', 'Regels', 'Lege transactie', 'Met vastleggen'],
      rijen,
    }),
  );
}

async function zonderIndexen(o: Opstelling, werk: () => Promise<void>): Promise<void> {
  await metClient(o.server.beheer('lange_adem'), async c => {
    const r = await c.query<{ naam: string; maak: string }>(
      `select indexname naam, indexdef maak from pg_indexes where schemaname = 'audit' and tablename = 'logregel' and indexname not like '%pkey'`,
    );
    const check = 'alter table audit.logregel';
    await c.query(`${check} drop constraint if exists logregel_details_check`);
    for (const i of r.rows) await c.query(`drop index audit.${i.naam}`);
    await werk();
    await c.query("set maintenance_work_mem = '1GB'");
    for (const i of r.rows) await c.query(i.maak);
    await c.query('vacuum analyze audit.logregel');
  });
}

async function meetAlles(): Promise<void> {
  const server = await startIngebed(path.join(map, 'data'), { snel: true });
  const sleutels = path.join(map, 'sleutels');
  await migreer(server.verbinding('eigenaar'));
  const pool = maakPool(server.verbinding('app'), LEZERS + 1);
  try {
    const proef = maakLogboekproef(server.beheer('lange_adem'));
    const houder = await proef.organisatie();
    const lezer = await proef.mens(houder, 'privacyfunctionaris');
    const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 5), map: sleutels });
    const o = { server, app: pool.db, kluis, sleutels, houder };
    await meetSchrijven(o, proef);
    const dossiers = Math.ceil(REGELS / PER_DOSSIER);
    await meet(`${getal(REGELS)} regels maken`, () => zonderIndexen(o, () => vul(o, 1, REGELS, dossiers)));
    await meetControle(o);
    await meetOpzoeken(o, REGELS, dossiers, lezer.id);
    if (GROOT <= REGELS) return;
    const alle = Math.ceil(GROOT / PER_DOSSIER);
    await meet(`aanvullen tot ${getal(GROOT)} regels`, () =>
      zonderIndexen(o, () => vul(o, REGELS, GROOT - REGELS, alle)),
    );
    await meetOpzoeken(o, GROOT, alle, lezer.id);
  } finally {
    await pool.sluit();
    await server.stop();
  }
}

try {
  await meetAlles();
} finally {
  rmSync(map, { recursive: true, force: true });
}
