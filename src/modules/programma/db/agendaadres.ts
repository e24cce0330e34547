import { sql, type Transactie } from '#platform/db/index.ts';

/** An address as its owner sees it; the secret itself is not kept. */
export interface Agendaadres {
  id: string;
  persoonId: string;
  regio: string;
  rol: string;
  /** CBS code when the role belongs to one municipality. */
  gemeente: string | null;
  aangemaakt: Date;
}

interface Rij {
  id: string;
  persoon_id: string;
  regio: string;
  rol: string;
  gemeente: string | null;
  aangemaakt: Date;
}

const naarAdres = (r: Rij): Agendaadres => ({
  id: r.id,
  persoonId: r.persoon_id,
  regio: r.regio,
  rol: r.rol,
  gemeente: r.gemeente,
  aangemaakt: r.aangemaakt,
});

/** The addresses of the actor that work. */
export async function listAgendaadressen(tx: Transactie): Promise<Agendaadres[]> {
  const { rows } = await sql<Rij>`
    select id, persoon_id, regio, rol, gemeente, aangemaakt from programma.agendaadres
    where ingetrokken is null order by regio, rol, gemeente`.execute(tx);
  return rows.map(naarAdres);
}

/** The address with this digest, if it works; only for the actor that serves the calendar. */
export async function findAgendaadres(tx: Transactie, afdruk: string): Promise<Agendaadres | null> {
  const { rows } = await sql<Rij>`
    select id, persoon_id, regio, rol, gemeente, aangemaakt from programma.agendaadres
    where afdruk = ${afdruk} and ingetrokken is null`.execute(tx);
  return rows[0] ? naarAdres(rows[0]) : null;
}

/** Adds an address; the one that the actor had for the same role stops working. */
export async function vervangAgendaadres(
  tx: Transactie,
  a: Pick<Agendaadres, 'persoonId' | 'regio' | 'rol' | 'gemeente'> & {
    afdruk: string;
    nu: Temporal.Instant;
  },
): Promise<void> {
  await sql`
    update programma.agendaadres set ingetrokken = ${a.nu.toString()}
    where persoon_id = ${a.persoonId} and regio = ${a.regio} and rol = ${a.rol}
      and gemeente is not distinct from ${a.gemeente} and ingetrokken is null`.execute(tx);
  await sql`
    insert into programma.agendaadres (id, persoon_id, regio, rol, gemeente, afdruk, aangemaakt)
    values (${crypto.randomUUID()}, ${a.persoonId}, ${a.regio}, ${a.rol}, ${a.gemeente}, ${a.afdruk},
            ${a.nu.toString()})`.execute(tx);
}

/** Makes an address of the actor stop working; false when it is not theirs or stopped already. */
export async function trekAgendaadresIn(tx: Transactie, id: string, nu: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update programma.agendaadres set ingetrokken = ${nu.toString()}
    where id = ${id} and ingetrokken is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** Does the actor hold this role there today? */
export async function houdtRol(
  tx: Transactie,
  a: Pick<Agendaadres, 'regio' | 'rol' | 'gemeente'>,
): Promise<boolean> {
  const { rows } = await sql<{ ja: boolean }>`
    select ${a.regio}::text = any (toegang.regios(${a.rol}::text))
      and (${a.gemeente}::text is null or ${a.gemeente}::text = any (toegang.gemeenten(${a.rol}::text))) ja`.execute(
    tx,
  );
  return rows[0]?.ja ?? false;
}
