import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { alertTests } from './alert-tests.ts'
import { inventory } from './text/stage.ts'

const lab = { ...inventory, iac: {} } as unknown as Inventory
const reading = (yaml: string) =>
  alertTests.read(
    { list: async () => ['rules.test.yml', 'rules.yml'], read: async () => yaml },
    lab,
  )

test('only alerts that a test expects are counted', async () => {
  const yaml = `
tests:
  - alert_rule_test:
      - { eval_time: 5m, alertname: HostDown, exp_alerts: [{ exp_labels: { instance: a } }] }
      - { eval_time: 5m, alertname: DiskFull, exp_alerts: [] }
`
  expect(await reading(yaml)).toEqual(['HostDown'])
})

test('another file is not understood', async () => {
  await expect(reading('groups: []\n')).rejects.toThrow()
})
