import type { Child } from 'hono/jsx';
import { lidmaatschappen } from '#modules/toegang/index.ts';
import { type App, type Ctx, nietGevondenPagina } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  Knop,
  KnopGroep,
  KnopLink,
  Melding,
  TekstVeld,
  type VeldFout,
  VerborgenVeld,
  Verschil,
} from '#platform/ui/index.ts';
import type { Invoer } from '../domain/invoer.ts';
import { type Onderdeel, titel, vind } from '../domain/programma.ts';
import { isSoortcode, SOORTEN } from '../domain/soorten.ts';
import { kapAf, leesVersie } from '../domain/tekens.ts';
import { type Bevinding, REDENVELD } from '../domain/toets.ts';
import type { Inhoud, Soort, Soortcode } from '../domain/veld.ts';
import { gelijk, normaliseer } from '../domain/waarde.ts';
import { bewaarOnderdeel, voegOnderdeelToe } from '../usecases/bewaar.ts';
import { magWijzigen } from '../usecases/doen.ts';
import { magToevoegen } from '../usecases/verwijder.ts';
import { Invulvelden, type Veldomgeving } from './forms/veldinvoer.tsx';
import { inhoudVan, invoerUit, invoerVan, ruimRijenOp } from './forms/vorm.ts';
import { type Blad, doenVan, metBlad, toonBlad } from './kader.tsx';
import { alsTekst } from './pages/onderdeel.tsx';
import { algemeen } from './teksten/algemeen.ts';
import { bewerkTeksten as t } from './teksten/bewerken.ts';
import { gebrekTekst } from './teksten/gebreken.ts';
import { veldLabel } from './teksten/velden.ts';

/** Address of an item's page below the region. */
export const onderdeelPad = (soort: Soortcode, code: string): string =>
  `/onderdeel/${soort}/${encodeURIComponent(code)}`;

interface Staat {
  soort: Soort;
  invoer: Invoer;
  /** Null: a new item. */
  nu: Onderdeel | null;
  versie: number;
  reden: string;
  fouten: readonly Bevinding[];
  /** Set when someone else was first. */
  conflict?: Inhoud;
}

/** The faults by path, each as a sentence that names the value. */
function foutenVan(s: Staat): VeldFout[] {
  return s.fouten.map(f => ({
    veld: f.veld,
    tekst: gebrekTekst(f.gebrek, {
      label: f.veld === REDENVELD ? t.reden : veldLabel(s.soort.code, f.veld, 'nl'),
      waarde: s.invoer.get(f.veld) ?? '',
    }),
  }));
}

const Conflict = ({ b, s, hun }: { b: Blad; s: Staat; hun: Inhoud }) => {
  const uw = normaliseer(s.soort, { ...hun, ...inhoudVan(s.soort.velden, s.invoer) });
  return (
    <>
      <Melding soort="waarschuwing" titel={t.conflictTitel}>
        <Alinea>{t.conflictTekst}</Alinea>
      </Melding>
      <Verschil
        bijschrift={t.conflictBijschrift}
        rijen={s.soort.velden
          // The code is fixed and not in the form.
          .filter(v => v.naam !== s.soort.codeVeld && !gelijk(hun[v.naam], uw[v.naam]))
          .map(v => ({
            veld: veldLabel(s.soort.code, v.naam, 'nl'),
            hun: alsTekst(v, hun[v.naam], b, s.soort.code),
            uw: alsTekst(v, uw[v.naam], b, s.soort.code),
          }))}
      />
    </>
  );
};

const Knoppen = ({ b, s }: { b: Blad; s: Staat }) => (
  <KnopGroep>
    <Knop naam="_doe" waarde="bewaar">
      {s.conflict ? t.bewaarToch : t.bewaar}
    </Knop>
    {s.conflict && s.nu ? (
      <KnopLink href={b.naar(`${onderdeelPad(s.soort.code, s.nu.code)}/wijzig`)}>{t.neemHun}</KnopLink>
    ) : null}
  </KnopGroep>
);

