import { z } from 'zod';
import type { Methode } from './methode.ts';
import { methodetabel } from './methodetabel.ts';
import { AFLOOPCODES } from './opdracht.ts';
import { voerMethodeUit } from './voer-methode-uit.ts';

interface Veld {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Veld>>;
  readonly items?: Veld;
  readonly required?: readonly string[];
}

const SOORTEN: Readonly<Record<string, string>> = {
  integer: 'heel getal',
  number: 'getal',
  array: 'lijst',
  object: 'object',
  boolean: '`true` of `false`',
};

const cel = (tekst: string) => tekst.replaceAll('|', '\\|');
const json = (waarde: unknown, ruimte?: number) => JSON.stringify(waarde, null, ruimte);

/** The fields of an input, those of an object inside it with their place before it. */
function veldrijen(schema: Veld, voor = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([naam, veld]) => {
    const nodig = schema.required?.includes(naam) ?? false;
    const anders = veld.default === undefined ? 'nee' : `nee, anders ${json(veld.default)}`;
    const soort = veld.enum?.map(k => `\`"${k}"\``).join(' of ') ?? SOORTEN[veld.type ?? ''] ?? '';
    const rij = `| \`${voor}${naam}\` | ${soort} | ${nodig ? 'ja' : anders} | ${cel(veld.description ?? '')} |`;
    const binnen =
      veld.type === 'array'
        ? veldrijen(veld.items ?? {}, `${voor}${naam}[].`)
        : veldrijen(veld, `${voor}${naam}.`);
    return [rij, ...binnen];
  });
}

function methodedeel(naam: string, m: Methode): string {
  const schema = z.toJSONSchema(m.invoer, { io: 'input' }) as Veld;
  const uit = voerMethodeUit(naam, m.voorbeeld);
  if (!uit.ok) throw new Error(`example of ${naam} is refused: ${uit.weigering.melding}`);
  return [
    `## ${naam}\n`,
    `${m.wat} Bron: ${m.bron}.\n`,
    '| Veld | Soort | Nodig | Betekenis |\n|---|---|---|---|',
    `${veldrijen(schema).join('\n')}\n`,
    `Invoer:\n\n\`\`\`json\n${json(m.voorbeeld)}\n\`\`\`\n`,
    `Uitvoer:\n\n\`\`\`json\n${json(uit.waarde.uitkomst)}\n\`\`\`\n`,
  ].join('\n');
}

/** docs/statistiek.md: how the command is called, and every method with its input and an example that was run. */
export function statistiekdocument(): string {
  const codes = Object.entries(AFLOOPCODES).map(([code, wat]) => `| ${code} | ${wat} |`);
  return [
    '# Statistiek op de opdrachtregel\n',
    'Gemaakt met `npm run statistiek:document` uit de tabel van methoden; een test vergelijkt.\n',
    'Een analist rekent met dezelfde functies als het datalab. Er is geen database nodig en er wordt niets bewaard.\n',
    '```\nnpm run -s statistiek -- <methode> <invoer.json>\n```\n',
    'De invoer is een JSON-object; een streepje (`-`) in plaats van een bestand leest van standaardinvoer. De uitvoer is een JSON-object met `methode`, `bron` en `uitkomst`. `-s` laat de regels weg die npm zelf drukt. Fouten staan in het Nederlands op de foutuitvoer, met de plek in de invoer. Een kans of aandeel is een getal tussen 0 en 1. `null` in de uitkomst betekent: niet te geven.\n',
    `| Afloopcode | Betekenis |\n|---|---|\n${codes.join('\n')}\n`,
    'Let op: een uitkomst over kleine aantallen is zelf een klein aantal. Wat hier uitkomt is intern; naar buiten gaat alleen wat door de publicatiepoort is.\n',
    ...Object.entries(methodetabel).map(([naam, m]) => methodedeel(naam, m)),
  ].join('\n');
}
