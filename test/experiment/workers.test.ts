/** Worker threads: the same bytes with any number of them. */
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { callUp, dismiss, freeMemory, handOut, heldAtRest, sendToRest } from '../../src/experiment/crew.js';
import { type Results, runExperiment } from '../../src/experiment/index.js';
import { shareOf } from '../../src/experiment/respond.js';
import { deadlock } from './support/members.js';
import { planOf } from './support/town.js';

async function bytes(workers: number, replications = 5, worlds = ['town', 'diverted']): Promise<string> {
  const experiment = await runExperiment(planOf(worlds, { workers, replications }));
  return JSON.stringify(experiment.ok ? experiment.results : experiment.problems);
}

/** A number that goes up by one with each thread that is begun. */
async function threadsBegun(): Promise<number> {
  const worker = new Worker('', { eval: true });
  const { threadId } = worker;
  await worker.terminate();
  return threadId;
}

describe('worker threads', () => {
  it('load one module, and no reader of files', () => {
    const worker = readFileSync(new URL('../../dist/experiment/worker.js', import.meta.url), 'utf8');
    expect([...worker.matchAll(/^import .* from ["'](.+)["'];$/gm)].map(([, name]) => name)).toEqual([
      'node:v8',
      'node:worker_threads',
    ]);
  });
  it('give the same bytes, however many there are', async () => {
    const inline = await bytes(0);
    expect(inline.length).toBeGreaterThan(100_000);
    for (const workers of [1, 2, 3]) expect(await bytes(workers)).toBe(inline);
  });
  it('are kept for what is asked for next, of the same worlds or of others', async () => {
    await bytes(2, 2);
    const before = await threadsBegun();
    const others = [await bytes(2, 4, ['town']), await bytes(2, 1), await bytes(2, 3)];
    expect((await threadsBegun()) - before).toBe(1);
    expect(others).toEqual([await bytes(0, 4, ['town']), await bytes(0, 1), await bytes(0, 3)]);
  });
  it('of experiments at the same time are their own: one that is stopped, or asks for more of them, ends no other', async () => {
    const stop = new AbortController();
    const stopped = runExperiment(
      planOf(['town', 'diverted'], {
        workers: 2,
        replications: 500,
        signal: stop.signal,
        onProgress: (done) => {
          if (done === 2) stop.abort();
        },
      }),
    );
    const others = await Promise.all([bytes(2), bytes(1), stopped.then(() => bytes(2))]);
    const inline = await bytes(0);
    expect(others).toEqual([inline, inline, inline]);
  });
  it('at rest are counted by what they hold themselves, and not by what this thread has taken since', async () => {
    const { worlds, seed } = planOf(['town'], {});
    const crew = await callUp(1);
    const run = handOut(crew, shareOf(worlds, { seed, from: 0, to: 1, workers: 1 }), undefined);
    expect((await run(0)).ok).toBe(true);
    expect(heldAtRest()).toBe(0);
    await sendToRest(crew);
    const atRest = heldAtRest();
    expect(atRest).toBeGreaterThan(5e6);
    expect(atRest).toBeLessThan(500e6);
    // Of many, as what is free changes from one look to the next.
    const told = Array.from({ length: 101 }, () => freeMemory(1) - freeMemory(0)).sort((one, other) => one - other);
    expect(told[50]! / atRest).toBeCloseTo(1, 1);
    const taken = Buffer.alloc(300e6, 1);
    expect(heldAtRest()).toBe(atRest);
    expect(taken.length).toBe(300e6);
    expect(await callUp(1)).toBe(crew);
    expect(heldAtRest()).toBe(0);
    await dismiss(crew);
  });
  it.each([
    { workers: 1, told: 3, least: 3, most: 3 },
    // One of two threads may have done more of the twenty than the other, but not nearly all of them.
    { workers: 2, told: 20, least: 2, most: 21 },
  ])('are told to stop, and leave the longest complete run: $workers', async ({ workers, told, least, most }) => {
    const stop = new AbortController();
    const plan = planOf(['town', 'diverted'], {
      workers,
      replications: 500,
      signal: stop.signal,
      onProgress: (done) => {
        if (done === told) stop.abort();
      },
    });
    const experiment = await runExperiment(plan);
    if (!experiment.ok) throw new Error('refused');
    const { completed, requested } = experiment.results.design.replications;
    expect(requested).toBe(500);
    expect(completed).toBeGreaterThanOrEqual(least);
    expect(completed).toBeLessThanOrEqual(most);
    const again = JSON.parse(await bytes(0, completed)) as Results;
    expect(experiment.results.estimates).toEqual(again.estimates);
    expect(experiment.results.differences).toEqual(again.differences);
  });
  it('hand a fault over as it is found without them', async () => {
    const plan = { ...planOf(['town'], { replications: 4 }), worlds: [deadlock()] };
    const message = (workers: number) =>
      runExperiment({ ...plan, workers }).then(
        () => 'no fault',
        (error: Error) => `${error.name}: ${error.message}`,
      );
    const inline = await message(0);
    expect(inline).toMatch(/^InvariantError: replication 0: /);
    expect(await message(2)).toBe(inline);
  });
});
