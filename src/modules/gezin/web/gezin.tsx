import { randomUUID } from 'node:crypto';
import type { Result, Weigering } from '#kern/resultaat/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import {
  DatumVeld,
  Details,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  KnopLink,
  Kop2,
  Kop3,
  LegeStaat,
  Link,
  Melding,
  Tabel,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { HUISHOUDROLLEN, type Huishoudrol } from '../domain/huishouden.ts';
import { type Gezinsblad, readGezinsblad } from '../usecases/blad.ts';
import { beoordeelNamen } from '../usecases/gewist.ts';
import { findHouder } from '../usecases/houder.ts';
import {
  type Huishouden,
  legHuishoudenAan,
  sluitHuishoudlidmaatschap,
  voegHuishoudlidToe,
} from '../usecases/huishouden.ts';
import { leesDag } from './dag.ts';
import {
  besloten,
  type Diensten,
  foutenVan,
  gezinpad,
  isId,
  LEEG,
  leesVelden,
  merkenVan,
  metId,
  persoonpad,
  toonBlad,
  type Velden,
  type Vormstaat,
  veld,
  weiger,
} from './kader.tsx';
import { Merken } from './merken.tsx';
import {
  Druk,
  gemeenteOpties,
  opties,
  toonDag,
  toonGeboren,
  toonGemeente,
  toonNaam,
  toonPeriode,
} from './opmaak.tsx';
import { algemeen, gezinteksten as t, woorden } from './teksten.ts';

const VELDEN = ['doe', 'gemeente', 'van', 'huishouden', 'persoon', 'rol', 'lid', 'tot', 'gewist'];

/** Which form was sent, and for which household; only that one shows its values and faults again. */
interface Staat extends Vormstaat {
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
          ...b.personen
            .filter(p => p.opgegaanIn === null)
            .map(p => [
              <Link href={persoonpad(p.id)}>{toonNaam(p)}</Link>,
              toonGeboren(p),
              woorden.geslacht[p.geslacht],
            ]),
          ...b.gewist.map(() => [algemeen.gewistPersoon, '', '']),
        ]}
      />
    )}
    {b.schrijft ? <KnopLink href={gezinpad(b.dossier, '/persoon-erbij')}>{t.persoonErbij}</KnopLink> : null}
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
    {b.schrijft && h.tot === null ? <Lidvorm c={c} b={b} s={s} h={h} /> : null}
  </section>
);

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

async function pagina(c: Ctx, d: Diensten, b: Gezinsblad, s: Staat): Promise<Response> {
  const merken = await merkenVan(c, d, { dossier: b.dossier });
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
      {b.huishoudens.length === 0 ? <LegeStaat titel={t.geenHuishouden} /> : null}
      {b.huishoudens.map((h, i) => (
        <Huishoudpaneel c={c} b={b} s={s} h={h} nummer={i + 1} d={d} />
      ))}
      {b.schrijft ? <NieuwHuishouden c={c} b={b} s={s} d={d} /> : null}
      <Druk c={c} />
    </>,
  );
}

const isRol = (w: string): w is Huishoudrol => (HUISHOUDROLLEN as readonly string[]).includes(w);

type Uit = Result<unknown, Weigering>;
const mis = (velden: Record<string, string>): Uit => ({ ok: false, weigering: { code: 'ongeldig', velden } });

async function nieuwHuishouden(c: Ctx, d: Diensten, dossier: string, v: Velden): Promise<Uit> {
  const van = leesDag(v['van'], c.get('vandaag'));
  if ('fout' in van) return mis({ van: van.fout });
  const gemeente = v['gemeente'] || null;
  const bekend = d.gebieden.some(g => g.gemeenten.some(x => x.code === gemeente));
  if (gemeente !== null && !bekend) return mis({ gemeente: algemeen.kies });
  return alsLezer(c, async tx => {
    const houder = await findHouder(tx, dossier);
    if (!houder) return { ok: false, weigering: { code: 'niet_gevonden' } };
    return legHuishoudenAan(tx, { id: randomUUID(), dossier, ...houder, gemeente, van: van.dag });
  });
}

async function nieuwLid(c: Ctx, v: Velden): Promise<Uit> {
  const van = leesDag(v['van'], c.get('vandaag'));
  const [persoon = '', rol = '', huishouden = ''] = [v['persoon'], v['rol'], v['huishouden']];
  const velden = {
    ...('fout' in van ? { van: van.fout } : {}),
    ...(isId(persoon) ? {} : { persoon: algemeen.kies }),
    ...(isRol(rol) ? {} : { rol: algemeen.kies }),
  };
  if ('fout' in van || !isRol(rol) || !isId(persoon)) return mis(velden);
  return alsLezer(c, tx =>
    voegHuishoudlidToe(tx, { id: randomUUID(), huishouden, persoon, rol, van: van.dag }),
  );
}

async function sluitLid(c: Ctx, v: Velden): Promise<Uit> {
  const tot = leesDag(v['tot'], c.get('vandaag'));
  return 'fout' in tot
    ? mis({ tot: tot.fout })
    : alsLezer(c, tx => sluitHuishoudlidmaatschap(tx, v['lid'] ?? '', tot.dag));
}

const DADEN: Readonly<Record<string, (c: Ctx, d: Diensten, dossier: string, v: Velden) => Promise<Uit>>> = {
  huishouden: nieuwHuishouden,
  lid: (c, _d, _dossier, v) => nieuwLid(c, v),
  sluit: (c, _d, _dossier, v) => sluitLid(c, v),
  gewist: (c, _d, dossier, v) => alsLezer(c, tx => beoordeelNamen(tx, dossier, v['gewist'] ?? '')),
};

async function verwerk(c: Ctx, d: Diensten): Promise<Response> {
  const v = await leesVelden(c, VELDEN);
  const dossier = c.req.param('id') ?? '';
  const b = isId(dossier) ? await alsLezer(c, tx => readGezinsblad(tx, d.kluis, dossier)) : null;
  if (!b?.schrijft) return weiger(c, 'dossier', dossier);
  const doe = v['doe'] ?? '';
  const bij = doe === 'lid' ? (v['huishouden'] ?? '') : doe === 'sluit' ? (v['lid'] ?? '') : '';
  // Only what stands on this page: a household or member of another file is not there.
  const hoortHier =
    doe === 'huishouden' ||
    (doe === 'gewist'
      ? isId(v['gewist'] ?? '')
      : b.huishoudens.some(h => h.id === bij || h.leden.some(l => l.id === bij)));
  const daad = DADEN[doe];
  if (!daad || !hoortHier) return weiger(c, 'huishouden', bij);
  const uit = await daad(c, d, dossier, v);
  if (uit.ok) return c.redirect(`${gezinpad(dossier)}?gedaan`, 303);
  if (uit.weigering.code === 'niet_gevonden') return weiger(c, 'huishouden', bij);
  return pagina(c, d, b, { waarden: v, fouten: foutenVan(uit.weigering), doe, bij });
}

/** The family of a file: its people and households. */
export function registreerGezin(app: App, d: Diensten): void {
  app.get('/gezin/dossiers/:id', besloten, c =>
    metId(
      c,
      'dossier',
      (tx, id) => readGezinsblad(tx, d.kluis, id),
      b => pagina(c, d, b, LEEG),
    ),
  );
  app.post('/gezin/dossiers/:id', besloten, c => verwerk(c, d));
}
