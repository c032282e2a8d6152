import { editDistance } from '../nearest.js';
import { DISTRIBUTIONS } from './distribution.js';
import { type Reader, readPart } from './leaf.js';
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
    json: { anyOf: [reader.json, { type: 'object', additionalProperties: reader.json }] },
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

/** Does this look like a distribution with its name misspelt, rather than a map by severity? */
function isMistaken(value: unknown): boolean {
  const names = isParts(value) ? Object.keys(value) : [];
  return names.length === 1 && DISTRIBUTIONS.some((known) => editDistance(names[0] ?? '', known) <= 3);
}
