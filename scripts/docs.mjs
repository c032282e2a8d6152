/** Writes what of docs/ is told of output files: JSON Schemas and the data dictionary. A test says when they are stale. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { publishedPages } from '../dist/cli/published.js';

for (const [path, text] of publishedPages()) {
  const file = join(resolve(import.meta.dirname, '../docs'), path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
