import type { Taal } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';

/** Link to the same page in the other language, written in that language. */
export const TaalWissel = ({ taal, pad }: { taal: Taal; pad: string }) => {
  const ander = taal === 'nl' ? 'en' : 'nl';
  return (
    <a class="utrecht-link utrecht-link--html-a la-taal" href={pad} hreflang={ander} lang={ander}>
      {uiTeksten[taal].andereTaal}
    </a>
  );
};
