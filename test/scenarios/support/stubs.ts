/** A place in a file where keys may stand, with the lines that lead to it. */
export interface Stub {
  /** For the reader of a failed test: `pathways.*.steps.*`. */
  readonly path: string;
  readonly lines: readonly string[];
  /** How far the keys are set in. */
  readonly indent: number;
  /** Keys that may stand here, with a text for each, in any of the forms that the place allows. */
  readonly keys: ReadonlyMap<string, boolean>;
}

interface Schema {
  readonly [keyword: string]: unknown;
  readonly $ref?: string;
  readonly description?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
}

/** Keys that stand for a pattern of keys. */
const SAMPLES = ['mon-fri 08:00-20:00', 'q90'];

/** Every place of a JSON Schema where keys may stand. `root` is the part of `whole` to walk, `head` the first lines. */
export function stubsOf(whole: Schema, root: Schema, head: readonly string[]): Stub[] {
  const resolve = (schema: Schema): Schema => {
    const name = schema.$ref?.slice('#/definitions/'.length);
    return name === undefined ? schema : ((whole.definitions as Record<string, Schema>)[name] ?? {});
  };
  /** All forms that a value may take. */
  const forms = (schema: Schema): Schema[] => {
    const found = resolve(schema);
    return found.anyOf === undefined ? [found] : found.anyOf.flatMap(forms);
  };
  const explained = (schema: Schema) => [schema, ...forms(schema)].some((each) => typeof each.description === 'string');
  const walk = (schemas: readonly Schema[], path: string, lines: readonly string[], indent: number): Stub[] => {
    const all = schemas.flatMap(forms);
    const named = new Map<string, Schema[]>();
    const note = (key: string, schema: Schema) => named.set(key, [...(named.get(key) ?? []), schema]);
    for (const form of all) {
      for (const [key, value] of Object.entries(form.properties ?? {})) note(key, value);
      for (const [pattern, value] of Object.entries(form.patternProperties ?? {})) {
        const sample = SAMPLES.find((each) => new RegExp(pattern).test(each));
        if (sample !== undefined) note(sample, value);
      }
      if (typeof form.additionalProperties === 'object') note('some-name', form.additionalProperties);
    }
    const own = [...named].map(([key, values]) => [key, values.some(explained)] as const);
    const here = own.length === 0 ? [] : [{ path, lines, indent, keys: new Map(own) }];
    const pad = ' '.repeat(indent);
    const deeper = [...named].flatMap(([key, values]) => {
      const below = key === 'some-name' ? `${path}.*` : `${path}.${key}`;
      return walk(values, below, [...lines, `${pad}${key}:`], indent + 2);
    });
    const items = all.flatMap(({ items: item }) => (item === undefined ? [] : [item]));
    const listed = items.length === 0 ? [] : walk(items, `${path}[]`, [...lines, `${pad}- `], indent + 2);
    return [...here, ...deeper, ...listed];
  };
  return walk([root], '', head, 0);
}
