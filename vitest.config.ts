import { defineConfig } from 'vitest/config'

/** The tests of our own code. Specs are judged by `plumb`, which starts Vitest with `harness/run/judge.config.ts`. */
export default defineConfig({
  cacheDir: '.vite',
  test: {
    pool: 'threads',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // a machine that builds beside it is slow, and no test is about speed
          testTimeout: 30_000,
          include: ['{harness,fixtures,reports,ci}/**/*.test.ts', 'specs/_meta/*.test.ts'],
          exclude: ['**/*.e2e.test.ts', 'node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['{harness,fixtures,reports,ci}/**/*.e2e.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
