import type { Child } from 'hono/jsx';
import { listRegios, listRegiosInDruk, paden } from '#modules/datalab/index.ts';
import { API_PAD } from '#platform/http/api.ts';
import { type App, adres, alsPubliek, type Ctx, toon, tweetalig } from '#platform/http/index.ts';
import { Alinea, KnopLink, Kop1, Kop2, Lijst, Link, Melding } from '#platform/ui/index.ts';
import { type Bladnaam, type Bladtekst, publiekTeksten } from './teksten.ts';

/** Addresses of this room, below / and /en. */
export const BLADEN = Object.keys(publiekTeksten.nl.bladen) as Bladnaam[];

/** An ordinary page elsewhere: nobody wonders why it is open. */
const ELDERS = 'https://www.buienradar.nl/';

/** Telephone numbers in a line become links, so that a phone can call them at once. */
const metNummers = (regel: string): Child[] =>
  regel
    .split(/(?<!\d)(112|0800-2000)(?!\d)/)
    .map((stuk, i) => (i % 2 === 1 ? <Link href={`tel:${stuk.replace('-', '')}`}>{stuk}</Link> : stuk));

const Deel = ({ deel }: { deel: Bladtekst['delen'][number] }) => {
  const punten = deel.regels.filter(r => r.startsWith('- ')).map(r => r.slice(2));
  return (
    <section>
      <Kop2>{deel.kop}</Kop2>
      {deel.regels
        .filter(r => !r.startsWith('- '))
        .map(r => (
          <Alinea>{metNummers(r)}</Alinea>
        ))}
      {punten.length > 0 ? <Lijst items={punten.map(r => <>{metNummers(r)}</>)} /> : null}
    </section>
  );
};

/** The regions that published tables, each with what programs read of it. */
const Publicaties = ({ c, regios }: { c: Ctx; regios: readonly string[] }) => {
  const t = publiekTeksten[c.get('taal')].publicaties;
  const lijst = listRegios().filter(r => regios.includes(r.id));
  return (
    <section>
      <Kop2>{t.kop}</Kop2>
      <Alinea>{lijst.length === 0 ? t.geen : t.uitleg}</Alinea>
      {lijst.length === 0 ? null : (
        <Lijst
          items={lijst.map(r => (
            <>
              <Link href={adres(c, paden.publicaties(r.id))}>{r.naam}</Link>
              {': '}
              <Link href={`${paden.publicaties(r.id)}.ttl`}>{t.catalogus('Turtle')}</Link>
              {' · '}
              <Link href={`${paden.publicaties(r.id)}.jsonld`}>{t.catalogus('JSON-LD')}</Link>
              {' · '}
              <Link href={API_PAD + paden.publicatiesapi(r.id)}>{t.api}</Link>
            </>
          ))}
        />
      )}
    </section>
  );
};

async function blad(c: Ctx, naam: Bladnaam): Promise<Response> {
  const regios = naam === 'open-data' ? await alsPubliek(c, listRegiosInDruk) : null;
  const t = publiekTeksten[c.get('taal')];
  const tekst: Bladtekst = t.bladen[naam];
  return toon(
    c,
    // The title of the help page stands in the browser's history: it says no more than it must.
    { titel: naam === 'hulp' ? 'Info' : tekst.titel, tweetalig: true },
    <>
      <Kop1>{tekst.titel}</Kop1>
      {naam === 'hulp' ? (
        <>
          <Melding soort="waarschuwing" titel={t.gevaar}>
            <Alinea>{metNummers(t.bel112)}</Alinea>
            <Alinea>{metNummers(t.belVt)}</Alinea>
          </Melding>
          <Alinea>
            <KnopLink href={ELDERS} soort="hoofd">
              {t.weg}
            </KnopLink>
          </Alinea>
        </>
      ) : null}
      <Alinea soort="inleiding">{tekst.inleiding}</Alinea>
      {tekst.delen.map(deel => (
        <Deel deel={deel} />
      ))}
      {regios ? <Publicaties c={c} regios={regios} /> : null}
    </>,
  );
}

/** Pages for residents and about the site, in Dutch and English. */
export function registreer(app: App): void {
  tweetalig(app, a => {
    for (const naam of BLADEN) a.get(`/${naam}`, c => blad(c, naam));
  });
}
