import { basisUrlVan } from '#platform/config/index.ts';
import { adres, alsLezer, type Ctx, toon } from '#platform/http/index.ts';
import { Alinea, Kop1, Kop2, LegeStaat, Link, Tabel } from '#platform/ui/index.ts';
import { type Indicator, inTaal } from '../../domain/indicator.ts';
import type { Meting } from '../../domain/meting.ts';
import type { Regio } from '../../domain/plaats.ts';
import type { Waarneming } from '../../domain/waarneming.ts';
import { findMeting, listMetingen } from '../../usecases/metingen.ts';
import { naamMetVariant } from '../catalogus-woorden.ts';
import { bekendOp, metingnaam, metingteksten, vastgesteldOp } from '../meting-woorden.ts';
import { paden } from '../paths.ts';
import { teksten } from '../taal.ts';
import { losseUitvoer, splitsVorm, stuurBestand } from '../uitvoer.ts';
import { onbekend } from '../vraag.ts';
import { toonBron, toonPeriode, toonStand, toonWaarde } from '../woorden.ts';
import { adresVanCijfers } from './kruimelpad.ts';
import { Downloads, kruimels, Overgenomen } from './onderdelen.tsx';

const Metingtabel = ({ c, regio, lijst }: { c: Ctx; regio: Regio; lijst: readonly Meting[] }) => {
  const taal = c.get('taal');
  const t = metingteksten(taal);
  return (
    <Tabel
      bijschrift={t.bijschrift}
      kolommen={[{ naam: t.naam, rijkop: true }, { naam: t.bekendOp }, { naam: t.vastgesteld }]}
      rijen={lijst.map(m => [
        <Link href={adres(c, paden.meting(regio.id, m.slug))}>{metingnaam(m, taal)}</Link>,
        bekendOp(m, taal),
        vastgesteldOp(m, taal),
      ])}
    />
  );
};

/** The measurements of a region. */
export async function metingenPagina(c: Ctx, regio: Regio): Promise<Response> {
  const t = metingteksten(c.get('taal'));
  const lijst = await alsLezer(c, tx => listMetingen(tx, regio.id));
  const titel = t.titel(regio.naam);
  return toon(
    c,
    {
      titel,
      thema: regio.id,
      tweetalig: true,
      kruimels: kruimels(c, regio, adresVanCijfers(c, regio), { naam: t.kort }),
    },
    <>
      <Kop1>{titel}</Kop1>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      {lijst.length === 0 ? (
        <LegeStaat titel={t.geen}>{t.geenUitleg}</LegeStaat>
      ) : (
        <Metingtabel c={c} regio={regio} lijst={lijst} />
      )}
    </>,
  );
}

type Inhoud = { c: Ctx; waarnemingen: readonly Waarneming[]; definities: readonly Indicator[]; naam: string };

const Cijfers = ({ c, waarnemingen, definities, naam }: Inhoud) => {
  const taal = c.get('taal');
  const t = metingteksten(taal);
  const k = teksten(c).kolom;
  if (waarnemingen.length === 0) return <LegeStaat titel={t.geenVoorU}>{t.geenVoorUUitleg}</LegeStaat>;
  const noem = (w: Waarneming) => {
    const i = definities.find(d => d.code === w.indicator && d.definitieversie === w.definitieversie);
    return i ? naamMetVariant(i, taal) : w.indicator;
  };
  return (
    <Tabel
      bijschrift={t.cijfers(naam)}
      kolommen={[
        { naam: k.indicator, rijkop: true },
        { naam: k.plaats },
        { naam: k.periode },
        { naam: k.waarde, getal: true },
        { naam: k.stand },
        { naam: k.bron },
      ]}
      rijen={waarnemingen.map(w => [
        noem(w),
        w.plaats.naam,
        toonPeriode(w, taal),
        toonWaarde(w, taal),
        toonStand(w, taal),
        <span lang="nl">{toonBron(w, taal)}</span>,
      ])}
    />
  );
};

/** The address under which a measurement stays to be found. */
function blijvendAdres(c: Ctx, pad: string): string {
  return `${basisUrlVan(c.get('diensten').instellingen)}${adres(c, pad)}`;
}

/** One measurement: its figures as they stood, what this reader may see of them, and how to cite it. */
export async function metingPagina(c: Ctx, regio: Regio): Promise<Response> {
  const taal = c.get('taal');
  const t = metingteksten(taal);
  const { naam: slug, vorm } = splitsVorm(c.req.param('meting') ?? '');
  const gevonden = await alsLezer(c, tx => findMeting(tx, regio.id, slug));
  if (!gevonden) return onbekend(c, t.onbekend(slug), regio);
  const { meting, waarnemingen, definities } = gevonden;
  const naamVanCode = (code: string) => {
    const i = definities.find(d => d.code === code);
    return i ? inTaal(i.naam, 'nl') : code;
  };
  if (vorm)
    return stuurBestand(c, losseUitvoer(`${meting.slug}-${regio.id}`, waarnemingen, naamVanCode), vorm);
  const naam = metingnaam(meting, taal);
  const pad = paden.meting(regio.id, meting.slug);
  const lijst = { naam: t.kort, href: adres(c, paden.metingen(regio.id)) };
  return toon(
    c,
    {
      titel: `${naam}, ${regio.naam}`,
      thema: regio.id,
      tweetalig: true,
      kruimels: kruimels(c, regio, adresVanCijfers(c, regio), lijst, { naam }),
    },
    <>
      <Kop1>{`${naam}, ${regio.naam}`}</Kop1>
      <Alinea soort="inleiding">{t.uitleg(bekendOp(meting, taal), vastgesteldOp(meting, taal))}</Alinea>
      <Cijfers c={c} waarnemingen={waarnemingen} definities={definities} naam={naam} />
      <Overgenomen lijst={waarnemingen} taal={taal} />
      <Downloads c={c} pad={pad} />
      <Kop2>{t.aanhalenKop}</Kop2>
      <Alinea>{t.aanhalen(naam, regio.naam, vastgesteldOp(meting, taal), blijvendAdres(c, pad))}</Alinea>
      <Alinea soort="klein">{t.aanhalenUitleg}</Alinea>
    </>,
  );
}
