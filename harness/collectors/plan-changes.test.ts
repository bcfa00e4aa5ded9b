import { expect, test } from 'vitest'
import { planChanges } from './plan-changes.ts'
import { host, inventory } from './text/stage.ts'

const parse = (stdout: string) =>
  planChanges.parse({ status: 0, stdout, stderr: '' }, host, inventory)

test('what would change, by tool', () => {
  expect(parse('plan 2 0 3\nhost vm-apps 1 0 0\nended\n')).toEqual({
    planStatus: 2,
    uncommitted: 0,
    behind: 3,
    hosts: [{ host: 'vm-apps', changed: 1, unreachable: 0, failed: 0 }],
  })
})

test('a plan that failed says nothing about changes', () => {
  expect(() => parse('plan 1 0 0\nended\n')).toThrow('failed with status 1')
  expect(() => parse('plan 0 0 0\n')).toThrow('did not come to its end')
})
