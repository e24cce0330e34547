import { type App, adres } from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  KnopGroep,
  Kop2,
  Melding,
  RadioGroep,
  TekstGebied,
  TekstVeld,
  type VeldFout,
  Veldset,
  VerborgenVeld,
  Verschil,
  VinkVeld,
  veldId,
} from '#platform/ui/index.ts';
import { OPMERKINGSTATUSSEN } from '../domain/keuzes.ts';
import { lijst, type Onderdeel, regels, tekst, titel } from '../domain/programma.ts';
import {
  type Antwoordinvoer,
  antwoordOntbreekt,
  metAntwoord,
  type Opmerkingstatus,
  standVanOpmerking,
} from '../domain/raad.ts';
import { leesVersie } from '../domain/tekens.ts';
import { REDENVELD } from '../domain/toets.ts';
import { type Bewaarweigering, bewaarOnderdeel, publiceerOnderdeel } from '../usecases/bewaar.ts';
import { type Blad, doenVan, metBlad } from './kader.tsx';
import { magAntwoorden, metOpmerking, opmerkingPagina } from './pages/opmerking.tsx';
import { gebrekTekst } from './teksten/gebreken.ts';
import { antwoordTeksten, raadTeksten } from './teksten/raad.ts';
import { veldLabel } from './teksten/velden.ts';

const t = { ...raadTeksten.nl, ...antwoordTeksten };
const PAD = '/raad/:code';

/** The form as it was sent, or as the stored remark fills it. */
interface Invoer extends Antwoordinvoer {
  versie: number;
  reden: string;
  openbaar: boolean;
}

function vanOpgeslagen(o: Onderdeel): Invoer {
  return {
    antwoord: tekst(o, 'antwoord'),
    antwoordcodes: regels(o, 'antwoordcodes'),
    actie: tekst(o, 'actie'),
    status: standVanOpmerking(o).status,
    versie: o.versie,
    reden: '',
    openbaar: false,
  };
}

async function leesInvoer(b: Blad): Promise<Invoer> {
  const lijf = await b.c.req.parseBody({ all: true });
  const alle = (naam: string): string[] =>
    [lijf[naam]].flat().flatMap(w => (typeof w === 'string' && w !== '' ? [w] : []));
  const een = (naam: string): string => alle(naam)[0] ?? '';
  return {
    antwoord: een('antwoord').replaceAll('\r\n', '\n'),
    antwoordcodes: alle('antwoordcodes'),
    actie: een('actie'),
    status: een('status'),
    versie: leesVersie(een('versie')),
    reden: een('reden').trim(),
    openbaar: een('daarna') === 'openbaar',
  };
}

/** Everything that is wrong with what was filled in, before it goes to the store. */
function eigenFouten(i: Invoer): VeldFout[] {
  return [
    ...(antwoordOntbreekt(i) ? [{ veld: 'antwoord', tekst: t.fouten.antwoordOntbreekt }] : []),
    ...(i.reden.length > 300 ? [{ veld: 'reden', tekst: t.fouten.redenTeLang }] : []),
  ];
}

function foutenVan(w: Bewaarweigering): VeldFout[] {
  return (w.bevindingen ?? []).map(x => {
    const code = x.gebrek.code as keyof typeof t.fouten;
    const label = x.veld === REDENVELD ? t.redenVraag : veldLabel('raadsopmerking', x.veld, 'nl');
    const eigen = t.fouten[code] ?? t.fouten.anders;
    const tekst =
      x.gebrek.code === 'onbruikbaar_teken' ? gebrekTekst(x.gebrek, { label, waarde: '' }) : eigen;
    return { veld: x.veld === REDENVELD ? 'reden' : x.veld, tekst };
  });
}

const Antwoordcodes = (props: { b: Blad; gekozen: readonly string[]; fout: { fout?: string } }) => {
  const { b, gekozen, fout } = props;
  return (
    <Veldset titel={t.codesVraag} uitleg={t.codesUitleg} id="codes">
      {lijst(b.p, 'antwoordcode').map((c, n) => (
        <VinkVeld
          naam="antwoordcodes"
          id={n === 0 ? veldId('antwoordcodes') : `code-${n}`}
          {...(n === 0 ? fout : {})}
          label={`${c.code}: ${titel(c)}`}
          waarde={c.code}
          aan={gekozen.includes(c.code)}
        />
      ))}
    </Veldset>
  );
};

const AntwoordVelden = ({ b, i, fouten }: { b: Blad; i: Invoer; fouten: VeldFout[] }) => {
  const fout = (veld: string) => {
    const f = fouten.find(x => x.veld === veld)?.tekst;
    return f ? { fout: f } : {};
  };
  return (
    <>
      <TekstGebied
        naam="antwoord"
        label={t.antwoord}
        uitleg={t.antwoordUitleg}
        waarde={i.antwoord}
        rijen={8}
        {...fout('antwoord')}
      />
      <Antwoordcodes b={b} gekozen={i.antwoordcodes} fout={fout('antwoordcodes')} />
      <KeuzeVeld
        naam="actie"
        label={t.actieVraag}
        uitleg={t.actieUitleg}
        leeg={t.geenKeuze}
        waarde={i.actie}
        opties={lijst(b.p, 'actie').map(a => ({ waarde: a.code, naam: `${a.code} ${titel(a)}` }))}
        {...fout('actie')}
      />
      <RadioGroep
        naam="status"
        label={t.status}
        waarde={i.status}
        opties={OPMERKINGSTATUSSEN.map(s => ({ waarde: s, naam: t.statussen[s] }))}
        {...fout('status')}
      />
      <TekstVeld naam="reden" label={t.redenVraag} waarde={i.reden} verplicht={false} {...fout('reden')} />
    </>
  );
};

