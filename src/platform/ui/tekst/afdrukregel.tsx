import type { Taal } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';

interface AfdrukProps {
  door: string;
  /** Day and time as shown. */
  moment: string;
  /** Why it was printed, for pages of casework. */
  reden?: string;
  taal?: Taal;
}

/** Stands on paper only: who printed this page, when and why. */
export const Afdrukregel = ({ door, moment, reden, taal = 'nl' }: AfdrukProps) => (
  <p class="la-afdrukregel">
    {uiTeksten[taal].afgedrukt(door, moment)}
    {reden === undefined ? '' : ` ${uiTeksten[taal].doel(reden)}`}
  </p>
);
