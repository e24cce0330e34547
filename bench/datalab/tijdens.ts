import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Bezoeker } from '../../test/proces/bezoeker.ts';
import { begin, gereed, stop, type Toepassing, vrijePoort } from '../../test/proces/toepassing.ts';
import { getal, mediaan, percentiel, type Tabel } from '../tabel.ts';

const PAGINAS = [
  ['cijfers van de regio', '/regio/zaanstreek-waterland/cijfers'],
  ['publicaties', '/datalab/publicaties'],
  ['zoeken', '/zoeken?q=melding'],
] as const;
const RONDEN = 6;
const PER_RONDE = 100;
const WARM = 30;
/** Milliseconds that the work gets to be under way, and to be gone. */
const AANLOOP = 1_000;

interface Tijden {
  stil: number[];
  tijdens: number[];
}

/** In turn without and with the work, every page as often; milliseconds per page. */
async function meetRonden(app: Toepassing): Promise<Tijden[]> {
  const wie = new Bezoeker(app.adres);
  await wie.meldAan('datalab_analist', 'voorbeeld-wachtwoord');
  const haal = async (pad: string): Promise<number> => {
    const van = performance.now();
    const r = await wie.haal(pad);
    await r.text();
    if (r.status !== 200) throw new Error(`${pad}: ${r.status}`);
    return performance.now() - van;
  };
  for (const [, pad] of PAGINAS) for (let i = 0; i < WARM; i++) await haal(pad);
  const tijden = PAGINAS.map((): Tijden => ({ stil: [], tijdens: [] }));
  for (let ronde = 0; ronde < RONDEN * 2; ronde++) {
    // The signal turns the work on and off; the first round is without.
    if (ronde > 0) app.proces.kill('SIGUSR2');
    await new Promise(k => setTimeout(k, AANLOOP));
    const soort = ronde % 2 === 0 ? 'stil' : 'tijdens';
    // The pages take turns: what the work does at its beginning meets each of them as often.
    for (let i = 0; i < PER_RONDE; i++)
      for (const [nr, [, pad]] of PAGINAS.entries()) tijden[nr]?.[soort].push(await haal(pad));
  }
  return tijden;
}

function rijVan(naam: string, t: Tijden): string[] {
  const [stil, tijdens] = [t.stil, t.tijdens].map(w => w.toSorted((a, b) => a - b));
  const [p, q] = [percentiel(stil ?? [], 0.95), percentiel(tijdens ?? [], 0.95)];
  return [
    naam,
    getal(mediaan(t.stil), 1),
    getal(p, 1),
    getal(mediaan(t.tijdens), 1),
    getal(q, 1),
    getal(q / p, 2),
  ];
}

/**
 * Pages while the application protects a large set, beside the same pages while it does not: in turn, by one reader who
 * asks again as soon as there is an answer.
 */
export async function meetTijdens(x: { map: string }): Promise<Tabel> {
  mkdirSync(x.map, { recursive: true, mode: 0o711 });
  const app = begin({
    PORT: String(await vrijePoort()),
    LA_DATA: path.join(x.map, 'tijdens'),
    NODE_OPTIONS: `--no-warnings --import ${path.join(import.meta.dirname, 'meewerker.ts')}`,
  });
  try {
    await gereed(app, 120_000);
    const tijden = await meetRonden(app);
    const keren = [...app.uitvoer().matchAll(/beschermd: /g)].length;
    return {
      kop: 'Pagina’s terwijl er wordt beschermd',
      uitleg: `De echte toepassing, één lezer die na elk antwoord opnieuw vraagt; ${RONDEN} keer om en om ${PER_RONDE} keer zonder en met het beschermen van 1.080 tellingen in dezelfde toepassing (${keren} keer klaar). Lezer, toepassing en database delen de machine. Doel: p95 hoogstens 1,2 keer zo lang.`,
      kolommen: [
        'Pagina',
        'Gewoon, midden (ms)',
        'Gewoon, p95',
        'Tijdens, midden',
        'Tijdens, p95',
        'p95 verhouding',
      ],
      rijen: PAGINAS.map(([naam], nr) => rijVan(naam, tijden[nr] ?? { stil: [], tijdens: [] })),
    };
  } finally {
    await stop(app);
  }
}
