import { expect, test } from 'vitest'
import { permit, whyNotOn } from './permit.ts'
import { action, aDrill, step } from './rehearse.test-lab.ts'

const now = new Date('2026-11-28T08:00:00Z')
const window = {
  from: '2026-11-28T07:00:00Z',
  until: '2026-11-28T09:00:00Z',
  hosts: ['vm1'],
  approvedBy: 'ana',
}
const asked = (windows: readonly (typeof window)[], allow: readonly string[] = ['vm1']) =>
  ({ target: 'live', allow, now, inventory: { drills: { windows } } }) as never

test('a host that is named, in a window that is open for it, may be disturbed', () => {
  expect(() => permit([aDrill()], asked([window]))).not.toThrow()
})

test('a host that nobody named may not', () => {
  expect(() => permit([aDrill()], asked([window], []))).toThrow('say --allow vm1')
})

test.for([
  ['is over', { until: '2026-11-28T07:59:59Z' }],
  ['has not begun', { from: '2026-11-28T08:00:01Z' }],
  ['is for another host', { hosts: ['vm2'] }],
] as const)('a window that %s approves nothing', ([, odd]) => {
  expect(() => permit([aDrill()], asked([{ ...window, ...odd } as typeof window]))).toThrow(
    'no window',
  )
})

test('without any window the lab is not touched', () => {
  const bare = { target: 'live', allow: ['vm1'], now, inventory: {} } as never
  expect(() => permit([aDrill()], bare)).toThrow('no window')
})

const fault = { ...action({ ...step('spoil'), on: 'vm2' }), says: 'it is spoilt' } as never
const proving = { prove: true, ...(asked([window]) as object) } as never

test('under its fault a drill writes to further hosts, and they have to be named as well', () => {
  expect(() => permit([aDrill({ fault } as never)], proving)).toThrow('say --allow vm2')
  expect(() => permit([aDrill({ fault } as never)], asked([window]))).not.toThrow()
})

test('a fault that would take away what brings data back is none for the lab itself', () => {
  const stake = { on: 'vm1', folders: ['/data'], safeguards: ['x/s'] }
  const drill = aDrill({ fault, stake } as never)
  expect(() => permit([drill], proving)).toThrow('prove it on a replica')
  expect(() => permit([drill], asked([window]))).not.toThrow()
})

test('where data is at stake something has to tell that there is a way back', () => {
  const stake = { on: 'vm1', folders: ['/data'], safeguards: [] }
  expect(() => permit([aDrill({ stake })], asked([window]))).toThrow('no control that tells')
})

test('a replica may be disturbed at any time', () => {
  const bare = { target: 'containers', allow: [], now, inventory: {} } as never
  expect(() => permit([aDrill()], bare)).not.toThrow()
})

test('what cannot be done on a target says what it waits for', () => {
  const drill = aDrill({ notOn: { containers: 'qemu: a kernel of its own' } })
  expect(whyNotOn(drill, 'containers')).toBe('qemu: a kernel of its own')
  expect(whyNotOn(drill, 'live')).toBeUndefined()
  expect(whyNotOn(aDrill(), 'embedded')).toContain('recordings')
})
