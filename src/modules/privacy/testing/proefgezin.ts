import { randomUUID } from 'node:crypto';
import { type Databank, metActor, sql } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';

const REGIO = 'kennemerland';

/** An organisation. */
export async function maakOrganisatie(db: Databank, vandaag: Temporal.PlainDate): Promise<string> {
  const id = randomUUID();
  await metActor(db, { soort: 'stelsel', taak: 'proef' }, vandaag, tx =>
    sql`insert into toegang.organisatie (id, naam, soort, regio)
      values (${id}, 'Veilig Thuis Voorbeeld', 'veilig_thuis', ${REGIO})`.execute(tx),
  );
  return id;
}

/** Somebody with one role in an organisation. */
export async function maakMedewerker(
  db: Databank,
  vandaag: Temporal.PlainDate,
  organisatie: string,
  rol: string,
): Promise<string> {
  const id = randomUUID();
  await metActor(db, { soort: 'stelsel', taak: 'proef' }, vandaag, async tx => {
    await sql`insert into toegang.persoon (id, naam, email, email_index, sleutel_id)
      values (${id}, ''::bytea, ''::bytea, ${Buffer.from(id)}, 'geen')`.execute(tx);
    await sql`insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, van)
      values (${randomUUID()}, ${id}, ${organisatie}, ${rol}, ${REGIO}, '2000-01-01')`.execute(tx);
  });
  return id;
}

export interface Proefgezin {
  dossier: string;
  nummer: string;
  personen: string[];
  sleutels: string[];
  /** Texts that stand encrypted in the file: nobody may find them after erasure. */
  geheimen: string[];
  termen: Buffer[];
}

let teller = 0;

/**
 * An invented family in a closed file that was last changed on `gewijzigd`, laid down by the system. `bekende` joins a
 * person of another file to it.
 */
export async function maakProefgezin(
  db: Databank,
  kluis: Kluis,
  w: {
    organisatie: string;
    medewerker: string;
    gewijzigd: string;
    taak?: string;
    gesloten?: boolean;
    bekende?: string;
  },
): Promise<Proefgezin> {
  const nr = ++teller;
  const g: Proefgezin = {
    dossier: randomUUID(),
    nummer: `2001-${String(nr).padStart(6, '0')}`,
    personen: [randomUUID(), randomUUID()],
    sleutels: [],
    geheimen: [],
    termen: [],
  };
  const sleutel = async (doel: string) => {
    const id = await kluis.nieuweSleutel(doel);
    g.sleutels.push(id);
    return id;
  };
  const sluit = (s: string, tekst: string, tabel: string, kolom: string, rij: string) => {
    g.geheimen.push(tekst);
    return kluis.versleutel(s, tekst, { tabel, kolom, rij });
  };
  const dossiersleutel = await sleutel('dossier');
  const dag = Temporal.PlainDate.from(w.gewijzigd);
  const index = kluis.blindeIndex('casus/nummer', g.nummer);
  g.termen.push(index);
  const mensen = await Promise.all(g.personen.map(async id => ({ id, s: await sleutel('persoon') })));
  await metActor(db, { soort: 'stelsel', taak: 'proef' }, dag, async tx => {
    await sql`insert into toegang.dossier (id, regio, organisatie_id, aangelegd_op)
      values (${g.dossier}, ${REGIO}, ${w.organisatie}, ${w.gewijzigd})`.execute(tx);
    const dicht = w.gesloten ?? true;
    await sql`insert into casus.casus (id, regio, organisatie_id, nummer, nummer_index, stand, taak, geopend_op, gesloten_op, laatste_wijziging)
      values (${g.dossier}, ${REGIO}, ${w.organisatie}, ${g.nummer}, ${index}, ${dicht ? 'gesloten' : 'open'},
        ${w.taak ?? 'veilig_thuis'}, ${w.gewijzigd}, ${dicht ? w.gewijzigd : null}, ${w.gewijzigd})`.execute(
      tx,
    );
    await sql`insert into casus.sleutel (casus_id, organisatie_id, bewaarklasse, sleutel_id)
      values (${g.dossier}, ${w.organisatie}, 'dossier', ${dossiersleutel})`.execute(tx);
    const notitie = randomUUID();
    const tekst = sluit(
      dossiersleutel,
      `Voorbeeldnotitie ${nr} over Nelleke`,
      'casus.notitie',
      'inhoud',
      `${notitie}/1`,
    );
    await sql`insert into casus.notitie (id, casus_id, organisatie_id, soort, over_dag, inhoud, vastgelegd_op, door)
      values (${notitie}, ${g.dossier}, ${w.organisatie}, 'contact', ${w.gewijzigd}, ${tekst}, ${w.gewijzigd}, ${w.medewerker})`.execute(
      tx,
    );
    for (const [i, { id, s }] of mensen.entries()) {
      const naam = sluit(s, `Voorbeeld Nelleke ${nr}-${i}`, 'gezin.persoon', 'gegevens', id);
      const term = kluis.blindeIndex('gezin/naam', `voorbeeld nelleke ${nr}-${i}`);
      g.termen.push(term);
      await sql`insert into toegang.betrokkene (id, regio, organisatie_id) values (${id}, ${REGIO}, ${w.organisatie})`.execute(
        tx,
      );
      await sql`insert into gezin.persoon (id, regio, organisatie_id, sleutel_id, gegevens, laatste_wijziging)
        values (${id}, ${REGIO}, ${w.organisatie}, ${s}, ${naam}, ${w.gewijzigd})`.execute(tx);
      await sql`insert into gezin.zoekterm (persoon_id, soort, term) values (${id}, 'naam', ${term})`.execute(
        tx,
      );
    }
    for (const id of [...g.personen, ...(w.bekende ? [w.bekende] : [])]) {
      await sql`insert into toegang.betrokkenheid (dossier_id, betrokkene_id, van) values (${g.dossier}, ${id}, ${w.gewijzigd})`.execute(
        tx,
      );
    }
  });
  return g;
}
