import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { geefRelatie } from '#modules/toegang/index.ts';
import { LOGBOEKLEZER } from '#platform/audit/index.ts';
import { metActor, sql } from '#platform/db/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import { maakCasus } from './module.ts';
import { GEZIN, idUit, type Lezer, VANDAAG } from './testing/casushuis.ts';
import { maakMeldersdossier } from './testing/meldersdossier.ts';
import { maakPolitievelden } from './testing/politieproef.ts';

const proef = await maakProef();
const s = await maakMeldersdossier(proef.app.db, o => maakCasus({ ...o, ...kennisgevinglening }));
afterAll(s.ruimOp);
const { post, h, team, buur, intaker, leider, pro, ander, buurpro, buurleider, id, tekst, status, wijsToe } =
  s;

const notitie = (inhoud: string, meer: Record<string, string> = {}) => ({
  soort: 'contact',
  over_dag: '21-11-2026',
  inhoud,
  ...meer,
});

beforeAll(async () => {
  await wijsToe(pro, 'behandeling');
  await wijsToe(pro, 'politie', 'bpg_4_2');
  await wijsToe(pro, 'melder', 'wmo_melder');
  const politie = maakPolitievelden({ inhoud: 'Ruzie, geen aangifte.' });
  await h.stuur(`/casus/${id}/politie`, politie, pro);
  const partij = /<option value="([0-9a-f-]{36})">Kees/.exec(await tekst(`/casus/${id}`, intaker))?.[1] ?? '';
  const verklaring = { partij, over_dag: '21-11-2026', inhoud: 'Ik wil bij oma slapen.' };
  await h.stuur(`/casus/${id}/verklaringen`, verklaring, intaker);
  for (const inhoud of ['Alleen voor ons', 'Hele zin', 'Nog een'])
    await h.stuur(`/casus/${id}/notities`, notitie(inhoud), pro);
  const html = await tekst(`/casus/${id}`, pro);
  const n = /\/notities\/([0-9a-f-]{36})/.exec(html.slice(html.indexOf('Nog een')))?.[1] ?? '';
  await h.stuur(`/casus/${id}/notities/${n}`, notitie('Nog een, verbeterd', { versie: '1' }), pro);
  await h.stuur(`/casus/${id}/notities/${n}/deel`, { _doe: 'deel', grond: 'wmo_5_3_3' }, pro);
  await h.stuurBestand(`/casus/${id}/documenten`, new File(['Verslag van een gesprek.'], 'verslag.txt'), pro);
  const doc = /\/documenten\/([0-9a-f-]{36})"/.exec(await tekst(`/casus/${id}`, pro))?.[1] ?? '';
  await h.haal(`/casus/${id}/documenten/${doc}`, pro);
  // Somebody else with the same name and date of birth.
  await h.stuur('/casus/nieuw', GEZIN, intaker);
  await h.als(intaker, tx =>
    geefRelatie(tx, {
      dossierId: id,
      persoonId: buurpro.id,
      organisatieId: buur,
      doel: 'overleg',
      grond: 'wmo_medewerking',
      aanleiding: 'overleg',
      tot: '2026-12-01',
    }),
  );
});

