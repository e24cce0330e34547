import { formatDagKort } from '#kern/datum/index.ts';
import { Alinea, Formulier, Knop, Kop2, Tabel } from '#platform/ui/index.ts';
import { bewaarteksten } from '../../domain/teksten.ts';
import type { Termijnvoorstel } from '../../usecases/bewaren.ts';
import { teksten } from '../teksten.ts';

const t = teksten.bewaren.voorstel;

/** What the reader can do with a proposal: his own is laid down by another. */
const Doen = ({ v, ik, csrf }: { v: Termijnvoorstel; ik: string; csrf: string }) => {
  const soort = bewaarteksten.soorten[v.soort];
  const pad = `/privacy/bewaren/voorstel/${v.id}`;
  return (
    <>
      {v.door === ik ? (
        <Alinea soort="klein">{t.eigen}</Alinea>
      ) : (
        <Formulier actie={`${pad}/vast`} csrf={csrf} naam={`${t.stelVast}: ${soort}`}>
          <Knop>{t.stelVast}</Knop>
        </Formulier>
      )}
      <Formulier actie={`${pad}/weg`} csrf={csrf} naam={`${t.trekIn}: ${soort}`}>
        <Knop soort="bij">{t.trekIn}</Knop>
      </Formulier>
    </>
  );
};

interface Eigenschappen {
  voorstellen: readonly Termijnvoorstel[];
  ik: string;
  csrf: string;
}

/** Terms that one officer proposed: another lays them down, anybody of the region takes them back. */
export const Termijnvoorstellen = ({ voorstellen, ik, csrf }: Eigenschappen) =>
  voorstellen.length === 0 ? null : (
    <>
      <Kop2>{t.kop}</Kop2>
      <Alinea>{t.uitleg}</Alinea>
      <Tabel
        bijschrift={t.kop}
        bijschriftVerborgen
        kolommen={[
          { naam: t.kolommen.soort, rijkop: true },
          { naam: t.kolommen.termijn },
          { naam: t.kolommen.grond },
          { naam: t.kolommen.van },
          { naam: t.kolommen.doe },
        ]}
        rijen={voorstellen.map(v => [
          bewaarteksten.soorten[v.soort],
          teksten.bewaren.jaren(v.jaren, bewaarteksten.vanaf[v.vanaf]),
          `${v.wet}, ${v.artikel}. ${v.bron}`,
          formatDagKort(v.van),
          <Doen v={v} ik={ik} csrf={csrf} />,
        ])}
      />
    </>
  );
