import { Alinea, Kop2, type TijdStap, Tijdstappen } from '#platform/ui/index.ts';
import { type Besluitstap, besluitroute } from '../../domain/besluit.ts';
import { tekst, titel } from '../../domain/programma.ts';
import type { Blad } from '../kader.tsx';
import { Brontaal, Herkomst, toonDeeldatum } from '../opmaak.tsx';
import { raadTeksten } from '../teksten/raad.ts';

/** The date as far as the source goes; a decision without a day says that the source calls it adopted. */
function toonBesluitdatum(b: Blad, stap: Besluitstap): string {
  const t = raadTeksten[b.taal];
  const datum = tekst(stap.besluit, 'datum');
  const vastgesteld = stap.staat === 'genomen' && /vastgesteld/i.test(tekst(stap.besluit, 'uitkomst'));
  if (stap.precisie === 'geen') return vastgesteld ? t.datumOnbekend : t.zonderDatum;
  if (stap.precisie === 'jaar' && vastgesteld) return t.alleenJaar(datum);
  return toonDeeldatum(datum, b.taal);
}

function alsStap(b: Blad, stap: Besluitstap): TijdStap {
  const t = raadTeksten[b.taal];
  const { besluit } = stap;
  const waar = [tekst(besluit, 'orgaan'), tekst(besluit, 'gemeente')].filter(w => w !== '').join(', ');
  return {
    titel: (
      <>
        <Brontaal taal={b.taal}>{titel(besluit)}</Brontaal> ({t.organen[stap.soort]})
      </>
    ),
    staat: stap.staat === 'genomen' ? 'gereed' : 'komend',
    datum: toonBesluitdatum(b, stap),
    tekst: (
      <>
        <Alinea>
          <Brontaal taal={b.taal}>
            {waar}: {tekst(besluit, 'uitkomst')}
          </Brontaal>
        </Alinea>
        {stap.staat === 'niet_bekend' ? <Alinea>{t.nietBekend}</Alinea> : null}
        <Herkomst p={b.p} bron={besluit.inhoud.bron} taal={b.taal} />
      </>
    ),
  };
}

/** The route of the programme through consultations, colleges, committees and councils, as steps. */
export const Besluiten = ({ b }: { b: Blad }) => {
  const t = raadTeksten[b.taal];
  const route = besluitroute(b.p, b.vandaag);
  return (
    <>
      <Kop2 id="besluiten">{t.besluiten}</Kop2>
      {route.length === 0 ? (
        <Alinea>{t.geenBesluiten}</Alinea>
      ) : (
        <>
          <Alinea>{t.besluitenUitleg}</Alinea>
          <Tijdstappen stappen={route.map(s => alsStap(b, s))} taal={b.taal} />
        </>
      )}
    </>
  );
};