// @eis C5.6 C5.1
describe('afdrukken en meenemen', () => {
  test('op papier staat wie het afdrukte, wanneer en waarvoor; zonder doel geen papier', async () => {
    expect((await h.stuur(`/casus/${id}/druk`, { doel: '' }, pro)).status).toBe(422);
    const html = await (await h.stuur(`/casus/${id}/druk`, { doel: 'huisbezoek' }, pro)).text();
    expect(html).toContain(
      'Afgedrukt door Petra Voorbeeldpro op 22 november 2026, 10.00 uur. Doel: een huisbezoek.',
    );
    expect(html).toContain('Hele zin');
    expect(html).not.toContain('Mia Meldster');
    expect((await h.stuur(`/casus/${id}/druk`, { doel: 'huisbezoek' }, ander)).status).toBe(404);
  });

  /** The lines for paper on a page: one, whoever prints it and however. */
  const drukregels = async (r: Promise<Response>) => (await (await r).text()).match(/Afgedrukt door [^<]+/g);
  const door = (naam: string, doel: string) => [
    `Afgedrukt door ${naam} op 22 november 2026, 10.00 uur. Doel: ${doel}.`,
  ];

  test('ook wie met de browser afdrukt, krijgt naam, tijd en doel op papier: het doel van de eigen relatie', async () => {
    const petra = 'Petra Voorbeeldpro';
    const eigen = 'behandeling, gegevens van de melder, politiegegevens';
    const regels = (await drukregels(h.haal(`/casus/${id}`, pro))) ?? [];
    expect(regels).toHaveLength(1);
    // The order of somebody's purposes says nothing.
    const [, wie, doelen = ''] = /^(.*) Doel: (.*)\.$/.exec(regels[0] ?? '') ?? [];
    expect(wie).toBe(`Afgedrukt door ${petra} op 22 november 2026, 10.00 uur.`);
    expect(doelen.split(', ').sort()).toEqual(eigen.split(', '));
    expect(await drukregels(h.haal(`/casus/${id}`, intaker))).toEqual(door('Ina Voorbeeldintake', 'regie'));
    for (const [pad, lezer, naam] of [
      ['/casus', pro, petra],
      ['/casus/nieuw', intaker, 'Ina Voorbeeldintake'],
      ['/casus/radar', intaker, 'Ina Voorbeeldintake'],
      ['/casus/noodtoegang', pro, petra],
      ['/casus/verdelen', leider, 'Leo Voorbeeldleider'],
    ] as const)
      expect(await drukregels(h.haal(pad, lezer)), pad).toEqual(door(naam, 'werk aan dossiers'));
    // The page that was made to be printed says it once, with the purpose that was chosen.
    expect(await drukregels(h.stuur(`/casus/${id}/druk`, { doel: 'huisbezoek' }, pro))).toEqual(
      door(petra, 'een huisbezoek'),
    );
  });

  test('een bestand om mee te nemen houdt niet meer in dan de lezer mag zien, en nooit de melder of wat de politie gaf', async () => {
    const neem = (vorm: string, wie: Lezer) =>
      h.stuur(`/casus/${id}/uitvoer`, { doel: 'overleg', vorm }, wie);
    const eigen = await (await neem('json', pro)).text();
    expect(JSON.parse(eigen).notities.length).toBeGreaterThan(2);
    expect(eigen).not.toContain('geen aangifte');
    const buren = await (await neem('json', buurpro)).text();
    expect(buren).toContain('Vera van Voorbeeld');
    expect(buren).not.toMatch(/Alleen voor ons|Hele zin|geen aangifte|bij oma/);
    for (const alles of [eigen, buren]) expect(alles).not.toContain('Mia Meldster');
    const docx = await neem('docx', pro);
    expect(
      Buffer.from(await docx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await neem('json', ander)).status).toBe(404);
  });
});