const AntwoordFormulier = (props: { b: Blad; o: Onderdeel; i: Invoer; fouten?: VeldFout[] }) => {
  const { b, o, i, fouten = [] } = props;
  return (
    <section class="la-stroom" aria-labelledby="antwoorden">
      <Kop2 id="antwoorden">{t.formulier}</Kop2>
      <Formulier actie={b.naar(`/raad/${encodeURIComponent(o.code)}`)} csrf={b.c.get('csrf')}>
        <VerborgenVeld naam="versie" waarde={`${i.versie}`} />
        <AntwoordVelden b={b} i={i} fouten={fouten} />
        <KnopGroep>
          <Knop naam="daarna" waarde="openbaar">
            {t.bewaarOpenbaar}
          </Knop>
          <Knop soort="bij" naam="daarna" waarde="concept">
            {t.bewaarConcept}
          </Knop>
        </KnopGroep>
      </Formulier>
    </section>
  );
};

/** Both versions side by side; the form below keeps what was filled in and knows the newer version. */
const Conflict = ({ nu, i }: { nu: Onderdeel; i: Invoer }) => {
  const hun = vanOpgeslagen(nu);
  const status = (s: string) => t.statussen[s as Opmerkingstatus] ?? s;
  const rij = (veld: string, een: string, twee: string) => ({ veld, hun: een, uw: twee });
  return (
    <Melding soort="fout" titel={t.conflictTitel}>
      <Alinea>{t.conflict}</Alinea>
      <Verschil
        bijschrift={t.conflictTabel}
        rijen={[
          rij(t.antwoord, hun.antwoord, i.antwoord),
          rij(t.codesVraag, hun.antwoordcodes.join(', '), i.antwoordcodes.join(', ')),
          rij(t.actieVraag, hun.actie, i.actie),
          rij(t.status, status(hun.status), status(i.status)),
        ]}
      />
    </Melding>
  );
};

async function toonFout(b: Blad, o: Onderdeel, i: Invoer, fouten: VeldFout[]): Promise<Response> {
  return opmerkingPagina(b, o, {
    fout: true,
    boven: <FoutSamenvatting fouten={fouten} />,
    onder: <AntwoordFormulier b={b} o={o} i={i} fouten={fouten} />,
  });
}

async function toonConflict(b: Blad, nu: Onderdeel, i: Invoer): Promise<Response> {
  return opmerkingPagina(b, nu, {
    fout: true,
    status: 409,
    boven: <Conflict nu={nu} i={i} />,
    onder: <AntwoordFormulier b={b} o={nu} i={{ ...i, versie: nu.versie }} />,
  });
}

const doel = (b: Blad, o: Onderdeel) => ({ regio: b.regio, soort: 'raadsopmerking' as const, code: o.code });

/** Saves an answer and, when asked, makes it public; what cannot be done comes back with everything kept. */
async function verwerkAntwoord(b: Blad, o: Onderdeel): Promise<Response> {
  const d = doenVan(b.c);
  const i = await leesInvoer(b);
  const eigen = magAntwoorden(b, o) ? eigenFouten(i) : [];
  if (eigen.length > 0) return toonFout(b, o, i, eigen);
  const w = { ...doel(b, o), versie: i.versie, inhoud: metAntwoord(o, i), reden: i.reden || null };
  let uit = await bewaarOnderdeel(d, w);
  if (uit.ok && i.openbaar) uit = await publiceerOnderdeel(d, { ...doel(b, o), versie: uit.waarde.versie });
  if (uit.ok) {
    const gedaan = i.openbaar ? 'openbaar' : 'concept';
    const pad = `${b.basis}/raad/${encodeURIComponent(o.code)}?gedaan=${gedaan}`;
    return b.c.redirect(adres(b.c, pad), 303);
  }
  if (uit.weigering.nu) return toonConflict(b, uit.weigering.nu, i);
  if (uit.weigering.code === 'ongeldig') return toonFout(b, o, i, foutenVan(uit.weigering));
  return b.c.notFound();
}

/** The working page of a remark: with the form for who may answer it. */
function werkPagina(b: Blad, o: Onderdeel): Promise<Response> {
  const gedaan = b.c.req.query('gedaan');
  const boven =
    gedaan === 'openbaar' || gedaan === 'concept' ? (
      <Melding soort="gelukt" titel={t.gedaan[gedaan]} />
    ) : null;
  const onder = magAntwoorden(b, o) ? <AntwoordFormulier b={b} o={o} i={vanOpgeslagen(o)} /> : null;
  return opmerkingPagina(b, o, { boven, onder });
}

/** The page of one remark in either view. */
export function opmerkingBlad(b: Blad): Response | Promise<Response> {
  return metOpmerking(b, o => (b.weergave === 'werk' ? werkPagina(b, o) : opmerkingPagina(b, o)));
}

/** Answering remarks, in the working version. */
export function registreerRaad(app: App): void {
  app.post(`/programma/:regio${PAD}`, c =>
    metBlad(c, 'werk', b => metOpmerking(b, o => verwerkAntwoord(b, o))),
  );
}
