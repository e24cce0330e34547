import { formatDagKort } from '#kern/datum/index.ts';
import { geweigerd, nietGevonden, type Result, type Weigering } from '#kern/resultaat/index.ts';
import type { Lidmaatschap } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  DatumVeld,
  Formulier,
  KeuzeVeld,
  Knop,
  Kop2,
  LegeStaat,
  Tabel,
  TekstVeld,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { AANHOUDGRONDEN, BEWAARSOORTEN, type Bewaartermijn } from '../domain/bewaren.ts';
import { bewaarteksten } from '../domain/teksten.ts';
import { type Bewaaroverzicht, hefOp, houdAan, leesBewaren } from '../usecases/bewaren.ts';
import type { Privacydiensten } from '../usecases/diensten.ts';
import { stelTermijnVast, stelTermijnVoor, TERMIJNVELDEN, trekTermijnIn } from '../usecases/termijn.ts';
import { alsFouten, alsFunctionaris, isId, leesVorm, nietHier, pagina, type Velden } from './kader.tsx';
import { Termijnvoorstellen } from './pages/termijnvoorstel.tsx';
import { teksten } from './teksten.ts';

const t = teksten.bewaren;
const dag = (d: Temporal.PlainDate) => formatDagKort(d);

const Termijnen = ({ termijnen }: { termijnen: readonly Bewaartermijn[] }) => (
  <Tabel
    bijschrift={t.bijschrift}
    kolommen={[
      { naam: t.kolommen.soort, rijkop: true },
      { naam: t.kolommen.termijn },
      { naam: t.kolommen.waar },
      { naam: t.kolommen.grond },
      { naam: t.kolommen.bron },
      { naam: t.kolommen.geldig },
    ]}
    rijen={termijnen.map(x => [
      <>
        {bewaarteksten.soorten[x.soort]}
        <Alinea soort="klein">{bewaarteksten.andereUitvoering[x.soort] ?? bewaarteksten.uitvoering}</Alinea>
      </>,
      t.jaren(x.jaren, bewaarteksten.vanaf[x.vanaf]),
      x.regio ?? t.overal,
      `${x.wet}, ${x.artikel}`,
      <>
        {x.bron}
        {x.regio === null ? null : <Alinea soort="klein">{t.eigenTermijn}</Alinea>}
        {x.bevestigd ? null : <Alinea soort="klein">{t.nietBevestigd}</Alinea>}
        {x.praktijk ? (
          <Alinea soort="klein">
            {t.praktijk}: {x.praktijk}
          </Alinea>
        ) : null}
      </>,
      t.geldig(dag(x.van), x.tot ? dag(x.tot) : null),
    ])}
  />
);

interface Vormprops {
  csrf: string;
  v: Velden;
  fouten: VeldFout[];
}
const fout = (fouten: VeldFout[], veld: string) => {
  const gevonden = fouten.find(f => f.veld === veld)?.tekst;
  return gevonden ? { fout: gevonden } : {};
};

const Termijnvorm = ({ csrf, v, fouten, regio }: Vormprops & { regio: string }) => (
  <Formulier actie="/privacy/bewaren" csrf={csrf} naam={t.wijzig}>
    <VerborgenVeld naam="regio" waarde={regio} />
    <KeuzeVeld
      naam="soort"
      label={t.velden.soort}
      waarde={v('soort')}
      opties={BEWAARSOORTEN.map(s => ({ waarde: s, naam: bewaarteksten.soorten[s] }))}
      {...fout(fouten, 'soort')}
    />
    <TekstVeld
      naam="jaren"
      label={t.velden.jaren}
      toetsen="numeric"
      breedte="kort"
      waarde={v('jaren')}
      {...fout(fouten, 'jaren')}
    />
    <TekstVeld naam="wet" label={t.velden.wet} waarde={v('wet')} {...fout(fouten, 'wet')} />
    <TekstVeld
      naam="artikel"
      label={t.velden.artikel}
      breedte="kort"
      waarde={v('artikel')}
      {...fout(fouten, 'artikel')}
    />
    <TekstVeld naam="bron" label={t.velden.bron} waarde={v('bron')} {...fout(fouten, 'bron')} />
    <DatumVeld
      naam="van"
      label={t.velden.van}
      uitleg={t.vanUitleg}
      waarde={v('van')}
      {...fout(fouten, 'van')}
    />
    <Knop>{t.knop}</Knop>
  </Formulier>
);

const Aanhoudvorm = ({ csrf, v, fouten }: Vormprops) => (
  <Formulier actie="/privacy/bewaren/aanhouding" csrf={csrf} naam={t.houdAan}>
    <TekstVeld
      naam="nummer"
      label={t.nummer}
      breedte="kort"
      waarde={v('nummer')}
      {...fout(fouten, 'nummer')}
    />
    <KeuzeVeld
      naam="grond"
      label={t.grond}
      waarde={v('grond')}
      opties={AANHOUDGRONDEN.map(g => ({ waarde: g, naam: t.gronden[g] }))}
      {...fout(fouten, 'grond')}
    />
    <Knop soort="bij">{t.knopAanhouding}</Knop>
  </Formulier>
);

