// Measures what need-to-know costs: the same rows with row security as a professional against an explicit join under
// a role that row security does not bind, on invented families. Nothing here passes or fails on time.
// Run: npm run bench:toegang -- --huishoudens 10000,100000; with --alleen-kosten without the pages of the application.
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CompiledQuery } from 'kysely';
import { type Lading, laadGezinnen } from '../bench/gezinnen.ts';
import { meetHandelingen } from '../bench/handelingen.ts';
import { alsMarkdown, getal, mediaan, percentiel, type Tabel } from '../bench/tabel.ts';
import {
  type Databank,
  type IngebedeServer,
  maakPool,
  metActor,
  metClient,
  migreer,
  startIngebed,
  type Transactie,
} from '../src/platform/db/index.ts';
import { systeemklok } from '../src/platform/klok/index.ts';
import { maakKluis } from '../src/platform/kluis/index.ts';

const WORTEL = path.resolve(import.meta.dirname, '..');
const ZAAD = 20_261_122;
const RONDEN = 600;
const VANDAAG = systeemklok.vandaag();

const argument = (naam: string, anders: string): string => {
  const i = process.argv.indexOf(naam);
  return i > 0 ? (process.argv[i + 1] ?? anders) : anders;
};

/**
 * A question that gives the same rows in each form: as the actor; with the whole access rule written out; and with no
 * more of that rule than these families need (nobody left his organisation, nobody broke the glass).
 */
interface Vraag {
  naam: string;
  alsActor: string;
  uitgeschreven: (open: string) => string;
}

/** The rule of `toegang.dossiers()`, as whoever writes a query under a role without row security has to write it. */
const REGEL = `(select x.dossier_id from (
    select r.dossier_id, r.organisatie_id from toegang.relatie r where r.persoon_id = $1
      and r.doel in ('behandeling', 'regie', 'overleg') and r.van <= $2::date and (r.tot is null or r.tot > $2::date)
    union select n.dossier_id, n.organisatie_id from toegang.noodtoegang n
      where n.persoon_id = $1 and n.van <= now() and n.tot > now()) x
  where x.organisatie_id in (select l.organisatie_id from toegang.lidmaatschap l
      join toegang.persoon p on p.id = l.persoon_id and p.actief
      where l.persoon_id = $1 and l.rol in ('professional', 'teamleider', 'intaker')
        and l.van <= $2::date and (l.tot is null or l.tot > $2::date))
    and not exists (select 1 from toegang.blokkade b where b.persoon_id = $1 and b.van <= $2::date
      and (b.tot is null or b.tot > $2::date) and (b.dossier_id = x.dossier_id or b.betrokkene_id in
        (select k.betrokkene_id from toegang.betrokkenheid k where k.dossier_id = x.dossier_id)))) r
  on r.dossier_id = d.id`;

const ALLEEN_RELATIE = `toegang.relatie r on r.dossier_id = d.id and r.persoon_id = $1 and r.doel in ('behandeling', 'regie', 'overleg')
  and r.van <= $2::date and (r.tot is null or r.tot > $2::date)
  and not exists (select 1 from toegang.blokkade b where b.persoon_id = $1 and b.van <= $2::date
    and (b.tot is null or b.tot > $2::date) and (b.dossier_id = d.id or b.betrokkene_id in
      (select k.betrokkene_id from toegang.betrokkenheid k where k.dossier_id = d.id)))`;

const VRAGEN: readonly Vraag[] = [
  {
    naam: 'lijst: 25 dossiers, laatst gewijzigd eerst',
    alsActor:
      'select c.id, c.nummer, c.fase, c.laatste_wijziging from casus.casus c where c.id = any (array(select m.id from toegang.mogelijk_dossier m)) order by c.laatste_wijziging desc, c.id limit 25',
    uitgeschreven: open =>
      `select d.id, d.nummer, d.fase, d.laatste_wijziging from casus.casus d join ${open} order by d.laatste_wijziging desc, d.id limit 25`,
  },
  {
    naam: 'telling: mijn dossiers',
    alsActor:
      'select count(*)::int n from casus.casus where id = any (array(select m.id from toegang.mogelijk_dossier m))',
    uitgeschreven: open => `select count(*)::int n from casus.casus d join ${open}`,
  },
  {
    naam: 'personen in mijn dossiers',
    alsActor:
      'select p.id, p.gegevens from gezin.persoon p where p.id = any (array(select m.id from toegang.mogelijke_betrokkene m)) order by p.id',
    uitgeschreven: open => `select p.id, p.gegevens from gezin.persoon p where p.id in (select k.betrokkene_id
      from toegang.betrokkenheid k join casus.casus d on d.id = k.dossier_id join ${open}) order by p.id`,
  },
];

interface Opstelling {
  db: Databank;
  baas: Databank;
  lading: Lading;
}

async function tijd<T>(werk: () => Promise<T>): Promise<[ms: number, uit: T]> {
  const van = performance.now();
  const uit = await werk();
  return [performance.now() - van, uit];
}

/** Both forms with parameters, so that the database may keep the plan of either. */
const stel = (tx: Transactie, tekst: string, wie: string) =>
  tx.executeQuery(CompiledQuery.raw(tekst, tekst.includes('$1') ? [wie, VANDAAG.toString()] : []));

/** One asking in a transaction of its own: all of it and the statement alone in ms, and the rows that came. */
async function vraagEens(db: Databank, tekst: string, wie: string) {
  let alleen = 0;
  const [ms, rijen] = await tijd(() =>
    metActor(db, { soort: 'persoon', id: wie }, VANDAAG, async tx => {
      const [duur, antwoord] = await tijd(() => stel(tx, tekst, wie));
      alleen = duur;
      return JSON.stringify(antwoord.rows);
    }),
  );
  return { ms, alleen, rijen };
}

