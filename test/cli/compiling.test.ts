/** How the commands have Node compile: asked of processes of their own, by what Node says that it makes fast. */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { expect, it } from 'vitest';
import { folderWith, MAIN } from './support/spillover.js';

/** Lines that Node prints of what it compiles while a command runs. */
function compiled(words: readonly string[], cwd: string): string[] {
  const { status, stdout } = spawnSync(process.execPath, ['--trace-opt', MAIN, ...words], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  expect(status).toBe(0);
  return stdout.split('\n').filter((line) => line.includes('compiling method'));
}

const QUEUE = `spillover: 1
scenario: queue
label: A queue
owner: Tests
time: {start: 2023-01-02, as-of: 2023-01-02, warm-up: 1 week, measure: 40 weeks, replications: 2}
area: {id: town, label: A town, population: 1}
agencies: {desk: Desk}
outcomes: {served: Served}
services: {clerks: {label: Clerks, agency: desk, unit: clerks, capacity: 3}}
arrivals: {calls: {label: Calls, every: {exponential: 1 min}, to: visit.serve}}
pathways:
  visit: {steps: {serve: {seize: clerks, for: {exponential: 2 min}}, out: {leave: served}}}
`;

it('a run compiles in its workers where every processor has one, and beside them where one is free', () => {
  const home = folderWith({ 'queue.yaml': QUEUE });
  const modes = (workers: number) => {
    const words = ['run', './queue.yaml', '--workers', `${workers}`, '--replications', `${workers}`, '--quiet'];
    const lines = compiled([...words, '--out', `with-${workers}`], home);
    // Of the engine alone, and some of them: which are compiled, and which are put into others, is for Node to say.
    const engine = lines.filter((line) =>
      /<JSFunction (?:onServiceEnd|onRenewal|closeEpisode|startService) /.test(line),
    );
    return [...new Set(engine.flatMap((line) => /ConcurrencyMode::\w+/.exec(line) ?? []))];
  };
  const processors = availableParallelism();
  expect(modes(processors)).toEqual(['ConcurrencyMode::kSynchronous']);
  if (processors > 1) expect(modes(processors - 1)).toEqual(['ConcurrencyMode::kConcurrent']);
});

it('a check makes fast code of little, as it runs most functions a few times', () => {
  const home = folderWith();
  const [checked, described] = [['check'], ['describe']].map(([word = '']) => compiled([word, 'uk-baseline'], home));
  expect(described!.length).toBeGreaterThan(20);
  expect(checked!.length).toBeLessThan(described!.length / 3);
});
