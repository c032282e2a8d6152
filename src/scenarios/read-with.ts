import type { z } from 'zod';
import { calledOtherwise, pointsMeant, rangeMeant } from './meant.js';
import { editDistance, nearest } from './nearest.js';
import { type Fault, listNames, type ProblemList } from './problems.js';
import { tidyId } from './schema/ids.js';
import type { LeafParams } from './schema/leaf.js';
import { VERBS } from './schema/steps.js';
import { alternativesAt, keysAt } from './schema/walk.js';
import { MENDED, type Path, plain, type Tree } from './tree.js';
import { readQuantity } from './units.js';

/** Passes over a document with several faults before the rest of it is left unchecked. */
const MOST_PASSES = 12;

/** Without code that zod generates for a schema: making it takes longer than the few documents that are read with it. */
const HOW = { jitless: true };

/** What was read, and whether the shape of it can be relied on. */
export interface ReadResult<T> {
  /** Null when the document is too broken to say anything more about it. */
  readonly value: T | null;
  /** Paths of values that were replaced by something neutral, because their faults are reported already. */
  readonly mended: readonly Path[];
}

type Issue = z.core.$ZodIssue;

/** What zod expects, in words. */
const SHAPES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: '`true` or `false`',
  number: 'a number',
  string: 'text',
};

/**
 * Checks a document against a schema and reports every fault with its place. A value with a fault is replaced by a
 * neutral one and the document is read again, so that what else is wrong with it can be found in the same run.
 */
export function readWith<T>(schema: z.ZodType<T>, tree: Tree, list: ProblemList): ReadResult<T> {
  let data = plain(tree);
  const mended: Path[] = [];
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const result = schema.safeParse(data, HOW);
    if (result.success) return { value: result.data, mended };
    const before = data;
    const issues = result.error.issues.flatMap((issue) => unfold(issue, before));
    const misspelt = new Set(issues.flatMap((issue) => meantKeys(issue, schema, before)));
    for (const issue of issues) {
      const path = issue.path as Path;
      const isMeant = dataAt(before, path) === undefined && misspelt.has(path.join('.'));
      if (pass === 0 && !isMeant) tell(issue, schema, tree, before, list);
      doubt(issue, list);
      const change = mend(issue, schema, data);
      data = change.data;
      mended.push(change.path);
    }
  }
  list.incomplete = true;
  return { value: null, mended };
}

/** Replaces the issue of a union by the issues of the alternative that was most probably meant. */
function unfold(issue: Issue, data: unknown): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const below = dataAt(data, issue.path as Path);
  const scored = issue.errors.map((issues) => ({
    issues,
    score: issues.reduce((sum, each) => sum + weigh(each, below), 0) - (isMisspelt(issues, below) ? 50 : 0),
  }));
  const best = scored.reduce((a, b) => (b.score < a.score ? b : a), scored[0] ?? { issues: [], score: HOPELESS });
  const isOneOfMany = scored.filter(({ score }) => score === best.score).length > 1 && best.score > 100;
  if (best.score >= HOPELESS || isOneOfMany) return [issue];
  return best.issues.flatMap((each) => unfold({ ...each, path: [...issue.path, ...each.path] }, data));
}

const HOPELESS = 1000;

/**
 * How far a value is from an alternative: the wrong kind of thing, a missing key, a key too many, a fault further in, such
 * as a key that is missing under one that is there.
 */
function weigh(issue: Issue, data: unknown): number {
  const params = leafParams(issue);
  const depth = issue.path.length - (params?.depth ?? 0);
  if (depth === 0 && (issue.code === 'invalid_type' || issue.code === 'custom')) return HOPELESS;
  const isMissing =
    params?.missing || (issue.code === 'invalid_type' && dataAt(data, issue.path as Path) === undefined);
  if (isMissing) return issue.path.length > 1 ? 5 : 100;
  if (issue.code === 'unrecognized_keys') return 10 * issue.keys.length;
  return 1;
}

/** Does an alternative lack a key that is there under nearly the same name? */
function isMisspelt(issues: readonly Issue[], data: unknown): boolean {
  const lacking = issues.filter((each) => each.path.length === 1 && dataAt(data, each.path as Path) === undefined);
  const odd = issues.flatMap((each) => (each.code === 'unrecognized_keys' && each.path.length === 0 ? each.keys : []));
  return lacking.some((each) => odd.some((key) => editDistance(key, String(each.path[0])) <= 2));
}

/** Paths of keys that are there, but misspelt: it would be no help to say that they are missing as well. */
function meantKeys(issue: Issue, schema: z.ZodType, data: unknown): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const known = knownKeys(issue.path as Path, schema, data);
  return issue.keys.flatMap((key) => {
    const near = nearest(key, known);
    return near === null ? [] : [[...issue.path, near].join('.')];
  });
}

function knownKeys(path: Path, schema: z.ZodType, data: unknown): string[] {
  return keysAt(schema, path, Object.keys(Object(dataAt(data, path))));
}

/** Notes the blocks in which a name may be missing only because its line has a fault. */
function doubt(issue: Issue, list: ProblemList): void {
  if (issue.code === 'unrecognized_keys' || leafParams(issue) !== null) return;
  list.incomplete = true;
  for (const key of issue.path) list.doubts.add(String(key));
}

function leafParams(issue: Issue): LeafParams | null {
  if (issue.code !== 'custom' || issue.params === undefined || !('fault' in issue.params)) return null;
  const { fault, depth, missing } = issue.params;
  return { fault, depth, missing };
}

