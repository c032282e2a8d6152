import fc from 'fast-check';
import { expect } from 'vitest';
import type { Step, World } from '../../../src/sim/index.js';
import { full } from './full.js';
import { load } from './load.js';
import { policy } from './policy.js';

const scenario = full
  .replace('time:', 'policies: [./p.yaml]\ntime:')
  .replace(
    'gridlock:',
    'evidence: [e.csv]\nparameters:\n  x: {value: 2, source: census, grade: B, range: [1, 3]}\ngridlock:',
  )
  .replace('people: 4', 'people: $x');
/** A scenario with a policy and evidence, all valid. */
export const sources: Record<string, string> = {
  's.yaml': scenario,
  'p.yaml': policy(
    `  - reroute: {step: call.decide, from: [attend], share: $y, to: {=unmet: 0.4, desk.ask: rest}}
  - threshold: {step: call.decide, option: attend, below: higher, to: =advice-only}
  - scale: {what: arrivals.others.rate, by: 1.5}
  - set: {what: services.suite.capacity, to: 3}
  - add:
      services: {desk: {agency: nhs, capacity: 2}}
      pathways: {desk: {steps: {ask: {seize: desk, for: 5 min}, done: {leave: resolved}}}}`,
    'starts: 2024-01-10\nramp: 2 weeks\nlevers: {y: {}}\nparameters: {y: {value: 30%, assumption: a guess, grade: E, range: [0, 1]}}\n',
  ),
  'e.csv':
    'id,quantity,value,low,high,unit,geography,period,source,url,quality,note\ncensus,Nurses,3,,,nurses,Here,2024,A census,https://example.org/census,inspection,"a, b"\n',
};

/** Pieces of text that are likely to hurt. */
const pieces = [
  '',
  '{',
  '}',
  '[',
  ']',
  ':',
  ': ',
  ',',
  '\n',
  '\n  ',
  '#',
  '&a ',
  '*a',
  '"',
  "'",
  '|',
  '>',
  '-',
  '- ',
  '?',
  '!',
  '!!set ',
  '%',
  '@',
  '`',
  '~',
  'null',
  'true',
  '.inf',
  '.nan',
  '0',
  '-1',
  '1e309',
  '0x10',
  '1_000',
  '99999999999999999999',
  '\t',
  '\u0000',
  '\uFEFF',
  '\u2028',
  '💥',
  '$',
  '$x',
  '$nothing',
  '$y',
  '=',
  '=unmet',
  '=nothing',
  '.',
  '..',
  'a.b',
  'a.b.c',
  'call',
  'call.decide',
  'others',
  'rest',
  'all',
  '2 h',
  '3 per day',
  '4 per million',
  '50%',
  '0 h',
  'unlimited',
  '2024-01-10',
  '2024-02-30',
  '__proto__',
  'constructor',
  'toString',
  'prototype',
  'hasOwnProperty',
  '<<',
  'mon-fri 08:00-20:00',
  '{}',
  '[]',
  '{exponential: 1 h}',
  '{lognormal: {mean: 0 h, sd: 0 h}}',
  '{a: 1}',
  'x'.repeat(300),
];

type Change = { readonly file: string; readonly from: number; readonly length: number; readonly piece: string };
const names = Object.keys(sources);
const change: fc.Arbitrary<Change> = fc.record({
  file: fc.constantFrom('s.yaml', 's.yaml', 's.yaml', 'p.yaml', 'e.csv'),
  from: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }).map((share) => Math.floor(share * 1e6)),
  length: fc.constantFrom(0, 0, 1, 2, 5, 20, 200),
  piece: fc.constantFrom(...pieces),
});

