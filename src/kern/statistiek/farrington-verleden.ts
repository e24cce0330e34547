/** A past period and the season it belongs to. */
export interface Verledenpunt {
  readonly plek: number;
  readonly groep: number;
}

/** The part of the rule that says which past periods count. */
export interface Vensterregel {
  readonly perJaar: number;
  readonly jaren: number;
  readonly halfbreedte: number;
  readonly seizoenen: number;
}

/**
 * Past periods that the model is fitted to, oldest first, with their season: group `seizoenen` is the time of year that
 * is judged. The last `halfbreedte` periods before it are left out: they may be part of the same outbreak.
 * Reference: surveillance, `algo.farrington.data.glm` and `blocks`.
 */
export function verleden(plek: number, r: Vensterregel): Verledenpunt[] {
  const groepen = new Map<number, number>();
  for (let jaar = 1; jaar <= r.jaren; jaar++) {
    const ref = plek - jaar * r.perJaar;
    for (let i = ref - r.halfbreedte; i <= ref + r.halfbreedte; i++) groepen.set(i, r.seizoenen);
    if (r.seizoenen === 1) continue;
    const ruimte = r.perJaar - 2 * r.halfbreedte - 1;
    const lang = Math.floor(ruimte / (r.seizoenen - 1));
    const rest = ruimte % (r.seizoenen - 1);
    let i = ref + r.halfbreedte + 1;
    for (let g = 1; g < r.seizoenen; g++)
      for (let n = 0; n < lang + (g <= rest ? 1 : 0); n++) groepen.set(i++, g);
  }
  return [...groepen]
    .filter(([i]) => i < plek - r.halfbreedte)
    .map(([i, groep]) => ({ plek: i, groep }))
    .toSorted((a, b) => a.plek - b.plek);
}
