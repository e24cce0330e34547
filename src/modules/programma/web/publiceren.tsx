import type { Child } from 'hono/jsx';
import { lidmaatschappen } from '#modules/toegang/index.ts';
import { type App, alsLezer, type Ctx, nietGevondenPagina } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  Knop,
  KnopGroep,
  LegeStaat,
  Lijst,
  Link,
  Melding,
  Tabel,
  TekstVeld,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { type Onderdeel, titel } from '../domain/programma.ts';
import { isSoortcode, SOORTEN } from '../domain/soorten.ts';
import { kapAf, leesVersie } from '../domain/tekens.ts';
import type { Gebrek } from '../domain/toets.ts';
import type { Veld } from '../domain/veld.ts';
import { verwijzersNaar } from '../domain/verwijzers.ts';
import { gelijk } from '../domain/waarde.ts';
import {
  type Aanwijzing,
  type Concept,
  findEigenConcept,
  listEigenConcepten,
  publiceer,
} from '../usecases/concepten.ts';
import { magWijzigen } from '../usecases/doen.ts';
import { magVerwijderd, verwijderOnderdeel, zetTerug } from '../usecases/verwijder.ts';
import { onderdeelPad, titelKort } from './bewerken.tsx';
import { invoerUit } from './forms/vorm.ts';
import { type Blad, doenVan, metBlad, toonBlad } from './kader.tsx';
import { adresVan, alsTekst, Gedaan } from './pages/onderdeel.tsx';
import { algemeen } from './teksten/algemeen.ts';
import { bestandTeksten } from './teksten/bestand.ts';
import { bewerkTeksten as t } from './teksten/bewerken.ts';
import { gebrekTekst } from './teksten/gebreken.ts';
import { veldLabel } from './teksten/velden.ts';

const alsOnderdeel = (x: Concept): Onderdeel => ({ ...x, geldigVanaf: '', doorRol: null });
const naamVan = (x: Concept): string => titelKort(titel(alsOnderdeel(x)));
const soortnaam = (x: Pick<Concept, 'soort'>): string => algemeen.nl.soort[x.soort].toLowerCase();
const isPubliek = (x: Concept): boolean =>
  x.verwijderd
    ? x.openbareVersie === null
    : x.openbareVersie === x.versie && x.openbareVolgorde === x.volgorde;

async function vindConcept(b: Blad): Promise<Concept | null> {
  const soort = b.c.req.param('soort') ?? '';
  if (!isSoortcode(soort)) return null;
  const wie = { soort, code: b.c.req.param('code') ?? '' };
  const x = await alsLezer(b.c, tx => findEigenConcept(tx, doenVan(b.c), b.regio, wie));
  return x && magWijzigen(lidmaatschappen(b.c), b.regio, x.soort, x.gemeente) ? x : null;
}

/** The public version beside the working version: what differs; for what is new or goes, every field. */
const Vergelijk = ({ b, x }: { b: Blad; x: Concept }) => {
  const { velden } = SOORTEN[x.soort];
  const anders = (v: Veld) =>
    x.openbaar !== null && (x.verwijderd || !gelijk(x.openbaar[v.naam], x.inhoud[v.naam]));
  const getoond = velden.some(anders) && !x.verwijderd ? velden.filter(anders) : velden;
  const gelijkGebleven = velden.length - getoond.length;
  return (
    <>
      <Tabel
        bijschrift={naamVan(x)}
        kolommen={[{ naam: t.veld, rijkop: true }, { naam: t.openbaarNu }, { naam: t.werkversie }]}
        rijen={getoond.map(v => {
          const oud = x.openbaar ? alsTekst(v, x.openbaar[v.naam], b, x.soort) : '';
          const nieuw = x.verwijderd ? '' : alsTekst(v, x.inhoud[v.naam], b, x.soort);
          return [
            <>
              {veldLabel(x.soort, v.naam, 'nl')}
              {anders(v) ? <span class="la-verschil"> {t.anders}</span> : null}
            </>,
            oud || t.leegWaarde,
            anders(v) ? <ins class="la-verschil__uw">{nieuw || t.leegWaarde}</ins> : nieuw || t.leegWaarde,
          ];
        })}
      />
      {gelijkGebleven > 0 ? <Alinea>{t.gelijkGebleven(gelijkGebleven)}</Alinea> : null}
    </>
  );
};

const VersieFormulier = (props: { b: Blad; x: Concept; actie: string; children: Child }) => (
  <Formulier actie={props.actie} csrf={props.b.c.get('csrf')}>
    <VerborgenVeld naam="_versie" waarde={`${props.x.versie}`} />
    {props.children}
  </Formulier>
);

