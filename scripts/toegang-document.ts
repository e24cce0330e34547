// Makes docs/toegang.md from the tables of access. Run: npm run toegang:document
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { toegangsdocument } from '../src/modules/toegang/domain/toegangsdocument.ts';

const pad = path.resolve(import.meta.dirname, '../docs/toegang.md');
writeFileSync(pad, toegangsdocument());
console.log('docs/toegang.md gemaakt.');
