import { defineConfig } from 'vitest/config';

/** The long proofs: random batteries, many oracle worlds, theory to 1%. Minutes to hours, so not in `npm test`. */
export default defineConfig({
  test: {
    include: ['test/**/*.proof.ts'],
    globalSetup: ['test/support/proof-page/page.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 4 * 3_600_000,
    hookTimeout: 600_000,
    reporters: ['verbose'],
  },
});
