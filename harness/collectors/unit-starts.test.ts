import { expect, test } from 'vitest'
import { host, inventory } from './text/stage.ts'
import { unitStarts } from './unit-starts.ts'

const read = (stdout: string) =>
  unitStarts.parse({ status: 0, stdout, stderr: '' }, host, inventory)
const STARTED = '39f53479d3a045ac8e11786248231fbf'

test('reads what systemd 252 wrote', () => {
  const entry = `{"MESSAGE_ID":"${STARTED}","__REALTIME_TIMESTAMP":"1795226082831285","UNIT":"mnt-media.mount","__CURSOR":"s=a4db","__MONOTONIC_TIMESTAMP":"2688929766","_BOOT_ID":"6d995cf51f77420aaf16607f40f38dec"}\n`

  const oldest = '{"__REALTIME_TIMESTAMP":"1790000000000000"}'

  expect(read(`${oldest}\n${entry}`)).toEqual({
    keptSince: '2026-09-21T14:13:20.000Z',
    starts: [{ unit: 'mnt-media.mount', startedAt: '2026-11-21T01:54:42.831Z' }],
  })
})

test('another message is no start, a line that is no entry no answer', () => {
  const oldest = '{"__REALTIME_TIMESTAMP":"1790000000000000"}'
  expect(() =>
    read(`${oldest}\n{"MESSAGE_ID":"be02cf6855d2428ba40df7e9d022f03d","UNIT":"x"}\n`),
  ).toThrow('no start')
  expect(() => read('-- No entries --\n')).toThrow('not JSON')
  expect(() => read('\n')).toThrow('nothing at all')
})

test('it asks for the units that use storage, and their mounts by systemd’s names', () => {
  const { command } = unitStarts
  const asked =
    typeof command === 'string'
      ? command
      : command(host, {
          ...inventory,
          storage: {
            host: 'vm102',
            mountUsers: [{ host: 'vm102', unit: 'a.service', paths: ['/mnt/my-disk'] }],
          } as never,
        })

  expect(asked).toContain(String.raw`"UNIT=a.service" "UNIT=mnt-my\x2ddisk.mount"`)
})
