import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { maakProef } from '../../../../test/proef/index.ts';
import { fragment, vouw, zoekwoorden } from '../domain/zoekvraag.ts';
import {
  bronbestand,
  type Lezer,
  leesProgrammas,
  maakMens,
  maakProefapp,
  publiek,
} from '../testing/proefapp.ts';
import { registreer } from './routes.tsx';

const proef = await maakProef();
const db = proef.app.db;
const { haal, stuur } = maakProefapp(db, app =>
  registreer(app, {
    gemeenteSlug: () => null,
    cijferPaneel: async () => [],
    actieCijfers: async () => [],
    zoekers: [
      {
        zoek: async (_tx, v) =>
          v.woorden.includes('instrumentenkoffer')
            ? [
                {
                  regio: 'kennemerland',
                  soort: { naam: 'Hulpaanbod' },
                  titel: 'Instrumentenkoffer',
                  pad: '/hulpaanbod/1',
                  fragment: [],
                },
              ]
            : [],
      },
    ],
  } as Parameters<typeof registreer>[1]),
);
let leider: Lezer;

beforeAll(async () => {
  await leesProgrammas(db);
  leider = await maakMens(db, 'projectleider', 'kennemerland');
});

const tel = (html: string): number => Number(/la-telling" role="status">(\d+) result/.exec(html)?.[1] ?? 0);
const zoek = async (q: string, waar = '/zoeken', wie: Lezer = publiek) => {
  const r = await haal(`${waar}?q=${encodeURIComponent(q)}`, wie);
  expect(r.status).toBe(200);
  return r.text();
};

// @eis A3.1
describe('zoeken in de programma’s', () => {
  test('elk onderdeel van de bestanden is te vinden op de woorden van zijn eigen titel', async () => {
    const bron = bronbestand('kennemerland') as Record<string, Record<string, string>[]>;
    const titels = [
      ...(bron.acties ?? []).map(x => x.titel),
      ...(bron.mijlpalen ?? []).map(x => x.titel),
      ...(bron.raadsopmerkingen ?? []).map(x => x.onderwerp),
      ...(bron.projecten ?? []).map(x => x.naam),
      ...(bron.doelstellingen ?? []).map(x => x.titel),
    ] as string[];
    for (const titel of titels) {
      const html = await zoek(titel, '/regio/kennemerland/zoek');
      expect([titel, tel(html) > 0]).toEqual([titel, true]);
    }
  });

  test('het aantal klopt met een onafhankelijke telling in de bron', async () => {
    const b = bronbestand('kennemerland') as Record<string, Record<string, string>[]>;
    const met = (b.raadsopmerkingen ?? []).filter(o => /\bonderwijs/i.test(JSON.stringify(Object.values(o))));
    const html = await zoek('onderwijs', '/regio/kennemerland/zoek');
    const gevonden = [...html.matchAll(/onderdeel\/raadsopmerking\/([^"/]+)"/g)].map(m => m[1]);
    expect(gevonden.sort()).toEqual(met.map(o => o.code).sort());
    expect(gevonden.length).toBeGreaterThan(0);
  });

  test('het begin van een woord, een accent of hoofdletters maken geen verschil', async () => {
    const voluit = tel(await zoek('kindermishandeling'));
    expect(voluit).toBeGreaterThan(5);
    expect(tel(await zoek('KINDERMISHANDELING'))).toBe(voluit);
    expect(tel(await zoek('kíndèrmishandelïng'))).toBe(voluit);
    expect(tel(await zoek('kindermish'))).toBeGreaterThanOrEqual(voluit);
    expect(tel(await zoek('wijkteam'))).toBe(tel(await zoek('wijkteams')));
  });

  test('wat niet bestaat, een leeg veld en leestekens geven een lege staat die zegt wat te doen', async () => {
    expect(await zoek('xyzzyqwerty')).toContain('gebruik minder woorden');
    for (const q of ['', '   ', '&|!:*()<>', "'; drop table x; --"])
      expect((await zoek(q)).length).toBeGreaterThan(0);
  });

  test('een concept is alleen in de werkversie te vinden, ook na wijziging van iets dat openbaar was', async () => {
    const adres = '/programma/kennemerland/onderdeel/aandachtspunt/nieuw';
    const r = await stuur(adres, { tekst: 'Geheimplan zonnebloem' }, leider);
    expect(r.status).toBe(303);
    expect(await zoek('zonnebloem')).not.toContain('Geheimplan');
    expect(await zoek('zonnebloem', '/regio/kennemerland/zoek')).not.toContain('Geheimplan');
    expect(await zoek('zonnebloem', '/zoeken', leider)).not.toContain('Geheimplan');
    expect(tel(await zoek('zonnebloem', '/programma/kennemerland/zoek', leider))).toBe(1);
    expect((await haal('/programma/kennemerland/zoek?q=zonnebloem')).status).toBe(303);
    const ander = await maakMens(db, 'projectleider', 'noord-holland-noord');
    expect((await haal('/programma/kennemerland/zoek?q=zonnebloem', ander)).status).toBe(404);
    expect(await zoek('zonnebloem', '/programma/noord-holland-noord/zoek', ander)).not.toContain(
      'Geheimplan',
    );
  });

  test('een zoekvraag met opmaak staat ontsnapt op de pagina', async () => {
    const html = await zoek('<script>alert(1)</script>');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('namen van bestanden zijn niet te vinden en niet te zien', async () => {
    const naam = (
      (bronbestand('kennemerland').documenten as Record<string, string>[])[0]?.bestand ?? ''
    ).toString();
    expect(naam).not.toBe('');
    expect(await zoek(naam)).not.toContain(`>${naam}<`);
  });

  test('andere kamers doen mee binnen dezelfde vraag', async () => {
    expect(await zoek('instrumentenkoffer')).toContain('/regio/kennemerland/hulpaanbod/1');
  });

  test('de pagina bestaat in het Engels', async () => {
    expect(await zoek('wijkteam', '/en/zoeken')).toContain('/en/regio/');
  });
});

describe('het fragment', () => {
  test('langer vouwen verandert niets, en elk zoekwoord is al gevouwen', () => {
    fc.assert(fc.property(fc.string(), s => vouw(vouw(s)) === vouw(s)));
    fc.assert(fc.property(fc.string(), s => zoekwoorden(s).every(w => vouw(w) === w)));
  });

  test('de delen samen zijn een stuk van de tekst, en wat raak heet begint met een zoekwoord', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('actie', 'regio', 'kind', 'Veilig', 'thuis,'), { maxLength: 80 }),
        d => {
          const tekst = d.join(' ');
          const f = fragment(tekst, ['kind']);
          if (!f) return !tekst.includes('kind');
          const kaal = f.filter(x => x.tekst !== '… ' && x.tekst !== ' …').map(x => x.tekst);
          return (
            tekst.includes(kaal.join('')) &&
            f.some(x => x.raak) &&
            f.every(x => !x.raak || x.tekst === 'kind')
          );
        },
      ),
    );
  });
});

test('zoeken op pagina’s gebruikt het adres dat het zoekveld bovenaan gebruikt', () => {
  const kop = readFileSync(
    path.resolve(import.meta.dirname, '../../../platform/ui/pagina/paginakop.tsx'),
    'utf8',
  );
  expect(kop).toContain("'/zoeken'");
});
