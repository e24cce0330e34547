import { formatDag, maandNaam } from '#kern/datum/index.ts';
import {
  Alinea,
  BeschrijvingsLijst,
  Bron,
  type BronVerwijzing,
  Kop2,
  Kop3,
  LegeStaat,
  Lijst,
  type Taal,
} from '#platform/ui/index.ts';
import { heeftZelfscan, type Sectie, type Zelfscan } from '../../domain/zelfscan.ts';
import { teksten } from '../teksten.ts';

/** A date as precise as the source gives it. */
function toonDatum(waarde: string, taal: Taal): string {
  const [jaar, maand, dag] = waarde.split('-');
  if (dag) return formatDag(Temporal.PlainDate.from(waarde), taal);
  return maand ? `${maandNaam(Number(maand), taal)} ${jaar}` : waarde;
}

/** Words of a source: Dutch, whatever the language of the page around them. */
const Bronwoorden = ({ taal, children }: { taal: Taal; children: string }) =>
  taal === 'nl' ? <>{children}</> : <span lang="nl">{children}</span>;

const SectieDeel = ({ s, taal }: { s: Sectie; taal: Taal }) => (
  <section class="la-stroom" aria-labelledby={`sectie-${s.nr}`}>
    <Kop3 id={`sectie-${s.nr}`}>
      {s.nr}. <Bronwoorden taal={taal}>{s.titel}</Bronwoorden>
    </Kop3>
    {s.onderwerpen.length === 0 ? (
      <Alinea>{teksten[taal].geenOnderwerpen}</Alinea>
    ) : (
      <Lijst
        items={s.onderwerpen.map(o => (
          <>
            <Bronwoorden taal={taal}>{o.titel}</Bronwoorden>
            {o.onderdelen.length > 0 ? (
              <Lijst items={o.onderdelen.map(x => <Bronwoorden taal={taal}>{x}</Bronwoorden>)} />
            ) : null}
          </>
        ))}
      />
    )}
  </section>
);

/** What the scan is for, who fills it in and how, and its sections with their topics. */
export const ZelfscanInhoud = (props: { scan: Zelfscan | null; taal: Taal; bron: BronVerwijzing | null }) => {
  const { scan, taal, bron } = props;
  const t = teksten[taal];
  const ofOnbekend = (w: string | null) => (w ? <Bronwoorden taal={taal}>{w}</Bronwoorden> : t.onbekend);
  if (!heeftZelfscan(scan))
    return (
      <LegeStaat titel={t.leegTitel}>
        <Alinea>{t.leeg}</Alinea>
      </LegeStaat>
    );
  return (
    <>
      {scan.titel ? (
        <Alinea soort="inleiding">
          <Bronwoorden taal={taal}>{scan.titel}</Bronwoorden>
        </Alinea>
      ) : null}
      <BeschrijvingsLijst
        items={[
          { term: t.doel, waarde: ofOnbekend(scan.doel) },
          { term: t.invullers, waarde: ofOnbekend(scan.invullers.join(', ')) },
          { term: t.werkwijze, waarde: ofOnbekend(scan.werkwijze) },
          { term: t.gereed, waarde: scan.gereed ? toonDatum(scan.gereed, taal) : t.onbekend },
        ]}
      />
      <Kop2>{t.secties}</Kop2>
      {scan.secties.length === 0 ? <Alinea>{t.geenSecties}</Alinea> : null}
      {scan.secties.map(s => (
        <SectieDeel s={s} taal={taal} />
      ))}
      {bron ? <Bron taal={taal} bron={bron} /> : null}
    </>
  );
};
