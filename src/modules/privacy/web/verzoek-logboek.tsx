import { type Document, maakDocx, maakPdf } from '#platform/documenten/index.ts';
import type { App, Ctx } from '#platform/http/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import {
  Alinea,
  DatumVeld,
  Formulier,
  Knop,
  Kop2,
  LegeStaat,
  Melding,
  Tabel,
  type VeldFout,
  VerborgenVeld,
} from '#platform/ui/index.ts';
import { maakOverzicht } from '../domain/logboek-overzicht.ts';
import { VRIJGAVEREDENEN } from '../usecases/logboek.ts';
import { toetsVerzending } from '../usecases/verzending.ts';
import { geefOverzicht, leesVerzoeklogboek, type Verzoeklogboek } from '../usecases/verzoek-logboek.ts';
import { doenVan, oordeelfouten } from './inzage.tsx';
import { alsFouten, alsFunctionaris, isId, leesVorm, nietHier, pagina, type Velden } from './kader.tsx';
import { maakLogboekbrief, regelcellen } from './logboek-brief.ts';
import { Overzichtvorm, vrijgavenIn } from './logboek-vormen.tsx';
import { leesPeriode, legeVraag } from './logboek-vraag.ts';
import { inzageteksten } from './teksten-inzage.ts';
import { logboekTeksten } from './teksten-logboek.ts';

const t = inzageteksten.logboek;
const z = logboekTeksten.zoek;

interface Staat {
  ruw: { van: string; tot: string };
  fouten: VeldFout[];
  gekozen: readonly string[];
  reden: string;
}

const Periode = ({ s, actie, csrf }: { s: Staat; actie: string; csrf: string }) => {
  const fout = (veld: string) => {
    const tekst = s.fouten.find(f => f.veld === veld)?.tekst;
    return tekst ? { fout: tekst } : {};
  };
  return (
    <Formulier actie={actie} csrf={csrf} naam={t.periode}>
      <VerborgenVeld naam="doe" waarde="toon" />
      <DatumVeld naam="van" label={z.van} waarde={s.ruw.van} {...fout('van')} />
      <DatumVeld naam="tot" label={z.tot} waarde={s.ruw.tot} {...fout('tot')} />
      <Knop soort="bij">{t.toon}</Knop>
    </Formulier>
  );
};

/** The overview as it would be given, and the form that makes it. */
async function inhoud(c: Ctx, d: { kluis: Kluis }, l: Verzoeklogboek, s: Staat) {
  const actie = `/privacy/verzoeken/${l.verzoek.id}/logboek`;
  const overzicht = maakOverzicht(l.kijk, l.lezer, new Set());
  const oordeel = await toetsVerzending(doenVan(c, d), l.verzoek, l.recht, []);
  const { brief } = logboekTeksten;
  return (
    <>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      {l.lezer.vertegenwoordiger ? <Melding soort="waarschuwing">{t.vertegenwoordiger}</Melding> : null}
      <Kop2>{t.periode}</Kop2>
      <Periode s={s} actie={actie} csrf={c.get('csrf')} />
      {overzicht.regels.length === 0 ? (
        <LegeStaat titel={brief.geen} />
      ) : (
        <Tabel
          bijschrift={brief.bijschrift}
          kolommen={brief.kolommen.map((naam, i) => ({ naam, rijkop: i === 0 }))}
          rijen={overzicht.regels.map(regelcellen)}
        />
      )}
      {oordeel ? (
        <Overzichtvorm
          {...{ actie, csrf: c.get('csrf'), periode: l.periode, kijk: l.kijk, oordeel }}
          weggelaten={overzicht.weggelaten}
          vrij={!l.lezer.vertegenwoordiger}
          {...{ gekozen: s.gekozen, reden: s.reden, fouten: s.fouten }}
        />
      ) : null}
    </>
  );
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function alsBestand(c: Ctx, doc: Document, vorm: string): Promise<Response> {
  const docx = vorm === 'docx';
  return c.body(new Uint8Array(await (docx ? maakDocx(doc) : maakPdf(doc))), 200, {
    'content-type': docx ? DOCX : 'application/pdf',
    'content-disposition': `attachment; filename="overzicht.${docx ? 'docx' : 'pdf'}"`,
    'cache-control': 'no-store',
  });
}

type Vorm = { een: Velden; alle: (veld: string) => string[] };

/** The file, or the page that says why not. */
async function maak(c: Ctx, d: { kluis: Kluis }, l: Verzoeklogboek, v: Vorm): Promise<Response> {
  const vrij = vrijgavenIn(l.kijk).map(w => w.sleutel);
  const vrijgaven = v.alle('vrij').filter(x => vrij.includes(x));
  const reden = VRIJGAVEREDENEN.find(r => r === v.een('reden')) ?? null;
  const r = await geefOverzicht(doenVan(c, d), l, { vrijgaven, reden, bevestigd: v.alle('bevestigd') });
  const ruw = { van: v.een('van'), tot: v.een('tot') };
  const terug = async (fouten: VeldFout[]) =>
    pagina(
      c,
      { titel: t.titel, fouten },
      await inhoud(c, d, l, { ruw, fouten, gekozen: vrijgaven, reden: v.een('reden') }),
    );
  if (!r.ok && r.weigering.code === 'geen_reden')
    return terug([{ veld: 'reden', tekst: r.weigering.melding ?? '' }]);
  if (!r.ok) return nietHier(c, 'logboek', l.verzoek.id);
  if ('oordeel' in r.waarde) return terug(oordeelfouten(r.waarde.oordeel));
  const doc = maakLogboekbrief({
    ...{ overzicht: r.waarde.overzicht, ...l.periode, nu: c.get('nu') },
    houder: l.houder,
    // Who speaks for somebody does not learn whom to press.
    maker: l.lezer.vertegenwoordiger ? l.houder : (c.get('gebruiker')?.naam ?? ''),
  });
  return alsBestand(c, doc, v.een('vorm'));
}

async function toonOfMaak(c: Ctx, d: { kluis: Kluis }, v: Vorm): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const leeg = legeVraag(c.get('vandaag'));
  const { periode, fouten } = leesPeriode({ van: v.een('van'), tot: v.een('tot') }, c.get('vandaag'));
  // With days that are none the page still comes, over the last year, with what is wrong beside them.
  const dagen = periode ?? leesPeriode(leeg, c.get('vandaag')).periode;
  if (!isId(id) || !dagen) return nietHier(c, 'logboek', id);
  const r = await leesVerzoeklogboek(doenVan(c, d), id, dagen);
  if (!r.ok && r.weigering.code === 'niet_gevonden') return nietHier(c, 'logboek', id);
  if (!r.ok) return pagina(c, { titel: t.titel, fouten: alsFouten(r.weigering) }, null);
  if (v.een('doe') === 'maak' && fouten.length === 0) return maak(c, d, r.waarde, v);
  const ruw = { van: v.een('van') || leeg.van, tot: v.een('tot') || leeg.tot };
  const staat = { ruw, fouten, gekozen: [], reden: '' };
  return pagina(c, { titel: t.titel, fouten }, await inhoud(c, d, r.waarde, staat));
}

/** The overview of who looked, for the person of one decided request. */
export function registreerVerzoeklogboek(app: App, d: { kluis: Kluis }): void {
  const niets: Vorm = { een: () => '', alle: () => [] };
  app.get('/privacy/verzoeken/:id/logboek', c => alsFunctionaris(c, () => toonOfMaak(c, d, niets)));
  app.post('/privacy/verzoeken/:id/logboek', c =>
    alsFunctionaris(c, async () => toonOfMaak(c, d, await leesVorm(c))),
  );
}
