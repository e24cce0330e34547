import { lidmaatschappen } from '#modules/toegang/index.ts';
import { nietGevondenPagina } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  Knop,
  Kop2,
  LegeStaat,
  Lijst,
  Link,
  Melding,
  RadioGroep,
  Tabel,
  TekstGebied,
  TekstVeld,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { besluitOver, type Jaaractie, jaaragenda, jarenVan } from '../../domain/jaaragenda.ts';
import { AFRONDINGEN } from '../../domain/keuzes.ts';
import { type Onderdeel, tekst, titel, vind } from '../../domain/programma.ts';
import { magWijzigen } from '../../usecases/doen.ts';
import { foutBij, type Handelstaat, VERSE_STAAT } from '../forms/handeling.tsx';
import { type Blad, toonBlad } from '../kader.tsx';
import { Brontaal } from '../opmaak.tsx';
import { jaarTeksten } from '../teksten/jaar.ts';
import { planningTeksten } from '../teksten/planning.ts';
import { Gedaan } from './mijlpaal.tsx';

/** The year of the address; null when it is none. */
export function jaarUit(b: Blad): number | null {
  const jaar = b.c.req.param('jaar') ?? '';
  return /^(19|20)\d\d$/.test(jaar) ? Number(jaar) : null;
}

const magBeslissen = (b: Blad): boolean =>
  b.weergave === 'werk' && magWijzigen(lidmaatschappen(b.c), b.regio, 'actie', null);

function standTekst(b: Blad, a: Jaaractie): string {
  const t = jaarTeksten[b.taal];
  const opvolger = a.stand === 'opgevolgd' ? tekst(a.actie, 'opvolger') : '';
  return opvolger ? `${t.standen[a.stand]} ${t.door(opvolger)}` : t.standen[a.stand];
}

const Acties = (props: { b: Blad; jaar: number; naam: string; acties: Jaaractie[]; liggen?: boolean }) => {
  const { b, jaar } = props;
  const t = jaarTeksten[b.taal];
  const beslis = magBeslissen(b);
  const herkomst = (a: Jaaractie): string =>
    a.uitJaar === null ? t.gepland : props.liggen ? t.laatste(a.uitJaar) : t.uit(a.uitJaar);
  return (
    <Tabel
      bijschrift={props.naam}
      kolommen={[
        { naam: t.actie, rijkop: true },
        { naam: t.stand },
        { naam: t.herkomst },
        { naam: t.toelichting },
        ...(beslis ? [{ naam: t.beslis }] : []),
      ]}
      rijen={props.acties.map(a => [
        <Link href={b.naar(`/programma/acties/${encodeURIComponent(a.actie.code)}`)}>
          {a.actie.code} <Brontaal taal={b.taal}>{titel(a.actie)}</Brontaal>
        </Link>,
        standTekst(b, a),
        herkomst(a),
        besluitOver(a.actie)?.jaar === jaar ? (
          <Brontaal taal={b.taal}>{tekst(a.actie, 'afrondingToelichting')}</Brontaal>
        ) : (
          ''
        ),
        ...(beslis
          ? [
              <Link href={b.naar(`/planning/jaar/${jaar}/${encodeURIComponent(a.actie.code)}`)}>
                {besluitOver(a.actie)?.jaar === jaar ? t.wijzig : t.beslis}
              </Link>,
            ]
          : []),
      ])}
    />
  );
};

const Buurjaren = ({ b, jaar }: { b: Blad; jaar: number }) => {
  const t = jaarTeksten[b.taal];
  const jaren = jarenVan(b.p);
  const laatste = Math.max(b.vandaag.year + 1, jaren.at(-1) ?? jaar);
  const buren: [number, string][] = [
    [jaar - 1, t.vorig],
    [jaar + 1, t.volgend],
  ];
  return (
    <Lijst
      soort="kaal"
      items={buren
        .filter(([j]) => j >= (jaren[0] ?? jaar) && j <= laatste)
        .map(([j, naam]) => (
          <Link href={b.naar(`/planning/jaar/${j}`)}>
            {naam}: {j}
          </Link>
        ))}
    />
  );
};

