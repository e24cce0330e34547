// Measures what need-to-know costs: the same rows with row security as a professional against an explicit join under
// a role that row security does not bind, on invented families. Nothing here passes or fails on time.
// Run: npm run bench:toegang -- --huishoudens 10000,100000
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Lading } from '../bench/gezinnen.ts';
import { meetHandelingen } from '../bench/handelingen.ts';
import { alsMarkdown, getal, mediaan, percentiel, type Tabel } from '../bench/tabel.ts';
import { type Databank, type IngebedeServer, maakPool, metActor, sql } from '../src/platform/db/index.ts';
import { systeemklok } from '../src/platform/klok/index.ts';

const WORTEL = path.resolve(import.meta.dirname, '..');
const ZAAD = 20_261_122;
const RONDEN = 300;
const VANDAAG = systeemklok.vandaag();

const argument = (naam: string, anders: string): string => {
  const i = process.argv.indexOf(naam);
  return i > 0 ? (process.argv[i + 1] ?? anders) : anders;
};

/** A question in two forms that give the same rows: as the actor, and with the access rule written out. */
interface Vraag {
  naam: string;
  alsActor: string;
  uitgeschreven: string;
}

const OPEN = `toegang.relatie r on r.dossier_id = d.id and r.persoon_id = $1 and r.doel in ('behandeling', 'regie', 'overleg')
  and r.van <= $2::date and (r.tot is null or r.tot > $2::date)
  and not exists (select 1 from toegang.blokkade b where b.persoon_id = $1 and b.van <= $2::date
    and (b.tot is null or b.tot > $2::date) and (b.dossier_id = d.id or b.betrokkene_id in
      (select k.betrokkene_id from toegang.betrokkenheid k where k.dossier_id = d.id)))`;

const VRAGEN: readonly Vraag[] = [
  {
    naam: 'lijst: 25 dossiers, laatst gewijzigd eerst',
    alsActor:
      'select c.id, c.nummer, c.fase, c.laatste_wijziging from casus.casus c where c.id = any ((select toegang.dossiers())::uuid[]) order by c.laatste_wijziging desc, c.id limit 25',
    uitgeschreven: `select d.id, d.nummer, d.fase, d.laatste_wijziging from casus.casus d join ${OPEN} order by d.laatste_wijziging desc, d.id limit 25`,
  },
  {
    naam: 'telling: mijn dossiers',
    alsActor: 'select count(*)::int n from casus.casus where id = any ((select toegang.dossiers())::uuid[])',
    uitgeschreven: `select count(*)::int n from casus.casus d join ${OPEN}`,
  },
  {
    naam: 'personen in mijn dossiers',
    alsActor:
      'select p.id, p.gegevens from gezin.persoon p where p.id = any ((select toegang.betrokkenen())::uuid[]) order by p.id',
    uitgeschreven: `select p.id, p.gegevens from gezin.persoon p where p.id in (select k.betrokkene_id
      from toegang.betrokkenheid k join casus.casus d on d.id = k.dossier_id join ${OPEN}) order by p.id`,
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

const vul = (tekst: string, wie: string) =>
  sql.raw(tekst.replaceAll('$1', `'${wie}'::uuid`).replaceAll('$2', `'${VANDAAG}'`));

/** Both forms in turn, in a transaction each, so that noise of the machine falls on both alike. */
async function meetVraag(o: Opstelling, v: Vraag): Promise<readonly string[]> {
  const metRegels: number[] = [];
  const zonder: number[] = [];
  const gelijk: boolean[] = [];
  for (let i = 0; i < RONDEN; i++) {
    const wie = o.lading.professionals[(i * 7919) % o.lading.professionals.length] ?? '';
    const actor = { soort: 'persoon' as const, id: wie };
    const lees = (db: Databank, tekst: string) =>
      tijd(() => metActor(db, actor, VANDAAG, async tx => (await vul(tekst, wie).execute(tx)).rows));
    const [msMet, a] = await lees(o.db, v.alsActor);
    const [msZonder, b] = await lees(o.baas, v.uitgeschreven);
    metRegels.push(msMet);
    zonder.push(msZonder);
    gelijk.push(JSON.stringify(a) === JSON.stringify(b) && a.length > 0);
  }
  if (gelijk.includes(false)) throw new Error(`${v.naam}: de twee vormen geven niet dezelfde rijen`);
  const [m, z] = [mediaan(metRegels), mediaan(zonder)];
  const p95 = percentiel(
    metRegels.toSorted((x, y) => x - y),
    0.95,
  );
  return [v.naam, `${getal(m, 2)} ms`, `${getal(p95, 2)} ms`, `${getal(z, 2)} ms`, getal(m / z, 2)];
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
  return {
    kop: `Kosten van need-to-know bij ${getal(huishoudens)} huishoudens`,
    uitleg: `${getal(lading.personen)} personen, ${getal(lading.professionals.length)} professionals met elk hoogstens 30 dossiers; geladen in ${getal(seconden)} s. Mediaan van ${RONDEN} keer, om en om, elk in een eigen transactie; de twee vormen gaven steeds dezelfde rijen. Doel: 1,10.`,
    kolommen: ['vraag', 'met rijbeveiliging', 'p95', 'uitgeschreven join, bevoorrechte rol', 'verhouding'],
    rijen,
  };
}

// @eis C5.5
const kop = `# Metingen van need-to-know\n\n${VANDAAG}, ${os.cpus().length} kernen, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ingebedde PostgreSQL. \`npm run bench:toegang\`, zaad ${ZAAD}.\n`;
const tabellen: Tabel[] = [];
for (const deel of argument('--huishoudens', '10000').split(',')) {
  const n = Number(deel);
  const nieuw = await meetHandelingen(n, VANDAAG, (server, lading, s) => meetKosten(n, server, lading, s));
  for (const t of nieuw) console.log(`\n${alsMarkdown(t)}`);
  tabellen.push(...nieuw);
}
if (process.argv.includes('--bewaar')) {
  writeFileSync(
    path.join(WORTEL, 'docs/metingen-toegang.md'),
    `${kop}\n${tabellen.map(alsMarkdown).join('\n')}`,
  );
}
