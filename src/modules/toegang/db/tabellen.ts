import type { Rol } from '../domain/rollen.ts';

/** Tables of toegang that row security guards (role la_app). */
export type Toegangtabellen = {
  'toegang.organisatie': {
    id: string;
    naam: string;
    soort: 'gemeente' | 'veilig_thuis' | 'samenwerkingsverband' | 'partner';
    regio: string | null;
    gemeente: string | null;
  };
  'toegang.persoon': {
    id: string;
    aanmeld_id: string | null;
    naam: Buffer;
    email: Buffer;
    email_index: Buffer;
    sleutel_id: string;
    actief: boolean;
  };
  'toegang.lidmaatschap': {
    id: string;
    persoon_id: string;
    organisatie_id: string;
    rol: Rol;
    regio: string | null;
    gemeente: string | null;
    van: string;
    tot: string | null;
    toekenning: string | null;
    subregio: string | null;
    naam_verborgen: boolean;
  };
};
