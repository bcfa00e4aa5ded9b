import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { format, prometheusOfNight } from '../reports/formats/prometheus.format.ts'
import type { Night } from '../reports/night.ts'
import { folder } from '../reports/testdata/folder.ts'
import { sampleRun } from '../reports/testdata/sample.ts'

const RULES = join(import.meta.dirname, 'prometheus/plumbline.rules.yml')
const TESTS = join(import.meta.dirname, 'prometheus/plumbline.rules.test.yml')
const BOARD = join(import.meta.dirname, 'grafana/plumbline.json')

interface Rule {
  readonly alert: string
  readonly expr: string
}
const rules: readonly Rule[] = parse(readFileSync(RULES, 'utf8')).groups[0].rules
const tests: readonly { readonly alert_rule_test: readonly { readonly alertname: string }[] }[] =
  parse(readFileSync(TESTS, 'utf8'), { merge: true }).tests

interface Panel {
  readonly title: string
  readonly targets: readonly { readonly expr: string }[]
}
const board = JSON.parse(readFileSync(BOARD, 'utf8'))
const asked: readonly string[] = [
  ...(board.panels as readonly Panel[]).flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ...(board.annotations.list as readonly { readonly expr: string }[]).map(({ expr }) => expr),
]

const night: Night = {
  ...{ schema: 'plumbline/night/1', lab: 'home', target: 'live', judged: true, exit: 0 },
  ...{ startedAt: '2026-11-28T03:30:00.000Z', endedAt: '2026-11-28T03:31:00.000Z' },
  ...{ changes: [], told: [] },
}
const written = new Set(
  (format.of(sampleRun()) + prometheusOfNight(night)).match(/^plumbline_\w+/gm),
)

test('alerts and dashboard ask for metrics that are written', () => {
  const wanted = [...rules.map(({ expr }) => expr), ...asked].flatMap(
    (expr) => expr.match(/\bplumbline_\w+/g) ?? [],
  )
  expect(wanted.length).toBeGreaterThan(20)
  expect(wanted.filter((name) => !written.has(name))).toEqual([])
})

test('every alert is tested, and seen to fire', () => {
  const fired = JSON.stringify(tests.flatMap((one) => one.alert_rule_test))
  for (const { alert } of rules) expect(fired).toMatch(new RegExp(`"${alert}","exp_alerts":\\[\\{`))
})

test('panels stand beside each other, not on each other', () => {
  const cells = (
    board.panels as readonly { readonly gridPos: Record<'x' | 'y' | 'w' | 'h', number> }[]
  ).flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, n) => `${x + (n % w)},${y + Math.floor(n / w)}`),
  )
  expect(new Set(cells).size).toBe(cells.length)
  expect(cells.every((cell) => Number(cell.split(',')[0]) < 24)).toBe(true)
})

const promtool = (...args: readonly string[]) => {
  const { stdout, stderr, status } = spawnSync('promtool', args, { encoding: 'utf8' })
  return { said: stdout + stderr, status }
}

// Where promtool is missing (ci/images/system.sh fetches it), the run names these tests as not run.
describe.skipIf(promtool('--version').status !== 0)('promtool', () => {
  test('accepts the rules, and their tests pass', () => {
    expect(promtool('check', 'rules', RULES)).toMatchObject({ status: 0 })
    expect(promtool('test', 'rules', TESTS)).toMatchObject({ status: 0 })
  })

  test('understands every question of the dashboard', async () => {
    const path = join(await folder(), 'board.yml')
    const questions = asked.map((expr, n) => ({ record: `question:${n}`, expr }))
    await writeFile(path, JSON.stringify({ groups: [{ name: 'board', rules: questions }] }))
    expect(promtool('check', 'rules', path)).toMatchObject({ status: 0 })
  })

  test('does not accept what is wrong', async () => {
    const path = join(await folder(), 'wrong.yml')
    await writeFile(
      path,
      JSON.stringify({ groups: [{ name: 'x', rules: [{ record: 'a', expr: 'sum(' }] }] }),
    )
    expect(promtool('check', 'rules', path).status).not.toBe(0)
  })
})
