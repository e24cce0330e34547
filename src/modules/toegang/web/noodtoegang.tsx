import { type App, alsLezer, type Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  BeschrijvingsLijst,
  Formulier,
  Knop,
  Kop2,
  Kop3,
  LegeStaat,
  RadioGroep,
  type VeldFout,
  VerborgenVeld,
  veldId,
} from '#platform/ui/index.ts';
import { beoordeelNoodtoegang, OORDELEN } from '../usecases/noodtoegang.ts';
import { type Leesdienst, leesNoodblad, type Noodregel } from '../usecases/toezicht.ts';
import {
  alsKenmerk,
  bewaakDossierpaginas,
  heeftEen,
  lezerVan,
  toonDossierpagina,
  weigerDossier,
} from './dossierkader.tsx';
import { toonTijdstip } from './opmaak.ts';
import { dossierteksten } from './teksten-dossiers.ts';
import { leesVorm } from './vorm.ts';

const t = dossierteksten.nood;
const PAD = '/toegang/noodtoegang';

const Feiten = ({ n, nu }: { n: Noodregel; nu: Temporal.Instant }) => (
  <BeschrijvingsLijst
    items={[
      { term: dossierteksten.dossier, waarde: n.dossier },
      { term: t.van, waarde: toonTijdstip(n.van) },
      {
        term: t.tot,
        waarde: `${toonTijdstip(n.tot)}${Temporal.Instant.compare(n.tot, nu) > 0 ? ` (${t.loopt})` : ''}`,
      },
      { term: t.reden, waarde: n.reden ?? t.onleesbaar },
      { term: t.oordeel, waarde: n.oordeel ? t.oordelen[n.oordeel] : t.nogGeen },
    ]}
  />
);

const Oordelen = ({ n, csrf, fout }: { n: Noodregel; csrf: string; fout: string | undefined }) => (
  <Formulier actie={PAD} csrf={csrf} naam={t.formulier(n.naam)}>
    <VerborgenVeld naam="noodtoegang" waarde={n.id} />
    <RadioGroep
      naam="oordeel"
      id={veldId(`oordeel-${n.id}`)}
      label={t.oordeel}
      opties={OORDELEN.map(o => ({ waarde: o, naam: t.oordelen[o] }))}
      fout={fout}
    />
    <Knop soort="bij">{t.knop}</Knop>
  </Formulier>
);

const Regel = (p: { n: Noodregel; nu: Temporal.Instant; csrf?: string; fout?: string | undefined }) => (
  <section aria-labelledby={`nood-${p.n.id}`}>
    <Kop3 id={`nood-${p.n.id}`}>
      {p.n.naam}, {p.n.organisatie}
    </Kop3>
    <Feiten n={p.n} nu={p.nu} />
    {p.csrf ? <Oordelen n={p.n} csrf={p.csrf} fout={p.fout} /> : null}
  </section>
);

async function pagina(d: Leesdienst, c: Ctx, fout?: { id: string; tekst: string }): Promise<Response> {
  if (!heeftEen(c, ['privacyfunctionaris', 'professional', 'teamleider', 'intaker'])) {
    return weigerDossier(c, { handeling: 'lijst', soort: 'noodtoegang', object: null });
  }
  const blad = await alsLezer(c, tx => leesNoodblad(d, tx, lezerVan(c)));
  const [csrf, nu] = [c.get('csrf'), c.get('nu')];
  const fouten: VeldFout[] = fout ? [{ veld: `oordeel-${fout.id}`, tekst: fout.tekst }] : [];
  const melding = c.req.query('na') === 'beoordeeld' && !fout ? t.vast : undefined;
  return toonDossierpagina(
    c,
    { titel: t.titel, fouten, melding },
    <>
      <Alinea>{t.inleiding}</Alinea>
      {blad.teBeoordelen ? (
        <>
          <Kop2>{t.wachtrij}</Kop2>
          <Alinea>{t.wachtrijUitleg}</Alinea>
          {blad.teBeoordelen.length === 0 ? <LegeStaat titel={t.leeg} /> : null}
          {blad.teBeoordelen.map(n => (
            <Regel n={n} nu={nu} csrf={csrf} fout={fout?.id === n.id ? fout.tekst : undefined} />
          ))}
        </>
      ) : (
        <>
          <Kop2>{t.eigenRegie}</Kop2>
          {blad.inEigenRegie.length === 0 ? <LegeStaat titel={t.eigenLeeg} /> : null}
          {blad.inEigenRegie.map(n => (
            <Regel n={n} nu={nu} />
          ))}
        </>
      )}
    </>,
  );
}

async function oordeel(d: Leesdienst, c: Ctx): Promise<Response> {
  const v = await leesVorm(c);
  const id = alsKenmerk(v('noodtoegang'));
  const r = id ? await alsLezer(c, tx => beoordeelNoodtoegang(tx, d.kluis, id, v('oordeel'))) : null;
  if (r?.ok) return c.redirect(`${PAD}?na=beoordeeld`, 303);
  const w = r?.weigering;
  if (!w || !id || w.code === 'niet_gevonden') {
    return weigerDossier(c, { handeling: 'wijzigen', soort: 'noodtoegang', object: id });
  }
  return pagina(d, c, { id, tekst: w.code === 'ongeldig' ? t.kies : (w.melding ?? t.kies) });
}

/** The queue of the privacy officer; who directs a file reads here who took break-glass on it. */
export function registreerNoodtoegang(app: App, d: Leesdienst): void {
  bewaakDossierpaginas(app, PAD);
  app.get(PAD, c => pagina(d, c));
  app.post(PAD, c => oordeel(d, c));
}
