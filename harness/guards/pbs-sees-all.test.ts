import { expect, test } from 'vitest'
import type { Views } from '../judge/views.ts'
import { pbsSeesAll } from './pbs-sees-all.ts'

const all = { 'Datastore.Audit': true, 'Remote.Audit': true, 'Sys.Audit': true }
const judge = (backupServerPermissions: object) => () =>
  pbsSeesAll.holds({ lab: { backupServerPermissions } } as unknown as Views, 'lab', 'backupStores')

test.each([[{ '/': all }], [{ '/': {}, '/datastore': all, '/remote': all, '/system': all }]])(
  'rights on the root, or on each part, are enough',
  (held) => {
    expect(judge(held)).not.toThrow()
  },
)

test.each([
  [{}],
  [{ '/': { ...all, 'Datastore.Audit': false } }],
  [{ '/': all, '/datastore': { 'Datastore.Backup': true } }],
  [{ '/': all, '/datastore/main/hidden': { 'Datastore.Backup': true } }],
])('a right that does not reach everything is not', (held) => {
  expect(judge(held)).toThrow('the token has every right to read')
})
