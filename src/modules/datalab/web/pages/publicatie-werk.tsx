import { toegestaneHandelingen } from '#kern/toestand/index.ts';
import { lidmaatschappen } from '#modules/toegang/index.ts';
import { actorTekst } from '#platform/db/index.ts';
import { alsLezer, type Ctx, nietGevondenPagina, schoneVelden, toon } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  Knop,
  KnopGroep,
  Kop1,
  Kop2,
  Link,
  Melding,
  Tabel,
  TekstGebied,
  toonGetal,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Regio } from '../../domain/plaats.ts';
import {
  isBezig,
  type Publicatie,
  type Publicatiecel,
  type Publicatiehandeling,
  type Publicatiekeuze,
  type Publicatierol,
  publicatietabel,
} from '../../domain/publicatie.ts';
import { type Herontwerp, listHerontwerpen } from '../../usecases/herontwerp.ts';
import { doePublicatie } from '../../usecases/keur-publicatie.ts';
import { listIndicatoren } from '../../usecases/lees-cijfers.ts';
import { leesWerkbeeld, listPublicaties, type Werkbeeld } from '../../usecases/lees-publicatie.ts';
import { listOverneemaanbod } from '../../usecases/neem-over.ts';
import { paden } from '../paths.ts';
import { publicatiewerk as t } from '../teksten-publicatiewerk.ts';
import { werk } from '../teksten-werk.ts';
import { inlezerVoor } from '../werk.ts';
import { Overneemdeel } from './publicatie-overnemen.tsx';
import { type Namen, Telwijze, Toets } from './publicatie-toets.tsx';
import { werklijstPagina } from './werklijst.tsx';

const KRUIMELS = [
  { naam: werk.datalab, href: paden.datalab() },
  { naam: t.titel, href: paden.publicatiewerk() },
];

/** All releases of the regions for which this reader works, drafts first. */
export function publicatiewerkPagina(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  return werklijstPagina(c, regios, {
    teksten: t,
    naamkolom: t.veld.titel,
    nieuw: paden.nieuwePublicatie(),
    lees: async (tx, regio) =>
      (await listPublicaties(tx, regio)).map(p => ({
        titel: p.titel,
        adres: werkadres(p),
        stand: `${p.methode === 'overgenomen' ? `${t.overgenomen}, ` : ''}${p.vervangenDoor === null ? t.toestanden[p.toestand] : t.vervangen}`,
        sinds: p.gepubliceerd,
      })),
    onder: async tx => (
      <Overneemdeel
        c={c}
        regios={regios}
        aanbod={
          await listOverneemaanbod(
            tx,
            regios.map(r => r.id),
          )
        }
      />
    ),
  });
}

/** Where somebody works on it; on what was taken over nobody does. */
const werkadres = (p: Publicatie): string =>
  p.methode === 'overgenomen' ? paden.publicatie(p.regio, p.code) : paden.conceptpublicatie(p.id);

const Stand = ({ b }: { b: Werkbeeld }) => {
  const { publicatie: p, werk: w } = b;
  if (w.fout !== null) return <Melding soort="waarschuwing" titel={t.fouten[w.fout] ?? t.anders} />;
  if (isBezig(p, w))
    return (
      <Melding titel={t.bezig(toonGetal(w.gedaan), toonGetal(w.teDoen))}>
        <Alinea>{t.bezigUitleg}</Alinea>
        <Link href={paden.conceptpublicatie(p.id)}>{t.kijkOpnieuw}</Link>
      </Melding>
    );
  if (p.waarborg === null) return null;
  const goed = p.waarborg === 'veilig';
  return (
    <Melding soort={goed ? 'gelukt' : 'waarschuwing'} titel={t.oordeel[p.waarborg]}>
      {goed ? (p.bewezen ? t.bewezen : t.nietBewezen) : null}
      {w.wijze === 'optimaal' ? null : ` ${t.wijze[w.wijze]}`}
    </Melding>
  );
};

