import { feestdagenIn, formatTijdstip, GELIJKSTELLINGEN } from '#kern/datum/index.ts';
import { GEBRUIKELIJKE_OORDEELREGEL } from '#kern/statistiek/index.ts';
import { lidmaatschappen } from '#modules/toegang/index.ts';
import { type Actor, metActor, type Transactie } from '#platform/db/index.ts';
import { type App, type Ctx, nietGevondenPagina, toon } from '#platform/http/index.ts';
import type { MislukteMail, WachtendeMail } from '#platform/mail/index.ts';
import { Alinea, Formulier, Knop, Kop1, Kop2, Melding, Tabel, VerborgenVeld } from '#platform/ui/index.ts';
import type { Opslagstand } from './opslag.ts';
import type { Onderbouw } from './platform.ts';
import { t } from './techniek-teksten.ts';

const TECHNIEK: Actor = { soort: 'stelsel', taak: 'techniek' };
const PAD = '/beheer/techniek';
const magTechniek = (c: Ctx) => lidmaatschappen(c).some(l => l.rol === 'technisch_beheerder');
const alsTechniek = <T,>(c: Ctx, werk: (tx: Transactie) => Promise<T>) =>
  metActor(c.get('diensten').db, TECHNIEK, c.get('vandaag'), werk);

const Mislukt = ({ c, mail }: { c: Ctx; mail: readonly MislukteMail[] }) => (
  <>
    <Kop2>{t.post}</Kop2>
    <Alinea>{mail.length === 0 ? t.postGeen : t.postUitleg}</Alinea>
    {mail.length === 0 ? null : (
      <Tabel
        bijschrift={t.post}
        bijschriftVerborgen
        kolommen={[
          { naam: t.soort, rijkop: true },
          { naam: t.fout },
          { naam: t.pogingen, getal: true },
          { naam: t.sinds },
          { naam: t.doe },
        ]}
        rijen={mail.map(m => [
          m.soort,
          m.fout,
          `${m.pogingen}`,
          formatTijdstip(m.aangemaakt),
          <Formulier actie={PAD} csrf={c.get('csrf')} naam={t.opnieuwVan(m.soort)}>
            <VerborgenVeld naam="bericht" waarde={m.id} />
            <Knop soort="bij">{t.opnieuw}</Knop>
          </Formulier>,
        ])}
      />
    )}
  </>
);

/** In a demonstration all receivers are invented: what would have been sent can be read. */
const Demopost = ({ mail }: { mail: readonly WachtendeMail[] }) => (
  <>
    <Kop2>{t.demoPost}</Kop2>
    <Tabel
      bijschrift={t.demoPost}
      bijschriftVerborgen
      kolommen={[{ naam: t.aan, rijkop: true }, { naam: t.onderwerp }, { naam: t.inhoud }]}
      rijen={mail.map(m => [m.aan, m.onderwerp, m.inhoud])}
    />
  </>
);

/** Erasures that the disk still waits for, and the newest copy: what is silent otherwise. */
const Opslag = ({ s, dagen }: { s: Opslagstand; dagen: number }) => (
  <>
    <Kop2>{t.opslag}</Kop2>
    <Alinea>{t.wissen(s.wissen.wacht)}</Alinea>
    {s.wissen.kan ? null : <Melding soort="waarschuwing">{t.nietHerschreven}</Melding>}
    {s.kopie === undefined ? <Alinea>{t.kopieElders}</Alinea> : null}
    {s.kopie === null ? <Melding soort="waarschuwing">{t.geenKopie(dagen)}</Melding> : null}
    {s.kopie ? <Alinea>{t.kopie(formatTijdstip(s.kopie), dagen)}</Alinea> : null}
  </>
);

