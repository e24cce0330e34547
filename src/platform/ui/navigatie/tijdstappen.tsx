import type { Child } from 'hono/jsx';
import type { Taal } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';

/** One step of a route; at most one step is the current one. */
export interface TijdStap {
  titel: Child;
  staat: 'gereed' | 'huidig' | 'komend';
  /** As shown: '3 november 2026'. */
  datum?: string;
  tekst?: Child;
}

/** A route in steps, in order: what is done, where we are, what is to come. */
export const Tijdstappen = ({ stappen, taal = 'nl' }: { stappen: TijdStap[]; taal?: Taal }) => (
  <ol class="la-stappen">
    {stappen.map(stap => (
      <li
        class={`la-stap la-stap--${stap.staat}`}
        aria-current={stap.staat === 'huidig' ? 'step' : undefined}
      >
        <p class="la-stap__titel">{stap.titel}</p>
        <p class="la-stap__staat">
          {uiTeksten[taal].stap[stap.staat]}
          {stap.datum === undefined ? '' : ` · ${stap.datum}`}
        </p>
        {stap.tekst === undefined ? null : <div class="la-stap__tekst">{stap.tekst}</div>}
      </li>
    ))}
  </ol>
);
