import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Databank } from '#platform/db/index.ts';
import type { App } from '#platform/http/index.ts';
import { type Kluis, maakKluis } from '#platform/kluis/index.ts';
import { GEZIN, idUit, type Lezer, maakCasushuis } from './casushuis.ts';

/** What the room needs of its surroundings; the test gives `maakCasus`, which this layer may not import. */
type Maak = (o: {
  kluis: Kluis;
  mail: { zetInWachtrij(tx: unknown, b: Bericht): Promise<void> };
  basisUrl: string;
  gebieden: { regio: string; naam: string; gemeenten: { code: string; naam: string }[] }[];
}) => { registreer(app: App): void };
interface Bericht {
  aan: string;
  onderwerp: string;
  inhoud: string;
}

/**
 * The room with two organisations, their people, and one file laid down by the intake worker, whose reporter is
 * anonymous to the family. Nobody else has a relation with it yet.
 */
export async function maakMeldersdossier(db: Databank, maak: Maak) {
  const map = mkdtempSync(path.join(os.tmpdir(), 'la-casus-'));
  const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 5), map });
  const post: Bericht[] = [];
  const kamer = maak({
    kluis,
    mail: { zetInWachtrij: async (_tx, b) => void post.push(b) },
    basisUrl: 'https://voorbeeld.invalid',
    gebieden: [
      { regio: 'kennemerland', naam: 'Kennemerland', gemeenten: [{ code: 'GM0392', naam: 'Haarlem' }] },
    ],
  });
  const h = maakCasushuis(db, kluis, kamer.registreer);
  const team = await h.organisatie('Voorbeeld Veilig Thuis');
  const buur = await h.organisatie('Voorbeeld Lokaal Team');
  const intaker = await h.mens(team, 'Ina Voorbeeldintake', 'intaker');
  const leider = await h.mens(team, 'Leo Voorbeeldleider', 'teamleider');
  const pro = await h.mens(team, 'Petra Voorbeeldpro', 'professional');
  const ander = await h.mens(team, 'Anna Voorbeeldander', 'professional');
  const buurpro = await h.mens(buur, 'Bo Voorbeeldbuur', 'professional');
  const buurleider = await h.mens(buur, 'Bea Voorbeeldbaas', 'teamleider');
  const melder = {
    anonimiteit: 'anoniem_voor_gezin',
    meldergrond: 'gevaar_melder',
    melder_naam: 'Mia Meldster',
  };
  const id = idUit(await h.stuur('/casus/nieuw', { ...GEZIN, ...melder }, intaker));
  return {
    ...{ kluis, post, h, team, buur, intaker, leider, pro, ander, buurpro, buurleider, id },
    tekst: async (pad: string, wie: Lezer) => (await h.haal(pad, wie)).text(),
    status: async (pad: string, wie: Lezer) => (await h.haal(pad, wie)).status,
    wijsToe: (wie: Lezer, doel: string, grond = 'wmo_veilig_thuis', org = team) =>
      h.stuur(`/casus/verdelen/${id}`, { collega: `${wie.id}|${org}`, doel, grond }, leider),
    ruimOp: () => rmSync(map, { recursive: true, force: true }),
  };
}
