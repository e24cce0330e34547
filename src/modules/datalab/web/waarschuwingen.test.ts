import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakDatalab } from '../module.ts';
import { type Datalabsite, maakDatalabsite, type Proefpersoon } from '../testing/datalabsite.ts';
import { dobbelsteen, maandCsv, maandtellingen } from '../testing/maandreeks.ts';
import { bewaakRegios } from '../usecases/bewaak-regios.ts';
import { stuurWeekberichten } from '../usecases/weekbericht.ts';

const woorden = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/&#39;|&rsquo;/g, '’')
    .replace(/\s+/g, ' ');
const PAD = '/datalab/waarschuwingen';
const GEBEURD = '/datalab/gebeurtenissen';

describe('vroeg waarschuwen', async () => {
  const proef = await maakProef();
  let site: Datalabsite;
  let analist: Proefpersoon;
  let leider: Proefpersoon;
  let beleid: Proefpersoon;
  let elders: Proefpersoon;
  let gevraagd = 0;
  const moment = {
    vandaag: Temporal.PlainDate.from('2026-11-22'),
    nu: Temporal.Instant.from('2026-11-22T10:00:00Z'),
  };
  const rustig = maandtellingen(dobbelsteen(20261122), { gemiddelde: 12, maanden: 58 });

  beforeAll(async () => {
    const kamer = maakDatalab({
      nu: () => moment.nu,
      naInlezen: async () => {
        gevraagd++;
      },
    });
    site = await maakDatalabsite(proef, kamer);
    analist = await site.persoon('datalab_analist', 'kennemerland');
    leider = await site.persoon('projectleider', 'kennemerland');
    beleid = await site.persoon('beleidsmedewerker', 'kennemerland', 'GM0392');
    elders = await site.persoon('datalab_analist', 'zaanstreek-waterland');
  });

  const leesIn = async (inhoud: string) => {
    const bestand = new File([inhoud], 'maanden.csv', { type: 'text/csv' });
    const bod = await site.stuur('/datalab/invoer', { regio: 'kennemerland', bestand }, analist);
    const pad = bod.headers.get('location') ?? '';
    const velden = { bron_titel: 'Maandcijfers (verzonnen)', plek: 'blad 1', doe: 'lees_in' };
    expect((await site.stuur(pad, velden, analist)).status).toBe(303);
  };
  const pagina = async (wie: Proefpersoon) => woorden(await site.tekst(PAD, wie));
  const idVan = () =>
    site.als(analist.actor, tx =>
      sql<{ id: string; toestand: string }>`select id, toestand from datalab.waarschuwing`
        .execute(tx)
        .then(r => r.rows),
    );

  // @eis B4.3
  test('zonder uitbraak geen waarschuwing, en de bladzijde zegt hoe elke reeks wordt bewaakt en waarom', async () => {
    await leesIn(maandCsv('Haarlem', 'vt_meldingen', 2022, rustig));
    expect(gevraagd).toBe(1);
    expect(await bewaakRegios(proef.app.db, moment)).toBe(0);
    const tekst = await pagina(analist);
    expect(tekst).toContain('Er zijn geen waarschuwingen');
    expect(tekst).toContain(
      'Meldingen bij Veilig Thuis, Haarlem 58 Farrington, flexibel stijgen en dalen Er is drie jaar geschiedenis',
    );
    expect(tekst).toContain('Bewaakt: 1 reeks. Te verwachten: 2,0 loze alarmen per jaar');
  });

  // @eis B4.3
  test('een maandbestand met een uitbraak geeft één waarschuwing: wat, hoe sterk, sinds wanneer', async () => {
    await leesIn(maandCsv('Velsen', 'vt_meldingen', 2022, [...rustig.slice(0, 56), 31, 34]));
    expect(await bewaakRegios(proef.app.db, moment)).toBe(1);
    expect(await bewaakRegios(proef.app.db, moment)).toBe(0);
    const tekst = await pagina(leider);
    expect(tekst).toMatch(
      /Meldingen bij Veilig Thuis, Velsen Hoger: 65 geteld, \d\d,\d verwacht september 2026, over de grens in oktober 2026 Nieuw nog niemand/,
    );
    expect(tekst).toContain('Bewaakt: 2 reeksen. Te verwachten: 2,0 loze alarmen per jaar');
  });

  // @eis B4.3
  test('wie er niet over gaat, ziet de bladzijde niet en haar rijen niet', async () => {
    const [w] = await idVan();
    for (const wie of [beleid, undefined])
      expect((await site.haal(PAD, wie as Proefpersoon)).status, wie?.lid.rol ?? 'publiek').toBe(404);
    expect(await pagina(elders)).not.toContain('Velsen');
    expect((await site.stuur(`${PAD}/${w?.id}`, { doe: 'neem_op' }, elders)).status).toBe(404);
    expect((await site.stuur(`${PAD}/${w?.id}`, { doe: 'neem_op' }, beleid)).status).toBe(404);
    for (const wie of [beleid, elders]) {
      const n = await site.als(wie.actor, tx =>
        sql<{ n: number }>`select count(*)::int as n from datalab.waarschuwing`
          .execute(tx)
          .then(r => r.rows[0]?.n),
      );
      expect(n).toBe(0);
    }
  });

  // @eis B4.3
  test('het weekbericht gaat één keer, naar wie erover gaat, zonder plaats, indicator of telling', async () => {
    const post: { aan: string; onderwerp: string; inhoud: string }[] = [];
    const lening = {
      db: proef.app.db,
      adressenVoor: async (rol: string, regio: string) =>
        regio === 'kennemerland' ? [{ persoonId: rol, email: `${rol}@voorbeeld.invalid` }] : [],
      stuurMail: async (_tx: unknown, b: { aan: string; onderwerp: string; inhoud: string }) => post.push(b),
      basisUrl: 'https://voorbeeld.invalid',
    };
    expect(await stuurWeekberichten(lening, moment)).toBe(2);
    expect(await stuurWeekberichten(lening, moment)).toBe(0);
    expect(post.map(p => p.aan)).toEqual([
      'projectleider@voorbeeld.invalid',
      'datalab_analist@voorbeeld.invalid',
    ]);
    for (const p of post) {
      expect(p.inhoud).toContain('https://voorbeeld.invalid/datalab/waarschuwingen');
      expect(`${p.onderwerp} ${p.inhoud}`).toContain('is 1 nieuwe waarschuwing');
      expect(`${p.onderwerp} ${p.inhoud}`).not.toMatch(/Velsen|Veilig Thuis|65|34|oktober/);
    }
  });

  // @eis B4.3
  test('van nieuw naar in onderzoek naar afgedaan, met uitkomst en reden, en weer open', async () => {
    const [w] = await idVan();
    const doe = (velden: Record<string, string>, wie = analist) => site.stuur(`${PAD}/${w?.id}`, velden, wie);
    expect((await doe({ doe: 'rond_af' })).status).toBe(422);
    expect((await doe({ doe: 'neem_op' })).status).toBe(303);
    expect(await pagina(analist)).toContain('In onderzoek u');
    expect(await pagina(leider)).toContain('In onderzoek een datalab-analist');
    const leeg = await doe({ doe: 'rond_af', [`notitie-${w?.id}`]: 'Dubbel geteld in oktober' });
    expect(leeg.status).toBe(422);
    const html = await leeg.text();
    expect(html).toContain('Kies wat het bleek te zijn.');
    expect(html).toContain('Dubbel geteld in oktober');
    expect(html).toContain(`href="#veld-uitkomst-${w?.id}"`);
    const klaar = {
      doe: 'rond_af',
      [`uitkomst-${w?.id}`]: 'gegevensfout',
      [`notitie-${w?.id}`]: 'Dubbel geteld',
    };
    expect((await doe(klaar)).status).toBe(303);
    expect(await pagina(leider)).toContain('Afgedaan Fout in de gegevens. Dubbel geteld');
    // What was done with is not raised again over the same month.
    expect(await bewaakRegios(proef.app.db, moment)).toBe(0);
    expect((await doe({ doe: 'heropen', [`notitie-${w?.id}`]: 'Toch niet' }, leider)).status).toBe(303);
    expect(await pagina(leider)).toContain('In onderzoek Toch niet u');
  });

  // @eis B4.3
  test('de regio kiest hoeveel loos alarm zij aanvaardt; onzin wordt geweigerd en blijft staan', async () => {
    const kies = (waarde: string) =>
      site.stuur(PAD, { regio: 'kennemerland', 'loos_per_jaar-kennemerland': waarde }, leider);
    const fout = await kies('honderd');
    expect(fout.status).toBe(422);
    expect(await fout.text()).toContain('value="honderd"');
    expect((await kies('0,5')).status).toBe(303);
    await bewaakRegios(proef.app.db, moment);
    expect(await pagina(leider)).toContain(
      'Te verwachten: 0,5 loze alarmen per jaar over al deze reeksen samen (hoogstens 0,5)',
    );
    expect(
      (await site.stuur(PAD, { regio: 'kennemerland', 'loos_per_jaar-kennemerland': '5' }, elders)).status,
    ).toBe(404);
  });

  // @eis B4.1
  test('een campagne die de regio vastlegt, staat bij de cijfers van die jaren voor wie haar mag zien', async () => {
    const voeg = (openbaar: boolean, tekst: string, datum = '1-3-2024') =>
      site.stuur(
        GEBEURD,
        {
          regio: 'kennemerland',
          'datum-kennemerland': datum,
          'soort-kennemerland': 'campagne',
          'tekst-kennemerland': tekst,
          'bron-kennemerland': 'Nieuwsbrief (verzonnen)',
          ...(openbaar ? { 'openbaar-kennemerland': 'ja' } : {}),
        },
        analist,
      );
    const fout = await voeg(true, 'Campagne onzin', '31-2-2024');
    expect([fout.status, (await fout.text()).includes('value="Campagne onzin"')]).toEqual([422, true]);
    // A character that cannot be typed is dropped and breaks nothing.
    expect((await voeg(true, 'Campagne \u0000herfst')).status).toBe(303);
    expect((await voeg(false, 'Proef met huisbezoek')).status).toBe(303);
    const blad = '/regio/kennemerland/cijfers/vt-meldingen?gemeente=haarlem';
    const intern = woorden(await site.tekst(blad, analist));
    expect(intern).toContain('1 maart 2024 campagne Campagne herfst Nieuwsbrief (verzonnen)');
    expect(intern).toContain('Proef met huisbezoek');
    expect(intern).toContain('Maand voor maand');
    expect(intern).toContain('Methode: XmR-kaart met de regels van de NHS');
    const openbaar = woorden(await site.tekst(blad));
    expect(openbaar).not.toContain('Proef met huisbezoek');
    expect(openbaar).not.toContain('Maand voor maand');
    const weg = /gebeurtenissen\/([0-9a-f-]{36})\/weg/.exec(await site.tekst(GEBEURD, analist))?.[1];
    expect((await site.stuur(`${GEBEURD}/${weg}/weg`, {}, elders)).status).toBe(404);
    expect((await site.stuur(`${GEBEURD}/${weg}/weg`, {}, leider)).status).toBe(303);
    expect((await site.stuur(`${GEBEURD}/${weg}/weg`, {}, leider)).status).toBe(404);
  });

  // @eis B4.1
  test('de openbare bladzijde noemt methode, reden, gebeurtenissen met bron, streefwaarde en norm, in twee talen', async () => {
    const nl = woorden(await site.tekst('/regio/noord-holland-noord/cijfers/vt-meldingen'));
    expect(nl).toContain('Hoe de jaren te lezen zijn');
    expect(nl).toMatch(/Methode: [a-zA-Z -]+|Geen oordeel mogelijk/);
    expect(nl).toContain('Streefwaarde en norm');
    expect(nl).toContain('Eerste landelijke maatregelen tegen corona');
    expect(nl).toContain('bron niet nagelezen');
    const en = woorden(await site.tekst('/en/regio/noord-holland-noord/cijfers/vt-meldingen'));
    expect(en).toContain('How to read the years');
    expect(en).toContain('What happened meanwhile');
  });

  // @eis B4.3
  test('minder adviezen dan te verwachten geeft een waarschuwing dat het lager is, en staat zo in de rij', async () => {
    const hoog = rustig.map(n => 3 * n);
    await leesIn(maandCsv('Beverwijk', 'vt_adviezen', 2022, [...hoog.slice(0, 56), 9, 8]));
    expect(await bewaakRegios(proef.app.db, moment)).toBe(1);
    const tekst = await pagina(leider);
    expect(tekst).toMatch(/Beverwijk Lager: 17 geteld, \d\d,\d verwacht september 2026, over de grens/);
    expect(tekst).toMatch(/Beverwijk 58 Farrington, flexibel dalen Er is/);
    expect(tekst).toContain('Rondt de bron haar aantallen af, dan telt de schommeling door dat afronden mee');
    const rij = await site.als(leider.actor, tx =>
      sql<{ kant: string }>`select kant from datalab.waarschuwing where indicator = 'vt_adviezen'`.execute(
        tx,
      ),
    );
    expect(rij.rows).toEqual([{ kant: 'omlaag' }]);
  });
});