// @eis C2.3 C1.3
describe('zoeken', () => {
  test('op naam en nummer vindt ieder alleen eigen dossiers', async () => {
    const zoek = async (velden: Record<string, string>, wie: Lezer) =>
      (await h.stuur('/casus/zoek', velden, wie)).text();
    const nummer = /2026-\d{6}/.exec(await tekst(`/casus/${id}`, pro))?.[0] ?? '';
    expect(await zoek({ nummer: nummer.replace('-', ' ') }, pro)).toContain(`/casus/${id}`);
    expect(await zoek({ achternaam: 'voorbeeld', voornaam: 'vera' }, pro)).toContain(`/casus/${id}`);
    const vragen: Record<string, string>[] = [{ nummer }, { achternaam: 'Voorbeeld', voornaam: 'Vera' }];
    for (const velden of vragen) {
      const html = await zoek(velden, ander);
      expect(html).toContain('Niets gevonden');
      expect(html).not.toContain(id);
    }
  });

  test('de wegen onder het zoekformulier staan elk op een eigen regel', async () => {
    const html = await (await h.stuur('/casus/zoek', { achternaam: 'Voorbeeld' }, pro)).text();
    for (const weg of ['/gezin/zoeken', '/casus'])
      expect(html).toMatch(new RegExp(`<p[^>]*><a [^>]*href="${weg}">[^<]+</a></p>`));
  });

  test('de radar zegt nummer, team en laatste datum, en is geteld, begrensd en vastgelegd', async () => {
    const zoek = (velden: Record<string, string>, wie: Lezer) => h.stuur('/casus/radar', velden, wie);
    const vera = { voornaam: 'Vera', achternaam: 'van Voorbeeld', geboren: '3-11-1988' };
    const verre = await h.mens(team, 'Iris Voorbeeldintake', 'intaker');
    const html = await (await zoek(vera, verre)).text();
    expect(html).toMatch(/2026-\d{6}/);
    expect(html).toContain('Voorbeeld Veilig Thuis');
    expect(html).not.toMatch(/Kees|directe veiligheid|\/casus\/[0-9a-f]{8}-/);
    expect((await zoek({ ...vera, geboren: '1988' }, verre)).status).toBe(422);
    expect((await zoek(vera, pro)).status).toBe(404);
    const tellers = await h.alsStelsel(
      async tx =>
        (
          await sql`select 1 from toegang.zoekactie where persoon_id = ${verre.id} and soort = 'radar'`.execute(
            tx,
          )
        ).rows.length,
    );
    expect(tellers).toBe(1);
    let laatste = 200;
    for (let i = 0; i < 40 && laatste === 200; i++) laatste = (await zoek(vera, verre)).status;
    expect(laatste).toBe(429);
  });
});
// @eis C2.5
describe('bericht van noodtoegang', () => {
  test('wie regie heeft ziet het op de bladzijde van het dossier; wie behandelt niet', async () => {
    const dossier = idUit(
      await h.stuur('/casus/nieuw', { ...GEZIN, persoon1_achternaam: 'Melding' }, intaker),
    );
    const html = await tekst(`/casus/${dossier}`, intaker);
    expect(html).not.toContain('noodtoegang tot dit dossier');
    const nummer = /2026-\d{6}/.exec(html)?.[0] ?? '';
    const nemer = await h.mens(buur, 'Nora Voorbeeldnood', 'professional');
    const reden = 'Het kind staat nu alleen op straat en huilt.';
    expect((await h.stuur('/casus/noodtoegang', { wijze: 'nummer', nummer, reden }, nemer)).status).toBe(303);
    const na = await tekst(`/casus/${dossier}`, intaker);
    expect(na).toContain('Iemand nam noodtoegang tot dit dossier');
    expect(na).toContain('href="/toegang/noodtoegang"');
    expect(na).not.toContain('Nora');
    expect(await tekst(`/casus/${dossier}`, nemer)).not.toContain('Iemand nam noodtoegang');
  });
});

// @eis C2.5 C2.4
describe('noodtoegang', () => {
  const reden = 'Het kind staat nu alleen aan de balie en is bang.';

  test('opent op nummer of op precies wie het is één dossier om te lezen, met bericht', async () => {
    const nummer = /2026-\d{6}/.exec(await tekst(`/casus/${id}`, pro))?.[0] ?? '';
    const vraag = { wijze: 'nummer', nummer, reden };
    expect((await h.stuur('/casus/noodtoegang', { ...vraag, reden: 'kort' }, ander)).status).toBe(422);
    post.length = 0;
    const r = await h.stuur('/casus/noodtoegang', vraag, ander);
    expect(idUit(r)).toBe(id);
    expect(post.length).toBeGreaterThan(0);
    expect(JSON.stringify(post)).not.toMatch(/Vera|Voorbeeld(?!.*@)|2026-\d{6}/);
    const html = await tekst(`/casus/${id}`, ander);
    expect(html).toContain('U leest dit met noodtoegang');
    expect(html).toMatch(/Afgedrukt door Anna Voorbeeldander op [^<]*\. Doel: noodtoegang\./);
    expect(html).toContain('Vera van Voorbeeld');
    expect(html).not.toMatch(/Mia Meldster|geen aangifte|bij oma|Schrijf een notitie/);
    expect((await h.stuur(`/casus/${id}/notities`, notitie('vanuit nood'), ander)).status).toBe(404);
    const derde = await h.mens(buur, 'Dirk Voorbeelddienst', 'professional');
    const wie = { voornaam: 'Vera', achternaam: 'Voorbeeld', geboren: '3-11-1988' };
    // Two files were laid down about people with this name: then a person is no exact identity.
    expect((await h.stuur('/casus/noodtoegang', { wijze: 'persoon', ...wie, reden }, derde)).status).toBe(
      422,
    );
    const uniek = idUit(
      await h.stuur(
        '/casus/nieuw',
        { ...GEZIN, persoon1_voornaam: 'Uniek', persoon1_geboren: '4-5-1990' },
        intaker,
      ),
    );
    const een = { voornaam: 'uniek', achternaam: 'VOORBEELD', geboren: '4 mei 1990' };
    expect(idUit(await h.stuur('/casus/noodtoegang', { wijze: 'persoon', ...een, reden }, derde))).toBe(
      uniek,
    );
  });

  test('geblokkeerd is gelijk aan afwezig: zelfde tekst, zelfde status', async () => {
    const geweerd = await h.mens(team, 'Gijs Voorbeeldgeweerd', 'professional');
    const nummer = /2026-\d{6}/.exec(await tekst(`/casus/${id}`, pro))?.[0] ?? '';
    await h.alsStelsel(tx =>
      sql`insert into toegang.blokkade (id, persoon_id, organisatie_id, dossier_id, reden, van)
        values (${crypto.randomUUID()}, ${geweerd.id}, ${team}, ${id}, 'naaste', '2026-01-01')`.execute(tx),
    );
    const antwoord = async (nr: string) => {
      const r = await h.stuur('/casus/noodtoegang', { wijze: 'nummer', nummer: nr, reden }, geweerd);
      return `${r.status} ${(await r.text()).replaceAll(nr, 'NR')}`;
    };
    expect(await antwoord(nummer)).toBe(await antwoord('2026-000000'));
    expect(await status(`/casus/${id}`, geweerd)).toBe(404);
  });
});

