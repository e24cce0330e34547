import type { Taal } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';
import { veldId } from './veldkader.tsx';

/** One refusal: what is wrong and what to do, tied to a field or to the whole form. */
export interface VeldFout {
  /** Name of the field; left out when the error concerns the whole form. */
  veld?: string;
  tekst: string;
}

/** Summary on top of the page when a form was refused. Nothing to show gives nothing. */
export const FoutSamenvatting = ({ fouten, taal = 'nl' }: { fouten: VeldFout[]; taal?: Taal }) => {
  if (fouten.length === 0) return null;
  return (
    <div
      class="utrecht-alert utrecht-alert--error la-melding la-melding--fout"
      role="alert"
      tabindex={-1}
      id="fouten"
      aria-labelledby="fouten-titel"
      data-focus
    >
      <h2 class="utrecht-heading-3" id="fouten-titel">
        {uiTeksten[taal].foutTitel}
      </h2>
      <ul class="la-lijst la-lijst--kaal">
        {fouten.map(f => (
          <li>
            {f.veld === undefined ? (
              f.tekst
            ) : (
              <a class="utrecht-link utrecht-link--html-a" href={`#${veldId(f.veld)}`}>
                {f.tekst}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
