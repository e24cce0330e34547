import type { Child } from 'hono/jsx';
import { beoordeelReeks, type Schatting } from '#kern/statistiek/index.ts';
import { alsLezer, type Ctx } from '#platform/http/index.ts';
import { Alinea, LijnGrafiek, type LijnReeks, type Taal, Tabel, toonGetal } from '#platform/ui/index.ts';
import { inTaal, type Tweetalig } from '../domain/indicator.ts';
import { type Reeksopdracht, segmentmodel, telpuntenVan } from '../domain/reeksoordeel.ts';
import { REEKSPERIODEN } from '../domain/telreeks.ts';
import { waardeVan } from '../domain/waarneming.ts';
import { type Bevrorenpunt, type Bevrorenstof, leesBevroren } from '../usecases/evalueer.ts';
import { evaluatieTeksten } from './teksten-evaluatie.ts';
import { toonBron, toonPeriode, toonWaarde } from './woorden.ts';

interface Beeldvraag {
  readonly opdracht: Reeksopdracht;
  readonly bevroren: readonly Bevrorenpunt[];
  readonly naam: Tweetalig;
  readonly plaatsnaam: string;
}

/** Expected number per moment, with and without the change; empty when only a description was given. */
function verloopVan(v: Beeldvraag, stof: readonly Bevrorenstof[]): Map<number, Schatting['verloop'][number]> {
  const uit = beoordeelReeks(telpuntenVan(stof), segmentmodel(v.opdracht));
  return new Map(uit.soort === 'geschat' ? uit.verloop.map(p => [p.moment, p]) : []);
}

const Cijfertabel = (props: {
  v: Beeldvraag;
  stof: readonly Bevrorenstof[];
  verloop: ReturnType<typeof verloopVan>;
  taal: Taal;
}) => {
  const { v, stof, verloop, taal } = props;
  const t = evaluatieTeksten[taal];
  const getal = (n: number | undefined) => (n === undefined ? t.overgang : toonGetal(n, taal, 1));
  const model = verloop.size > 0;
  return (
    <Tabel
      bijschrift={t.tabel(t.titel(inTaal(v.naam, taal), v.plaatsnaam))}
      kolommen={[
        { naam: t.periode, rijkop: true },
        { naam: t.geteld, getal: true },
        ...(v.opdracht.controle ? [{ naam: t.controle, getal: true }] : []),
        ...(model ? [t.met, t.zonder].map(naam => ({ naam, getal: true })) : []),
      ]}
      rijen={stof.map(({ moment, waarneming, controle }) => [
        toonPeriode(waarneming, taal),
        toonWaarde(waarneming, taal),
        ...(controle ? [toonWaarde(controle, taal)] : []),
        ...(model ? [getal(verloop.get(moment)?.met), getal(verloop.get(moment)?.zonder)] : []),
      ])}
    />
  );
};

function lijnenVan(
  stof: readonly Bevrorenstof[],
  verloop: ReturnType<typeof verloopVan>,
  perJaar: number,
  taal: Taal,
): LijnReeks[] {
  const t = evaluatieTeksten[taal];
  const per = (naam: string, waarde: (s: Bevrorenstof) => number | null): LijnReeks => ({
    naam,
    punten: stof.map(s => ({ jaar: s.moment / perJaar, waarde: waarde(s) })),
  });
  const geteld = per(t.geteld, s => waardeVan(s.waarneming.cijfer));
  if (verloop.size === 0) return [geteld];
  return [
    geteld,
    per(t.met, s => verloop.get(s.moment)?.met ?? null),
    per(t.zonder, s => verloop.get(s.moment)?.zonder ?? null),
  ];
}

/**
 * The figures that a question was answered on, as a picture with its table, as they were then. For who may see every one of
 * them; another reader is told that he may not.
 */
export async function evaluatiebeeld(c: Ctx, v: Beeldvraag): Promise<Child> {
  const taal = c.get('taal');
  const t = evaluatieTeksten[taal];
  const stof = await alsLezer(c, tx => leesBevroren(tx, v.bevroren));
  const eerste = stof?.[0];
  const laatste = stof?.at(-1);
  if (!stof || !eerste || !laatste) return <Alinea>{t.nietAlles}</Alinea>;
  const verloop = verloopVan(v, stof);
  const perJaar = REEKSPERIODEN[v.opdracht.reeks.periode];
  const alle = stof.flatMap(s => [s.waarneming, ...(s.controle ? [s.controle] : [])]);
  const beschrijving = t.beschrijving(
    toonPeriode(eerste.waarneming, taal),
    toonPeriode(laatste.waarneming, taal),
    toonGetal(stof.length, taal),
  );
  return (
    <LijnGrafiek
      id="evaluatie-verloop"
      taal={taal}
      titel={t.titel(inTaal(v.naam, taal), v.plaatsnaam)}
      subtitel={t.onder(t.perioden[v.opdracht.reeks.periode])}
      beschrijving={verloop.size > 0 ? `${beschrijving} ${t.metModel}` : beschrijving}
      bron={[...new Set(alle.map(w => toonBron(w, taal)))].join('; ')}
      beperking={t.beperking}
      reeksen={lijnenVan(stof, verloop, perJaar, taal)}
      jaarlijnen={[
        { jaar: segmentmodel(v.opdracht).ingreep / perJaar, tekst: t.begin, soort: 'gebeurtenis' },
      ]}
      toon={n => toonGetal(n, taal)}
      tabel={<Cijfertabel v={v} stof={stof} verloop={verloop} taal={taal} />}
    />
  );
}
