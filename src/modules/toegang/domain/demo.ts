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
  organisatie: { naam: string; soort: 'gemeente' | 'veilig_thuis' | 'samenwerkingsverband' | 'partner' };
}
export interface Demoaccount {
  rol: Rol;
  /** Visibly invented. */
  naam: string;
  adres: string;
  leden: Demolid[];
}

const voorGemeente = (rol: Rol) => rol === 'beleidsmedewerker' || rol === 'raadslid';
const VEILIG_THUIS = 'veilig_thuis';
/** Roles of casework, by the organisation that the account of that name works for. */
const CASUISTIEK: Partial<Record<Rol, 'team' | typeof VEILIG_THUIS>> = {
  professional: 'team',
  teamleider: 'team',
  privacyfunctionaris: 'team',
  intaker: VEILIG_THUIS,
};
/** The same roles a second time, at Veilig Thuis: a file can be handed over, and each organisation watches its own. */
const OOK_VEILIG_THUIS: readonly Rol[] = ['professional', 'teamleider', 'privacyfunctionaris'];

function organisatieVan(
  rol: Rol,
  plek: (typeof REGIOS)[number],
  veiligThuis: boolean,
): Demolid['organisatie'] {
  const werk = veiligThuis ? VEILIG_THUIS : CASUISTIEK[rol];
  if (werk === VEILIG_THUIS) return { naam: `Voorbeeld Veilig Thuis ${plek.naam}`, soort: 'veilig_thuis' };
  if (werk === 'team') return { naam: `Voorbeeldteam ${plek.plaats}`, soort: 'partner' };
  if (voorGemeente(rol)) return { naam: `Voorbeeldgemeente ${plek.plaats}`, soort: 'gemeente' };
  return { naam: `Voorbeeldsamenwerking ${plek.naam}`, soort: 'samenwerkingsverband' };
}

function ledenVan(rol: Rol, veiligThuis = false): Demolid[] {
  if (rol === 'technisch_beheerder') {
    return [{ regio: null, gemeente: null, organisatie: { naam: 'Voorbeeld Techniek', soort: 'partner' } }];
  }
  return REGIOS.map(r => ({
    regio: r.regio,
    gemeente: voorGemeente(rol) ? r.gemeente : null,
    organisatie: organisatieVan(rol, r, veiligThuis),
  }));
}

const woorden = (code: string) => code.replaceAll('_', ' ').replace(/\b\p{L}/gu, l => l.toUpperCase());

/**
 * One invented account per role, at `<rol>@voorbeeld.invalid`; those of casework at an invented local team, the intake
 * worker at an invented Veilig Thuis. Then, at `<rol>_veilig_thuis@voorbeeld.invalid`, colleagues there.
 */
export function demoaccounts(): Demoaccount[] {
  return [
    ...ROLCODES.map(rol => ({
      rol,
      naam: `Voorbeeld ${woorden(rol)}`,
      adres: `${rol}@voorbeeld.invalid`,
      leden: ledenVan(rol),
    })),
    ...OOK_VEILIG_THUIS.map(rol => ({
      rol,
      naam: `Voorbeeld ${woorden(rol)} Veilig Thuis`,
      adres: `${rol}_${VEILIG_THUIS}@voorbeeld.invalid`,
      leden: ledenVan(rol, true),
    })),
  ];
}
