import type { Ctx } from '#platform/http/index.ts';
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
  Tabel,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { zonderDubbelen } from '../../domain/persoon.ts';
import type { Gezinsblad } from '../../usecases/blad.ts';
import type { Huishouden } from '../../usecases/huishouden.ts';
import {
  type Diensten,
  gezinpad,
  LEEG,
  merkenVan,
  persoonpad,
  toonBlad,
  type Vormstaat,
  veld,
} from '../kader.tsx';
import { Merken } from '../merken.tsx';
import {
  Druk,
  gemeenteOpties,
  opties,
  toonDag,
  toonGeboren,
  toonGemeente,
  toonNaam,
  toonPeriode,
} from '../opmaak.tsx';
import { algemeen, gezinteksten as t, woorden } from '../teksten.ts';

/** Which form was sent, and for which household; only that one shows its values and faults again. */
export interface Staat extends Vormstaat {
  doe?: string;
  bij?: string;
}

const staatVoor = (s: Staat, doe: string, bij = ''): Vormstaat =>
  s.doe === doe && (s.bij ?? '') === bij ? s : LEEG;

const naamVan = (b: Gezinsblad, id: string): string => {
  const wie = b.personen.find(p => p.id === id);
  return wie ? toonNaam(wie) : algemeen.naamloos;
};

const gewistIn = (b: Gezinsblad, huishouden: string) =>
  b.gewist.filter(g => g.huishoudens.includes(huishouden));

const Personen = ({ b }: { b: Gezinsblad }) => (
  <>
    <Kop2>{t.personen}</Kop2>
    {b.personen.length + b.gewist.length === 0 ? (
      <LegeStaat titel={t.niemand} />
    ) : (
      <Tabel
        bijschrift={t.personen}
        bijschriftVerborgen
        kolommen={[{ naam: t.naam, rijkop: true }, { naam: t.geboren }, { naam: t.geslacht }]}
        rijen={[
          ...zonderDubbelen(b.personen).map(p => [
            <Link href={persoonpad(p.id)}>{toonNaam(p)}</Link>,
            toonGeboren(p),
            woorden.geslacht[p.geslacht],
          ]),
          ...b.gewist.map(() => [algemeen.gewistPersoon, '', '']),
        ]}
      />
    )}
    {b.schrijft ? (
      <KnopGroep>
        <KnopLink href={gezinpad(b.dossier, '/persoon-erbij')}>{t.persoonErbij}</KnopLink>
        <KnopLink href={gezinpad(b.dossier, '/bekende-erbij')}>{t.bekendeErbij}</KnopLink>
      </KnopGroep>
    ) : null}
  </>
);

interface Deel {
  c: Ctx;
  b: Gezinsblad;
  s: Staat;
}

const Lidvorm = ({ c, b, s, h }: Deel & { h: Huishouden }) => {
  const staat = staatVoor(s, 'lid', h.id);
  const id = (naam: string) => ({ id: `veld-${naam}-${h.id}` });
  return (
    <Details titel={t.lidErbij} open={staat !== LEEG}>
      <Formulier actie={gezinpad(b.dossier)} csrf={c.get('csrf')} naam={t.lidErbij}>
        <VerborgenVeld naam="doe" waarde="lid" />
        <VerborgenVeld naam="huishouden" waarde={h.id} />
        <KeuzeVeld
          {...veld(staat, 'persoon')}
          {...id('persoon')}
          label={t.wie}
          uitleg={t.lidUitleg}
          opties={b.personen.map(p => ({ waarde: p.id, naam: toonNaam(p) }))}
        />
        <KeuzeVeld {...veld(staat, 'rol')} {...id('rol')} label={t.rol} opties={opties(woorden.rol)} />
        <DatumVeld {...veld(staat, 'van')} {...id('van')} label={algemeen.van} />
        <Knop soort="bij">{t.voegToe}</Knop>
      </Formulier>
    </Details>
  );
};

const Sluitvorm = ({ c, b, s, lid, naam }: Deel & { lid: string; naam: string }) => {
  const staat = staatVoor(s, 'sluit', lid);
  return (
    <Details titel={t.weg(naam)} open={staat !== LEEG}>
      <Formulier actie={gezinpad(b.dossier)} csrf={c.get('csrf')} naam={t.weg(naam)}>
        <VerborgenVeld naam="doe" waarde="sluit" />
        <VerborgenVeld naam="lid" waarde={lid} />
        <DatumVeld
          {...veld(staat, 'tot')}
          id={`veld-tot-${lid}`}
          label={algemeen.sluitOp}
          uitleg={algemeen.sluitUitleg}
        />
        <Knop soort="bij">{algemeen.sluit}</Knop>
      </Formulier>
    </Details>
  );
};

const Sluithuishouden = ({ c, b, s, h }: Deel & { h: Huishouden }) => {
  const staat = staatVoor(s, 'dicht', h.id);
  return (
    <Details titel={t.sluitHuishouden} open={staat !== LEEG}>
      <Formulier actie={gezinpad(b.dossier)} csrf={c.get('csrf')} naam={t.sluitHuishouden}>
        <VerborgenVeld naam="doe" waarde="dicht" />
        <VerborgenVeld naam="huishouden" waarde={h.id} />
        <DatumVeld
          {...veld(staat, 'tot')}
          id={`veld-tot-${h.id}`}
          label={algemeen.sluitOp}
          uitleg={t.sluitUitleg}
        />
        <Knop soort="bij">{algemeen.sluit}</Knop>
      </Formulier>
    </Details>
  );
};