const Aanhoudingen = ({ o, csrf, v, fouten }: Vormprops & { o: Bewaaroverzicht }) => (
  <>
    <Kop2>{t.aanhoudingen}</Kop2>
    <Alinea>{t.aanhoudingUitleg}</Alinea>
    {o.aanhoudingen.length === 0 ? (
      <LegeStaat titel={t.geen} />
    ) : (
      <Tabel
        bijschrift={t.aanhoudingen}
        bijschriftVerborgen
        kolommen={[
          { naam: t.aanhoudingKolommen.nummer, rijkop: true },
          { naam: t.aanhoudingKolommen.grond },
          { naam: t.aanhoudingKolommen.van },
          { naam: t.aanhoudingKolommen.doe },
        ]}
        rijen={o.aanhoudingen.map(a => [
          o.nummers.get(a.dossierId) ?? t.zonderNummer,
          t.gronden[a.grond],
          dag(Temporal.PlainDate.from(a.van)),
          <Formulier
            actie={`/privacy/bewaren/aanhouding/${a.id}/op`}
            csrf={csrf}
            naam={`${t.hefOp} ${o.nummers.get(a.dossierId) ?? ''}`}
          >
            <Knop soort="bij">{t.hefOp}</Knop>
          </Formulier>,
        ])}
      />
    )}
    <Aanhoudvorm csrf={csrf} v={v} fouten={fouten} />
  </>
);

const LEEG: Velden = () => '';

async function toonBewaren(
  c: Ctx,
  f: Lidmaatschap & { regio: string },
  v: Velden = LEEG,
  fouten: VeldFout[] = [],
) {
  const o = await alsLezer(c, tx => leesBewaren(tx, f.regio));
  const gedaan: Record<string, string> = {
    voorgesteld: t.voorgesteld,
    termijn: t.gedaan,
    ingetrokken: t.voorstel.ingetrokken,
    aangehouden: t.aangehouden,
    opgeheven: t.opgeheven,
  };
  const gelukt = gedaan[c.req.query('na') ?? ''];
  const csrf = c.get('csrf');
  return pagina(
    c,
    { titel: t.titel, fouten, ...(gelukt ? { gelukt } : {}) },
    <>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      <Termijnen termijnen={o.termijnen} />
      <Termijnvoorstellen voorstellen={o.voorstellen} ik={c.get('gebruiker')?.id ?? ''} csrf={csrf} />
      <Kop2>{t.wijzig}</Kop2>
      <Alinea>{t.wijzigUitleg}</Alinea>
      <Termijnvorm csrf={csrf} v={v} fouten={fouten} regio={f.regio} />
      <Aanhoudingen o={o} csrf={csrf} v={v} fouten={fouten} />
    </>,
  );
}

/** An act on a proposal: back to the page, with what was refused. */
async function naVoorstel(
  c: Ctx,
  f: Lidmaatschap & { regio: string },
  na: string,
  doe: (tx: Transactie, id: string) => Promise<Result<true, Weigering>>,
): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const r = isId(id) ? await alsLezer(c, tx => doe(tx, id)) : geweigerd(nietGevonden());
  if (r.ok) return c.redirect(`/privacy/bewaren?na=${na}`, 303);
  if (r.weigering.code === 'niet_gevonden') return nietHier(c, 'bewaartermijn', id);
  return toonBewaren(c, f, LEEG, alsFouten(r.weigering));
}

/** Retention terms and holds. */
export function registreerBewaren(app: App, d: Privacydiensten): void {
  app.get('/privacy/bewaren', c => alsFunctionaris(c, f => toonBewaren(c, f)));
  app.post('/privacy/bewaren', c =>
    alsFunctionaris(c, async f => {
      const { een } = await leesVorm(c);
      const invoer = Object.fromEntries(TERMIJNVELDEN.map(veld => [veld, een(veld)]));
      const r = await alsLezer(c, tx => stelTermijnVoor(tx, { ...invoer, regio: f.regio }, c.get('vandaag')));
      return r.ok
        ? c.redirect('/privacy/bewaren?na=voorgesteld', 303)
        : toonBewaren(c, f, een, alsFouten(r.weigering));
    }),
  );
  app.post('/privacy/bewaren/voorstel/:id/vast', c =>
    alsFunctionaris(c, f => {
      const door = { wie: c.get('gebruiker')?.id ?? '', vandaag: c.get('vandaag') };
      return naVoorstel(c, f, 'termijn', (tx, id) => stelTermijnVast(tx, f.regio, id, door));
    }),
  );
  app.post('/privacy/bewaren/voorstel/:id/weg', c =>
    alsFunctionaris(c, f => naVoorstel(c, f, 'ingetrokken', (tx, id) => trekTermijnIn(tx, f.regio, id))),
  );
  app.post('/privacy/bewaren/aanhouding', c =>
    alsFunctionaris(c, async f => {
      const { een } = await leesVorm(c);
      const r = await alsLezer(c, tx => houdAan(tx, d.kluis, een('nummer'), een('grond')));
      return r.ok
        ? c.redirect('/privacy/bewaren?na=aangehouden', 303)
        : toonBewaren(c, f, een, alsFouten(r.weigering));
    }),
  );
  app.post('/privacy/bewaren/aanhouding/:id/op', c =>
    alsFunctionaris(c, async () => {
      const id = c.req.param('id');
      const r = isId(id) && (await alsLezer(c, tx => hefOp(tx, id)));
      return r ? c.redirect('/privacy/bewaren?na=opgeheven', 303) : nietHier(c, 'aanhouding', id);
    }),
  );
}
