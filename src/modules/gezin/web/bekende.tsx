import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  Knop,
  Kop2,
  LegeStaat,
  Lijst,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import type { Persoon } from '../domain/persoon.ts';
import { voegBekendeToe, zoekBekenden } from '../usecases/bekende.ts';
import { findHouder } from '../usecases/houder.ts';
import {
  besloten,
  type Diensten,
  gezinpad,
  isId,
  LEEG,
  leesVelden,
  metId,
  toonBlad,
  type Vormstaat,
  weiger,
} from './kader.tsx';
import { toonGeboren, toonNaam } from './opmaak.tsx';
import { algemeen, bekendeteksten as t } from './teksten.ts';
import { leesVraag, ZOEKVELDEN, Zoekvelden } from './zoek.tsx';

const padVan = (dossier: string): string => gezinpad(dossier, '/bekende-erbij');

const Gevonden = ({ c, dossier, personen }: { c: Ctx; dossier: string; personen: readonly Persoon[] }) => (
  <>
    <Kop2>{t.gevonden}</Kop2>
    {personen.length === 0 ? (
      <LegeStaat titel={t.niemandTitel}>
        <Alinea>{t.niemand}</Alinea>
      </LegeStaat>
    ) : (
      <Lijst
        soort="kaal"
        items={personen.map(p => (
          <Formulier actie={padVan(dossier)} csrf={c.get('csrf')} naam={t.zet(toonNaam(p))}>
            <VerborgenVeld naam="persoon" waarde={p.id} />
            <Alinea>{t.geboren(toonNaam(p), toonGeboren(p))}</Alinea>
            <Knop soort="bij">{t.zet(toonNaam(p))}</Knop>
          </Formulier>
        ))}
      />
    )}
  </>
);

function pagina(c: Ctx, dossier: string, s: Vormstaat, personen: readonly Persoon[] | null) {
  return toonBlad(
    c,
    {
      titel: t.titel,
      pad: [{ naam: algemeen.terugNaarGezin, href: gezinpad(dossier) }],
      fouten: s.fouten,
    },
    <>
      <FoutSamenvatting fouten={[...s.fouten]} />
      <Alinea soort="inleiding">{t.uitleg}</Alinea>
      {personen === null ? null : <Gevonden c={c} dossier={dossier} personen={personen} />}
      <Formulier actie={padVan(dossier)} csrf={c.get('csrf')} naam={t.zoek}>
        <Zoekvelden s={s} />
        <Knop>{t.zoek}</Knop>
      </Formulier>
    </>,
  );
}

/** With the id of a person he is put in the file; without, people are looked for. */
async function verwerk(c: Ctx, d: Diensten): Promise<Response> {
  const dossier = c.req.param('id') ?? '';
  const waarden = await leesVelden(c, [...ZOEKVELDEN, 'persoon']);
  if (!isId(dossier) || !(await alsLezer(c, tx => findHouder(tx, dossier))))
    return weiger(c, 'dossier', dossier);
  const { persoon = '' } = waarden;
  if (persoon !== '') {
    const uit = isId(persoon)
      ? await alsLezer(c, tx => voegBekendeToe(tx, { dossier, persoon }, d.beginKennisgeving))
      : null;
    return uit?.ok ? c.redirect(`${gezinpad(dossier)}?gedaan`, 303) : weiger(c, 'persoon', persoon);
  }
  const gelezen = leesVraag(waarden, c.get('vandaag'));
  if ('fouten' in gelezen) return pagina(c, dossier, { waarden, fouten: gelezen.fouten }, null);
  const personen = await alsLezer(c, tx => zoekBekenden(tx, d.kluis, dossier, gelezen.vraag));
  return pagina(c, dossier, { waarden, fouten: [] }, personen);
}

/** Somebody of another file of one's own work put in this one: a child in two families is typed once. */
export function registreerBekende(app: App, d: Diensten): void {
  app.get('/gezin/dossiers/:id/bekende-erbij', besloten, c =>
    metId(c, 'dossier', findHouder, (_, id) => pagina(c, id, LEEG, null)),
  );
  app.post('/gezin/dossiers/:id/bekende-erbij', besloten, c => verwerk(c, d));
}
