import { defineConfig } from 'vitest/config';
import { AS_BUILT, built } from './test/support/built.js';
import LongestFirst from './test/support/longest-first.js';

/** Where to leave a machine-readable count of the tests; `.ci/run` asks for one. */
const report = process.env.SPILLOVER_TEST_REPORT;

export default defineConfig({
  plugins: [built()],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.proof.ts'],
    globalSetup: ['test/support/built.ts'],
    server: { deps: { external: AS_BUILT } },
    sequence: { sequencer: LongestFirst },
    // Processes, not threads: some tests start worker threads of their own. Each of the two takes one file after another, since
    // a process for each file is a quarter of the time of the quick ones; what a file changes of its process it takes back.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
