import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bekend, CONTACTTEKSTEN, legAdresVast, zetVeiligContact } from '#modules/gezin/index.ts';
import { maakContact, maakWeg } from '#modules/gezin/testing/contactproef.ts';
import { maakGegevens, VOORBEELDADRES } from '#modules/gezin/testing/gezinproef.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakKluis, maakWislijst } from '#platform/kluis/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakVerzoekproef, tekst } from '../../../../test/proef/verzoekproef.ts';
import { maakBrief } from '../usecases/brief.ts';
import { beginKennisgeving } from '../usecases/kennisgeving.ts';
import { registreer } from './routes.tsx';

const p = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-brief-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 9), map });
const klok = vasteKlok('2026-11-22T09:00:00Z');
const d = { db: p.app.db, klok, kluis, wislijst: maakWislijst(map), voerUit: async () => {} };
const h = await maakVerzoekproef({ db: p.app.db, beheer: p.beheer }, kluis, app => registreer(app, d));
const { een, werker } = h;
const telefoon = (nummer: string) => ({ telefoon: bekend(nummer) });
const gezin = () =>
  h.dossier(
    maakGegevens('Kim', 'Voorbeeld', telefoon('0612345678')),
    maakGegevens('Bram', 'Elderson', telefoon('0687654321')),
  );

const contact = (persoon: string, meer: { schrijven?: 'ja' | 'nee'; mee?: 'ander'; versie?: number } = {}) =>
  h.gezin.als(werker.actor, tx =>
    zetVeiligContact(
      tx,
      kluis,
      maakContact(
        persoon,
        {
          bellen: maakWeg('ja', { mee: meer.mee ?? 'niemand' }),
          schrijven: maakWeg(meer.schrijven ?? 'ja', { mee: meer.mee ?? 'niemand' }),
        },
        { versie: meer.versie ?? 0 },
      ),
    ),
  );
const woontOp = (persoon: string, nummer: string) =>
  h.gezin.als(werker.actor, tx =>
    legAdresVast(tx, kluis, {
      id: crypto.randomUUID(),
      persoon,
      soort: 'woon',
      adres: { ...VOORBEELDADRES, nummer },
      van: '2026-01-01',
    }),
  );
const brief = (pad: string, velden: Record<string, string | string[]> = {}) =>
  h.stuur(`${pad}/brief`, { vorm: 'pdf', ...velden }, werker);
const besluiten = (persoon: string) =>
  h.rijen(
    "select actor, reden from audit.logregel where soort = 'veilig_contact' and handeling = 'delen' and object = $1",
    [persoon],
  );
const doorWerker = (reden: string) => [{ actor: `persoon:${werker.id}`, reden }];

// @eis C1.2 C4.4
describe('een brief naar een adres dat ook van een ander is', () => {
  test('gaat niet uit zonder besluit; met een besluit staat in het logboek wie dat nam, waarover', async () => {
    const g = await gezin();
    const [kim = '', bram = ''] = g.personen;
    const pad = await h.verzoek({ nummer: g.nummer });
    await h.besluit(pad, kim);
    await contact(kim);
    await woontOp(kim, '12');
    await woontOp(bram, '12');
    const zonder = await brief(pad);
    expect(zonder.headers.get('content-type')).toContain('text/html');
    expect(await tekst(zonder)).toContain(CONTACTTEKSTEN.GZ106);
    const ander = await brief(pad, { bevestigd: 'GZ104' });
    expect(ander.headers.get('content-type')).toContain('text/html');
    expect(await besluiten(kim)).toEqual([]);
    const [rij] = await h.rijen('select brief_op from privacy.verzoek where id = $1', [
      pad.split('/').at(-1),
    ]);
    expect(rij).toEqual({ brief_op: null });
    const met = await brief(pad, { bevestigd: 'GZ106' });
    expect(met.headers.get('content-type')).toBe('application/pdf');
    expect(await besluiten(kim)).toEqual(doorWerker('besluit_schrijven_gz106'));
  });
});