// @eis C2.1 C5.1
describe('fase, sluiten en heropenen', () => {
  test('een fase wijzigen is een besluit met reden, dat in het dossier staat', async () => {
    const versie = /name="versie" value="(\d+)"/.exec(await tekst(`/casus/${id}`, intaker))?.[1] ?? '';
    const fase = (velden: Record<string, string>) => h.stuur(`/casus/${id}/fase`, velden, intaker);
    expect((await fase({ fase: 'stabiele_veiligheid', reden: '', versie })).status).toBe(422);
    expect((await fase({ fase: 'stabiele_veiligheid', reden: 'Drie weken rustig.', versie })).status).toBe(
      303,
    );
    expect((await fase({ fase: 'herstel', reden: 'Te snel.', versie })).status).toBe(409);
    const html = await tekst(`/casus/${id}`, pro);
    expect(html).toContain('van de fase directe veiligheid naar de fase stabiele veiligheid');
    expect(html).toContain('Drie weken rustig.');
  });

  test('sluiten eindigt alle toegang; na een nieuwe regie kan het dossier weer open', async () => {
    const versie = async (wie: Lezer) =>
      /name="versie" value="(\d+)"/.exec(await tekst(`/casus/${id}`, wie))?.[1] ?? '';
    const stand = async (handeling: string, wie: Lezer, reden = 'Doelen behaald.') =>
      h.stuur(`/casus/${id}/stand`, { handeling, reden, versie: await versie(wie) }, wie);
    expect((await stand('sluit', pro)).status).toBe(404);
    expect((await stand('sluit', intaker, '')).status).toBe(422);
    expect((await stand('sluit', intaker)).status).toBe(303);
    for (const wie of [intaker, pro, buurpro]) expect(await status(`/casus/${id}`, wie)).toBe(404);
    expect((await wijsToe(pro, 'regie')).status).toBe(303);
    const dicht = await tekst(`/casus/${id}`, pro);
    expect(dicht).toContain('Dit dossier is gesloten');
    expect((await h.stuur(`/casus/${id}/notities`, notitie('te laat'), pro)).status).toBe(422);
    await h.stuur(`/casus/${id}/notities`, { _doe: 'weg' }, pro);
    expect((await stand('heropen', pro, 'Nieuwe zorgen.')).status).toBe(303);
    expect((await h.stuur(`/casus/${id}/notities`, notitie('weer verder'), pro)).status).toBe(303);
    expect(await tekst(`/casus/${id}`, intaker)).toContain('niet voor u');
  });
});