const Tabellen = ({ b, naam }: { b: Werkbeeld; naam: Namen }) => {
  const groepen = Map.groupBy(b.cellen, c => c.indicator);
  const toonCel = (c: Publicatiecel | undefined) =>
    c
      ? `${c.getoond === null ? '×' : toonGetal(c.getoond)} (${toonGetal(b.waarheid.get(c.naam)?.waarde ?? 0)})`
      : '';
  return (
    <>
      <Kop2>{t.tabelKop}</Kop2>
      <Alinea>{t.tabelUitleg}</Alinea>
      {[...groepen].map(([indicator, cellen]) => {
        const perioden = [...new Set(cellen.map(c => c.periode))].sort();
        const plaatsen = [...new Map(cellen.map(c => [c.plaats, c.plaatsnaam]))].toSorted((x, y) =>
          x[1].localeCompare(y[1], 'nl'),
        );
        return (
          <Tabel
            bijschrift={t.tabelBijschrift(naam(indicator))}
            kolommen={[
              { naam: werk.kolommen.plaats, rijkop: true },
              ...perioden.map(p => ({ naam: p, getal: true })),
            ]}
            rijen={plaatsen.map(([code, plaats]) => [
              plaats,
              ...perioden.map(p => toonCel(cellen.find(c => c.plaats === code && c.periode === p))),
            ])}
          />
        );
      })}
    </>
  );
};

/** A choice in an address. The explanation stays out: what people write belongs in no address or log. */
const adresMet = (k: Publicatiekeuze): string => {
  const q = new URLSearchParams([
    ['regio', k.regio],
    ['titel', k.titel],
    ['van_jaar', String(k.vanJaar)],
    ['tot_jaar', String(k.totEnMetJaar)],
    ['methode', k.methode],
    ...k.indicatoren.map(i => ['indicatoren', i]),
    ...k.niveaus.map(n => ['niveaus', n]),
    ...k.meetperioden.map(n => ['meetperioden', n]),
  ]);
  return `${paden.nieuwePublicatie()}?${q}`;
};

type Herontwerpen = Awaited<ReturnType<typeof listHerontwerpen>>;

const Samenvoegen = ({ h, naam }: { h: Herontwerpen; naam: Namen }) => {
  if (h.anders.length === 0) return null;
  const wat = (x: Herontwerp['wat']) =>
    x.soort === 'zonder_indicator' ? t.samen.zonder_indicator(naam(x.indicator)) : t.samen[x.soort];
  const k = t.samenKolommen;
  return (
    <>
      <Kop2>{t.samenKop}</Kop2>
      <Tabel
        bijschrift={t.samenBijschrift}
        kolommen={[
          { naam: k.wat, rijkop: true },
          { naam: k.cijfers, getal: true },
          { naam: k.klein, getal: true },
          { naam: t.samenMaak },
        ]}
        rijen={[
          ...(h.nu ? [[t.samenNu, toonGetal(h.nu.cijfers), toonGetal(h.nu.klein), '']] : []),
          ...h.anders.map(a => [
            wat(a.wat),
            toonGetal(a.cijfers),
            toonGetal(a.klein),
            <Link href={adresMet(a.keuze)}>{t.samenMaak}</Link>,
          ]),
        ]}
      />
    </>
  );
};

const Handeling = (props: { c: Ctx; p: Publicatie; doe: Publicatiehandeling }) => {
  const { c, p, doe } = props;
  const reden = doe === 'wijs_af' || doe === 'trek_in';
  const gevaar = doe === 'trek_in' || doe === 'laat_vervallen';
  return (
    <Formulier actie={paden.conceptpublicatie(p.id)} csrf={c.get('csrf')}>
      <VerborgenVeld naam="versie" waarde={String(p.versie)} />
      {doe === 'keur_goed' ? <Alinea>{t.keurUitleg}</Alinea> : null}
      {reden ? (
        <TekstGebied naam="reden" id={`reden-${doe}`} label={t.reden} uitleg={t.redenUitleg[doe]} />
      ) : null}
      <KnopGroep>
        <Knop naam="doe" waarde={doe} soort={gevaar ? 'gevaar' : doe === 'wijs_af' ? 'bij' : 'hoofd'}>
          {t.doen[doe]}
        </Knop>
      </KnopGroep>
    </Formulier>
  );
};

function rollenIn(c: Ctx, regio: string): Publicatierol[] {
  return lidmaatschappen(c).flatMap(l =>
    l.regio === regio && (l.rol === 'projectleider' || l.rol === 'datalab_analist') ? [l.rol] : [],
  );
}

const Handelingen = ({ c, b }: { c: Ctx; b: Werkbeeld }) => {
  const { publicatie: p, werk: w } = b;
  const eigen = w.voorbereidDoor === actorTekst(c.get('actor'));
  const alle = toegestaneHandelingen(publicatietabel, p.toestand, rollenIn(c, p.regio));
  const kan = alle.filter(
    h => !(h === 'keur_goed' && eigen) && !(h === 'bied_aan' && !(p.waarborg === 'veilig' && p.bewezen)),
  );
  return (
    <>
      {alle.includes('keur_goed') && eigen ? <Alinea>{t.eigenWerk}</Alinea> : null}
      {kan.map(doe => (
        <Handeling c={c} p={p} doe={doe} />
      ))}
    </>
  );
};

