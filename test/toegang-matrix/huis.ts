import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Toegang } from '#modules/toegang/module.ts';
import { type Bladeraar, maakBladeraar } from '#modules/toegang/testing/bladeraar.ts';
import { GOED_WACHTWOORD } from '#modules/toegang/testing/mensen.ts';
import { leesInstellingen } from '#platform/config/index.ts';
import { metClient } from '#platform/db/index.ts';
import type { App } from '#platform/http/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakLog } from '#platform/log/index.ts';
import { maakToegangskamer, stelSamen } from '../../src/app.ts';
import { maakOnderbouw } from '../../src/samenstelling/platform.ts';
import type { Proef } from '../proef/index.ts';
import { DEMOGEBIED, ELDERS, ROLLEN, type Rol, type Vrager } from './wie.ts';

export const DEMO_WACHTWOORD = 'demonstratie van de matrix';

export interface Huis {
  app: App;
  vragers: Vrager[];
  kamer: Toegang;
  /** The day on which it stands still. */
  vandaag: Temporal.PlainDate;
  stop(): Promise<void>;
}

const leesToken = async (b: Bladeraar, pad: string): Promise<string> => {
  const html = await (await b.haal(pad)).text();
  const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1];
  if (!token) throw new Error(`geen formulier op ${pad}`);
  return token;
};

async function komBinnen(b: Bladeraar, adres: string, wachtwoord: string): Promise<void> {
  const r = await b.meldAan(adres, wachtwoord);
  if (r.status !== 303) throw new Error(`${adres}: aanmelden gaf ${r.status}`);
}

/** Somebody with one role in another region only. */
async function maakMensElders(p: Proef, kamer: Toegang, b: Bladeraar, rol: Rol): Promise<void> {
  const adres = `${rol}.elders@voorbeeld.invalid`;
  const organisatie = `Voorbeeldorganisatie ${rol}`;
  const naam = `Voorbeeld Elders ${rol}`;
  const link = await kamer.nodigEersteUit({ naam, adres, rol: 'lezer', regio: ELDERS, organisatie });
  const velden = { wachtwoord: GOED_WACHTWOORD, nogEens: GOED_WACHTWOORD };
  const r = await b.vulIn(new URL(link).pathname, velden);
  if (r.status !== 303) throw new Error(`${adres}: uitnodiging gaf ${r.status}`);
  await komBinnen(b, adres, GOED_WACHTWOORD);
  // Only an account administrator's page gives a role of a municipality; memberships are read at every request.
  const gemeente = rol === 'beleidsmedewerker' || rol === 'raadslid' ? DEMOGEBIED[ELDERS] : null;
  await metClient(p.beheer, c =>
    c.query(
      `update toegang.lidmaatschap l set rol = $1, gemeente = $2 from toegang.organisatie o
       where o.id = l.organisatie_id and o.naam = $3`,
      [rol, gemeente, organisatie],
    ),
  );
}

/** The whole application as the server composes it, with everybody signed in. */
export async function maakHuis(p: Proef): Promise<Huis> {
  const map = mkdtempSync(path.join(os.tmpdir(), 'la-matrix-'));
  const instellingen = leesInstellingen({
    LA_SLEUTELMAP: map,
    LA_SLEUTEL: 'ab'.repeat(32),
    LA_DEMO_WACHTWOORD: DEMO_WACHTWOORD,
  });
  const klok = vasteKlok(Temporal.Now.instant().round('second').toString());
  const log = maakLog('fatal');
  const databanken = {
    app: p.app,
    aanmelden: p.aanmelden,
    taken: p.verbinding('taken'),
    nieuw: false,
    demo: true,
    ingebed: null,
    sluit: async () => {},
  };
  const s = { instellingen, databanken, klok, log, meld: () => {} };
  const platform = await stelSamen(s);
  const tweede = await maakOnderbouw(s);
  const kamer = await maakToegangskamer(s, tweede);
  const vragers: Vrager[] = [];
  const bladeraar = () =>
    maakBladeraar(platform.app, { herkomst: `2001:db8:${vragers.length + 1}::1`, basis: 'http://localhost' });
  const voegToe = async (naam: string, rol: Rol | null, gebied: Vrager['gebied'], b: Bladeraar) => {
    const token = await leesToken(b, rol ? '/account' : '/aanmelden');
    const koekje = [...b.potje].map(([n, w]) => `${n}=${w}`).join('; ');
    vragers.push({ naam, rol, gebied, koekje, token });
  };
  await voegToe('anoniem', null, {}, bladeraar());
  for (const rol of ROLLEN) {
    const b = bladeraar();
    await komBinnen(b, `${rol}@voorbeeld.invalid`, DEMO_WACHTWOORD);
    await voegToe(rol, rol, rol === 'technisch_beheerder' ? {} : DEMOGEBIED, b);
  }
  for (const rol of ROLLEN.filter(r => r !== 'technisch_beheerder')) {
    const b = bladeraar();
    await maakMensElders(p, kamer, b, rol);
    await voegToe(`${rol}_elders`, rol, { [ELDERS]: DEMOGEBIED[ELDERS] ?? '' }, b);
  }
  return {
    app: platform.app,
    vragers,
    kamer,
    vandaag: klok.vandaag(),
    stop: async () => {
      await platform.stop();
      await tweede.verzegelaar.stop();
      rmSync(map, { recursive: true, force: true });
    },
  };
}
