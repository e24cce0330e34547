import { parseAst } from 'vitest/node';
import { regelVan } from './bron.ts';

/** A node of the syntax tree (ESTree with TypeScript and JSX); only what the rules look at is typed. */
export type Knoop = { type: string; start: number; end: number } & Record<string, unknown>;

/** One import, re-export or dynamic import. `alleenType`: erased before the code runs. */
export type Import = { doel: string; regel: number; alleenType: boolean };

const isKnoop = (x: unknown): x is Knoop =>
  typeof x === 'object' && x !== null && typeof (x as { type?: unknown }).type === 'string';

const bewaard = new Map<string, Knoop>();

/** Syntax tree of one file. Throws with the path when the text does not parse. */
export function ontleed(pad: string, tekst: string): Knoop {
  const sleutel = `${pad}\0${tekst}`;
  const eerder = bewaard.get(sleutel);
  if (eerder) return eerder;
  try {
    const boom = parseAst(tekst, { lang: pad.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Knoop;
    bewaard.set(sleutel, boom);
    return boom;
  } catch (fout) {
    throw new Error(`${pad} is geen geldige TypeScript: ${String(fout)}`);
  }
}

/** Visits every node, parents first, with its parent. */
export function bezoek(
  knoop: Knoop,
  doe: (k: Knoop, ouder: Knoop | null) => void,
  ouder: Knoop | null = null,
) {
  doe(knoop, ouder);
  for (const waarde of Object.values(knoop)) {
    if (Array.isArray(waarde)) {
      for (const x of waarde) if (isKnoop(x)) bezoek(x, doe, knoop);
    } else if (isKnoop(waarde)) bezoek(waarde, doe, knoop);
  }
}

function doelVan(k: Knoop): { bron: unknown; alleenType: boolean } | null {
  switch (k.type) {
    case 'ImportDeclaration': {
      const namen = (k['specifiers'] as Knoop[]) ?? [];
      const elkType = namen.length > 0 && namen.every(s => s['importKind'] === 'type');
      return { bron: k['source'], alleenType: k['importKind'] === 'type' || elkType };
    }
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return k['source'] ? { bron: k['source'], alleenType: k['exportKind'] === 'type' } : null;
    case 'ImportExpression':
      return { bron: k['source'], alleenType: false };
    case 'TSImportType':
      return { bron: k['source'] ?? k['argument'], alleenType: true };
    default:
      return null;
  }
}

/** Every module that a file names, static, re-exported, dynamic or in a type. */
export function importsVan(pad: string, tekst: string): Import[] {
  const uit: Import[] = [];
  bezoek(ontleed(pad, tekst), k => {
    const gevonden = doelVan(k);
    if (!gevonden || !isKnoop(gevonden.bron)) return;
    const bron = gevonden.bron.type === 'TSLiteralType' ? (gevonden.bron['literal'] as Knoop) : gevonden.bron;
    if (typeof bron['value'] !== 'string') return;
    uit.push({ doel: bron['value'], regel: regelVan(tekst, k.start), alleenType: gevonden.alleenType });
  });
  return uit;
}

/** `a.b.c` as text for identifiers and plain member chains, otherwise ''. */
export function keten(k: unknown): string {
  if (!isKnoop(k)) return '';
  if (k.type === 'Identifier') return String(k['name']);
  if (k.type === 'MemberExpression' && k['computed'] !== true) {
    const links = keten(k['object']);
    return links ? `${links}.${keten(k['property'])}` : '';
  }
  return '';
}

/** Names that a file gives itself (declarations, parameters, properties of types and objects). */
export function eigenNamen(pad: string, tekst: string): { naam: string; regel: number }[] {
  const uit: { naam: string; regel: number }[] = [];
  const neem = (x: unknown) => {
    if (!isKnoop(x)) return;
    if (x.type === 'Identifier') uit.push({ naam: String(x['name']), regel: regelVan(tekst, x.start) });
    else if (x.type === 'ObjectPattern') for (const p of x['properties'] as Knoop[]) neem(p['value']);
    else if (x.type === 'ArrayPattern') for (const p of x['elements'] as Knoop[]) neem(p);
    else if (x.type === 'AssignmentPattern') neem(x['left']);
    else if (x.type === 'RestElement') neem(x['argument']);
  };
  bezoek(ontleed(pad, tekst), k => {
    if (k.type === 'VariableDeclarator') neem(k['id']);
    if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(k.type)) {
      neem(k['id']);
      for (const p of k['params'] as Knoop[]) neem(p);
    }
    if (/^(ClassDeclaration|TSTypeAliasDeclaration|TSInterfaceDeclaration)$/.test(k.type)) neem(k['id']);
    if (
      /^(TSPropertySignature|TSMethodSignature|PropertyDefinition|MethodDefinition|Property)$/.test(k.type)
    ) {
      if (k['computed'] !== true) neem(k['key']);
    }
  });
  return uit;
}

export { isKnoop };
