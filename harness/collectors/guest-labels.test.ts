import { expect, test } from 'vitest'
import { guestLabels } from './guest-labels.ts'
import { host, inventory } from './text/stage.ts'

const read = (stdout: string) =>
  guestLabels.parse({ status: 0, stdout, stderr: '' }, host, inventory)

test('the mode is that of the container’s own profile, not of the namespace stacked on it', () => {
  const label = 'lxc-103_</var/lib/lxc>//&:lxc-103_<-var-lib-lxc>:unconfined (enforce)'

  expect(read(`listed\nguest 103 ${label}\n`)).toEqual([
    { vmid: 103, profile: 'lxc-103_</var/lib/lxc>', mode: 'enforce' },
  ])
})

test('a container without confinement has none', () => {
  expect(read('listed\nguest 103 unconfined\n')).toMatchObject([{ mode: 'unconfined' }])
  expect(read('listed\nguest 103 \n')).toEqual([{ vmid: 103 }])
})

test('what is no label is refused', () => {
  expect(() => read('listed\nguest 103 enforce\n')).toThrow('no profile')
  expect(() => read('pct: not found\n')).toThrow('did not begin')
})
