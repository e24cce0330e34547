import { randomUUID } from 'node:crypto';
import { type Actor, metClient, type Verbinding } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import type { Rol } from '../domain/rollen.ts';

export const PROEFDAG = Temporal.PlainDate.from('2026-03-02');

/** Lays organisations, people, files and relations behind row security, as a superuser: for tests of the log. */
export function maakLogboekproef(beheer: Verbinding) {
  const doe = (opdracht: string, waarden: unknown[]) => metClient(beheer, c => c.query(opdracht, waarden));
  return {
    async organisatie(soort = 'veilig_thuis', naam = 'Voorbeeldorganisatie'): Promise<string> {
      const id = randomUUID();
      await doe(
        `insert into toegang.organisatie (id, naam, soort, regio) values ($1, $2, $3, 'kennemerland')`,
        [id, naam, soort],
      );
      return id;
    },
    async mens(organisatie: string, rol: Rol): Promise<Actor & { soort: 'persoon' }> {
      const id = randomUUID();
      await doe(
        `insert into toegang.persoon (id, naam, email, email_index, sleutel_id) values ($1, '', '', $2, 'geen')`,
        [id, Buffer.from(id)],
      );
      await doe(
        `insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, van)
         values (gen_random_uuid(), $1, $2, $3, $4, '2026-01-01')`,
        [id, organisatie, rol, rol === 'technisch_beheerder' ? null : 'kennemerland'],
      );
      return { soort: 'persoon', id };
    },
    /** Gives somebody a name and an address, closed as the room closes them. */
    async noem(wie: { id: string }, kluis: Kluis, naam: string, email: string): Promise<void> {
      const sleutel = await kluis.nieuweSleutel('persoon');
      const sluit = (kolom: string, tekst: string) =>
        kluis.versleutel(sleutel, tekst, { tabel: 'toegang.persoon', kolom, rij: wie.id });
      await doe('update toegang.persoon set naam = $1, email = $2, sleutel_id = $3 where id = $4', [
        sluit('naam', naam),
        sluit('email', email),
        sleutel,
        wie.id,
      ]);
    },
    /** A file with so many persons concerned. */
    async dossier(organisatie: string, aantal = 1): Promise<{ id: string; betrokkenen: string[] }> {
      const id = randomUUID();
      await doe(
        `insert into toegang.dossier (id, regio, organisatie_id, aangelegd_op) values ($1, 'kennemerland', $2, '2026-01-05')`,
        [id, organisatie],
      );
      const betrokkenen = Array.from({ length: aantal }, () => randomUUID());
      for (const b of betrokkenen) {
        await doe(
          `insert into toegang.betrokkene (id, regio, organisatie_id) values ($1, 'kennemerland', $2)`,
          [b, organisatie],
        );
        await doe(
          `insert into toegang.betrokkenheid (dossier_id, betrokkene_id, van) values ($1, $2, '2026-01-05')`,
          [id, b],
        );
      }
      return { id, betrokkenen };
    },
    async relatie(
      wie: { id: string },
      organisatie: string,
      dossier: string,
      doel: string,
      tot: string | null = null,
    ) {
      const id = randomUUID();
      await doe(
        `insert into toegang.relatie (id, persoon_id, organisatie_id, dossier_id, doel, grond, aanleiding, van, tot)
         values ($1, $2, $3, $4, $5, 'wmo_4_1_1', 'toewijzing', '2026-01-06', $6)`,
        [id, wie.id, organisatie, dossier, doel, tot],
      );
      return id;
    },
    async noodtoegang(wie: { id: string }, organisatie: string, dossier: string) {
      const id = randomUUID();
      await doe(
        `insert into toegang.noodtoegang (id, persoon_id, organisatie_id, dossier_id, reden, sleutel_id, van, tot)
         values ($1, $2, $3, $4, '', 'geen', now() - interval '1 minute', now() + interval '1 hour')`,
        [id, wie.id, organisatie, dossier],
      );
      return id;
    },
    async blokkade(wie: { id: string }, organisatie: string, op: { dossier?: string; betrokkene?: string }) {
      await doe(
        `insert into toegang.blokkade (id, persoon_id, organisatie_id, dossier_id, betrokkene_id, reden, van)
         values (gen_random_uuid(), $1, $2, $3, $4, 'naaste', '2026-01-06')`,
        [wie.id, organisatie, op.dossier ?? null, op.betrokkene ?? null],
      );
    },
    /** Every row of use of this actor, oldest first, as it stands in the table. */
    async regels(wie: Actor): Promise<
      {
        handeling: string;
        soort: string;
        object: string | null;
        uitkomst: string;
        reden: string | null;
        details: Record<string, unknown>;
        id: string;
      }[]
    > {
      const actor =
        wie.soort === 'persoon'
          ? `persoon:${wie.id}`
          : wie.soort === 'stelsel'
            ? `stelsel:${wie.taak}`
            : 'publiek';
      const r = await doe(
        'select id, handeling, soort, object, uitkomst, reden, details from audit.logregel where actor = $1 order by volgorde',
        [actor],
      );
      return r.rows;
    },
  };
}
