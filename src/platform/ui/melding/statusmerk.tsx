import type { Child } from 'hono/jsx';
import type { Taal } from '../omgeving.ts';
import { uiTeksten } from '../teksten.ts';

/** The shape before a word: tells the state without colour. */
export type StatusVorm = 'open' | 'half' | 'vol' | 'driehoek' | 'kruis';
/** The tone behind a word. */
export type StatusToon = 'neutraal' | 'actief' | 'goed' | 'let_op' | 'weg';

const tekening: Record<StatusVorm, Child> = {
  open: <circle cx="7" cy="7" r="6" />,
  half: (
    <>
      <circle cx="7" cy="7" r="6" />
      <path class="la-vol" d="M7 1a6 6 0 0 0 0 12z" />
    </>
  ),
  vol: <circle class="la-vol" cx="7" cy="7" r="6" />,
  driehoek: <path d="M7 1l6.5 12H.5z" />,
  kruis: <path d="M2 2l10 10m0-10L2 12" />,
};

/** The states of an action or a milestone that every reader knows. */
export type VasteStatus = 'gepland' | 'loopt' | 'gereed' | 'vertraagd' | 'vervallen';

/** Shape and tone of the fixed states. */
export const vasteStatussen: Readonly<Record<VasteStatus, { vorm: StatusVorm; toon: StatusToon }>> = {
  gepland: { vorm: 'open', toon: 'neutraal' },
  loopt: { vorm: 'half', toon: 'actief' },
  gereed: { vorm: 'vol', toon: 'goed' },
  vertraagd: { vorm: 'driehoek', toon: 'let_op' },
  vervallen: { vorm: 'kruis', toon: 'weg' },
};

type StatusMerkProps =
  | { status: VasteStatus; taal?: Taal }
  | { woord: string; vorm: StatusVorm; toon: StatusToon };

/** Status as word + shape + colour: a fixed state, or one of its own. */
export const StatusMerk = (props: StatusMerkProps) => {
  const { woord, vorm, toon } =
    'status' in props
      ? { woord: uiTeksten[props.taal ?? 'nl'].status[props.status], ...vasteStatussen[props.status] }
      : props;
  return (
    <span class={`utrecht-status-badge la-status la-status--${toon}`}>
      <svg class="la-status__vorm" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
        {tekening[vorm]}
      </svg>
      {woord}
    </span>
  );
};
