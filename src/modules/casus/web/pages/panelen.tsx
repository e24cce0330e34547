import { zonderDubbelen } from '#modules/gezin/index.ts';
import {
  Alinea,
  BestandVeld,
  DatumVeld,
  Details,
  Formulier,
  KeuzeVeld,
  Knop,
  Kop2,
  Kop3,
  LegeStaat,
  Link,
  Melding,
  Tabel,
  TekstGebied,
  toonGetal,
} from '#platform/ui/index.ts';
import type { Document } from '../../domain/casus.ts';
import type { Casusblad } from '../../usecases/lees.ts';
import { leeg, type Vormstaat, veld } from '../kader.tsx';
import { Tekst, toonDag, toonGeboren, toonMoment, toonNaam } from '../opmaak.tsx';
import { woord } from '../teksten/codes.ts';
import {
  bijzonderteksten as bt,
  deelteksten,
  dossierteksten,
  documentteksten as dt,
  gezinteksten as gt,
} from '../teksten/dossier.ts';
import { Meldervelden } from './aanleg.tsx';
import { Bewaarknoppen, Deelformulier } from './notities.tsx';

export interface Paneel {
  b: Casusblad;
  csrf: string;
  /** The state of a form on this page: as it was sent, as it was kept, or empty. */
  staat: (formulier: string) => Vormstaat;
  /** Is this form to be shown open? */
  open: (formulier: string) => boolean;
  /** May the reader write in this file now? */
  schrijft: boolean;
  /** Id of the reader. */
  lezer: string;
}

/** Whom the file is about. */
export const Gezinpaneel = ({ b }: { b: Casusblad }) => {
  const leden = b.huishoudens.flatMap(h => h.leden);
  const rol = (id: string) => {
    const lid = leden.find(l => l.persoon === id && l.tot === null);
    return lid ? woord('huishoudrol', lid.rol) : '';
  };
  return (
    <>
      <Kop2 id="gezin">{gt.kop}</Kop2>
      {b.gewist.some(g => g.beoordeeldOp === null) ? (
        <Melding soort="waarschuwing" titel={gt.gewistTitel}>
          {gt.gewistTekst}
        </Melding>
      ) : null}
      {b.personen.length + b.gewist.length === 0 ? (
        <LegeStaat titel={gt.niemand} />
      ) : (
        <Tabel
          bijschrift={gt.bijschrift}
          bijschriftVerborgen
          kolommen={[{ naam: gt.naam, rijkop: true }, { naam: gt.geboren }, { naam: gt.rol }]}
          rijen={[
            ...zonderDubbelen(b.personen).map(p => [
              <Link href={`/gezin/personen/${p.id}?dossier=${b.casus.id}`}>{toonNaam(p)}</Link>,
              toonGeboren(p),
              rol(p.id),
            ]),
            ...b.gewist.map(() => [gt.gewist, '', '']),
          ]}
        />
      )}
      <Link href={`/gezin/dossiers/${b.casus.id}`}>{gt.beheer}</Link>
    </>
  );
};

const deelstand = (d: Document): string =>
  d.gedeeld ? deelteksten.gedeeldOp(woord('deelgrond', d.deelgrond ?? '')) : deelteksten.nietGedeeld;

const Documentdelen = ({ p, d }: { p: Paneel; d: Document }) =>
  p.schrijft && p.b.eigen.includes(d.organisatie) ? (
    <Deelformulier
      csrf={p.csrf}
      actie={`/casus/${p.b.casus.id}/documenten/${d.id}/deel`}
      staat={leeg(`deel-${d.id}`)}
      gedeeld={d.gedeeld}
      deelgrond={d.deelgrond}
    />
  ) : (
    deelstand(d)
  );

const Documentvorm = ({ p }: { p: Paneel }) => (
  <Details titel={dt.nieuw} open={p.open('document')}>
    <Formulier actie={`/casus/${p.b.casus.id}/documenten`} csrf={p.csrf} bestanden naam={dt.nieuw}>
      <BestandVeld
        {...veld(p.staat('document'), 'bestand')}
        label={dt.bestand}
        uitleg={dt.uitleg}
        maximum={dt.maximum}
      />
      <Knop>{dt.voegToe}</Knop>
    </Formulier>
  </Details>
);

