/** The shipped schemas in the language server that editors use: texts, completion and faults. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonSchema, SCHEMA_KINDS, type SchemaKind } from '../../src/scenarios/index.js';
import { DISTRIBUTIONS } from '../../src/scenarios/schema/distribution.js';
import { distributionJson } from '../../src/scenarios/schema/distribution-json.js';
import { count, duration, fraction, rate } from '../../src/scenarios/schema/values.js';
import { openEditor } from './support/editor.js';
import { full } from './support/full.js';
import { small } from './support/small.js';
import { type Stub, stubsOf } from './support/stubs.js';

const SHIPPED = resolve(import.meta.dirname, '../../scenarios');
const read = (path: string) => readFileSync(join(SHIPPED, path), 'utf8');
const yaml = (folder: string) => readdirSync(join(SHIPPED, folder)).filter((name) => name.endsWith('.yaml'));
const kinds: Record<string, SchemaKind> = Object.fromEntries([
  ...yaml('').map((name) => [name, name === 'targets.yaml' ? 'targets' : 'scenario'] as const),
  ...yaml('policies').map((name) => [`policies/${name}`, 'policy'] as const),
]);
/** A file that is only in memory, among the shipped ones. */
const typed = (kind: SchemaKind, text: string) => `# yaml-language-server: $schema=schema/${kind}.schema.json\n${text}`;
const SCRATCH = join(SHIPPED, 'scratch.yaml');

