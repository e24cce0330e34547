import fc from 'fast-check';
import { type Actor, metActor, metClient, sql, type Transactie } from '#platform/db/index.ts';
import type { Duur, Org, Scene, Vast } from './toegang-predicaat.ts';
import { dag, VANDAAG, type Wereld } from './toegang-wereld.ts';

const ORGS: readonly Org[] = ['A', 'B', 'C'];
const DOELEN = ['behandeling', 'regie', 'overleg', 'melder', 'geheim_adres', 'politie'];

export interface Toneel {
  vast: Vast;
  orgId: Record<Org, string>;
  ander: string;
}

/** Three files of two organisations, with every part in each; one person stands in two of them. */
export async function bouwToneel(w: Wereld): Promise<Toneel> {
  const orgId = {
    A: await w.organisatie('kennemerland', 'Voorbeeld A'),
    B: await w.organisatie('kennemerland', 'Voorbeeld B'),
    C: await w.organisatie('zaanstreek-waterland', 'Voorbeeld C'),
  };
  const ander = await w.mens(orgId.A, 'professional');
  const dossiers: Vast['dossiers'] = [];
  for (const org of ['A', 'A', 'B'] as const) {
    dossiers.push({ id: await w.dossier(orgId[org]), org, mensen: [] });
  }
  const [een, twee, drie] = dossiers;
  if (!een || !twee || !drie) throw new Error('geen dossiers');
  // All persons are recorded by A, so that the predicate of writing has one controller to ask for.
  een.mensen.push(await w.betrokkene(orgId.A, een.id));
  const gedeeld = await w.betrokkene(orgId.A, een.id, twee.id);
  een.mensen.push(gedeeld);
  twee.mensen.push(gedeeld, await w.betrokkene(orgId.A, twee.id));
  drie.mensen.push(await w.betrokkene(orgId.A, drie.id));
  const vast: Vast = {
    regio: { A: 'kennemerland', B: 'kennemerland', C: 'zaanstreek-waterland' },
    dossiers,
    notities: [],
    documenten: [],
    verklaringen: [],
    melders: [],
    politie: [],
    geheim: [],
    relatiesVanAnderen: [],
    blokkadeVanAnder: {
      id: await w.blokkade(ander, orgId.A, { dossier: drie.id }),
      org: 'A',
      dossier: drie.id,
    },
    blokkadeVanBuiten: await buitenblokkade(w, orgId, een.id),
    noodVanAnder: { id: await w.nood(ander, orgId.A, een.id), dossier: een.id, org: 'A' },
  };
  for (const mens of new Set(dossiers.flatMap(d => d.mensen))) {
    await w.zet(
      `insert into gezin.persoon (id, regio, organisatie_id, sleutel_id, gegevens, laatste_wijziging)
       values ($1, 'kennemerland', $2, 'x', 'x'::bytea, '2026-01-01')`,
      [mens, orgId.A],
    );
  }
  for (const [i, d] of dossiers.entries()) await vulDossier(w, vast, orgId, ander, d, i);
  return { vast, orgId, ander };
}

/** Somebody of B whom A, the controller, bars from a file of A. */
async function buitenblokkade(w: Wereld, orgId: Record<Org, string>, dossier: string) {
  const id = await w.blokkade(await w.mens(orgId.B, 'professional'), orgId.B, { dossier });
  await w.zet('update toegang.blokkade set namens_organisatie = $2 where id = $1', [id, orgId.A]);
  return { id, namens: 'A' as const, dossier };
}

