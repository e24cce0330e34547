import { type App, alsLezer, type Ctx, nietGevondenPagina } from '#platform/http/index.ts';
import {
  Alinea,
  BestandVeld,
  Formulier,
  FoutSamenvatting,
  Knop,
  KnopGroep,
  KnopLink,
  Kop2,
  Lijst,
  Link,
  Melding,
  Tabel,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import type { Weergave } from '../domain/programma.ts';
import type { Inhoud } from '../domain/veld.ts';
import { naarWerkboek } from '../domain/werkboek.ts';
import { type AnderDeel, type Inleesuitkomst, schrijfProgrammaUit } from '../usecases/bestand.ts';
import { bevestigInlezen, type Inleesfout, magInlezen, proefInlezen } from '../usecases/inlezing.ts';
import { maakSpreadsheet } from '../usecases/spreadsheet.ts';
import { type Blad, doenVan, metBlad, toonBlad } from './kader.tsx';
import { algemeen } from './teksten/algemeen.ts';
import { foutrij, kolomUitleg, bestandTeksten as t } from './teksten/bestand.ts';
import { veldLabel } from './teksten/velden.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MEESTE_REGELS = 200;

const download = (c: Ctx, inhoud: string | Buffer, naam: string, type: string): Response =>
  c.body(typeof inhoud === 'string' ? inhoud : new Uint8Array(inhoud), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${naam}"`,
  });

const alsJson = (bestand: Inhoud): string => `${JSON.stringify(bestand, null, 2)}\n`;

interface Staat {
  /** Something wrong with the file as a whole. */
  fout?: string;
  fouten?: readonly Inleesfout[];
  melding?: string;
}

const Ophalen = ({ b }: { b: Blad }) => {
  const link = (vorm: string, versie: Weergave) => b.naar(`/bestand/ophalen?vorm=${vorm}&versie=${versie}`);
  return (
    <>
      <Kop2>{t.ophalen}</Kop2>
      <Alinea>{t.ophalenTekst}</Alinea>
      <Lijst
        items={[
          <Link href={link('xlsx', 'werk')}>{t.werkXlsx}</Link>,
          <Link href={link('json', 'werk')}>{t.werkJson}</Link>,
          <Link href={link('xlsx', 'openbaar')}>{t.openbaarXlsx}</Link>,
          <Link href={link('json', 'openbaar')}>{t.openbaarJson}</Link>,
          <Link href={b.naar('/bestand/sjabloon')}>{t.sjabloon}</Link>,
        ]}
      />
    </>
  );
};

const Fouten = ({ fouten }: { fouten: readonly Inleesfout[] }) => (
  <Melding soort="fout" titel={t.foutenTitel(fouten.length)}>
    <Alinea>{t.foutenTekst}</Alinea>
  </Melding>
);

const Foutentabel = ({ fouten }: { fouten: readonly Inleesfout[] }) => (
  <>
    <Tabel
      bijschrift={t.foutenTitel(fouten.length)}
      kolommen={[{ naam: t.blad, rijkop: true }, { naam: t.rij }, { naam: t.kolom }, { naam: t.fout }]}
      rijen={fouten.slice(0, MEESTE_REGELS).map(foutrij)}
    />
    {fouten.length > MEESTE_REGELS ? <Alinea>{t.meer(fouten.length - MEESTE_REGELS)}</Alinea> : null}
  </>
);

function bestandPagina(b: Blad, s: Staat): Promise<Response> {
  const fouten = s.fouten ?? [];
  const inlezen = magInlezen(doenVan(b.c), b.regio);
  return toonBlad(
    b,
    {
      titel: t.titel,
      kop: t.kop(b.regioNaam),
      fout: s.fout !== undefined || fouten.length > 0,
      ...(s.melding ? { status: 409 as const } : {}),
    },
    <>
      <FoutSamenvatting fouten={s.fout ? [{ veld: 'bestand', tekst: s.fout }] : []} />
      {fouten.length > 0 ? <Fouten fouten={fouten} /> : null}
      {s.melding ? <Melding soort="waarschuwing">{s.melding}</Melding> : null}
      {fouten.length > 0 ? <Foutentabel fouten={fouten} /> : <Ophalen b={b} />}
      {inlezen ? (
        <>
          <Kop2>{t.inlezen}</Kop2>
          <Alinea>{t.inlezenTekst}</Alinea>
          <Formulier actie={b.naar('/bestand')} csrf={b.c.get('csrf')} bestanden>
            <BestandVeld
              naam="bestand"
              label={t.veld}
              uitleg={t.veldUitleg}
              soorten=".json,.xlsx"
              maximum={t.maximum}
              verplicht
              {...(s.fout ? { fout: s.fout } : {})}
            />
            <Knop>{t.proef}</Knop>
          </Formulier>
        </>
      ) : null}
    </>,
  );
}

const Telling = ({ u }: { u: Inleesuitkomst }) => (
  <Lijst
    items={[
      t.telling(u.nieuw, t.wat.nieuw),
      t.telling(u.gewijzigd, t.wat.gewijzigd),
      t.telling(u.terug, t.wat.terug),
      t.telling(u.verwijderd, t.wat.vervalt),
      t.telling(u.gelijk, t.gelijk),
      ...(u.verplaatst > 0 ? [t.telling(u.verplaatst, t.verplaatst)] : []),
    ]}
  />
);

const kort = (tekst: string): string => (tekst.length > 100 ? `${tekst.slice(0, 100)}…` : tekst);

