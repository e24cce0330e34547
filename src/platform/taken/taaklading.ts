import { z } from 'zod';

const VELD = /^[a-z][a-zA-Z0-9_]{0,39}$/;
const code = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/**
 * What a job may carry: ids, numbers and codes, flat. The queue's tables are readable without row security,
 * so nothing that tells about a person may enter; the job looks the rest up under its own actor.
 */
export const taaklading = z.record(z.string().regex(VELD), z.union([z.uuid(), z.number(), code]));
export type Taaklading = z.infer<typeof taaklading>;

/** Refuses anything else. The message names a well-formed field, never a value. */
export function leesTaaklading(lading: unknown): Taaklading {
  const r = taaklading.safeParse(lading);
  if (r.success) return r.data;
  const velden = r.error.issues.map(i => String(i.path[0] ?? 'lading')).filter(v => VELD.test(v));
  throw new TypeError(
    `Een taak draagt alleen kenmerken, getallen en codes; zie ${velden.join(', ') || 'de veldnamen'}.`,
  );
}
