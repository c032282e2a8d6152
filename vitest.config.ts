import { defineConfig } from 'vitest/config';

/** Where to leave a machine-readable count of the tests; `.ci/run` asks for one. */
const report = process.env.SPILLOVER_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.proof.ts'],
    // Processes, not threads: some tests start worker threads of their own, and a crash stays with its file.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
