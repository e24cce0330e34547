import { Alinea, Kop2, LegeStaat, Link, Tabel } from '#platform/ui/index.ts';
import { type Agendapunt, agendas } from '../../domain/overleg.ts';
import { tekst, titel } from '../../domain/programma.ts';
import { type Blad, toonBlad } from '../kader.tsx';
import { BronOf, Brontaal, StandMerk, toonDeeldatum, toonWanneer } from '../opmaak.tsx';
import { algemeen } from '../teksten/algemeen.ts';
import { planningTeksten } from '../teksten/planning.ts';

function wanneer(b: Blad, punt: Agendapunt): string {
  if (punt.soort === 'mijlpaal') return toonWanneer(punt.onderdeel, b.taal);
  if (punt.soort === 'rapportageplicht')
    return punt.tot ? toonDeeldatum(punt.tot.toPlainYearMonth().toString(), b.taal) : '';
  const datum = tekst(punt.onderdeel, 'datum');
  return datum ? toonDeeldatum(datum, b.taal) : algemeen[b.taal].onbekend;
}

const Onderwerp = ({ b, punt }: { b: Blad; punt: Agendapunt }) =>
  punt.soort === 'mijlpaal' ? (
    <Link href={b.naar(`/planning/mijlpalen/${encodeURIComponent(punt.onderdeel.code)}`)}>
      <Brontaal taal={b.taal}>{titel(punt.onderdeel)}</Brontaal>
    </Link>
  ) : (
    <Brontaal taal={b.taal}>{titel(punt.onderdeel)}</Brontaal>
  );

/** One point of an agenda: what, when, which kind, of which body, how it stands. */
function rijVan(b: Blad, punt: Agendapunt) {
  const t = planningTeksten[b.taal];
  return [
    <Onderwerp b={b} punt={punt} />,
    wanneer(b, punt),
    t.soorten[punt.soort],
    punt.soort === 'rapportageplicht' ? (
      t.overleggen[punt.overleg]
    ) : (
      <BronOf taal={b.taal} woorden={punt.orgaan} anders={algemeen[b.taal].onbekend} />
    ),
    punt.stand ? (
      <StandMerk stand={punt.stand} taal={b.taal} />
    ) : (
      <Brontaal taal={b.taal}>{tekst(punt.onderdeel, 'uitkomst')}</Brontaal>
    ),
  ];
}

/** What each body must decide when, derived from milestones, planned decisions and duties to report. */
export function agendaPagina(b: Blad): Promise<Response> {
  const t = planningTeksten[b.taal];
  const alles = [...agendas(b.p, b.vandaag)];
  return toonBlad(
    b,
    { titel: t.agendaTitel, kop: t.agendaKop, pad: [{ naam: t.titel, href: b.naar('/planning') }] },
    <>
      <Alinea>{t.agendaUitleg}</Alinea>
      {alles.length === 0 ? <LegeStaat titel={t.agendaLeeg} /> : null}
      {alles.map(([overleg, punten]) => (
        <section>
          <Kop2 id={overleg.replaceAll('_', '-')}>{t.overleggen[overleg]}</Kop2>
          <Tabel
            bijschrift={t.overleggen[overleg]}
            bijschriftVerborgen
            kolommen={[
              { naam: t.onderwerp, rijkop: true },
              { naam: t.wanneer },
              { naam: t.soort },
              { naam: t.orgaan },
              { naam: t.status },
            ]}
            rijen={punten.map(punt => rijVan(b, punt))}
          />
        </section>
      ))}
    </>,
  );
}
