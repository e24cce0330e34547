/**
 * Faults that a walk found and that are not mended yet, by the key under which the walk counts them. Each line says
 * how to see it. The list may only shrink.
 */
export const bekendeGebreken: Readonly<Record<string, string>> = {};