// @eis C2.1
describe('teruggeven en overdragen', () => {
  test('wie een dossier teruggeeft is eruit; wie regie heeft trekt in en biedt aan, en tot aanvaarding gaat niets open', async () => {
    const nieuw = idUit(await h.stuur('/casus/nieuw', GEZIN, intaker));
    await h.stuur(
      `/casus/verdelen/${nieuw}`,
      { collega: `${pro.id}|${team}`, doel: 'behandeling', grond: 'wmo_veilig_thuis' },
      leider,
    );
    const relatie = async (wie: Lezer, naam: string) => {
      const html = await tekst(`/casus/${nieuw}`, wie);
      return (
        /name="relatie" value="([^"]+)"/.exec(html.slice(html.indexOf(`toegang van ${naam}`)))?.[1] ?? ''
      );
    };
    const terug = async (wie: Lezer, naam: string) =>
      h.stuur(`/casus/${nieuw}/toegang/terug`, { relatie: await relatie(wie, naam) }, wie);
    const vanIna = await relatie(intaker, 'Ina');
    expect((await h.stuur(`/casus/${nieuw}/toegang/terug`, { relatie: vanIna }, pro)).status).toBe(404);
    expect((await terug(pro, 'Petra')).headers.get('location')).toBe('/casus?na=beeindigd');
    expect(await status(`/casus/${nieuw}`, pro)).toBe(404);
    const bied = (velden: Record<string, string>, wie: Lezer) =>
      h.stuur(`/casus/${nieuw}/toegang/overdracht`, velden, wie);
    expect((await bied({ naar: buur, grond: 'wmo_medewerking' }, pro)).status).toBe(404);
    expect((await bied({ naar: '', grond: 'wmo_medewerking' }, intaker)).status).toBe(422);
    expect((await bied({ naar: buur, grond: 'wmo_medewerking' }, intaker)).status).toBe(303);
    for (const wie of [buurpro, buurleider]) expect(await status(`/casus/${nieuw}`, wie)).toBe(404);
  });
});

// @eis C3.1
describe('logboek', () => {
  // @eis C3.3
  test('ook wie alleen een onderdeel opende, staat bij elke betrokkene van het dossier', async () => {
    const html = await tekst(`/casus/${id}`, pro);
    const n = /\/notities\/([0-9a-f-]{36})/.exec(html)?.[1] ?? '';
    expect(await status(`/casus/${id}/notities/${n}`, pro)).toBe(200);
    const rijen = await metActor(
      proef.app.db,
      LOGBOEKLEZER,
      VANDAAG,
      async tx =>
        (
          await sql<{ wat: string; mensen: string }>`
            select l.handeling || ' ' || (l.details->>'deel') wat, count(distinct l.object) mensen
            from audit.logregel l where l.soort = 'betrokkene' and l.details->>'dossier' = ${id} group by 1`.execute(
            tx,
          )
        ).rows,
    );
    const mensen = new Map(rijen.map(r => [r.wat, Number(r.mensen)]));
    for (const wat of ['uitvoeren document', 'inzien notitie', 'inzien politiegegeven', 'inzien melder'])
      expect(mensen.get(wat), wat).toBe(2);
  });

  test('lezen, schrijven, afdrukken en meenemen staan erin, ook wat werd geweigerd, zonder getypte tekst', async () => {
    const regels = await metActor(
      proef.app.db,
      LOGBOEKLEZER,
      VANDAAG,
      async tx =>
        (
          await sql<{ h: string; s: string; u: string; r: string | null; alles: string }>`
            select handeling h, soort s, uitkomst u, reden r, l::text alles from audit.logregel l`.execute(tx)
        ).rows,
    );
    const heeft = (handeling: string, soort: string, uitkomst = 'toegestaan') =>
      regels.some(x => x.h === handeling && x.s === soort && x.u === uitkomst);
    for (const [a, s] of [
      ['inzien', 'casus'],
      ['vastleggen', 'casus'],
      ['vastleggen', 'notitie'],
      ['wijzigen', 'notitie'],
      ['delen', 'notitie'],
      ['vastleggen', 'document'],
      ['uitvoeren', 'document'],
      ['inzien', 'melder'],
      ['afdrukken', 'casus'],
      ['uitvoeren', 'casus'],
      ['noodtoegang', 'casus'],
    ] as const)
      expect(heeft(a, s), `${a} ${s}`).toBe(true);
    expect(heeft('inzien', 'casus', 'geweigerd')).toBe(true);
    expect(heeft('noodtoegang', 'casus', 'geweigerd')).toBe(true);
    expect(regels.find(x => x.h === 'afdrukken')?.r).toBe('huisbezoek');
    expect(regels.map(x => x.alles).join('\n')).not.toMatch(/Vera|Voorbeeld|Mia|2026-\d{6}/);
  });
});
