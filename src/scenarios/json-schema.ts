import { z } from 'zod';
import { hoisted } from './schema/hoist.js';
import { type Json, REFERENCE_JSON } from './schema/leaf.js';
import { policy } from './schema/policy.js';
import { question } from './schema/question.js';
import { writtenScenario } from './schema/scenario.js';
import { targets } from './schema/targets.js';

/** The kinds of files that an editor can be given a schema for. */
export const SCHEMA_KINDS = ['scenario', 'policy', 'targets', 'question'] as const;
/** One of them. */
export type SchemaKind = (typeof SCHEMA_KINDS)[number];

const KINDS: Readonly<Record<SchemaKind, { readonly schema: z.ZodType; readonly what: string }>> = {
  scenario: {
    schema: writtenScenario,
    what: 'A scenario: a world of people, needs, services, pathways, and policies in force.',
  },
  policy: { schema: policy, what: 'A policy: a named list of edits to a world, with its sourced numbers and levers.' },
  question: { schema: question, what: 'A question: the comparison that it takes, and the figures that answer it.' },
  targets: { schema: targets, what: 'Targets: where published figures are found in the results.' },
};

/** Marks a map, a record or a list of the format itself, as against the parts of a single value. */
const BLOCK = 'x-block';

/**
 * What a file of one kind may hold, as JSON Schema (draft 7) for editors: hover texts, completion and first checks while
 * typing. It accepts every file that `check` accepts; names, sums of shares and the like are left to `check`. A scenario
 * that extends another may leave out whatever it does not change, and write `null` to delete.
 */
export function jsonSchema(kind: SchemaKind): Json {
  const { schema, what } = KINDS[kind];
  const made = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema: json }) => {
      const { type } = zodSchema._zod.def;
      if (type === 'object' || type === 'record' || type === 'array') json[BLOCK] = type;
    },
  });
  const { $schema, ...root } = made as Json;
  const head = { $schema, description: what };
  if (kind !== 'scenario') return hoisted({ ...head, ...shaped(root, { name: kind, isChild: false, isRoot: true }) });
  return hoisted({
    ...head,
    if: { type: 'object', required: ['extends'] },
    then: shaped(root, { name: kind, isChild: true, isRoot: true }),
    else: shaped(root, { name: kind, isChild: false, isRoot: true }),
  });
}

interface Shape {
  /** What it is called: the key, or one of the entries of a key. */
  readonly name: string;
  /** A part of a file that extends another: what it leaves out or deletes comes from there. */
  readonly isChild: boolean;
  readonly isRoot: boolean;
}

/** Keys of a scenario whose entries are always whole, since half of one and half of another would mean nothing. */
const WHOLE = ['parameters'];
/** Keys that a file has to have even where it extends another. */
const ALWAYS = ['spillover', 'scenario', 'extends'];

/** A schema as an editor needs it: named, `$name` in place of any part, and in a child nothing required below the top. */
function shaped(json: Json, shape: Shape): Json {
  const { name, isChild, isRoot } = shape;
  const { [BLOCK]: block, ...own } = json;
  const anyOf = own.anyOf as readonly Json[] | undefined;
  if (anyOf !== undefined) return { ...own, anyOf: anyOf.map((each) => shaped(each, alternative(each, shape))) };
  if (block === undefined) return isChild ? withDeletableParts(own) : own;
  const named = isRoot ? own : { ...own, type: [own.type, 'string'], pattern: REFERENCE_JSON.pattern };
  const entry = name.replace(/s$/, '');
  // Lists replace as a whole, so that what stands in them is whole as well.
  if (block === 'array')
    return { ...named, items: shaped(own.items as Json, { name: entry, isChild: false, isRoot: false }) };
  const below = (value: Json, key: string) => {
    const made = shaped(value, { name: key, isChild: isChild && !WHOLE.includes(name), isRoot: false });
    return isChild && !(isRoot && ALWAYS.includes(key)) ? deletable(made) : made;
  };
  if (block === 'record') return { ...named, additionalProperties: below(own.additionalProperties as Json, entry) };
  const properties = Object.entries(own.properties as Readonly<Record<string, Json>>);
  const { required = [], ...rest } = named as Json & { readonly required?: readonly string[] };
  const kept = isChild ? required.filter((key) => isRoot && ALWAYS.includes(key)) : required;
  return {
    ...(isRoot ? {} : { title: name }),
    ...rest,
    properties: Object.fromEntries(properties.map(([key, value]) => [key, below(value, key)])),
    ...(kept.length === 0 ? {} : { required: kept }),
  };
}

/** One of several forms is called by what it has to have. */
function alternative(json: Json, shape: Shape): Shape {
  const [first] = (json.required as readonly string[] | undefined) ?? [];
  return first === undefined ? shape : { ...shape, name: first };
}

/** In a child, `null` deletes. */
function deletable(json: Json): Json {
  const { description, ...own } = json;
  return { ...(description === undefined ? {} : { description }), anyOf: [own, { type: 'null' }] };
}

/** A value that is a map by name (of severities, of hours), any part of which a child may delete. */
function withDeletableParts(json: Json): Json {
  const named = (key: string): Json => {
    const parts = json[key];
    return typeof parts === 'object' && parts !== null ? { [key]: deletable(parts as Json) } : {};
  };
  return { ...json, ...named('additionalProperties') };
}