// @eis C1.2 C4.4
describe('een brief aan een vertegenwoordiger', async () => {
  const g = await gezin();
  const [kim = '', bram = ''] = g.personen;
  const pad = await h.verzoek({ nummer: g.nummer, door: 'vertegenwoordiger', leeftijd: 'onder_12' });
  await h.lukt(`${pad}/gezag`, { gezag: 'gezagsregister' }, een);
  await h.besluit(pad, kim, { belang_kind: 'niet_strijdig' });

  test('gaat niet uit zolang niet vaststaat wie dat in het dossier is', async () => {
    await contact(kim);
    await woontOp(kim, '12');
    const r = await brief(pad);
    expect(r.status).toBe(422);
    expect(await tekst(r)).toContain('Koppel eerst de vertegenwoordiger');
    const zelf = await h.stuur(`${pad}/vertegenwoordiger`, { vertegenwoordiger: kim }, werker);
    expect(await tekst(zelf)).toContain('Kies een ander dan de betrokkene');
    expect((await h.stuur(`${pad}/vertegenwoordiger`, { vertegenwoordiger: bram }, een)).status).toBe(422);
    await h.lukt(`${pad}/vertegenwoordiger`, { vertegenwoordiger: bram }, werker);
    const weer = await h.stuur(`${pad}/vertegenwoordiger`, { vertegenwoordiger: bram }, werker);
    expect(weer.status).toBe(422);
  });

  test('vraagt ook van hem of een brief veilig is: zonder afspraak of met nee gaat er niets uit', async () => {
    const zonder = await brief(pad);
    expect(await tekst(zonder)).toContain(CONTACTTEKSTEN.GZ101);
    await contact(bram, { schrijven: 'nee' });
    const nee = await brief(pad, { bevestigd_vertegenwoordiger: 'GZ102' });
    expect(nee.headers.get('content-type')).toContain('text/html');
    expect(await tekst(nee)).toContain(CONTACTTEKSTEN.GZ102);
  });

  test('vraagt bij een gedeeld adres een besluit over beiden, en gaat naar zijn eigen adres', async () => {
    await contact(bram, { versie: 1 });
    await woontOp(bram, '12');
    for (const half of ['bevestigd', 'bevestigd_vertegenwoordiger']) {
      expect((await brief(pad, { [half]: 'GZ106' })).headers.get('content-type')).toContain('text/html');
    }
    const heel = { bevestigd: 'GZ106', bevestigd_vertegenwoordiger: 'GZ106' };
    expect((await brief(pad, heel)).headers.get('content-type')).toBe('application/pdf');
    for (const wie of [kim, bram]) {
      expect(await besluiten(wie)).toEqual(doorWerker('besluit_schrijven_gz106'));
    }
    const r = await h.gezin.als(werker.actor, tx =>
      maakBrief(tx, kluis, {
        verzoek: pad.split('/').at(-1) ?? '',
        door: werker.id,
        bevestigd: { betrokkene: ['GZ106'], vertegenwoordiger: ['GZ106'] },
        vandaag: klok.vandaag(),
      }),
    );
    expect(JSON.stringify(r)).toContain('"ontvanger":["Bram Elderson","Voorbeeldstraat 12a"');
  });
});

// @eis C1.2 C4.6
describe('een bericht aan een betrokkene', () => {
  test('geldt niet als gegeven op een manier die niet veilig is, en anders pas na een besluit dat in het logboek staat', async () => {
    const g = await gezin();
    const [kim = ''] = g.personen;
    await h.gezin.als(werker.actor, tx =>
      beginKennisgeving(tx, { dossier: g.id, betrokkene: kim, organisatie: h.vt }),
    );
    const [k] = await h.rijen('select id from privacy.kennisgeving where betrokkene_id = $1', [kim]);
    const gedaan = (velden: Record<string, string>) =>
      h.stuur(`/privacy/kennisgevingen/${k?.['id']}/gedaan`, velden, werker);
    const zonder = await gedaan({ wijze: 'schrijven' });
    expect(zonder.status).toBe(422);
    expect(await tekst(zonder)).toContain(CONTACTTEKSTEN.GZ101);
    await contact(kim, { mee: 'ander' });
    const mee = await gedaan({ wijze: 'bellen' });
    expect(mee.status).toBe(422);
    expect(await mee.text()).toContain('value="GZ104"');
    expect(await h.rijen('select stand from privacy.kennisgeving where betrokkene_id = $1', [kim])).toEqual([
      { stand: 'open' },
    ]);
    expect((await gedaan({ wijze: 'bellen', bevestigd: 'GZ104' })).status).toBe(303);
    expect(await besluiten(kim)).toEqual(doorWerker('besluit_bellen_gz104'));
  });
});
