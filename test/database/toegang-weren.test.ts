import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { maakDossierlening } from '#modules/casus/index.ts';
import { maakCasus } from '#modules/casus/module.ts';
import { GEZIN, idUit, type Lezer } from '#modules/casus/testing/casushuis.ts';
import { maakMeldersdossier } from '#modules/casus/testing/meldersdossier.ts';
import { voegHuishoudlidToe } from '#modules/gezin/index.ts';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { metClient, sql } from '#platform/db/index.ts';
import { geldig } from '#platform/ui/testing/geldig.ts';
import { registreerBlokkades } from '../../src/modules/toegang/web/blokkades.tsx';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const s = await maakMeldersdossier(proef.app.db, o => {
  const casus = maakCasus({ ...o, ...kennisgevinglening });
  return {
    registreer: app => {
      registreerBlokkades(app, { kluis: o.kluis, dossiers: maakDossierlening(o.kluis) });
      casus.registreer(app);
    },
  };
});
afterAll(s.ruimOp);
const { h, team, buur, intaker, leider, ander, buurpro, buurleider } = s;
const privacy = await h.mens(team, 'Pia Voorbeeldprivacy', 'privacyfunctionaris');
const buurprivacy = await h.mens(buur, 'Bas Voorbeeldprivacy', 'privacyfunctionaris');
const verweg = await h.mens(
  await h.organisatie('Voorbeeldver', 'zaanstreek-waterland'),
  'Vic Voorbeeldver',
  'professional',
);

const kijk = (tekst: string, waarden: readonly unknown[] = []) =>
  metClient(proef.beheer, async c => (await c.query(tekst, [...waarden])).rows as Record<string, unknown>[]);
const adres = (l: Lezer) => `${l.id}@voorbeeld.invalid`;
let teller = 0;
/** A family of two with a surname of its own, in a file of the team; nobody else has a relation with it. */
async function gezin() {
  const achternaam = `Voorbeeldgezin${'abcdefghijklmnop'[teller++]}`;
  const velden = { ...GEZIN, persoon1_achternaam: achternaam, persoon2_achternaam: achternaam };
  const id = idUit(await h.stuur('/casus/nieuw', velden, intaker));
  const [casus] = await kijk('select nummer from casus.casus where id = $1', [id]);
  return {
    id,
    nummer: String(casus?.['nummer']),
    vera: { voornaam: 'Vera', achternaam, geboren: '3-11-1988' },
  };
}
const PAD = '/toegang/blokkades/weren';
const collega = (l: Lezer) => ({ collega: `${l.id}|${team}` });
const weer = (velden: Record<string, string>, lezer = privacy) =>
  h.stuur(PAD, { reden: 'naaste', wijze: 'persoon', ...velden }, lezer);
const REDEN = 'Het gezin staat nu aan de balie en een kind is in gevaar.';
const nood = (nummer: string, wie: Lezer) =>
  h.stuur('/casus/noodtoegang', { wijze: 'nummer', nummer, reden: REDEN }, wie);
const blokkades = (wie: Lezer) =>
  h.als(wie, async tx => {
    const { rows } = await sql<{ id: string; persoon_id: string; van: string; tot: string | null }>`
      select id, persoon_id, van::text, tot::text from toegang.blokkade`.execute(tx);
    return rows;
  });

afterEach(() => kijk('delete from toegang.zoekactie'));

