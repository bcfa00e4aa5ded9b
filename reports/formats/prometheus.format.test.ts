import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import type { Night } from '../night.ts'
import { FAILS, judgement, PASSES, sampleRun } from '../testdata/sample.ts'
import { format, prometheusOfNight } from './prometheus.format.ts'

const night: Night = {
  ...{ schema: 'plumbline/night/1', lab: 'zero-trust', target: 'live', judged: true, exit: 5 },
  ...{ startedAt: '2026-11-28T03:30:00.000Z', endedAt: '2026-11-28T03:31:30.000Z' },
  changes: [],
  told: [{ channel: 'email', outcome: 'failed', because: 'no' }],
}
const all = format.of(sampleRun()) + prometheusOfNight(night)

test('every control has its verdict, and every verdict its count', () => {
  const about = 'lab="zero-trust",target="embedded"'
  expect(all).toContain(
    `plumbline_control_verdict{${about},profile="zero-trust",control="${FAILS.id}",impact="critical",verdict="fail"} 1\n`,
  )
  expect(all.match(/^plumbline_control_verdict\{/gm)).toHaveLength(sampleRun().verdicts.length)
  expect(all).toContain(`plumbline_controls{${about},verdict="fail",impact="critical"} 1\n`)
  expect(all).toContain(`plumbline_controls{${about},verdict="pass",impact="critical"} 0\n`)
  expect(all.match(/^plumbline_controls\{/gm)).toHaveLength(20)
  expect(all).toContain(`plumbline_run_timestamp_seconds{${about}} 1795225134.14\n`)
  expect(all).toContain(`plumbline_run_exit_code{${about}} 2\n`)
})

test('a waiver ends when its last day is over', () => {
  const end = Date.parse('2027-04-01T00:00:00Z') / 1000
  expect(all).toMatch(
    new RegExp(`^plumbline_waiver_end_seconds\\{.*proxmox-ui-off-lan"\\} ${end}$`, 'm'),
  )
})

test('a night says what came of it', () => {
  const about = 'lab="zero-trust",target="live"'
  expect(all).toContain(`plumbline_night_judged{${about}} 1\n`)
  expect(all).toContain(`plumbline_night_told{${about}} 0\n`)
  const hung = prometheusOfNight({ ...night, judged: false, told: [] })
  expect(hung).toContain(`plumbline_night_judged{${about}} 0\n`)
  expect(hung).toContain(`plumbline_night_told{${about}} 1\n`)
  expect(all).toContain(`plumbline_night_duration_seconds{${about}} 90\n`)
})

test('what a label may not hold is escaped', () => {
  const odd = { ...sampleRun([PASSES]), lab: 'a"b\\c\nd' }
  expect(format.of(odd)).toContain('{lab="a\\"b\\\\c\\nd",')
  expect(format.of(odd).trimEnd().split('\n')).toHaveLength(
    format
      .of(sampleRun([PASSES]))
      .trimEnd()
      .split('\n').length,
  )
})

test('a run without waivers has no metric of them, not even its name', () => {
  expect(format.of(sampleRun([judgement({ id: 'zero-trust/x' })]))).not.toContain('waiver_end')
})

// Where Prometheus is not installed, the run names this test as not run.
test.skipIf(spawnSync('promtool', ['--version']).status !== 0)(
  'promtool finds nothing to say about the metrics',
  () => {
    const { stdout, stderr, status } = spawnSync('promtool', ['check', 'metrics'], {
      input: all,
      encoding: 'utf8',
    })
    expect(stdout + stderr).toBe('')
    expect(status).toBe(0)
  },
)