/** What is a parameter rather than a constant, with where it comes from and whether that was confirmed. */
function parameters(): { naam: string; bron: string; bevestigd: boolean }[] {
  const r = GEBRUIKELIJKE_OORDEELREGEL;
  const woorden = {
    alfa: r.alfa,
    kleinste: r.kleinsteTelling,
    daling: r.relevanteDaling,
    vermogen: r.gewenstVermogen,
  };
  const onbekend = [];
  for (let jaar = 2000; jaar <= 2099; jaar++) {
    const f = feestdagenIn(jaar);
    if (f.ok && f.waarde.gelijkstelling === 'onbekend') onbekend.push(jaar);
  }
  return [
    { naam: t.oordeel(woorden), bron: r.bron, bevestigd: false },
    ...GELIJKSTELLINGEN.map(g => ({
      naam: t.jaren(Math.min(...g.jaren), Math.max(...g.jaren)),
      bron: g.bron,
      bevestigd: g.bevestigd,
    })),
    { naam: t.jarenOnbekend(reeksen(onbekend)), bron: t.jarenOnbekendBron, bevestigd: false },
  ];
}

/** '2000-2013, 2029-2099' of consecutive years. */
function reeksen(jaren: readonly number[]): string {
  const uit: [number, number][] = [];
  for (const j of jaren) {
    const laatste = uit.at(-1);
    if (laatste && laatste[1] === j - 1) laatste[1] = j;
    else uit.push([j, j]);
  }
  return uit.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(', ');
}

/** What is not law or norm, with its source. */
const Parameters = () => (
  <>
    <Kop2>{t.parameters}</Kop2>
    <Alinea>{t.parametersUitleg}</Alinea>
    <Tabel
      bijschrift={t.parameters}
      bijschriftVerborgen
      kolommen={[{ naam: t.parameter, rijkop: true }, { naam: t.bron }, { naam: t.bevestigd }]}
      rijen={parameters().map(x => [x.naam, x.bron, x.bevestigd ? t.ja : t.nee])}
    />
  </>
);

type Leesopslag = () => Promise<Opslagstand>;

async function pagina(c: Ctx, o: Onderbouw, opslag: Leesopslag): Promise<Response> {
  if (!magTechniek(c)) return nietGevondenPagina(c);
  const { mislukt, wachtend } = await alsTechniek(c, async tx => ({
    mislukt: await o.postbus.listMislukt(tx, 100),
    wachtend: await o.postbus.listWachtend(tx, 100),
  }));
  const d = c.get('diensten');
  return toon(
    c,
    { titel: t.titel },
    <>
      <Kop1>{t.kop}</Kop1>
      {c.req.query('gedaan') === 'opnieuw' ? <Melding soort="gelukt" titel={t.gedaan} /> : null}
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      <Mislukt c={c} mail={mislukt} />
      <Alinea>{t.wacht(wachtend.length)}</Alinea>
      {d.instellingen.smtpUrl ? null : <Melding soort="waarschuwing">{t.zonderSmtp}</Melding>}
      {d.demo && wachtend.length > 0 ? <Demopost mail={wachtend} /> : null}
      <Kop2>{t.taken}</Kop2>
      <Tabel
        bijschrift={t.taken}
        bijschriftVerborgen
        kolommen={[
          { naam: t.taak, rijkop: true },
          { naam: t.wachtend, getal: true },
          { naam: t.actief, getal: true },
          { naam: t.mislukt, getal: true },
        ]}
        rijen={(await o.taken.stand()).map(s => [s.naam, `${s.wachtend}`, `${s.actief}`, `${s.mislukt}`])}
      />
      <Opslag s={await opslag()} dagen={d.instellingen.kopieDagen} />
      <Parameters />
    </>,
  );
}

/** The technical administrator's page: mail that failed, work, disk and copies, parameters. No view on content. */
export function registreerTechniek(app: App, o: Onderbouw, opslag: Leesopslag): void {
  app.get(PAD, c => pagina(c, o, opslag));
  app.post(PAD, async c => {
    if (!magTechniek(c)) return nietGevondenPagina(c);
    const id = String((await c.req.parseBody({ all: true }))['bericht'] ?? '');
    if (!/^[0-9a-f-]{36}$/.test(id)) return nietGevondenPagina(c);
    const gelukt = await alsTechniek(c, tx => o.postbus.probeerOpnieuw(tx, id));
    return gelukt ? c.redirect(`${PAD}?gedaan=opnieuw`, 303) : nietGevondenPagina(c);
  });
}
