import { alsLezer, type Ctx, nietGevondenPagina, schoneVelden, toon } from '#platform/http/index.ts';
import { Alinea, FoutSamenvatting, Kop1, Link } from '#platform/ui/index.ts';
import type { Regio } from '../../domain/plaats.ts';
import { listIndicatoren } from '../../usecases/lees-cijfers.ts';
import {
  type Beslisser,
  handelWaarschuwingAf,
  kiesLoosPerJaar,
  leesWaarschuwingen,
} from '../../usecases/waarschuwingen.ts';
import { paden } from '../paths.ts';
import { waarschuwingTeksten as t } from '../teksten-waarschuwing.ts';
import { werk } from '../teksten-werk.ts';
import { type Gelezen, type Ingevuld, NIETS, Regiodeel, rollenIn } from './waarschuwing-delen.tsx';

const beslisser = (c: Ctx): Beslisser => ({
  actor: c.get('actor'),
  rollenIn: regio => rollenIn(c, regio),
  nu: c.get('nu'),
});

/** Early warnings of the reader's regions, who looks at them, and how every series is watched. */
export async function waarschuwingenPagina(
  c: Ctx,
  regios: readonly Regio[],
  ingevuld: Ingevuld = NIETS,
): Promise<Response> {
  const delen = await alsLezer(c, async tx => {
    const indicatoren = await listIndicatoren(tx);
    const uit: Gelezen[] = [];
    for (const regio of regios)
      uit.push({ regio, indicatoren, beeld: await leesWaarschuwingen(tx, regio.id, c.get('vandaag')) });
    return uit;
  });
  const fout = ingevuld.fouten.length > 0;
  return toon(
    c,
    {
      titel: `${fout ? `${werk.fout} ` : ''}${t.titel}`,
      kruimels: [{ naam: werk.datalab, href: paden.datalab() }, { naam: t.titel }],
      thema: regios[0]?.id ?? 'lange-adem',
      status: fout ? 422 : 200,
    },
    <>
      <FoutSamenvatting fouten={[...ingevuld.fouten]} />
      <Kop1>{t.titel}</Kop1>
      <Alinea soort="inleiding">{t.inleiding}</Alinea>
      <Alinea>
        <Link href={paden.gebeurtenissen()}>{t.gebeurtenissen.link}</Link>
      </Alinea>
      {delen.map(d => (
        <Regiodeel c={c} {...d} ingevuld={ingevuld} />
      ))}
    </>,
  );
}

const tekstVan = (velden: Record<string, unknown>, naam: string): string => {
  const v = velden[naam];
  return typeof v === 'string' ? v : '';
};

/** Does an act on a warning and goes back to the page. */
export async function handelAf(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  const id = c.req.param('id') ?? '';
  if (!/^[0-9a-f-]{36}$/.test(id)) return nietGevondenPagina(c);
  const velden = schoneVelden(await c.req.parseBody());
  const vraag = {
    handeling: tekstVan(velden, 'doe'),
    uitkomst: tekstVan(velden, `uitkomst-${id}`),
    notitie: tekstVan(velden, `notitie-${id}`),
  };
  const uit = await alsLezer(c, tx => handelWaarschuwingAf(tx, id, vraag, beslisser(c)));
  if (uit.ok) return c.redirect(paden.waarschuwingen(), 303);
  if (uit.weigering.code === 'niet_gevonden') return nietGevondenPagina(c);
  const perVeld = Object.entries(uit.weigering.velden ?? {}).map(([veld, tekst]) => ({
    veld: `${veld}-${id}`,
    tekst,
  }));
  const fouten = perVeld.length > 0 ? perVeld : [{ tekst: uit.weigering.melding ?? uit.weigering.code }];
  return waarschuwingenPagina(c, regios, { vorm: id, velden: vraag, fouten });
}

/** Keeps how many false alarms a region accepts. */
export async function kiesGrens(c: Ctx, regios: readonly Regio[]): Promise<Response> {
  const velden = schoneVelden(await c.req.parseBody());
  const regio = regios.find(r => r.id === tekstVan(velden, 'regio'));
  if (!regio) return nietGevondenPagina(c);
  const invoer = tekstVan(velden, `loos_per_jaar-${regio.id}`);
  const uit = await alsLezer(c, tx => kiesLoosPerJaar(tx, regio.id, invoer, beslisser(c)));
  if (uit.ok) return c.redirect(paden.waarschuwingen(), 303);
  const tekst = uit.weigering.velden?.['loos_per_jaar'] ?? uit.weigering.code;
  return waarschuwingenPagina(c, regios, {
    vorm: regio.id,
    velden: { loos_per_jaar: invoer },
    fouten: [{ veld: `loos_per_jaar-${regio.id}`, tekst }],
  });
}
