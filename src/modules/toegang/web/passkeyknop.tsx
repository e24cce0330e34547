import { Alinea, Kop2 } from '#platform/ui/index.ts';
import { teksten } from './teksten.ts';

interface Props {
  /** Sign in with one, or make one. */
  soort: 'aanmelden' | 'maken';
  csrf: string;
  /** Where to go when it has succeeded. */
  terug: string;
  kop?: boolean;
}

/** A button that only script can use: hidden until the script shows it. */
export const PasskeyKnop = ({ soort, csrf, terug, kop = true }: Props) => (
  <div
    hidden
    data-passkey={soort}
    data-csrf={csrf}
    data-terug={terug}
    data-mislukt={teksten.passkey[soort].mislukt}
  >
    {kop ? <Kop2>{teksten.passkey[soort].titel}</Kop2> : null}
    <Alinea>{teksten.passkey[soort].uitleg}</Alinea>
    <button class="utrecht-button utrecht-button--secondary-action utrecht-button--html-button" type="button">
      {teksten.passkey[soort].knop}
    </button>
    <p class="utrecht-form-field-error-message" role="alert" data-passkey-fout></p>
    <script defer src="/aanmelden/passkey.js"></script>
  </div>
);
