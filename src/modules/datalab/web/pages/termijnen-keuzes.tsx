import { formatPeriode, periodeCode } from '#kern/datum/index.ts';
import { Filters, KeuzeVeld, type Optie } from '#platform/ui/index.ts';
import { DOORLOOPSOORTEN, type Doorloopsoort } from '../../domain/doorloop.ts';
import type { Regio } from '../../domain/plaats.ts';
import type { Termijnoverzicht } from '../../usecases/lees-termijnen.ts';
import { paden } from '../paths.ts';
import { termijnen, woorden } from '../teksten-termijnen.ts';

const f = termijnen.filter;

/** What the reader chose before anything was read. */
export interface Termijnkeuze {
  readonly regio: Regio;
  readonly soort: Doorloopsoort;
}

const Kies = (props: { naam: string; label: string; waarde: string; opties: Optie[]; leeg?: string }) => (
  <KeuzeVeld {...props} leeg={props.leeg ?? null} />
);

const Binnenkeuzes = ({ o }: { o: Termijnoverzicht }) => {
  const telwijzen = o.perTelwijze.map(r => ({ waarde: r.sleutel, naam: woorden.telwijze[r.sleutel] }));
  const gemeenten = o.gemeenten.map(g => ({ waarde: g.code, naam: g.naam }));
  const perioden = o.perioden.map(p => ({ waarde: periodeCode(p), naam: formatPeriode(p) }));
  const gemeente = o.gemeente?.code ?? '';
  const periode = o.periode ? periodeCode(o.periode) : '';
  return (
    <>
      <Kies naam="telwijze" label={f.telwijze} waarde={o.telwijze} opties={telwijzen} />
      <Kies naam="gemeente" label={f.gemeente} waarde={gemeente} opties={gemeenten} leeg={f.heleRegio} />
      <Kies naam="periode" label={f.periode} waarde={periode} opties={perioden} leeg={f.allePerioden} />
    </>
  );
};

/** The choices of the page, kept in its address. */
export const Termijnkeuzes = (props: {
  regios: readonly Regio[];
  keuze: Termijnkeuze;
  overzicht: Termijnoverzicht | null;
}) => {
  const regios = props.regios.map(r => ({ waarde: r.id, naam: r.naam }));
  const soorten = DOORLOOPSOORTEN.map(s => ({ waarde: s, naam: woorden.soort[s] }));
  return (
    <Filters actie={paden.termijnen()}>
      <Kies naam="regio" label={f.regio} waarde={props.keuze.regio.id} opties={regios} />
      <Kies naam="soort" label={f.soort} waarde={props.keuze.soort} opties={soorten} />
      {props.overzicht === null ? null : <Binnenkeuzes o={props.overzicht} />}
    </Filters>
  );
};
