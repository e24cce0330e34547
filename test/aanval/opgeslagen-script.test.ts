import { beforeAll, describe, expect, test } from 'vitest';
import { SOORTEN } from '#modules/programma/domain/soorten.ts';
import type { Inhoud, Soortcode, Veld } from '#modules/programma/domain/veld.ts';
import { registreer } from '#modules/programma/module.ts';
import { type Lezer, leesProgrammas, maakMens, maakProefapp } from '#modules/programma/testing/proefapp.ts';
import { metActor, sql } from '#platform/db/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const db = proef.app.db;
const { app, haal } = maakProefapp(db, a =>
  registreer(a, {
    gemeenteSlug: () => null,
    cijferPaneel: async () => [],
    actieCijfers: async () => [],
  } as Parameters<typeof registreer>[1]),
);
const REGIO = 'kennemerland';
const vandaag = Temporal.PlainDate.from('2026-11-22');
let leider: Lezer;

const lading = (veld: string) =>
  `<script>alert("${veld}")</script><img src=x onerror=alert(1)>'"\`</textarea>`;

/** The content with an attack in every field that takes free text; codes and references stay what they are. */
function besmet(velden: readonly Veld[], inhoud: Inhoud, vast: readonly string[]): Inhoud {
  const uit: Inhoud = { ...inhoud };
  for (const v of velden) {
    const w = inhoud[v.naam];
    if (vast.includes(v.naam)) continue;
    if (v.soort === 'tekst' || v.soort === 'alinea') uit[v.naam] = lading(v.naam);
    else if (v.soort === 'lijst') uit[v.naam] = [lading(v.naam), lading(`${v.naam}2`)];
    else if (v.soort === 'deel') uit[v.naam] = besmet(v.velden ?? [], (w ?? {}) as Inhoud, vast);
    else if (v.soort === 'groep') {
      const rijen = ((w ?? []) as Inhoud[]).length > 0 ? (w as Inhoud[]) : [{}];
      uit[v.naam] = rijen.map(rij => besmet(v.velden ?? [], rij, vast));
    }
  }
  return uit;
}

/** Fields by which items are found: the region's own names and the codes. */
const VAST = ['code', 'id', 'gemeenten', 'valuta', 'maanden', 'bestand', 'datalab'];
/** Of every kind the fullest item. */
const codes = new Map<Soortcode, string>();
const langste = new Map<Soortcode, number>();

beforeAll(async () => {
  await leesProgrammas(db, [], [REGIO]);
  leider = await maakMens(db, 'projectleider', REGIO);
  await metActor(db, { soort: 'stelsel', taak: 'proef' }, vandaag, async tx => {
    const { rows } = await sql<{ id: string; soort: Soortcode; code: string; inhoud: Inhoud }>`
      select o.id, o.soort, o.code, v.inhoud from programma.onderdeel o
      join programma.onderdeel_versie v on v.onderdeel_id = o.id and v.versie = o.versie`.execute(tx);
    for (const r of rows) {
      const omvang = JSON.stringify(r.inhoud).length;
      if (omvang > (langste.get(r.soort) ?? 0)) {
        langste.set(r.soort, omvang);
        codes.set(r.soort, r.code);
      }
      const inhoud = besmet(SOORTEN[r.soort].velden, r.inhoud, VAST);
      await sql`insert into programma.onderdeel_versie (onderdeel_id, versie, inhoud, geldig_vanaf, vastgelegd, door, reden)
        values (${r.id}, 2, ${JSON.stringify(inhoud)}::jsonb, '2026-11-22', now(), 'proef', ${lading('reden')})`.execute(
        tx,
      );
      await sql`update programma.onderdeel set versie = 2, openbare_versie = 2 where id = ${r.id}`.execute(
        tx,
      );
    }
    // A remark, a stand and a duty of our own kinds, also with an attack in the code.
    for (const [soort, inhoud] of [
      ['gemeentestand', { actie: '1', gemeente: 'Haarlem', status: 'loopt', datum: '2026' }],
      ['rapportageplicht', { ontvanger: 'raad', maanden: ['1'] }],
      ['aandachtspunt', {}],
    ] as const) {
      const id = crypto.randomUUID();
      const code = `"><script>alert('code')</script>${soort}`;
      codes.set(soort, code);
      const vol = { ...besmet(SOORTEN[soort].velden, inhoud, VAST), code };
      await sql`insert into programma.onderdeel (id, regio, soort, code, gemeente, volgorde, versie, openbare_versie)
        values (${id}, ${REGIO}, ${soort}, ${code}, ${soort === 'gemeentestand' ? 'GM0392' : null}, 900, 1, 1)`.execute(
        tx,
      );
      await sql`insert into programma.onderdeel_versie (onderdeel_id, versie, inhoud, geldig_vanaf, vastgelegd, door)
        values (${id}, 1, ${JSON.stringify(vol)}::jsonb, '2026-11-22', now(), 'proef')`.execute(tx);
    }
  });
});

