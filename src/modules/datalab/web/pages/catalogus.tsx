import { adres, alsLezer, type Ctx, toon } from '#platform/http/index.ts';
import { Alinea, Details, Kop1, Kop2, Kop3, Lijst, Link, Tabel, toonGetal } from '#platform/ui/index.ts';
import { INDICATORGROEPEN, type Indicator, inTaal } from '../../domain/indicator.ts';
import type { Regio } from '../../domain/plaats.ts';
import { listDefinities } from '../../usecases/lees-cijfers.ts';
import { catalogusUitvoer } from '../catalogus-uitvoer.ts';
import {
  catalogusteksten,
  formuleHerkomst,
  formuleZin,
  naamgever,
  normZin,
  onthullingZin,
} from '../catalogus-woorden.ts';
import { paden } from '../paths.ts';
import { teksten } from '../taal.ts';
import { type Bestandsvorm, stuurBestand } from '../uitvoer.ts';
import { adresVanCijfers } from './kruimelpad.ts';
import { Downloads, kruimels } from './onderdelen.tsx';

type Deel = { c: Ctx; regio: Regio; alle: readonly Indicator[] };

const Naam = ({ c, regio, i }: { c: Ctx; regio: Regio; i: Indicator }) => (
  <Link href={adres(c, paden.indicator(regio.id, i.code))}>{inTaal(i.naam, c.get('taal'))}</Link>
);

/** What differs between versions of one definition, a column per version. */
const Versies = ({ c, regio, alle, lijst }: Deel & { lijst: readonly Indicator[] }) => {
  const taal = c.get('taal');
  const t = catalogusteksten(taal);
  const naam = naamgever(alle, taal);
  const [eerste] = lijst;
  if (!eerste) return null;
  const rij = (kop: string, waarde: (i: Indicator) => string) => [kop, ...lijst.map(waarde)];
  return (
    <>
      <Kop3>
        <Naam c={c} regio={regio} i={eerste} />
      </Kop3>
      <Tabel
        bijschrift={t.versiesBijschrift(inTaal(eerste.naam, taal))}
        kolommen={[
          { naam: t.aspect, rijkop: true },
          ...lijst.map(i => ({ naam: t.versie(String(i.definitieversie)) })),
        ]}
        rijen={[
          rij(t.variant, i => (i.variant ? inTaal(i.variant, taal) : '')),
          rij(t.gangbaar, i => (i.gangbaar ? t.ja : t.nee)),
          rij(t.definitie, i => inTaal(i.definitie, taal)),
          rij(t.formule, i => formuleZin(i, naam, taal)),
          rij(t.bronnen, i => i.bronnen.join('; ')),
        ]}
      />
    </>
  );
};

const GroepTabel = ({
  c,
  regio,
  alle,
  lijst,
  titel,
}: Deel & { lijst: readonly Indicator[]; titel: string }) => {
  const taal = c.get('taal');
  const t = catalogusteksten(taal);
  const naam = naamgever(alle, taal);
  return (
    <Tabel
      bijschrift={t.bijschrift(titel)}
      kolommen={[
        { naam: t.naam, rijkop: true },
        { naam: t.definitie },
        { naam: t.formule },
        { naam: t.norm },
        { naam: t.periode },
        { naam: t.onthulling },
      ]}
      rijen={lijst.map(i => [
        <Naam c={c} regio={regio} i={i} />,
        `${inTaal(i.definitie, taal)}${i.nummers.length > 0 ? ` ${t.nummerlijsten(i.nummers.join(', '))}` : ''}`,
        `${formuleZin(i, naam, taal)} (${formuleHerkomst(i, taal)})`,
        normZin(i, taal) ?? teksten(c).pagina.geenNorm,
        t.periodes[i.periode],
        onthullingZin(i, taal),
      ])}
    />
  );
};

const Groepen = (deel: Deel) => {
  const t = teksten(deel.c);
  const gangbaar = deel.alle.filter(i => i.gangbaar);
  return (
    <>
      {INDICATORGROEPEN.map(groep => {
        const lijst = gangbaar.filter(i => i.groep === groep);
        const tabel = <GroepTabel {...deel} lijst={lijst} titel={t.groepen[groep]} />;
        return (
          <>
            <Kop2 id={groep}>{t.groepen[groep]}</Kop2>
            {groep === 'programma' ? <Details titel={t.dashboard.programma}>{tabel}</Details> : tabel}
          </>
        );
      })}
    </>
  );
};

const Inhoud = ({ c, regio, alle }: Deel) => {
  const taal = c.get('taal');
  const t = catalogusteksten(taal);
  const gangbaar = alle.filter(i => i.gangbaar);
  const meer = gangbaar.filter(i => alle.some(a => a.code === i.code && !a.gangbaar));
  return (
    <>
      <Kop1>{t.titel}</Kop1>
      <Alinea soort="inleiding">{t.inleiding(toonGetal(gangbaar.length, taal))}</Alinea>
      <Lijst
        soort="kaal"
        items={INDICATORGROEPEN.map(g => <Link href={`#${g}`}>{teksten(c).groepen[g]}</Link>)}
      />
      <Kop2 id="versies">{t.versiesKop}</Kop2>
      <Alinea>{t.versiesUitleg}</Alinea>
      {meer.map(i => (
        <Versies c={c} regio={regio} alle={alle} lijst={alle.filter(a => a.code === i.code)} />
      ))}
      <Groepen c={c} regio={regio} alle={alle} />
      <Downloads c={c} pad={paden.catalogus(regio.id)} />
    </>
  );
};

/** The catalogue: every indicator with definition, formula, norm and disclosure class, versions side by side. */
export async function catalogusPagina(c: Ctx, regio: Regio, vorm: Bestandsvorm | null): Promise<Response> {
  const alle = await alsLezer(c, listDefinities);
  if (vorm) return stuurBestand(c, catalogusUitvoer(alle), vorm);
  const t = catalogusteksten(c.get('taal'));
  return toon(
    c,
    {
      titel: t.titel,
      thema: regio.id,
      tweetalig: true,
      kruimels: kruimels(c, regio, adresVanCijfers(c, regio), { naam: t.kort }),
    },
    <Inhoud c={c} regio={regio} alle={alle} />,
  );
}
