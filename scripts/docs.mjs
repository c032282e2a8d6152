/** Writes the generated pages under docs/: JSON Schemas and the data dictionary. A test says when they are stale. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { publishedPages } from '../dist/cli/published.js';

for (const [path, text] of publishedPages()) {
  const file = new URL(`../docs/${path}`, import.meta.url).pathname;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
