import type { App, Ctx } from '#platform/http/index.ts';
import {
  Alinea,
  Details,
  Formulier,
  FoutSamenvatting,
  KeuzeVeld,
  Knop,
  Kop2,
  Kop3,
  Lijst,
  Melding,
  VerborgenVeld,
  Verschil,
  VinkVeld,
} from '#platform/ui/index.ts';
import { type VastgesteldContact, WIJZEN, type Wijze } from '../domain/contact.ts';
import type { Verzendoordeel } from '../domain/contactcontrole.ts';
import { CONTACTTEKSTEN } from '../domain/teksten.ts';
import { type Persoonblad, readPersoonblad } from '../usecases/blad.ts';
import { listEerderContact, zetVeiligContact } from '../usecases/contact.ts';
import { legBesluitVast, toetsVersturen } from '../usecases/versturen.ts';
import { CONTACTVELDEN, Contactvorm, leesContact, waardenVan } from './contactvorm.tsx';
import { contactInWoorden, Vastgelegd } from './contactwoorden.tsx';
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
import { algemeen, persoonteksten, woorden } from './teksten.ts';
import { contactteksten as t } from './teksten-contact.ts';

interface Blad extends Persoonblad {
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

const isWijze = (w: string): w is Wijze => (WIJZEN as readonly string[]).includes(w);

const Naast = ({ nu, uw, b }: { nu: VastgesteldContact; uw: Velden; b: Blad }) => {
  const [hun, mijn] = [contactInWoorden(nu, b), contactInWoorden(leesContact(uw, b.persoon.id).invoer, b)];
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

/** What is recorded now, to read or to change. */
const Vastleggingdeel = ({ c, b, s }: { c: Ctx; b: Blad; s: Staat }) => (
  <>
    <Kop2>{t.vastgelegd}</Kop2>
    {b.contact ? (
      <Alinea soort="klein">{`${t.besproken} ${toonDag(b.contact.vastgesteldOp)}.`}</Alinea>
    ) : (
      <Melding soort="waarschuwing" titel={t.nogNiet}>
        {t.nogNietUitleg}
      </Melding>
    )}
    {b.contact && !b.schrijft ? <Vastgelegd k={b.contact} b={b} /> : null}
    {b.schrijft ? (
      <Contactvorm
        c={c}
        persoon={b.persoon.id}
        b={b}
        s={s.vorm}
        nu={s.nu ?? b.contact}
        botst={s.nu !== undefined}
      />
    ) : (
      <Alinea soort="klein">{persoonteksten.alleenLezen}</Alinea>
    )}
  </>
);

/** What held before, newest first. */
const Eerderdeel = ({ b }: { b: Blad }) =>
  b.eerder.length === 0 ? null : (
    <Details titel={t.eerder}>
      {b.eerder.map(k => (
        <>
          <Kop3>{t.versie(k.versie)}</Kop3>
          <Vastgelegd k={k} b={b} />
        </>
      ))}
    </Details>
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
      {s.nu ? <Naast nu={s.nu} uw={s.vorm.waarden} b={b} /> : null}
      {c.req.query('gedaan') === undefined ? null : <Melding soort="gelukt">{algemeen.gedaan}</Melding>}
      <Alinea soort="inleiding">{t.uitleg}</Alinea>
      <Toetsdeel c={c} b={b} s={s} />
      <Vastleggingdeel c={c} b={b} s={s} />
      <Eerderdeel b={b} />
      <Druk c={c} />
    </>,
  );
}

type Lees = Parameters<typeof metId<Blad>>[2];

const leesBlad =
  (d: Diensten): Lees =>
  async (tx, id) => {
    const blad = await readPersoonblad(tx, d.kluis, id);
    if (!blad) return null;
    return {
      ...blad,
      eerder: await listEerderContact(tx, d.kluis, id),
      schrijft: blad.recht.bereikbaar,
    };
  };

async function bewaar(c: Ctx, d: Diensten): Promise<Response> {
  const waarden = await leesVelden(c, CONTACTVELDEN);
  return metId(
    c,
    'veilig_contact',
    async (tx, id) => {
      const b = await leesBlad(d)(tx, id);
      if (!b?.schrijft) return null;
      const { invoer, fouten } = leesContact(waarden, id);
      if (Object.keys(fouten).length > 0)
        return { b, fout: { code: 'ongeldig', velden: fouten }, nu: undefined };
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

const nuInNederland = (c: Ctx): Temporal.PlainDateTime =>
  c.get('nu').toZonedDateTimeISO('Europe/Amsterdam').toPlainDateTime();

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
      const oordeel = await toetsVersturen(tx, d.kluis, {
        ...{ persoon: id, wijze, besluit },
        // A call is made now; when a letter or mail is read is not the writer's to choose.
        ...(wijze === 'bellen' ? { moment: nuInNederland(c) } : {}),
      });
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
