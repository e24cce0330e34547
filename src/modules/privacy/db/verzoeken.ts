import { sql, type Transactie } from '#platform/db/index.ts';
import type { Omvang } from '../domain/omvang.ts';
import type {
  Aanvrager,
  BelangAnder,
  BelangKind,
  Besluit,
  Gezagsbewijs,
  Identiteit,
  Leeftijd,
  Verlengreden,
  Verzoeksoort,
  Verzoektaak,
  Weigergrond,
} from '../domain/verzoek.ts';

export type Verzoekstand = 'open' | 'voorgesteld' | 'besloten' | 'ingetrokken';

export interface Verzoekrij {
  id: string;
  regio: string;
  organisatie: string;
  soort: Verzoeksoort;
  dossier: string | null;
  betrokkene: string | null;
  /** Who asks for him, as a person in the same file. */
  vertegenwoordiger: string | null;
  gezag: Gezagsbewijs | null;
  sleutel: string | null;
  aanvrager: Buffer;
  vraag: Buffer | null;
  door: Aanvrager;
  leeftijd: Leeftijd;
  /** What the date of birth in the file says; null is unknown. */
  leeftijdDossier: Leeftijd | null;
  wilsbekwaam: boolean;
  taak: Verzoektaak;
  ontvangenOp: string;
  identiteit: Identiteit | null;
  einddatum: string;
  verlengdOp: string | null;
  verlengdReden: Verlengreden | null;
  stand: Verzoekstand;
  besluit: Besluit | null;
  gronden: Weigergrond[];
  motivering: Buffer | null;
  belangAnder: BelangAnder | null;
  belangKind: BelangKind | null;
  omvang: Omvang | null;
  eersteDoor: string | null;
  eersteOp: string | null;
  tweedeDoor: string | null;
  tweedeOp: string | null;
  briefOp: string | null;
  versie: number;
}

const KOLOMMEN = sql`id, regio, organisatie_id organisatie, soort, dossier_id dossier, betrokkene_id betrokkene,
  vertegenwoordiger_id vertegenwoordiger, gezag, sleutel_id sleutel, aanvrager, vraag, door, leeftijd,
  leeftijd_dossier "leeftijdDossier", wilsbekwaam, taak, ontvangen_op::text "ontvangenOp", identiteit,
  einddatum::text, verlengd_op::text "verlengdOp", verlengd_reden "verlengdReden", stand, besluit, gronden, motivering,
  belang_ander "belangAnder", belang_kind "belangKind", omvang, eerste_door "eersteDoor", eerste_op::text "eersteOp",
  tweede_door "tweedeDoor", tweede_op::text "tweedeOp", brief_op::text "briefOp", versie`;

/** Requests that the actor may see, what is due first on top. */
export async function listVerzoekrijen(tx: Transactie): Promise<Verzoekrij[]> {
  const { rows } = await sql<Verzoekrij>`select ${KOLOMMEN} from privacy.verzoek
    order by stand in ('besloten', 'ingetrokken'), einddatum, id limit 500`.execute(tx);
  return rows;
}