/** The agenda of one year: what runs, how each action ends it, and what was left over from before. */
export function jaarPagina(b: Blad): Response | Promise<Response> {
  const t = jaarTeksten[b.taal];
  const jaar = jaarUit(b);
  if (jaar === null) return nietGevondenPagina(b.c);
  const { acties, blijvenLiggen } = jaaragenda(b.p, jaar);
  const naam = `${t.telling(acties.length)} ${t.volgorde}`;
  const pad = [{ naam: planningTeksten[b.taal].titel, href: b.naar('/planning') }];
  return toonBlad(
    b,
    { titel: t.titel(jaar), kop: t.kop(jaar), pad },
    <>
      <Gedaan b={b} />
      <Alinea>{t.uitleg}</Alinea>
      <Buurjaren b={b} jaar={jaar} />
      {acties.length === 0 ? (
        <LegeStaat titel={t.leeg(jaar)}>{t.leegUitleg}</LegeStaat>
      ) : (
        <Acties b={b} jaar={jaar} naam={naam} acties={acties} />
      )}
      {blijvenLiggen.length > 0 ? (
        <>
          <Kop2>{t.liggen}</Kop2>
          <Acties b={b} jaar={jaar} naam={t.liggen} acties={blijvenLiggen} liggen />
        </>
      ) : null}
    </>,
  );
}

const AfrondForm = (props: { b: Blad; actie: Onderdeel; jaar: number; staat: Handelstaat }) => {
  const { b, actie, staat } = props;
  const t = jaarTeksten.nl;
  const p = planningTeksten.nl;
  const waarde = (naam: string) => staat.waarden[naam] ?? tekst(actie, naam);
  return (
    <Formulier actie={b.c.req.path} csrf={b.c.get('csrf')}>
      <Alinea>{actie.openbareVersie === actie.versie ? p.directUitleg : p.conceptUitleg}</Alinea>
      <VerborgenVeld naam="versie" waarde={`${actie.versie}`} />
      <RadioGroep
        naam="afronding"
        label={t.keuze}
        opties={AFRONDINGEN.map(a => ({ waarde: a, naam: t.keuzen[a], uitleg: t.keuzeUitleg[a] }))}
        waarde={waarde('afronding')}
        {...foutBij(staat, 'afronding')}
      />
      <TekstGebied
        naam="afrondingToelichting"
        label={t.waarom}
        uitleg={t.waaromUitleg}
        rijen={3}
        waarde={waarde('afrondingToelichting')}
        {...foutBij(staat, 'afrondingToelichting')}
      />
      <TekstVeld
        naam="opvolger"
        label={t.opvolger}
        uitleg={t.opvolgerUitleg}
        waarde={waarde('opvolger')}
        verplicht={false}
        {...foutBij(staat, 'opvolger')}
      />
      <Knop>{t.leg}</Knop>
    </Formulier>
  );
};

/** The decision about one action at the end of a year; for the project leader only. */
export function afrondPagina(b: Blad, staat: Handelstaat = VERSE_STAAT): Response | Promise<Response> {
  const t = jaarTeksten[b.taal];
  const jaar = jaarUit(b);
  const actie = vind(b.p, 'actie', b.c.req.param('code') ?? '');
  if (jaar === null || !actie || !magBeslissen(b)) return nietGevondenPagina(b.c);
  const { acties, blijvenLiggen } = jaaragenda(b.p, jaar);
  if (![...acties, ...blijvenLiggen].some(a => a.actie.code === actie.code)) return nietGevondenPagina(b.c);
  const p = planningTeksten.nl;
  return toonBlad(
    b,
    {
      titel: `${actie.code} ${titel(actie)}`,
      kop: t.formKop(titel(actie), jaar),
      pad: [{ naam: t.titel(jaar), href: b.naar(`/planning/jaar/${jaar}`) }],
      fout: staat.fouten.length > 0,
      ...(staat.nu ? { status: 409 as const } : {}),
    },
    <>
      <FoutSamenvatting fouten={staat.fouten} taal={b.taal} />
      {staat.nu ? (
        <Melding soort="waarschuwing" titel={p.conflictTitel}>
          {p.conflict}
        </Melding>
      ) : null}
      <AfrondForm b={b} actie={actie} jaar={jaar} staat={staat} />
    </>,
  );
}
