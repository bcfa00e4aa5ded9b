import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labsOf, openLab } from '../../harness/cli/labs.ts'
import { plumb } from '../../harness/cli/plumb.test-run.ts'
import type { Fact } from '../../harness/model/fact.ts'
import { benchOf } from '../../harness/run/bench.ts'
import { collectFacts, collectors, snapshotOf } from '../../harness/run/collect.ts'
import { breakTarget, faultsOf } from '../../harness/run/faults.ts'
import { files } from '../../harness/run/load.ts'
import { judgeAll } from '../../harness/run/prove.ts'
import { writeSnapshot } from '../../harness/run/snapshot-file.ts'
import { controls } from '../../harness/run/specs.ts'
import type { Run } from '../run.ts'
import { resultsIn } from '../testdata/folder.ts'
import { writeAllure } from './allure.ts'
import { consoleReport } from './console.ts'
import { COUNTERS } from './counters.test-words.ts'
import { VALIDATORS } from './validators.test-words.ts'

const LABS = ['fixed-roles', 'layered', 'talos-gitops', 'zero-trust', 'zfs-platform'] as const
/** With one blind a lab, twenty defects. */
const FAULTS = 3

let out: string
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'plumb-formats-'))
  const snapshots: string[] = []
  for (const lab of LABS) snapshots.push(await sickSnapshot(lab))
  const { exit, stderr } = await plumb(['judge', ...snapshots, '--out', out, '--quiet'])
  expect([exit, stderr]).toEqual([2, ''])
})
afterAll(() => rm(out, { recursive: true, force: true }))

/** A lab with three faults, a fact that nobody could observe, and a violation that somebody accepted. */
async function sickSnapshot(name: string): Promise<string> {
  const [lab] = await labsOf([name])
  if (!lab) throw new Error(`${name} is no reference lab`)
  const { signal } = new AbortController()
  const { target, redactor } = await openLab(lab, 'embedded', signal)
  await using closing = target
  const startedAt = new Date()
  await breakThrice(closing)
  const facts = await collectFacts({
    target: closing,
    collectors: await collectors(),
    redactor,
    signal,
  })
  const about = { target, inventoryDigest: lab.digest, startedAt, endedAt: new Date() }
  const sick = snapshotOf(facts, { ...about, waivers: lab.waivers })
  const verdicts = judgeAll(await controls(lab.inventory.profiles), await benchOf(sick))
  const fail = [...verdicts.values()].find((one) => one.offenders.length > 0)
  const sound = [...verdicts.values()].find(({ verdict }) => verdict === 'pass')
  const [hidden = ''] = sound?.reads ?? []
  facts.set(hidden, HIDDEN)
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const accepted = (fail?.offenders ?? []).map((offender) => ({
    control: fail?.id ?? '',
    offender: offender as Record<string, unknown>,
    because: 'AssertionError: passed, skip',
    until,
    acceptedBy: 'ana',
  }))
  const path = join(out, `${name}.snapshot.json`)
  await writeSnapshot(snapshotOf(facts, { ...about, waivers: [...lab.waivers, ...accepted] }), path)
  return path
}

const HIDDEN: Fact = {
  known: false,
  reason: 'unreachable',
  because: 'nobody answered: AssertionError, passed, skipped',
  source: 'a host',
  ask: 'true',
  evidence: [],
}

async function breakThrice(target: Parameters<typeof breakTarget>[0]): Promise<void> {
  const faults = await faultsOf(target.inventory.profiles, [])
  const apart = Math.floor(faults.length / FAULTS)
  for (let i = 0; i < FAULTS; i++) {
    const [first] = await makeOne(
      target,
      faults.slice(i * apart).map(({ control }) => control),
    )
    if (first === undefined) throw new Error('no fault could be made')
  }
}

/** The first of these faults that this replica can make, beside those before it. */
async function makeOne(
  target: Parameters<typeof breakTarget>[0],
  wanted: readonly string[],
): Promise<readonly string[]> {
  for (const control of wanted)
    try {
      await breakTarget(target, control)
      return [control]
    } catch {
      // One before it has changed the same answer, or it needs a machine.
    }
  return []
}

const read = async (lab: string, file: string) => await readFile(join(out, lab, file), 'utf8')
const runOf = async (lab: string) => JSON.parse(await read(lab, 'run.json')) as Run

describe.each(LABS)('%s, sick', (lab) => {
  test('has every sort of verdict that it can have', async () => {
    const { summary } = await runOf(lab)

    expect(summary.pass).toBeGreaterThan(0)
    expect(summary.fail).toBeGreaterThan(0)
    expect(summary.unverifiable).toBeGreaterThan(0)
  })

  test.each(Object.entries(COUNTERS))('%s counts as the run does', async (file, count) => {
    const { summary } = await runOf(lab)

    expect(count(await read(lab, file))).toEqual(summary)
  })

  test('Allure counts as the run does', async () => {
    const run = await runOf(lab)
    const dir = join(out, lab, 'results')
    writeAllure(run, dir)
    const results = [...(await resultsIn(dir)).values()]
    const count = (status: string, verdict: string) =>
      results.filter(
        (one) =>
          one.status === status &&
          one.labels.some(({ name, value }) => name === 'verdict' && value === verdict),
      ).length

    expect({
      pass: count('passed', 'pass'),
      fail: count('failed', 'fail'),
      unverifiable: count('broken', 'unverifiable'),
      waived: count('skipped', 'waived'),
      notApplicable: count('skipped', 'not-applicable'),
    }).toEqual(run.summary)
  })

  test('the console counts as the run does', async () => {
    const run = await runOf(lab)
    const [, row = ''] = /^all +(.*)$/m.exec(consoleReport(run, PLAIN)) ?? []
    const { fail, unverifiable, waived, pass, notApplicable } = run.summary

    expect(row.split(/ +/).map((cell) => (cell === '·' ? 0 : Number(cell)))).toEqual([
      ...[fail, unverifiable, waived, pass, notApplicable],
    ])
  })

  for (const { file, needs, isHere, problems } of VALIDATORS)
    test.skipIf(!isHere)(`${file} is valid (needs ${needs})`, async () => {
      expect(await problems(await read(lab, file))).toEqual([])
    })

  test('fits 80 columns, told at length, briefly and in one line', async () => {
    const run = await runOf(lab)
    for (const how of [{}, { verbose: true }, { quiet: true }])
      for (const line of consoleReport(run, { ...PLAIN, ...how, files: [] }).split('\n'))
        expect(line.length, line).toBeLessThanOrEqual(80)
  })
})

const PLAIN = { columns: 80, color: false, verbose: false, quiet: false }

test('every format is counted here, or has nothing to count', () => {
  const found = files('reports/formats/*.format.ts')

  expect(found.length).toBe(Object.keys(COUNTERS).length + ['catalog', 'component'].length)
})
