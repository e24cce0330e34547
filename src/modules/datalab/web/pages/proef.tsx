import { formatPeriode, formatTijdstip } from '#kern/datum/index.ts';
import type { Bijdragers } from '#kern/onthulling/index.ts';
import {
  alsLezer,
  type Ctx,
  foutPagina,
  nietGevondenPagina,
  schoneVelden,
  toon,
} from '#platform/http/index.ts';
import {
  Alinea,
  Formulier,
  FoutSamenvatting,
  Knop,
  KnopGroep,
  Kop1,
  Kop2,
  Link,
  Melding,
  Tabel,
  toonGetal,
  type VeldFout,
} from '#platform/ui/index.ts';
import { BIJDRAAGNAMEN, BIJDRAAGVELDEN } from '../../domain/bijdragers.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { listIndicatoren } from '../../usecases/lees-cijfers.ts';
import { beproef, draaiTerug, kiesInlezing, leesIn, type Proefbeeld } from '../../usecases/lees-in.ts';
import { statlinetabelVan } from '../../usecases/statline-bestanden.ts';
import { paden } from '../paths.ts';
import { foutRijen, werk } from '../teksten-werk.ts';
import { stuurBestand } from '../uitvoer.ts';
import { inlezerVoor } from '../werk.ts';
import { keuzesUit, Proefformulier } from './proefformulier.tsx';

const GETOOND = 50;

const Fouten = ({ beeld }: { beeld: Proefbeeld }) => {
  const { fouten, inlezing } = beeld;
  if (fouten.length === 0) return null;
  return (
    <>
      <Kop2 id="fouten-in-bestand">{werk.foutenKop}</Kop2>
      <Tabel
        bijschrift={werk.foutenBijschrift}
        kolommen={[
          { naam: werk.rij, getal: true, rijkop: true },
          { naam: werk.kolom },
          { naam: werk.melding },
        ]}
        rijen={foutRijen(fouten.slice(0, GETOOND)).map(r => r.map(String))}
      />
      {fouten.length > GETOOND ? <Alinea>{werk.meerFouten(String(fouten.length - GETOOND))}</Alinea> : null}
      <Alinea soort="klein">
        <Link href={`${paden.inlezing(inlezing.id)}/fouten.csv`}>{werk.foutenBestand}</Link>
      </Alinea>
    </>
  );
};

/** Who stand behind a count, as the file says it. */
const wieErachter = (b: Bijdragers | null): string =>
  BIJDRAAGVELDEN.flatMap(v => (b?.[v] == null ? [] : [`${BIJDRAAGNAMEN[v]}: ${toonGetal(b[v])}`])).join(', ');

const Voorbeeld = ({ beeld }: { beeld: Proefbeeld }) => {
  if (beeld.rijen.length === 0) return null;
  const k = werk.kolommen;
  const metWie = beeld.rijen.some(r => r.bijdragers !== null);
  return (
    <>
      <Kop2>{werk.voorbeeldKop}</Kop2>
      <Tabel
        bijschrift={werk.voorbeeldBijschrift}
        kolommen={[
          { naam: werk.rij, getal: true },
          { naam: k.indicator, rijkop: true },
          { naam: k.plaats },
          { naam: k.periode },
          { naam: k.waarde, getal: true },
          ...(metWie ? [{ naam: werk.wieErachter }] : []),
        ]}
        rijen={beeld.rijen
          .slice(0, 10)
          .map(r => [
            String(r.rij),
            r.indicator.naam.nl,
            r.plaats.naam,
            formatPeriode(r.periode),
            r.waarde === null ? werk.onbekendOfGeheim : toonGetal(Number(r.waarde), 'nl', r.decimalen),
            ...(metWie ? [wieErachter(r.bijdragers)] : []),
          ])}
      />
    </>
  );
};

