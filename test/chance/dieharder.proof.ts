/**
 * Debian's dieharder on draws whose addresses follow each other, on their first and on their last bits. The streams are
 * fixed, and so is dieharder's own seed: the same version says the same again, and `docs/chance.md` holds what it said.
 * SPILLOVER_DIEHARDER=all runs the whole battery, which takes hours for each stream.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { recordProof } from '../support/proof-page/record.js';
import { dieharder, dieharderVersion, EVERYTHING, FAILS, READINGS, SELECTION, STREAMS, WEAK } from './dieharder.js';

const version = dieharderVersion();
const battery = process.env.SPILLOVER_DIEHARDER === 'all' ? EVERYTHING : SELECTION;
const streams = STREAMS.flatMap((stream) => READINGS.map((reading) => ({ stream, reading })));

describe('dieharder', () => {
  it('is found where REQUIRE_ALL=1 demands it', () => {
    expect(version !== null || process.env.REQUIRE_ALL !== '1').toBe(true);
  });
});

describe.skipIf(version === null)(`dieharder ${version ?? 'that is not here'} (Debian’s package dieharder)`, () => {
  const rows: string[] = [];
  afterAll(() => {
    const head =
      '| stream | bits | p-values | least | where | below 0.005 | above 0.995 |\n|---|---|---|---|---|---|---|';
    const lines = [`dieharder ${version}, ${battery.join('; ')}`, ...head.split('\n'), ...rows];
    process.stdout.write(`${lines.join('\n')}\n`);
    if (rows.length === streams.length && battery === SELECTION) recordProof('dieharder', lines);
  });

  it.each(streams)('finds nothing in $stream, $reading bits', async ({ stream, reading }) => {
    const lines = [];
    for (const options of battery) lines.push(...(await dieharder(stream, reading, options)));
    const least = lines.reduce((worst, line) => (line.p < worst.p ? line : worst));
    const low = lines.filter(({ p }) => p < WEAK).length;
    const high = lines.filter(({ p }) => p > 1 - WEAK).length;
    expect(lines.filter(({ p }) => !(p >= FAILS))).toEqual([]);
    rows.push(
      `| ${stream} | ${reading} | ${lines.length} | ${least.p.toFixed(5)} | ${least.test} | ${low} | ${high} |`,
    );
  });

  it('finds a stream in which one byte in 256 has lost its last bit', async () => {
    const lines = await dieharder('persons', 'high', '-d 100', "LC_ALL=C tr '\\377' '\\376'");
    expect(lines.filter(({ p }) => p < FAILS)).not.toEqual([]);
  });
});
