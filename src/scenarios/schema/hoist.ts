import type { Json } from './leaf.js';

/** Parts shorter than this are clearer where they stand [characters]. */
const WORTH_HOISTING = 60;

/** The same JSON Schema with every longer part that stands in several places written once, under `definitions`. */
export function hoisted(schema: Json): Json {
  const seen = new Map<string, number>();
  const count = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const text = JSON.stringify(value);
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    if (before === 0) for (const part of Object.values(value)) count(part);
  };
  count(schema);
  const names = new Map<string, string>();
  const definitions: Record<string, unknown> = {};
  const put = (value: unknown, key: string, isSchema: boolean): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => put(item, '', LISTS_OF_SCHEMAS.has(key)));
    const text = JSON.stringify(value);
    const below = () =>
      Object.fromEntries(
        Object.entries(value).map(([name, part]) => [
          name,
          put(part, name, isSchema ? ONE_SCHEMA.has(name) : MAPS_OF_SCHEMAS.has(key)),
        ]),
      );
    if (!isSchema || text.length < WORTH_HOISTING || (seen.get(text) ?? 0) < 2) return below();
    const known = names.get(text);
    const name = known ?? `part-${names.size + 1}`;
    if (known === undefined) {
      names.set(text, name);
      definitions[name] = below();
    }
    return { $ref: `#/definitions/${name}` };
  };
  const made = put(schema, '', true) as Json;
  return { ...made, definitions };
}

/** Keywords of JSON Schema that are followed by a schema, by a list of schemas, or by a map from names to schemas. */
const ONE_SCHEMA = new Set(['items', 'additionalProperties', 'propertyNames', 'if', 'then', 'else']);
const LISTS_OF_SCHEMAS = new Set(['anyOf']);
const MAPS_OF_SCHEMAS = new Set(['properties', 'patternProperties']);
