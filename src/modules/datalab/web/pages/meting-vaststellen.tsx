import { alsLezer, type Ctx, schoneVelden, toon } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  KnopGroep,
  Kop1,
  TekstVeld,
  type VeldFout,
} from '#platform/ui/index.ts';
import { leesBekendOp, METINGSOORTEN, type Metingsoort } from '../../domain/meting.ts';
import type { Regio } from '../../domain/plaats.ts';
import { stelMetingVast } from '../../usecases/metingen.ts';
import { metingteksten } from '../meting-woorden.ts';
import { paden } from '../paths.ts';
import { werk } from '../teksten-werk.ts';
import { inlezerVoor } from '../werk.ts';

interface Invoer {
  regio: string;
  soort: string;
  jaar: string;
  bekendOp: string;
}

const leegVoor = (c: Ctx, regios: readonly Regio[]): Invoer => ({
  regio: regios.length === 1 ? (regios[0]?.id ?? '') : '',
  soort: 'jaarmeting',
  jaar: String(c.get('vandaag').year - 1),
  bekendOp: c.get('vandaag').toString(),
});

/** What is wrong with a field, as its component takes it. */
const foutVan = (fouten: readonly VeldFout[]) => (veld: string) => {
  const tekst = fouten.find(f => f.veld === veld)?.tekst;
  return tekst === undefined ? {} : { fout: tekst };
};

const Velden = (props: { regios: readonly Regio[]; i: Invoer; fouten: readonly VeldFout[] }) => {
  const { regios, i } = props;
  const t = werk.meting;
  const fout = foutVan(props.fouten);
  const soorten = metingteksten('nl').soorten;
  return (
    <>
      <KeuzeVeld
        naam="regio"
        label={werk.kiesRegio}
        waarde={i.regio}
        opties={regios.map(r => ({ waarde: r.id, naam: r.naam }))}
        {...fout('regio')}
      />
      <KeuzeVeld
        naam="soort"
        label={t.soort}
        waarde={i.soort}
        opties={METINGSOORTEN.map(s => ({ waarde: s, naam: soorten[s] }))}
        {...fout('soort')}
      />
      <TekstVeld
        naam="jaar"
        label={t.jaar}
        waarde={i.jaar}
        breedte="kort"
        toetsen="numeric"
        {...fout('jaar')}
      />
      <TekstVeld
        naam="bekend_op"
        label={t.bekendOp}
        uitleg={t.bekendOpUitleg}
        waarde={i.bekendOp}
        breedte="middel"
        {...fout('bekend_op')}
      />
    </>
  );
};

/** The page on which a measurement is laid down. */
export function vaststelPagina(
  c: Ctx,
  regios: readonly Regio[],
  invoer: Invoer = leegVoor(c, regios),
  fouten: VeldFout[] = [],
): Promise<Response> {
  const t = werk.meting;
  return toon(
    c,
    {
      titel: `${fouten.length > 0 ? `${werk.fout} ` : ''}${t.titel}`,
      kruimels: [{ naam: werk.datalab, href: paden.datalab() }, { naam: t.titel }],
      thema: regios[0]?.id ?? 'lange-adem',
      status: fouten.length > 0 ? 422 : 200,
    },
    <>
      <FoutSamenvatting fouten={fouten} />
      <Kop1>{t.titel}</Kop1>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      <Formulier actie={paden.stelMetingVast()} csrf={c.get('csrf')}>
        <Velden regios={regios} i={invoer} fouten={fouten} />
        <KnopGroep>
          <Knop>{t.stelVast}</Knop>
        </KnopGroep>
      </Formulier>
    </>,
  );
}

const EERSTE_JAAR = 2000;

/** Lays the measurement down and shows it. */
export async function stelVastActie(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  const velden = schoneVelden(await c.req.parseBody());
  const veld = (naam: string) =>
    String(velden[naam] ?? '')
      .trim()
      .slice(0, 40);
  const i: Invoer = {
    regio: veld('regio'),
    soort: veld('soort'),
    jaar: veld('jaar'),
    bekendOp: veld('bekend_op'),
  };
  const t = werk.meting;
  const fouten: VeldFout[] = [];
  const regio = regios.find(r => r.id === i.regio);
  if (!regio) fouten.push({ veld: 'regio', tekst: t.regioFout(i.regio) });
  const soort: Metingsoort | undefined = METINGSOORTEN.find(s => s === i.soort);
  if (!soort) fouten.push({ veld: 'soort', tekst: t.soortFout });
  const jaar = /^\d{4}$/.test(i.jaar) ? Number(i.jaar) : 0;
  const laatste = c.get('vandaag').year;
  if (jaar < EERSTE_JAAR || jaar > laatste)
    fouten.push({ veld: 'jaar', tekst: t.jaarFout(String(EERSTE_JAAR), String(laatste)) });
  const dag = leesBekendOp(i.bekendOp, c.get('vandaag'));
  if (!dag.ok) fouten.push({ veld: 'bekend_op', tekst: dag.weigering.melding ?? '' });
  if (!regio || !soort || !dag.ok || fouten.length > 0) return vaststelPagina(c, regios, i, fouten);
  const v = { regio: regio.id, soort, jaar, bekendOp: dag.waarde };
  const uit = await alsLezer(c, tx => stelMetingVast(tx, v, inlezerVoor(c, regio.id)));
  if (uit.ok) return c.redirect(paden.meting(regio.id, uit.waarde), 303);
  return vaststelPagina(c, regios, i, [{ veld: 'jaar', tekst: uit.weigering.melding ?? '' }]);
}
