import type { MiddlewareHandler } from 'hono';
import { type App, type Ctx, nietGevondenPagina, type Omgeving, toon } from '#platform/http/index.ts';
import {
  Alinea,
  BeschrijvingsLijst,
  Formulier,
  FoutSamenvatting,
  Knop,
  KnopGroep,
  Kop1,
  Kop2,
  Kop3,
  Link,
  Melding,
  TekstVeld,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import type { Rol } from '../domain/rollen.ts';
import { bundel } from '../domain/subregio.ts';
import {
  beeindigSessie,
  type EigenAccount,
  leesAccount,
  meldOveralAf,
  nieuweReservecodes,
  verwijderPasskey,
  type Wijzigweigering,
  wijzigWachtwoord,
} from '../usecases/account.ts';
import type { Diensten } from '../usecases/diensten.ts';
import { afzender, leegBrowser, zetKoekjes } from './bezoek.ts';
import { reservecodesPagina } from './instellen.tsx';
import { eigenKoppelingen } from './oidc.tsx';
import { rolVoluit, toonTijdstip } from './opmaak.ts';
import { PasskeyKnop } from './passkeyknop.tsx';
import { teVaakPagina } from './te-vaak.tsx';
import { teksten, wachtwoordfouten } from './teksten.ts';
import { herstelteksten } from './teksten-herstel.ts';
import { oidcteksten } from './teksten-oidc.ts';
import { sessieteksten } from './teksten-sessie.ts';
import { lidmaatschappen } from './verzoek.ts';
import { leesVorm } from './vorm.ts';

const t = teksten.account;

/** Sends whoever is not signed in to the sign-in page, and back afterwards. */
export const eisAangemeld: MiddlewareHandler<Omgeving> = async function aangemeld(c, next) {
  if (c.get('gebruiker')) return next();
  const terug = c.req.method === 'GET' ? `?terug=${encodeURIComponent(c.req.path)}` : '';
  return c.redirect(`/aanmelden${terug}`, 303);
};

const beheert = (c: Ctx, rollen: readonly Rol[]) => lidmaatschappen(c).some(l => rollen.includes(l.rol));
const wieBen = (c: Ctx): string => c.get('gebruiker')?.id ?? '';

const Handeling = (p: {
  actie: string;
  csrf: string;
  veld?: [string, string];
  knop: string;
  naam?: string;
  gevaar?: boolean;
}) => (
  <Formulier actie={p.actie} csrf={p.csrf} naam={p.naam ?? p.knop}>
    {p.veld ? <VerborgenVeld naam={p.veld[0]} waarde={p.veld[1]} /> : null}
    <Knop soort={p.gevaar ? 'gevaar' : 'bij'}>{p.knop}</Knop>
  </Formulier>
);

const Sessies = ({ a, csrf }: { a: EigenAccount; csrf: string }) => (
  <>
    <Kop2>{t.sessies}</Kop2>
    <Alinea>{t.sessiesUitleg}</Alinea>
    {a.sessies.map((s, i) => (
      <section>
        <Kop3>{s.apparaat}</Kop3>
        <Alinea>{t.sinds(toonTijdstip(s.begonnen), toonTijdstip(s.gezien))}</Alinea>
        {s.dit ? (
          <Alinea>
            <strong>{t.dit}</strong>
          </Alinea>
        ) : (
          <Handeling
            actie="/account/sessie"
            csrf={csrf}
            veld={['sessie', s.id]}
            knop={t.beeindig}
            naam={`${t.beeindig} ${i + 1}: ${s.apparaat}, ${toonTijdstip(s.gezien)}`}
          />
        )}
      </section>
    ))}
    <Handeling actie="/account/overal-afmelden" csrf={csrf} knop={t.overal} gevaar />
  </>
);

const Wachtwoord = ({ csrf, fouten }: { csrf: string; fouten: VeldFout[] }) => {
  const fout = (veld: string) => fouten.find(f => f.veld === veld)?.tekst;
  const veld = (naam: string, label: string, aanvullen: string, uitleg?: string) => (
    <TekstVeld
      naam={naam}
      label={label}
      uitleg={uitleg}
      soort="password"
      aanvullen={aanvullen}
      breedte="middel"
      maximum={200}
      fout={fout(naam)}
      verplicht
    />
  );
  return (
    <>
      <Kop2>{t.wachtwoord}</Kop2>
      <Formulier actie="/account/wachtwoord" csrf={csrf} naam={t.wachtwoord}>
        {veld('oud', t.oud, 'current-password')}
        {veld('nieuw', teksten.link.nieuw, 'new-password', teksten.link.nieuwUitleg)}
        {veld('nogEens', teksten.link.nogEens, 'new-password')}
        <KnopGroep>
          <Knop soort="bij">{t.wijzig}</Knop>
        </KnopGroep>
      </Formulier>
    </>
  );
};

const Reservecodes = ({ csrf, fouten }: { csrf: string; fouten: VeldFout[] }) => (
  <Formulier actie="/account/reservecodes" csrf={csrf} naam={t.codesNieuw}>
    <TekstVeld
      naam="wachtwoord"
      label={teksten.instellen.wachtwoord}
      soort="password"
      aanvullen="current-password"
      breedte="middel"
      maximum={200}
      fout={fouten.find(f => f.veld === 'wachtwoord')?.tekst}
      verplicht
    />
    <KnopGroep>
      <Knop soort="bij">{t.codesNieuw}</Knop>
    </KnopGroep>
  </Formulier>
);

const Stappen = ({ a, csrf, fouten }: { a: EigenAccount; csrf: string; fouten: VeldFout[] }) => (
  <>
    <Kop2>{t.stap}</Kop2>
    <Alinea>{a.stap.app ? t.appAan : t.appUit}</Alinea>
    {a.stap.app ? (
      <Reservecodes csrf={csrf} fouten={fouten} />
    ) : (
      <Alinea>
        <Link href="/aanmelden/instellen">{t.appErbij}</Link>
      </Alinea>
    )}
    {a.passkeys.map(p => (
      <section>
        <Kop3>{t.passkey(p.naam)}</Kop3>
        <Alinea>{p.gemaakt ? t.gemaakt(toonTijdstip(p.gemaakt)) : ''}</Alinea>
        <Handeling
          actie="/account/passkey"
          csrf={csrf}
          veld={['passkey', p.id]}
          knop={t.verwijder}
          naam={`${t.verwijder}: ${p.naam}`}
        />
      </section>
    ))}
    <PasskeyKnop soort="maken" csrf={csrf} terug="/account" />
  </>
);

const Gegevens = ({ d, c, a }: { d: Diensten; c: Ctx; a: EigenAccount }) => (
  <BeschrijvingsLijst
    items={[
      { term: t.naam, waarde: a.naam },
      { term: teksten.adres, waarde: a.adres },
      {
        term: t.rollen,
        waarde:
          bundel(lidmaatschappen(c))
            .map(l => rolVoluit(d, l))
            .join('; ') || t.geenRol,
      },
    ]}
  />
);

/** Where this reader can go from here: what was kept for him, and what he does for others. */
const Verder = ({ c, a }: { c: Ctx; a: EigenAccount }) => (
  <>
    <Alinea>
      <Link href="/account/agenda">{t.agenda}</Link>
    </Alinea>
    {a.bewaard > 0 ? (
      <Alinea>
        <Link href="/account/bewaard">{sessieteksten.opAccount(a.bewaard)}</Link>
      </Alinea>
    ) : null}
    {a.herstelt ? (
      <Alinea>
        <Link href="/beheer/herstel">{herstelteksten.link}</Link>
      </Alinea>
    ) : null}
    {beheert(c, ['accountbeheerder']) ? (
      <Alinea>
        <Link href="/beheer/aanmelddiensten">{oidcteksten.beheer.link}</Link>
      </Alinea>
    ) : null}
  </>
);

async function pagina(d: Diensten, c: Ctx, fouten: VeldFout[], melding?: string): Promise<Response> {
  const a = await leesAccount(d, wieBen(c), afzender(d, c).headers);
  const csrf = c.get('csrf');
  return toon(
    c,
    { titel: fouten.length ? `${teksten.fout}: ${t.titel}` : t.titel, status: fouten.length ? 422 : 200 },
    <>
      <FoutSamenvatting fouten={fouten} />
      {melding ? <Melding soort="gelukt">{melding}</Melding> : null}
      <Kop1>{t.titel}</Kop1>
      <Gegevens d={d} c={c} a={a} />
      <Verder c={c} a={a} />
      <Sessies a={a} csrf={csrf} />
      {d.demo ? <Alinea>{t.demo}</Alinea> : <Wachtwoord csrf={csrf} fouten={fouten} />}
      {d.demo ? null : <Stappen a={a} csrf={csrf} fouten={fouten} />}
      {await eigenKoppelingen(d, c)}
    </>,
  );
}

function wijzigfout(d: Diensten, c: Ctx, w: Wijzigweigering, oudVeld: string): Promise<Response> {
  if (w.code === 'te_vaak') return teVaakPagina(c, w.minuten);
  if (w.code === 'oud_onjuist')
    return pagina(d, c, [{ veld: oudVeld, tekst: teksten.instellen.wachtwoordOnjuist }]);
  if (w.code === 'niet_in_demonstratie') return pagina(d, c, [{ tekst: t.demo }]);
  return pagina(d, c, [
    { veld: w.code === 'ongelijk' ? 'nogEens' : 'nieuw', tekst: wachtwoordfouten[w.code] },
  ]);
}

const NA: Record<string, string> = {
  sessie: t.sessieWeg,
  passkey: t.passkeyWeg,
  wachtwoord: t.gewijzigd,
  gekoppeld: oidcteksten.account.gekoppeld,
  losgemaakt: oidcteksten.account.losgemaakt,
};

/** The own account: who am I here, where am I signed in, and how do I sign in. */
export function registreerAccount(app: App, d: Diensten): void {
  app.get('/account', eisAangemeld, c => pagina(d, c, [], NA[c.req.query('na') ?? '']));
  app.post('/account/sessie', eisAangemeld, async c => {
    const v = await leesVorm(c);
    if (!(await beeindigSessie(d, wieBen(c), v('sessie')))) return nietGevondenPagina(c);
    return c.redirect('/account?na=sessie', 303);
  });
  app.post('/account/overal-afmelden', eisAangemeld, async c => {
    await meldOveralAf(d, wieBen(c));
    leegBrowser(c);
    return c.redirect('/aanmelden?na=afgemeld', 303);
  });
  app.post('/account/wachtwoord', eisAangemeld, async c => {
    const v = await leesVorm(c);
    const invoer = { oud: v('oud'), nieuw: v('nieuw'), nogEens: v('nogEens') };
    const r = await wijzigWachtwoord(d, wieBen(c), invoer, afzender(d, c));
    if (!r.ok) return wijzigfout(d, c, r.weigering, 'oud');
    zetKoekjes(d, c, r.waarde.koekjes);
    return c.redirect('/account?na=wachtwoord', 303);
  });
  app.post('/account/passkey', eisAangemeld, async c => {
    const v = await leesVorm(c);
    const r = await verwijderPasskey(d, wieBen(c), v('passkey'));
    if (r.ok) return c.redirect('/account?na=passkey', 303);
    return r.weigering.code === 'laatste_stap'
      ? pagina(d, c, [{ tekst: t.laatsteStap }])
      : nietGevondenPagina(c);
  });
  app.post('/account/reservecodes', eisAangemeld, async c => {
    const v = await leesVorm(c);
    const r = await nieuweReservecodes(d, wieBen(c), v('wachtwoord'), afzender(d, c));
    if (!r.ok) return wijzigfout(d, c, r.weigering, 'wachtwoord');
    return reservecodesPagina(c, r.waarde, t.codesVernieuwd);
  });
}
