import type { Child } from 'hono/jsx';
import { adres, type Ctx } from '#platform/http/index.ts';
import { Alinea, Bron, type Kruimel, Link, StatusMerk, type Taal } from '#platform/ui/index.ts';
import type { Cijferbeeld, Plaatsbeeld } from '../../domain/cijferbeeld.ts';
import { inTaal } from '../../domain/indicator.ts';
import type { Regio } from '../../domain/plaats.ts';
import type { Waarneming } from '../../domain/waarneming.ts';
import { metKeuzes, paden } from '../paths.ts';
import { teksten, tekstenVan } from '../taal.ts';
import { oordeelWoord, oordeelZin, overgenomenZin, toonBrondatum } from '../woorden.ts';

/** Steps from the start down to a page of a region. */
export function kruimels(c: Ctx, regio: Regio, ...meer: Kruimel[]): Kruimel[] {
  const t = teksten(c);
  return [
    { naam: t.start, href: adres(c, '/') },
    { naam: regio.naam, href: adres(c, paden.regio(regio.id)) },
    ...meer,
  ];
}

const MERKEN = {
  signaal: { vorm: 'vol', toon: 'let_op' },
  geen_signaal: { vorm: 'open', toon: 'neutraal' },
  niet_te_zeggen: { vorm: 'half', toon: 'neutraal' },
} as const;

/** The verdict as word and shape. */
export const OordeelMerk = ({ beeld, taal }: { beeld: Plaatsbeeld; taal: Taal }) => (
  <StatusMerk
    woord={oordeelWoord(beeld, taal)}
    {...MERKEN[beeld.verandering?.oordeel.oordeel ?? 'niet_te_zeggen']}
  />
);

/** Verdict with its sentence, as a cell of a table. */
export const OordeelCel = (props: { beeld: Plaatsbeeld; telling: boolean; taal: Taal }) => {
  const { beeld, telling, taal } = props;
  const zin = oordeelZin(beeld.verandering, telling, taal);
  if (!telling) return <>{tekstenVan(taal).nvt}</>;
  return (
    <>
      <OordeelMerk beeld={beeld} taal={taal} /> {zin}
    </>
  );
};

/** What a figure is that a source printed: taken over, and not protected. */
export const Overgenomen = ({ lijst, taal }: { lijst: readonly Waarneming[]; taal: Taal }) => {
  const zin = overgenomenZin(lijst, taal);
  return zin === null ? null : <Alinea soort="klein">{zin}</Alinea>;
};

/** Distinct sources of some observations, each cited once, and what their figures are. */
export const Bronnen = ({ lijst, taal }: { lijst: readonly Waarneming[]; taal: Taal }) => {
  const bronnen = new Map(lijst.map(w => [w.bron, w.citaat]));
  return (
    <>
      {[...bronnen.values()].map(b => (
        <Bron
          taal={taal}
          bron={{
            titel: b.titel,
            ...(b.van === null ? {} : { van: b.van }),
            ...(b.datum === null ? {} : { datum: toonBrondatum(b.datum, taal) ?? '' }),
          }}
        />
      ))}
      <Overgenomen lijst={lijst} taal={taal} />
    </>
  );
};

/** Where a figure stands: the place alone when a list shares one source, which then stands under it. */
export function bronCel(w: Waarneming, lijst: readonly Waarneming[]): string {
  const een = new Set(lijst.map(x => x.bron)).size === 1;
  return een ? w.citaat.plek : `${w.citaat.titel}, ${w.citaat.plek}`;
}

/** Links to the same table as a file, and to the page on paper where there is one. */
export const Downloads = (props: {
  c: Ctx;
  pad: string;
  keuzes?: Record<string, string | undefined>;
  pdf?: boolean;
}) => {
  const t = teksten(props.c);
  const href = (vorm: string) => metKeuzes(adres(props.c, `${props.pad}.${vorm}`), props.keuzes ?? {});
  return (
    <Alinea soort="klein">
      <Link href={href('csv')}>{t.downloadCsv}</Link> · <Link href={href('json')}>{t.downloadJson}</Link>
      {props.pdf ? (
        <>
          {' · '}
          <Link href={href('pdf')}>{t.gebieden.pdf}</Link>
        </>
      ) : null}
    </Alinea>
  );
};

/** Link to the page of an indicator, for a place when it is a municipality. */
export const IndicatorLink = (props: {
  c: Ctx;
  regio: Regio;
  beeld: Cijferbeeld;
  gemeente?: string | undefined;
  children?: Child;
}) => {
  const { c, regio, beeld, gemeente } = props;
  const pad = metKeuzes(adres(c, paden.indicator(regio.id, beeld.indicator.code)), { gemeente });
  const naam = inTaal(beeld.indicator.naam, c.get('taal'));
  const vreemd = c.get('taal') === 'en' && beeld.indicator.naam.en === null;
  return <Link href={pad}>{vreemd ? <span lang="nl">{naam}</span> : naam}</Link>;
};
