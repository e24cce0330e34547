import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { metClient, sql } from '#platform/db/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import {
  toetsVerstrekking,
  VERKREGEN,
  VERSTREKGRONDCODES,
  VOORWAARDEN,
} from './domain/politieverstrekking.ts';
import { maakCasus } from './module.ts';
import { maakMeldersdossier } from './testing/meldersdossier.ts';
import { maakPolitievelden, maakVerstrekvelden } from './testing/politieproef.ts';

const proef = await maakProef();
const w = await maakMeldersdossier(proef.app.db, o => maakCasus({ ...o, ...kennisgevinglening }));
const { h, id, intaker, pro, ander, buurpro, tekst, status, wijsToe } = w;
afterAll(w.ruimOp);

const rijen = (vraag: string, waarden: unknown[] = []) =>
  metClient(proef.beheer, async c => (await c.query(vraag, waarden)).rows);
const blad = (gegeven: string) => `/casus/${id}/politie/${gegeven}`;
const verstrek = (gegeven: string, meer: Record<string, string> = {}, wie = intaker) =>
  h.stuur(`${blad(gegeven)}/verstrek`, maakVerstrekvelden(meer), wie);
/** Records one and tells its id. */
async function leg(meer: Record<string, string> = {}): Promise<string> {
  const r = await h.stuur(`/casus/${id}/politie`, maakPolitievelden(meer), intaker);
  if (r.status !== 303) throw new Error(await r.text());
  const [rij] = await rijen('select id from casus.politiegegeven order by vastgelegd_op desc limit 1');
  return rij?.id ?? '';
}
let vrij = '';
beforeAll(async () => {
  // The intake worker has the direction; the professional reads police information and does not direct.
  for (const [wie, doel] of [
    [intaker, 'politie'],
    [pro, 'behandeling'],
    [pro, 'politie'],
    [ander, 'behandeling'],
  ] as const)
    expect((await wijsToe(wie, doel, doel === 'politie' ? 'bpg_4_2' : 'wmo_veilig_thuis')).status).toBe(303);
  vrij = await leg();
});

// @eis C1.4
describe('hoe een politiegegeven binnenkwam', () => {
  test('wanneer, van wie en onder welke voorwaarde hoort erbij, en de fout staat bij het veld', async () => {
    for (const veld of ['ontvangen_op', 'ontvangen_van', 'voorwaarde', 'grond']) {
      const r = await h.stuur(`/casus/${id}/politie`, maakPolitievelden({ [veld]: '' }), intaker);
      expect([veld, r.status]).toEqual([veld, 422]);
      expect(await r.text()).toContain(`href="#veld-politie-${veld}"`);
    }
    await h.stuur(`/casus/${id}/politie`, { _doe: 'weg' }, intaker);
    const html = await tekst(blad(vrij), pro);
    for (const staat of ['21 november 2026 van Wijkagent Voorbeeldstad', 'De politie stelde geen voorwaarde'])
      expect(html).toContain(staat);
    expect(html).toContain('Besluit politiegegevens art. 4:2 lid 1 onder i');
  });

  test('de naam van de agent en wat is verstrekt staan versleuteld', async () => {
    await verstrek(vrij);
    const alles = await rijen('select ontvangen_van a, inhoud b from casus.politiegegeven');
    const uit = await rijen('select inhoud a, inhoud b from casus.politieverstrekking');
    expect(uit).toHaveLength(1);
    for (const r of [...alles, ...uit])
      for (const geheim of ['Wijkagent', 'ruzie', 'raadsonderzoeker', 'aan de deur'])
        expect(`${r.a}${r.b}`).not.toContain(geheim);
  });
});