const Stand = ({ beeld }: { beeld: Proefbeeld }) => {
  const goed = beeld.fouten.length === 0;
  const klaar = goed && Object.keys(beeld.veldfouten).length === 0;
  const titel = klaar ? werk.proefGoed : goed ? werk.proefBron : werk.proefNiets;
  return (
    <Melding soort={klaar ? 'gelukt' : goed ? 'info' : 'waarschuwing'} titel={titel}>
      {werk.proefTeller(beeld.rijen.length, beeld.fouten.length)}
    </Melding>
  );
};

/** A table of StatLine whose description nobody held against a download. */
const Onbevestigd = ({ plek }: { plek: string }) => {
  const t = statlinetabelVan(plek);
  if (t === null || t.bevestigd) return null;
  return (
    <Melding soort="waarschuwing" titel={werk.statlineOnbevestigd(t.tabel)}>
      {t.herkomst} {werk.statlineKijkNa}
    </Melding>
  );
};

const Proefdeel = (props: { c: Ctx; beeld: Proefbeeld; indicatoren: Indicator[] }) => {
  const { c, beeld, indicatoren } = props;
  const goed = beeld.fouten.length === 0;
  const overgeslagen = beeld.inlezing.keuzes.overgeslagen ?? 0;
  // Before the first answer nothing has been forgotten yet.
  const getoond = beeld.inlezing.versie === 1 ? { ...beeld, veldfouten: {} } : beeld;
  return (
    <>
      <Stand beeld={beeld} />
      <Onbevestigd plek={beeld.inlezing.soort === 'statline' ? beeld.inlezing.keuzes.plek : ''} />
      {overgeslagen > 0 ? <Alinea>{werk.overgeslagen(toonGetal(overgeslagen))}</Alinea> : null}
      <Fouten beeld={beeld} />
      <Formulier actie={paden.inlezing(beeld.inlezing.id)} csrf={c.get('csrf')}>
        <Proefformulier beeld={getoond} indicatoren={indicatoren} />
        <KnopGroep>
          {goed ? (
            <Knop naam="doe" waarde="lees_in">
              {werk.leesAllesIn(toonGetal(beeld.rijen.length))}
            </Knop>
          ) : null}
          <Knop soort={goed ? 'bij' : 'hoofd'} naam="doe" waarde="controleer">
            {werk.controleer}
          </Knop>
        </KnopGroep>
      </Formulier>
      <Voorbeeld beeld={beeld} />
    </>
  );
};

const Ingelezen = ({ c, beeld }: { c: Ctx; beeld: Proefbeeld }) => {
  const { inlezing } = beeld;
  const wanneer = formatTijdstip(Temporal.Instant.from(inlezing.gemaakt));
  return inlezing.toestand === 'teruggedraaid' ? (
    <Melding titel={werk.teruggedraaid} />
  ) : (
    <>
      <Melding soort="gelukt" titel={werk.ingelezen(toonGetal(inlezing.aantal), wanneer)}>
        {inlezing.verversduur === null ? '' : werk.ververst(toonGetal(inlezing.verversduur / 1000, 'nl', 1))}
      </Melding>
      <Formulier actie={`${paden.inlezing(inlezing.id)}/terug`} csrf={c.get('csrf')}>
        <Alinea>{werk.draaiTerugUitleg}</Alinea>
        <KnopGroep>
          <Knop soort="gevaar">{werk.draaiTerug}</Knop>
        </KnopGroep>
      </Formulier>
    </>
  );
};

async function toonBeeld(c: Ctx, beeld: Proefbeeld, fouten: VeldFout[]): Promise<Response> {
  const indicatoren = await alsLezer(c, tx => listIndicatoren(tx));
  const { inlezing } = beeld;
  const proef = inlezing.toestand === 'proef';
  const titel = (proef ? werk.proefTitel : werk.ingelezenTitel)(inlezing.bestandsnaam);
  return toon(
    c,
    {
      titel: `${fouten.length > 0 ? `${werk.fout} ` : ''}${titel}`,
      kruimels: [
        { naam: werk.datalab, href: paden.datalab() },
        { naam: werk.leesIn, href: paden.invoer() },
        { naam: inlezing.bestandsnaam },
      ],
      thema: inlezing.regio,
      status: fouten.length > 0 ? 422 : 200,
    },
    <>
      <FoutSamenvatting fouten={fouten} />
      <Kop1>{titel}</Kop1>
      {proef ? (
        <Proefdeel c={c} beeld={beeld} indicatoren={indicatoren} />
      ) : (
        <Ingelezen c={c} beeld={beeld} />
      )}
    </>,
  );
}

