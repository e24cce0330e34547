/** What was made before, by key, up to a total weight: who was asked for longest ago goes first. */
export interface Voorraad<T> {
  neem(sleutel: string): T | undefined;
  /** Keeps `iets`; what alone weighs more than the whole store may hold is not kept. */
  bewaar(sleutel: string, iets: T, gewicht: number): void;
  /** Weight of all that is kept. */
  gewicht(): number;
}

/** A store that never weighs more than `hoogstens`, in the unit in which things are weighed. */
export function maakVoorraad<T>(hoogstens: number): Voorraad<T> {
  // A map keeps the order in which keys came in: the first is the one asked for longest ago.
  const bewaard = new Map<string, { iets: T; gewicht: number }>();
  let samen = 0;
  const haalWeg = (sleutel: string) => {
    samen -= bewaard.get(sleutel)?.gewicht ?? 0;
    bewaard.delete(sleutel);
  };
  return {
    neem(sleutel) {
      const gevonden = bewaard.get(sleutel);
      if (!gevonden) return undefined;
      bewaard.delete(sleutel);
      bewaard.set(sleutel, gevonden);
      return gevonden.iets;
    },
    bewaar(sleutel, iets, gewicht) {
      haalWeg(sleutel);
      if (gewicht > hoogstens) return;
      bewaard.set(sleutel, { iets, gewicht });
      samen += gewicht;
      for (const oudste of bewaard.keys()) {
        if (samen <= hoogstens) break;
        haalWeg(oudste);
      }
    },
    gewicht: () => samen,
  };
}
