import { formatTijdstip } from '#kern/datum/index.ts';
import {
  legWeigeringVast,
  lidmaatschappen,
  uitvoerTekst,
  type Verwerkingregel,
} from '#modules/toegang/index.ts';
import { type App, alsLezer, type Ctx, nietGevondenPagina, toon } from '#platform/http/index.ts';
import {
  Afdrukregel,
  Alinea,
  FoutSamenvatting,
  Kop1,
  Kop2,
  LegeStaat,
  Link,
  Melding,
  Tabel,
  type VeldFout,
} from '#platform/ui/index.ts';
import type { Kijkregel } from '../domain/logboek-overzicht.ts';
import {
  alsKijkregels,
  HOOGSTENS,
  type Logboekdiensten,
  type Logboekvraag,
  leesLogboek,
  leesLognamen,
} from '../usecases/logboek.ts';
import { leesVorm } from './kader.tsx';
import { woord } from './logboek-brief.ts';
import { Zoekvorm } from './logboek-vormen.tsx';
import { leesVraag, legeVraag, type Ruwevraag } from './logboek-vraag.ts';
import { logboekTeksten } from './teksten-logboek.ts';

const t = logboekTeksten;

/** Is the reader a privacy officer? Others get the same page as for an address that does not exist. */
export const isToezichthouder = (c: Ctx): boolean =>
  lidmaatschappen(c).some(l => l.rol === 'privacyfunctionaris');

/** Not found for who is none, or for what is not his; the attempt is logged, and who is not signed in is asked to. */
export async function weigerToezicht(c: Ctx): Promise<Response> {
  if (!c.get('gebruiker')) {
    const terug = c.req.method === 'GET' ? `?terug=${encodeURIComponent(c.req.path)}` : '';
    return c.redirect(`/aanmelden${terug}`, 303);
  }
  await legWeigeringVast(c.get('diensten').db, c.get('actor'), c.get('vandaag'), {
    handeling: c.req.method === 'GET' ? 'inzien' : 'wijzigen',
    soort: 'logboek',
    object: null,
    dossier: null,
    activiteit: 'logboek',
  });
  return nietGevondenPagina(c);
}

interface Gevonden {
  vraag: Logboekvraag;
  regels: Verwerkingregel[];
  kijk: Kijkregel[];
}

interface Staat {
  ruw: Ruwevraag;
  fouten: VeldFout[];
  gevonden?: Gevonden;
}

const soortWoord = (k: Kijkregel): string => [woord(k.handeling), woord(k.deel)].join(': ');

function rij(k: Kijkregel) {
  const merk = [k.nood ? t.tabel.nood : '', k.uitkomst === 'geweigerd' ? t.tabel.geweigerd : ''].filter(
    Boolean,
  );
  return [
    formatTijdstip(Temporal.Instant.from(k.tijdstip)),
    k.gebruiker === null ? woord('stelsel') : k.gebruikersnaam || t.tabel.gewist,
    [k.organisatie?.naam ?? t.tabel.onbekend, k.rol === null ? '' : woord(k.rol)].filter(Boolean).join(', '),
    [soortWoord(k), ...merk].join(', '),
    [k.doel, k.grond]
      .filter(d => d !== null)
      .map(d => woord(d))
      .join(', ') || t.tabel.onbekend,
  ];
}

const Uitkomst = ({ g }: { g: Gevonden }) =>
  g.kijk.length === 0 ? (
    <LegeStaat titel={t.geen}>{t.geenUitleg}</LegeStaat>
  ) : (
    <>
      {g.regels.length >= HOOGSTENS ? <Melding soort="waarschuwing">{t.teveel(HOOGSTENS)}</Melding> : null}
      <Tabel
        bijschrift={t.tabel.bijschrift(g.kijk.length)}
        kolommen={t.tabel.kolommen.map((naam, i) => ({ naam, rijkop: i === 0 }))}
        rijen={g.kijk.map(rij)}
      />
      {g.vraag.soort === 'betrokkene' ? (
        <Alinea>
          {t.naarVerzoek} <Link href="/privacy/verzoeken">{t.verzoeken}</Link>
        </Alinea>
      ) : null}
    </>
  );

/** The way back to the room. */
export const kruimels = (naam: string) => [{ naam: t.kamer, href: '/privacy/overzicht' }, { naam }];

function pagina(c: Ctx, s: Staat): Promise<Response> {
  const fout = s.fouten.length > 0;
  return toon(
    c,
    { titel: fout ? `Fout: ${t.titel}` : t.titel, kruimels: kruimels(t.titel), status: fout ? 422 : 200 },
    <>
      <FoutSamenvatting fouten={s.fouten} />
      <Kop1>{t.titel}</Kop1>
      <Alinea>{t.inleiding}</Alinea>
      <Alinea>
        <Link href="/privacy/logboek/opvallend">{t.naarOpvallend}</Link>
      </Alinea>
      <Kop2>{t.zoek.kop}</Kop2>
      <Zoekvorm csrf={c.get('csrf')} ruw={s.ruw} fouten={s.fouten} />
      {s.gevonden ? <Uitkomst g={s.gevonden} /> : null}
      <Afdrukregel
        door={c.get('gebruiker')?.naam ?? ''}
        moment={formatTijdstip(c.get('nu'))}
        reden={t.afdrukreden}
      />
    </>,
  );
}

type Velden = (naam: string) => string;

const leesRuw = (v: Velden): Ruwevraag => ({
  soort: v('soort'),
  kenmerk: v('kenmerk'),
  van: v('van'),
  tot: v('tot'),
});

async function zoek(
  c: Ctx,
  d: Logboekdiensten,
  vraag: Logboekvraag,
  handeling: 'inzien' | 'uitvoeren',
): Promise<Gevonden> {
  const regels = await alsLezer(c, tx => leesLogboek(tx, vraag, handeling));
  const namen = await leesLognamen(d, c.get('vandaag'), regels);
  return { vraag, regels, kijk: alsKijkregels(regels, namen) };
}

const bijlage = (inhoud: string | Uint8Array<ArrayBuffer>, type: string, naam: string): Response =>
  new Response(inhoud, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${naam}"` },
  });

async function toonLogboek(c: Ctx, d: Logboekdiensten, v: Velden): Promise<Response> {
  const ruw = leesRuw(v);
  const { vraag, fouten } = leesVraag(ruw, c.get('vandaag'));
  if (!vraag) return pagina(c, { ruw, fouten });
  if (v('doe') !== 'uitvoer') return pagina(c, { ruw, fouten, gevonden: await zoek(c, d, vraag, 'inzien') });
  const { regels } = await zoek(c, d, vraag, 'uitvoeren');
  return bijlage(uitvoerTekst(regels), 'application/jsonl; charset=utf-8', 'logboek.jsonl');
}

/** The log of use for the privacy officer. Ids travel in the body of a form, never in an address. */
export function registreerLogboek(app: App, d: Logboekdiensten): void {
  app.get('/privacy/logboek', c =>
    isToezichthouder(c) ? pagina(c, { ruw: legeVraag(c.get('vandaag')), fouten: [] }) : weigerToezicht(c),
  );
  app.post('/privacy/logboek', async c =>
    isToezichthouder(c) ? toonLogboek(c, d, (await leesVorm(c)).een) : weigerToezicht(c),
  );
}
