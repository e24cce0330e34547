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
  Lijst,
  Link,
  Melding,
  VerborgenVeld,
  Verschil,
} from '#platform/ui/index.ts';
import { MIJLPAALTABEL, standVan } from '../../domain/mijlpaal.ts';
import { overlegVan } from '../../domain/overleg.ts';
import { type Onderdeel, tekst, titel, vind } from '../../domain/programma.ts';
import { statusrollen } from '../../usecases/handel.ts';
import { listGeschiedenis } from '../../usecases/lees.ts';
import { foutBij, type Handelstaat, Handelvelden, VERSE_STAAT } from '../forms/handeling.tsx';
import { type Blad, toonBlad } from '../kader.tsx';
import { Brontaal, StandMerk, toonDeeldatum, toonWanneer, ZinMetBron } from '../opmaak.tsx';
import { algemeen } from '../teksten/algemeen.ts';
import { planningTeksten } from '../teksten/planning.ts';
import { programmaTeksten } from '../teksten/programma.ts';
import { GeschiedenisVan } from './geschiedenis.tsx';

const Feiten = ({ b, m }: { b: Blad; m: Onderdeel }) => {
  const t = planningTeksten[b.taal];
  const a = algemeen[b.taal];
  const actie = vind(b.p, 'actie', tekst(m, 'actie'));
  const orgaan = tekst(m, 'overleg');
  const rollen = programmaTeksten[b.taal].rollen;
  const sinds = tekst(m, 'statusSinds');
  const items = [
    { term: t.status, waarde: <StandMerk stand={standVan(m, b.vandaag)} taal={b.taal} /> },
    ...(tekst(m, 'statusReden')
      ? [{ term: t.reden, waarde: <Brontaal taal={b.taal}>{tekst(m, 'statusReden')}</Brontaal> }]
      : []),
    ...(sinds
      ? [
          { term: t.sinds, waarde: toonDeeldatum(sinds, b.taal) },
          { term: t.door, waarde: rollen[m.doorRol as keyof typeof rollen] ?? a.onbekend },
        ]
      : []),
    { term: t.wanneer, waarde: toonWanneer(m, b.taal) },
    {
      term: t.actie,
      waarde: actie ? (
        <Link href={b.naar(`/programma/acties/${encodeURIComponent(actie.code)}`)}>
          {actie.code} <Brontaal taal={b.taal}>{titel(actie)}</Brontaal>
        </Link>
      ) : (
        t.zonderActie
      ),
    },
    { term: t.overleg, waarde: orgaan ? t.overleggen[overlegVan(orgaan)] : a.geen },
    ...(tekst(m, 'opmerking')
      ? [{ term: t.uitleg, waarde: <Brontaal taal={b.taal}>{tekst(m, 'opmerking')}</Brontaal> }]
      : []),
  ];
  return <BeschrijvingsLijst items={items} />;
};

/** The dates that it had before, each with the day on which and the reason why it moved. */
const EerdereData = async ({ b, m }: { b: Blad; m: Onderdeel }) => {
  const t = planningTeksten[b.taal];
  const versies = await alsLezer(b.c, tx => listGeschiedenis(tx, m.id));
  const items = versies.flatMap((v, i) => {
    const vorige = versies[i + 1];
    const was = vorige ? toonWanneer({ ...m, inhoud: vorige.inhoud }, b.taal) : '';
    if (!vorige || was === toonWanneer({ ...m, inhoud: v.inhoud }, b.taal)) return [];
    return [t.was(was, toonDeeldatum(v.geldigVanaf, b.taal), v.reden ?? '')];
  });
  return items.length === 0 ? null : (
    <>
      <Kop2>{t.eerdereData}</Kop2>
      <Lijst items={items} />
    </>
  );
};

/** What became public or not after an act, from the address. */
export const Gedaan = ({ b }: { b: Blad }) => {
  const t = planningTeksten[b.taal];
  const wat = b.c.req.query('gedaan');
  if (wat !== 'openbaar' && wat !== 'concept') return null;
  return <Melding soort="gelukt" titel={t.gedaan[wat]} taal={b.taal} />;
};

