import { Alinea, Kop2, Kop3, Link, Tabel } from '#platform/ui/index.ts';
import type { Casusblad } from '../../usecases/lees.ts';
import type { Gebied } from '../kader.tsx';
import { Tekst, toonDag, toonGeboren, toonMoment, toonNaam } from '../opmaak.tsx';
import { woord } from '../teksten/codes.ts';
import {
  bijzonderteksten as bt,
  dossierteksten,
  documentteksten as dt,
  gezinteksten as gt,
  notitieteksten as nt,
  drukteksten as t,
} from '../teksten/dossier.ts';
import { feitenVan } from './dossier.tsx';
import { Feiten } from './lijst.tsx';
import { schrijver } from './notities.tsx';

const Gezin = ({ b }: { b: Casusblad }) => (
  <>
    <Kop2>{gt.kop}</Kop2>
    <Tabel
      bijschrift={gt.bijschrift}
      bijschriftVerborgen
      kolommen={[{ naam: gt.naam, rijkop: true }, { naam: gt.geboren }]}
      rijen={b.personen.map(p => [toonNaam(p), toonGeboren(p)])}
    />
  </>
);

const Notities = ({ b }: { b: Casusblad }) => (
  <>
    <Kop2>{nt.kop}</Kop2>
    {b.notities.rijen.length === 0 ? <Alinea>{nt.geen}</Alinea> : null}
    {b.notities.rijen.map(n => (
      <>
        <Kop3>
          {toonDag(n.overDag)}: {woord('notitiesoort', n.soort)}
        </Kop3>
        <Tekst tekst={n.inhoud} />
        <Alinea soort="klein">{schrijver(n, b)}</Alinea>
      </>
    ))}
  </>
);

const Verklaringen = ({ b }: { b: Casusblad }) => (
  <>
    <Kop2>{bt.verklaringen}</Kop2>
    {b.verklaringen.map(v => {
      const wie = b.personen.find(p => p.id === v.partij);
      return (
        <>
          <Kop3>{bt.verklaringVan(wie ? toonNaam(wie) : gt.naamOnbekend, toonDag(v.overDag))}</Kop3>
          <Tekst tekst={v.inhoud} />
        </>
      );
    })}
  </>
);

const Documenten = ({ b }: { b: Casusblad }) => (
  <>
    <Kop2>{dt.kop}</Kop2>
    <Tabel
      bijschrift={dt.bijschrift}
      bijschriftVerborgen
      kolommen={[{ naam: dt.naam, rijkop: true }, { naam: dt.van }]}
      rijen={b.documenten.map(d => [d.naam ?? dossierteksten.gewist, toonMoment(d.vastgelegdOp)])}
    />
  </>
);

/** The file for paper: who printed it, when and what for stands on it. Never the reporter, never police information. */
export const Drukblad = ({
  b,
  regel,
  gebieden,
}: {
  b: Casusblad;
  regel: string;
  gebieden: readonly Gebied[];
}) => (
  <>
    <Alinea>
      <strong>{regel}</strong>
    </Alinea>
    <Feiten items={feitenVan(b, gebieden)} />
    <Gezin b={b} />
    <Notities b={b} />
    {b.verklaringen.length > 0 ? <Verklaringen b={b} /> : null}
    {b.documenten.length > 0 ? <Documenten b={b} /> : null}
    <Alinea soort="klein">{t.hint}</Alinea>
    <Link href={`/casus/${b.casus.id}`}>{t.terug}</Link>
  </>
);
