import { afterAll, describe, expect, test } from 'vitest';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import {
  beslisOverdracht,
  legDossierAan,
  listOverdrachten,
  voltooiOverdracht,
} from '#modules/toegang/index.ts';
import { sql } from '#platform/db/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import { maakCasus } from './module.ts';
import { GEZIN, idUit } from './testing/casushuis.ts';
import { maakMeldersdossier } from './testing/meldersdossier.ts';

const proef = await maakProef();
const s = await maakMeldersdossier(proef.app.db, o => maakCasus({ ...o, ...kennisgevinglening }));
afterAll(s.ruimOp);
const { h, team, buur, intaker, leider, buurpro, buurleider, id, tekst } = s;

// @eis C2.3
describe('alleen voor de taak van Veilig Thuis', () => {
  test('een intaker van een andere organisatie vindt de radar niet, en legt geen dossier van Veilig Thuis aan', async () => {
    const wijkteam = await h.organisatie('Voorbeeldwijkteam', 'kennemerland', 'partner');
    const elders = await h.mens(wijkteam, 'Els Voorbeeldelders', 'intaker');
    const vera = { voornaam: 'Vera', achternaam: 'van Voorbeeld', geboren: '3-11-1988' };
    expect((await h.haal('/casus/radar', elders)).status).toBe(404);
    expect((await h.stuur('/casus/radar', vera, elders)).status).toBe(404);
    expect(await tekst('/casus', elders)).not.toContain('/casus/radar');
    expect(await tekst('/casus', intaker)).toContain('/casus/radar');
    expect(await tekst('/casus/nieuw', elders)).not.toContain('value="veilig_thuis"');
    const fout = await h.stuur('/casus/nieuw', GEZIN, elders);
    expect(fout.status).toBe(422);
    expect(await fout.text()).toContain('is geen Veilig Thuis. Kies een andere taak.');
    expect((await h.stuur('/casus/nieuw', { ...GEZIN, taak: 'wmo' }, elders)).status).toBe(303);
  });

  test('ook langs de database om staat de taak van Veilig Thuis alleen bij Veilig Thuis', async () => {
    const wijkteam = await h.organisatie('Voorbeeldteam West', 'kennemerland', 'partner');
    const elders = await h.mens(wijkteam, 'Ed Voorbeeldelders', 'professional');
    const leg = (taak: string, nr: string) =>
      h.als(elders, async tx => {
        const dossier = await legDossierAan(tx, {
          regio: 'kennemerland',
          organisatieId: wijkteam,
          persoonId: elders.id,
          grond: 'wmo_lokaal_team',
        });
        if (!dossier.ok) throw new Error(dossier.weigering.code);
        await sql`insert into casus.casus (id, regio, organisatie_id, nummer, nummer_index, taak, geopend_op,
            laatste_wijziging)
          values (${dossier.waarde}, 'kennemerland', ${wijkteam}, ${`2026-90000${nr}`},
            ${Buffer.alloc(32, Number(nr))}, ${taak}, '2026-11-22', '2026-11-22')`.execute(tx);
      });
    await expect(leg('veilig_thuis', '1')).rejects.toThrow(/row-level security/);
    await expect(leg('wmo', '2')).resolves.toBeUndefined();
  });

  test('na een overdracht noemt de radar het team dat de regie nu heeft', async () => {
    const iris = await h.mens(team, 'Irma Voorbeeldradar', 'intaker');
    const nieuw = { ...GEZIN, persoon1_voornaam: 'Odette', persoon1_achternaam: 'Overdracht' };
    const dossier = idUit(await h.stuur('/casus/nieuw', nieuw, intaker));
    const zoek = async () => {
      const r = await h.stuur(
        '/casus/radar',
        { voornaam: 'Odette', achternaam: 'van Overdracht', geboren: '3-11-1988' },
        iris,
      );
      return (await r.text()).replace(/<nav.*?<\/nav>/gs, '');
    };
    expect(await zoek()).toContain('Voorbeeld Veilig Thuis');
    await h.stuur(`/casus/${dossier}/toegang/overdracht`, { naar: buur, grond: 'wmo_medewerking' }, intaker);
    const aanbod = (await h.als(buurleider, tx => listOverdrachten(tx))).find(o => o.dossierId === dossier);
    const besluit = { besluit: 'aanvaard', persoonId: buurpro.id, doel: 'regie' } as const;
    const r = await h.als(buurleider, tx => beslisOverdracht(tx, aanbod?.id ?? '', besluit, buurleider.id));
    expect(r.ok).toBe(true);
    expect((await h.als(leider, tx => voltooiOverdracht(tx, aanbod?.id ?? ''))).ok).toBe(true);
    const html = await zoek();
    expect(html).toContain('Voorbeeld Lokaal Team');
    expect(html).not.toContain('Voorbeeld Veilig Thuis');
  });
});

// @eis C2.3
test.each([
  ['noodtoegang', 'casus.vind_nood', () => buurpro],
  ['nummer', 'casus.vind_te_weren', () => leider],
] as const)(
  'op nummer zoeken voor %s beantwoordt de database alleen als het is geteld',
  async (soort, functie, wie) => {
    const [rij] = await h.alsStelsel(
      async tx =>
        (
          await sql<{
            index: Buffer;
          }>`select nummer_index as index from casus.casus where id = ${id}`.execute(tx)
        ).rows,
    );
    const vind = (geteld: boolean) =>
      h.als(wie(), async tx => {
        if (geteld) await sql`insert into toegang.zoekactie (soort) values (${soort})`.execute(tx);
        const r = await sql<{ id: string | null }>`select ${sql.raw(functie)}(${rij?.index}) as id`.execute(
          tx,
        );
        return r.rows[0]?.id;
      });
    expect(await vind(true)).toBe(id);
    expect(await vind(false)).toBeNull();
  },
);