function tell(issue: Issue, schema: z.ZodType, tree: Tree, data: unknown, list: ProblemList): void {
  const path = issue.path as Path;
  if (dataAt(data, path) === MENDED) return;
  const params = leafParams(issue);
  if (params?.fault.onKey) {
    list.atKey(tree, path, params.fault);
    return;
  }
  if (params !== null) {
    const key = path.at(-1);
    const only = /^`([^`]+)`$/.exec(params.fault.expected)?.[1] ?? '…';
    const missing = { message: `\`${key}\` is missing.`, found: 'nothing', next: `Write \`${key}: ${only}\` here.` };
    list.at(
      tree,
      path,
      params.missing && typeof key === 'string' ? { ...params.fault, ...missing } : { ...params.fault, ofParts: true },
    );
    return;
  }
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = knownKeys(path, schema, data);
      for (const key of issue.keys) {
        const near = nearest(key, known);
        list.atKey(tree, [...path, key], {
          message: `\`${key}\` is not a key that is known here.`,
          expected: `one of ${listNames(known, 20)}`,
          nearest: near,
          ...(near === null ? { next: 'Take the line out.' } : {}),
          ...calledOtherwise(key, known),
          ...writtenOddly(key, known),
        });
      }
      return;
    }
    case 'invalid_key':
      list.atKey(tree, path, {
        message: 'This is not a valid id.',
        expected: 'up to 64 lower-case letters, digits and hyphens, beginning with a letter',
        ...(tidyId(String(path.at(-1))) === null ? { next: 'Rename it.' } : { nearest: tidyId(String(path.at(-1))) }),
        ...commaMeant(String(path.at(-1))),
      });
      return;
    case 'invalid_type': {
      const wanted = SHAPES[issue.expected] ?? 'a map of keys and values';
      const missing = dataAt(data, path) === undefined;
      if (!missing && path.at(-1) === 'range') {
        list.at(tree, path, {
          message: 'A range is a list of two ends.',
          expected: '`[low, high]`',
          ...rangeMeant(dataAt(data, path)),
        });
        return;
      }
      list.at(tree, path, {
        message: missing ? `\`${path.at(-1)}\` is missing.` : `This has to be ${wanted}.`,
        expected: wanted,
        next: missing
          ? `Write \`${path.at(-1)}: …\` here.`
          : `Write ${wanted}${wanted === 'a list' ? ', such as `[first, second]`' : ''}.`,
      });
      return;
    }
    case 'too_small':
    case 'too_big': {
      if (!Array.isArray(dataAt(data, path))) return;
      const bound = issue.code === 'too_small' ? issue.minimum : issue.maximum;
      const wanted = `${issue.exact ? 'exactly' : issue.code === 'too_small' ? 'at least' : 'at most'} ${bound}`;
      list.at(tree, path, {
        message: 'This list has the wrong length.',
        expected: wanted,
        next: pointsMeant(dataAt(data, path)) ?? 'Add or take away some.',
      });
      return;
    }
    default: {
      const first = alternativesAt(schema, path).map((keys) => keys[0] ?? '');
      list.at(tree, path, {
        message: 'This is none of the things that can stand here.',
        expected: `a map with one of ${listNames([...new Set(first)])}`,
        next: 'Begin with one of these words.',
      });
    }
  }
}

/** A key that is none because of how the line is written: a space or a unit is amiss, or a step does two things. */
function writtenOddly(key: string, known: readonly string[]): Partial<Fault> {
  const [before = '', after = ''] = key.split(/:(.*)/s);
  if (known.includes(before) && after !== '')
    return { message: 'A space is missing after the colon.', nearest: null, next: `Write \`${before}: ${after}\`.` };
  const comma = commaMeant(key);
  if (comma !== null) return comma;
  const verb = VERBS.find((each) => known[0] === each);
  if (verb !== undefined && VERBS.includes(key))
    return {
      message: `A step does one thing, and this one has \`${verb}\` as well as \`${key}\`.`,
      nearest: null,
      next: `Put \`${key}\` into a step of its own${key === 'leave' ? ', or write `then: =outcome`' : ''}.`,
    };
  return {};
}

/** A key that is a number: what follows a comma in a number. */
function commaMeant(key: string): Partial<Fault> | null {
  if (!/^\d/.test(key) || readQuantity(key).kind === 'none') return null;
  return {
    message: `\`${key}\` stands where a key should: the comma before it ends the value.`,
    nearest: null,
    next: 'Write numbers without commas, such as `1500 per million per year`, and decimals with a point.',
  };
}

/** The data with the fault taken out: an unknown key dropped, a value of the wrong kind replaced. */
function mend(issue: Issue, schema: z.ZodType, data: unknown): { data: unknown; path: Path } {
  const path = issue.path as Path;
  if (issue.code === 'invalid_union') {
    const last = alternativesAt(schema, path).at(-1)?.[0];
    return { data: replace(data, path, last === undefined ? MENDED : { [last]: MENDED }), path };
  }
  if (issue.code === 'unrecognized_keys') {
    return { data: issue.keys.reduce<unknown>((rest, key) => replace(rest, [...path, key], undefined), data), path };
  }
  if (issue.code === 'invalid_key') return { data: replace(data, path, undefined), path };
  if (issue.code === 'invalid_type') return { data: replace(data, path, issue.expected === 'array' ? [] : {}), path };
  const depth = leafParams(issue)?.depth ?? 0;
  const whole = path.slice(0, path.length - depth);
  return { data: replace(data, whole, MENDED), path: whole };
}

function dataAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value === MENDED ? MENDED : Object(value)[key]), data);
}

function replace(data: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(data)) return data.map((item, index) => (index === key ? replace(item, rest, value) : item));
  if (typeof data !== 'object' || data === null) return data;
  const copy: Record<string, unknown> = { ...data };
  const changed = replace(copy[String(key)], rest, value);
  if (changed === undefined) delete copy[String(key)];
  else copy[String(key)] = changed;
  return copy;
}
