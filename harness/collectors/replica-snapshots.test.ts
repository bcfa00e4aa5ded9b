import { expect, test } from 'vitest'
import { replicaSnapshots } from './replica-snapshots.ts'
import { host, inventory } from './text/stage.ts'

const parse = (stdout: string) =>
  replicaSnapshots.parse({ status: 0, stdout, stderr: '' }, host, inventory)

test('snapshots by guid', () => {
  expect(parse('copies/tank/services/apps@a\t77\n')).toEqual([
    { dataset: 'copies/tank/services/apps', guid: '77' },
  ])
  expect(() => parse('copies/tank\t77\n')).toThrow('another form')
})
