import { startVitest } from 'vitest/node'
import { missingEngines } from './engines.ts'

/**
 * `npm test`: everything that can run here. What needs an engine that is not here is not run, and is
 * named, loudly. Ends with one line of counts, for whoever reads logs by machine.
 */
const wanted = process.argv.slice(2)
const missing = await missingEngines()
const vitest = await startVitest('test', wanted, {
  watch: false,
  reporters: ['default'],
  exclude: ['**/node_modules/**', ...missing.map(({ tests }) => tests)],
})
const modules = vitest.state.getTestModules()
const tests = modules.flatMap((module) => [...module.children.allTests()])
const failed = tests.filter((test) => test.result().state === 'failed').length
const skipped = tests.filter((test) => test.result().state === 'skipped')
const brokenFiles = modules.filter((module) => module.errors().length > 0).length
const passed = tests.filter((test) => test.result().state === 'passed').length
const errors = vitest.state.getUnhandledErrors().length
await vitest.close()

for (const { engine, tests, because, remedy } of missing)
  process.stdout.write(`\nNOT RUN: ${tests}\n  needs ${engine}: ${because}\n  ${remedy}\n`)
for (const test of skipped) process.stdout.write(`NOT RUN: ${test.fullName}\n`)
const bad = failed + brokenFiles + errors + (tests.length === 0 ? 1 : 0)
process.stdout.write(`\n${passed} passed, ${bad} failed\n`)
process.exitCode = bad > 0 ? 1 : 0
