import { Filters, KeuzeVeld, type Optie } from '#platform/ui/index.ts';
import { STATUSSEN } from '../../domain/keuzes.ts';
import { OVERLEGGEN } from '../../domain/overleg.ts';
import type { Planfilter } from '../../domain/planning.ts';
import { gemeenten, lijst, titel } from '../../domain/programma.ts';
import type { Blad } from '../kader.tsx';
import { algemeen } from '../teksten/algemeen.ts';
import { planningTeksten } from '../teksten/planning.ts';

/** The filter as it stands in the address; unknown values filter nothing away in silence: they give zero rows. */
export function planfilter(b: Blad): Planfilter {
  const uit = (naam: string) => b.c.req.query(naam) ?? '';
  return {
    overleg: uit('overleg'),
    status: uit('status'),
    actie: uit('actie'),
    gemeente: uit('gemeente'),
    subregio: uit('subregio'),
  };
}

/** The filter as part of an address; empty when nothing is filtered. */
export const zoekdeel = (f: Planfilter): string => {
  const gevuld = Object.entries(f).filter(([, w]) => w !== '');
  return gevuld.length === 0 ? '' : `?${new URLSearchParams(gevuld)}`;
};

/** The choices per filter, in the order in which they stand; a filter without a choice is left out. */
function keuzen(b: Blad): { naam: keyof Planfilter; label: string; opties: Optie[] }[] {
  const t = planningTeksten[b.taal];
  const a = algemeen[b.taal];
  const zelf = (waarden: readonly string[]) => waarden.map(w => ({ waarde: w, naam: w }));
  const subregios = [...new Set(gemeenten(b.p).flatMap(g => g.subregio ?? []))];
  const status = [
    ...STATUSSEN.map(s => ({ waarde: s as string, naam: a.status[s] })),
    { waarde: 'laat', naam: t.filterLaat },
    { waarde: 'onbekend', naam: t.filterOnbekend },
  ];
  const acties = lijst(b.p, 'actie').map(x => ({
    waarde: x.code,
    naam: `${x.code} ${titel(x)}`,
    taal: 'nl' as const,
  }));
  const overleggen = OVERLEGGEN.map(o => ({ waarde: o as string, naam: t.overleggen[o] }));
  return [
    { naam: 'status', label: t.status, opties: status },
    { naam: 'overleg', label: t.overleg, opties: overleggen },
    { naam: 'actie', label: t.actie, opties: acties },
    { naam: 'subregio', label: t.subregio, opties: subregios.length > 1 ? zelf(subregios) : [] },
    { naam: 'gemeente', label: t.gemeente, opties: zelf(gemeenten(b.p).map(g => g.naam)) },
  ];
}

/** The form with the filters, and how many milestones they leave. */
export const Keuze = ({ b, aantal, filter }: { b: Blad; aantal: number; filter: Planfilter }) => {
  const t = planningTeksten[b.taal];
  return (
    <Filters
      actie={b.naar('/planning')}
      aantal={aantal}
      volgorde={t.volgorde}
      actief={zoekdeel(filter) !== ''}
      taal={b.taal}
    >
      {keuzen(b)
        .filter(k => k.opties.length > 0)
        .map(k => (
          <KeuzeVeld {...k} waarde={filter[k.naam]} leeg={t.alle} taal={b.taal} />
        ))}
    </Filters>
  );
};
