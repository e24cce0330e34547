/** Under a field that an act requires and that was left empty. */
export const VERPLICHT_VELD = 'Vul dit in.';
