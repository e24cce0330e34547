import { alsLezer, type Ctx, nietGevondenPagina, schoneVelden, toon } from '#platform/http/index.ts';
import {
  Alinea,
  BestandVeld,
  DatumVeld,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  KnopGroep,
  Kop1,
  Kop2,
  Lijst,
  Link,
  Melding,
  Tabel,
  TekstVeld,
  toonGetal,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { DOORLOOPKOLOMMEN } from '../../domain/doorloopbestand.ts';
import type { Rijfout } from '../../domain/inleesregel.ts';
import type { Regio } from '../../domain/plaats.ts';
import { draaiDoorlopenTerug, leesDoorlopenIn } from '../../usecases/lees-doorlopen-in.ts';
import { metKeuzes, paden } from '../paths.ts';
import { termijnen } from '../teksten-termijnen.ts';
import { termijninvoer as t } from '../teksten-termijninvoer.ts';
import { foutRijen, werk } from '../teksten-werk.ts';
import { stuurBestand } from '../uitvoer.ts';
import { inlezerVoor } from '../werk.ts';

const SOORTEN = '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const GETOOND = 50;

type Velden = Readonly<Record<string, string>>;
interface Beeld {
  velden: Velden;
  fouten: readonly VeldFout[];
  rijfouten: readonly Rijfout[];
}
const LEEG: Beeld = { velden: {}, fouten: [], rijfouten: [] };

const Aanbod = ({ c, regios, beeld }: { c: Ctx; regios: readonly Regio[]; beeld: Beeld }) => {
  const veld = (naam: string) => {
    const fout = beeld.fouten.find(f => f.veld === naam)?.tekst;
    return { naam, waarde: beeld.velden[naam] ?? '', ...(fout === undefined ? {} : { fout }) };
  };
  const enige = regios.length === 1 ? regios[0] : undefined;
  return (
    <Formulier actie={paden.termijninvoer()} csrf={c.get('csrf')} bestanden>
      {enige ? (
        <VerborgenVeld naam="regio" waarde={enige.id} />
      ) : (
        <KeuzeVeld
          label={t.regio}
          opties={regios.map(r => ({ waarde: r.id, naam: r.naam }))}
          {...veld('regio')}
        />
      )}
      <TekstVeld label={t.bron} uitleg={t.bronUitleg} maximum={200} {...veld('bron')} />
      <DatumVeld label={t.peildatum} {...veld('peildatum')} />
      <DatumVeld label={t.instroomVanaf} uitleg={t.instroomUitleg} {...veld('instroom_vanaf')} />
      <BestandVeld label={t.bestand} soorten={SOORTEN} maximum="5 MB" {...veld('bestand')} />
      <KnopGroep>
        <Knop>{t.knop}</Knop>
      </KnopGroep>
    </Formulier>
  );
};

const Rijfouten = ({ fouten }: { fouten: readonly Rijfout[] }) =>
  fouten.length === 0 ? null : (
    <>
      <Kop2 id="fouten-in-bestand">{t.foutenKop}</Kop2>
      <Alinea>{t.foutenTeller(toonGetal(fouten.length))}</Alinea>
      <Tabel
        bijschrift={t.foutenBijschrift(toonGetal(Math.min(GETOOND, fouten.length)))}
        kolommen={[{ naam: t.rij, getal: true, rijkop: true }, { naam: t.kolom }, { naam: t.melding }]}
        rijen={foutRijen(fouten.slice(0, GETOOND)).map(r => r.map(String))}
      />
    </>
  );

/** The page on which a file with lead times is offered, and what was wrong with it. */
export function termijninvoerPagina(
  c: Ctx,
  regios: readonly Regio[],
  beeld: Beeld = LEEG,
): Promise<Response> {
  const mis = beeld.fouten.length > 0;
  return toon(
    c,
    {
      titel: `${mis ? `${t.fout} ` : ''}${t.titel}`,
      kruimels: [
        { naam: werk.datalab, href: paden.datalab() },
        { naam: termijnen.kruimel, href: paden.termijnen() },
        { naam: t.titel },
      ],
      thema: regios[0]?.id ?? 'lange-adem',
      status: mis ? 422 : 200,
    },
    <>
      <FoutSamenvatting fouten={[...beeld.fouten]} />
      <Kop1>{t.titel}</Kop1>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      <Melding titel={t.geenNamen}>{t.geenNamenUitleg}</Melding>
      <Rijfouten fouten={beeld.rijfouten} />
      <Kop2>{t.kolommenTitel}</Kop2>
      <Lijst items={[...t.kolommen]} />
      <Alinea>
        <Link href={`${paden.termijninvoer()}/sjabloon.csv`}>{t.sjabloon}</Link>
      </Alinea>
      <Aanbod c={c} regios={regios} beeld={beeld} />
    </>,
  );
}

/** Takes the file: imports all of it and shows the terms, or says what is wrong and keeps nothing. */
export async function ontvangDoorlopen(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  const body = schoneVelden(await c.req.parseBody());
  const tekst = (naam: string) => (typeof body[naam] === 'string' ? body[naam] : '');
  const velden = Object.fromEntries(
    ['regio', 'bron', 'peildatum', 'instroom_vanaf'].map(n => [n, tekst(n)] as const),
  );
  const mis = (fouten: VeldFout[], rijfouten: readonly Rijfout[] = []) =>
    termijninvoerPagina(c, regios, { velden, fouten, rijfouten });
  const regio = regios.find(r => r.id === velden['regio']);
  const bestand = body['bestand'];
  if (!regio) return mis([{ veld: 'regio', tekst: t.regioFout }]);
  if (!(bestand instanceof File) || bestand.name === '') return mis([{ veld: 'bestand', tekst: t.niets }]);
  const aanbod = {
    regio: regio.id,
    bestandsnaam: bestand.name,
    inhoud: Buffer.from(await bestand.arrayBuffer()),
    bron: tekst('bron'),
    peildatum: tekst('peildatum'),
    instroomVanaf: tekst('instroom_vanaf'),
  };
  const uit = await alsLezer(c, tx => leesDoorlopenIn(tx, aanbod, inlezerVoor(c, regio.id)));
  if (uit.ok) return c.redirect(metKeuzes(paden.termijnen(), { regio: regio.id }), 303);
  const fouten = Object.entries(uit.weigering.velden ?? {}).map(([veld, zin]) => ({ veld, tekst: zin }));
  return mis(fouten, uit.weigering.fouten);
}

/** A file to begin with. */
export function termijnsjabloon(c: Ctx): Response {
  const rijen = [
    ['Alkmaar', 'veiligheidsbeoordeling', '2024-02-01', '2024-02-06', 'afgerond'],
    ['Alkmaar', 'veiligheidsbeoordeling', '2024-02-02', '2024-02-05', 'anders_geeindigd'],
    ['Alkmaar', 'onderzoek', '2024-02-06', '', ''],
  ];
  return stuurBestand(c, { naam: 'sjabloon-doorlooptijden', kolommen: DOORLOOPKOLOMMEN, rijen }, 'csv');
}

/** Withdraws an import. */
export async function draaiDoorlopenTerugActie(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  const id = c.req.param('id') ?? '';
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return nietGevondenPagina(c);
  const regio = regios[0] as Regio;
  const uit = await alsLezer(c, tx => draaiDoorlopenTerug(tx, id, inlezerVoor(c, regio.id)));
  if (!uit.ok && uit.weigering.code === 'niet_gevonden') return nietGevondenPagina(c);
  const naar = uit.ok ? uit.waarde.regio : regio.id;
  return c.redirect(metKeuzes(paden.termijnen(), { regio: naar }), 303);
}
