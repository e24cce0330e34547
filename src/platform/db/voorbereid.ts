import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { ZET_ACTOR } from './actor.ts';

/** Statements kept per connection. A plan with row security takes some 50 to 200 kB in the server. */
const MEESTE = 150;
/** Longer ones are bulk work with as many parameters as rows: their text does not come back. */
const LANGSTE = 6_000;
/** Texts seen once, over all connections; past this many the count starts anew. */
const MEESTE_GEZIEN = 5_000;
const VAST = /^\s*(?:select|with|insert|update|delete)\b/i;

interface Antwoord {
  command: string;
  rowCount: number | null;
  rows: unknown[];
}
type Vraag = pg.QueryConfig & { text: string };

/** A prepared statement that the server no longer has, or whose answer got another shape by a migration. */
const isVerlopen = (e: unknown): boolean => ['26000', '0A000'].includes((e as { code?: string }).code ?? '');

/** Which texts come back: only those are worth a plan that is kept. */
class Gezien {
  readonly #eens = new Set<string>();
  komtTerug(tekst: string): boolean {
    if (this.#eens.has(tekst)) return true;
    if (this.#eens.size >= MEESTE_GEZIEN) this.#eens.clear();
    this.#eens.add(tekst);
    return false;
  }
}

/**
 * One connection that asks less of the server for the same: a statement that comes back is prepared once (planning what
 * row security adds costs several times the reading itself), and the beginning of a transaction travels together with
 * the setting of its actor. Plans hold no rights: policies read the actor when they run.
 */
class Spaarzaam implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #gezien: Gezien;
  readonly #namen = new Map<string, string>();
  #teller = 0;
  #begint = false;

  constructor(client: pg.PoolClient, gezien: Gezien) {
    this.#client = client;
    this.#gezien = gezien;
  }

  get processID(): number | undefined {
    return (this.#client as { processID?: number }).processID;
  }

  release(weg?: boolean): void {
    this.#client.release(weg);
  }

  query<R>(tekst: string, waarden: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(vraag: unknown, waarden: readonly unknown[] = []): unknown {
    if (typeof vraag !== 'string') return this.#client.query(vraag as pg.Submittable);
    return this.#vraag(vraag, [...waarden]);
  }

  async #vraag(tekst: string, waarden: unknown[]): Promise<Antwoord> {
    if (tekst === 'begin') {
      this.#begint = true;
      return { command: 'BEGIN', rowCount: null, rows: [] };
    }
    if (this.#begint) {
      this.#begint = false;
      // Nothing was asked: there is no transaction to end.
      if (tekst === 'commit' || tekst === 'rollback')
        return { command: tekst.toUpperCase(), rowCount: null, rows: [] };
      if (tekst === ZET_ACTOR) return this.#beginAls(waarden);
      await this.#client.query('begin');
    }
    return this.#geef(tekst, waarden);
  }

  /** `begin` and the actor in one message; the simple form of the protocol takes no parameters. */
  async #beginAls(waarden: unknown[]): Promise<Antwoord> {
    const zet = ZET_ACTOR.replace(/\$(\d)/g, (_, nr) => pg.escapeLiteral(String(waarden[Number(nr) - 1])));
    const uit = (await this.#client.query(`begin; ${zet}`)) as unknown as Antwoord[];
    return uit.at(-1) ?? { command: 'SELECT', rowCount: 0, rows: [] };
  }

  async #geef(tekst: string, waarden: unknown[]): Promise<Antwoord> {
    const name = this.#naam(tekst);
    if (name === null) return this.#client.query(tekst, waarden);
    try {
      const vraag: Vraag = { name, text: tekst, values: waarden };
      return await this.#client.query(vraag);
    } catch (e) {
      if (isVerlopen(e)) this.#namen.clear();
      throw e;
    }
  }

  #naam(tekst: string): string | null {
    const al = this.#namen.get(tekst);
    if (al === undefined && (tekst.length > LANGSTE || !VAST.test(tekst) || !this.#gezien.komtTerug(tekst)))
      return null;
    const naam = al ?? `v${++this.#teller}`;
    // The one that was used longest ago comes first.
    this.#namen.delete(tekst);
    this.#namen.set(tekst, naam);
    if (this.#namen.size > MEESTE) this.#laatGaan();
    return naam;
  }

  #laatGaan(): void {
    const [oudste] = this.#namen;
    if (!oudste) return;
    this.#namen.delete(oudste[0]);
    // In a transaction that failed it stays until the connection closes; its name is not used again.
    this.#client.query(`deallocate ${oudste[1]}`).catch(() => {});
  }
}

/** The pool as Kysely sees it: the same connections, each asking sparingly. */
export function spaarzamePool(pool: pg.Pool): PostgresPool {
  const gezien = new Gezien();
  const bekend = new WeakMap<pg.PoolClient, Spaarzaam>();
  return {
    options: pool.options,
    Client: pg.Client,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const al = bekend.get(client) ?? new Spaarzaam(client, gezien);
      bekend.set(client, al);
      return al;
    },
  };
}
