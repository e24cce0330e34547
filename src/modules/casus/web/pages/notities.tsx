import type { Child } from 'hono/jsx';
import {
  Alinea,
  DatumVeld,
  Details,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  KnopGroep,
  KnopLink,
  Kop2,
  Kop3,
  LegeStaat,
  Link,
  Melding,
  Paginering,
  TekstGebied,
  VerborgenVeld,
  Verschil,
} from '#platform/ui/index.ts';
import type { Notitie } from '../../domain/casus.ts';
import { DEELGRONDEN, NOTITIESOORTEN } from '../../domain/codes.ts';
import { type Casusblad, NOTITIES_PER_BLAD } from '../../usecases/lees.ts';
import type { Notitieblad } from '../../usecases/notitie.ts';
import { type Vormstaat, veld } from '../kader.tsx';
import { Tekst, toonDag, toonMoment } from '../opmaak.tsx';
import { opties, woord } from '../teksten/codes.ts';
import { deelteksten, dossierteksten, notitieteksten as t } from '../teksten/dossier.ts';
import { conceptteksten } from '../teksten/lijst.ts';

/** Keep, or keep as a draft, or throw the draft away: the buttons under every form of a file. */
export const Bewaarknoppen = ({ knop, concept }: { knop: string; concept: boolean }) => (
  <KnopGroep>
    <Knop naam="_doe" waarde="bewaar">
      {knop}
    </Knop>
    <Knop soort="bij" naam="_doe" waarde="concept">
      {conceptteksten.bewaar}
    </Knop>
    {concept ? (
      <Knop soort="bij" naam="_doe" waarde="weg">
        {conceptteksten.gooiWeg}
      </Knop>
    ) : null}
  </KnopGroep>
);

const Notitievelden = ({ staat }: { staat: Vormstaat }) => (
  <>
    <KeuzeVeld {...veld(staat, 'soort')} label={t.soort} opties={opties('notitiesoort', NOTITIESOORTEN)} />
    <DatumVeld {...veld(staat, 'over_dag')} label={t.overDag} />
    <TekstGebied {...veld(staat, 'inhoud')} label={t.inhoud} uitleg={t.inhoudUitleg} rijen={8} />
  </>
);

/** Who wrote it and when, in one line. */
export const schrijver = (
  n: { door: string; organisatie: string; vastgelegdOp: Date },
  b: Pick<Casusblad, 'namen' | 'organisaties'>,
): string =>
  t.door(
    b.namen.get(n.door) || t.iemand,
    b.organisaties.get(n.organisatie) ?? dossierteksten.andereOrganisatie,
    toonMoment(n.vastgelegdOp),
  );

/** Sharing on a ground, or no longer; only for whose it is. */
export const Deelformulier = (p: {
  csrf: string;
  actie: string;
  staat: Vormstaat;
  gedeeld: boolean;
  deelgrond: string | null;
}) =>
  p.gedeeld ? (
    <Formulier actie={p.actie} csrf={p.csrf} naam={deelteksten.stop}>
      <Alinea>{deelteksten.gedeeldOp(woord('deelgrond', p.deelgrond ?? ''))}</Alinea>
      <Knop soort="bij" naam="_doe" waarde="stop">
        {deelteksten.stop}
      </Knop>
    </Formulier>
  ) : (
    <Details titel={deelteksten.deel} open={p.staat.fouten.length > 0}>
      <Formulier actie={p.actie} csrf={p.csrf} naam={deelteksten.deel}>
        <KeuzeVeld
          {...veld(p.staat, 'grond')}
          label={deelteksten.grond}
          opties={opties('deelgrond', DEELGRONDEN)}
        />
        <Knop naam="_doe" waarde="deel">
          {deelteksten.knop}
        </Knop>
      </Formulier>
    </Details>
  );

const Regel = ({ n, b }: { n: Notitie; b: Casusblad }) => (
  <>
    <Kop3>
      {toonDag(n.overDag)}: {woord('notitiesoort', n.soort)}
    </Kop3>
    <Tekst tekst={n.inhoud} />
    <Alinea soort="klein">
      {schrijver(n, b)}. {n.gedeeld ? deelteksten.gedeeldOp(woord('deelgrond', n.deelgrond ?? '')) : t.eigen}.{' '}
      {b.eigen.includes(n.organisatie) ? (
        <Link href={`/casus/${b.casus.id}/notities/${n.id}`}>
          {t.bekijk} <span class="la-alleen-voorlezen">({t.van(toonDag(n.overDag))})</span>
        </Link>
      ) : null}
    </Alinea>
  </>
);