const Heropen = ({ c, b, h }: Omit<Deel, 's'> & { h: Huishouden }) => (
  <Formulier actie={gezinpad(b.dossier)} csrf={c.get('csrf')} naam={t.heropen}>
    <VerborgenVeld naam="doe" waarde="heropen" />
    <VerborgenVeld naam="huishouden" waarde={h.id} />
    <Alinea soort="klein">{t.heropenUitleg}</Alinea>
    <Knop soort="bij">{t.heropen}</Knop>
  </Formulier>
);

const Huishoudpaneel = ({ c, b, s, h, nummer, d }: Deel & { h: Huishouden; nummer: number; d: Diensten }) => (
  <section aria-labelledby={`huishouden-${nummer}`}>
    <Kop3 id={`huishouden-${nummer}`}>
      {`${t.huishouden(nummer)}, ${toonGemeente(d.gebieden, h.gemeente)}, ${toonPeriode(h.van, h.tot)}`}
    </Kop3>
    {h.leden.length + gewistIn(b, h.id).length === 0 ? (
      <LegeStaat titel={t.leeg} />
    ) : (
      <Tabel
        bijschrift={t.huishouden(nummer)}
        bijschriftVerborgen
        kolommen={[{ naam: t.naam, rijkop: true }, { naam: t.rol }, { naam: t.periode }]}
        rijen={[
          ...h.leden.map(l => [naamVan(b, l.persoon), woorden.rol[l.rol], toonPeriode(l.van, l.tot)]),
          ...gewistIn(b, h.id).map(() => [algemeen.gewistPersoon, '', '']),
        ]}
      />
    )}
    {b.schrijft
      ? h.leden
          .filter(l => l.tot === null)
          .map(l => <Sluitvorm c={c} b={b} s={s} lid={l.id} naam={naamVan(b, l.persoon)} />)
      : null}
    {b.schrijft && h.tot === null ? (
      <>
        <Lidvorm c={c} b={b} s={s} h={h} />
        <Sluithuishouden c={c} b={b} s={s} h={h} />
      </>
    ) : null}
    {b.schrijft && h.tot !== null ? <Heropen c={c} b={b} h={h} /> : null}
  </section>
);

const NieuwHuishouden = ({ c, b, s, d }: Deel & { d: Diensten }) => {
  const staat = staatVoor(s, 'huishouden');
  return (
    <Details titel={t.nieuwHuishouden} open={staat !== LEEG}>
      <Formulier actie={gezinpad(b.dossier)} csrf={c.get('csrf')} naam={t.nieuwHuishouden}>
        <VerborgenVeld naam="doe" waarde="huishouden" />
        <KeuzeVeld
          {...veld(staat, 'gemeente')}
          label={t.gemeente}
          verplicht={false}
          opties={gemeenteOpties(d.gebieden)}
        />
        <DatumVeld {...veld(staat, 'van')} label={algemeen.van} />
        <Knop soort="bij">{t.legAan}</Knop>
      </Formulier>
    </Details>
  );
};

/** The task that erasing one person leaves: names in notes and documents are judged by a human. */
const Gewistpaneel = ({ c, b }: Pick<Deel, 'c' | 'b'>) => (
  <>
    {b.gewist
      .filter(g => g.beoordeeldOp === null)
      .map(g => (
        <>
          <Melding soort="waarschuwing" titel={t.gewistTitel}>
            {t.gewistTekst(toonDag(g.gewistOp))}
          </Melding>
          {b.schrijft ? (
            <Formulier actie={gezinpad(b.dossier)} csrf={c.get('csrf')} naam={t.gewistKnop}>
              <VerborgenVeld naam="doe" waarde="gewist" />
              <VerborgenVeld naam="gewist" waarde={g.id} />
              <Knop soort="bij">{t.gewistKnop}</Knop>
            </Formulier>
          ) : null}
        </>
      ))}
  </>
);

/** The family of a file: people, households as they are, and those of before. */
export async function gezinPagina(c: Ctx, d: Diensten, b: Gezinsblad, s: Staat): Promise<Response> {
  const merken = await merkenVan(c, d, { dossier: b.dossier });
  const nu = b.huishoudens.filter(h => h.tot === null);
  const vroeger = b.huishoudens.filter(h => h.tot !== null);
  const fouten = s.fouten.map(f => (f.veld && s.bij ? { ...f, veld: `${f.veld}-${s.bij}` } : f));
  return toonBlad(
    c,
    { titel: t.titel, fouten, pad: [{ naam: algemeen.casus, href: `/casus/${b.dossier}` }] },
    <>
      <FoutSamenvatting fouten={fouten} />
      {c.req.query('gedaan') === undefined ? null : <Melding soort="gelukt">{algemeen.gedaan}</Melding>}
      <Gewistpaneel c={c} b={b} />
      <Merken merken={merken} naam={id => naamVan(b, id)} />
      <Personen b={b} />
      <Kop2>{t.huishoudens}</Kop2>
      {nu.length === 0 ? <LegeStaat titel={t.geenHuishouden} /> : null}
      {nu.map(h => (
        <Huishoudpaneel c={c} b={b} s={s} h={h} nummer={b.huishoudens.indexOf(h) + 1} d={d} />
      ))}
      {b.schrijft ? <NieuwHuishouden c={c} b={b} s={s} d={d} /> : null}
      {vroeger.length === 0 ? null : <Kop2>{t.vroeger}</Kop2>}
      {vroeger.map(h => (
        <Huishoudpaneel c={c} b={b} s={s} h={h} nummer={b.huishoudens.indexOf(h) + 1} d={d} />
      ))}
      <Druk c={c} />
    </>,
  );
}