function publiceerPagina(b: Blad, x: Concept, veranderd: boolean): Promise<Response> {
  const uitleg = x.verwijderd ? t.publiceerVervalt : x.openbaar ? t.publiceerTekst : t.publiceerNieuw;
  const pad = b.naar(onderdeelPad(x.soort, x.code));
  return toonBlad(
    b,
    {
      titel: t.publiceerTitel(naamVan(x)),
      boven: soortnaam(x),
      pad: [
        x.verwijderd ? { naam: t.concepten, href: b.naar('/concepten') } : { naam: naamVan(x), href: pad },
      ],
      ...(veranderd ? { status: 409 as const } : {}),
    },
    <>
      {veranderd ? <Melding soort="waarschuwing">{t.veranderd}</Melding> : null}
      <Alinea>{isPubliek(x) ? t.alOpenbaar : uitleg}</Alinea>
      <Vergelijk b={b} x={x} />
      {isPubliek(x) ? null : (
        <VersieFormulier b={b} x={x} actie={`${pad}/publiceer`}>
          <KnopGroep>
            <Knop>{x.verwijderd ? t.publiceerVervaltKnop : t.publiceerKnop}</Knop>
          </KnopGroep>
        </VersieFormulier>
      )}
      {x.verwijderd ? (
        <VersieFormulier b={b} x={x} actie={`${pad}/terug`}>
          <Knop soort="bij">{t.zetTerug}</Knop>
        </VersieFormulier>
      ) : null}
    </>,
  );
}

const metConcept = (b: Blad, doe: (x: Concept) => Promise<Response>): Promise<Response> =>
  vindConcept(b).then(x => (x ? doe(x) : nietGevondenPagina(b.c)));

async function versieUit(c: Ctx): Promise<{ versie: number; reden: string }> {
  const invoer = invoerUit(await c.req.parseBody({ all: true }));
  return {
    versie: leesVersie(invoer.get('_versie')),
    reden: kapAf((invoer.get('reden') ?? '').trim(), 300),
  };
}

async function doePubliceer(b: Blad, x: Concept): Promise<Response> {
  const { versie } = await versieUit(b.c);
  const uit = await publiceer(doenVan(b.c), b.regio, [{ soort: x.soort, code: x.code, versie }]);
  if (!uit.ok) return nietGevondenPagina(b.c);
  if (uit.waarde.veranderd.length > 0) return publiceerPagina(b, x, true);
  const naar = x.verwijderd ? b.naar('/concepten') : b.naar(onderdeelPad(x.soort, x.code));
  return b.c.redirect(`${naar}?gedaan=openbaar`, 303);
}

/** What would point at nothing when this item goes. */
const Verwijzers = ({ b, x }: { b: Blad; x: Concept }) => {
  const verwijzers = verwijzersNaar(b.p, x.soort, x.code);
  if (verwijzers.length === 0) return null;
  return (
    <>
      <Alinea>{t.verwijderGenoemd(verwijzers.length)}</Alinea>
      <Lijst
        items={verwijzers.map(o => (
          <Link href={adresVan(b, o.soort, o.code)}>
            {algemeen.nl.soort[o.soort]} {titelKort(titel(o))}
          </Link>
        ))}
      />
    </>
  );
};

/** What is wrong with the reason, in words. */
function redenfout(gebrek: Gebrek | null): string | null {
  if (gebrek === null) return null;
  const label = t.verwijderReden.replace('?', '');
  return gebrek.code === 'verplicht'
    ? `${label}: vul een reden in`
    : gebrekTekst(gebrek, { label, waarde: '' });
}

function vervaltPagina(
  b: Blad,
  x: Concept,
  wijze: { fout: Gebrek | null; veranderd: boolean },
): Promise<Response> {
  const pad = b.naar(onderdeelPad(x.soort, x.code));
  const fout = redenfout(wijze.fout);
  return toonBlad(
    b,
    {
      titel: t.verwijderTitel(soortnaam(x)),
      boven: naamVan(x),
      pad: [{ naam: naamVan(x), href: pad }],
      fout: fout !== null,
      ...(wijze.veranderd ? { status: 409 as const } : {}),
    },
    <>
      <FoutSamenvatting fouten={fout ? [{ veld: 'reden', tekst: fout }] : []} />
      {wijze.veranderd ? <Melding soort="waarschuwing">{t.veranderd}</Melding> : null}
      <Alinea>{t.verwijderTekst}</Alinea>
      <Verwijzers b={b} x={x} />
      <Vergelijk b={b} x={x} />
      <VersieFormulier b={b} x={x} actie={`${pad}/vervalt`}>
        <TekstVeld
          naam="reden"
          label={t.verwijderReden}
          uitleg={t.redenUitleg}
          verplicht
          {...(fout ? { fout } : {})}
        />
        <Knop soort="gevaar">{t.verwijderKnop}</Knop>
      </VersieFormulier>
    </>,
  );
}

async function doeVervalt(b: Blad, x: Concept): Promise<Response> {
  const post = await versieUit(b.c);
  const wie = { regio: b.regio, soort: x.soort, code: x.code, ...post };
  const uit = await verwijderOnderdeel(doenVan(b.c), wie);
  if (uit.ok) return b.c.redirect(`${b.naar('/onderdelen')}?soort=${x.soort}&gedaan=vervallen`, 303);
  const { code, bevindingen } = uit.weigering;
  const gebrek = bevindingen?.[0]?.gebrek;
  if (gebrek) return vervaltPagina(b, x, { fout: gebrek, veranderd: false });
  return code === 'conflict' ? vervaltPagina(b, x, { fout: null, veranderd: true }) : nietGevondenPagina(b.c);
}

