#!/usr/bin/env node
/**
 * Writes the JSON Schemas that ship, from the schemas that files are read with:
 *   npm run schemas
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { jsonSchema, SCHEMA_KINDS } from '../dist/scenarios/index.js';

const folder = resolve(import.meta.dirname, '../scenarios/schema');
mkdirSync(folder, { recursive: true });
for (const kind of SCHEMA_KINDS)
  writeFileSync(join(folder, `${kind}.schema.json`), `${JSON.stringify(jsonSchema(kind), null, 1)}\n`);
