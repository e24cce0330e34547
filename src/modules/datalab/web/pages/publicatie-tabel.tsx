import { type Afgedrukt, eisPubliceerbaar, type Publiceerbaar } from '#kern/onthulling/index.ts';
import { Details, StaafGrafiek, type Taal, Tabel, toonGetal } from '#platform/ui/index.ts';
import { spreiding, type Velgroep } from '../../domain/publicatievel.ts';
import { beschermteksten } from '../../domain/teksten-publicatie.ts';
import { publicatieteksten } from '../teksten-publicatie.ts';

type Tabeldeel = { g: Velgroep; taal: Taal };

/** A printed number, or the one sign for what was left out. */
export const Gedrukt = ({ cel, taal }: { cel: Publiceerbaar<Afgedrukt>; taal: Taal }) => {
  const { getoond } = eisPubliceerbaar(cel).waarde;
  if (getoond !== null) return <span>{toonGetal(getoond, taal)}</span>;
  return <abbr title={publicatieteksten[taal].wegVoluit}>{beschermteksten[taal].weg}</abbr>;
};

/** Between what the true number lies, in words. */
export function ruimteZin(cel: Publiceerbaar<Afgedrukt>, taal: Taal): string {
  const t = publicatieteksten[taal];
  const { onder, boven } = eisPubliceerbaar(cel).waarde;
  return boven === Infinity ? t.wegVoluit : t.tussen(toonGetal(onder, taal), toonGetal(boven, taal));
}

/** The printed numbers, by place and period; places in alphabetical order. */
export const Getallen = ({ g, taal }: Tabeldeel) => {
  const t = publicatieteksten[taal];
  return (
    <Tabel
      bijschrift={t.tabel(g.naam)}
      kolommen={[{ naam: t.plaats, rijkop: true }, ...g.kolommen.map(k => ({ naam: k.naam, getal: true }))]}
      rijen={g.rijen.map(r => [
        r.plaats,
        ...r.cellen.map(cel => (cel ? <Gedrukt cel={cel} taal={taal} /> : '')),
      ])}
    />
  );
};

/** Between what the true numbers lie. */
export const Ruimte = ({ g, taal }: Tabeldeel) => {
  const t = publicatieteksten[taal];
  return (
    <Details titel={t.ruimteTitel}>
      <Tabel
        bijschrift={t.ruimteBijschrift(g.naam)}
        kolommen={[{ naam: t.plaats, rijkop: true }, ...g.kolommen.map(k => ({ naam: k.naam }))]}
        rijen={g.rijen.map(r => [r.plaats, ...r.cellen.map(cel => (cel ? ruimteZin(cel, taal) : ''))])}
      />
    </Details>
  );
};

type Staven = { titel: string; volgorde: string; cellen: [naam: string, cel: Publiceerbaar<Afgedrukt>][] };

/** What is drawn: the municipalities in their last whole year, or one municipality over its whole years. */
function stavenVan(g: Velgroep, taal: Taal): Staven | null {
  const t = publicatieteksten[taal];
  const gemeenten = g.rijen.filter(r => r.soort === 'gemeente');
  const jaren = g.kolommen.flatMap((k, i) => (k.heelJaar ? [i] : []));
  const laatste = jaren.at(-1) ?? -1;
  const kolom = g.kolommen[laatste];
  const enige = gemeenten[0] ?? g.rijen[0];
  if (!kolom || !enige) return null;
  if (gemeenten.length > 1)
    return {
      titel: t.grafiekTitel(g.naam, kolom.naam),
      volgorde: t.grafiekUitleg,
      cellen: gemeenten.flatMap(r => {
        const cel = r.cellen[laatste];
        return cel ? [[r.plaats, cel]] : [];
      }),
    };
  return {
    titel: t.grafiekPlaats(g.naam, enige.plaats),
    volgorde: t.grafiekTijd,
    cellen: jaren.flatMap(i => {
      const cel = enige.cellen[i];
      return cel ? [[g.kolommen[i]?.naam ?? '', cel]] : [];
    }),
  };
}

/** The table as bars, in its order; only what is printed has a length. */
export const Beeld = ({ g, taal, bron, plek }: Tabeldeel & { bron: string; plek?: string }) => {
  const t = publicatieteksten[taal];
  const s = stavenVan(g, taal);
  if (!s || s.cellen.length < 2) return null;
  return (
    <StaafGrafiek
      id={['beeld', plek, g.indicator.replaceAll('_', '-'), g.definitieversie].filter(Boolean).join('-')}
      titel={s.titel}
      subtitel={s.volgorde}
      beschrijving={s.titel}
      bron={bron}
      beperking={t.beeldNiet}
      taal={taal}
      staven={s.cellen.map(([naam, cel]) => {
        const a = eisPubliceerbaar(cel).waarde;
        const ruimte = spreiding(cel);
        return {
          naam,
          waarde: a.getoond,
          ...(a.getoond === null ? { tekst: t.wegVoluit } : {}),
          ...(ruimte ? { onder: ruimte.van, boven: ruimte.tot } : {}),
        };
      })}
    />
  );
};
