import { Melding, type Optie, RadioGroep } from '#platform/ui/index.ts';
import { OMVANGEN, type Omvang } from '../../domain/omvang.ts';
import { verzoekteksten as t } from '../teksten-verzoek.ts';

const OPTIES: Optie[] = OMVANGEN.map(o => ({ waarde: o, naam: t.omvang[o] }));

/** The whole file or this person alone, with what erasing one person leaves for a human to judge. */
export const Omvangkeuze = ({ waarde, fout }: { waarde: Omvang | null; fout: { fout?: string } }) => (
  <>
    <RadioGroep
      naam="omvang"
      label={t.omvangVeld}
      uitleg={t.omvangUitleg}
      waarde={waarde ?? ''}
      verplicht={false}
      opties={OPTIES}
      {...fout}
    />
    <Melding soort="waarschuwing" titel={t.namenBlijven}>
      {t.namenBlijvenTekst}
    </Melding>
  </>
);
