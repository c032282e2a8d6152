import { z } from 'zod';
import { MENDED } from '../tree.js';

/** What is wrong with a value, in the words of the reader that refused it. */
export interface ValueFault {
  readonly message: string;
  readonly expected: string;
  readonly nearest?: string | null;
  readonly next?: string;
  /** The key is at fault, not its value. */
  readonly onKey?: boolean;
}

/** Tells a fault of the value being read, or of a part of it. */
export type Report = (fault: ValueFault, ...path: (string | number)[]) => void;

/** Reads one kind of value as written in a file into what the rest of the program uses. */
export interface Reader<T> {
  /** For "expected": `a duration such as 45 min`. */
  readonly what: string;
  /** Taken in place of a value whose fault is reported already, so that the rest can still be checked. */
  readonly neutral: T;
  /** The value as written, in JSON Schema. */
  readonly json: Json;
  readonly read: (value: unknown, report: Report) => T;
}

/** Reads a part of a value with another reader. */
export function readPart<T>(reader: Reader<T>, value: unknown, report: Report, ...path: (string | number)[]): T {
  if (value === MENDED) return reader.neutral;
  if (value === undefined || value === null) {
    const name = path.at(-1) ?? 'value';
    const next = typeof name === 'string' ? `Write \`${name}: …\` here.` : 'Write a value here.';
    report({ message: `\`${name}\` is missing.`, expected: reader.what, next }, ...path);
    return reader.neutral;
  }
  return reader.read(value, (fault, ...below) => report(fault, ...path, ...below));
}

/** Any JSON Schema. */
export type Json = Readonly<Record<string, unknown>>;

/** How `$name` looks: it may stand in place of any value. */
export const REFERENCE_JSON = { type: 'string', pattern: '^\\$[a-z][a-z0-9-]*$' };

/** The JSON Schema of a value, or of a parameter that is named in its place. */
export function orReference(json: Json): Json {
  const alternatives = (json.anyOf as readonly Json[] | undefined) ?? [json];
  const takesAnyText = ({ type, pattern, ...rest }: Json) =>
    pattern === undefined &&
    !('enum' in rest || 'const' in rest) &&
    (type === undefined || type === 'string' || (Array.isArray(type) && type.includes('string')));
  if (alternatives.some((each) => each.anyOf === undefined && takesAnyText(each))) return json;
  if (json.anyOf !== undefined) return { ...json, anyOf: [...alternatives, REFERENCE_JSON] };
  const { examples, ...own } = json;
  return { anyOf: [own, REFERENCE_JSON], ...(examples === undefined ? {} : { examples }) };
}

/** Extra fields of a zod issue made by a leaf: all that a Problem needs. */
export interface LeafParams {
  readonly fault: ValueFault;
  /** How many keys of the issue's path lie inside the value. */
  readonly depth: number;
  readonly missing: boolean;
}

/** A zod schema of one value, which reports faults in full sentences and describes itself in JSON Schema. */
export function leaf<T>(reader: Reader<T>, description: string) {
  return z
    .any()
    .meta({ ...orReference(reader.json), description })
    .transform((value: unknown, context): T => {
      if (value === MENDED) return reader.neutral;
      const push = (fault: ValueFault, path: (string | number)[], missing: boolean) => {
        const params: LeafParams = { fault, depth: path.length, missing };
        context.issues.push({ code: 'custom', input: value, message: fault.message, path, params: { ...params } });
      };
      if (value === undefined || value === null) {
        push({ message: 'A value is missing here.', expected: reader.what, next: 'Write one.' }, [], true);
        return reader.neutral;
      }
      return reader.read(value, (fault, ...path) => push(fault, path, false));
    });
}
