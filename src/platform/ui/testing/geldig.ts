import { HtmlValidate } from 'html-validate';

// The renderer writes <br/> and required="" and hidden="", which HTML allows; telephone links do not wrap by their class.
const html = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'input-missing-label': 'error',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'tel-non-breaking': ['error', { ignoreClasses: ['utrecht-link--telephone'] }],
  },
});

/** Renders a component and returns its markup; throws with the list of faults when that is not valid HTML. */
export async function geldig(onderdeel: unknown): Promise<string> {
  const opmaak = String(await (onderdeel as { toString(): string | Promise<string> }).toString());
  const verslag = await html.validateString(opmaak);
  const fouten = verslag.results.flatMap(r =>
    r.messages.map(m => `${m.ruleId} ${m.line}:${m.column} ${m.message}`),
  );
  if (/\sstyle=/.test(opmaak)) fouten.push('style= in de opmaak');
  if (fouten.length > 0) throw new Error(`geen geldige HTML:\n${fouten.join('\n')}\n${opmaak}`);
  return opmaak;
}

/** Values of an attribute, in the order of the markup. */
export function waarden(opmaak: string, attribuut: string): string[] {
  return Array.from(opmaak.matchAll(new RegExp(`\\s${attribuut}="([^"]*)"`, 'g')), m => m[1] ?? '');
}

/** The markup without its tags: what is read out. */
export function leesbaar(opmaak: string): string {
  return opmaak
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
