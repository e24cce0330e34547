import type { Rijfout } from '../domain/inleesregel.ts';

const MEESTE_FOUTEN = 100;

/** Texts of the reports beside the files of the folder. */
export const invoermapteksten = {
  eerder: 'Dit bestand was al ingelezen. Er is niets veranderd.',
  teGroot: 'Dit bestand is groter dan 20 MB. Splits het in kleinere bestanden. Er is niets ingelezen.',
  onleesbaar: 'Dit bestand is niet te lezen.',
  bron: (naam: string) => `Bestand ${naam}`,
  plek: 'aangeleverd bestand',
  fout: (f: Rijfout) => `Rij ${f.rij}, kolom ${f.kolom}: ${f.melding}`,
  fouten: (lijst: readonly string[]) =>
    [
      'Er is niets ingelezen. Los deze fouten op en lever het bestand opnieuw aan:',
      ...lijst.slice(0, MEESTE_FOUTEN),
      ...(lijst.length > MEESTE_FOUTEN ? [`En nog ${lijst.length - MEESTE_FOUTEN} fouten.`] : []),
    ].join('\n'),
  ingelezen: (aantal: number, buiten: number) =>
    `${aantal === 1 ? '1 cijfer' : `${aantal} cijfers`} ingelezen, voor intern gebruik.${
      buiten > 0 ? ` ${buiten} cijfers over een ander gebied zijn overgeslagen.` : ''
    }`,
};
