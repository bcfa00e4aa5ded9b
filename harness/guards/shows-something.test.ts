import { expect, test } from 'vitest'
import type { Views } from '../judge/views.ts'
import { prometheusShowsTargets } from './prometheus-shows-targets.ts'
import { tailnetShowsDevices } from './tailnet-shows-devices.ts'

const lab = (facts: object) => ({ lab: facts }) as unknown as Views

test('rules, alerts and samples are believed of a Prometheus that shows targets', () => {
  const judge = (prometheusTargets: readonly unknown[]) => () =>
    prometheusShowsTargets.holds(lab({ prometheusTargets }), 'lab', 'prometheusRules')
  expect(judge([{ job: 'node' }])).not.toThrow()
  expect(judge([])).toThrow('shows a target')
})

test('policy, keys and settings are believed of the tailnet that has our devices', () => {
  const judge = (tailnetDevices: object) => () =>
    tailnetShowsDevices.holds(lab({ tailnetDevices }), 'lab', 'tailnetKeys')
  expect(judge({ items: [], complete: true })).not.toThrow()
  expect(judge({ items: [], complete: false, because: 'of another tailnet' })).toThrow('another')
})