export const Conflict = ({ staat, nu }: { staat: Handelstaat; nu: Onderdeel }) => {
  const t = planningTeksten.nl;
  const a = algemeen.nl;
  const status = tekst(nu, 'status') as keyof typeof a.status;
  const handeling = staat.waarden.handeling as keyof typeof t.handelingen;
  return (
    <Melding soort="waarschuwing" titel={t.conflictTitel}>
      <Alinea>{t.conflict}</Alinea>
      <Verschil
        bijschrift={t.conflictTitel}
        rijen={[
          {
            veld: t.status,
            hun: a.status[status] ?? a.statusOnbekend,
            uw: t.handelingen[handeling] ?? t.statusBlijft,
          },
          { veld: t.redenLabel, hun: tekst(nu, 'statusReden'), uw: staat.waarden.reden ?? '' },
          { veld: t.datumLabel, hun: tekst(nu, 'datum'), uw: staat.waarden.datum ?? '' },
        ]}
      />
    </Melding>
  );
};

const MijlpaalForm = ({ b, m, staat }: { b: Blad; m: Onderdeel; staat: Handelstaat }) => {
  const t = planningTeksten.nl;
  const rollen = statusrollen(lidmaatschappen(b.c), b.regio, null);
  if (rollen.length === 0) return <Alinea>{t.magNiet}</Alinea>;
  return (
    <>
      <Kop2>{t.handelTitel}</Kop2>
      <Alinea>{m.openbareVersie === m.versie ? t.directUitleg : t.conceptUitleg}</Alinea>
      <Formulier
        actie={b.naar(`/planning/mijlpalen/${encodeURIComponent(m.code)}`)}
        csrf={b.c.get('csrf')}
        naam={t.handelTitel}
      >
        <VerborgenVeld naam="versie" waarde={`${m.versie}`} />
        <Handelvelden tabel={MIJLPAALTABEL} inhoud={m.inhoud} rollen={rollen} staat={staat} />
        <DatumVeld
          naam="datum"
          label={t.datumLabel}
          uitleg={t.datumUitleg}
          verplicht={false}
          waarde={staat.waarden.datum ?? ''}
          {...foutBij(staat, 'datum')}
        />
        <Knop>{t.leg}</Knop>
      </Formulier>
    </>
  );
};

/** One milestone: how it stands, since when, who said so and why; in the working version the acts. */
export function mijlpaalPagina(b: Blad, staat: Handelstaat = VERSE_STAAT): Response | Promise<Response> {
  const t = planningTeksten[b.taal];
  const m = vind(b.p, 'mijlpaal', b.c.req.param('code') ?? '');
  if (!m) return nietGevondenPagina(b.c);
  return toonBlad(
    b,
    {
      titel: titel(m),
      bronTitel: true,
      kopInhoud: <ZinMetBron taal={b.taal} zin={t.mijlpaalKop} woorden={titel(m)} />,
      boven: `${t.mijlpaal} ${m.code}`,
      pad: [{ naam: t.titel, href: b.naar('/planning') }],
      fout: staat.fouten.length > 0,
    },
    <>
      <FoutSamenvatting fouten={staat.fouten} taal={b.taal} />
      <Gedaan b={b} />
      {staat.nu ? <Conflict staat={staat} nu={staat.nu} /> : null}
      {b.weergave === 'werk' && m.openbareVersie !== m.versie ? (
        <Melding soort="waarschuwing">{algemeen.nl.conceptMerk}</Melding>
      ) : null}
      <Feiten b={b} m={m} />
      {m.inhoud.periodeAfgeleid ? <Alinea>{t.periodeAfgeleid}</Alinea> : null}
      {b.weergave === 'werk' ? <MijlpaalForm b={b} m={m} staat={staat} /> : null}
      <EerdereData b={b} m={m} />
      <GeschiedenisVan b={b} onderdeel={m} />
    </>,
  );
}
