import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestResult } from 'allure-js-commons'
import { expect, test } from 'vitest'
import { startVitest } from 'vitest/node'
import { folder, resultsIn } from '../testdata/folder.ts'
import { FAILS, sampleRun, words } from '../testdata/sample.ts'
import { writeAllure } from './allure.ts'
import { historyIdOf } from './allure-id.ts'
import { AllureVerdicts, type AllureVerdictsOptions } from './allure-reporter.ts'

/** Runs the specs of testdata in a Vitest of their own, as the judge does. */
async function judged(options: Partial<AllureVerdictsOptions> = {}) {
  const resultsDir = join(await folder(), 'allure-results')
  const { exitCode } = process
  const vitest = await startVitest('test', ['reports/testdata'], {
    root: fileURLToPath(new URL('../../', import.meta.url)),
    config: false,
    watch: false,
    pool: 'threads',
    isolate: false,
    include: ['reports/testdata/*.spec.ts'],
    reporters: [new AllureVerdicts({ resultsDir, ...options })],
    silent: true,
  })
  await vitest.close()
  process.exitCode = exitCode
  return { resultsDir, results: await resultsIn(resultsDir) }
}

const statusOf = (results: ReadonlyMap<string, TestResult>) =>
  Object.fromEntries([...results].map(([id, { status }]) => [id, status]).sort())

test('the status is that of the verdict, whatever its message says', async () => {
  const { results } = await judged()

  expect(statusOf(results)).toMatchInlineSnapshot(`
    {
      "broken reports/testdata/crashes.spec.ts this spec cannot be loaded": "broken",
      "broken reports/testdata/verdicts.spec.ts asked nobody: passed without any evidence": "broken",
      "broken reports/testdata/verdicts.spec.ts crashed: x is not a function": "broken",
      "broken reports/testdata/verdicts.spec.ts forgot its verdict: ended without a verdict": "broken",
      "broken reports/testdata/verdicts.spec.ts has the id of another: zero-trust/media-share-is-mounted was judged twice": "broken",
      "broken reports/testdata/verdicts.spec.ts told a pass, then failed: told a pass, but ended failed: a hook failed": "broken",
      "zero-trust/gpu-is-passed": "skipped",
      "zero-trust/lan-sees-media-only": "failed",
      "zero-trust/media-share-is-mounted": "passed",
      "zero-trust/proxmox-ui-off-lan": "skipped",
      "zero-trust/read-only-media": "broken",
      "zero-trust/violated-0": "failed",
      "zero-trust/violated-1": "failed",
      "zero-trust/violated-2": "failed",
      "zero-trust/words-0": "broken",
      "zero-trust/words-1": "broken",
      "zero-trust/words-2": "broken",
    }
  `)
}, 30_000)

test('a spec that crashes, tells no verdict, or one that cannot be, is never green', async () => {
  const { results } = await judged()
  const bugs = [...results.values()].filter(({ name }) => name?.startsWith('A bug of ours'))

  expect(bugs.map(({ statusDetails }) => statusDetails?.message).sort()).toEqual([
    'asked nobody: passed without any evidence',
    'crashed: x is not a function',
    'forgot its verdict: ended without a verdict',
    'has the id of another: zero-trust/media-share-is-mounted was judged twice',
    'this spec cannot be loaded',
    'told a pass, then failed: told a pass, but ended failed: a hook failed',
  ])
  expect(new Set(bugs.map(({ status }) => status))).toEqual(new Set(['broken']))
}, 30_000)

test('a result carries profile, heading, statement, severity, standards, worth and evidence', async () => {
  const { resultsDir, results } = await judged({ words, lab: 'zero-trust' })
  const result = results.get(FAILS.id)

  expect(result?.historyId).toBe(historyIdOf('zero-trust', FAILS.id))
  expect(result?.labels.map(({ name, value }) => `${name}: ${value}`)).toMatchInlineSnapshot(`
    [
      "epic: zero-trust",
      "feature: Security Model (Zero Trust)",
      "story: ZT-27 On the LAN nothing but media workloads answers.",
      "severity: blocker",
      "verdict: fail",
      "reality: real",
      "impact: critical",
      "tag: exposure",
      "tag: must",
      "tag: SC-7",
      "framework: plumbline",
      "lab: zero-trust",
    ]
  `)
  expect(result?.description).toMatchInlineSnapshot(`
    "**The document says**

    ZT-27 On the LAN nothing but media workloads answers.

    **What to do**

    Bind the service to tailscale0, or drop its port on the LAN interface.

    **Who was asked**

    \`\`\`text
    scan from lan: tcp 1-65535 of 12 addresses (real, 2026-11-21T01:38:54.120Z)
    \`\`\`

    **What it is**

    critical impact, must, exposure

    **Standards**

    SC-7"
  `)
  const [evidence, offenders] = await Promise.all(
    (result?.attachments ?? []).map(async ({ source }) =>
      JSON.parse(await readFile(join(resultsDir, source), 'utf8')),
    ),
  )
  expect(evidence).toEqual(FAILS.evidence)
  expect(offenders).toEqual(FAILS.offenders)
}, 30_000)

test('only selected controls are written', async () => {
  const { results } = await judged({ isSelected: (id) => id === FAILS.id })
  const controls = [...results.keys()].filter((id) => id.startsWith('zero-trust/'))

  expect(controls).toEqual([FAILS.id])
}, 30_000)

test('a stored run gives the results that the judge gave', async () => {
  const fromFile = join(await folder(), 'allure-results')
  writeAllure(sampleRun(), fromFile)
  const run = sampleRun()
  const about = { lab: run.lab, target: run.target, startedAtMs: Date.parse(run.startedAt) }
  const { results } = await judged({ words, ...about })
  const stored = await resultsIn(fromFile)

  for (const { id } of run.verdicts)
    expect(comparable(stored.get(id))).toEqual(comparable(results.get(id)))
}, 30_000)

/** Without its place among the others: the specs of testdata hold more than the run. */
const comparable = (result: TestResult | undefined) => ({
  ...result,
  start: 0,
  stop: 0,
  attachments: result?.attachments.map((one) => ({ ...one, source: one.source.slice(5) })),
})

test('results of an earlier run are not counted again', async () => {
  const dir = await folder()
  writeAllure(sampleRun(), dir)
  writeAllure(sampleRun([FAILS]), dir)

  expect([...(await resultsIn(dir)).keys()]).toEqual([FAILS.id])
})

test('a folder that holds anything else is left alone', async () => {
  const dir = await folder()
  await writeFile(join(dir, 'thesis.txt'), 'mine')

  expect(() => writeAllure(sampleRun(), dir)).toThrow('thesis.txt, which is no Allure result')
  expect(await readFile(join(dir, 'thesis.txt'), 'utf8')).toBe('mine')
})