async function doeTerug(b: Blad, x: Concept): Promise<Response> {
  const { versie } = await versieUit(b.c);
  const wie = { regio: b.regio, soort: x.soort, code: x.code, versie, reden: null };
  const uit = await zetTerug(doenVan(b.c), wie);
  if (uit.ok) return b.c.redirect(`${b.naar(onderdeelPad(x.soort, x.code))}?gedaan=teruggezet`, 303);
  return uit.weigering.code === 'conflict' ? publiceerPagina(b, x, true) : nietGevondenPagina(b.c);
}

const watVeranderde = (x: Concept): string =>
  !x.verwijderd && x.openbareVersie === x.versie
    ? bestandTeksten.verplaatst
    : t.soortWijziging[x.verwijderd ? 'vervalt' : x.openbareVersie === null ? 'nieuw' : 'gewijzigd'];

const Conceptenlijst = ({ b, items }: { b: Blad; items: readonly Concept[] }) => (
  <>
    <Tabel
      bijschrift={t.conceptenTelling(items.length)}
      kolommen={[{ naam: t.onderdeel, rijkop: true }, { naam: t.soort }, { naam: t.wat }, { naam: t.waarom }]}
      rijen={items.map(x => [
        <Link href={b.naar(`${onderdeelPad(x.soort, x.code)}/publiceer`)}>{naamVan(x)}</Link>,
        algemeen.nl.soort[x.soort],
        watVeranderde(x),
        x.reden && x.reden !== 'inlezen' ? x.reden : '',
      ])}
    />
    <Formulier actie={b.naar('/concepten')} csrf={b.c.get('csrf')}>
      {items.map(x => (
        <VerborgenVeld naam="item" waarde={JSON.stringify([x.soort, x.code, x.versie])} />
      ))}
      <Knop>{t.conceptenAlles(items.length)}</Knop>
    </Formulier>
  </>
);

/** Everything that is not public yet, with one button for all of it. */
async function conceptenPagina(b: Blad, overgeslagen: readonly Aanwijzing[] = []): Promise<Response> {
  const items = await alsLezer(b.c, tx => listEigenConcepten(tx, doenVan(b.c), b.regio));
  const namen = overgeslagen.map(x => `${algemeen.nl.soort[x.soort]} ${x.code}`).join(', ');
  return toonBlad(
    b,
    {
      titel: t.concepten,
      kop: t.conceptenKop(b.regioNaam),
      ...(namen ? { status: 409 as const } : {}),
    },
    <>
      <Gedaan b={b} />
      {namen ? <Melding soort="waarschuwing">{t.overgeslagen(namen)}</Melding> : null}
      {items.length === 0 ? (
        <LegeStaat titel={t.conceptenLeeg}>{t.conceptenLeegTekst}</LegeStaat>
      ) : (
        <Conceptenlijst b={b} items={items} />
      )}
    </>,
  );
}

function leesAanwijzing(ruw: string): Aanwijzing | null {
  try {
    const [soort, code, versie] = JSON.parse(ruw) as unknown[];
    if (typeof soort !== 'string' || !isSoortcode(soort)) return null;
    return { soort, code: String(code), versie: leesVersie(versie) };
  } catch {
    return null;
  }
}

async function doeConcepten(b: Blad): Promise<Response> {
  const ruw = (await b.c.req.parseBody({ all: true })).item;
  const teksten = (Array.isArray(ruw) ? ruw : [ruw]).filter(x => typeof x === 'string');
  const items = teksten.flatMap(x => leesAanwijzing(x) ?? []);
  const uit = await publiceer(doenVan(b.c), b.regio, items);
  if (!uit.ok) return nietGevondenPagina(b.c);
  if (uit.waarde.veranderd.length > 0) return conceptenPagina(b, uit.waarde.veranderd);
  return b.c.redirect(`${b.naar('/concepten')}?gedaan=openbaar`, 303);
}

/** Publish, remove and put back: the acts that decide what a reader outside sees. */
export function registreerPubliceren(app: App): void {
  const werk = (pagina: (b: Blad) => Promise<Response>) => (c: Ctx) => metBlad(c, 'werk', pagina);
  const met = (doe: (b: Blad, x: Concept) => Promise<Response>) => werk(b => metConcept(b, x => doe(b, x)));
  const pad = '/programma/:regio/onderdeel/:soort/:code';
  app.get(
    `${pad}/publiceer`,
    met((b, x) => publiceerPagina(b, x, false)),
  );
  app.post(`${pad}/publiceer`, met(doePubliceer));
  app.get(
    `${pad}/vervalt`,
    met(async (b, x) =>
      x.verwijderd || !magVerwijderd(x.soort)
        ? nietGevondenPagina(b.c)
        : vervaltPagina(b, x, { fout: null, veranderd: false }),
    ),
  );
  app.post(`${pad}/vervalt`, met(doeVervalt));
  app.post(`${pad}/terug`, met(doeTerug));
  app.get(
    '/programma/:regio/concepten',
    werk(b => conceptenPagina(b)),
  );
  app.post('/programma/:regio/concepten', werk(doeConcepten));
}
