import { expect, test } from 'vitest'
import type { Get } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { alertmanager } from './alertmanager.ts'

const NONE_HELD = 'alertmanager_alerts{state="active"} 0\n'
const PAGE = `${NONE_HELD}# TYPE alertmanager_notifications_total counter
alertmanager_notifications_total{integration="webhook"} 12
alertmanager_notifications_failed_total{integration="webhook",reason="serverError"} 2
alertmanager_notifications_failed_total{integration="webhook",reason="other"} 1
`
const answers = (original: string, metrics: string): Get =>
  Object.assign(
    async (path: string) => (path === '/api/v2/status' ? { config: { original } } : []),
    { raw: async () => ({ status: 200, contentType: 'text/plain', text: metrics }) },
  )
const read = (original: string, metrics = PAGE) =>
  alertmanager.read(answers(original, metrics), {} as Inventory)
const WELL = 'route:\n  receiver: people\nreceivers:\n- name: people\n'

test('failures are summed over their reasons', async () => {
  expect((await read(WELL)).sent).toEqual([{ kind: 'webhook', tried: 12, failed: 3 }])
})

test('a page without counters is no proof that nothing failed', async () => {
  await expect(read(WELL, NONE_HELD)).rejects.toThrow('counts no messages')
  await expect(read(WELL, '<html>')).rejects.toThrow('does not count the alerts')
})

test('a list without the alerts that are counted is not the list', async () => {
  const page = PAGE.replace('} 0', '} 3')
  await expect(read(WELL, page)).rejects.toThrow('counts 3 alerts and lists none')
})

test('a configuration that is no YAML is not understood, and not quoted', async () => {
  const refused = read('route: {receiver: hunter2')
  await expect(refused).rejects.toThrow('is no YAML at line')
  await expect(refused).rejects.not.toThrow('hunter2')
})
