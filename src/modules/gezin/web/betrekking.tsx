import { randomUUID } from 'node:crypto';
import type { Result, Weigering } from '#kern/resultaat/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  DatumVeld,
  Details,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  Kop2,
  LegeStaat,
  Melding,
  RadioGroep,
  Tabel,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { BETREKKINGSOORTEN, type Betrekkingsoort } from '../domain/huishouden.ts';
import { type Persoonblad, readPersoonblad } from '../usecases/blad.ts';
import { type Betrekking, legBetrekkingVast, sluitBetrekking } from '../usecases/huishouden.ts';
import { leesDag } from './dag.ts';
import {
  besloten,
  type Diensten,
  foutenVan,
  isId,
  LEEG,
  leesVelden,
  metId,
  persoonpad,
  toonBlad,
  type Velden,
  type Vormstaat,
  veld,
  weiger,
} from './kader.tsx';
import { Druk, opties, toonNaam, toonPeriode } from './opmaak.tsx';
import { algemeen, betrekkingteksten as t, woorden } from './teksten.ts';

const VELDEN = ['ander', 'soort', 'gezag', 'van', 'sluit', 'tot'];
const PAD = '/betrekkingen';

const naamVan = (b: Persoonblad, id: string): string => {
  const wie = id === b.persoon.id ? b.persoon : b.anderen.find(a => a.id === id);
  return wie ? toonNaam(wie) : algemeen.naamloos;
};
const zin = (b: Persoonblad, r: Betrekking): string =>
  t.zin(naamVan(b, r.persoon), woorden.betrekking[r.soort], naamVan(b, r.ander));
const gezag = (r: Betrekking): string =>
  r.gezag === null ? algemeen.onbekend : r.gezag ? t.gezagJa : t.gezagNee;

const Lijstje = ({ c, b }: { c: Ctx; b: Persoonblad }) =>
  b.betrekkingen.length === 0 ? (
    <LegeStaat titel={t.geenTitel} />
  ) : (
    <>
      <Tabel
        bijschrift={t.lijst}
        kolommen={[{ naam: t.wat, rijkop: true }, { naam: t.gezag }, { naam: t.periode }]}
        rijen={b.betrekkingen.map(r => [zin(b, r), gezag(r), toonPeriode(r.van, r.tot)])}
      />
      {b.betrekkingen
        .filter(r => r.tot === null && b.recht.aanvullen)
        .map(r => (
          <Details titel={`${algemeen.sluitOp}: ${zin(b, r)}`}>
            <Formulier actie={persoonpad(b.persoon.id, PAD)} csrf={c.get('csrf')} naam={zin(b, r)}>
              <VerborgenVeld naam="sluit" waarde={r.id} />
              <DatumVeld
                naam="tot"
                id={`veld-tot-${r.id}`}
                label={algemeen.sluitOp}
                uitleg={algemeen.sluitUitleg}
              />
              <Knop soort="bij">{algemeen.sluit}</Knop>
            </Formulier>
          </Details>
        ))}
    </>
  );

const Vorm = ({ c, b, s }: { c: Ctx; b: Persoonblad; s: Vormstaat }) =>
  b.anderen.length === 0 ? (
    <Alinea>{t.geenAnder}</Alinea>
  ) : (
    <Formulier actie={persoonpad(b.persoon.id, PAD)} csrf={c.get('csrf')} naam={t.nieuw}>
      <KeuzeVeld {...veld(s, 'soort')} label={t.soort} opties={opties(woorden.betrekking)} />
      <KeuzeVeld
        {...veld(s, 'ander')}
        label={t.ander}
        opties={b.anderen.map(a => ({ waarde: a.id, naam: toonNaam(a) }))}
      />
      <RadioGroep
        {...veld(s, 'gezag')}
        waarde={s.waarden['gezag'] || 'onbekend'}
        label={t.gezagVraag}
        opties={[
          { waarde: 'ja', naam: woorden.janee.ja },
          { waarde: 'nee', naam: woorden.janee.nee },
          { waarde: 'onbekend', naam: woorden.geslacht.onbekend },
        ]}
      />
      <DatumVeld {...veld(s, 'van')} label={t.van} verplicht={false} />
      <Knop>{t.bewaar}</Knop>
    </Formulier>
  );

