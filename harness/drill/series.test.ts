import { expect, test } from 'vitest'
import { labsOf } from '../cli/labs.ts'
import type { Target } from '../model/target.ts'
import { aDrill } from './rehearse.test-lab.ts'
import { carryOutAll, type Series } from './series.ts'

const [lab] = await labsOf(['zero-trust'])
const shell = async () => ({ status: 0, stdout: '', stderr: '' })
const zeroTrust = { profile: 'zero-trust', steadyState: ['zero-trust/parity-is-fresh'] }
const drills = ['x/one', 'x/two'].map((id) => ({ ...aDrill(), ...zeroTrust, id }))

const carriedOut = (more: Partial<Series>) =>
  carryOutAll({
    ...{ lab, drills, allow: [], health: new Map(), prove: false, folder: '/nowhere' },
    ...{ target: { name: 'containers', hands: { shell } }, log: { left: [] } },
    redactor: { redact: (text: string) => text },
    ...{ onDrill: () => {}, onMoment: () => {}, onDone: () => {} },
    ...more,
  } as unknown as Series)

test('drills that were not come to are told, and why', async () => {
  const { drills: entries, notRun } = await carriedOut({ signal: AbortSignal.abort() })
  expect(entries.map(({ drill, verdict }) => [drill, verdict])).toEqual([['x/one', 'interrupted']])
  expect(notRun).toEqual([
    { drill: 'x/two', because: expect.stringContaining('x/one has left it unwell, or was ended') },
  ])
})

test('a window that has closed meanwhile is closed for the drills that are left', async () => {
  const target = { name: 'live', hands: { shell } } as unknown as Target
  const { drills: entries, notRun } = await carriedOut({ target, allow: ['vm1'] })
  expect(entries).toEqual([])
  expect(notRun.map(({ because }) => because)).toEqual([
    expect.stringContaining('no window in `drills.windows`'),
    expect.stringContaining('no window in `drills.windows`'),
  ])
})
