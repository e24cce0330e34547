import { borgOrganisatie, voegLidToe, wachtOpBeurt } from '../db/lidmaatschappen.ts';
import { type Demoaccount, demoaccounts } from '../domain/demo.ts';
import { als, type Diensten, stelsel } from './diensten.ts';

/**
 * Makes the invented accounts of a demonstration, one per role, or gives the ones there are this password.
 * Throws outside a demonstration.
 */
export async function maakDemoAccounts(d: Diensten, wachtwoord: string): Promise<void> {
  if (!d.demo) throw new Error('Voorbeeldaccounts bestaan alleen in een demonstratie.');
  for (const account of demoaccounts()) {
    const id = await als(d, stelsel('demo'), async tx => {
      await wachtOpBeurt(tx, 'demo');
      const er = await d.personen.findOpAdres(tx, account.adres);
      const persoonId = er?.id ?? (await d.personen.voegToe(tx, account.naam, account.adres));
      await d.personen.sluitAan(tx, persoonId);
      await geefRollen(d, tx, persoonId, account);
      return persoonId;
    });
    // A second process, or a restart with the same password, signs nobody out.
    if (await d.accounts.heeftWachtwoord(id, wachtwoord)) continue;
    await d.accounts.maakOfZet(id, d.personen.aanmeldadres(account.adres), wachtwoord, d.klok.nu());
  }
}

async function geefRollen(
  d: Diensten,
  tx: Parameters<typeof voegLidToe>[0],
  persoonId: string,
  account: Demoaccount,
): Promise<void> {
  for (const { regio, gemeente, organisatie } of account.leden) {
    const organisatieId = await borgOrganisatie(tx, { ...organisatie, regio, gemeente });
    const van = d.klok.vandaag();
    await voegLidToe(tx, { persoonId, organisatieId, rol: account.rol, regio, gemeente, van });
  }
}
