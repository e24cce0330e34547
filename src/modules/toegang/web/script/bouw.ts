import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';
import { WORTEL } from '#platform/config/wortel.ts';

let eerder: Promise<string> | undefined;

async function bouw(): Promise<string> {
  const bron = await readFile(path.join(WORTEL, 'src/modules/toegang/web/script/passkey.ts'), 'utf8');
  return (await transform(bron, { loader: 'ts', minify: true, format: 'iife', target: 'es2020' })).code;
}

/** The script behind the passkey buttons; built once per process. */
export function bouwPasskeyScript(): Promise<string> {
  eerder ??= bouw();
  return eerder;
}
