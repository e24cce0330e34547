import { afterAll, describe, expect, test } from 'vitest';
import { listGeheimeAdressen } from '#modules/gezin/index.ts';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { sql } from '#platform/db/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import { maakCasus } from './module.ts';
import { GEZIN, idUit, type Lezer } from './testing/casushuis.ts';
import { maakMeldersdossier } from './testing/meldersdossier.ts';
import { maakPolitievelden } from './testing/politieproef.ts';

const proef = await maakProef();
const s = await maakMeldersdossier(proef.app.db, o => maakCasus({ ...o, ...kennisgevinglening }));
afterAll(s.ruimOp);
const { kluis, h, team, intaker, leider, pro, ander, buurpro, buurleider, id, tekst, status, wijsToe } = s;

// @eis C5.1
describe('een dossier aanleggen', () => {
  test('wie aanlegt staat erin met de regie, ziet het gezin en niet wie meldde', async () => {
    const html = await tekst(`/casus/${id}`, intaker);
    expect(html).toContain('Vera van Voorbeeld');
    expect(html).toContain('3-11-1988');
    expect(html).toContain('Haarlem');
    expect(html).toContain('Ina Voorbeeldintake');
    expect(html).not.toContain('Mia Meldster');
    expect(html).not.toMatch(/<title>[^<]*(Voorbeeld|20\d\d-\d{6})/);
  });

  test('een leeg formulier noemt elk gebrek, legt niets aan en bewaart wat er stond als concept', async () => {
    const r = await h.stuur('/casus/nieuw', { persoon1_geboren: '31-2-2020' }, intaker);
    expect(r.status).toBe(422);
    const html = await r.text();
    expect(html).toContain('Kies op welke taak dit dossier rust.');
    expect(html).toContain('Vul een voornaam of achternaam in.');
    expect(html).toContain('Schrijf de geboortedatum');
    expect(html).toContain('value="31-2-2020"');
    expect(await tekst('/casus/nieuw', intaker)).toContain('value="31-2-2020"');
    await h.stuur('/casus/nieuw', { _doe: 'weg' }, intaker);
    expect(await tekst('/casus/nieuw', intaker)).not.toContain('31-2-2020');
  });

  test('van een onbekende melder wordt geen naam vastgelegd', async () => {
    const r = await h.stuur(
      '/casus/nieuw',
      { ...GEZIN, anonimiteit: 'dubbel_anoniem', melder_naam: 'Toch Een Naam' },
      intaker,
    );
    expect(r.status).toBe(422);
    await h.stuur('/casus/nieuw', { _doe: 'weg' }, intaker);
    const stil = await h.stuur('/casus/nieuw', { ...GEZIN, anonimiteit: 'dubbel_anoniem' }, intaker);
    expect(stil.status).toBe(303);
  });

  test('wie geen werk met gezinnen heeft, vindt de kamer niet', async () => {
    const lezer = await h.mens(team, 'Raf Voorbeeldlezer', 'lezer');
    for (const pad of ['/casus', '/casus/nieuw', '/casus/verdelen', '/casus/radar', '/casus/noodtoegang'])
      expect(await status(pad, lezer), pad).toBe(404);
    expect((await h.haal('/casus')).status).toBe(303);
  });
});

// @eis C2.1 C5.1
describe('verdelen', () => {
  test('de teamleider ziet nummers en data, en niets van het gezin', async () => {
    const lijst = await tekst('/casus/verdelen', leider);
    expect(lijst).toMatch(/2026-\d{6}/);
    const blad = await tekst(`/casus/verdelen/${id}`, leider);
    for (const html of [lijst, blad]) expect(html).not.toMatch(/Vera|Kees/);
    expect(await status(`/casus/${id}`, leider)).toBe(404);
    expect(await status('/casus/verdelen', pro)).toBe(404);
    expect(await status(`/casus/verdelen/${id}`, buurleider)).toBe(404);
  });

  test('een ander krijgt toegang en houdt die tot zij eindigt; zichzelf geeft niemand iets', async () => {
    expect(await status(`/casus/${id}`, pro)).toBe(404);
    expect((await wijsToe(pro, 'behandeling')).status).toBe(303);
    expect(await tekst(`/casus/${id}`, pro)).toContain('Vera van Voorbeeld');
    expect((await wijsToe(leider, 'behandeling')).status).toBe(404);
    expect(await status(`/casus/${id}`, leider)).toBe(404);
    expect(await status(`/casus/${id}`, ander)).toBe(404);
    const blad = await tekst(`/casus/verdelen/${id}`, leider);
    const [, relatie = ''] = /name="relatie" value="([^"]+)"/.exec(blad.slice(blad.indexOf('Petra'))) ?? [];
    expect((await h.stuur(`/casus/verdelen/${id}/terug`, { relatie }, leider)).status).toBe(303);
    expect(await status(`/casus/${id}`, pro)).toBe(404);
    await wijsToe(pro, 'behandeling');
  });
});

