import { expect, test } from 'vitest'
import { Unseen } from '../model/unseen.ts'
import { printing } from '../transports/printing.test-tool.ts'
import { tailscaleServe } from './tailscale-serve.ts'
import { host, inventory } from './text/stage.ts'

const read = (stdout: string) =>
  tailscaleServe.parse({ status: 0, stdout, stderr: '' }, host, inventory)
const web = (port: number) => ({
  TCP: { [port]: { HTTPS: true } },
  Web: {
    [`vm100.tail1.ts.net:${port}`]: { Handlers: { '/': { Proxy: 'http://127.0.0.1:3000' } } },
  },
})

test('a node that serves nothing says so in two ways', () => {
  for (const nothing of ['null', '{}']) expect(read(nothing)).toEqual({ funnels: [], served: [] })
})

test('serving to the tailnet is no funnel, and neither is one that was switched off', () => {
  const config = { ...web(443), AllowFunnel: { 'vm100.tail1.ts.net:443': false } }

  expect(read(JSON.stringify(config))).toEqual({ funnels: [], served: ['443'] })
})

test('a funnel in a terminal stands apart from those in the background', () => {
  const config = {
    ...web(443),
    AllowFunnel: { 'vm100.tail1.ts.net:443': true },
    Foreground: { eae0: { ...web(8443), AllowFunnel: { 'vm100.tail1.ts.net:8443': true } } },
    Services: { 'svc:books': { Tun: true } },
  }

  expect(read(JSON.stringify(config))).toEqual({
    funnels: [{ at: 'vm100.tail1.ts.net:443' }, { at: 'vm100.tail1.ts.net:8443', session: 'eae0' }],
    served: ['443', '8443', 'svc:books'],
  })
})

test('neither static answers nor addresses of backends leave the host', () => {
  const handlers = {
    '/': { Text: 'say "hunter2"' },
    '/b': { Proxy: 'http://u:hunter2@127.0.0.1' },
  }
  const config = { Web: { 'vm100.tail1.ts.net:443': { Handlers: handlers } } }
  const travelled = printing(tailscaleServe.command, JSON.stringify(config, null, 2))

  expect(travelled).not.toContain('hunter2')
  expect(read(travelled).served).toEqual(['443'])
})

test.each(['', 'No serve config', '[]', '{"AllowFunnel":{"a:443":"maybe"}}', '{"Foreground":[]}'])(
  'refuses %j',
  (stdout) => {
    expect(() => read(stdout)).toThrow(Unseen)
  },
)
