import { lidmaatschappen } from '#modules/toegang/index.ts';
import { alsLezer, nietGevondenPagina } from '#platform/http/index.ts';
import {
  Alinea,
  BeschrijvingsLijst,
  DatumVeld,
  Formulier,
  FoutSamenvatting,
  Knop,
  Kop2,
  TekstGebied,
  TekstVeld,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { type Afgeleid, type GemeenteStand, leidAf, standenVan } from '../../domain/afgeleid.ts';
import { GEMEENTESTANDTABEL } from '../../domain/handeling.ts';
import { type Onderdeel, tekst, titel, vind } from '../../domain/programma.ts';
import { isNaamBuitenBekend, statusrollen } from '../../usecases/handel.ts';
import { foutBij, type Handelstaat, Handelvelden, VERSE_STAAT } from '../forms/handeling.tsx';
import { type Blad, toonBlad } from '../kader.tsx';
import { BronOf, Brontaal, StatusWoord, toonDeeldatum, ZinMetBron } from '../opmaak.tsx';
import { algemeen } from '../teksten/algemeen.ts';
import { planningTeksten } from '../teksten/planning.ts';
import { programmaTeksten } from '../teksten/programma.ts';
import { GeschiedenisVan } from './geschiedenis.tsx';
import { Conflict, Gedaan } from './mijlpaal.tsx';

interface Deel {
  b: Blad;
  actie: Onderdeel;
  eigen: GemeenteStand;
}

/** How many municipalities are in each status, in words. */
function tellingTekst(b: Blad, af: Afgeleid): string {
  const a = algemeen[b.taal];
  return Object.entries(af.telling)
    .filter(([, n]) => n > 0)
    .map(([s, n]) => `${n} ${s === 'onbekend' ? a.statusOnbekend : a.status[s as keyof typeof a.status]}`)
    .join(', ');
}

const Feiten = ({ b, eigen }: Deel) => {
  const t = planningTeksten[b.taal];
  const a = algemeen[b.taal];
  const rollen = programmaTeksten[b.taal].rollen;
  const { stand } = eigen;
  if (!stand) return <Alinea>{t.standLeeg}</Alinea>;
  const als = (veld: string) => tekst(stand, veld);
  return (
    <BeschrijvingsLijst
      items={[
        { term: t.status, waarde: <StatusWoord status={eigen.status} taal={b.taal} /> },
        ...(als('statusReden')
          ? [{ term: t.reden, waarde: <Brontaal taal={b.taal}>{als('statusReden')}</Brontaal> }]
          : []),
        ...(als('statusSinds') ? [{ term: t.sinds, waarde: toonDeeldatum(als('statusSinds'), b.taal) }] : []),
        { term: t.door, waarde: rollen[stand.doorRol as keyof typeof rollen] ?? a.onbekend },
        {
          term: t.resultaat,
          waarde: <BronOf taal={b.taal} woorden={als('resultaat')} anders={a.onbekend} />,
        },
        {
          term: t.rolLabel,
          waarde: <BronOf taal={b.taal} woorden={als('verantwoordelijkeRol')} anders={a.onbekend} />,
        },
        {
          term: t.standDatum,
          waarde: als('datum') ? toonDeeldatum(als('datum'), b.taal) : a.onbekend,
        },
      ]}
    />
  );
};

const Velden = ({ eigen, staat }: { eigen: GemeenteStand; staat: Handelstaat }) => {
  const t = planningTeksten.nl;
  const waarde = (naam: string) => staat.waarden[naam] ?? tekst(eigen.stand, naam);
  return (
    <>
      <TekstGebied
        naam="resultaat"
        label={t.resultaat}
        uitleg={t.resultaatUitleg}
        verplicht={false}
        waarde={waarde('resultaat')}
        {...foutBij(staat, 'resultaat')}
      />
      <TekstVeld
        naam="verantwoordelijkeRol"
        label={t.rolLabel}
        uitleg={t.rolUitleg}
        verplicht={false}
        waarde={waarde('verantwoordelijkeRol')}
        {...foutBij(staat, 'verantwoordelijkeRol')}
      />
      <DatumVeld
        naam="datum"
        label={t.standDatum}
        uitleg={t.standDatumUitleg}
        verplicht={false}
        waarde={staat.waarden.datum ?? (tekst(eigen.stand, 'datum') && toonDeeldatum(waarde('datum'), 'nl'))}
        {...foutBij(staat, 'datum')}
      />
    </>
  );
};

/** What the writer is told about who will see it: the same that the act itself goes by. */
async function uitlegVan({ b, actie, eigen }: Deel): Promise<string> {
  const t = planningTeksten.nl;
  const s = eigen.stand;
  if (s && s.openbareVersie !== s.versie) return t.conceptUitleg;
  const bekend = await alsLezer(b.c, tx => isNaamBuitenBekend(tx, b.regio, eigen.gemeente));
  return bekend && (s || actie.openbareVersie !== null) ? t.directUitleg : t.conceptOmheen;
}

const StandForm = async ({ b, actie, eigen, staat }: Deel & { staat: Handelstaat }) => {
  const t = planningTeksten.nl;
  const rollen = statusrollen(lidmaatschappen(b.c), b.regio, eigen.gemeente.code);
  if (rollen.length === 0) return null;
  const s = eigen.stand;
  return (
    <>
      <Kop2>{t.handelTitel}</Kop2>
      <Alinea>{await uitlegVan({ b, actie, eigen })}</Alinea>
      <Formulier actie={b.c.req.path} csrf={b.c.get('csrf')} naam={t.handelTitel}>
        <VerborgenVeld naam="versie" waarde={`${s?.versie ?? 0}`} />
        <Handelvelden
          tabel={GEMEENTESTANDTABEL}
          inhoud={s?.inhoud ?? {}}
          rollen={rollen}
          staat={staat}
          magBlijven
        />
        <Velden eigen={eigen} staat={staat} />
        <Knop>{t.leg}</Knop>
      </Formulier>
    </>
  );
};

/** The municipality of the address: by the slug that other pages use, or by its CBS code. */
export function vindStand(
  b: Blad,
  slugVan: (code: string) => string | null,
): { actie: Onderdeel; eigen: GemeenteStand; alle: GemeenteStand[] } | null {
  const slug = (b.c.req.param('slug') ?? '').toLowerCase();
  const actie = vind(b.p, 'actie', b.c.req.param('code') ?? '');
  if (!actie) return null;
  const alle = standenVan(b.p, actie);
  const eigen = alle.find(s => slugVan(s.gemeente.code) === slug || s.gemeente.code.toLowerCase() === slug);
  return eigen ? { actie, eigen, alle } : null;
}

/** One action in one municipality: its own status, result, role and date; the region's follows from all. */
export function gemeentestandPagina(
  b: Blad,
  slugVan: (code: string) => string | null,
  staat: Handelstaat = VERSE_STAAT,
): Response | Promise<Response> {
  const t = planningTeksten[b.taal];
  const gevonden = vindStand(b, slugVan);
  if (!gevonden) return nietGevondenPagina(b.c);
  const { actie, eigen, alle } = gevonden;
  const af = leidAf(alle);
  const kop = (naam: string) => t.standKop(naam, eigen.gemeente.naam);
  return toonBlad(
    b,
    {
      titel: t.standTitel(eigen.gemeente.naam),
      kopInhoud: <ZinMetBron taal={b.taal} zin={kop} woorden={titel(actie)} />,
      pad: [
        {
          naam: `${actie.code} ${titel(actie)}`,
          taal: 'nl',
          href: b.naar(`/programma/acties/${encodeURIComponent(actie.code)}`),
        },
      ],
      fout: staat.fouten.length > 0,
    },
    <>
      <FoutSamenvatting fouten={staat.fouten} taal={b.taal} />
      <Gedaan b={b} />
      {staat.nu ? <Conflict staat={staat} nu={staat.nu} /> : null}
      <Feiten b={b} actie={actie} eigen={eigen} />
      <Kop2>{t.regioStatus}</Kop2>
      <Alinea>
        <StatusWoord status={af.status} taal={b.taal} /> ({programmaTeksten[b.taal].regels[af.regel]}).{' '}
        {t.hoeAfgeleid(tellingTekst(b, af))}
      </Alinea>
      {b.weergave === 'werk' ? <StandForm b={b} actie={actie} eigen={eigen} staat={staat} /> : null}
      {eigen.stand ? <GeschiedenisVan b={b} onderdeel={eigen.stand} /> : null}
    </>,
  );
}