// @eis C1.4
describe('onderdelen met een eigen regel', () => {
  test('de melder ziet alleen wie daarvoor een eigen relatie heeft', async () => {
    expect(await tekst(`/casus/${id}`, pro)).not.toMatch(/Mia Meldster|id="melder"/);
    await wijsToe(pro, 'melder', 'wmo_melder');
    const html = await tekst(`/casus/${id}`, pro);
    expect(html).toContain('Mia Meldster');
    expect(html).toContain('Anoniem voor het gezin');
    expect(await tekst(`/casus/${id}`, intaker)).not.toContain('Mia Meldster');
  });

  test('een geheim adres kan mee bij het aanleggen; wie aanlegde leest het niet terug', async () => {
    const geheim = {
      geheim_persoon: '2',
      geheim_soort: 'tijdelijk',
      geheim_straat: 'Opvanglaan',
      geheim_nummer: '3',
      geheim_plaats: 'Voorbeeldstad',
    };
    const fout = await h.stuur('/casus/nieuw', { ...GEZIN, ...geheim, geheim_persoon: '3' }, intaker);
    expect(fout.status).toBe(422);
    const html = await fout.text();
    expect(html).toContain('Kies een persoon die u hierboven hebt ingevuld.');
    expect(html).toContain('value="Opvanglaan"');
    const leeg = { ...GEZIN, ...geheim, geheim_plaats: '', geheim_postcode: '12' };
    expect(await (await h.stuur('/casus/nieuw', leeg, intaker)).text()).toContain(
      'vier cijfers en twee letters',
    );
    const nieuw = idUit(await h.stuur('/casus/nieuw', { ...GEZIN, ...geheim }, intaker));
    const blad = await tekst(`/casus/${nieuw}`, intaker);
    const kind = /\/gezin\/personen\/([0-9a-f-]{36})[^>]*>[^<]*Kees/.exec(blad)?.[1] ?? '';
    const lees = (wie: Lezer) => h.als(wie, tx => listGeheimeAdressen(tx, kluis, kind));
    expect(await lees(intaker)).toEqual([]);
    for (const [doel, grond] of [
      ['behandeling', 'wmo_veilig_thuis'],
      ['geheim_adres', 'veiligheid'],
    ] as const)
      await h.stuur(`/casus/verdelen/${nieuw}`, { collega: `${ander.id}|${team}`, doel, grond }, leider);
    expect(await lees(ander)).toMatchObject([
      { soort: 'tijdelijk', adres: { straat: 'Opvanglaan', nummer: '3', plaats: 'Voorbeeldstad' } },
    ]);
  });

  test('politiegegevens staan op hun eigen grond en alleen voor wie daarvoor een relatie heeft', async () => {
    const velden = maakPolitievelden();
    expect((await h.stuur(`/casus/${id}/politie`, velden, pro)).status).toBe(404);
    await wijsToe(pro, 'politie', 'bpg_4_2');
    expect((await h.stuur(`/casus/${id}/politie`, { ...velden, grond: 'bpg_4_2_jeugd' }, pro)).status).toBe(
      422,
    );
    expect((await h.stuur(`/casus/${id}/politie`, velden, pro)).status).toBe(303);
    expect(await tekst(`/casus/${id}`, pro)).toContain('geen aangifte');
    expect(await tekst(`/casus/${id}`, intaker)).not.toContain('geen aangifte');
  });

  test('in een dossier op een taak zonder grond voor politiegegevens gaat dat onderdeel voor niemand open', async () => {
    const wmo = idUit(await h.stuur('/casus/nieuw', { ...GEZIN, taak: 'wmo' }, intaker));
    const gift = { collega: `${ander.id}|${team}`, doel: 'politie', grond: 'bpg_4_2' };
    const r = await h.stuur(`/casus/verdelen/${wmo}`, gift, leider);
    expect(r.status).toBe(422);
    expect(await r.text()).toContain('geen grond voor politiegegevens');
    const jeugd = idUit(await h.stuur('/casus/nieuw', { ...GEZIN, taak: 'jeugdhulp' }, intaker));
    expect((await h.stuur(`/casus/verdelen/${jeugd}`, gift, leider)).status).toBe(303);
  });

  test('wat één partij verklaarde leest wie de regie heeft, en niet wie alleen behandelt', async () => {
    const html = await tekst(`/casus/${id}`, intaker);
    const partij = /<option value="([0-9a-f-]{36})">Kees Voorbeeld/.exec(html)?.[1] ?? '';
    const velden = { partij, over_dag: '21-11-2026', inhoud: 'Ik wil liever bij oma slapen.' };
    expect((await h.stuur(`/casus/${id}/verklaringen`, velden, intaker)).status).toBe(303);
    expect(await tekst(`/casus/${id}`, intaker)).toContain('bij oma slapen');
    expect(await tekst(`/casus/${id}`, pro)).not.toContain('bij oma slapen');
    const vreemd = { ...velden, partij: crypto.randomUUID() };
    expect((await h.stuur(`/casus/${id}/verklaringen`, vreemd, intaker)).status).toBe(422);
    await h.stuur(`/casus/${id}/verklaringen`, { _doe: 'weg' }, intaker);
    // Nor along the database: somebody of another file of the same writer is no party of this one.
    const elders = idUit(await h.stuur('/casus/nieuw', GEZIN, intaker));
    const langs = h.als(intaker, tx =>
      sql`insert into casus.verklaring (id, casus_id, organisatie_id, partij_id, over_dag, inhoud, door)
        select gen_random_uuid(), ${id}, ${team}, k.betrokkene_id, stelsel.vandaag(), 'x'::bytea, ${intaker.id}
        from toegang.betrokkenheid k where k.dossier_id = ${elders}`.execute(tx),
    );
    await expect(langs).rejects.toThrow('row-level security');
  });
});

