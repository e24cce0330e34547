import { randomUUID } from 'node:crypto';
import type { Transactie } from '#platform/db/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  Knop,
  KnopGroep,
  KnopLink,
  Kop2,
  LegeStaat,
  Lijst,
  Melding,
  RadioGroep,
  VerborgenVeld,
  Verschil,
} from '#platform/ui/index.ts';
import type { Persoon } from '../domain/persoon.ts';
import { readPersoonblad } from '../usecases/blad.ts';
import { findHouder } from '../usecases/houder.ts';
import {
  legPersoonVast,
  listVersies,
  magBsnVastleggen,
  metPersoonsleutels,
  type Persoonversie,
  persoonrecht,
  readPersoon,
  wijzigPersoon,
} from '../usecases/persoon.ts';
import {
  besloten,
  type Diensten,
  foutenVan,
  gezinpad,
  isId,
  LEEG,
  leesVelden,
  metId,
  persoonpad,
  toonBlad,
  type Velden,
  type Vormstaat,
  vastleggingVan,
  veld,
  weiger,
} from './kader.tsx';
import { Druk, toonDag, toonNaam } from './opmaak.tsx';
import { persoonPagina } from './pages/persoon.tsx';
import { Persoonvelden } from './persoonvelden.tsx';
import {
  GEGRADEERD,
  leesPersoon,
  leesVersie,
  PERSOONVELDEN,
  verschillen,
  waardenVan,
} from './persoonvorm.ts';
import { algemeen, persoonteksten as t, versieteksten as vt, woorden } from './teksten.ts';

const kruimel = (p: Persoon) => ({ naam: toonNaam(p), href: persoonpad(p.id) });

const VELDNAMEN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    GEGRADEERD.flatMap(v => [
      [v, t[v]],
      [`${v}_geweigerd`, t.wilNiet(t[v])],
    ]),
  ),
  tussenvoegsel: t.tussenvoegsel,
  geslacht: t.geslacht,
  gemeente: t.gemeente,
  bsn: t.bsn,
  bsn_grond: t.bsnGrond,
};
const veldnaam = (code: string): string => VELDNAMEN[code] ?? code;

/** Two people at once: what is stored now beside what was typed. */
const Naast = ({ nu, waarden }: { nu: Persoon; waarden: Velden }) => (
  <>
    <Melding soort="waarschuwing" titel={algemeen.aangepast}>
      {algemeen.aangepastUitleg}
    </Melding>
    <Verschil
      bijschrift={algemeen.aangepastBijschrift}
      rijen={verschillen(nu, waarden).map(r => ({ ...r, veld: veldnaam(r.veld) }))}
    />
  </>
);

function wijzigPagina(
  c: Ctx,
  d: Diensten,
  p: Persoon,
  staat: Vormstaat,
  nu: Persoon | null,
): Promise<Response> {
  return toonBlad(
    c,
    {
      titel: t.wijzigTitel,
      pad: [kruimel(p)],
      fouten: staat.fouten,
      ...(nu ? { status: 409 as const } : {}),
    },
    <>
      <FoutSamenvatting fouten={[...staat.fouten]} />
      {nu ? <Naast nu={nu} waarden={staat.waarden} /> : null}
      <Formulier actie={persoonpad(p.id, '/wijzig')} csrf={c.get('csrf')}>
        <VerborgenVeld naam="versie" waarde={`${(nu ?? p).versie}`} />
        <Persoonvelden staat={staat} gebieden={d.gebieden} bsn={p.leestBsn} />
        <RadioGroep
          {...veld(staat, 'reden')}
          waarde={staat.waarden['reden'] || 'wijziging'}
          label={t.reden}
          opties={[
            { waarde: 'wijziging', naam: t.redenWijziging },
            { waarde: 'correctie', naam: t.redenCorrectie },
          ]}
        />
        <KnopGroep>
          <Knop>{nu ? algemeen.bewaarToch : t.bewaar}</Knop>
          <KnopLink href={persoonpad(p.id)}>{nu ? algemeen.neemHun : algemeen.terugNaarPersoon}</KnopLink>
        </KnopGroep>
      </Formulier>
    </>,
  );
}

/** The person, when the reader may change him. */
async function leesTeWijzigen(tx: Transactie, d: Diensten, id: string): Promise<Persoon | null> {
  if (!(await persoonrecht(tx, id)).wijzigen) return null;
  return readPersoon(tx, d.kluis, id);
}

async function bewaar(c: Ctx, d: Diensten): Promise<Response> {
  const waarden = await leesVelden(c, PERSOONVELDEN);
  const gelezen = leesPersoon(waarden, c.get('vandaag'));
  const id = c.req.param('id') ?? '';
  return metId(
    c,
    'persoon',
    async tx => {
      const p = await leesTeWijzigen(tx, d, id);
      if (!p) return null;
      if (!gelezen.ok) return { p, fout: gelezen.weigering, nu: null };
      const reden = waarden['reden'] === 'correctie' ? 'correctie' : 'wijziging';
      const w = { ...gelezen.waarde, id, versie: leesVersie(waarden['versie']), reden } as const;
      const uit = await wijzigPersoon(tx, d.kluis, w, vastleggingVan(c, d));
      return uit.ok ? { p, fout: null, nu: null } : { p, fout: uit.weigering, nu: uit.weigering.nu ?? null };
    },
    ({ p, fout, nu }) => {
      if (!fout) return c.redirect(`${persoonpad(id)}?gedaan`, 303);
      return wijzigPagina(c, d, p, { waarden, fouten: nu ? [] : foutenVan(fout) }, nu);
    },
  );
}

