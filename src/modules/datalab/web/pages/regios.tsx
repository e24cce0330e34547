import { adres, alsLezer, type Ctx, toon } from '#platform/http/index.ts';
import { Alinea, Kop1, type Kruimel, Link, Tabel } from '#platform/ui/index.ts';
import { indicatorSlug, inTaal } from '../../domain/indicator.ts';
import type { Regiorij, Regiovergelijking } from '../../domain/regiovergelijking.ts';
import { waardeVan } from '../../domain/waarneming.ts';
import { leesRegiovergelijkingen } from '../../usecases/vergelijk-regios.ts';
import { paden } from '../paths.ts';
import { teksten } from '../taal.ts';
import { tempoMetInterval } from '../trechterwoorden.ts';
import { splitsVorm, stuurBestand, type Uitvoer } from '../uitvoer.ts';
import { onbekend } from '../vraag.ts';
import { toonPeriode, toonWaarde } from '../woorden.ts';
import { Bronnen, Downloads, Overgenomen } from './onderdelen.tsx';

const begin = (c: Ctx): Kruimel => ({ naam: teksten(c).start, href: adres(c, '/') });

function laatste(c: Ctx, rij: Regiorij): string {
  const w = rij.laatste?.waarneming;
  return w
    ? `${toonWaarde(w, c.get('taal'))}, ${toonPeriode(w, c.get('taal'))}`
    : teksten(c).vergelijk.geenCijfer;
}

function tempoOfReden(c: Ctx, rij: Regiorij): string {
  if (!rij.tempo) return rij.reden ? teksten(c).gebieden.regios.reden[rij.reden] : teksten(c).nvt;
  const { perDuizend, van, tot } = rij.tempo;
  return tempoMetInterval({ perDuizend, interval: { van, tot } }, c.get('taal'));
}

function inEenZin(c: Ctx, v: Regiovergelijking): string {
  const t = teksten(c).gebieden.regios;
  const aantal = v.rijen.filter(r => r.tempo !== null).length;
  return v.jaar === null ? t.niet : t.wel(String(v.jaar), String(aantal));
}

const Overzicht = ({ c, lijst }: { c: Ctx; lijst: readonly Regiovergelijking[] }) => {
  const t = teksten(c);
  const taal = c.get('taal');
  const regios = lijst[0]?.rijen.map(r => r.regio) ?? [];
  return (
    <>
      <Kop1>{t.gebieden.regios.overzicht}</Kop1>
      <Alinea soort="inleiding">{t.gebieden.regios.inleiding}</Alinea>
      <Overgenomen
        lijst={lijst.flatMap(v => v.rijen.flatMap(r => (r.tempo && r.regel ? [r.regel.waarneming] : [])))}
        taal={taal}
      />
      <Tabel
        bijschrift={t.gebieden.regios.overzichtTabel}
        kolommen={[
          { naam: t.kolom.indicator, rijkop: true },
          { naam: t.gebieden.regios.kolomVergelijk },
          ...regios.map(r => ({ naam: r.naam })),
        ]}
        rijen={lijst.map(v => [
          <Link href={adres(c, paden.regiosNaastElkaar(v.indicator.code))}>
            {inTaal(v.indicator.naam, taal)}
          </Link>,
          inEenZin(c, v),
          ...v.rijen.map(r => tempoOfReden(c, r)),
        ])}
      />
    </>
  );
};

const Vergelijking = ({ c, v, titel }: { c: Ctx; v: Regiovergelijking; titel: string }) => {
  const t = teksten(c);
  const r = t.gebieden.regios;
  const taal = c.get('taal');
  const naam = inTaal(v.indicator.naam, taal);
  return (
    <>
      <Kop1>{titel}</Kop1>
      <Alinea soort="inleiding">{r.inleiding}</Alinea>
      <Alinea>{v.jaar === null ? r.geenJaar : r.welJaar(String(v.jaar))}</Alinea>
      <Tabel
        bijschrift={v.jaar === null ? r.tabelZonder(naam) : r.tabel(naam, String(v.jaar))}
        kolommen={[{ naam: r.kolomRegio, rijkop: true }, { naam: r.kolomTempo }, { naam: r.kolomLaatste }]}
        rijen={v.rijen.map(rij => [
          <Link href={adres(c, paden.indicator(rij.regio.id, v.indicator.code))}>{rij.regio.naam}</Link>,
          tempoOfReden(c, rij),
          laatste(c, rij),
        ])}
      />
      <Alinea soort="klein">{r.beperking}</Alinea>
      <Bronnen lijst={v.rijen.flatMap(x => (x.laatste ? [x.laatste.waarneming] : []))} taal={taal} />
      <Downloads c={c} pad={paden.regiosNaastElkaar(v.indicator.code)} />
    </>
  );
};

function uitvoer(v: Regiovergelijking): Uitvoer {
  const rond = (n: number | undefined) => (n === undefined ? null : Math.round(n * 100) / 100);
  return {
    naam: `regios-${indicatorSlug(v.indicator.code)}`,
    kolommen: [
      'regio',
      'indicator',
      'jaar',
      'waarde',
      'per_1000_inwoners',
      'interval_van',
      'interval_tot',
      'reden',
      'bron',
      'plek',
    ],
    rijen: v.rijen.map(r => [
      r.regio.naam,
      v.indicator.code,
      v.jaar,
      r.regel ? waardeVan(r.regel.waarneming.cijfer) : null,
      rond(r.tempo?.perDuizend),
      rond(r.tempo?.van),
      rond(r.tempo?.tot),
      r.reden,
      r.regel?.waarneming.citaat.titel ?? null,
      r.regel?.waarneming.citaat.plek ?? null,
    ]),
  };
}

/** Which indicators can be compared between the regions, and why the others cannot. */
export async function regiosPagina(c: Ctx): Promise<Response> {
  const t = teksten(c).gebieden.regios;
  const lijst = await alsLezer(c, tx => leesRegiovergelijkingen(tx, c.get('vandaag')));
  return toon(
    c,
    { titel: t.overzicht, tweetalig: true, kruimels: [begin(c), { naam: t.kop }] },
    <Overzicht c={c} lijst={lijst} />,
  );
}

/** The regions side by side on one indicator: rates with intervals, or why not. */
export async function regioNaastRegioPagina(c: Ctx): Promise<Response> {
  const t = teksten(c);
  const { naam, vorm } = splitsVorm(c.req.param('indicator') ?? '');
  const lijst = await alsLezer(c, tx => leesRegiovergelijkingen(tx, c.get('vandaag')));
  const v = lijst.find(x => indicatorSlug(x.indicator.code) === indicatorSlug(naam.trim()));
  if (!v) return onbekend(c, t.onbekend.indicator(naam), null);
  if (vorm) return stuurBestand(c, uitvoer(v), vorm);
  const titel = t.gebieden.regios.titel(inTaal(v.indicator.naam, c.get('taal')));
  const overzicht = { naam: t.gebieden.regios.kop, href: adres(c, paden.regios()) };
  return toon(
    c,
    {
      titel,
      tweetalig: true,
      kruimels: [begin(c), overzicht, { naam: inTaal(v.indicator.naam, c.get('taal')) }],
    },
    <Vergelijking c={c} v={v} titel={titel} />,
  );
}
