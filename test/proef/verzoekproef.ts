import { expect } from 'vitest';
import { type Mens, maakGezinproef, maakInvoer } from '#modules/gezin/testing/gezinproef.ts';
import { type Lezer, maakProefapp } from '#modules/programma/testing/proefapp.ts';
import type { Rol } from '#modules/toegang/index.ts';
import { maakLogboekproef } from '#modules/toegang/testing/logboekproef.ts';
import { type Databank, metActor, metClient, sql, type Verbinding } from '#platform/db/index.ts';
import { leesZip } from '#platform/documenten/zip.ts';
import type { App } from '#platform/http/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';

export type Gebruiker = Lezer & { actor: Mens; id: string };
type Velden = Record<string, string | string[]>;

const vandaag = vasteKlok('2026-11-22T09:00:00Z').vandaag();
const VERZOEK = {
  soort: 'inzage',
  aanvrager: 'Iemand Voorbeeld, bel na vier uur',
  vraag: 'Wat staat er over mij?',
  door: 'zelf',
  leeftijd: '16_plus',
  wilsbekwaam: 'ja',
  taak: 'veilig_thuis',
  ontvangen: '20-11-2026',
  nummer: '',
};
const VOORSTEL = {
  besluit: 'toegewezen',
  omvang: 'dossier',
  belang_ander: 'geen',
  belang_kind: 'geen',
  motivering: 'Dit hebben wij afgewogen.',
};

/** The words of an overview that was downloaded. */
export async function docxTekst(r: Response): Promise<string> {
  expect(r.headers.get('content-disposition')).toBe('attachment; filename="overzicht.docx"');
  const delen = leesZip(Buffer.from(await r.arrayBuffer()), 5_000_000);
  return [...delen.values()].join(' ').replaceAll(/<[^>]+>/g, ' ');
}

/** The text of a page without its markup. */
export const tekst = async (r: Response): Promise<string> =>
  (await r.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** An organisation with two privacy officers and a professional, and what they do with requests, through the pages. */
export async function maakVerzoekproef(
  proef: { db: Databank; beheer: Verbinding },
  kluis: Kluis,
  registreer: (app: App) => void,
) {
  const w = maakLogboekproef(proef.beheer);
  const site = maakProefapp(proef.db, registreer);
  const gezin = maakGezinproef(proef.db, kluis);
  const vt = await w.organisatie('veilig_thuis', 'Veilig Thuis Voorbeeld');
  const mens = async (rol: Rol): Promise<Gebruiker> => {
    const actor = await w.mens(vt, rol);
    await w.noem(actor, kluis, 'Werker Voorbeeld', `${actor.id}@voorbeeld.invalid`);
    const lid = { rol, organisatieId: vt, regio: 'kennemerland', gemeente: null };
    return { actor, id: actor.id, lidmaatschappen: [lid] };
  };
  const een = await mens('privacyfunctionaris');
  const twee = await mens('privacyfunctionaris');
  const werker = await mens('professional');
  /** Rows behind row security. */
  const rijen = async (opdracht: string, waarden: unknown[] = []): Promise<Record<string, unknown>[]> =>
    (await metClient(proef.beheer, c => c.query(opdracht, waarden))).rows;
  let teller = 0;
  const stuur = (pad: string, velden: Velden, wie: Gebruiker) => site.stuur(pad, velden, wie);
  const lukt = async (pad: string, velden: Velden, wie: Gebruiker): Promise<string> => {
    const r = await stuur(pad, velden, wie);
    if (r.status !== 303) throw new Error(`${pad}: ${r.status} ${await tekst(r)}`);
    return r.headers.get('location') ?? '';
  };
  return {
    ...{ site, gezin, kluis, vt, een, twee, werker, mens, stuur, lukt },
    /** A file about these people, with its number. */
    async dossier(...gegevens: Parameters<typeof maakInvoer>[0][]) {
      const d = await gezin.dossier(
        werker.actor,
        vt,
        gegevens.map(g => maakInvoer(g)),
      );
      const nummer = `2026-${String(++teller).padStart(6, '0')}`;
      await metActor(proef.db, { soort: 'stelsel', taak: 'proef' }, vandaag, tx =>
        sql`insert into casus.casus (id, regio, organisatie_id, nummer, nummer_index, taak, geopend_op, laatste_wijziging)
          values (${d.id}, 'kennemerland', ${vt}, ${nummer}, ${kluis.blindeIndex('casus/nummer', nummer)}, 'veilig_thuis',
            '2026-11-22', '2026-11-22')`.execute(tx),
      );
      return { ...d, nummer };
    },
    /** Lays a request down; returns its address. */
    verzoek: (meer: Partial<typeof VERZOEK>) =>
      lukt('/privacy/verzoeken/nieuw', { ...VERZOEK, ...meer }, een),
    voorstel: (pad: string, meer: Velden = {}) => stuur(`${pad}/voorstel`, { ...VOORSTEL, ...meer }, een),
    /** Identity, person, proposal and decision; returns where the deciding officer is sent. */
    async besluit(pad: string, persoon: string, meer: Velden = {}): Promise<string> {
      await lukt(`${pad}/identiteit`, { identiteit: 'digid' }, een);
      await lukt(`${pad}/persoon`, { persoon }, werker);
      await lukt(`${pad}/voorstel`, { ...VOORSTEL, ...meer }, een);
      return lukt(`${pad}/besluit`, { akkoord: 'ja' }, twee);
    },
    pagina: async (pad: string, wie: Gebruiker) => tekst(await site.haal(pad, wie)),
    rijen,
    /** Rows of use of this kind with this reason. */
    log: (soort: string, reden: string) =>
      rijen('select actor, object, details::text from audit.logregel where soort = $1 and reden = $2', [
        soort,
        reden,
      ]),
    /** Something in the database as this user, refused or not. */
    als: (wie: Gebruiker, opdracht: string) =>
      metActor(proef.db, wie.actor, vandaag, tx => sql.raw(opdracht).execute(tx)),
  };
}
