import {
  Alinea,
  BeschrijvingsLijst,
  Filters,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  KnopGroep,
  KnopLink,
  Kop2,
  LegeStaat,
  Lijst,
  Link,
  Melding,
  Paginering,
  Tabel,
  TekstVeld,
  type VeldFout,
} from '#platform/ui/index.ts';
import { FASEN, TAKEN } from '../../domain/codes.ts';
import { type Casuslijst, type Lijstregel, PER_BLAD } from '../../usecases/lijst.ts';
import { type Vormstaat, veld } from '../kader.tsx';
import { toonDag, toonMoment } from '../opmaak.tsx';
import { opties, woord } from '../teksten/codes.ts';
import { lijstteksten as t } from '../teksten/lijst.ts';

export interface Keuze {
  stand: '' | 'open' | 'gesloten';
  fase: string;
  taak: string;
  blad: number;
}

/** Which ways lie open for this reader. */
export interface Wegen {
  aanleggen: boolean;
  verdelen: boolean;
  radar: boolean;
  nood: boolean;
}

const adresVan = (k: Keuze, blad: number): string => {
  const q = new URLSearchParams();
  for (const naam of ['stand', 'fase', 'taak'] as const) if (k[naam]) q.set(naam, k[naam]);
  if (blad > 1) q.set('blad', `${blad}`);
  const vraag = q.toString();
  return vraag ? `/casus?${vraag}` : '/casus';
};

const wie = (r: Lijstregel): string => r.mensen.map(m => m || t.niemandBekend).join(', ') || t.niemandBekend;

export const Dossiertabel = ({ rijen }: { rijen: readonly Lijstregel[] }) => (
  <Tabel
    bijschrift={t.bijschrift}
    bijschriftVerborgen
    kolommen={[
      { naam: t.nummer, rijkop: true },
      { naam: t.wie },
      { naam: t.fase },
      { naam: t.stand },
      { naam: t.gewijzigd },
    ]}
    rijen={rijen.map(r => [
      <Link href={`/casus/${r.id}`}>{r.nummer}</Link>,
      wie(r),
      woord('fase', r.fase),
      woord('stand', r.stand),
      toonDag(r.laatsteWijziging),
    ])}
  />
);

export const Zoekformulier = ({ csrf, staat }: { csrf: string; staat: Vormstaat }) => (
  <>
    <Kop2 id="zoeken">{t.zoekTitel}</Kop2>
    <Alinea>{t.zoekUitleg}</Alinea>
    <Formulier actie="/casus/zoek" csrf={csrf} naam={t.zoekTitel}>
      <TekstVeld {...veld(staat, 'nummer')} label={t.nummer} verplicht={false} breedte="kort" />
      <TekstVeld {...veld(staat, 'voornaam')} label={t.voornaam} verplicht={false} breedte="middel" />
      <TekstVeld {...veld(staat, 'achternaam')} label={t.achternaam} verplicht={false} breedte="middel" />
      <TekstVeld
        {...veld(staat, 'geboren')}
        label={t.geboren}
        uitleg={t.geborenUitleg}
        verplicht={false}
        breedte="kort"
      />
      <Knop soort="bij">{t.zoek}</Knop>
    </Formulier>
    <Alinea>
      <Link href="/gezin/zoeken">{t.zoekAdres}</Link>
    </Alinea>
  </>
);

const Wegwijzer = ({ wegen }: { wegen: Wegen }) => (
  <KnopGroep>
    {wegen.aanleggen ? <KnopLink href="/casus/nieuw">{t.aanleggen}</KnopLink> : null}
    {wegen.verdelen ? <KnopLink href="/casus/verdelen">{t.verdelen}</KnopLink> : null}
    {wegen.radar ? <KnopLink href="/casus/radar">{t.radar}</KnopLink> : null}
    {wegen.nood ? <KnopLink href="/casus/noodtoegang">{t.nood}</KnopLink> : null}
  </KnopGroep>
);

