import type { Child } from 'hono/jsx';
import type { Taal } from '../omgeving.ts';
import { Details } from '../tekst/details.tsx';
import { uiTeksten } from '../teksten.ts';

/** What stands around every chart and map. */
export interface GrafiekProps {
  /** Unique on the page; letters, digits and hyphens. */
  id: string;
  /** The finding, as a sentence: 'Het aantal meldingen bleef gelijk'. */
  titel: string;
  /** What, where, when, unit. */
  subtitel: string;
  /** What is to be seen, for who cannot see it. */
  beschrijving: string;
  /** Source and date. */
  bron: Child;
  /** One sentence on what can't be concluded from it. */
  beperking?: string;
  /** The same as a table. */
  tabel?: Child;
  /** Address of the same figures as a file. */
  download?: string;
  taal?: Taal;
}

/** Width of the drawing in its own units: a wide one, and one for a phone so that letters stay legible. */
export const BREED = 720;
/** See BREED. */
export const SMAL = 320;

/** A drawing in one width. */
export interface Tekening {
  breedte: number;
  hoogte: number;
  inhoud: Child;
}

const Svg = (props: { grafiek: GrafiekProps; soort: 'breed' | 'smal'; tekening: Tekening }) => {
  const { grafiek, soort, tekening } = props;
  const id = `${grafiek.id}-${soort}`;
  return (
    <svg
      class={`la-svg la-svg--${soort}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
      viewBox={`0 0 ${tekening.breedte} ${Math.ceil(tekening.hoogte)}`}
    >
      <title id={`${id}-t`}>{grafiek.titel}</title>
      <desc id={`${id}-d`}>{grafiek.beschrijving}</desc>
      {tekening.inhoud}
    </svg>
  );
};

/**
 * Figure around a chart: finding, what it shows, the drawing (twice: the style sheet shows the one that fits),
 * a legend when there is one, source, limits, table, download.
 */
export const GrafiekKader = (props: {
  grafiek: GrafiekProps;
  teken: (breedte: number) => Tekening;
  legenda?: Child;
}) => {
  const { grafiek, teken } = props;
  const t = uiTeksten[grafiek.taal ?? 'nl'];
  return (
    <figure class="utrecht-figure la-grafiek" id={grafiek.id}>
      <figcaption class="la-grafiek__kop">
        <span class="la-grafiek__titel">{grafiek.titel}</span>
        <span class="la-grafiek__onder">{grafiek.subtitel}</span>
      </figcaption>
      <Svg grafiek={grafiek} soort="breed" tekening={teken(BREED)} />
      <Svg grafiek={grafiek} soort="smal" tekening={teken(SMAL)} />
      {props.legenda}
      <p class="la-bron">
        {t.bron}: {grafiek.bron}
      </p>
      {grafiek.beperking === undefined ? null : (
        <p class="la-bron">
          {t.beperking}: {grafiek.beperking}
        </p>
      )}
      {grafiek.tabel === undefined ? null : <Details titel={t.tabelKnop}>{grafiek.tabel}</Details>}
      {grafiek.download === undefined ? null : (
        <p class="la-bron">
          <a class="utrecht-link utrecht-link--html-a" href={grafiek.download}>
            {t.download}
          </a>
        </p>
      )}
    </figure>
  );
};
