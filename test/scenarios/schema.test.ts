import { expect, test } from 'vitest';
import { z } from 'zod';
import { policy } from '../../src/scenarios/schema/policy.js';
import { question } from '../../src/scenarios/schema/question.js';
import { scenario } from '../../src/scenarios/schema/scenario.js';
import { targets } from '../../src/scenarios/schema/targets.js';

interface Json {
  readonly [key: string]: unknown;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly additionalProperties?: Json | false;
  readonly items?: Json;
  readonly anyOf?: readonly Json[];
}

/** Keys without a text for hovering over them. */
function silent(schema: Json, path: string): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => [
    ...(typeof value.description === 'string' ? [] : [`${path}.${key}`]),
    ...silent(value, `${path}.${key}`),
  ]);
  const below = typeof schema.additionalProperties === 'object' ? silent(schema.additionalProperties, `${path}.*`) : [];
  const items = schema.items === undefined ? [] : silent(schema.items, `${path}[]`);
  return [...own, ...below, ...items, ...(schema.anyOf ?? []).flatMap((each) => silent(each, path))];
}

test.each(Object.entries({ scenario, policy, targets, question }))(
  'the %s schema becomes JSON Schema, with a text for every key',
  (_, schema) => {
    const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', reused: 'inline' }) as Json;
    expect(json.additionalProperties).toBe(false);
    expect([...new Set(silent(json, ''))].filter((path) => !/\.(hours|days)$/.test(path))).toEqual([]);
  },
);