/** Puts a piece in place of some text, of a whole word, or of a number (then doubled, so that much stays valid). */
function apply(files: Record<string, string>, { file, from, length, piece }: Change): Record<string, string> {
  const text = files[file] ?? '';
  const at = text.length === 0 ? 0 : from % text.length;
  if (from % 2 === 0) return { ...files, [file]: text.slice(0, at) + piece + text.slice(at + length) };
  if (from % 3 === 0) {
    const numbers = [...text.matchAll(/\b\d+\b/g)];
    const number = numbers[from % Math.max(1, numbers.length)];
    if (number === undefined) return files;
    const rest = text.slice(number.index + number[0].length);
    return { ...files, [file]: text.slice(0, number.index) + 2 * Number(number[0]) + rest };
  }
  const words = [...text.matchAll(/[^\s,{}[\]]+/g)];
  const word = words[from % Math.max(1, words.length)];
  if (word === undefined) return files;
  return { ...files, [file]: text.slice(0, word.index) + piece + text.slice(word.index + word[0].length) };
}

/** Throws unless everything in a world points at something that is there, and shares add to 1. */
function checkWorld(world: World): void {
  const bare = JSON.stringify(world, (_, value) => (Number.isNaN(value) ? 'not a number' : value));
  expect(bare).not.toContain('not a number');
  for (const { tables } of world.epochs) {
    const { steps, services } = tables;
    expect(services).toHaveLength(world.epochs[0]?.tables.services.length ?? 0);
    const isStep = (index: number) => index >= 0 && index < steps.length;
    const waysOf = (step: Step): number[] => {
      const rerouted = step.reroutes.flatMap((reroute) => reroute.to.map((option) => option.to));
      if (step.verb === 'branch')
        return [...rerouted, ...step.cases.map((each) => each.to), ...step.options.map((each) => each.to)];
      return 'then' in step ? [...rerouted, step.then] : rerouted;
    };
    for (const step of steps) {
      expect(waysOf(step).every(isStep)).toBe(true);
      if (step.verb === 'leave') expect(world.outcomes[step.outcome]).toBeDefined();
      if (step.verb === 'seize') {
        expect(step.services.length).toBeGreaterThan(0);
        expect(step.services.every((service) => services[service] !== undefined)).toBe(true);
        expect(step.units.every((units) => Number.isInteger(units) && units >= 1)).toBe(true);
      }
      if (step.verb === 'branch' && step.options.length > 0) {
        for (const severity of world.severities.keys()) {
          const total = step.options.reduce((sum, option) => sum + (option.weights[severity] ?? Number.NaN), 0);
          expect(total).toBeCloseTo(1, 8);
        }
      }
    }
    for (const need of tables.needs) {
      expect(need.unitRate).toBeGreaterThan(0);
      expect(need.channels.every((channel) => isStep(channel.entry))).toBe(true);
      expect(need.severity.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 8);
    }
    for (const stream of tables.arrivals) expect(isStep(stream.entry)).toBe(true);
  }
  expect(world.stock.every((stock) => stock.count >= 0)).toBe(true);
}

/**
 * Changes valid files at random, and throws unless each result is read, or refused with a place in a file, without a
 * crash; returns how many were accepted and refused.
 */
export function mutate(runs: number, seed: number): { accepted: number; refused: number } {
  const count = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('steady', 'go-live'),
      (changes, design) => {
        const files = changes.reduce(apply, sources);
        const loaded = load(files, './s.yaml', { design });
        if (loaded.ok) {
          count.accepted++;
          checkWorld(loaded.scenario.world);
          return;
        }
        count.refused++;
        expect(loaded.problems.length).toBeGreaterThan(0);
        for (const problem of loaded.problems) {
          expect(names).toContain(problem.file);
          const lines = (files[problem.file] ?? '').split('\n');
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(lines.length);
          expect(problem.column).toBeGreaterThanOrEqual(1);
          expect(problem.column).toBeLessThanOrEqual((lines[problem.line - 1] ?? '').length + 2);
          for (const part of [problem.message, problem.found, problem.expected, problem.next])
            expect(part).toMatch(/\S/);
        }
      },
    ),
    { seed, numRuns: runs },
  );
  return count;
}
