/** The ways to find what one has no relation with, and the offer by which another finds it: each counted and limited. */
export const ZOEKWEGEN = ['radar', 'noodtoegang', 'nummer', 'identiteit', 'aanbod'] as const;
export type Zoekweg = (typeof ZOEKWEGEN)[number];
