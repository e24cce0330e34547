import { formatDagKort } from '#kern/datum/index.ts';
import { GRONDEN } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { listBewaartermijnen } from '../db/bewaren.ts';
import { listKolommen } from '../db/register.ts';
import { DPIA_VRAGEN, VERWERKINGSACTIVITEITEN, WAARBORGEN } from '../domain/activiteiten.ts';
import type { Bewaartermijn } from '../domain/bewaren.ts';
import { maakRegister, type Registerdeel, type Verwerkingsactiviteit } from '../domain/register.ts';
import { bewaarteksten } from '../domain/teksten.ts';

export interface Register {
  delen: Registerdeel[];
  /** Tables with personal data of which nobody said what they are for. */
  zonder: string[];
  termijnen: Bewaartermijn[];
}

/** The register as the database is now. */
export async function leesRegister(tx: Transactie): Promise<Register> {
  const termijnen = await listBewaartermijnen(tx);
  return { ...maakRegister(await listKolommen(tx), VERWERKINGSACTIVITEITEN), termijnen };
}

/** How long an activity keeps its data, in words: the terms that are open, of the house and of each region. */
export function bewaarzinnen(a: Verwerkingsactiviteit, termijnen: readonly Bewaartermijn[]): string[] {
  const open = termijnen.filter(t => t.tot === null && a.bewaarsoorten.includes(t.soort));
  return [a.bewaring, ...open.flatMap(termijnzinnen)];
}

function termijnzinnen(t: Bewaartermijn): string[] {
  const soort = bewaarteksten.soorten[t.soort];
  const wie = t.regio === null ? soort : bewaarteksten.inRegio(soort, t.regio, formatDagKort(t.van));
  const zin = `${wie}: ${t.jaren} jaar na de ${bewaarteksten.vanaf[t.vanaf]} (${t.wet} art. ${t.artikel})`;
  const anders = bewaarteksten.andereUitvoering[t.soort];
  return t.regio === null && anders ? [zin, anders.replace(/\.$/, '')] : [zin];
}

const lijst = (items: readonly string[]) => items.map(i => `- ${i}`);
const cel = (items: readonly string[]) =>
  items.length === 0 ? '—' : items.join('; ').replaceAll('|', '\\|');

function deelTekst(d: Registerdeel, termijnen: readonly Bewaartermijn[]): string[] {
  const a = d.activiteit;
  return [
    `## ${a.naam}`,
    '',
    `- **Code in het logboek**: \`${a.code}\``,
    `- **Doel**: ${a.doel}.`,
    `- **Grondslag**: ${a.grondslag}.`,
    `- **Van wie**: ${a.betrokkenen}.`,
    `- **Aan wie**: ${a.ontvangers}.`,
    `- **Bewaren**: ${bewaarzinnen(a, termijnen).join('. ')}.`,
    '',
    '| Tabel | Wat | Identificerend (versleuteld) | Inhoud (versleuteld) | Feiten |',
    '|---|---|---|---|---|',
    ...d.tabellen.map(
      t =>
        `| \`${t.tabel}\` | ${t.wat.replaceAll('|', '\\|')} | ${cel(t.kolommen.identificerend)} | ${cel(t.kolommen.inhoud)} | ${cel(t.kolommen.feit)} |`,
    ),
    '',
  ];
}

/** The grounds on which somebody is given access to a file, from the table that the software chooses from. */
export const gronden = (): string[] => Object.values(GRONDEN).map(g => `${g.naam} (${g.bron})`);

/** docs/verwerkingen.md: the same register as text, for who assesses it without an installation. */
export function registerPagina(r: Register): string {
  return [
    '# Register van verwerkingsactiviteiten',
    '',
    'Gemaakt door `npm run verwerkingen` uit het commentaar bij elke kolom, de activiteiten in `src/modules/privacy/domain/activiteiten.ts` en de bewaartermijnen. Niet met de hand wijzigen; een test vergelijkt.',
    '',
    'Dit is het register van AVG art. 30 zover de software het kan weten, en de beschrijving waarmee een effectbeoordeling (art. 35) begint. Elke organisatie vult aan wat alleen zij weet.',
    '',
    ...r.delen.flatMap(d => deelTekst(d, r.termijnen)),
    '## Gronden van toegang',
    '',
    'Op een van deze gronden krijgt iemand een relatie met een dossier, volgens de tabel waaruit de software zelf kiest.',
    '',
    ...lijst(gronden()),
    '',
    '## Maatregelen',
    '',
    ...lijst(WAARBORGEN),
    '',
    '## Wat de effectbeoordeling nog moet beantwoorden',
    '',
    ...lijst(DPIA_VRAGEN),
    '',
  ].join('\n');
}