async function vulDossier(
  w: Wereld,
  vast: Vast,
  orgId: Record<Org, string>,
  ander: string,
  d: Vast['dossiers'][number],
  i: number,
): Promise<void> {
  await w.zet(
    `insert into casus.casus (id, regio, organisatie_id, nummer, nummer_index, taak, geopend_op, laatste_wijziging)
     values ($1, 'kennemerland', $2, $3, decode(md5($3) || md5($3 || 'x'), 'hex'), 'wmo', '2026-01-01', '2026-01-01')`,
    [d.id, orgId[d.org], `2026-00000${i}`],
  );
  for (const [org, doel] of [
    ['A', 'behandeling'],
    ['A', 'melder'],
    ['B', 'behandeling'],
    ['B', 'politie'],
    ['B', 'geheim_adres'],
  ] as const) {
    const id = await w.relatie({ persoon: ander, organisatie: orgId[org], dossier: d.id, doel });
    vast.relatiesVanAnderen.push({ id, dossier: d.id, org, doel });
  }
  for (const org of ['A', 'B'] as const) {
    for (const gedeeld of [true, false]) {
      const stuk = { dossier: d.id, org, gedeeld };
      const grond = gedeeld ? 'wmo_medewerking' : null;
      const [n, o] = [crypto.randomUUID(), crypto.randomUUID()];
      await w.zet(
        `insert into casus.notitie (id, casus_id, organisatie_id, soort, gedeeld, deelgrond, over_dag, inhoud, door)
         values ($1, $2, $3, 'contact', $4, $5, '2026-01-01', 'x'::bytea, $6)`,
        [n, d.id, orgId[org], gedeeld, grond, ander],
      );
      await w.zet(
        `insert into casus.document (id, casus_id, organisatie_id, naam, soort, bytes, gedeeld, deelgrond, door)
         values ($1, $2, $3, 'x'::bytea, 'text/plain', 1, $4, $5, $6)`,
        [o, d.id, orgId[org], gedeeld, grond, ander],
      );
      vast.notities.push({ id: n, ...stuk });
      vast.documenten.push({ id: o, ...stuk });
    }
  }
  for (const partij of d.mensen) {
    const id = crypto.randomUUID();
    await w.zet(
      `insert into casus.verklaring (id, casus_id, organisatie_id, partij_id, over_dag, inhoud, door)
       values ($1, $2, $3, $4, '2026-01-01', 'x'::bytea, $5)`,
      [id, d.id, orgId[d.org], partij, ander],
    );
    vast.verklaringen.push({ id, dossier: d.id, org: d.org, partij });
  }
  const [p, g] = [crypto.randomUUID(), crypto.randomUUID()];
  await w.zet(`insert into casus.melder (casus_id, anonimiteit, grond) values ($1, 'dubbel_anoniem', 'x')`, [
    d.id,
  ]);
  await w.zet(
    `insert into casus.politiegegeven (id, casus_id, grond, over_dag, inhoud, door)
     values ($1, $2, 'x', '2026-01-01', 'x'::bytea, $3)`,
    [p, d.id, ander],
  );
  await w.zet(
    `insert into gezin.geheim_adres (id, persoon_id, dossier_id, sleutel_id, gegevens, van)
     values ($1, $2, $3, 'x', 'x'::bytea, '2026-01-01')`,
    [g, d.mensen[0], d.id],
  );
  vast.melders.push({ id: d.id, dossier: d.id, org: d.org });
  vast.politie.push({ id: p, dossier: d.id, org: d.org });
  vast.geheim.push({ id: g, dossier: d.id, org: d.org });
}

/** Scenes of one reader: roles, relations, blocks, break-glass and handovers, each also before and after its time. */
export function scenes(v: Vast): fc.Arbitrary<Scene> {
  const dossier = fc.constantFrom(...v.dossiers.map(d => d.id));
  const org = fc.constantFrom(...ORGS);
  const mens = fc.constantFrom(...new Set(v.dossiers.flatMap(d => d.mensen)));
  // Mostly what holds today: otherwise nearly every scene is empty.
  const duur: fc.Arbitrary<Duur> = fc.oneof(
    { weight: 5, arbitrary: fc.constant({ van: -10, tot: null }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        { van: 0, tot: 1 },
        { van: -1, tot: 0 },
        { van: 1, tot: null },
        { van: -9, tot: -2 },
      ),
    },
  );
  const rol = fc.constantFrom(
    'professional' as const,
    'professional' as const,
    'teamleider' as const,
    'intaker' as const,
    'privacyfunctionaris' as const,
    'lezer' as const,
    'accountbeheerder' as const,
  );
  return fc.record({
    actief: fc.constantFrom(true, true, true, true, true, false),
    leden: fc.array(
      fc.tuple(duur, org, rol).map(([d, o, r]) => ({ ...d, org: o, rol: r })),
      { minLength: 1, maxLength: 4 },
    ),
    relaties: fc.array(
      fc
        .tuple(duur, dossier, org, fc.constantFrom(...DOELEN), fc.option(mens, { freq: 3 }))
        .map(([d, id, o, doel, namens]) => ({
          ...d,
          tot: doel === 'overleg' && d.tot === null ? 9 : d.tot,
          dossier: id,
          org: o,
          doel,
          namens,
        })),
      { maxLength: 5 },
    ),
    blokkades: fc.array(
      fc.oneof(
        fc.tuple(duur, dossier).map(([d, id]) => ({ ...d, dossier: id, mens: null })),
        fc.tuple(duur, mens).map(([d, m]) => ({ ...d, dossier: null, mens: m })),
      ),
      { maxLength: 1 },
    ),
    noden: fc.array(
      fc
        .tuple(dossier, org, fc.constantFrom([-1, 5], [-1, 5], [-30, -6], [2, 9]))
        .map(([id, o, [van = 0, tot = 0]]) => ({ dossier: id, org: o, van, tot })),
      { maxLength: 2 },
    ),
    overdrachten: fc.array(
      fc
        .tuple(fc.uuid(), dossier, fc.constantFrom('aangeboden', 'aanvaard', 'geweigerd'))
        .map(([id, d, stand]) => {
          const van = v.dossiers.find(x => x.id === d)?.org ?? 'A';
          return { id, dossier: d, van, naar: (van === 'A' ? 'B' : 'A') as Org, stand };
        }),
      { maxLength: 2 },
    ),
  });
}