describe('the shipped schema', () => {
  it.each(SCHEMA_KINDS)('of %s files is the one that `spillover schema` prints', (kind) => {
    expect(read(`schema/${kind}.schema.json`)).toBe(`${JSON.stringify(jsonSchema(kind), null, 1)}\n`);
  });

  it.each(Object.entries(kinds))(
    'is named in the first line of %s, a file of kind %s, and accepts it',
    async (path, kind) => {
      const text = read(path);
      const up = path.includes('/') ? '../' : '';
      expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=${up}schema/${kind}.schema.json`);
      expect(await openEditor().faults(join(SHIPPED, path), text)).toEqual([]);
    },
  );

  it('accepts a scenario of one of everything, and a child that leaves out, names and deletes', async () => {
    const child = `spillover: 1
scenario: child
extends: ./full.yaml
time: {measure: 2 weeks}
services: {officers: {capacity: $officers}, suite: null}
pathways: {call: {label: null, steps: {decide: {branch: {options: {attend: {share: {higher: null}}}}}}}}
parameters: {officers: {value: 3, assumption: a guess, grade: E, range: [1, 4]}, other: null}
`;
    const { faults } = openEditor();
    for (const text of [full, small, child]) expect(await faults(SCRATCH, typed('scenario', text))).toEqual([]);
  });
});

it('every distribution is known to the editor', () => {
  const { properties } = distributionJson({ type: 'string' });
  expect(Object.keys(Object(properties)).sort()).toEqual([...DISTRIBUTIONS].sort());
});

describe('a fault', () => {
  const scenario = 'scenario';
  const faults: [string, SchemaKind, string, string, number, string][] = [
    ['a misspelt key', scenario, 'capacity: 3', 'capcity: 3', 13, 'Property capcity is not allowed'],
    ['a missing key', scenario, 'capacity: 3, ', '', 13, 'Missing property "capacity"'],
    ['a missing unit', scenario, 'warm-up: 1 week', 'warm-up: 1', 5, 'Incorrect type'],
    ['an unknown unit', scenario, 'warm-up: 1 week', 'warm-up: 1 wek', 5, 'Write a duration such as `45 min`'],
    ['a share beyond 1', scenario, 'share: 1,', 'share: 1.5,', 22, 'Value is above the maximum of 1'],
    ['a word that is no choice', scenario, 'spillover: 1', 'gridlock: stop\nspillover: 1', 2, 'Value is not accepted'],
    ['an id with capitals', scenario, '  clinic: {', '  Clinic: {', 13, 'String does not match the pattern'],
    ['another version', scenario, 'spillover: 1', 'spillover: 2', 2, 'Value must be 1'],
    ['no verb in a step', scenario, 'seize: clinic', 'sieze: clinic', 29, 'Property sieze is not allowed'],
  ];

  it.each(faults)('%s is underlined where it stands', async (_, kind, from, to, line, said) => {
    expect(small).toContain(from);
    const found = await openEditor().faults(SCRATCH, typed(kind, small.replace(from, to)));
    expect(found).toContainEqual(expect.stringContaining(`${line}: ${said}`));
  });

  it('in a policy or a targets file is underlined as well', async () => {
    const { faults: of } = openEditor();
    const policy = 'spillover: 1\npolicy: p\nedits:\n  - scale: {what: services.a.capacity, times: 2}\n';
    expect(await of(SCRATCH, typed('policy', policy))).toContain('5: Property times is not allowed.');
    const targets = 'spillover: 1\ntargets:\n  a: {world: b, off: {measure: c}}\n';
    expect(await of(SCRATCH, typed('targets', targets))).toContain('4: Property off is not allowed.');
  });
});

describe('quantities', () => {
  const number = fc
    .oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true }), fc.nat(1000))
    .map(String);
  const time = fc.constantFrom(
    's',
    'min',
    'minutes',
    'h',
    'hour',
    'days',
    'week',
    'weeks',
    'year',
    'wek',
    'month',
    '',
    '',
    '',
    '',
  );
  const heads = fc.constantFrom(
    '',
    'per person ',
    'per hundred thousand ',
    'per 100,000 ',
    'per million ',
    'per dozen ',
  );
  const shape = fc.constantFrom('', ' ', 'per ', ' per ', '%', ' per million');
  const text = fc.tuple(fc.constantFrom('', '+', ' '), number, shape, heads, time).map((parts) => parts.join(''));

  it.each([
    ['duration', duration],
    ['rate', rate],
    ['share', fraction],
    ['count', count],
  ] as const)('a %s that `check` reads is one to the editor', (kind, reader) => {
    const forms = (reader.json.anyOf ?? [reader.json]) as readonly { readonly pattern?: string }[];
    const isText = (written: string) =>
      forms.some(({ pattern }) => pattern !== undefined && new RegExp(pattern).test(written));
    let read = 0;
    fc.assert(
      fc.property(text, (written) => {
        let faults = 0;
        reader.read(written, () => faults++);
        if (faults > 0) return;
        read++;
        expect([kind, written, isText(written)]).toEqual([kind, written, true]);
      }),
      { seed: 1, numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(20);
  });
});

/** The places of every kind of file; a scenario is walked as one that stands alone and as one that extends another. */
const places: [string, SchemaKind, Stub[]][] = SCHEMA_KINDS.flatMap((kind) => {
  const whole = jsonSchema(kind);
  const name = kind === 'targets' ? [] : [`${kind}: a`];
  const head = ['spillover: 1', ...name];
  if (kind !== 'scenario') return [[kind, kind, stubsOf(whole, whole, head)] as [string, SchemaKind, Stub[]]];
  return [
    ['scenario', kind, stubsOf(whole, whole.else as Stub & typeof whole, head)],
    ['scenario that extends another', kind, stubsOf(whole, whole.then as typeof whole, [...head, 'extends: b'])],
  ];
});

describe.each(places)('every key of a %s', (_, kind, stubs) => {
  const { hover, offered } = openEditor();

  it('has a text when it is pointed at', async () => {
    const silent: string[] = [];
    for (const { path, lines, indent, keys } of stubs)
      for (const key of keys.keys()) {
        if (lines.includes(`${key}: a`) || lines.includes(`${key}: b`) || `${key}: 1` === lines[0]) continue;
        const text = typed(kind, [...lines, `${' '.repeat(indent)}${key}: `, ''].join('\n'));
        const said = await hover(SCRATCH, text, lines.length + 2, indent + 1);
        if (!/[a-z]{2}.*\.|`/s.test(said)) silent.push(`${path}.${key}`);
      }
    expect(silent).toEqual([]);
  });

  it('is offered where it may stand', async () => {
    const missing: string[] = [];
    for (const { path, lines, indent, keys } of stubs) {
      const text = typed(kind, [...lines, ' '.repeat(indent), ''].join('\n'));
      const labels = await offered(SCRATCH, text, lines.length + 2, indent + 1);
      const wanted = [...keys.keys()].filter((key) => !/^(some-name|q90|mon-fri .*)$/.test(key));
      const there = (key: string) => path === '' && lines.some((line) => line.startsWith(`${key}: `));
      missing.push(...wanted.filter((key) => !labels.includes(key) && !there(key)).map((key) => `${path}.${key}`));
    }
    expect(missing).toEqual([]);
  });
});
