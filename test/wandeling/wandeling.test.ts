import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WORTEL } from '#platform/config/wortel.ts';
import { bekendeGebreken } from './bekende-gebreken.ts';
import { alsBestand, alsRegels, speelNa, uitBestand, verkort } from './naspelen.ts';
import { alsWandelaars, bewaarDeel, drukTabel, maakTabel } from './verslag.ts';
import { type Uitslag, type Vondst, wandel } from './wandeling.ts';
import { bouwWereld, type Wereld } from './wereld.ts';

const VOLLEDIG = process.env['LA_TEST_VOLLEDIG'] === '1';
const STAPPEN = Number(process.env['LA_WANDELING_STAPPEN'] ?? (VOLLEDIG ? 20_000 : 1_000));
const ZAAD = Number(process.env['LA_WANDELING_ZAAD'] ?? 20_260_322);
const NASPEEL = process.env['LA_WANDELING_NASPEEL'];
/** Each so many steps a new world with the next seed: the walk meets the same things in another order. */
const PER_WERELD = 10_000;
const MEESTE_NAGESPEELD = 5;
const MAP = path.join(WORTEL, '.test');

let wereld: Wereld;
beforeAll(async () => {
  mkdirSync(MAP, { recursive: true });
  wereld = await bouwWereld();
}, 180_000);
afterAll(() => wereld?.stop());

/** What a fault was, the seed and step, and the shortest way to see it again. */
async function bericht(u: Uitslag, v: Vondst, naspelen: boolean): Promise<string> {
  const kop = `${v.sleutel} (${v.keer} keer): ${v.tekst}\n  zaad ${u.zaad}, stap ${v.stap}`;
  const stap = u.stappen.filter(x => x.nr === v.stap);
  if (!naspelen) return `${kop}\n    ${alsRegels(stap).join('\n    ')}`;
  const stappen = await verkort({ bouw: bouwWereld }, u.stappen, v);
  if (!stappen)
    return `${kop}, niet na te spelen in een nieuwe wereld\n    ${alsRegels(stap).join('\n    ')}`;
  const bestand = path.join(MAP, `wandeling-${u.zaad}-${v.stap}.json`);
  writeFileSync(bestand, alsBestand(stappen));
  const hoe = `LA_WANDELING_NASPEEL=.test/${path.basename(bestand)} npm run vitest -- run test/wandeling`;
  return `${kop}; naspelen: ${hoe}\n    ${alsRegels(stappen).join('\n    ')}`;
}

async function loopAlles(): Promise<{ uitslagen: Uitslag[]; seconden: number }> {
  const uitslagen: Uitslag[] = [];
  const van = performance.now();
  for (let gedaan = 0; gedaan < STAPPEN; gedaan += PER_WERELD) {
    const eigen = gedaan === 0 ? wereld : await bouwWereld();
    uitslagen.push(
      await wandel({
        wereld: eigen,
        zaad: ZAAD + gedaan / PER_WERELD,
        stappen: Math.min(PER_WERELD, STAPPEN - gedaan),
        meld: (nr, vondsten) => {
          const s = Math.round((performance.now() - van) / 1000);
          console.log(`wandeling: ${gedaan + nr} van ${STAPPEN} stappen, ${s} s, ${vondsten} gebreken`);
        },
      }),
    );
    if (eigen !== wereld) await eigen.stop();
  }
  return { uitslagen, seconden: (performance.now() - van) / 1000 };
}

// @eis A1.4 A5.3 A2.3 A3.10 A4.2
test.skipIf(NASPEEL !== undefined)(
  'wie waar dan ook loopt, typt of raadt, ziet en verandert alleen wat de eisen hem geven',
  async () => {
    const { uitslagen, seconden } = await loopAlles();
    const tabel = maakTabel(uitslagen);
    console.log(`${drukTabel(tabel)}\n${STAPPEN} stappen in ${seconden.toFixed(0)} s, vanaf zaad ${ZAAD}`);
    const alle = uitslagen.flatMap(u => u.vondsten.map(v => ({ u, v })));
    const bekend = alle.filter(({ v }) => v.sleutel in bekendeGebreken);
    for (const { v } of bekend) console.log(`bekend gebrek: ${v.sleutel} (${v.keer} keer)`);
    const weg = Object.keys(bekendeGebreken).filter(x => !bekend.some(({ v }) => v.sleutel === x));
    if (VOLLEDIG && weg.length > 0) console.log(`niet meer gezien, van de lijst te halen: ${weg.join('; ')}`);
    const nieuw = alle.filter(x => !bekend.includes(x));
    for (const { u, v } of nieuw)
      console.log(`gevonden: ${v.sleutel} (${v.keer} keer), zaad ${u.zaad}, stap ${v.stap}`);
    const berichten: string[] = [];
    for (const [i, { u, v }] of nieuw.entries()) berichten.push(await bericht(u, v, i < MEESTE_NAGESPEELD));
    writeFileSync(
      path.join(MAP, 'wandeling-uitslag.json'),
      JSON.stringify({
        stappen: STAPPEN,
        seconden: Math.round(seconden),
        zaad: ZAAD,
        tabel,
        nieuw: [...new Set(nieuw.map(x => x.v.sleutel))],
        bekend: [...new Set(bekend.map(x => x.v.sleutel))],
      }),
    );
    bewaarDeel({
      wandeling: 'Programma, cijfers en beheer',
      zaad: ZAAD,
      stappen: STAPPEN,
      seconden,
      fouten: nieuw.map(x => `${x.v.sleutel}: ${x.v.tekst}`),
      wandelaars: alsWandelaars(uitslagen),
    });
    expect(berichten.length, `\n${berichten.join('\n\n')}\n`).toBe(0);
    // The walk came somewhere: every role, every kind of act, and there was something to find until the end.
    for (const rij of tabel.rijen) expect(Number(rij[1]?.replaceAll('.', '')), rij[0]).toBeGreaterThan(20);
    const samen = uitslagen.flatMap(u => [...u.rollen.values()]);
    expect(samen.reduce((n, r) => n + r.schreef, 0)).toBeGreaterThan(STAPPEN / 200);
    expect(new Set(samen.flatMap(r => [...r.vormen])).size).toBeGreaterThan(60);
    for (const u of uitslagen) expect(u.verborgen).toBeGreaterThan(100);
  },
  6 * 60 * 60 * 1000,
);

test.skipIf(NASPEEL === undefined)(
  'naspelen',
  async () => {
    const stappen = uitBestand(readFileSync(path.resolve(WORTEL, NASPEEL ?? ''), 'utf8'));
    const { regels } = await speelNa({ bouw: bouwWereld }, stappen, null);
    for (const { stap, gebreken } of regels)
      console.log([...alsRegels([stap]), ...gebreken.map(x => `    ! ${x}`)].join('\n'));
    expect(regels.flatMap(r => r.gebreken)).toEqual([]);
  },
  600_000,
);
