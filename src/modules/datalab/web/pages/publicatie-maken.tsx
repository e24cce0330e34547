import { alsLezer, type Ctx, schoneVelden, toon } from '#platform/http/index.ts';
import {
  Alinea,
  Filters,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  KnopGroep,
  Kop1,
  LegeStaat,
  RadioGroep,
  TekstGebied,
  TekstVeld,
  type VeldFout,
  Veldset,
  VerborgenVeld,
  VinkVeld,
} from '#platform/ui/index.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Regio } from '../../domain/plaats.ts';
import { MEETPERIODEN, NIVEAUS, type Publicatiekeuze } from '../../domain/publicatie.ts';
import { bereidVoor } from '../../usecases/bereid-publicatie-voor.ts';
import { listTePubliceren, type Publiceerbaars } from '../../usecases/te-publiceren.ts';
import { paden } from '../paths.ts';
import { publicatiewerk as t } from '../teksten-publicatiewerk.ts';
import { werk } from '../teksten-werk.ts';
import { inlezerVoor } from '../werk.ts';

/** A form as it came in. */
export type Velden = Readonly<Record<string, string | string[] | File | (string | File)[]>>;

export const lijstUit = (v: Velden, naam: string): string[] =>
  [v[naam] ?? []].flat().filter((x): x is string => typeof x === 'string');
export const tekstUit = (v: Velden, naam: string): string => lijstUit(v, naam)[0]?.trim() ?? '';

/** What was filled in, as a choice; what is no known answer falls out. */
export function keuzeUit(v: Velden, regio: string): Publicatiekeuze {
  return {
    regio,
    titel: tekstUit(v, 'titel'),
    toelichting: tekstUit(v, 'toelichting'),
    indicatoren: lijstUit(v, 'indicatoren'),
    vanJaar: Number(tekstUit(v, 'van_jaar') || Number.NaN),
    totEnMetJaar: Number(tekstUit(v, 'tot_jaar') || Number.NaN),
    niveaus: NIVEAUS.filter(n => lijstUit(v, 'niveaus').includes(n)),
    meetperioden: MEETPERIODEN.filter(n => lijstUit(v, 'meetperioden').includes(n)),
    methode: tekstUit(v, 'methode') === 'onderdrukken' ? 'onderdrukken' : 'afronden',
  };
}

/** Where one begins: everything of the last year, over places and years. */
const beginkeuze = (regio: string, x: Publiceerbaars): Publicatiekeuze => ({
  regio,
  titel: '',
  toelichting: '',
  indicatoren: [],
  vanJaar: x.jaren.at(-1) ?? Number.NaN,
  totEnMetJaar: x.jaren.at(-1) ?? Number.NaN,
  niveaus: ['gemeente', 'regio'],
  meetperioden: ['jaar'],
  methode: 'afronden',
});

type Vakken = {
  naam: string;
  titel: string;
  waarden: readonly (readonly [string, string])[];
  aan: readonly string[];
};

/** Boxes to tick under one question. */
export const Vakken = ({ naam, titel, waarden, aan, fout }: Vakken & { fout?: string | undefined }) => (
  <Veldset titel={titel} id={`veld-${naam}`}>
    {waarden.map(([waarde, label], i) => (
      <VinkVeld
        naam={naam}
        id={i === 0 ? `vink-${naam}` : `vink-${naam}-${i}`}
        label={label}
        waarde={waarde}
        aan={aan.includes(waarde)}
        {...(i === 0 && fout ? { fout } : {})}
      />
    ))}
  </Veldset>
);

type Formprops = {
  c: Ctx;
  k: Publicatiekeuze;
  x: Publiceerbaars;
  indicatoren: readonly Indicator[];
  fouten: readonly VeldFout[];
};

type Veldprops = Omit<Formprops, 'c'> & { fout: (veld: string) => { fout?: string } };

/** What is in the tables: kinds, years, places, periods. */
const Keuzes = ({ k, x, indicatoren, fout }: Veldprops) => {
  const jaren = x.jaren.map(j => ({ waarde: String(j), naam: String(j) }));
  const naam = (code: string) => indicatoren.find(i => i.code === code)?.naam.nl ?? code;
  const vakken = (veld: 'niveaus' | 'meetperioden', waarden: readonly [string, string][]) => (
    <Vakken naam={veld} titel={t.veld[veld]} waarden={waarden} aan={k[veld]} {...fout(veld)} />
  );
  return (
    <>
      <Vakken
        naam="indicatoren"
        titel={t.veld.indicatoren}
        waarden={x.indicatoren.map(i => [i, naam(i)] as [string, string])}
        aan={k.indicatoren}
        {...fout('indicatoren')}
      />
      <KeuzeVeld
        naam="van_jaar"
        label={t.veld.vanJaar}
        waarde={String(k.vanJaar)}
        opties={jaren}
        {...fout('van_jaar')}
      />
      <KeuzeVeld naam="tot_jaar" label={t.veld.totJaar} waarde={String(k.totEnMetJaar)} opties={jaren} />
      {vakken(
        'niveaus',
        NIVEAUS.map(n => [n, t.niveaus[n]]),
      )}
      {vakken(
        'meetperioden',
        MEETPERIODEN.map(n => [n, t.meetperioden[n]]),
      )}
    </>
  );
};

