import { qrVlak } from '../domain/qr.ts';

const RAND = 4;

/** A QR code as SVG: dark on white in every theme, with the quiet zone that a camera needs. */
export const QrBeeld = ({ tekst, naam }: { tekst: string; naam: string }) => {
  const vlak = qrVlak(tekst);
  const n = vlak.length + 2 * RAND;
  const pad = vlak
    .flatMap((rij, r) => rij.flatMap((aan, k) => (aan ? [`M${k + RAND} ${r + RAND}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-label={naam}
      viewBox={`0 0 ${n} ${n}`}
      width={n * 5}
      height={n * 5}
      shape-rendering="crispEdges"
    >
      <rect width={n} height={n} fill="#fff" />
      <path d={pad} fill="#000" />
    </svg>
  );
};
