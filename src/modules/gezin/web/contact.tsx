import type { App, Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  BeschrijvingsLijst,
  Details,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  Kop2,
  Kop3,
  Lijst,
  Melding,
  RadioGroep,
  TekstGebied,
  VerborgenVeld,
  Verschil,
  VinkVeld,
} from '#platform/ui/index.ts';
import { ANTWOORDEN, type Antwoord, type VastgesteldContact, WIJZEN, type Wijze } from '../domain/contact.ts';
import type { Verzendoordeel } from '../domain/contactcontrole.ts';
import type { Persoon } from '../domain/persoon.ts';
import { CONTACTTEKSTEN } from '../domain/teksten.ts';
import {
  type Contactinvoer,
  legBesluitVast,
  listEerderContact,
  readVeiligContact,
  toetsVersturen,
  zetVeiligContact,
} from '../usecases/contact.ts';
import { persoonrecht, readPersoon } from '../usecases/persoon.ts';
import {
  besloten,
  type Diensten,
  foutenVan,
  leesVelden,
  metId,
  persoonpad,
  toonBlad,
  type Velden,
  type Vormstaat,
  veld,
} from './kader.tsx';
import { Druk, opties, toonDag, toonNaam } from './opmaak.tsx';
import { leesVersie } from './persoonvorm.ts';
import { algemeen, persoonteksten, contactteksten as t, woorden } from './teksten.ts';

const VRAGEN = ['bellen', 'schrijven', 'mailen', 'leestMee'] as const;
const VELDEN = [...VRAGEN, 'taal', 'tolk', 'toelichting', 'versie'];

interface Blad {
  persoon: Persoon;
  contact: VastgesteldContact | null;
  /** What held before, newest first. */
  eerder: readonly VastgesteldContact[];
  schrijft: boolean;
}

interface Toets {
  wijze: Wijze;
  oordeel: Verzendoordeel;
  besloten: boolean;
}

interface Staat {
  vorm: Vormstaat;
  /** What is stored now, when somebody else was first. */
  nu?: VastgesteldContact;
  toets?: Toets;
}

const isAntwoord = (w: string): w is Antwoord => (ANTWOORDEN as readonly string[]).includes(w);
const isWijze = (w: string): w is Wijze => (WIJZEN as readonly string[]).includes(w);

const taalnaam = (code: string): string => (woorden.taal as Readonly<Record<string, string>>)[code] ?? code;

const waardenVan = (k: VastgesteldContact | null): Velden =>
  k
    ? {
        bellen: k.bellen,
        schrijven: k.schrijven,
        mailen: k.mailen,
        leestMee: k.leestMee,
        taal: k.taal ?? '',
        tolk: k.tolk ? 'ja' : '',
        toelichting: k.toelichting,
      }
    : {};

/** What the record says, in words, for the comparison of two versions. */
function inWoorden(v: Velden): Velden {
  const antwoord = (w: string | undefined) => (w && isAntwoord(w) ? woorden.antwoord[w] : '');
  const mee = v['leestMee'] ?? '';
  return {
    [t.bellen]: antwoord(v['bellen']),
    [t.schrijven]: antwoord(v['schrijven']),
    [t.mailen]: antwoord(v['mailen']),
    [t.leestMee]: isAntwoord(mee) ? woorden.meelezen[mee] : '',
    [t.taal]: taalnaam(v['taal'] ?? ''),
    [t.tolk]: v['tolk'] === 'ja' ? woorden.antwoord.ja : woorden.antwoord.nee,
    [t.toelichting]: v['toelichting'] ?? '',
  };
}

const Naast = ({ nu, uw }: { nu: VastgesteldContact; uw: Velden }) => {
  const [hun, mijn] = [inWoorden(waardenVan(nu)), inWoorden(uw)];
  return (
    <>
      <Melding soort="waarschuwing" titel={algemeen.aangepast}>
        {algemeen.aangepastUitleg}
      </Melding>
      <Verschil
        bijschrift={algemeen.aangepastBijschrift}
        rijen={Object.keys(hun)
          .filter(v => hun[v] !== mijn[v])
          .map(v => ({ veld: v, hun: hun[v] ?? '', uw: mijn[v] ?? '' }))}
      />
    </>
  );
};

const Vorm = ({ c, b, s }: { c: Ctx; b: Blad; s: Staat }) => (
  <Formulier actie={persoonpad(b.persoon.id, '/contact')} csrf={c.get('csrf')} naam={t.bewaar}>
    <VerborgenVeld naam="versie" waarde={`${(s.nu ?? b.contact)?.versie ?? 0}`} />
    {VRAGEN.map(v => (
      <RadioGroep
        {...veld(s.vorm, v)}
        label={t[v]}
        opties={opties(v === 'leestMee' ? woorden.meelezen : woorden.antwoord)}
      />
    ))}
    <KeuzeVeld {...veld(s.vorm, 'taal')} label={t.taal} verplicht={false} opties={opties(woorden.taal)} />
    <VinkVeld naam="tolk" label={t.tolk} aan={s.vorm.waarden['tolk'] === 'ja'} />
    <TekstGebied
      {...veld(s.vorm, 'toelichting')}
      label={t.toelichting}
      uitleg={t.toelichtingUitleg}
      verplicht={false}
      rijen={4}
    />
    <Knop>{s.nu ? algemeen.bewaarToch : t.bewaar}</Knop>
  </Formulier>
);