const alsVeldfouten = (beeld: Proefbeeld): VeldFout[] =>
  Object.entries(beeld.veldfouten).map(([veld, tekst]) => ({ veld, tekst }));

const idUit = (c: Ctx): string => {
  const id = c.req.param('id') ?? '';
  return /^[0-9a-f-]{36}$/.test(id) ? id : '00000000-0000-0000-0000-000000000000';
};

/** The dry run of an offered file, or what became of it. */
export async function proefPagina(c: Ctx): Promise<Response> {
  const beeld = await alsLezer(c, tx => beproef(tx, idUit(c), c.get('vandaag')));
  return beeld ? toonBeeld(c, beeld, []) : nietGevondenPagina(c);
}

/** All faults of a trial as a file. */
export async function foutenBestand(c: Ctx): Promise<Response> {
  const beeld = await alsLezer(c, tx => beproef(tx, idUit(c), c.get('vandaag')));
  if (!beeld) return nietGevondenPagina(c);
  const rijen = foutRijen(beeld.fouten);
  return stuurBestand(c, { naam: 'fouten', kolommen: ['rij', 'kolom', 'melding'], rijen }, 'csv');
}

/** What is to be done once figures came in or were taken back: the watch looks at them. */
export type NaInlezen = () => Promise<void>;

/** Keeps the choices; imports when asked and nothing is wrong. */
export async function verwerkProef(c: Ctx, naInlezen: NaInlezen): Promise<Response> {
  const velden = schoneVelden(await c.req.parseBody());
  const doe = velden['doe'] === 'lees_in';
  const id = idUit(c);
  const bestaand = await alsLezer(c, tx => beproef(tx, id, c.get('vandaag')));
  if (!bestaand) return nietGevondenPagina(c);
  const wie = inlezerVoor(c, bestaand.inlezing.regio);
  const keuzes = keuzesUit(velden, bestaand.inlezing.keuzes);
  const gekozen = await alsLezer(c, tx => kiesInlezing(tx, id, keuzes, wie));
  if (!gekozen.ok) return toonBeeld(c, bestaand, [{ tekst: gekozen.weigering.melding ?? '' }]);
  const fouten = alsVeldfouten(gekozen.waarde);
  if (!doe) return toonBeeld(c, gekozen.waarde, fouten);
  const uit = await alsLezer(c, tx => leesIn(tx, id, wie));
  if (uit.ok) {
    await naInlezen();
    return c.redirect(paden.inlezing(id), 303);
  }
  return toonBeeld(c, gekozen.waarde, [
    ...fouten,
    ...(fouten.length > 0 ? [] : [{ tekst: uit.weigering.melding ?? '' }]),
  ]);
}

/** Takes an import back. */
export async function draaiTerugActie(c: Ctx, naInlezen: NaInlezen): Promise<Response> {
  const id = idUit(c);
  const beeld = await alsLezer(c, tx => beproef(tx, id, c.get('vandaag')));
  if (!beeld) return nietGevondenPagina(c);
  const uit = await alsLezer(c, tx => draaiTerug(tx, id, inlezerVoor(c, beeld.inlezing.regio)));
  if (uit.ok) {
    await naInlezen();
    return c.redirect(paden.inlezing(id), 303);
  }
  if (uit.weigering.code === 'niet_gevonden') return foutPagina(c, 'niet_gevonden', 404);
  return toonBeeld(c, beeld, [{ tekst: uit.weigering.melding ?? '' }]);
}
