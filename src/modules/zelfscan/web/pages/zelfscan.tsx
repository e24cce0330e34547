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

const SectieDeel = ({ s, taal }: { s: Sectie; taal: Taal }) => (
  <section class="la-stroom" aria-labelledby={`sectie-${s.nr}`}>
    <Kop3 id={`sectie-${s.nr}`}>
      {s.nr}. {s.titel}
    </Kop3>
    {s.onderwerpen.length === 0 ? (
      <Alinea>{teksten[taal].geenOnderwerpen}</Alinea>
    ) : (
      <Lijst
        items={s.onderwerpen.map(o => (
          <>
            {o.titel}
            {o.onderdelen.length > 0 ? <Lijst items={o.onderdelen} /> : null}
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
  if (!heeftZelfscan(scan))
    return (
      <LegeStaat titel={t.leegTitel}>
        <Alinea>{t.leeg}</Alinea>
      </LegeStaat>
    );
  return (
    <>
      {scan.titel ? <Alinea soort="inleiding">{scan.titel}</Alinea> : null}
      <BeschrijvingsLijst
        items={[
          { term: t.doel, waarde: scan.doel ?? t.onbekend },
          { term: t.invullers, waarde: scan.invullers.join(', ') || t.onbekend },
          { term: t.werkwijze, waarde: scan.werkwijze ?? t.onbekend },
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