/** Lays the scene of a new reader down behind row security, in place of the one before. Returns the reader. */
export async function zetScene(w: Wereld, t: Toneel, s: Scene): Promise<string> {
  const lezer = crypto.randomUUID();
  const d = (duur: Duur) => [dag(duur.van), duur.tot === null ? null : dag(duur.tot)];
  await metClient(w.proef.beheer, async c => {
    const zet = (tekst: string, waarden: unknown[]) => c.query(tekst, waarden);
    await c.query('begin');
    for (const tabel of ['relatie', 'blokkade', 'noodtoegang']) {
      await zet(`delete from toegang.${tabel} where persoon_id <> $1 and id <> $2`, [
        t.ander,
        t.vast.blokkadeVanBuiten.id,
      ]);
    }
    await c.query('delete from toegang.overdracht');
    await zet(
      `insert into toegang.persoon (id, naam, email, email_index, sleutel_id, actief)
       values ($1, 'x'::bytea, 'x'::bytea, $2, 'geen', $3)`,
      [lezer, Buffer.from(lezer), s.actief],
    );
    for (const l of s.leden) {
      await zet(
        `insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, van, tot)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
        [lezer, t.orgId[l.org], l.rol, t.vast.regio[l.org], ...d(l)],
      );
    }
    for (const r of s.relaties) {
      await zet(
        `insert into toegang.relatie (id, persoon_id, organisatie_id, dossier_id, doel, namens, grond, aanleiding, van, tot)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, 'jeugdwet', 'toewijzing', $6, $7)`,
        [lezer, t.orgId[r.org], r.dossier, r.doel, r.namens, ...d(r)],
      );
    }
    for (const b of s.blokkades) {
      await zet(
        `insert into toegang.blokkade (id, persoon_id, organisatie_id, dossier_id, betrokkene_id, reden, van, tot)
         values (gen_random_uuid(), $1, $2, $3, $4, 'naaste', $5, $6)`,
        [lezer, t.orgId.A, b.dossier, b.mens, ...d(b)],
      );
    }
    for (const n of s.noden) {
      await zet(
        `insert into toegang.noodtoegang (id, persoon_id, organisatie_id, dossier_id, reden, sleutel_id, van, tot)
         values (gen_random_uuid(), $1, $2, $3, 'x'::bytea, 'geen', now() + make_interval(hours => $4),
           now() + make_interval(hours => $5))`,
        [lezer, t.orgId[n.org], n.dossier, n.van, n.tot],
      );
    }
    for (const o of s.overdrachten) {
      await zet(
        `insert into toegang.overdracht (id, dossier_id, van_organisatie, naar_organisatie, grond, stand, aangeboden_op,
           beslist_op) values ($1, $2, $3, $4, 'toestemming', $5, $6, case when $5 <> 'aangeboden' then $6::date end)`,
        [o.id, o.dossier, t.orgId[o.van], t.orgId[o.naar], o.stand, dag(-3)],
      );
    }
    await c.query('commit');
  });
  return lezer;
}

/** Runs as the reader and takes back whatever was done. */
export async function alsProef<T>(
  w: Wereld,
  lezer: string,
  werk: (tx: Transactie) => Promise<T>,
): Promise<T> {
  class Terug extends Error {}
  let uit: T | undefined;
  const actor: Actor = { soort: 'persoon', id: lezer };
  await metActor(w.db, actor, VANDAAG, async tx => {
    uit = await werk(tx);
    throw new Terug();
  }).catch(e => {
    if (!(e instanceof Terug)) throw e;
  });
  return uit as T;
}

/** Does row security let this statement through, for at least one row? Undone either way. */
export async function lukt(
  tx: Transactie,
  vraag: { execute(tx: Transactie): Promise<{ numAffectedRows?: bigint }> },
): Promise<boolean> {
  await sql`savepoint poging`.execute(tx);
  try {
    const r = await vraag.execute(tx);
    await sql`rollback to savepoint poging`.execute(tx);
    return (r.numAffectedRows ?? 0n) > 0n;
  } catch (e) {
    await sql`rollback to savepoint poging`.execute(tx);
    if ((e as { code?: string }).code === '42501') return false;
    throw e;
  }
}
