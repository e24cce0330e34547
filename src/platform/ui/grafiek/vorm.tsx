import type { VasteStatus } from '../melding/statusmerk.tsx';
import { rond } from './svgtekst.tsx';

interface VormProps {
  status: VasteStatus;
  x: number;
  y: number;
  /** Shown when pointed at; the table beside the drawing says the same to everyone. */
  titel: string;
}

/** The shape of a state in a drawing: ○ gepland, ◐ loopt, ● gereed, △ vertraagd, ✕ vervallen. */
export const Vorm = ({ status, x, y, titel }: VormProps) => {
  const cx = rond(x);
  const cy = rond(y);
  return (
    <g class={`la-vorm la-vorm--${status}`}>
      <title>{titel}</title>
      {status === 'vertraagd' ? <path d={`M${cx} ${cy - 9}l9 16h-18z`} /> : null}
      {status === 'vervallen' ? <path d={`M${cx - 6} ${cy - 6}l12 12m0-12l-12 12`} /> : null}
      {status === 'gepland' || status === 'gereed' || status === 'loopt' ? (
        <circle cx={cx} cy={cy} r="7" />
      ) : null}
      {status === 'loopt' ? <path class="la-vorm__half" d={`M${cx} ${cy - 7}a7 7 0 0 0 0 14z`} /> : null}
    </g>
  );
};