const notitie = (inhoud: string, meer: Record<string, string> = {}) => ({
  soort: 'contact',
  over_dag: '21-11-2026',
  inhoud,
  ...meer,
});

async function notitieVan(wie: Lezer, merk: string): Promise<string> {
  const html = await tekst(`/casus/${id}`, wie);
  const na = html.slice(html.indexOf(merk));
  return /\/notities\/([0-9a-f-]{36})/.exec(na)?.[1] ?? '';
}

// @eis C5.1
describe('notities', () => {
  test('wie tegelijk wijzigt ziet beide teksten naast elkaar en verliest niets; elke versie blijft', async () => {
    expect((await h.stuur(`/casus/${id}/notities`, notitie('Eerste <b>tekst</b>'), pro)).status).toBe(303);
    expect(await tekst(`/casus/${id}`, intaker)).toContain('Eerste &lt;b&gt;tekst&lt;/b&gt;');
    const n = await notitieVan(pro, 'Eerste &lt;b&gt;');
    const pad = `/casus/${id}/notities/${n}`;
    expect((await h.stuur(pad, notitie('Tekst van Petra', { versie: '1' }), pro)).status).toBe(303);
    const r = await h.stuur(pad, notitie('Tekst van Ina', { versie: '1' }), intaker);
    expect(r.status).toBe(409);
    const html = await r.text();
    expect(html).toContain('Tekst van Petra');
    expect(html).toContain('Tekst van Ina');
    expect(html).toContain('name="versie" value="2"');
    expect((await h.stuur(pad, notitie('Tekst van Ina', { versie: '2' }), intaker)).status).toBe(303);
    const alles = await tekst(pad, pro);
    for (const v of ['Eerste', 'Tekst van Petra', 'Tekst van Ina']) expect(alles).toContain(v);
    expect(alles).toContain('Versie 1');
  });

  test('een andere organisatie leest mee na een uitnodiging, en alleen wat op een grond is gedeeld', async () => {
    await h.stuur(`/casus/${id}/notities`, notitie('Alleen voor ons'), pro);
    await h.stuur(`/casus/${id}/notities`, notitie('Mag gedeeld worden'), pro);
    const nodig = (adres: string, wie: Lezer) =>
      h.stuur(`/casus/${id}/toegang/overleg`, { adres, grond: 'wmo_medewerking', tot: '30-11-2026' }, wie);
    const adres = `${buurpro.id}@voorbeeld.invalid`;
    expect((await nodig(adres, pro)).status).toBe(404);
    expect((await nodig('niemand@voorbeeld.invalid', intaker)).status).toBe(422);
    expect((await nodig(adres, intaker)).status).toBe(303);
    expect(await tekst(`/casus/${id}`, buurpro)).not.toMatch(/Alleen voor ons|Mag gedeeld worden/);
    const n = await notitieVan(pro, 'Mag gedeeld worden');
    const deel = (grond: string, wie: Lezer) =>
      h.stuur(`/casus/${id}/notities/${n}/deel`, { _doe: 'deel', grond }, wie);
    expect((await deel('zomaar', pro)).status).toBe(422);
    expect((await deel('wmo_5_3_3', buurpro)).status).toBe(404);
    expect((await deel('wmo_5_3_3', pro)).status).toBe(303);
    const html = await tekst(`/casus/${id}`, buurpro);
    expect(html).toContain('Mag gedeeld worden');
    expect(html).not.toContain('Alleen voor ons');
    expect((await h.stuur(`/casus/${id}/notities`, notitie('van de buren'), buurpro)).status).toBe(404);
    await h.stuur(`/casus/${id}/notities/${n}/deel`, { _doe: 'stop' }, pro);
    expect(await tekst(`/casus/${id}`, buurpro)).not.toContain('Mag gedeeld worden');
  });
});

