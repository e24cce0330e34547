import type { Diensten } from './diensten.ts';

/** What is braked, with the attempts that are allowed in a window of minutes. */
export const REMMEN = {
  /** Guessing one account from one place. */
  aanmelden_account_herkomst: { aantal: 8, minuten: 15 },
  /** Guessing many accounts from one place. */
  aanmelden_herkomst: { aantal: 40, minuten: 15 },
  /** Guessing one account from many places; wide, so that a stranger can hardly lock someone out. */
  aanmelden_account: { aantal: 300, minuten: 60 },
  tweede_stap_account: { aantal: 10, minuten: 15 },
  tweede_stap_herkomst: { aantal: 40, minuten: 15 },
  herstel_account: { aantal: 3, minuten: 60 },
  herstel_herkomst: { aantal: 15, minuten: 60 },
  link_herkomst: { aantal: 30, minuten: 15 },
  uitnodigen_account: { aantal: 60, minuten: 60 },
  wachtwoord_account: { aantal: 8, minuten: 15 },
  /** Beginning at a provider guesses nothing, and a whole office comes from one place in the morning. */
  oidc_herkomst: { aantal: 600, minuten: 15 },
  herstelcode_account: { aantal: 20, minuten: 60 },
  herstelcode_herkomst: { aantal: 10, minuten: 60 },
} as const;
export type Remsoort = keyof typeof REMMEN;

export type Remuitkomst = { vrij: true; geefTerug(): Promise<void> } | { vrij: false; minuten: number };

/**
 * Counts an attempt on each of these, narrowest first, and stops at the first that is over: whoever is braked
 * at his own place does not use up the room of others. What succeeded is given back.
 */
export async function rem(d: Diensten, op: readonly (readonly [Remsoort, string])[]): Promise<Remuitkomst> {
  const nu = d.klok.nu();
  const geteld: Buffer[] = [];
  for (const [soort, waarde] of op) {
    const sleutel = d.kluis.blindeIndex(`rem/${soort}`, waarde);
    const { aantal, tot } = await d.rem.tel(sleutel, REMMEN[soort].minuten, nu);
    if (aantal > REMMEN[soort].aantal) {
      const minuten = Math.ceil((tot.epochMilliseconds - nu.epochMilliseconds) / 60_000);
      return { vrij: false, minuten: Math.max(minuten, 1) };
    }
    geteld.push(sleutel);
  }
  return {
    vrij: true,
    geefTerug: async () => {
      for (const sleutel of geteld) await d.rem.geefTerug(sleutel);
    },
  };
}