const Velden = ({ b, s, fouten }: { b: Blad; s: Staat; fouten: VeldFout[] }) => {
  const o: Veldomgeving = {
    p: b.p,
    soort: s.soort,
    invoer: s.invoer,
    fouten: new Map(fouten.map(f => [f.veld ?? '', f.tekst])),
  };
  const velden = s.soort.velden.filter(v => !(s.nu && v.naam === s.soort.codeVeld));
  const doorHandeling = s.soort.velden.filter(v => v.doorHandeling);
  const namen = doorHandeling.map(v => veldLabel(s.soort.code, v.naam, 'nl').toLowerCase()).join(', ');
  return (
    <>
      {velden.some(v => v.soort === 'groep') ? <Knoppen b={b} s={s} /> : null}
      <Invulvelden o={o} velden={velden} />
      {doorHandeling.length > 0 ? <Alinea soort="klein">{t.doorHandeling(namen)}</Alinea> : null}
    </>
  );
};

const Redenveld = ({ s, fouten }: { s: Staat; fouten: VeldFout[] }) => {
  const fout = fouten.find(f => f.veld === REDENVELD)?.tekst;
  return (
    <TekstVeld
      naam={REDENVELD}
      label={t.reden}
      uitleg={t.redenUitleg}
      waarde={s.reden}
      verplicht={false}
      {...(fout ? { fout } : {})}
    />
  );
};

/** The form of any kind of item: new, changed, refused or in conflict. */
function formulierPagina(b: Blad, s: Staat): Promise<Response> {
  const soortnaam = algemeen.nl.soort[s.soort.code].toLowerCase();
  const fouten = foutenVan(s);
  const kop = s.nu ? t.wijzigTitel(soortnaam) : t.nieuwTitel(soortnaam);
  const terug = s.nu
    ? { naam: titelKort(titel(s.nu)), href: b.naar(onderdeelPad(s.soort.code, s.nu.code)) }
    : { naam: algemeen.nl.soort[s.soort.code], href: b.naar(`/onderdelen?soort=${s.soort.code}`) };
  const inhoud: Child = (
    <>
      <FoutSamenvatting fouten={fouten} />
      {s.conflict ? <Conflict b={b} s={s} hun={s.conflict} /> : null}
      <Alinea>{t.inleiding}</Alinea>
      {s.nu && s.soort.codeVeld ? (
        <Alinea>
          {t.vasteCode}: {s.nu.code}
        </Alinea>
      ) : null}
      <Formulier actie={b.c.req.path} csrf={b.c.get('csrf')}>
        <VerborgenVeld naam="_versie" waarde={`${s.versie}`} />
        <Velden b={b} s={s} fouten={fouten} />
        <Redenveld s={s} fouten={fouten} />
        <Knoppen b={b} s={s} />
      </Formulier>
    </>
  );
  const status = s.conflict ? { status: 409 as const } : {};
  return toonBlad(
    b,
    {
      titel: s.nu ? `${kop}: ${titelKort(titel(s.nu))}` : kop,
      pad: [terug],
      fout: fouten.length > 0,
      ...status,
    },
    inhoud,
  );
}

export const titelKort = (tekst: string): string => (tekst.length > 80 ? `${tekst.slice(0, 80)}…` : tekst);

interface Post {
  invoer: Map<string, string>;
  versie: number;
  reden: string;
  meer: boolean;
}

async function leesPost(c: Ctx, soort: Soort): Promise<Post> {
  const alles = invoerUit(await c.req.parseBody({ all: true }));
  return {
    invoer: ruimRijenOp(soort.velden, alles),
    versie: leesVersie(alles.get('_versie')),
    reden: kapAf((alles.get(REDENVELD) ?? '').trim(), 300),
    meer: alles.has('_meer'),
  };
}

const naarOnderdeel = (b: Blad, soort: Soortcode, code: string, gedaan: string): Response =>
  b.c.redirect(`${b.naar(onderdeelPad(soort, code))}?gedaan=${gedaan}`, 303);

