/** The shape of the repository holds, and each rule is shown to fail on a planted fault. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from './support/architecture/rules.js';
import { readSources, type Sources } from './support/architecture/sources.js';

const root = resolve(import.meta.dirname, '..');
const repository = readSources(root, ['src', 'test', 'bench', 'scripts']);

/** A small repository in which every rule holds. */
const SOUND = {
  'src/sim/index.ts': `export * from './clock.js';\n`,
  'src/sim/clock.ts': `import seedrandom from 'seedrandom';\n/** Hour. */\nexport const hour = Math.floor(seedrandom.length);\n`,
  'src/sim/logarithms.ts': '/** Logarithm. */\nexport const ln = (x: number) => Math.log(x);\n',
  'src/sim/verbs/delay.ts': '/** Waits. */\nexport const delay = 1;\n',
  'src/sim/verbs/index.ts': `export { delay } from './delay.js';\n`,
  'src/experiment/index.ts': `/** What a report reads. */\nexport interface Results { readonly n: number }\n`,
  'src/report/index.ts': `import type { Results } from '../experiment/index.js';\n/** Page. */\nexport const page = (of: Results) => of.n;\n`,
  'src/cli/main.ts': `import { existsSync } from 'node:fs';\nimport { hour } from '../sim/index.js';\nexistsSync(String(hour));\n`,
};

/** Changes to the sound repository, each of which breaks the rule named and no other. */
const PLANTED: readonly { readonly rule: string; readonly what: string; readonly files: Record<string, string> }[] = [
  {
    rule: 'arrows point down',
    what: 'the engine imports experiments',
    files: { 'src/sim/clock.ts': `import '../experiment/index.js';\n/** Hour. */\nexport const hour = 1;\n` },
  },
  {
    rule: 'folders are entered by their index',
    what: 'the command reaches into the engine',
    files: { 'src/cli/main.ts': `import { hour } from '../sim/clock.js';\nvoid hour;\n` },
  },
  {
    rule: 'the report takes only types from below',
    what: 'inline types leave an import behind',
    files: {
      'src/report/index.ts': `import { type Results } from '../experiment/index.js';\n/** N. */\nexport type N = Results;\n`,
    },
  },
  {
    rule: 'each outside package has its owners',
    what: 'yaml in the command',
    files: { 'src/cli/a.ts': `import 'yaml';\n` },
  },
  {
    rule: 'each outside package has its owners',
    what: 'a newcomer',
    files: { 'src/cli/a.ts': `await import('@left/pad');\n` },
  },
  { rule: 'each outside package has its owners', what: 'bare fs', files: { 'src/cli/a.ts': `import 'fs';\n` } },
  {
    rule: 'only named files reach the machine',
    what: 'node:fs',
    files: { 'src/experiment/a.ts': `import 'node:fs';\n` },
  },
  { rule: 'only named files reach the machine', what: 'process', files: { 'src/report/a.ts': 'void process.env;\n' } },
  { rule: 'the engine computes the same everywhere', what: 'sine', files: { 'src/sim/a.ts': 'Math.sin(1);\n' } },
  { rule: 'the engine computes the same everywhere', what: 'a power', files: { 'src/sim/a.ts': 'void (2 ** 3);\n' } },
  { rule: 'the engine computes the same everywhere', what: 'chance', files: { 'src/sim/a.ts': 'Math.random();\n' } },
  { rule: 'the engine computes the same everywhere', what: 'a date', files: { 'src/sim/a.ts': 'new Date();\n' } },
  {
    rule: 'the engine computes the same everywhere',
    what: 'Math hidden',
    files: { 'src/sim/a.ts': 'void Math["pow"];\n' },
  },
  {
    rule: 'the engine computes the same everywhere',
    what: 'unpacked',
    files: { 'src/sim/a.ts': 'const { log } = Math;\nvoid log;\n' },
  },
  {
    rule: 'the engine computes the same everywhere',
    what: 'a second logarithm',
    files: { 'src/sim/a.ts': 'Math.exp(1);\n' },
  },
  {
    rule: 'the engine computes the same everywhere',
    what: 'Intl',
    files: { 'src/sim/a.ts': 'new Intl.NumberFormat();\n' },
  },
  {
    rule: 'no import goes round in a ring',
    what: 'two files import each other',
    files: { 'src/sim/a.ts': `import './b.js';\n`, 'src/sim/b.ts': `import './a.js';\n` },
  },
  { rule: 'each file is one idea', what: '301 lines', files: { 'src/sim/a.ts': '// a\n'.repeat(301) } },
  {
    rule: 'each exported item says what it is',
    what: 'a bare constant',
    files: { 'src/sim/a.ts': 'export const a = 1;\n' },
  },
  {
    rule: 'each exported item says what it is',
    what: 'a bare type',
    files: { 'src/sim/a.ts': 'export type A = 1;\n' },
  },
  {
    rule: 'an index lists all of its parts',
    what: 'a verb left out',
    files: { 'src/sim/verbs/leave.ts': 'void 0;\n' },
  },
  { rule: 'an index lists all of its parts', what: 'no index', files: { 'src/report/charts/waits.ts': 'void 0;\n' } },
  { rule: 'file names say what is inside', what: 'camel case', files: { 'src/sim/myClock.ts': 'void 0;\n' } },
  {
    rule: 'file names say what is inside',
    what: 'a drawer for everything',
    files: { 'src/sim/time-utils.ts': 'void 0;\n' },
  },
  { rule: 'no check is silenced', what: 'an any', files: { 'src/sim/a.ts': 'void (1 as any);\n' } },
  { rule: 'no check is silenced', what: 'an ignore', files: { 'src/sim/a.ts': '// @ts-ignore\nvoid 0;\n' } },
];

/** Names of the rules that a repository breaks. */
function broken(sources: Sources): string[] {
  return rules.filter(({ faults }) => faults(sources).length > 0).map(({ id }) => id);
}

describe('this repository', () => {
  it.each(rules)('$id', ({ faults }) => {
    expect(faults(repository)).toEqual([]);
  });
});

describe('the rules themselves', () => {
  it('accept a sound repository', () => {
    expect(broken(new Map(Object.entries(SOUND)))).toEqual([]);
  });

  it.each(PLANTED)('find it where $rule: $what', ({ rule, files }) => {
    expect(broken(new Map(Object.entries({ ...SOUND, ...files })))).toEqual([rule]);
  });

  it('are each shown to fail on something', () => {
    expect(new Set(PLANTED.map(({ rule }) => rule))).toEqual(new Set(rules.map(({ id }) => id)));
  });
});
