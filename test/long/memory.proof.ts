/**
 * A thousand million events with stable memory: a world in which every kind of event goes on happening runs in a process
 * of its own, through every measure, and says at ten points what it holds.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { recordProof } from '../support/proof-page/record.js';

const EVENTS = 1e9;
/** How much more than at a tenth of the way may be held later on: objects and columns, and all that the process has. */
const MORE_HELD = 0.02;
const MORE_RESIDENT = 0.1;

interface Point {
  readonly events: number;
  readonly pending: number;
  readonly heapUsed: number;
  readonly arrayBuffers: number;
  readonly rss: number;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
const held = ({ heapUsed, arrayBuffers }: Point): number => heapUsed + arrayBuffers;

function told(point: Point): string {
  return [
    `${(point.events / 1e6).toFixed(1).padStart(7)} million events`,
    `${String(point.pending).padStart(6)} pending`,
    `held ${megabytes(held(point))} (objects ${megabytes(point.heapUsed)}, columns ${megabytes(point.arrayBuffers)})`,
    `resident ${megabytes(point.rss)}`,
  ].join(', ');
}

/** Runs it, and tells each point as it comes. */
async function points(): Promise<Point[]> {
  const script = fileURLToPath(new URL('run.mjs', import.meta.url));
  // The nursery of the collector has one size, so that what the process has follows what is held, not how busy it was.
  const child = spawn(process.execPath, ['--expose-gc', '--min-semi-space-size=4', '--max-semi-space-size=4', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const over = new Promise<number | null>((resolve) => child.on('close', resolve));
  const found: Point[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const point = JSON.parse(line) as Point;
    found.push(point);
    process.stdout.write(`${told(point)}\n`);
  }
  expect(await over).toBe(0);
  return found;
}

it('a thousand million events, and no more memory at the end than at a tenth of the way', async () => {
  const all = await points();
  const [first] = all;
  expect(all).toHaveLength(10);
  expect(all.at(-1)!.events).toBeGreaterThanOrEqual(EVENTS);
  const mostHeld = Math.max(...all.map((point) => held(point) / held(first!)));
  const mostResident = Math.max(...all.map(({ rss }) => rss / first!.rss));
  expect(mostHeld).toBeLessThanOrEqual(1 + MORE_HELD);
  expect(mostResident).toBeLessThanOrEqual(1 + MORE_RESIDENT);
  const shown = (ratio: number): string => `${(100 * ratio).toFixed(2)}%`;
  recordProof('memory', [
    ...all.map(told),
    `held at most ${shown(mostHeld)} of what was held at a tenth of the way (allowed ${shown(1 + MORE_HELD)}), ` +
      `resident at most ${shown(mostResident)} (allowed ${shown(1 + MORE_RESIDENT)})`,
  ]);
});