function pagina(c: Ctx, b: Persoonblad, s: Vormstaat): Promise<Response> {
  return toonBlad(
    c,
    {
      titel: t.titel,
      pad: [{ naam: toonNaam(b.persoon), href: persoonpad(b.persoon.id) }],
      fouten: s.fouten,
    },
    <>
      <FoutSamenvatting fouten={[...s.fouten]} />
      {c.req.query('gedaan') === undefined ? null : <Melding soort="gelukt">{algemeen.gedaan}</Melding>}
      <Lijstje c={c} b={b} />
      {b.recht.aanvullen ? (
        <>
          <Kop2>{t.nieuw}</Kop2>
          <Vorm c={c} b={b} s={s} />
        </>
      ) : null}
      <Druk c={c} />
    </>,
  );
}

const isSoort = (w: string): w is Betrekkingsoort => (BETREKKINGSOORTEN as readonly string[]).includes(w);
const mis = (velden: Record<string, string>): Result<never, Weigering> => ({
  ok: false,
  weigering: { code: 'ongeldig', velden },
});

async function voegToe(c: Ctx, persoon: string, v: Velden): Promise<Result<unknown, Weigering>> {
  const [ander = '', soort = ''] = [v['ander'], v['soort']];
  const van = v['van'] ? leesDag(v['van'], c.get('vandaag')) : null;
  const fouten: Record<string, string> = {};
  if (!isSoort(soort)) fouten['soort'] = algemeen.kies;
  if (!isId(ander)) fouten['ander'] = algemeen.kies;
  if (van && 'fout' in van) fouten['van'] = van.fout;
  if (!isSoort(soort) || Object.keys(fouten).length > 0) return mis(fouten);
  const gezagCode = v['gezag'] === 'ja' ? true : v['gezag'] === 'nee' ? false : null;
  const dag = van && 'dag' in van ? van.dag : null;
  return alsLezer(c, tx =>
    legBetrekkingVast(tx, { id: randomUUID(), persoon, ander, soort, gezag: gezagCode, van: dag }),
  );
}

async function verwerk(c: Ctx, d: Diensten): Promise<Response> {
  const v = await leesVelden(c, VELDEN);
  const id = c.req.param('id') ?? '';
  const b = isId(id) ? await alsLezer(c, tx => readPersoonblad(tx, d.kluis, id)) : null;
  if (!b?.recht.aanvullen || (v['sluit'] && !isId(v['sluit']))) return weiger(c, 'betrekking', id);
  const tot = leesDag(v['tot'], c.get('vandaag'));
  const sluit = v['sluit'];
  if (sluit && 'fout' in tot) {
    return pagina(c, b, { waarden: {}, fouten: [{ veld: `tot-${sluit}`, tekst: tot.fout }] });
  }
  const uit =
    sluit && 'dag' in tot
      ? await alsLezer(c, tx => sluitBetrekking(tx, { id: sluit, persoon: id, tot: tot.dag }))
      : await voegToe(c, id, v);
  if (uit.ok) return c.redirect(`${persoonpad(id, PAD)}?gedaan`, 303);
  if (uit.weigering.code === 'niet_gevonden') return weiger(c, 'betrekking', id);
  return pagina(c, b, { waarden: sluit ? {} : v, fouten: foutenVan(uit.weigering) });
}

/** What people are to each other, with who has authority over whom. */
export function registreerBetrekking(app: App, d: Diensten): void {
  app.get('/gezin/personen/:id/betrekkingen', besloten, c =>
    metId(
      c,
      'betrekking',
      (tx, id) => readPersoonblad(tx, d.kluis, id),
      b => pagina(c, b, LEEG),
    ),
  );
  app.post('/gezin/personen/:id/betrekkingen', besloten, c => verwerk(c, d));
}
