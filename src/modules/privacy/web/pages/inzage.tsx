import type { Verzendoordeel } from '#modules/gezin/index.ts';
import {
  Alinea,
  BestandVeld,
  Formulier,
  KeuzeVeld,
  Knop,
  Kop2,
  LegeStaat,
  Lijst,
  Link,
  Melding,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import {
  type Beoordeeld,
  type Inzagestuk,
  keuzebasis,
  keuzeveld,
  keuzewaarde,
  WEGLAATGRONDEN,
} from '../../domain/inzage.ts';
import { stuktitel } from '../../usecases/afschrift.ts';
import type { Inzageblad } from '../../usecases/inzage.ts';
import type { Verzoek } from '../../usecases/verzoek.ts';
import { inzageteksten as t } from '../teksten-inzage.ts';
import { bewerkteVersie, Documentlinks, Uitkomst, Zinnen } from './inzagezinnen.tsx';
import { Verzendvorm } from './verzending.tsx';

export interface Inzagestof {
  verzoek: string;
  blad: Inzageblad;
  /** What the room of persons says of sending; null while nothing may go out yet. */
  oordeel: Verzendoordeel | null;
  ik: string;
  csrf: string;
  fouten: VeldFout[];
  /** What was sent, when it comes back with errors. */
  ingevuld: (veld: string) => string;
  /** Fingerprint of the text of a part, as it is shown. */
  gelezen: (stuk: Inzagestuk) => string;
}

const WEGLATEN = (Object.keys(WEGLAATGRONDEN) as (keyof typeof WEGLAATGRONDEN)[]).map(g => ({
  waarde: `weglaten:${g}`,
  naam: `${t.gronden[g]} (${WEGLAATGRONDEN[g]})`,
}));
const OPTIES = [{ waarde: 'meegeven', naam: t.meegeven }, ...WEGLATEN];

/** A document goes as it is, in its newest edited version, or not. */
function opties(s: Inzagestof, d: Beoordeeld) {
  if (d.stuk.soort !== 'document') return OPTIES;
  const bewerkt = bewerkteVersie(s.blad, d.stuk.id);
  return [
    { waarde: 'meegeven', naam: t.meegevenDocument },
    ...(bewerkt ? [{ waarde: `bewerkt:${bewerkt.id}`, naam: t.bewerkt }] : []),
    ...WEGLATEN,
  ];
}

const pad = (s: Inzagestof, deel = '') => `/privacy/verzoeken/${s.verzoek}/inzage${deel}`;

const hoever = ({ keuze }: Beoordeeld): string =>
  keuze === null ? t.door.nog : keuze.tweedeDoor ? t.door.akkoord : t.door.wacht;

/** One part as it would be given, with what is chosen for it. */
const Deel = ({ s, d }: { s: Inzagestof; d: Beoordeeld }) => {
  const { stuk, keuze } = d;
  const naam = keuzeveld(stuk);
  const fout = s.fouten.find(f => f.veld === naam)?.tekst;
  const regels = stuk.regels.filter(r => r.trim() !== '');
  return (
    <>
      <Kop2>{stuktitel(stuk)}</Kop2>
      {regels.length === 0 ? <Alinea>{t.gewist}</Alinea> : regels.map(r => <Alinea>{r}</Alinea>)}
      {stuk.soort === 'document' ? <Documentlinks pad={pad(s)} blad={s.blad} stuk={stuk} /> : null}
      {stuk.weggelaten > 0 ? <Alinea soort="klein">{t.weggelaten(stuk.weggelaten)}</Alinea> : null}
      <Zinnen d={d} gelezen={s.gelezen(stuk)} ingevuld={s.ingevuld} />
      <Uitkomst d={d} />
      <KeuzeVeld
        naam={naam}
        label={t.keuze(stuktitel(stuk))}
        uitleg={hoever(d)}
        verplicht={false}
        opties={opties(s, d)}
        waarde={s.ingevuld(naam) || (keuze ? keuzebasis(keuze) : '')}
        {...(fout ? { fout } : {})}
      />
    </>
  );
};

const Keuzes = (s: Inzagestof) =>
  s.blad.delen.length === 0 ? (
    <LegeStaat titel={t.geen} />
  ) : (
    <Formulier actie={pad(s)} csrf={s.csrf} naam={t.titel}>
      {s.blad.delen.map(d => (
        <Deel s={s} d={d} />
      ))}
      <Knop>{t.bewaar}</Knop>
    </Formulier>
  );

/** An edited version of a document: given here, chosen above. */
const Bewerkt = (s: Inzagestof) => {
  const documenten = s.blad.delen.filter(d => d.stuk.soort === 'document');
  if (documenten.length === 0) return null;
  const fout = (veld: string) => s.fouten.find(f => f.veld === veld)?.tekst;
  return (
    <>
      <Kop2>{t.kopBewerkt}</Kop2>
      <Alinea>{t.bewerktUitleg}</Alinea>
      <Formulier actie={pad(s, '/document')} csrf={s.csrf} naam={t.kopBewerkt} bestanden>
        <KeuzeVeld
          naam="document"
          label={t.welkDocument}
          opties={documenten.map(d => ({
            waarde: d.stuk.id,
            naam: `${stuktitel(d.stuk)}: ${d.stuk.regels.join(' ')}`,
          }))}
          waarde={s.ingevuld('document')}
          fout={fout('document')}
        />
        <BestandVeld naam="bestand" label={t.bestand} maximum="20 MB" fout={fout('bestand')} />
        <Knop soort="bij">{t.geefBewerkt}</Knop>
      </Formulier>
    </>
  );
};

/** For a second human: exactly the choices of somebody else that stand on this page. */
const Akkoord = (s: Inzagestof) => {
  const vanAnder = s.blad.delen.flatMap(d =>
    d.keuze && !d.keuze.tweedeDoor && d.keuze.eersteDoor !== s.ik ? [d.keuze] : [],
  );
  if (vanAnder.length === 0) return null;
  return (
    <>
      <Kop2>{t.kopAkkoord}</Kop2>
      <Alinea>{t.akkoordUitleg(vanAnder.length)}</Alinea>
      <Formulier actie={pad(s, '/akkoord')} csrf={s.csrf} naam={t.kopAkkoord}>
        {vanAnder.map(k => (
          <VerborgenVeld naam="gezien" waarde={`${keuzeveld(k)}=${keuzewaarde(k)}`} />
        ))}
        <Knop>{t.akkoord}</Knop>
      </Formulier>
    </>
  );
};

const Afschrift = (s: Inzagestof) => (
  <>
    <Kop2>{t.kopAfschrift}</Kop2>
    {s.oordeel === null ? (
      <Alinea>{t.eerstBesluit}</Alinea>
    ) : (
      <>
        <Alinea>{t.afschriftUitleg}</Alinea>
        <Verzendvorm oordeel={s.oordeel} actie={pad(s, '/afschrift')} csrf={s.csrf} naam={t.kopAfschrift}>
          <Knop>{t.maak}</Knop>
        </Verzendvorm>
      </>
    )}
  </>
);

/** Every part that may be given, the choice of two humans on each, and the copy. */
export const Inzageinhoud = (s: Inzagestof) => (
  <>
    <Alinea soort="inleiding">{t.inleiding}</Alinea>
    <Alinea>{t.gelogd}</Alinea>
    {s.blad.recht.door === 'vertegenwoordiger' ? (
      <Melding soort="waarschuwing">{t.vertegenwoordiger}</Melding>
    ) : null}
    <Alinea>{t.lees}</Alinea>
    <Melding soort={s.blad.stand === 'gereed' ? 'gelukt' : 'info'}>{t.standen[s.blad.stand]}</Melding>
    <Keuzes {...s} />
    <Bewerkt {...s} />
    <Akkoord {...s} />
    <Afschrift {...s} />
  </>
);

/** On the page of the request: the way to its parts, and to the overview of who looked. */
export const Inzagewegen = ({ v, functionaris }: { v: Verzoek; functionaris: boolean }) => {
  const inzage = v.soort === 'inzage' || v.soort === 'afschrift';
  if (!inzage || !v.dossier || !v.betrokkene || !v.identiteit || v.besluit === 'geweigerd') return null;
  const wegen = [
    <Link href={`/privacy/verzoeken/${v.id}/inzage`}>{t.naar}</Link>,
    ...(functionaris && v.stand === 'besloten'
      ? [<Link href={`/privacy/verzoeken/${v.id}/logboek`}>{t.naarLogboek}</Link>]
      : []),
  ];
  return (
    <>
      <Kop2>{t.kop}</Kop2>
      <Lijst soort="kaal" items={wegen} />
    </>
  );
};
