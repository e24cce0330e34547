import type { Child } from 'hono/jsx';
import { formatDag, maandNaam } from '#kern/datum/index.ts';
import { Alinea, Bron, Kop2, Lijst, StatusMerk, type Taal, Tabel, toonEuro } from '#platform/ui/index.ts';
import { leesDeeldatum, leesKwartaal } from '../domain/deeldatum.ts';
import type { Status } from '../domain/keuzes.ts';
import type { Stand } from '../domain/mijlpaal.ts';
import { lijst, type Onderdeel, type Programma, tekst } from '../domain/programma.ts';
import type { Inhoud } from '../domain/veld.ts';
import { algemeen } from './teksten/algemeen.ts';

/** Words of a source: Dutch, whatever the language of the page around them. */
export const Brontaal = ({ taal, children }: { taal: Taal; children?: Child }) =>
  taal === 'nl' || children === '' ? <>{children}</> : <span lang="nl">{children}</span>;

/** Words of a source, or where it gives none what we say instead. */
export const BronOf = ({ taal, woorden, anders }: { taal: Taal; woorden: string; anders: string }) =>
  woorden === '' ? <>{anders}</> : <Brontaal taal={taal}>{woorden}</Brontaal>;

const PLEK = '\u0000';

/** A sentence of ours in which words of a source stand. */
export const ZinMetBron = (props: { taal: Taal; zin: (woorden: string) => string; woorden: string }) => {
  if (props.taal === 'nl') return <>{props.zin(props.woorden)}</>;
  const [voor = '', na = ''] = props.zin(PLEK).split(PLEK);
  return (
    <>
      {voor}
      <Brontaal taal={props.taal}>{props.woorden}</Brontaal>
      {na}
    </>
  );
};

/** A date as precise as the source gives it: '2021', 'maart 2021' or '14 april 2021'. */
export function toonDeeldatum(waarde: string, taal: Taal): string {
  const d = leesDeeldatum(waarde);
  if (!d) return waarde;
  if (d.precisie === 'jaar') return `${d.eerste.year}`;
  if (d.precisie === 'maand') return `${maandNaam(d.eerste.month, taal)} ${d.eerste.year}`;
  return formatDag(d.eerste, taal);
}

/** A period in words; the end that the source leaves out is said, never guessed. */
export function toonPeriode(van: string, tot: string, taal: Taal): string {
  const t = algemeen[taal];
  if (!van && !tot) return t.onbekend;
  if (!van) return t.totEnMet(toonDeeldatum(tot, taal));
  if (!tot) return t.vanaf(toonDeeldatum(van, taal));
  if (van === tot) return toonDeeldatum(van, taal);
  return t.periode(toonDeeldatum(van, taal), toonDeeldatum(tot, taal));
}

/** '1e kwartaal 2021' or 'Q1 2021'. */
export function toonKwartaal(waarde: string, taal: Taal): string {
  if (!leesKwartaal(waarde)) return waarde;
  const [jaar, q] = waarde.split('-Q');
  return taal === 'nl' ? `${q}e kwartaal ${jaar}` : `Q${q} ${jaar}`;
}

/** When a milestone is due, in the words of its source. */
export function toonWanneer(m: Onderdeel, taal: Taal): string {
  const t = algemeen[taal];
  const datum = tekst(m, 'datum');
  const van = tekst(m, 'kwartaal');
  const tot = tekst(m, 'kwartaalTot');
  if (tot) return t.periode(toonKwartaal(van, taal), toonKwartaal(tot, taal));
  if (datum) return toonDeeldatum(datum, taal);
  return van ? toonKwartaal(van, taal) : t.onbekend;
}

/** An amount, or in words why there is none: never 0 for unknown. */
export function toonBedrag(bedrag: unknown, taal: Taal): string {
  return typeof bedrag === 'number' ? toonEuro(bedrag, taal) : algemeen[taal].onbekend;
}

/** Status as word and shape; said apart when the source gives none or the date has passed. */
export const StandMerk = ({ stand, taal }: { stand: Pick<Stand, 'status' | 'verstreken'>; taal: Taal }) => {
  const t = algemeen[taal];
  if (stand.verstreken && stand.status !== 'vertraagd')
    return <StatusMerk woord={t.verstreken} vorm="driehoek" toon="let_op" />;
  return <StatusWoord status={stand.status} taal={taal} />;
};

export const StatusWoord = ({ status, taal }: { status: Status | null; taal: Taal }) => {
  const t = algemeen[taal];
  return status === null ? (
    <StatusMerk woord={t.statusOnbekend} vorm="open" toon="neutraal" />
  ) : (
    <StatusMerk status={status} taal={taal} />
  );
};

/** A list of lines, or the word for none. */
export const Regels = ({ regels, taal }: { regels: readonly string[]; taal: Taal }) =>
  regels.length === 0 ? (
    <>{algemeen[taal].geen}</>
  ) : (
    <Lijst items={regels.map(r => <Brontaal taal={taal}>{r}</Brontaal>)} />
  );

type Tabelinhoud = Pick<Parameters<typeof Tabel>[0], 'kolommen' | 'rijen' | 'totaal'>;

/** A table under a heading that names it. Without rows: the sentence `leeg`, where there is one. */
export const KopTabel = ({ titel, leeg, ...tabel }: Tabelinhoud & { titel: string; leeg?: string }) => (
  <>
    <Kop2>{titel}</Kop2>
    {leeg !== undefined && tabel.rijen.length === 0 ? (
      <Alinea>{leeg}</Alinea>
    ) : (
      <Tabel bijschrift={titel} bijschriftVerborgen {...tabel} />
    )}
  </>
);

/** The source of an item: title, municipality, date and paragraph of the document, never a file name. */
export const Herkomst = ({ p, bron, taal }: { p: Programma; bron: unknown; taal: Taal }) => {
  const b = bron as Inhoud | null;
  if (!b?.bestand) return null;
  const documenten = lijst(p, 'document').filter(d => tekst(d, 'bestand') === b.bestand);
  const d = documenten[0];
  if (!d) return null;
  return (
    <Bron
      taal={taal}
      bron={{
        titel: tekst(d, 'titel'),
        ...(tekst(d, 'gemeente') ? { van: tekst(d, 'gemeente') } : {}),
        ...(tekst(d, 'datum') ? { datum: toonDeeldatum(tekst(d, 'datum'), taal) } : {}),
        ...(b.paragraaf ? { paragraaf: String(b.paragraaf) } : {}),
      }}
    />
  );
};
