import type { Ctx } from '#platform/http/index.ts';

/** Reads a sent form: a field by name as text, '' when it is not there or not text. */
export async function leesVorm(c: Ctx): Promise<(veld: string) => string> {
  const velden = await c.req.parseBody();
  return veld => {
    const waarde = velden[veld];
    return typeof waarde === 'string' ? waarde : '';
  };
}
