import type { Child } from 'hono/jsx';
import { lidmaatschappen, type Rol } from '#modules/toegang/index.ts';
import type { Ctx } from '#platform/http/index.ts';
import { Alinea, BeschrijvingsLijst, KnopLink, Kop2, Lijst, Link, Melding } from '#platform/ui/index.ts';
import { BSN_GRONDEN } from '../../domain/bsn.ts';
import { type VastgesteldContact, WIJZEN } from '../../domain/contact.ts';
import { leeftijdOp } from '../../domain/geboortedatum.ts';
import { waardeVan } from '../../domain/graad.ts';
import type { Persoon } from '../../domain/persoon.ts';
import type { Persoonblad } from '../../usecases/blad.ts';
import { ContactInHetKort } from '../contactwoorden.tsx';
import { type Diensten, type Gebied, gezinpad, merkenVan, persoonpad, toonBlad } from '../kader.tsx';
import { Merken } from '../merken.tsx';
import { Druk, toonAdres, toonGeboren, toonGemeente, toonGraad, toonNaam } from '../opmaak.tsx';
import { algemeen, betrekkingteksten, persoonteksten as t, woorden } from '../teksten.ts';
import { contactteksten } from '../teksten-contact.ts';

const tekst = (w: string): string => w;

function leeftijd(p: Persoon, vandaag: Temporal.PlainDate): string {
  const datum = waardeVan(p.gegevens.geboortedatum);
  const jaren = datum ? leeftijdOp(datum, vandaag) : null;
  return jaren === null ? algemeen.onbekend : t.jaar(jaren);
}

/** Everything that is written down of who somebody is. */
const Gegevens = (props: { p: Persoon; gebieden: readonly Gebied[]; vandaag: Temporal.PlainDate }) => {
  const { p } = props;
  const rijen: [string, Child][] = [
    [t.voornamen, toonGraad(p.gegevens.voornamen, tekst)],
    [t.roepnaam, toonGraad(p.gegevens.roepnaam, tekst)],
    [t.tussenvoegsel, p.gegevens.tussenvoegsel || algemeen.geen],
    [t.achternaam, toonGraad(p.gegevens.achternaam, tekst)],
    [t.geboortedatum, toonGeboren(p)],
    [t.leeftijd, leeftijd(p, props.vandaag)],
    [t.leeftijdsband, p.leeftijdsband],
    [t.geslacht, woorden.geslacht[p.geslacht]],
    [t.gemeente, toonGemeente(props.gebieden, p.gemeente)],
    [t.telefoon, toonGraad(p.gegevens.telefoon, tekst)],
    [t.email, toonGraad(p.gegevens.email, tekst)],
    ...(p.leestBsn
      ? [[t.bsn, p.bsn ? `${p.bsn.nummer} (${BSN_GRONDEN[p.bsn.grond]})` : algemeen.geen] as [string, Child]]
      : []),
  ];
  return <BeschrijvingsLijst items={rijen.map(([term, waarde]) => ({ term, waarde }))} />;
};

/** Nobody reads along on any way that may be used. */
const leestNiemandMee = (k: VastgesteldContact): boolean =>
  WIJZEN.every(w => k.wegen[w].mag !== 'ja' || k.wegen[w].mee === 'niemand');

/** What matters before anything is sent, on top of the page. */
const Contactregel = ({ b }: { b: Persoonblad }) =>
  b.contact ? (
    <Melding soort={leestNiemandMee(b.contact) ? 'info' : 'waarschuwing'} titel={contactteksten.titel}>
      <ContactInHetKort k={b.contact} b={b} />
    </Melding>
  ) : (
    <Melding soort="waarschuwing" titel={contactteksten.nogNiet}>
      {contactteksten.nogNietUitleg}
    </Melding>
  );

const Betrekkingen = ({ b }: { b: Persoonblad }) => {
  const naam = (id: string) => {
    const wie = id === b.persoon.id ? b.persoon : b.anderen.find(a => a.id === id);
    return wie ? toonNaam(wie) : algemeen.naamloos;
  };
  const zinnen = b.betrekkingen
    .filter(r => r.tot === null)
    .map(r => betrekkingteksten.zin(naam(r.persoon), woorden.betrekking[r.soort], naam(r.ander)));
  return zinnen.length === 0 ? <Alinea>{betrekkingteksten.geenTitel}</Alinea> : <Lijst items={zinnen} />;
};

/** Who may bar a colleague; the page behind the link asks again. */
const WEERDERS: readonly Rol[] = ['teamleider', 'privacyfunctionaris'];

const Verder = ({ b, weert }: { b: Persoonblad; weert: boolean }) => {
  const pad = (deel: string) => persoonpad(b.persoon.id, deel);
  return (
    <Lijst
      items={[
        <Link href={pad('/contact')}>{t.contact}</Link>,
        <Link href={pad('/adressen')}>{t.adressen}</Link>,
        ...(b.geheim ? [<Link href={pad('/geheim-adres')}>{t.geheim}</Link>] : []),
        <Link href={pad('/betrekkingen')}>{t.betrekkingen}</Link>,
        <Link href={pad('/dezelfde')}>{t.dezelfde}</Link>,
        <Link href={pad('/versies')}>{t.versies}</Link>,
        ...(weert ? [<Link href={`/toegang/blokkades?betrokkene=${b.persoon.id}`}>{t.weer}</Link>] : []),
        ...b.dossiers.map(d => <Link href={gezinpad(d)}>{t.naarDossier}</Link>),
      ]}
    />
  );
};

/** One person: how to reach him safely first, then who he is, then the way to the rest. */
export async function persoonPagina(c: Ctx, d: Diensten, b: Persoonblad): Promise<Response> {
  const { persoon } = b;
  const merken = await merkenVan(c, d, { persoon: persoon.id });
  const open = b.adressen.filter(a => a.tot === null);
  return toonBlad(
    c,
    { titel: algemeen.persoon, kop: toonNaam(persoon) },
    <>
      {c.req.query('gedaan') === undefined ? null : <Melding soort="gelukt">{algemeen.gedaan}</Melding>}
      {persoon.opgegaanIn === null ? null : (
        <Melding soort="waarschuwing" titel={t.opgegaan}>
          <Link href={persoonpad(persoon.opgegaanIn)}>{t.naarBlijver}</Link>
        </Melding>
      )}
      <Merken merken={merken} naam={() => toonNaam(persoon)} />
      <Contactregel b={b} />
      <Kop2>{t.gegevens}</Kop2>
      <Gegevens p={persoon} gebieden={d.gebieden} vandaag={c.get('vandaag')} />
      {b.recht.wijzigen ? (
        <KnopLink href={persoonpad(persoon.id, '/wijzig')}>{t.wijzig}</KnopLink>
      ) : (
        <Alinea soort="klein">{t.alleenLezen}</Alinea>
      )}
      <Kop2>{t.adressen}</Kop2>
      {open.length === 0 ? (
        <Alinea>{algemeen.onbekend}</Alinea>
      ) : (
        <Lijst items={open.map(a => `${woorden.adressoort[a.soort]}: ${toonAdres(a.adres)}`)} />
      )}
      <Kop2>{t.betrekkingen}</Kop2>
      <Betrekkingen b={b} />
      <Kop2>{t.onderdelen}</Kop2>
      <Verder b={b} weert={lidmaatschappen(c).some(l => WEERDERS.includes(l.rol))} />
      <Druk c={c} />
    </>,
  );
}
