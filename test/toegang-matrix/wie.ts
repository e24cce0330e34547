/** Roles as requirement A2.5 names them. */
export const ROLLEN = [
  'technisch_beheerder',
  'accountbeheerder',
  'projectleider',
  'beleidsmedewerker',
  'datalab_analist',
  'raadslid',
  'lezer',
] as const;
export type Rol = (typeof ROLLEN)[number];

/** Roles of casework as the contract of issue 3 names them; they open nothing by themselves (C2.1). */
export type Dossierrol = 'professional' | 'teamleider' | 'intaker' | 'privacyfunctionaris';

/** The region of the samples, and the only region of the people of elsewhere. */
export const REGIO = 'kennemerland';
export const ELDERS = 'noord-holland-noord';
/** Where the demonstration accounts work (A2.6): every region, with one municipality in each. */
export const DEMOGEBIED: Readonly<Record<string, string>> = {
  kennemerland: 'GM0392',
  'noord-holland-noord': 'GM0361',
  'zaanstreek-waterland': 'GM0479',
};

/** Somebody who asks: the public, a demonstration account, or a person of one other region. */
export interface Vrager {
  naam: string;
  rol: Rol | Dossierrol | null;
  /** Regions in which the role holds, each with the municipality of who works for one. */
  gebied: Readonly<Record<string, string>>;
  /** Cookies of the signed-in browser. */
  koekje: string;
  /** Forgery token of this person's pages. */
  token: string;
}

/** The independent predicate: requirement in, yes or no out. It reads nothing of the application. */
export type Wie = (v: Vrager) => boolean;

const heeft =
  (...rollen: Rol[]) =>
  (v: Vrager, regio: string): boolean =>
    rollen.some(r => r === v.rol) && regio in v.gebied;

export const iedereen: Wie = () => true;
export const niemand: Wie = () => false;
/** A2.5: the own account is for everybody who is signed in. */
export const aangemeld: Wie = v => v.rol !== null;
/** A2.5: technical administrator without view on content. */
export const techniek: Wie = v => v.rol === 'technisch_beheerder';
export const accounts: Wie = v => v.rol === 'accountbeheerder';
/** A3.10: who reads the working version of a region. */
export const werkt =
  (regio: string): Wie =>
  v =>
    heeft('projectleider', 'beleidsmedewerker', 'datalab_analist', 'lezer')(v, regio);
/** A3.10: the project leader edits the region. */
export const leidt =
  (regio: string): Wie =>
  v =>
    heeft('projectleider')(v, regio);
/** A3.10: a municipality's adviser edits that municipality's answers, status, results and remarks. */
export const leidtOfAdviseert =
  (regio: string, gemeente: string): Wie =>
  v =>
    leidt(regio)(v) || (heeft('beleidsmedewerker')(v, regio) && v.gebied[regio] === gemeente);
/** A4.2: who has the internal right, in any region: the datalab as a room. */
export const kijktInDatalab: Wie = v =>
  v.rol === 'projectleider' || v.rol === 'datalab_analist' || v.rol === 'beleidsmedewerker';
/** A4.5 with the room's own page: project leader and analyst import. */
export const leestIn: Wie = v => v.rol === 'projectleider' || v.rol === 'datalab_analist';
/** A4.2, A4.4: internal figures of a region, and items touching small counts. */
export const zietCijfers =
  (regio: string): Wie =>
  v =>
    heeft('projectleider', 'datalab_analist')(v, regio);
/** A4.2: an adviser sees the internal figures of the own municipality. */
export const zietCijfersVan =
  (regio: string, gemeente: string): Wie =>
  v =>
    zietCijfers(regio)(v) || (heeft('beleidsmedewerker')(v, regio) && v.gebied[regio] === gemeente);
/** B4.5: who writes the documents of a region: who publishes there, and its advisers. */
export const steltOp =
  (regio: string): Wie =>
  v =>
    heeft('projectleider', 'datalab_analist', 'beleidsmedewerker')(v, regio);
