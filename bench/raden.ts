// Can somebody tell by the clock that a file exists which he may not see? Asks in turn for ids that are absent, of
// somebody else, and barred to the reader, over the real pages, and prints the times beside each other. Nothing here
// passes or fails on time; that the answers are the same does. Run: npm run bench:raden -- --verzoeken 2000
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { maakCasus } from '../src/modules/casus/module.ts';
import { kennisgevinglening } from '../src/modules/privacy/index.ts';
import { type Lezer, maakProefapp, type Proefapp } from '../src/modules/programma/testing/proefapp.ts';
import { maakPool, metClient, migreer, startIngebed, type Verbinding } from '../src/platform/db/index.ts';
import { systeemklok } from '../src/platform/klok/index.ts';
import { maakKluis } from '../src/platform/kluis/index.ts';
import { laadGezinnen } from './gezinnen.ts';
import { alsMarkdown, getal, mediaan, percentiel, type Tabel } from './tabel.ts';

const ZAAD = 20_261_122;
const HUISHOUDENS = 2000;
const OPWARMEN = 150;
const VANDAAG = systeemklok.vandaag();

const i = process.argv.indexOf('--verzoeken');
const VERZOEKEN = i > 0 ? Number(process.argv[i + 1]) : 2000;

type Soort = 'afwezig' | 'van een ander' | 'geblokkeerd';
const SOORTEN: readonly Soort[] = ['afwezig', 'van een ander', 'geblokkeerd'];

interface Doelwit {
  lezer: Lezer;
  ids: Record<Exclude<Soort, 'afwezig'>, string[]>;
}

/** Somebody with files of his own, a hundred files of others, and as many with a relation from which he is barred. */
async function kiesDoelwit(beheer: Verbinding, wie: string): Promise<Doelwit> {
  return metClient(beheer, async c => {
    const lid = await c.query(
      `select organisatie_id, rol, regio from toegang.lidmaatschap where persoon_id = $1 limit 1`,
      [wie],
    );
    const vreemd = await c.query<{ id: string }>(
      `select d.id from toegang.dossier d where d.regio = $2
         and not exists (select 1 from toegang.relatie r where r.dossier_id = d.id and r.persoon_id = $1)
       order by md5(d.id::text) limit 200`,
      [wie, lid.rows[0]?.regio],
    );
    const ids = vreemd.rows.map(r => r.id);
    const geweerd = ids.slice(100);
    await c.query(
      `insert into toegang.relatie (id, persoon_id, organisatie_id, dossier_id, doel, grond, aanleiding, van)
       select gen_random_uuid(), $1, $2, d, 'regie', 'wmo_lokaal_team', 'toewijzing', $4 from unnest($3::uuid[]) d`,
      [wie, lid.rows[0]?.organisatie_id, geweerd, VANDAAG.subtract({ days: 5 }).toString()],
    );
    await c.query(
      `insert into toegang.blokkade (id, persoon_id, organisatie_id, dossier_id, reden, van)
       select gen_random_uuid(), $1, $2, d, 'naaste', $4 from unnest($3::uuid[]) d`,
      [wie, lid.rows[0]?.organisatie_id, geweerd, VANDAAG.subtract({ days: 5 }).toString()],
    );
    await c.query('analyze');
    const { organisatie_id: organisatieId, rol, regio } = lid.rows[0] ?? {};
    return {
      lezer: {
        actor: { soort: 'persoon', id: wie },
        lidmaatschappen: [{ rol, organisatieId, regio, gemeente: null }],
      },
      ids: { 'van een ander': ids.slice(0, 100), geblokkeerd: geweerd },
    };
  });
}

const kies = (d: Doelwit, soort: Soort, n: number): string => {
  if (soort === 'afwezig') return crypto.randomUUID();
  const lijst = d.ids[soort];
  return lijst[(n * 7919) % lijst.length] ?? '';
};

/** What a reader of the answer could compare: status, headers but for the number of the request, and the page. */
async function vingerafdruk(r: Response, id: string): Promise<string> {
  const tekst = (await r.text())
    .replaceAll(id, 'ID')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'N');
  return `${r.status} ${r.headers.get('content-type')} ${r.headers.get('cache-control')} ${tekst}`;
}

/** The kinds in turn, in an order that shifts every round, so that noise of the machine falls on all alike. */
async function meetPad(p: Proefapp, d: Doelwit, naam: string, pad: (id: string) => string) {
  const tijden: Record<Soort, number[]> = { afwezig: [], 'van een ander': [], geblokkeerd: [] };
  const antwoorden = new Set<string>();
  for (let n = -OPWARMEN; n < VERZOEKEN; n++) {
    for (let k = 0; k < SOORTEN.length; k++) {
      const soort = SOORTEN[(k + Math.abs(n)) % SOORTEN.length] ?? 'afwezig';
      const id = kies(d, soort, Math.abs(n));
      const van = performance.now();
      const r = await p.haal(pad(id), d.lezer);
      const ms = performance.now() - van;
      antwoorden.add(await vingerafdruk(r, id));
      if (n >= 0) tijden[soort].push(ms);
    }
  }
  if (antwoorden.size !== 1) throw new Error(`${naam}: ${antwoorden.size} verschillende antwoorden`);
  const basis = mediaan(tijden.afwezig);
  return SOORTEN.map(s => {
    const gesorteerd = tijden[s].toSorted((a, b) => a - b);
    return [
      naam,
      s,
      `${getal(mediaan(tijden[s]), 3)} ms`,
      `${getal(percentiel(gesorteerd, 0.95), 3)} ms`,
      getal(mediaan(tijden[s]) / basis, 3),
    ];
  });
}

const map = path.join(os.tmpdir(), `la-raden-${process.pid}`);
const kluis = maakKluis({ hoofdsleutel: randomBytes(32), map: path.join(map, 'sleutels') });
const server = await startIngebed(path.join(map, 'pg'), { snel: true });
try {
  await migreer(server.verbinding('eigenaar'));
  const lading = await metClient(server.beheer('lange_adem'), c =>
    laadGezinnen(c, kluis, { huishoudens: HUISHOUDENS, zaad: ZAAD, vandaag: VANDAAG }, () => {}),
  );
  const doelwit = await kiesDoelwit(server.beheer('lange_adem'), lading.professionals[0] ?? '');
  const app = maakPool(server.verbinding('app'), 4);
  const kamer = maakCasus({ ...kennisgevinglening, kluis });
  const p = maakProefapp(app.db, kamer.registreer, systeemklok.nu().toString());
  // @eis C2.2
  const rijen = [
    ...(await meetPad(p, doelwit, 'dossier', id => `/casus/${id}`)),
    ...(await meetPad(p, doelwit, 'notitie', id => `/casus/${id}/notities/${id}`)),
  ];
  await app.sluit();
  const tabel: Tabel = {
    kop: 'Raden naar een dossier',
    uitleg: `Om en om ${getal(VERZOEKEN)} keer per soort, na ${OPWARMEN} keer opwarmen, als een professional met eigen dossiers onder ${getal(HUISHOUDENS)} huishoudens; alle antwoorden waren gelijk. Doel: medianen binnen 5 %.`,
    kolommen: ['pagina', 'kenmerk', 'mediaan', 'p95', 'verhouding tot afwezig'],
    rijen,
  };
  console.log(alsMarkdown(tabel));
} finally {
  await server.stop();
  rmSync(map, { recursive: true, force: true });
}