// @eis C2.4
describe('een privacyfunctionaris weert zonder te zien', () => {
  test('op precieze identiteit, ook iemand van een andere organisatie: noodtoegang vindt niets meer', async () => {
    const g = await gezin();
    expect((await nood(g.nummer, buurpro)).status).toBe(303);
    const r = await weer({ ...g.vera, adres: adres(buurpro) });
    expect(r.status).toBe(303);
    const naar = r.headers.get('location') ?? '';
    expect(naar).toMatch(/^\/toegang\/blokkades\?kenmerk=[0-9a-f]{8}$/);
    expect(await (await h.haal(naar, privacy)).text()).toContain(`met kenmerk ${naar.slice(-8)}`);
    expect((await h.haal(`/casus/${g.id}`, buurpro)).status).toBe(404);
    const geweerd = await nood(g.nummer, buurpro);
    const weg = await nood('1999-999999', buurpro);
    expect(geweerd.status).toBe(weg.status);
    const kaal = (html: string, nummer: string) => html.replaceAll(nummer, '').replace(/[0-9a-f]{32,}/g, '');
    expect(kaal(await geweerd.text(), g.nummer)).toBe(kaal(await weg.text(), '1999-999999'));
  });

  test('de functionaris ziet er niets van de inhoud bij: geen naam, geen nummer, geen dossier', async () => {
    const g = await gezin();
    await weer({ ...g.vera, adres: adres(buurpro) });
    const html = await (await h.haal('/toegang/blokkades', privacy)).text();
    expect(html).toContain('Bo Voorbeeldbuur');
    for (const geheim of [g.nummer, g.vera.achternaam, g.id]) expect(html).not.toContain(geheim);
    await geldig(html);
    const vorm = await (await h.haal(PAD, privacy)).text();
    await geldig(vorm);
    expect((await h.haal(`/casus/${g.id}`, privacy)).status).toBe(404);
  });

  test('de organisatie van wie geweerd is ziet de blokkade niet, ook haar privacyfunctionaris niet', async () => {
    const g = await gezin();
    expect((await weer({ wijze: 'nummer', nummer: g.nummer, adres: adres(buurpro) })).status).toBe(303);
    const eigen = await h.mens(buur, 'Nel Voorbeeldnaast', 'professional');
    for (const wie of [buurleider, buurprivacy, eigen, buurpro]) expect(await blokkades(wie)).toEqual([]);
    expect((await blokkades(privacy)).map(b => b.persoon_id)).toContain(buurpro.id);
    for (const wie of [buurleider, buurprivacy]) {
      const nummers = await h.als(wie, tx => sql`select * from casus.nummers(${[g.id]}::uuid[])`.execute(tx));
      expect(nummers.rows).toEqual([]);
    }
  });

  test('een eigen blokkade op een dossier van een ander: de teamleider ziet haar, en niet het zaaknummer', async () => {
    const g = await gezin();
    const eigen = await h.mens(buur, 'Nic Voorbeeldnaast', 'professional');
    // As it stands after a file on which somebody of the organisation was barred went elsewhere.
    await kijk(
      `insert into toegang.blokkade (id, persoon_id, organisatie_id, dossier_id, reden, van, gegeven_door)
       values (gen_random_uuid(), $1, $2, $3, 'naaste', current_date - 1, $4)`,
      [eigen.id, buur, g.id, buurprivacy.id],
    );
    const nummers = async (wie: Lezer) =>
      (await h.als(wie, tx => sql`select nummer from casus.nummers(${[g.id]}::uuid[])`.execute(tx))).rows;
    expect((await blokkades(buurleider)).map(b => b.persoon_id)).toEqual([eigen.id]);
    expect(await nummers(buurleider)).toEqual([]);
    expect(await (await h.haal('/toegang/blokkades', buurleider)).text()).not.toContain(g.nummer);
    expect(await nummers(buurprivacy)).toEqual([{ nummer: g.nummer }]);
    await kijk('delete from toegang.blokkade where persoon_id = $1', [eigen.id]);
  });

  test('van een huishouden: ieder die er woont, en wie er later bij komt; opgeheven als één', async () => {
    const g = await gezin();
    const buiten = await h.mens(buur, 'Bram Voorbeeldbuiten', 'professional');
    const twee = idUit(
      await h.stuur('/casus/nieuw', { ...GEZIN, persoon1_achternaam: 'Voorbeeldlater' }, intaker),
    );
    expect((await weer({ ...g.vera, wijze: 'huishouden', adres: adres(buiten) })).status).toBe(303);
    const leden = await kijk(
      `select l.persoon_id, l.huishouden_id from gezin.huishoudlid l join gezin.huishouden h
       on h.id = l.huishouden_id where h.dossier_id = $1`,
      [g.id],
    );
    const geweerdVan = async () =>
      (
        await kijk(`select betrokkene_id from toegang.blokkade where persoon_id = $1 and tot is null`, [
          buiten.id,
        ])
      )
        .map(b => b['betrokkene_id'])
        .sort();
    expect(leden).toHaveLength(2);
    expect(await geweerdVan()).toEqual(leden.map(l => l['persoon_id']).sort());
    // Somebody of another file comes to live there: his other file closes too.
    const [later] = await kijk('select betrokkene_id from toegang.betrokkenheid where dossier_id = $1', [
      twee,
    ]);
    await kijk(
      `insert into toegang.betrokkenheid (dossier_id, betrokkene_id, van) values ($1, $2, '2026-01-01')`,
      [g.id, later?.['betrokkene_id']],
    );
    const lid = {
      ...{ id: crypto.randomUUID(), huishouden: String(leden[0]?.['huishouden_id']) },
      ...{ persoon: String(later?.['betrokkene_id']), rol: 'volwassene' as const, van: '2026-11-22' },
    };
    expect((await h.als(intaker, tx => voegHuishoudlidToe(tx, lid))).ok).toBe(true);
    expect(await geweerdVan()).toContain(lid.persoon);
    const html = await (await h.haal('/toegang/blokkades', privacy)).text();
    const vormen = [...html.matchAll(/name="blokkade" value="([^"]+)"/g)].map(m => m[1] ?? '');
    const eigen = (await blokkades(privacy)).filter(b => b.persoon_id === buiten.id).map(b => b.id);
    const getoond = vormen.filter(id => eigen.includes(id));
    expect(getoond).toHaveLength(1);
    await h.stuur('/toegang/blokkades/opheffen', { blokkade: getoond[0] ?? '' }, privacy);
    expect(await geweerdVan()).toEqual([]);
  });

  test('van tot: zij begint en eindigt vanzelf, en wie haar voor het begin opheft heeft niemand geweerd', async () => {
    const g = await gezin();
    const eerst = await weer({ ...g.vera, ...collega(ander), van: '21-11-2026', tot: '20-11-2026' });
    expect(eerst.status).toBe(422);
    const tekst = await eerst.text();
    expect(tekst).toContain('Een blokkade begint vandaag of later.');
    expect(tekst).toContain(`value="${g.vera.achternaam}"`);
    expect(
      await (await weer({ ...g.vera, ...collega(ander), van: '1-12-2026', tot: '1-12-2026' })).text(),
    ).toContain('De blokkade moet eindigen nadat zij begint.');
    expect((await weer({ ...g.vera, ...collega(ander), van: '1-12-2026', tot: '1-1-2027' })).status).toBe(
      303,
    );
    const [b] = (await blokkades(privacy)).filter(x => x.van === '2026-12-01');
    expect(b).toMatchObject({ persoon_id: ander.id, tot: '2027-01-01' });
    expect((await h.stuur('/toegang/blokkades/opheffen', { blokkade: b?.id ?? '' }, privacy)).status).toBe(
      303,
    );
    expect((await blokkades(privacy)).find(x => x.id === b?.id)?.tot).toBe('2026-12-01');
  });

  test('wie zelf geweerd is krijgt hetzelfde antwoord als voor wie er niet is, en heft niets op', async () => {
    const g = await gezin();
    const tweede = await h.mens(team, 'Tom Voorbeeldtwee', 'privacyfunctionaris');
    await weer({ ...g.vera, adres: adres(buurpro) });
    const [eerder] = (await blokkades(tweede))
      .filter(b => b.persoon_id === buurpro.id && b.tot === null)
      .slice(-1);
    expect(eerder).toBeDefined();
    expect((await weer({ ...g.vera, ...collega(tweede) })).status).toBe(303);
    const antwoord = async (wie: Record<string, string>) => {
      const r = await weer({ ...wie, adres: adres(buurpro) }, tweede);
      expect(r.status).toBe(422);
      let html = await r.text();
      for (const w of Object.values(wie)) html = html.replaceAll(w, '');
      return html.replace(/[0-9a-f]{32,}/g, '');
    };
    for (const wijze of ['persoon', 'huishouden']) {
      const geweerd = await antwoord({ ...g.vera, wijze });
      expect(geweerd).toContain('Er is niets vastgelegd');
      expect(await antwoord({ ...g.vera, achternaam: 'Nietbestaand', wijze })).toBe(geweerd);
    }
    const opNummer = (nummer: string) => antwoord({ wijze: 'nummer', nummer });
    expect(await opNummer(g.nummer)).toBe(await opNummer('1999-999999'));
    const rijen = await kijk(
      `select b.id from toegang.blokkade b join toegang.betrokkenheid k on k.betrokkene_id = b.betrokkene_id
       where k.dossier_id = $1 and b.persoon_id = $2`,
      [g.id, buurpro.id],
    );
    expect(rijen.length).toBeGreaterThan(0);
    for (const { id } of rijen) {
      expect((await blokkades(tweede)).map(b => b.id)).not.toContain(id);
      const r = await h.stuur('/toegang/blokkades/opheffen', { blokkade: String(id) }, tweede);
      expect(r.status).toBe(404);
    }
    const gezocht = await kijk(
      `select uitkomst from audit.logregel where actor = $1 and handeling = 'zoeken' and soort = 'blokkade'`,
      [`persoon:${tweede.id}`],
    );
    expect(gezocht.map(x => x['uitkomst'])).toEqual(Array(6).fill('geweigerd'));
  });

  test('alleen wie de eigen organisatie houdt, alleen precies, en niemand buiten de regio of zichzelf', async () => {
    const g = await gezin();
    const mis = async (velden: Record<string, string>, wie = privacy) => {
      const r = await weer(velden, wie);
      expect(r.status).toBe(422);
      return r.text();
    };
    expect(await mis({ ...g.vera, adres: adres(ander) }, buurprivacy)).toContain('Er is niets vastgelegd');
    expect(await mis({ wijze: 'nummer', nummer: g.nummer, adres: adres(ander) }, buurprivacy)).toContain(
      'Er is niets vastgelegd',
    );
    expect(await mis({ ...g.vera, voornaam: 'Ver', ...collega(ander) })).toContain('Er is niets vastgelegd');
    expect(await mis({ ...g.vera, geboren: '1988', ...collega(ander) })).toContain('hele geboortedatum');
    expect(await mis({ ...g.vera, adres: adres(verweg) })).toContain('niemand met dit werkadres');
    expect(await mis({ ...g.vera, ...collega(privacy) })).toContain('dat kunt u niet zelf');
    const langs = (namens: string | null, mens: Lezer) =>
      h.als(buurprivacy, async tx => {
        await sql`insert into toegang.zoekactie (soort) values ('identiteit')`.execute(tx);
        await sql`insert into toegang.blokkade (id, persoon_id, organisatie_id, dossier_id, namens_organisatie, reden,
            van, gegeven_door)
          values (gen_random_uuid(), ${mens.id}, ${team}, ${g.id}, ${namens}, 'naaste', '2026-11-22', ${buurprivacy.id})`.execute(
          tx,
        );
      });
    for (const namens of [team, buur, null])
      await expect(langs(namens, ander)).rejects.toThrow(/row-level security/);
  });

  test('een teamleider en een professional vinden de pagina niet', async () => {
    const g = await gezin();
    for (const wie of [leider, intaker, buurleider]) {
      expect((await h.haal(PAD, wie)).status).toBe(404);
      expect((await weer({ ...g.vera, ...collega(ander) }, wie)).status).toBe(404);
    }
    expect(await (await h.haal('/toegang/blokkades', leider)).text()).not.toContain(PAD);
  });

  test('elke poging telt, en wat niet is geteld beantwoordt de database niet', async () => {
    const niemand = { voornaam: 'Nie', achternaam: 'Mand', geboren: '1-1-1990' };
    for (let i = 0; i < 10; i += 1) expect((await weer({ ...niemand, ...collega(ander) })).status).toBe(422);
    expect(await (await weer({ ...niemand, ...collega(ander) })).text()).toContain('te vaak');
    const [geteld] = await kijk(
      `select count(*)::int as n from toegang.zoekactie where soort = 'identiteit'`,
    );
    expect(geteld?.['n']).toBe(10);
    const index = s.kluis.blindeIndex('email', adres(buurpro));
    const rijen = await h.als(privacy, tx => sql`select * from toegang.vind_te_weren(${index})`.execute(tx));
    expect(rijen.rows).toEqual([]);
  });
});
