import { editDistance } from '../nearest.js';
import { DISTRIBUTIONS } from './distribution.js';
import { type Json, orReference, type Reader, readPart } from './leaf.js';
import { isParts } from './parts.js';
import { isId } from './words.js';

/** One value for each severity; `others` stands for every severity that is not named. */
export type BySeverity<T> = Readonly<Record<string, T>>;

/** Key of the value that holds for every severity not named. */
export const OTHERS = 'others';

/** A value that may be one for all, or a map from severity to value. */
export function bySeverity<T>(reader: Reader<T>): Reader<BySeverity<T>> {
  return {
    what: `${reader.what}, or a map from severity to such`,
    neutral: { [OTHERS]: reader.neutral },
    json: bySeverityJson(reader),
    read(value, report) {
      const names = isParts(value) ? Object.keys(value) : [];
      const single = !isParts(value) || names.some((name) => DISTRIBUTIONS.includes(name)) || isMistaken(value);
      if (single) return { [OTHERS]: readPart(reader, value, report) };
      const wrong = names.find((name) => !isId(name));
      if (names.length === 0 || wrong !== undefined) {
        report({
          message: 'This map names no severity.',
          expected: `${reader.what}, or a map from severity to such`,
          next: 'Name each severity, or `others`.',
        });
      }
      return Object.fromEntries(names.map((name) => [name, readPart(reader, value[name], report, name)]));
    },
  };
}

/** One value, or a map by severity. Where the value may be a map itself, one schema holds both, so that editors offer all keys. */
function bySeverityJson<T>({ json, what }: Reader<T>): Json {
  const forms = (json.anyOf as readonly Json[] | undefined) ?? [json];
  const map = forms.find(({ type }) => type === 'object');
  const each = orReference(json);
  const byName = {
    type: 'object',
    minProperties: 1,
    properties: {
      ...Object(map?.properties),
      [OTHERS]: { ...each, description: 'For every severity that is not named.' },
    },
    additionalProperties: { ...each, description: `For this severity: ${what}.` },
  };
  const { anyOf: _, ...head } = json;
  return { ...(json.anyOf === undefined ? {} : head), anyOf: [...forms.filter((form) => form !== map), byName] };
}

/** Does this look like a distribution with its name misspelt, rather than a map by severity? */
function isMistaken(value: unknown): boolean {
  const names = isParts(value) ? Object.keys(value) : [];
  return names.length === 1 && DISTRIBUTIONS.some((known) => editDistance(names[0] ?? '', known) <= 3);
}
