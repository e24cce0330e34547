// Makes docs/statistiek.md from the table of methods. Run: npm run statistiek:document
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { statistiekdocument } from '../src/modules/datalab/usecases/statistiek/document.ts';

const pad = path.resolve(import.meta.dirname, '../docs/statistiek.md');
writeFileSync(pad, statistiekdocument());
console.log('docs/statistiek.md gemaakt.');
