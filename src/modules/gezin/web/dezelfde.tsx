import type { Result, Weigering } from '#kern/resultaat/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  Knop,
  KnopGroep,
  Kop2,
  LegeStaat,
  Link,
  Melding,
  Tabel,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import type { Patroon } from '../domain/gelijkenis.ts';
import type { Persoon } from '../domain/persoon.ts';
import { readPersoon } from '../usecases/persoon.ts';
import {
  beslisSamenvoeging,
  draaiSamenvoegingTerug,
  listVoorstellen,
  type Voorstel,
} from '../usecases/samenvoeging.ts';
import {
  besloten,
  type Diensten,
  foutenVan,
  isId,
  leesVelden,
  metId,
  persoonpad,
  toonBlad,
  weiger,
} from './kader.tsx';
import { Druk, toonGeboren, toonMoment, toonNaam } from './opmaak.tsx';
import { algemeen, dezelfdeteksten as t, woorden } from './teksten.ts';

interface Blad {
  persoon: Persoon;
  voorstellen: readonly Voorstel[];
}

const besluitTekst = (v: Voorstel): string =>
  v.besluit ? `${woorden.stand[v.besluit.stand]}, ${toonMoment(v.besluit.op)}` : t.nogGeen;

/** What agrees and what does not, in words; the figure behind it is not shown: it would read as certainty. */
const Overeenkomst = ({ patroon }: { patroon: Patroon }) => (
  <Tabel
    bijschrift={t.vergelijk}
    kolommen={[{ naam: t.veld, rijkop: true }, { naam: t.uitkomst }]}
    rijen={(Object.keys(woorden.patroon) as (keyof Patroon)[]).map(v => [
      woorden.patroon[v],
      woorden.uitkomst[patroon[v]],
    ])}
  />
);

const Keuze = ({ c, b, v }: { c: Ctx; b: Blad; v: Voorstel }) => {
  const naam = toonNaam(v.ander);
  const actie = persoonpad(b.persoon.id, '/dezelfde');
  if (v.besluit?.stand === 'bevestigd') {
    return (
      <Formulier actie={actie} csrf={c.get('csrf')} naam={`${t.terug}: ${naam}`}>
        <VerborgenVeld naam="samenvoeging" waarde={v.besluit.id} />
        <Knop soort="gevaar" naam="doe" waarde="terug">
          {t.terug}
        </Knop>
      </Formulier>
    );
  }
  return (
    <Formulier actie={actie} csrf={c.get('csrf')} naam={`${t.besluit}: ${naam}`}>
      <VerborgenVeld naam="ander" waarde={v.ander.id} />
      <Alinea soort="klein">{t.bevestigUitleg}</Alinea>
      <KnopGroep>
        <Knop naam="doe" waarde="bevestigd">
          {t.bevestig}
        </Knop>
        <Knop soort="bij" naam="doe" waarde="afgewezen">
          {t.wijsAf}
        </Knop>
      </KnopGroep>
    </Formulier>
  );
};

function pagina(c: Ctx, b: Blad, fouten: readonly VeldFout[]): Promise<Response> {
  return toonBlad(
    c,
    { titel: t.titel, pad: [{ naam: toonNaam(b.persoon), href: persoonpad(b.persoon.id) }], fouten },
    <>
      <FoutSamenvatting fouten={[...fouten]} />
      {c.req.query('gedaan') === undefined ? null : <Melding soort="gelukt">{algemeen.gedaan}</Melding>}
      <Alinea soort="inleiding">{t.uitleg}</Alinea>
      {b.voorstellen.length === 0 ? <LegeStaat titel={t.geenTitel} /> : null}
      {b.voorstellen.map(v => (
        <section aria-label={toonNaam(v.ander)}>
          <Kop2>
            <Link href={persoonpad(v.ander.id)}>{`${toonNaam(v.ander)}, ${toonGeboren(v.ander)}`}</Link>
          </Kop2>
          <Alinea>{`${t.besluit}: ${besluitTekst(v)}.`}</Alinea>
          <Overeenkomst patroon={v.patroon} />
          <Keuze c={c} b={b} v={v} />
        </section>
      ))}
      <Druk c={c} />
    </>,
  );
}

type Lees = Parameters<typeof metId<Blad>>[2];

const leesBlad =
  (d: Diensten): Lees =>
  async (tx, id) => {
    const persoon = await readPersoon(tx, d.kluis, id);
    const voorstellen = persoon ? await listVoorstellen(tx, d.kluis, id) : null;
    return persoon && voorstellen ? { persoon, voorstellen } : null;
  };

async function verwerk(c: Ctx, d: Diensten): Promise<Response> {
  const v = await leesVelden(c, ['doe', 'ander', 'samenvoeging']);
  const id = c.req.param('id') ?? '';
  const { doe = '', ander = '', samenvoeging = '' } = v;
  const geldig =
    doe === 'terug' ? isId(samenvoeging) : isId(ander) && (doe === 'bevestigd' || doe === 'afgewezen');
  if (!isId(id) || !geldig) return weiger(c, 'samenvoeging', id);
  const uit = await alsLezer<Result<unknown, Weigering>>(c, tx =>
    doe === 'terug'
      ? draaiSamenvoegingTerug(tx, { id: samenvoeging, persoon: id })
      : beslisSamenvoeging(tx, d.kluis, {
          blijft: id,
          opgegaan: ander,
          besluit: doe === 'bevestigd' ? 'bevestigd' : 'afgewezen',
        }),
  );
  if (uit.ok) return c.redirect(`${persoonpad(id, '/dezelfde')}?gedaan`, 303);
  if (uit.weigering.code === 'niet_gevonden') return weiger(c, 'samenvoeging', id);
  const { weigering } = uit;
  return metId(c, 'samenvoeging', leesBlad(d), b => pagina(c, b, foutenVan(weigering)));
}

/** Proposals that two records are of one person: the house proposes, a human decides and can undo it. */
export function registreerDezelfde(app: App, d: Diensten): void {
  app.get('/gezin/personen/:id/dezelfde', besloten, c =>
    metId(c, 'samenvoeging', leesBlad(d), b => pagina(c, b, [])),
  );
  app.post('/gezin/personen/:id/dezelfde', besloten, c => verwerk(c, d));
}
