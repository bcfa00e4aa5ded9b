import { expect, test } from 'vitest'
import type { Get } from '../model/collector.ts'
import { kumaMonitors } from './kuma-monitors.ts'
import { inventory } from './text/stage.ts'

const answering = (text: string, status = 200): Get =>
  Object.assign(async () => ({}), {
    raw: async () => ({ status, contentType: 'text/plain', text }),
  })
const line =
  'monitor_status{monitor_name="Vault",monitor_type="http",monitor_url="https://vault.example/alive?k=secret",monitor_hostname="null",monitor_port="null"} 1\n'

test('a monitor has its state, and of its URL the host', async () => {
  const port =
    'monitor_status{monitor_name="DNS",monitor_type="dns",monitor_url="https://",monitor_hostname="web.example",monitor_port="53"} 3\n'
  expect(await kumaMonitors.read(answering(`# HELP x\n${line}${port}`), inventory)).toEqual([
    { name: 'Vault', type: 'http', host: 'vault.example', port: '', state: 'up' },
    { name: 'DNS', type: 'dns', host: 'web.example', port: '53', state: 'maintenance' },
  ])
})

test.each([
  ['a key that is not taken', '', 401],
  ['no monitor', '# HELP x\n', 200],
])('%s says nothing', async (_, text, status) => {
  await expect(kumaMonitors.read(answering(text, status), inventory)).rejects.toThrow()
})
