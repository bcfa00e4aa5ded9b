import { expect, test } from 'vitest'
import type { Waiver } from '../model/waiver.ts'
import { unusedWaivers, waiverFor } from './waivers.ts'

const waiver = (offender: Waiver['offender'], control = 'p/c'): Waiver => ({
  control,
  offender,
  because: 'the network for management does not exist yet',
  until: '2027-01-01',
  acceptedBy: 'ana',
})
const judged = (offenders: readonly unknown[], verdict = 'fail', id = 'p/c') => ({
  id,
  verdict: verdict as 'fail',
  offenders,
  offendersTotal: offenders.length,
})
const port = { host: 'proxmox', port: 8006, protocol: 'tcp' }

test('a waiver names members of the offender, and all that it names have to be so', () => {
  expect(waiverFor('p/c', [port], [waiver({ host: 'proxmox', port: 8006 })])).toBeDefined()
  expect(waiverFor('p/c', [port], [waiver({ host: 'proxmox', port: 22 })])).toBeUndefined()
  expect(waiverFor('p/other', [port], [waiver({ port: 8006 })])).toBeUndefined()
})

test('nothing is waived where there is no offender, or by a waiver that names nothing', () => {
  expect(waiverFor('p/c', [], [waiver({ port: 8006 })])).toBeUndefined()
  expect(waiverFor('p/c', [port], [waiver({})])).toBeUndefined()
})

test('a waiver is used while its offender is there, and unused once it is gone', () => {
  const waivers = [waiver({ port: 8006 })]
  expect(unusedWaivers(waivers, [judged([port])])).toEqual([])
  expect(unusedWaivers(waivers, [judged([], 'pass')])).toEqual(waivers)
  expect(unusedWaivers(waivers, [judged([{ port: 22 }])])).toEqual(waivers)
})

test('a waiver of a control that does not exist is unused', () => {
  expect(unusedWaivers([waiver({ port: 1 }, 'p/nobody')], [judged([port])])).toHaveLength(1)
})

test('a control that could not be verified says nothing about its waivers', () => {
  expect(unusedWaivers([waiver({ port: 8006 })], [judged([], 'unverifiable')])).toEqual([])
})
