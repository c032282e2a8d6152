import type { z } from 'zod';
import { editDistance } from '../nearest.js';
import type { Path } from '../tree.js';

type Schema = z.core.$ZodType;

/** The schemas that may hold at a path of a document: several where there is a choice. */
function schemasAt(schema: Schema, path: Path): Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional') return schemasAt(def.innerType, path);
  if (def.type === 'union' && path.length > 0) return def.options.flatMap((option) => schemasAt(option, path));
  const [key, ...rest] = path;
  if (key === undefined) return [schema];
  switch (def.type) {
    case 'object': {
      const below = def.shape[String(key)];
      return below === undefined ? [] : schemasAt(below, rest);
    }
    case 'record':
      return schemasAt(def.valueType, rest);
    case 'array':
      return schemasAt(def.element, rest);
    default:
      return [];
  }
}

/** Keys of every map that may stand at a path, one list for each alternative. */
export function alternativesAt(schema: Schema, path: Path): string[][] {
  return schemasAt(schema, path).flatMap((found): string[][] => {
    const { def } = (found as z.core.$ZodTypes)._zod;
    if (def.type === 'union') return def.options.flatMap((option) => alternativesAt(option, []));
    return def.type === 'object' ? [Object.keys(def.shape)] : [];
  });
}

/** Keys that may stand in the map at a path, given those that do: those of the alternative that fits them best. */
export function keysAt(schema: Schema, path: Path, present: readonly string[]): string[] {
  const fits = (keys: readonly string[]) => {
    const [first = ''] = keys;
    const begins = present.includes(first) ? 1 : present.some((key) => editDistance(key, first) <= 2) ? 0.5 : 0;
    return begins * 100 + present.filter((key) => keys.includes(key)).length;
  };
  return alternativesAt(schema, path).reduce((best, keys) => (fits(keys) > fits(best) ? keys : best), []);
}
