/** Splits a text into lines of at most `tekens` characters, at spaces; a longer word stands alone. */
export function wikkel(tekst: string, tekens: number): string[] {
  const regels: string[] = [];
  let regel = '';
  for (const woord of tekst.split(/\s+/)) {
    if (regel !== '' && regel.length + 1 + woord.length > tekens) {
      regels.push(regel);
      regel = woord;
    } else regel = regel === '' ? woord : `${regel} ${woord}`;
  }
  if (regel !== '') regels.push(regel);
  return regels;
}

/** Estimated width of a text in drawing units, at 15 units high letters; a little too wide rather than too narrow. */
export function tekstBreedte(tekst: string): number {
  return tekst.length * 7.6;
}

/** Distance between two lines of text in a drawing. */
export const REGEL = 18;

interface SvgTekstProps {
  x: number;
  y: number;
  regels: string[];
  klasse?: string;
  anker?: 'start' | 'middle' | 'end';
}

/** Text of one or more lines; `y` is the baseline of the first. */
export const SvgTekst = ({ x, y, regels, klasse, anker }: SvgTekstProps) => (
  <text class={klasse} x={rond(x)} y={rond(y)} text-anchor={anker}>
    {regels.length === 1
      ? regels[0]
      : regels.map((r, i) => (
          <tspan x={rond(x)} dy={i === 0 ? undefined : REGEL}>
            {r}
          </tspan>
        ))}
  </text>
);

/** Tenths of a unit are finer than any screen. */
export function rond(n: number): number {
  return Math.round(n * 10) / 10;
}

/** Pushes labels apart until none is nearer than `afstand`, keeping their order and staying above `onder`. */
export function spreid(plekken: readonly number[], afstand: number, onder: number): number[] {
  const orde = plekken.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  for (let n = 1; n < orde.length; n++) {
    const vorige = orde[n - 1]!;
    const deze = orde[n]!;
    deze.y = Math.max(deze.y, vorige.y + afstand);
  }
  let grens = onder;
  for (const plek of orde.toReversed()) {
    plek.y = Math.min(plek.y, grens);
    grens = plek.y - afstand;
  }
  const uit = new Array<number>(plekken.length).fill(0);
  for (const { y, i } of orde) uit[i] = y;
  return uit;
}