async function nieuwPagina(c: Ctx, d: Diensten, dossier: string, staat: Vormstaat): Promise<Response> {
  const bsn = await alsLezer(c, tx => magBsnVastleggen(tx, dossier));
  return toonBlad(
    c,
    {
      titel: t.nieuwTitel,
      pad: [{ naam: algemeen.terugNaarGezin, href: gezinpad(dossier) }],
      fouten: staat.fouten,
    },
    <>
      <FoutSamenvatting fouten={[...staat.fouten]} />
      <Alinea>{t.nieuwUitleg}</Alinea>
      <Formulier actie={gezinpad(dossier, '/persoon-erbij')} csrf={c.get('csrf')}>
        <Persoonvelden staat={staat} gebieden={d.gebieden} bsn={bsn} />
        <Knop>{t.voegToe}</Knop>
      </Formulier>
    </>,
  );
}

/** The key is made before the transaction, and destroyed again when nobody was written. */
async function voegToe(c: Ctx, d: Diensten): Promise<Response> {
  const dossier = c.req.param('id') ?? '';
  const waarden = await leesVelden(c, PERSOONVELDEN);
  const houder = isId(dossier) ? await alsLezer(c, tx => findHouder(tx, dossier)) : null;
  if (!houder) return weiger(c, 'dossier', dossier);
  const gelezen = leesPersoon(waarden, c.get('vandaag'));
  if (!gelezen.ok) return nieuwPagina(c, d, dossier, { waarden, fouten: foutenVan(gelezen.weigering) });
  const uit = await metPersoonsleutels(d.kluis, 1, ([sleutel = '']) =>
    alsLezer(c, tx =>
      legPersoonVast(
        tx,
        d.kluis,
        { ...gelezen.waarde, id: randomUUID(), sleutel, dossier, ...houder },
        vastleggingVan(c, d),
      ),
    ),
  );
  if (uit.ok) return c.redirect(`${persoonpad(uit.waarde.id)}?gedaan`, 303);
  return nieuwPagina(c, d, dossier, { waarden, fouten: foutenVan(uit.weigering) });
}

/** What differs between two versions, as sentences without the fields that stayed. */
function veranderd(v: Persoonversie, vorige: Persoonversie | undefined): string[] {
  if (!vorige) return [vt.eerste];
  const als = (x: Persoonversie) =>
    waardenVan({ gegevens: x.gegevens, geslacht: 'onbekend', gemeente: null, bsn: null });
  const [nieuw, oud] = [als(v), als(vorige)];
  const velden = [...GEGRADEERD, 'tussenvoegsel'].filter(f => nieuw[f] !== oud[f]);
  const toon = (w: string | undefined) => w || algemeen.onbekend;
  return velden.length === 0
    ? [vt.niets]
    : velden.map(f => vt.was(veldnaam(f), toon(oud[f]), toon(nieuw[f])));
}

function versiesPagina(c: Ctx, p: Persoon, versies: readonly Persoonversie[]): Promise<Response> {
  return toonBlad(
    c,
    { titel: vt.titel, pad: [kruimel(p)] },
    <>
      <Alinea>{vt.uitleg}</Alinea>
      {versies.length === 0 ? <LegeStaat titel={vt.niets} /> : null}
      {versies.map((v, i) => (
        <>
          <Kop2>{vt.versie(v.versie, toonDag(v.geldigVan))}</Kop2>
          <Alinea soort="klein">{woorden.reden[v.reden as keyof typeof woorden.reden] ?? v.reden}</Alinea>
          <Lijst items={veranderd(v, versies[i + 1])} />
        </>
      ))}
      <Druk c={c} />
    </>,
  );
}

/** Pages about one person: read, change, add, and what was written before. */
export function registreerPersoon(app: App, d: Diensten): void {
  app.get('/gezin/personen/:id', besloten, c =>
    metId(
      c,
      'persoon',
      (tx, id) => readPersoonblad(tx, d.kluis, id),
      b => persoonPagina(c, d, b),
    ),
  );
  app.get('/gezin/personen/:id/wijzig', besloten, c =>
    metId(
      c,
      'persoon',
      (tx, id) => leesTeWijzigen(tx, d, id),
      p => wijzigPagina(c, d, p, { waarden: waardenVan(p), fouten: [] }, null),
    ),
  );
  app.post('/gezin/personen/:id/wijzig', besloten, c => bewaar(c, d));
  app.get('/gezin/personen/:id/versies', besloten, c =>
    metId(
      c,
      'persoon',
      async (tx, id) => {
        const p = await readPersoon(tx, d.kluis, id);
        return p && { p, versies: await listVersies(tx, d.kluis, id) };
      },
      ({ p, versies }) => versiesPagina(c, p, versies),
    ),
  );
  app.get('/gezin/dossiers/:id/persoon-erbij', besloten, c =>
    metId(c, 'dossier', findHouder, (_, id) => nieuwPagina(c, d, id, LEEG)),
  );
  app.post('/gezin/dossiers/:id/persoon-erbij', besloten, c => voegToe(c, d));
}