type Inhoudprops = {
  c: Ctx;
  b: Werkbeeld;
  naam: Namen;
  h: Herontwerpen | null;
  indicatoren: readonly Indicator[];
};

const Inhoud = (props: Inhoudprops) => {
  const { c, b, naam, h } = props;
  const p = b.publicatie;
  const inDruk = p.toestand === 'gepubliceerd' || p.toestand === 'ingetrokken';
  return (
    <>
      <Kop1>{p.titel}</Kop1>
      <Alinea soort="inleiding">{t.toestanden[p.toestand]}</Alinea>
      {p.toestand === 'concept' ? <Stand b={b} /> : null}
      {b.werk.redenAfwijzing && p.toestand === 'concept' ? (
        <>
          <Kop2>{t.redenKop}</Kop2>
          <Alinea>{b.werk.redenAfwijzing}</Alinea>
        </>
      ) : null}
      {inDruk ? (
        <Alinea>
          <Link href={paden.publicatie(p.regio, p.code)}>{t.bekijk}</Link>
        </Alinea>
      ) : null}
      <Handelingen c={c} b={b} />
      {b.cellen.length > 0 ? <Tabellen b={b} naam={naam} /> : null}
      <Telwijze b={b} indicatoren={props.indicatoren} />
      {h ? <Samenvoegen h={h} naam={naam} /> : null}
      <Toets b={b} naam={naam} />
    </>
  );
};

async function toonWerk(c: Ctx, b: Werkbeeld, fouten: VeldFout[] = []): Promise<Response> {
  const { publicatie: p, werk: w } = b;
  const klaar = p.toestand === 'concept' && !isBezig(p, w);
  const { indicatoren, h } = await alsLezer(c, async tx => ({
    indicatoren: await listIndicatoren(tx),
    h: klaar ? await listHerontwerpen(tx, w.keuze) : null,
  }));
  const naam = (code: string) => indicatoren.find(i => i.code === code)?.naam.nl ?? code;
  return toon(
    c,
    {
      titel: `${fouten.length > 0 ? `${t.foutTitel} ` : ''}${p.titel}`,
      kruimels: [...KRUIMELS, { naam: p.titel }],
      thema: p.regio,
      status: fouten.length > 0 ? 422 : 200,
    },
    <>
      <FoutSamenvatting fouten={fouten} />
      <Inhoud c={c} b={b} naam={naam} h={h} indicatoren={indicatoren} />
    </>,
  );
}

/** One release for who works on it: how far it is, what would be printed, what may be done. */
export async function publicatieWerkPagina(c: Ctx): Promise<Response> {
  const b = await alsLezer(c, tx => leesWerkbeeld(tx, c.req.param('id') ?? ''));
  return b ? toonWerk(c, b) : nietGevondenPagina(c);
}

/** Does what the button says. */
export async function publicatieDoen(c: Ctx): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const b = await alsLezer(c, tx => leesWerkbeeld(tx, id));
  if (!b) return nietGevondenPagina(c);
  const velden = schoneVelden(await c.req.parseBody());
  const tekst = (naam: string) => (typeof velden[naam] === 'string' ? velden[naam] : '');
  const handeling = (Object.keys(t.doen) as Publicatiehandeling[]).find(h => h === tekst('doe'));
  if (!handeling) return toonWerk(c, b);
  const uit = await alsLezer(c, tx =>
    doePublicatie(
      tx,
      {
        id,
        handeling,
        versie: Number(tekst('versie')),
        reden: tekst('reden'),
        rollen: rollenIn(c, b.publicatie.regio),
      },
      inlezerVoor(c, b.publicatie.regio),
    ),
  );
  if (uit.ok) return c.redirect(paden.conceptpublicatie(id), 303);
  const { code, melding, velden: veldfouten } = uit.weigering;
  if (code === 'niet_gevonden') return nietGevondenPagina(c);
  const fouten: VeldFout[] = veldfouten
    ? Object.entries(veldfouten).map(([veld, tekst]) => ({ veld: `${veld}-${handeling}`, tekst }))
    : [{ tekst: code === 'conflict' ? t.verouderd : (melding ?? t.verouderd) }];
  const nu = await alsLezer(c, tx => leesWerkbeeld(tx, id));
  return toonWerk(c, nu ?? b, fouten);
}
