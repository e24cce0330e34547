import { ROLCODES, type Rol } from './rollen.ts';

/** The regions of the demonstration, each with the municipality that its invented people work for. */
const REGIOS = [
  { regio: 'kennemerland', naam: 'Kennemerland', gemeente: 'GM0392', plaats: 'Haarlem' },
  { regio: 'noord-holland-noord', naam: 'Noord-Holland Noord', gemeente: 'GM0361', plaats: 'Alkmaar' },
  { regio: 'zaanstreek-waterland', naam: 'Zaanstreek-Waterland', gemeente: 'GM0479', plaats: 'Zaanstad' },
] as const;

export interface Demolid {
  regio: string | null;
  gemeente: string | null;
  organisatie: { naam: string; soort: 'gemeente' | 'samenwerkingsverband' | 'partner' };
}
export interface Demoaccount {
  rol: Rol;
  /** Visibly invented. */
  naam: string;
  adres: string;
  leden: Demolid[];
}

const voorGemeente = (rol: Rol) => rol === 'beleidsmedewerker' || rol === 'raadslid';

function ledenVan(rol: Rol): Demolid[] {
  if (rol === 'technisch_beheerder') {
    return [{ regio: null, gemeente: null, organisatie: { naam: 'Voorbeeld Techniek', soort: 'partner' } }];
  }
  return REGIOS.map(r =>
    voorGemeente(rol)
      ? {
          regio: r.regio,
          gemeente: r.gemeente,
          organisatie: { naam: `Voorbeeldgemeente ${r.plaats}`, soort: 'gemeente' },
        }
      : {
          regio: r.regio,
          gemeente: null,
          organisatie: { naam: `Voorbeeldsamenwerking ${r.naam}`, soort: 'samenwerkingsverband' },
        },
  );
}

/** One invented account per role, at `<rol>@voorbeeld.invalid`. */
export function demoaccounts(): Demoaccount[] {
  return ROLCODES.map(rol => {
    const woorden = rol.replaceAll('_', ' ').replace(/\b\p{L}/gu, l => l.toUpperCase());
    return { rol, naam: `Voorbeeld ${woorden}`, adres: `${rol}@voorbeeld.invalid`, leden: ledenVan(rol) };
  });
}
