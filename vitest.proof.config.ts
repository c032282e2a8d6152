import { defineConfig } from 'vitest/config';
import { AS_BUILT, built } from './test/support/built.js';

/** The long proofs: random batteries, many oracle worlds, theory to 1%. Minutes to hours, so not in `npm test`. */
export default defineConfig({
  plugins: [built()],
  test: {
    include: ['test/**/*.proof.ts'],
    globalSetup: ['test/support/built.ts', 'test/support/proof-page/page.ts'],
    server: { deps: { external: AS_BUILT } },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 4 * 3_600_000,
    hookTimeout: 600_000,
    reporters: ['verbose'],
  },
});
