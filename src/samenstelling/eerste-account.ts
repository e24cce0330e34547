import { ROLCODES, type Rol } from '#modules/toegang/index.ts';
import type { Instellingen } from '#platform/config/index.ts';
import { StartFout } from '#platform/db/index.ts';
import { systeemklok } from '#platform/klok/index.ts';
import { maakLog } from '#platform/log/index.ts';
import { maakPostbus } from '#platform/mail/index.ts';
import { maakToegangskamer } from '../app.ts';
import { openDatabanken } from '../databank.ts';
import { maakMailsleutel, openKluis } from './platform.ts';

const GEBRUIK =
  'Gebruik: npm run eerste-account -- <rol> <regio of -> <e-mailadres> <organisatie> <naam>, bijvoorbeeld: accountbeheerder kennemerland beheer@regio.example "Gemeente Haarlem" "Voornaam Achternaam"';

/**
 * The first account of an installation or region: everyone after that is invited on /beheer/accounts. Prints
 * the link by which this person sets a password and a second step; it works once, for seven days.
 */
export async function opdrachtEersteAccount(i: Instellingen, args: string[]): Promise<number> {
  const [rol, regio, adres, organisatie, naam] = args;
  if (!rol || !regio || !adres || !organisatie || !naam || !(ROLCODES as readonly string[]).includes(rol)) {
    console.error(GEBRUIK);
    return 2;
  }
  if (!i.sleutel && !i.demo) {
    // Without a master key a new database would be marked as a demonstration for good.
    throw new StartFout(
      'LA_SLEUTEL ontbreekt: geef de hoofdsleutel (64 hexadecimale tekens) of een bestand daarmee.',
    );
  }
  const databanken = await openDatabanken(i, i.demo ? 'start' : 'serve', () => {});
  try {
    const kluis = openKluis(i, databanken.demo);
    const postbus = maakPostbus({
      versleutelaar: await maakMailsleutel(kluis, i.sleutelmap),
      klok: systeemklok,
    });
    const log = maakLog(i.logNiveau);
    const toegang = await maakToegangskamer(
      { databanken, klok: systeemklok, instellingen: i, log },
      { kluis, postbus },
    );
    const regioId = regio === '-' ? null : regio;
    const link = await toegang.nodigEersteUit({ rol: rol as Rol, regio: regioId, adres, organisatie, naam });
    console.log(
      link
        ? `Geef deze link aan de nieuwe gebruiker; hij werkt één keer, zeven dagen lang:\n${link}`
        : 'Dit account bestond al.',
    );
    return 0;
  } finally {
    await databanken.sluit();
  }
}