const Vastgelegd = ({ k }: { k: VastgesteldContact }) => (
  <BeschrijvingsLijst
    items={[
      ...Object.entries(inWoorden(waardenVan(k))).map(([term, waarde]) => ({
        term,
        waarde: waarde === '' ? algemeen.onbekend : waarde,
      })),
      { term: t.besproken, waarde: toonDag(k.vastgesteldOp) },
    ]}
  />
);

/** The findings, and the form on which a named human decides about exactly those. */
const Besluit = ({ c, b, toets }: { c: Ctx; b: Blad; toets: Toets }) => (
  <Formulier actie={persoonpad(b.persoon.id, '/contact/toets')} csrf={c.get('csrf')} naam={t.besluitKop}>
    <Alinea>{t.besluitUitleg}</Alinea>
    <VerborgenVeld naam="wijze" waarde={toets.wijze} />
    {toets.oordeel.bevindingen.map(f => (
      <VinkVeld naam={`bevestig_${f.code}`} label={t.bevestig(f.code, CONTACTTEKSTEN[f.code])} />
    ))}
    <Knop>{t.besluit}</Knop>
  </Formulier>
);

const Oordeel = ({ c, b, toets }: { c: Ctx; b: Blad; toets: Toets }) => {
  const { stand, bevindingen } = toets.oordeel;
  const soort = stand === 'mag' ? 'gelukt' : stand === 'mag_niet' ? 'fout' : 'waarschuwing';
  return (
    <>
      <Melding soort={soort} titel={`${woorden.wijze[toets.wijze]}: ${t.stand[stand]}`}>
        {bevindingen.length === 0 ? null : (
          <Lijst items={bevindingen.map(f => `${f.code}: ${CONTACTTEKSTEN[f.code]}`)} />
        )}
        {toets.besloten ? <Alinea>{t.besloten}</Alinea> : null}
      </Melding>
      {stand === 'besluit_nodig' && b.schrijft ? <Besluit c={c} b={b} toets={toets} /> : null}
    </>
  );
};

/** May it be done now: the question, and the answer to the last one. */
const Toetsdeel = ({ c, b, s }: { c: Ctx; b: Blad; s: Staat }) => (
  <>
    <Kop2>{t.toetsKop}</Kop2>
    {s.toets ? <Oordeel c={c} b={b} toets={s.toets} /> : null}
    <Formulier actie={persoonpad(b.persoon.id, '/contact/toets')} csrf={c.get('csrf')} naam={t.toetsKop}>
      <Alinea>{t.toetsUitleg}</Alinea>
      <KeuzeVeld
        {...veld(s.vorm, 'wijze')}
        label={t.wijze}
        waarde={s.toets?.wijze ?? ''}
        opties={opties(woorden.wijze)}
      />
      <Knop soort="bij">{t.toets}</Knop>
    </Formulier>
  </>
);

function pagina(c: Ctx, b: Blad, s: Staat): Promise<Response> {
  return toonBlad(
    c,
    {
      titel: t.titel,
      pad: [{ naam: toonNaam(b.persoon), href: persoonpad(b.persoon.id) }],
      fouten: s.vorm.fouten,
      ...(s.nu ? { status: 409 as const } : {}),
    },
    <>
      <FoutSamenvatting fouten={[...s.vorm.fouten]} />
      {s.nu ? <Naast nu={s.nu} uw={s.vorm.waarden} /> : null}
      {c.req.query('gedaan') === undefined ? null : <Melding soort="gelukt">{algemeen.gedaan}</Melding>}
      <Alinea soort="inleiding">{t.uitleg}</Alinea>
      <Toetsdeel c={c} b={b} s={s} />
      <Kop2>{t.vastgelegd}</Kop2>
      {b.contact ? (
        <Alinea soort="klein">{`${t.besproken} ${toonDag(b.contact.vastgesteldOp)}.`}</Alinea>
      ) : (
        <Melding soort="waarschuwing" titel={t.nogNiet}>
          {t.nogNietUitleg}
        </Melding>
      )}
      {b.contact && !b.schrijft ? <Vastgelegd k={b.contact} /> : null}
      {b.schrijft ? <Vorm c={c} b={b} s={s} /> : <Alinea soort="klein">{persoonteksten.alleenLezen}</Alinea>}
      {b.eerder.length === 0 ? null : (
        <Details titel={t.eerder}>
          {b.eerder.map(k => (
            <>
              <Kop3>{t.versie(k.versie)}</Kop3>
              <Vastgelegd k={k} />
            </>
          ))}
        </Details>
      )}
      <Druk c={c} />
    </>,
  );
}

