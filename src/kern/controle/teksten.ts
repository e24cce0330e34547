/** Above the list of findings that block an act. */
export const CONTROLE_FOUT = 'Dit kan nog niet: er is iets niet in orde.';

/** Above the list of findings that a person must acknowledge. */
export const SIGNALERING_BEVESTIGEN = 'Lees deze punten en bevestig dat u ze hebt gezien.';
