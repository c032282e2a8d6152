import { nearest } from '../nearest.js';
import { type Fault, listNames } from '../problems.js';

/** Blocks of a scenario that a policy may change. */
const EDITABLE = ['arrivals', 'clocks', 'needs', 'pathways', 'services'];
/** Keys that belong to the root scenario wherever they stand. */
const DECLARED = ['calendar', 'unit-rate'];

/**
 * A dotted name into a scenario, such as `services.suite.capacity`, as keys; or why it cannot be edited. Without a draft
 * (null) nothing is said of what is not there.
 */
export function readAddress(what: string, draft: unknown, editable = EDITABLE): readonly string[] | Fault {
  const path = what.split('.');
  const [block = ''] = path;
  if (!editable.includes(block)) {
    return {
      message: editable === EDITABLE ? `A policy cannot change \`${block}\`.` : `Areas cannot differ in \`${block}\`.`,
      found: what,
      expected: `an address that begins with ${listNames(editable)}`,
      nearest: nearest(block, editable),
      next: `Begin with one of these. What all worlds of a family have in common (area, people, severities, stock, time) is changed in the scenario that they extend.`,
    };
  }
  if (path.length < 3) {
    return {
      message: 'This address names no single value.',
      found: what,
      expected: 'an address down to a value, such as `services.suite.capacity`',
      next: 'Add the key of the value.',
    };
  }
  if (path.some((key) => DECLARED.includes(key))) {
    return {
      message: 'Calendars and unit rates are the same in all worlds of a family.',
      found: what,
      expected: 'an address of something else, such as `rate` or `hours`',
      next: 'Set `hours` instead, which is a calendar on top of the declared one.',
    };
  }
  return (draft === null ? null : missingKey(path, draft)) ?? path;
}

/** The fault of the first key on the way that is not there (the last one may be missing). */
function missingKey(path: readonly string[], draft: unknown): Fault | null {
  let value: unknown = draft;
  for (const [index, key] of path.slice(0, -1).entries()) {
    const known = keysOf(value);
    if (!known.includes(key)) return notThere(path.slice(0, index), key, known);
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return null;
}

/** The fault of an address whose key is not there. */
export function notThere(above: readonly string[], key: string, known: readonly string[]): Fault {
  const near = nearest(key, known);
  return {
    message: `There is no \`${key}\` in \`${above.join('.')}\`.`,
    found: key,
    expected: known.length === 0 ? 'a shorter address' : `one of ${listNames(known)}`,
    nearest: near,
    ...(near === null ? { next: 'Look at the scenario that the policy is put on.' } : {}),
  };
}

/** Keys of a map or a list; none of anything else. */
export function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

/** The value at an address, or undefined. */
export function valueAt(draft: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (keysOf(value).includes(key) ? (value as Record<string, unknown>)[key] : undefined),
    draft,
  );
}

/** A copy with the value at an address replaced. */
export function replaceAt<T>(draft: T, path: readonly string[], value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T;
  if (Array.isArray(draft)) {
    return draft.map((item, index) => (String(index) === key ? replaceAt(item, rest, value) : item)) as T;
  }
  const copy = { ...draft } as Record<string, unknown>;
  copy[key] = replaceAt(copy[key], rest, value);
  return copy as T;
}

/** Full name of the step that an address lies in, or null. */
export function stepOf(path: readonly string[]): string | null {
  return path[0] === 'pathways' && path[2] === 'steps' && path.length > 4 ? `${path[1]}.${path[3]}` : null;
}
