import { defineConfig } from 'vitest/config'

/**
 * Two projects: `unit` shares one module graph per worker (fast); `browser` and `process` tests start servers of their own and run one file at a time.
 * Timeouts are generous because a machine under load must not decide whether the code is right.
 */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'web/src/**/*.test.{ts,tsx}', 'data/**/*.test.ts', 'test/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          globalSetup: ['test/support/cluster.setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'flow',
          include: ['test/flow/**/*.test.ts', 'test/browser/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
})