/**
 * Every form in an order that turns: noise of the machine falls on all alike, and so does the price of being the first to
 * read the pages of this professional.
 */
async function meetVraag(o: Opstelling, v: Vraag): Promise<readonly string[]> {
  const vormen = [
    [o.db, v.alsActor],
    [o.baas, v.uitgeschreven(REGEL)],
    [o.baas, v.uitgeschreven(ALLEEN_RELATIE)],
  ] as const;
  const metingen = vormen.map((): { ms: number; alleen: number }[] => []);
  for (let i = 0; i < RONDEN; i++) {
    const wie = o.lading.professionals[(i * 7919) % o.lading.professionals.length] ?? '';
    const rijen = new Set<string>();
    for (let k = 0; k < vormen.length; k++) {
      const nr = (i + k) % vormen.length;
      const [db, tekst] = vormen[nr] ?? vormen[0];
      const m = await vraagEens(db, tekst, wie);
      metingen[nr]?.push(m);
      rijen.add(m.rijen);
    }
    if (rijen.size !== 1 || rijen.has('[]'))
      throw new Error(`${v.naam}: de vormen geven niet dezelfde rijen`);
  }
  const [m = 0, regel = 1, relatie = 1] = metingen.map(lijst => mediaan(lijst.map(x => x.ms)));
  const [mAlleen = 0, regelAlleen = 1] = metingen.map(lijst => mediaan(lijst.map(x => x.alleen)));
  const p95 = percentiel(
    (metingen[0] ?? []).map(x => x.ms).toSorted((x, y) => x - y),
    0.95,
  );
  const verhoudingen = [m / regel, mAlleen / regelAlleen, m / relatie];
  return [v.naam, ...[m, p95, regel].map(n => `${getal(n, 2)} ms`), ...verhoudingen.map(n => getal(n, 2))];
}

/** What need-to-know costs, on a database that is loaded and that nothing else uses. */
async function meetKosten(
  huishoudens: number,
  server: IngebedeServer,
  lading: Lading,
  seconden: number,
): Promise<Tabel> {
  const app = maakPool(server.verbinding('app'), 4);
  const baas = maakPool(server.beheer('lange_adem'), 4);
  const rijen: (readonly string[])[] = [];
  for (const v of VRAGEN) rijen.push(await meetVraag({ db: app.db, baas: baas.db, lading }, v));
  await Promise.all([app.sluit(), baas.sluit()]);
  const tabel = {
    kop: `Kosten van need-to-know bij ${getal(huishoudens)} huishoudens`,
    uitleg: `${getal(lading.personen)} personen, ${getal(lading.professionals.length)} professionals met elk hoogstens 30 dossiers; geladen in ${getal(seconden)} s. Mediaan van ${RONDEN} keer, om en om, elk in een eigen transactie, van begin tot vastleggen; de vormen gaven steeds dezelfde rijen. Uitgeschreven: de hele toegangsregel als join onder een bevoorrechte rol. De opdracht alleen: zonder het begin en het einde van de transactie. Alleen de relatie: dezelfde join zonder lidmaatschap en noodtoegang, die in deze gegevens niets uitmaken. Doel: 1,10 tegen de uitgeschreven regel.`,
    kolommen: [
      'vraag',
      'met rijbeveiliging',
      'p95',
      'uitgeschreven',
      'verhouding',
      'verhouding van de opdracht alleen',
      'verhouding tot alleen de relatie',
    ],
    rijen,
  };
  console.log(`\n${alsMarkdown(tabel)}`);
  return tabel;
}

/** The same on a database of its own, without accounts and pages: minutes less, for the largest sizes. */
async function alleenKosten(huishoudens: number): Promise<Tabel> {
  const map = path.join(os.tmpdir(), `la-bench-toegang-${randomUUID()}`);
  const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 5), map: path.join(map, 'sleutels') });
  const server = await startIngebed(path.join(map, 'data'), { snel: true });
  try {
    await migreer(server.verbinding('eigenaar'));
    const [ms, lading] = await tijd(() =>
      metClient(server.beheer('lange_adem'), async c => {
        const geladen = await laadGezinnen(c, kluis, { huishoudens, zaad: ZAAD, vandaag: VANDAAG }, () => {});
        await c.query('vacuum analyze');
        return geladen;
      }),
    );
    return await meetKosten(huishoudens, server, lading, ms / 1000);
  } finally {
    await server.stop();
    rmSync(map, { recursive: true, force: true });
  }
}

// @eis C5.5
const kop = `# Metingen van need-to-know\n\n${VANDAAG}, ${os.cpus().length} kernen, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ingebedde PostgreSQL. \`npm run bench:toegang\`, zaad ${ZAAD}.\n`;
const tabellen: Tabel[] = [];
for (const deel of argument('--huishoudens', '10000').split(',')) {
  const n = Number(deel);
  const nieuw = process.argv.includes('--alleen-kosten')
    ? [await alleenKosten(n)]
    : await meetHandelingen(n, VANDAAG, (server, lading, s) => meetKosten(n, server, lading, s));
  // The first was printed as soon as it was there.
  for (const t of nieuw.slice(1)) console.log(`\n${alsMarkdown(t)}`);
  tabellen.push(...nieuw);
}
if (process.argv.includes('--bewaar')) {
  writeFileSync(
    path.join(WORTEL, 'docs/metingen-toegang.md'),
    `${kop}\n${tabellen.map(alsMarkdown).join('\n')}`,
  );
}
