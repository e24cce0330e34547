import type { Interval, Trapkwantiel } from '#kern/statistiek/index.ts';
import { lengteTekst } from '#kern/termijn/index.ts';
import {
  Alinea,
  BeschrijvingsLijst,
  Kop2,
  StatusMerk,
  Tabel,
  toonGetal,
  toonProcent,
} from '#platform/ui/index.ts';
import type { Aandeel, Normoordeel, Termijnbeeld } from '../../domain/termijnbeeld.ts';
import type { Telwijze } from '../../domain/termijnnorm.ts';
import type { Beeldrij } from '../../usecases/lees-termijnen.ts';
import { termijnen as t, woorden } from '../teksten-termijnen.ts';

const MERKEN = {
  gehaald: { vorm: 'vol', toon: 'goed' },
  niet_gehaald: { vorm: 'driehoek', toon: 'let_op' },
  niet_te_zeggen: { vorm: 'half', toon: 'neutraal' },
} as const satisfies Record<Normoordeel, { vorm: string; toon: string }>;

/** The verdict on the norm as word and shape. */
export const NormMerk = ({ oordeel }: { oordeel: Normoordeel }) => (
  <StatusMerk woord={woorden.oordeel[oordeel]} {...MERKEN[oordeel]} />
);

const procent = (deel: number) => toonProcent(deel, 'nl', 1);

/** An interval of shares: '84,8 % tot 96,5 %'; a dash where there is none. */
export function toonMarge(i: Interval | null | undefined): string {
  return i ? `${procent(i.ondergrens)} tot ${procent(i.bovengrens)}` : t.rij.leeg;
}

const deelVan = (a: Aandeel): string => (a.totaal === 0 ? t.rij.leeg : procent(a.inTijd / a.totaal));
const vanAantal = (a: Aandeel): string => t.maten.vanAantal(toonGetal(a.inTijd), toonGetal(a.totaal));
/** A share, or a dash when it cannot be given. */
export const toonDeel = (deel: number | null | undefined): string =>
  deel === null || deel === undefined ? t.rij.leeg : procent(deel);

/** The three measures of one picture side by side. */
export const Maten = ({ beeld }: { beeld: Termijnbeeld }) => {
  const { gesloten, verstreken, binnen, andersBinnen } = beeld;
  const m = t.maten;
  return (
    <>
      <Kop2>{m.kop}</Kop2>
      <Tabel
        bijschrift={m.bijschrift}
        kolommen={[
          { naam: m.maat, rijkop: true },
          { naam: m.deel, getal: true },
          { naam: m.marge, getal: true },
          { naam: m.aantal, getal: true },
          { naam: m.betekenis },
        ]}
        rijen={[
          [m.gesloten, deelVan(gesloten), toonMarge(gesloten.interval), vanAantal(gesloten), m.geslotenZegt],
          [
            m.verstreken,
            deelVan(verstreken),
            toonMarge(verstreken.interval),
            vanAantal(verstreken),
            m.verstrekenZegt,
          ],
          [
            m.binnen,
            toonDeel(binnen?.schatting),
            toonMarge(binnen?.grenzen),
            toonGetal(beeld.aantal),
            m.binnenZegt,
          ],
        ]}
      />
      {andersBinnen === null || andersBinnen === 0 ? null : (
        <Alinea soort="klein">{m.anders(procent(andersBinnen))}</Alinea>
      )}
    </>
  );
};

function duurmarge({ ondergrens: van, bovengrens: tot }: Trapkwantiel): string {
  if (van !== null && tot !== null) return ` ${t.duur.tussen(toonGetal(van), toonGetal(tot))}`;
  if (van !== null) return ` ${t.duur.vanaf(toonGetal(van))}`;
  return tot === null ? '' : ` ${t.duur.hoogstens(toonGetal(tot))}`;
}

/** A time with its limits: '12 werkdagen (95 %: 10 tot 15)'. */
export function toonDuur(k: Trapkwantiel | null, telwijze: Telwijze): string {
  if (k === null || k.tijd === null) return t.duur.nietBereikt;
  return `${t.duur.dagen(toonGetal(k.tijd), woorden.telwijze[telwijze])}${duurmarge(k)}`;
}