export async function findVerzoekrij(tx: Transactie, id: string): Promise<Verzoekrij | null> {
  const { rows } = await sql<Verzoekrij>`select ${KOLOMMEN} from privacy.verzoek where id = ${id}`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export interface NieuwVerzoek
  extends Pick<
    Verzoekrij,
    | 'id'
    | 'regio'
    | 'organisatie'
    | 'soort'
    | 'dossier'
    | 'aanvrager'
    | 'vraag'
    | 'door'
    | 'leeftijd'
    | 'wilsbekwaam'
    | 'taak'
    | 'ontvangenOp'
    | 'einddatum'
  > {
  sleutel: string;
}

export async function insertVerzoek(tx: Transactie, v: NieuwVerzoek): Promise<void> {
  await sql`insert into privacy.verzoek (id, regio, organisatie_id, soort, dossier_id, sleutel_id, aanvrager, vraag, door,
      leeftijd, wilsbekwaam, taak, ontvangen_op, vastgelegd_door, einddatum)
    values (${v.id}, ${v.regio}, ${v.organisatie}, ${v.soort}, ${v.dossier}, ${v.sleutel}, ${v.aanvrager}, ${v.vraag},
      ${v.door}, ${v.leeftijd}, ${v.wilsbekwaam}, ${v.taak}, ${v.ontvangenOp}, stelsel.persoon(), ${v.einddatum})`.execute(
    tx,
  );
}

const gewijzigd = (r: { numAffectedRows?: bigint | undefined }) => (r.numAffectedRows ?? 0n) > 0n;

/** Each of these is false when the request changed meanwhile (`versie`), or is not the actor's. */
export async function zetIdentiteit(tx: Transactie, v: Verzoekrij, wijze: Identiteit): Promise<boolean> {
  return gewijzigd(
    await sql`update privacy.verzoek set identiteit = ${wijze}, identiteit_door = stelsel.persoon(),
      identiteit_op = stelsel.vandaag(), versie = versie + 1 where id = ${v.id} and versie = ${v.versie} and stand = 'open'`.execute(
      tx,
    ),
  );
}

export async function zetVerlenging(
  tx: Transactie,
  v: Verzoekrij,
  reden: Verlengreden,
  einddatum: string,
): Promise<boolean> {
  return gewijzigd(
    await sql`update privacy.verzoek set verlengd_op = stelsel.vandaag(), verlengd_reden = ${reden}, einddatum = ${einddatum},
      versie = versie + 1 where id = ${v.id} and versie = ${v.versie} and stand = 'open'`.execute(tx),
  );
}

/** Another file, or none; whom it was about there says nothing here. */
export async function zetDossier(tx: Transactie, v: Verzoekrij, dossier: string | null): Promise<boolean> {
  return gewijzigd(
    await sql`update privacy.verzoek set dossier_id = ${dossier}, betrokkene_id = null, vertegenwoordiger_id = null,
      leeftijd_dossier = null, versie = versie + 1 where id = ${v.id} and versie = ${v.versie} and stand = 'open'`.execute(
      tx,
    ),
  );
}

export async function zetBetrokkene(
  tx: Transactie,
  v: Verzoekrij,
  betrokkene: string,
  leeftijd: Leeftijd | null,
): Promise<boolean> {
  return gewijzigd(
    await sql`update privacy.verzoek set betrokkene_id = ${betrokkene}, leeftijd_dossier = ${leeftijd},
      vertegenwoordiger_id = nullif(vertegenwoordiger_id, ${betrokkene}), versie = versie + 1
      where id = ${v.id} and versie = ${v.versie} and stand = 'open'`.execute(tx),
  );
}

/** Also after the decision when nobody was named: without him the letter cannot go. */
export async function zetVertegenwoordiger(tx: Transactie, v: Verzoekrij, persoon: string): Promise<boolean> {
  return gewijzigd(
    await sql`update privacy.verzoek set vertegenwoordiger_id = ${persoon}, versie = versie + 1
      where id = ${v.id} and versie = ${v.versie}
        and (stand = 'open' or (stand = 'besloten' and vertegenwoordiger_id is null))`.execute(tx),
  );
}

export async function zetGezag(tx: Transactie, v: Verzoekrij, bewijs: Gezagsbewijs): Promise<boolean> {
  return gewijzigd(
    await sql`update privacy.verzoek set gezag = ${bewijs}, gezag_door = stelsel.persoon(), gezag_op = stelsel.vandaag(),
      versie = versie + 1 where id = ${v.id} and versie = ${v.versie} and stand = 'open'`.execute(tx),
  );
}

export async function zetLeeftijd(tx: Transactie, v: Verzoekrij, leeftijd: Leeftijd): Promise<boolean> {
  return gewijzigd(
    await sql`update privacy.verzoek set leeftijd = ${leeftijd}, versie = versie + 1
      where id = ${v.id} and versie = ${v.versie} and stand = 'open'`.execute(tx),
  );
}

/** The request is over without a decision; what was proposed is no proposal any more. */
export async function zetIngetrokken(tx: Transactie, v: Verzoekrij): Promise<boolean> {
  return gewijzigd(
    await sql`update privacy.verzoek set stand = 'ingetrokken', ingetrokken_op = stelsel.vandaag(), eerste_door = null,
      eerste_op = null, versie = versie + 1
      where id = ${v.id} and versie = ${v.versie} and stand in ('open', 'voorgesteld')`.execute(tx),
  );
}

export interface Voorstelrij {
  besluit: Besluit;
  gronden: readonly Weigergrond[];
  motivering: Buffer;
  belangAnder: BelangAnder | null;
  belangKind: BelangKind | null;
  omvang: Omvang | null;
}

export async function zetVoorstel(tx: Transactie, v: Verzoekrij, p: Voorstelrij): Promise<boolean> {
  return gewijzigd(
    await sql`update privacy.verzoek set stand = 'voorgesteld', besluit = ${p.besluit}, gronden = ${[...p.gronden]}::text[],
      motivering = ${p.motivering}, belang_ander = ${p.belangAnder}, belang_kind = ${p.belangKind},
      omvang = ${p.omvang}, eerste_door = stelsel.persoon(), eerste_op = stelsel.vandaag(), versie = versie + 1
      where id = ${v.id} and versie = ${v.versie} and stand in ('open', 'voorgesteld')`.execute(tx),
  );
}

export async function zetBesluit(tx: Transactie, v: Verzoekrij): Promise<boolean> {
  return gewijzigd(
    await sql`update privacy.verzoek set stand = 'besloten', tweede_door = stelsel.persoon(), tweede_op = stelsel.vandaag(),
      versie = versie + 1 where id = ${v.id} and versie = ${v.versie} and stand = 'voorgesteld'
      and eerste_door <> stelsel.persoon()`.execute(tx),
  );
}

/** The second one does not agree: the request is open again, with the proposal still to be read. */
export async function zetTerug(tx: Transactie, v: Verzoekrij): Promise<boolean> {
  return gewijzigd(
    await sql`update privacy.verzoek set stand = 'open', eerste_door = null, eerste_op = null, versie = versie + 1
      where id = ${v.id} and versie = ${v.versie} and stand = 'voorgesteld'`.execute(tx),
  );
}

export async function boekBrief(tx: Transactie, v: Verzoekrij): Promise<void> {
  await sql`update privacy.verzoek set brief_op = coalesce(brief_op, stelsel.vandaag()) where id = ${v.id}`.execute(
    tx,
  );
}
