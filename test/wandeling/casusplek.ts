// Where what was typed in a file ends up: read from the form that was sent and from the bare rows it made, so that the
// predicate of relations can say who may read it.
import type { Casuswereld } from '../toegang-matrix/casuswereld.ts';
import type { Plek, Werker } from '../toegang-matrix/wie-casus.ts';

const ID = '([0-9a-f-]{36})';
const DOSSIER = new RegExp(`^/casus/${ID}/(\\w+)`);
const DEEL = new RegExp(`^/casus/${ID}/(notities|documenten)/${ID}$`);
const PERSOON = new RegExp(`^/gezin/personen/${ID}/([\\w-]+)`);
const GEZIN = new RegExp(`^/gezin/dossiers/${ID}`);

const dossierVan = (w: Casuswereld, persoon: string): string[] =>
  [...w.feiten().betrokkenen].filter(([, wie]) => wie.includes(persoon)).map(([id]) => id);

/** The row of the file in this table that was not there before; the clock of this house stands still. */
async function nieuwste(w: Casuswereld, tabel: 'notitie' | 'document', dossier: string): Promise<string> {
  const al = [...w.plekken.values()].flat().flatMap(p => ('id' in p ? [p.id] : []));
  const rijen = await w.query<{ id: string }>(
    `select id from casus.${tabel} where casus_id = $1 and id <> all ($2::uuid[])
     order by xmin::text::bigint desc limit 1`,
    [dossier, al.filter(id => id !== '')],
  );
  return rijen[0]?.id ?? '';
}

/** Where a form of a file leaves its text, when it was accepted. */
async function inDossier(
  w: Casuswereld,
  wie: Werker,
  pad: string,
  velden: Readonly<Record<string, string>>,
): Promise<Plek[]> {
  const [, dossier = '', soort = ''] = DOSSIER.exec(pad) ?? [];
  const organisatie = wie.organisatie;
  switch (soort) {
    case 'verklaringen':
      return [{ dossier, deel: 'verklaring', partij: velden['partij'] ?? '' }];
    case 'politie':
    case 'melder':
      return [{ dossier, deel: soort }];
    case 'documenten':
      return [{ dossier, deel: 'document', organisatie, id: await nieuwste(w, 'document', dossier) }];
    // A decision is kept as a note of who took it.
    case 'notities':
    case 'fase':
    case 'stand':
      return [{ dossier, deel: 'notitie', organisatie, id: await nieuwste(w, 'notitie', dossier) }];
    default:
      return [];
  }
}

/** A request belongs to an organisation, and to a file when it names one. */
async function inVerzoek(w: Casuswereld, id: string): Promise<Plek[]> {
  const rijen = await w.query<{ dossier: string | null; organisatie: string }>(
    'select dossier_id as dossier, organisatie_id as organisatie from privacy.verzoek where id = $1',
    [id],
  );
  return rijen.map(r => ({ dossier: r.dossier ?? '', deel: 'verzoek', organisatie: r.organisatie }));
}

/** An earlier version of a note is not shared with what stands there now. */
function verouder(w: Casuswereld, notitie: string): void {
  for (const plek of [...w.plekken.values()].flat())
    if (plek.deel === 'notitie' && plek.id === notitie) plek.oud = true;
}

/** Does this form keep what was typed as a draft: by its own button, or because it came back? */
const FORMULIER_MET_CONCEPT = /^\/casus\/(?:nieuw|[0-9a-f-]{36}\/(?:notities|verklaringen|politie))$/;

/** All places where what was sent stands from now on. */
export async function plekkenVan(
  w: Casuswereld,
  wie: Werker,
  pad: string,
  velden: Readonly<Record<string, string>>,
  naar: string | null,
): Promise<Plek[]> {
  const dossier = DOSSIER.exec(pad)?.[1] ?? '';
  const uit: Plek[] = [];
  const alsConcept = naar === null || /na=(?:concept|leeg|weg)/.test(naar);
  if (alsConcept && FORMULIER_MET_CONCEPT.test(pad)) uit.push({ dossier, deel: 'concept', van: wie.persoon });
  const verzoek = /^\/privacy\/verzoeken\/([0-9a-f-]{36})/.exec(
    pad.endsWith('/nieuw') ? (naar ?? '') : pad,
  )?.[1];
  if (verzoek) return inVerzoek(w, verzoek);
  if (alsConcept) return uit;
  const nieuw = /^\/casus\/([0-9a-f-]{36})/.exec(naar)?.[1] ?? '';
  if (pad === '/casus/nieuw')
    return [...uit, { dossier: nieuw, deel: 'gezin' }, { dossier: nieuw, deel: 'melder' }];
  if (pad === '/casus/noodtoegang') return [...uit, { dossier: nieuw, deel: 'noodreden', van: wie.persoon }];
  const deel = DEEL.exec(pad);
  if (deel?.[3] && deel[2] === 'notities') {
    verouder(w, deel[3]);
    return [...uit, { dossier, deel: 'notitie', organisatie: wie.organisatie, id: deel[3] }];
  }
  const persoon = PERSOON.exec(pad);
  if (persoon?.[1])
    return dossierVan(w, persoon[1]).map(id => ({
      dossier: id,
      deel: persoon[2] === 'geheim-adres' ? 'geheim_adres' : 'gezin',
    }));
  const gezin = GEZIN.exec(pad)?.[1];
  if (gezin) return [{ dossier: gezin, deel: 'gezin' }];
  return [...uit, ...(await inDossier(w, wie, pad, velden))];
}
