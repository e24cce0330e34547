import { afterAll, beforeAll, expect, test } from 'vitest';
import { maakProef } from '../proef/index.ts';
import { bouwCasuswereld, type Casuswereld } from './casuswereld.ts';
import { type Geval, inBeurten, type Lijf, stuur, vraag } from './geval.ts';
import { type Huis, maakHuis } from './huis.ts';
import { casusdoetabel } from './tabel-casus-doen.ts';
import { casusleestabel, NUL } from './tabel-casus-lezen.ts';
import type { Vrager } from './wie.ts';

const p = await maakProef();
let huis: Huis;
let w: Casuswereld;
/** One person of every role. Who is not signed in has no role and gets the sign-in page: nobody to log. */
let rollen: (Vrager & { actor: string })[];

/** How many rows of the log each person has. */
const perPersoon = async (): Promise<Map<string, number>> =>
  new Map(
    (
      await w.query<{ actor: string; n: number }>(
        "select actor, count(*)::int n from audit.logregel where actor like 'persoon:%' group by actor",
      )
    ).map(r => [r.actor, r.n]),
  );

/** Who got rows since. */
const nieuw = (voor: Map<string, number>, na: Map<string, number>): string[] =>
  [...na].flatMap(([actor, n]) => (n > (voor.get(actor) ?? 0) ? [actor] : []));

/** Under which id the log knows this person: by asking for a file that is not there. */
async function metActorId(v: Vrager): Promise<Vrager & { actor: string }> {
  const voor = await perPersoon();
  await vraag(huis.app, v, `/casus/${NUL}`);
  const [actor = '', ...meer] = nieuw(voor, await perPersoon());
  if (actor === '' || meer.length > 0) throw new Error(`${v.naam}: geen eigen regel`);
  return { ...v, actor };
}

beforeAll(async () => {
  huis = await maakHuis(p);
  w = await bouwCasuswereld(p, huis);
  const iedereen = [...Object.values(w.werkers), ...huis.vragers].filter(v => v.rol !== null);
  rollen = [];
  for (const v of new Map(iedereen.toReversed().map(x => [x.rol, x])).values())
    rollen.push(await metActorId(v));
}, 180_000);
afterAll(async () => {
  await w?.stop();
  await huis?.stop();
});

const LEEG = 'een leeg formulier: er is nog niets gevraagd en niets getoond';
const ZONDER_INVOER = 'een leeg verstuurd formulier: er is niets opgezocht, alleen gezegd wat ontbreekt';
/**
 * Answers that show, look up or change no personal data, with the reason. Only for who gets the page (200) or his own form
 * back (422): a refusal is in the log everywhere.
 */
const ZONDER_GEGEVENS: Readonly<Record<string, string>> = {
  'GET /casus/nieuw [formulier]': LEEG,
  'GET /casus/radar [formulier]': LEEG,
  'GET /casus/noodtoegang [formulier]': LEEG,
  'GET /gezin/zoeken [formulier]': LEEG,
  'GET /gezin/dossiers/:id/persoon-erbij [gezin een]': LEEG,
  'GET /gezin/dossiers/:id/bekende-erbij [gezin een]': LEEG,
  'GET /privacy/verzoeken/nieuw [pagina]': LEEG,
  'GET /privacy/logboek [pagina]': LEEG,
  'GET /privacy/overzicht [pagina]': 'vijf vaste verwijzingen',
  'GET /privacy/register [pagina]': 'het register beschrijft kolommen en termijnen, geen mensen',
  'POST /casus/nieuw [nieuw], lijf 1': ZONDER_INVOER,
  'POST /casus/zoek [op nummer], lijf 1': ZONDER_INVOER,
  'POST /casus/noodtoegang [op nummer], lijf 1': ZONDER_INVOER,
  'POST /casus/radar [zoeken], lijf 1': ZONDER_INVOER,
  'POST /gezin/zoeken [op naam], lijf 1': ZONDER_INVOER,
  'POST /privacy/verzoeken/nieuw [formulier], lijf 1': ZONDER_INVOER,
  'POST /privacy/logboek [formulier], lijf 1': ZONDER_INVOER,
};

type Stap = { naam: string; doe: (v: Vrager) => Promise<Response> };
const eersteEnLaatste = <G extends Geval>(l: readonly G[]) =>
  [...new Set([l.at(0), l.at(-1)])].filter(g => !!g);

/** Every route of both tables, with a family of one's own region and with what is not there. */
const stappen = (): Stap[] => [
  ...Object.entries(casusleestabel(w)).flatMap(([patroon, l]) =>
    eersteEnLaatste(l).map(g => ({
      naam: `GET ${patroon} [${g.naam}]`,
      doe: (v: Vrager) => vraag(huis.app, v, g.pad),
    })),
  ),
  ...Object.entries(casusdoetabel(w)).flatMap(([patroon, l]) =>
    eersteEnLaatste(l).flatMap(h =>
      h.lijven.slice(0, 2).map((lijf: Lijf, i) => ({
        naam: `POST ${patroon} [${h.naam}], lijf ${i + 1}`,
        doe: (v: Vrager) => stuur(huis.app, v, h.pad, lijf),
      })),
    ),
  ),
];

/** Which of these left no row in the log, of whom, with what they got. */
async function zonderRegel(lijst: readonly Stap[]): Promise<{ stap: string; status: number; wie: string }[]> {
  const uit: { stap: string; status: number; wie: string }[] = [];
  for (const s of lijst) {
    const voor = await perPersoon();
    const kreeg = new Map<string, Response>();
    await inBeurten(rollen, async v => {
      const r = await s.doe(v);
      await r.arrayBuffer();
      kreeg.set(v.actor, r);
    });
    const gelogd = nieuw(voor, await perPersoon());
    for (const v of rollen.filter(x => !gelogd.includes(x.actor)))
      uit.push({ stap: s.naam, status: kreeg.get(v.actor)?.status ?? 0, wie: v.rol ?? '' });
  }
  return uit;
}

// @eis C3.1 C5.3
test('elke vraag en elke handeling over gezinnen en hun toezicht staat in het logboek, toegestaan of geweigerd', async () => {
  expect(rollen.length).toBe(11);
  const alles = await zonderRegel(stappen());
  const mag = (x: (typeof alles)[number]) =>
    (x.status === 200 || x.status === 422) && x.stap in ZONDER_GEGEVENS;
  expect(alles.filter(x => !mag(x))).toEqual([]);
  // An exception that nothing needs any more goes.
  const gebruikt = new Set(alles.map(x => x.stap));
  expect(Object.keys(ZONDER_GEGEVENS).filter(naam => !gebruikt.has(naam))).toEqual([]);
}, 300_000);

test('een pagina die vergeet te loggen valt op, bij wie haar krijgt en bij wie niet', async () => {
  const geplant = (pad: string): Stap => ({ naam: pad, doe: v => vraag(huis.app, v, pad) });
  const gevonden = await zonderRegel([geplant('/account'), geplant('/casus/bestaat/niet/zo')]);
  expect(gevonden.map(x => x.status).toSorted()).toEqual([
    ...rollen.map(() => 200),
    ...rollen.map(() => 404),
  ]);
});