function proefPagina(b: Blad, id: string, u: Inleesuitkomst): Promise<Response> {
  const niets = u.regels.length === 0 && u.verplaatst === 0;
  return toonBlad(
    b,
    { titel: t.uitkomst, pad: [{ naam: t.titel, href: b.naar('/bestand') }] },
    <>
      <Alinea soort="inleiding">{niets ? t.niets : t.uitkomstTekst}</Alinea>
      <Telling u={u} />
      {u.regels.length === 0 ? null : (
        <Tabel
          bijschrift={t.uitkomst}
          kolommen={[
            { naam: t.onderdeel, rijkop: true },
            { naam: t.soort },
            { naam: t.watKop },
            { naam: t.velden },
          ]}
          rijen={u.regels
            .slice(0, MEESTE_REGELS)
            .map(r => [
              kort(`${r.code} ${r.titel}`),
              algemeen.nl.soort[r.soort],
              t.wat[r.wat],
              r.velden.map(v => veldLabel(r.soort, v, 'nl')).join(', '),
            ])}
        />
      )}
      {u.regels.length > MEESTE_REGELS ? <Alinea>{t.meer(u.regels.length - MEESTE_REGELS)}</Alinea> : null}
      <Formulier actie={b.naar('/bestand/inlezen')} csrf={b.c.get('csrf')}>
        <VerborgenVeld naam="inlezing" waarde={id} />
        <KnopGroep>
          <Knop>{t.bevestig}</Knop>
          <KnopLink href={b.naar('/bestand')}>{t.annuleer}</KnopLink>
        </KnopGroep>
      </Formulier>
    </>,
  );
}

async function doeProef(b: Blad, delen: readonly AnderDeel[]): Promise<Response> {
  // The right before the form: what a form lacks is told to who may send it only.
  if (!magInlezen(doenVan(b.c), b.regio)) return nietGevondenPagina(b.c);
  const bestand = (await b.c.req.parseBody({ all: true })).bestand;
  if (!(bestand instanceof File)) return bestandPagina(b, { fout: t.weigering.leeg });
  const uit = await proefInlezen(doenVan(b.c), b.regio, Buffer.from(await bestand.arrayBuffer()), delen);
  if (uit.ok) return proefPagina(b, uit.waarde.id, uit.waarde.uitkomst);
  const w = uit.weigering;
  if (w.code === 'niet_gevonden') return nietGevondenPagina(b.c);
  if (w.code === 'fouten') return bestandPagina(b, { fouten: w.fouten });
  if (w.code === 'veranderd') return bestandPagina(b, { melding: t.veranderd });
  return bestandPagina(b, { fout: t.weigering[w.code] });
}

async function doeInlezen(b: Blad, delen: readonly AnderDeel[]): Promise<Response> {
  const id = (await b.c.req.parseBody({ all: true })).inlezing;
  const uit = await bevestigInlezen(doenVan(b.c), b.regio, typeof id === 'string' ? id : '', delen);
  if (uit.ok) return b.c.redirect(`${b.naar('/concepten')}?gedaan=ingelezen`, 303);
  if (uit.weigering.code === 'niet_gevonden') return nietGevondenPagina(b.c);
  if (uit.weigering.code === 'fouten') return bestandPagina(b, { fouten: uit.weigering.fouten });
  return bestandPagina(b, { melding: t.veranderd });
}

async function doeOphalen(b: Blad, delen: readonly AnderDeel[]): Promise<Response> {
  const versie: Weergave = b.c.req.query('versie') === 'openbaar' ? 'openbaar' : 'werk';
  const bestand = await alsLezer(b.c, tx => schrijfProgrammaUit(tx, b.regio, versie, delen));
  if (!bestand) return nietGevondenPagina(b.c);
  const naam = `programma-${b.regio}-${versie}`;
  if (b.c.req.query('vorm') !== 'xlsx')
    return download(b.c, alsJson(bestand), `${naam}.json`, 'application/json; charset=utf-8');
  return download(b.c, await maakSpreadsheet(naarWerkboek(bestand, kolomUitleg)), `${naam}.xlsx`, XLSX);
}

async function doeSjabloon(b: Blad): Promise<Response> {
  const boek = await maakSpreadsheet(naarWerkboek(null, kolomUitleg));
  return download(b.c, boek, 'programma-sjabloon.xlsx', XLSX);
}

/** Files: export of both versions, the template, and import with a look first. */
export function registreerBestand(app: App, delen: readonly AnderDeel[] = []): void {
  const werk = (pagina: (b: Blad) => Promise<Response>) => (c: Ctx) => metBlad(c, 'werk', pagina);
  const pad = '/programma/:regio/bestand';
  app.get(
    pad,
    werk(b => bestandPagina(b, {})),
  );
  app.post(
    pad,
    werk(b => doeProef(b, delen)),
  );
  app.post(
    `${pad}/inlezen`,
    werk(b => doeInlezen(b, delen)),
  );
  app.get(
    `${pad}/ophalen`,
    werk(b => doeOphalen(b, delen)),
  );
  app.get(`${pad}/sjabloon`, werk(doeSjabloon));
  app.get('/regio/:regio/programma.json', async c => {
    const regio = c.req.param('regio');
    const bestand = await alsLezer(c, tx => schrijfProgrammaUit(tx, regio, 'openbaar', delen));
    if (!bestand) return nietGevondenPagina(c);
    return download(c, alsJson(bestand), `programma-${regio}.json`, 'application/json; charset=utf-8');
  });
}