/** Lead times and what was still open. */
export const DuurEnVoorraad = ({ beeld, telwijze }: { beeld: Termijnbeeld; telwijze: Telwijze }) => {
  const { voorraad: v } = beeld;
  const dagen = (n: number | null) =>
    n === null ? t.rij.leeg : t.voorraad.dagen(toonGetal(n, 'nl', n % 1 ? 1 : 0));
  return (
    <>
      <Kop2>{t.duur.kop}</Kop2>
      <BeschrijvingsLijst
        items={[
          { term: t.duur.p50, waarde: toonDuur(beeld.p50, telwijze) },
          { term: t.duur.p90, waarde: toonDuur(beeld.p90, telwijze) },
        ]}
      />
      <Kop2>{t.voorraad.kop}</Kop2>
      {v.open === 0 ? (
        <Alinea>{t.voorraad.geen}</Alinea>
      ) : (
        <BeschrijvingsLijst
          items={[
            { term: t.voorraad.open, waarde: toonGetal(v.open) },
            { term: t.voorraad.over, waarde: toonGetal(v.overTermijn) },
            { term: t.voorraad.mediaan, waarde: dagen(v.mediaan) },
            { term: t.voorraad.oudste, waarde: dagen(v.oudste) },
          ]}
        />
      )}
    </>
  );
};

const kort = (k: Trapkwantiel | null): string => (k?.tijd == null ? t.rij.leeg : toonGetal(k.tijd));

/** Pictures as rows: places, or periods. */
export const Beeldtabel = (props: {
  bijschrift: string;
  kolom: string;
  rijen: readonly { naam: string; beeld: Termijnbeeld }[];
}) => (
  <Tabel
    bijschrift={props.bijschrift}
    kolommen={[
      { naam: props.kolom, rijkop: true },
      { naam: t.rij.begonnen, getal: true },
      { naam: t.rij.open, getal: true },
      { naam: t.rij.gesloten, getal: true },
      { naam: t.rij.binnen, getal: true },
      { naam: t.rij.marge, getal: true },
      { naam: t.rij.p50, getal: true },
      { naam: t.rij.p90, getal: true },
      { naam: t.rij.norm },
    ]}
    rijen={props.rijen.map(({ naam, beeld }) => [
      naam,
      toonGetal(beeld.aantal),
      toonGetal(beeld.voorraad.open),
      deelVan(beeld.gesloten),
      toonDeel(beeld.binnen?.schatting),
      toonMarge(beeld.binnen?.grenzen),
      kort(beeld.p50),
      kort(beeld.p90),
      <NormMerk oordeel={beeld.oordeel} />,
    ])}
  />
);

/** The same cases counted in both ways. */
export const Telwijzetabel = ({ rijen }: { rijen: readonly Beeldrij<Telwijze>[] }) => (
  <>
    <Kop2>{t.telwijzen.kop}</Kop2>
    <Alinea>{t.telwijzen.uitleg}</Alinea>
    <Tabel
      bijschrift={t.telwijzen.bijschrift}
      kolommen={[
        { naam: t.telwijzen.telwijze, rijkop: true },
        { naam: t.telwijzen.termijn },
        { naam: t.telwijzen.bevestigd },
        { naam: t.rij.gesloten, getal: true },
        { naam: t.rij.binnen, getal: true },
        { naam: t.rij.marge, getal: true },
        { naam: t.rij.norm },
      ]}
      rijen={rijen.map(({ sleutel, beeld }) => [
        woorden.telwijze[sleutel],
        beeld.norm ? lengteTekst(beeld.norm.regel.lengte, beeld.norm.regel.eenheid) : t.rij.leeg,
        beeld.norm?.regel.bevestigd ? t.telwijzen.ja : t.telwijzen.nee,
        deelVan(beeld.gesloten),
        toonDeel(beeld.binnen?.schatting),
        toonMarge(beeld.binnen?.grenzen),
        <NormMerk oordeel={beeld.oordeel} />,
      ])}
    />
  </>
);
