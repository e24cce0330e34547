import type { Child } from 'hono/jsx';

interface CijferblokProps {
  /** The number as shown: '1.226', '4,5 %', 'PM'. */
  getal: string;
  /** What it counts, where and when: 'meldingen in Kennemerland in 2025'. */
  woorden: string;
  /** Uncertainty or verdict in words. */
  toelichting?: Child;
}

/** One big number with the words without which it means nothing. */
export const Cijferblok = ({ getal, woorden, toelichting }: CijferblokProps) => (
  <div class="la-cijfer">
    <p class="la-cijfer__regel">
      <span class="la-cijfer__getal">{getal}</span> <span class="la-cijfer__woorden">{woorden}</span>
    </p>
    {toelichting === undefined ? null : <p class="la-cijfer__toelichting">{toelichting}</p>}
  </div>
);
