import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A peer for measurements only: no part of the platform, and so no dependency of it. */
const PAKKET = '@duckdb/node-api';
const VERSIE = '1.5.6-r.1';

interface Verbinding {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowsJson(): unknown[][] }>;
}
interface Duckdb {
  DuckDBInstance: { create(pad: string): Promise<{ connect(): Promise<Verbinding> }> };
}

/** DuckDB in memory, installed on first use in a folder of its own; null when it cannot be had here. */
export async function openDuckdb(wortel: string): Promise<Verbinding | null> {
  const map = path.join(wortel, '.bench', 'duckdb');
  if (!existsSync(path.join(map, 'node_modules', PAKKET))) {
    mkdirSync(map, { recursive: true });
    writeFileSync(path.join(map, 'package.json'), '{ "private": true }\n');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', `${PAKKET}@${VERSIE}`];
    if (spawnSync(npm, args, { cwd: map, stdio: 'inherit' }).status !== 0) return null;
  }
  const lees = createRequire(path.join(map, 'package.json'));
  const { DuckDBInstance } = lees(PAKKET) as Duckdb;
  return (await DuckDBInstance.create(':memory:')).connect();
}