const Velden = (props: Omit<Formprops, 'c'>) => {
  const { k, fouten } = props;
  const fout = (veld: string) => {
    const tekst = fouten.find(f => f.veld === veld)?.tekst;
    return tekst === undefined ? {} : { fout: tekst };
  };
  return (
    <>
      <TekstVeld
        naam="titel"
        label={t.veld.titel}
        uitleg={t.veld.titelUitleg}
        waarde={k.titel}
        {...fout('titel')}
      />
      <Keuzes {...props} fout={fout} />
      <RadioGroep
        naam="methode"
        label={t.veld.methode}
        waarde={k.methode}
        opties={(['afronden', 'onderdrukken'] as const).map(m => ({ waarde: m, naam: t.methoden[m] }))}
      />
      <TekstGebied
        naam="toelichting"
        label={t.veld.toelichting}
        waarde={k.toelichting}
        {...fout('toelichting')}
      />
    </>
  );
};

const Maakformulier = (props: Formprops) => (
  <Formulier actie={paden.nieuwePublicatie()} csrf={props.c.get('csrf')}>
    <VerborgenVeld naam="regio" waarde={props.k.regio} />
    <Velden {...props} />
    <KnopGroep>
      <Knop>{t.maak}</Knop>
    </KnopGroep>
  </Formulier>
);

/** For which region: changes the form below it. */
export const Regiokeuze = (props: { regios: readonly Regio[]; regio: Regio; actie: string }) => (
  <Filters actie={props.actie} taal="nl">
    <KeuzeVeld
      naam="regio"
      label={t.regio}
      waarde={props.regio.id}
      leeg={null}
      opties={props.regios.map(r => ({ waarde: r.id, naam: r.naam }))}
    />
  </Filters>
);

async function toonMaken(
  c: Ctx,
  regios: readonly Regio[],
  regio: Regio,
  v: { keuze: Publicatiekeuze | null; fouten: readonly VeldFout[] },
): Promise<Response> {
  const { x, indicatoren } = await alsLezer(c, tx => listTePubliceren(tx, regio.id));
  const k = v.keuze ?? beginkeuze(regio.id, x);
  return toon(
    c,
    {
      titel: `${v.fouten.length > 0 ? `${t.foutTitel} ` : ''}${t.nieuwTitel}`,
      kruimels: [
        { naam: werk.datalab, href: paden.datalab() },
        { naam: t.titel, href: paden.publicatiewerk() },
        { naam: t.nieuw },
      ],
      thema: regio.id,
      status: v.fouten.length > 0 ? 422 : 200,
    },
    <>
      <FoutSamenvatting fouten={[...v.fouten]} />
      <Kop1>{t.nieuwTitel}</Kop1>
      <Alinea soort="inleiding">{t.nieuwInleiding}</Alinea>
      {regios.length > 1 ? (
        <Regiokeuze regios={regios} regio={regio} actie={paden.nieuwePublicatie()} />
      ) : null}
      {x.indicatoren.length === 0 ? (
        <LegeStaat titel={t.geenIntern}>{t.geenUitleg}</LegeStaat>
      ) : (
        <Maakformulier c={c} k={k} x={x} indicatoren={indicatoren} fouten={v.fouten} />
      )}
    </>,
  );
}

const regioUit = (regios: readonly Regio[], id: string): Regio | undefined =>
  regios.find(r => r.id === id) ?? (id === '' ? regios[0] : undefined);

/** The form for a new release; the address may carry a choice, so that a redesign begins filled in. */
export async function publicatieMakenPagina(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  const regio = regioUit(regios, c.req.query('regio') ?? '') ?? regios[0];
  if (!regio) throw new Error('a page for nobody');
  const gevuld = c.req.queries();
  const keuze = gevuld['titel'] ? keuzeUit(gevuld, regio.id) : null;
  return toonMaken(c, regios, regio, { keuze, fouten: [] });
}

/** Makes the draft and asks for it to be protected in the background. */
export async function maakPublicatie(
  c: Ctx,
  regios: readonly Regio[],
  stuur: (id: string) => Promise<void>,
): Promise<Response> {
  const velden = schoneVelden(await c.req.parseBody({ all: true })) as Velden;
  const regio = regios.find(r => r.id === tekstUit(velden, 'regio'));
  if (!regio) return publicatieMakenPagina(c, regios);
  const keuze = keuzeUit(velden, regio.id);
  const uit = await alsLezer(c, tx => bereidVoor(tx, keuze, inlezerVoor(c, regio.id)));
  if (uit.ok) {
    await stuur(uit.waarde);
    return c.redirect(paden.conceptpublicatie(uit.waarde), 303);
  }
  const w = uit.weigering;
  const waar = w.gegevens ? ` (${Object.values(w.gegevens).join(', ')})` : '';
  const fouten: VeldFout[] = w.velden
    ? Object.entries(w.velden).map(([veld, tekst]) => ({ veld, tekst }))
    : [{ tekst: `${w.melding ?? w.code}${waar}` }];
  return toonMaken(c, regios, regio, { keuze, fouten });
}