export interface Conceptlink {
  casus: string | null;
  bewaardOp: Date;
}

const Concepten = ({ concepten }: { concepten: readonly Conceptlink[] }) =>
  concepten.length === 0 ? null : (
    <Melding titel={t.concepten}>
      <Lijst
        items={concepten.map(k => (
          <>
            <Link href={k.casus === null ? '/casus/nieuw' : `/casus/${k.casus}`}>
              {k.casus === null ? t.conceptCasus : t.conceptDossier}
            </Link>
            , {t.bewaardOp(toonMoment(k.bewaardOp))}
          </>
        ))}
      />
    </Melding>
  );

const Lijstfilters = ({ k, totaal }: { k: Keuze; totaal: number }) => (
  <Filters
    actie="/casus"
    aantal={totaal}
    volgorde={t.volgorde}
    actief={k.stand !== '' || k.fase !== '' || k.taak !== ''}
  >
    <KeuzeVeld
      naam="stand"
      label={t.stand}
      waarde={k.stand}
      leeg={t.alle}
      opties={opties('stand', ['open', 'gesloten'])}
    />
    <KeuzeVeld naam="fase" label={t.fase} waarde={k.fase} leeg={t.alle} opties={opties('fase', FASEN)} />
    <KeuzeVeld naam="taak" label={t.taak} waarde={k.taak} leeg={t.alle} opties={opties('taak', TAKEN)} />
  </Filters>
);

/** The reader's own files: ways in, what he left half filled, the list and the search. */
export const Lijstblad = (p: {
  csrf: string;
  lijst: Casuslijst;
  keuze: Keuze;
  wegen: Wegen;
  concepten: readonly Conceptlink[];
  gedaan: string | null;
}) => {
  const gefilterd = p.keuze.stand !== '' || p.keuze.fase !== '' || p.keuze.taak !== '';
  return (
    <>
      {p.gedaan ? <Melding soort="gelukt" titel={p.gedaan} /> : null}
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      <Wegwijzer wegen={p.wegen} />
      <Concepten concepten={p.concepten} />
      <Lijstfilters k={p.keuze} totaal={p.lijst.totaal} />
      {p.lijst.rijen.length === 0 ? (
        <LegeStaat titel={t.leegTitel}>{gefilterd ? t.leegFilter : t.leeg}</LegeStaat>
      ) : (
        <Dossiertabel rijen={p.lijst.rijen} />
      )}
      <Paginering
        bladzijde={p.keuze.blad}
        totaal={Math.ceil(p.lijst.totaal / PER_BLAD)}
        adres={n => adresVan(p.keuze, n)}
      />
      <Zoekformulier csrf={p.csrf} staat={{ formulier: 'zoek', waarden: {}, fouten: [] }} />
    </>
  );
};

/** What a search in one's own files gave. */
export const Zoekblad = (p: {
  csrf: string;
  lijst: Casuslijst | null;
  staat: Vormstaat;
  fouten: VeldFout[];
}) => (
  <>
    <FoutSamenvatting fouten={p.fouten} />
    {p.lijst === null ? null : p.lijst.rijen.length === 0 ? (
      <LegeStaat titel={t.nietsGevonden}>{t.nietsUitleg}</LegeStaat>
    ) : (
      <>
        <p role="status" class="la-telling">
          {t.gevonden(p.lijst.totaal)}
        </p>
        <Dossiertabel rijen={p.lijst.rijen} />
      </>
    )}
    <Zoekformulier csrf={p.csrf} staat={p.staat} />
    <Alinea>
      <Link href="/casus">{t.terug}</Link>
    </Alinea>
  </>
);

/** Facts as a list, for pages of this room. */
export const Feiten = ({ items }: { items: readonly (readonly [string, string])[] }) => (
  <BeschrijvingsLijst items={items.map(([term, waarde]) => ({ term, waarde }))} />
);
