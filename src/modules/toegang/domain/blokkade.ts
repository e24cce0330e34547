/** Why somebody is barred from a file or a person. Codes are stored; what they mean is told on the page. */
export const BLOKKADEREDENEN = [
  'is_betrokkene',
  'naaste',
  'buren_of_vrienden',
  'andere_rol',
  'eigen_verzoek',
] as const;
export type Blokkadereden = (typeof BLOKKADEREDENEN)[number];

export const isBlokkadereden = (code: string): code is Blokkadereden =>
  (BLOKKADEREDENEN as readonly string[]).includes(code);
