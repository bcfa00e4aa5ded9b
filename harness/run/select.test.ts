import { expect, test } from 'vitest'
import { labsWith } from './select.ts'

const lab = (...profiles: string[]) => ({ inventory: { profiles } })
const [one, other] = [lab('zero-trust'), lab('layered')]

test('a glob concerns the labs where it selects something', async () => {
  const chosen = await labsWith([one, other], ['zero-trust/parity-*', '*/no-public-*'])
  expect(chosen).toEqual([{ lab: one, only: ['zero-trust/parity-*', '*/no-public-*'] }])
})

test('without a glob, all labs are meant', async () => {
  expect(await labsWith([one, other], [])).toEqual([
    { lab: one, only: [] },
    { lab: other, only: [] },
  ])
})

test('a glob that selects nothing anywhere is told, with the nearest names', async () => {
  await expect(labsWith([one, other], ['zero-trust/parity-is-fersh'])).rejects.toThrow(
    'no control matches "zero-trust/parity-is-fersh"',
  )
})