/** Every page of the room: all addresses that are registered for GET, filled in for each kind. */
function adressen(): string[] {
  const patronen = [
    ...new Set(app.routes.filter(r => r.method === 'GET' && !r.path.endsWith('*')).map(r => r.path)),
  ];
  return patronen.flatMap(pad => {
    const metRegio = pad.replace(':regio', REGIO);
    const perSoort = metRegio.includes(':soort') ? [...codes] : [[null, null] as const];
    const soortVan: Record<string, Soortcode> = {
      acties: 'actie',
      raad: 'raadsopmerking',
      mijlpaal: 'mijlpaal',
      planning: 'mijlpaal',
    };
    return perSoort.map(([soort, code]) => {
      const bij = Object.entries(soortVan).find(([deel]) => metRegio.includes(`/${deel}/`))?.[1];
      const invul = code ?? (bij ? codes.get(bij) : '') ?? '';
      return metRegio
        .replace(':soort', soort ?? '')
        .replace(/:[a-z]+(\{[^}]*\})?/gi, encodeURIComponent(invul));
    });
  });
}

// @eis A5.3
describe('aanval: opgeslagen script', () => {
  test('elk tekstveld van elke soort staat op elke pagina ontsnapt', async () => {
    const gezien = new Set<string>();
    let paginas = 0;
    const extra = [
      ...[...codes.keys()].map(s => `/programma/${REGIO}/onderdelen?soort=${s}`),
      `/zoeken?q=script`,
      `/programma/${REGIO}/zoek?q=alert`,
      `/zoeken?q=${encodeURIComponent(lading('q'))}`,
    ];
    for (const pad of [...adressen(), ...extra]) {
      const r = await haal(pad, leider);
      if (!(r.headers.get('content-type') ?? '').includes('text/html')) continue;
      const html = await r.text();
      expect([pad, r.status < 500]).toEqual([pad, true]);
      expect([pad, /<script>alert|<img src=x|'"`<\/textarea>/.test(html)]).toEqual([pad, false]);
      for (const m of html.matchAll(/&lt;script&gt;alert\(&quot;([A-Za-z]+)/g)) gezien.add(m[1] ?? '');
      if (r.status === 200) paginas++;
    }
    expect(paginas).toBeGreaterThan(60);
    const alle = new Set<string>();
    const noem = (velden: readonly Veld[]) => {
      for (const v of velden) {
        if (['tekst', 'alinea', 'lijst'].includes(v.soort) && !VAST.includes(v.naam)) alle.add(v.naam);
        noem(v.velden ?? []);
      }
    };
    for (const s of Object.values(SOORTEN)) noem(s.velden.filter(v => !VAST.includes(v.naam)));
    // Nothing is left out by being invisible: every field was seen somewhere, escaped.
    expect([...alle].filter(n => !gezien.has(n))).toEqual([]);
  });

  test('een aanval in de naam van de bestanden staat niet in een kop van het antwoord', async () => {
    const r = await haal(
      `/programma/${REGIO}/bestand/ophalen?vorm=json&versie=${encodeURIComponent('"\r\nx: y')}`,
      leider,
    );
    expect(r.headers.get('content-disposition')).toBe(`attachment; filename="programma-${REGIO}-werk.json"`);
    expect(r.headers.get('content-type')).toContain('application/json');
    expect(r.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
