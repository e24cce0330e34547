import { beforeAll, describe, expect, test } from 'vitest';
import { voegApiToe } from '#modules/programma/index.ts';
import { registreer } from '#modules/programma/module.ts';
import {
  type Lezer,
  leesProgrammas,
  maakMens,
  maakProefapp,
  publiek,
} from '#modules/programma/testing/proefapp.ts';
import { metActor, sql } from '#platform/db/index.ts';
import { dienApiOp, maakApi } from '#platform/http/api.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const db = proef.app.db;
const { haal } = maakProefapp(db, a => {
  registreer(a, {
    gemeenteSlug: () => null,
    cijferPaneel: async () => [],
    actieCijfers: async () => [],
  } as Parameters<typeof registreer>[1]);
  const api = maakApi();
  voegApiToe(api);
  dienApiOp(a, api, []);
});
const vandaag = Temporal.PlainDate.from('2026-11-22');
const REGIO = 'kennemerland';
const MERK = 'zzgeheimconcept';

const BEGIN = [
  '/',
  '/en',
  `/zoeken?q=${MERK}`,
  `/regio/${REGIO}/zoek?q=haarlem`,
  `/regio/${REGIO}/programma.json`,
  `/regio/${REGIO}/raad.csv`,
  `/regio/${REGIO}/verslag?van=2019-01&tot=2026-11`,
  `/regio/${REGIO}/verslag?van=2019-01&tot=2026-11&gemeente=Haarlem`,
  '/api/v1/regios',
  `/api/v1/regios/${REGIO}/programma`,
  ...[1, 2].map(n => `/api/v1/regios/${REGIO}/onderdelen?perPagina=100&pagina=${n}`),
];
/** Fields that hold free text: codes and choices stay what they are, so that the draft itself can be read. */
const TEKSTVELDEN = [
  'titel',
  'omschrijving',
  'tekst',
  'opmerking',
  'antwoord',
  'resultaat',
  'toelichting',
  'naam',
  'doel',
  'wat',
];
const MEESTE = 320;

/** Public answers by address: what links on public pages lead to, and the addresses for programs. */
async function loop(wie: Lezer, adressen: readonly string[], volg: boolean): Promise<Map<string, string>> {
  const gezien = new Map<string, string>();
  const rij = [...adressen];
  for (let pad = rij.shift(); pad !== undefined && gezien.size < MEESTE; pad = rij.shift()) {
    if (gezien.has(pad)) continue;
    const r = await haal(pad, wie);
    const kop = `${r.status} ${r.headers.get('content-disposition')} ${r.headers.get('link')} ${r.headers.get('etag')}`;
    const tekst = (await r.text()).replace(/urn:verzoek:[0-9a-f-]+/g, '');
    gezien.set(pad, `${kop}\n${tekst}`);
    if (!volg) continue;
    for (const [, href = ''] of tekst.matchAll(/href="(\/(?:en\/)?(?:regio|geld|zoeken)[^"#]*)/g)) {
      const naar = href.replaceAll('&amp;', '&');
      if (!/\.(pdf|docx)/.test(naar)) rij.push(naar);
    }
  }
  return gezien;
}

/** Puts every item of every region into draft: other text, other municipality, every fourth one taken out. */
const zetAllesInConcept = () =>
  metActor(db, { soort: 'stelsel', taak: 'proef' }, vandaag, async tx => {
    await sql`insert into programma.onderdeel_versie (onderdeel_id, versie, inhoud, geldig_vanaf, vastgelegd, door, door_rol, reden)
      select o.id, o.versie + 1,
        (select jsonb_object_agg(k, case when jsonb_typeof(w) = 'string' and k = any (${TEKSTVELDEN}) then to_jsonb((w #>> '{}') || ${` ${MERK}`}) else w end)
         from jsonb_each(v.inhoud) e(k, w)),
        '2026-11-22', '2026-11-22T09:00:00Z', 'stelsel:proef', 'projectleider', ${MERK}
      from programma.onderdeel o join programma.onderdeel_versie v on v.onderdeel_id = o.id and v.versie = o.versie`.execute(
      tx,
    );
    await sql`update programma.onderdeel set versie = versie + 1, gemeente = case when gemeente is null then null else 'GM0453' end,
      verwijderd = abs(hashtext(id::text)) % 4 = 0 and soort not in ('regio', 'kader')`.execute(tx);
  });

let voor: Map<string, string>;
let leider: Lezer;

beforeAll(async () => {
  await leesProgrammas(db, [], [REGIO, 'noord-holland-noord']);
  leider = await maakMens(db, 'projectleider', REGIO);
  voor = await loop(publiek, BEGIN, true);
  await zetAllesInConcept();
});

// @eis A5.3 A3.10 A4.2
describe('aanval: een concept langs een openbare weg', () => {
  test('elke openbare pagina, tabel, zoekvraag en API is byte voor byte dezelfde, met en zonder concepten', async () => {
    expect(voor.size).toBeGreaterThan(150);
    expect([...voor].filter(([, tekst]) => /^5/.test(tekst)).map(([pad]) => pad)).toEqual([]);
    const na = await loop(publiek, [...voor.keys()], false);
    const anders = [...voor].filter(([pad, tekst]) => na.get(pad) !== tekst).map(([pad]) => pad);
    expect(anders).toEqual([]);
  });

  test('ook wie is aangemeld zonder werkrecht in de regio ziet nergens een concept', async () => {
    const anderen = [
      await maakMens(db, 'raadslid', REGIO, 'GM0392'),
      await maakMens(db, 'accountbeheerder', REGIO),
      await maakMens(db, 'projectleider', 'zaanstreek-waterland'),
    ];
    const paden = [...voor.keys()].filter(p => !p.includes(MERK)).filter((_, i) => i % 4 === 0);
    for (const wie of anderen) {
      const gezien = await loop(wie, paden, false);
      for (const [pad, tekst] of gezien) expect([pad, tekst.includes(MERK)]).toEqual([pad, false]);
    }
  });

  test('de proef deugt: in de werkversie staat het concept wel', async () => {
    for (const pad of ['', '/programma', '/onderdelen', `/zoek?q=${MERK}`])
      expect([pad, (await (await haal(`/programma/${REGIO}${pad}`, leider)).text()).includes(MERK)]).toEqual([
        pad,
        true,
      ]);
  });
});
