import { expect, test } from 'vitest';
import { vasteKlok } from '#platform/klok/index.ts';
import { eindigRol } from '../../src/modules/toegang/usecases/beheer.ts';
import type { Diensten } from '../../src/modules/toegang/usecases/diensten.ts';
import { maakBuurt, maakWereld, ziet } from './testing/toegang-wereld.ts';

const w = await maakWereld();
const { team, maakDossier } = await maakBuurt(w);

// @eis C2.1 C2.6
test('een accountbeheerder beëindigt een rol: de relaties eindigen mee, zonder dat hij ze ziet', async () => {
  const { dossier } = await maakDossier();
  const beheerder = await w.mens(team, 'accountbeheerder');
  const mens = await w.mens(team);
  const lid = await w.lid(mens, team, 'professional');
  const relatie = await w.relatie({ persoon: mens, organisatie: team, dossier, doel: 'behandeling' });
  // What ending a role stands on; the rest of the services is not asked.
  const d = { app: w.proef.app, klok: vasteKlok('2026-11-22T09:00:00Z') } as Diensten;
  const b = {
    id: beheerder,
    lidmaatschappen: [
      { rol: 'accountbeheerder' as const, organisatieId: team, regio: 'kennemerland', gemeente: null },
    ],
  };
  expect(await ziet(w, mens, 'toegang.dossier')).toEqual([dossier]);
  expect((await eindigRol(d, b, lid)).ok).toBe(true);
  expect(
    await w.kijk('select tot::text || einde_aanleiding from toegang.relatie where id = $1', [relatie]),
  ).toEqual(['2026-11-22functiewissel']);
  await w.lid(mens, team, 'professional', '2026-11-22');
  expect(await ziet(w, mens, 'toegang.dossier')).toEqual([]);
  expect(await ziet(w, beheerder, 'toegang.relatie')).toEqual([]);
});
