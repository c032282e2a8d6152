import { OTHERS } from './by-severity.js';
import { orReference, type Reader, readPart } from './leaf.js';
import { isParts } from './parts.js';
import { date, isId } from './words.js';

/** One value for every area, or a value for each; `others` stands for every area that is not named. */
export type ByArea<T> = { readonly all: T } | { readonly areas: Readonly<Record<string, T>> };

/** A value that may be one for all, or a map from area to value. */
export function byArea<T>(reader: Reader<T>): Reader<ByArea<T>> {
  const each = orReference(reader.json);
  return {
    what: `${reader.what}, or a map from area to such`,
    neutral: { all: reader.neutral },
    json: {
      anyOf: [
        ...((reader.json.anyOf as readonly object[] | undefined) ?? [reader.json]),
        {
          type: 'object',
          minProperties: 1,
          properties: { [OTHERS]: { ...each, description: 'For every area that is not named.' } },
          additionalProperties: { ...each, description: `For this area: ${reader.what}.` },
        },
      ],
    },
    read(value, report) {
      if (!isParts(value)) return { all: readPart(reader, value, report) };
      const names = Object.keys(value);
      if (names.length === 0 || !names.every(isId)) {
        report({
          message: 'This map names no area.',
          expected: `${reader.what}, or a map from area to such`,
          next: 'Name each area, or `others`.',
        });
      }
      return { areas: Object.fromEntries(names.map((name) => [name, readPart(reader, value[name], report, name)])) };
    },
  };
}

/** The value of one area; undefined where nothing is said of it. */
export function valueIn<T>(values: ByArea<T>, area: string): T | undefined {
  if ('all' in values) return values.all;
  return Object.hasOwn(values.areas, area) ? values.areas[area] : values.areas[OTHERS];
}

/** No date at all. */
const NEVER = 'never';

/** A day of the calendar, or `never`, which is null. */
export const dateOrNever: Reader<{ readonly text: string; readonly day: number } | null> = {
  what: 'a date such as 2023-07-01, or `never`',
  neutral: date.neutral,
  json: { anyOf: [date.json, { const: NEVER }] },
  read(value, report) {
    return value === NEVER
      ? null
      : date.read(value, (fault, ...path) => report({ ...fault, expected: this.what }, ...path));
  },
};
