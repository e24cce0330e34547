import { formatDagKort } from '#kern/datum/index.ts';
import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import { Alinea, Formulier, Knop, Kop2, LegeStaat, Link, Melding, Tabel } from '#platform/ui/index.ts';
import type { Bewaarsoort } from '../domain/bewaren.ts';
import { bewaarteksten } from '../domain/teksten.ts';
import type { Privacydiensten } from '../usecases/diensten.ts';
import {
  haalVanLijst,
  keurGoed,
  type Lijstinhoud,
  leesLijst,
  leesLijsten,
  type Vernietigingsregel,
} from '../usecases/lijsten.ts';
import { alsFunctionaris, isId, nietHier, pagina } from './kader.tsx';
import { teksten } from './teksten.ts';

const t = teksten.vernietigen;
const dag = (iso: string) => formatDagKort(Temporal.PlainDate.from(iso));
const soort = (s: string) => bewaarteksten.soorten[s as Bewaarsoort] ?? s;

async function toonLijsten(c: Ctx): Promise<Response> {
  const lijsten = await alsLezer(c, leesLijsten);
  return pagina(
    c,
    { titel: t.titel },
    <>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      {lijsten.length === 0 ? (
        <LegeStaat titel={t.geen} />
      ) : (
        <Tabel
          bijschrift={t.bijschrift}
          kolommen={[
            { naam: t.kolommen.dag, rijkop: true },
            { naam: t.kolommen.aanleiding },
            { naam: t.kolommen.regels, getal: true },
            { naam: t.kolommen.stand },
          ]}
          rijen={lijsten.map(l => [
            <Link href={`/privacy/vernietigen/${l.id}`}>{dag(l.opgesteldOp)}</Link>,
            t.naarSoort[l.soort ?? ''] ?? t.aanleiding[l.aanleiding],
            l.regels,
            l.uitgevoerdOp ? t.uitgevoerd(dag(l.uitgevoerdOp)) : t.open,
          ])}
        />
      )}
    </>,
  );
}

/** What stands on this line, as the officer knows it. */
const wat = (r: Vernietigingsregel, l: Lijstinhoud): string =>
  r.logregels === null
    ? (l.nummers.get(r.persoon ?? r.dossier ?? '') ?? '')
    : t.logregels(r.logregels, r.jaar);

function stand(r: Vernietigingsregel, ik: string): string {
  if (r.stand === 'vernietigd') return t.vernietigd;
  if (r.stand === 'overgeslagen') return t.overgeslagen(r.reden ?? '');
  if (r.tweedeDoor) return t.tweede;
  if (!r.eersteDoor) return t.wacht;
  return r.eersteDoor === ik ? t.eigen : t.eerste;
}

const Regels = ({ l, ik, csrf }: { l: Lijstinhoud; ik: string; csrf: string }) => (
  <Tabel
    bijschrift={t.regelBijschrift[l.lijst.omvang]}
    kolommen={[
      { naam: t.regelKolommen.nummer, rijkop: true },
      { naam: t.regelKolommen.soort },
      { naam: t.regelKolommen.vervallen },
      { naam: t.regelKolommen.grond },
      { naam: t.regelKolommen.stand },
      { naam: t.regelKolommen.doe },
    ]}
    rijen={l.regels.map(r => {
      const nummer = wat(r, l);
      return [
        r.verzoek ? <Link href={`/privacy/verzoeken/${r.verzoek}`}>{t.verzoek}</Link> : nummer,
        l.lijst.omvang === 'persoon' ? t.eenPersoon(soort(r.soort)) : soort(r.soort),
        dag(r.vervallenOp),
        r.grond,
        stand(r, ik),
        r.stand === 'open' && !r.tweedeDoor ? (
          <Formulier
            actie={`/privacy/vernietigen/${l.lijst.id}/eraf/${r.id}`}
            csrf={csrf}
            naam={`${t.haalEraf}: ${nummer}`}
          >
            <Knop soort="bij">{t.haalEraf}</Knop>
          </Formulier>
        ) : null,
      ];
    })}
  />
);

const Bewijs = ({ l }: { l: Lijstinhoud }) =>
  l.bewijs.length === 0 ? null : (
    <>
      <Kop2>{t.bewijs}</Kop2>
      <Tabel
        bijschrift={t.bewijs}
        bijschriftVerborgen
        kolommen={[
          { naam: t.bewijsKolommen.dag, rijkop: true },
          { naam: t.bewijsKolommen.soort },
          { naam: t.bewijsKolommen.jaar },
          { naam: t.bewijsKolommen.grond },
          {
            naam: l.lijst.soort === 'logboek' ? t.aantalLogregels : t.bewijsKolommen.aantal[l.lijst.omvang],
            getal: true,
          },
        ]}
        rijen={l.bewijs.map(b => [dag(b.uitgevoerdOp), soort(b.soort), String(b.jaar), b.grond, b.aantal])}
      />
    </>
  );

async function toonLijst(c: Ctx, id: string, gelukt?: string): Promise<Response> {
  const l = isId(id) ? await alsLezer(c, tx => leesLijst(tx, id)) : null;
  if (!l) return nietHier(c, 'vernietigingslijst', id);
  const ik = c.get('gebruiker')?.id ?? '';
  const teDoen = l.regels.some(r => r.stand === 'open' && !r.tweedeDoor && r.eersteDoor !== ik);
  return pagina(
    c,
    { titel: t.lijst(dag(l.lijst.opgesteldOp)), ...(gelukt ? { gelukt } : {}) },
    <>
      {l.lijst.omvang === 'persoon' ? (
        <Melding soort="waarschuwing" titel={t.persoonTitel}>
          {t.persoonUitleg}
        </Melding>
      ) : null}
      <Regels l={l} ik={ik} csrf={c.get('csrf')} />
      {teDoen ? (
        <Formulier actie={`/privacy/vernietigen/${l.lijst.id}/akkoord`} csrf={c.get('csrf')} naam={t.akkoord}>
          <Melding soort="waarschuwing">{t.akkoordUitleg}</Melding>
          <Knop soort="gevaar">{t.akkoord}</Knop>
        </Formulier>
      ) : null}
      <Bewijs l={l} />
    </>,
  );
}

/** Lists for destruction: proposed by the system, decided by two, with their record. */
export function registreerVernietigen(app: App, d: Privacydiensten): void {
  app.get('/privacy/vernietigen', c => alsFunctionaris(c, () => toonLijsten(c)));
  app.get('/privacy/vernietigen/:id', c => alsFunctionaris(c, () => toonLijst(c, c.req.param('id'))));
  app.post('/privacy/vernietigen/:id/akkoord', c =>
    alsFunctionaris(c, async () => {
      const id = c.req.param('id');
      const wie = c.get('gebruiker')?.id ?? '';
      const r = isId(id) ? await alsLezer(c, tx => keurGoed(tx, id, wie)) : null;
      if (!r) return nietHier(c, 'vernietigingslijst', id);
      if (r.tweede > 0) await d.voerUit?.();
      return toonLijst(c, id, t.gegeven(r.eerste, r.tweede));
    }),
  );
  app.post('/privacy/vernietigen/:id/eraf/:regel', c =>
    alsFunctionaris(c, async () => {
      const { id, regel } = c.req.param();
      const eraf = isId(id) && isId(regel) && (await alsLezer(c, tx => haalVanLijst(tx, id, regel)));
      return eraf ? c.redirect(`/privacy/vernietigen/${id}`, 303) : nietHier(c, 'vernietigingslijst', id);
    }),
  );
}
