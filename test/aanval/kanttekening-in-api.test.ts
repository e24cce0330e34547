import { beforeAll, describe, expect, test } from 'vitest';
import { voegApiToe } from '#modules/datalab/index.ts';
import { maakDatalab } from '#modules/datalab/module.ts';
import {
  type Datalabsite,
  maakDatalabsite,
  type Proefpersoon,
} from '#modules/datalab/testing/datalabsite.ts';
import { dienApiOp, maakApi } from '#platform/http/api.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
let site: Datalabsite;
let leider: Proefpersoon;
const ZW = 'zaanstreek-waterland';

beforeAll(async () => {
  const datalab = maakDatalab({ nu: () => Temporal.Instant.from('2026-11-22T10:00:00Z') });
  site = await maakDatalabsite(proef, {
    laad: datalab.laad,
    registreer: a => {
      datalab.registreer(a);
      const api = maakApi();
      voegApiToe(api);
      dienApiOp(a, api, []);
    },
  });
  leider = await site.persoon('projectleider', ZW);
});

async function leesIn(csv: string, plek = 'tabel 1'): Promise<void> {
  const r = await site.stuur('/datalab/invoer', { regio: ZW, bestand: new File([csv], 'c.csv') }, leider);
  const pad = r.headers.get('location') ?? '';
  const uit = await site.stuur(
    pad,
    {
      bron_titel: 'Jaarbericht',
      bron_van: 'Veilig Thuis',
      bron_datum: '2025',
      plek,
      openbaarheid: 'openbaar_in_bron',
      doe: 'lees_in',
    },
    leider,
  );
  expect([uit.status, uit.status === 303 ? '' : await uit.text()]).toEqual([303, '']);
}

// @eis A4.2 A4.4 A5.3
describe('aanval: wat aan een klein aantal raakt', () => {
  test('een werkopmerking bij een cijfer staat voor het publiek ook niet in de API', async () => {
    const pagina = await site.tekst(`/regio/${ZW}/cijfers/politie-misdrijven-hg?gemeente=wormerland`);
    expect(pagina.includes('tekst noemt 5 in het eerste kwartaal')).toBe(false);
    const kwaliteit = await site.tekst(`/regio/${ZW}/cijfers/kwaliteit.json`);
    expect(kwaliteit.includes('Wormerland')).toBe(false);
    const api = await site.tekst('/api/v1/waarnemingen?gemeente=Wormerland&perPagina=100');
    expect(api.includes('tekst noemt 5 in het eerste kwartaal')).toBe(false);
  });

  test('een werkopmerking bij een ingelezen openbaar cijfer is niet openbaar', async () => {
    await leesIn(
      'gemeente;periode;indicator;waarde;opmerking\nWormerland;2024;vt_meldingen;80;casus van de familie nog nagaan\n',
    );
    const pagina = await site.tekst(`/regio/${ZW}/cijfers/vt-meldingen?gemeente=wormerland`);
    expect(pagina.includes('familie nog nagaan')).toBe(false);
    const api = await site.tekst('/api/v1/waarnemingen?gemeente=Wormerland&perPagina=100');
    expect(api.includes('familie nog nagaan')).toBe(false);
  });

  test('een half jaar met een klein aantal staat niet op de openbare kwaliteitspagina', async () => {
    await leesIn(
      'gemeente;periode;indicator;waarde\nOostzaan;2024;tijdelijk_huisverbod;9\nOostzaan;2024-H1;tijdelijk_huisverbod;2\nOostzaan;2024-H2;tijdelijk_huisverbod;6\n',
      'tabel 2',
    );
    const eigen = await site.tekst(`/regio/${ZW}/cijfers/kwaliteit.json`, leider);
    expect(eigen).toContain('Oostzaan, 2024');
    const publiek = await site.tekst(`/regio/${ZW}/cijfers/kwaliteit.json`);
    expect(publiek.includes('Oostzaan, 2024')).toBe(false);
  });

  test('een regiototaal van 1 tot en met 4 staat niet op de openbare kwaliteitspagina', async () => {
    const gemeenten = [
      'Edam-Volendam',
      'Landsmeer',
      'Oostzaan',
      'Purmerend',
      'Waterland',
      'Wormerland',
      'Zaanstad',
    ];
    const rijen = gemeenten.map(g => `${g};2024;politie_misdrijven_hg;0`);
    await leesIn(
      `gemeente;periode;indicator;waarde\n${rijen.join('\n')}\n${ZW};2024;politie_misdrijven_hg;3\n`,
      'tabel 3',
    );
    const publiek = await site.tekst(`/regio/${ZW}/cijfers/kwaliteit.json`);
    expect(publiek.includes('politie_misdrijven_hg, Zaanstreek-Waterland, 2024')).toBe(false);
  });
});