/** The notes of a file, with the form for a new one. */
export const Notitiepaneel = (p: {
  b: Casusblad;
  csrf: string;
  staat: Vormstaat;
  open: boolean;
  blad: number;
  schrijft: boolean;
}) => (
  <>
    <Kop2 id="notities">{t.kop}</Kop2>
    {p.schrijft ? (
      <Details titel={t.nieuw} open={p.open}>
        <Formulier actie={`/casus/${p.b.casus.id}/notities`} csrf={p.csrf} naam={t.nieuw}>
          <Notitievelden staat={p.staat} />
          <Bewaarknoppen knop={t.bewaar} concept={p.b.concepten.notitie !== undefined} />
        </Formulier>
      </Details>
    ) : null}
    {p.b.notities.rijen.length === 0 ? <LegeStaat titel={t.geen} /> : null}
    {p.b.notities.rijen.map(n => (
      <Regel n={n} b={p.b} />
    ))}
    <Paginering
      bladzijde={p.blad}
      totaal={Math.ceil(p.b.notities.totaal / NOTITIES_PER_BLAD)}
      adres={n => `/casus/${p.b.casus.id}?blad=${n}#notities`}
    />
  </>
);

const Conflict = ({ hun, staat }: { hun: Notitie; staat: Vormstaat }) => (
  <>
    <Melding soort="waarschuwing" titel={t.conflict}>
      <Alinea>{t.conflictTekst}</Alinea>
    </Melding>
    <Verschil
      bijschrift={t.conflictBijschrift}
      rijen={[
        {
          veld: t.soort,
          hun: woord('notitiesoort', hun.soort),
          uw: woord('notitiesoort', staat.waarden['soort'] ?? ''),
        },
        { veld: t.overDag, hun: hun.overDag, uw: staat.waarden['over_dag'] ?? '' },
        { veld: t.inhoud, hun: hun.inhoud ?? '', uw: staat.waarden['inhoud'] ?? '' },
      ]}
    />
  </>
);

const Versies = ({ b, door }: { b: Notitieblad; door: (id: string) => string }) =>
  b.versies.length < 2 ? null : (
    <>
      <Kop2 id="versies">{t.versies}</Kop2>
      {b.versies.map(v => (
        <Details titel={`${t.versie(v.versie)}, ${door(v.door)}, ${toonMoment(v.vastgelegdOp)}`}>
          <Tekst tekst={v.inhoud} />
        </Details>
      ))}
    </>
  );

interface Notitieprops {
  casus: string;
  b: Notitieblad;
  csrf: string;
  staat: Vormstaat;
  deelstaat: Vormstaat;
  hun: Notitie | null;
  door: (id: string) => string;
}

const Wijzigdeel = ({ p, pad }: { p: Notitieprops; pad: string }) => (
  <>
    <Kop2 id="wijzig">{t.wijzig}</Kop2>
    <Formulier actie={pad} csrf={p.csrf} naam={t.wijzig}>
      <VerborgenVeld naam="versie" waarde={`${p.hun?.versie ?? p.b.notitie.versie}`} />
      <Notitievelden staat={p.staat} />
      <KnopGroep>
        <Knop>{p.hun ? t.bewaarToch : t.bewaar}</Knop>
        {p.hun ? <KnopLink href={pad}>{t.neemHun}</KnopLink> : null}
      </KnopGroep>
    </Formulier>

    <Deelformulier
      csrf={p.csrf}
      actie={`${pad}/deel`}
      staat={p.deelstaat}
      gedeeld={p.b.notitie.gedeeld}
      deelgrond={p.b.notitie.deelgrond}
    />
  </>
);

/** One note: what stands there, the form to change it, sharing, and every earlier version. */
export const Notitiepagina = (p: Notitieprops): Child => {
  const n = p.b.notitie;
  const pad = `/casus/${p.casus}/notities/${n.id}`;
  return (
    <>
      <FoutSamenvatting fouten={[...p.staat.fouten, ...p.deelstaat.fouten]} />
      {p.hun ? <Conflict hun={p.hun} staat={p.staat} /> : null}

      <Kop2 id="nu">{t.nu}</Kop2>
      <Tekst tekst={n.inhoud} />
      <Alinea soort="klein">
        {woord('notitiesoort', n.soort)}, {p.door(n.door)}, {toonMoment(n.vastgelegdOp)}
      </Alinea>

      {p.b.wijzigbaar ? <Wijzigdeel p={p} pad={pad} /> : null}
      <Versies b={p.b} door={p.door} />
    </>
  );
};