function leesContact(
  v: Velden,
  persoon: string,
): { invoer: Contactinvoer | null; fouten: Record<string, string> } {
  const fouten: Record<string, string> = {};
  const antwoord = (naam: (typeof VRAGEN)[number]): Antwoord => {
    const w = v[naam] ?? '';
    if (isAntwoord(w)) return w;
    fouten[naam] = algemeen.kies;
    return 'onbekend';
  };
  const invoer = {
    persoon,
    versie: leesVersie(v['versie']),
    bellen: antwoord('bellen'),
    schrijven: antwoord('schrijven'),
    mailen: antwoord('mailen'),
    leestMee: antwoord('leestMee'),
    taal: v['taal'] || null,
    tolk: v['tolk'] === 'ja',
    toelichting: v['toelichting'] ?? '',
  };
  return { invoer: Object.keys(fouten).length > 0 ? null : invoer, fouten };
}

type Lees = Parameters<typeof metId<Blad>>[2];

const leesBlad =
  (d: Diensten): Lees =>
  async (tx, id) => {
    const persoon = await readPersoon(tx, d.kluis, id);
    if (!persoon) return null;
    const contact = await readVeiligContact(tx, d.kluis, id);
    const eerder = await listEerderContact(tx, d.kluis, id);
    return { persoon, contact, eerder, schrijft: (await persoonrecht(tx, id)).bereikbaar };
  };

async function bewaar(c: Ctx, d: Diensten): Promise<Response> {
  const waarden = await leesVelden(c, VELDEN);
  return metId(
    c,
    'veilig_contact',
    async (tx, id) => {
      const b = await leesBlad(d)(tx, id);
      if (!b?.schrijft) return null;
      const { invoer, fouten } = leesContact(waarden, id);
      if (!invoer) return { b, fout: { code: 'ongeldig', velden: fouten }, nu: undefined };
      const uit = await zetVeiligContact(tx, d.kluis, invoer);
      return { b, fout: uit.ok ? null : uit.weigering, nu: uit.ok ? undefined : uit.weigering.nu };
    },
    ({ b, fout, nu }) => {
      if (!fout) return c.redirect(`${persoonpad(b.persoon.id, '/contact')}?gedaan`, 303);
      const vorm = { waarden, fouten: nu ? [] : foutenVan(fout) };
      return pagina(c, b, nu ? { vorm, nu } : { vorm });
    },
  );
}

/** Asks whether something may be sent now; with the boxes ticked it is a decision on the reader's own name. */
async function toets(c: Ctx, d: Diensten): Promise<Response> {
  const codes = Object.keys(CONTACTTEKSTEN);
  const v = await leesVelden(c, ['wijze', ...codes.map(code => `bevestig_${code}`)]);
  const wijze = v['wijze'] ?? '';
  const bevestigd = codes.filter(code => v[`bevestig_${code}`] === 'ja');
  const door = c.get('gebruiker')?.id ?? '';
  return metId(
    c,
    'veilig_contact',
    async (tx, id) => {
      const b = await leesBlad(d)(tx, id);
      if (!b || !isWijze(wijze)) return b && { b, toets: null };
      const besluit = bevestigd.length > 0 && b.schrijft ? { door, bevestigd } : null;
      const oordeel = await toetsVersturen(tx, d.kluis, { persoon: id, wijze, besluit });
      const heeftBesloten = oordeel?.stand === 'mag' && besluit !== null && oordeel.bevindingen.length > 0;
      if (heeftBesloten) await legBesluitVast(tx, { persoon: id, wijze, bevestigd });
      return oordeel && { b, toets: { wijze, oordeel, besloten: heeftBesloten } };
    },
    ({ b, toets: uit }) => {
      const vorm = {
        waarden: waardenVan(b.contact),
        fouten: uit ? [] : [{ veld: 'wijze', tekst: algemeen.kies }],
      };
      return pagina(c, b, uit ? { vorm, toets: uit } : { vorm });
    },
  );
}

/** How somebody can be reached without danger, and whether something may be sent now. */
export function registreerContact(app: App, d: Diensten): void {
  app.get('/gezin/personen/:id/contact', besloten, c =>
    metId(c, 'veilig_contact', leesBlad(d), b =>
      pagina(c, b, { vorm: { waarden: waardenVan(b.contact), fouten: [] } }),
    ),
  );
  app.post('/gezin/personen/:id/contact', besloten, c => bewaar(c, d));
  app.post('/gezin/personen/:id/contact/toets', besloten, c => toets(c, d));
}