// @eis C1.4
describe('verder verstrekken', () => {
  test('staat met ontvanger, doel, grond, wie besloot en de tekst in het dossier voor wie politiegegevens leest', async () => {
    const html = await tekst(blad(vrij), pro);
    for (const staat of [
      'Raad voor de Kinderbescherming, Voorbeeldstad, 22 november 2026',
      'raadsonderzoeker',
      'Onderzoek naar de veiligheid van het kind.',
      'Onze taak maakt het noodzakelijk (Wet politiegegevens art. 7 lid 2)',
      'Ina Voorbeeldintake',
      'Op 20 november was de politie aan de deur.',
    ])
      expect(html).toContain(staat);
    expect(await tekst(`/casus/${id}`, pro)).toContain('Eén keer verder verstrekt');
    expect(await status(blad(vrij), ander)).toBe(404);
    expect(await tekst(`/casus/${id}`, ander)).not.toContain('verder verstrekt');
  });

  test('staat in het logboek bij ieder in het dossier, op de relatie voor politiegegevens, met de soort ontvanger', async () => {
    const log = await rijen(
      `select soort, actor, reden, details->>'doel' doel, details->>'deel' deel from audit.logregel
       where handeling = 'delen' and (soort = 'politieverstrekking' or details->>'deel' = 'politieverstrekking')`,
    );
    const [act, ...mensen] = log.toSorted((a, b) => (a.deel ?? '').localeCompare(b.deel ?? ''));
    const vast = { actor: `persoon:${intaker.id}`, reden: 'raad_kinderbescherming', doel: 'politie' };
    expect(act).toMatchObject({ ...vast, soort: 'politieverstrekking' });
    const [{ n }] = await rijen('select count(*)::int n from toegang.betrokkenheid where dossier_id = $1', [
      id,
    ]);
    expect(mensen).toHaveLength(n);
    for (const m of mensen) expect(m).toMatchObject({ ...vast, soort: 'betrokkene' });
  });

  test('doet alleen wie de regie heeft en ze leest; wie ze alleen leest ziet geen formulier', async () => {
    expect(await tekst(blad(vrij), intaker)).toContain('/verstrek"');
    const html = await tekst(blad(vrij), pro);
    expect(html).not.toContain('/verstrek"');
    expect(html).toContain('Alleen wie de regie heeft');
    for (const wie of [pro, ander, buurpro]) expect((await verstrek(vrij, {}, wie)).status).toBe(404);
    expect(await rijen('select 1 from casus.politieverstrekking')).toHaveLength(1);
  });

  test('gaat tegen een voorwaarde van de politie in niet door, en met overleg wel', async () => {
    const overleg = await leg({ voorwaarde: 'na_overleg' });
    const zonder = await verstrek(overleg);
    expect(zonder.status).toBe(422);
    expect(await zonder.text()).toContain('href="#veld-verstrek-overlegd_op"');
    const later = await verstrek(overleg, { overlegd_op: '22-11-2026', verstrekt_op: '21-11-2026' });
    expect(await later.text()).toContain('Overleg gaat eraan vooraf');
    expect((await verstrek(overleg, { overlegd_op: '22-11-2026' })).status).toBe(303);
    const dicht = await leg({ voorwaarde: 'niet_verder' });
    expect(await tekst(blad(dicht), intaker)).not.toContain('value="wpg_7_2_taak"');
    expect((await verstrek(dicht, { overlegd_op: '21-11-2026' })).status).toBe(422);
    expect((await verstrek(dicht, { grond: 'wpg_7_2_voorschrift' })).status).toBe(303);
  });

  test('zonder grond, ontvanger, doel, toelichting of tekst gebeurt er niets', async () => {
    const voor = await rijen('select id from casus.politieverstrekking');
    for (const veld of ['grond', 'ontvanger', 'organisatie', 'functie', 'waarvoor', 'toelichting', 'tekst']) {
      const r = await verstrek(vrij, { [veld]: '' });
      expect(await r.text()).toContain(`href="#veld-verstrek-${veld}"`);
    }
    for (const grond of ['wpg_20_2_besluit', 'toestemming', 'bpg_4_2_veilig_thuis'])
      expect((await verstrek(vrij, { grond })).status).toBe(422);
    expect((await verstrek(vrij, { ontvanger: 'betrokkene' })).status).toBe(422);
    expect(await rijen('select id from casus.politieverstrekking')).toEqual(voor);
  });

  test('de database en de regels van de kamer zijn het over elk geval eens', async () => {
    const gevallen = [...Object.keys(VERKREGEN), 'oud'].flatMap(grond =>
      VOORWAARDEN.flatMap(voorwaarde =>
        VERSTREKGRONDCODES.flatMap(verder =>
          [true, false].map(overlegd => ({ grond, voorwaarde, verder, overlegd })),
        ),
      ),
    );
    const uit = await sql<{ g: (typeof gevallen)[number]; mag: boolean }>`
      select g, casus.mag_verder(g->>'grond', g->>'voorwaarde', g->>'verder', (g->>'overlegd')::boolean) mag
      from jsonb_array_elements(${JSON.stringify(gevallen)}::jsonb) g`.execute(proef.app.db);
    expect(uit.rows).toHaveLength(5 * 4 * 3 * 2);
    for (const { g, mag } of uit.rows)
      expect([g, mag]).toEqual([g, toetsVerstrekking(g, g.verder, g.overlegd) === 'mag']);
  });
});
