import { createHmac, randomBytes } from 'node:crypto';
import { open, type Plek, sleutelVan, versluit, type Willekeur } from './cijfer.ts';
import { maakHoofden } from './hoofden.ts';
import { leidAf } from './omhulling.ts';
import { maakSleutelbestanden } from './sleutelbestanden.ts';
import { maakLezer, maakSleutel, vernieuwSleutels } from './sleutelring.ts';
import { KluisWeigering } from './weigering.ts';

/** Keys and what they open. Every refusal is a KluisWeigering with a code. */
export interface Kluis {
  /** Checks at start that the master key belongs to the key folder; makes the folder when it is new. */
  controleer(): void;
  /** Makes a key and returns its id. `doel` is a code (such as 'persoon'), never a name. */
  nieuweSleutel(doel: string): Promise<string>;
  bestaat(sleutelId: string): boolean;
  /** Destroys a key for good: what it closed stays closed, in copies and backups too. May be repeated. */
  vernietig(sleutelId: string): Promise<void>;
  /** Encrypts text for one cell (table, column, row). */
  versleutel(sleutelId: string, tekst: string, bij: Plek): Buffer;
  /** Opens what `versleutel` made for the same cell. */
  ontsleutel(cijfer: Uint8Array, bij: Plek): string;
  /** As `ontsleutel`, but null when the key is destroyed: the content was erased on purpose. */
  ontsleutelOfGewist(cijfer: Uint8Array, bij: Plek): string | null;
  versleutelBytes(sleutelId: string, bytes: Uint8Array, bij: Plek): Buffer;
  ontsleutelBytes(cijfer: Uint8Array, bij: Plek): Buffer;
  /** HMAC-SHA256 (32 bytes) of a normalised value: equal values of one kind meet, and say nothing else. */
  blindeIndex(soort: string, genormaliseerdeWaarde: string): Buffer;
  /** 32 bytes of this installation for one purpose; they survive a renewal of the master key. */
  installatiesleutel(doel: string): Buffer;
  /**
   * Wraps every key by a new master key. After a crash: call it again, with a vault opened by the old or the
   * new master; until it is done both are accepted, afterwards only the new one. A running process that called
   * `volgVernieuwing` meanwhile works on; any other must be restarted with the new master. `bijSleutel` hears the
   * number wrapped so far; `wacht` is awaited when all are wrapped, before the old master is let go.
   */
  vernieuwHoofdsleutel(
    nieuw: Buffer,
    bijSleutel?: (aantal: number) => void,
    wacht?: () => Promise<void>,
  ): Promise<{ vernieuwd: number }>;
  /** Learns the new master of a renewal by another process. Call it every few seconds (`VOLG_ELKE`). */
  volgVernieuwing(): void;
}

export interface Kluisopties {
  /** 32 bytes, from outside the data folder. */
  hoofdsleutel: Buffer;
  /** Key folder, outside the data folder. */
  map: string;
  willekeur?: Willekeur;
  /** Number of opened keys kept in memory. */
  geheugen?: number;
}

const INSTALLATIE = '00000000-0000-4000-8000-000000000001';

/** Opens a vault on a key folder. Touches the disk on first use, or by `controleer()`. */
export function maakKluis(opties: Kluisopties): Kluis {
  const ring = maakRing(opties);
  const { bestanden } = ring;
  const installatiesleutel = maakAfleider(ring);
  return {
    ...maakVelden(ring),
    installatiesleutel,
    controleer: ring.controleer,
    nieuweSleutel: async doel => ring.maak(doel),
    bestaat: id => bestanden.merk(id) !== null,
    vernietig: async id => {
      // Without the installation key no blind index and no signed root could ever be checked again.
      if (id === INSTALLATIE) throw new KluisWeigering('sleutel_onbekend');
      ring.zeker();
      bestanden.vernietig(id);
      ring.vergeet(id);
    },
    blindeIndex: (soort, waarde) =>
      createHmac('sha256', installatiesleutel(`blinde-index/${soort}`))
        .update(waarde, 'utf8')
        .digest(),
    volgVernieuwing: () => ring.hoofden.volg(),
    vernieuwHoofdsleutel: async (geheim, bijSleutel, wacht) => {
      ring.zeker();
      return {
        vernieuwd: await vernieuwSleutels(bestanden, ring.hoofden, ring.willekeur, geheim, bijSleutel, wacht),
      };
    },
  };
}

/** The key folder with its masters, checked once before the first use. */
function maakRing({ hoofdsleutel, map, willekeur = randomBytes, geheugen = 2000 }: Kluisopties) {
  const hoofden = maakHoofden(map, hoofdsleutel, willekeur);
  const bestanden = maakSleutelbestanden(map);
  const lezer = maakLezer(bestanden, hoofden, geheugen);
  let gecontroleerd = false;
  const controleer = () => {
    hoofden.controleer(() => !bestanden.ids().next().done);
    gecontroleerd = true;
  };
  const zeker = () => {
    if (!gecontroleerd) controleer();
  };
  return {
    hoofden,
    bestanden,
    willekeur,
    controleer,
    zeker,
    vergeet: lezer.vergeet,
    lees: (id: string) => {
      zeker();
      return lezer.lees(id);
    },
    maak: (doel: string, id?: string) => {
      zeker();
      return maakSleutel(bestanden, hoofden, willekeur, doel, id);
    },
  };
}

type Ring = ReturnType<typeof maakRing>;

function maakAfleider(ring: Ring): (doel: string) => Buffer {
  const afgeleid = new Map<string, Buffer>();
  return doel => {
    const eerder = afgeleid.get(doel);
    if (eerder) return eerder;
    ring.zeker();
    if (ring.bestanden.merk(INSTALLATIE) === null) ring.maak('installatie', INSTALLATIE);
    const sleutel = leidAf(ring.lees(INSTALLATIE), doel);
    if (afgeleid.size < 100) afgeleid.set(doel, sleutel);
    return sleutel;
  };
}

function maakVelden(
  ring: Ring,
): Pick<Kluis, 'versleutel' | 'ontsleutel' | 'ontsleutelOfGewist' | 'versleutelBytes' | 'ontsleutelBytes'> {
  const versleutelBytes = (id: string, bytes: Uint8Array, bij: Plek) =>
    versluit(ring.lees(id), id, bytes, bij, ring.willekeur);
  const ontsleutelBytes = (cijfer: Uint8Array, bij: Plek) => {
    const buf = Buffer.from(cijfer.buffer, cijfer.byteOffset, cijfer.byteLength);
    return open(ring.lees(sleutelVan(buf)), buf, bij);
  };
  const ontsleutel = (cijfer: Uint8Array, bij: Plek) => ontsleutelBytes(cijfer, bij).toString('utf8');
  return {
    versleutelBytes,
    ontsleutelBytes,
    versleutel: (id, tekst, bij) => versleutelBytes(id, Buffer.from(tekst, 'utf8'), bij),
    ontsleutel,
    ontsleutelOfGewist: (cijfer, bij) => {
      try {
        return ontsleutel(cijfer, bij);
      } catch (e) {
        if (e instanceof KluisWeigering && e.code === 'sleutel_vernietigd') return null;
        throw e;
      }
    },
  };
}
