import type { Merkbron } from '#modules/gezin/index.ts';
import { listMerken } from '../usecases/merk.ts';
import { verzoekteksten } from './teksten-verzoek.ts';

const t = verzoekteksten.opDossier;

/** The marks on a file or person in words, as the rooms of files and people show them. */
export const leesMerken: Merkbron = async (tx, wat) =>
  (await listMerken(tx, wat)).map(m => ({
    betrokkene: m.betrokkene,
    titel: (m.gedeeltelijk ? t.titelDeels : t.titel)[m.soort],
    tekst: [
      m.stil ? t.stil : '',
      m.uitzondering ? verzoekteksten.uitzonderingIs(verzoekteksten.uitzonderingen[m.uitzondering]) : '',
      m.stil || m.uitzondering ? '' : t.nogDoen,
    ]
      .filter(Boolean)
      .join(' '),
    verder: { href: '/privacy/verzoeken', naam: t.verder },
  }));
