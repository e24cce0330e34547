import { beforeAll, describe, expect, test } from 'vitest';
import { maakProef } from '../../../../test/proef/index.ts';
import { bronbestand, leesProgrammas, maakProefapp, REGIOS } from '../testing/proefapp.ts';
import { registreer } from './routes.tsx';

const proef = await maakProef();
const db = proef.app.db;
const { haal } = maakProefapp(db, a =>
  registreer(a, { gemeenteSlug: () => null, cijferPaneel: async () => [], actieCijfers: async () => [] }),
);
beforeAll(() => leesProgrammas(db));

/** Every text of some words in the region's source: Dutch, whatever page it stands on. */
function bronteksten(regio: string): string[] {
  const uit = new Set<string>();
  const loop = (x: unknown, naam = ''): void => {
    if (typeof x === 'string') {
      // Names are the same in every language.
      const isNaam = ['gemeente', 'naam', 'subregio', 'bestand'].includes(naam) || /^Veilig Thuis\b/.test(x);
      if (!isNaam && /\p{Ll}{3,} .*\p{Ll}{3,}/u.test(x)) uit.add(x.trim());
    } else if (Array.isArray(x)) for (const y of x) loop(y, naam);
    else if (x !== null && typeof x === 'object') for (const [k, y] of Object.entries(x)) loop(y, k);
  };
  const bestand = bronbestand(regio);
  loop(bestand);
  const { gemeenten } = bestand['regio'] as { gemeenten: { subregio: string | null }[] };
  for (const g of gemeenten) uit.delete(g.subregio ?? '');
  return [...uit];
}

const LEEG = new Set(['meta', 'link', 'input', 'br', 'img', 'hr', 'path', 'rect', 'line', 'circle']);
const uitEntiteit = (s: string) =>
  s
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The texts of a page that are read in its own language: not under an element in another language. */
function inPaginataal(html: string): string[] {
  const stapel: { naam: string; eigen: boolean }[] = [];
  const uit: string[] = [];
  // A picture has a table beside it with the same words; a title of a page can have one language only.
  const body = html.replace(/<(svg|title|script)\b.*?<\/\1>/gs, '');
  for (const [, sluit, naam = '', attributen = '', zelf, tekst] of body.matchAll(
    /<(\/?)([a-z][\w-]*)([^>]*?)(\/?)>|([^<]+)/g,
  )) {
    const boven = stapel.at(-1)?.eigen ?? true;
    if (tekst !== undefined) {
      if (boven) uit.push(uitEntiteit(tekst).trim());
    } else if (sluit) {
      const i = stapel.findLastIndex(e => e.naam === naam);
      if (i >= 0) stapel.length = i;
    } else if (!zelf && !LEEG.has(naam)) {
      const lang = /\blang="(\w+)"/.exec(attributen)?.[1];
      stapel.push({ naam, eigen: lang === undefined ? boven : lang === 'en' });
    }
  }
  return uit.filter(t => t !== '');
}

/** Addresses of English pages that this page links to. */
const verder = (html: string, regio: string): string[] =>
  [...html.matchAll(/href="(\/en\/regio\/[^"#]*)/g)]
    .map(m => uitEntiteit(m[1] ?? ''))
    .filter(p => p.startsWith(`/en/regio/${regio}`) && !/\.(csv|json|pdf|docx)\b/.test(p));

/** The letter to a council is composed of both languages; its words are one text in every form that it takes. */
const BRIEF = /\/verslag$/;
const PER_SOORT = 4;

// @eis A2.4 A5.2
describe.each(REGIOS)('Nederlandse woorden op de Engelse pagina’s van %s', regio => {
  test('staan als Nederlands in de pagina, zodat ze zo worden voorgelezen', async () => {
    const bron = bronteksten(regio);
    const rij = [`/en/regio/${regio}`];
    const gezien = new Set(rij);
    const perSoort = new Map<string, number>();
    const fout: string[] = [];
    let gelezen = 0;
    for (let pad = rij.shift(); pad !== undefined; pad = rij.shift()) {
      const soort = pad.replace(/\?.*/, '').replace(/[^/]*\d[^/]*$/, '*');
      perSoort.set(soort, (perSoort.get(soort) ?? 0) + 1);
      if ((perSoort.get(soort) ?? 0) > PER_SOORT || BRIEF.test(pad)) continue;
      const r = await haal(pad);
      // Pages of other rooms are not part of this site.
      if (r.status !== 200) continue;
      const html = await r.text();
      gelezen++;
      for (const t of inPaginataal(html)) {
        const raak = bron.find(x => t.includes(x));
        if (raak) fout.push(`${soort}: ${t.slice(0, 80)} ← ${raak.slice(0, 60)}`);
      }
      for (const p of verder(html, regio)) {
        if (!gezien.has(p)) rij.push(p);
        gezien.add(p);
      }
    }
    expect([...new Set(fout)]).toEqual([]);
    expect(gelezen).toBeGreaterThan(15);
  }, 60_000);
});

test('de lezer van pagina’s ziet het verschil', () => {
  const html =
    '<html lang="en"><p>Ours <span lang="nl">van de bron</span> again</p><p lang="nl">bron</p></html>';
  expect(inPaginataal(html)).toEqual(['Ours', 'again']);
});
