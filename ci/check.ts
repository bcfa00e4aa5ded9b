import { $, type ProcessPromise } from 'zx'

/** `npm run check`: what every commit has to pass. Stops at the first step that fails and says which. */
const steps: readonly (readonly [name: string, run: () => ProcessPromise])[] = [
  ['biome', () => $`biome check .`],
  ['tsc', () => $`tsc --noEmit -p .`],
  ['knip', () => $`knip`],
  ['unit tests', () => $`vitest run --project unit`],
  ['pages', () => $`node ci/pages.ts --check`],
  ['judge', () => $`node harness/cli/index.ts verify --quiet --no-report`],
  ['prove', () => $`node harness/cli/index.ts prove --quiet`],
]

for (const [name, run] of steps) {
  const start = performance.now()
  const result = await run().nothrow().quiet()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  process.stdout.write(`${result.exitCode === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`)
  if (result.exitCode !== 0) {
    process.stdout.write(`${result.stdout}${result.stderr}`)
    process.exit(1)
  }
}
