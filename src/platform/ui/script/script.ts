import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';
import { projectMap } from '../projectmap.ts';

async function bouw(): Promise<{ js: string; hash: string }> {
  const bron = await readFile(path.join(projectMap(), 'src/platform/ui/script/gemak.ts'), 'utf8');
  const { code } = await transform(bron, { loader: 'ts', minify: true, format: 'iife', target: 'es2020' });
  return { js: code, hash: createHash('sha256').update(code).digest('hex').slice(0, 16) };
}

let eerder: Promise<{ js: string; hash: string }> | undefined;

/** The one script of the site, for comfort only; built once per process. No page needs it. */
export function bouwScript(): Promise<{ js: string; hash: string }> {
  eerder ??= bouw();
  return eerder;
}
