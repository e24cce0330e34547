import type { Child } from 'hono/jsx';
import { type App, adres, alsLezer, type Ctx, toon } from '#platform/http/index.ts';
import { Alinea, Filters, Kop1, LegeStaat, Lijst, Link, type Taal, TekstVeld } from '#platform/ui/index.ts';
import { enige, tekst } from '../domain/programma.ts';
import type { Fragment } from '../domain/zoekvraag.ts';
import { listProgrammas } from '../usecases/lees.ts';
import { HOOGSTENS, type Vondst, type Zoeker, zoek } from '../usecases/zoek.ts';
import { type Blad, basisVan, toonBlad } from './kader.tsx';
import { Brontaal } from './opmaak.tsx';
import { algemeen } from './teksten/algemeen.ts';
import { zoekTeksten } from './teksten/zoeken.ts';

/** The words as typed: a question longer than this is cut. */
const vraagUit = (c: Ctx): string => (c.req.query('q') ?? '').trim().slice(0, 200);

const Stukje = ({ fragment }: { fragment: Fragment }) => (
  <>{fragment.map(f => (f.raak ? <mark>{f.tekst}</mark> : f.tekst))}</>
);

/** A bare code says nothing to a reader: a piece is shown when it holds a found word or more than one word. */
const zegtIets = (fragment: Fragment): boolean =>
  fragment.some(f => f.raak) || fragment.some(f => f.tekst.trim().includes(' '));

const kort = (titel: string): string => (titel.length > 120 ? `${titel.slice(0, 120)}…` : titel);

interface Uitkomst {
  taal: Taal;
  q: string;
  vondsten: readonly Vondst[];
  totaal: number;
  /** Name of a region, to be shown when more than one is searched. */
  regioNaam(regio: string): string | null;
  naar(v: Vondst): string;
  actie: string;
  leeg: Child;
}

const Vondsten = (u: Uitkomst) => {
  const t = zoekTeksten[u.taal];
  const soortnaam = (v: Vondst) =>
    typeof v.soort === 'string' ? algemeen[u.taal].soort[v.soort] : v.soort.naam;
  const meer = u.totaal > HOOGSTENS ? `, ${t.eerste(HOOGSTENS)}` : '';
  return (
    <>
      <p class="la-telling" role="status">
        {t.telling(u.totaal)}, {t.volgorde}
        {meer}
      </p>
      <Lijst
        soort="kaal"
        items={u.vondsten.map(v => (
          <>
            <Link href={u.naar(v)}>
              <Brontaal taal={u.taal}>{kort(v.titel)}</Brontaal>
            </Link>
            <Alinea soort="klein">
              {[soortnaam(v), u.regioNaam(v.regio)].filter(Boolean).join(', ')}
              {zegtIets(v.fragment) ? (
                <>
                  :{' '}
                  <Brontaal taal={u.taal}>
                    <Stukje fragment={v.fragment} />
                  </Brontaal>
                </>
              ) : null}
            </Alinea>
          </>
        ))}
      />
    </>
  );
};

const Resultaten = (u: Uitkomst) => {
  const t = zoekTeksten[u.taal];
  return (
    <>
      <Filters actie={u.actie} taal={u.taal}>
        <TekstVeld
          naam="q"
          label={t.vraag}
          uitleg={t.vraagUitleg}
          waarde={u.q}
          soort="search"
          taal={u.taal}
        />
      </Filters>
      {u.q === '' ? null : u.vondsten.length === 0 ? (
        <LegeStaat titel={t.leeg}>
          {t.leegTekst} {u.leeg}
        </LegeStaat>
      ) : (
        <Vondsten {...u} />
      )}
    </>
  );
};

/** Search within one region: what is published, or the working version. */
export async function zoekPagina(b: Blad, zoekers: readonly Zoeker[] = []): Promise<Response> {
  const t = zoekTeksten[b.taal];
  const q = vraagUit(b.c);
  const uit = await alsLezer(b.c, tx => zoek(tx, q, { weergave: b.weergave, regio: b.regio }, zoekers));
  return toonBlad(
    b,
    { titel: t.titel, kop: t.kopRegio(q, b.regioNaam) },
    <>
      {b.weergave === 'werk' ? <Alinea>{t.inWerk}</Alinea> : null}
      <Resultaten
        {...uit}
        taal={b.taal}
        q={q}
        actie={b.naar('/zoek')}
        regioNaam={() => null}
        naar={v => b.naar(v.pad)}
        leeg={<Link href={b.naar('/onderdelen')}>{t.allesVan(b.regioNaam)}</Link>}
      />
      <Alinea>
        <Link href={`${adres(b.c, '/zoeken')}?q=${encodeURIComponent(q)}`}>{t.overal}</Link>
      </Alinea>
    </>,
  );
}

/** Search over every region, published content only: the same for whoever looks. */
async function overalPagina(c: Ctx, zoekers: readonly Zoeker[]): Promise<Response> {
  const taal = c.get('taal');
  const t = zoekTeksten[taal];
  const q = vraagUit(c);
  const [uit, programmas] = await alsLezer(c, async tx => [
    await zoek(tx, q, { weergave: 'openbaar', regio: null }, zoekers),
    await listProgrammas(tx, 'openbaar'),
  ]);
  const namen = new Map(programmas.map(p => [p.regio, tekst(enige(p, 'regio'), 'naam')]));
  return toon(
    c,
    {
      titel: t.titel,
      tweetalig: true,
      kruimels: [{ naam: algemeen[taal].begin, href: adres(c, '/') }, { naam: t.titel }],
    },
    <>
      <Kop1>{t.kop(q)}</Kop1>
      <Resultaten
        {...uit}
        taal={taal}
        q={q}
        actie={adres(c, '/zoeken')}
        regioNaam={regio => namen.get(regio) ?? null}
        naar={v => adres(c, basisVan(v.regio, 'openbaar') + v.pad)}
        leeg={<Link href={adres(c, '/')}>{t.kiesRegio}</Link>}
      />
    </>,
  );
}

/** Search over all regions at the address that the search field on top of every page uses. */
export function registreerZoeken(app: App, zoekers: readonly Zoeker[] = []): void {
  app.get('/zoeken', c => overalPagina(c, zoekers));
}