/** Documents: fetch, share, add. */
export const Documentpaneel = ({ p }: { p: Paneel }) => (
  <>
    <Kop2 id="documenten">{dt.kop}</Kop2>
    {p.schrijft ? <Documentvorm p={p} /> : null}
    {p.b.documenten.length === 0 ? (
      <LegeStaat titel={dt.geen} />
    ) : (
      <Tabel
        bijschrift={dt.bijschrift}
        bijschriftVerborgen
        kolommen={[
          { naam: dt.naam, rijkop: true },
          { naam: dt.omvang, getal: true },
          { naam: dt.van },
          { naam: dt.delen },
        ]}
        rijen={p.b.documenten.map(d => [
          d.naam === null ? (
            dossierteksten.gewist
          ) : (
            <Link href={`/casus/${p.b.casus.id}/documenten/${d.id}`}>{d.naam}</Link>
          ),
          dt.kB(toonGetal(Math.ceil(d.bytes / 1024), 'nl')),
          `${p.b.organisaties.get(d.organisatie) ?? dossierteksten.andereOrganisatie}, ${toonMoment(d.vastgelegdOp)}`,
          <Documentdelen p={p} d={d} />,
        ])}
      />
    )}
  </>
);

const Verklaringvorm = ({ p }: { p: Paneel }) => {
  const staat = p.staat('verklaring');
  return (
    <Details titel={bt.verklaringNieuw} open={p.open('verklaring')}>
      <Formulier actie={`/casus/${p.b.casus.id}/verklaringen`} csrf={p.csrf} naam={bt.verklaringNieuw}>
        <KeuzeVeld
          {...veld(staat, 'partij')}
          label={bt.partij}
          opties={p.b.personen.map(x => ({ waarde: x.id, naam: toonNaam(x) }))}
        />
        <DatumVeld {...veld(staat, 'over_dag')} label={bt.overDag} />
        <TekstGebied {...veld(staat, 'inhoud')} label={bt.inhoud} rijen={6} />
        <Bewaarknoppen knop={bt.bewaarVerklaring} concept={p.b.concepten.verklaring !== undefined} />
      </Formulier>
    </Details>
  );
};

/** What one party declared. */
export const Verklaringpaneel = ({ p }: { p: Paneel }) => {
  const naam = (id: string) => {
    const wie = p.b.personen.find(x => x.id === id);
    return wie ? toonNaam(wie) : gt.naamOnbekend;
  };
  return (
    <>
      <Kop2 id="verklaringen">{bt.verklaringen}</Kop2>
      <Alinea soort="klein">{bt.verklaringUitleg}</Alinea>
      {p.schrijft ? <Verklaringvorm p={p} /> : null}
      {p.b.verklaringen.length === 0 ? <LegeStaat titel={bt.geenVerklaring} /> : null}
      {p.b.verklaringen.map(v => (
        <>
          <Kop3>{bt.verklaringVan(naam(v.partij), toonDag(v.overDag))}</Kop3>
          <Tekst tekst={v.inhoud} />
        </>
      ))}
    </>
  );
};

/** Who reported: only for who has a relation for it; others do not learn whether there is one. */
export const Melderpaneel = ({ p }: { p: Paneel }) => {
  if (!p.b.open.melder) return null;
  const m = p.b.melder;
  return (
    <>
      <Kop2 id="melder">{bt.melder}</Kop2>
      {m === null ? (
        <LegeStaat titel={bt.geenMelder} />
      ) : (
        <>
          <Alinea>
            {woord('anonimiteit', m.anonimiteit)}. {woord('meldergrond', m.grond)}.
          </Alinea>
          {m.naam === null ? null : <Tekst tekst={[m.naam, m.bereikbaar].filter(Boolean).join('\n')} />}
        </>
      )}
      <Details titel={bt.melderWijzig} open={p.open('melder')}>
        <Formulier actie={`/casus/${p.b.casus.id}/melder`} csrf={p.csrf} naam={bt.melderWijzig}>
          <Meldervelden staat={p.staat('melder')} />
          <Knop>{bt.bewaarMelder}</Knop>
        </Formulier>
      </Details>
    </>
  );
};