/** The item at the address, when this person may change it. */
function vindEigen(b: Blad): { soort: Soort; nu: Onderdeel } | null {
  const soort = b.c.req.param('soort') ?? '';
  const nu = isSoortcode(soort) ? vind(b.p, soort, b.c.req.param('code') ?? '') : null;
  if (!nu || !magWijzigen(lidmaatschappen(b.c), b.regio, nu.soort, nu.gemeente)) return null;
  return { soort: SOORTEN[nu.soort], nu };
}

function toonWijzig(b: Blad): Response | Promise<Response> {
  const e = vindEigen(b);
  if (!e) return nietGevondenPagina(b.c);
  const invoer = invoerVan(e.soort.velden, e.nu.inhoud);
  return formulierPagina(b, { ...e, invoer, versie: e.nu.versie, reden: '', fouten: [] });
}

async function doeWijzig(b: Blad): Promise<Response> {
  const e = vindEigen(b);
  if (!e) return nietGevondenPagina(b.c);
  const post = await leesPost(b.c, e.soort);
  const staat: Staat = { ...e, ...post, fouten: [] };
  if (post.meer) return formulierPagina(b, staat);
  const uit = await bewaarOnderdeel(doenVan(b.c), {
    regio: b.regio,
    soort: e.soort.code,
    code: e.nu.code,
    versie: post.versie,
    inhoud: { ...e.nu.inhoud, ...inhoudVan(e.soort.velden, post.invoer) },
    reden: post.reden || null,
  });
  if (uit.ok) return naarOnderdeel(b, e.soort.code, e.nu.code, 'bewaard');
  const { nu, bevindingen } = uit.weigering;
  if (nu) return formulierPagina(b, { ...staat, nu, versie: nu.versie, conflict: nu.inhoud });
  if (bevindingen) return formulierPagina(b, { ...staat, fouten: bevindingen });
  return nietGevondenPagina(b.c);
}

function nieuweSoort(b: Blad): Soort | null {
  const soort = b.c.req.param('soort') ?? '';
  return isSoortcode(soort) && magToevoegen(lidmaatschappen(b.c), b.regio, soort) ? SOORTEN[soort] : null;
}

function toonNieuw(b: Blad): Response | Promise<Response> {
  const soort = nieuweSoort(b);
  if (!soort) return nietGevondenPagina(b.c);
  return formulierPagina(b, { soort, nu: null, invoer: new Map(), versie: 0, reden: '', fouten: [] });
}

async function doeNieuw(b: Blad): Promise<Response> {
  const soort = nieuweSoort(b);
  if (!soort) return nietGevondenPagina(b.c);
  const post = await leesPost(b.c, soort);
  const staat: Staat = { soort, nu: null, ...post, fouten: [] };
  if (post.meer) return formulierPagina(b, staat);
  const inhoud = inhoudVan(soort.velden, post.invoer);
  const w = { regio: b.regio, soort: soort.code, inhoud, reden: post.reden || null };
  const uit = await voegOnderdeelToe(doenVan(b.c), w);
  if (uit.ok) return naarOnderdeel(b, soort.code, uit.waarde.code, 'toegevoegd');
  const { bevindingen } = uit.weigering;
  return bevindingen ? formulierPagina(b, { ...staat, fouten: bevindingen }) : nietGevondenPagina(b.c);
}

/** Change and add any item: the form follows from the field table. */
export function registreerBewerken(app: App): void {
  const werk = (pagina: (b: Blad) => Response | Promise<Response>) => (c: Ctx) => metBlad(c, 'werk', pagina);
  const nieuw = '/programma/:regio/onderdeel/:soort/nieuw';
  const wijzig = '/programma/:regio/onderdeel/:soort/:code/wijzig';
  app.get(nieuw, werk(toonNieuw));
  app.post(nieuw, werk(doeNieuw));
  app.get(wijzig, werk(toonWijzig));
  app.post(wijzig, werk(doeWijzig));
}