// @eis C2.7
describe('concept', () => {
  test('een half ingevulde notitie blijft bewaard voor wie haar typte, en is weg als zij er staat', async () => {
    const half = notitie('Halve zin', { over_dag: '', soort: '' });
    expect(
      (await h.stuur(`/casus/${id}/notities`, { ...half, _doe: 'concept' }, pro)).headers.get('location'),
    ).toContain('na=concept');
    expect(await tekst(`/casus/${id}`, pro)).toContain('Halve zin');
    expect(await tekst('/casus', pro)).toContain('half ingevuld');
    expect(await tekst(`/casus/${id}`, intaker)).not.toContain('Halve zin');
    const sleutels = () =>
      h.alsStelsel(
        async tx => (await sql<{ s: string }>`select sleutel_id s from casus.concept`.execute(tx)).rows,
      );
    const [rij] = await sleutels();
    await h.stuur(`/casus/${id}/notities`, notitie('Hele zin'), pro);
    expect(await tekst(`/casus/${id}`, pro)).not.toContain('Halve zin');
    expect(await sleutels()).toEqual([]);
    expect(kluis.bestaat(rij?.s ?? '')).toBe(false);
  });
});

const PDF = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');

// @eis C5.1
describe('documenten', () => {
  test('een document komt eruit zoals het erin ging, met de naam die bij zijn soort past', async () => {
    const bestand = new File([PDF], '../../etc/pass"wd verslag.exe');
    expect((await h.stuurBestand(`/casus/${id}/documenten`, bestand, pro)).status).toBe(303);
    const html = await tekst(`/casus/${id}`, intaker);
    expect(html).toContain('pass&quot;wd verslag.pdf');
    const doc = /\/documenten\/([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
    const r = await h.haal(`/casus/${id}/documenten/${doc}`, intaker);
    expect(r.headers.get('content-type')).toBe('application/pdf');
    expect(r.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"]*"; filename\*=UTF-8''/);
    expect(r.headers.get('cache-control')).toBe('no-store');
    expect(Buffer.from(await r.arrayBuffer()).equals(PDF)).toBe(true);
    expect(await status(`/casus/${id}/documenten/${doc}`, ander)).toBe(404);
    expect(await status(`/casus/${id}/documenten/${doc}`, buurpro)).toBe(404);
    await h.stuur(`/casus/${id}/documenten/${doc}/deel`, { _doe: 'deel', grond: 'toestemming' }, pro);
    expect(await status(`/casus/${id}/documenten/${doc}`, buurpro)).toBe(200);
  });

  test('wat geen document is wordt met uitleg geweigerd en laat niets achter', async () => {
    const stuur = (inhoud: string) =>
      h.stuurBestand(`/casus/${id}/documenten`, new File([inhoud], 'foto.jpg'), pro);
    const r = await stuur('MZ\u0000\u0003');
    expect(r.status).toBe(422);
    expect(await r.text()).toContain('Dit soort bestand kan niet.');
    expect(await (await stuur('')).text()).toContain('Kies een document');
    const aantal = await h.alsStelsel(
      async tx => (await sql`select 1 from casus.document`.execute(tx)).rows.length,
    );
    expect(aantal).toBe(1);
  });
});
