import type { Child } from 'hono/jsx';
import type { Taal } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';

/** What a message is about; the word is always shown, colour only adds. */
export type MeldingSoort = 'info' | 'gelukt' | 'waarschuwing' | 'fout';

const utrecht: Record<MeldingSoort, string> = {
  info: 'info',
  gelukt: 'ok',
  waarschuwing: 'warning',
  fout: 'error',
};

interface MeldingProps {
  soort?: MeldingSoort;
  /** Says what has happened and what happens next; without it the kind is the title. */
  titel?: string;
  taal?: Taal;
  children?: Child;
}

/** A message in the page (never one that floats away). Read out politely by a screen reader. */
export const Melding = ({ soort = 'info', titel, taal = 'nl', children }: MeldingProps) => (
  <div class={`utrecht-alert utrecht-alert--${utrecht[soort]} la-melding la-melding--${soort}`} role="status">
    <p class="la-melding__titel">
      {titel === undefined ? (
        uiTeksten[taal].meldingSoort[soort]
      ) : (
        <>
          <span class="la-alleen-voorlezen">{uiTeksten[taal].meldingSoort[soort]}: </span>
          {titel}
        </>
      )}
    </p>
    {children === undefined ? null : <div class="la-melding__tekst">{children}</div>}
  </div>
);
