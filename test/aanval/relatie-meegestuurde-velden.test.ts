import { expect, test } from 'vitest';
import { type Lezer, maakProefapp } from '#modules/programma/testing/proefapp.ts';
import { biedOverdrachtAan, type Rol } from '../../src/modules/toegang/index.ts';
import { registreerBlokkades } from '../../src/modules/toegang/web/blokkades.tsx';
import { registreerOverdrachten } from '../../src/modules/toegang/web/overdrachten.tsx';
import { maakBuurt, maakWereld, ziet } from '../database/testing/toegang-wereld.ts';

const w = await maakWereld();
const { team, buur, pro, collega, leider, buurpro, buurleider, maakDossier } = await maakBuurt(w);
const p = maakProefapp(w.db, app => {
  registreerOverdrachten(app, { kluis: w.kluis });
  registreerBlokkades(app, { kluis: w.kluis });
});
const als = (id: string, organisatieId: string, rol: Rol): Lezer => ({
  actor: { soort: 'persoon', id },
  lidmaatschappen: [{ rol, organisatieId, regio: 'kennemerland', gemeente: null }],
});

// @eis C5.4 C2.1
test('aanval: wie velden meestuurt die het formulier niet heeft krijgt geen andere toegang dan het formulier geeft', async () => {
  const { dossier } = await maakDossier();
  const aanbod = await w.als(pro, tx =>
    biedOverdrachtAan(tx, {
      dossierId: dossier,
      vanOrganisatie: team,
      naarOrganisatie: buur,
      grond: 'wmo_medewerking',
    }),
  );
  if (!aanbod.ok) throw new Error(aanbod.weigering.code);
  const stuur = (meer: Record<string, string>) =>
    p.stuur(
      '/toegang/overdrachten',
      { overdracht: aanbod.waarde, besluit: 'aanvaard', collega: buurpro, doel: 'regie', ...meer },
      als(buurleider, buur, 'teamleider'),
    );
  // A purpose of its own, oneself, somebody of another organisation: none of these is accepted.
  expect((await stuur({ doel: 'melder' })).status).toBe(422);
  expect((await stuur({ collega: buurleider })).status).toBe(422);
  expect((await stuur({ collega: collega })).status).toBe(404);
  expect((await stuur({ besluit: 'aangeboden' })).status).toBe(404);
  expect(await w.kijk('select stand from toegang.overdracht where id = $1', [aanbod.waarde])).toEqual([
    'aangeboden',
  ]);
  const extra = {
    organisatieId: team,
    namens: dossier,
    tot: '2099-01-01',
    aanleiding: 'aanleg',
    grond: 'jeugdwet',
  };
  expect((await stuur(extra)).status).toBe(303);
  const [rij] = await w.kijk<string>(
    `select concat_ws('|', doel, grond, aanleiding, coalesce(tot::text, 'open'), coalesce(namens::text, 'gezin'))
     from toegang.relatie where dossier_id = $1 and persoon_id = $2`,
    [dossier, buurpro],
  );
  expect(rij).toBe('regie|wmo_medewerking|overdracht_aanvaard|open|gezin');
});

// @eis C5.4 C2.4
test('aanval: een teamleider weert zichzelf of een ander buiten zijn organisatie niet, en heft met een meegestuurd kenmerk niets op', async () => {
  const { dossier } = await maakDossier();
  const lezer = als(leider, team, 'teamleider');
  const blokkeer = (mens: string, organisatie: string) =>
    p.stuur('/toegang/blokkades', { collega: `${mens}|${organisatie}`, dossier, reden: 'naaste' }, lezer);
  expect((await blokkeer(leider, team)).status).toBe(422);
  expect((await blokkeer(buurpro, buur)).status).toBe(404);
  expect((await blokkeer(buurpro, team)).status).toBe(404);
  const eigen = await w.blokkade(leider, team, { dossier: await w.dossier(team) });
  const privacyrol = als(leider, team, 'privacyfunctionaris');
  expect((await p.stuur('/toegang/blokkades/opheffen', { blokkade: eigen }, privacyrol)).status).toBe(404);
  expect(await w.kijk('select tot from toegang.blokkade where id = $1', [eigen])).toEqual([null]);
  expect(await ziet(w, buurpro, 'toegang.dossier')).not.toContain(dossier);
});
